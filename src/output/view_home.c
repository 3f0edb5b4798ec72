/* The home page: what people come for first. */
#include "output/view.h"

#include "kinds/article.h"
#include "kinds/contest.h"
#include "site/counting.h"

enum {
	SECTION_NEWEST = 5,
	HOME_ITEMS = 6,
	HOME_FEATURED = 6, /* when site.yaml chooses none */
	HOME_NOTICES = 3,
};

typedef bool wanted_fn(const struct viewing *w, const struct page *p);

/* The first cards that are wanted, in the order of the list. */
static const struct value *chosen_cards(const struct viewing *w, const struct page_list *pages,
					wanted_fn *wanted, size_t most)
{
	struct page_list found = {0};

	for (size_t i = 0; i < pages->n && found.n < most; i++) {
		if (wanted(w, pages->items[i]))
			page_list_add(w->arena, &found, pages->items[i]);
	}
	return view_cards(w, &found, 0, most);
}

static bool is_of_kind(const struct page *p, const char *code)
{
	return strcmp(p->kind->code, code) == 0;
}

static bool is_notice(const struct viewing *w, const struct page *p)
{
	return is_of_kind(p, "tin-bai") && article_is_notice(p->data) &&
	       !article_is_over(p->data, w->site->now);
}

static bool is_news(const struct viewing *w, const struct page *p)
{
	(void)w;
	return is_of_kind(p, "tin-bai") && !article_is_notice(p->data);
}

static bool is_document(const struct viewing *w, const struct page *p)
{
	(void)w;
	return is_of_kind(p, "van-ban");
}

static bool is_active(const struct viewing *w, const struct page *p)
{
	return !p->kind->has_ended || !p->kind->has_ended(p->data, w->site->now);
}

static const struct section *section_of_kind(const struct viewing *w, const char *code)
{
	for (size_t i = 0; i < w->site->n_sections; i++) {
		if (strcmp(w->site->sections[i].kind->code, code) == 0)
			return &w->site->sections[i];
	}
	return NULL;
}

/* Those of site.yaml that are published, or the first of the list. */
static const struct value *featured(const struct viewing *w)
{
	const struct section *section = section_of_kind(w, "thu-tuc");
	const struct list *codes = &w->site->config->featured;
	struct page_list found = {0};

	for (size_t i = 0; i < codes->n; i++) {
		struct page *p =
			site_find(w->site, STR("thu-tuc"), *LIST_ITEM(*codes, struct str, i));

		if (p && p->visibility == PAGE_PUBLISHED)
			page_list_add(w->arena, &found, p);
	}
	if (!found.n && section)
		return chosen_cards(w, &section->pages, is_active, HOME_FEATURED);
	return view_cards(w, &found, 0, found.n);
}

/* {ma, ten, url, so_luong} */
static const struct value *life_events(const struct viewing *w)
{
	const struct section *section = section_of_kind(w, "thu-tuc");
	const struct value *groups;

	if (!section)
		return value_list(w->arena);
	groups = view_groups(w, section);
	for (uint32_t i = 0; i < groups->n; i++) {
		const struct value *group = groups->entries[i].value;

		if (str_eq(value_get(group, STR("ma"))->text, STR("su-kien-doi-song")))
			return value_get(group, STR("muc"));
	}
	return value_list(w->arena);
}

static bool is_current_plan(const struct page *p, struct date today)
{
	struct date_range days = plan_days(p->data);

	return date_cmp(days.first, today) <= 0 && date_cmp(today, days.last) <= 0;
}

/* That of these days, or the newest. */
static struct page *chosen_plan(const struct viewing *w)
{
	const struct section *section = section_of_kind(w, "ke-hoach");
	struct date today = view_day(w->site->now);

	if (!section || !section->pages.n)
		return NULL;
	for (size_t i = 0; i < section->pages.n; i++) {
		if (is_current_plan(section->pages.items[i], today))
			return section->pages.items[i];
	}
	return section->pages.items[0];
}

/* With what was published against it; null without a plan. */
static const struct value *current_plan(const struct viewing *w)
{
	struct output output = *w->output;
	struct viewing inner = *w;
	struct value *v = value_map(w->arena);

	output.page = chosen_plan(w);
	if (!output.page)
		return value_null(w->arena);
	inner.output = &output;
	view_set(w, v, "ten", view_text(w, output.page->title));
	view_set(w, v, "url", view_path(w, output.page->url));
	view_set_progress(&inner, v);
	return v;
}

static const struct value *sections_with_newest(const struct viewing *w)
{
	struct value *list = value_list(w->arena);

	for (size_t i = 0; i < w->site->n_sections; i++) {
		const struct section *section = &w->site->sections[i];
		struct value *s;

		if (!section->kind->has_list)
			continue;
		s = view_section(w, section);
		view_set(w, s, "moi", view_cards(w, &section->pages, 0, SECTION_NEWEST));
		value_push(w->arena, list, s);
	}
	return list;
}

static bool is_open_contest(const struct viewing *w, const struct page *p)
{
	return contest_state(p->data, w->site->now) <= CONTEST_OPEN;
}

static const struct value *open_contests(const struct viewing *w)
{
	const struct section *section = section_of_kind(w, "cuoc-thi");

	return section ? chosen_cards(w, &section->pages, is_open_contest, HOME_NOTICES)
		       : value_list(w->arena);
}

void view_set_home(struct viewing *w, struct value *v)
{
	const struct page_list *news = &w->site->news;
	const struct section *procedures = section_of_kind(w, "thu-tuc");

	view_set(w, v, "tieu_de", view_text(w, w->site->config->name));
	view_set(w, v, "mo_ta", view_text(w, w->site->config->about));
	view_set(w, v, "cac_chuyen_muc", sections_with_newest(w));
	view_set(w, v, "cap_nhat", schema_view_date(w->arena, news->changed));
	view_set(w, v, "thu_tuc_noi_bat", featured(w));
	view_set(w, v, "chuyen_muc_thu_tuc",
		 procedures ? view_section(w, procedures) : value_null(w->arena));
	view_set(w, v, "su_kien_doi_song", life_events(w));
	view_set(w, v, "thong_bao", chosen_cards(w, news, is_notice, HOME_NOTICES));
	view_set(w, v, "tin_moi", chosen_cards(w, news, is_news, HOME_ITEMS));
	view_set(w, v, "van_ban_moi", chosen_cards(w, news, is_document, SECTION_NEWEST));
	view_set(w, v, "cuoc_thi_dang_mo", open_contests(w));
	view_set(w, v, "ke_hoach_nay", current_plan(w));
}
