/* What layouts see of a văn bản. */
#include "base/file.h"
#include "kinds/legal_parts.h"

static const struct value *view_relation(struct arena *a, struct choice type,
					 const struct value *document, struct str scope)
{
	struct value *v = value_map(a);

	value_set(a, v, STR("loai"), schema_view_choice(a, type));
	value_set(a, v, STR("van_ban"), document);
	value_set(a, v, STR("pham_vi"), scope.n ? value_string(a, scope) : value_null(a));
	return v;
}

/* A relation that both documents state is shown once. */
static bool states_it_too(const struct legal *x, const struct legal *other,
			  const struct choice *inverse)
{
	for (size_t i = 0; i < x->relations.n; i++) {
		const struct relation *r = LIST_ITEM(x->relations, struct relation, i);

		if (str_eq(r->document.code, other->common.code) &&
		    strcmp(legal_relations[r->type].code, inverse->code) == 0)
			return true;
	}
	return false;
}

static void add_inverse(struct arena *a, const struct legal *x, const struct record *from,
			struct value *list)
{
	const struct legal *other = from->data;

	for (size_t i = 0; i < other->relations.n; i++) {
		const struct relation *r = LIST_ITEM(other->relations, struct relation, i);
		const struct choice *inverse = &legal_inverses[r->type];

		if (str_eq(r->document.code, x->common.code) &&
		    !states_it_too(x, other, inverse))
			value_push(a, list, view_relation(a, *inverse, from->view, r->scope));
	}
}

static const struct value *view_relations(struct arena *a, const struct legal *x,
					  const struct derive_context *c)
{
	struct value *list = value_list(a);

	for (size_t i = 0; i < x->relations.n; i++) {
		const struct relation *r = LIST_ITEM(x->relations, struct relation, i);

		value_push(a, list,
			   view_relation(a, legal_relations[r->type],
					 c->ref_view(a, &r->document, c->ref_context),
					 r->scope));
	}
	for (size_t i = 0; i < c->n_backlinks; i++)
		add_inverse(a, x, &c->backlinks[i], list);
	return list;
}

static const struct value *view_validity(struct arena *a, const struct legal *x,
					 const struct derive_context *c)
{
	return schema_view_choice(a, legal_validities[legal_validity_on(x, c->today)]);
}

void legal_card(struct arena *a, const void *data, const struct derive_context *c,
		struct value *view)
{
	const struct legal *x = data;

	if (x->number.n)
		value_set(a, view, STR("so_ky_hieu"), value_string(a, x->number));
	value_set(a, view, STR("ngay_ban_hanh"), schema_view_date(a, x->issued));
	value_set(a, view, STR("co_quan_ban_hanh"), value_string(a, x->issuer));
	value_set(a, view, STR("tinh_trang"), view_validity(a, x, c));
}

/* Those of other kinds that refer to it: what documents do to each other stands in
 * quan_he. */
static const struct value *others_of(struct arena *a, const struct value *groups)
{
	struct value *list = value_list(a);

	for (uint32_t i = 0; groups && i < groups->n; i++) {
		const struct value *group = groups->entries[i].value;
		const struct value *code = value_get(value_get(group, STR("loai")), STR("ma"));

		if (code && !str_eq_z(code->text, legal_kind.code))
			value_push(a, list, group);
	}
	return list;
}

/* The documents that it rests on and that have ended. */
static const struct value *ended_bases(struct arena *a, const struct legal *x,
				       const struct derive_context *c)
{
	struct value *list = value_list(a);

	for (size_t i = 0; i < x->relations.n; i++) {
		const struct relation *r = LIST_ITEM(x->relations, struct relation, i);
		const struct value *ref = c->ref_view(a, &r->document, c->ref_context);
		const struct value *ended = value_get(ref, STR("het_hieu_luc"));

		if (r->type == LEGAL_RESTS_ON && ended && ended->boolean)
			value_push(a, list, ref);
	}
	return list;
}

/* A file that cannot be read is reported where it is copied. */
static const struct value *view_sum(struct arena *a, const struct attachment *f)
{
	struct diag quiet = {.arena = a};
	uint64_t bytes;
	struct str sum;

	if (!f->file.disk.n || !file_digest(a, f->file.disk, &sum, &bytes, &quiet))
		return value_null(a);
	return value_string(a, sum);
}

/* As schema_view() has them, with the sum of each. */
static const struct value *view_files(struct arena *a, const struct legal *x,
				      const struct value *files)
{
	struct value *list = value_list(a);

	for (uint32_t i = 0; i < x->attachments.n && files && i < files->n; i++) {
		const struct attachment *f = LIST_ITEM(x->attachments, struct attachment, i);
		const struct value *from = files->entries[i].value;
		struct value *v = value_map(a);

		for (uint32_t k = 0; k < from->n; k++)
			value_set(a, v, from->entries[k].key, from->entries[k].value);
		value_set(a, v, STR("dung_luong"),
			  value_int(a, f->file.disk.n ? (int64_t)f->file.bytes : 0));
		value_set(a, v, STR("sha256"), view_sum(a, f));
		value_push(a, list, v);
	}
	return list;
}

void legal_derive(struct arena *a, const void *data, const struct derive_context *c,
		  struct value *view)
{
	const struct legal *x = data;
	bool ended = legal_has_ended(x, c->today);

	value_set(a, view, STR("ten_day_du"), value_string(a, legal_title(a, data)));
	value_set(a, view, STR("tinh_trang"), view_validity(a, x, c));
	value_set(a, view, STR("het_hieu_luc"), value_bool(a, ended));
	value_set(a, view, STR("thay_the_boi"),
		  ended && x->replaced_by.n ? value_string(a, x->replaced_by) : value_null(a));
	value_set(a, view, STR("quan_he"), view_relations(a, x, c));
	value_set(a, view, STR("tep"), view_files(a, x, value_get(view, STR("tep"))));
	value_set(a, view, STR("noi_dan_chieu"),
		  others_of(a, value_get(view, STR("duoc_dan_tu"))));
	value_set(a, view, STR("can_cu_het_hieu_luc"), ended_bases(a, x, c));
}

static struct date public_from(const struct record *r)
{
	const struct legal *x = r->data;

	return x->public_from;
}

/* By the day from which they have to be public, latest first; then as they came. */
static void insert(const struct record **list, size_t n, const struct record *r)
{
	while (n && date_cmp(public_from(list[n - 1]), public_from(r)) < 0) {
		list[n] = list[n - 1];
		n--;
	}
	list[n] = r;
}

static const struct value *view_disclosed(struct arena *a, const struct record *r,
					  struct date today)
{
	const struct legal *x = r->data;
	struct value *v = value_map(a);
	bool over = date_is_set(x->public_to) && date_days(x->public_to) < date_days(today);

	value_set(a, v, STR("van_ban"), r->view);
	value_set(a, v, STR("ten_loai"), value_string(a, str_of(legal_types[x->type].name)));
	value_set(a, v, STR("so_ky_hieu"),
		  x->number.n ? value_string(a, x->number) : value_null(a));
	value_set(a, v, STR("trich_yeu"), value_string(a, x->subject));
	value_set(a, v, STR("ngay_ban_hanh"), schema_view_date(a, x->issued));
	value_set(a, v, STR("cong_khai_tu"), schema_view_date(a, x->public_from));
	value_set(a, v, STR("cong_khai_den"), schema_view_date(a, x->public_to));
	value_set(a, v, STR("da_het_han"), value_bool(a, over));
	return v;
}

void legal_derive_disclosure(struct arena *a, const struct record *records, size_t n,
			     const struct derive_context *c, struct value *view)
{
	const struct record **sorted = arena_array(a, const struct record *, n + 1);
	struct value *list = value_list(a);
	size_t count = 0;

	for (size_t i = 0; i < n; i++) {
		if (date_is_set(public_from(&records[i])))
			insert(sorted, count++, &records[i]);
	}
	for (size_t i = 0; i < count; i++)
		value_push(a, list, view_disclosed(a, sorted[i], c->today));
	value_set(a, view, STR("danh_muc"), list);
	value_set(a, view, STR("co_danh_muc"), value_bool(a, count > 0));
}
