#include "output/asset_addresses.h"

#include "base/path.h"
#include "site/text_file.h"

struct looking {
	struct arena *arena;
	const struct site *site;
	const struct outputs *outputs;
	struct diag *diag;
	const struct source *source;
	bool is_script;
};

/* An address as written, taken apart. */
struct address {
	struct str written;
	struct str name; /* what would be the asset's, below assets/ */
	bool has_folder; /* tai-nguyen/ stands before it */
	bool is_ours;    /* below the site's base, or relative */
	bool has_domain;
};

static struct str behind_tags(struct str word)
{
	size_t at;

	while (str_find(word, STR("}}"), 0, &at))
		word = str_from(word, at + 2);
	return word;
}

static bool take(struct str *s, struct str prefix)
{
	if (!prefix.n || !str_starts(*s, prefix))
		return false;
	*s = str_from(*s, prefix.n);
	return true;
}

/* "../../" and "./" */
static bool take_dots(struct str *s)
{
	bool any = false;

	while (take(s, STR("../")) || take(s, STR("./")))
		any = true;
	return any;
}

/* False for what cannot be the address of an asset. */
static bool take_apart(const struct looking *l, struct str word, struct address *x)
{
	struct str rest, name = behind_tags(word);
	bool has_dots, is_below;

	*x = (struct address){.written = str_starts(word, STR("{{")) ? word : name};
	name = str_cut(str_cut(name, '#', &rest), '?', &rest);
	x->has_domain = take(&name, l->site->config->domain);
	is_below = take(&name, l->site->config->base);
	x->is_ours = is_below || !take(&name, STR("/"));
	has_dots = take_dots(&name);
	x->has_folder = take(&name, STR(ASSETS_FOLDER));
	x->name = name;
	return (x->has_folder || take(&x->name, STR("assets/")) || has_dots) &&
	       path_extension(x->name).n && !str_has(x->name, '{');
}

/* "site.css" of "site.f882429551.css"; else the name itself. */
static struct str without_fingerprint(struct arena *a, struct str name)
{
	struct str end = path_extension(name), stem, print;

	stem = str_head(name, name.n - end.n - 1);
	print = path_extension(stem);
	if (print.n != FINGERPRINT_DIGITS)
		return name;
	return str_concat(a, str_head(stem, stem.n - print.n), end, (struct str){0});
}

static const struct asset *asset_of(const struct looking *l, const struct address *x)
{
	const struct map *by_name = &l->outputs->assets->by_name;
	const struct asset *asset = map_get(by_name, x->name);

	return asset ? asset : map_get(by_name, without_fingerprint(l->arena, x->name));
}

static void report_asset(const struct looking *l, const struct address *x,
			 const struct asset *asset, struct pos at)
{
	struct str key = asset_key(l->arena, asset->name);
	const char *url = x->has_domain ? "url_day_du" : "url";

	if (l->is_script)
		diag_warn(l->diag, at,
			  _("\"" STR_FMT "\" leads nowhere, or will when that file changes: a "
			    "file of assets/ is published under a name that says what is in "
			    "it; write data-x=\"{{tai_nguyen." STR_FMT
			    ".url}}\" in a layout, and let the script read it there"),
			  STR_ARG(x->written), STR_ARG(key));
	else
		diag_warn(l->diag, at,
			  _("\"" STR_FMT "\" leads nowhere, or will when that file changes: a "
			    "file of assets/ is published under a name that says what is in "
			    "it; write {{tai_nguyen." STR_FMT ".%s}} in its place"),
			  STR_ARG(x->written), STR_ARG(key), url);
}

/* Outside of the site's base the hospital's other pages may have a folder of that name. */
static void report_missing(const struct looking *l, const struct address *x, struct pos at)
{
	struct str url = str_concat(l->arena, STR(ASSETS_FOLDER), x->name, (struct str){0});
	const struct outputs_of_site os = {l->outputs, l->site};

	if (x->has_folder && x->is_ours && !outputs_have_url(&os, url))
		diag_warn(
			l->diag, at,
			_("\"" STR_FMT "\" leads nowhere: there is no such file below assets/"),
			STR_ARG(x->written));
}

static void judge(const struct looking *l, struct str word)
{
	struct pos at = {0};
	struct address x;
	const struct asset *asset;

	if (!take_apart(l, word, &x))
		return;
	asset = asset_of(l, &x);
	at = text_place(l->source, l->source->text, (size_t)(x.written.p - l->source->text.p));
	if (!asset)
		report_missing(l, &x, at);
	else if (asset->url.n) /* else it is held back, and that was said */
		report_asset(l, &x, asset, at);
}

static bool is_quote(char c)
{
	return c == '"' || c == '\'' || c == '`';
}

/* Between two addresses of an attribute: srcset has several. */
static bool is_edge(char c)
{
	return is_quote(c) || c == ' ' || c == '\t' || c == '\r' || c == '\n' || c == ',' ||
	       c == '=' || c == '(' || c == ')' || c == '<' || c == '>';
}

static size_t word_end(struct str s, size_t at)
{
	while (at < s.n && !is_edge(s.p[at]))
		at++;
	return at;
}

static void look_at_words(const struct looking *l, struct str tag)
{
	for (size_t at = 0, end; at < tag.n; at = end + 1) {
		end = word_end(tag, at);
		if (end > at)
			judge(l, (struct str){tag.p + at, end - at});
	}
}

/* Where what begins at `at` has its end; at when nothing begins there that is passed over. */
static size_t behind(struct str text, size_t at, struct str opening, struct str closing)
{
	size_t end;

	if (!str_starts(str_from(text, at), opening))
		return at;
	return str_find(text, closing, at + opening.n, &end) ? end + closing.n : text.n;
}

static size_t behind_comment(struct str text, size_t at)
{
	size_t end = behind(text, at, STR("<!--"), STR("-->"));

	return end > at ? end : behind(text, at, STR("{{!"), STR("}}"));
}

static bool begins_tag(struct str text, size_t at)
{
	return text.p[at] == '<' && at + 1 < text.n && (text.p[at + 1] | 0x20) >= 'a' &&
	       (text.p[at + 1] | 0x20) <= 'z';
}

static void look_at_layout(const struct looking *l)
{
	struct str text = l->source->text;

	for (size_t at = 0, end; at < text.n; at = end) {
		end = behind_comment(text, at);
		if (end == at && begins_tag(text, at)) {
			end = html_tag_end(text, at + 1);
			look_at_words(l, (struct str){text.p + at + 1, end - at - 1});
		}
		end = end > at ? end : at + 1;
	}
}

/* What stands between quotes: the rest of a script is no address. */
static void look_at_script(const struct looking *l)
{
	struct str text = l->source->text;

	for (size_t at = 1; at < text.n; at++) {
		size_t end = word_end(text, at);

		if (is_quote(text.p[at - 1]) && end < text.n && text.p[end] == text.p[at - 1])
			judge(l, (struct str){text.p + at, end - at});
	}
}

static void look_at_scripts(struct looking *l)
{
	const struct assets *assets = l->outputs->assets;
	struct diag quiet = {.arena = l->arena};

	for (size_t i = 0; i < assets->n; i++) {
		struct source *source = arena_new(l->diag->arena, struct source);

		source->path = assets->items[i].from;
		if (assets->items[i].is_installed || !path_has_extension(source->path, "js") ||
		    !file_read(l->diag->arena, source->path, SCRIPT_MAX, &source->text, &quiet))
			continue;
		l->source = source;
		look_at_script(l);
	}
}

void asset_addresses_check(struct arena *a, const struct site *s, const struct layouts *layouts,
			   const struct outputs *o, struct diag *d)
{
	struct looking l = {.arena = a, .site = s, .outputs = o, .diag = d};
	const struct template *t;

	for (size_t at = 0; (t = layouts_next_own(layouts, &at)) != NULL;) {
		l.source = template_place(t).source;
		if (path_has_extension(l.source->path, "html"))
			look_at_layout(&l);
	}
	l.is_script = true;
	look_at_scripts(&l);
}
