#include "net/verify.h"

#include <stdlib.h>
#include <strings.h>

#include "base/path.h"
#include "base/sha256.h"
#include "net/content_type.h"
#include "net/secret.h"
#include "net/talk.h"
#include "net/web.h"
#include "output/policy.h"

enum {
	AT_ONCE = 32, /* whose bodies are held */
	CONNECTIONS = 8,
	ATTEMPTS = 3,
	REDIRECTS = 5,
	TOLD = 5,            /* of each sort are named */
	PAGE_SECONDS = 3600, /* a page that is cached for longer changes too late */
	ASSET_SECONDS = 86400,
	OK = 200,
	NOT_FOUND = 404,
	GONE = 410,
	SERVER_ERROR = 500,
};

enum verdict {
	RIGHT,
	WRONG,
	MISSING,
	STILL,
	SILENT,
	VERDICTS,
};

struct verifying {
	struct arena arena; /* as long as a few questions */
	const struct target *target;
	struct str address;
	const struct verify_item *items; /* those that are being asked for */
	struct web_question *questions;
	struct asked {
		unsigned attempts;
		bool stale; /* the address itself gave something else */
		enum verdict verdict;
	} * asked;
	struct verify_result *result;
	size_t told[VERDICTS], without_policy;
	struct diag *diag;
};

/* What visitors never ask for: settings of web servers, and our own list. */
static bool is_hidden(struct str path)
{
	struct str name = path_name(path);

	return str_starts(name, STR(".")) || str_starts(name, STR("_")) ||
	       path_has_extension(name, "map");
}

static void add_item(struct verify_item *items, size_t *n, struct verify_item item)
{
	if (!is_hidden(item.path))
		items[(*n)++] = item;
}

struct verify_item *verify_changed(struct arena *a, const struct changes *c,
				   const struct there *there, size_t *n)
{
	struct verify_item *items =
		arena_array(a, struct verify_item, c->n_puts + c->n_removals + 1);

	*n = 0;
	for (size_t i = 0; i < c->n_puts; i++)
		add_item(items, n,
			 (struct verify_item){.path = c->puts[i].path,
					      .hash = c->puts[i].file->hash,
					      .may_move = c->puts[i].file->redirect.n > 0});
	for (size_t i = 0; i < c->n_removals; i++) {
		struct str path = c->removals[i].path;
		const struct release_file *old = map_get(&there->manifest.files, path);

		if (old)
			add_item(items, n, (struct verify_item){path, old->hash, true, false});
	}
	return items;
}

struct verify_item *verify_all(struct arena *a, const struct release *r, size_t *n)
{
	struct verify_item *items = arena_array(a, struct verify_item, r->files.n + 1);

	*n = 0;
	for (size_t i = 0; i < r->files.n; i++) {
		const struct release_file *f = r->files.entries[i].value;

		add_item(items, n,
			 (struct verify_item){.path = r->files.entries[i].key,
					      .hash = f->hash,
					      .may_move = f->redirect.n > 0});
	}
	return items;
}

/* Of a folder its own address, which is what visitors see; the second time with something
 * behind it, so that no cache knows it. */
static struct str url_of(struct verifying *v, struct str path, unsigned attempt)
{
	struct str url = url_escape(&v->arena, path);

	if (str_eq_z(path_name(path), "index.html"))
		url.n -= sizeof("index.html") - 1;
	return str_fmt(&v->arena, STR_FMT "/" STR_FMT "%s%.0u", STR_ARG(v->address),
		       STR_ARG(url), attempt ? "?cchc=" : "", attempt);
}

static enum verdict judge(const struct verify_item *item, const struct web_question *q,
			  struct arena *scratch)
{
	bool same = str_eq(sha256_of(scratch, q->body), item->hash);
	bool went = !str_eq(q->end, q->url);

	if (q->outcome != WEB_ANSWERED || q->status >= SERVER_ERROR)
		return SILENT;
	if (item->is_gone)
		return same && q->status == OK ? STILL : RIGHT;
	if (same && (q->status == OK || q->status == GONE))
		return RIGHT;
	if (item->may_move && went && q->status == OK)
		return RIGHT;
	return q->status == OK ? WRONG : MISSING;
}

/* Another question in its place, or none. */
static bool hear(void *context, struct arena *a, struct web_question *q)
{
	struct verifying *v = context;
	size_t i = (size_t)(q - v->questions);
	struct asked *asked = &v->asked[i];

	asked->verdict = judge(&v->items[i], q, a);
	asked->attempts++;
	if (asked->verdict == RIGHT || asked->attempts == ATTEMPTS)
		return false;
	asked->stale = asked->verdict != SILENT;
	*q = (struct web_question){.url = url_of(v, v->items[i].path, asked->attempts),
				   .wanted = WEB_BODY};
	return true;
}

static bool is_html(const struct web_question *q)
{
	return str_starts(web_header(q, "Content-Type"), STR("text/html"));
}

static struct str family_of(struct str type)
{
	struct str rest;

	type = str_trim(str_cut(type, ';', &rest));
	if (str_holds(type, STR("javascript")))
		return STR("javascript");
	return str_holds(type, STR("xml")) && !str_starts(type, STR("image/")) ? STR("xml")
									       : type;
}

/* Browsers take a page or script of another type for what it is called, or not at all; of
 * other files it does less harm. */
static bool type_is_wrong(struct str path, const struct web_question *q)
{
	static const char *const matters[] = {"html", "css", "js",  "svg",  "png", "jpg",
					      "webp", "pdf", "xml", "json", "ics"};
	struct str wanted = family_of(str_of(content_type(path)));
	struct str type = web_header(q, "Content-Type"), charset;

	str_cut(type, '=', &charset);
	if (charset.n && str_holds(type, STR("charset")) &&
	    strncasecmp(charset.p, "utf-8", 5) != 0)
		return true;
	for (size_t i = 0; i < COUNT(matters); i++) {
		if (path_has_extension(path, matters[i]))
			return !str_eq(family_of(type), wanted);
	}
	return false;
}

/* "max-age=300" among others; -1 when it is not said. */
static long max_age(const struct web_question *q)
{
	struct str cache = web_header(q, "Cache-Control"), digits;
	char text[16] = "";
	size_t at;

	if (str_holds(cache, STR("no-store")) || str_holds(cache, STR("no-cache")))
		return 0;
	if (!str_find(cache, STR("max-age="), 0, &at))
		return -1;
	digits = str_head(str_from(cache, at + 8), sizeof(text) - 1);
	memcpy(text, digits.p, digits.n);
	return strtol(text, NULL, 10);
}

static bool cache_is_wrong(struct str path, const struct web_question *q)
{
	long seconds = max_age(q);

	if (path_is_fingerprinted(path))
		return seconds >= 0 && seconds < ASSET_SECONDS;
	return is_html(q) && seconds > PAGE_SECONDS;
}

/* Is each word of `some` among those of `all`? */
static bool has_words(struct str all, struct str some)
{
	while (some.n) {
		struct str word = str_cut(some, ' ', &some), rest = all;
		bool found = !word.n;

		while (rest.n && !found)
			found = str_eq(str_cut(rest, ' ', &rest), word);
		if (!found)
			return false;
	}
	return true;
}

static bool has_directive(struct str policy, struct str directive)
{
	while (policy.n) {
		struct str its = str_trim(str_cut(policy, ';', &policy));

		if (has_words(its, directive) && has_words(directive, its))
			return true;
	}
	return false;
}

/* All that the build's policy says, in any order; a server may say more. */
static bool policy_is_right(struct str policy)
{
	struct str rest = STR(CONTENT_POLICY);

	while (rest.n) {
		if (!has_directive(policy, str_trim(str_cut(rest, ';', &rest))))
			return false;
	}
	return true;
}

static void look_at_policy(struct verifying *v, const struct web_question *q)
{
	struct verify_result *r = v->result;
	struct str policy = web_header(q, "Content-Security-Policy");

	if (!is_html(q) || policy_is_right(policy))
		return;
	r->policies++;
	if (!policy.n)
		v->without_policy++;
	else if (r->policies - v->without_policy <= TOLD)
		diag_warn(v->diag, (struct pos){0},
			  _(STR_FMT " comes with \"Content-Security-Policy: " STR_FMT
				    "\", which is not the one of this site: \"%s\""),
			  STR_ARG(q->url), STR_ARG(policy), CONTENT_POLICY);
}

static void look_at_headers(struct verifying *v, const struct verify_item *item,
			    const struct web_question *q)
{
	struct verify_result *r = v->result;

	if (item->is_gone || !str_eq(q->end, q->url))
		return;
	if (type_is_wrong(item->path, q) && r->types++ < TOLD)
		diag_warn(v->diag, (struct pos){0},
			  _(STR_FMT " comes as \"" STR_FMT "\", and should as \"%s\""),
			  STR_ARG(q->url), STR_ARG(web_header(q, "Content-Type")),
			  content_type(item->path));
	if (cache_is_wrong(item->path, q) && r->caches++ < TOLD)
		diag_warn(v->diag, (struct pos){0},
			  _(STR_FMT " comes with \"Cache-Control: " STR_FMT
				    "\"; right would be \"%s\""),
			  STR_ARG(q->url), STR_ARG(web_header(q, "Cache-Control")),
			  content_cache(item->path));
	look_at_policy(v, q);
}

static void tell(struct verifying *v, enum verdict verdict, const struct web_question *q)
{
	struct pos nowhere = {0};

	if (v->told[verdict]++ >= TOLD)
		return;
	if (verdict == WRONG)
		diag_error(v->diag, nowhere,
			   _(STR_FMT " is not what was published: visitors get something else"),
			   STR_ARG(q->url));
	else if (verdict == MISSING)
		diag_error(v->diag, nowhere,
			   _(STR_FMT " does not come: visitors get an error (%ld)"),
			   STR_ARG(q->url), q->status);
	else if (verdict == STILL)
		diag_error(v->diag, nowhere, _(STR_FMT " was removed, and still comes"),
			   STR_ARG(q->url));
	else
		diag_error(v->diag, nowhere, _(STR_FMT " does not answer (%ld " STR_FMT ")"),
			   STR_ARG(q->url), q->status, STR_ARG(q->detail));
}

static void take_answer(struct verifying *v, size_t i)
{
	const struct web_question *q = &v->questions[i];
	const struct asked *asked = &v->asked[i];
	struct verify_result *r = v->result;
	size_t *const counts[VERDICTS] = {&r->right, &r->wrong, &r->missing, &r->still,
					  &r->silent};

	r->asked++;
	*counts[asked->verdict] += 1;
	if (asked->verdict != RIGHT) {
		tell(v, asked->verdict, q);
		return;
	}
	if (asked->stale)
		r->stale++;
	look_at_headers(v, &v->items[i], q);
}

static void verify_some(struct verifying *v, size_t n)
{
	struct str authority = home_path(&v->arena, v->target->authority);
	struct web_limits limits = {.at_once = CONNECTIONS,
				    .of_one_host = CONNECTIONS,
				    .seconds = (unsigned)v->target->timeout,
				    .bytes = FILE_MAX,
				    .redirects = REDIRECTS,
				    .authority = authority,
				    .proxy = v->target->proxy};

	v->questions = arena_array(&v->arena, struct web_question, n);
	v->asked = arena_array(&v->arena, struct asked, n);
	for (size_t i = 0; i < n; i++)
		v->questions[i] = (struct web_question){.url = url_of(v, v->items[i].path, 0),
							.wanted = WEB_BODY};
	web_ask(&v->arena, v->questions, n, &limits, hear, v);
	for (size_t i = 0; i < n; i++)
		take_answer(v, i);
	arena_reset(&v->arena);
}

static void sum_up(const struct verify_result *r, size_t without_policy, struct diag *d)
{
	if (r->stale)
		diag_warn(
			d, (struct pos){0},
			_("%zu addresses still give the old files, out of a cache on the way; "
			  "they are right behind it"),
			r->stale);
	if (without_policy)
		diag_advise(
			d, (struct pos){0},
			_("%zu pages come without the header Content-Security-Policy, which "
			  "keeps foreign scripts out; the server's keeper can set it"),
			without_policy);
}

bool verify_items(const struct target *t, struct str address, const struct verify_item *items,
		  size_t n, struct verify_result *r, struct diag *d)
{
	struct verifying v = {.target = t, .address = address, .result = r, .diag = d};

	*r = (struct verify_result){0};
	for (size_t i = 0; i < n; i += AT_ONCE) {
		v.items = &items[i];
		verify_some(&v, n - i < AT_ONCE ? n - i : AT_ONCE);
		if (r->silent == r->asked)
			break; /* nobody answers there at all */
	}
	arena_free(&v.arena);
	sum_up(r, v.without_policy, d);
	return r->right == n;
}
