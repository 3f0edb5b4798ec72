#include "unit.h"

#include "base/url.h"

static void the_host_of_an_address(void **state)
{
	(void)state;
	assert_str(url_host(STR("https://bv.example.vn/cchc/")), "bv.example.vn");
	assert_str(url_host(STR("https://bv.example.vn")), "bv.example.vn");
	assert_str(url_host(STR("http://bv.example.vn:8080?a=b")), "bv.example.vn");
	assert_str(url_host(STR("https://bv.example.vn#x:y@z")), "bv.example.vn");
	assert_str(url_host(STR("bv.example.vn/x:y")), "bv.example.vn");
	assert_str(url_host(STR("")), "");
	assert_str(url_host(STR("https://")), "");
}

/* What stands before the last '@' is a name, however much it looks like a host. */
static void whoever_would_pass_for_another(void **state)
{
	(void)state;
	assert_str(url_host(STR("https://dvc.gov.vn@example.com/")), "example.com");
	assert_str(url_host(STR("https://dvc.gov.vn:x@y@example.com:1/")), "example.com");
	assert_str(url_host(STR("https://example.com/?to=https://dvc.gov.vn/")), "example.com");
	assert_str(url_host(STR("https://example.com/@dvc.gov.vn")), "example.com");
}

static void an_ipv6_address_keeps_its_brackets(void **state)
{
	(void)state;
	assert_str(url_host(STR("http://[::1]:8080/x")), "[::1]");
	assert_str(url_host(STR("http://[::1]")), "[::1]");
	assert_str(url_host(STR("http://[::1")), "[::1");
}

static void a_host_below_another(void **state)
{
	(void)state;
	assert_true(host_is_of(STR("gov.vn"), STR("gov.vn")));
	assert_true(host_is_of(STR("dvc.gov.vn"), STR("gov.vn")));
	assert_false(host_is_of(STR("dvcgov.vn"), STR("gov.vn")));
	assert_false(host_is_of(STR("gov.vn"), STR("dvc.gov.vn")));
	assert_false(host_is_of(STR("gov.vn.example.com"), STR("gov.vn")));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_host_of_an_address),
		cmocka_unit_test(whoever_would_pass_for_another),
		cmocka_unit_test(an_ipv6_address_keeps_its_brackets),
		cmocka_unit_test(a_host_below_another),
	};

	return UNIT_RUN(tests);
}
