#include "net/xml.h"

#include <expat.h>
#include <limits.h>

/* Stands between a namespace and a name: no address of a namespace can hold it. */
#define BETWEEN '\n'

struct reading {
	XML_Parser parser;
	const char *space;
	xml_element_fn *each;
	void *context;
	struct buf path, text;
	size_t depth;
	const char *refused; /* by us */
};

static void refuse(struct reading *r, const char *why)
{
	r->refused = why;
	XML_StopParser(r->parser, XML_FALSE);
}

static void refuse_doctype(void *context, const char *name, const char *system,
			   const char *public, int has_subset)
{
	(void)name;
	(void)system;
	(void)public;
	(void)has_subset;
	refuse(context, "a DOCTYPE");
}

static void begin_element(void *context, const char *full, const char **attributes)
{
	struct reading *r = context;
	struct str name, space = str_cut_last(str_of(full), BETWEEN, &name);

	(void)attributes;
	r->text.n = 0;
	if (r->depth++)
		buf_byte(&r->path, '/');
	if (!r->space || str_eq_z(space, r->space))
		buf_add(&r->path, name);
	if (r->depth > XML_DEPTH_MAX)
		refuse(r, "nested too deep");
}

static void add_text(void *context, const char *p, int n)
{
	struct reading *r = context;

	buf_add(&r->text, (struct str){p, (size_t)n});
}

static void end_element(void *context, const char *full)
{
	struct reading *r = context;
	struct str last;

	(void)full;
	r->each(r->context, buf_str(&r->path), buf_str(&r->text));
	r->path.n = str_cut_last(buf_str(&r->path), '/', &last).n;
	r->text.n = 0;
	r->depth--;
}

static bool parse(struct reading *r, struct str xml)
{
	XML_SetUserData(r->parser, r);
	XML_SetElementHandler(r->parser, begin_element, end_element);
	XML_SetCharacterDataHandler(r->parser, add_text);
	XML_SetStartDoctypeDeclHandler(r->parser, refuse_doctype);
	return XML_Parse(r->parser, xml.p, (int)xml.n, XML_TRUE) == XML_STATUS_OK;
}

static struct str explain(struct arena *a, const struct reading *r)
{
	const char *why =
		r->refused ? r->refused : XML_ErrorString(XML_GetErrorCode(r->parser));

	return str_fmt(a, "XML: %s, line %lu, column %lu", why,
		       (unsigned long)XML_GetCurrentLineNumber(r->parser),
		       (unsigned long)XML_GetCurrentColumnNumber(r->parser) + 1);
}

struct str xml_read(struct arena *a, struct str xml, const char *space, xml_element_fn *each,
		    void *context)
{
	struct reading r = {
		.parser = XML_ParserCreateNS(NULL, BETWEEN),
		.space = space,
		.each = each,
		.context = context,
		.path.arena = a,
		.text.arena = a,
	};
	struct str wrong = {0};

	if (!r.parser || xml.n > INT_MAX)
		wrong = STR("XML: too much");
	else if (!parse(&r, xml))
		wrong = explain(a, &r);
	XML_ParserFree(r.parser);
	return wrong;
}
