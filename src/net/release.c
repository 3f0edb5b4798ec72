#include "net/release.h"

#include <stdlib.h>

#include "base/path.h"
#include "base/sha256.h"

#define FIRST_LINE "cchc-release 1"

enum {
	NUMBER_DIGITS_MAX = 15,
	FINGERPRINT_MIN = 8, /* digits */
};

static const char class_letters[CLASSES] = {
	[CLASS_ASSET] = 'a', [CLASS_FILE] = 't', [CLASS_PAGE] = 'p',
	[CLASS_LIST] = 'l',  [CLASS_FEED] = 'f', [CLASS_HOME] = 'h',
};

enum file_class class_of_output(const struct output *o)
{
	static const struct {
		enum output_kind kind;
		enum file_class class;
	} known[] = {
		{OUTPUT_COPY, CLASS_FILE},         {OUTPUT_PAGE, CLASS_PAGE},
		{OUTPUT_WITHDRAWN, CLASS_PAGE},    {OUTPUT_REDIRECT, CLASS_PAGE},
		{OUTPUT_PLAIN, CLASS_PAGE},        {OUTPUT_SUBPAGE, CLASS_PAGE},
		{OUTPUT_SHORT, CLASS_PAGE},        {OUTPUT_SECTION, CLASS_LIST},
		{OUTPUT_RETURN_DATES, CLASS_PAGE}, {OUTPUT_LIST, CLASS_LIST},
		{OUTPUT_TREE, CLASS_LIST},         {OUTPUT_HOME, CLASS_HOME},
		{OUTPUT_SUBORDINATE, CLASS_PAGE},  {OUTPUT_SUBORDINATES, CLASS_LIST},
		{OUTPUT_SEARCH, CLASS_PAGE},       {OUTPUT_OPEN_DATA, CLASS_LIST},
		{OUTPUT_OFFLINE, CLASS_LIST},      {OUTPUT_WORKER, CLASS_HOME},
	};

	if (o->kind == OUTPUT_COPY && str_starts(o->url, STR("tai-nguyen/")))
		return CLASS_ASSET;
	/* Pages name their pictures for sharing. */
	if (o->is_named)
		return CLASS_FILE;
	/* The search's list names its other files: they are there before it. */
	if (o->kind == OUTPUT_INDEX && path_is_fingerprinted(o->path))
		return CLASS_ASSET;
	for (size_t i = 0; i < COUNT(known); i++) {
		if (known[i].kind == o->kind)
			return known[i].class;
	}
	return CLASS_FEED;
}

static bool parse_number(struct str digits, uint64_t *n)
{
	*n = 0;
	for (size_t i = 0; i < digits.n; i++) {
		if (digits.p[i] < '0' || digits.p[i] > '9')
			return false;
		*n = *n * 10 + (uint64_t)(digits.p[i] - '0');
	}
	return digits.n > 0 && digits.n <= NUMBER_DIGITS_MAX;
}

static bool parse_class(struct str word, struct release_file *f)
{
	f->is_notice = str_ends(word, STR("!"));
	if (f->is_notice)
		word.n--;
	for (size_t i = 0; i < CLASSES; i++) {
		if (word.n == 1 && word.p[0] == class_letters[i]) {
			f->class = (enum file_class)i;
			return true;
		}
	}
	return false;
}

bool path_is_plain(struct arena *scratch, struct str path)
{
	struct str clean;

	return path.n && path_clean(scratch, STR(""), path, &clean) && str_eq(clean, path);
}

/* "> https://..." of the file before it */
static bool parse_redirect(struct str line, struct release *r)
{
	struct release_file *f = r->files.n ? r->files.entries[r->files.n - 1].value : NULL;

	if (!f || f->redirect.n || line.n <= 2)
		return false;
	f->redirect = str_from(line, 2);
	return true;
}

static bool parse_file(struct arena *a, struct str line, struct release *r)
{
	struct release_file *f = arena_new(a, struct release_file);
	struct str bytes, class, kept;
	uint64_t n;

	f->hash = str_cut(line, ' ', &line);
	bytes = str_cut(line, ' ', &line);
	class = str_cut(line, ' ', &line);
	kept = str_cut(line, ' ', &line);
	if (!sha256_is_hex(f->hash) || !parse_number(bytes, &f->bytes) ||
	    !parse_class(class, f) || !parse_number(kept, &n) || !path_is_plain(a, line))
		return false;
	f->kept = (uint32_t)n;
	return !map_set(&r->files, line, f);
}

/* "number 7 of 5" */
static bool parse_numbers(struct str line, struct release *r)
{
	uint64_t number, of;
	struct str first = str_cut(line, ' ', &line);
	struct str word = str_cut(line, ' ', &line);

	if (!parse_number(first, &number) || !str_eq_z(word, "of") ||
	    !parse_number(line, &of) || number > RELEASE_NUMBER_MAX || of > number)
		return false;
	r->number = (uint32_t)number;
	r->of = (uint32_t)of;
	return true;
}

static bool take_word(struct str *line, const char *word)
{
	if (!str_starts(*line, str_of(word)))
		return false;
	*line = str_from(*line, strlen(word));
	return true;
}

static bool parse_head(struct str *text, struct release *r)
{
	struct str line = str_cut(*text, '\n', text);

	if (!str_eq_z(line, FIRST_LINE))
		return false;
	r->site = str_cut(*text, '\n', text);
	line = str_cut(*text, '\n', text);
	r->when = str_cut(*text, '\n', text);
	return take_word(&r->site, "site ") && take_word(&line, "number ") &&
	       parse_numbers(line, r) && take_word(&r->when, "when ");
}

bool seal_take(struct arena *scratch, struct str *text)
{
	struct str last;

	if (!str_ends(*text, STR("\n")))
		return false;
	str_cut_last(str_head(*text, text->n - 1), '\n', &last);
	text->n -= last.n + 1;
	return take_word(&last, "end ") && str_eq(last, sha256_of(scratch, *text));
}

void seal_put(struct buf *text)
{
	struct str hash = sha256_of(text->arena, buf_str(text));

	buf_fmt(text, "end " STR_FMT "\n", STR_ARG(hash));
}

bool release_parse(struct arena *a, struct str text, struct release *r)
{
	*r = (struct release){.files = {.arena = a}};
	if (!seal_take(a, &text) || !parse_head(&text, r))
		return false;
	while (text.n) {
		struct str line = str_cut(text, '\n', &text);

		if (!(str_starts(line, STR("> ")) ? parse_redirect(line, r)
						  : parse_file(a, line, r)))
			return false;
	}
	return true;
}

static int compare_entries(const void *a, const void *b)
{
	const struct map_entry *const *x = a, *const *y = b;

	return str_cmp((*x)->key, (*y)->key);
}

/* By path, whatever order they came in. */
static const struct map_entry **sort_files(struct arena *a, const struct map *files)
{
	const struct map_entry **sorted =
		arena_array(a, const struct map_entry *, files->n + 1);

	for (size_t i = 0; i < files->n; i++)
		sorted[i] = &files->entries[i];
	qsort(sorted, files->n, sizeof(struct map_entry *), compare_entries);
	return sorted;
}

static void put_file(struct buf *out, const struct map_entry *e)
{
	const struct release_file *f = e->value;

	buf_fmt(out, STR_FMT " %llu %c%s %u " STR_FMT "\n", STR_ARG(f->hash),
		(unsigned long long)f->bytes, class_letters[f->class], f->is_notice ? "!" : "",
		f->kept, STR_ARG(e->key));
	if (f->redirect.n)
		buf_fmt(out, "> " STR_FMT "\n", STR_ARG(f->redirect));
}

struct str release_text(struct arena *a, const struct release *r)
{
	const struct map_entry **sorted = sort_files(a, &r->files);
	struct buf out = {.arena = a};

	buf_add_z(&out, FIRST_LINE "\n");
	buf_fmt(&out, "site " STR_FMT "\nnumber %u of %u\nwhen " STR_FMT "\n", STR_ARG(r->site),
		r->number, r->of, STR_ARG(r->when));
	for (size_t i = 0; i < r->files.n; i++)
		put_file(&out, sorted[i]);
	seal_put(&out);
	return buf_str(&out);
}

static bool is_fingerprint(struct str part)
{
	for (size_t i = 0; i < part.n; i++) {
		char c = part.p[i];

		if (!((c >= '0' && c <= '9') || (c >= 'a' && c <= 'f')))
			return false;
	}
	return part.n >= FINGERPRINT_MIN;
}

/* Elsewhere digits in a name are a date. */
static bool is_named_by_content(struct str path)
{
	return str_starts(path, STR(ASSETS_FOLDER)) || str_starts(path, STR(SEARCH_URL)) ||
	       str_holds(path, STR("/" ASSETS_FOLDER)) || str_holds(path, STR("/" SEARCH_URL));
}

bool path_is_fingerprinted(struct str path)
{
	struct str name = path_name(path), part;

	if (!is_named_by_content(path))
		return false;
	str_cut(name, '.', &name);
	while (str_has(name, '.')) {
		part = str_cut(name, '.', &name);
		if (is_fingerprint(part))
			return true;
	}
	return false;
}

bool path_is_of_search(struct str path)
{
	return path_is_fingerprinted(path) && !str_starts(path, STR(ASSETS_FOLDER)) &&
	       !str_holds(path, STR("/" ASSETS_FOLDER));
}
