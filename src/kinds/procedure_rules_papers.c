/* The dossier: each paper, the forms, how many sets; and the course of steps. */
#include "base/path.h"
#include "kinds/media.h"
#include "kinds/procedure_parts.h"
#include "kinds/procedure_rules.h"

#define RULE(name) &procedure_rules[name]

enum {
	STEPS_MIN = 2,
	FORM_BYTES_MAX = 10 * 1000 * 1000,
};

/* A paper, and where it was written. */
struct looked_at {
	const struct paper *paper;
	size_t dossier, number;
};

static struct pos place_of(const struct looked_at *l, const char *key, struct inspection *i)
{
	const struct value *v =
		written_item(inspection_written(i), "thanh_phan_ho_so", l->dossier);

	return written_item(written_item(v, "giay_to", l->number), key, 0)->pos;
}

static bool is_counted(const struct paper *p)
{
	return p->originals > 0 || p->copies > 0;
}

static void inspect_use(const struct looked_at *l, struct inspection *i)
{
	const struct paper *p = l->paper;

	if (!is_counted(p) && !p->shown_only && !p->replaced_by_data)
		inspection_report(i, place_of(l, "ten", i), RULE(TT_PAPER_OF_NOTHING),
				  _("\"" STR_FMT "\" asks for no original, no copy and no "
				    "look; write how many (ban_chinh, ban_sao), xuat_trinh or "
				    "thay_bang_du_lieu"),
				  STR_ARG(p->name));
	if (p->replaced_by_data && is_counted(p))
		inspection_report(i, place_of(l, p->originals > 0 ? "ban_chinh" : "ban_sao", i),
				  RULE(TT_DATA_ASKED_FOR),
				  _("\"" STR_FMT
				    "\" is found in a database (thay_bang_du_lieu), so "
				    "nobody should have to hand it in"),
				  STR_ARG(p->name));
}

static bool is_listed(const struct list *forms, struct str code)
{
	for (size_t k = 0; k < forms->n; k++) {
		if (str_eq(LIST_ITEM(*forms, struct ref, k)->code, code))
			return true;
	}
	return false;
}

/* Forms come right after their procedure: they all stand in mau_don. */
static void inspect_form(const struct procedure *x, const struct looked_at *l,
			 struct inspection *i)
{
	const struct paper *p = l->paper;

	if (!p->form.code.n && p->originals > 0 && paper_is_form(p))
		inspection_report(i, place_of(l, "ten", i), RULE(TT_FORM_MISSING),
				  _("\"" STR_FMT "\" is a form to be filled in, but \"mau\" "
				    "does not say where to get it"),
				  STR_ARG(p->name));
	if (p->form.code.n && !is_listed(&x->forms, p->form.code))
		inspection_report(i, p->form.pos, RULE(TT_FORM_MISSING),
				  _("the form \"" STR_FMT "\" is not in the list \"mau_don\" "
				    "of this procedure"),
				  STR_ARG(p->form.code));
}

static void inspect_dossier(const struct procedure *x, size_t n, struct inspection *i)
{
	const struct dossier *d = LIST_ITEM(x->dossiers, struct dossier, n);

	for (size_t k = 0; k < d->papers.n; k++) {
		const struct looked_at l = {LIST_ITEM(d->papers, struct paper, k), n, k};

		inspect_use(&l, i);
		inspect_form(x, &l, i);
	}
}

static void inspect_sets(const struct procedure *x, struct inspection *i)
{
	bool takes = procedure_takes_papers(x);

	if (x->no_papers && x->dossiers.n)
		inspection_report(i, inspection_place(i, "khong_can_giay_to"),
				  RULE(TT_PAPERS_AFTER_ALL),
				  _("\"khong_can_giay_to\" says that no paper is needed, but "
				    "\"thanh_phan_ho_so\" lists some"));
	if (x->sets == 0 && takes)
		inspection_report(i, inspection_place(i, "so_bo_ho_so"), RULE(TT_SETS),
				  _("papers are handed in, so \"so_bo_ho_so\" should be 1 or "
				    "more"));
	if (x->sets > 0 && !takes)
		inspection_report(i, inspection_place(i, "so_bo_ho_so"), RULE(TT_SETS),
				  _("nothing is handed in, so \"so_bo_ho_so\" should be 0"));
}

static void inspect_courses(const struct procedure *x, struct inspection *i)
{
	for (size_t k = 0; k < x->courses.n; k++) {
		const struct course *course = LIST_ITEM(x->courses, struct course, k);

		if (course->steps.n < STEPS_MIN)
			inspection_report(
				i, written_item(inspection_written(i), "trinh_tu", k)->pos,
				RULE(TT_ONE_STEP),
				_("only one step: say also what the applicant does, and how "
				  "the result is handed over"));
	}
}

static bool has_format(const struct media *form, const char *extension)
{
	for (size_t k = 0; k < form->files.n; k++) {
		const struct media_file *f = LIST_ITEM(form->files, struct media_file, k);

		if (path_has_extension(f->file.path, extension))
			return true;
	}
	return false;
}

static void inspect_form_size(const struct ref *ref, const struct media *form,
			      struct inspection *i)
{
	for (size_t k = 0; k < form->files.n; k++) {
		const struct file_ref *f = &LIST_ITEM(form->files, struct media_file, k)->file;

		if (f->bytes > FORM_BYTES_MAX)
			inspection_report(i, ref->pos, RULE(TT_FORM_FILE),
					  _("the file \"" STR_FMT "\" of this form has more "
					    "than 10 MB: too much for a phone"),
					  STR_ARG(f->path));
	}
}

/* PDF to print as it is, DOCX to fill in on a computer. */
static void inspect_form_files(const struct ref *ref, struct inspection *i)
{
	const struct record record = inspection_target(i, ref);
	const struct media *form = record.data;

	if (record.kind != &media_kind)
		return;
	if (!form->files.n) {
		inspection_report(i, ref->pos, RULE(TT_FORM_MISSING),
				  _("the form \"" STR_FMT "\" has no file that one could "
				    "take along"),
				  STR_ARG(ref->code));
		return;
	}
	inspect_form_size(ref, form, i);
	if (!has_format(form, "pdf") || !has_format(form, "docx"))
		inspection_report(i, ref->pos, RULE(TT_FORM_FILE),
				  _("the form \"" STR_FMT "\" should be there as PDF, to "
				    "print, and as DOCX, to fill in"),
				  STR_ARG(ref->code));
}

void procedure_inspect_papers(const struct procedure *x, struct inspection *i)
{
	for (size_t k = 0; k < x->dossiers.n; k++)
		inspect_dossier(x, k, i);
	for (size_t k = 0; k < x->forms.n; k++)
		inspect_form_files(LIST_ITEM(x->forms, struct ref, k), i);
	inspect_sets(x, i);
	inspect_courses(x, i);
}
