#include "unit.h"

#include "draw/picture_parts.h"

static struct arena arena;

/* Four colours in four corners, so that a turn shows: red, green over blue, white. */
static struct pixels corners(uint32_t width, uint32_t height)
{
	struct pixels p = {arena_array(&arena, uint32_t, (size_t)width * height), width,
			   height};

	for (uint32_t y = 0; y < height; y++) {
		for (uint32_t x = 0; x < width; x++) {
			bool right = x >= width / 2, low = y >= height / 2;

			p.at[(size_t)y * width + x] = low     ? right ? 0xffffffff : 0xff0000ff
						      : right ? 0xff00ff00
							      : 0xffff0000;
		}
	}
	return p;
}

static char colour_at(const struct pixels *p, uint32_t x, uint32_t y)
{
	uint32_t c = p->at[(size_t)y * p->width + x];
	bool red = (c >> 16 & 255) > 127, green = (c >> 8 & 255) > 127, blue = (c & 255) > 127;

	return red && green && blue ? 'w' : red ? 'r' : green ? 'g' : blue ? 'b' : '-';
}

/* Upper left, upper right, lower left, lower right. */
static const char *seen(const struct pixels *p)
{
	static char out[5];

	out[0] = colour_at(p, 2, 2);
	out[1] = colour_at(p, p->width - 3, 2);
	out[2] = colour_at(p, 2, p->height - 3);
	out[3] = colour_at(p, p->width - 3, p->height - 3);
	return out;
}

static struct file_facts facts_of(struct str bytes)
{
	struct file_facts facts = {0};

	file_facts_look(&arena, bytes, &facts);
	return facts;
}

/* Exif 2.3, 4.6.4: which corners the first row and the first column are at. */
static void a_picture_is_turned_as_its_camera_was(void **state)
{
	static const char *const upright[] = {"rgbw", "rgbw", "grwb", "wbgr", "bwrg",
					      "rbgw", "brwg", "wgbr", "gwrb"};
	const struct pixels from = corners(40, 20);

	(void)state;
	for (uint32_t orientation = 0; orientation <= 8; orientation++) {
		bool lying = orientation >= 5;
		struct pixels out;

		assert_true(pixels_scale(&arena, &from, orientation, lying ? 10 : 20,
					 lying ? 20 : 10, &out));
		assert_string_equal(seen(&out), upright[orientation]);
	}
}

static void each_format_reads_what_it_writes(void **state)
{
	const struct pixels from = corners(64, 48);
	struct pixels out;

	(void)state;
	assert_true(jpeg_read(&arena, jpeg_write(&arena, &from, 90), 64, &out));
	assert_string_equal(seen(&out), "rgbw");
	assert_true(png_read(&arena, png_write(&arena, &from), &out));
	assert_memory_equal(out.at, from.at, 64 * 48 * 4);
	assert_true(webp_read(&arena, webp_write(&arena, &from, 0), &out));
	assert_memory_equal(out.at, from.at, 64 * 48 * 4);
	assert_true(webp_read(&arena, webp_write(&arena, &from, 80), &out));
	assert_string_equal(seen(&out), "rgbw");
	assert_int_equal(out.width, 64);
	assert_int_equal(out.height, 48);
}

/* Half of the pixels can hardly be seen through, and keep their colour. */
static void what_is_transparent_stays_so(void **state)
{
	struct pixels from = corners(16, 16), out;

	(void)state;
	for (size_t i = 0; i < 16 * 16; i++)
		from.at[i] = (from.at[i] & 0xffffff) | (i % 16 < 8 ? 0u : 128u) << 24;
	pixels_multiply(&from);
	assert_true(pixels_scale(&arena, &from, 1, 16, 16, &out));
	assert_int_equal(out.at[0] >> 24, 0);
	assert_int_equal(out.at[15] >> 24, 128);
	assert_int_equal(out.at[15] & 0xffffff, 0x00ff00);
}

static void a_jpeg_is_made_smaller_while_it_is_read(void **state)
{
	const struct pixels from = corners(640, 480);
	struct str bytes = jpeg_write(&arena, &from, 80);
	struct pixels out;

	(void)state;
	assert_true(jpeg_read(&arena, bytes, 80, &out));
	assert_int_equal(out.width, 80);
	assert_true(jpeg_read(&arena, bytes, 81, &out));
	assert_int_equal(out.width, 160);
	assert_true(jpeg_read(&arena, bytes, 1000, &out));
	assert_int_equal(out.width, 640);
}

static void sizes_keep_their_shape_and_their_bytes(void **state)
{
	const struct pixels from = corners(640, 480);
	struct str bytes = jpeg_write(&arena, &from, 95), made[3];
	struct file_facts facts = facts_of(bytes);
	const struct picture_want wants[] = {
		{PICTURE_WEBP, 320, 4000}, {PICTURE_JPEG, 100, 0}, {PICTURE_WEBP, 5000, 0}};
	static const uint32_t sides[][2] = {{320, 240}, {100, 75}, {640, 480}};

	(void)state;
	assert_null(picture_make(&arena, bytes, &facts, wants, 3, made));
	for (size_t i = 0; i < 3; i++) {
		struct file_facts of = facts_of(made[i]);

		assert_int_equal(of.width, sides[i][0]);
		assert_int_equal(of.height, sides[i][1]);
		assert_int_equal(of.type, i == 1 ? FILE_JPEG : FILE_WEBP);
	}
	assert_true(made[0].n <= 4000);
}

static void every_cut_of_a_file_is_told(void **state)
{
	const struct pixels from = corners(64, 64);
	const struct str files[] = {jpeg_write(&arena, &from, 90), png_write(&arena, &from),
				    webp_write(&arena, &from, 80)};
	const struct picture_want want = {PICTURE_WEBP, 32, 0};
	struct str made;

	(void)state;
	for (size_t i = 0; i < COUNT(files); i++) {
		struct file_facts whole = facts_of(files[i]);

		assert_null(picture_make(&arena, files[i], &whole, &want, 1, &made));
		/* WebP shows what it has up to its last bytes. */
		for (size_t n = 0; n + 16 < files[i].n; n++)
			assert_non_null(picture_make(&arena, str_head(files[i], n), &whole,
						     &want, 1, &made));
	}
}

static void what_unpacks_to_too_much_is_not_unpacked(void **state)
{
	struct file_facts facts = {
		.type = FILE_PNG, .width = 5000, .height = PICTURE_PIXELS_MAX / 5000 + 1};
	const struct picture_want want = {PICTURE_WEBP, 100, 0};
	struct str made;

	(void)state;
	assert_string_equal(picture_make(&arena, STR("x"), &facts, &want, 1, &made),
			    "it has more pixels than are unpacked");
	facts.height--;
	assert_string_equal(picture_make(&arena, STR("x"), &facts, &want, 1, &made),
			    "the picture is broken, or of a sort that cannot be read");
}

/* Before the first segment of a JPEG, or the first chunk of a PNG, a further one. */
static struct str with(struct str bytes, size_t at, struct str more)
{
	return str_concat(&arena, str_head(bytes, at), more, str_from(bytes, at));
}

static void words_are_taken_out_and_pixels_stay(void **state)
{
	const struct pixels from = corners(32, 32);
	struct str jpeg = jpeg_write(&arena, &from, 90), png = png_write(&arena, &from);
	struct str wordy_jpeg = with(jpeg, 2,
				     STR("\xff\xfe\x00\x08"
					 "AI-DO"
					 "!"));
	struct str wordy_png = with(png, 33, (struct str){"\0\0\0\5tEXtAI-DOabcd", 17});
	struct file_facts facts = facts_of(wordy_jpeg);

	(void)state;
	assert_true(str_eq(picture_strip(&arena, wordy_jpeg, &facts), jpeg));
	facts = facts_of(wordy_png);
	assert_true(str_eq(picture_strip(&arena, wordy_png, &facts), png));
	/* One that is turned would lie on its side without its word for it. */
	facts = facts_of(wordy_jpeg);
	facts.orientation = 6;
	assert_true(str_eq(picture_strip(&arena, wordy_jpeg, &facts), wordy_jpeg));
}

static void how_a_camera_was_held_is_read_in_both_orders(void **state)
{
	const struct pixels from = corners(40, 20);
	struct str jpeg = jpeg_write(&arena, &from, 90);
	static const char little[] = "\xff\xe1\x00\x22"
				     "Exif\0\0II*\0\x08\0\0\0\x01\0"
				     "\x12\x01\x03\0\x01\0\0\0\x06\0\0\0\0\0\0\0",
			  big[] = "\xff\xe1\x00\x22"
				  "Exif\0\0MM\0*\0\0\0\x08\0\x01"
				  "\x01\x12\0\x03\0\0\0\x01\0\x08\0\0\0\0\0\0";
	struct file_facts facts = facts_of(with(jpeg, 2, (struct str){little, 36}));

	(void)state;
	assert_int_equal(facts.orientation, 6);
	assert_false(facts.broken);
	assert_int_equal(picture_width(&facts), 20);
	assert_int_equal(picture_height(&facts), 40);
	facts = facts_of(with(jpeg, 2, (struct str){big, 36}));
	assert_int_equal(facts.orientation, 8);
	facts = facts_of(jpeg);
	assert_int_equal(facts.orientation, 0);
	assert_int_equal(picture_width(&facts), 40);
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_picture_is_turned_as_its_camera_was),
		cmocka_unit_test(each_format_reads_what_it_writes),
		cmocka_unit_test(what_is_transparent_stays_so),
		cmocka_unit_test(a_jpeg_is_made_smaller_while_it_is_read),
		cmocka_unit_test(sizes_keep_their_shape_and_their_bytes),
		cmocka_unit_test(every_cut_of_a_file_is_told),
		cmocka_unit_test(what_unpacks_to_too_much_is_not_unpacked),
		cmocka_unit_test(words_are_taken_out_and_pixels_stay),
		cmocka_unit_test(how_a_camera_was_held_is_read_in_both_orders),
	};
	int failed = UNIT_RUN(tests);

	arena_free(&arena);
	return failed;
}
