#include "net/fetch.h"

#include "base/file.h"
#include "net/web.h"

enum {
	BATCH = 2 * FETCH_AT_ONCE, /* feeds whose bytes are in memory at once */
	HTTP_GOOD = 200,
};

/* ---- one feed -------------------------------------------------------------------- */

struct taking {
	struct fetching *fetching;
	struct arena *scratch;
	struct diag *diag;
};

static bool put_copy(const struct taking *t, const struct subordinate *u, struct str text)
{
	struct str copy = subordinate_copy(t->scratch, u),
		   note = subordinate_note(t->scratch, u);
	struct str beside = str_concat(t->scratch, copy, STR(".moi"), (struct str){0});

	return file_write(t->scratch, beside, text, t->diag) &&
	       file_rename(t->scratch, beside, copy, t->diag) &&
	       file_remove(t->scratch, note, STR(".cchc"), t->diag);
}

static bool put_note(const struct taking *t, const struct fetched *x)
{
	struct str line = str_fmt(t->scratch, STR_FMT " %s\n",
				  STR_ARG(date_iso(t->scratch, t->fetching->today)),
				  feed_fault_code(x->fault));

	return file_write(t->scratch, subordinate_note(t->scratch, x->unit), line, t->diag);
}

/* What came, beside what is there. */
static enum feed_fault judge(const struct taking *t, struct fetched *x, struct str text,
			     struct date *day)
{
	struct feed_wanted wanted = subordinate_wanted(x->unit, t->fetching->today);
	struct feed feed = {0};
	enum feed_fault fault = feed_parse(t->scratch, t->scratch, text, &wanted, &feed);

	*day = feed.created;
	if (fault == FEED_GOOD && date_is_set(x->day) &&
	    date_days(feed.created) < date_days(x->day))
		return FEED_OLDER;
	return fault;
}

static bool take_text(const struct taking *t, struct fetched *x, struct str text)
{
	struct str copy = subordinate_copy(t->scratch, x->unit);
	struct date day;

	x->fault = judge(t, x, text, &day);
	if (x->fault != FEED_GOOD)
		return put_note(t, x);
	x->is_new = !date_is_set(x->day) || !file_holds(t->scratch, copy, text);
	x->day = day;
	return put_copy(t, x->unit, text);
}

/* The day of the good copy that is there. */
static struct date day_of_copy(const struct taking *t, const struct subordinate *u)
{
	struct feed_wanted wanted = subordinate_wanted(u, t->fetching->today);
	struct str copy = subordinate_copy(t->scratch, u);
	struct feed feed = {0};

	return subordinate_read_file(t->scratch, t->scratch, copy, &wanted, &feed) == FEED_GOOD
		       ? feed.created
		       : (struct date){0};
}

/* ---- files of the site's folder -------------------------------------------------- */

static bool take_file(const struct taking *t, struct fetched *x)
{
	struct str path = x->unit->source, text;
	struct diag unsaid = {.arena = t->scratch};
	uint64_t bytes;

	if (!file_exists(path))
		x->fault = FEED_ABSENT;
	else if (file_size(path, &bytes) && bytes > FEED_BYTES_MAX)
		x->fault = FEED_TOO_LARGE;
	else if (!file_read(t->scratch, path, FEED_BYTES_MAX, &text, &unsaid))
		x->fault = FEED_UNREADABLE;
	else
		return take_text(t, x, text);
	return put_note(t, x);
}

/* ---- feeds from the web ---------------------------------------------------------- */

static enum feed_fault fault_of_outcome(enum web_outcome outcome)
{
	static const enum feed_fault faults[] = {
		[WEB_ANSWERED] = FEED_REFUSED,
		[WEB_NO_ADDRESS] = FEED_NO_HOST,
		[WEB_NO_HOST] = FEED_NO_HOST,
		[WEB_NO_WAY] = FEED_NO_WAY,
		[WEB_CUT] = FEED_CUT,
		[WEB_SILENCE] = FEED_SLOW,
		[WEB_CERTIFICATE] = FEED_CERTIFICATE,
		[WEB_TLS] = FEED_CERTIFICATE,
		[WEB_TOO_LARGE] = FEED_TOO_LARGE,
		[WEB_LOOP] = FEED_REDIRECT,
		[WEB_ELSEWHERE] = FEED_REDIRECT,
		[WEB_OTHER] = FEED_CUT,
	};

	return faults[outcome];
}

static bool take_answer(const struct taking *t, struct fetched *x, const struct web_question *q)
{
	bool elsewhere = !str_eq(feed_origin(q->end), feed_origin(x->unit->source));

	if (q->outcome == WEB_ANSWERED && q->status == HTTP_GOOD && !elsewhere)
		return take_text(t, x, q->body);
	x->fault = q->outcome == WEB_ANSWERED && elsewhere ? FEED_REDIRECT
							   : fault_of_outcome(q->outcome);
	x->detail = q->outcome == WEB_ANSWERED
			    ? str_fmt(t->fetching->arena, "HTTP %ld", q->status)
			    : str_dup(t->fetching->arena, q->detail);
	return put_note(t, x);
}

/* Some that trust the same certificates. */
static bool take_batch(const struct taking *t, struct fetched *const *items, size_t n)
{
	struct web_question *questions = arena_array(t->scratch, struct web_question, n);
	const struct web_limits limits = {
		.at_once = FETCH_AT_ONCE,
		.of_one_host = FETCH_AT_ONCE / 4,
		.seconds = t->fetching->seconds,
		.bytes = FEED_BYTES_MAX,
		.redirects = FETCH_REDIRECTS,
		.only_tls = true,
		.authority = items[0]->unit->authority,
	};
	bool ok = true;

	for (size_t i = 0; i < n; i++) {
		questions[i].url = items[i]->unit->source;
		questions[i].wanted = WEB_BODY;
	}
	web_ask(t->scratch, questions, n, &limits, NULL, NULL);
	for (size_t i = 0; i < n; i++)
		ok &= take_answer(t, items[i], &questions[i]);
	return ok;
}

/* As many as follow each other with the same certificates. */
static bool take_remote(struct taking *t, struct fetched *const *items, size_t n)
{
	bool ok = true;

	while (n) {
		size_t k = 1;

		while (k < n && k < BATCH &&
		       str_eq(items[k]->unit->authority, items[0]->unit->authority))
			k++;
		ok &= take_batch(t, items, k);
		arena_reset(t->scratch);
		items += k;
		n -= k;
	}
	return ok;
}

static bool find_units(struct fetching *f, struct diag *d)
{
	const struct list *all = &f->config->subordinates;

	f->items = arena_array(f->arena, struct fetched, all->n + 1);
	for (size_t i = 0; i < all->n; i++) {
		const struct subordinate *u = LIST_ITEM(*all, struct subordinate, i);

		if (!f->only.n || str_eq(f->only, u->code))
			f->items[f->n++].unit = u;
	}
	if (f->n)
		return true;
	if (!all->n)
		return diag_error(d, diag_file(d, f->config->source.path),
				  _("this site has no units to fetch data of; name them in "
				    "\"don_vi_truc_thuoc\""));
	return diag_error(d, (struct pos){0},
			  _("there is no unit \"" STR_FMT "\" in site.yaml"), STR_ARG(f->only));
}

bool fetch_feeds(struct fetching *f, struct diag *d)
{
	struct arena scratch = {0};
	struct taking t = {f, &scratch, d};
	struct fetched **remote;
	size_t n = 0;
	bool ok = true;

	if (!find_units(f, d))
		return false;
	remote = arena_array(f->arena, struct fetched *, f->n);
	for (size_t i = 0; i < f->n; i++) {
		f->items[i].day = day_of_copy(&t, f->items[i].unit);
		if (subordinate_is_remote(f->items[i].unit))
			remote[n++] = &f->items[i];
		else
			ok &= take_file(&t, &f->items[i]);
		arena_reset(&scratch);
	}
	ok &= take_remote(&t, remote, n);
	arena_free(&scratch);
	return ok;
}
