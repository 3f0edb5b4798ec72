/*
 * One function a type: the value as written becomes the member of a struct, or a
 * message that says what would be right.
 */
#include "base/utf8.h"
#include "data/schema_parts.h"
#include "viet/fold.h"
#include "viet/slug.h"

/* A field, its value, and where both are told of. */
struct taking {
	struct loader *l;
	const struct given *g;
	const struct value *v;
	struct str text; /* of v, trimmed */
};

/* An author's text in a message: one line, not too long. */
static struct str quoted(struct loader *l, struct str text)
{
	struct str head = utf8_head(text, QUOTED_MAX);
	char *p = str_z(&l->scratch, head);

	for (size_t i = 0; i < head.n; i++) {
		if (p[i] == '\n' || p[i] == '\t')
			p[i] = ' ';
	}
	return str_fmt(&l->scratch, "%s%s", p, head.n < text.n ? "…" : "");
}

static struct str name(const struct taking *t)
{
	return schema_name_given(&t->l->scratch, t->g);
}

/* "a group of fields", "a group of fields or the word khong-thu" */
static const char *wanted(struct loader *l, const struct field *f)
{
	const char *type = _(schema_type_words(f->type));

	if (!f->word)
		return type;
	return str_fmt(&l->scratch, _("%s or the word %s"), type, f->word).p;
}

/* What every refusal of a type says: what it must be, and what it is. */
static bool refuse(const struct taking *t)
{
	struct str is = quoted(t->l, t->text), called = name(t);

	return diag_error(t->l->diag, t->v->pos, _(STR_FMT " must be %s, not \"" STR_FMT "\""),
			  STR_ARG(called), wanted(t->l, t->g->field), STR_ARG(is));
}

/* With what to write instead. */
static bool refuse_for(const struct taking *t, struct str better)
{
	struct str is = quoted(t->l, t->text), called = name(t);

	return diag_error(t->l->diag, t->v->pos,
			  _(STR_FMT " must be %s, not \"" STR_FMT "\"; write " STR_FMT),
			  STR_ARG(called), wanted(t->l, t->g->field), STR_ARG(is),
			  STR_ARG(better));
}

bool schema_refuse_kind(struct loader *l, const struct given *g, const struct value *v)
{
	struct str called = schema_name_given(&l->scratch, g);
	const char *words = wanted(l, g->field);

	if (v->kind == VALUE_LIST)
		return diag_error(l->diag, v->pos,
				  _(STR_FMT " must be %s, but a list is written here"),
				  STR_ARG(called), words);
	if (v->kind == VALUE_MAP)
		return diag_error(
			l->diag, v->pos,
			_(STR_FMT " must be %s, but a group of fields is written here"),
			STR_ARG(called), words);
	return refuse(&(struct taking){l, g, v, v->text});
}

static bool take_bounded_text(const struct taking *t, void *to)
{
	const struct field *f = t->g->field;
	bool many = f->flags & FIELD_MANY;
	struct str called;
	size_t n;

	*(struct str *)to = str_dup(t->l->arena, t->text);
	if (many || (f->flags & FIELD_RULED) || (!schema_has_min(f) && !schema_has_max(f)))
		return true;
	n = utf8_count(t->text);
	called = name(t);
	if (schema_has_max(f) && n > (uint64_t)f->max)
		diag_warn(t->l->diag, t->v->pos,
			  _(STR_FMT " should have at most %lld characters, not %zu"),
			  STR_ARG(called), (long long)f->max, n);
	if (schema_has_min(f) && n < (uint64_t)f->min)
		diag_warn(t->l->diag, t->v->pos,
			  _(STR_FMT " should have at least %lld characters, not %zu"),
			  STR_ARG(called), (long long)f->min, n);
	return true;
}

static struct str line_of(struct str text, uint32_t number)
{
	struct str line = {0};

	for (uint32_t i = 0; i < number; i++)
		line = str_cut(text, '\n', &text);
	return line;
}

/* Where text begins: behind its quote, or in the line below its '|' or '>'. */
static struct pos place_of_text(const struct diag *d, struct pos at)
{
	struct str file, line, text;

	if (!at.source || !at.line || !at.col)
		return at;
	file = diag_text(d, at.source);
	line = str_from(line_of(file, at.line), at.col - 1);
	if (str_starts(line, STR("\"")) || str_starts(line, STR("'")))
		at.col++;
	if (!str_starts(line, STR("|")) && !str_starts(line, STR(">")))
		return at;
	line = line_of(file, ++at.line);
	text = str_trim(line);
	at.col = text.n ? (uint32_t)(text.p - line.p) + 1 : 1;
	return at;
}

static bool take_markdown(const struct taking *t, void *to)
{
	struct marked_text *m = to;

	m->pos = place_of_text(t->l->diag, t->v->pos);
	return take_bounded_text(t, &m->text);
}

static bool take_string(const struct taking *t, void *to)
{
	struct str called;

	if (!str_has(t->text, '\n'))
		return take_bounded_text(t, to);
	called = name(t);
	return diag_error(t->l->diag, t->v->pos,
			  _(STR_FMT " must be one line of text, but has several lines"),
			  STR_ARG(called));
}

/* Decimal digits with a sign; false when it is none or does not fit. */
static bool parse_int(struct str s, int64_t *out)
{
	bool minus = str_starts(s, STR("-"));
	int64_t n = 0;

	if (minus || str_starts(s, STR("+")))
		s = str_from(s, 1);
	for (size_t i = 0; i < s.n; i++) {
		if (s.p[i] < '0' || s.p[i] > '9' || __builtin_mul_overflow(n, 10, &n) ||
		    __builtin_sub_overflow(n, s.p[i] - '0', &n))
			return false;
	}
	if (!s.n || (!minus && n == INT64_MIN))
		return false;
	*out = minus ? n : -n;
	return true;
}

static bool check_range(const struct taking *t, int64_t n)
{
	const struct field *f = t->g->field;
	bool low = schema_has_min(f) && n < f->min, high = schema_has_max(f) && n > f->max;
	struct str called;

	if ((f->flags & FIELD_MANY) || (!low && !high))
		return true;
	called = name(t);
	if (schema_has_max(f))
		return diag_error(t->l->diag, t->v->pos,
				  _(STR_FMT " must be from %lld to %lld, not %lld"),
				  STR_ARG(called), (long long)f->min, (long long)f->max,
				  (long long)n);
	return diag_error(t->l->diag, t->v->pos, _(STR_FMT " must be %lld or more, not %lld"),
			  STR_ARG(called), (long long)f->min, (long long)n);
}

static bool take_int(const struct taking *t, void *to)
{
	int64_t n;

	if (!parse_int(t->text, &n))
		return refuse(t);
	if (!check_range(t, n))
		return false;
	*(int64_t *)to = n;
	return true;
}

/* "1.000", "1 000 đồng", "1000đ": digits in groups of three, and the currency. */
static struct str digits_meant(const struct taking *t)
{
	static const char *const units[] = {"vnd", "dong", "d", NULL};
	struct str s = viet_fold(&t->l->scratch, t->text);
	struct buf out = {.arena = &t->l->scratch};

	for (size_t i = 0; units[i]; i++) {
		if (!str_ends(s, str_of(units[i])))
			continue;
		s = str_trim(str_head(s, s.n - strlen(units[i])));
		break;
	}
	for (size_t i = 0; i < s.n; i++) {
		bool separates = strchr("., ", s.p[i]) && (s.n - i) % 4 == 0 && i;

		if (s.p[i] >= '0' && s.p[i] <= '9')
			buf_byte(&out, s.p[i]);
		else if (!separates)
			return (struct str){0};
	}
	return buf_str(&out);
}

/* A point would be a decimal point to YAML: 1.000 is one. */
static bool take_money(const struct taking *t, void *to)
{
	struct str meant;
	int64_t n;

	if (parse_int(t->text, &n) && n >= 0 && t->text.n <= MONEY_DIGITS_MAX) {
		*(int64_t *)to = n;
		return true;
	}
	meant = digits_meant(t);
	return meant.n && meant.n < t->text.n ? refuse_for(t, meant) : refuse(t);
}

static bool is_word(struct str s, const char *const *words)
{
	for (; *words; words++) {
		if (str_eq_z(s, *words))
			return true;
	}
	return false;
}

static bool take_bool(const struct taking *t, void *to)
{
	static const char *const yes[] = {"co", "dung", "yes", "y", "on", "1", "x", NULL};
	static const char *const no[] = {"khong", "sai", "no", "n", "off", "0", NULL};
	struct str folded = viet_fold(&t->l->scratch, t->text);

	if (is_word(folded, yes))
		return refuse_for(t, STR("true"));
	if (is_word(folded, no))
		return refuse_for(t, STR("false"));
	if (!str_eq_z(folded, "true") && !str_eq_z(folded, "false"))
		return refuse(t);
	*(bool *)to = str_eq_z(folded, "true");
	return true;
}

/* d without what the field's type cannot hold; false when too little is left. */
static bool fit_date(enum field_type type, struct date *d)
{
	if (type != FIELD_DATETIME && d->has_time)
		*d = (struct date){d->year, d->month, d->day, 0, 0, false};
	return type == FIELD_EDTF || date_is_full(*d);
}

static bool refuse_date(const struct taking *t)
{
	struct str called = name(t);
	struct date meant;
	enum date_guess guess = schema_guess_date(t->text, &meant);

	if (guess == DATE_NO_SUCH_DAY)
		return diag_error(t->l->diag, t->v->pos,
				  _(STR_FMT ": there is no day \"" STR_FMT "\""),
				  STR_ARG(called), STR_ARG(t->text));
	if (guess == DATE_MEANT && fit_date(t->g->field->type, &meant))
		return refuse_for(t, date_iso(&t->l->scratch, meant));
	return refuse(t);
}

static bool take_date(const struct taking *t, void *to)
{
	enum field_type type = t->g->field->type;

	return date_parse(t->text, type == FIELD_EDTF, type == FIELD_DATETIME, to) ||
	       refuse_date(t);
}

/* The choice whose code or name is text but for case, marks and dashes, or whose code
 * is nearest; NULL when none is near. */
static const char *guess_choice(struct arena *scratch, const struct choice *choices,
				struct str text)
{
	struct str folded = schema_key(scratch, text);
	size_t near = folded.n < 4 ? 1 : 2;
	const char *guess = NULL;

	for (const struct choice *c = choices; c->code; c++) {
		struct str code = schema_key(scratch, str_of(c->code));
		size_t far = viet_distance(folded, code, near);

		if (str_eq(folded, schema_key(scratch, str_of(c->name))))
			return c->code;
		if (far > near || (guess && far == near))
			continue;
		guess = c->code;
		near = far;
	}
	return guess;
}

static bool refuse_choice(const struct taking *t)
{
	const struct choice *choices = t->g->field->choices;
	struct arena *scratch = &t->l->scratch;
	struct str called = name(t), is = quoted(t->l, t->text);
	struct str codes = schema_codes(scratch, choices);
	const char *guess = guess_choice(scratch, choices, t->text);

	if (guess)
		return diag_error(t->l->diag, t->v->pos,
				  _(STR_FMT " cannot be \"" STR_FMT
					    "\"; did you mean \"%s\"? Allowed are: " STR_FMT),
				  STR_ARG(called), STR_ARG(is), guess, STR_ARG(codes));
	return diag_error(t->l->diag, t->v->pos,
			  _(STR_FMT " cannot be \"" STR_FMT "\"; allowed are: " STR_FMT),
			  STR_ARG(called), STR_ARG(is), STR_ARG(codes));
}

static bool take_choice(const struct taking *t, void *to)
{
	const struct choice *choices = t->g->field->choices;

	for (int i = 0; choices[i].code; i++) {
		if (str_eq_z(t->text, choices[i].code)) {
			*(int *)to = i;
			return true;
		}
	}
	return refuse_choice(t);
}

static bool refuse_slug(const struct taking *t)
{
	struct str better = viet_slug(&t->l->scratch, t->text);

	return better.n ? refuse_for(t, better) : refuse(t);
}

static bool take_slug(const struct taking *t, void *to)
{
	if (!viet_is_slug(t->text))
		return refuse_slug(t);
	*(struct str *)to = str_dup(t->l->arena, t->text);
	return true;
}

static bool take_ref(const struct taking *t, void *to)
{
	struct ref *ref = to;

	ref->pos = t->v->pos;
	if ((t->g->field->flags & FIELD_OR_NAME) && !viet_is_slug(t->text))
		return take_string(t, &ref->name);
	return take_slug(t, &ref->code);
}

static bool has_blank(struct str s)
{
	return str_has(s, ' ') || str_has(s, '\t') || str_has(s, '\n');
}

/* What somebody means who writes a link without its beginning. */
static bool refuse_url(const struct taking *t)
{
	const char *begin = NULL;

	if (!has_blank(t->text) && str_has(t->text, '@'))
		begin = "mailto:";
	else if (!has_blank(t->text) && str_has(t->text, '.') && !str_has(t->text, ':'))
		begin = "https://";
	if (!begin)
		return refuse(t);
	return refuse_for(t, str_fmt(&t->l->scratch, "%s" STR_FMT, begin, STR_ARG(t->text)));
}

static bool take_url(const struct taking *t, void *to)
{
	static const char *const begins[] = {"https://", "http://", "mailto:", "tel:"};

	for (size_t i = 0; i < COUNT(begins); i++) {
		struct str begin = str_of(begins[i]);

		if (!str_starts(t->text, begin) || t->text.n == begin.n || has_blank(t->text))
			continue;
		*(struct str *)to = str_dup(t->l->arena, t->text);
		return true;
	}
	return refuse_url(t);
}

static bool goes_up(struct str path)
{
	while (path.n) {
		if (str_eq_z(str_cut(path, '/', &path), ".."))
			return true;
	}
	return false;
}

static bool refuse_backslash(const struct taking *t)
{
	char *better = str_z(&t->l->scratch, t->text);

	for (char *p = better; *p; p++) {
		if (*p == '\\')
			*p = '/';
	}
	return refuse_for(t, str_of(better));
}

static bool take_path(const struct taking *t, void *to)
{
	if (str_has(t->text, '\\'))
		return refuse_backslash(t);
	if (goes_up(t->text) || str_has(t->text, '\n') || str_starts(t->text, STR("//")) ||
	    str_has(str_cut(t->text, '/', &(struct str){0}), ':'))
		return refuse(t);
	*(struct str *)to = str_dup(t->l->arena, t->text);
	return true;
}

static bool take_file(const struct taking *t, void *to)
{
	struct file_ref *file = to;

	file->pos = t->v->pos;
	return take_path(t, &file->path);
}

static const struct type {
	bool (*take)(const struct taking *t, void *to);
	size_t size;
} types[] = {
	[FIELD_STRING] = {take_string, sizeof(struct str)},
	[FIELD_TEXT] = {take_bounded_text, sizeof(struct str)},
	[FIELD_MARKDOWN] = {take_markdown, sizeof(struct marked_text)},
	[FIELD_INT] = {take_int, sizeof(int64_t)},
	[FIELD_MONEY] = {take_money, sizeof(int64_t)},
	[FIELD_BOOL] = {take_bool, sizeof(bool)},
	[FIELD_DATE] = {take_date, sizeof(struct date)},
	[FIELD_EDTF] = {take_date, sizeof(struct date)},
	[FIELD_DATETIME] = {take_date, sizeof(struct date)},
	[FIELD_CHOICE] = {take_choice, sizeof(int)},
	[FIELD_SLUG] = {take_slug, sizeof(struct str)},
	[FIELD_REF] = {take_ref, sizeof(struct ref)},
	[FIELD_URL] = {take_url, sizeof(struct str)},
	[FIELD_PATH] = {take_path, sizeof(struct str)},
	[FIELD_FILE] = {take_file, sizeof(struct file_ref)},
};

size_t schema_item_size(const struct field *f)
{
	return f->type == FIELD_MAP ? f->map->size : types[f->type].size;
}

/* true and false stand for themselves only; numbers are taken as they were written. */
static bool is_usable(const struct field *f, enum value_kind kind)
{
	if (kind == VALUE_BOOL)
		return f->type == FIELD_BOOL;
	return kind == VALUE_STRING || kind == VALUE_NUMBER;
}

static bool refuse_empty(const struct taking *t)
{
	struct str called = name(t);

	return diag_error(t->l->diag, t->v->pos,
			  _(STR_FMT " is empty; write something, or delete the line"),
			  STR_ARG(called));
}

static bool refuse_bool_as_text(const struct taking *t)
{
	struct str called = name(t);

	return diag_error(t->l->diag, t->v->pos,
			  _(STR_FMT " must be text; put \"" STR_FMT "\" between double quotes"),
			  STR_ARG(called), STR_ARG(t->text));
}

bool schema_take_value(struct loader *l, const struct given *g, const struct value *v, void *to)
{
	const struct taking t = {l, g, v, str_trim(v->text)};
	bool is_text = g->field->type == FIELD_STRING || g->field->type == FIELD_TEXT ||
		       g->field->type == FIELD_MARKDOWN;

	if (v->kind == VALUE_BOOL && is_text)
		return refuse_bool_as_text(&t);
	if (!is_usable(g->field, v->kind))
		return schema_refuse_kind(l, g, v);
	if (!t.text.n)
		return refuse_empty(&t);
	return types[g->field->type].take(&t, to);
}
