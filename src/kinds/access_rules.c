#include "kinds/access_rules.h"

#include "base/utf8.h"
#include "text/html.h"
#include "viet/fold.h"
#include "viet/vague.h"

enum {
	QUOTED = 40, /* characters of what an author wrote, in a message */
};

const struct rule access_rules[ACCESS_RULES] = {
	[ACCESS_TITLE] = {"TN-01", DIAG_WARNING,
			  N_("The title is the page's only heading of level 1.")},
	[ACCESS_LEVEL] = {"TN-02", DIAG_WARNING, N_("No level of headings is left out.")},
	[ACCESS_HEADING] = {"TN-03", DIAG_WARNING, N_("A heading has words.")},
	[ACCESS_PICTURE] =
		{"TN-04", DIAG_ERROR,
		 N_("A picture in a text is described for those who do not see it.")},
	[ACCESS_ALT] = {"TN-05", DIAG_WARNING,
			N_("The description of a picture in a text says what it shows.")},
	[ACCESS_LINK] = {"TN-06", DIAG_WARNING, N_("A link has words, and leads somewhere.")},
	[ACCESS_LINK_TEXT] = {"TN-07", DIAG_WARNING,
			      N_("The words of a link say where it leads.")},
	[ACCESS_TABLE_HEAD] = {"TN-08", DIAG_WARNING,
			       N_("The first line of a table says what its columns hold.")},
	[ACCESS_TABLE] = {"TN-09", DIAG_WARNING,
			  N_("A table has data in it: it is no means of arranging things.")},
	[ACCESS_FOREIGN] = {"TN-10", DIAG_WARNING,
			    N_("Words of another language are marked, so that they are not "
			       "read aloud as Vietnamese.")},
	[ACCESS_LANGUAGE] = {"TN-11", DIAG_WARNING,
			     N_("The mark of a language names one that is known.")},
	[ACCESS_PDF] = {"TN-12", DIAG_WARNING,
			N_("What a PDF file says stands on a page too, but for forms.")},
	[ACCESS_CONTRAST] = {"TN-13", DIAG_ERROR,
			     N_("The colours of an institution can be read: their contrast is "
				"4.5 or more.")},
	[ACCESS_VIDEO] = {"TN-14", DIAG_WARNING,
			  N_("A video in a text has subtitles or its words.")},
	[ACCESS_BULLETS] = {"TN-15", DIAG_WARNING,
			    N_("A list is written as a list, not with signs.")},
	[ACCESS_BOLD] = {"TN-16", DIAG_ADVICE,
			 N_("A heading is written as a heading, not as a bold line.")},
	[ACCESS_CAPITALS] = {"TN-17", DIAG_WARNING,
			     N_("Headings and paragraphs are not all in capitals.")},
	[ACCESS_TEXT_IMAGE] = {"TN-18", DIAG_WARNING,
			       N_("What a picture of a document says stands in the text "
				  "too.")},
	[ACCESS_LAYOUT] = {"TN-19", DIAG_WARNING,
			   N_("Pages of a site's own layouts have one heading of level 1, "
			      "leave out no level, describe pictures and name links.")},
};

static struct str quoted(struct str text)
{
	return utf8_head(text, QUOTED);
}

static bool is_ascii(struct str s)
{
	for (size_t i = 0; i < s.n; i++) {
		if ((unsigned char)s.p[i] >= 0x80)
			return false;
	}
	return true;
}

/* Abbreviations are in capitals too; what has marks is no abbreviation. */
static bool is_shouted(struct str text)
{
	return str_has(text, ' ') && !is_ascii(text) && viet_is_all_capitals(text);
}

static const struct rule *judge_heading(struct arena *a, const struct markdown_part *p,
					struct str *text)
{
	enum access_rule rule = ACCESS_RULES;

	if (!p->text.n) {
		*text = str_of(_("this heading is empty"));
		rule = ACCESS_HEADING;
	} else if (p->level == 1) {
		*text = str_of(_("the title is the page's heading of level 1; begin with ##"));
		rule = ACCESS_TITLE;
	} else if (p->level > p->before + 1) {
		*text = str_fmt(a, _("a heading of level %d follows one of level %d; use %.*s"),
				p->level, p->before, p->before + 1, "######");
		rule = ACCESS_LEVEL;
	} else if (is_shouted(p->text)) {
		*text = str_of(_("the heading is all in capitals, which are hard to read and "
				 "may be spelled when read aloud; write it as a sentence"));
		rule = ACCESS_CAPITALS;
	}
	return rule < ACCESS_RULES ? &access_rules[rule] : NULL;
}

static bool is_address(struct str text)
{
	return str_starts(text, STR("http://")) || str_starts(text, STR("https://")) ||
	       str_starts(text, STR("www."));
}

static const struct rule *judge_link(struct arena *a, const struct markdown_part *p,
				     struct str *text)
{
	if (!p->text.n) {
		*text = str_of(_("this link has no text: nothing stands between [ ]"));
		return &access_rules[ACCESS_LINK];
	}
	if (!p->url.n) {
		*text = str_of(_("this link leads nowhere: nothing stands between ( )"));
		return &access_rules[ACCESS_LINK];
	}
	if (is_address(p->text) && utf8_count(p->text) > ACCESS_ADDRESS_MAX) {
		*text = str_fmt(a,
				_("the words of the link are a long address, which nobody "
				  "understands when it is read aloud; write [what stands "
				  "there](" STR_FMT ")"),
				STR_ARG(p->url));
		return &access_rules[ACCESS_LINK_TEXT];
	}
	if (!vague_link(a, p->text))
		return NULL;
	*text = str_fmt(a,
			_("\"" STR_FMT
			  "\" does not say where the link leads; write what the reader "
			  "finds there, such as \"prices of 2026\""),
			STR_ARG(quoted(p->text)));
	return &access_rules[ACCESS_LINK_TEXT];
}

static const struct rule *judge_picture(struct arena *a, const struct markdown_part *p,
					struct str *text)
{
	size_t n = utf8_count(p->text);

	if (!n) {
		*text = str_of(_("an image needs a description between [ ], for those who do "
				 "not see it"));
		return &access_rules[ACCESS_PICTURE];
	}
	if (vague_picture(a, p->text)) {
		*text = str_fmt(a,
				_("\"" STR_FMT
				  "\" does not say what the picture shows; describe "
				  "it as you would on the telephone"),
				STR_ARG(quoted(p->text)));
		return &access_rules[ACCESS_ALT];
	}
	if (n <= ACCESS_ALT_MAX)
		return NULL;
	*text = str_fmt(a,
			_("the description has %zu characters, which are read aloud without a "
			  "pause; write at most %d, and the rest into the text"),
			n, ACCESS_ALT_MAX);
	return &access_rules[ACCESS_ALT];
}

static const struct rule *judge_table(struct arena *a, const struct markdown_part *p,
				      struct str *text)
{
	if (p->columns == 1) {
		*text = str_of(_("a table of one column is a list; write each line with \"- \" "
				 "before it"));
		return &access_rules[ACCESS_TABLE];
	}
	if (!p->rows) {
		*text = str_of(_("the table has nothing below its first line; write that as "
				 "text"));
		return &access_rules[ACCESS_TABLE];
	}
	if (p->heads == p->columns)
		return NULL;
	*text = str_fmt(
		a,
		_("of the %zu columns of the table, %zu have no name in its first line; "
		  "name them all, above the line |---|"),
		p->columns, p->columns - p->heads);
	return &access_rules[ACCESS_TABLE_HEAD];
}

static const struct rule *judge_foreign(struct arena *a, const struct markdown_part *p,
					struct str *text)
{
	*text = str_fmt(a,
			_("\"" STR_FMT
			  "\" would be read aloud as Vietnamese; say which language it is: "
			  "*words*{tiếng Anh}"),
			STR_ARG(quoted(p->text)));
	return &access_rules[ACCESS_FOREIGN];
}

static const struct rule *judge_language(struct arena *a, const struct markdown_part *p,
					 struct str *text)
{
	*text = str_fmt(a,
			_("\"" STR_FMT
			  "\" is no language that is known here; write {tiếng Anh}, {tiếng "
			  "Pháp} or a code such as {en}"),
			STR_ARG(quoted(p->text)));
	return &access_rules[ACCESS_LANGUAGE];
}

static const struct rule *judge_video(struct arena *a, const struct markdown_part *p,
				      struct str *text)
{
	(void)a, (void)p;
	*text = str_of(_("a video needs subtitles (phu_de) or its words (loi_thoai), for those "
			 "who do not hear it"));
	return &access_rules[ACCESS_VIDEO];
}

static const struct rule *judge_bullets(struct arena *a, const struct markdown_part *p,
					struct str *text)
{
	*text = str_fmt(a,
			_("these lines begin with \"" STR_FMT
			  "\", which is no list to somebody who hears them; begin each with "
			  "\"- \""),
			STR_ARG(p->text));
	return &access_rules[ACCESS_BULLETS];
}

static const struct rule *judge_bold(struct arena *a, const struct markdown_part *p,
				     struct str *text)
{
	*text = str_fmt(a,
			_("\"" STR_FMT
			  "\" stands for a heading; write ## before it instead of **, so that "
			  "readers can go there"),
			STR_ARG(quoted(p->text)));
	return &access_rules[ACCESS_BOLD];
}

static const struct rule *judge_capitals(struct arena *a, const struct markdown_part *p,
					 struct str *text)
{
	(void)a;
	if (!is_shouted(p->text))
		return NULL;
	*text = str_of(_("the paragraph is all in capitals, which are hard to read and may be "
			 "spelled when read aloud; write it as a sentence"));
	return &access_rules[ACCESS_CAPITALS];
}

const struct rule *access_judge(struct arena *a, const struct markdown_part *part,
				struct str *text)
{
	static const struct rule *(*const judges[])(
		struct arena * a, const struct markdown_part *p, struct str *text) = {
		[MARKDOWN_HEADING] = judge_heading,   [MARKDOWN_LINK] = judge_link,
		[MARKDOWN_PICTURE] = judge_picture,   [MARKDOWN_TABLE] = judge_table,
		[MARKDOWN_VIDEO] = judge_video,       [MARKDOWN_FOREIGN] = judge_foreign,
		[MARKDOWN_LANGUAGE] = judge_language, [MARKDOWN_BULLETS] = judge_bullets,
		[MARKDOWN_BOLD] = judge_bold,         [MARKDOWN_CAPITALS] = judge_capitals,
	};

	return judges[part->type](a, part, text);
}

/* Signs between words are spaces, as in the name of a file. */
static struct str as_words(struct arena *a, struct str s)
{
	struct str folded = viet_fold(a, s);
	struct buf out = {.arena = a};

	buf_byte(&out, ' ');
	for (size_t i = 0; i < folded.n; i++) {
		char c = folded.p[i];
		bool sign = (unsigned char)c < 0x80 &&
			    !((c | 0x20) >= 'a' && (c | 0x20) <= 'z') &&
			    !(c >= '0' && c <= '9');

		buf_byte(&out, sign ? ' ' : c);
	}
	buf_byte(&out, ' ');
	return buf_str(&out);
}

static bool holds_one_of(struct str words, const char *const *list, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		if (str_holds(words, str_of(list[i])))
			return true;
	}
	return false;
}

bool access_is_form(struct arena *scratch, struct str words)
{
	static const char *const forms[] = {" mau ",           " bieu mau ", " don ",
					    " phieu ",         " to khai ",  " giay de nghi ",
					    " giay uy quyen ", " ban in ",   " de in "};

	return holds_one_of(as_words(scratch, words), forms, COUNT(forms));
}

bool access_is_text_image(struct arena *scratch, struct str alt)
{
	static const char *const documents[] = {
		" cong van ", " quyet dinh ", " thong bao ",    " ke hoach ",  " giay moi ",
		" van ban ",  " bang gia ",   " noi quy ",      " quy dinh ",  " to trinh ",
		" thong tu ", " nghi dinh ",  " huong dan so ", " lich kham ", " lich truc "};
	static const char *const pictures[] = {" anh chup ", " ban chup ", " hinh chup ",
					       " ban scan ", " anh scan ", " ban quet "};
	struct str words = as_words(scratch, alt), at_start;

	if (!holds_one_of(words, documents, COUNT(documents)))
		return false;
	at_start = str_head(words, sizeof(" ban chup ") - 1);
	if (holds_one_of(at_start, pictures, COUNT(pictures)))
		return true;
	for (size_t i = 0; i < COUNT(documents); i++) {
		if (str_starts(words, str_of(documents[i])))
			return true;
	}
	return false;
}
