#include "unit.h"

#include "base/date.h"
#include "base/file.h"
#include "data/file_facts.h"

static struct arena arena;

#define BYTES(literal) ((struct str){literal, sizeof(literal) - 1})
#define ROW(literal)                         \
	{                                    \
		literal, sizeof(literal) - 1 \
	}

static struct file_facts look(struct str bytes)
{
	struct file_facts facts;

	file_facts_look(&arena, bytes, &facts);
	return facts;
}

#define PNG_HEAD "\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR\0\0\x02\x80\0\0\x01\x68\x08\2\0\0\0crcc"
#define PNG_END "\0\0\0\0IENDcrcc"

static void a_png_has_a_size(void **state)
{
	struct file_facts f = look(BYTES(PNG_HEAD PNG_END));

	(void)state;
	assert_int_equal(f.type, FILE_PNG);
	assert_int_equal(f.width, 640);
	assert_int_equal(f.height, 360);
	assert_false(f.broken);
	assert_false(f.has_place);
}

static void a_png_without_its_end_is_broken(void **state)
{
	(void)state;
	assert_true(look(BYTES(PNG_HEAD)).broken);
	assert_true(look(BYTES(PNG_HEAD "\xff\xff\xff\xff"
					"IDATxxxx" PNG_END))
			    .broken);
	assert_true(look(BYTES("\x89PNG\r\n\x1a\n")).broken);
}

#define JPEG_SIZE "\xff\xc0\0\x11\x08\x03\x84\x06\x40\x03\1\x22\0\2\x11\1\3\x11\1"
#define JPEG_END "\xff\xda\0\2....\xff\xd9"

static void a_jpeg_has_a_size_behind_its_other_segments(void **state)
{
	struct file_facts f =
		look(BYTES("\xff\xd8\xff\xe0\0\4ab\xff\xff\xfe\0\2" JPEG_SIZE JPEG_END));

	(void)state;
	assert_int_equal(f.type, FILE_JPEG);
	assert_int_equal(f.width, 1600);
	assert_int_equal(f.height, 900);
	assert_false(f.broken);
}

static void a_jpeg_without_a_size_is_broken(void **state)
{
	(void)state;
	assert_true(look(BYTES("\xff\xd8\xff")).broken);
	assert_true(look(BYTES("\xff\xd8\xff\xe0\xff\xff")).broken);
	assert_true(look(BYTES("\xff\xd8" JPEG_END)).broken);
	assert_true(look(BYTES("\xff\xd8\xff\xe0\0\4ab")).broken);
}

/* A directory with the entry of the GPS directory, which has so many tags. */
#define EXIF "Exif\0\0II*\0\x08\0\0\0\1\0\x25\x88\4\0\1\0\0\0\x1a\0\0\0\0\0\0\0"
#define LATITUDE "\1\0\2\0\5\0\3\0\0\0\0\0\0\0\0\0\0\0"
#define VERSION_ONLY "\1\0\0\0\1\0\4\0\0\0\2\3\0\0\0\0\0\0"
#define EXIF_BIG \
	"MM\0*\0\0\0\x08\0\1\x88\x25\0\4\0\0\0\1\0\0\0\x1a\0\0\0\0\0\1\0\4\0\5\0\0\0\3\0\0\0\0\0\0\0\0"

static void the_place_of_a_picture_is_seen_in_both_orders_of_bytes(void **state)
{
	(void)state;
	assert_true(look(BYTES("\xff\xd8\xff\xe1\0\x40" EXIF LATITUDE JPEG_SIZE)).has_place);
	assert_false(
		look(BYTES("\xff\xd8\xff\xe1\0\x40" EXIF VERSION_ONLY JPEG_SIZE)).has_place);
	assert_true(look(BYTES(PNG_HEAD "\0\0\0\x32"
					"eXIf" EXIF_BIG "...." PNG_END))
			    .has_place);
	assert_true(look(BYTES("GIF89a\1\0\1\0 exif:GPSLatitude=\"21,1N\"")).has_place);
	assert_false(look(BYTES("%PDF-1.4 GPSLatitude")).has_place);
}

static void a_directory_that_leads_nowhere_has_no_place(void **state)
{
	(void)state;
	assert_false(look(BYTES("\xff\xd8\xff II*\0\xff\xff\xff\xff")).has_place);
	assert_false(look(BYTES("\xff\xd8\xff II*\0\x08\0\0\0\xff\xff")).has_place);
	assert_false(look(BYTES("\xff\xd8\xff II*\0")).has_place);
}

static void gif_and_webp_have_sizes(void **state)
{
	struct file_facts gif = look(BYTES("GIF89a\x10\x01\x20\x00"));
	struct file_facts lossy =
		look(BYTES("RIFF....WEBPVP8 ....xxx\x9d\1\x2a\x80\x02\x68\x01"));
	struct file_facts lossless = look(BYTES("RIFF....WEBPVP8L....\x2f\x7f\xc2\x59\0"));
	struct file_facts extended =
		look(BYTES("RIFF....WEBPVP8X....\0\0\0\0\x7f\x02\0\x67\x01\0"));

	(void)state;
	assert_int_equal(gif.width, 272);
	assert_int_equal(gif.height, 32);
	assert_int_equal(lossy.width, 640);
	assert_int_equal(lossy.height, 360);
	assert_int_equal(lossless.width, 640);
	assert_int_equal(lossless.height, 360);
	assert_int_equal(extended.width, 640);
	assert_int_equal(extended.height, 360);
	assert_true(look(BYTES("RIFF....WEBPVP9 ....")).broken);
	assert_true(look(BYTES("GIF89a")).broken);
}

static void the_largest_side_is_taken_and_one_pixel_more_is_not(void **state)
{
	(void)state;
	assert_false(look(BYTES("\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR\0\0\xff\xff\0\0\0\1"
				"\x08\2\0\0\0crcc" PNG_END))
			     .broken);
	assert_true(look(BYTES("\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR\0\1\0\0\0\0\0\1"
			       "\x08\2\0\0\0crcc" PNG_END))
			    .broken);
}

static void types_are_told_by_bytes_and_not_by_names(void **state)
{
	static const struct {
		struct str bytes;
		enum file_type type;
		const char *fits, *differs;
	} rows[] = {
		{ROW("%PDF-1.7\n"), FILE_PDF, "a.PDF", "a.doc"},
		{ROW("\0\0\0\x18"
		     "ftypmp42"),
		 FILE_MP4, "a.m4a", "a.mp3"},
		{ROW("\x1a\x45\xdf\xa3"), FILE_WEBM, "a.webm", "a.mp4"},
		{ROW("OggS"), FILE_OGG, "a.ogg", "a.mp3"},
		{ROW("ID3\4"), FILE_MP3, "a.mp3", "a.wav"},
		{ROW("\xff\xfb\x90\x64"), FILE_MP3, "a.mp3", "a.jpg"},
		{ROW("RIFF....WAVE"), FILE_WAV, "a.wav", "a.webp"},
		{ROW("PK\3\4"), FILE_ZIP, "a.docx", "a.doc"},
		{ROW("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"), FILE_OLE, "a.doc", "a.docx"},
		{ROW("WEBVTT\n"), FILE_PLAIN, "a.vtt", "a.pdf"},
		{ROW("<svg/>"), FILE_SVG, "a.svg", "a.png"},
		{ROW("<!-- a --><?xml version='1.0'?> <x:svg>"), FILE_SVG, "a.svg", "a.jpg"},
		{ROW("<html><svg/></html>"), FILE_PLAIN, "a.txt", "a.svg"},
		{ROW("\xff\xff"), FILE_UNKNOWN, "a.xyz", "a.mp3"},
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		assert_int_equal(look(rows[i].bytes).type, rows[i].type);
		assert_true(file_type_fits(rows[i].type, str_of(rows[i].fits)));
		assert_false(file_type_fits(rows[i].type, str_of(rows[i].differs)));
	}
	assert_string_equal(file_mime(STR("a.JPG")), "image/jpeg");
	assert_string_equal(file_mime(STR("a.xyz")), "");
}

#define SVG_ROW(inside)                                                                 \
	ROW("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 640 360\">" inside \
	    "</svg>")
#define SVG(inside)                                                                       \
	BYTES("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 640 360\">" inside \
	      "</svg>")

static void a_plain_drawing_is_quiet_and_has_the_size_of_its_box(void **state)
{
	struct file_facts f = look(
		SVG("\n<!-- <script> -->\n<style>.a{fill:url(#g);stroke:rgb(0,0,0)}</style>"
		    "<g transform='translate(3 4)'><title>Sơ đồ (1)</title>"
		    "<path d=\"M0 0\" style='fill: url( \"#g\" )'/><use xlink:href=\"#a\"/>"
		    "<image href=\"data:image/png;base64,AAAA\"/></g>"));

	(void)state;
	assert_str(f.active, "");
	assert_false(f.broken);
	assert_int_equal(f.width, 640);
	assert_int_equal(f.height, 360);
	f = look(BYTES(
		"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!DOCTYPE svg PUBLIC \"a\">\n"
		"<svg width=\"24.5px\" height='100%' viewBox='0,0,30,20'/>"));
	assert_str(f.active, "");
	assert_int_equal(f.width, 30);
	assert_int_equal(f.height, 20);
}

static void what_runs_or_fetches_in_a_drawing_is_named(void **state)
{
	static const struct {
		struct str svg;
		const char *active;
	} rows[] = {
		{SVG_ROW("<script>alert(1)</script>"), "<script>"},
		{SVG_ROW("<x:script/>"), "<x:script>"},
		{SVG_ROW("<g ONload=\"a()\"/>"), "ONload=\"a()"},
		{SVG_ROW("<g xlink:href='javascript:a()'/>"), "xlink:href='javascript:a()"},
		{SVG_ROW("<image href='https://example.com/a.png'/>"),
		 "href='https://example.com/a.png"},
		{SVG_ROW("<image href='data:image/svg+xml,a'/>"), "href='data:image/svg+xml,a"},
		{SVG_ROW("<use href='&#35;a'/>"), "href='&#35;a"},
		{SVG_ROW("<a/>"), "<a>"},
		{SVG_ROW("<foreignObject/>"), "<foreignObject>"},
		{SVG_ROW("<animate/>"), "<animate>"},
		{SVG_ROW("<set/>"), "<set>"},
		{SVG_ROW("<g style='fill:url(http://a/b)'/>"), "style='fill:url(http://a/b)"},
		{SVG_ROW("<g fill='URL( \" https:a)'/>"), "fill='URL( \" https:a)"},
		{SVG_ROW("<g style='a:\\75 rl(b)'/>"), "style='a:\\75 rl(b)"},
		{SVG_ROW("<g style='a:u&#114;l(b)'/>"), "style='a:u&#114;l(b)"},
		{SVG_ROW("<g style='a:image-set(\"b\")'/>"), "style='a:image-set(\"b\")"},
		{SVG_ROW("<style>@import 'a'</style>"), "<style>"},
		{SVG_ROW("<style>a{b:url(c)}</style>"), "<style>"},
		{SVG_ROW("<style><![CDATA[a{b:url(c)}]]></style>"), "<style>"},
		{SVG_ROW("<g xml:base='a'/>"), "xml:base='a"},
		{SVG_ROW("<g xmlns='http://www.w3.org/1999/xhtml'/>"),
		 "xmlns='http://www.w3.org/1999/xhtml"},
		{SVG_ROW("<g xmlns:h='http://www.w3.org/1999/xhtml'/>"),
		 "xmlns:h='http://www.w3.org/1999/xhtml"},
		{ROW("<?xml version='1.0'?><?xml-stylesheet href='a'?><svg/>"),
		 "<?xml-stylesheet href='a'?>"},
		{ROW("<!DOCTYPE svg [<!ENTITY a 'b'>]><svg/>"),
		 "<!DOCTYPE svg [<!ENTITY a 'b'>"},
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++)
		assert_str(look(rows[i].svg).active, rows[i].active);
	assert_int_equal(look(SVG("\n\n<script/>")).active_line, 3);
}

static void a_drawing_that_does_not_hold_together_is_broken(void **state)
{
	(void)state;
	assert_true(look(BYTES("<svg")).broken);
	assert_true(look(BYTES("<svg><!-- ")).broken);
	assert_true(look(BYTES("<svg a=b>")).broken);
	assert_true(look(BYTES("<svg a='b>")).broken);
	assert_true(look(BYTES("<svg><style>a")).broken);
}

static void a_pdf_names_its_author_in_each_spelling(void **state)
{
	static const struct {
		struct str pdf;
		const char *person;
	} rows[] = {
		{ROW("%PDF-1.4 /Author (Nguyen Van Mau)"), "Nguyen Van Mau"},
		{ROW("%PDF-1.4 /Author(A \\(b\\) (c) \\101\\n)"), "A (b) (c) A"},
		{ROW("%PDF-1.4 /Author <FEFF004D1EAB0075>"), "Mẫu"},
		{ROW("%PDF-1.4 /Author () /Author (Sau)"), "Sau"},
		{ROW("%PDF-1.4 /Author << /A 1 >>"), ""},
		{ROW("%PDF-1.4 <dc:creator><rdf:Seq><rdf:li>Mẫu</rdf:li></rdf:Seq>"), "Mẫu"},
		{ROW("%PDF-1.4 /Author (M\351u)"), "Méu"},
		{ROW("%PDF-1.4 /Title (Mau)"), ""},
		{ROW("%PDF-1.4 /Author (((((((((((((((((((((((((((((("), ""},
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows) - 1; i++)
		assert_str(look(rows[i].pdf).person, rows[i].person);
	look(rows[COUNT(rows) - 1].pdf);
}

static void a_pdf_shows_marks_scripts_and_what_is_packed(void **state)
{
	struct file_facts f =
		look(BYTES("%PDF-1.5 (hanhdtt1-11/06/2026 09:15:18) /JavaScript /ObjStm"));

	(void)state;
	assert_str(f.stamp, "hanhdtt1-11/06/2026 09:15:18");
	assert_str(f.active, "/JavaScript");
	assert_true(f.has_packed_parts);
	assert_false(f.broken);
	f = look(BYTES("%PDF-1.5\n"));
	assert_str(f.stamp, "");
	assert_str(f.active, "");
	assert_false(f.has_packed_parts);
}

/* Each prefix of a good file is looked at: no length in it leads outside. */
static void no_cut_leads_outside(void **state)
{
	static const struct str files[] = {
		{PNG_HEAD PNG_END, sizeof(PNG_HEAD PNG_END) - 1},
		{"\xff\xd8\xff\xe1\0\x40" EXIF LATITUDE JPEG_SIZE,
		 sizeof("\xff\xd8\xff\xe1\0\x40" EXIF LATITUDE JPEG_SIZE) - 1},
		{"RIFF....WEBPVP8L....\x2f\x7f\xc2\x59\0", 25},
		{"<?xml version='1.0'?><!-- a --><svg a='b'><style>a{}</style></svg>", 66},
	};

	(void)state;
	for (size_t i = 0; i < COUNT(files); i++) {
		for (size_t n = 0; n <= files[i].n; n++)
			look(str_dup(&arena, str_head(files[i], n)));
	}
}

static void time_grows_with_the_length(void **state)
{
	static const struct str units[] = {
		ROW("II*\0\x08\0\0\0\xff\xff"),
		ROW("<!-- -->"),
		ROW("<g a='('>"),
		ROW("("),
		ROW(" "),
		ROW("/Author (a"),
		ROW("<"),
		ROW("\xff\xd8"),
		ROW("aaaa-"),
	};
	static const struct str heads[] = {ROW("\xff\xd8\xff"), ROW("<svg a='"), ROW("<!--"),
					   ROW("%PDF-")};
	enum {
		LENGTH = 2 * 1000 * 1000
	};

	(void)state;
	for (size_t i = 0; i < COUNT(units) * COUNT(heads); i++) {
		struct buf b = {.arena = &arena};
		double begin = clock_seconds();

		buf_add(&b, heads[i % COUNT(heads)]);
		while (b.n < LENGTH)
			buf_add(&b, units[i / COUNT(heads)]);
		look(buf_str(&b));
		assert_true(clock_seconds() - begin < 20);
		arena_reset(&arena);
	}
}

static struct str temporary(struct str text)
{
	struct diag d = {.arena = &arena};
	char *name = unit_temp_name(&arena);
	int fd = mkstemp(name);

	assert_true(fd >= 0);
	assert_true(file_write(&arena, str_of(name), text, &d));
	return str_of(name);
}

static void a_file_is_read_with_its_hash(void **state)
{
	struct arena scratch = {0};
	struct diag d = {.arena = &arena};
	struct str path = temporary(STR("abc"));
	struct file_facts f;

	(void)state;
	assert_true(file_facts_read(&arena, &scratch, path, &f, &d));
	assert_str(f.sha256,
		   "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
	assert_int_equal(f.bytes, 3);
	assert_int_equal(f.type, FILE_PLAIN);
	remove(str_z(&arena, path));
	assert_false(file_facts_read(&arena, &scratch, path, &f, &d));
	arena_free(&scratch);
}

/* As much as is looked through, and one byte more. */
static void a_file_beyond_the_limit_is_only_told_by_its_beginning(void **state)
{
	struct arena scratch = {0};
	struct diag d = {.arena = &arena};
	char *bytes = arena_array(&arena, char, FACTS_WHOLE_MAX + 1);
	struct file_facts f;
	struct str path;

	(void)state;
	memcpy(bytes, "GIF89a\1\0\1\0", 10);
	path = temporary((struct str){bytes, FACTS_WHOLE_MAX});
	assert_true(file_facts_read(&arena, &scratch, path, &f, &d));
	assert_false(f.too_large);
	assert_int_equal(f.width, 1);
	assert_true(file_write(&arena, path, (struct str){bytes, FACTS_WHOLE_MAX + 1}, &d));
	assert_true(file_facts_read(&arena, &scratch, path, &f, &d));
	assert_true(f.too_large);
	assert_int_equal(f.type, FILE_GIF);
	assert_int_equal(f.bytes, FACTS_WHOLE_MAX + 1);
	remove(str_z(&arena, path));
	arena_free(&scratch);
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_png_has_a_size),
		cmocka_unit_test(a_png_without_its_end_is_broken),
		cmocka_unit_test(a_jpeg_has_a_size_behind_its_other_segments),
		cmocka_unit_test(a_jpeg_without_a_size_is_broken),
		cmocka_unit_test(the_place_of_a_picture_is_seen_in_both_orders_of_bytes),
		cmocka_unit_test(a_directory_that_leads_nowhere_has_no_place),
		cmocka_unit_test(gif_and_webp_have_sizes),
		cmocka_unit_test(the_largest_side_is_taken_and_one_pixel_more_is_not),
		cmocka_unit_test(types_are_told_by_bytes_and_not_by_names),
		cmocka_unit_test(a_plain_drawing_is_quiet_and_has_the_size_of_its_box),
		cmocka_unit_test(what_runs_or_fetches_in_a_drawing_is_named),
		cmocka_unit_test(a_drawing_that_does_not_hold_together_is_broken),
		cmocka_unit_test(a_pdf_names_its_author_in_each_spelling),
		cmocka_unit_test(a_pdf_shows_marks_scripts_and_what_is_packed),
		cmocka_unit_test(no_cut_leads_outside),
		cmocka_unit_test(time_grows_with_the_length),
		cmocka_unit_test(a_file_is_read_with_its_hash),
		cmocka_unit_test(a_file_beyond_the_limit_is_only_told_by_its_beginning),
	};

	return UNIT_RUN(tests);
}
