#include "base/base64.h"

void base64_put(struct buf *out, struct str bytes)
{
	static const char digits[] =
		"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
	uint32_t bits = 0;
	unsigned n = 0;

	for (size_t i = 0; i < bytes.n; i++) {
		bits = bits << 8 | (unsigned char)bytes.p[i];
		for (n += 8; n >= 6; n -= 6)
			buf_byte(out, digits[bits >> (n - 6) & 63]);
	}
	if (n)
		buf_byte(out, digits[bits << (6 - n) & 63]);
}

void base64_put_padded(struct buf *out, struct str bytes)
{
	base64_put(out, bytes);
	for (size_t i = bytes.n; i % 3; i++)
		buf_byte(out, '=');
}
