#include "data/schema_parts.h"

struct viewer {
	struct arena *arena;
	schema_ref_fn *ref_fn;
	void *context;
	const struct schema_data_way *plain; /* data that leaves the site; NULL: a view */
};

/* One for all: a view is never changed. */
static const struct value absent = {.kind = VALUE_NULL};

static const struct value *view_text(const struct viewer *w, const struct field *f,
				     const void *member)
{
	const struct str *s = member;

	(void)f;
	return s->n ? value_string(w->arena, *s) : &absent;
}

/* Data has what was written: it is no page. */
static const struct value *view_marked(const struct viewer *w, const struct field *f,
				       const void *member)
{
	const struct marked_text *m = member;

	return view_text(w, f, w->plain ? &m->text : &m->html);
}

static const struct value *view_int(const struct viewer *w, const struct field *f,
				    const void *member)
{
	int64_t n = *(const int64_t *)member;

	/* In a list each item was written, and may be -1. */
	return n == -1 && !(f->flags & FIELD_MANY) ? &absent : value_int(w->arena, n);
}

/* 1234567 is "1.234.567": groups of three, as Vietnamese writes numbers. */
static struct str grouped(struct arena *a, int64_t n)
{
	struct str digits = str_fmt(a, "%lld", (long long)n);
	struct buf out = {.arena = a};

	for (size_t i = 0; i < digits.n; i++) {
		if (i && (digits.n - i) % 3 == 0)
			buf_byte(&out, '.');
		buf_byte(&out, digits.p[i]);
	}
	return buf_str(&out);
}

const struct value *schema_view_money(struct arena *a, int64_t dong)
{
	struct value *map;

	if (dong < 0)
		return &absent;
	map = value_map(a);
	value_set(a, map, STR("so"), value_int(a, dong));
	value_set(a, map, STR("chu"),
		  value_string(a,
			       str_concat(a, grouped(a, dong), STR(" đồng"), (struct str){0})));
	value_set(a, map, STR("bang_khong"), value_bool(a, dong == 0));
	return map;
}

static const struct value *view_money(const struct viewer *w, const struct field *f,
				      const void *member)
{
	return w->plain ? view_int(w, f, member)
			: schema_view_money(w->arena, *(const int64_t *)member);
}

static const struct value *view_bool(const struct viewer *w, const struct field *f,
				     const void *member)
{
	(void)f;
	return value_bool(w->arena, *(const bool *)member);
}

static void put(struct arena *a, struct value *map, const char *key, struct str text)
{
	value_set(a, map, str_of(key), value_string(a, text));
}

/* What is known of a date, as HTML's <time datetime> wants it: 2025-03, 2025. */
static struct str known_iso(struct arena *a, struct date d)
{
	return str_head(date_iso(a, d), d.day ? SIZE_MAX : d.month ? 7 : 4);
}

static const struct value *view_hour(struct arena *a, struct date d)
{
	if (!d.has_time)
		return &absent;
	return value_string(a, str_fmt(a, "%d giờ %02d", d.hour, d.minute));
}

const struct value *schema_view_date(struct arena *a, struct date d)
{
	struct value *map;

	if (!date_is_set(d))
		return &absent;
	map = value_map(a);
	put(a, map, "iso", known_iso(a, d));
	put(a, map, "ngay", date_short(a, d));
	put(a, map, "dai", date_long(a, d));
	value_set(a, map, STR("nam"), value_int(a, d.year));
	value_set(a, map, STR("gio"), view_hour(a, d));
	put(a, map, "rfc3339", date_rfc3339(a, d));
	put(a, map, "rfc822", date_rfc822(a, d));
	return map;
}

static const struct value *view_date(const struct viewer *w, const struct field *f,
				     const void *member)
{
	const struct date *d = member;

	(void)f;
	if (!w->plain || !date_is_set(*d))
		return schema_view_date(w->arena, *d);
	return value_string(w->arena,
			    d->day ? date_iso(w->arena, *d) : known_iso(w->arena, *d));
}

const struct value *schema_view_choice(struct arena *a, struct choice choice)
{
	struct value *map = value_map(a);

	put(a, map, "ma", str_of(choice.code));
	put(a, map, "ten", str_of(choice.name));
	return map;
}

static const struct value *view_choice(const struct viewer *w, const struct field *f,
				       const void *member)
{
	int i = *(const int *)member;

	return i < 0 ? &absent : schema_view_choice(w->arena, f->choices[i]);
}

/* Somebody without a record: a name, and no page to go to. */
static const struct value *view_name(struct arena *a, struct str name)
{
	struct value *map = value_map(a);

	value_set(a, map, STR("ma"), &absent);
	put(a, map, "ten", name);
	value_set(a, map, STR("url"), &absent);
	return map;
}

static const struct value *view_ref(const struct viewer *w, const struct field *f,
				    const void *member)
{
	const struct ref *ref = member;
	const struct value *v;

	(void)f;
	if (ref->name.n)
		return view_name(w->arena, ref->name);
	if (!ref->code.n)
		return &absent;
	v = w->ref_fn ? w->ref_fn(w->arena, ref, w->context)
		      : value_string(w->arena, ref->code);
	return v ? v : &absent;
}

/* The last part of a path, and what stands behind the dot of it, in capitals as people
 * write it: PDF. */
static struct str file_format(struct arena *a, struct str name)
{
	struct str format;
	char *p;

	str_cut_last(name, '.', &format);
	if (format.n == name.n)
		return (struct str){0};
	p = str_z(a, format);
	for (size_t i = 0; i < format.n; i++)
		p[i] = (char)(p[i] >= 'a' && p[i] <= 'z' ? p[i] - 'a' + 'A' : p[i]);
	return (struct str){p, format.n};
}

/* "545 KB", "1,2 MB": in thousands, with the decimal comma of Vietnamese. */
struct str schema_bytes_words(struct arena *a, uint64_t bytes)
{
	uint64_t tenths = (bytes + 50000) / 100000;

	if (bytes < 1000 * 1000)
		return str_fmt(a, "%llu KB", (unsigned long long)(bytes + 999) / 1000);
	return str_fmt(a, "%llu,%llu MB", (unsigned long long)tenths / 10,
		       (unsigned long long)tenths % 10);
}

static const struct value *view_file(const struct viewer *w, const struct field *f,
				     const void *member)
{
	const struct file_ref *file = member;
	struct value *map;
	struct str name;

	(void)f;
	if (!file->url.n)
		return &absent;
	str_cut_last(file->path, '/', &name);
	map = value_map(w->arena);
	put(w->arena, map, "ten", name);
	put(w->arena, map, "url",
	    w->plain ? str_concat(w->arena, w->plain->domain, file->url, (struct str){0})
		     : file->url);
	put(w->arena, map, "dinh_dang", file_format(w->arena, name));
	put(w->arena, map, "dung_luong", schema_bytes_words(w->arena, file->bytes));
	return map;
}

static struct value *view_map(const struct viewer *w, const struct schema *s, const void *data);

static const struct value *view_item_map(const struct viewer *w, const struct field *f,
					 const void *member)
{
	return view_map(w, f->map, member);
}

typedef const struct value *view_fn(const struct viewer *w, const struct field *f,
				    const void *member);

static view_fn *const views[] = {
	[FIELD_STRING] = view_text,   [FIELD_TEXT] = view_text,
	[FIELD_INT] = view_int,       [FIELD_BOOL] = view_bool,
	[FIELD_DATE] = view_date,     [FIELD_EDTF] = view_date,
	[FIELD_DATETIME] = view_date, [FIELD_CHOICE] = view_choice,
	[FIELD_SLUG] = view_text,     [FIELD_REF] = view_ref,
	[FIELD_URL] = view_text,      [FIELD_PATH] = view_text,
	[FIELD_FILE] = view_file,     [FIELD_MAP] = view_item_map,
	[FIELD_MONEY] = view_money,   [FIELD_MARKDOWN] = view_marked,
};

static const struct value *view_list(const struct viewer *w, const struct field *f,
				     const struct list *list)
{
	size_t size = schema_item_size(f);
	struct value *v = value_list(w->arena);

	for (size_t i = 0; i < list->n; i++)
		value_push(w->arena, v,
			   views[f->type](w, f, (const char *)list->items + i * size));
	return v;
}

static const struct value *view_field(const struct viewer *w, const struct field *f,
				      const void *member)
{
	const void *map;

	if (f->flags & FIELD_MANY)
		return view_list(w, f, member);
	if (f->type != FIELD_MAP)
		return views[f->type](w, f, member);
	memcpy(&map, member, sizeof(map));
	return map ? view_map(w, f->map, map) : &absent;
}

/* "phi_le_phi_khong_thu": whether the word stood in the list's place. */
static struct value_entry word_entry(const struct viewer *w, const struct field *f,
				     const void *data)
{
	bool said = *(const bool *)((const char *)data + f->word_offset);
	struct str word = schema_key(w->arena, str_of(f->word));

	return (struct value_entry){
		.key = str_fmt(w->arena, "%s_" STR_FMT, f->key, STR_ARG(word)),
		.value = value_bool(w->arena, said)};
}

static size_t count_words(const struct slots *slots)
{
	size_t n = 0;

	for (size_t i = 0; i < slots->n; i++)
		n += slots->slot[i].field->word != NULL;
	return n;
}

/* The keys of a schema are unique: the entries are filled without looking them up. */
static struct value *view_map(const struct viewer *w, const struct schema *s, const void *data)
{
	struct value *map = value_map(w->arena);
	struct slots slots;

	schema_collect(s, &slots);
	map->cap = (uint32_t)(slots.n + count_words(&slots));
	map->entries = arena_array(w->arena, struct value_entry, map->cap);
	for (size_t i = 0; i < slots.n; i++) {
		const struct field *f = slots.slot[i].field;

		if (f->flags & FIELD_HIDDEN)
			continue;
		map->entries[map->n++] = (struct value_entry){
			.key = str_of(f->key),
			.value = view_field(w, f, (const char *)data + f->offset)};
		if (f->word)
			map->entries[map->n++] = word_entry(w, f, data);
	}
	return map;
}

struct value *schema_view(struct arena *a, const struct schema *s, const void *data,
			  schema_ref_fn *ref_fn, void *context)
{
	return view_map(&(struct viewer){.arena = a, .ref_fn = ref_fn, .context = context}, s,
			data);
}

const struct value *schema_data(struct arena *a, const struct field *f, const void *data,
				const struct schema_data_way *way)
{
	const struct viewer w = {
		.arena = a, .ref_fn = way->ref_fn, .context = way->context, .plain = way};

	return view_field(&w, f, (const char *)data + f->offset);
}
