/*
 * libyaml gives events (a scalar, a list begins, a list ends); a struct reader
 * builds the tree from them. The entries of open lists and maps stand one behind
 * the other in `pending`; when one ends, its entries move to the arena in exactly
 * the room they need.
 */
#include <yaml.h>

#include "base/map.h"
#include "base/utf8.h"
#include "data/yaml_parts.h"

enum {
	/* A map of more keys finds a key written twice by its own table. */
	KEYS_BY_EYE = 16,
	/* Entries of open containers for which no memory is asked. */
	PENDING_FEW = 48,
};

/* libyaml counts characters, a struct pos bytes: places are worked out on the way
 * through the text, once, because events come in the order of the text. */
struct cursor {
	size_t index;  /* of a character */
	size_t offset; /* of its byte */
	size_t line_start;
	uint32_t line; /* from 0 */
};

/* A list or map that has begun and not yet ended. */
struct frame {
	struct value *container;
	size_t offset; /* of its first byte */
	size_t first;  /* of its entries in pending */
	bool has_key;  /* of a map: the next value belongs to key */
	struct str key;
	struct pos key_pos;
	struct map *seen; /* key to value_entry's pos; NULL while there are few keys */
};

struct reader {
	struct arena *arena, scratch;
	struct diag *diag;
	struct pos at;
	struct str text;
	struct cursor cursor;
	struct frame frames[YAML_DEPTH_MAX];
	size_t depth, nodes;
	struct value_entry few[PENDING_FEW]; /* what pending is until it must grow */
	struct value_entry *pending;
	size_t n_pending, cap_pending;
	const struct value *root;
	size_t last_scalar; /* byte offset of the newest one */
};

static bool is_tail(char c)
{
	return ((unsigned char)c & 0xC0) == 0x80;
}

static void move_cursor(struct cursor *c, struct str text, size_t index)
{
	if (index < c->index)
		*c = (struct cursor){0};
	while (c->index < index && c->offset < text.n) {
		if (text.p[c->offset++] == '\n') {
			c->line++;
			c->line_start = c->offset;
		}
		while (c->offset < text.n && is_tail(text.p[c->offset]))
			c->offset++;
		c->index++;
	}
}

static struct pos place_of(struct reader *r, const yaml_mark_t *mark)
{
	move_cursor(&r->cursor, r->text, mark->index);
	return (struct pos){r->at.source, r->at.line + r->cursor.line,
			    (uint32_t)(r->cursor.offset - r->cursor.line_start) + 1};
}

static struct frame *innermost(struct reader *r)
{
	return r->depth ? &r->frames[r->depth - 1] : NULL;
}

static bool wants_key(struct reader *r)
{
	struct frame *f = innermost(r);

	return f && f->container->kind == VALUE_MAP && !f->has_key;
}

static void push_pending(struct reader *r, struct value_entry entry)
{
	if (r->n_pending == r->cap_pending) {
		size_t cap = r->cap_pending * 2;

		r->pending = arena_grow(&r->scratch, r->pending,
					r->cap_pending * sizeof(*r->pending),
					cap * sizeof(*r->pending));
		r->cap_pending = cap;
	}
	r->pending[r->n_pending++] = entry;
}

/* A value is whole: it becomes the root, or an entry of the container around it. */
static void give(struct reader *r, const struct value *v)
{
	struct frame *f = innermost(r);
	struct value_entry entry = {.pos = v->pos, .value = v};

	if (!f) {
		r->root = v;
		return;
	}
	if (f->container->kind == VALUE_MAP) {
		entry.key = f->key;
		entry.pos = f->key_pos;
		f->has_key = false;
	}
	push_pending(r, entry);
}

static void remember_key(struct reader *r, struct frame *f, struct str key, struct pos pos)
{
	struct pos *kept = arena_new(&r->scratch, struct pos);

	*kept = pos;
	map_set(f->seen, key, kept);
}

static void begin_table(struct reader *r, struct frame *f)
{
	f->seen = arena_new(&r->scratch, struct map);
	f->seen->arena = &r->scratch;
	for (size_t i = f->first; i < r->n_pending; i++)
		remember_key(r, f, r->pending[i].key, r->pending[i].pos);
}

/* Where key stands already in the innermost map, or NULL. */
static const struct pos *find_key(struct reader *r, struct frame *f, struct str key)
{
	if (!f->seen && r->n_pending - f->first >= KEYS_BY_EYE)
		begin_table(r, f);
	if (f->seen)
		return map_get(f->seen, key);
	for (size_t i = f->first; i < r->n_pending; i++) {
		if (str_eq(r->pending[i].key, key))
			return &r->pending[i].pos;
	}
	return NULL;
}

static bool count_node(struct reader *r, struct pos at)
{
	if (++r->nodes <= YAML_NODES_MAX)
		return true;
	return diag_error(r->diag, at, _("there are too many values, at most %d"),
			  YAML_NODES_MAX);
}

/* Anchors and tags are written at the start of a value, where an author may have
 * meant text. */
static bool refuse_sign(struct reader *r, struct pos at, const char *sign)
{
	return diag_error(r->diag, at,
			  _("text that begins with \"%s\" must stand between double quotes"),
			  sign);
}

static bool check_node(struct reader *r, struct pos at, const yaml_char_t *anchor,
		       const yaml_char_t *tag)
{
	if (anchor)
		return refuse_sign(r, at, "&");
	if (tag)
		return refuse_sign(r, at, "!");
	return count_node(r, at);
}

static bool check_scalar(struct reader *r, struct pos at, const yaml_event_t *e,
			 struct str text)
{
	bool control;
	size_t bad;

	if (e->data.scalar.anchor)
		return refuse_sign(r, at, "&");
	if (e->data.scalar.tag)
		return refuse_sign(r, at, "!");
	if (text.n > YAML_SCALAR_MAX)
		return diag_error(r->diag, at, _("the text is too long: %zu bytes, at most %d"),
				  text.n, YAML_SCALAR_MAX);
	if (e->data.scalar.style != YAML_DOUBLE_QUOTED_SCALAR_STYLE)
		return true;
	bad = utf8_find_bad_text(text, &control);
	return bad == text.n ||
	       diag_error(r->diag, at, _("the text holds a control character (\\x%02X)"),
			  (unsigned char)text.p[bad]);
}

static bool take_key(struct reader *r, struct pos at, struct str text, bool plain)
{
	struct frame *f = innermost(r);
	const struct pos *before = find_key(r, f, text);

	if (!text.n)
		return diag_error(r->diag, at, _("a key is missing before the \":\""));
	if (plain && str_eq(text, STR("<<")))
		return diag_error(r->diag, at,
				  _("\"<<\" (merging) is not used here; write the lines out"));
	if (before) {
		diag_error(r->diag, at, _("\"" STR_FMT "\" is written twice"), STR_ARG(text));
		diag_note(r->diag, *before, _("the first one is here"));
		return false;
	}
	f->key = str_dup(r->arena, text);
	f->key_pos = at;
	f->has_key = true;
	if (f->seen)
		remember_key(r, f, f->key, at);
	return true;
}

static void take_plain(struct value *v, struct arena *a, struct str text)
{
	v->kind = yaml_plain_kind(text);
	if (v->kind == VALUE_BOOL) {
		v->boolean = text.p[0] == 't' || text.p[0] == 'T';
		v->text = v->boolean ? STR("true") : STR("false");
	} else if (v->kind != VALUE_NULL) {
		v->text = str_dup(a, text);
	}
}

static bool take_scalar(struct reader *r, const yaml_event_t *e)
{
	struct str text = {(const char *)e->data.scalar.value, e->data.scalar.length};
	bool plain = e->data.scalar.style == YAML_PLAIN_SCALAR_STYLE;
	struct pos at = place_of(r, &e->start_mark);
	struct value *v;

	r->last_scalar = r->cursor.offset;
	if (!check_scalar(r, at, e, text))
		return false;
	if (wants_key(r))
		return take_key(r, at, text, plain);
	if (!count_node(r, at))
		return false;
	v = arena_new(r->arena, struct value);
	v->pos = at;
	if (plain) {
		take_plain(v, r->arena, text);
	} else {
		v->kind = VALUE_STRING;
		v->text = str_dup(r->arena, text);
	}
	give(r, v);
	return true;
}

static bool begin_container(struct reader *r, struct pos at, enum value_kind kind)
{
	struct value *v;

	if (wants_key(r))
		return diag_error(r->diag, at,
				  _("a key must be text; if this is text that begins with "
				    "\"[\" or \"{\", put it between double quotes"));
	if (r->depth == YAML_DEPTH_MAX)
		return diag_error(r->diag, at,
				  _("values are nested too deep, at most %d levels"),
				  YAML_DEPTH_MAX);
	v = arena_new(r->arena, struct value);
	v->kind = kind;
	v->pos = at;
	r->frames[r->depth++] = (struct frame){
		.container = v, .offset = r->cursor.offset, .first = r->n_pending};
	return true;
}

static bool take_list(struct reader *r, const yaml_event_t *e)
{
	struct pos at = place_of(r, &e->start_mark);

	return check_node(r, at, e->data.sequence_start.anchor, e->data.sequence_start.tag) &&
	       begin_container(r, at, VALUE_LIST);
}

static bool take_map(struct reader *r, const yaml_event_t *e)
{
	struct pos at = place_of(r, &e->start_mark);

	return check_node(r, at, e->data.mapping_start.anchor, e->data.mapping_start.tag) &&
	       begin_container(r, at, VALUE_MAP);
}

static void end_container(struct reader *r)
{
	struct frame *f = innermost(r);
	struct value *v = f->container;
	size_t n = r->n_pending - f->first;

	if (n) {
		v->entries = arena_array(r->arena, struct value_entry, n);
		memcpy(v->entries, r->pending + f->first, n * sizeof(*v->entries));
	}
	v->n = v->cap = (uint32_t)n;
	r->n_pending = f->first;
	r->depth--;
	give(r, v);
}

static bool begin_document(struct reader *r, const yaml_event_t *e)
{
	if (!r->root)
		return true;
	return diag_error(r->diag, place_of(r, &e->start_mark),
			  _("\"---\" begins a second document, and only one may stand here"));
}

static bool take_event(struct reader *r, const yaml_event_t *e)
{
	switch (e->type) {
	case YAML_SCALAR_EVENT:
		return take_scalar(r, e);
	case YAML_SEQUENCE_START_EVENT:
		return take_list(r, e);
	case YAML_MAPPING_START_EVENT:
		return take_map(r, e);
	case YAML_SEQUENCE_END_EVENT:
	case YAML_MAPPING_END_EVENT:
		end_container(r);
		return true;
	case YAML_ALIAS_EVENT:
		return refuse_sign(r, place_of(r, &e->start_mark), "*");
	case YAML_DOCUMENT_START_EVENT:
		return begin_document(r, e);
	default:
		return true;
	}
}

static size_t offset_of(struct reader *r, const yaml_mark_t *mark)
{
	move_cursor(&r->cursor, r->text, mark->index);
	return r->cursor.offset;
}

static bool explain(struct reader *r, const yaml_parser_t *parser)
{
	struct yaml_complaint c = {.problem = parser->problem ? parser->problem : ""};
	const struct frame *f = innermost(r);

	if (parser->error == YAML_READER_ERROR)
		c.offset = parser->problem_offset;
	else
		c.offset = offset_of(r, &parser->problem_mark);
	c.context = parser->context ? offset_of(r, &parser->context_mark) : c.offset;
	c.scalar = r->last_scalar;
	c.container = f ? f->offset : 0;
	return yaml_explain(r->at, r->text, &c, r->diag);
}

static bool read_events(struct reader *r, yaml_parser_t *parser)
{
	bool good = true, more = true;

	while (good && more) {
		yaml_event_t e;

		if (!yaml_parser_parse(parser, &e))
			return explain(r, parser);
		good = take_event(r, &e);
		more = e.type != YAML_STREAM_END_EVENT;
		yaml_event_delete(&e);
	}
	return good;
}

static bool read_text(struct reader *r)
{
	yaml_parser_t parser;
	bool good = false;

	if (!yaml_parser_initialize(&parser)) {
		diag_error(r->diag, r->at, _("there is not enough memory"));
		goto done;
	}
	yaml_parser_set_encoding(&parser, YAML_UTF8_ENCODING);
	yaml_parser_set_input_string(&parser, (const unsigned char *)r->text.p, r->text.n);
	good = read_events(r, &parser);
done:
	yaml_parser_delete(&parser);
	return good;
}

static bool check_size(struct pos at, struct str text, size_t max, struct diag *d)
{
	if (text.n <= max)
		return true;
	at.col = 0;
	return diag_error(d, at, _("this is too long: %zu bytes, at most %zu"), text.n, max);
}

static bool check_bytes(struct pos at, struct str text, struct diag *d)
{
	bool control;
	size_t bad = utf8_find_bad(text, &control);

	if (bad == text.n)
		return true;
	if (control)
		return diag_error(d, yaml_place(at, text, bad),
				  _("a control character (\\x%02X) stands here; delete it"),
				  (unsigned char)text.p[bad]);
	return diag_error(d, yaml_place(at, text, bad),
			  _("this byte (\\x%02X) is no UTF-8; save the file as UTF-8"),
			  (unsigned char)text.p[bad]);
}

/* libyaml takes U+2028 and U+2029 for line ends, as YAML 1.1 did; editors don't show
 * them. Both begin with the bytes E2 80. */
static bool check_separators(struct pos at, struct str text, struct diag *d)
{
	const char *p = text.p, *end = text.p + text.n;

	while ((p = memchr(p, 0xE2, (size_t)(end - p)))) {
		struct str here = {p, (size_t)(end - p)};
		bool line = str_starts(here, STR("\u2028"));

		if (line || str_starts(here, STR("\u2029")))
			return diag_error(d, yaml_place(at, text, text.n - here.n),
					  _("an invisible line separator (U+%d) stands here; "
					    "delete it"),
					  line ? 2028 : 2029);
		p++;
	}
	return true;
}

static const struct value *nothing_at(struct arena *a, struct pos at)
{
	struct value *v = value_null(a);

	v->pos = at;
	return v;
}

const struct value *value_from_yaml(struct arena *a, struct pos at, struct str text, size_t max,
				    struct diag *d)
{
	struct reader r = {.arena = a, .diag = d, .at = at, .text = text};
	bool good;

	if (!text.n)
		r.text = STR("");
	if (!at.line)
		r.at.line = 1;
	r.pending = r.few;
	r.cap_pending = COUNT(r.few);
	good = check_size(r.at, r.text, max, d) && check_bytes(r.at, r.text, d) &&
	       check_separators(r.at, r.text, d) && read_text(&r);
	arena_free(&r.scratch);
	if (!good)
		return NULL;
	return r.root ? r.root : nothing_at(a, r.at);
}
