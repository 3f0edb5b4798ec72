#include "data/csv.h"

#define BYTE_ORDER_MARK "\xEF\xBB\xBF"

void csv_begin(struct buf *out)
{
	buf_add_z(out, BYTE_ORDER_MARK);
}

static bool begins_row(const struct buf *out)
{
	size_t mark = sizeof(BYTE_ORDER_MARK) - 1;

	return !out->n || out->p[out->n - 1] == '\n' ||
	       (out->n == mark && memcmp(out->p, BYTE_ORDER_MARK, mark) == 0);
}

static void part(struct buf *out)
{
	if (!begins_row(out))
		buf_byte(out, ',');
}

static bool is_formula(struct str cell)
{
	return cell.n && memchr("=+-@\t\r\n", cell.p[0], 7);
}

void csv_put(struct buf *out, struct str cell)
{
	part(out);
	buf_byte(out, '"');
	if (is_formula(cell))
		buf_byte(out, '\'');
	for (size_t i = 0; i < cell.n; i++) {
		if (cell.p[i] == '"')
			buf_byte(out, '"');
		buf_byte(out, cell.p[i]);
	}
	buf_byte(out, '"');
}

void csv_put_number(struct buf *out, int64_t n)
{
	part(out);
	buf_fmt(out, "%lld", (long long)n);
}

static bool is_decimal(struct str s)
{
	struct str rest;
	struct str whole = str_cut(s, '.', &rest);

	for (size_t i = 0; i < s.n; i++) {
		if ((s.p[i] < '0' || s.p[i] > '9') && i != whole.n)
			return false;
	}
	return whole.n && (rest.n || whole.n == s.n);
}

void csv_put_digits(struct buf *out, struct str number)
{
	if (!is_decimal(number)) {
		csv_put(out, number);
		return;
	}
	part(out);
	buf_add(out, number);
}

void csv_end_row(struct buf *out)
{
	buf_add_z(out, "\r\n");
}
