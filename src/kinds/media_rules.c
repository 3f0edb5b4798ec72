#include "kinds/media_rules.h"

#include "base/file.h"
#include "base/path.h"
#include "base/utf8.h"
#include "kinds/access_rules.h"
#include "text/html.h"
#include "text/webvtt.h"
#include "viet/fold.h"
#include "viet/vague.h"

enum {
	ALT_MIN = 5, /* characters */
	ALT_MAX = 250,
	SOON = 30,                           /* days before a consent ends */
	PICTURE_BYTES_MAX = 2 * 1024 * 1024, /* more is slow on a phone */
	PICTURE_SIDE_MAX = 4096,             /* pixels */
	PAPER_MAX = 40,                      /* characters of a paper's number */
	LANGUAGE_MAX = 12,
};

#define DEFINE(name, code_, level_, about_) \
	static const struct rule name = {code_, level_, about_}

DEFINE(no_file, "SP-01", DIAG_ERROR, N_("An item has a file, or says where it stands."));
DEFINE(no_alt, "SP-02", DIAG_ERROR, N_("A picture is described for those who do not see it."));
DEFINE(poor_alt, "SP-03", DIAG_ERROR,
       N_("The description of a picture says in 5 to 250 characters what it shows."));
DEFINE(false_type, "SP-04", DIAG_ERROR, N_("A file is what its name and its MIME type say."));
DEFINE(false_size, "SP-05", DIAG_ERROR,
       N_("Width, height, size and SHA-256 that are written are those of the file."));
DEFINE(no_credit, "SP-06", DIAG_WARNING,
       N_("Pictures, video and sound name their subject and author."));
DEFINE(no_transcript, "SP-07", DIAG_ERROR, N_("Video and sound have their words as text."));
DEFINE(no_subtitles, "SP-08", DIAG_WARNING, N_("A video has subtitles."));
DEFINE(bad_subtitles, "SP-09", DIAG_ERROR,
       N_("Subtitles are a WebVTT file that browsers read."));
DEFINE(no_full_text, "SP-10", DIAG_ERROR, N_("An infographic is told in full as text."));
DEFINE(people_unsaid, "SP-11", DIAG_ERROR,
       N_("Of pictures and video it is said whether people, children or patients are in them."));
DEFINE(no_consent, "SP-12", DIAG_WARNING,
       N_("Who is to be seen has agreed, or it is withheld."));
DEFINE(taken_back, "SP-13", DIAG_WARNING, N_("What somebody no longer agrees to is withheld."));
DEFINE(expired, "SP-14", DIAG_WARNING,
       N_("A picture is withheld when a consent does not hold on that day."));
DEFINE(no_guardian, "SP-15", DIAG_WARNING,
       N_("For a child its guardian has agreed, and from seven on the child itself."));
DEFINE(elsewhere, "SP-16", DIAG_WARNING, N_("The consent is for a web site."));
DEFINE(ends_soon, "SP-17", DIAG_ADVICE, N_("A consent is renewed before it ends."));
DEFINE(named_paper, "SP-18", DIAG_ERROR,
       N_("A consent is known by a number, never by a name."));
const struct rule media_left_out = {
	"SP-19", DIAG_WARNING, N_("What must not be seen is left out wherever it is used.")};
const struct rule media_unrecorded = {"SP-20", DIAG_ADVICE,
				      N_("A picture in a page has a record in the library.")};
DEFINE(no_paper_size, "SP-21", DIAG_WARNING, N_("What is printed has the size of its paper."));
DEFINE(no_qr, "SP-22", DIAG_ADVICE,
       N_("What is printed bears a QR code that leads to the site."));
DEFINE(unsafe_qr, "SP-23", DIAG_WARNING,
       N_("A QR code leads to https or to a page of the site."));
const struct rule media_active = {
	"SP-24", DIAG_ERROR, N_("A drawing or document runs nothing and fetches nothing.")};
static const struct rule media_place = {"SP-25", DIAG_ERROR,
					N_("A picture does not say where it was taken.")};
static const struct rule media_person = {
	"SP-26", DIAG_WARNING, N_("A document does not name a person as its author.")};
static const struct rule media_stamp = {"SP-27", DIAG_WARNING,
					N_("A document bears no mark of a document system.")};
DEFINE(unsafe_link, "SP-28", DIAG_WARNING, N_("What stands elsewhere is reached by https."));
DEFINE(heavy, "SP-29", DIAG_ADVICE, N_("A picture is light enough for a phone."));
DEFINE(unknown_language, "SP-30", DIAG_WARNING, N_("A language is named by its code."));

const struct rule *const media_rules[MEDIA_RULES] = {
	&no_file,       &no_alt,        &poor_alt,     &false_type,     &false_size,
	&no_credit,     &no_transcript, &no_subtitles, &bad_subtitles,  &no_full_text,
	&people_unsaid, &no_consent,    &taken_back,   &expired,        &no_guardian,
	&elsewhere,     &ends_soon,     &named_paper,  &media_left_out, &media_unrecorded,
	&no_paper_size, &no_qr,         &unsafe_qr,    &media_active,   &media_place,
	&media_person,  &media_stamp,   &unsafe_link,  &heavy,          &unknown_language,
};

static const struct media_file *file_at(const struct media *m, size_t i)
{
	return LIST_ITEM(m->files, struct media_file, i);
}

bool media_is_picture(const struct media_file *file)
{
	static const char *const extensions[] = {"png", "jpg", "jpeg", "gif", "webp", "svg"};

	if (file->file.facts)
		return file_type_is_picture(file->file.facts->type);
	for (size_t i = 0; i < COUNT(extensions); i++) {
		if (path_has_extension(file->file.path, extensions[i]))
			return true;
	}
	return false;
}

static bool has_picture(const struct media *m)
{
	for (size_t i = 0; i < m->files.n; i++) {
		if (media_is_picture(file_at(m, i)))
			return true;
	}
	return m->type == MEDIA_PICTURE;
}

static bool is_heard(const struct media *m)
{
	return m->type == MEDIA_VIDEO || m->type == MEDIA_AUDIO || m->type == MEDIA_BROADCAST;
}

static bool is_printed(const struct media *m)
{
	return m->type == MEDIA_LEAFLET || m->type == MEDIA_FLYER || m->type == MEDIA_BANNER ||
	       m->type == MEDIA_POSTER;
}

static void inspect_alt(const struct media *m, struct inspection *i)
{
	size_t n = utf8_count(m->alt);

	if (!m->alt.n && has_picture(m))
		inspection_report(
			i, i->file, &no_alt,
			_("the picture needs \"alt\": what it shows, for those who do "
			  "not see it"));
	if (!m->alt.n)
		return;
	if (vague_picture(i->scratch, m->alt))
		inspection_report(i, inspection_place(i, "alt"), &poor_alt,
				  _("\"" STR_FMT "\" does not say what the picture shows; "
				    "describe it as you would on the telephone"),
				  STR_ARG(m->alt));
	else if (n < ALT_MIN || n > ALT_MAX)
		inspection_report(i, inspection_place(i, "alt"), &poor_alt,
				  _("the description has %zu characters; it should have %d to "
				    "%d"),
				  n, ALT_MIN, ALT_MAX);
}

static bool is_mime_of(struct str mime, struct str path)
{
	const char *should = file_mime(path);

	return !should[0] || str_eq_z(mime, should) ||
	       (str_eq_z(mime, "video/ogg") && str_eq_z(str_of(should), "audio/ogg"));
}

static void inspect_type(const struct media_file *f, struct inspection *i)
{
	const struct file_facts *facts = f->file.facts;
	const char *is = file_type_name(facts->type);

	if (!file_type_fits(facts->type, f->file.path) && is[0])
		inspection_report(i, f->file.pos, &false_type,
				  _("the file \"" STR_FMT "\" is not what its name says: it "
				    "is %s"),
				  STR_ARG(f->file.path), is);
	else if (!file_type_fits(facts->type, f->file.path))
		inspection_report(i, f->file.pos, &false_type,
				  _("the file \"" STR_FMT "\" is not what its name says"),
				  STR_ARG(f->file.path));
	else if (facts->broken)
		inspection_report(i, f->file.pos, &false_type,
				  _("the file \"" STR_FMT "\" is damaged: it begins as %s and "
				    "does not go on so"),
				  STR_ARG(f->file.path), is);
	else if (facts->too_large)
		inspection_report(i, f->file.pos, &false_type,
				  _("the file \"" STR_FMT
				    "\" has more than %d MB: too large to "
				    "be looked through"),
				  STR_ARG(f->file.path), FACTS_WHOLE_MAX / 1024 / 1024);
	else if (f->mime.n && !is_mime_of(f->mime, f->file.path))
		inspection_report(
			i, f->file.pos, &false_type,
			_("\"mime\" of \"" STR_FMT "\" says \"" STR_FMT "\"; it is %s"),
			STR_ARG(f->file.path), STR_ARG(f->mime), file_mime(f->file.path));
}

static void compare(const struct media_file *f, const char *key, int64_t written, uint64_t is,
		    struct inspection *i)
{
	if (written >= 0 && is && (uint64_t)written != is)
		inspection_report(i, f->file.pos, &false_size,
				  _("\"%s\" of \"" STR_FMT "\" says %lld; the file has %llu"),
				  key, STR_ARG(f->file.path), (long long)written,
				  (unsigned long long)is);
}

static void inspect_pixels(const struct media_file *f, struct inspection *i)
{
	const struct file_facts *facts = f->file.facts;

	if (facts->type != FILE_SVG &&
	    (facts->width > PICTURE_SIDE_MAX || facts->height > PICTURE_SIDE_MAX))
		inspection_report(i, f->file.pos, &heavy,
				  _("the picture \"" STR_FMT "\" has %u × %u pixels, more than "
				    "a screen shows; save a smaller one"),
				  STR_ARG(f->file.path), facts->width, facts->height);
}

static void inspect_sizes(const struct media_file *f, struct inspection *i)
{
	const struct file_facts *facts = f->file.facts;

	compare(f, "rong", f->width, facts->width, i);
	compare(f, "cao", f->height, facts->height, i);
	compare(f, "dung_luong", f->bytes, facts->bytes, i);
	if (f->sha256.n && !str_eq(viet_lower(i->scratch, f->sha256), facts->sha256))
		inspection_report(i, f->file.pos, &false_size,
				  _("\"sha256\" of \"" STR_FMT
				    "\" is that of another file; this one has " STR_FMT),
				  STR_ARG(f->file.path), STR_ARG(facts->sha256));
	if (file_type_is_picture(facts->type) && facts->bytes > PICTURE_BYTES_MAX)
		inspection_report(i, f->file.pos, &heavy,
				  _("the picture \"" STR_FMT "\" has more than %d MB, which is "
				    "slow on a phone; save a smaller one"),
				  STR_ARG(f->file.path), PICTURE_BYTES_MAX / 1024 / 1024);
}

void media_judge_file(const struct file_facts *facts, struct str name, struct str author,
		      media_tell_fn *tell, void *context, struct arena *a)
{
	if (facts->has_place)
		tell(context, &media_place,
		     str_fmt(a,
			     _("the picture \"" STR_FMT
			       "\" says where it was taken (GPS); take "
			       "that out (in Windows: Properties > Details > Remove Properties "
			       "and Personal Information)"),
			     STR_ARG(name)));
	if (facts->active.n && facts->type == FILE_SVG)
		tell(context, &media_active,
		     str_fmt(a,
			     _("the drawing \"" STR_FMT "\" holds " STR_FMT
			       " (line %u), which can run or fetch something; save it as plain "
			       "SVG, or as PNG"),
			     STR_ARG(name), STR_ARG(facts->active), facts->active_line));
	else if (facts->active.n)
		tell(context, &media_active,
		     str_fmt(a,
			     _("the document \"" STR_FMT "\" holds " STR_FMT
			       ", which can run something; print it to PDF anew"),
			     STR_ARG(name), STR_ARG(facts->active)));
	if (facts->person.n && !str_eq(facts->person, author))
		tell(context, &media_person,
		     str_fmt(a,
			     _("the document \"" STR_FMT "\" names \"" STR_FMT
			       "\" as its author; if that is a person, take the name out (File "
			       "> Info > Inspect Document) and save it as PDF again"),
			     STR_ARG(name), STR_ARG(facts->person)));
	if (facts->stamp.n)
		tell(context, &media_stamp,
		     str_fmt(a,
			     _("the document \"" STR_FMT "\" bears the mark \"" STR_FMT
			       "\", which a document system put there with the name of a user; "
			       "publish a copy without it"),
			     STR_ARG(name), STR_ARG(facts->stamp)));
}

struct telling {
	struct inspection *i;
	struct pos at;
};

static void tell_inspection(void *context, const struct rule *rule, struct str text)
{
	struct telling *t = context;

	rule_report(t->i->laws, t->i->today, t->i->diag, t->at, rule, text);
}

static void inspect_file(const struct media *m, const struct media_file *f,
			 struct inspection *i)
{
	struct telling telling = {i, f->file.pos};

	if (!f->file.facts)
		return;
	inspect_type(f, i);
	inspect_sizes(f, i);
	inspect_pixels(f, i);
	media_judge_file(f->file.facts, f->file.path, m->author, tell_inspection, &telling,
			 i->diag->arena);
}

static const char *words_of(enum webvtt_mistake mistake)
{
	switch (mistake) {
	case WEBVTT_NO_HEAD:
		return _("its first line must be WEBVTT");
	case WEBVTT_BAD_TIME:
		return _("times are written as 00:01.500 --> 00:03.000");
	case WEBVTT_ENDS_FIRST:
		return _("it ends before it begins");
	case WEBVTT_BEGINS_EARLIER:
		return _("it begins before the one above it");
	case WEBVTT_EMPTY_CUE:
		return _("it says nothing");
	default:
		return _("it has no words");
	}
}

static void inspect_subtitles(const struct media *m, struct inspection *i)
{
	enum webvtt_mistake mistake;
	struct str text;
	uint32_t line;

	if (!m->subtitles.path.n && m->type == MEDIA_VIDEO)
		inspection_report(i, i->file, &no_subtitles,
				  _("the video has no subtitles (phu_de), for those who do not "
				    "hear it"));
	if (!m->subtitles.disk.n ||
	    !file_read(i->scratch, m->subtitles.disk, FILE_MAX, &text, i->diag))
		return;
	mistake = webvtt_check(text, &line);
	if (mistake != WEBVTT_GOOD)
		inspection_report(i, m->subtitles.pos, &bad_subtitles,
				  _("line %u of the subtitles \"" STR_FMT "\" is wrong: %s"),
				  line, STR_ARG(m->subtitles.path), words_of(mistake));
}

/* Forms are printed and filled in; an infographic is told in full by another rule. */
static void inspect_pdf(const struct media *m, struct inspection *i)
{
	if (m->text.text.n || m->type == MEDIA_FORM || m->type == MEDIA_INFOGRAPHIC)
		return;
	for (size_t k = 0; k < m->files.n; k++) {
		const struct media_file *f = file_at(m, k);

		if (!path_has_extension(f->file.path, "pdf") ||
		    access_is_form(i->scratch, path_name(f->file.path)))
			continue;
		inspection_report(
			i, f->file.pos, &access_rules[ACCESS_PDF],
			_("what \"" STR_FMT "\" says stands only in a PDF file; write it into "
			  "\"mo_ta_day_du\" too, for telephones and for reading aloud"),
			STR_ARG(path_name(f->file.path)));
		return;
	}
}

static void inspect_texts(const struct media *m, struct inspection *i)
{
	if (is_heard(m) && !m->transcript.text.n)
		inspection_report(i, i->file, &no_transcript,
				  _("what is said in it must stand in \"loi_thoai\", for those "
				    "who do not hear it"));
	if (m->type == MEDIA_INFOGRAPHIC && !m->text.text.n)
		inspection_report(i, i->file, &no_full_text,
				  _("all that the infographic says, each figure of it, must "
				    "stand in \"mo_ta_day_du\" as text"));
	inspect_pdf(m, i);
	if ((m->type == MEDIA_PICTURE || is_heard(m)) && (!m->caption.n || !m->author.n))
		inspection_report(i, i->file, &no_credit,
				  _("\"chu_thich\" (what it is) and \"tac_gia\" (who made it) "
				    "should both be there"));
}

static void inspect_people(const struct media *m, struct inspection *i)
{
	static const char *const keys[] = {"co_nguoi", "tre_em", "nguoi_benh"};

	for (size_t k = 0; k < COUNT(keys); k++) {
		if (!schema_find(inspection_written(i), keys[k]))
			inspection_report(
				i, i->file, &people_unsaid,
				_("\"%s\" must be there, with true or false: are there "
				  "people, children, patients in it?"),
				keys[k]);
	}
	if ((m->has_children || m->has_patients) && !m->has_people)
		inspection_report(i, inspection_place(i, "co_nguoi"), &people_unsaid,
				  _("\"co_nguoi\" says that nobody is in it, but a child or a "
				    "patient is"));
}

/* Two words with capitals and no digit are somebody's name. */
static bool is_name(struct str paper)
{
	for (size_t i = 0; i < paper.n; i++) {
		if (paper.p[i] >= '0' && paper.p[i] <= '9')
			return utf8_count(paper) > PAPER_MAX;
	}
	return true;
}

static void inspect_consent(const struct consent *c, struct inspection *i)
{
	struct pos at = inspection_place(i, "dong_thuan");
	int64_t left = date_days(c->until) - date_days(i->today);

	if (is_name(c->paper))
		inspection_report(
			i, at, &named_paper,
			_("\"so_phieu\" must be the number of the paper, not \"" STR_FMT
			  "\"; names stay in the hospital's files"),
			STR_ARG(c->paper));
	if (date_is_set(c->until) && !date_is_set(c->withdrawn) && left >= 0 && left <= SOON)
		inspection_report(i, at, &ends_soon,
				  _("the consent " STR_FMT
				    " ends on %.*s; from the next day on the picture will be "
				    "withheld"),
				  STR_ARG(c->paper), STR_ARG(date_short(i->scratch, c->until)));
}

static void report_missing(const struct media *m, enum media_gate gate, struct inspection *i)
{
	struct pos at = inspection_place(i, m->consents.n ? "dong_thuan" : "co_nguoi");

	if (gate == MEDIA_NO_CONSENT)
		inspection_report(
			i, at, &no_consent,
			_("it is withheld: people are to be seen in it, and "
			  "\"dong_thuan\" names no consent; add the numbers of the signed "
			  "papers"));
	else if (gate == MEDIA_NO_GUARDIAN)
		inspection_report(
			i, at, &no_guardian,
			_("it is withheld: a child is to be seen in it, and no consent "
			  "of its guardian (nguoi-giam-ho) is there"));
	else if (gate == MEDIA_NO_CHILD)
		inspection_report(
			i, at, &no_guardian,
			_("it is withheld: a child of seven or more agrees itself too "
			  "(tre-tu-7-tuoi); of younger ones say \"tre_duoi_7_tuoi: "
			  "true\""));
	else
		inspection_report(
			i, at, &elsewhere,
			_("it is withheld: nobody agreed to its being shown on a web "
			  "site; \"pham_vi\" must name \"website\", if the paper does"));
}

static void report_withheld(const struct media *m, enum media_gate gate,
			    const struct consent *c, struct inspection *i)
{
	struct pos at;

	if (!c) {
		report_missing(m, gate, i);
		return;
	}
	at = inspection_place(i, "dong_thuan");
	if (gate == MEDIA_TAKEN_BACK)
		inspection_report(
			i, at, &taken_back,
			_("it is withheld: the consent " STR_FMT
			  " was taken back on %.*s; take it out of other channels too, "
			  "and delete the file"),
			STR_ARG(c->paper), STR_ARG(date_short(i->scratch, c->withdrawn)));
	else if (gate == MEDIA_EXPIRED)
		inspection_report(
			i, at, &expired,
			_("it is withheld: the consent " STR_FMT
			  " ended on %.*s; ask again, and write down the new paper in its "
			  "place"),
			STR_ARG(c->paper), STR_ARG(date_short(i->scratch, c->until)));
	else
		inspection_report(
			i, at, &expired,
			_("it is withheld: the consent " STR_FMT " is of %.*s, a day to come"),
			STR_ARG(c->paper), STR_ARG(date_short(i->scratch, c->on)));
}

static void inspect_gate(const struct media *m, struct inspection *i)
{
	const struct consent *which;
	enum media_gate gate = media_gate(m, i->today, &which);

	if (gate != MEDIA_MAY_SHOW)
		report_withheld(m, gate, which, i);
	for (size_t k = 0; k < m->consents.n; k++)
		inspect_consent(LIST_ITEM(m->consents, struct consent, k), i);
}

static void inspect_print(const struct media *m, struct inspection *i)
{
	bool inside = m->qr.n && !url_is_external(m->qr);

	if (is_printed(m) && (!m->paper_size.n || !m->sheets.n))
		inspection_report(i, i->file, &no_paper_size,
				  _("a printed thing should have \"kho_in\" (its size) and "
				    "\"so_mau\" (the colours in front and behind)"));
	if (is_printed(m) && !m->qr.n)
		inspection_report(
			i, i->file, &no_qr,
			_("a QR code on it (qr) would lead readers to the page with the "
			  "newest text"));
	if (m->qr.n && !inside && !str_starts(m->qr, STR("https://")))
		inspection_report(
			i, inspection_place(i, "qr"), &unsafe_qr,
			_("the QR code leads to \"" STR_FMT
			  "\"; it should begin with https://, or be an address on this "
			  "site"),
			STR_ARG(m->qr));
}

static bool is_language(struct str s)
{
	size_t part = 0;

	for (size_t i = 0; i < s.n; i++) {
		bool letter =
			(s.p[i] >= 'a' && s.p[i] <= 'z') || (s.p[i] >= 'A' && s.p[i] <= 'Z');

		if (s.p[i] == '-' ? part < 2 : !letter)
			return false;
		part = s.p[i] == '-' ? 0 : part + 1;
		if (part > 8)
			return false;
	}
	return part >= 2 && s.n <= LANGUAGE_MAX;
}

static void inspect_links(const struct media *m, struct inspection *i)
{
	if (!m->files.n && !m->outside.n)
		inspection_report(i, i->file, &no_file,
				  _("it needs a file (tep), or the address where it stands "
				    "(url_ngoai)"));
	if (m->outside.n && !str_starts(m->outside, STR("https://")))
		inspection_report(i, inspection_place(i, "url_ngoai"), &unsafe_link,
				  _("\"url_ngoai\" should begin with https://"));
	if (m->language.n && !is_language(m->language))
		inspection_report(i, inspection_place(i, "ngon_ngu"), &unknown_language,
				  _("\"" STR_FMT
				    "\" is no code of a language; write vi, en, or "
				    "one of two or three letters (tay, hmn, khm)"),
				  STR_ARG(m->language));
}

void media_inspect(const void *data, struct inspection *i)
{
	const struct media *m = data;

	inspect_links(m, i);
	inspect_alt(m, i);
	for (size_t k = 0; k < m->files.n; k++)
		inspect_file(m, file_at(m, k), i);
	inspect_texts(m, i);
	inspect_subtitles(m, i);
	if (m->type == MEDIA_PICTURE || m->type == MEDIA_VIDEO || m->has_children ||
	    m->has_patients)
		inspect_people(m, i);
	inspect_gate(m, i);
	inspect_print(m, i);
}
