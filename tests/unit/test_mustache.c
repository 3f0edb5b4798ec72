/* What the cases of tests/spec cannot show: mistakes and their places, limits, several
 * threads, folders, warnings. */
#include <time.h>

#include "unit.h"

#include "base/jobs.h"
#include "text/mustache_nodes.h"

static struct arena arena;
static struct diag diag;
static struct layouts *layouts;

static int begin(void **state)
{
	(void)state;
	diag = (struct diag){.arena = &arena};
	layouts = layouts_new(&arena);
	return 0;
}

static int end(void **state)
{
	(void)state;
	arena_free(&arena);
	return 0;
}

static const struct source *source_of(const char *name, struct str text)
{
	struct source *source = arena_new(&arena, struct source);

	source->path = str_of(name);
	source->text = text;
	return source;
}

static bool add_text(const char *name, struct str text)
{
	return layouts_add(layouts, str_of(name), source_of(name, text), &diag);
}

static bool add(const char *name, const char *text)
{
	return add_text(name, str_of(text));
}

static const struct value *yaml(const char *text)
{
	struct pos at = {source_of("data.yaml", (struct str){0}), 1, 1};

	return value_from_yaml(&arena, at, str_of(text), YAML_FILE_MAX, &diag);
}

static bool render_into(struct buf *out, const char *name, const struct value *view)
{
	return template_render(&arena, layouts, layouts_get(layouts, str_of(name)), &view,
			       view != NULL, ESCAPE_HTML, out, &diag);
}

static struct str rendered(const char *name, const char *data)
{
	struct buf out = {.arena = &arena};

	assert_true(render_into(&out, name, yaml(data)));
	return buf_str(&out);
}

/* The text n times. */
static struct str times(size_t n, const char *text)
{
	struct buf b = {.arena = &arena};

	for (size_t i = 0; i < n; i++)
		buf_add_z(&b, text);
	return buf_str(&b);
}

static struct str joined(struct str a, struct str b)
{
	return str_fmt(&arena, STR_FMT STR_FMT, STR_ARG(a), STR_ARG(b));
}

/* ---- mistakes ---- */

/* text is wrong, and the report is `expected`. */
static void check_mistake(const char *text, const char *expected)
{
	diag = (struct diag){.arena = &arena};
	assert_false(add("a.html", text));
	assert_diag(&diag, expected);
}

static void an_end_tag_that_fits_nothing_names_itself_and_what_is_open(void **state)
{
	(void)state;
	check_mistake("<p>{{/a}}</p>\n",
		      "a.html:1:4: error: {{/a}} ends nothing: nothing is open here\n"
		      "    <p>{{/a}}</p>\n"
		      "       ^\n"
		      "1 error\n");
	check_mistake(
		"{{#muc}}\n  <p>{{/ mục }}</p>\n{{/muc}}\n",
		"a.html:2:6: error: {{/ mục }} does not end {{#muc}}, which is open here\n"
		"      <p>{{/ mục }}</p>\n"
		"         ^\n"
		"a.html:1:1: note: {{#muc}} was opened here\n"
		"    {{#muc}}\n"
		"    ^\n"
		"1 error\n");
}

static void a_misspelt_end_tag_is_one_mistake(void **state)
{
	(void)state;
	check_mistake("{{#muc}}\n{{/mcu}}\n",
		      "a.html:2:1: error: {{/mcu}} does not end {{#muc}}, which is open here\n"
		      "    {{/mcu}}\n"
		      "    ^\n"
		      "a.html:1:1: note: {{#muc}} was opened here\n"
		      "    {{#muc}}\n"
		      "    ^\n"
		      "1 error\n");
}

static void one_forgotten_end_tag_is_one_mistake(void **state)
{
	(void)state;
	check_mistake("{{#a}}\n{{^b}}\n{{$c}}\n{{/a}}\n",
		      "a.html:4:1: error: {{/a}} does not end {{$c}}, which is open here\n"
		      "    {{/a}}\n"
		      "    ^\n"
		      "a.html:3:1: note: {{$c}} was opened here\n"
		      "    {{$c}}\n"
		      "    ^\n"
		      "1 error\n");
}

static void what_is_open_at_the_end_is_shown_at_both_places(void **state)
{
	(void)state;
	check_mistake(
		"{{#a}}\n {{<base}}\nx\n\n",
		"a.html:3:2: error: the layout ends here, but {{#a}} has not been ended\n"
		"    x\n"
		"     ^\n"
		"a.html:1:1: note: {{#a}} was opened here\n"
		"    {{#a}}\n"
		"    ^\n"
		"a.html:3:2: error: the layout ends here, but {{<base}} has not been ended\n"
		"    x\n"
		"     ^\n"
		"a.html:2:2: note: {{<base}} was opened here\n"
		"     {{<base}}\n"
		"     ^\n"
		"2 errors\n");
}

static void a_tag_that_is_not_closed_is_shown_where_it_begins(void **state)
{
	(void)state;
	check_mistake("x\n{{ten\n",
		      "a.html:2:1: error: this tag is not closed: \"}}\" is missing\n"
		      "    {{ten\n"
		      "    ^\n"
		      "1 error\n");
	check_mistake("{{{ten}}\n",
		      "a.html:1:1: error: this tag is not closed: \"}}}\" is missing\n"
		      "    {{{ten}}\n"
		      "    ^\n"
		      "1 error\n");
	check_mistake("{{=<% %>=}}<%ten }}",
		      "a.html:1:12: error: this tag is not closed: \"%>\" is missing\n"
		      "    {{=<% %>=}}<%ten }}\n"
		      "               ^\n"
		      "1 error\n");
	check_mistake("{{", "a.html:1:1: error: this tag is not closed: \"}}\" is missing\n"
			    "    {{\n"
			    "    ^\n"
			    "1 error\n");
}

static void reading_goes_on_behind_a_tag_that_swallows_the_next(void **state)
{
	(void)state;
	check_mistake(
		"<p>{{ten</p>\n<p>{{}}</p>\n",
		"a.html:1:4: error: this tag is not closed: \"}}\" is missing\n"
		"    <p>{{ten</p>\n"
		"       ^\n"
		"a.html:2:4: error: this tag is empty: it needs a name, as in {{tieu_de}}\n"
		"    <p>{{}}</p>\n"
		"       ^\n"
		"2 errors\n");
}

static void a_tag_needs_a_name(void **state)
{
	static const char *const tags[] = {
		"{{}}",       "{{ }}",      "{{{ }}}",    "{{&}}",
		"{{>}}",      "{{>*}}",     "{{#}}{{/}}", "{{^}}{{/}}",
		"{{$}}{{/}}", "{{<}}{{/}}", "{{>* }}",    "{{<*}}{{/*}}",
	};

	(void)state;
	for (size_t i = 0; i < COUNT(tags); i++) {
		diag = (struct diag){.arena = &arena};
		assert_false(add("a.html", tags[i]));
		assert_int_equal(diag.errors, 1);
		assert_str(diag.first->text,
			   "this tag is empty: it needs a name, as in {{tieu_de}}");
		assert_int_equal(diag.first->at.line, 1);
		assert_int_equal(diag.first->at.col, 1);
	}
}

static void a_name_has_no_spaces(void **state)
{
	static const char *const tags[] = {
		"{{a b}}",          "{{{a b}}}",        "{{>a b}}",
		"{{#a b}}{{/a b}}", "{{<a b}}{{/a b}}", "{{$a b}}{{/a b}}",
	};

	(void)state;
	for (size_t i = 0; i < COUNT(tags); i++) {
		diag = (struct diag){.arena = &arena};
		assert_false(add("a.html", tags[i]));
		assert_int_equal(diag.errors, 1);
		assert_str(diag.first->text, "\"a b\" is no name: names have no spaces");
	}
}

static void a_dot_stands_between_two_names_or_alone(void **state)
{
	static const char *const names[] = {"a.", ".a", "a..b", ".."};

	(void)state;
	for (size_t i = 0; i < COUNT(names); i++) {
		diag = (struct diag){.arena = &arena};
		assert_false(add_text("a.html", str_fmt(&arena, "{{%s}}", names[i])));
		assert_diag(&diag,
			    str_z(&arena, str_fmt(&arena,
						  "a.html:1:1: error: \"%s\" is no name: there "
						  "is nothing beside one of its dots\n"
						  "    {{%s}}\n    ^\n1 error\n",
						  names[i], names[i])));
	}
	diag = (struct diag){.arena = &arena};
	assert_true(add("a.html", "{{.}}"));
}

static void delimiters_are_two_words(void **state)
{
	static const char *const tags[] = {
		"{{=<%=}}", "{{= =}}", "{{==}}", "{{=a b c=}}", "{{=a= b=}}", "{{=a =b=}}",
	};

	(void)state;
	for (size_t i = 0; i < COUNT(tags); i++) {
		diag = (struct diag){.arena = &arena};
		assert_false(add("a.html", tags[i]));
		assert_int_equal(diag.errors, 1);
		assert_str(
			diag.first->text,
			"new delimiters are two words of at most 16 bytes, without \"=\", as "
			"in {{=<< >>=}}");
	}
}

static void a_delimiter_has_a_limit(void **state)
{
	(void)state;
	assert_true(add("a.html", "{{=<<<<<<<<<<<<<<<< 1234567890123456=}}"
				  "<<<<<<<<<<<<<<<<a1234567890123456"));
	assert_str(rendered("a.html", "a: x"), "x");
	assert_false(add("a.html", "{{=<<<<<<<<<<<<<<<<< >=}}"));
	assert_false(add("a.html", "{{=< >>>>>>>>>>>>>>>>>=}}"));
	assert_int_equal(diag.errors, 2);
}

static void a_block_is_filled_once(void **state)
{
	(void)state;
	check_mistake("{{<base}}\n{{$a}}x{{/a}}\n{{$b}}{{/b}}\n  {{$a}}y{{/a}}\n{{/base}}\n",
		      "a.html:4:3: error: the block \"a\" is filled a second time\n"
		      "      {{$a}}y{{/a}}\n"
		      "      ^\n"
		      "a.html:2:1: note: it is filled here already\n"
		      "    {{$a}}x{{/a}}\n"
		      "    ^\n"
		      "1 error\n");
}

static void columns_count_bytes_and_lines_every_line_feed(void **state)
{
	(void)state;
	assert_false(add("a.html", "\r\n{{!\n\n}} Đức {{a b}}\n"));
	assert_int_equal(diag.first->at.line, 4);
	assert_int_equal(diag.first->at.col, 11);
}

static void all_mistakes_of_a_template_are_reported_up_to_twenty(void **state)
{
	(void)state;
	assert_false(add_text("a.html", times(3, "{{}}{{a b}}{{a.}}{{/x}}")));
	assert_int_equal(diag.errors, 12);
	diag = (struct diag){.arena = &arena};
	assert_false(add_text("a.html", times(1000, "{{}}")));
	assert_int_equal(diag.errors, 20);
	diag = (struct diag){.arena = &arena};
	assert_false(add_text("a.html", times(20, "{{}}")));
	assert_int_equal(diag.errors, 20);
}

static void a_long_tag_is_quoted_in_part(void **state)
{
	(void)state;
	assert_false(
		add_text("a.html", joined(joined(STR("{{/"), times(1000, "ộ")), STR("}}"))));
	assert_str(diag.first->text,
		   str_z(&arena, joined(joined(STR("{{/"), times(57, "ộ")),
					STR(" ends nothing: nothing is open here"))));
	diag = (struct diag){.arena = &arena};
	assert_false(add("a.html", "{{/\nb}}"));
	assert_str(diag.first->text, "{{/ ends nothing: nothing is open here");
}

static void a_wrong_template_can_be_rendered_and_is_empty(void **state)
{
	(void)state;
	assert_false(add("a.html", "x{{#a}}"));
	assert_str(rendered("a.html", "{}"), "");
}

static void what_does_nothing_within_a_parent_is_warned_of(void **state)
{
	(void)state;
	assert_true(add("base", "{{$a}}{{/a}}"));
	assert_true(add("a.html",
			"{{<base}}\n{{ten}} {{! k }} x\n{{#b}}{{$a}}{{/a}}{{c}}{{/b}}\n"
			"{{$a}}{{ten}}{{/a}}\n{{/base}}{{ten}}"));
	assert_diag(&diag,
		    "a.html:2:1: warning: {{ten}} does nothing here: within {{<base}} only "
		    "blocks count, as in {{$noi_dung}}...{{/noi_dung}}\n"
		    "    {{ten}} {{! k }} x\n"
		    "    ^\n"
		    "a.html:3:1: warning: {{#b}} does nothing here: within {{<base}} only "
		    "blocks count, as in {{$noi_dung}}...{{/noi_dung}}\n"
		    "    {{#b}}{{$a}}{{/a}}{{c}}{{/b}}\n"
		    "    ^\n"
		    "2 warnings\n");
}

/* ---- limits ---- */

static void sections_nest_to_the_limit_and_no_deeper(void **state)
{
	struct str most = joined(times(MUSTACHE_DEPTH_MAX, "{{#a}}"),
				 times(MUSTACHE_DEPTH_MAX, "{{/a}}"));

	(void)state;
	assert_true(add_text("a.html", most));
	assert_str(rendered("a.html", "a: 1"), "");
	assert_false(add_text("b.html", joined(joined(STR("{{#a}}"), most), STR("{{/a}}"))));
	assert_int_equal(diag.errors, 1);
	assert_str(diag.first->text,
		   "sections and blocks are nested too deep here, at most 64");
	assert_int_equal(diag.first->at.col, MUSTACHE_DEPTH_MAX * strlen("{{#a}}") + 1);
}

static void check_quick(struct str text)
{
	clock_t start = clock();
	struct arena mine = {0};
	struct diag d = {.arena = &mine};
	struct layouts *l = layouts_new(&mine);
	const struct source source = {.path = STR("a.html"), .text = text};

	if (layouts_add(l, STR("a.html"), &source, &d) && layouts_check(l, &d)) {
		struct buf out = {.arena = &mine};

		assert_true(template_render(&mine, l, layouts_get(l, STR("a.html")), NULL, 0,
					    ESCAPE_HTML, &out, &d));
	}
	assert_true(clock() - start < CLOCKS_PER_SEC);
	arena_free(&mine);
}

static void fifty_thousand_of_anything_take_less_than_a_second(void **state)
{
	static const char *const tags[] = {
		"{{#a}}",
		"{{^a}}",
		"{{$a}}",
		"{{<a}}",
		"{{{",
		"{{!",
		"{{=",
		"{{",
		"{{/a}}",
		"{{a}}",
		"{{.}}",
		"{{#a}}{{/a}}",
		"{{>b}}",
		"{{>*b}}",
		"{{<b}}{{/b}}",
		"{{$a}}{{/a}}",
		"{{!}}\n",
		"  \n",
		"{{=| |=}}|={{ }}=|",
		" {{!}}",
		"a.",
		"{{a.b}}",
		"{{a b}}",
		"\n\n\n\n{{$a}}\n{{/a}}",
	};

	(void)state;
	for (size_t i = 0; i < COUNT(tags); i++)
		check_quick(times(50 * 1000, tags[i]));
	check_quick(
		joined(joined(STR("{{<b}}"), times(50 * 1000, "{{$a}}{{/a}}")), STR("{{/b}}")));
	check_quick(joined(STR("{{"), times(500 * 1000, "a.")));
	check_quick(joined(joined(STR("{{<b}}{{$a}}\n"), times(50 * 1000, "  a\n    b\n")),
			   STR("{{/a}}{{/b}}")));
}

static void a_template_has_at_most_a_megabyte(void **state)
{
	struct str most = times(MUSTACHE_SOURCE_MAX / 4, "abc\n");

	(void)state;
	assert_true(add_text("a.html", most));
	assert_false(add_text("b.html", joined(most, STR("d"))));
	assert_diag(&diag,
		    "b.html: error: the layout is too large: 1048577 bytes, at most 1048576\n"
		    "1 error\n");
}

static void the_name_of_a_template_has_a_limit(void **state)
{
	char *name = str_z(&arena, times(MUSTACHE_NAME_MAX + 1, "a"));

	(void)state;
	assert_false(add(name, "x"));
	assert_int_equal(diag.errors, 1);
	assert_str(diag.first->text, "the layout's name is too long: 256 bytes, at most 255");
	assert_true(add(name + 1, "x"));
	assert_true(layouts_get(layouts, str_of(name + 1)) != NULL);
}

static void an_endless_partial_ends_with_a_message_at_its_tag(void **state)
{
	struct buf out = {.arena = &arena};

	(void)state;
	buf_add_z(&out, "trước");
	assert_true(add("a.html", "a\n {{>b}}\n"));
	assert_true(add("b.html", "{{#x}}{{>a}}{{/x}}\n"));
	assert_false(render_into(&out, "a.html", yaml("x: 1")));
	assert_diag(
		&diag,
		"a.html:2:2: error: \"b\" goes too deep: more than 64 layouts, sections and "
		"blocks within each other; does a layout put itself in, without an end?\n"
		"     {{>b}}\n"
		"     ^\n"
		"1 error\n");
	assert_str(buf_str(&out), "trước");
}

static void an_endless_section_is_blamed_on_the_partial(void **state)
{
	struct buf out = {.arena = &arena};

	(void)state;
	assert_true(add("a.html", "{{#x}}{{#x}}{{>a}}{{/x}}{{/x}}"));
	assert_false(render_into(&out, "a.html", yaml("x: 1")));
	assert_int_equal(diag.errors, 1);
	assert_int_equal(diag.first->at.col, 13);
}

static void an_endless_parent_ends_too(void **state)
{
	struct buf out = {.arena = &arena};

	(void)state;
	assert_true(add("a.html", "{{<b}}{{$k}}{{>a}}{{/k}}{{/b}}"));
	assert_true(add("b.html", "{{$k}}{{/k}}"));
	assert_false(render_into(&out, "a.html", NULL));
	assert_int_equal(diag.errors, 1);
	assert_true(add("c.html", "{{<*ten}}{{/*ten}}"));
	assert_false(render_into(&out, "c.html", yaml("ten: c")));
	assert_int_equal(diag.errors, 2);
	assert_str(diag.last->at.source->path, "c.html");
}

/* n partials, each in the one before. */
static void add_chain(size_t n)
{
	for (size_t i = 0; i < n; i++) {
		char *name = str_z(&arena, str_fmt(&arena, "%zu", i));

		assert_true(add_text(name, str_fmt(&arena, "%zu{{>%zu}}", i % 10, i + 1)));
	}
}

static void partials_nest_to_the_limit_and_no_deeper(void **state)
{
	struct buf out = {.arena = &arena};

	(void)state;
	add_chain(MUSTACHE_DEPTH_MAX + 1);
	assert_true(render_into(&out, "0", NULL));
	assert_int_equal(out.n, MUSTACHE_DEPTH_MAX + 1);
	assert_true(add("65", "x"));
	assert_false(render_into(&out, "0", NULL));
	assert_str(diag.first->at.source->path, "64");
	assert_true(render_into(&out, "1", NULL));
}

static void the_result_has_a_limit(void **state)
{
	struct buf out = {.arena = &arena};
	const struct value *view = yaml("a: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]");

	(void)state;
	assert_int_equal(layouts->output_max, MUSTACHE_OUTPUT_MAX);
	layouts->output_max = 100;
	buf_add_z(&out, "trước");
	assert_true(add("a.html", "{{#a}}123456789\n{{/a}}"));
	assert_true(add("b.html", "{{#a}}123456789\n{{/a}}{{{a.b}}}\n"));
	assert_true(render_into(&out, "a.html", view));
	assert_int_equal(out.n, 100 + strlen("trước"));
	assert_false(render_into(&out, "b.html", view));
	assert_int_equal(out.n, 100 + strlen("trước"));
	assert_int_equal(diag.errors, 1);
	assert_str(diag.first->text, "the result becomes too large here: more than 100 bytes");
}

/* ---- several threads ---- */

struct work {
	const struct value *views[3];
	struct str expected[3];
	_Atomic size_t wrong;
};

static void render_one(void *context, size_t i, struct worker *w)
{
	struct work *work = context;
	struct buf out = {.arena = &w->scratch};
	const struct template *t = layouts_get(layouts, STR("a.html"));

	if (!template_render(&w->scratch, layouts, t, &work->views[i % 3], 1, ESCAPE_HTML, &out,
			     &w->diag) ||
	    !str_eq(buf_str(&out), work->expected[i % 3]))
		work->wrong++;
}

static void many_threads_render_one_template(void **state)
{
	struct work work = {.views = {yaml("{muc: [{ten: <a>, kieu: p}], x: 1}"),
				      yaml("{muc: [{ten: b, kieu: q}, {kieu: p}], ten: n}"),
				      yaml("{muc: []}")}};
	struct crew crew;

	(void)state;
	work.expected[0] = STR("<\n  (&lt;a&gt;)\n>1\n");
	work.expected[1] = STR("<\n  [b]\n  (n)\n>\n");
	work.expected[2] = STR("<\n>\n");
	assert_true(add("a.html", "{{<base}}\n{{$k}}\n{{#muc}}\n{{>*kieu}}\n{{/muc}}\n{{/k}}\n"
				  "{{/base}}\n"));
	assert_true(add("base.html", "<\n  {{$k}}\n  {{/k}}\n>{{x}}{{sai}}\n"));
	assert_true(add("p.html", "({{ten}})\n"));
	assert_true(add("q.html", "[{{ten}}]\n"));
	crew_start(&crew, &arena, 4);
	jobs_run(&crew, 3000, render_one, &work);
	crew_report(&crew, &diag);
	crew_free(&crew);
	assert_int_equal(work.wrong, 0);
	layouts_warn_unanswered(layouts, &diag);
	assert_int_equal(diag.warnings, 1);
	assert_int_equal(diag.errors, 0);
}

/* ---- templates by name ---- */

static void a_partial_is_found_with_the_extension_of_the_template(void **state)
{
	(void)state;
	assert_true(add("a.html", "{{>b}} {{>c}} {{>d}}"));
	assert_true(add("a.json", "{{>b}} {{>c}} {{>d}}"));
	assert_true(add("b.html", "html"));
	assert_true(add("b.json", "json"));
	assert_true(add("c", "ohne"));
	assert_true(add("c.html", "sai"));
	assert_str(rendered("a.html", "{}"), "html ohne ");
	assert_str(rendered("a.json", "{}"), "json ohne ");
	assert_null(layouts_get(layouts, STR("b")));
}

static void a_name_that_has_no_room_for_its_extension_is_not_found(void **state)
{
	char *name = str_z(&arena, times(MUSTACHE_NAME_MAX - 5, "a"));

	(void)state;
	assert_true(add("a.html", "{{>*b}}"));
	assert_true(add(str_z(&arena, str_fmt(&arena, "%s.html", name)), "x"));
	assert_str(rendered("a.html", str_z(&arena, str_fmt(&arena, "b: %s", name))), "x");
	assert_str(rendered("a.html", str_z(&arena, str_fmt(&arena, "b: %sa", name))), "");
}

static void a_template_added_again_takes_the_place_of_the_first(void **state)
{
	(void)state;
	assert_true(add("a.html", "[{{>b}}]"));
	assert_true(add("b.html", "cũ"));
	assert_str(rendered("a.html", "{}"), "[cũ]");
	assert_true(add("b.html", "mới"));
	assert_str(rendered("a.html", "{}"), "[mới]");
}

static void a_folder_is_loaded_with_its_folders(void **state)
{
	(void)state;
	assert_true(layouts_load(layouts, STR("tests/unit/data/layouts/chinh"), &diag));
	assert_true(layouts_check(layouts, &diag));
	assert_str(rendered("tin.html", "ten: Tin <mới>"),
		   "<h1>Tin &lt;mới&gt;</h1>\n<footer>chung</footer>\n");
	assert_str(rendered("tin.json", "ten: Tin"), "{\"ten\": \"Tin\"}chân json\n");
	assert_int_equal(diag.errors + diag.warnings, 0);
}

static void a_second_folder_is_laid_over_the_first(void **state)
{
	(void)state;
	assert_true(layouts_load(layouts, STR("tests/unit/data/layouts/chinh"), &diag));
	assert_true(layouts_load(layouts, STR("tests/unit/data/layouts/rieng/"), &diag));
	assert_true(layouts_load(layouts, STR("tests/unit/data/layouts/khong-co"), &diag));
	assert_str(rendered("tin.html", "ten: a"), "<h1>a</h1>\n<footer>riêng</footer>\n");
}

static void the_mistakes_of_all_files_are_reported(void **state)
{
	(void)state;
	assert_false(layouts_load(layouts, STR("tests/unit/data/layouts/hong"), &diag));
	assert_false(layouts_check(layouts, &diag));
	assert_diag(
		&diag,
		"tests/unit/data/layouts/hong/a.html:1:14: error: the layout ends here, but "
		"{{#a}} has not been ended\n"
		"    <p>{{#a}}</p>\n"
		"                 ^\n"
		"tests/unit/data/layouts/hong/a.html:1:4: note: {{#a}} was opened here\n"
		"    <p>{{#a}}</p>\n"
		"       ^\n"
		"tests/unit/data/layouts/hong/b.html:1:5: error: this byte (\\xEA) is no "
		"UTF-8; save the file as UTF-8\n"
		"    <p>T\uFFFDn</p>\n"
		"        ^\n"
		"tests/unit/data/layouts/hong/c.html:1:1: error: there is no layout "
		"\"khong-co\"\n"
		"    {{>khong-co}}\n"
		"    ^\n"
		"3 errors\n");
}

static void a_partial_or_parent_that_is_not_there_is_an_error(void **state)
{
	(void)state;
	assert_true(add("base.html", "{{$a}}{{/a}}"));
	assert_true(add("phan/dau-trang.html", ""));
	assert_true(add("a.html", "{{>phan/dau-trag}}\n{{<bsae}}{{$a}}{{/a}}{{/bsae}}\n"
				  "{{>khac}} {{>*khac}} {{>base}}\n"));
	assert_true(add("a.txt", "{{>base.htm}}"));
	assert_false(layouts_check(layouts, &diag));
	assert_diag(&diag,
		    "a.html:1:1: error: there is no layout \"phan/dau-trag\"; did you mean "
		    "\"phan/dau-trang\"?\n"
		    "    {{>phan/dau-trag}}\n"
		    "    ^\n"
		    "a.html:2:1: error: there is no layout \"bsae\"; did you mean \"base\"?\n"
		    "    {{<bsae}}{{$a}}{{/a}}{{/bsae}}\n"
		    "    ^\n"
		    "a.html:3:1: error: there is no layout \"khac\"\n"
		    "    {{>khac}} {{>*khac}} {{>base}}\n"
		    "    ^\n"
		    "a.txt:1:1: error: there is no layout \"base.htm\"; did you mean "
		    "\"base.html\"?\n"
		    "    {{>base.htm}}\n"
		    "    ^\n"
		    "4 errors\n");
}

static void a_block_that_no_parent_has_is_warned_of(void **state)
{
	(void)state;
	assert_true(add("base.html", "{{$tieu_de}}{{/tieu_de}}{{>dau}}"));
	assert_true(add("dau.html", "{{$dau}}{{/dau}}"));
	assert_true(
		add("giua.html", "{{<base}}{{$tieu_de}}{{$con}}{{/con}}{{/tieu_de}}{{/base}}"));
	assert_true(add("a.html", "{{<giua}}\n{{$tieu-de}}{{/tieu-de}}{{$dau}}{{/dau}}\n"
				  "{{$con}}{{/con}}{{$tieu_de}}{{/tieu_de}}{{$xyz}}{{/xyz}}\n"
				  "{{/giua}}"));
	assert_true(layouts_check(layouts, &diag));
	assert_diag(&diag, "a.html:2:1: warning: this is shown nowhere: \"giua\" has no block "
			   "\"tieu-de\"; did you mean \"tieu_de\"?\n"
			   "    {{$tieu-de}}{{/tieu-de}}{{$dau}}{{/dau}}\n"
			   "    ^\n"
			   "a.html:3:41: warning: this is shown nowhere: \"giua\" has no block "
			   "\"xyz\"\n"
			   "    {{$con}}{{/con}}{{$tieu_de}}{{/tieu_de}}{{$xyz}}{{/xyz}}\n"
			   "                                            ^\n"
			   "2 warnings\n");
}

static void a_block_that_is_filled_elsewhere_too_is_still_no_block(void **state)
{
	(void)state;
	assert_true(add("base.html", "{{$a}}{{/a}}"));
	assert_true(add("giua.html", "{{<base}}{{$b}}{{/b}}{{/base}}"));
	assert_true(add("x.html", "{{<giua}}{{$b}}{{/b}}{{$a}}{{/a}}{{/giua}}"));
	assert_true(layouts_check(layouts, &diag));
	assert_int_equal(diag.warnings, 2);
}

static void a_dynamic_name_may_bring_any_block(void **state)
{
	(void)state;
	assert_true(add("base.html", "{{>*kieu}}"));
	assert_true(add("a.html", "{{<base}}{{$a}}{{/a}}{{/base}}{{<*k}}{{$a}}{{/a}}{{/*k}}"));
	assert_true(layouts_check(layouts, &diag));
	assert_int_equal(diag.warnings, 0);
}

static void of_each_template_at_most_twenty_things_are_reported(void **state)
{
	(void)state;
	assert_true(add_text("a", times(1000, "{{>khong-co}}{{x}}")));
	assert_true(add_text(
		"b", joined(joined(STR("{{<c}}"), times(1000, "{{x}}")), STR("{{/c}}"))));
	assert_true(add("c", ""));
	assert_int_equal(diag.warnings, 20);
	assert_false(layouts_check(layouts, &diag));
	assert_int_equal(diag.errors, 20);
	rendered("a", "{}");
	layouts_warn_unanswered(layouts, &diag);
	assert_int_equal(diag.warnings, 40);
}

/* ---- tags that nobody answers ---- */

static void check_unanswered(const char *data, const char *expected)
{
	rendered("a.html", data);
	diag = (struct diag){.arena = &arena};
	layouts_warn_unanswered(layouts, &diag);
	assert_diag(&diag, expected);
}

static void a_tag_that_no_view_ever_knew_is_warned_of(void **state)
{
	(void)state;
	assert_true(add("a.html", "<p>{{tilte}} {{ten}}</p>\n"));
	check_unanswered("ten: x",
			 "a.html:1:4: warning: no page has a value for \"tilte\": is the name "
			 "right?\n"
			 "    <p>{{tilte}} {{ten}}</p>\n"
			 "       ^\n"
			 "1 warning\n");
	check_unanswered("tilte: null", "");
}

static void every_sort_of_tag_is_watched(void **state)
{
	(void)state;
	assert_true(add("a.html", "{{a}}{{{a}}}{{&a}}{{#a}}{{/a}}{{^a}}{{/a}}{{>*a}}"
				  "{{<*a}}{{/*a}}{{b.a}}"));
	rendered("a.html", "b: {c: 1}");
	layouts_warn_unanswered(layouts, &diag);
	assert_int_equal(diag.warnings, 8);
}

static void what_was_not_asked_for_is_not_warned_of(void **state)
{
	(void)state;
	assert_true(add("a.html", "{{#co}}{{x}}{{/co}}{{^khong}}{{y}}{{/khong}}"
				  "{{#rong}}{{z}}{{/rong}}{{.}}{{$k}}{{/k}}{{>p}}"));
	assert_true(add("b.html", "{{x}}"));
	check_unanswered("{co: false, khong: true, rong: []}", "");
}

/* Of a.b, when a is null on every page, nobody can say whether b is right. */
static void a_null_on_the_way_is_an_answer(void **state)
{
	(void)state;
	assert_true(add("a.html", "{{a.b}}{{a.b.c}}"));
	check_unanswered("a: null", "");
}

static void a_value_on_one_page_is_enough(void **state)
{
	(void)state;
	assert_true(add("a.html", "{{#muc}}{{a}}{{b.c}}{{/muc}}"));
	check_unanswered("muc: [{}, {b: {}}, {a: null}, {b: {c: 1}}, {b: chữ}]", "");
}

static void a_part_that_the_value_cannot_have_is_warned_of(void **state)
{
	(void)state;
	assert_true(add("a.html", "{{a.b}}"));
	check_unanswered("a: chữ",
			 "a.html:1:1: warning: no page has a value for \"a.b\": is the "
			 "name right?\n"
			 "    {{a.b}}\n"
			 "    ^\n"
			 "1 warning\n");
}

/* ---- views and escapes ---- */

static void the_last_view_is_the_innermost(void **state)
{
	const struct value *views[] = {yaml("{a: 1, b: 1, c: 1}"), yaml("{a: 2, b: 2}"),
				       yaml("{a: 3}")};
	struct buf out = {.arena = &arena};

	(void)state;
	assert_true(add("a.html", "{{a}}{{b}}{{c}}{{#.}}{{a}}{{/.}}"));
	assert_true(template_render(&arena, layouts, layouts_get(layouts, STR("a.html")), views,
				    3, ESCAPE_NONE, &out, &diag));
	assert_str(buf_str(&out), "3213");
}

static void a_template_needs_no_view(void **state)
{
	struct buf out = {.arena = &arena};

	(void)state;
	assert_true(add("a.html", "({{a}}{{.}}{{#.}}x{{/.}}{{^.}}y{{/.}})"));
	assert_true(render_into(&out, "a.html", NULL));
	assert_str(buf_str(&out), "(y)");
}

static struct str rendered_as(enum escape how)
{
	struct buf out = {.arena = &arena};
	const struct value *view = yaml("{a: \"<\\\"&'>\"}");

	assert_true(template_render(&arena, layouts, layouts_get(layouts, STR("a")), &view, 1,
				    how, &out, &diag));
	return buf_str(&out);
}

static void the_kind_of_file_says_how_values_are_escaped(void **state)
{
	(void)state;
	assert_true(add("a", "{{a}} {{{a}}} {{&a}}"));
	assert_str(rendered_as(ESCAPE_HTML), "&lt;&quot;&amp;&#39;&gt; <\"&'> <\"&'>");
	assert_str(rendered_as(ESCAPE_JSON), "\\u003c\\\"&'> <\"&'> <\"&'>");
	assert_str(rendered_as(ESCAPE_NONE), "<\"&'> <\"&'> <\"&'>");
}

static void rendering_appends(void **state)
{
	struct buf out = {.arena = &arena};

	(void)state;
	assert_true(add("a.html", "x"));
	assert_true(render_into(&out, "a.html", NULL));
	assert_true(render_into(&out, "a.html", NULL));
	assert_str(buf_str(&out), "xx");
}

static void text_between_tags_is_one_node(void **state)
{
	(void)state;
	assert_true(add("a", "một\nhai\n{{#a}}\nba\nbốn\n{{/a}}\nnăm\n"));
	assert_int_equal(layouts_get(layouts, STR("a"))->n_nodes, 6);
	assert_true(add("b", "{{<a}}{{$k}}\n  một\n    hai\n  ba\n{{/k}}{{/a}}"));
	assert_int_equal(layouts_get(layouts, STR("b"))->n_nodes, 5);
}

/* ---- indentation ---- */

/* The same numbers on every machine. */
static uint64_t seed;

static size_t pick(size_t n)
{
	seed = seed * 6364136223846793005u + 1442695040888963407u;
	return (size_t)(seed >> 33) % n;
}

/* Any text in which what begins also ends. */
static struct str random_template(void)
{
	static const char *const pairs[][2] = {{"{{#a}}", "{{/a}}"},
					       {"{{^b}}", "{{/b}}"},
					       {"{{#c}}", "{{/c}}"},
					       {"{{$k}}", "{{/k}}"}};
	static const char *const pieces[] = {"\n",     "\n",      "\n  ",  "  ",      "x",
					     "{{!c}}", "{{!\n}}", "{{.}}", "{{d}}",   "{{{d}}}",
					     "{{>p}}", "{{>q}}",  "\r\n",  "\n    y", "\t"};
	struct buf b = {.arena = &arena};
	size_t open[20], n_open = 0;

	for (size_t i = pick(COUNT(open)); i > 0; i--) {
		size_t kind = pick(4);

		if (kind == 0) {
			open[n_open++] = pick(COUNT(pairs));
			buf_add_z(&b, pairs[open[n_open - 1]][0]);
		} else if (kind == 1 && n_open) {
			buf_add_z(&b, pairs[open[--n_open]][1]);
		} else {
			buf_add_z(&b, pieces[pick(COUNT(pieces))]);
		}
	}
	while (n_open)
		buf_add_z(&b, pairs[open[--n_open]][1]);
	return buf_str(&b);
}

static struct str indented(struct str s)
{
	struct buf b = {.arena = &arena};

	for (size_t i = 0; i < s.n; i++) {
		if (i == 0 || s.p[i - 1] == '\n')
			buf_add_z(&b, "\t ");
		buf_byte(&b, s.p[i]);
	}
	return buf_str(&b);
}

/* The specification's own words: the white space is put before each line of the
 * partial, and then it is rendered. */
static void an_indented_partial_is_the_partial_with_its_lines_indented(void **state)
{
	const char *data = "{a: [1, 2], b: false, c: [], d: \"1\\n2\"}";

	(void)state;
	assert_true(add("p", "p\np"));
	assert_true(add("q", "{{>p}}\nq\n  {{>p}}\n"));
	assert_true(add("indents", "\t {{>it}}\n"));
	for (seed = 0; seed < 2000; seed++) {
		uint64_t number = seed;
		struct str text = random_template();

		assert_true(add_text("it", text));
		assert_true(add_text("indented", indented(text)));
		assert_str(rendered("indents", data),
			   str_z(&arena, rendered("indented", data)));
		seed = number;
	}
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, begin, end)

int main(void)
{
	static const struct CMUnitTest tests[] = {
		TEST(an_end_tag_that_fits_nothing_names_itself_and_what_is_open),
		TEST(a_misspelt_end_tag_is_one_mistake),
		TEST(one_forgotten_end_tag_is_one_mistake),
		TEST(what_is_open_at_the_end_is_shown_at_both_places),
		TEST(a_tag_that_is_not_closed_is_shown_where_it_begins),
		TEST(reading_goes_on_behind_a_tag_that_swallows_the_next),
		TEST(a_tag_needs_a_name),
		TEST(a_name_has_no_spaces),
		TEST(a_dot_stands_between_two_names_or_alone),
		TEST(delimiters_are_two_words),
		TEST(a_delimiter_has_a_limit),
		TEST(a_block_is_filled_once),
		TEST(columns_count_bytes_and_lines_every_line_feed),
		TEST(all_mistakes_of_a_template_are_reported_up_to_twenty),
		TEST(a_long_tag_is_quoted_in_part),
		TEST(a_wrong_template_can_be_rendered_and_is_empty),
		TEST(what_does_nothing_within_a_parent_is_warned_of),
		TEST(sections_nest_to_the_limit_and_no_deeper),
		TEST(fifty_thousand_of_anything_take_less_than_a_second),
		TEST(a_template_has_at_most_a_megabyte),
		TEST(the_name_of_a_template_has_a_limit),
		TEST(an_endless_partial_ends_with_a_message_at_its_tag),
		TEST(an_endless_section_is_blamed_on_the_partial),
		TEST(an_endless_parent_ends_too),
		TEST(partials_nest_to_the_limit_and_no_deeper),
		TEST(the_result_has_a_limit),
		TEST(many_threads_render_one_template),
		TEST(a_partial_is_found_with_the_extension_of_the_template),
		TEST(a_name_that_has_no_room_for_its_extension_is_not_found),
		TEST(a_template_added_again_takes_the_place_of_the_first),
		TEST(a_folder_is_loaded_with_its_folders),
		TEST(a_second_folder_is_laid_over_the_first),
		TEST(the_mistakes_of_all_files_are_reported),
		TEST(a_partial_or_parent_that_is_not_there_is_an_error),
		TEST(a_block_that_no_parent_has_is_warned_of),
		TEST(a_block_that_is_filled_elsewhere_too_is_still_no_block),
		TEST(a_dynamic_name_may_bring_any_block),
		TEST(of_each_template_at_most_twenty_things_are_reported),
		TEST(a_tag_that_no_view_ever_knew_is_warned_of),
		TEST(every_sort_of_tag_is_watched),
		TEST(what_was_not_asked_for_is_not_warned_of),
		TEST(a_null_on_the_way_is_an_answer),
		TEST(a_value_on_one_page_is_enough),
		TEST(a_part_that_the_value_cannot_have_is_warned_of),
		TEST(the_last_view_is_the_innermost),
		TEST(a_template_needs_no_view),
		TEST(the_kind_of_file_says_how_values_are_escaped),
		TEST(rendering_appends),
		TEST(an_indented_partial_is_the_partial_with_its_lines_indented),
		TEST(text_between_tags_is_one_node),
	};

	return UNIT_RUN(tests);
}
