#include "viet/language.h"

#include "viet/fold.h"

enum {
	NAME_MAX_BYTES = 40,
};

/* BCP 47. Also of the peoples of Vietnam that write with Latin letters. */
static const struct {
	const char *name, *code;
} languages[] = {
	{"viet", "vi"},        {"anh", "en"},         {"phap", "fr"},       {"duc", "de"},
	{"nga", "ru"},         {"trung", "zh"},       {"trung quoc", "zh"}, {"hoa", "zh"},
	{"nhat", "ja"},        {"han", "ko"},         {"han quoc", "ko"},   {"lao", "lo"},
	{"khmer", "km"},       {"kho me", "km"},      {"thai lan", "th"},   {"thai", "blt"},
	{"thai den", "blt"},   {"thai trang", "twh"}, {"la tinh", "la"},    {"latin", "la"},
	{"tay ban nha", "es"}, {"bo dao nha", "pt"},  {"y", "it"},          {"muong", "mtq"},
	{"tay", "tyz"},        {"nung", "nut"},       {"hmong", "hmn"},     {"h'mong", "hmn"},
	{"mong", "hmn"},       {"dao", "ium"},        {"cham", "cjm"},      {"e de", "rad"},
	{"ede", "rad"},        {"gia rai", "jra"},    {"ba na", "bdq"},     {"xo dang", "sed"},
	{"co ho", "kpm"},      {"indonesia", "id"},   {"ma lai", "ms"},
};

/* Folded, with spaces for the hyphens of a word behind a fence. */
static struct str plain_name(struct arena *a, struct str name)
{
	struct str folded = str_trim(viet_fold(a, name));
	char *p = arena_array(a, char, folded.n);

	for (size_t i = 0; i < folded.n; i++)
		p[i] = folded.p[i] == '-' ? ' ' : folded.p[i];
	return (struct str){p, folded.n};
}

struct str language_code(struct arena *scratch, struct str name)
{
	struct str prefix = STR("tieng "), plain;
	bool has_prefix;

	if (name.n > NAME_MAX_BYTES)
		return STR("");
	plain = plain_name(scratch, name);
	has_prefix = str_starts(plain, prefix);
	if (has_prefix)
		plain = str_from(plain, prefix.n);
	for (size_t i = 0; i < COUNT(languages); i++) {
		const char *known = has_prefix ? languages[i].name : languages[i].code;

		if (str_eq_z(plain, known))
			return str_of(languages[i].code);
	}
	return STR("");
}

bool language_is_meant(struct arena *scratch, struct str name)
{
	if (name.n > NAME_MAX_BYTES)
		return false;
	if (str_starts(plain_name(scratch, name), STR("tieng ")))
		return true;
	for (size_t i = 0; i < name.n; i++) {
		if (name.p[i] < 'a' || name.p[i] > 'z')
			return false;
	}
	return name.n == 2 || name.n == 3;
}
