#include "site/subordinates.h"

#include "base/file.h"
#include "base/path.h"
#include "site/config.h"

#define FEEDS_DIR ".cchc/nguon"

enum {
	NOTE_MAX = 100, /* bytes: "2026-11-22 qua-lon" */
};

static const struct choice cycles[] = {
	{"thang", "Hằng tháng"},
	{"quy", "Hằng quý"},
	{"6-thang", "Sáu tháng"},
	{"nam", "Hằng năm"},
	{0},
};

static const struct field subordinate_fields[] = {
	{.key = "ma",
	 .type = FIELD_SLUG,
	 .flags = FIELD_REQUIRED,
	 .offset = offsetof(struct subordinate, code),
	 .label = "Mã",
	 .about = N_("The unit's code, as its own site.yaml has it (don_vi, ma)."),
	 .example = "\"ttyt-minh-hoa\""},
	{.key = "ten",
	 .type = FIELD_STRING,
	 .flags = FIELD_REQUIRED,
	 .offset = offsetof(struct subordinate, name),
	 .label = "Tên",
	 .about = N_("The unit's name, as visitors read it."),
	 .example = "\"Trung tâm Y tế Minh Họa\""},
	{.key = "nguon",
	 .type = FIELD_STRING,
	 .flags = FIELD_REQUIRED,
	 .offset = offsetof(struct subordinate, source),
	 .label = "Nguồn",
	 .about = N_(
		 "Where its cchc.json is: an address with https://, which cchc fetch gets, or "
		 "a file in the site's folder."),
	 .example = "\"https://ttyt.example.vn/cai-cach-hanh-chinh/cchc.json\""},
	{.key = "ten_mien",
	 .type = FIELD_URL,
	 .offset = offsetof(struct subordinate, domain),
	 .label = "Tên miền",
	 .about =
		 N_("The unit's web site, to which all its links must lead: that of nguon when "
		    "not written."),
	 .example = "\"https://ttyt.example.vn\""},
	{.key = "chung_chi",
	 .type = FIELD_PATH,
	 .offset = offsetof(struct subordinate, authority),
	 .label = "Chứng chỉ gốc",
	 .about = N_("A file with the certificates to trust, where the server's is not of a "
		     "public authority."),
	 .example = "\"chung-chi.pem\""},
	{.key = "ky_bao_cao",
	 .type = FIELD_CHOICE,
	 .offset = offsetof(struct subordinate, cycle),
	 .choices = cycles,
	 .label = "Kỳ báo cáo",
	 .about = N_("How often the unit must report, beside what its plans say."),
	 .example = "\"quy\""},
	{0},
};

const struct schema subordinate_schema = {
	.name = N_("a subordinate unit"),
	.size = sizeof(struct subordinate),
	.fields = subordinate_fields,
};

bool subordinate_is_remote(const struct subordinate *s)
{
	return str_starts(s->source, STR("https://"));
}

struct feed_wanted subordinate_wanted(const struct subordinate *s, struct date today)
{
	return (struct feed_wanted){.code = s->code, .domain = s->domain, .today = today};
}

struct str subordinate_copy(struct arena *a, const struct subordinate *s)
{
	return str_fmt(a, FEEDS_DIR "/" STR_FMT ".json", STR_ARG(s->code));
}

struct str subordinate_note(struct arena *a, const struct subordinate *s)
{
	return str_fmt(a, FEEDS_DIR "/" STR_FMT ".loi", STR_ARG(s->code));
}

/* ---- checking ------------------------------------------------------------------- */

static struct subordinate *subordinate_at(const struct config *c, size_t i)
{
	return (struct subordinate *)c->subordinates.items + i;
}

static struct pos place_in(const struct config *c, size_t i, const char *key)
{
	return place_of_field(config_item(c, "don_vi_truc_thuoc", i), key);
}

static bool check_source(struct arena *a, const struct config *c, size_t i, struct diag *d)
{
	struct subordinate *s = subordinate_at(c, i);
	struct str origin = feed_origin(s->source);

	if (subordinate_is_remote(s) && origin.n && !str_has(origin, '@')) {
		if (!s->domain.n)
			s->domain = origin;
		return true;
	}
	if (!str_holds(s->source, STR("://")) &&
	    path_clean(a, STR(""), s->source, &s->source) && s->source.n)
		return true;
	return diag_error(d, place_in(c, i, "nguon"),
			  _("\"nguon\" must be an address with https://, without a user or "
			    "password, or a file in the site's folder"));
}

static bool check_domain(const struct config *c, size_t i, struct diag *d)
{
	struct subordinate *s = subordinate_at(c, i);

	if (str_ends(s->domain, STR("/")))
		s->domain.n--;
	if (!s->domain.n || str_eq(feed_origin(s->domain), s->domain))
		return true;
	return diag_error(d, place_in(c, i, "ten_mien"),
			  _("\"ten_mien\" must be an address without a path, such as "
			    "https://benhvien.example.vn"));
}

bool subordinates_check(struct arena *a, struct config *c, struct diag *d)
{
	struct map seen = {.arena = a};
	bool ok = true;

	for (size_t i = 0; i < c->subordinates.n; i++) {
		struct subordinate *s = subordinate_at(c, i);

		ok &= check_domain(c, i, d);
		ok &= check_source(a, c, i, d);
		if (map_set(&seen, s->code, s))
			ok = diag_error(d, place_in(c, i, "ma"),
					_("two units have the code \"" STR_FMT "\""),
					STR_ARG(s->code));
	}
	return ok;
}

/* ---- reports that are missing ---------------------------------------------------- */

/* What the report of a period has as its sort, quarter and month. */
static bool is_of_period(const struct feed_report *r, const struct missing_report *m)
{
	if (r->year != m->year)
		return false;
	switch (m->unit) {
	case PERIOD_MONTH:
		return str_eq_z(r->sort, "thang") && r->month == m->number;
	case PERIOD_QUARTER:
		return str_eq_z(r->sort, "quy") && r->quarter == m->number;
	case PERIOD_HALF:
		return str_eq_z(r->sort,
				m->number == 1 ? "6-thang-dau-nam" : "6-thang-cuoi-nam");
	default:
		return str_eq_z(r->sort, "nam");
	}
}

static bool has_report(const struct feed *f, const struct missing_report *m)
{
	for (size_t i = 0; i < f->n_reports; i++) {
		if (is_of_period(&f->reports[i], m))
			return true;
	}
	return false;
}

static bool is_over(enum period_unit unit, int year, int number, struct date today,
		    struct date *last)
{
	struct date_range days;

	if (!period_range(unit, year, number, WINDOW_CALENDAR, &days))
		return false;
	*last = days.last;
	return date_days(days.last) < date_days(today);
}

/* The periods that are over of the year in which the last one ended. */
static void find_missing(struct arena *a, struct subordinate_state *s, struct date today)
{
	static const struct {
		enum period_unit unit;
		int in_a_year;
	} units[] = {
		[CYCLE_MONTH] = {PERIOD_MONTH, 12},
		[CYCLE_QUARTER] = {PERIOD_QUARTER, 4},
		[CYCLE_HALF] = {PERIOD_HALF, 2},
		[CYCLE_YEAR] = {PERIOD_YEAR, 1},
	};
	struct missing_report m = {0};
	int in_a_year;

	if (!s->feed || s->setting->cycle < 0)
		return;
	m.unit = units[s->setting->cycle].unit;
	in_a_year = units[s->setting->cycle].in_a_year;
	m.year = is_over(m.unit, today.year, 1, today, &m.last) ? today.year : today.year - 1;
	s->missing = arena_array(a, struct missing_report, (size_t)in_a_year);
	for (m.number = 1; m.number <= in_a_year; m.number++) {
		if (is_over(m.unit, m.year, m.number, today, &m.last) &&
		    !has_report(s->feed, &m))
			s->missing[s->n_missing++] = m;
	}
}

/* ---- reading --------------------------------------------------------------------- */

enum feed_fault subordinate_read_file(struct arena *a, struct arena *scratch, struct str path,
				      const struct feed_wanted *wanted, struct feed *out)
{
	struct diag unsaid = {.arena = scratch};
	uint64_t bytes = 0;
	struct str text;

	if (!file_exists(path))
		return FEED_ABSENT;
	if (file_size(path, &bytes) && bytes > FEED_BYTES_MAX)
		return FEED_TOO_LARGE;
	if (!file_read(scratch, path, FEED_BYTES_MAX, &text, &unsaid))
		return FEED_UNREADABLE;
	return feed_parse(a, scratch, text, wanted, out);
}

/* "2026-11-22 qua-lon" */
static void read_note(struct arena *scratch, struct subordinate_state *s)
{
	struct str path = subordinate_note(scratch, s->setting), text, code;
	struct diag unsaid = {.arena = scratch};
	enum feed_fault fault;
	struct date on = {0};

	if (!file_exists(path) || !file_read(scratch, path, NOTE_MAX, &text, &unsaid))
		return;
	date_parse(str_cut(str_trim(text), ' ', &code), false, false, &on);
	fault = feed_fault_of(code);
	if (fault == FEED_FAULTS || !date_is_set(on))
		return;
	s->fault = fault;
	s->fault_on = on;
}

/* A file of the site's folder, with the last good copy behind it. */
static void read_local(struct arena *a, struct arena *scratch, struct subordinate_state *s,
		       const struct feed_wanted *wanted, const struct feed *copy)
{
	struct feed *f = arena_new(a, struct feed);

	s->fault = subordinate_read_file(a, scratch, s->setting->source, wanted, f);
	if (s->fault == FEED_GOOD && copy && date_days(f->created) < date_days(copy->created))
		s->fault = FEED_OLDER;
	s->feed = s->fault == FEED_GOOD ? f : copy;
}

static void read_state(struct arena *a, struct arena *scratch, struct subordinate_state *s,
		       struct date today)
{
	struct feed_wanted wanted = subordinate_wanted(s->setting, today);
	struct feed *copy = arena_new(a, struct feed);
	enum feed_fault fault = subordinate_read_file(
		a, scratch, subordinate_copy(scratch, s->setting), &wanted, copy);

	if (!subordinate_is_remote(s->setting)) {
		read_local(a, scratch, s, &wanted, fault == FEED_GOOD ? copy : NULL);
	} else {
		s->fault = fault;
		s->feed = fault == FEED_GOOD ? copy : NULL;
		read_note(scratch, s);
	}
	find_missing(a, s, today);
}

struct work {
	struct subordinates *all;
	struct date today;
};

static void read_one(void *context, size_t i, struct worker *w)
{
	const struct work *work = context;

	read_state(&w->keep, &w->scratch, &work->all->items[i], work->today);
}

static void report(const struct config *c, const struct subordinates *all, size_t i,
		   struct diag *d)
{
	const struct subordinate_state *s = &all->items[i];

	if (s->fault != FEED_GOOD)
		diag_advise(d, place_in(c, i, "nguon"), _("\"" STR_FMT "\": %s"),
			    STR_ARG(s->setting->name), _(feed_fault_words(s->fault)));
}

struct subordinates *subordinates_read(struct arena *a, const struct config *c,
				       struct date today, struct crew *crew, struct diag *d)
{
	struct subordinates *all = arena_new(a, struct subordinates);
	struct work work = {all, today};

	all->n = c->subordinates.n;
	all->items = arena_array(a, struct subordinate_state, all->n + 1);
	for (size_t i = 0; i < all->n; i++)
		all->items[i].setting = subordinate_at(c, i);
	jobs_run(crew, all->n, read_one, &work);
	for (size_t i = 0; i < all->n; i++)
		report(c, all, i, d);
	return all;
}
