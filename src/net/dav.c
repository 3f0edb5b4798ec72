/* WebDAV (RFC 4918). A file is sent into the folder of parts and moved over the old one. */
#include "base/path.h"
#include "net/talk.h"

enum { /* HTTP */
	OK = 200,
	CREATED = 201,
	NO_CONTENT = 204,
	MULTI_STATUS = 207,
	NOT_FOUND = 404,
	CONFLICT = 409, /* a folder above it is not there */
};

static bool is_done(const struct talk *t)
{
	long status = t->response.status;

	return status == OK || status == CREATED || status == NO_CONTENT;
}

static enum talk_next send(struct talk *t, const char *method, struct str path)
{
	t->request.method = method;
	t->request.url = talk_url(t, path);
	return TALK_SEND;
}

static enum talk_next send_folder(struct talk *t, const char *method, struct str path)
{
	return send(t, method, str_concat(t->arena, path, STR("/"), (struct str){0}));
}

static void add_header(struct talk *t, const char *name, struct str value)
{
	strs_add(t->arena, &t->request.headers,
		 str_fmt(t->arena, "%s: " STR_FMT, name, STR_ARG(value)));
}

static enum talk_next send_put(struct talk *t, struct str path)
{
	t->request.upload = true;
	t->request.text = t->job->text;
	return send(t, "PUT", path);
}

static enum talk_next send_move(struct talk *t, struct str from, struct str to)
{
	add_header(t, "Destination", talk_url(t, to));
	add_header(t, "Overwrite", STR("T"));
	return send(t, "MOVE", from);
}

/* Not over one that is there. */
static enum talk_next send_move_folder(struct talk *t, struct str from, struct str to)
{
	to = str_concat(t->arena, to, STR("/"), (struct str){0});
	add_header(t, "Destination", talk_url(t, to));
	add_header(t, "Overwrite", STR("F"));
	return send_folder(t, "MOVE", from);
}

/* Folder after folder; false when all are there. What the server says of each is not looked
 * at: of one that is there already, or that another connection makes in the same moment,
 * servers say 405, 403 or 409; and what comes into it will show. */
static bool make_folder(struct talk *t, enum talk_next *next)
{
	struct strs folders = talk_folders(t);

	if (t->made == folders.n)
		return false;
	*next = send_folder(t, "MKCOL", folders.items[t->made++]);
	return true;
}

/* Somebody has removed a folder that should be there: from the beginning, with all of
 * them. */
static enum talk_next put(struct talk *t)
{
	struct str part = server_part(t->arena, t->server, t->job);
	enum talk_next next;

	if (make_folder(t, &next))
		return next;
	if (t->step == t->made)
		return send_put(t, part);
	if (t->response.status == CONFLICT && t->job->folder.n) {
		t->job->folder = (struct str){0};
		t->step = 0;
		t->made = 0;
		return put(t);
	}
	if (!is_done(t))
		return TALK_STUCK;
	return t->step == t->made + 1 ? send_move(t, part, t->job->path) : TALK_DONE;
}

static enum talk_next get(struct talk *t)
{
	if (t->step == 0)
		return send(t, "GET", t->job->path);
	t->job->state = t->response.status == NOT_FOUND ? JOB_ABSENT : JOB_DONE;
	t->job->text = t->response.body;
	return is_done(t) || t->response.status == NOT_FOUND ? TALK_DONE : TALK_STUCK;
}

/* Some servers remove a folder with all that is in it when they are told to remove
 * something that somebody has made a folder meanwhile: so it is asked first what it is. */
static enum talk_next remove_one(struct talk *t)
{
	if (t->step == 0)
		return send(t, "HEAD", t->job->path);
	if (t->response.status == NOT_FOUND)
		return TALK_DONE;
	if (!is_done(t))
		return TALK_STUCK;
	return t->step == 1 ? send(t, "DELETE", t->job->path) : TALK_DONE;
}

/* How many things a listing tells of, the folder itself among them. */
static size_t count_responses(struct str xml)
{
	size_t n = 0;

	while (str_has(xml, '<')) {
		struct str tag, rest;

		str_cut(xml, '<', &xml);
		tag = str_cut(str_cut(xml, '>', &rest), ' ', &rest);
		if (str_starts(tag, STR("/")))
			continue;
		str_cut_last(tag, ':', &tag);
		n += str_eq_z(tag, "response");
	}
	return n;
}

static enum talk_next remove_dir(struct talk *t)
{
	if (t->step == 0) {
		add_header(t, "Depth", STR("1"));
		return send_folder(t, "PROPFIND", t->job->path);
	}
	if (t->step == 1 && t->response.status == MULTI_STATUS &&
	    count_responses(t->response.body) == 1)
		return send_folder(t, "DELETE", t->job->path);
	return TALK_DONE;
}

static enum talk_next take_lock(struct talk *t)
{
	struct str beside = server_lock_beside(t->arena, t->server);
	struct str dir = server_lock_dir(t->arena, t->server);

	switch (t->step - t->made) {
	case 0:
		return send_folder(t, "MKCOL", beside);
	case 1:
		return send_put(t, path_join(t->arena, beside, STR(LOCK_FILE)));
	case 2:
		return is_done(t) ? send_move_folder(t, beside, dir) : TALK_STUCK;
	case 3:
		return send(t, "GET", path_join(t->arena, dir, STR(LOCK_FILE)));
	case 4:
		if (!is_done(t))
			return t->response.status == NOT_FOUND ? TALK_AGAIN : TALK_STUCK;
		t->there = t->response.body;
		return talk_has_lock(t) ? TALK_DONE : send_folder(t, "DELETE", beside);
	default:
		t->job->text = t->there;
		return TALK_DONE;
	}
}

static enum talk_next lock(struct talk *t)
{
	enum talk_next next;

	return make_folder(t, &next) ? next : take_lock(t);
}

/* What is left of an earlier one goes first. */
static enum talk_next unlock(struct talk *t)
{
	struct str beside = server_lock_beside(t->arena, t->server);

	if (t->step == 0 || t->step == 2)
		return send_folder(t, "DELETE", beside);
	if (t->step > 2)
		return TALK_DONE;
	return send_move_folder(t, server_lock_dir(t->arena, t->server), beside);
}

enum talk_next dav_talk(struct talk *t)
{
	static talk_fn *const talks[] = {
		[JOB_GET] = get,           [JOB_PUT] = put,
		[JOB_REMOVE] = remove_one, [JOB_REMOVE_DIR] = remove_dir,
		[JOB_LOCK] = lock,         [JOB_UNLOCK] = unlock,
	};

	return talks[t->job->kind](t);
}
