#include "kinds/legal_parts.h"
#include "kinds/linked.h"

#include "viet/docnum.h"
#include "viet/fold.h"
#include "viet/slug.h"

/* A number with nothing but a space or a hyphen wrong is said how to write. */
static bool check_grammar(struct str number, struct pos at, struct diag *d)
{
	struct docnum n;

	if (docnum_is_valid(number))
		return true;
	if (docnum_parse(d->arena, number, &n) && n.form <= DOCNUM_STANDARD)
		return diag_error(
			d, at,
			_("the number \"" STR_FMT "\" should be written \"" STR_FMT "\""),
			STR_ARG(number), STR_ARG(docnum_written(d->arena, &n)));
	return diag_error(d, at,
			  _("\"" STR_FMT "\" is no number of a document; write it as it is "
			    "printed: 61/2018/NĐ-CP, 37/KH-SYT, 18-NQ/TW, ISO 9001:2015"),
			  STR_ARG(number));
}

/* A draft may wait for its number. */
static bool check_number(const struct legal *x, const struct value *v, struct diag *d)
{
	if (x->issue_state == LEGAL_ISSUED && !x->number.n && !x->number_unknown &&
	    x->common.state != STATE_DRAFT)
		return diag_error(
			d, place_of_field(v, "trang_thai_ban_hanh"),
			_("an issued document needs \"so_ky_hieu\"; when its number is "
			  "not known, write \"khong_ro_so: true\""));
	return !x->number.n || check_grammar(x->number, place_of_field(v, "so_ky_hieu"), d);
}

static bool check_validity(const struct legal *x, const struct value *v, struct date today,
			   struct diag *d)
{
	bool ok = true;

	if (date_is_full(x->issued) && date_days(x->issued) > date_days(today))
		ok = diag_error(d, place_of_field(v, "ngay_ban_hanh"),
				_("the day of issue lies in the future"));
	if (date_is_set(x->effective) && date_is_set(x->ends) &&
	    date_cmp(x->ends, x->effective) < 0)
		ok = diag_error(d, place_of_field(v, "ngay_het_hieu_luc"),
				_("the document ends before it is in force"));
	if (date_is_full(x->issued) && date_is_set(x->effective) &&
	    date_cmp(x->effective, x->issued) < 0)
		ok = diag_error(d, place_of_field(v, "ngay_hieu_luc"),
				_("the document is in force before it was issued"));
	return ok;
}

static bool check_relations(const struct legal *x, struct diag *d)
{
	bool ok = true;

	for (size_t i = 0; i < x->relations.n; i++) {
		const struct ref *other =
			&LIST_ITEM(x->relations, struct relation, i)->document;

		if (str_eq(other->code, x->common.code))
			ok = diag_error(d, other->pos,
					_("a document has no relation to itself"));
	}
	return ok;
}

static bool check_legal(const void *data, const struct value *v, struct date today,
			struct diag *d)
{
	const struct legal *x = data;
	bool ok = check_number(x, v, d);

	ok &= check_validity(x, v, today, d);
	ok &= check_relations(x, d);
	return ok;
}

bool legal_has_ended(const struct legal *x, struct date day)
{
	return date_is_set(x->ends) && date_days(x->ends) <= date_days(day);
}

enum validity legal_validity_on(const struct legal *x, struct date today)
{
	if (legal_has_ended(x, today))
		return LEGAL_ENDED;
	if (date_is_set(x->effective) && date_days(x->effective) > date_days(today))
		return LEGAL_NOT_YET;
	if (x->partly_ended)
		return LEGAL_PARTLY;
	return date_is_set(x->effective) ? LEGAL_IN_FORCE : LEGAL_UNKNOWN;
}

static struct choice status_of_legal(const void *data, struct date today)
{
	return legal_validities[legal_validity_on(data, today)];
}

static bool has_ended(const void *data, struct date today)
{
	return legal_has_ended(data, today);
}

/* A standard's number is a name: "Tiêu chuẩn ISO 9001:2015". */
static struct str numbered_title(struct arena *a, const struct legal *x)
{
	const struct choice *type = &legal_types[x->type];
	const char *word = strcmp(type->code, "tieu-chuan") == 0 ? "" : "số ";

	return str_fmt(a, "%s %s" STR_FMT, type->name, word, STR_ARG(x->number));
}

/* Many subjects begin with the type by themselves: "Luật Thủ đô". */
static struct str subject_title(struct arena *a, const struct legal *x)
{
	struct str type = str_of(legal_types[x->type].name);

	if (str_starts(viet_lower(a, x->subject), viet_lower(a, type)))
		return viet_capitalize(a, x->subject);
	return str_concat(a, type, STR(" "), x->subject);
}

struct str legal_title(struct arena *a, const void *data)
{
	const struct legal *x = data;

	return x->number.n ? numbered_title(a, x) : subject_title(a, x);
}

/* The subject, as one line by itself; nothing when the title has it. */
static struct str legal_summary(struct arena *a, const void *data)
{
	const struct legal *x = data;

	return x->number.n ? viet_capitalize(a, x->subject) : (struct str){0};
}

static struct date legal_date(const void *data)
{
	const struct legal *x = data;

	return date_is_set(x->issued) ? x->issued : x->common.published;
}

static void terms_of_type(struct arena *a, const void *data, struct date today, term_fn *add,
			  void *sink)
{
	const struct legal *x = data;

	(void)a;
	(void)today;
	add(sink, (struct term_name){.slug = str_of(legal_types[x->type].code),
				     .name = str_of(legal_types[x->type].name)});
}

static void terms_of_issuer(struct arena *a, const void *data, struct date today, term_fn *add,
			    void *sink)
{
	const struct legal *x = data;

	(void)today;
	add(sink, (struct term_name){.slug = viet_slug(a, x->issuer), .name = x->issuer});
}

static void terms_of_year(struct arena *a, const void *data, struct date today, term_fn *add,
			  void *sink)
{
	const struct legal *x = data;

	(void)today;
	if (date_is_set(x->issued))
		add_term_of_year(a, x->issued.year, add, sink);
}

static void terms_of_level(struct arena *a, const void *data, struct date today, term_fn *add,
			   void *sink)
{
	const struct legal *x = data;

	(void)a;
	(void)today;
	add(sink, (struct term_name){.slug = str_of(legal_levels[x->level].code),
				     .name = str_of(legal_levels[x->level].name)});
}

/* What is in force in part is in force. */
static void terms_of_validity(struct arena *a, const void *data, struct date today,
			      term_fn *add, void *sink)
{
	enum validity validity = legal_validity_on(data, today);

	(void)a;
	if (validity == LEGAL_UNKNOWN)
		return;
	if (validity == LEGAL_PARTLY)
		add(sink,
		    (struct term_name){.slug = str_of(legal_validities[LEGAL_IN_FORCE].code),
				       .name = str_of(legal_validities[LEGAL_IN_FORCE].name)});
	add(sink, (struct term_name){.slug = str_of(legal_validities[validity].code),
				     .name = str_of(legal_validities[validity].name)});
}

static const struct taxonomy_def type_taxonomy = {
	.code = "ten-loai",
	.name = "Loại văn bản",
	.path = "theo-loai/",
	.terms = terms_of_type,
};

static const struct taxonomy_def issuer_taxonomy = {
	.code = "co-quan",
	.name = "Cơ quan ban hành",
	.path = "theo-co-quan/",
	.terms = terms_of_issuer,
};

static const struct taxonomy_def level_taxonomy = {
	.code = "cap",
	.name = "Cấp ban hành",
	.path = "theo-cap/",
	.terms = terms_of_level,
};

static const struct taxonomy_def year_taxonomy = {
	.code = "nam",
	.name = "Năm ban hành",
	.path = "theo-nam/",
	.before = "năm ",
	.by_slug = true,
	.terms = terms_of_year,
};

static const struct taxonomy_def field_taxonomy = {
	.code = "linh-vuc",
	.name = "Nội dung cải cách",
	.path = "theo-linh-vuc/",
	.closed = cchc_field_terms,
	.n_closed = CCHC_FIELDS,
	.terms = terms_of_fields,
};

static const struct taxonomy_def validity_taxonomy = {
	.code = "hieu-luc",
	.name = "Hiệu lực",
	.path = "",
	.terms = terms_of_validity,
};

static const struct taxonomy_def *const legal_taxonomies[] = {
	&type_taxonomy,  &issuer_taxonomy,   &level_taxonomy,   &year_taxonomy,
	&field_taxonomy, &validity_taxonomy, &keyword_taxonomy,
};

static bool is_disclosed(const void *data)
{
	const struct legal *x = data;

	return date_is_set(x->public_from);
}

/* Danh mục thông tin phải công khai: NĐ 13/2018/NĐ-CP, điều 6. */
static const struct subpage legal_pages[] = {
	{.path = "danh-muc-cong-khai/",
	 .layout = "van-ban-cong-khai.html",
	 .title = "Danh mục thông tin phải công khai",
	 .wanted = is_disclosed,
	 .derive = legal_derive_disclosure},
};

static bool cite_legal(const void *data, struct cited *c)
{
	const struct legal *x = data;

	*c = (struct cited){
		.number = x->number,
		.issued = x->issued,
		.issuer = x->issuer,
		.names = x->aliases,
		.ends = x->ends,
		.replaced_by = x->replaced_by,
	};
	return x->number.n || x->aliases.n;
}

const struct kind legal_kind = {
	.code = "van-ban",
	.name = "Văn bản",
	.search_percent = 105,
	.describe = describe_legal,
	.schema = &legal_schema,
	.has_list = true,
	.has_feed = true,
	.has_backlinks = true,
	.title = legal_title,
	.summary = legal_summary,
	.date = legal_date,
	.check = check_legal,
	.rules = legal_rules,
	.n_rules = LEGAL_RULES,
	.inspect = legal_inspect,
	.settle = legal_settle,
	.status = status_of_legal,
	.has_ended = has_ended,
	.cite = cite_legal,
	.card = legal_card,
	.derive = legal_derive,
	.taxonomies = legal_taxonomies,
	.n_taxonomies = COUNT(legal_taxonomies),
	.section_pages = legal_pages,
	.n_section_pages = COUNT(legal_pages),
};
