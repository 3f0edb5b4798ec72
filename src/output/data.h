/*
 * data - outputs that are data for programs and not pages: the feed by which a superior
 * agency counts its units, and the small pieces that data is made of.
 *
 * Keys are those of content files and layouts. Dates are as ISO 8601 has them, addresses
 * are whole, and what is not known is null.
 */
#ifndef CCHC_OUTPUT_DATA_H
#define CCHC_OUTPUT_DATA_H

#include "output/view.h"
#include "site/counting.h"
#include "site/feed.h"

void data_set(const struct viewing *w, struct value *map, const char *key,
	      const struct value *v);
void data_text(const struct viewing *w, struct value *map, const char *key, struct str s);
/* null of a number below 0 */
void data_number(const struct viewing *w, struct value *map, const char *key, int64_t n);
void data_day(const struct viewing *w, struct value *map, const char *key, struct date d);
void data_url(const struct viewing *w, struct value *map, const char *key, struct str url);

/* What a plan asks for and what there is, as of today. */
struct plan_count data_count(const struct viewing *w, const struct page *plan);
/* {tt, noi_dung, kenh, don_vi_tinh, cach_dem, chu_ky, han, phai_dat, da_dat, ca_ky,
 * loai_phai_dat, loai_da_dat, loai_ca_ky, tinh_trang} */
struct value *data_target(const struct viewing *w, const struct plan_count *count,
			  const struct target_count *t);

/* cchc.json */
make_fn unit_feed_make;

#define CALENDAR_FILE "lich.ics"

/* lich.ics, of the site and of an event. Is there anything of that page in it? */
make_fn calendars_make, calendars_make_event;
bool calendars_have(const struct page *p);

#endif
