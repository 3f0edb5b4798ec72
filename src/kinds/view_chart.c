#include "kinds/view_chart.h"

#include "viet/decimal.h"

static bool has_number(const struct chart *c)
{
	for (size_t i = 0; i < c->n_rows * c->n_series; i++) {
		if (c->rows[i / c->n_series].values[i % c->n_series] != CHART_MISSING)
			return true;
	}
	return false;
}

const struct value *view_chart(struct arena *a, const struct chart *c, struct str id)
{
	static const struct str none = {0};
	struct chart chart = *c;
	struct buf out = {.arena = a};

	if (!chart.n_series) {
		chart.series = &none;
		chart.n_series = 1;
	}
	if (chart.n_rows > chart_rows_max(chart.sort) || chart.n_series > CHART_SERIES_MAX ||
	    !has_number(&chart))
		return value_null(a);
	chart_put(&out, &chart, id);
	return value_string(a, buf_str(&out));
}

int64_t view_chart_count(int64_t n)
{
	return n < 0 || n > INT64_MAX / DECIMAL_ONE ? CHART_MISSING : n * DECIMAL_ONE;
}
