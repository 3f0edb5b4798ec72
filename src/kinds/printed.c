#include "kinds/printed.h"

struct str printed_number(struct arena *a, struct str number, struct str symbol)
{
	bool is_digit = number.n == 1 && number.p[0] >= '0' && number.p[0] <= '9';
	struct buf out = {.arena = a};

	buf_add_z(&out, is_digit ? "0" : number.n ? "" : "…");
	buf_add(&out, number);
	if (symbol.n)
		buf_fmt(&out, "/" STR_FMT, STR_ARG(symbol));
	return buf_str(&out);
}

struct str printed_day(struct arena *a, struct date d)
{
	if (date_is_full(d))
		return date_long(a, d);
	if (d.month)
		return str_fmt(a, "ngày … tháng %s%d năm %d", d.month < 3 ? "0" : "", d.month,
			       d.year);
	if (d.year)
		return str_fmt(a, "ngày … tháng … năm %d", d.year);
	return STR("ngày … tháng … năm …");
}

struct str printed_end(struct arena *a, struct str text)
{
	text = str_trim(text);
	while (str_ends(text, STR(".")) || str_ends(text, STR("/")))
		text.n--;
	return str_concat(a, text, STR("./."), (struct str){0});
}
