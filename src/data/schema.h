/*
 * schema - what a mapping may hold, as a table.
 *
 * One table does four things: it checks a value (with "did you mean" for an
 * unknown key), loads it into a C struct, turns the struct into the value that
 * templates see, and prints the reference that authors read; so the four cannot
 * disagree.
 *
 * Keys match folded: "Tiêu đề", "tieu_de" and "Tiêu_Đề" are one key. null counts
 * as absent ("the source doesn't say"), and so does an empty list for a field of
 * many. Numbers are taken as text where text is wanted, as they were written (001
 * stays 001), and text as a number or date where it is one ("2025-03-28"); text is
 * trimmed, and "" is an error, as null says better that there is nothing.
 *
 * A mistake in one field does not hide those in others: all are reported, each at
 * its value; a field that is missing, at the line where its mapping begins.
 */
#ifndef CCHC_DATA_SCHEMA_H
#define CCHC_DATA_SCHEMA_H

#include "base/date.h"
#include "data/value.h"

enum field_type {
	FIELD_STRING,   /* struct str: one line */
	FIELD_TEXT,     /* struct str: may have several lines */
	FIELD_MARKDOWN, /* struct marked_text: as the body of a page is written, without
			 * headings; templates see its HTML */
	FIELD_INT,      /* int64_t, -1 when absent; decimal digits with a sign */
	FIELD_MONEY,    /* int64_t, -1 when absent: whole đồng, digits only */
	FIELD_BOOL,     /* bool */
	FIELD_DATE,     /* struct date: 2025-03-28 */
	FIELD_EDTF,     /* struct date that may be partial: 2025-03-XX */
	FIELD_DATETIME, /* struct date: 2025-03-28 or 2025-03-28T14:30 */
	FIELD_CHOICE,   /* int: the index in choices, -1 when absent */
	FIELD_SLUG,     /* struct str: ^[a-z0-9]+(-[a-z0-9]+)*$, at most 96 bytes */
	FIELD_REF,      /* struct ref: the code of another record, of kind ref_kind */
	FIELD_URL,      /* struct str: https://, http://, mailto: or tel: */
	FIELD_PATH,     /* struct str: a relative path or URL path without ".." */
	FIELD_FILE,     /* struct file_ref: a file beside the record, as a relative path */
	FIELD_MAP,      /* a pointer to the struct that map describes, NULL when absent;
			 * with FIELD_MANY a list of those structs */
};

enum field_flag {
	FIELD_REQUIRED = 1 << 0,
	FIELD_MANY = 1 << 1,   /* a list of them: struct list. A single one is taken for
				* a list of one. */
	FIELD_HIDDEN = 1 << 2, /* not in the view: the site gives templates its own */
	/* Of a FIELD_REF: what is no code is taken as the name of somebody who has no
	 * record here ("Bộ Y tế"). */
	FIELD_OR_NAME = 1 << 3,
	/* A must, but by a finding of the kind that has a code, not by the schema: the
	 * reference calls it required, and `cchc new` writes it out. */
	FIELD_EXPECTED = 1 << 4,
	/* Of a text: a name or number as it is printed, and nothing that is said; no
	 * documents are looked for in it. */
	FIELD_VERBATIM = 1 << 5,
	/* Of a text: that it is too short or long is for a finding with a code to tell. */
	FIELD_RULED = 1 << 6,
	/* For the search: of a text or slug, a name by which people look for the record,
	 * found before what it says; of anything, not looked in. */
	FIELD_NAMED = 1 << 7,
	FIELD_UNSOUGHT = 1 << 8,
	/* Of a text, a choice or a reference: English pages show it, in English. */
	FIELD_TRANSLATED = 1 << 9,
};

struct choice {
	const char *code, *name; /* "tthc", "Cải cách thủ tục hành chính" */
};

/* A reference as written, and what it stands for once the site is connected. */
struct ref {
	struct str code; /* empty when it is a name only */
	struct pos pos;
	struct str name; /* of a FIELD_OR_NAME: what was written that is no code */
	void *to;        /* the site's struct page, or NULL until then */
};

/* A file as written, and where visitors find it once the site is connected. */
struct file_ref {
	struct str path;
	struct pos pos;
	struct str url; /* from the web root; empty until then */
	uint64_t bytes;
	struct str disk; /* its path on disk, once the site is connected */
	/* What it is: of a file that is a record's own. */
	const struct file_facts *facts;
};

/* Markdown as written, where its first line begins, and its HTML once the site has
 * converted it. */
struct marked_text {
	struct str text;
	struct pos pos;
	struct str html;
};

struct schema;

struct field {
	const char *key;
	enum field_type type;
	unsigned flags;
	size_t offset;                /* of the member that it fills */
	const char *label;            /* as people call it, in Vietnamese: "Tiêu đề" */
	const char *about;            /* N_(): one sentence for authors */
	const char *example;          /* a YAML scalar for `cchc new` and the reference */
	const struct choice *choices; /* FIELD_CHOICE: code NULL at the end */
	const char *ref_kind;         /* FIELD_REF: name of a kind */
	const struct schema *map;     /* FIELD_MAP */
	/* Of a FIELD_MANY the length of the list (outside: an error), of a FIELD_INT the
	 * number (an error), of a FIELD_STRING, FIELD_TEXT or FIELD_MARKDOWN its
	 * characters (a warning). 0, 0 is free; max below min is no upper bound: 1, 0
	 * means one or more. */
	int64_t min, max;
	/* Of a FIELD_MANY: the word that says "none, and that is meant" ("khong-thu"),
	 * in any spelling, and the member (bool) that is true when it was written. */
	const char *word;
	size_t word_offset;
};

struct schema {
	const char *name;           /* N_(), as a message says it: "an article" */
	size_t size;                /* of the C struct */
	const struct field *fields; /* key NULL at the end */
	/* Its fields come first and fill the same struct; a field of ours with the key of
	 * one of them stands in its place. */
	const struct schema *parent;
	/* Keys of the parent that this schema requires too; NULL at the end. */
	const char *const *required;
};

struct list {
	void *items;
	size_t n;
};

#define LIST_ITEM(list, type, i) (((const type *)(list).items) + (i))

/* Fill *out (zeroed, of s->size bytes) from v; all that it points to is copied into
 * a, so v may go. False when something was wrong, all of which has been reported.
 * Integers and choices that are absent are -1. */
bool schema_load(struct arena *a, const struct schema *s, const struct value *v, void *out,
		 struct diag *d) MUST_USE;

/* The value written under key in v, matched as schema_load() matches, or NULL. For
 * rules that need the place of a field: value_get() knows only exact keys. */
const struct value_entry *schema_find(const struct value *v, const char *key);

/* A key as schemas compare it: folded, lower case, spaces and '-' as '_'. */
struct str schema_key(struct arena *a, struct str key);

const struct field *schema_field(const struct schema *s, const char *key);
/* Has it, or one of the maps in it, a field of that type? */
bool schema_holds(const struct schema *s, enum field_type type);
bool schema_requires(const struct schema *s, const struct field *f);
/* Required by the schema, or by a finding (FIELD_EXPECTED). */
bool schema_expects(const struct schema *s, const struct field *f);

/* How a view shows a reference and the page behind it: {ma, ten, url}. NULL: null.
 * Without such a function a reference is its code. */
typedef const struct value *schema_ref_fn(struct arena *a, const struct ref *ref,
					  void *context);

/* The struct as templates see it: every key of the schema, null where absent.
 * Dates are maps {iso, ngay, dai, nam, gio, rfc3339, rfc822}; choices {ma, ten};
 * files {ten, url, dinh_dang, dung_luong}; money {so, chu, bang_khong}; a list is a
 * list, and whether its word stood there is <key>_<word> (phi_le_phi_khong_thu);
 * references are what ref_fn makes of them, a mere name {ma: null, ten, url: null}.
 * Markdown is its HTML. Strings are not copied. */
struct value *schema_view(struct arena *a, const struct schema *s, const void *data,
			  schema_ref_fn *ref_fn, void *context);

/* "545 KB", "1,2 MB" */
struct str schema_bytes_words(struct arena *a, uint64_t bytes);

/* How a struct becomes data that leaves the site. */
struct schema_data_way {
	struct str domain; /* put before a file's address */
	schema_ref_fn *ref_fn;
	void *context;
};

/* One field of a struct as data for others: as in a view, but dates are texts such as
 * 2025-03-28, money is a number, Markdown is as it was written, and files have whole
 * addresses. */
const struct value *schema_data(struct arena *a, const struct field *f, const void *data,
				const struct schema_data_way *way);

/* Call fn for each reference in the struct, those of mappings within it too; empty ones
 * are passed over. */
typedef void schema_ref_visit_fn(void *context, const struct field *f, const struct ref *ref);
void schema_each_ref(const struct schema *s, const void *data, schema_ref_visit_fn *fn,
		     void *context);

/* {iso, ngay, dai, nam, gio, rfc3339, rfc822} of a date, null of none; iso is cut to
 * what is known, gio null without a time. */
const struct value *schema_view_date(struct arena *a, struct date d);

/* {ma, ten} */
const struct value *schema_view_choice(struct arena *a, struct choice choice);

/* {so: 1000, chu: "1.000 đồng", bang_khong: false} of an amount, null of -1. */
const struct value *schema_view_money(struct arena *a, int64_t dong);

/* What authors may write: for people, field by field and without a heading; as data,
 * {ten, truong: [{khoa, nhan, kieu, bat_buoc, nhieu, mo_ta, vi_du, loai, tu, den,
 * lua_chon: [{ma, ten}], truong: [...]}]}; and as an mdoc list for a manual page. */
void schema_print(struct arena *a, const struct schema *s, struct buf *out);
const struct value *schema_to_value(struct arena *a, const struct schema *s);
void schema_print_mdoc(struct arena *a, const struct schema *s, struct buf *out);

/* A mapping to begin with: every field with a comment in Vietnamese; those that are
 * required or known as they stand, the others behind "# ". A field has the value that
 * `known` (a map from key to value, or NULL) gives for it, else its example. */
void schema_print_new(struct arena *a, const struct schema *s, const struct value *known,
		      struct buf *out);

#endif
