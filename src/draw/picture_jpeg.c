#include "draw/picture_parts.h"

#ifdef WITH_PICTURES
#include <setjmp.h>
#include <stdio.h>

#include <jpeglib.h>

enum {
	SMALLER_MAX = 8, /* libjpeg makes a picture 2, 4 or 8 times smaller as it unpacks it */
	CHUNK = 16 * 1024,              /* bytes */
	MEMORY_MAX = 256 * 1024 * 1024, /* bytes, of a progressive picture */
};

/* libjpeg's way out of any depth. */
struct trap {
	struct jpeg_error_mgr errors;
	jmp_buf out;
	struct jpeg_progress_mgr progress; /* of reading */
};

static void leave(j_common_ptr c)
{
	struct trap *trap = (struct trap *)(void *)c->err;

	longjmp(trap->out, 1);
}

static void say_nothing(j_common_ptr c)
{
	(void)c;
}

/* A few kilobytes can ask for all pixels to be gone over a thousand times. */
static void count_scans(j_common_ptr c)
{
	const struct jpeg_decompress_struct *d = (const void *)c;

	if (d->input_scan_number > PICTURE_SCANS_MAX)
		leave(c);
}

static struct jpeg_error_mgr *set_trap(struct trap *trap)
{
	jpeg_std_error(&trap->errors);
	trap->errors.error_exit = leave;
	trap->errors.output_message = say_nothing;
	return &trap->errors;
}

static void set_size(struct jpeg_decompress_struct *d, uint32_t width)
{
	d->scale_num = 1;
	d->scale_denom = SMALLER_MAX;
	while (d->scale_denom > 1 && d->image_width / d->scale_denom < width)
		d->scale_denom /= 2;
	d->out_color_space = JCS_EXT_BGRA;
}

static bool read_rows(struct arena *a, struct jpeg_decompress_struct *d, struct pixels *out)
{
	out->width = d->output_width;
	out->height = d->output_height;
	if ((uint64_t)out->width * out->height > PICTURE_PIXELS_MAX)
		return false;
	out->at = arena_array(a, uint32_t, (size_t)out->width * out->height);
	while (d->output_scanline < d->output_height) {
		JSAMPROW row = (JSAMPROW)(out->at + (size_t)d->output_scanline * out->width);

		jpeg_read_scanlines(d, &row, 1);
	}
	return true;
}

/* What is cut off is filled up with grey, with a warning. */
static bool decompress(struct arena *a, struct jpeg_decompress_struct *d, struct trap *trap,
		       struct str bytes, uint32_t width, struct pixels *out)
{
	if (setjmp(trap->out) != 0)
		return false;
	jpeg_create_decompress(d);
	d->progress = &trap->progress;
	d->mem->max_memory_to_use = MEMORY_MAX;
	jpeg_mem_src(d, (const unsigned char *)bytes.p, bytes.n);
	jpeg_read_header(d, TRUE);
	set_size(d, width);
	jpeg_start_decompress(d);
	if (!read_rows(a, d, out))
		return false;
	jpeg_finish_decompress(d);
	return !trap->errors.num_warnings;
}

bool jpeg_read(struct arena *a, struct str bytes, uint32_t width, struct pixels *out)
{
	struct trap trap = {.progress = {.progress_monitor = count_scans}};
	struct jpeg_decompress_struct d = {.err = set_trap(&trap)};
	bool ok = decompress(a, &d, &trap, bytes, width, out);

	jpeg_destroy_decompress(&d);
	return ok;
}

static void write_rows(struct jpeg_compress_struct *c, const struct pixels *p)
{
	while (c->next_scanline < c->image_height) {
		JSAMPROW row = (JSAMPROW)(p->at + (size_t)c->next_scanline * p->width);

		jpeg_write_scanlines(c, &row, 1);
	}
}

static void set_output(struct jpeg_compress_struct *c, const struct pixels *p, int quality)
{
	c->image_width = p->width;
	c->image_height = p->height;
	c->input_components = 4;
	c->in_color_space = JCS_EXT_BGRX;
	jpeg_set_defaults(c);
	jpeg_set_quality(c, quality, TRUE);
	jpeg_simple_progression(c);
	c->optimize_coding = TRUE;
}

/* Where libjpeg writes to. */
struct drain {
	struct jpeg_destination_mgr manager;
	struct buf out;
	JOCTET chunk[CHUNK];
};

static void begin_chunk(j_compress_ptr c)
{
	struct drain *drain = (struct drain *)(void *)c->dest;

	drain->manager.next_output_byte = drain->chunk;
	drain->manager.free_in_buffer = CHUNK;
}

static boolean put_chunk(j_compress_ptr c)
{
	struct drain *drain = (struct drain *)(void *)c->dest;

	buf_add(&drain->out, (struct str){(char *)drain->chunk, CHUNK});
	begin_chunk(c);
	return TRUE;
}

static void put_last(j_compress_ptr c)
{
	struct drain *drain = (struct drain *)(void *)c->dest;
	size_t n = CHUNK - drain->manager.free_in_buffer;

	buf_add(&drain->out, (struct str){(char *)drain->chunk, n});
}

static bool compress(struct jpeg_compress_struct *c, struct trap *trap, struct drain *drain,
		     const struct pixels *p, int quality)
{
	if (setjmp(trap->out) != 0)
		return false;
	jpeg_create_compress(c);
	c->dest = &drain->manager;
	set_output(c, p, quality);
	jpeg_start_compress(c, TRUE);
	write_rows(c, p);
	jpeg_finish_compress(c);
	return true;
}

struct str jpeg_write(struct arena *a, const struct pixels *p, int quality)
{
	struct trap trap;
	struct jpeg_compress_struct c = {.err = set_trap(&trap)};
	struct drain drain = {.manager = {.init_destination = begin_chunk,
					  .empty_output_buffer = put_chunk,
					  .term_destination = put_last},
			      .out = {.arena = a}};
	bool ok = compress(&c, &trap, &drain, p, quality);

	jpeg_destroy_compress(&c);
	return ok ? buf_str(&drain.out) : STR("");
}
#endif
