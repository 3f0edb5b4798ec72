#include "unit.h"

#include "base/sha256.h"

static struct arena a;

static void the_examples_of_the_standard(void **state)
{
	(void)state;
	assert_true(
		str_eq_z(sha256_of(&a, STR("")),
			 "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"));
	assert_true(
		str_eq_z(sha256_of(&a, STR("abc")),
			 "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"));
	assert_true(str_eq_z(
		sha256_of(&a, STR("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq")),
		"248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"));
}

static void a_million_letters_in_odd_pieces(void **state)
{
	struct sha256 s;
	char piece[997];

	(void)state;
	memset(piece, 'a', sizeof(piece));
	sha256_start(&s);
	for (size_t n = 0; n < 1000000; n += sizeof(piece))
		sha256_add(&s, str_head((struct str){piece, sizeof(piece)}, 1000000 - n));
	assert_true(
		str_eq_z(sha256_end_hex(&a, &s),
			 "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"));
}

/* 55 and 56 bytes are where the length no longer fits into the block; the sums come from
 * sha256sum. */
static void the_padding_at_the_end_of_a_block(void **state)
{
	static const char zeros[65];

	(void)state;
	assert_true(
		str_eq_z(sha256_of(&a, (struct str){zeros, 55}),
			 "02779466cdec163811d078815c633f21901413081449002f24aa3e80f0b88ef7"));
	assert_true(
		str_eq_z(sha256_of(&a, (struct str){zeros, 56}),
			 "d4817aa5497628e7c77e6b606107042bbba3130888c5f47a375e6179be789fbb"));
	assert_true(
		str_eq_z(sha256_of(&a, (struct str){zeros, 64}),
			 "f5a5fd42d16a20302798ef6ed309979b43003d2320d9f0e8ea9831a92759fb4b"));
}

static void digits_are_told_from_others(void **state)
{
	(void)state;
	assert_true(sha256_is_hex(sha256_of(&a, STR(""))));
	assert_false(sha256_is_hex(str_head(sha256_of(&a, STR("")), 63)));
	assert_false(sha256_is_hex(
		STR("E3B0C44298FC1C149AFBF4C8996FB92427AE41E4649B934CA495991B7852B855")));
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_examples_of_the_standard),
		cmocka_unit_test(a_million_letters_in_odd_pieces),
		cmocka_unit_test(the_padding_at_the_end_of_a_block),
		cmocka_unit_test(digits_are_told_from_others),
	};

	int status = UNIT_RUN(tests);

	arena_free(&a);
	return status;
}
