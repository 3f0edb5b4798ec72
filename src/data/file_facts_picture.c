/* The headers of PNG, JPEG, GIF and WebP, and the data about places in any of them. */
#include "data/file_facts_parts.h"

enum {
	TAG_ORIENTATION = 0x0112,
	TAG_GPS = 0x8825, /* Exif: where the directory about the place stands */
	TAG_LATITUDE = 2,
	TAG_LONGITUDE = 4,
	ENTRY = 12,         /* bytes of an entry in such a directory */
	ENTRIES_MAX = 512,  /* in one: a camera writes some dozens */
	HEADERS_MAX = 1000, /* places that look like the start of Exif data, in one file */
	PNG_FIRST = 8,      /* the first chunk stands behind the signature */
	PNG_AROUND = 12,    /* a chunk's length, name and checksum */
	WEBP_FIRST = 12,
};

static void set_size(struct file_facts *facts, uint32_t width, uint32_t height)
{
	facts->width = width;
	facts->height = height;
	if (!width || !height || width > FACTS_SIDE_MAX || height > FACTS_SIDE_MAX)
		facts->broken = true;
}

/* Chunk after chunk to IEND: each names its length. */
static bool has_png_end(struct str s)
{
	size_t at = PNG_FIRST;

	while (s.n - at >= PNG_AROUND) {
		size_t n = facts_big(s, at, 4);

		if (str_starts(str_from(s, at + 4), STR("IEND")))
			return true;
		if (n > s.n - at - PNG_AROUND)
			return false;
		at += n + PNG_AROUND;
	}
	return false;
}

void facts_look_png(struct str s, struct file_facts *facts)
{
	set_size(facts, facts_big(s, 16, 4), facts_big(s, 20, 4));
	if (!str_starts(str_from(s, 12), STR("IHDR")) || !has_png_end(s))
		facts->broken = true;
}

/* Exif data is a small TIFF file: directories of entries, in either order of bytes. */
struct exif {
	struct str s;
	bool big;
};

static uint32_t number(const struct exif *x, size_t at, size_t n)
{
	return x->big ? facts_big(x->s, at, n) : facts_little(x->s, at, n);
}

/* Where the entry of a tag stands in the directory at `at`; 0 when it has none. */
static size_t find_entry(const struct exif *x, size_t at, uint32_t tag)
{
	uint32_t n = number(x, at, 2);

	for (uint32_t i = 0; i < n && i < ENTRIES_MAX; i++) {
		size_t entry = at + 2 + (size_t)i * ENTRY;

		if (entry > x->s.n || x->s.n - entry < ENTRY)
			return 0;
		if (number(x, entry, 2) == tag)
			return entry;
	}
	return 0;
}

static uint32_t exif_orientation(struct str s)
{
	struct exif x = {s, str_starts(s, STR("MM"))};
	size_t entry = find_entry(&x, number(&x, 4, 4), TAG_ORIENTATION);
	uint32_t orientation = entry ? number(&x, entry + 8, 2) : 0;

	return orientation <= 8 ? orientation : 0;
}

/* SOF0 to SOF15, but for three that mean something else. */
static bool is_frame(uint32_t marker)
{
	return marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 &&
	       marker != 0xcc;
}

/* The segment at `at`: its mark, its length, then what it holds. */
static void look_into_segment(struct str s, size_t at, struct file_facts *facts)
{
	struct str exif = {"Exif\0\0", 6}, data = str_from(s, at + 4);

	if (facts_big(s, at + 1, 1) == 0xe1 && str_starts(data, exif) && !facts->orientation)
		facts->orientation = exif_orientation(str_from(data, exif.n));
}

static bool stands_alone(uint32_t marker)
{
	return marker == 0x01 || (marker >= 0xd0 && marker <= 0xd8);
}

/* Segment after segment to the one that has the size; each names its length. */
void facts_look_jpeg(struct str s, struct file_facts *facts)
{
	size_t at = 2;

	while (s.n - at >= 4 && facts_big(s, at, 1) == 0xff) {
		uint32_t marker = facts_big(s, at + 1, 1);

		if (is_frame(marker)) {
			set_size(facts, facts_big(s, at + 7, 2), facts_big(s, at + 5, 2));
			return;
		}
		look_into_segment(s, at, facts);
		if (marker == 0xff)
			at++;
		else if (stands_alone(marker))
			at += 2;
		else
			at += 2 + (size_t)facts_big(s, at + 2, 2);
		if (marker == 0xda || marker == 0xd9 || at > s.n)
			break;
	}
	facts->broken = true;
}

void facts_look_gif(struct str s, struct file_facts *facts)
{
	set_size(facts, facts_little(s, 6, 2), facts_little(s, 8, 2));
}

/* The first chunk says which of three sorts it is, and the size. */
void facts_look_webp(struct str s, struct file_facts *facts)
{
	bool riff = str_starts(s, STR("RIFF"));
	struct str chunk = riff ? str_from(s, WEBP_FIRST) : (struct str){0};
	struct str data = str_from(chunk, 8);
	uint32_t bits = facts_little(data, 1, 4);

	if (str_starts(chunk, STR("VP8X")))
		set_size(facts, facts_little(data, 4, 3) + 1, facts_little(data, 7, 3) + 1);
	else if (str_starts(chunk, STR("VP8L")) && data.n >= 5)
		set_size(facts, (bits & 0x3fff) + 1, (bits >> 14 & 0x3fff) + 1);
	else if (str_starts(chunk, STR("VP8 ")))
		set_size(facts, facts_little(data, 6, 2) & 0x3fff,
			 facts_little(data, 8, 2) & 0x3fff);
	else
		facts->broken = true;
}

static bool exif_has_place(struct str s)
{
	struct exif x = {s, str_starts(s, STR("MM"))};
	size_t gps = find_entry(&x, number(&x, 4, 4), TAG_GPS);
	size_t directory = gps ? number(&x, gps + 8, 4) : 0;

	return directory && (find_entry(&x, directory, TAG_LATITUDE) ||
			     find_entry(&x, directory, TAG_LONGITUDE));
}

static bool any_exif_has_place(struct str s, struct str header)
{
	size_t at = 0;

	for (int i = 0; str_find(s, header, at, &at); i++, at++) {
		/* So many of them are there to keep us busy: what they hide is not known. */
		if (i == HEADERS_MAX || exif_has_place(str_from(s, at)))
			return true;
	}
	return false;
}

/* Wherever it stands: a JPEG may hold others, and each sort of file has a place of its
 * own for Exif and XMP. */
bool facts_has_place(struct str s)
{
	return any_exif_has_place(s, (struct str){"II*\0", 4}) ||
	       any_exif_has_place(s, (struct str){"MM\0*", 4}) ||
	       str_holds(s, STR("GPSLatitude")) || str_holds(s, STR("GPSLongitude"));
}
