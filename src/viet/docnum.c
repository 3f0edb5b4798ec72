#include "viet/docnum.h"

#include "base/utf8.h"
#include "viet/docnum_parts.h"

enum {
	SPACES_MAX = 2,   /* beside a slash or hyphen */
	NUMBER_MAX = 5,   /* digits */
	DECIMALS_MAX = 3, /* 66.7 */
	GROUPS_MAX = 4,
	GROUP_MAX = 24, /* bytes of one group of a symbol */
	GROUP_DIGITS_MAX = 3,
	PARTY_MAX = 4,  /* digits of a party number */
	BLANK_MAX = 64, /* bytes of dots and spaces where a number should be */
	YEAR_DIGITS = 4,
	LETTER_D_BAR = 0x111,
};

/* What the number of a document can be read from: where we look, and whether the text
 * is nothing but a number, which needs no more evidence. */
struct reader {
	struct arena *a;
	struct str text;
	size_t from; /* nothing before it belongs to a new number */
	bool whole;
};

struct symbol {
	size_t from, to;
	size_t groups;
	struct str first, second; /* as written */
};

/* Abbreviations of types, as NĐ 30/2020/NĐ-CP and custom have them, in capitals. */
static const char *const type_codes[] = {
	"NQ",  "QĐ",   "CT",   "QC", "QYĐ", "TC", "TB",   "HD",   "CTR",   "KH",   "PA",
	"ĐA",  "DA",   "BC",   "BB", "TTR", "HĐ", "CĐ",   "BGN",  "BTT",   "GUQ",  "GM",
	"GGT", "GNP",  "PG",   "PC", "PB",  "SY", "TRS",  "SL",   "NĐ",    "TT",   "TTLT",
	"PL",  "VBHN", "NQLT", "L",  "KL",  "CV", "CTHĐ", "LPQH", "CTRHĐ", "QĐLT",
};

static const char *const party_codes[] = {
	"NQ",  "CT",    "KL", "QĐ", "QYĐ", "QC", "HD", "KH",
	"CTR", "CTRHĐ", "BC", "TB", "TTR", "CV", "TT", "ĐA",
};

/* Symbols of one group that need nothing before them; digits may follow the first two. */
static const char *const lone_symbols[] = {
	"QH", "UBTVQH", "CP", "TTG", "HĐBT", "HĐNN", "CTN", "LCT", "NĐCP", "NQCP", "QĐTTG",
};

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

static bool digit_at(struct str s, size_t at)
{
	return at < s.n && is_digit(s.p[at]);
}

static bool byte_at(struct str s, size_t at, char c)
{
	return at < s.n && s.p[at] == c;
}

static struct str part(struct str s, size_t from, size_t to)
{
	return (struct str){s.p + from, to - from};
}

static bool starts_with_one_of(struct str s, const char *const *texts, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		if (str_starts(s, str_of(texts[i])))
			return true;
	}
	return false;
}

/* The letters without tone that symbols are made of. */
static size_t capital(struct str s, size_t at)
{
	static const char *const letters[] = {"Đ", "Ð", "Ơ", "Ư", "Â", "Ê", "Ô", "Ă"};

	if (at >= s.n)
		return 0;
	if (s.p[at] >= 'A' && s.p[at] <= 'Z')
		return 1;
	return starts_with_one_of(str_from(s, at), letters, COUNT(letters)) ? 2 : 0;
}

static size_t small(struct str s, size_t at)
{
	static const char *const letters[] = {"đ", "ð", "ơ", "ư", "â", "ê", "ô", "ă"};

	if (at >= s.n)
		return 0;
	if (s.p[at] >= 'a' && s.p[at] <= 'z')
		return 1;
	return starts_with_one_of(str_from(s, at), letters, COUNT(letters)) ? 2 : 0;
}

static size_t skip_letters(struct str s, size_t at, size_t max)
{
	size_t end = at, n;

	while (end < max && (n = capital(s, end) + small(s, end)) != 0)
		end += n;
	return end;
}

/* Behind the group of a symbol that begins at `at`, or 0. */
static size_t skip_group(struct str s, size_t at)
{
	size_t end = at, before;

	if (!capital(s, at))
		return 0;
	do {
		before = end;
		end = skip_letters(s, end, at + GROUP_MAX);
		end = docnum_skip_digits(s, end, GROUP_DIGITS_MAX);
	} while (end > before && end < at + GROUP_MAX && capital(s, end));
	return end - at > GROUP_MAX || letters_word_at(s, end) ? 0 : end;
}

static bool is_one_of(struct str s, const char *const *codes, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		if (letters_same(s, str_of(codes[i])))
			return true;
	}
	return false;
}

static bool is_type_code(struct str group)
{
	return is_one_of(group, type_codes, COUNT(type_codes));
}

static bool is_lone_symbol(struct str group)
{
	size_t n = group.n;

	while (n && is_digit(group.p[n - 1]))
		n--;
	if (n < group.n)
		return is_one_of(str_head(group, n), lone_symbols, 2);
	return is_one_of(group, lone_symbols, COUNT(lone_symbols));
}

/* At least two capitals, and no more small letters. */
static bool looks_abbreviated(struct str group)
{
	size_t large = 0, little = 0;

	for (size_t i = 0; i < group.n;) {
		size_t n = capital(group, i), m = small(group, i);

		large += n > 0;
		little += m > 0;
		i += n || m ? n + m : 1;
	}
	return large >= 2 && large >= little;
}

/* As it should be written: plain hyphens, no spaces, Đ for the eth. */
static struct str tidy(struct arena *a, struct str s)
{
	struct buf out = {.arena = a};
	size_t n;

	for (size_t i = 0; i < s.n; i += n) {
		n = docnum_space(s, i);
		if (n)
			continue;
		n = docnum_hyphen(s, i);
		if (n) {
			buf_byte(&out, '-');
		} else if (str_starts(str_from(s, i), STR("Ð"))) {
			buf_add(&out, STR("Đ"));
			n = 2;
		} else {
			n = 1;
			buf_byte(&out, s.p[i]);
		}
	}
	return buf_str(&out);
}

/* Behind a hyphen that goes on with a symbol, or 0. With a space before it, it is a dash
 * between words, but for "KH - SYT". */
static size_t skip_joint(const struct reader *r, const struct symbol *s)
{
	size_t at = docnum_skip_spaces(r->text, s->to, SPACES_MAX);
	size_t hyphen = docnum_hyphen(r->text, at);
	bool spaced = at > s->to;

	if (!hyphen || (spaced && (s->groups > 1 || !is_type_code(s->first))))
		return 0;
	return docnum_skip_spaces(r->text, at + hyphen, SPACES_MAX);
}

static bool read_symbol(const struct reader *r, size_t at, struct symbol *s)
{
	size_t next = at, end;

	*s = (struct symbol){.from = at};
	while (next && s->groups < GROUPS_MAX && (end = skip_group(r->text, next)) != 0) {
		struct str group = part(r->text, next, end);

		if (s->groups == 0)
			s->first = group;
		else if (s->groups == 1)
			s->second = group;
		s->groups++;
		s->to = end;
		next = skip_joint(r, s);
	}
	return s->groups > 0 && !byte_at(r->text, s->to, '/');
}

/* Does such a symbol need no other evidence? */
static bool is_plain_symbol(const struct reader *r, const struct symbol *s)
{
	if (r->whole)
		return true;
	if (s->groups == 1)
		return is_lone_symbol(s->first);
	return looks_abbreviated(s->second) &&
	       (is_type_code(s->first) || looks_abbreviated(s->first));
}

/* What may not stand right before a number: it would be part of something else. */
static bool is_cut(const struct reader *r, size_t at)
{
	static const char *const hyphens[] = {"‐", "‑", "‒", "–", "−"};
	struct str before = str_head(r->text, at);

	if (!at)
		return false;
	if (letters_word_before(r->text, at) || strchr("./-", before.p[at - 1]))
		return true;
	for (size_t i = 0; i < COUNT(hyphens); i++) {
		if (str_ends(before, str_of(hyphens[i])))
			return true;
	}
	return false;
}

/* Where at most max digits begin that end at `at`; `at` itself without any. */
static size_t back_digits(const struct reader *r, size_t at, size_t max)
{
	size_t start = at;

	while (start > r->from && at - start < max && is_digit(r->text.p[start - 1]))
		start--;
	return start;
}

/* Where the letter a to e, or đ, begins that ends a number at `at`. */
static size_t back_letter(const struct reader *r, size_t at)
{
	struct str before = str_head(r->text, at);

	if (at > r->from + 1 && before.p[at - 1] >= 'a' && before.p[at - 1] <= 'e')
		return at - 1;
	return at > r->from + 2 && str_ends(before, STR("đ")) ? at - 2 : at;
}

/* Where the number begins that ends at `at`, whatever stands before it; `at`: none. */
static size_t back_number(const struct reader *r, size_t at)
{
	size_t last = back_letter(r, at);
	size_t start = back_digits(r, last, NUMBER_MAX), whole;

	if (start == last)
		return at;
	if (last - start > DECIMALS_MAX || start <= r->from || r->text.p[start - 1] != '.')
		return start;
	whole = back_digits(r, start - 1, NUMBER_MAX);
	return whole < start - 1 ? whole : start;
}

/* "705 1/": where the digits begin before the space in front of `from`; `from` itself
 * without any. */
static size_t back_gap(const struct reader *r, size_t from, size_t to)
{
	size_t end = docnum_back_spaces(r->text, from, SPACES_MAX), start;

	if (end == from || end <= r->from)
		return from;
	start = back_digits(r, end, NUMBER_MAX);
	if (start == end || end - start + to - from > NUMBER_MAX || is_cut(r, start))
		return from;
	return start;
}

/* Behind "2018/", with the year in *year; `at` itself without one. */
static size_t skip_year(const struct reader *r, size_t at, struct str *year)
{
	size_t end = docnum_skip_digits(r->text, at, YEAR_DIGITS + 1);
	struct str digits = part(r->text, at, end);
	size_t slash = docnum_skip_spaces(r->text, end, SPACES_MAX);

	if (digits.n != YEAR_DIGITS || !byte_at(r->text, slash, '/') ||
	    !((str_starts(digits, STR("19")) && digits.p[2] >= '4') ||
	      str_starts(digits, STR("20"))))
		return at;
	*year = digits;
	return docnum_skip_spaces(r->text, slash + 1, SPACES_MAX);
}

/* The number, year and symbol around a slash, whatever they may be. */
static bool read_state_parts(const struct reader *r, size_t slash, struct docnum *n,
			     struct symbol *symbol)
{
	size_t end = docnum_back_spaces(r->text, slash, SPACES_MAX);
	size_t at = docnum_skip_spaces(r->text, slash + 1, SPACES_MAX);

	if (end < r->from)
		return false;
	*n = (struct docnum){.from = back_number(r, end)};
	if (n->from == end || is_cut(r, n->from) ||
	    !read_symbol(r, skip_year(r, at, &n->year), symbol))
		return false;
	at = back_gap(r, n->from, end);
	if (at < n->from)
		n->form = DOCNUM_SUSPICIOUS;
	n->from = at;
	n->number = part(r->text, n->from, end);
	n->to = symbol->to;
	return true;
}

static bool read_state(const struct reader *r, size_t slash, struct docnum *n)
{
	struct symbol symbol;
	bool of_form, plain;

	if (!read_state_parts(r, slash, n, &symbol))
		return false;
	plain = is_plain_symbol(r, &symbol);
	if (!plain && !looks_abbreviated(symbol.first))
		return false;
	n->type = docnum_type_before(r->text, n->from, &n->start, &of_form);
	if (of_form || (!plain && n->start == n->from))
		return false;
	n->symbol = tidy(r->a, part(r->text, symbol.from, symbol.to));
	return true;
}

/* Where the letters begin that end at `at`, the type in a party number. */
static size_t back_party_type(const struct reader *r, size_t at)
{
	size_t start = at;

	while (start > r->from && at - start < GROUP_MAX) {
		size_t one = start - 1;

		if (capital(r->text, one) + small(r->text, one) != 1) {
			if (one == r->from ||
			    capital(r->text, one - 1) + small(r->text, one - 1) != 2)
				break;
			one--;
		}
		start = one;
	}
	return start;
}

/* Where the hyphen before `at` begins, spaces beside it left out; `at`: there is none. */
static size_t back_hyphen(const struct reader *r, size_t at)
{
	size_t end = docnum_back_spaces(r->text, at, SPACES_MAX);

	for (size_t n = 1; n <= 3 && n + r->from <= end; n++) {
		if (docnum_hyphen(r->text, end - n) == n)
			return docnum_back_spaces(r->text, end - n, SPACES_MAX);
	}
	return at;
}

/* Behind the level of a party number (TW, TU, TVTU), or 0. */
static size_t skip_level(struct str s, size_t at)
{
	size_t end = at, n;

	while ((n = capital(s, end)) != 0 && end - at < GROUP_MAX)
		end += n;
	if (end < at + 2 || capital(s, at) == end - at)
		return 0;
	end = docnum_skip_digits(s, end, GROUP_DIGITS_MAX);
	if (letters_word_at(s, end) || byte_at(s, end, '/') ||
	    (byte_at(s, end, '-') && letters_word_at(s, end + 1)))
		return 0;
	return end;
}

static bool read_party(const struct reader *r, size_t slash, struct docnum *n)
{
	size_t type_end = docnum_back_spaces(r->text, slash, SPACES_MAX);
	size_t type = type_end < r->from ? type_end : back_party_type(r, type_end);
	size_t number_end = type == type_end ? type : back_hyphen(r, type);
	size_t level = docnum_skip_spaces(r->text, slash + 1, SPACES_MAX);
	bool of_form;

	if (type == type_end || number_end == type || number_end < r->from)
		return false;
	*n = (struct docnum){.form = DOCNUM_PARTY,
			     .from = back_digits(r, number_end, PARTY_MAX),
			     .to = skip_level(r->text, level)};
	if (n->from == number_end || !n->to || is_cut(r, n->from) ||
	    !is_one_of(part(r->text, type, type_end), party_codes, COUNT(party_codes)))
		return false;
	n->number = part(r->text, n->from, number_end);
	n->symbol = tidy(r->a, part(r->text, type, n->to));
	n->type = docnum_type_before(r->text, n->from, &n->start, &of_form);
	return !of_form;
}

/* Before the dots and spaces that stand where a number should be written in. */
static size_t back_blank(const struct reader *r, size_t at)
{
	size_t least = at > r->from + BLANK_MAX ? at - BLANK_MAX : r->from;

	while (at > least) {
		size_t before = docnum_back_spaces(r->text, at, 1);

		if (before < at)
			at = before;
		else if (strchr("._", r->text.p[at - 1]))
			at--;
		else if (str_ends(str_head(r->text, at), STR("…")))
			at -= sizeof("…") - 1;
		else
			break;
	}
	return at;
}

static bool read_empty(const struct reader *r, size_t slash, struct docnum *n)
{
	size_t so, end = back_blank(r, slash);
	struct symbol symbol;
	size_t at = docnum_skip_spaces(r->text, slash + 1, SPACES_MAX);

	*n = (struct docnum){.form = DOCNUM_EMPTY};
	if (end < r->from || !docnum_so_before(r->text, end, &so) || so < r->from ||
	    !read_symbol(r, skip_year(r, at, &n->year), &symbol) || symbol.groups < 2 ||
	    !is_type_code(symbol.first))
		return false;
	n->from = n->start = so;
	n->to = symbol.to;
	n->symbol = tidy(r->a, part(r->text, symbol.from, symbol.to));
	return true;
}

static bool read_slash(const struct reader *r, size_t at, struct docnum *n)
{
	return read_state(r, at, n) || read_party(r, at, n) || read_empty(r, at, n);
}

/* Exactly n digits at *at, which moves behind them. */
static bool take_digits(struct str s, size_t *at, size_t n)
{
	size_t start = *at;

	*at = docnum_skip_digits(s, start, n);
	return *at - start == n;
}

static bool take(struct str s, size_t *at, struct str text)
{
	if (!str_starts(str_from(s, *at), text))
		return false;
	*at += text.n;
	return true;
}

/* A code is not part of a longer one; the point that ends a sentence is none of it. */
static bool ends_code(struct str s, size_t at)
{
	return !letters_word_at(s, at) && !(byte_at(s, at, '.') && letters_word_at(s, at + 1));
}

/* .000.00.00.H12 */
static size_t skip_branch(struct str s, size_t at)
{
	size_t end = at;

	if (take(s, &end, STR(".")) && take_digits(s, &end, 3) && take(s, &end, STR(".")) &&
	    take_digits(s, &end, 2) && take(s, &end, STR(".")) && take_digits(s, &end, 2) &&
	    take(s, &end, STR(".")) && end < s.n && s.p[end] >= 'A' && s.p[end++] <= 'Z' &&
	    take_digits(s, &end, 2))
		return end;
	return at;
}

static bool read_procedure(const struct reader *r, size_t dot, struct docnum *n)
{
	size_t end = dot + 1;

	if (dot == r->from || r->text.p[dot - 1] < '1' || r->text.p[dot - 1] > '9' ||
	    is_cut(r, dot - 1) || !take_digits(r->text, &end, 6))
		return false;
	*n = (struct docnum){.form = DOCNUM_PROCEDURE,
			     .from = dot - 1,
			     .start = dot - 1,
			     .to = skip_branch(r->text, end)};
	n->number = part(r->text, n->from, n->to);
	return ends_code(r->text, n->to);
}

static bool read_birth(const struct reader *r, size_t dot, struct docnum *n)
{
	size_t start = back_digits(r, dot, NUMBER_MAX), end = dot;

	if (dot - start != NUMBER_MAX || is_cut(r, start) ||
	    !take(r->text, &end, STR(".GCS.")) || !take_digits(r->text, &end, 5) ||
	    !take(r->text, &end, STR(".")) || !take_digits(r->text, &end, 2) ||
	    !ends_code(r->text, end))
		return false;
	*n = (struct docnum){.form = DOCNUM_BIRTH, .from = start, .start = start, .to = end};
	n->number = part(r->text, start, end);
	return true;
}

static bool read_dot(const struct reader *r, size_t at, struct docnum *n)
{
	return read_birth(r, at, n) || read_procedure(r, at, n);
}

/* "6909" and "01-1" of "QCVN 01-1:2018". */
static size_t skip_standard_number(struct str s, size_t at)
{
	size_t end = docnum_skip_digits(s, at, NUMBER_MAX), sub;

	if (end == at || !byte_at(s, end, '-'))
		return end;
	sub = docnum_skip_digits(s, end + 1, YEAR_DIGITS);
	return sub - end - 1 == 1 || sub - end - 1 == 2 ? sub : end;
}

/* "/BYT" behind a standard: whose it is. */
static size_t skip_owner(struct str s, size_t at, struct str *owner)
{
	size_t end = at + 1, n;

	if (!byte_at(s, at, '/'))
		return at;
	while ((n = capital(s, end)) != 0)
		end += n;
	if (end - at < 3 || letters_word_at(s, end))
		return at;
	*owner = part(s, at, end);
	return end;
}

static struct str standard_name(struct str s, size_t at)
{
	static const char *const names[] = {"TCVN", "QCVN", "TCCS", "ISO/IEC", "ISO"};

	for (size_t i = 0; i < COUNT(names); i++) {
		if (str_starts(str_from(s, at), str_of(names[i])))
			return str_of(names[i]);
	}
	return (struct str){0};
}

static size_t skip_standard_year(struct str s, size_t at, struct str *year)
{
	size_t end = at + 1;

	if (!(byte_at(s, at, ':') || byte_at(s, at, '-')) ||
	    !take_digits(s, &end, YEAR_DIGITS) || digit_at(s, end))
		return at;
	*year = part(s, at + 1, end);
	return end;
}

static bool read_standard(const struct reader *r, size_t at, struct docnum *n)
{
	struct str s = r->text, name = standard_name(s, at), owner = {0};
	size_t start, end;

	if (!name.n || letters_word_before(s, at))
		return false;
	*n = (struct docnum){.form = DOCNUM_STANDARD, .from = at, .start = at};
	start = docnum_skip_spaces(s, at + name.n, 1);
	end = skip_standard_number(s, start);
	if (start == end)
		return false;
	n->number = part(s, start, end);
	end = skip_standard_year(s, end, &n->year);
	n->to = skip_owner(s, end, &owner);
	n->symbol = str_concat(r->a, name, owner, STR(""));
	return !letters_word_at(s, n->to);
}

/* The signs that are in each number; at any other byte nothing needs to be looked at. */
static bool read_at(const struct reader *r, size_t at, struct docnum *n)
{
	switch (r->text.p[at]) {
	case '/':
		return read_slash(r, at, n);
	case '.':
		return read_dot(r, at, n);
	case 'T':
	case 'Q':
	case 'I':
		return read_standard(r, at, n);
	default:
		return false;
	}
}

static bool find_number(const struct reader *r, struct docnum *n)
{
	for (size_t i = r->from; i < r->text.n; i++) {
		if (read_at(r, i, n))
			return true;
	}
	return false;
}

bool docnum_find(struct arena *a, struct str text, size_t from, struct docnum *found)
{
	const struct reader r = {.a = a, .text = text, .from = from};

	if (!find_number(&r, found))
		return false;
	found->end = found->to;
	docnum_read_behind(text, found);
	return true;
}

bool docnum_parse(struct arena *a, struct str s, struct docnum *number)
{
	const struct reader r = {.a = a, .text = s, .whole = true};

	if (!find_number(&r, number))
		return false;
	number->end = number->to;
	return number->from == 0 && number->to == s.n && number->form != DOCNUM_SUSPICIOUS &&
	       number->form != DOCNUM_EMPTY;
}

static struct str standard_written(struct arena *a, const struct docnum *n)
{
	struct str owner, name = n->symbol;

	if (!str_starts(name, STR("ISO")))
		name = str_cut(name, '/', &owner);
	else
		owner = (struct str){0};
	return str_fmt(a, STR_FMT " " STR_FMT "%s" STR_FMT "%s" STR_FMT, STR_ARG(name),
		       STR_ARG(n->number), n->year.n ? ":" : "", STR_ARG(n->year),
		       owner.n ? "/" : "", STR_ARG(owner));
}

struct str docnum_written(struct arena *a, const struct docnum *n)
{
	switch (n->form) {
	case DOCNUM_PARTY:
		return str_concat(a, n->number, STR("-"), n->symbol);
	case DOCNUM_STANDARD:
		return standard_written(a, n);
	case DOCNUM_PROCEDURE:
	case DOCNUM_BIRTH:
		return n->number;
	default:
		return str_fmt(a, STR_FMT "/" STR_FMT "%s" STR_FMT, STR_ARG(n->number),
			       STR_ARG(n->year), n->year.n ? "/" : "", STR_ARG(n->symbol));
	}
}

bool docnum_is_valid(struct str s)
{
	struct arena a = {0};
	struct docnum n;
	bool valid = docnum_parse(&a, s, &n) && n.form <= DOCNUM_STANDARD &&
		     str_eq(docnum_written(&a, &n), s);

	arena_free(&a);
	return valid;
}

/* Letters and digits only, in lower case, d for đ. */
static void append_letters(struct buf *out, struct str symbol)
{
	while (symbol.n) {
		uint32_t c = letter_small(utf8_take(&symbol));

		if (c == LETTER_D_BAR)
			buf_byte(out, 'd');
		else if (c != '-' && c != '/')
			utf8_put(out, c);
	}
}

struct str docnum_key(struct arena *a, const struct docnum *n)
{
	struct buf out = {.arena = a};
	struct str number = n->number;

	while (number.n > 1 && number.p[0] == '0' && digit_at(number, 1))
		number = str_from(number, 1);
	buf_add(&out, number);
	buf_byte(&out, '/');
	buf_add(&out, n->year);
	buf_byte(&out, '/');
	append_letters(&out, n->symbol);
	return buf_str(&out);
}
