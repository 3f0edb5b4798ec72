#include "viet/privacy.h"

#include "viet/fold.h"

enum {
	IDENTITY_DIGITS = 12,
	OLD_IDENTITY_DIGITS = 9,
	INSURANCE_DIGITS = 13, /* behind the two letters */
	SOCIAL_DIGITS = 10,
	PHONE_DIGITS = 10,
	GROUPS_MAX = 6,
	/* The latest year of a century in which somebody can have been born who has a card
	 * of the 21st century. */
	YOUNGEST = 35,
	BEFORE = 60,   /* bytes before a number in which a word says what it is */
	CHUNK = 200,   /* bytes around it that can make it a part of an address */
	CODE_MIN = 6,  /* digits of a file's code */
	CODE_MAX = 40, /* bytes */
	NAME_BEFORE = 120,
	BIRTH_YEAR_MIN = 1915,
	BIRTH_YEAR_MAX = 2035,
	USER_MAX = 30, /* bytes of a user's name in a mark */
};

/* What a place in a text could be the start of. */
struct number {
	size_t from, to;
	char digits[PRIVACY_DIGITS_MAX + 1];
	size_t n;
	size_t groups[GROUPS_MAX]; /* how many digits each has */
	size_t n_groups;
	bool plus; /* a '+' stands before it */
};

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

/* By its first byte: Vietnamese letters begin with C3 to C6 and E1, the quotes, dashes and
 * blanks beyond ASCII with C2 and E2. */
static bool is_letter(char c)
{
	unsigned char byte = (unsigned char)c;

	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
	       (byte >= 0xc3 && byte != 0xe2);
}

static char at(struct str s, size_t i)
{
	return i < s.n ? s.p[i] : '\0';
}

/* How many bytes stand between two groups of digits: a blank, a dot, a hyphen, a
 * no-break space; 0 when it is something else. */
static size_t separator(struct str s, size_t i)
{
	if (at(s, i) == ' ' || at(s, i) == '.' || at(s, i) == '-')
		return 1;
	return at(s, i) == '\xc2' && at(s, i + 1) == '\xa0' ? 2 : 0;
}

static bool is_letter_before(struct str s, size_t i)
{
	while (i && (s.p[i - 1] & 0xc0) == 0x80)
		i--;
	return i && is_letter(s.p[i - 1]);
}

/* Where the next group of digits begins when one stands right behind i; else 0. */
static size_t next_group(struct str s, size_t i)
{
	size_t gap = separator(s, i);

	return gap && is_digit(at(s, i + gap)) ? i + gap : 0;
}

/* The digits at `from`, in groups; so many in a row are a number by themselves. False
 * when they are more than any of ours has. */
static bool take_number(struct str s, size_t from, struct number *number)
{
	size_t next = from;

	*number = (struct number){.from = from, .plus = from && s.p[from - 1] == '+'};
	do {
		size_t i = next;

		while (is_digit(at(s, i)) && number->n < PRIVACY_DIGITS_MAX)
			number->digits[number->n++] = s.p[i++];
		if (is_digit(at(s, i)) || number->n_groups == GROUPS_MAX)
			return false;
		number->groups[number->n_groups++] = i - next;
		number->to = i;
		next = i - next < OLD_IDENTITY_DIGITS ? next_group(s, i) : 0;
	} while (next);
	return true;
}

/* Behind a number that was too long. */
static size_t skip_number(struct str s, size_t i)
{
	size_t next = i;

	do {
		for (i = next; is_digit(at(s, i));)
			i++;
		next = next_group(s, i);
	} while (next);
	return i;
}

static size_t smallest_group(const struct number *n)
{
	size_t least = n->groups[0];

	for (size_t i = 1; i < n->n_groups; i++)
		least = n->groups[i] < least ? n->groups[i] : least;
	return least;
}

static bool is_blank(char c)
{
	return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

/* Does it stand in an address, a path, the name of a file? */
static bool is_in_address(struct str s, const struct number *n)
{
	size_t from = n->from, to = n->to;
	struct str chunk;

	while (from && n->from - from < CHUNK && !is_blank(s.p[from - 1]))
		from--;
	while (to < s.n && to - n->to < CHUNK && !is_blank(s.p[to]))
		to++;
	chunk = (struct str){s.p + from, to - from};
	if (str_holds(chunk, STR("tel:")))
		return false;
	return str_holds(chunk, STR("://")) || str_holds(chunk, STR("www.")) ||
	       str_has(chunk, '=') || str_has(chunk, '@') || str_has(chunk, '_') ||
	       str_holds(chunk, STR("](")) || str_starts(chunk, STR("/"));
}

/* Does what stands behind a number go on with it? */
static bool goes_on(struct str s, size_t to)
{
	char behind = at(s, to), then = at(s, to + 1);

	if (is_letter(behind) || behind == '_')
		return true;
	if (behind == '-' || behind == '.')
		return is_digit(then) || is_letter(then);
	return behind == '/' && is_letter(then);
}

/* Nothing beside it makes it a part of something longer. */
static bool stands_alone(struct str s, const struct number *n)
{
	char before = n->from ? s.p[n->from - 1] : ' ';

	if (is_letter_before(s, n->from) || strchr(".-#_", before))
		return false;
	return !goes_on(s, n->to) && !is_in_address(s, n);
}

/* The words before a place, without marks, as far back as the sentence or line goes. */
static struct str words_before(struct arena *a, struct str s, size_t to, size_t most)
{
	size_t from = to;

	while (from && to - from < most && s.p[from - 1] != '\n' && s.p[from - 1] != ';' &&
	       s.p[from - 1] != '|')
		from--;
	while (from < to && (s.p[from] & 0xc0) == 0x80)
		from++;
	return viet_fold(a, (struct str){s.p + from, to - from});
}

static bool holds_any(struct str s, const char *const *words)
{
	for (; *words; words++) {
		if (str_holds(s, str_of(*words)))
			return true;
	}
	return false;
}

static const char *const other_words[] = {
	"tai khoan", "stk",       "so tk",   "ma so thue", "mst",
	"isbn",      "issn",      "van don", "giao dich",  "hoa don",
	"serial",    "ma vach",   "so may",  "ma don vi",  "dinh danh dien tu cua",
	"ma qhns",   "ngan sach", NULL};
static const char *const old_identity_words[] = {"cmnd", "chung minh", NULL};
static const char *const insurance_words[] = {"bhyt", "bhxh", "bao hiem", NULL};
static const char *const code_words[] = {"ma so",    "so the",  "ma the",  "the so",
					 "the bhyt", "so bhxh", "so bhyt", NULL};
static const char *const calling_words[] = {"dien thoai", "tong dai", "duong day",
					    "lien he",    "goi",      "sdt",
					    "hotline",    "so may",   NULL};

/* Provinces by the code that begins the number of an identity card. */
static bool is_province(int code)
{
	static const unsigned char codes[] = {
		1,  2,  4,  6,  8,  10, 11, 12, 14, 15, 17, 19, 20, 22, 24, 25,
		26, 27, 30, 31, 33, 34, 35, 36, 37, 38, 40, 42, 44, 45, 46, 48,
		49, 51, 52, 54, 56, 58, 60, 62, 64, 66, 67, 68, 70, 72, 74, 75,
		77, 79, 80, 82, 83, 84, 86, 87, 89, 91, 92, 93, 94, 95, 96,
	};

	for (size_t i = 0; i < COUNT(codes); i++) {
		if (codes[i] == code)
			return true;
	}
	return false;
}

static int two_digits(const char *p)
{
	return (p[0] - '0') * 10 + (p[1] - '0');
}

/* Province, then a digit for sex and century, then the year of birth. */
static bool is_identity(const struct number *n)
{
	char century = n->digits[3];

	if (n->n != IDENTITY_DIGITS || n->digits[0] != '0' || smallest_group(n) < 3 ||
	    !is_province(two_digits(n->digits + 1)))
		return false;
	return century <= '1' || (century <= '3' && two_digits(n->digits + 4) <= YOUNGEST);
}

/* 05 10 2026 and something */
static bool looks_like_date(const struct number *n)
{
	return n->n_groups > 3 && n->groups[0] == 2 && n->groups[1] == 2 && n->groups[2] == 4;
}

/* 03, 05, 07, 08, 09 and eight more; +84 or 84 in place of the 0. */
static bool is_mobile(const struct number *n)
{
	bool abroad = n->n == PHONE_DIGITS + 1 && n->digits[0] == '8' && n->digits[1] == '4';
	char network = n->digits[abroad ? 2 : 1];

	if (!abroad && (n->n != PHONE_DIGITS || n->digits[0] != '0' || n->plus))
		return false;
	if (smallest_group(n) < 2 || looks_like_date(n))
		return false;
	return network != '\0' && strchr("35789", network) != NULL;
}

/* The two letters stand for a group of insured people, the digit behind for what is
 * paid for them. */
static bool is_insurance(struct str s, const struct number *n, size_t *from)
{
	static const char groups[] = "DN HX CH NN TK HC XK HT TB NO CT XB TN CS QN CA CY XN "
				     "MS CC CK CB KC HD TE BT HN DT DK XD TS TC TQ TA TY HG "
				     "LS PV HS SV GB GD TH TV TD ND TL XV CN";
	size_t i = n->from;
	char code[3] = {0};

	if (n->n != INSURANCE_DIGITS || n->digits[0] < '1' || n->digits[0] > '5')
		return false;
	if (i && (s.p[i - 1] == ' ' || s.p[i - 1] == '-'))
		i--;
	if (i < 2 || is_letter_before(s, i - 2) || (i > 2 && is_digit(s.p[i - 3])) ||
	    goes_on(s, n->to))
		return false;
	memcpy(code, s.p + i - 2, 2);
	*from = i - 2;
	return code[0] >= 'A' && code[0] <= 'Z' && strstr(groups, code) != NULL;
}

static bool take(struct str s, enum privacy_type type, size_t from, const struct number *n,
		 struct privacy_find *found)
{
	found->type = type;
	found->at = from;
	found->text = (struct str){s.p + from, n->to - from};
	memcpy(found->digits, n->digits, sizeof(found->digits));
	if (type == PRIVACY_PHONE && n->n == PHONE_DIGITS + 1) {
		memmove(found->digits + 1, n->digits + 2, PHONE_DIGITS);
		found->digits[0] = '0';
	}
	return true;
}

/* What only the words before it can tell, and what they rule out. */
static bool match_in_context(struct str s, const struct number *n, struct privacy_find *found)
{
	struct arena scratch = {0};
	struct str before = words_before(&scratch, s, n->from, BEFORE);
	bool other = holds_any(before, other_words);
	bool insured = holds_any(before, insurance_words) && holds_any(before, code_words) &&
		       !holds_any(before, calling_words);
	bool old = holds_any(before, old_identity_words);

	arena_free(&scratch);
	if (n->n == OLD_IDENTITY_DIGITS && old)
		return take(s, PRIVACY_IDENTITY, n->from, n, found);
	if (n->n == SOCIAL_DIGITS && insured)
		return take(s, PRIVACY_INSURANCE, n->from, n, found);
	if (other)
		return false;
	if (is_identity(n))
		return take(s, PRIVACY_IDENTITY, n->from, n, found);
	return is_mobile(n) &&
	       take(s, PRIVACY_PHONE, n->plus ? n->from - 1 : n->from, n, found);
}

/* A number at n that is one of ours. */
static bool match_number(struct str s, const struct number *n, struct privacy_find *found)
{
	size_t from;

	if (is_insurance(s, n, &from))
		return take(s, PRIVACY_INSURANCE, from, n, found);
	if (n->n < OLD_IDENTITY_DIGITS || n->n > IDENTITY_DIGITS || !stands_alone(s, n))
		return false;
	return match_in_context(s, n, found);
}

/* A day as dd/mm/yyyy; *to is behind it. */
static bool take_date(struct str s, size_t i, size_t *to, int *year)
{
	for (int part = 0; part < 2; part++) {
		size_t from = i;

		while (is_digit(at(s, i)) && i - from < 2)
			i++;
		if (i == from || !at(s, i) || !strchr("/.-", at(s, i)))
			return false;
		i++;
	}
	for (int k = 0; k < 4; k++) {
		if (!is_digit(at(s, i + (size_t)k)))
			return false;
	}
	*year = two_digits(s.p + i) * 100 + two_digits(s.p + i + 2);
	*to = i + 4;
	return !is_digit(at(s, *to));
}

/* The part of a text around a place, within its line. */
static struct str around(struct str s, size_t i, size_t before, size_t behind)
{
	size_t from = i, to = i;

	while (from && i - from < before && s.p[from - 1] != '\n')
		from--;
	while (to < s.n && to - i < behind && s.p[to] != '\n')
		to++;
	return (struct str){s.p + from, to - from};
}

/* Family names of nine people in ten, as they begin a name. */
static bool holds_name(struct str s)
{
	static const char *const names[] = {
		"Nguyễn ", "Trần ",  "Lê ",   "Phạm ",  "Hoàng ", "Huỳnh ",  "Phan ",  "Vũ ",
		"Võ ",     "Đặng ",  "Bùi ",  "Đỗ ",    "Hồ ",    "Ngô ",    "Dương ", "Lý ",
		"Đinh ",   "Trịnh ", "Mai ",  "Đào ",   "Lương ", "Trương ", "Lâm ",   "Hà ",
		"Tô ",     "Đoàn ",  "Châu ", "Quách ", "Bà ",    "Ông ",    "bà ",    "ông ",
		"NGUYỄN ", "TRẦN ",  "LÊ ",   "PHẠM ",  NULL,
	};

	for (const char *const *name = names; *name; name++) {
		size_t i;

		for (size_t from = 0; str_find(s, str_of(*name), from, &i); from = i + 1) {
			char next = at(s, i + strlen(*name));
			bool capital = (next >= 'A' && next <= 'Z') || (next & 0x80);

			if (capital && !is_letter_before(s, i))
				return true;
		}
	}
	return false;
}

/* "Nguyễn Văn Mẫu, sinh ngày 12/3/1985" */
static bool match_birth(struct str s, size_t i, struct privacy_find *found)
{
	struct str before = around(s, i, 30, 0);
	size_t to;
	int year;

	if (!take_date(s, i, &to, &year) || year < BIRTH_YEAR_MIN || year > BIRTH_YEAR_MAX)
		return false;
	if (!str_holds(before, STR("sinh ng")) && !str_holds(before, STR("Sinh ng")) &&
	    !str_holds(before, STR("y sinh")) && !str_holds(before, STR("sinh: ")))
		return false;
	if (!holds_name(around(s, i, NAME_BEFORE, NAME_BEFORE / 2)))
		return false;
	*found = (struct privacy_find){
		.type = PRIVACY_BIRTH, .at = i, .text = {s.p + i, to - i}};
	return true;
}

static bool is_code_byte(char c)
{
	return is_digit(c) || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '.' ||
	       c == '-' || c == '/';
}

static const char *const file_words[] = {
	"ma ho so",      "so ho so",    "ma benh an", "so benh an",   "ma benh nhan",
	"ma nguoi benh", "ma luu tru",  "so luu tru", "ma luot kham", "ma bn",
	"ma y te",       "so vao vien", NULL};

static bool is_gap(char c)
{
	return !is_digit(c) && !(c >= 'a' && c <= 'z');
}

static bool leads_over(struct str s)
{
	while (s.n && is_gap(s.p[0]))
		s = str_from(s, 1);
	while (s.n && is_gap(s.p[s.n - 1]))
		s.n--;
	return !s.n || str_eq_z(s, "la") || str_eq_z(s, "so") || str_eq_z(s, "la so");
}

/* Is there nothing between such a word and the end but what leads over to a code? */
static bool ends_with_word(struct str before)
{
	for (const char *const *word = file_words; *word; word++) {
		size_t i;

		for (size_t from = 0; str_find(before, str_of(*word), from, &i); from = i + 1) {
			if (leads_over(str_from(before, i + strlen(*word))))
				return true;
		}
	}
	return false;
}

/* A code with so many digits right behind such a word: "mã hồ sơ: H31.16-261122-0005". */
static bool match_code(struct str s, size_t i, struct privacy_find *found)
{
	struct arena scratch = {0};
	size_t from = i, to = i, digits = 0;
	bool matches;

	while (from && i - from < CODE_MAX && is_code_byte(s.p[from - 1]))
		from--;
	while (to < s.n && to - from < CODE_MAX && is_code_byte(s.p[to]))
		digits += is_digit(s.p[to++]);
	while (to > i && !is_digit(s.p[to - 1]))
		to--;
	if (digits < CODE_MIN)
		return false;
	matches = ends_with_word(words_before(&scratch, s, from, CODE_MAX));
	arena_free(&scratch);
	*found = (struct privacy_find){
		.type = PRIVACY_FILE, .at = from, .text = {s.p + from, to - from}};
	return matches;
}

static bool is_user_byte(char c)
{
	return (c >= 'a' && c <= 'z') || is_digit(c) || c == '_' || c == '.';
}

/* 11/06/2026 09:15:18 at i, and behind "name-" */
static bool match_stamp(struct str s, size_t i, struct privacy_find *found)
{
	static const char form[] = "00/00/0000 00:00:00";
	size_t from = i;

	for (size_t k = 0; k < sizeof(form) - 1; k++) {
		char c = at(s, i + k);

		if (form[k] == '0' ? !is_digit(c) : c != form[k])
			return false;
	}
	if (i < 2 || s.p[i - 1] != '-')
		return false;
	for (from--; from && i - from < USER_MAX && is_user_byte(s.p[from - 1]);)
		from--;
	if (from == i - 1 || is_digit(s.p[from]) || !is_user_byte(s.p[from]))
		return false;
	*found = (struct privacy_find){.type = PRIVACY_STAMP,
				       .at = from,
				       .text = {s.p + from, i + sizeof(form) - 1 - from}};
	return true;
}

bool privacy_find_stamp(struct str s, size_t from, struct privacy_find *found)
{
	for (size_t i = from; str_find(s, STR("-"), i, &i); i++) {
		if (match_stamp(s, i + 1, found))
			return true;
	}
	return false;
}

/* Behind a user's name that ends in a digit, a day is taken for more of that number. */
static size_t last_group(const struct number *n)
{
	return n->n_groups ? n->to - n->groups[n->n_groups - 1] : n->from;
}

static bool match(struct str s, const struct number *n, bool whole, struct privacy_find *found)
{
	if (whole && match_number(s, n, found))
		return true;
	return match_birth(s, n->from, found) || match_stamp(s, last_group(n), found) ||
	       match_code(s, n->from, found);
}

bool privacy_find(struct str s, size_t from, struct privacy_find *found)
{
	for (size_t i = from; i < s.n; i++) {
		struct number n;
		bool whole;

		if (!is_digit(s.p[i]) || (i && is_digit(s.p[i - 1])))
			continue;
		whole = take_number(s, i, &n);
		if (match(s, &n, whole, found))
			return true;
		i = whole ? n.to - 1 : skip_number(s, i) - 1;
	}
	return false;
}

struct str privacy_phone_digits(struct arena *a, struct str s)
{
	struct buf out = {.arena = a};

	for (size_t i = 0; i < s.n; i++) {
		if (is_digit(s.p[i]))
			buf_byte(&out, s.p[i]);
	}
	if (str_starts(buf_str(&out), STR("84")) && out.n > PHONE_DIGITS)
		return str_concat(a, STR("0"), str_from(buf_str(&out), 2), STR(""));
	return buf_str(&out);
}
