#include "kinds/procedure_view.h"

#include "kinds/procedure_due.h"
#include "kinds/procedure_parts.h"
#include "kinds/procedure_term.h"
#include "kinds/procedure_version.h"

/* From its dates, and in no file. */
static const struct choice ahead = {"chua-hieu-luc", "Chưa có hiệu lực"};

/* The badge: a service process must never be taken for an announced procedure. */
static const struct choice badges[] = {
	[PROCEDURE_NATIONAL] = {"tthc", "Thủ tục hành chính"},
	[PROCEDURE_OF_UNIT] = {"quy-trinh-don-vi",
			       "Quy trình của đơn vị – không phải thủ tục hành chính"},
	[PROCEDURE_INTERNAL] = {"noi-bo", "Thủ tục hành chính nội bộ"},
};

/* A date may have come that nobody wrote into the state, or may still be to come. */
struct choice procedure_status(const void *data, struct date today)
{
	const struct procedure *x = data;
	bool over = x->state == PROCEDURE_ABOLISHED || x->state == PROCEDURE_REPLACED;

	if (procedure_is_ahead(x, today))
		return ahead;
	if (!procedure_has_ended(x, today))
		return procedure_states[over ? PROCEDURE_IN_USE : x->state];
	if (over)
		return procedure_states[x->state];
	return procedure_states[x->successor.code.n ? PROCEDURE_REPLACED : PROCEDURE_ABOLISHED];
}

static void set(struct arena *a, struct value *map, const char *key, const struct value *v)
{
	value_set(a, map, str_of(key), v);
}

static const struct value *text(struct arena *a, struct str s)
{
	return s.n ? value_string(a, s) : value_null(a);
}

static const struct value *view_badge(struct arena *a, const struct procedure *x)
{
	struct choice badge = badges[x->sort];

	if (x->sort == PROCEDURE_NATIONAL && x->code.n)
		badge.name = str_fmt(a, "%s – mã " STR_FMT, badge.name, STR_ARG(x->code)).p;
	return schema_view_choice(a, badge);
}

/* The day after its last one. */
static const struct value *view_ended(struct arena *a, const struct procedure *x)
{
	if (!date_is_set(x->to))
		return value_null(a);
	return schema_view_date(a, date_from_days(date_days(x->to) + 1));
}

/* A copy of a map, to which keys may be added: views are never changed. */
static struct value *copy_map(struct arena *a, const struct value *v)
{
	struct value *copy = value_map(a);

	for (uint32_t i = 0; i < v->n; i++)
		value_set(a, copy, v->entries[i].key, v->entries[i].value);
	return copy;
}

void procedure_enrich(struct arena *a, struct value *view, const char *key,
		      const struct list *items, size_t size, procedure_add_fn *add)
{
	const struct value *list = value_get(view, str_of(key));
	struct value *out = value_list(a);

	for (uint32_t i = 0; i < list->n && i < items->n; i++) {
		struct value *v = copy_map(a, list->entries[i].value);

		add(a, (const char *)items->items + i * size, v);
		value_push(a, out, v);
	}
	set(a, view, key, out);
}

static void add_to_manner(struct arena *a, const void *item, struct value *view)
{
	const struct manner *m = item;

	set(a, view, "thoi_han_chu",
	    m->term ? value_string(a, procedure_term_words(a, m->term)) : value_null(a));
	set(a, view, "thoi_han_them",
	    m->term && !str_eq(m->term->about, procedure_term_words(a, m->term))
		    ? text(a, m->term->about)
		    : value_null(a));
	set(a, view, "co_phi", value_bool(a, m->fees.n > 0));
}

/* "01 bản chính, 01 bản sao", "Chỉ xuất trình", "Không phải nộp, ...". */
static struct str paper_words(struct arena *a, const struct paper *p)
{
	struct buf out = {.arena = a};

	if (p->replaced_by_data)
		return p->database.n ? str_fmt(a, "Không phải nộp, tra trong " STR_FMT,
					       STR_ARG(p->database))
				     : STR("Không phải nộp, đơn vị tự tra dữ liệu");
	if (p->originals > 0)
		buf_fmt(&out, "%02lld bản chính", (long long)p->originals);
	if (p->copies > 0)
		buf_fmt(&out, "%s%02lld bản sao", out.n ? ", " : "", (long long)p->copies);
	if (p->shown_only)
		buf_add_z(&out, out.n ? ", hoặc xuất trình bản gốc" : "Chỉ xuất trình");
	return buf_str(&out);
}

static void add_to_paper(struct arena *a, const void *item, struct value *view)
{
	const struct paper *p = item;

	set(a, view, "so_luong", text(a, paper_words(a, p)));
	set(a, view, "phai_mang", value_bool(a, !p->replaced_by_data || p->shown_only));
}

static void add_to_dossier(struct arena *a, const void *item, struct value *view)
{
	const struct dossier *d = item;

	procedure_enrich(a, view, "giay_to", &d->papers, sizeof(struct paper), add_to_paper);
}

static const struct value *fact(struct arena *a, const char *question, struct value *answers)
{
	struct value *v = value_map(a);

	set(a, v, "hoi", value_string(a, str_of(question)));
	set(a, v, "dap", answers);
	set(a, v, "co_dap", value_bool(a, answers->n > 0));
	return v;
}

static void push_answer(struct arena *a, struct value *list, struct str words,
			const struct value *url)
{
	struct value *v = value_map(a);

	set(a, v, "chu", value_string(a, words));
	set(a, v, "url", url ? url : value_null(a));
	value_push(a, list, v);
}

/* The names of a list of choices or references in the view. */
static struct value *names_under(struct arena *a, const struct value *view, const char *key)
{
	const struct value *list = value_get(view, str_of(key));
	struct value *out = value_list(a);

	for (uint32_t i = 0; list && i < list->n; i++) {
		const struct value *item = list->entries[i].value;
		const struct value *name = value_get(item, STR("ten"));

		if (name && name->kind == VALUE_STRING)
			push_answer(a, out, name->text, value_get(item, STR("url")));
	}
	return out;
}

static void add_papers_to_bring(struct arena *a, const struct dossier *d, struct value *out)
{
	for (size_t i = 0; i < d->papers.n; i++) {
		const struct paper *p = LIST_ITEM(d->papers, struct paper, i);

		if (!p->replaced_by_data || p->shown_only)
			push_answer(a, out, p->name, NULL);
	}
}

/* Of several cases only how many there are: each has its own list below. */
static struct value *papers_to_bring(struct arena *a, const struct procedure *x)
{
	struct value *out = value_list(a);

	if (x->dossiers.n == 1)
		add_papers_to_bring(a, LIST_ITEM(x->dossiers, struct dossier, 0), out);
	for (size_t i = 0; x->dossiers.n > 1 && i < x->dossiers.n; i++) {
		const struct dossier *d = LIST_ITEM(x->dossiers, struct dossier, i);

		push_answer(a, out,
			    str_fmt(a, STR_FMT ": %zu loại giấy tờ", STR_ARG(d->of_case),
				    d->papers.n),
			    value_string(a, STR("#chuan_bi")));
	}
	if (!out->n)
		push_answer(a, out, STR("Không cần giấy tờ"), NULL);
	return out;
}

static struct str fee_words(struct arena *a, const struct fee *fee)
{
	if (fee->amount == 0)
		return str_fmt(a, STR_FMT ": không thu", STR_ARG(fee->name));
	return str_fmt(a, STR_FMT ": " STR_FMT, STR_ARG(fee->name),
		       STR_ARG(value_get(schema_view_money(a, fee->amount), STR("chu"))->text));
}

static struct value *fee_answers(struct arena *a, const struct procedure *x)
{
	struct value *out = value_list(a);

	if (x->free)
		push_answer(a, out, STR("Không thu tiền"), NULL);
	for (size_t i = 0; i < x->fees.n; i++)
		push_answer(a, out, fee_words(a, LIST_ITEM(x->fees, struct fee, i)), NULL);
	return out;
}

static struct value *one_answer(struct arena *a, struct str words)
{
	struct value *out = value_list(a);

	if (words.n)
		push_answer(a, out, words, NULL);
	return out;
}

/* What everybody asks first, in the order in which they ask. */
static const struct value *five_facts(struct arena *a, const struct procedure *x,
				      const struct value *view)
{
	struct value *facts = value_list(a);

	value_push(a, facts,
		   fact(a, "Ai làm được", names_under(a, view, "doi_tuong_thuc_hien")));
	value_push(a, facts, fact(a, "Cần mang", papers_to_bring(a, x)));
	value_push(a, facts, fact(a, "Bao lâu", one_answer(a, procedure_term_text(a, x))));
	value_push(a, facts, fact(a, "Bao nhiêu tiền", fee_answers(a, x)));
	value_push(a, facts, fact(a, "Làm ở đâu", names_under(a, view, "noi_tiep_nhan")));
	return facts;
}

/* The first working day of the month of the build: an example that holds for a month, so
 * that pages do not change every day. */
static bool example_day(const struct derive_context *c, struct date *out)
{
	struct date first = {.year = c->today.year, .month = c->today.month, .day = 1};

	return calendar_roll(c->calendar, first, out);
}

/* {kenh, nhan, tra}; tra is null when the day lies beyond the days off that are known. */
static void add_example(struct arena *a, const struct procedure *x, const struct manner *m,
			const struct derive_context *c, struct date day, struct value *list)
{
	struct date received, due;
	enum term_result result = procedure_due(a, x, m, c, day, &received, &due);
	struct value *v = value_map(a);

	if (result != TERM_DUE && result != TERM_BEYOND)
		return;
	set(a, v, "kenh", schema_view_choice(a, procedure_channels[m->channel]));
	set(a, v, "nhan", schema_view_date(a, received));
	set(a, v, "tra", result == TERM_DUE ? schema_view_date(a, due) : value_null(a));
	value_push(a, list, v);
}

static const struct value *view_example(struct arena *a, const struct procedure *x,
					const struct derive_context *c)
{
	struct value *list = value_list(a);
	struct date day;

	for (size_t i = 0; c->calendar && example_day(c, &day) && i < x->manners.n; i++)
		add_example(a, x, LIST_ITEM(x->manners, struct manner, i), c, day, list);
	return list;
}

static const struct value *view_completeness(struct arena *a, const struct procedure *x)
{
	struct completeness c = procedure_completeness(x);
	struct value *v = value_map(a);

	set(a, v, "co", value_int(a, c.present));
	set(a, v, "can", value_int(a, c.needed));
	set(a, v, "phan_tram", value_int(a, c.present * 100 / c.needed));
	return v;
}

/* The other side of thay_the_boi. */
static const struct value *view_replaced(struct arena *a, const struct procedure *x,
					 const struct derive_context *c)
{
	struct value *list = value_list(a);

	for (size_t i = 0; i < c->n_backlinks; i++) {
		const struct procedure *other = c->backlinks[i].data;

		if (str_eq(other->successor.code, x->common.code))
			value_push(a, list, c->backlinks[i].view);
	}
	return list;
}

static void set_state(struct arena *a, const struct procedure *x, struct date today,
		      struct value *view)
{
	set(a, view, "tinh_trang", schema_view_choice(a, procedure_status(x, today)));
	set(a, view, "nhan_loai", view_badge(a, x));
	set(a, view, "het_hieu_luc", value_bool(a, procedure_has_ended(x, today)));
	set(a, view, "la_tthc", value_bool(a, x->sort == PROCEDURE_NATIONAL));
}

void procedure_card(struct arena *a, const void *data, const struct derive_context *c,
		    struct value *view)
{
	const struct procedure *x = data;

	set_state(a, x, c->today, view);
	set(a, view, "ma_tthc", text(a, x->code));
	set(a, view, "thoi_han", text(a, procedure_term_text(a, x)));
}

/* Whether an address to begin at is there: the one of the procedure, or of its online
 * way. */
static struct str online_url(const struct procedure *x)
{
	for (size_t i = 0; !x->apply_url.n && i < x->manners.n; i++) {
		const struct manner *m = LIST_ITEM(x->manners, struct manner, i);

		if (m->channel == CHANNEL_ONLINE && m->url.n)
			return m->url;
	}
	return x->apply_url;
}

static bool has_channel(const struct procedure *x, enum channel_sort channel)
{
	for (size_t i = 0; i < x->manners.n; i++) {
		if (LIST_ITEM(x->manners, struct manner, i)->channel == (int)channel)
			return true;
	}
	return false;
}

static const char *start_words(const struct procedure *x)
{
	if (x->online == ONLINE_FULL)
		return "Bắt đầu trực tuyến (toàn trình)";
	return x->online == ONLINE_PARTIAL ? "Bắt đầu trực tuyến (một phần)"
					   : "Bắt đầu trực tuyến";
}

static void set_start(struct arena *a, const struct procedure *x, struct value *view)
{
	set(a, view, "url_bat_dau", text(a, online_url(x)));
	set(a, view, "chu_bat_dau", value_string(a, str_of(start_words(x))));
	set(a, view, "nop_truc_tiep", value_bool(a, has_channel(x, CHANNEL_COUNTER)));
	set(a, view, "nop_buu_chinh", value_bool(a, has_channel(x, CHANNEL_POST)));
}

/* What must be known before anything else. */
static void set_notices(struct arena *a, const struct procedure *x, struct date today,
			struct value *view)
{
	bool ended = procedure_has_ended(x, today);

	set(a, view, "sap_ap_dung", value_bool(a, procedure_is_ahead(x, today)));
	set(a, view, "sap_het", value_bool(a, !ended && date_is_set(x->to)));
	set(a, view, "tam_dung", value_bool(a, !ended && x->state == PROCEDURE_PAUSED));
	set(a, view, "het_tu", view_ended(a, x));
}

static bool is_listed(const struct list *refs, struct str code)
{
	for (size_t i = 0; i < refs->n; i++) {
		if (str_eq(LIST_ITEM(*refs, struct ref, i)->code, code))
			return true;
	}
	return false;
}

/* Without the questions and situations that the procedure names itself. */
static struct value *unlisted(struct arena *a, const struct procedure *x,
			      const struct value *pages)
{
	struct value *list = value_list(a);

	for (uint32_t i = 0; i < pages->n; i++) {
		const struct value *page = pages->entries[i].value;
		struct str code = value_get(page, STR("ma"))->text;

		if (!is_listed(&x->questions, code) && !is_listed(&x->situations, code))
			value_push(a, list, page);
	}
	return list;
}

/* Who else speaks of it, by kind; and is there anything at all beside the procedure? */
static void set_related(struct arena *a, const struct procedure *x, struct value *view)
{
	const struct value *from = value_get(view, STR("duoc_dan_tu"));
	struct value *others = value_list(a);

	for (uint32_t i = 0; from && i < from->n; i++) {
		struct value *group = copy_map(a, from->entries[i].value);
		struct value *pages = unlisted(a, x, value_get(group, STR("trang")));

		set(a, group, "trang", pages);
		if (pages->n)
			value_push(a, others, group);
	}
	set(a, view, "nhac_den", others);
	set(a, view, "co_lien_quan",
	    value_bool(a, x->situations.n || x->questions.n || others->n));
}

/* "01 bộ"; of none: that there is nothing to hand in. */
static const struct value *view_sets(struct arena *a, const struct procedure *x)
{
	if (x->sets < 0)
		return value_null(a);
	if (x->sets == 0)
		return value_string(a, STR("không phải nộp"));
	return value_string(a, str_fmt(a, "%02lld bộ", (long long)x->sets));
}

void procedure_derive(struct arena *a, const void *data, const struct derive_context *c,
		      struct value *view)
{
	const struct procedure *x = data;
	struct completeness parts = procedure_completeness(x);

	if (c->english) {
		procedure_derive_english(a, x, c->today, view);
		return;
	}
	set_state(a, x, c->today, view);
	set_notices(a, x, c->today, view);
	set_related(a, x, view);
	set(a, view, "nam_dieu", five_facts(a, x, view));
	set_start(a, x, view);
	procedure_enrich(a, view, "cach_thuc", &x->manners, sizeof(struct manner),
			 add_to_manner);
	procedure_enrich(a, view, "thanh_phan_ho_so", &x->dossiers, sizeof(struct dossier),
			 add_to_dossier);
	set(a, view, "so_bo_chu", view_sets(a, x));
	set(a, view, "thoi_han", text(a, procedure_term_text(a, x)));
	set(a, view, "vi_du_tra",
	    procedure_has_ended(x, c->today) ? value_list(a) : view_example(a, x, c));
	set(a, view, "thay_the_cho", view_replaced(a, x, c));
	set(a, view, "phien_ban", value_string(a, procedure_version(a, x)));
	set(a, view, "ngay_phien_ban", schema_view_date(a, procedure_last_change(x)));
	set(a, view, "ty_le_day_du", view_completeness(a, x));
	set(a, view, "du_dieu_kien_cong_khai", value_bool(a, parts.present == parts.needed));
}
