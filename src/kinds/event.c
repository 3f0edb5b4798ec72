#include "kinds/event.h"

#include "kinds/linked.h"
#include "kinds/rule.h"
#include "viet/calendar.h"

enum {
	PEOPLE_MAX = 1000 * 1000,
	MINUTES_WITHIN = 10, /* working days after which minutes are missed */
};

static const struct choice types[] = {
	[EVENT_TRAINING] = {"tap-huan", "Tập huấn"},
	[EVENT_CONFERENCE] = {"hoi-nghi", "Hội nghị"},
	[EVENT_TALK] = {"toa-dam", "Tọa đàm"},
	[EVENT_DIALOGUE] = {"doi-thoai", "Đối thoại"},
	[EVENT_PATIENT_COUNCIL] = {"hop-hoi-dong-nguoi-benh", "Họp hội đồng người bệnh"},
	[EVENT_INSPECTION] = {"kiem-tra", "Kiểm tra"},
	[EVENT_PERFORMANCE] = {"san-khau-hoa", "Sân khấu hóa"},
	{0},
};

static const struct choice forms[] = {
	[EVENT_ON_SITE] = {"truc-tiep", "Trực tiếp"},
	[EVENT_ONLINE] = {"truc-tuyen", "Trực tuyến"},
	[EVENT_BOTH] = {"ket-hop", "Trực tiếp kết hợp trực tuyến"},
	{0},
};

static const struct choice states[] = {
	[EVENT_TO_COME] = {"sap-dien-ra", "Sắp diễn ra"},
	[EVENT_RUNNING] = {"dang-dien-ra", "Đang diễn ra"},
	[EVENT_OVER] = {"da-dien-ra", "Đã diễn ra"},
};

static const struct rule order_rule = {"SK-01", DIAG_ERROR,
				       N_("An event ends after its beginning.")};
static const struct rule place_rule = {"SK-02", DIAG_WARNING,
				       N_("An event where people come together has a place.")};
static const struct rule minutes_rule = {
	"SK-03", DIAG_ADVICE,
	N_("What was said in a dialogue or a patients' council can be read.")};
static const struct rule paper_rule = {"SK-04", DIAG_ERROR,
				       N_("A paper is a file or has an address.")};

static const struct rule *const event_rules[] = {
	&order_rule,
	&place_rule,
	&minutes_rule,
	&paper_rule,
};

static const struct field paper_fields[] = {
	{.key = "ten",
	 .type = FIELD_STRING,
	 .flags = FIELD_REQUIRED,
	 .offset = offsetof(struct event_paper, title),
	 .label = "Tên tài liệu",
	 .about = N_("What it is called.")},
	{.key = "tep",
	 .type = FIELD_FILE,
	 .offset = offsetof(struct event_paper, file),
	 .label = "Tệp",
	 .about = N_("The file, as a path from this record's folder or from content/.")},
	{.key = "url",
	 .type = FIELD_URL,
	 .offset = offsetof(struct event_paper, url),
	 .label = "Địa chỉ",
	 .about = N_("Its address, when it stands elsewhere.")},
	{0},
};

static const struct schema paper_schema = {
	.name = N_("a paper of an event"),
	.size = sizeof(struct event_paper),
	.fields = paper_fields,
};

static const struct field event_fields[] = {
	{.key = "kieu",
	 .type = FIELD_CHOICE,
	 .choices = types,
	 .flags = FIELD_REQUIRED,
	 .offset = offsetof(struct event, type),
	 .label = "Kiểu",
	 .about = N_("What sort of event it is.")},
	{.key = "bat_dau",
	 .type = FIELD_DATETIME,
	 .flags = FIELD_REQUIRED,
	 .offset = offsetof(struct event, begins),
	 .label = "Bắt đầu",
	 .about = N_("When it begins."),
	 .example = "2026-10-15T14:00"},
	{.key = "ket_thuc",
	 .type = FIELD_DATETIME,
	 .offset = offsetof(struct event, ends),
	 .label = "Kết thúc",
	 .about = N_("When it ends."),
	 .example = "2026-10-15T15:30"},
	{.key = "hinh_thuc",
	 .type = FIELD_CHOICE,
	 .choices = forms,
	 .offset = offsetof(struct event, form),
	 .label = "Hình thức",
	 .about = N_("Whether people come together, or meet online."),
	 .example = "\"truc-tiep\""},
	{.key = "dia_diem",
	 .type = FIELD_STRING,
	 .offset = offsetof(struct event, place),
	 .label = "Địa điểm",
	 .about = N_("The room, or how to join online."),
	 .example = "\"Hội trường tầng 3\""},
	{.key = "so_nguoi",
	 .type = FIELD_INT,
	 .offset = offsetof(struct event, people),
	 .label = "Số người",
	 .about = N_("How many take part."),
	 .example = "45",
	 .min = 0,
	 .max = PEOPLE_MAX},
	{.key = "chuong_trinh",
	 .type = FIELD_MARKDOWN,
	 .offset = offsetof(struct event, program),
	 .label = "Chương trình",
	 .about = N_("What it is about, and what happens when.")},
	{.key = "tai_lieu",
	 .type = FIELD_MAP,
	 .map = &paper_schema,
	 .flags = FIELD_MANY,
	 .offset = offsetof(struct event, papers),
	 .label = "Tài liệu",
	 .about = N_("What is handed out.")},
	{.key = "bien_ban",
	 .type = FIELD_MARKDOWN,
	 .offset = offsetof(struct event, minutes),
	 .label = "Biên bản",
	 .about = N_("What was said and agreed, without names of patients.")},
	{0},
};

static const char *const event_required[] = {"tieu_de", "don_vi", NULL};

static const struct schema event_schema = {
	.name = N_("an event"),
	.size = sizeof(struct event),
	.fields = event_fields,
	.parent = &common_schema,
	.required = event_required,
};

static bool has_begun(struct date begins, struct date now)
{
	return begins.has_time ? date_cmp(now, begins) >= 0
			       : date_days(now) >= date_days(begins);
}

enum event_state event_state(const struct event *x, struct date now)
{
	struct date last = date_is_set(x->ends) ? x->ends : x->begins;
	bool is_over = date_is_set(x->ends) && x->ends.has_time
			       ? date_cmp(now, x->ends) >= 0
			       : date_days(now) > date_days(last);

	return is_over ? EVENT_OVER : has_begun(x->begins, now) ? EVENT_RUNNING : EVENT_TO_COME;
}

static void inspect_order(const struct event *x, struct inspection *i)
{
	bool same_day = date_is_set(x->ends) && (!x->begins.has_time || !x->ends.has_time) &&
			date_days(x->begins) == date_days(x->ends);

	if (date_is_set(x->ends) && !same_day && date_cmp(x->begins, x->ends) >= 0)
		inspection_report(i, inspection_place(i, "ket_thuc"), &order_rule,
				  _("the event ends before it begins"));
}

static void inspect_place(const struct event *x, struct inspection *i)
{
	if (x->form != EVENT_ONLINE && !x->place.n)
		inspection_report(i, inspection_place(i, "kieu"), &place_rule,
				  _("\"dia_diem\" is missing: people must know where to go"));
}

/* Only of what has been over for some time, by days that are known. */
static void inspect_minutes(const struct event *x, struct inspection *i)
{
	int64_t n;

	if ((x->type != EVENT_DIALOGUE && x->type != EVENT_PATIENT_COUNCIL) ||
	    x->minutes.text.n || event_state(x, i->today) != EVENT_OVER ||
	    !calendar_working_days(i->calendar, x->begins, i->today, &n))
		return;
	if (n > MINUTES_WITHIN)
		inspection_report(
			i, inspection_place(i, "bat_dau"), &minutes_rule,
			_("%lld working days have passed; write in \"bien_ban\" what was "
			  "said and agreed"),
			(long long)n);
}

static void inspect_papers(const struct event *x, struct inspection *i)
{
	for (size_t n = 0; n < x->papers.n; n++) {
		const struct event_paper *p = LIST_ITEM(x->papers, struct event_paper, n);
		const struct value *v;

		if (p->file.path.n || p->url.n)
			continue;
		v = written_item(inspection_written(i), "tai_lieu", n);
		inspection_report(i, place_of_field(v, "ten"), &paper_rule,
				  _("\"" STR_FMT "\" needs \"tep\" or \"url\": where it can be "
				    "read"),
				  STR_ARG(p->title));
	}
}

static void inspect_event(const void *data, struct inspection *i)
{
	inspect_order(data, i);
	inspect_place(data, i);
	inspect_minutes(data, i);
	inspect_papers(data, i);
}

static struct date event_date(const void *data)
{
	const struct event *x = data;

	return x->begins;
}

static struct str hour_of(struct arena *a, struct date d)
{
	return d.has_time ? str_fmt(a, "%d giờ %02d ", d.hour, d.minute) : (struct str){0};
}

/* "Họp hội đồng người bệnh: 14 giờ 00 ngày 15/10/2026, Hội trường tầng 3." */
static struct str event_summary(struct arena *a, const void *data)
{
	const struct event *x = data;

	if (x->common.summary.n)
		return x->common.summary;
	return str_fmt(a, "%s: " STR_FMT "ngày " STR_FMT "%s" STR_FMT ".", types[x->type].name,
		       STR_ARG(hour_of(a, x->begins)), STR_ARG(date_short(a, x->begins)),
		       x->place.n ? ", " : "", STR_ARG(x->place));
}

static struct choice event_status(const void *data, struct date today)
{
	return states[event_state(data, today)];
}

static void card_of_event(struct arena *a, const void *data, const struct derive_context *c,
			  struct value *view)
{
	const struct event *x = data;
	struct value *v = value_map(a);

	value_set(a, v, STR("tinh_trang"), schema_view_choice(a, event_status(x, c->today)));
	value_set(a, v, STR("tu"), schema_view_date(a, x->begins));
	value_set(a, v, STR("den"), schema_view_date(a, x->ends));
	value_set(a, view, STR("thoi_gian"), v);
}

static void derive_event(struct arena *a, const void *data, const struct derive_context *c,
			 struct value *view)
{
	const struct event *x = data;

	value_set(a, view, STR("tinh_trang"), schema_view_choice(a, event_status(x, c->today)));
}

static void terms_of_type(struct arena *a, const void *data, struct date today, term_fn *add,
			  void *sink)
{
	const struct event *x = data;

	(void)a;
	(void)today;
	add(sink, (struct term_name){.slug = str_of(types[x->type].code),
				     .name = str_of(types[x->type].name)});
}

static void terms_of_year(struct arena *a, const void *data, struct date today, term_fn *add,
			  void *sink)
{
	const struct event *x = data;

	(void)today;
	add_term_of_year(a, x->begins.year, add, sink);
}

/* In the channel of its sort, and as said in person when people come together. An
 * inspection tells the public of nothing. */
static void countables_of_event(const void *data, countable_fn *add, void *sink)
{
	static const char *const channels[] = {
		[EVENT_TRAINING] = "tap-huan",
		[EVENT_CONFERENCE] = "hoi-nghi",
		[EVENT_TALK] = "toa-dam",
		[EVENT_DIALOGUE] = "doi-thoai",
		[EVENT_PATIENT_COUNCIL] = "hoi-dong-nguoi-benh",
		[EVENT_PERFORMANCE] = "san-khau-hoa",
	};
	const struct event *x = data;

	if (x->type == EVENT_INSPECTION)
		return;
	add(sink, (struct countable){str_of(channels[x->type]), "su-kien", x->begins, -1});
	if (x->form != EVENT_ONLINE)
		add(sink, (struct countable){STR("truc-tiep"), "su-kien", x->begins, -1});
}

static void credits_of_event(const void *data, credit_fn *add, void *sink)
{
	const struct event *x = data;

	add(sink, (struct contribution){&x->common.unit, {0}, CONTRIBUTION_HELD});
}

static const struct taxonomy_def type_taxonomy = {
	.code = "kieu",
	.name = "Loại sự kiện",
	.path = "theo-loai/",
	.terms = terms_of_type,
};

static const struct taxonomy_def year_taxonomy = {
	.code = "nam",
	.name = "Năm",
	.path = "nam/",
	.before = "năm ",
	.by_slug = true,
	.terms = terms_of_year,
};

static const struct taxonomy_def *const event_taxonomies[] = {
	&type_taxonomy,
	&year_taxonomy,
	&keyword_taxonomy,
};

const struct kind event_kind = {
	.code = "su-kien",
	.name = "Sự kiện",
	.describe = describe_event,
	.schema = &event_schema,
	.has_list = true,
	.has_backlinks = true,
	.summary = event_summary,
	.date = event_date,
	.status = event_status,
	.rules = event_rules,
	.n_rules = COUNT(event_rules),
	.inspect = inspect_event,
	.card = card_of_event,
	.derive = derive_event,
	.countables = countables_of_event,
	.credits = credits_of_event,
	.taxonomies = event_taxonomies,
	.n_taxonomies = COUNT(event_taxonomies),
};
