#include "kinds/linked.h"

#include "data/schema.h"
#include "text/html.h"

struct value *linked_node(const struct linked *l, const char *type)
{
	struct value *node = value_map(l->a);

	value_set(l->a, node, STR("@type"), value_string(l->a, str_of(type)));
	return node;
}

struct value *linked_main(const struct linked *l, const char *type)
{
	struct value *node = linked_node(l, type);

	linked_text(l, node, "@id", str_concat(l->a, l->url, STR("#chinh"), STR("")));
	linked_text(l, node, "name", l->title);
	linked_text(l, node, "description", l->summary);
	linked_text(l, node, "url", l->url);
	return node;
}

static bool is_nothing(const struct value *v)
{
	return !v || v->kind == VALUE_NULL || (v->kind == VALUE_STRING && !v->text.n) ||
	       (v->kind == VALUE_LIST && !v->n);
}

void linked_set(const struct linked *l, struct value *node, const char *key,
		const struct value *v)
{
	if (!is_nothing(v))
		value_set(l->a, node, str_of(key), v);
}

void linked_text(const struct linked *l, struct value *node, const char *key, struct str s)
{
	linked_set(l, node, key, value_string(l->a, s));
}

void linked_date(const struct linked *l, struct value *node, const char *key, struct date d)
{
	if (d.has_time)
		linked_text(l, node, key, date_rfc3339(l->a, d));
	else
		linked_set(l, node, key, value_get(schema_view_date(l->a, d), STR("iso")));
}

void linked_url(const struct linked *l, struct value *node, const char *key,
		const struct value *url)
{
	if (is_nothing(url) || url->kind != VALUE_STRING)
		return;
	linked_text(l, node, key,
		    url_is_external(url->text)
			    ? url->text
			    : str_concat(l->a, l->domain, url->text, STR("")));
}

void linked_term(const struct linked *l, struct value *node, const char *key, const char *term)
{
	linked_text(l, node, key,
		    str_concat(l->a, STR("https://schema.org/"), str_of(term), STR("")));
}

const struct value *linked_named(const struct linked *l, const char *type, struct str name)
{
	struct value *node = linked_node(l, type);

	linked_text(l, node, "name", name);
	return name.n ? node : NULL;
}

struct str linked_seen(const struct linked *l, const char *path)
{
	const struct value *v = l->view;
	struct str rest = str_of(path);

	while (v && rest.n)
		v = value_get(v, str_cut(rest, '.', &rest));
	return v && v->kind != VALUE_LIST && v->kind != VALUE_MAP ? v->text : (struct str){0};
}

const struct value *linked_unit(const struct linked *l)
{
	struct str name = linked_seen(l, "don_vi.ten");
	struct value *node;

	if (!name.n || str_eq(name, value_get(l->institution, STR("name"))->text))
		return l->institution;
	node = linked_node(l, "Organization");
	linked_text(l, node, "name", name);
	linked_url(l, node, "url", value_get(value_get(l->view, STR("don_vi")), STR("url")));
	return node;
}
