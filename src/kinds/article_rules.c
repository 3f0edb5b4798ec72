/* What an article must say, should say, and how soon. */
#include "kinds/article_parts.h"

#include "base/utf8.h"
#include "text/html.h"
#include "viet/calendar.h"
#include "viet/fold.h"
#include "viet/speak.h"

enum {
	TITLE_MAX = 120,    /* characters: what fits a list on a phone */
	WORDS_NEWS = 80,    /* domain rule: a short item */
	WORDS_STORY = 400,  /* and a longer piece */
	DAYS_LATE = 5,      /* working days after the event */
	DAYS_BEFORE = 7,    /* working days before an outage: NĐ 224/2026/NĐ-CP, Điều 13 */
	SHORT_FORM_MIN = 3, /* letters; what is shorter (BS, TS, QR) needs no words */
	SHORT_FORM_MAX = 8, /* letters */
	SHORT_FORMS_TOLD = 12, /* in one finding */
};

static const struct rule title_rule = {"TB-01", DIAG_WARNING,
				       N_("An article's title has at most 120 characters.")};
static const struct rule credit_rule = {
	"TB-02", DIAG_ERROR,
	N_("An article names a unit that contributed; only the notice of an interruption "
	   "need not.")};
static const struct rule answer_rule = {
	"TB-03", DIAG_ERROR, N_("A criticism is published with what was done about it.")};
static const struct rule expiry_rule = {"TB-04", DIAG_ERROR,
					N_("A notice says until when it holds.")};
static const struct rule outage_rule = {
	"TB-05", DIAG_ERROR,
	N_("The notice of a service interruption says from when to when.")};
static const struct rule announce_rule = {
	"TB-06", DIAG_WARNING,
	N_("A planned interruption is announced at least 7 working days before.")};
static const struct rule late_rule = {
	"TB-07", DIAG_WARNING,
	N_("What happened is told within 5 working days, or as many as site.yaml says.")};
static const struct rule picture_rule = {"TB-08", DIAG_ERROR,
					 N_("A longer piece (bai) has a picture.")};
static const struct rule praise_rule = {
	"TB-09", DIAG_WARNING,
	N_("An exemplary person or unit is shown with the commendation.")};
static const struct rule repost_rule = {
	"TB-10", DIAG_ERROR,
	N_("A repost has an address that begins with https://; only "
	   "what is read out or hung up has none.")};
static const struct rule share_rule = {
	"TB-11", DIAG_WARNING,
	N_("The words for a channel are no longer than what it shows of them.")};
static const struct rule words_rule = {
	"TB-12", DIAG_WARNING,
	N_("A short item (tin) has 80 words, a longer piece (bai) 400, or as many as "
	   "site.yaml says.")};
static const struct rule short_form_rule = {
	"TB-13", DIAG_WARNING, N_("An abbreviation is written in full where it comes first.")};
static const struct rule decision_rule = {
	"TB-14", DIAG_ADVICE, N_("A commendation names the decision that awarded it.")};
static const struct rule broadcast_rule = {
	"TB-15", DIAG_ADVICE,
	N_("What is not for the loudspeaker has no text for the loudspeaker.")};

const struct rule *const article_rules[ARTICLE_RULES] = {
	&title_rule,    &credit_rule, &answer_rule,     &expiry_rule,   &outage_rule,
	&announce_rule, &late_rule,   &picture_rule,    &praise_rule,   &repost_rule,
	&share_rule,    &words_rule,  &short_form_rule, &decision_rule, &broadcast_rule,
};

/* Longest first words of each channel that are seen without a further tap. */
static const struct {
	const char *channel;
	size_t max; /* characters */
	size_t offset;
} channels[] = {
	{"fanpage", 480, offsetof(struct share_texts, fanpage)},
	{"facebook", 480, offsetof(struct share_texts, facebook)},
	{"zalo", 250, offsetof(struct share_texts, zalo)},
	{"youtube", 5000, offsetof(struct share_texts, youtube)},
	{"tiktok", 2200, offsetof(struct share_texts, tiktok)},
};

static void inspect_title(const struct article *x, struct inspection *i)
{
	if (utf8_count(x->common.title) > TITLE_MAX)
		inspection_report(i, inspection_place(i, "tieu_de"), &title_rule,
				  _("the title is longer than %d characters"), TITLE_MAX);
}

static void inspect_credits(const struct article *x, struct inspection *i)
{
	if (!x->credits.n && x->genre != GENRE_OUTAGE)
		inspection_report(i, i->file, &credit_rule,
				  _("\"ghi_cong\" is missing: which unit wrote it, or gave "
				    "the information, the pictures"));
}

/* What each genre needs beside the fields of all. */
static void inspect_genre(const struct article *x, struct inspection *i)
{
	if (x->genre == GENRE_CRITICISM && !x->answer)
		inspection_report(i, inspection_place(i, "the_loai"), &answer_rule,
				  _("a criticism (phan-anh) needs \"phan_hoi\": what was done "
				    "about it"));
	if (x->genre == GENRE_NOTICE && !date_is_set(x->expires))
		inspection_report(i, inspection_place(i, "the_loai"), &expiry_rule,
				  _("a notice (thong-bao) needs \"het_han\": until when "
				    "it holds"));
	if (x->genre == GENRE_OUTAGE && !x->outage)
		inspection_report(i, inspection_place(i, "the_loai"), &outage_rule,
				  _("a service interruption (tam-ngung-dich-vu) needs "
				    "\"thoi_gian_ngung\": from when to when"));
	if (x->genre == GENRE_STORY && !x->picture.code.n)
		inspection_report(i, inspection_place(i, "the_loai"), &picture_rule,
				  _("a longer piece (bai) needs \"anh_dai_dien\": the code of "
				    "a picture"));
	if (x->genre == GENRE_EXAMPLE && !x->praise)
		inspection_report(i, inspection_place(i, "the_loai"), &praise_rule,
				  _("an exemplary person or unit (guong-dien-hinh) should have "
				    "\"duoc_khen\": how it was commended"));
}

/* False when the calendar does not know all days between. */
static bool count_days(const struct inspection *i, struct date from, struct date to,
		       int64_t *days)
{
	return i->calendar && calendar_working_days(i->calendar, from, to, days);
}

static void inspect_announcement(const struct article *x, struct inspection *i)
{
	int64_t days;

	if (!x->outage || !count_days(i, x->common.published, x->outage->from, &days) ||
	    days >= DAYS_BEFORE)
		return;
	inspection_report(i, inspection_place(i, "ngay_dang"), &announce_rule,
			  _("the interruption is announced %lld working days before it begins; "
			    "it must be at least %d"),
			  (long long)(days > 0 ? days : 0), DAYS_BEFORE);
}

static int64_t limit(int64_t set, int64_t usual)
{
	return set > 0 ? set : usual;
}

static void inspect_delay(const struct article *x, struct inspection *i)
{
	int64_t most = limit(i->limits ? i->limits->days_late : 0, DAYS_LATE), days;

	if (!date_is_set(x->event) || !count_days(i, x->event, x->common.published, &days) ||
	    days <= most)
		return;
	inspection_report(i, inspection_place(i, "ngay_su_kien"), &late_rule,
			  _("this was published %lld working days after it happened; it "
			    "should be at most %lld"),
			  (long long)days, (long long)most);
}

/* Channels of plans in which things are said or hung up. */
static bool has_no_address(struct str channel)
{
	static const char *const codes[] = {
		"truyen-thanh",     "thong-tin-co-so", "niem-yet",   "hop-giao-ban",
		"sinh-hoat-chi-bo", "khu-dan-cu",      "tuyen-dung", "dao-tao",
	};

	for (size_t i = 0; i < COUNT(codes); i++) {
		if (str_eq_z(channel, codes[i]))
			return true;
	}
	return false;
}

static void inspect_repost(const struct repost *repost, struct inspection *i)
{
	if (!repost->url.n && !has_no_address(repost->channel.code))
		inspection_report(i, repost->channel.pos, &repost_rule,
				  _("\"url\" is missing: the address of what was posted on "
				    "\"" STR_FMT "\""),
				  STR_ARG(repost->channel.code));
	if (repost->url.n && !str_starts(repost->url, STR("https://")))
		inspection_report(i, repost->channel.pos, &repost_rule,
				  _("the address of a repost must begin with https://, "
				    "not \"" STR_FMT "\""),
				  STR_ARG(repost->url));
}

static void inspect_reposts(const struct article *x, struct inspection *i)
{
	for (size_t n = 0; n < x->reposts.n; n++)
		inspect_repost(LIST_ITEM(x->reposts, struct repost, n), i);
}

static void inspect_share_texts(const struct article *x, struct inspection *i)
{
	for (size_t n = 0; x->share_texts && n < COUNT(channels); n++) {
		const char *texts = (const char *)x->share_texts;
		const struct str *text = (const void *)(texts + channels[n].offset);
		size_t length = utf8_count(*text);

		if (length > channels[n].max)
			inspection_report(i, inspection_place(i, "cau_chia_se"), &share_rule,
					  _("the words for %s have %zu characters; at most %zu "
					    "are seen there"),
					  channels[n].channel, length, channels[n].max);
	}
}

static int64_t words_wanted(const struct article *x, const struct inspection *i)
{
	const struct limits *l = i->limits;

	if (x->genre == GENRE_NEWS)
		return limit(l ? l->words_news : 0, WORDS_NEWS);
	if (x->genre == GENRE_STORY)
		return limit(l ? l->words_story : 0, WORDS_STORY);
	return 0;
}

static void inspect_words(const struct article *x, struct inspection *i)
{
	int64_t wanted = words_wanted(x, i);

	if ((int64_t)i->n_words < wanted)
		inspection_report(
			i, (struct pos){i->body.source, i->body.line, 0}, &words_rule,
			_("the text has %zu words; this genre should have at least %lld"),
			i->n_words, (long long)wanted);
}

static void inspect_praise(const struct article *x, struct inspection *i)
{
	if (x->praise && !x->praise->document.n)
		inspection_report(i, inspection_place(i, "duoc_khen"), &decision_rule,
				  _("\"duoc_khen\" should name the decision (van_ban)"));
}

static void inspect_broadcast(const struct article *x, struct inspection *i)
{
	if (x->broadcast && x->broadcast->left_out && x->broadcast->text.n)
		inspection_report(i, inspection_place(i, "phat_thanh"), &broadcast_rule,
				  _("\"bo_qua: true\" means that it is not read aloud; take "
				    "that out, or \"noi_dung\""));
}

/* --- abbreviations --- */

/* Is what lies there part of a document's number or of a longer word? */
static bool is_joint(char c)
{
	return c == '-' || c == '/' || c == '&' || c == '_' || (c >= '0' && c <= '9') ||
	       (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/* Cut the next word of capitals (with Đ) out of text. */
static bool take_capitals(struct str *text, struct str *token, bool *free)
{
	const struct str whole = *text;
	size_t from = 0, to;

	while (from < whole.n && !(whole.p[from] >= 'A' && whole.p[from] <= 'Z') &&
	       !str_starts(str_from(whole, from), STR("Đ")))
		from++;
	to = from;
	while (to < whole.n && ((whole.p[to] >= 'A' && whole.p[to] <= 'Z') ||
				str_starts(str_from(whole, to), STR("Đ"))))
		to += whole.p[to] >= 'A' && whole.p[to] <= 'Z' ? 1 : strlen("Đ");
	*token = (struct str){whole.p + from, to - from};
	*free = (!from || !is_joint(whole.p[from - 1])) &&
		(to >= whole.n ||
		 (!is_joint(whole.p[to]) && (unsigned char)whole.p[to] < 0xC3));
	*text = str_from(whole, to);
	return token->n > 0;
}

/* The full form stands before, or right behind in brackets. */
static bool is_explained(struct arena *a, struct str before, struct str behind, struct str full)
{
	struct str words = viet_lower(a, full);

	if (str_holds(viet_lower(a, before), words))
		return true;
	behind = viet_lower(a, str_head(str_trim(behind), full.n + 2));
	return str_starts(behind, STR("(")) && str_starts(str_from(behind, 1), words);
}

struct short_forms {
	struct str found[SHORT_FORMS_TOLD], seen[SHORT_FORMS_TOLD];
	size_t n, n_seen;
};

static bool is_seen(struct short_forms *forms, struct str form)
{
	for (size_t n = 0; n < forms->n_seen; n++)
		if (str_eq(forms->seen[n], form))
			return true;
	if (forms->n_seen < COUNT(forms->seen))
		forms->seen[forms->n_seen++] = form;
	return false;
}

static void find_short_forms(struct arena *a, struct str text, struct short_forms *forms)
{
	struct str rest = text, form;
	bool free;

	while (forms->n_seen < COUNT(forms->seen) && take_capitals(&rest, &form, &free)) {
		struct str before = str_head(text, (size_t)(form.p - text.p)), full;
		size_t letters = utf8_count(form);

		if (!free || letters < SHORT_FORM_MIN || letters > SHORT_FORM_MAX)
			continue;
		full = speak_full_form(form);
		if (full.n && !is_seen(forms, form) && !is_explained(a, before, rest, full))
			forms->found[forms->n++] = form;
	}
}

static void inspect_short_forms(struct inspection *i)
{
	struct short_forms forms = {.n = 0};
	struct buf list = {.arena = i->scratch};

	find_short_forms(i->scratch, html_plain(i->scratch, inspection_html(i)), &forms);
	for (size_t n = 0; n < forms.n; n++)
		buf_fmt(&list, "%s" STR_FMT " (" STR_FMT ")", n ? ", " : "",
			STR_ARG(forms.found[n]), STR_ARG(speak_full_form(forms.found[n])));
	if (forms.n)
		inspection_report(
			i, inspection_place_in_body(i, forms.found[0]), &short_form_rule,
			_("write out what is abbreviated where it comes first: " STR_FMT),
			STR_ARG(buf_str(&list)));
}

void inspect_article(const void *data, struct inspection *i)
{
	const struct article *x = data;

	inspect_title(x, i);
	inspect_credits(x, i);
	inspect_genre(x, i);
	inspect_announcement(x, i);
	inspect_delay(x, i);
	inspect_reposts(x, i);
	inspect_share_texts(x, i);
	inspect_words(x, i);
	inspect_praise(x, i);
	inspect_broadcast(x, i);
	inspect_short_forms(i);
}
