#include "viet/names.h"

#include "base/utf8.h"
#include "viet/fold.h"
#include "viet/letters.h"

enum {
	PREFIX = 3, /* characters that choose the bucket */
};

struct name {
	struct str text;
	const void *value;
	struct name *next; /* shorter or as long */
};

/* Of what begins at the start of s. */
static size_t bucket_of(struct str s)
{
	size_t hash = 0;

	for (size_t i = 0; i < PREFIX && s.n; i++)
		hash = hash * 31 + letter_small(utf8_take(&s));
	return hash % NAMES_BUCKETS;
}

/* Both cases of its first letter. */
static void note_start(struct names *names, struct arena *a, struct str name)
{
	struct str first = utf8_head(name, 1);

	names->starts[(unsigned char)viet_lower(a, first).p[0]] = true;
	names->starts[(unsigned char)viet_upper(a, first).p[0]] = true;
}

void names_add(struct names *names, struct arena *a, struct str name, const void *value)
{
	struct name **at = &names->buckets[bucket_of(name)];
	struct name *added;

	if (utf8_count(name) < PREFIX || name.n > NAMES_LENGTH_MAX)
		return;
	while (*at && (*at)->text.n >= name.n)
		at = &(*at)->next;
	added = arena_new(a, struct name);
	*added = (struct name){name, value, *at};
	*at = added;
	names->n++;
	note_start(names, a, name);
}

static bool stands_at(struct str text, size_t at, const struct name *name)
{
	struct str there = str_head(str_from(text, at), name->text.n);

	return letters_same(there, name->text) && !letters_word_at(text, at + there.n);
}

/* The longest name that stands there, or NULL. */
static const struct name *name_at(const struct names *names, struct str text, size_t at)
{
	const struct name *name;

	if (letters_word_before(text, at))
		return NULL;
	name = names->buckets[bucket_of(str_from(text, at))];
	while (name && !stands_at(text, at, name))
		name = name->next;
	return name;
}

bool names_find(const struct names *names, struct str text, size_t from,
		struct name_found *found)
{
	for (size_t i = from; names->n && i < text.n; i++) {
		const struct name *name;

		if (!names->starts[(unsigned char)text.p[i]])
			continue;
		name = name_at(names, text, i);
		if (!name)
			continue;
		*found = (struct name_found){i, i + name->text.n, name->value};
		return true;
	}
	return false;
}
