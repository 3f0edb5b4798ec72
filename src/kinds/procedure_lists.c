#include "kinds/procedure_lists.h"

#include <stdlib.h>

#include "kinds/procedure_view.h"
#include "viet/collate.h"
#include "viet/slug.h"

static struct term_name term_of(struct choice choice)
{
	return (struct term_name){.slug = str_of(choice.code), .name = str_of(choice.name)};
}

/* Lists to choose from hold only what one can do today. */
static bool is_active(const struct procedure *x, struct date today)
{
	return !procedure_has_ended(x, today);
}

static void terms_of_field(struct arena *a, const void *data, struct date today, term_fn *add,
			   void *sink)
{
	const struct procedure *x = data;

	if (is_active(x, today))
		add(sink, (struct term_name){.slug = viet_slug(a, x->field), .name = x->field});
}

static void terms_of_event(struct arena *a, const void *data, struct date today, term_fn *add,
			   void *sink)
{
	const struct procedure *x = data;

	(void)a;
	for (size_t i = 0; is_active(x, today) && i < x->life_events.n; i++)
		add(sink, term_of(procedure_life_events[*LIST_ITEM(x->life_events, int, i)]));
}

static void terms_of_audience(struct arena *a, const void *data, struct date today,
			      term_fn *add, void *sink)
{
	const struct procedure *x = data;

	(void)a;
	for (size_t i = 0; is_active(x, today) && i < x->common.audiences.n; i++)
		add(sink, term_of(cchc_audiences[*LIST_ITEM(x->common.audiences, int, i)]));
}

static void terms_of_level(struct arena *a, const void *data, struct date today, term_fn *add,
			   void *sink)
{
	const struct procedure *x = data;

	(void)a;
	if (is_active(x, today))
		add(sink, term_of(procedure_online_levels[x->online]));
}

#define TERM(slug_, name_)                                                               \
	{                                                                                \
		.slug = {slug_, sizeof(slug_) - 1}, .name = { name_, sizeof(name_) - 1 } \
	}

/* The lists that the law wants to see, empty or not; what is replaced has been abolished
 * too. */
enum {
	LIST_NEW,
	LIST_AMENDED,
	LIST_ENDED,
};

static const struct term_name state_terms[] = {
	[LIST_NEW] = TERM("moi-ban-hanh", "Mới ban hành"),
	[LIST_AMENDED] = TERM("sua-doi-bo-sung", "Sửa đổi, bổ sung"),
	[LIST_ENDED] = TERM("bi-bai-bo", "Đã bãi bỏ, thay thế"),
};

static void terms_of_state(struct arena *a, const void *data, struct date today, term_fn *add,
			   void *sink)
{
	const struct procedure *x = data;

	(void)a;
	if (procedure_has_ended(x, today))
		add(sink, state_terms[LIST_ENDED]);
	else if (x->state == PROCEDURE_NEW)
		add(sink, state_terms[LIST_NEW]);
	else if (x->state == PROCEDURE_AMENDED)
		add(sink, state_terms[LIST_AMENDED]);
}

/* Letters that differ in their marks only need slugs of their own: as they are typed. */
static const struct {
	const char *letter, *slug;
} letters[] = {
	{"A", "a"},  {"Ă", "aw"}, {"Â", "aa"}, {"B", "b"}, {"C", "c"}, {"D", "d"},
	{"Đ", "dd"}, {"E", "e"},  {"Ê", "ee"}, {"G", "g"}, {"H", "h"}, {"I", "i"},
	{"K", "k"},  {"L", "l"},  {"M", "m"},  {"N", "n"}, {"O", "o"}, {"Ô", "oo"},
	{"Ơ", "ow"}, {"P", "p"},  {"Q", "q"},  {"R", "r"}, {"S", "s"}, {"T", "t"},
	{"U", "u"},  {"Ư", "uw"}, {"V", "v"},  {"X", "x"}, {"Y", "y"},
};

/* F, J, W, Z and # ("what begins with no letter") when they occur. */
static struct term_name term_of_letter(struct arena *a, struct str letter)
{
	for (size_t i = 0; i < COUNT(letters); i++) {
		if (str_eq_z(letter, letters[i].letter))
			return (struct term_name){.slug = str_of(letters[i].slug),
						  .name = letter};
	}
	if (str_eq_z(letter, "#"))
		return (struct term_name){.slug = STR("khac"), .name = STR("#")};
	return (struct term_name){.slug = viet_slug(a, letter), .name = letter};
}

static void terms_of_letter(struct arena *a, const void *data, struct date today, term_fn *add,
			    void *sink)
{
	const struct procedure *x = data;

	if (is_active(x, today))
		add(sink, term_of_letter(a, viet_index_letter(x->name)));
}

static const struct taxonomy_def field_taxonomy = {
	.code = "linh-vuc-tthc",
	.name = "Lĩnh vực",
	.path = "theo-linh-vuc/",
	.terms = terms_of_field,
};

static const struct taxonomy_def event_taxonomy = {
	.code = "su-kien-doi-song",
	.name = "Sự kiện",
	.path = "theo-su-kien/",
	.terms = terms_of_event,
};

static const struct taxonomy_def audience_taxonomy = {
	.code = "doi-tuong",
	.name = "Đối tượng",
	.path = "theo-doi-tuong/",
	.terms = terms_of_audience,
};

static const struct taxonomy_def level_taxonomy = {
	.code = "dvc",
	.name = "Mức độ trực tuyến",
	.path = "muc-do/",
	.terms = terms_of_level,
};

static const struct taxonomy_def state_taxonomy = {
	.code = "tinh-trang",
	.name = "Thay đổi",
	.path = "",
	.closed = state_terms,
	.n_closed = COUNT(state_terms),
	.terms = terms_of_state,
};

static const struct taxonomy_def letter_taxonomy = {
	.code = "chu-cai",
	.name = "Chữ cái",
	.path = "a-z/",
	.no_lists = true,
	.terms = terms_of_letter,
};

const struct taxonomy_def *const procedure_taxonomies[PROCEDURE_TAXONOMIES] = {
	&event_taxonomy, &audience_taxonomy, &field_taxonomy,   &level_taxonomy,
	&state_taxonomy, &letter_taxonomy,   &keyword_taxonomy,
};

static void set(struct arena *a, struct value *map, const char *key, const struct value *v)
{
	value_set(a, map, str_of(key), v);
}

/* An event in the life of procedures. */
struct event {
	struct date on;
	const char *what; /* "Sửa đổi, bổ sung" */
	struct str text;
	const struct ref *document;
	const struct record *of;
};

struct event_list {
	struct arena *arena;
	struct event *items;
	size_t n, cap;
};

static void add_event(struct event_list *list, struct event event)
{
	list->items =
		arena_room(list->arena, list->items, list->n, &list->cap, sizeof(struct event));
	list->items[list->n++] = event;
}

/* When it began and ended, and each change between. */
static void add_events(struct event_list *list, const struct record *record)
{
	const struct procedure *x = record->data;
	bool replaced = x->successor.code.n > 0;
	struct event event = {.on = x->from, .what = "Bắt đầu áp dụng", .of = record};

	add_event(list, event);
	event.what = "Thay đổi";
	for (size_t i = 0; i < x->changes.n; i++) {
		const struct procedure_change *c =
			LIST_ITEM(x->changes, struct procedure_change, i);

		event.on = c->on;
		event.text = c->text;
		event.document = c->document.code.n ? &c->document : NULL;
		add_event(list, event);
	}
	if (!date_is_set(x->to))
		return;
	event = (struct event){.on = date_from_days(date_days(x->to) + 1),
			       .what = replaced ? "Được thay thế" : "Bãi bỏ",
			       .of = record};
	add_event(list, event);
}

/* Newest first; those of one day by procedure. */
static int compare_events(const void *a, const void *b)
{
	const struct event *x = a, *y = b;
	const struct common *p = x->of->data, *q = y->of->data;
	int order = date_cmp(y->on, x->on);

	if (!order)
		order = str_cmp(p->code, q->code);
	return order ? order : str_cmp(x->text, y->text);
}

static struct value *view_event(struct arena *a, const struct event *e,
				const struct derive_context *c)
{
	const struct procedure *x = e->of->data;
	struct value *v = value_map(a);

	set(a, v, "ngay", schema_view_date(a, e->on));
	set(a, v, "viec", value_string(a, str_of(e->what)));
	/* Two of one day differ in their words. */
	set(a, v, "dau",
	    value_string(a, str_fmt(a, "%08llx",
				    (unsigned long long)(str_hash(e->text, strlen(e->what)) &
							 0xffffffff))));
	set(a, v, "noi_dung", e->text.n ? value_string(a, e->text) : value_null(a));
	set(a, v, "van_ban",
	    e->document ? c->ref_view(a, e->document, c->ref_context) : value_null(a));
	set(a, v, "thu_tuc", e->of->view);
	set(a, v, "thay_the_boi",
	    strcmp(e->what, "Được thay thế") == 0
		    ? c->ref_view(a, &x->successor, c->ref_context)
		    : value_null(a));
	set(a, v, "cuoi", value_bool(a, false));
	set(a, v, "sap_toi", value_bool(a, date_days(e->on) > date_days(c->today)));
	return v;
}

static struct event_list gather_events(struct arena *a, const struct record *records, size_t n)
{
	struct event_list list = {.arena = a};

	for (size_t i = 0; i < n; i++)
		add_events(&list, &records[i]);
	if (list.n)
		qsort(list.items, list.n, sizeof(struct event), compare_events);
	return list;
}

/* By year, as people look for them. */
static void derive_changes(struct arena *a, const struct record *records, size_t n,
			   const struct derive_context *c, struct value *view)
{
	struct event_list list = gather_events(a, records, n);
	struct value *years = value_list(a), *events = NULL;
	int last = 0;

	for (size_t i = 0; i < list.n; i++) {
		if (!events || list.items[i].on.year != last) {
			struct value *year = value_map(a);

			last = list.items[i].on.year;
			events = value_list(a);
			set(a, year, "nam", value_int(a, last));
			set(a, year, "muc", events);
			value_push(a, years, year);
		}
		value_push(a, events, view_event(a, &list.items[i], c));
	}
	set(a, view, "cac_nam", years);
}

/* What has come already: a feed tells news. */
static void derive_feed(struct arena *a, const struct record *records, size_t n,
			const struct derive_context *c, struct value *view)
{
	struct event_list list = gather_events(a, records, n);
	struct value *events = value_list(a), *last = NULL;

	for (size_t i = 0; i < list.n && events->n < CHANGES_IN_FEED; i++) {
		if (date_days(list.items[i].on) > date_days(c->today))
			continue;
		last = view_event(a, &list.items[i], c);
		value_push(a, events, last);
	}
	set(a, view, "muc", events);
	set(a, view, "cap_nhat", schema_view_date(a, date_from_days(date_days(c->today))));
	if (!last)
		return;
	set(a, last, "cuoi", value_bool(a, true));
	set(a, view, "cap_nhat", value_get(events->entries[0].value, STR("ngay")));
}

/* Each form once, with the procedures that use it. */
struct form {
	const struct ref *ref;
	struct str sort_key;
	struct value *view, *users;
};

static struct form *form_of(struct arena *a, struct form *forms, size_t *n,
			    const struct ref *ref, const struct derive_context *c)
{
	struct value *view = value_map(a);
	struct form *f;

	for (size_t i = 0; i < *n; i++) {
		if (str_eq(forms[i].ref->code, ref->code))
			return &forms[i];
	}
	f = &forms[(*n)++];
	f->ref = ref;
	f->view = view;
	f->users = value_list(a);
	set(a, view, "mau", c->ref_view(a, ref, c->ref_context));
	set(a, view, "thu_tuc", f->users);
	f->sort_key =
		viet_sort_key(a, value_get(value_get(view, STR("mau")), STR("ten"))->text);
	return f;
}

static int compare_forms(const void *a, const void *b)
{
	const struct form *x = a, *y = b;

	return str_cmp(x->sort_key, y->sort_key);
}

static size_t count_forms(const struct record *records, size_t n)
{
	size_t count = 0;

	for (size_t i = 0; i < n; i++)
		count += ((const struct procedure *)records[i].data)->forms.n;
	return count;
}

static void derive_forms(struct arena *a, const struct record *records, size_t n,
			 const struct derive_context *c, struct value *view)
{
	struct form *forms = arena_array(a, struct form, count_forms(records, n) + 1);
	struct value *list = value_list(a);
	size_t n_forms = 0;

	for (size_t i = 0; i < n; i++) {
		const struct procedure *x = records[i].data;

		for (size_t k = 0; is_active(x, c->today) && k < x->forms.n; k++) {
			const struct ref *ref = LIST_ITEM(x->forms, struct ref, k);

			value_push(a, form_of(a, forms, &n_forms, ref, c)->users,
				   records[i].view);
		}
	}
	if (n_forms)
		qsort(forms, n_forms, sizeof(struct form), compare_forms);
	for (size_t i = 0; i < n_forms; i++)
		value_push(a, list, forms[i].view);
	set(a, view, "bieu_mau", list);
	set(a, view, "co_bieu_mau", value_bool(a, list->n > 0));
}

static bool is_letter_used(const struct record *records, size_t n, struct date today,
			   struct str letter)
{
	for (size_t i = 0; i < n; i++) {
		const struct procedure *x = records[i].data;

		if (is_active(x, today) && str_eq(viet_index_letter(x->name), letter))
			return true;
	}
	return false;
}

static const struct value *view_letter(struct arena *a, struct str letter, bool used)
{
	struct value *v = value_map(a);

	set(a, v, "chu", value_string(a, letter));
	set(a, v, "ma", value_string(a, term_of_letter(a, letter).slug));
	set(a, v, "co", value_bool(a, used));
	return v;
}

/* The whole alphabet: a letter without procedures stands there too, without a link;
 * those of other languages only when they are used. */
static void derive_letters(struct arena *a, const struct record *records, size_t n,
			   const struct derive_context *c, struct value *view)
{
	static const char *const others[] = {"F", "J", "W", "Z", "#"};
	struct value *list = value_list(a);

	for (size_t i = 0; i < COUNT(letters); i++) {
		struct str letter = str_of(letters[i].letter);

		value_push(
			a, list,
			view_letter(a, letter, is_letter_used(records, n, c->today, letter)));
	}
	for (size_t i = 0; i < COUNT(others); i++) {
		if (is_letter_used(records, n, c->today, str_of(others[i])))
			value_push(a, list, view_letter(a, str_of(others[i]), true));
	}
	set(a, view, "bang_chu", list);
}

const struct subpage procedure_subpages[PROCEDURE_SUBPAGES] = {
	{.path = "lich-su/", .layout = "thu-tuc-lich-su.html", .title = "Lịch sử thay đổi"},
	{.path = "in/", .layout = "thu-tuc-in.html", .title = "Tờ niêm yết"},
};

const struct subpage procedure_section_pages[PROCEDURE_SECTION_PAGES] = {
	{.path = "niem-yet/",
	 .layout = "thu-tuc-niem-yet.html",
	 .title = "Tập niêm yết thủ tục và quy trình phục vụ",
	 .full = true,
	 .group_by = "linh-vuc-tthc"},
	{.path = "a-z/",
	 .layout = "thu-tuc-a-z.html",
	 .title = "Thủ tục theo bảng chữ cái",
	 .group_by = "chu-cai",
	 .derive = derive_letters},
	{.path = "thay-doi/",
	 .layout = "thu-tuc-thay-doi.html",
	 .title = "Thủ tục có gì thay đổi",
	 .derive = derive_changes},
	{.path = "thay-doi/rss.xml",
	 .layout = "thu-tuc-thay-doi-rss.xml",
	 .title = "Thay đổi của thủ tục",
	 .derive = derive_feed},
	{.path = "thay-doi/atom.xml",
	 .layout = "thu-tuc-thay-doi-atom.xml",
	 .title = "Thay đổi của thủ tục",
	 .derive = derive_feed},
	{.path = "thay-doi/feed.json",
	 .layout = "thu-tuc-thay-doi.json",
	 .title = "Thay đổi của thủ tục",
	 .derive = derive_feed},
	{.path = "bieu-mau/",
	 .layout = "thu-tuc-bieu-mau.html",
	 .title = "Mẫu đơn, tờ khai",
	 .derive = derive_forms},
};
