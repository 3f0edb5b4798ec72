/* SFTP and FTP, which libcurl drives by commands. A file is sent into the folder of parts,
 * and the same exchange renames it.
 *
 * Over SFTP the old file is removed one step before: libssh2 1.10 cannot rename over a
 * file. FTP servers can, or most of them; but there a data connection that was cut looks
 * like one that was closed, so the part's size is asked for before it is renamed. */
#include <strings.h>

#include "base/path.h"
#include "net/talk.h"

enum {
	NOT_TAKEN = 550, /* FTP: no such folder, or no right to it */
	PROBE_STEPS = 5,
	SECOND_TRY = 10, /* the steps of it are counted from here */
};

struct verbs {
	const char *make_dir, *remove_dir, *remove; /* each may fail when '*' is before it */
	bool is_ftp;
};

static const struct verbs *verbs_of(const struct talk *t)
{
	static const struct verbs sftp = {"*mkdir", "*rmdir", "*rm", false};
	static const struct verbs ftp = {"*MKD", "*RMD", "*DELE", true};

	return t->server->target->scheme == TARGET_SFTP ? &sftp : &ftp;
}

/* SFTP's commands take names in quotes, FTP's as they are. */
static void put_name(struct talk *t, struct buf *out, struct str path)
{
	struct str name = talk_path(t, path);

	buf_byte(out, ' ');
	if (verbs_of(t)->is_ftp) {
		buf_add(out, name);
		return;
	}
	buf_byte(out, '"');
	for (size_t i = 0; i < name.n; i++) {
		if (strchr("\"'\\", name.p[i]))
			buf_byte(out, '\\');
		buf_byte(out, name.p[i]);
	}
	buf_byte(out, '"');
}

static void add_one(struct talk *t, struct strs *list, const char *command, struct str path)
{
	struct buf out = {.arena = t->arena};

	buf_add_z(&out, command);
	put_name(t, &out, path);
	strs_add(t->arena, list, buf_str(&out));
}

/* may_fail: "*" or "" */
static void add_rename(struct talk *t, struct strs *list, const char *may_fail, struct str from,
		       struct str to)
{
	struct buf out = {.arena = t->arena};

	buf_fmt(&out, verbs_of(t)->is_ftp ? "%sRNFR" : "%srename", may_fail);
	put_name(t, &out, from);
	if (verbs_of(t)->is_ftp) {
		strs_add(t->arena, list, buf_str(&out));
		out = (struct buf){.arena = t->arena};
		buf_fmt(&out, "%sRNTO", may_fail);
	}
	put_name(t, &out, to);
	strs_add(t->arena, list, buf_str(&out));
}

static void make_folders(struct talk *t)
{
	struct strs folders = talk_folders(t);

	for (size_t i = 0; i < folders.n; i++)
		add_one(t, &t->request.before, verbs_of(t)->make_dir, folders.items[i]);
}

static enum talk_next send_upload(struct talk *t, struct str path)
{
	t->request.url = talk_url(t, path);
	t->request.upload = true;
	t->request.text = t->job->text;
	return TALK_SEND;
}

static enum talk_next send_download(struct talk *t, struct str path)
{
	t->request.url = talk_url(t, path);
	return TALK_SEND;
}

static enum talk_next send_commands(struct talk *t)
{
	t->request.url = talk_url(t, (struct str){0});
	t->request.is_command = true;
	return TALK_SEND;
}

/* Into the folder of parts; all folders that may be missing are made first. */
static enum talk_next put_part(struct talk *t, struct str part)
{
	make_folders(t);
	return send_upload(t, part);
}

/* At first as cheaply as it should be possible, the second time also where something is in
 * the way. */
static enum talk_next put_by_ssh(struct talk *t)
{
	struct str part = server_part(t->arena, t->server, t->job);

	if (t->step > 0 && t->response.answer == ANSWER_GOOD)
		return TALK_DONE;
	if (t->step > 1)
		return TALK_STUCK;
	if (t->step == 1)
		t->job->doubts_folders = true;
	if (t->step == 1 || talk_must_make_room(t))
		add_one(t, &t->request.after, verbs_of(t)->remove, t->job->path);
	add_rename(t, &t->request.after, "", part, t->job->path);
	return put_part(t, part);
}

static enum talk_next put_in_place(struct talk *t, struct str part, bool remove)
{
	if (t->server->able.sizes)
		add_one(t, &t->request.before, "SIZE", part);
	t->request.size = t->job->bytes;
	if (remove || talk_must_make_room(t))
		add_one(t, &t->request.before, verbs_of(t)->remove, t->job->path);
	add_rename(t, &t->request.before, "", part, t->job->path);
	return send_commands(t);
}

/* The same in two exchanges: libcurl sends FTP's commands behind an upload one by one, and
 * lets all other transfers wait meanwhile. */
static enum talk_next put_by_ftp(struct talk *t)
{
	struct str part = server_part(t->arena, t->server, t->job);
	bool is_good = t->response.answer == ANSWER_GOOD;

	if (t->step == 0)
		return put_part(t, part);
	if (is_good && (t->step == 2 || t->step == SECOND_TRY + 2))
		return TALK_DONE;
	if (is_good)
		return put_in_place(t, part, t->step > SECOND_TRY);
	if (t->step >= SECOND_TRY)
		return TALK_STUCK;
	t->step = SECOND_TRY;
	t->job->doubts_folders = true;
	return put_part(t, part);
}

static enum talk_next put(struct talk *t)
{
	return verbs_of(t)->is_ftp ? put_by_ftp(t) : put_by_ssh(t);
}

static enum talk_next get(struct talk *t)
{
	if (t->step == 0)
		return send_download(t, t->job->path);
	t->job->state = t->response.answer == ANSWER_ABSENT ? JOB_ABSENT : JOB_DONE;
	t->job->text = t->response.body;
	return t->response.answer == ANSWER_NO ? TALK_STUCK : TALK_DONE;
}

static enum talk_next check(struct talk *t)
{
	if (t->step == 0) {
		t->request.sum = true;
		return send_download(t, t->job->path);
	}
	t->job->state = t->response.answer == ANSWER_ABSENT ? JOB_ABSENT : JOB_DONE;
	if (t->response.answer == ANSWER_GOOD)
		t->job->found = t->response.sum;
	return TALK_DONE;
}

/* The next word of a line, and the spaces before it. */
static struct str take_word(struct str *line)
{
	while (line->n && line->p[0] == ' ')
		*line = str_from(*line, 1);
	return str_cut(*line, ' ', line);
}

static bool is_number(struct str word, uint64_t *n)
{
	*n = 0;
	for (size_t i = 0; i < word.n; i++) {
		if (word.p[i] < '0' || word.p[i] > '9')
			return false;
		*n = *n * 10 + (uint64_t)(word.p[i] - '0');
	}
	return word.n > 0 && word.n < 16;
}

/* "-rw-r--r--    1 an     an           11 Nov 22 23:00 a b.html": groups may have spaces
 * in their names, so what is looked for is a size with a date behind it. */
static void take_long_line(struct talk *t, struct str line)
{
	struct listed item = {.has_bytes = true, .is_dir = str_starts(line, STR("d"))};
	struct str word, month, day;

	while (line.n) {
		struct str rest;

		word = take_word(&line);
		rest = line;
		month = take_word(&rest);
		day = take_word(&rest);
		if (!is_number(word, &item.bytes) || month.n != 3 || !day.n || day.n > 2 ||
		    day.p[0] < '0' || day.p[0] > '9')
			continue;
		take_word(&rest);
		talk_list(t, rest, &item);
		return;
	}
}

/* "type=file;size=11;modify=20261122160000; a b.html" */
static void take_facts_line(struct talk *t, struct str line)
{
	struct str facts = str_cut(line, ' ', &line);
	struct listed item = {0};

	while (facts.n) {
		struct str value, key = str_cut(str_cut(facts, ';', &facts), '=', &value);

		if (key.n == 4 && strncasecmp(key.p, "type", 4) == 0)
			item.is_dir = value.n == 3 && strncasecmp(value.p, "dir", 3) == 0;
		else if (key.n == 4 && strncasecmp(key.p, "size", 4) == 0)
			item.has_bytes = is_number(value, &item.bytes);
	}
	if (!str_eq_z(line, ".") && !str_eq_z(line, ".."))
		talk_list(t, line, &item);
}

static enum talk_next send_list(struct talk *t, const char *command)
{
	t->request.url =
		talk_url(t, str_concat(t->arena, t->job->path, STR("/"), (struct str){0}));
	t->request.list = command;
	return TALK_SEND;
}

/* FTP: the newer command gives facts, the older one what "ls -l" would print. */
static enum talk_next list(struct talk *t)
{
	bool facts = verbs_of(t)->is_ftp && t->step == 1;
	struct str lines = t->response.body;

	if (t->step == 0)
		return send_list(t, verbs_of(t)->is_ftp ? "MLSD" : NULL);
	if (facts && t->response.answer == ANSWER_NO && t->response.status != NOT_TAKEN)
		return send_list(t, "LIST");
	t->job->state = t->response.answer == ANSWER_GOOD ? JOB_DONE : JOB_ABSENT;
	while (lines.n) {
		struct str line = str_cut(lines, '\n', &lines);

		line = str_ends(line, STR("\r")) ? str_head(line, line.n - 1) : line;
		if (facts)
			take_facts_line(t, line);
		else
			take_long_line(t, line);
	}
	return TALK_DONE;
}

/* A command that was refused, or lost on the way, does not say why: is the file still
 * there? Then once more. */
static enum talk_next remove_one(struct talk *t)
{
	bool is_good = t->response.answer == ANSWER_GOOD;

	if (t->step == 0 || (t->step == 2 && is_good)) {
		add_one(t, &t->request.before, verbs_of(t)->remove + 1, t->job->path);
		return send_commands(t);
	}
	if (t->step == 1 && !is_good)
		return send_download(t, t->job->path);
	if (t->step != 2)
		return is_good ? TALK_DONE : TALK_STUCK;
	return t->response.answer == ANSWER_ABSENT ? TALK_DONE : TALK_STUCK;
}

static enum talk_next send_probe(struct talk *t, unsigned number)
{
	make_folders(t);
	t->job->text = number == 1 ? STR("1") : STR("2");
	return send_upload(t, server_probe_file(t->arena, t->server, number));
}

static enum talk_next remove_probes(struct talk *t, struct str first, struct str second)
{
	add_one(t, &t->request.before, verbs_of(t)->remove, first);
	add_one(t, &t->request.before, verbs_of(t)->remove, second);
	return send_commands(t);
}

/* The second file into the place of the first. Which one is there then? */
static enum talk_next try_rename(struct talk *t, struct str first, struct str second)
{
	bool is_good = t->response.answer == ANSWER_GOOD;

	switch (t->step) {
	case 0:
		t->job->able = t->server->able;
		return send_probe(t, 1);
	case 1:
		return is_good ? send_probe(t, 2) : TALK_STUCK;
	case 2:
		add_rename(t, &t->request.before, "", second, first);
		return is_good ? send_commands(t) : TALK_STUCK;
	case 3:
		return send_download(t, first);
	default:
		t->job->able.replaces = is_good && str_eq_z(t->response.body, "2");
		if (!verbs_of(t)->is_ftp)
			return remove_probes(t, first, second);
		add_one(t, &t->request.before, "SIZE", first);
		t->request.size = 1;
		return send_commands(t);
	}
}

static enum talk_next probe(struct talk *t)
{
	struct str first = server_probe_file(t->arena, t->server, 1);
	struct str second = server_probe_file(t->arena, t->server, 2);

	if (t->step < PROBE_STEPS)
		return try_rename(t, first, second);
	if (t->step > PROBE_STEPS || !verbs_of(t)->is_ftp)
		return TALK_DONE;
	t->job->able.sizes = t->response.answer == ANSWER_GOOD;
	return remove_probes(t, first, second);
}

static enum talk_next remove_dir(struct talk *t)
{
	if (t->step > 0)
		return TALK_DONE;
	add_one(t, &t->request.before, verbs_of(t)->remove_dir, t->job->path);
	return send_commands(t);
}

static void remove_beside(struct talk *t, struct strs *list)
{
	struct str beside = server_lock_beside(t->arena, t->server);

	add_one(t, list, verbs_of(t)->remove, path_join(t->arena, beside, STR(LOCK_FILE)));
	add_one(t, list, verbs_of(t)->remove_dir, beside);
}

static enum talk_next lock(struct talk *t)
{
	struct str beside = server_lock_beside(t->arena, t->server);
	struct str dir = server_lock_dir(t->arena, t->server);

	switch (t->step) {
	case 0:
		make_folders(t);
		add_one(t, &t->request.before, verbs_of(t)->make_dir, beside);
		add_rename(t, &t->request.after, "*", beside, dir);
		return send_upload(t, path_join(t->arena, beside, STR(LOCK_FILE)));
	case 1:
		return t->response.answer == ANSWER_GOOD
			       ? send_download(t, path_join(t->arena, dir, STR(LOCK_FILE)))
			       : TALK_STUCK;
	case 2:
		if (t->response.answer != ANSWER_GOOD)
			return t->response.answer == ANSWER_ABSENT ? TALK_AGAIN : TALK_STUCK;
		t->there = t->response.body;
		if (talk_has_lock(t))
			return TALK_DONE;
		remove_beside(t, &t->request.before);
		return send_commands(t);
	default:
		t->job->text = t->there;
		return TALK_DONE;
	}
}

/* Commands that may fail may also be lost: so it is looked at afterwards, in both places. */
static enum talk_next unlock(struct talk *t)
{
	struct str beside = server_lock_beside(t->arena, t->server);
	struct str dir = server_lock_dir(t->arena, t->server);

	if (t->step > 1 && t->response.answer == ANSWER_GOOD)
		return TALK_AGAIN;
	if (t->step == 1 || t->step == 2)
		return send_download(
			t, path_join(t->arena, t->step == 1 ? dir : beside, STR(LOCK_FILE)));
	if (t->step > 2)
		return TALK_DONE;
	remove_beside(t, &t->request.before);
	add_rename(t, &t->request.before, "*", dir, beside);
	remove_beside(t, &t->request.before);
	return send_commands(t);
}

enum talk_next commands_talk(struct talk *t)
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
