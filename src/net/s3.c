/* S3: each object is put in one step, so there are no parts and no folders. */
#include "base/file.h"
#include "base/path.h"
#include "base/sha256.h"
#include "net/content_type.h"
#include "net/gzip.h"
#include "net/talk.h"
#include "net/xml.h"

#define SUM_HEADER "x-amz-meta-sha256"
#define REDIRECT_HEADER "x-amz-website-redirect-location"

enum { /* HTTP */
	OK = 200,
	NO_CONTENT = 204,
	NOT_FOUND = 404,
	CONFLICT = 409, /* somebody else puts the same name now */
	FAILED = 412,   /* with If-None-Match: it is there already */
	NOT_IMPLEMENTED = 501,
};

/* "https://host/bucket", or "https://bucket.host" */
static struct str bucket_url(struct talk *t)
{
	const struct target *g = t->server->target;
	struct str host, scheme;
	size_t at = 0;

	str_find(g->endpoint, STR("://"), 0, &at);
	scheme = str_head(g->endpoint, at + 3);
	host = str_from(g->endpoint, at + 3);
	if (g->style == TARGET_STYLE_HOST)
		return str_fmt(t->arena, STR_FMT STR_FMT "." STR_FMT, STR_ARG(scheme),
			       STR_ARG(g->host), STR_ARG(host));
	return str_fmt(t->arena, STR_FMT STR_FMT "/" STR_FMT, STR_ARG(scheme), STR_ARG(host),
		       STR_ARG(g->host));
}

static struct str url_of(struct talk *t, struct str path)
{
	struct str prefix = url_escape(t->arena, t->server->target->path);

	return str_fmt(t->arena, STR_FMT STR_FMT "/" STR_FMT, STR_ARG(bucket_url(t)),
		       STR_ARG(prefix), STR_ARG(url_escape(t->arena, path)));
}

/* libcurl 7.88 does not send the hash of the body, which is signed with the rest; with it
 * the server checks the body. */
static enum talk_next send(struct talk *t, const char *method, struct str path, struct str hash)
{
	t->request.method = method;
	t->request.url = url_of(t, path);
	t->request.sign = true;
	talk_add_header(t, "x-amz-content-sha256",
			hash.n ? hash : sha256_of(t->arena, STR("")));
	return TALK_SEND;
}

static enum talk_next send_put(struct talk *t, struct str path, struct str hash)
{
	t->request.upload = true;
	t->request.text = t->job->text;
	return send(t, "PUT", path, hash);
}

/* The object's bytes, compressed; false when it is sent as it is. */
static bool compress(struct talk *t)
{
	const struct job *job = t->job;
	struct diag quiet = {.arena = t->arena};
	struct str text;

	if (!t->server->target->gzip || !job->object.n || !content_is_text(job->path) ||
	    !file_read(t->arena, job->object, FILE_MAX, &text, &quiet))
		return false;
	t->request.text = gzip_of(t->arena, text);
	return true;
}

static enum talk_next put(struct talk *t)
{
	struct str path = t->job->path;
	bool is_ours = !t->job->object.n;

	if (t->step > 0)
		return t->response.status == OK ? TALK_DONE : TALK_STUCK;
	talk_add_header(t, "Content-Type",
			is_ours ? STR("text/plain; charset=utf-8")
				: str_of(content_type(path)));
	talk_add_header(t, SUM_HEADER, t->job->hash);
	if (t->job->redirect.n && t->server->able.redirects)
		talk_add_header(t, REDIRECT_HEADER, t->job->redirect);
	talk_add_header(t, "Cache-Control",
			is_ours ? STR("no-store") : str_of(content_cache(path)));
	if (!compress(t))
		return send_put(t, path, t->job->hash);
	talk_add_header(t, "Content-Encoding", STR("gzip"));
	t->request.upload = true;
	return send(t, "PUT", path, sha256_of(t->arena, t->request.text));
}

static enum talk_next get(struct talk *t)
{
	if (t->step == 0)
		return send(t, "GET", t->job->path, (struct str){0});
	t->job->state = t->response.status == NOT_FOUND ? JOB_ABSENT : JOB_DONE;
	t->job->text = t->response.body;
	return t->response.status == OK || t->response.status == NOT_FOUND ? TALK_DONE
									   : TALK_STUCK;
}

/* The sum that was put with the object: an object changes only as a whole. */
static enum talk_next check(struct talk *t)
{
	if (t->step == 0)
		return send(t, "HEAD", t->job->path, (struct str){0});
	t->job->state = t->response.status == NOT_FOUND ? JOB_ABSENT : JOB_DONE;
	if (t->response.status == OK)
		t->job->found = talk_header(t, SUM_HEADER);
	return TALK_DONE;
}

/* Of a query also '/'. */
static struct str query_escape(struct arena *a, struct str text)
{
	struct buf out = {.arena = a};

	text = url_escape(a, text);
	for (size_t i = 0; i < text.n; i++) {
		if (text.p[i] == '/')
			buf_add_z(&out, "%2F");
		else
			buf_byte(&out, text.p[i]);
	}
	return buf_str(&out);
}

/* Of all objects whose names begin so: "prefix/cchc/" */
static struct str prefix_of(struct talk *t)
{
	struct str top =
		path_join(t->arena, str_from(t->server->target->path, 1), t->job->path);

	return str_concat(t->arena, top, STR("/"), (struct str){0});
}

/* The parts of a query are signed in the order of their names. */
static enum talk_next send_list(struct talk *t)
{
	struct str bucket = bucket_url(t), token = query_escape(t->arena, t->token);
	struct str prefix = query_escape(t->arena, prefix_of(t));

	t->request.method = "GET";
	t->request.url =
		str_fmt(t->arena, STR_FMT "/?%s" STR_FMT "%slist-type=2&prefix=" STR_FMT,
			STR_ARG(bucket), token.n ? "continuation-token=" : "", STR_ARG(token),
			token.n ? "&" : "", STR_ARG(prefix));
	t->request.sign = true;
	talk_add_header(t, "x-amz-content-sha256", sha256_of(t->arena, STR("")));
	return TALK_SEND;
}

static void take_object(struct talk *t, struct str key)
{
	static const struct listed object = {0};
	struct str prefix = prefix_of(t);

	if (str_starts(key, prefix) && key.n > prefix.n)
		talk_list(t, str_dup(t->server->arena, str_from(key, prefix.n)), &object);
}

struct list_page {
	struct talk *t;
	struct str key, token;
	bool goes_on, is_whole;
};

static void take_element(void *context, struct str path, struct str text)
{
	struct list_page *x = context;

	if (str_eq(path, STR("ListBucketResult/Contents/Key")))
		x->key = str_dup(x->t->arena, text);
	else if (str_eq(path, STR("ListBucketResult/Contents")))
		take_object(x->t, x->key);
	else if (str_eq(path, STR("ListBucketResult/IsTruncated")))
		x->goes_on = str_eq_z(text, "true");
	else if (str_eq(path, STR("ListBucketResult/NextContinuationToken")))
		x->token = str_dup(x->t->arena, text);
	else if (str_eq(path, STR("ListBucketResult")))
		x->is_whole = true;
}

/* The token of the next page, empty when this is the last. False when the server's answer is
 * not a whole page, or when it leads to itself: that would never end. */
static bool take_list(struct talk *t, struct str *token)
{
	struct list_page x = {.t = t};

	t->wrong = xml_read(t->arena, t->response.body, NULL, take_element, &x);
	*token = x.token;
	if (!t->wrong.n && x.is_whole && x.goes_on == (x.token.n > 0) &&
	    !(x.goes_on && str_eq(x.token, t->token)))
		return true;
	t->trouble = TROUBLE_LISTING;
	return false;
}

/* All that is there, page by page. */
static enum talk_next list(struct talk *t)
{
	struct str token = {0};

	if (t->step == 0)
		return send_list(t);
	if (t->response.status != OK)
		return TALK_STUCK;
	if (!take_list(t, &token))
		return TALK_STUCK;
	t->token = token;
	return token.n ? send_list(t) : TALK_DONE;
}

static enum talk_next remove_one(struct talk *t)
{
	if (t->step == 0)
		return send(t, "DELETE", t->job->path, (struct str){0});
	return t->response.status == OK || t->response.status == NO_CONTENT ||
			       t->response.status == NOT_FOUND
		       ? TALK_DONE
		       : TALK_STUCK;
}

static enum talk_next send_probe(struct talk *t, unsigned number)
{
	t->job->text = STR("1");
	return send_put(t, server_probe_file(t->arena, t->server, number),
			sha256_of(t->arena, t->job->text));
}

/* Over one that is there, on condition that there is none; and with an address to go to. */
static enum talk_next probe(struct talk *t)
{
	struct abilities *able = &t->job->able;
	long status = t->response.status;

	switch (t->step) {
	case 0:
		*able = t->server->able;
		return send_probe(t, 1);
	case 1:
		talk_add_header(t, "If-None-Match", STR("*"));
		return status == OK ? send_probe(t, 1) : TALK_STUCK;
	case 2:
		able->excludes = status == FAILED;
		talk_add_header(t, REDIRECT_HEADER, STR("/"));
		return send_probe(t, 2);
	case 3:
		able->redirects = status == OK;
		return send(t, "DELETE", server_probe_file(t->arena, t->server, 1),
			    (struct str){0});
	case 4:
		return send(t, "DELETE", server_probe_file(t->arena, t->server, 2),
			    (struct str){0});
	default:
		return TALK_DONE;
	}
}

static enum talk_next remove_dir(struct talk *t)
{
	(void)t;
	return TALK_DONE;
}

/* Put where nothing is. Where the service does not know that condition it is looked at
 * first and afterwards: of two that come in the same moment the later one has it. */
static enum talk_next lock(struct talk *t)
{
	struct str path = server_lock_dir(t->arena, t->server);
	struct str hash = sha256_of(t->arena, t->job->text);
	long status = t->response.status;

	switch (t->step) {
	case 0:
		return send(t, "GET", path, (struct str){0});
	case 1:
		t->there = status == OK ? t->response.body : (struct str){0};
		if (status == OK) {
			t->job->text = t->there;
			return TALK_DONE;
		}
		talk_add_header(t, "If-None-Match", STR("*"));
		return status == NOT_FOUND ? send_put(t, path, hash) : TALK_STUCK;
	case 2:
		if (status == NOT_IMPLEMENTED)
			return send_put(t, path, hash);
		t->step++; /* as if that had not been necessary */
		return status == OK || status == CONFLICT || status == FAILED
			       ? send(t, "GET", path, (struct str){0})
			       : TALK_STUCK;
	case 3:
		return status == OK ? send(t, "GET", path, (struct str){0}) : TALK_STUCK;
	default:
		t->job->text = t->response.body;
		return status == OK ? TALK_DONE : TALK_STUCK;
	}
}

static enum talk_next unlock(struct talk *t)
{
	struct str path = server_lock_dir(t->arena, t->server);

	return t->step == 0 ? send(t, "DELETE", path, (struct str){0}) : TALK_DONE;
}

enum talk_next s3_talk(struct talk *t)
{
	static talk_fn *const talks[] = {
		[JOB_GET] = get,
		[JOB_CHECK] = check,
		[JOB_LIST] = list,
		[JOB_PROBE] = probe,
		[JOB_PUT] = put,
		[JOB_REMOVE] = remove_one,
		[JOB_REMOVE_DIR] = remove_dir,
		[JOB_LOCK] = lock,
		[JOB_UNLOCK] = unlock,
	};

	return talks[t->job->kind](t);
}
