#include "base/file.h"
#include "base/path.h"
#include "base/sha256.h"
#include "base/utf8.h"
#include "data/file_facts_parts.h"

/* How files of a type begin. */
struct beginning {
	size_t at;
	struct str bytes;
	enum file_type type;
};

#define BYTES(literal)                       \
	{                                    \
		literal, sizeof(literal) - 1 \
	}

static const struct beginning beginnings[] = {
	{0, BYTES("\x89PNG\r\n\x1a\n"), FILE_PNG},
	{0, BYTES("\xff\xd8\xff"), FILE_JPEG},
	{0, BYTES("GIF87a"), FILE_GIF},
	{0, BYTES("GIF89a"), FILE_GIF},
	{8, BYTES("WEBP"), FILE_WEBP},
	{0, BYTES("%PDF-"), FILE_PDF},
	{4, BYTES("ftyp"), FILE_MP4},
	{0, BYTES("\x1a\x45\xdf\xa3"), FILE_WEBM},
	{0, BYTES("OggS"), FILE_OGG},
	{0, BYTES("ID3"), FILE_MP3},
	{8, BYTES("WAVE"), FILE_WAV},
	{0, BYTES("PK\x03\x04"), FILE_ZIP},
	{0, BYTES("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"), FILE_OLE},
};

static const struct {
	const char *extension, *mime;
	enum file_type type;
} names[] = {
	{"png", "image/png", FILE_PNG},
	{"jpg", "image/jpeg", FILE_JPEG},
	{"jpeg", "image/jpeg", FILE_JPEG},
	{"gif", "image/gif", FILE_GIF},
	{"webp", "image/webp", FILE_WEBP},
	{"svg", "image/svg+xml", FILE_SVG},
	{"pdf", "application/pdf", FILE_PDF},
	{"mp4", "video/mp4", FILE_MP4},
	{"m4a", "audio/mp4", FILE_MP4},
	{"webm", "video/webm", FILE_WEBM},
	{"ogg", "audio/ogg", FILE_OGG},
	{"mp3", "audio/mpeg", FILE_MP3},
	{"wav", "audio/wav", FILE_WAV},
	{"zip", "application/zip", FILE_ZIP},
	{"docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
	 FILE_ZIP},
	{"xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", FILE_ZIP},
	{"pptx", "application/vnd.openxmlformats-officedocument.presentationml.presentation",
	 FILE_ZIP},
	{"odt", "application/vnd.oasis.opendocument.text", FILE_ZIP},
	{"ods", "application/vnd.oasis.opendocument.spreadsheet", FILE_ZIP},
	{"odp", "application/vnd.oasis.opendocument.presentation", FILE_ZIP},
	{"doc", "application/msword", FILE_OLE},
	{"xls", "application/vnd.ms-excel", FILE_OLE},
	{"ppt", "application/vnd.ms-powerpoint", FILE_OLE},
	{"txt", "text/plain", FILE_PLAIN},
	{"csv", "text/csv", FILE_PLAIN},
	{"vtt", "text/vtt", FILE_PLAIN},
};

uint32_t facts_big(struct str s, size_t at, size_t n)
{
	uint32_t number = 0;

	for (size_t i = 0; at < s.n && n <= s.n - at && i < n; i++)
		number = number << 8 | (unsigned char)s.p[at + i];
	return number;
}

uint32_t facts_little(struct str s, size_t at, size_t n)
{
	uint32_t number = 0;

	for (size_t i = n; at < s.n && n <= s.n - at && i > 0; i--)
		number = number << 8 | (unsigned char)s.p[at + i - 1];
	return number;
}

static bool begins(struct str s, const struct beginning *b)
{
	return str_starts(str_from(s, b->at), b->bytes);
}

/* An MP3 without a tag begins with a frame: eleven bits that are set, then a version, a
 * layer, a bit rate and a sampling rate that exist. */
static bool is_mp3_frame(struct str s)
{
	uint32_t head = facts_big(s, 0, 4) >> 8;

	return (head & 0xffe000) == 0xffe000 && (head & 0x001800) != 0x000800 &&
	       (head & 0x000600) != 0 && (head & 0x0000f0) != 0x0000f0 &&
	       (head & 0x00000c) != 0x00000c;
}

static bool is_text(struct str s)
{
	bool control;

	return utf8_find_bad_text(s, &control) == s.n;
}

/* The head of a file that goes on may end within a character. */
static struct str without_cut_end(struct str s, uint64_t bytes)
{
	for (size_t i = 0; s.n < bytes && i < 3 && s.n && (s.p[s.n - 1] & 0x80); i++)
		s.n--;
	return s;
}

static enum file_type type_of(struct str s)
{
	for (size_t i = 0; i < COUNT(beginnings); i++) {
		if (begins(s, &beginnings[i]))
			return beginnings[i].type;
	}
	if (is_mp3_frame(s))
		return FILE_MP3;
	if (facts_is_svg(s))
		return FILE_SVG;
	return is_text(s) ? FILE_PLAIN : FILE_UNKNOWN;
}

void file_facts_look(struct arena *a, struct str bytes, struct file_facts *facts)
{
	*facts = (struct file_facts){.type = type_of(bytes), .bytes = bytes.n};
	switch (facts->type) {
	case FILE_PNG:
		facts_look_png(bytes, facts);
		break;
	case FILE_JPEG:
		facts_look_jpeg(bytes, facts);
		break;
	case FILE_GIF:
		facts_look_gif(bytes, facts);
		break;
	case FILE_WEBP:
		facts_look_webp(bytes, facts);
		break;
	case FILE_SVG:
		facts_look_svg(a, bytes, facts);
		break;
	case FILE_PDF:
		facts_look_pdf(a, bytes, facts);
		break;
	default:
		break;
	}
	facts->has_place = file_type_is_picture(facts->type) && facts_has_place(bytes);
}

/* Of a file that is too large for more. */
static bool read_head(struct arena *a, struct arena *scratch, struct str path,
		      struct file_facts *facts, struct diag *d)
{
	struct str head;

	if (!file_read_head(scratch, path, FACTS_HEAD, &head, d) ||
	    !file_digest(a, path, &facts->sha256, &facts->bytes, d))
		return false;
	facts->type = type_of(without_cut_end(head, facts->bytes));
	facts->too_large = file_type_is_picture(facts->type) || facts->type == FILE_PDF;
	return true;
}

bool file_facts_read(struct arena *a, struct arena *scratch, struct str path,
		     struct file_facts *facts, struct diag *d)
{
	struct str text;
	uint64_t bytes;

	*facts = (struct file_facts){0};
	if (!file_size(path, &bytes) || bytes > FACTS_WHOLE_MAX)
		return read_head(a, scratch, path, facts, d);
	if (!file_read(scratch, path, FACTS_WHOLE_MAX, &text, d))
		return false;
	file_facts_look(a, text, facts);
	facts->sha256 = sha256_of(a, text);
	return true;
}

const char *file_type_name(enum file_type type)
{
	static const char *const called[] = {
		[FILE_UNKNOWN] = "",   [FILE_PNG] = "PNG",
		[FILE_JPEG] = "JPEG",  [FILE_GIF] = "GIF",
		[FILE_WEBP] = "WebP",  [FILE_SVG] = "SVG",
		[FILE_PDF] = "PDF",    [FILE_MP4] = "MP4",
		[FILE_WEBM] = "WebM",  [FILE_OGG] = "Ogg",
		[FILE_MP3] = "MP3",    [FILE_WAV] = "WAV",
		[FILE_ZIP] = "ZIP",    [FILE_OLE] = "Office 97-2003",
		[FILE_PLAIN] = "text",
	};

	return called[type];
}

const char *file_mime(struct str path)
{
	for (size_t i = 0; i < COUNT(names); i++) {
		if (path_has_extension(path, names[i].extension))
			return names[i].mime;
	}
	return "";
}

bool file_type_fits(enum file_type type, struct str path)
{
	for (size_t i = 0; i < COUNT(names); i++) {
		if (path_has_extension(path, names[i].extension))
			return type == names[i].type;
	}
	return true;
}

bool file_type_is_picture(enum file_type type)
{
	return type >= FILE_PNG && type <= FILE_SVG;
}
