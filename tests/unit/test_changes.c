#include "unit.h"

#include "net/changes.h"

static struct arena arena;

static void put(struct release *r, const char *path, char digit, enum file_class class)
{
	struct release_file *f = arena_new(&arena, struct release_file);
	char *hash = arena_array(&arena, char, 65);

	memset(hash, digit, 64);
	f->hash = (struct str){hash, 64};
	f->bytes = 10;
	f->class = class;
	map_set(&r->files, str_of(path), f);
}

static struct release empty(void)
{
	return (struct release){.site = STR("https://bv.example.vn/"),
				.when = STR("2026-11-22T08:00"),
				.number = 1,
				.of = 1,
				.files = {.arena = &arena}};
}

static struct there nothing(void)
{
	return (struct there){.manifest = empty(), .touched = {.arena = &arena}};
}

/* A site of n files, of which the first `gone` are not wanted any more. */
static bool removes_many(size_t n, size_t gone)
{
	struct there there = nothing();
	struct release now = empty();

	for (size_t i = 0; i < n; i++) {
		const char *path = str_z(&arena, str_fmt(&arena, "a%zu.html", i));

		put(&there.manifest, path, '1', CLASS_PAGE);
		if (i >= gone)
			put(&now, path, '1', CLASS_PAGE);
	}
	return changes_remove_many(changes_find(&arena, &now, &there), &there);
}

static void removals_have_a_cap(void **state)
{
	(void)state;
	assert_false(removes_many(1000, REMOVALS_FREE));
	assert_true(removes_many(1000, REMOVALS_FREE + 1));
	assert_false(removes_many(100, REMOVALS_PERCENT));
	assert_true(removes_many(100, REMOVALS_PERCENT + 1));
}

static void what_is_the_same_is_not_sent(void **state)
{
	struct there there = nothing();
	struct release now = empty();
	struct changes *c;

	(void)state;
	put(&there.manifest, "a.html", '1', CLASS_PAGE);
	put(&there.manifest, "b.html", '1', CLASS_PAGE);
	put(&now, "a.html", '1', CLASS_PAGE);
	put(&now, "b.html", '2', CLASS_PAGE);
	put(&now, "c.html", '3', CLASS_PAGE);
	c = changes_find(&arena, &now, &there);
	assert_int_equal(c->same, 1);
	assert_int_equal(c->n_puts, 2);
	assert_int_equal(c->n_new, 1);
	assert_int_equal(c->bytes, 20);
	assert_false(c->puts[0].is_new);
	assert_true(c->puts[1].is_new);
}

static void classes_come_in_their_order(void **state)
{
	struct there there = nothing();
	struct release now = empty();
	struct changes *c;

	(void)state;
	put(&now, "index.html", '1', CLASS_HOME);
	put(&now, "rss.xml", '1', CLASS_FEED);
	put(&now, "tin/index.html", '1', CLASS_LIST);
	put(&now, "z.html", '1', CLASS_PAGE);
	put(&now, "b.html", '1', CLASS_PAGE);
	put(&now, "a.css", '1', CLASS_ASSET);
	c = changes_find(&arena, &now, &there);
	assert_int_equal(c->n_puts, 6);
	assert_str(c->puts[0].path, "a.css");
	assert_str(c->puts[1].path, "b.html");
	assert_str(c->puts[2].path, "z.html");
	assert_str(c->puts[3].path, "tin/index.html");
	assert_str(c->puts[4].path, "rss.xml");
	assert_str(c->puts[5].path, "index.html");
}

/* Publishes a site without the style, over what there is. */
static struct changes *publish_without(struct there *there)
{
	struct release now = empty();
	struct changes *c;

	put(&now, "a.html", '1', CLASS_PAGE);
	c = changes_find(&arena, &now, there);
	there->manifest = c->after;
	return c;
}

static void a_fingerprinted_file_stays_for_two_releases(void **state)
{
	struct there there = nothing();

	(void)state;
	put(&there.manifest, "a.html", '1', CLASS_PAGE);
	put(&there.manifest, "tai-nguyen/site.0123abcd.css", '2', CLASS_ASSET);
	for (int i = 0; i < KEPT_RELEASES; i++) {
		struct changes *c = publish_without(&there);

		assert_int_equal(c->kept, 1);
		assert_int_equal(c->n_removals, 0);
	}
	assert_int_equal(publish_without(&there)->n_removals, 1);
	put(&there.manifest, "tai-nguyen/anh.0123abcd.jpg", '2', CLASS_ASSET);
	assert_int_equal(publish_without(&there)->n_removals, 1);
}

static void names_with_a_hash_are_told(void **state)
{
	(void)state;
	assert_true(path_is_fingerprinted(STR("a/tai-nguyen/site.0123abcd.css")));
	assert_false(path_is_fingerprinted(STR("a/tai-nguyen/site.0123abc.css")));
	assert_false(path_is_fingerprinted(STR("a/tai-nguyen/site.css")));
	assert_true(path_is_fingerprinted(STR("tai-nguyen/site.0123abcd.css")));
	assert_false(path_is_fingerprinted(STR("tai-nguyen/0123abcd.css")));
	assert_false(path_is_fingerprinted(STR("a/tai-nguyen-2/site.0123abcd.css")));
	assert_false(path_is_fingerprinted(STR("van-ban/bao-cao.20251231.pdf")));
	assert_true(path_is_fingerprinted(STR("a/tim-kiem/b.0123abcd.bin")));
	assert_false(path_is_fingerprinted(STR("a/tai-nguyen/site.0123abcx.css")));
}

static void what_is_in_the_way_goes_first(void **state)
{
	struct there there = nothing();
	struct release now = empty();
	struct changes *c;

	(void)state;
	put(&there.manifest, "a", '1', CLASS_ASSET);
	put(&there.manifest, "b/c.css", '1', CLASS_ASSET);
	put(&there.manifest, "d.css", '1', CLASS_ASSET);
	put(&now, "a/x.css", '1', CLASS_ASSET);
	put(&now, "b", '1', CLASS_ASSET);
	c = changes_find(&arena, &now, &there);
	assert_int_equal(c->n_in_the_way, 2);
	assert_int_equal(c->n_removals, 1);
	assert_str(c->removals[0].path, "d.css");
}

/* Of an interrupted publish: what the journal does not know is sent again, and what it
 * does is not; all of it is ours. */
static void what_is_in_doubt_is_sent_again(void **state)
{
	struct there there = nothing();
	struct release now = empty();
	struct str unknown = {0}, *done = arena_new(&arena, struct str);
	struct changes *c;

	(void)state;
	put(&there.manifest, "a.html", '1', CLASS_PAGE);
	put(&now, "a.html", '1', CLASS_PAGE);
	put(&now, "b.html", '2', CLASS_PAGE);
	*done = ((struct release_file *)map_get(&now.files, STR("b.html")))->hash;
	map_set(&there.touched, STR("a.html"), &unknown);
	map_set(&there.touched, STR("b.html"), done);
	map_set(&there.touched, STR("c.html"), &unknown);
	c = changes_find(&arena, &now, &there);
	assert_int_equal(c->n_puts, 1);
	assert_str(c->puts[0].path, "a.html");
	assert_int_equal(c->n_removals, 1);
	assert_str(c->removals[0].path, "c.html");
}

static struct str text_of_two(void)
{
	struct release r = empty();

	put(&r, "b.html", '1', CLASS_PAGE);
	put(&r, "a b.html", '2', CLASS_HOME);
	return release_text(&arena, &r);
}

static void a_release_is_read_as_it_was_written(void **state)
{
	struct release r;
	const struct release_file *f;

	(void)state;
	assert_true(release_parse(&arena, text_of_two(), &r));
	assert_str(r.site, "https://bv.example.vn/");
	assert_int_equal(r.number, 1);
	assert_int_equal(r.files.n, 2);
	f = map_get(&r.files, STR("a b.html"));
	assert_non_null(f);
	assert_int_equal(f->class, CLASS_HOME);
	assert_int_equal(f->bytes, 10);
}

static void any_byte_that_is_wrong_or_missing_is_damage(void **state)
{
	struct str text = text_of_two();
	struct release r;

	(void)state;
	for (size_t i = 0; i < text.n; i++) {
		char *wrong = str_z(&arena, text);

		assert_false(release_parse(&arena, str_head(text, i), &r));
		wrong[i] ^= 1;
		assert_false(release_parse(&arena, (struct str){wrong, text.n}, &r));
	}
}

/* What is sealed well may still be somebody's trick. */
static void paths_that_leave_the_web_root_are_damage(void **state)
{
	static const char *const bad[] = {"../a.html", "/etc/passwd", "a/../../b", "a//b", "."};

	(void)state;
	for (size_t i = 0; i < COUNT(bad); i++) {
		struct release r = empty(), back;

		put(&r, bad[i], '1', CLASS_PAGE);
		assert_false(release_parse(&arena, release_text(&arena, &r), &back));
	}
}

static void what_stands_there_without_a_manifest_is_known_but_not_ours(void **state)
{
	struct there there = nothing();
	struct release now = empty(), same = empty();
	struct release_file *f;
	struct changes *c;

	(void)state;
	there.found.arena = &arena;
	put(&now, "a.html", '1', CLASS_PAGE);
	put(&now, "b.html", '2', CLASS_PAGE);
	put(&now, "c.html", '3', CLASS_PAGE);
	put(&same, "a.html", '1', CLASS_PAGE);
	f = map_get(&same.files, STR("a.html"));
	map_set(&there.found, STR("a.html"), &f->hash);
	map_set(&there.found, STR("b.html"), arena_new(&arena, struct str));
	map_set(&there.found, STR("d.html"), &f->hash);
	c = changes_find(&arena, &now, &there);
	assert_int_equal(c->same, 1);
	assert_int_equal(c->n_puts, 2);
	assert_false(c->puts[0].is_new);
	assert_true(c->puts[1].is_new);
	assert_int_equal(c->n_removals, 0);
}

static enum file_class class_of_index(struct str path)
{
	const struct output o = {.kind = OUTPUT_INDEX, .path = path};

	return class_of_output(&o);
}

static void files_of_the_search_are_sent_before_their_list(void **state)
{
	(void)state;
	assert_int_equal(class_of_index(STR("cchc/tim-kiem/a.0123abcd.bin")), CLASS_ASSET);
	assert_int_equal(class_of_index(STR("cchc/tim-kiem/muc-luc.json")), CLASS_FEED);
	assert_true(CLASS_ASSET < CLASS_FEED);
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(files_of_the_search_are_sent_before_their_list),
		cmocka_unit_test(removals_have_a_cap),
		cmocka_unit_test(what_is_the_same_is_not_sent),
		cmocka_unit_test(classes_come_in_their_order),
		cmocka_unit_test(a_fingerprinted_file_stays_for_two_releases),
		cmocka_unit_test(names_with_a_hash_are_told),
		cmocka_unit_test(what_is_in_the_way_goes_first),
		cmocka_unit_test(what_is_in_doubt_is_sent_again),
		cmocka_unit_test(what_stands_there_without_a_manifest_is_known_but_not_ours),
		cmocka_unit_test(a_release_is_read_as_it_was_written),
		cmocka_unit_test(any_byte_that_is_wrong_or_missing_is_damage),
		cmocka_unit_test(paths_that_leave_the_web_root_are_damage),
	};
	int status = UNIT_RUN(tests);

	arena_free(&arena);
	return status;
}
