#include "unit.h"

#include "site/feed.h"

static struct arena arena;

static const struct feed_wanted wanted = {.code = {"a", 1},
					  .domain = {"https://a.vn", 12},
					  .today = {.year = 2026, .month = 11, .day = 22}};

#define HEAD                                                                                  \
	"{\"luoc_do\":\"cchc-nguon/1\",\"cap_nhat\":\"2026-11-22\",\"don_vi\":{\"ma\":\"a\"," \
	"\"ten_mien\":\"https://a.vn\",\"trang\":\"https://a.vn/\"}"

static enum feed_fault fault_of(struct str text, struct feed *out)
{
	struct arena scratch = {0};
	enum feed_fault fault = feed_parse(&arena, &scratch, text, &wanted, out);

	arena_free(&scratch);
	return fault;
}

/* A feed with so many of an item under a key. */
static struct feed with_many(const char *key, const char *item, size_t n)
{
	struct buf text = {.arena = &arena};
	struct feed f;

	buf_fmt(&text, HEAD ",\"%s\":[", key);
	for (size_t i = 0; i < n; i++)
		buf_fmt(&text, "%s%s", i ? "," : "", item);
	buf_add_z(&text, "]}");
	assert_int_equal(fault_of(buf_str(&text), &f), FEED_GOOD);
	return f;
}

static void plans_posts_and_reports_are_bounded(void **state)
{
	const char *post = "{\"tieu_de\":\"x\",\"ngay_dang\":\"2026-01-01\"}";

	(void)state;
	assert_int_equal(with_many("ke_hoach", "{}", FEED_PLANS_MAX).n_plans, FEED_PLANS_MAX);
	assert_int_equal(with_many("ke_hoach", "{}", FEED_PLANS_MAX + 1).n_plans,
			 FEED_PLANS_MAX);
	assert_int_equal(with_many("tin_bai", post, FEED_POSTS_MAX - 1).n_posts,
			 FEED_POSTS_MAX - 1);
	assert_int_equal(with_many("tin_bai", post, FEED_POSTS_MAX + 1).n_posts,
			 FEED_POSTS_MAX);
	assert_int_equal(with_many("bao_cao", "{}", FEED_REPORTS_MAX + 1).n_reports,
			 FEED_REPORTS_MAX);
}

static void targets_of_a_plan_are_bounded(void **state)
{
	struct buf plan = {.arena = &arena};
	struct feed f;

	(void)state;
	buf_add_z(&plan, "{\"chi_tieu\":[");
	for (size_t i = 0; i <= FEED_TARGETS_MAX; i++)
		buf_fmt(&plan, "%s{\"tinh_trang\":\"dat\"}", i ? "," : "");
	buf_add_z(&plan, "]}");
	buf_byte(&plan, 0);
	f = with_many("ke_hoach", plan.p, 1);
	assert_int_equal(f.plans[0].n_targets, FEED_TARGETS_MAX);
	assert_int_equal(f.plans[0].in_state[TARGET_REACHED], FEED_TARGETS_MAX);
}

static struct str title_of(size_t length)
{
	struct buf post = {.arena = &arena};

	buf_add_z(&post, "{\"ngay_dang\":\"2026-01-01\",\"tieu_de\":\"");
	for (size_t i = 0; i < length; i++)
		buf_add_z(&post, "đ");
	buf_add_z(&post, "\"}");
	buf_byte(&post, 0);
	return with_many("tin_bai", post.p, 1).posts[0].title;
}

static void texts_are_cut_between_characters(void **state)
{
	(void)state;
	assert_int_equal(title_of(FEED_TEXT_MAX).n, 2 * FEED_TEXT_MAX);
	assert_int_equal(title_of(FEED_TEXT_MAX + 1).n, 2 * FEED_TEXT_MAX);
}

static void bytes_are_bounded(void **state)
{
	struct buf text = {.arena = &arena};
	struct feed f;

	(void)state;
	buf_add_z(&text, HEAD "}");
	while (text.n < FEED_BYTES_MAX)
		buf_byte(&text, ' ');
	assert_int_equal(fault_of(buf_str(&text), &f), FEED_GOOD);
	buf_byte(&text, ' ');
	assert_int_equal(fault_of(buf_str(&text), &f), FEED_TOO_LARGE);
}

static void an_address_is_bounded(void **state)
{
	struct buf post = {.arena = &arena};

	(void)state;
	buf_add_z(&post,
		  "{\"ngay_dang\":\"2026-01-01\",\"tieu_de\":\"x\",\"url\":\"https://a.vn/");
	for (size_t i = 13; i < FEED_URL_MAX; i++)
		buf_byte(&post, 'x');
	buf_add(&post, STR("\"}\0"));
	assert_int_equal(with_many("tin_bai", post.p, 1).posts[0].url.n, FEED_URL_MAX);
	post.n -= 3;
	buf_add(&post, STR("x\"}\0"));
	assert_int_equal(with_many("tin_bai", post.p, 1).posts[0].url.n, 0);
}

static void an_origin_is_scheme_and_host(void **state)
{
	(void)state;
	assert_str(feed_origin(STR("https://a.vn/x/y")), "https://a.vn");
	assert_str(feed_origin(STR("https://a.vn")), "https://a.vn");
	assert_str(feed_origin(STR("http://a.vn:8080/")), "http://a.vn:8080");
	assert_str(feed_origin(STR("https:///x")), "");
	assert_str(feed_origin(STR("ftp://a.vn/")), "");
	assert_str(feed_origin(STR("//a.vn/")), "");
	assert_str(feed_origin(STR("")), "");
}

static void each_fault_has_a_code_of_its_own(void **state)
{
	(void)state;
	for (int i = 0; i < FEED_FAULTS; i++)
		assert_int_equal(feed_fault_of(str_of(feed_fault_code((enum feed_fault)i))), i);
	assert_int_equal(feed_fault_of(STR("gi-do")), FEED_FAULTS);
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(plans_posts_and_reports_are_bounded),
		cmocka_unit_test(targets_of_a_plan_are_bounded),
		cmocka_unit_test(texts_are_cut_between_characters),
		cmocka_unit_test(bytes_are_bounded),
		cmocka_unit_test(an_address_is_bounded),
		cmocka_unit_test(an_origin_is_scheme_and_host),
		cmocka_unit_test(each_fault_has_a_code_of_its_own),
	};
	int status = UNIT_RUN(tests);

	arena_free(&arena);
	return status;
}
