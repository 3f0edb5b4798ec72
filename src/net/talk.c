#include "net/talk.h"

#include <strings.h>

#include "base/path.h"

void strs_add(struct arena *a, struct strs *list, struct str s)
{
	list->items = arena_room(a, list->items, list->n, &list->cap, sizeof(s));
	list->items[list->n++] = s;
}

/* Those above path; without `all` only those that are not known. */
static void add_folders(struct talk *t, struct strs *list, struct str path, bool all)
{
	struct str dir = path_dir(path);

	if (!dir.n || (!all && map_get(&t->server->folders, dir)))
		return;
	add_folders(t, list, dir, all);
	strs_add(t->arena, list, dir);
}

struct strs talk_folders(struct talk *t)
{
	struct strs list = {0};
	struct job part = {.path = t->job->path, .hash = t->job->hash};

	if (t->job->kind == JOB_LOCK)
		add_folders(t, &list, server_lock_beside(t->arena, t->server), true);
	else if (t->job->object.n)
		add_folders(t, &list, t->job->path, t->job->doubts_folders);
	else
		add_folders(t, &list, server_part(t->arena, t->server, &part), true);
	return list;
}

static bool is_unreserved(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
	       c == '-' || c == '.' || c == '_' || c == '~';
}

struct str url_escape(struct arena *a, struct str path)
{
	static const char digits[] = "0123456789ABCDEF";
	struct buf out = {.arena = a};

	for (size_t i = 0; i < path.n; i++) {
		unsigned char c = (unsigned char)path.p[i];

		if (is_unreserved(path.p[i]) || c == '/') {
			buf_byte(&out, path.p[i]);
			continue;
		}
		buf_byte(&out, '%');
		buf_byte(&out, digits[c >> 4]);
		buf_byte(&out, digits[c & 15]);
	}
	return buf_str(&out);
}

/* FTP's paths begin in the folder of the login, as its URLs do. */
struct str talk_path(struct talk *t, struct str path)
{
	enum target_scheme scheme = t->server->target->scheme;

	if (scheme == TARGET_FTP || scheme == TARGET_FTPS)
		return path_join(t->arena, str_from(t->server->target->path, 1), path);
	return str_fmt(t->arena, STR_FMT "/" STR_FMT, STR_ARG(t->server->target->path),
		       STR_ARG(path));
}

struct str talk_url(struct talk *t, struct str path)
{
	static const char *const prefixes[] = {
		[TARGET_SFTP] = "sftp://",  [TARGET_FTPS] = "ftp://", [TARGET_FTP] = "ftp://",
		[TARGET_DAVS] = "https://", [TARGET_DAV] = "http://",
	};
	const struct target *g = t->server->target;
	const char *prefix = prefixes[g->scheme];

	if (g->scheme == TARGET_FTPS && str_ends(g->host, STR(":990")))
		prefix = "ftps://";
	return str_fmt(t->arena, "%s" STR_FMT STR_FMT "/" STR_FMT, prefix, STR_ARG(g->host),
		       STR_ARG(url_escape(t->arena, g->path)),
		       STR_ARG(url_escape(t->arena, path)));
}

void talk_add_header(struct talk *t, const char *name, struct str value)
{
	strs_add(t->arena, &t->request.headers,
		 str_fmt(t->arena, "%s: " STR_FMT, name, STR_ARG(value)));
}

struct str talk_header(const struct talk *t, const char *name)
{
	struct str rest = t->response.headers;

	while (rest.n) {
		struct str value, line = str_cut(rest, '\n', &rest);
		struct str key = str_cut(line, ':', &value);

		if (key.n == strlen(name) && strncasecmp(key.p, name, key.n) == 0)
			return str_trim(value);
	}
	return (struct str){0};
}

bool talk_must_make_room(const struct talk *t)
{
	return !t->job->is_new && !t->server->able.replaces;
}

/* The names come from a server: one that would lead elsewhere is passed over. */
void talk_list(struct talk *t, struct str name, const struct listed *about)
{
	struct arena *a = t->server->arena;
	struct listed item = *about;

	item.path = path_join(a, t->job->path, name);
	if (path_is_plain(a, item.path))
		listing_add(a, &t->job->listing, item);
}

bool talk_has_lock(const struct talk *t)
{
	return str_eq(t->there, t->job->text);
}
