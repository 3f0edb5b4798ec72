#include "unit.h"

#include "kinds/page.h"
#include "output/output.h"

static struct arena arena;

/* A site of n plain pages, without sections or files: its home and the tree site map are
 * two addresses more. */
static struct site *site_of(size_t n)
{
	struct site *s = arena_new(&arena, struct site);
	struct page *pages = arena_array(&arena, struct page, n);
	struct plain_page *data = arena_new(&arena, struct plain_page);

	s->config = arena_new(&arena, struct config);
	s->config->domain = STR("https://bv.example.vn");
	s->config->base = STR("/cchc/");
	s->config->page_size = PAGE_SIZE_USUAL;
	s->subordinates = arena_new(&arena, struct subordinates);
	for (size_t i = 0; i < n; i++) {
		pages[i] = (struct page){.kind = &page_kind, .common = &data->common};
		pages[i].url = str_fmt(&arena, "trang-%zu/", i);
		page_list_add(&arena, &s->pages, &pages[i]);
	}
	return s;
}

static struct outputs *planned(const struct site *s)
{
	struct diag d = {.arena = &arena};
	const struct search none = {0};
	struct offline off = {0};
	struct outputs *o = plan_outputs(&arena, s, &none, &off, STR("nowhere"), &d);

	assert_non_null(o);
	assert_int_equal(d.errors, 0);
	return o;
}

static const struct output *find(const struct outputs *o, const char *path)
{
	for (size_t i = 0; i < o->n; i++) {
		if (str_eq_z(o->items[i].path, path))
			return &o->items[i];
	}
	return NULL;
}

/* How many addresses the template of a site map would see. */
static size_t addresses_in(const struct site *s, const struct outputs *o, const char *path)
{
	struct value *site_view = value_map(&arena);
	const struct output *output = find(o, path);

	assert_non_null(output);
	value_set(&arena, site_view, STR("trang_web"), value_map(&arena));
	value_set(&arena, site_view, STR("tai_nguyen"), value_map(&arena));
	return value_get(view_of_output(&arena, s, o, site_view, output), STR("muc"))->n;
}

static void as_many_addresses_as_a_site_map_may_have_are_in_one(void **state)
{
	const struct site *s = site_of(SITEMAP_URLS_MAX - 2);
	const struct outputs *o = planned(s);

	(void)state;
	assert_int_equal(find(o, "cchc/sitemap.xml")->kind, OUTPUT_SITEMAP);
	assert_null(find(o, "cchc/sitemap-1.xml"));
	assert_int_equal(addresses_in(s, o, "cchc/sitemap.xml"), SITEMAP_URLS_MAX);
}

static void one_more_begins_a_second_site_map_below_an_index(void **state)
{
	const struct site *s = site_of(SITEMAP_URLS_MAX - 1);
	const struct outputs *o = planned(s);

	(void)state;
	assert_int_equal(find(o, "cchc/sitemap.xml")->kind, OUTPUT_SITEMAP_INDEX);
	assert_int_equal(addresses_in(s, o, "cchc/sitemap.xml"), 2);
	assert_int_equal(addresses_in(s, o, "cchc/sitemap-1.xml"), SITEMAP_URLS_MAX);
	assert_int_equal(addresses_in(s, o, "cchc/sitemap-2.xml"), 1);
	assert_null(find(o, "cchc/sitemap-3.xml"));
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(as_many_addresses_as_a_site_map_may_have_are_in_one),
		cmocka_unit_test(one_more_begins_a_second_site_map_below_an_index),
	};
	int status = UNIT_RUN(tests);

	arena_free(&arena);
	return status;
}
