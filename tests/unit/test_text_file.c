#include "unit.h"

#include <unistd.h>

#include "base/file.h"
#include "site/text_file.h"

static struct arena arena;

/* A file of that many letters, read as text; what was reported goes to d. */
static bool read_letters(size_t n, struct diag *d)
{
	char *path = unit_temp_name(&arena);
	char *letters = arena_array(&arena, char, n);
	struct source source = {0};
	struct str text;
	uint64_t hash;
	bool ok;
	int fd = mkstemp(path);

	assert_true(fd >= 0);
	close(fd);
	memset(letters, 'a', n);
	assert_true(file_write(&arena, str_of(path), (struct str){letters, n}, d));
	source.path = str_of(path);
	ok = text_file_read(&arena, &source, &text, &hash, d);
	assert_true(!ok || text.n == n);
	unlink(path);
	return ok;
}

static void a_text_may_be_as_long_as_the_limit_and_no_longer(void **state)
{
	struct diag d = {.arena = &arena};

	(void)state;
	assert_true(read_letters(TEXT_FILE_MAX, &d));
	assert_false(read_letters(TEXT_FILE_MAX + 1, &d));
	assert_diag_has(&d, "the file is too large: 4194305 bytes, at most 4194304");
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_text_may_be_as_long_as_the_limit_and_no_longer),
	};
	int status = UNIT_RUN(tests);

	arena_free(&arena);
	return status;
}
