/* The path draws each row's dark modules as strokes, one unit wide, along the middle of
 * the row: "M4 4.5h7m1 0h2". That is half as long as an outline of each. */
#include "draw/qr.h"

#include <qrencode.h>

#include "draw/svg.h"

/* The library takes a length of its own, so text needs no NUL; as bytes, because parts
 * in other modes would save nothing in an address of small letters. */
static QRcode *encode(struct str text)
{
	if (!text.n || text.n > QR_TEXT_MAX)
		return NULL;
	return QRcode_encodeData((int)text.n, (const unsigned char *)text.p, 0, QR_ECLEVEL_M);
}

static bool is_dark(const QRcode *code, int x, int y)
{
	return x < code->width && code->data[y * code->width + x] & 1;
}

/* Where the run of equal modules ends that begins at x. */
static int end_of_run(const QRcode *code, int x, int y)
{
	bool dark = is_dark(code, x, y);

	while (x < code->width && is_dark(code, x, y) == dark)
		x++;
	return x;
}

static void put_row(struct buf *out, const QRcode *code, int y)
{
	int last = -1; /* where the last dark run of the row ended */

	for (int x = 0, end; x < code->width; x = end) {
		end = end_of_run(code, x, y);
		if (!is_dark(code, x, y))
			continue;
		if (last < 0)
			buf_fmt(out, "M%d %d.5", x + QR_QUIET, y + QR_QUIET);
		else
			buf_fmt(out, "m%d 0", x - last);
		buf_fmt(out, "h%d", end - x);
		last = end;
	}
}

static void put_code(struct buf *out, const QRcode *code, struct str title, struct str desc)
{
	int size = code->width + 2 * QR_QUIET;

	svg_begin(out, size, size, (struct str){0}, title, desc);
	buf_fmt(out, "<path fill=\"#fff\" d=\"M0 0h%dv%dH0z\"/>", size, size);
	buf_add_z(out, "<path stroke=\"#000\" shape-rendering=\"crispEdges\" d=\"");
	for (int y = 0; y < code->width; y++)
		put_row(out, code, y);
	buf_add_z(out, "\"/>");
	svg_end(out);
}

bool qr_put(struct buf *out, struct str text, struct str title, struct str desc)
{
	QRcode *code = encode(text);

	if (!code)
		return false;
	put_code(out, code, title, desc);
	QRcode_free(code);
	return true;
}

int qr_version(struct str text)
{
	QRcode *code = encode(text);
	int version = code ? code->version : 0;

	QRcode_free(code);
	return version;
}
