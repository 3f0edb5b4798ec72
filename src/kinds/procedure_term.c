#include "kinds/procedure_term.h"

#include "viet/fold.h"

/* As the administration writes them: 03, and not 3. */
static const char *const unit_words[] = {
	[TERM_WORKING_HOURS] = "giờ làm việc",
	[TERM_WORKING_DAYS] = "ngày làm việc",
	[TERM_DAYS] = "ngày",
	[TERM_MONTHS] = "tháng",
};

static bool is_counted(const struct channel_term *t)
{
	return t->unit != TERM_BY_APPOINTMENT && t->unit != TERM_SAME_SESSION;
}

struct str procedure_term_words(struct arena *a, const struct channel_term *t)
{
	if (is_counted(t))
		return str_fmt(a, "%02lld %s", (long long)t->amount, unit_words[t->unit]);
	if (t->unit == TERM_SAME_SESSION)
		return STR("Trong buổi làm việc");
	return t->about.n ? t->about : STR("Theo giấy hẹn");
}

/* Do all ways to apply take as long? */
static bool is_one_term(struct arena *a, const struct procedure *x)
{
	struct str first = {0};

	for (size_t i = 0; i < x->manners.n; i++) {
		const struct channel_term *t = LIST_ITEM(x->manners, struct manner, i)->term;
		struct str words = t ? procedure_term_words(a, t) : (struct str){0};

		if (i && !str_eq(words, first))
			return false;
		first = words;
	}
	return true;
}

static struct str terms_by_channel(struct arena *a, const struct procedure *x)
{
	struct buf out = {.arena = a};

	for (size_t i = 0; i < x->manners.n; i++) {
		const struct manner *m = LIST_ITEM(x->manners, struct manner, i);

		if (!m->term)
			continue;
		buf_fmt(&out, "%s%s: " STR_FMT, out.n ? "; " : "",
			procedure_channels[m->channel].name,
			STR_ARG(procedure_term_words(a, m->term)));
	}
	return buf_str(&out);
}

static struct str term_from_manners(struct arena *a, const struct procedure *x)
{
	const struct channel_term *first;

	if (!x->manners.n)
		return (struct str){0};
	first = LIST_ITEM(x->manners, struct manner, 0)->term;
	if (first && is_one_term(a, x))
		return procedure_term_words(a, first);
	return terms_by_channel(a, x);
}

struct str procedure_term_text(struct arena *a, const struct procedure *x)
{
	return x->term.n ? x->term : term_from_manners(a, x);
}

/* A number and a unit, found in folded text. */
struct stated {
	int64_t amount;
	enum term_unit unit;
	struct str words;
};

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

/* The longer first: each working day is a day. Hours of the clock are no term. */
static bool take_unit(struct str s, struct stated *out)
{
	static const struct {
		const char *words;
		enum term_unit unit;
	} units[] = {
		{"gio lam viec", TERM_WORKING_HOURS},
		{"ngay lam viec", TERM_WORKING_DAYS},
		{"ngay", TERM_DAYS},
		{"thang", TERM_MONTHS},
	};

	for (size_t i = 0; i < COUNT(units); i++) {
		if (!str_starts(s, str_of(units[i].words)))
			continue;
		out->unit = units[i].unit;
		out->words.n += strlen(units[i].words);
		s = str_trim(str_from(s, strlen(units[i].words)));
		/* "ngày 15 tháng 9" is a date. */
		return out->unit != TERM_MONTHS || !s.n || !is_digit(s.p[0]);
	}
	return false;
}

/* At a digit: "03 ngay lam viec". *used is how far it was looked at. */
static bool take_stated(struct str s, struct stated *out, size_t *used)
{
	size_t n = 0, blanks = 0;

	*out = (struct stated){.words = {s.p, 0}};
	for (; n < s.n && is_digit(s.p[n]); n++) {
		if (n < 9)
			out->amount = out->amount * 10 + (s.p[n] - '0');
	}
	*used = n;
	while (n + blanks < s.n && s.p[n + blanks] == ' ')
		blanks++;
	out->words.n = n + blanks;
	return take_unit(str_from(s, n + blanks), out);
}

static bool is_agreed(const struct procedure *x, const struct stated *s)
{
	for (size_t i = 0; i < x->manners.n; i++) {
		const struct channel_term *t = LIST_ITEM(x->manners, struct manner, i)->term;

		if (t && is_counted(t) && t->amount == s->amount && t->unit == (int)s->unit)
			return true;
	}
	return false;
}

/* Is each term a number, so that words without one cannot be right? */
static bool all_counted(const struct procedure *x)
{
	for (size_t i = 0; i < x->manners.n; i++) {
		const struct channel_term *t = LIST_ITEM(x->manners, struct manner, i)->term;

		if (!t || !is_counted(t))
			return false;
	}
	return x->manners.n > 0;
}

/* "03 ngay lam viec" as people write it. */
static struct str stated_words(struct arena *a, const struct stated *s)
{
	const struct channel_term t = {.amount = s->amount, .unit = (int)s->unit};

	return procedure_term_words(a, &t);
}

struct str procedure_term_conflict(struct arena *a, const struct procedure *x)
{
	struct str text = viet_fold(a, x->term);
	struct stated s;
	size_t used, found = 0;

	if (!x->term.n || !x->manners.n)
		return (struct str){0};
	for (size_t i = 0; i < text.n; i += used) {
		used = 1;
		if (!is_digit(text.p[i]) || !take_stated(str_from(text, i), &s, &used))
			continue;
		found++;
		if (!is_agreed(x, &s))
			return stated_words(a, &s);
	}
	if (found || !all_counted(x))
		return (struct str){0};
	return term_from_manners(a, x);
}
