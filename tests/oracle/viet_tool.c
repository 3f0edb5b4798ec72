/*
 * viet_tool - what the viet room makes of the lines on its standard input, for
 * those who know it otherwise: node in viet.mjs, and assets/tim-kiem.js.
 *
 *	viet_tool fold|lower|upper|normalize|decompose|slug|index|words <lines
 *	viet_tool sort <lines
 *
 * All but sort answer each line with one line.
 */
#include <stdio.h>
#include <stdlib.h>

#include "viet/collate.h"
#include "viet/fold.h"
#include "viet/slug.h"
#include "viet/words.h"

typedef struct str change_fn(struct arena *a, struct str s);

struct line {
	struct str text, key;
};

static struct str index_letter(struct arena *a, struct str s)
{
	(void)a;
	return viet_index_letter(s);
}

/* "thu:4 tuc:16": each word and its marks */
static struct str words(struct arena *a, struct str s)
{
	static const struct letters *letters;
	struct buf out = {.arena = a};
	struct word *words;
	size_t n;

	if (!letters)
		letters = letters_new(a);
	n = words_of(a, letters, s, &words);
	for (size_t i = 0; i < n; i++)
		buf_fmt(&out, "%s" STR_FMT ":%d", i ? " " : "", STR_ARG(words[i].letters),
			words[i].marks);
	return buf_str(&out);
}

static const struct {
	const char *name;
	change_fn *change;
} changes[] = {
	{"fold", viet_fold},           {"lower", viet_lower},
	{"upper", viet_upper},         {"normalize", viet_normalize},
	{"decompose", viet_decompose}, {"slug", viet_slug},
	{"index", index_letter},       {"words", words},
};

static struct str read_all(struct arena *a)
{
	struct buf text = {.arena = a};
	size_t n;

	do {
		n = fread(buf_reserve(&text, BUFSIZ), 1, BUFSIZ, stdin);
		text.n += n;
	} while (n);
	return buf_str(&text);
}

static void say(struct str line)
{
	fwrite(line.n ? line.p : "", 1, line.n, stdout);
	putchar('\n');
}

static int by_key(const void *a, const void *b)
{
	return str_cmp(((const struct line *)a)->key, ((const struct line *)b)->key);
}

static void sort(struct arena *a, struct str text)
{
	struct line *lines = arena_array(a, struct line, text.n);
	size_t n = 0;

	while (text.n) {
		lines[n].text = str_cut(text, '\n', &text);
		lines[n].key = viet_sort_key(a, lines[n].text);
		n++;
	}
	if (n)
		qsort(lines, n, sizeof(*lines), by_key);
	for (size_t i = 0; i < n; i++)
		say(lines[i].text);
}

static int run(struct arena *a, const char *name)
{
	struct str text = read_all(a);

	if (strcmp(name, "sort") == 0) {
		sort(a, text);
		return 0;
	}
	for (size_t i = 0; i < COUNT(changes); i++) {
		if (strcmp(name, changes[i].name) != 0)
			continue;
		while (text.n)
			say(changes[i].change(a, str_cut(text, '\n', &text)));
		return 0;
	}
	fprintf(stderr, "viet_tool: there is no \"%s\"\n", name);
	return 2;
}

int main(int argc, char **argv)
{
	struct arena arena = {0};
	int status = run(&arena, argc == 2 ? argv[1] : "");

	arena_free(&arena);
	return status;
}
