/* One graph a page: the page, its place, the institution, and what the page is about. The
 * nodes name each other by their @id. */
#include "output/json_ld.h"

#include "kinds/linked.h"
#include "text/html.h"

static struct str text_at(const struct value *map, const char *key)
{
	const struct value *v = value_get(map, str_of(key));

	return v && v->kind == VALUE_STRING ? v->text : (struct str){0};
}

static struct str absolute(const struct linked *l, struct str path)
{
	return url_is_external(path) ? path : str_concat(l->a, l->domain, path, STR(""));
}

static struct str below_site(const struct viewing *w, const char *anchor)
{
	return str_concat(w->arena, view_absolute(w, STR(""))->text, str_of(anchor), STR(""));
}

/* {@id}: the rest stands elsewhere in the graph. */
static const struct value *same_as(const struct linked *l, const struct value *node)
{
	struct value *v = value_map(l->a);

	linked_set(l, v, "@id", value_get(node, STR("@id")));
	return v;
}

/* The institution as every page names it. */
static struct value *institution(const struct viewing *w, const struct linked *l)
{
	const struct organisation *o = w->site->config->organisation;
	struct value *node = linked_node(l, l->institution_type.p);

	linked_text(l, node, "@id", below_site(w, "#don-vi"));
	linked_text(l, node, "name", o->name);
	linked_text(l, node, "url", o->website.n ? o->website : below_site(w, ""));
	return node;
}

static const struct value *address(const struct linked *l, struct str text)
{
	struct value *node = linked_node(l, "PostalAddress");

	linked_text(l, node, "streetAddress", text);
	linked_text(l, node, "addressCountry", STR("VN"));
	return text.n ? node : NULL;
}

static const struct value *hotline(const struct linked *l, struct str number)
{
	struct value *node = linked_node(l, "ContactPoint");

	linked_text(l, node, "contactType", STR("Đường dây nóng"));
	linked_text(l, node, "telephone", number);
	linked_text(l, node, "availableLanguage", STR("vi"));
	return number.n ? node : NULL;
}

static const struct value *channels(const struct viewing *w)
{
	const struct list *channels = &w->site->config->channels;
	struct value *list = value_list(w->arena);

	for (size_t i = 0; i < channels->n; i++) {
		const struct channel *c = LIST_ITEM(*channels, struct channel, i);

		if (c->url.n)
			value_push(w->arena, list, value_string(w->arena, c->url));
	}
	return list;
}

/* All that site.yaml says of it: on the home page. */
static void tell_institution(const struct viewing *w, const struct linked *l,
			     struct value *node)
{
	const struct organisation *o = w->site->config->organisation;

	linked_set(l, node, "address", address(l, o->address));
	linked_text(l, node, "telephone", o->phone);
	linked_text(l, node, "email", o->email);
	linked_set(l, node, "contactPoint", hotline(l, o->hotline));
	linked_set(l, node, "parentOrganization",
		   linked_named(l, "GovernmentOrganization", o->superior));
	linked_set(l, node, "sameAs", channels(w));
}

/* How to search the site from elsewhere; NULL when it has no page for that. */
static const struct value *search(const struct viewing *w, const struct linked *l)
{
	struct str page = text_at(value_get(l->view, STR("trang_web")), "tim_kiem");
	struct value *node = linked_node(l, "SearchAction"), *at = linked_node(l, "EntryPoint");

	if (!page.n)
		return NULL;
	linked_text(l, at, "urlTemplate",
		    str_concat(w->arena, l->domain, page, STR("?q={search_term_string}")));
	linked_set(l, node, "target", at);
	linked_text(l, node, "query-input", STR("required name=search_term_string"));
	return node;
}

static const struct value *web_site(const struct viewing *w, const struct linked *l)
{
	const struct config *c = w->site->config;
	struct value *node = linked_node(l, "WebSite");

	linked_text(l, node, "@id", below_site(w, "#trang-web"));
	linked_text(l, node, "name", c->name);
	linked_text(l, node, "description", c->about);
	linked_text(l, node, "url", below_site(w, ""));
	linked_text(l, node, "inLanguage", c->language);
	linked_set(l, node, "publisher", same_as(l, l->institution));
	linked_set(l, node, "potentialAction", search(w, l));
	return node;
}

static const struct value *crumb(const struct linked *l, int64_t position, struct str name,
				 struct str url)
{
	struct value *node = linked_node(l, "ListItem");

	value_set(l->a, node, STR("position"), value_int(l->a, position));
	linked_text(l, node, "name", name);
	linked_text(l, node, "item", absolute(l, url));
	return node;
}

/* Of a further page ("Bản phát thanh"), whose title is that of the page above it. */
static struct str own_name(const struct linked *l)
{
	struct str name = text_at(l->view, "ten_trang_con");

	return name.n ? name : l->title;
}

static struct str full_name(const struct linked *l)
{
	struct str name = text_at(l->view, "ten_trang_con");

	return name.n ? str_concat(l->a, name, STR(": "), l->title) : l->title;
}

/* The way to the page and the page itself; NULL of the home page. */
static const struct value *breadcrumbs(const struct linked *l)
{
	const struct value *way = value_get(l->view, STR("duong_dan"));
	struct value *node = linked_node(l, "BreadcrumbList"), *list = value_list(l->a);
	int64_t n = 0;

	for (uint32_t i = 0; i < way->n; i++) {
		const struct value *step = way->entries[i].value;

		value_push(l->a, list,
			   crumb(l, ++n, text_at(step, "ten"), text_at(step, "url")));
	}
	value_push(l->a, list, crumb(l, n + 1, own_name(l), l->url));
	linked_text(l, node, "@id", str_concat(l->a, l->url, STR("#duong-dan"), STR("")));
	linked_set(l, node, "itemListElement", list);
	return n ? node : NULL;
}

static const char *type_of_page(const struct viewing *w)
{
	switch (w->output->kind) {
	case OUTPUT_LIST:
	case OUTPUT_SECTION:
	case OUTPUT_TREE:
	case OUTPUT_CORRECTIONS:
		return "CollectionPage";
	default:
		return "WebPage";
	}
}

/* The page in the other language, of which this one or which is the translation. */
static void tell_translations(const struct linked *l, struct value *node)
{
	const struct value *all = value_get(l->view, STR("ban_dich"));
	struct str original = all->n ? text_at(all->entries[0].value, "url_day_du") : l->url;
	struct value *other = value_map(l->a);

	if (!all->n)
		return;
	if (str_eq(original, l->url)) {
		linked_text(l, other, "@id", text_at(all->entries[1].value, "url_day_du"));
		linked_set(l, node, "workTranslation", other);
	} else {
		linked_text(l, other, "@id", original);
		linked_set(l, node, "translationOfWork", other);
	}
}

static struct value *web_page(const struct viewing *w, const struct linked *l)
{
	struct value *node = linked_node(l, type_of_page(w));
	const struct page *p = w->output->page;

	linked_text(l, node, "@id", l->url);
	linked_text(l, node, "url", l->url);
	linked_text(l, node, "name", full_name(l));
	linked_text(l, node, "description", l->summary);
	linked_text(l, node, "inLanguage", text_at(l->view, "ngon_ngu"));
	tell_translations(l, node);
	if (p) {
		linked_date(l, node, "datePublished", p->common->published);
		linked_date(l, node, "dateModified", page_last_change(p));
	}
	return node;
}

static const struct value *downloads(const struct linked *l, const struct value *files)
{
	struct value *list = value_list(l->a);

	for (uint32_t i = 0; i < files->n; i++) {
		const struct value *file = files->entries[i].value;
		struct value *node = linked_node(l, "DataDownload");

		linked_text(l, node, "name", text_at(file, "ten"));
		linked_url(l, node, "contentUrl", value_get(file, STR("url")));
		linked_text(l, node, "encodingFormat", text_at(file, "kieu"));
		value_push(l->a, list, node);
	}
	return list;
}

static const struct value *dataset(const struct linked *l, const struct value *set)
{
	struct value *node = linked_node(l, "Dataset");
	struct str anchor = str_concat(l->a, STR("#bo_"), text_at(set, "ma"), STR(""));
	const struct value *changed = value_get(set, STR("cap_nhat"));

	linked_text(l, node, "name", text_at(set, "ten"));
	linked_text(l, node, "description", text_at(set, "mo_ta"));
	linked_text(l, node, "url", str_concat(l->a, l->url, anchor, STR("")));
	linked_set(l, node, "creator", same_as(l, l->institution));
	linked_url(l, node, "license", value_get(l->view, STR("giay_phep_url")));
	linked_text(l, node, "dateModified", text_at(changed, "iso"));
	linked_set(l, node, "distribution", downloads(l, value_get(set, STR("tep"))));
	return node;
}

/* The open data, as its page lists them. */
static struct value *catalogue(const struct linked *l)
{
	const struct value *sets = value_get(l->view, STR("bo_du_lieu"));
	struct value *node = linked_main(l, "DataCatalog"), *list = value_list(l->a);

	for (uint32_t i = 0; i < sets->n; i++)
		value_push(l->a, list, dataset(l, sets->entries[i].value));
	linked_set(l, node, "publisher", same_as(l, l->institution));
	linked_set(l, node, "dataset", list);
	return node;
}

/* The thing that a record's own page is about. */
static struct value *main_thing(const struct viewing *w, const struct linked *l,
				struct value *page)
{
	const struct page *p = w->output->page;

	if (w->output->kind == OUTPUT_OPEN_DATA)
		return catalogue(l);
	if (w->output->kind != OUTPUT_PAGE || !p->kind->describe)
		return NULL;
	return p->kind->describe(l, p->data, page);
}

/* What is shown with the page's address, where it has no picture of its own. */
static void set_image(const struct linked *l, struct value *thing)
{
	const struct value *picture = value_get(l->view, STR("anh_chia_se"));
	struct value *node = linked_node(l, "ImageObject");

	if (!picture || picture->kind != VALUE_MAP || value_get(thing, STR("image")))
		return;
	linked_url(l, node, "url", value_get(picture, STR("url_day_du")));
	linked_text(l, node, "caption", text_at(picture, "mo_ta"));
	linked_set(l, thing, "image", node);
}

static void push(const struct linked *l, struct value *list, const struct value *node)
{
	if (node)
		value_push(l->a, list, node);
}

static struct str type_of(const struct organisation *o)
{
	return o->type == ORGANISATION_AGENCY ? STR("GovernmentOrganization") : STR("Hospital");
}

static struct linked begin(const struct viewing *w, const struct value *view)
{
	const struct config *c = w->site->config;

	return (struct linked){
		.a = w->arena,
		.domain = c->domain,
		.url = view_absolute(w, w->output->url)->text,
		.title = text_at(view, "tieu_de").n ? text_at(view, "tieu_de") : c->name,
		.summary = text_at(view, "mo_ta"),
		.view = view,
		.institution_type = type_of(c->organisation),
		.licence = c->licence,
	};
}

/* The institution's own page is about the publisher, and tells more of it. */
static bool is_same(const struct value *x, const struct value *y)
{
	return str_eq(text_at(x, "@id"), text_at(y, "@id"));
}

static bool is_home(const struct viewing *w)
{
	return w->output->kind == OUTPUT_HOME;
}

static const struct value *graph_of(const struct viewing *w, const struct value *view)
{
	struct linked l = begin(w, view);
	struct value *publisher = institution(w, &l), *graph = value_list(w->arena);
	const struct value *crumbs = breadcrumbs(&l);
	struct value *page, *thing;

	l.institution = publisher;
	page = web_page(w, &l);
	thing = main_thing(w, &l, page);
	if (thing && w->output->kind == OUTPUT_PAGE && !is_same(thing, publisher))
		set_image(&l, thing);
	if (is_home(w))
		tell_institution(w, &l, publisher);
	if (thing && is_same(thing, publisher))
		tell_institution(w, &l, thing);
	linked_set(&l, page, "isPartOf", is_home(w) ? same_as(&l, web_site(w, &l)) : NULL);
	linked_set(&l, page, "publisher", same_as(&l, publisher));
	linked_set(&l, page, "breadcrumb", crumbs ? same_as(&l, crumbs) : NULL);
	linked_set(&l, page, "mainEntity", thing ? same_as(&l, thing) : NULL);
	push(&l, graph, page);
	push(&l, graph, thing);
	push(&l, graph, crumbs);
	push(&l, graph, is_home(w) ? web_site(w, &l) : NULL);
	if (!thing || !is_same(thing, publisher))
		push(&l, graph, publisher);
	return graph;
}

static bool is_found(const struct output *o)
{
	return o->kind != OUTPUT_PLAIN && o->kind != OUTPUT_REDIRECT &&
	       o->kind != OUTPUT_SHORT && o->kind != OUTPUT_WITHDRAWN &&
	       o->kind != OUTPUT_OFFLINE;
}

const struct value *json_ld_of(const struct viewing *w, const struct value *view)
{
	struct value *v = value_map(w->arena);
	struct buf out = {.arena = w->arena};

	if (!is_found(w->output))
		return value_null(w->arena);
	value_set(w->arena, v, STR("@context"),
		  value_string(w->arena, STR("https://schema.org")));
	value_set(w->arena, v, STR("@graph"), graph_of(w, view));
	value_to_json_script(v, &out);
	return value_string(w->arena, buf_str(&out));
}
