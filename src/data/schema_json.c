#include "data/schema_parts.h"

static const char *const type_codes[] = {
	[FIELD_STRING] = "dong-chu",    [FIELD_TEXT] = "doan-chu",
	[FIELD_INT] = "so-nguyen",      [FIELD_BOOL] = "dung-sai",
	[FIELD_MONEY] = "so-tien",      [FIELD_DATE] = "ngay",
	[FIELD_EDTF] = "ngay-mot-phan", [FIELD_DATETIME] = "ngay-gio",
	[FIELD_CHOICE] = "lua-chon",    [FIELD_SLUG] = "ma",
	[FIELD_REF] = "tham-chieu",     [FIELD_URL] = "lien-ket",
	[FIELD_PATH] = "duong-dan",     [FIELD_FILE] = "tep",
	[FIELD_MAP] = "nhom",           [FIELD_MARKDOWN] = "markdown",
};

static void put_text(struct arena *a, struct value *map, const char *key, const char *text)
{
	if (text)
		value_set(a, map, str_of(key), value_string(a, str_of(text)));
}

static const struct value *choices_to_value(struct arena *a, const struct choice *choices)
{
	struct value *list = value_list(a);

	for (const struct choice *c = choices; c->code; c++) {
		struct value *map = value_map(a);

		put_text(a, map, "ma", c->code);
		put_text(a, map, "ten", c->name);
		value_push(a, list, map);
	}
	return list;
}

static const struct value *fields_to_value(struct arena *a, const struct schema *s,
					   size_t depth);

static const struct value *field_to_value(struct arena *a, const struct schema *s,
					  const struct field *f, size_t depth)
{
	struct value *map = value_map(a);

	put_text(a, map, "khoa", f->key);
	put_text(a, map, "nhan", f->label);
	put_text(a, map, "kieu", type_codes[f->type]);
	value_set(a, map, STR("bat_buoc"), value_bool(a, schema_expects(s, f)));
	value_set(a, map, STR("nhieu"), value_bool(a, f->flags & FIELD_MANY));
	put_text(a, map, "mo_ta", f->about ? _(f->about) : NULL);
	put_text(a, map, "vi_du", f->example);
	put_text(a, map, "loai", f->ref_kind);
	put_text(a, map, "hoac_tu", f->word);
	if (f->flags & FIELD_OR_NAME)
		value_set(a, map, STR("hoac_ten"), value_bool(a, true));
	if (schema_has_min(f))
		value_set(a, map, STR("tu"), value_int(a, f->min));
	if (schema_has_max(f))
		value_set(a, map, STR("den"), value_int(a, f->max));
	if (f->type == FIELD_CHOICE)
		value_set(a, map, STR("lua_chon"), choices_to_value(a, f->choices));
	if (f->type == FIELD_MAP && depth + 1 < SCHEMA_PRINT_DEPTH)
		value_set(a, map, STR("truong"), fields_to_value(a, f->map, depth + 1));
	return map;
}

static const struct value *fields_to_value(struct arena *a, const struct schema *s,
					   size_t depth)
{
	struct value *list = value_list(a);
	struct slots slots;

	schema_collect(s, &slots);
	for (size_t i = 0; i < slots.n; i++)
		value_push(a, list, field_to_value(a, s, slots.slot[i].field, depth));
	return list;
}

const struct value *schema_to_value(struct arena *a, const struct schema *s)
{
	struct value *map = value_map(a);

	put_text(a, map, "ten", _(s->name));
	value_set(a, map, STR("truong"), fields_to_value(a, s, 0));
	return map;
}
