/* Articles, documents, questions, guides, reports, and what the library has. */
#include "kinds/article.h"
#include "kinds/faq.h"
#include "kinds/guide.h"
#include "kinds/legal.h"
#include "kinds/linked.h"
#include "kinds/media.h"
#include "kinds/report.h"
#include "text/html.h"

static struct value *picture(const struct linked *l, const struct value *file)
{
	struct value *node;

	if (!file || file->kind != VALUE_MAP)
		return NULL;
	node = linked_node(l, "ImageObject");
	linked_url(l, node, "url", value_get(file, STR("url")));
	linked_text(l, node, "caption", linked_seen(l, "anh_dai_dien.anh.alt"));
	return node;
}

static const struct value *keywords(const struct linked *l, const struct common *c)
{
	struct value *list = value_list(l->a);

	for (size_t i = 0; i < c->keywords.n; i++)
		value_push(l->a, list,
			   value_string(l->a, *LIST_ITEM(c->keywords, struct str, i)));
	return list;
}

/* Who wrote it, as the page says; a unit where it names nobody. */
static const struct value *author(const struct linked *l)
{
	struct str person = linked_seen(l, "nguoi_viet");

	return person.n ? linked_named(l, "Person", person) : linked_unit(l);
}

static void set_text_facts(const struct linked *l, const struct common *c, struct value *node)
{
	linked_date(l, node, "datePublished", c->published);
	linked_date(l, node, "dateModified",
		    date_is_set(c->updated) ? c->updated : c->published);
	linked_text(l, node, "inLanguage", STR("vi"));
	linked_set(l, node, "author", author(l));
	linked_set(l, node, "publisher", l->institution);
	linked_set(l, node, "keywords", keywords(l, c));
}

struct value *describe_article(const struct linked *l, const void *data, struct value *page)
{
	const struct article *x = data;
	struct value *node = linked_main(l, "NewsArticle");
	const struct value *cover =
		value_get(value_get(l->view, STR("anh_dai_dien")), STR("anh"));

	(void)page;
	linked_text(l, node, "headline", l->title);
	set_text_facts(l, &x->common, node);
	linked_set(l, node, "image", picture(l, cover));
	linked_text(l, node, "articleSection", linked_seen(l, "the_loai.ten"));
	linked_text(l, node, "mainEntityOfPage", l->url);
	if (date_is_set(x->expires))
		linked_date(l, node, "expires", x->expires);
	return node;
}

/* "còn hiệu lực" and its like; nothing when it is not known. */
static void set_force(const struct linked *l, struct value *node)
{
	static const struct {
		const char *code, *term;
	} forces[] = {
		{"con-hieu-luc", "InForce"},
		{"het-hieu-luc-mot-phan", "PartiallyInForce"},
		{"het-hieu-luc", "NotInForce"},
		{"chua-hieu-luc", "NotInForce"},
	};
	struct str code = linked_seen(l, "tinh_trang.ma");

	for (size_t i = 0; i < COUNT(forces); i++) {
		if (str_eq_z(code, forces[i].code))
			linked_term(l, node, "legislationLegalForce", forces[i].term);
	}
}

/* Its files as they may be downloaded. */
static const struct value *files(const struct linked *l)
{
	const struct value *seen = value_get(l->view, STR("tep"));
	struct value *list = value_list(l->a);

	for (uint32_t i = 0; seen && seen->kind == VALUE_LIST && i < seen->n; i++) {
		const struct value *file = value_get(seen->entries[i].value, STR("tep"));
		struct value *node = linked_node(l, "MediaObject");

		linked_url(l, node, "contentUrl", value_get(file, STR("url")));
		linked_set(l, node, "name", value_get(file, STR("ten")));
		if (value_get(node, STR("contentUrl")))
			value_push(l->a, list, node);
	}
	return list;
}

/* "1/3/2018 to 30/6/2025", open at the end while nobody has ended it. */
static void set_time_of_force(const struct linked *l, const struct legal *x, struct value *node)
{
	const struct value *from = value_get(schema_view_date(l->a, x->effective), STR("iso"));
	const struct value *to = value_get(schema_view_date(l->a, x->ends), STR("iso"));

	if (from && from->text.n)
		linked_text(l, node, "temporalCoverage",
			    str_concat(l->a, from->text, STR("/"),
				       to && to->text.n ? to->text : STR("..")));
}

struct value *describe_legal(const struct linked *l, const void *data, struct value *page)
{
	const struct legal *x = data;
	struct value *node = linked_main(l, "Legislation");

	(void)page;
	linked_text(l, node, "legislationIdentifier", x->number);
	linked_text(l, node, "legislationType", str_of(legal_types[x->type].name));
	linked_date(l, node, "legislationDate", x->issued);
	linked_set(l, node, "legislationPassedBy", linked_named(l, "Organization", x->issuer));
	set_force(l, node);
	set_time_of_force(l, x, node);
	linked_text(l, node, "inLanguage", STR("vi"));
	linked_set(l, node, "encoding", files(l));
	linked_text(l, node, "sameAs", x->original_url);
	return node;
}

static struct str plain(const struct linked *l, const struct marked_text *text)
{
	return html_plain(l->a, text->html.n ? text->html : text->text);
}

/* The page is a list of questions with one item. */
struct value *describe_faq(const struct linked *l, const void *data, struct value *page)
{
	const struct faq *x = data;
	struct value *node = linked_main(l, "Question"), *answer = linked_node(l, "Answer");

	value_set(l->a, page, STR("@type"), value_string(l->a, STR("FAQPage")));
	linked_text(l, node, "name", x->question);
	linked_text(l, answer, "text", plain(l, &x->answer));
	linked_date(l, answer, "dateCreated", x->answered);
	linked_set(l, answer, "author", linked_unit(l));
	linked_date(l, node, "dateCreated", x->asked);
	linked_set(l, node, "acceptedAnswer", answer);
	return node;
}

static const struct value *step(const struct linked *l, const struct guide_step *s, size_t n)
{
	struct value *node = linked_node(l, "HowToStep");

	value_set(l->a, node, STR("position"), value_int(l->a, (int64_t)n + 1));
	linked_text(l, node, "name", s->name);
	linked_text(l, node, "text", plain(l, &s->text));
	return node;
}

struct value *describe_guide(const struct linked *l, const void *data, struct value *page)
{
	const struct guide *x = data;
	struct value *node = linked_main(l, "HowTo");
	struct value *steps = value_list(l->a), *needs = value_list(l->a);

	(void)page;
	for (size_t i = 0; i < x->steps.n; i++)
		value_push(l->a, steps, step(l, LIST_ITEM(x->steps, struct guide_step, i), i));
	for (size_t i = 0; i < x->needs.n; i++)
		value_push(l->a, needs,
			   linked_named(l, "HowToSupply", *LIST_ITEM(x->needs, struct str, i)));
	set_text_facts(l, &x->common, node);
	linked_set(l, node, "supply", needs);
	linked_set(l, node, "step", steps);
	return node;
}

struct value *describe_report(const struct linked *l, const void *data, struct value *page)
{
	const struct report *x = data;
	struct value *node = linked_main(l, "Report");

	(void)page;
	set_text_facts(l, &x->common, node);
	linked_text(l, node, "reportNumber", x->document->number);
	return node;
}

struct value *describe_media(const struct linked *l, const void *data, struct value *page)
{
	const struct media *x = data;
	const char *type = "DigitalDocument";
	struct value *node;

	(void)page;
	if (x->type == MEDIA_PICTURE || x->type == MEDIA_INFOGRAPHIC)
		type = "ImageObject";
	if (x->type == MEDIA_VIDEO)
		type = "VideoObject";
	if (x->type == MEDIA_AUDIO || x->type == MEDIA_BROADCAST)
		type = "AudioObject";
	node = linked_main(l, type);
	set_text_facts(l, &x->common, node);
	return node;
}
