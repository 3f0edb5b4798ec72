/* S3: each object is put in one step, so there are no parts and no folders. */
#include "base/path.h"
#include "base/sha256.h"
#include "net/content_type.h"
#include "net/talk.h"

enum { /* HTTP */
	OK = 200,
	NO_CONTENT = 204,
	NOT_FOUND = 404,
	CONFLICT = 409, /* somebody else puts the same name now */
	FAILED = 412,   /* with If-None-Match: it is there already */
	NOT_IMPLEMENTED = 501,
};

/* "https://host/bucket/prefix/path", or "https://bucket.host/prefix/path" */
static struct str url_of(struct talk *t, struct str path)
{
	const struct target *g = t->server->target;
	struct str host, scheme, key = url_escape(t->arena, g->path);
	size_t at = 0;

	str_find(g->endpoint, STR("://"), 0, &at);
	scheme = str_head(g->endpoint, at + 3);
	host = str_from(g->endpoint, at + 3);
	path = url_escape(t->arena, path);
	if (g->style == TARGET_STYLE_HOST)
		return str_fmt(t->arena, STR_FMT STR_FMT "." STR_FMT STR_FMT "/" STR_FMT,
			       STR_ARG(scheme), STR_ARG(g->host), STR_ARG(host), STR_ARG(key),
			       STR_ARG(path));
	return str_fmt(t->arena, STR_FMT STR_FMT "/" STR_FMT STR_FMT "/" STR_FMT,
		       STR_ARG(scheme), STR_ARG(host), STR_ARG(g->host), STR_ARG(key),
		       STR_ARG(path));
}

static void add_header(struct talk *t, const char *name, struct str value)
{
	strs_add(t->arena, &t->request.headers,
		 str_fmt(t->arena, "%s: " STR_FMT, name, STR_ARG(value)));
}

/* libcurl 7.88 does not send the hash of the body, which is signed with the rest; with it
 * the server checks the body. */
static enum talk_next send(struct talk *t, const char *method, struct str path, struct str hash)
{
	t->request.method = method;
	t->request.url = url_of(t, path);
	t->request.sign = true;
	add_header(t, "x-amz-content-sha256", hash.n ? hash : sha256_of(t->arena, STR("")));
	return TALK_SEND;
}

static enum talk_next send_put(struct talk *t, struct str path, struct str hash)
{
	t->request.upload = true;
	t->request.text = t->job->text;
	return send(t, "PUT", path, hash);
}

static enum talk_next put(struct talk *t)
{
	struct str path = t->job->path;
	bool is_ours = !t->job->object.n;

	if (t->step > 0)
		return t->response.status == OK ? TALK_DONE : TALK_STUCK;
	add_header(t, "Content-Type",
		   is_ours ? STR("text/plain; charset=utf-8") : str_of(content_type(path)));
	add_header(t, "Cache-Control", is_ours ? STR("no-store") : str_of(content_cache(path)));
	return send_put(t, path, t->job->hash);
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

static enum talk_next remove_one(struct talk *t)
{
	if (t->step == 0)
		return send(t, "DELETE", t->job->path, (struct str){0});
	return t->response.status == OK || t->response.status == NO_CONTENT ||
			       t->response.status == NOT_FOUND
		       ? TALK_DONE
		       : TALK_STUCK;
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
		add_header(t, "If-None-Match", STR("*"));
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
		[JOB_GET] = get,           [JOB_PUT] = put,
		[JOB_REMOVE] = remove_one, [JOB_REMOVE_DIR] = remove_dir,
		[JOB_LOCK] = lock,         [JOB_UNLOCK] = unlock,
	};

	return talks[t->job->kind](t);
}
