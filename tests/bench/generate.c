/*
 * generate - write the benchmark's site twice: for cchc and for Hugo.
 *
 *     generate DIR [ARTICLES]
 *
 * DIR/cchc gets site.yaml and content/, DIR/hugo gets content/. Bodies are the same
 * bytes in both; only the front matter differs. Article i depends on i and on the
 * number of articles (which spreads the dates) and on nothing else: no clock, no
 * library's random numbers, no locale.
 */
#include <errno.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "words.h"

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))
#define PICK(r, array) ((array)[below((r), COUNT(array))])

enum {
	ARTICLES = 10 * 1000,
	ARTICLES_MAX = 1000 * 1000,
	TEXT_MAX = 64 * 1024,
	BODY_MIN = 4300, /* a body ends with the paragraph that passes its goal */
	BODY_SPREAD = 700,
	SLUG_MAX = 80,
	TABLE_ROWS = 6,
	KEYWORDS = 3,
	DAYS = 3652, /* ten years */
};

/* 2026-10-31, counted from 1970-01-01 */
static const int64_t LAST_DAY = 20757;

struct text {
	size_t n;
	char bytes[TEXT_MAX];
};

struct article {
	size_t number;
	const struct name *section, *unit, *helper, *genre;
	const struct name *field[2];
	size_t n_fields;
	const char *keyword[KEYWORDS];
	char title[256], slug[128], summary[512], date[32]; /* date: 2026-10-31T08:15 */
	struct text body;
};

/* splitmix64: a few lines, and any seed is a good one */
static uint64_t next(uint64_t *state)
{
	uint64_t z = (*state += 0x9e3779b97f4a7c15U);

	z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9U;
	z = (z ^ (z >> 27)) * 0x94d049bb133111ebU;
	return z ^ (z >> 31);
}

static size_t below(uint64_t *r, size_t n)
{
	return (size_t)((next(r) >> 32) * n >> 32);
}

static void fail(const char *action, const char *name)
{
	fprintf(stderr, "generate: %s %s: %s\n", action, name, strerror(errno));
	exit(3);
}

__attribute__((format(printf, 2, 3))) static void put(struct text *t, const char *format, ...)
{
	va_list args;
	size_t room = TEXT_MAX - t->n;

	va_start(args, format);
	int n = vsnprintf(t->bytes + t->n, room, format, args);
	va_end(args);
	if (n < 0 || (size_t)n >= room) {
		fprintf(stderr, "generate: a text of more than %d bytes\n", TEXT_MAX);
		exit(3);
	}
	t->n += (size_t)n;
}

/* Formats of words.h hold one %d, or none. */
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
static void put_number(struct text *t, const char *format, int number)
{
	put(t, format, number);
}
#pragma GCC diagnostic pop

static void write_file(const char *path, const char *head, const struct text *text)
{
	FILE *f = fopen(path, "wb");

	if (!f)
		fail("cannot write", path);
	fputs(head, f);
	fwrite(text->bytes, 1, text->n, f);
	if (ferror(f) | fclose(f))
		fail("cannot write", path);
}

__attribute__((format(printf, 1, 2))) static void make_folder(const char *format, ...)
{
	char path[1024];
	va_list args;

	va_start(args, format);
	vsnprintf(path, sizeof(path), format, args);
	va_end(args);
	if (mkdir(path, 0777) && errno != EEXIST)
		fail("cannot make", path);
}

/* The Gregorian date of a day counted from 1970-01-01, after 2000-03-01. */
static void print_date(int64_t day, size_t minutes, char *out, size_t size)
{
	int64_t d = day - 11017; /* from 2000-03-01, so that a leap day ends a year */
	int64_t year = (4 * d + 3) / 1461;
	int64_t rest = d - 1461 * year / 4;
	int64_t month = (5 * rest + 2) / 153;
	int64_t in_month = rest - (153 * month + 2) / 5 + 1;

	year += 2000 + (month >= 10);
	month += month >= 10 ? -9 : 3;
	snprintf(out, size, "%04d-%02d-%02dT%02zu:%02zu", (int)year, (int)month, (int)in_month,
		 minutes / 60, minutes % 60);
}

/* --- slugs --- */

static const char *const marked[] = {
	"aàáảãạăằắẳẵặâầấẩẫậ", "eèéẻẽẹêềếểễệ", "iìíỉĩị", "oòóỏõọôồốổỗộơờớởỡợ",
	"uùúủũụưừứửữự",       "yỳýỷỹỵ",       "dđĐ",
};

static size_t letter_length(const char *s)
{
	unsigned char c = (unsigned char)*s;

	return c < 0x80 ? 1 : c < 0xe0 ? 2 : c < 0xf0 ? 3 : 4;
}

static char plain_letter(const char *s, size_t length)
{
	char letter[5] = {0};

	memcpy(letter, s, length);
	for (size_t i = 0; i < COUNT(marked); i++)
		if (strstr(marked[i], letter))
			return marked[i][0];
	if (*letter >= 'A' && *letter <= 'Z')
		return (char)(*letter - 'A' + 'a');
	if ((*letter >= 'a' && *letter <= 'z') || (*letter >= '0' && *letter <= '9'))
		return *letter;
	return '-';
}

/* At most SLUG_MAX bytes, cut at a word; out holds them and a 0. */
static void make_slug(const char *title, char *out)
{
	size_t n = 0;
	size_t word = 0;

	for (size_t length; *title && n < SLUG_MAX; title += length) {
		length = letter_length(title);
		char c = plain_letter(title, length);
		if (c == '-' && (n == 0 || out[n - 1] == '-'))
			continue;
		if (c == '-')
			word = n;
		out[n++] = c;
	}
	out[*title || out[n - 1] == '-' ? word : n] = '\0';
}

/* --- sentences and blocks --- */

/* One word of a list and what follows it. Never two random picks in one call: C does
 * not say which argument is computed first, and compilers differ. */
#define SAY(t, r, array, after) put((t), "%s%s", PICK((r), array), (after))

static int number(uint64_t *r)
{
	return 2 + (int)below(r, 97);
}

static void put_sentence(struct text *t, uint64_t *r)
{
	SAY(t, r, when, ", ");
	SAY(t, r, who, " ");
	SAY(t, r, how, " ");
	SAY(t, r, verb, " ");
	SAY(t, r, what, "");
	if (below(r, 3)) {
		put(t, " ");
		SAY(t, r, where, "");
	}
	if (below(r, 2)) {
		put(t, " ");
		SAY(t, r, why, "");
	}
	put(t, ". ");
}

static void put_with_number(struct text *t, uint64_t *r, const char *format)
{
	put_number(t, format, number(r));
}

/* One of the things that stand inside a paragraph: bold, a link, a code span. */
static void put_inline(struct text *t, uint64_t *r)
{
	size_t i = below(r, COUNT(link_text));

	switch (below(r, 4)) {
	case 0:
		put(t, "Điều cần nhớ: **");
		SAY(t, r, verb, " ");
		SAY(t, r, what, "** ");
		SAY(t, r, why, ". ");
		break;
	case 1:
		put(t, "Xem thêm tại [%s](%s%zu/). ", link_text[i], link_target[i],
		    below(r, 1000));
		break;
	case 2:
		put(t, "Mã tra cứu là `");
		put_with_number(t, r, code_word[i]);
		put(t, "`. ");
		break;
	default:
		put_with_number(t, r, PICK(r, result));
		put(t, " ");
	}
}

static void end_block(struct text *t)
{
	while (t->n && t->bytes[t->n - 1] == ' ')
		t->n--;
	put(t, "\n\n");
}

static void put_paragraph(struct text *t, uint64_t *r)
{
	size_t n = 2 + below(r, 3);

	for (size_t i = 0; i < n; i++)
		put_sentence(t, r);
	put_inline(t, r);
	if (below(r, 2))
		put_sentence(t, r);
	end_block(t);
}

static void put_list(struct text *t, uint64_t *r, bool numbered)
{
	size_t n = 4 + below(r, 3);

	SAY(t, r, list_opening, "\n\n");
	for (size_t i = 1; i <= n; i++) {
		if (numbered)
			put(t, "%zu. ", i);
		else
			put(t, "- ");
		SAY(t, r, verb, " ");
		SAY(t, r, what, " ");
		SAY(t, r, where, i < n ? ";\n" : ".\n");
	}
	put(t, "\n");
}

static void put_table(struct text *t, uint64_t *r)
{
	size_t first = below(r, COUNT(measure));

	put(t, "| Nội dung | Trước | Sau | Đơn vị theo dõi |\n| --- | ---: | ---: | --- |\n");
	for (size_t i = 0; i < TABLE_ROWS; i++) {
		int before = number(r);
		int after = number(r);

		put(t, "| %s | %d | %d | %s |\n", measure[(first + i) % COUNT(measure)], before,
		    after, PICK(r, units).name);
	}
	put(t, "\n");
}

static void put_quote(struct text *t, uint64_t *r)
{
	put(t, "> ");
	SAY(t, r, quote, "\n>\n> *");
	SAY(t, r, speaker, "*\n\n");
}

static void put_part(struct text *t, uint64_t *r, size_t i)
{
	put(t, "## ");
	SAY(t, r, heading, "\n\n");
	put_paragraph(t, r);
	if (i == 0)
		put_quote(t, r);
	if (i % 2 == 1) {
		put(t, "### ");
		SAY(t, r, subheading, "\n\n");
		put_paragraph(t, r);
	}
	put_list(t, r, i % 2);
}

static void make_body(struct article *a, uint64_t *r)
{
	struct text *t = &a->body;
	size_t goal = BODY_MIN + below(r, BODY_SPREAD);

	t->n = 0;
	put_paragraph(t, r);
	for (size_t i = 0; i < 3; i++) {
		put_part(t, r, i);
		if (i == 1 && a->number % 3 == 0)
			put_table(t, r);
	}
	while (t->n < goal)
		put_paragraph(t, r);
	t->n--; /* one line end is enough at the end */
}

/* --- articles --- */

static void pick_units(struct article *a, uint64_t *r)
{
	size_t first = below(r, COUNT(units));

	a->unit = &units[first];
	a->helper = &units[(first + 1 + below(r, COUNT(units) - 1)) % COUNT(units)];
}

static void pick_fields(struct article *a, uint64_t *r)
{
	size_t first = below(r, COUNT(fields));

	a->n_fields = 1 + below(r, 2);
	a->field[0] = &fields[first];
	a->field[1] = &fields[(first + 1 + below(r, COUNT(fields) - 1)) % COUNT(fields)];
}

/* Three different ones: each from its own stretch of the list. */
static void pick_keywords(struct article *a, uint64_t *r)
{
	size_t start = below(r, COUNT(keywords));
	size_t stretch = COUNT(keywords) / KEYWORDS;

	for (size_t i = 0; i < KEYWORDS; i++)
		a->keyword[i] =
			keywords[(start + i * stretch + below(r, stretch)) % COUNT(keywords)];
}

static void make_slug_of_article(struct article *a)
{
	make_slug(a->title, a->slug);
	size_t n = strlen(a->slug);
	snprintf(a->slug + n, sizeof(a->slug) - n, "-%zu", a->number + 1);
}

static void keep(const struct text *t, char *out, size_t size)
{
	if (t->n >= size) {
		fprintf(stderr, "generate: too long: %s\n", t->bytes);
		exit(3);
	}
	memcpy(out, t->bytes, t->n + 1);
}

/* The summary speaks of the same thing as the title. */
static void make_title(struct article *a, uint64_t *r)
{
	const char *thing = PICK(r, what);
	struct text *t = &a->body; /* not in use yet */

	t->n = 0;
	put(t, "%s ", a->unit->name);
	SAY(t, r, title_verb, " ");
	put(t, "%s", thing);
	SAY(t, r, title_tail, "");
	keep(t, a->title, sizeof(a->title));
	t->n = 0;
	SAY(t, r, when, ", ");
	SAY(t, r, who, " ");
	SAY(t, r, how, " ");
	SAY(t, r, verb, " ");
	put(t, "%s ", thing);
	SAY(t, r, why, ".");
	keep(t, a->summary, sizeof(a->summary));
	make_slug_of_article(a);
}

static void make_article(struct article *a, size_t i, size_t n)
{
	uint64_t r = 0x76696574 + i * 7919;

	a->number = i;
	a->section = &PICK(&r, sections);
	a->genre = &PICK(&r, genres);
	pick_units(a, &r);
	pick_fields(a, &r);
	pick_keywords(a, &r);
	size_t minutes = (size_t)7 * 60 + below(&r, 600);
	print_date(LAST_DAY - (int64_t)(i * DAYS / n), minutes, a->date, sizeof(a->date));
	make_title(a, &r);
	make_body(a, &r);
}

static void write_for_cchc(const struct article *a, const char *dir, struct text *head)
{
	char path[1024];

	head->n = 0;
	put(head, "---\nma: \"%s\"\nloai: \"tin-bai\"\nthe_loai: \"%s\"\n", a->slug,
	    a->genre->code);
	put(head, "tieu_de: \"%s\"\ntom_tat: \"%s\"\n", a->title, a->summary);
	put(head, "ngay_dang: \"%s\"\nlinh_vuc:\n", a->date);
	for (size_t i = 0; i < a->n_fields; i++)
		put(head, "  - \"%s\"\n", a->field[i]->code);
	put(head, "tu_khoa:\n");
	for (size_t i = 0; i < KEYWORDS; i++)
		put(head, "  - \"%s\"\n", a->keyword[i]);
	put(head, "don_vi: \"%s\"\nghi_cong:\n", a->unit->code);
	put(head, "  - don_vi: \"%s\"\n    vai_tro: \"viet\"\n", a->unit->code);
	put(head, "  - don_vi: \"%s\"\n    vai_tro: \"cung-cap-thong-tin\"\n", a->helper->code);
	/* without the words for the loudspeaker: Hugo writes one page an article */
	put(head, "phat_thanh:\n  bo_qua: true\n");
	put(head, "nguoi_duyet: \"Giám đốc\"\ntrang_thai: \"da-duyet\"\n---\n\n");
	snprintf(path, sizeof(path), "%s/cchc/content/%s/%s.md", dir, a->section->code,
		 a->slug);
	write_file(path, head->bytes, &a->body);
}

/* Terms are written as people read them: Hugo makes their titles from that. Fields,
 * genres and years are grouped within a section, keywords and units over the site. */
static void write_for_hugo(const struct article *a, const char *dir, struct text *head)
{
	char path[1024];

	head->n = 0;
	put(head, "---\ntitle: \"%s\"\ndescription: \"%s\"\n", a->title, a->summary);
	put(head, "date: %s:00+07:00\n%s/the-loai:\n  - \"%s\"\n", a->date, a->section->code,
	    a->genre->about);
	put(head, "%s/linh-vuc:\n", a->section->code);
	for (size_t i = 0; i < a->n_fields; i++)
		put(head, "  - \"%s\"\n", a->field[i]->name);
	put(head, "tu-khoa:\n");
	for (size_t i = 0; i < KEYWORDS; i++)
		put(head, "  - \"%s\"\n", a->keyword[i]);
	put(head, "%s/luu-tru:\n  - \"%.4s\"\nbai-viet:\n  - \"%s\"\n", a->section->code,
	    a->date, a->unit->name);
	put(head, "ghi_cong:\n");
	put(head, "  - don_vi: \"%s\"\n    vai_tro: \"viet\"\n", a->unit->code);
	put(head, "  - don_vi: \"%s\"\n    vai_tro: \"cung-cap-thong-tin\"\n", a->helper->code);
	put(head, "nguoi_duyet: \"Giám đốc\"\n---\n\n");
	snprintf(path, sizeof(path), "%s/hugo/content/%s/%s.md", dir, a->section->code,
		 a->slug);
	write_file(path, head->bytes, &a->body);
}

/* --- what stands around the articles --- */

static void write_site(const char *dir, struct text *t)
{
	char path[1024];

	t->n = 0;
	put(t, "ten_chuyen_trang: \"Cải cách hành chính\"\n"
	       "mo_ta: \"Trang thử tốc độ: mọi tên, số liệu đều do máy sinh ra.\"\n"
	       "ten_mien: \"https://benhvien.example.vn\"\n"
	       "duong_dan_goc: \"/cai-cach-hanh-chinh/\"\nngon_ngu: \"vi\"\n"
	       "don_vi:\n  ten: \"Bệnh viện Đa khoa Minh Họa\"\n"
	       "  co_quan_chu_quan: \"Sở Y tế tỉnh Minh Họa\"\n"
	       "  dia_chi: \"Số 1, đường Ví Dụ, tỉnh Minh Họa\"\n"
	       "  dien_thoai: \"0000 000 000\"\n"
	       "  email: \"cchc@benhvien.example.vn\"\n"
	       "nguoi_chiu_trach_nhiem: \"Giám đốc\"\nmoi_trang: 20\nchuyen_muc:\n");
	for (size_t i = 0; i < COUNT(sections); i++)
		put(t,
		    "  - ma: \"%s\"\n    ten: \"%s\"\n    loai: \"tin-bai\"\n"
		    "    thu_muc: \"%s\"\n    duong_dan: \"%s\"\n    mo_ta: \"%s\"\n",
		    sections[i].code, sections[i].name, sections[i].code, sections[i].code,
		    sections[i].about);
	put(t, "  - ma: \"don-vi\"\n    ten: \"Khoa, phòng\"\n    loai: \"don-vi\"\n"
	       "    thu_muc: \"don-vi\"\n    duong_dan: \"don-vi\"\n"
	       "    mo_ta: \"Các khoa, phòng của bệnh viện.\"\nthuc_don:\n");
	for (size_t i = 0; i < COUNT(sections); i++)
		put(t, "  - ten: \"%s\"\n    den: \"%s/\"\n", sections[i].name,
		    sections[i].code);
	put(t, "  - ten: \"Khoa, phòng\"\n    den: \"don-vi/\"\n");
	snprintf(path, sizeof(path), "%s/cchc/site.yaml", dir);
	write_file(path, "", t);
}

static void write_sections(const char *dir, struct text *t)
{
	char path[1024];

	for (size_t i = 0; i < COUNT(sections); i++) {
		make_folder("%s/cchc/content/%s", dir, sections[i].code);
		make_folder("%s/hugo/content/%s", dir, sections[i].code);
		t->n = 0;
		put(t, "---\ntitle: \"%s\"\ndescription: \"%s\"\nweight: %zu\n---\n",
		    sections[i].name, sections[i].about, i + 1);
		snprintf(path, sizeof(path), "%s/hugo/content/%s/_index.md", dir,
			 sections[i].code);
		write_file(path, "", t);
	}
	t->n = 0;
	put(t,
	    "---\ntitle: \"Khoa, phòng\"\n"
	    "description: \"Các khoa, phòng của bệnh viện.\"\nweight: 9\noutputs: [\"HTML\"]\n---\n");
	snprintf(path, sizeof(path), "%s/hugo/content/don-vi/_index.md", dir);
	write_file(path, "", t);
}

static void write_unit(const char *dir, size_t i, struct text *t)
{
	const struct name *u = &units[i];
	char path[1024];

	t->n = 0;
	put(t, "ma: \"%s\"\nloai: \"don-vi\"\nkieu_don_vi: \"%s\"\nten: \"%s\"\n", u->code,
	    u->about, u->name);
	put(t, "tom_tat: \"%s phục vụ người bệnh và thực hiện cải cách hành chính.\"\n",
	    u->name);
	put(t, "thu_tu: %zu\ntrang_thai: \"da-duyet\"\nnguoi_duyet: \"Giám đốc\"\n", i + 1);
	snprintf(path, sizeof(path), "%s/cchc/content/don-vi/%s.yaml", dir, u->code);
	write_file(path, "", t);
	t->n = 0;
	put(t, "---\ntitle: \"%s\"\n", u->name);
	put(t,
	    "description: \"%s phục vụ người bệnh và thực hiện cải cách hành chính.\"\n"
	    "weight: %zu\n---\n",
	    u->name, i + 1);
	snprintf(path, sizeof(path), "%s/hugo/content/don-vi/%s.md", dir, u->code);
	write_file(path, "", t);
}

static void write_frame(const char *dir, struct text *t)
{
	make_folder("%s", dir);
	make_folder("%s/cchc", dir);
	make_folder("%s/hugo", dir);
	make_folder("%s/cchc/content", dir);
	make_folder("%s/hugo/content", dir);
	make_folder("%s/cchc/content/don-vi", dir);
	make_folder("%s/hugo/content/don-vi", dir);
	write_site(dir, t);
	write_sections(dir, t);
	for (size_t i = 0; i < COUNT(units); i++)
		write_unit(dir, i, t);
}

int main(int argc, char **argv)
{
	static struct text text;
	static struct article article;
	long n = argc == 3 ? strtol(argv[2], NULL, 10) : ARTICLES;
	size_t bytes = 0;

	if (argc < 2 || argc > 3 || n < 1 || n > ARTICLES_MAX) {
		fprintf(stderr, "usage: generate DIR [ARTICLES]\n");
		return 2;
	}
	write_frame(argv[1], &text);
	for (size_t i = 0; i < (size_t)n; i++) {
		make_article(&article, i, (size_t)n);
		write_for_cchc(&article, argv[1], &text);
		write_for_hugo(&article, argv[1], &text);
		bytes += article.body.n;
	}
	printf("%ld articles, %zu bytes of Markdown each\n", n, bytes / (size_t)n);
	return 0;
}
