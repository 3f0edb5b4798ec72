#include "net/external.h"

#include <math.h>

#include "base/file.h"
#include "base/url.h"

enum {
	CACHE_MAX = 8 * 1024 * 1024, /* bytes */
	DAY_LENGTH = 10,             /* bytes of 2026-11-22 */
};

#define CACHE_PATH ".cchc/lien-ket-ngoai"

const char *const link_state_codes[] = {
	[LINK_GOOD] = "good",       [LINK_DEAD] = "dead", [LINK_MOVED] = "moved",
	[LINK_BLOCKED] = "blocked", [LINK_SLOW] = "slow", [LINK_UNKNOWN] = "unknown",
	[LINK_SKIPPED] = "skipped"};

static enum link_state state_of_status(const struct web_question *q)
{
	switch (q->status) {
	case 404:
	case 410:
		return LINK_DEAD;
	case 401:
	case 402:
	case 403:
	case 405:
	case 406:
	case 407:
	case 429:
	case 451:
	case 999: /* what LinkedIn says to programs */
		return LINK_BLOCKED;
	default:
		break;
	}
	if (q->status < 200 || q->status > 299)
		return LINK_UNKNOWN;
	if (q->moved)
		return LINK_MOVED;
	return q->seconds > EXTERNAL_SLOW ? LINK_SLOW : LINK_GOOD;
}

static enum link_state state_of(const struct web_question *q)
{
	switch (q->outcome) {
	case WEB_ANSWERED:
		return state_of_status(q);
	case WEB_NO_ADDRESS:
	case WEB_NO_HOST:
	case WEB_LOOP:
		return LINK_DEAD;
	case WEB_SILENCE:
		return LINK_SLOW;
	default:
		return LINK_UNKNOWN;
	}
}

/* What HEAD was told may not be what visitors are told. */
static bool ask_with_get(void *context, struct arena *a, struct web_question *q)
{
	(void)context;
	(void)a;
	if (q->wanted != WEB_HEAD || q->outcome == WEB_NO_ADDRESS ||
	    q->outcome == WEB_NO_HOST || q->outcome == WEB_NO_WAY || state_of(q) == LINK_GOOD ||
	    state_of(q) == LINK_MOVED)
		return false;
	q->wanted = WEB_STATUS;
	return true;
}

/* "https://..." is the beginning of an address, all else a host with those below it. */
static bool matches(struct str url, struct str pattern)
{
	if (str_starts(pattern, STR("https://")) || str_starts(pattern, STR("http://")))
		return str_starts(url, pattern);
	return host_is_of(url_host(url), pattern);
}

static bool is_skipped(const struct config *c, struct str url)
{
	const struct outside_setting *o = c->outside;

	for (size_t i = 0; o && i < o->skip.n; i++) {
		if (matches(url, *LIST_ITEM(o->skip, struct str, i)))
			return true;
	}
	return false;
}

/* A line "2026-11-22 https://...": on that day it was good. */
static void remember(struct map *good, struct str line, struct date today)
{
	struct str day = str_head(line, DAY_LENGTH), url = str_from(line, DAY_LENGTH + 1);
	struct date seen;
	int64_t age;

	if (line.n < DAY_LENGTH + 2 || !date_parse(day, false, false, &seen))
		return;
	age = date_days(today) - date_days(seen);
	if (age >= 0 && age < EXTERNAL_GOOD_DAYS)
		map_set(good, url, str_z(good->arena, day));
}

static bool read_cache(struct arena *a, struct date today, struct map *good, struct diag *d)
{
	struct str text, line;

	*good = (struct map){.arena = a};
	if (!file_exists(STR(CACHE_PATH)))
		return true;
	if (!file_read(a, STR(CACHE_PATH), CACHE_MAX, &text, d))
		return false;
	while (text.n) {
		line = str_cut(text, '\n', &text);
		remember(good, line, today);
	}
	return true;
}

static bool write_cache(struct arena *a, const struct external_report *r,
			const struct map *good, struct date today, struct diag *d)
{
	struct buf out = {.arena = a};
	struct str beside = str_concat(a, STR(CACHE_PATH), STR(".moi"), (struct str){0});

	today.has_time = false;
	for (size_t i = 0; i < r->n; i++) {
		const struct external_link *x = &r->items[i];
		const char *day = map_get(good, x->link.url);

		if (x->state != LINK_GOOD)
			continue;
		buf_add(&out, x->remembered && day ? (struct str){day, DAY_LENGTH}
						   : date_iso(a, today));
		buf_byte(&out, ' ');
		buf_add(&out, x->link.url);
		buf_byte(&out, '\n');
	}
	return file_write(a, beside, buf_str(&out), d) &&
	       file_rename(a, beside, STR(CACHE_PATH), d);
}

static bool is_reached(const struct web_question *q)
{
	return q->outcome != WEB_NO_HOST && q->outcome != WEB_NO_WAY &&
	       q->outcome != WEB_SILENCE;
}

/* A computer without a network would find all links dead. What cannot be asked tells
 * nothing of the network. */
static bool is_online(const struct web_question *questions, size_t n)
{
	size_t asked = 0;

	for (size_t i = 0; i < n; i++) {
		if (questions[i].outcome == WEB_NO_ADDRESS)
			continue;
		if (is_reached(&questions[i]))
			return true;
		asked++;
	}
	return !asked;
}

static void list_links(struct arena *a, const struct config *c, struct outside_links links,
		       const struct map *good, struct external_report *r)
{
	r->items = arena_array(a, struct external_link, links.n + 1);
	r->n = links.n;
	for (size_t i = 0; i < links.n; i++) {
		struct external_link *x = &r->items[i];

		x->link = links.items[i];
		x->state = is_skipped(c, x->link.url) ? LINK_SKIPPED : LINK_GOOD;
		x->remembered = x->state == LINK_GOOD && map_get(good, x->link.url);
		r->remembered += x->remembered;
	}
}

static bool is_asked(const struct external_link *x)
{
	return x->state != LINK_SKIPPED && !x->remembered;
}

static bool ask_all(struct arena *a, const struct config *c, struct external_report *r,
		    struct diag *d)
{
	struct web_question *questions = arena_array(a, struct web_question, r->n + 1);
	const struct web_limits limits = {
		.at_once = EXTERNAL_AT_ONCE,
		.of_one_host = EXTERNAL_OF_ONE_HOST,
		.seconds = c->outside && c->outside->seconds > 0 ? (unsigned)c->outside->seconds
								 : EXTERNAL_SECONDS,
		.redirects = EXTERNAL_REDIRECTS,
	};
	size_t n = 0;

	for (size_t i = 0; i < r->n; i++) {
		if (is_asked(&r->items[i]))
			questions[n++].url = r->items[i].link.url;
	}
	web_ask(a, questions, n, &limits, ask_with_get, NULL);
	if (!is_online(questions, n))
		return diag_error(d, (struct pos){0},
				  _("not one of %zu outside links can be reached; is this "
				    "computer on the internet?"),
				  n);
	n = 0;
	for (size_t i = 0; i < r->n; i++) {
		struct external_link *x = &r->items[i];

		if (!is_asked(x))
			continue;
		x->question = questions[n++];
		x->state = state_of(&x->question);
	}
	return true;
}

bool external_ask(struct arena *a, const struct config *c, struct outside_links links,
		  struct date today, struct external_report *report, struct diag *d)
{
	struct map good;

	*report = (struct external_report){0};
	if (!read_cache(a, today, &good, d))
		return false;
	list_links(a, c, links, &good, report);
	if (!ask_all(a, c, report, d))
		return false;
	for (size_t i = 0; i < report->n; i++)
		report->counts[report->items[i].state]++;
	return write_cache(a, report, &good, today, d);
}

static void tell_dead(const struct external_link *x, struct pos at, struct diag *d)
{
	const struct web_question *q = &x->question;

	if (q->outcome == WEB_NO_HOST)
		diag_error(
			d, at,
			_("dead link: there is no web site " STR_FMT " any more (" STR_FMT ")"),
			STR_ARG(url_host(q->end)), STR_ARG(x->link.url));
	else if (q->outcome == WEB_LOOP)
		diag_error(d, at,
			   _("dead link: " STR_FMT " leads from one address to the next and "
			     "never arrives"),
			   STR_ARG(x->link.url));
	else if (q->outcome == WEB_NO_ADDRESS)
		diag_error(d, at, _("dead link: " STR_FMT " is no address that can be opened"),
			   STR_ARG(x->link.url));
	else
		diag_error(d, at,
			   _("dead link: " STR_FMT " is no longer there (the server answers "
			     "%ld); look for its new place, or take the link away"),
			   STR_ARG(x->link.url), q->status);
}

static void tell_slow(const struct external_link *x, struct pos at, struct diag *d)
{
	const struct web_question *q = &x->question;

	if (q->outcome == WEB_SILENCE)
		diag_warn(d, at, _("slow link: " STR_FMT " did not answer within %d seconds"),
			  STR_ARG(x->link.url), (int)lround(q->seconds));
	else
		diag_warn(d, at, _("slow link: " STR_FMT " took %d seconds to answer"),
			  STR_ARG(x->link.url), (int)lround(q->seconds));
}

static const char *why_unknown(const struct web_question *q)
{
	switch (q->outcome) {
	case WEB_NO_WAY:
		return _("nobody answers there");
	case WEB_CUT:
		return _("the connection broke");
	case WEB_CERTIFICATE:
		return _("its certificate is not trusted; visitors may see a warning");
	case WEB_TLS:
		return _("no secure connection can be made");
	case WEB_ELSEWHERE:
		return _("it leads on to something that is no web page");
	default:
		return _("the server has trouble of its own");
	}
}

static void tell_unknown(const struct external_link *x, struct pos at, struct diag *d)
{
	const struct web_question *q = &x->question;

	if (q->outcome == WEB_ANSWERED)
		diag_advise(d, at,
			    _("unknown: " STR_FMT
			      " cannot be judged today: the server answers %ld"),
			    STR_ARG(x->link.url), q->status);
	else
		diag_advise(d, at, _("unknown: " STR_FMT " cannot be judged today: %s"),
			    STR_ARG(x->link.url), why_unknown(q));
}

static void tell_at(const struct external_link *x, struct pos at, struct diag *d)
{
	switch (x->state) {
	case LINK_DEAD:
		tell_dead(x, at, d);
		break;
	case LINK_MOVED:
		diag_warn(d, at, _("moved link: " STR_FMT " is now at " STR_FMT),
			  STR_ARG(x->link.url), STR_ARG(x->question.end));
		break;
	case LINK_BLOCKED:
		diag_advise(d, at,
			    _("blocked: " STR_FMT " is not shown to programs (the server "
			      "answers %ld); open it once yourself"),
			    STR_ARG(x->link.url), x->question.status);
		break;
	case LINK_SLOW:
		tell_slow(x, at, d);
		break;
	case LINK_UNKNOWN:
		tell_unknown(x, at, d);
		break;
	default:
		break;
	}
}

void external_tell(const struct external_report *report, struct diag *d)
{
	for (size_t i = 0; i < report->n; i++) {
		const struct external_link *x = &report->items[i];

		for (size_t k = 0; k < x->link.n_places; k++)
			tell_at(x, x->link.places[k], d);
	}
}
