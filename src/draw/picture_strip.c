/* What stands in a picture's file beside its pixels, taken out without touching them. */
#include "draw/picture.h"

enum {
	PNG_SIGNATURE = 8,
	PNG_AROUND = 12, /* a chunk's length, name and checksum */
};

static size_t big(struct str s, size_t at, size_t n)
{
	size_t number = 0;

	for (size_t i = 0; i < n && at + i < s.n; i++)
		number = number << 8 | (unsigned char)s.p[at + i];
	return number;
}

/* APP0 says how colours are meant, APP2 holds the colour profile, APP14 Adobe's turn of
 * colours. All other APPn and comments are words. */
static bool is_words(unsigned marker)
{
	return marker == 0xfe ||
	       (marker >= 0xe1 && marker <= 0xef && marker != 0xe2 && marker != 0xee);
}

/* Up to where the pixels begin; what the marks before them say of their length has been
 * looked at by file_facts. */
static struct str strip_jpeg(struct arena *a, struct str s)
{
	struct buf out = {.arena = a};
	size_t at = 2;

	buf_add(&out, str_head(s, 2));
	while (at + 4 <= s.n && (unsigned char)s.p[at] == 0xff) {
		unsigned marker = (unsigned char)s.p[at + 1];
		size_t n = 2 + big(s, at + 2, 2);

		if (marker == 0xff) {
			at++;
			continue;
		}
		if (marker == 0xda || n > s.n - at)
			break;
		if (!is_words(marker))
			buf_add(&out, str_head(str_from(s, at), n));
		at += n;
	}
	buf_add(&out, str_from(s, at));
	return buf_str(&out);
}

static bool is_wanted(struct str name)
{
	static const char *const wanted[] = {"IHDR", "PLTE", "IDAT", "IEND", "tRNS", "gAMA",
					     "cHRM", "sRGB", "iCCP", "sBIT", "bKGD", "pHYs"};

	for (size_t i = 0; i < COUNT(wanted); i++) {
		if (str_eq_z(name, wanted[i]))
			return true;
	}
	return false;
}

static struct str strip_png(struct arena *a, struct str s)
{
	struct buf out = {.arena = a};
	size_t at = PNG_SIGNATURE;

	buf_add(&out, str_head(s, PNG_SIGNATURE));
	while (at + PNG_AROUND <= s.n) {
		size_t n = big(s, at, 4);

		if (n > s.n - at - PNG_AROUND)
			break;
		if (is_wanted(str_head(str_from(s, at + 4), 4)))
			buf_add(&out, str_head(str_from(s, at), n + PNG_AROUND));
		at += n + PNG_AROUND;
	}
	return buf_str(&out);
}

struct str picture_strip(struct arena *a, struct str bytes, const struct file_facts *facts)
{
	if (facts->broken || facts->orientation > 1)
		return bytes;
	return facts->type == FILE_JPEG  ? strip_jpeg(a, bytes)
	       : facts->type == FILE_PNG ? strip_png(a, bytes)
					 : bytes;
}
