#include "kinds/article_parts.h"

#include "kinds/broadcast.h"
#include "kinds/linked.h"

static bool check_article(const void *data, const struct value *v, struct date today,
			  struct diag *d)
{
	const struct article *x = data;

	(void)today;
	if (x->outage && date_cmp(x->outage->from, x->outage->to) >= 0)
		return diag_error(d, place_of_field(v, "thoi_gian_ngung"),
				  _("the interruption ends before it begins"));
	return true;
}

static struct str article_url(struct arena *a, const void *data)
{
	const struct article *x = data;

	return str_fmt(a, "%04d/%02d/" STR_FMT "/", x->common.published.year,
		       x->common.published.month, STR_ARG(x->common.code));
}

bool article_is_notice(const struct article *x)
{
	return x->genre == GENRE_NOTICE || x->genre == GENRE_OUTAGE ||
	       x->genre == GENRE_CONSULTATION;
}

bool article_is_over(const struct article *x, struct date today)
{
	if (!date_is_set(x->expires))
		return false;
	if (!x->expires.has_time)
		return date_days(x->expires) < date_days(today);
	return date_cmp(x->expires, today) < 0;
}

static void card_of_article(struct arena *a, const void *data, const struct derive_context *c,
			    struct value *view)
{
	const struct article *x = data;

	value_set(a, view, STR("the_loai"), schema_view_choice(a, article_genres[x->genre]));
	value_set(a, view, STR("da_het_han"), value_bool(a, article_is_over(x, c->today)));
	if (x->picture.to)
		value_set(a, view, STR("anh_dai_dien"),
			  c->ref_view(a, &x->picture, c->ref_context));
}

static bool is_broadcast(const void *data)
{
	const struct article *x = data;

	return !x->broadcast || !x->broadcast->left_out;
}

/* What is read aloud, from the body that the view has; null when nothing is. */
static const struct value *script_of(struct arena *a, const struct article *x,
				     const struct derive_context *c, const struct value *view)
{
	static const struct broadcast usual = {.seconds = -1};
	static const struct loudspeaker plain = {.rate = -1};
	const struct broadcast *b = x->broadcast ? x->broadcast : &usual;
	const struct value *body = value_get(view, STR("noi_dung"));

	return broadcast_view(a, c->loudspeaker ? c->loudspeaker : &plain, b->text,
			      x->common.summary, body ? body->text : (struct str){0},
			      b->seconds);
}

static void derive_article(struct arena *a, const void *data, const struct derive_context *c,
			   struct value *view)
{
	value_set(a, view, STR("da_het_han"), value_bool(a, article_is_over(data, c->today)));
	value_set(a, view, STR("co_phat_thanh"), value_bool(a, is_broadcast(data)));
	value_set(a, view, STR("ban_phat_thanh"),
		  c->sub ? script_of(a, data, c, view) : value_null(a));
}

/* Slugs that differ from the genre's code: two genres share the page of models and
 * initiatives (site map of the CCHC section). */
static void terms_of_genre(struct arena *a, const void *data, struct date today, term_fn *add,
			   void *sink)
{
	const struct article *x = data;
	struct term_name term = {.slug = str_of(article_genres[x->genre].code),
				 .name = str_of(article_genres[x->genre].name)};

	(void)a;
	(void)today;
	if (x->genre == GENRE_MODEL || x->genre == GENRE_INITIATIVE)
		term = (struct term_name){.slug = STR("mo-hinh-sang-kien"),
					  .name = STR("Mô hình, sáng kiến")};
	add(sink, term);
}

static void terms_of_year(struct arena *a, const void *data, struct date today, term_fn *add,
			  void *sink)
{
	const struct article *x = data;

	(void)today;
	add_term_of_year(a, x->common.published.year, add, sink);
}

static const struct taxonomy_def field_taxonomy = {
	.code = "linh-vuc",
	.name = "Nội dung cải cách",
	.path = "",
	.closed = cchc_field_terms,
	.n_closed = CCHC_FIELDS,
	.terms = terms_of_fields,
};

static const struct taxonomy_def genre_taxonomy = {
	.code = "the-loai",
	.name = "Thể loại",
	.path = "",
	.terms = terms_of_genre,
};

static const struct taxonomy_def year_taxonomy = {
	.code = "nam",
	.name = "Năm",
	.path = "luu-tru/",
	.before = "năm ",
	.by_slug = true,
	.terms = terms_of_year,
};

static const struct taxonomy_def *const article_taxonomies[] = {
	&field_taxonomy, &genre_taxonomy, &year_taxonomy, &keyword_taxonomy, &unit_taxonomy,
};

static const struct subpage article_subpages[] = {
	{.path = "phat-thanh/",
	 .layout = "tin-bai-phat-thanh.html",
	 .title = "Bản phát thanh",
	 .wanted = is_broadcast},
};

/* On the site itself, and wherever else it was posted. */
static void countables_of_article(const void *data, countable_fn *add, void *sink)
{
	const struct article *x = data;
	const char *genre = article_genres[x->genre].code;

	add(sink, (struct countable){STR("website"), genre, x->common.published, -1});
	for (size_t i = 0; i < x->reposts.n; i++) {
		const struct repost *r = LIST_ITEM(x->reposts, struct repost, i);

		if (!str_eq_z(r->channel.code, "website"))
			add(sink, (struct countable){r->channel.code, genre, r->on, -1});
	}
}

static void credits_of_article(const void *data, credit_fn *add, void *sink)
{
	const struct article *x = data;

	for (size_t i = 0; i < x->credits.n; i++) {
		const struct credit *c = LIST_ITEM(x->credits, struct credit, i);

		add(sink, (struct contribution){&c->unit, c->person,
						(enum contribution_role)c->role});
	}
}

const struct kind article_kind = {
	.code = "tin-bai",
	.name = "Tin, bài",
	.describe = describe_article,
	.schema = &article_schema,
	.has_body = true,
	.has_list = true,
	.has_feed = true,
	.countables = countables_of_article,
	.credits = credits_of_article,
	.needs_approver = true,
	.url = article_url,
	.check = check_article,
	.rules = article_rules,
	.n_rules = ARTICLE_RULES,
	.inspect = inspect_article,
	.card = card_of_article,
	.derive = derive_article,
	.taxonomies = article_taxonomies,
	.n_taxonomies = COUNT(article_taxonomies),
	.subpages = article_subpages,
	.n_subpages = COUNT(article_subpages),
};
