/* WebDAV (RFC 4918). A file is sent into the folder of parts and moved over the old one. */
#include "base/path.h"
#include "net/talk.h"
#include "net/xml.h"
#include "text/html.h"

#define PROPERTY "multistatus/response/propstat/prop/"

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

static enum talk_next send_put(struct talk *t, struct str path)
{
	t->request.upload = true;
	t->request.text = t->job->text;
	return send(t, "PUT", path);
}

/* overwrite: "T" or "F" */
static enum talk_next send_move(struct talk *t, struct str from, struct str to,
				const char *overwrite)
{
	talk_add_header(t, "Destination", talk_url(t, to));
	talk_add_header(t, "Overwrite", str_of(overwrite));
	return send(t, "MOVE", from);
}

/* Not over one that is there. */
static enum talk_next send_move_folder(struct talk *t, struct str from, struct str to)
{
	to = str_concat(t->arena, to, STR("/"), (struct str){0});
	talk_add_header(t, "Destination", talk_url(t, to));
	talk_add_header(t, "Overwrite", STR("F"));
	return send_folder(t, "MOVE", from);
}

/* Folder after folder; false when all are there. What the server says of each is not looked
 * at: of one that is there already, or that another connection makes in the same moment,
 * servers say 405, 403 or 409; and what comes into it will show. */
static bool make_folder(struct talk *t, enum talk_next *next)
{
	if (t->step == 0)
		t->folders = talk_folders(t);
	if (t->made == t->folders.n)
		return false;
	*next = send_folder(t, "MKCOL", t->folders.items[t->made++]);
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
	if (t->response.status == CONFLICT && !t->job->doubts_folders) {
		t->job->doubts_folders = true;
		t->step = 0;
		t->made = 0;
		return put(t);
	}
	if (t->step == t->made + 1 && is_done(t) && talk_must_make_room(t))
		return send(t, "DELETE", t->job->path);
	if (t->step == t->made + 1 || (t->step == t->made + 2 && talk_must_make_room(t)))
		return is_done(t) || t->response.status == NOT_FOUND
			       ? send_move(t, part, t->job->path, "T")
			       : TALK_STUCK;
	return is_done(t) ? TALK_DONE : TALK_STUCK;
}

static enum talk_next get(struct talk *t)
{
	if (t->step == 0)
		return send(t, "GET", t->job->path);
	t->job->state = t->response.status == NOT_FOUND ? JOB_ABSENT : JOB_DONE;
	t->job->text = t->response.body;
	return is_done(t) || t->response.status == NOT_FOUND ? TALK_DONE : TALK_STUCK;
}

static enum talk_next check(struct talk *t)
{
	if (t->step == 0) {
		t->request.sum = true;
		return send(t, "GET", t->job->path);
	}
	t->job->state = t->response.status == NOT_FOUND ? JOB_ABSENT : JOB_DONE;
	if (t->response.status == OK)
		t->job->found = t->response.sum;
	return TALK_DONE;
}

/* "/goc/cchc/a%20b.html", or with the server's name before it; below the folder that was
 * asked for. */
static struct str name_of_href(struct talk *t, struct str href)
{
	struct str top = t->server->target->path, path;
	size_t at;

	if (!str_starts(href, STR("/"))) {
		if (!str_find(href, STR("://"), 0, &at))
			return (struct str){0};
		str_cut(str_from(href, at + 3), '/', &path);
		href = str_from(href, href.n - path.n - 1);
	}
	if (!url_decode(t->arena, href, &path))
		return (struct str){0};
	top = str_concat(t->arena, top, STR("/"), t->job->path);
	if (!str_starts(path, top) || !str_starts(str_from(path, top.n), STR("/")))
		return (struct str){0};
	path = str_from(path, top.n + 1);
	return str_ends(path, STR("/")) ? str_head(path, path.n - 1) : path;
}

static void take_number(struct str text, struct listed *item)
{
	item->bytes = 0;
	item->has_bytes = text.n > 0 && text.n < 16;
	for (size_t i = 0; i < text.n; i++) {
		item->has_bytes &= text.p[i] >= '0' && text.p[i] <= '9';
		item->bytes = item->bytes * 10 + (uint64_t)(text.p[i] - '0');
	}
}

/* What a PROPFIND is answered. */
struct multistatus {
	struct talk *t;
	struct str name; /* of the response that is being read */
	struct listed item;
	size_t n; /* responses, that of the folder itself among them */
	bool is_whole;
};

static void end_response(struct multistatus *x)
{
	if (x->name.n && !str_has(x->name, '/'))
		talk_list(x->t, x->name, &x->item);
	x->item = (struct listed){0};
	x->name = (struct str){0};
	x->n++;
}

static void take_element(void *context, struct str path, struct str text)
{
	struct multistatus *x = context;

	if (str_eq(path, STR("multistatus/response/href")))
		x->name = name_of_href(x->t, text);
	else if (str_eq(path, STR(PROPERTY "resourcetype/collection")))
		x->item.is_dir = true;
	else if (str_eq(path, STR(PROPERTY "getcontentlength")))
		take_number(text, &x->item);
	else if (str_eq(path, STR("multistatus/response")))
		end_response(x);
	else if (str_eq(path, STR("multistatus")))
		x->is_whole = true;
}

/* False when the server's answer is not a whole list. */
static bool take_list(struct talk *t, size_t *n)
{
	struct multistatus x = {.t = t};

	t->wrong = xml_read(t->arena, t->response.body, "DAV:", take_element, &x);
	*n = x.n;
	if (!t->wrong.n && x.is_whole)
		return true;
	t->trouble = TROUBLE_LISTING;
	return false;
}

/* Where listing is not allowed, what is there is not known; it is put anew. */
static enum talk_next list(struct talk *t)
{
	size_t n;

	if (t->step == 0) {
		talk_add_header(t, "Depth", STR("1"));
		return send_folder(t, "PROPFIND", t->job->path);
	}
	t->job->state = t->response.status == MULTI_STATUS ? JOB_DONE : JOB_ABSENT;
	return t->job->state == JOB_ABSENT || take_list(t, &n) ? TALK_DONE : TALK_STUCK;
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

static enum talk_next send_probe(struct talk *t, unsigned number)
{
	t->job->text = number == 1 ? STR("1") : STR("2");
	return send_put(t, server_probe_file(t->arena, t->server, number));
}

/* The second file into the place of the first, at first as if that were not allowed: a lock
 * is sure only where the server keeps to it. */
static enum talk_next try_moves(struct talk *t, struct str first, struct str second)
{
	struct abilities *able = &t->job->able;

	switch (t->step - t->made) {
	case 0:
		*able = t->server->able;
		return send_probe(t, 1);
	case 1:
		return is_done(t) ? send_probe(t, 2) : TALK_STUCK;
	case 2:
		return is_done(t) ? send_move(t, second, first, "F") : TALK_STUCK;
	case 3:
		able->excludes = !is_done(t);
		return send_move(t, second, first, "T");
	case 4:
		return send(t, "GET", first);
	case 5:
		able->replaces = is_done(t) && str_eq_z(t->response.body, "2");
		return send(t, "DELETE", first);
	case 6:
		return send(t, "DELETE", second);
	default:
		return TALK_DONE;
	}
}

static enum talk_next probe(struct talk *t)
{
	enum talk_next next;

	return make_folder(t, &next) ? next
				     : try_moves(t, server_probe_file(t->arena, t->server, 1),
						 server_probe_file(t->arena, t->server, 2));
}

/* The server removes it with all that is in it: so its list is looked at. */
static enum talk_next remove_dir(struct talk *t)
{
	size_t n;

	if (t->step == 0) {
		talk_add_header(t, "Depth", STR("1"));
		return send_folder(t, "PROPFIND", t->job->path);
	}
	if (t->step > 1 || t->response.status != MULTI_STATUS)
		return TALK_DONE;
	if (!take_list(t, &n))
		return TALK_STUCK;
	return n == 1 ? send_folder(t, "DELETE", t->job->path) : TALK_DONE;
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

/* Of a folder that cannot be made nothing is said but that it is not there. */
static void note_conflict(struct talk *t)
{
	if (t->step > 0 && t->response.status == CONFLICT)
		t->trouble = TROUBLE_NO_FOLDER;
}

enum talk_next dav_talk(struct talk *t)
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

	note_conflict(t);
	return talks[t->job->kind](t);
}
