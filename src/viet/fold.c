#include "viet/fold.h"

#include <utf8proc.h>

#include "base/utf8.h"

enum {
	SCAN_BLOCK = 64, /* bytes looked at together, without a branch */
	MARK_FIRST = 0x300,
	MARK_LAST = 0x36F,
	POINTS_A_BYTE = 2, /* at most, when a text is decomposed: three of U+0390's two */
	PARTS_MAX = 8,     /* code points; Unicode's longest canonical decomposition has 4 */
};

/* The characters that NFC leaves alone whatever stands beside them, as far as they
 * are likely here; what is missing only costs a call of utf8proc. */
static const struct range {
	uint32_t first, last;
} inert[] = {
	{0x0000, 0x02FF},   /* Latin: a ă đ é ơ ... */
	{0x0400, 0x0482},   /* Cyrillic */
	{0x1E00, 0x1EFF},   /* Latin: ạ ế ữ ... */
	{0x2002, 0x20CF},   /* punctuation, subscripts, currency */
	{0x2100, 0x2125},   /* letter-like signs: № ™ */
	{0x212C, 0x2328},   /* fractions, arrows, mathematics */
	{0x232B, 0x27FF},   /* lines, symbols, dingbats */
	{0x3400, 0x9FFF},   /* Chinese characters */
	{0xFE00, 0xFE0F},   /* variation selectors, as emoji have them */
	{0xFE30, 0xFFFF},   /* full-width forms, BOM */
	{0x1F000, 0x1FAFF}, /* emoji */
};

static bool is_inert(uint32_t c)
{
	for (size_t i = 0; i < COUNT(inert); i++)
		if (c <= inert[i].last)
			return c >= inert[i].first && c != '\r';
	return false;
}

/* May the block hold a character that viet_normalize() has to look at? Without
 * branches, so that the compiler can take 16 bytes or more at once: Vietnamese
 * changes between one, two and three bytes too often for a processor to guess. All
 * Vietnamese letters and common punctuation pass. Reads two bytes behind the block. */
static bool block_is_suspicious(const unsigned char *p)
{
	unsigned char found = 0;

	for (size_t i = 0; i < SCAN_BLOCK; i++) {
		unsigned char c = p[i], next = p[i + 1], third = p[i + 2];

		found |= (unsigned char)(c == '\r');
		/* a lead byte beyond U+02FF, not of U+1E80..U+1EFF, U+2002..U+203F */
		found |= (unsigned char)((c >= 0xCC) & (c != 0xE1) & (c != 0xE2));
		found |= (unsigned char)((c == 0xE1) & ((next & 0xFE) != 0xBA));
		found |= (unsigned char)((c == 0xE2) & ((next != 0x80) | (third < 0x82)));
	}
	return found;
}

/* Where the first character from `at` on stands that is not inert; s.n if none. */
static size_t find_work(struct str s, size_t at)
{
	while (at < s.n) {
		struct str rest = str_from(s, at);
		size_t end = at + SCAN_BLOCK;

		if (rest.n >= SCAN_BLOCK + 2 &&
		    !block_is_suspicious((const unsigned char *)rest.p)) {
			at = end;
			continue;
		}
		/* A block may begin within a character: what was before it was seen. */
		while (at < s.n && ((unsigned char)s.p[at] & 0xC0) == 0x80)
			at++;
		while (at < s.n && at < end) {
			rest = str_from(s, at);
			if (!is_inert(utf8_take(&rest)))
				return at;
			at = s.n - rest.n;
		}
	}
	return s.n;
}

static bool is_ascii(char c)
{
	return (unsigned char)c < 0x80;
}

/* The canonical decomposition of s in code points, with room for utf8proc to put
 * the text that it makes of them into the same place. NULL when s is not UTF-8. */
static int32_t *decompose(struct arena *a, struct str s, size_t *n)
{
	size_t room = s.n * POINTS_A_BYTE;
	int32_t *points = arena_array(a, int32_t, room + 1);
	utf8proc_ssize_t made = utf8proc_decompose(
		(const unsigned char *)s.p, (utf8proc_ssize_t)s.n, points,
		(utf8proc_ssize_t)room, UTF8PROC_DECOMPOSE | UTF8PROC_STABLE);

	*n = made > 0 ? (size_t)made : 0;
	return *n && *n <= room ? points : NULL;
}

static void put_text(struct buf *out, int32_t *points, size_t n, utf8proc_option_t how)
{
	utf8proc_ssize_t bytes = utf8proc_reencode(points, (utf8proc_ssize_t)n, how);

	if (bytes > 0)
		buf_add(out, (struct str){(const char *)points, (size_t)bytes});
}

/* s in NFC; s that utf8proc does not take stays as it is. */
static void put_composed(struct buf *out, struct arena *scratch, struct str s)
{
	size_t n;
	int32_t *points = decompose(scratch, s, &n);

	if (points)
		put_text(out, points, n, UTF8PROC_COMPOSE | UTF8PROC_STABLE);
	else
		buf_add(out, s);
	arena_reset(scratch);
}

/* Text can be cut before every ASCII character: none of them joins what is before.
 * So only the stretch around `at` is composed. Returns where it ends. */
static size_t compose_around(struct buf *out, struct arena *scratch, struct str s, size_t done,
			     size_t at)
{
	size_t from = at, to = at;

	while (from > done && !is_ascii(s.p[from]))
		from--;
	while (to < s.n && !is_ascii(s.p[to]))
		to++;
	buf_add(out, str_from(str_head(s, from), done));
	put_composed(out, scratch, str_from(str_head(s, to), from));
	return to;
}

static size_t end_line(struct buf *out, struct str s, size_t done, size_t at)
{
	buf_add(out, str_from(str_head(s, at), done));
	buf_byte(out, '\n');
	return at + (str_starts(str_from(s, at), STR("\r\n")) ? 2 : 1);
}

struct str viet_normalize(struct arena *a, struct str s)
{
	struct arena scratch = {0};
	struct buf out = {.arena = a};
	size_t at, done = 0;

	if (str_starts(s, STR("\xEF\xBB\xBF")))
		s = str_from(s, 3);
	at = find_work(s, 0);
	if (at == s.n)
		return s;
	out.p = arena_array(a, char, s.n);
	out.cap = s.n;
	while (at < s.n) {
		done = s.p[at] == '\r' ? end_line(&out, s, done, at)
				       : compose_around(&out, &scratch, s, done, at);
		at = find_work(s, done);
	}
	buf_add(&out, str_from(s, done));
	arena_free(&scratch);
	return buf_str(&out);
}

struct str viet_decompose(struct arena *a, struct str s)
{
	struct arena scratch = {0};
	struct buf out = {.arena = a};
	size_t n = 0;
	int32_t *points;

	while (n < s.n && is_ascii(s.p[n]))
		n++;
	if (n == s.n)
		return s;
	points = decompose(&scratch, s, &n);
	if (points)
		put_text(&out, points, n, UTF8PROC_STABLE);
	arena_free(&scratch);
	return points ? buf_str(&out) : s;
}

/* What the letters U+00C0 to U+00FF are without marks; '.' for those without any. The
 * eth stands for a đ that somebody took from the wrong keyboard. */
static const char latin[] = "aaaaaa.ceeeeiiii" /* À Á Â Ã Ä Å Æ Ç È É Ê Ë Ì Í Î Ï */
			    "dnooooo..uuuuy.." /* Ð Ñ Ò Ó Ô Õ Ö × Ø Ù Ú Û Ü Ý Þ ß */
			    "aaaaaa.ceeeeiiii" /* à á â ã ä å æ ç è é ê ë ì í î ï */
			    "dnooooo..uuuuy.y"; /* ð ñ ò ó ô õ ö ÷ ø ù ú û ü ý þ ÿ */

/* The same for U+1EA0 to U+1EF9, which only Vietnamese has; each with its capital. */
static const char viet[] = "aaaaaaaaaaaaaaaaaaaaaaaa" /* ạ ả ấ ầ ẩ ẫ ậ ắ ằ ẳ ẵ ặ */
			   "eeeeeeeeeeeeeeee" /* ẹ ẻ ẽ ế ề ể ễ ệ */
			   "iiii"             /* ỉ ị */
			   "oooooooooooooooooooooooo" /* ọ ỏ ố ồ ổ ỗ ộ ớ ờ ở ỡ ợ */
			   "uuuuuuuuuuuuuu" /* ụ ủ ứ ừ ử ữ ự */
			   "yyyyyyyy";      /* ỳ ỵ ỷ ỹ */

enum {
	LATIN_FIRST = 0xC0,
	VIET_FIRST = 0x1EA0,
};

static uint32_t lower(uint32_t c)
{
	if (c < 0x80)
		return c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c;
	return (uint32_t)utf8proc_tolower((utf8proc_int32_t)c);
}

static uint32_t upper(uint32_t c)
{
	if (c < 0x80)
		return c >= 'a' && c <= 'z' ? c - ('a' - 'A') : c;
	return (uint32_t)utf8proc_toupper((utf8proc_int32_t)c);
}

static bool is_mark(uint32_t c)
{
	return c >= MARK_FIRST && c <= MARK_LAST;
}

/* The letter of c, when c is a letter and marks; otherwise c. */
static uint32_t without_marks(uint32_t c)
{
	utf8proc_int32_t parts[PARTS_MAX];
	utf8proc_ssize_t n = utf8proc_decompose_char((utf8proc_int32_t)c, parts, PARTS_MAX,
						     UTF8PROC_DECOMPOSE, NULL);

	if (n < 1 || n > PARTS_MAX)
		return c;
	for (utf8proc_ssize_t i = 1; i < n; i++)
		if (!is_mark((uint32_t)parts[i]))
			return c;
	return (uint32_t)parts[0];
}

/* The six Vietnamese letters between Latin-1 and U+1EA0, and all else. */
static uint32_t fold_other(uint32_t c)
{
	switch (c) {
	case 0x102: /* Ă ă */
	case 0x103:
		return 'a';
	case 0x110: /* Đ đ */
	case 0x111:
		return 'd';
	case 0x128: /* Ĩ ĩ */
	case 0x129:
		return 'i';
	case 0x1A0: /* Ơ ơ */
	case 0x1A1:
		return 'o';
	case 0x168: /* Ũ ũ */
	case 0x169:
	case 0x1AF: /* Ư ư */
	case 0x1B0:
		return 'u';
	default:
		return lower(without_marks(c));
	}
}

/* 0 for a mark, which goes. */
static uint32_t fold(uint32_t c)
{
	if (c < 0x80)
		return lower(c);
	if (c >= VIET_FIRST && c - VIET_FIRST < COUNT(viet) - 1)
		return (unsigned char)viet[c - VIET_FIRST];
	if (c >= LATIN_FIRST && c - LATIN_FIRST < COUNT(latin) - 1 &&
	    latin[c - LATIN_FIRST] != '.')
		return (unsigned char)latin[c - LATIN_FIRST];
	return is_mark(c) ? 0 : fold_other(c);
}

/* Each character of s through `map`; those that become 0 go. */
static struct str map_characters(struct arena *a, struct str s, uint32_t (*map)(uint32_t))
{
	struct buf out = {.arena = a, .p = arena_array(a, char, s.n), .cap = s.n};

	while (s.n) {
		uint32_t c = map(utf8_take(&s));

		if (c && c < 0x80 && out.n < out.cap)
			out.p[out.n++] = (char)c;
		else if (c)
			utf8_put(&out, c);
	}
	return buf_str(&out);
}

struct str viet_fold(struct arena *a, struct str s)
{
	return map_characters(a, s, fold);
}

struct str viet_lower(struct arena *a, struct str s)
{
	return map_characters(a, s, lower);
}

struct str viet_upper(struct arena *a, struct str s)
{
	return map_characters(a, s, upper);
}

static struct str map_first(struct arena *a, struct str s, uint32_t (*map)(uint32_t c))
{
	struct str rest = s;
	struct buf out = {.arena = a};
	uint32_t first = s.n ? utf8_take(&rest) : 0;

	if (map(first) == first)
		return s;
	utf8_put(&out, map(first));
	buf_add(&out, rest);
	return buf_str(&out);
}

struct str viet_capitalize(struct arena *a, struct str s)
{
	return map_first(a, s, upper);
}

struct str viet_uncapitalize(struct arena *a, struct str s)
{
	return map_first(a, s, lower);
}

bool viet_is_all_capitals(struct str s)
{
	bool capital = false;

	while (s.n) {
		uint32_t c = utf8_take(&s);

		if (upper(c) != c)
			return false;
		capital = capital || lower(c) != c;
	}
	return capital;
}

/* The characters of s; VIET_DISTANCE_MAX + 1 when there are more. */
static size_t take_points(struct str s, uint32_t points[VIET_DISTANCE_MAX])
{
	size_t n = 0;

	while (s.n) {
		if (n == VIET_DISTANCE_MAX)
			return n + 1;
		points[n++] = utf8_take(&s);
	}
	return n;
}

static size_t smaller(size_t a, size_t b)
{
	return a < b ? a : b;
}

/* One row of the table of distances: from the first i characters of a to each
 * beginning of b, of m characters. `above` is the row before, `above2` that before it. */
static void distance_row(const uint32_t *a, size_t i, const uint32_t *b, size_t m,
			 const size_t *above2, const size_t *above, size_t *row)
{
	row[0] = i;
	for (size_t j = 1; j <= m; j++) {
		size_t other = above[j - 1] + (a[i - 1] != b[j - 1]);

		row[j] = smaller(other, smaller(above[j], row[j - 1]) + 1);
		if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
			row[j] = smaller(row[j], above2[j - 2] + 1);
	}
}

size_t viet_distance(struct str a, struct str b, size_t limit)
{
	uint32_t x[VIET_DISTANCE_MAX], y[VIET_DISTANCE_MAX];
	size_t rows[3][VIET_DISTANCE_MAX + 1];
	size_t n = take_points(a, x), m = take_points(b, y);

	if (n > VIET_DISTANCE_MAX || m > VIET_DISTANCE_MAX)
		return limit + 1;
	for (size_t j = 0; j <= m; j++)
		rows[0][j] = j;
	for (size_t i = 1; i <= n; i++)
		distance_row(x, i, y, m, rows[(i + 1) % 3], rows[(i - 1) % 3], rows[i % 3]);
	return smaller(rows[n % 3][m], limit + 1);
}
