/* The rules of văn bản. VB-01 to VB-05 are found in texts: see site/mentions.h. */
#include "base/file.h"
#include "base/path.h"
#include "kinds/access_rules.h"
#include "kinds/legal_parts.h"
#include "viet/docnum.h"
#include "viet/fold.h"
#include "viet/letters.h"

const struct rule legal_rule_ended = {
	"VB-01", DIAG_WARNING,
	N_("No text or record rests on a document that is no longer in force.")};
const struct rule legal_rule_unknown = {
	"VB-02", DIAG_ADVICE, N_("The documents that texts name are in the catalogue.")};
const struct rule legal_rule_date = {
	"VB-03", DIAG_WARNING,
	N_("The date that a text gives for a document is that of the catalogue.")};
const struct rule legal_rule_suspicious = {"VB-04", DIAG_WARNING,
					   N_("The number of a document has no space in it.")};
const struct rule legal_rule_empty = {
	"VB-05", DIAG_WARNING, N_("The number of a document that a text names is filled in.")};

static const struct rule no_file = {
	"VB-06", DIAG_WARNING,
	N_("A document of the unit's own has the file of its full text.")};
static const struct rule no_effect = {
	"VB-07", DIAG_WARNING, N_("A law, decree or circular says from when it is in force.")};
static const struct rule other_year = {"VB-08", DIAG_WARNING,
				       N_("The year in a number is that of the day of issue.")};
static const struct rule circle = {
	"VB-09", DIAG_ERROR,
	N_("Documents do not replace, amend or rest on each other in a circle.")};

static const struct rule other_file = {
	"VB-10", DIAG_ERROR,
	N_("The file of a document is the one whose size or SHA-256 is written.")};

const struct rule *const legal_rules[LEGAL_RULES] = {
	&legal_rule_ended, &legal_rule_unknown,
	&legal_rule_date,  &legal_rule_suspicious,
	&legal_rule_empty, &no_file,
	&no_effect,        &other_year,
	&circle,           &other_file,
};

/* Văn bản quy phạm pháp luật: by its type, or by the year in the number of a resolution or
 * decision, which others do not have. */
static bool is_legislation(const struct legal *x, const struct docnum *n)
{
	switch (x->type) {
	case LEGAL_LAW:
	case LEGAL_ORDINANCE:
	case LEGAL_DECREE:
	case LEGAL_CIRCULAR:
	case LEGAL_JOINT_CIRCULAR:
		return true;
	case LEGAL_RESOLUTION:
	case LEGAL_DECISION:
		return n->year.n > 0;
	default:
		return false;
	}
}

static void check_effect(const struct legal *x, const struct docnum *n, struct inspection *i)
{
	if (!date_is_set(x->effective) && !x->effect_unknown && is_legislation(x, n) &&
	    !legal_has_ended(x, i->today))
		inspection_report(
			i, inspection_place(i, "ten_loai"), &no_effect,
			_("\"ngay_hieu_luc\" is missing: from when is this document in "
			  "force? When that is not known, write \"khong_ro_hieu_luc: true\""));
}

static bool is_own(const struct legal *x, const struct inspection *i)
{
	return x->level == LEGAL_LEVEL_UNIT && letters_same(x->issuer, i->organisation);
}

static void check_file(const struct legal *x, struct inspection *i)
{
	if (is_own(x, i) && !x->attachments.n)
		inspection_report(i, inspection_place(i, "cap"), &no_file,
				  _("a document of the unit's own needs the file of its full "
				    "text in \"tep\""));
}

/* Of others the text stands where they publish it. */
static void check_text(const struct legal *x, struct inspection *i)
{
	const struct attachment *f;

	if (!is_own(x, i) || !x->attachments.n || x->full_text.text.n || x->original_url.n)
		return;
	f = LIST_ITEM(x->attachments, struct attachment, 0);
	if (path_has_extension(f->file.path, "pdf"))
		inspection_report(
			i, f->file.pos, &access_rules[ACCESS_PDF],
			_("what the document says stands only in a PDF file; write it "
			  "into \"toan_van\" too, for telephones and for reading "
			  "aloud"));
}

static void check_file_is_it(const struct attachment *f, struct inspection *i)
{
	uint64_t bytes;
	struct str is;

	if (!file_digest(i->scratch, f->file.disk, &is, &bytes, i->diag))
		return;
	if (f->sha256.n && !str_eq(viet_lower(i->scratch, f->sha256), is))
		inspection_report(i, f->file.pos, &other_file,
				  _("\"" STR_FMT "\" is not the file whose \"sha256\" is "
				    "written: it has " STR_FMT),
				  STR_ARG(f->file.path), STR_ARG(is));
	if (f->bytes >= 0 && (uint64_t)f->bytes != bytes)
		inspection_report(i, f->file.pos, &other_file,
				  _("\"" STR_FMT "\" is not the file whose \"dung_luong\" is "
				    "written: it has %llu bytes"),
				  STR_ARG(f->file.path), (unsigned long long)bytes);
}

static void check_files_are_they(const struct legal *x, struct inspection *i)
{
	for (size_t k = 0; k < x->attachments.n; k++) {
		const struct attachment *f = LIST_ITEM(x->attachments, struct attachment, k);

		if (f->file.disk.n && (f->sha256.n || f->bytes >= 0))
			check_file_is_it(f, i);
	}
}

static void check_year(const struct legal *x, const struct docnum *n, struct inspection *i)
{
	if (n->form != DOCNUM_STATE || !n->year.n || !date_is_set(x->issued) ||
	    str_eq(n->year, str_fmt(i->scratch, "%d", x->issued.year)))
		return;
	inspection_report(i, inspection_place(i, "so_ky_hieu"), &other_year,
			  _("the number says %.*s, but the document was issued in %d"),
			  STR_ARG(n->year), x->issued.year);
}

static void check_circle(const struct legal *x, struct inspection *i)
{
	const struct legal_edge *e = legal_circle(i->scratch, x);

	if (e)
		inspection_report(i, e->pos, &circle,
				  _("\"%s\" goes in a circle: from " STR_FMT
				    " by way of " STR_FMT " back to itself"),
				  legal_relations[e->type].code, STR_ARG(x->common.code),
				  STR_ARG(e->to->common.code));
}

void legal_inspect(const void *data, struct inspection *i)
{
	const struct legal *x = data;
	struct docnum n = {0};

	check_circle(x, i);
	check_files_are_they(x, i);
	if (x->issue_state != LEGAL_ISSUED)
		return;
	if (x->number.n)
		docnum_parse(i->scratch, x->number, &n);
	check_effect(x, &n, i);
	check_file(x, i);
	check_text(x, i);
	check_year(x, &n, i);
}
