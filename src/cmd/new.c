/* `cchc new`: a content file with every field of its kind, commented. */
#include "base/file.h"
#include "base/path.h"
#include "cmd/cmd.h"
#include "kinds/kind.h"
#include "site/config.h"
#include "viet/fold.h"
#include "viet/slug.h"

struct making {
	struct arena arena;
	struct diag diag;
	const struct options *options;
	const struct config *config;
	const struct kind *kind;
	struct str title, code, path;
};

static const struct section_setting *section_for(const struct making *m)
{
	for (size_t i = 0; i < m->config->sections.n; i++) {
		const struct section_setting *s =
			LIST_ITEM(m->config->sections, struct section_setting, i);

		if (str_eq_z(s->kind, m->kind->code))
			return s;
	}
	return NULL;
}

static bool choose_kind(struct making *m)
{
	m->kind = kind_find(str_of(m->options->arguments[0]));
	if (!m->kind)
		return diag_error(&m->diag, (struct pos){0},
				  _("there is no kind of content %s"),
				  m->options->arguments[0]);
	if (!section_for(m))
		return diag_error(&m->diag, (struct pos){0},
				  _("site.yaml has no section of kind %s"), m->kind->code);
	return true;
}

static bool choose_code(struct making *m)
{
	struct str title = str_of(m->options->arguments[1]);

	m->title = viet_normalize(&m->arena, str_trim(title));
	m->code = viet_slug(&m->arena, m->title);
	return m->code.n || diag_error(&m->diag, (struct pos){0},
				       _("the title \"" STR_FMT "\" has no letter or digit"),
				       STR_ARG(m->title));
}

/* News lie in a folder for each year, so that no folder grows without end. */
static bool choose_path(struct making *m)
{
	struct arena *a = &m->arena;
	struct str dir = path_join(a, STR("content"), section_for(m)->folder);

	if (m->kind->has_feed && m->kind->has_body)
		dir = str_fmt(a, STR_FMT "/%04d", STR_ARG(dir), m->options->now.year);
	m->path = str_fmt(a, STR_FMT "/" STR_FMT ".%s", STR_ARG(dir), STR_ARG(m->code),
			  m->kind->has_body ? "md" : "yaml");
	return !file_exists(m->path) ||
	       diag_error(&m->diag, (struct pos){0}, _("the file " STR_FMT " is there already"),
			  STR_ARG(m->path));
}

/* The field that is the title of such records. */
static const char *title_key(const struct schema *s)
{
	static const char *const keys[] = {"trich_yeu", "ten", "cau_hoi", "ten_day_du"};

	for (size_t i = 0; i < COUNT(keys); i++) {
		const struct field *f = schema_field(s, keys[i]);

		if (f && (f->type == FIELD_STRING || f->type == FIELD_TEXT))
			return keys[i];
	}
	return "tieu_de";
}

static const struct value *known_fields(struct making *m)
{
	struct arena *a = &m->arena;
	struct value *known = value_map(a);
	struct date day = m->options->now;

	day.has_time = false;
	value_set(a, known, STR("ma"), value_string(a, m->code));
	value_set(a, known, STR("loai"), value_string(a, str_of(m->kind->code)));
	value_set(a, known, str_of(title_key(m->kind->schema)), value_string(a, m->title));
	value_set(a, known, STR("ngay_dang"), value_string(a, date_iso(a, day)));
	value_set(a, known, STR("trang_thai"), value_string(a, STR("nhap")));
	return known;
}

static bool write_file(struct making *m)
{
	struct buf out = {.arena = &m->arena};

	if (m->kind->has_body)
		buf_add_z(&out, "---\n");
	schema_print_new(&m->arena, m->kind->schema, known_fields(m), &out);
	if (m->kind->has_body)
		buf_add_z(&out, "---\n\nViết nội dung ở đây. Đề mục bắt đầu bằng ##.\n");
	return file_write(&m->arena, m->path, buf_str(&out), &m->diag);
}

static int run_new(const struct options *o)
{
	struct making m = {.options = o};
	int status;

	m.diag.arena = &m.arena;
	m.config = config_read(&m.arena, &m.diag);
	if (m.config && choose_kind(&m) && choose_code(&m) && choose_path(&m) &&
	    write_file(&m) && !o->quiet)
		printf(STR_FMT "\n", STR_ARG(m.path));
	status = report_findings(&m.diag, o);
	arena_free(&m.arena);
	return status;
}

const struct command new_command = {
	.name = "new",
	.arguments = "KIND \"Tiêu đề\"",
	.summary = N_("begin a content file with every field of its kind"),
	.takes = TAKES_TODAY,
	.arguments_min = 2,
	.arguments_max = 2,
	.run = run_new,
};
