/* What is looked at in every record, whatever its kind. */
#include "kinds/access_rules.h"
#include "kinds/common.h"
#include "kinds/plan.h"
#include "kinds/privacy_rules.h"

#include "base/utf8.h"
#include "text/html.h"
#include "viet/fold.h"

enum {
	ORIGIN_MAX = 120, /* characters of a last line that names a source */
};

static const struct rule capitals_rule = {
	"CH-01", DIAG_WARNING, N_("A title is written as a sentence, not in capitals.")};
static const struct rule summary_rule = {"CH-02", DIAG_WARNING,
					 N_("A summary has 40 to 300 characters.")};
static const struct rule review_rule = {
	"CH-03", DIAG_WARNING,
	N_("What was to be looked at again until a day has been looked at.")};
static const struct rule origin_rule = {
	"CH-04", DIAG_WARNING, N_("What was taken from elsewhere names its source in nguon.")};

static const struct rule target_rule = {"CH-05", DIAG_ERROR,
					N_("What names a target names one that its plan has.")};

const struct rule *const common_rules[COMMON_RULES] = {
	&capitals_rule,
	&summary_rule,
	&review_rule,
	&origin_rule,
	&target_rule,
	&privacy_rules[PRIVACY_IDENTITY],
	&privacy_rules[PRIVACY_INSURANCE],
	&privacy_rules[PRIVACY_PHONE],
	&privacy_rules[PRIVACY_BIRTH],
	&privacy_rules[PRIVACY_FILE],
	&privacy_rules[PRIVACY_STAMP],
	&access_rules[ACCESS_TITLE],
	&access_rules[ACCESS_LEVEL],
	&access_rules[ACCESS_HEADING],
	&access_rules[ACCESS_PICTURE],
	&access_rules[ACCESS_ALT],
	&access_rules[ACCESS_LINK],
	&access_rules[ACCESS_LINK_TEXT],
	&access_rules[ACCESS_TABLE_HEAD],
	&access_rules[ACCESS_TABLE],
	&access_rules[ACCESS_FOREIGN],
	&access_rules[ACCESS_LANGUAGE],
	&access_rules[ACCESS_PDF],
	&access_rules[ACCESS_VIDEO],
	&access_rules[ACCESS_BULLETS],
	&access_rules[ACCESS_BOLD],
	&access_rules[ACCESS_CAPITALS],
	&access_rules[ACCESS_TEXT_IMAGE],
};

void inspect_capitals(struct str title, const char *key, struct inspection *i)
{
	if (title.n && viet_is_all_capitals(title))
		inspection_report(i, inspection_place(i, key), &capitals_rule,
				  _("the title is all in capitals; write it as a sentence"));
}

static void inspect_summary(const struct common *c, struct inspection *i)
{
	size_t n = utf8_count(c->summary);

	if (n && (n < SUMMARY_LEAST || n > SUMMARY_MOST))
		inspection_report(i, inspection_place(i, "tom_tat"), &summary_rule,
				  _("the summary (tom_tat) has %zu characters; it should have "
				    "%d to %d"),
				  n, SUMMARY_LEAST, SUMMARY_MOST);
}

/* Procedures have a rule of their own for this. */
static void inspect_review(const struct common *c, struct inspection *i)
{
	if (date_is_set(c->review_by) && date_days(c->review_by) < date_days(i->today) &&
	    !str_eq_z(c->kind, "thu-tuc"))
		inspection_report(i, inspection_place(i, "ra_soat_truoc"), &review_rule,
				  _("the review of this content is overdue"));
}

static struct str last_paragraph(struct arena *a, struct str html)
{
	struct str last = {0};
	size_t at = 0;

	while (str_find(html, STR("<p>"), at, &at)) {
		last = str_from(html, at);
		at++;
	}
	return html_plain(a, last);
}

/* A text that ends with "Nguồn: ..." or "(Theo ...)" comes from elsewhere. */
static void inspect_origin(const struct common *c, struct inspection *i)
{
	static const char *const words[] = {"Nguồn:", "(Nguồn:", "(Theo "};
	struct str last;

	if (c->origin.n)
		return;
	last = last_paragraph(i->scratch, inspection_html(i));
	for (size_t n = 0; n < COUNT(words) && utf8_count(last) <= ORIGIN_MAX; n++) {
		if (str_starts(last, str_of(words[n])))
			inspection_report(
				i, inspection_place_in_body(i, last), &origin_rule,
				_("the text ends with its source; write that into \"nguon\", "
				  "where the page and its metadata show it"));
	}
}

static void inspect_target(const struct common *c, struct inspection *i)
{
	struct record plan = inspection_target(i, &c->plan);

	if (!c->target.n || plan.kind != &plan_kind || plan_target(plan.data, c->target))
		return;
	inspection_report(i, inspection_place(i, "chi_tieu"), &target_rule,
			  _("the plan has no target \"" STR_FMT "\""), STR_ARG(c->target));
}

void inspect_common(const struct common *c, struct inspection *i)
{
	inspect_capitals(c->title, "tieu_de", i);
	inspect_summary(c, i);
	inspect_review(c, i);
	inspect_origin(c, i);
	inspect_target(c, i);
}
