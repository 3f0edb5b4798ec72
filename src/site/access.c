#include "site/access.h"

#include "base/path.h"
#include "kinds/access_rules.h"
#include "text/html.h"

static void report(const struct link_context *c, struct pos at, const struct rule *rule,
		   struct str text, struct diag *d)
{
	rule_report(&c->site->laws, c->site->now, d, at, rule, str_dup(d->arena, text));
}

static bool is_pdf_of_ours(const struct link_context *c, const struct markdown_part *part)
{
	struct str rest, file = str_cut(part->url, '#', &rest);

	return path_has_extension(file, "pdf") && !url_is_external(file) &&
	       !access_is_form(c->scratch, part->text) &&
	       !access_is_form(c->scratch, path_name(file));
}

/* Of each sort the first: the page is told of once. */
static void note(const struct link_context *c, const struct markdown_part *part)
{
	struct access *seen = c->access;

	if (part->type == MARKDOWN_LINK && !seen->pdf.source && is_pdf_of_ours(c, part)) {
		seen->pdf = part->at;
		seen->pdf_url = str_dup(c->scratch, part->url);
	} else if (part->type == MARKDOWN_PICTURE && !seen->picture.source &&
		   access_is_text_image(c->scratch, part->text)) {
		seen->picture = part->at;
		seen->alt = str_dup(c->scratch, part->text);
	}
}

bool access_tell(void *context, const struct markdown_part *part, struct diag *d)
{
	const struct link_context *c = context;
	struct str text;
	const struct rule *rule = access_judge(c->scratch, part, &text);

	note(c, part);
	if (!rule)
		return true;
	c->access->has_flaws |= part->type == MARKDOWN_HEADING || part->type == MARKDOWN_LINK;
	report(c, part->at, rule, text, d);
	return rule->level != DIAG_ERROR;
}

void access_tell_page(const struct link_context *c, struct diag *d)
{
	const struct access *seen = c->access;
	size_t n = c->page->n_words;

	if (n >= ACCESS_TEXT_MIN)
		return;
	if (seen->pdf.source)
		report(c, seen->pdf, &access_rules[ACCESS_PDF],
		       str_fmt(c->scratch,
			       _("what \"" STR_FMT
				 "\" says stands only in that file, and the page has %zu words; "
				 "write the text here too, or at least what matters in it, for "
				 "telephones and for reading aloud"),
			       STR_ARG(path_name(seen->pdf_url)), n),
		       d);
	if (seen->picture.source)
		report(c, seen->picture, &access_rules[ACCESS_TEXT_IMAGE],
		       str_fmt(c->scratch,
			       _("\"" STR_FMT
				 "\" seems to be a picture of a text, and the page has %zu words; "
				 "write the text here too: a picture can be neither read aloud "
				 "nor searched"),
			       STR_ARG(seen->alt), n),
		       d);
}
