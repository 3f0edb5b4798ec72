#include "unit.h"

#include "base/path.h"

static struct arena arena;

static struct str join(const char *dir, const char *name)
{
	return path_join(&arena, str_of(dir), str_of(name));
}

static void joining_adds_one_slash_between_two_parts(void **state)
{
	(void)state;
	assert_str(join("a", "b"), "a/b");
	assert_str(join("a/", "b"), "a/b");
	assert_str(join("", "b"), "b");
	assert_str(join("a", ""), "a");
	assert_str(join("", ""), "");
}

static void a_path_comes_apart(void **state)
{
	struct str path = STR("content/tin.bai/kham-bhyt.vi.md");

	(void)state;
	assert_str(path_dir(path), "content/tin.bai");
	assert_str(path_name(path), "kham-bhyt.vi.md");
	assert_str(path_extension(path), "md");
	assert_str(path_stem(path), "kham-bhyt.vi");
}

static void a_name_alone_has_no_folder(void **state)
{
	(void)state;
	assert_str(path_dir(STR("site.yaml")), "");
	assert_str(path_name(STR("site.yaml")), "site.yaml");
	assert_str(path_name(STR("a/")), "");
}

static void a_hidden_name_or_one_without_dot_has_no_extension(void **state)
{
	(void)state;
	assert_str(path_extension(STR("assets/.htaccess")), "");
	assert_str(path_stem(STR("assets/.htaccess")), ".htaccess");
	assert_str(path_extension(STR("a.b/README")), "");
	assert_str(path_stem(STR("a.b/README")), "README");
	assert_str(path_extension(STR("a.")), "");
	assert_str(path_stem(STR("a.")), "a");
}

/* dir and path cleaned; "OUT" when that is refused. */
static struct str clean(const char *dir, const char *path)
{
	struct str out;

	return path_clean(&arena, str_of(dir), str_of(path), &out) ? out : STR("OUT");
}

static void a_clean_path_has_no_dots_and_no_empty_parts(void **state)
{
	(void)state;
	assert_str(clean("", "a/./b//c/"), "a/b/c");
	assert_str(clean("content/tin", "../van-ban/a.md"), "content/van-ban/a.md");
	assert_str(clean("content/tin/", "./a.md"), "content/tin/a.md");
	assert_str(clean("a/b", "../.."), "");
	assert_str(clean("a/b", "../../c"), "c");
	assert_str(clean("", ""), "");
	assert_str(clean("a", "b/..c/...d"), "a/b/..c/...d");
}

static void a_path_cannot_leave_the_root(void **state)
{
	(void)state;
	assert_str(clean("", ".."), "OUT");
	assert_str(clean("a/b", "../../.."), "OUT");
	assert_str(clean("a/b", "../../../a/b/c"), "OUT");
	assert_str(clean("a", "b/../../../c"), "OUT");
	assert_str(clean("a", "/etc/passwd"), "OUT");
	assert_str(clean("..", "a"), "OUT");
}

static void a_refused_path_leaves_the_result_alone(void **state)
{
	struct str out = STR("before");

	(void)state;
	assert_false(path_clean(&arena, STR("a"), STR("../.."), &out));
	assert_str(out, "before");
}

static void an_extension_may_be_in_capitals(void **state)
{
	(void)state;
	assert_true(path_has_extension(STR("anh/IMG_1.JPG"), "jpg"));
	assert_true(path_has_extension(STR("a.pdf"), "pdf"));
	assert_false(path_has_extension(STR("a.jpeg"), "jpg"));
	assert_false(path_has_extension(STR("a.jp"), "jpg"));
	assert_false(path_has_extension(STR("a.jpgx"), "jpg"));
	assert_false(path_has_extension(STR(".jpg"), "jpg"));
	assert_false(path_has_extension(STR("jpg"), "jpg"));
}

/* n letters */
static struct str word(size_t n)
{
	char *p = arena_array(&arena, char, n);

	memset(p, 'a', n);
	return (struct str){p, n};
}

static void a_path_fits_up_to_its_limits(void **state)
{
	struct str long_part = word(PATH_PART_MAX), parts;

	(void)state;
	assert_true(path_fits(STR("")));
	assert_true(path_fits(long_part));
	assert_false(path_fits(word(PATH_PART_MAX + 1)));
	assert_false(
		path_fits(str_concat(&arena, STR("a/"), word(PATH_PART_MAX + 1), STR("/b"))));
	parts = str_concat(&arena, long_part, STR("/"), long_part);
	parts = str_concat(&arena, parts, STR("/"),
			   word(PATH_WHOLE_MAX - 2 * PATH_PART_MAX - 2));
	assert_int_equal(parts.n, PATH_WHOLE_MAX);
	assert_true(path_fits(parts));
	assert_false(path_fits(str_concat(&arena, parts, STR("a"), STR(""))));
}

static void folders_overlap_when_one_holds_the_other(void **state)
{
	(void)state;
	assert_true(path_overlap(STR("/a/b"), STR("/a/b")));
	assert_true(path_overlap(STR("/a"), STR("/a/b/c")));
	assert_true(path_overlap(STR("/a/b/c"), STR("/a")));
	assert_true(path_overlap(STR("/"), STR("/a")));
	assert_false(path_overlap(STR("/a/b"), STR("/a/bc")));
	assert_false(path_overlap(STR("/a/b"), STR("/a/c")));
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(folders_overlap_when_one_holds_the_other),
		cmocka_unit_test(joining_adds_one_slash_between_two_parts),
		cmocka_unit_test(a_path_comes_apart),
		cmocka_unit_test(a_name_alone_has_no_folder),
		cmocka_unit_test(a_hidden_name_or_one_without_dot_has_no_extension),
		cmocka_unit_test(an_extension_may_be_in_capitals),
		cmocka_unit_test(a_clean_path_has_no_dots_and_no_empty_parts),
		cmocka_unit_test(a_path_cannot_leave_the_root),
		cmocka_unit_test(a_refused_path_leaves_the_result_alone),
		cmocka_unit_test(a_path_fits_up_to_its_limits),
	};
	int status = UNIT_RUN(tests);

	arena_free(&arena);
	return status;
}
