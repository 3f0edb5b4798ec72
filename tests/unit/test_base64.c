#include "unit.h"

#include "base/base64.h"

static struct arena arena;

static struct str put(struct str bytes)
{
	struct buf out = {.arena = &arena};

	base64_put(&out, bytes);
	return buf_str(&out);
}

static struct str put_padded(struct str bytes)
{
	struct buf out = {.arena = &arena};

	base64_put_padded(&out, bytes);
	return buf_str(&out);
}

static void the_examples_of_the_standard(void **state)
{
	(void)state;
	assert_str(put_padded(STR("")), "");
	assert_str(put_padded(STR("f")), "Zg==");
	assert_str(put_padded(STR("fo")), "Zm8=");
	assert_str(put_padded(STR("foo")), "Zm9v");
	assert_str(put_padded(STR("foob")), "Zm9vYg==");
	assert_str(put_padded(STR("fooba")), "Zm9vYmE=");
	assert_str(put_padded(STR("foobar")), "Zm9vYmFy");
}

static void keys_have_no_signs_at_the_end(void **state)
{
	(void)state;
	assert_str(put(STR("f")), "Zg");
	assert_str(put(STR("fooba")), "Zm9vYmE");
}

static void bytes_above_ascii_are_bytes(void **state)
{
	(void)state;
	assert_str(put_padded(STR("\xff\xfe\xfb\x00\x80")), "//77AIA=");
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_examples_of_the_standard),
		cmocka_unit_test(keys_have_no_signs_at_the_end),
		cmocka_unit_test(bytes_above_ascii_are_bytes),
	};
	int status = UNIT_RUN(tests);

	arena_free(&arena);
	return status;
}
