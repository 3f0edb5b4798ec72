#include "output/data.h"

void data_set(const struct viewing *w, struct value *map, const char *key,
	      const struct value *v)
{
	value_set(w->arena, map, str_of(key), v);
}

void data_text(const struct viewing *w, struct value *map, const char *key, struct str s)
{
	data_set(w, map, key, view_text(w, s));
}

void data_number(const struct viewing *w, struct value *map, const char *key, int64_t n)
{
	data_set(w, map, key, n < 0 ? value_null(w->arena) : value_int(w->arena, n));
}

void data_day(const struct viewing *w, struct value *map, const char *key, struct date d)
{
	data_text(w, map, key, date_is_set(d) ? date_iso(w->arena, view_day(d)) : STR(""));
}

void data_url(const struct viewing *w, struct value *map, const char *key, struct str url)
{
	data_set(w, map, key, view_absolute(w, url));
}

struct plan_count data_count(const struct viewing *w, const struct page *plan)
{
	return count_plan(w->arena, w->site, plan->data, plan_days(plan->data),
			  view_day(w->site->now));
}

static void set_choice(const struct viewing *w, struct value *v, const char *key,
		       const struct choice *choices, int i)
{
	data_text(w, v, key, i < 0 ? STR("") : str_of(choices[i].code));
}

static const struct choice *choices_of(const char *key)
{
	return schema_field(&plan_target_schema, key)->choices;
}

struct value *data_target(const struct viewing *w, const struct plan_count *count,
			  const struct target_count *t)
{
	const struct plan_target *row = t->target;
	bool has_sorts = row->kinds >= 0;
	struct value *v = value_map(w->arena);

	data_text(w, v, "tt", row->number);
	data_text(w, v, "noi_dung", row->text);
	set_choice(w, v, "kenh", plan_channels, row->channel);
	data_text(w, v, "don_vi_tinh", row->counted_in);
	set_choice(w, v, "cach_dem", choices_of("cach_dem"), row->way);
	set_choice(w, v, "chu_ky", choices_of("chu_ky"), row->cadence);
	data_day(w, v, "han", count_deadline(row, plan_days(count->plan)));
	data_number(w, v, "phai_dat", t->pieces.due);
	data_number(w, v, "da_dat", t->pieces.done);
	data_number(w, v, "ca_ky", t->pieces.whole);
	data_number(w, v, "loai_phai_dat", has_sorts ? t->sorts.due : -1);
	data_number(w, v, "loai_da_dat", has_sorts ? t->sorts.done : -1);
	data_number(w, v, "loai_ca_ky", has_sorts ? t->sorts.whole : -1);
	data_text(w, v, "tinh_trang", str_of(report_target_states[t->state].code));
	return v;
}
