#include "net/probe.h"

#include <stddef.h>

#include "base/file.h"
#include "base/path.h"
#include "net/store.h"
#include "net/transfer.h"

#define FIRST_LINE "cchc-server 1"

const struct ability ability_codes[] = {
	{"replaces", offsetof(struct abilities, replaces)},
	{"excludes", offsetof(struct abilities, excludes)},
	{"sizes", offsetof(struct abilities, sizes)},
	{"redirects", offsetof(struct abilities, redirects)},
	{"links", offsetof(struct abilities, links)},
};

const size_t ability_codes_count = COUNT(ability_codes);

static bool *ability_of(struct abilities *able, size_t i)
{
	return (bool *)((char *)able + ability_codes[i].offset);
}

static struct str path_of(const struct server *s)
{
	return path_join(s->arena, store_target_dir(s->arena, s->target->code),
			 STR("kha-nang"));
}

/* What is found holds for this address and this library. */
static struct str head_of(const struct server *s)
{
	return str_fmt(s->arena, FIRST_LINE "\naddress " STR_FMT "\nwith %s\n",
		       STR_ARG(s->target->address), transfer_library());
}

/* False when nothing is known, or something of which we know nothing. */
static bool read_known(struct server *s)
{
	struct diag quiet = {.arena = s->arena};
	struct str text, head = head_of(s);

	if (!file_exists(path_of(s)) ||
	    !file_read(s->arena, path_of(s), FILE_MAX, &text, &quiet) ||
	    !seal_take(s->arena, &text) || !str_starts(text, head))
		return false;
	text = str_from(text, head.n);
	for (size_t i = 0; i < ability_codes_count; i++) {
		struct str value, code = str_cut(str_cut(text, '\n', &text), ' ', &value);

		if (!str_eq_z(code, ability_codes[i].code))
			return false;
		*ability_of(&s->able, i) = str_eq_z(value, "yes");
	}
	return !text.n;
}

static bool write_known(struct server *s)
{
	struct str beside = str_concat(s->arena, path_of(s), STR(".moi"), (struct str){0});
	struct buf out = {.arena = s->arena};

	buf_add(&out, head_of(s));
	for (size_t i = 0; i < ability_codes_count; i++)
		buf_fmt(&out, "%s %s\n", ability_codes[i].code,
			*ability_of(&s->able, i) ? "yes" : "no");
	seal_put(&out);
	return file_write(s->arena, beside, buf_str(&out), s->diag) &&
	       file_rename(s->arena, beside, path_of(s), s->diag);
}

bool probe_server(struct server *s, bool *tried)
{
	struct job job = {.kind = JOB_PROBE};

	*tried = !read_known(s);
	if (!*tried)
		return true;
	if (!server_run(s, &job, 1, NULL, NULL))
		return false;
	s->able = job.able;
	return write_known(s);
}
