/* `cchc schema`: the reference of all kinds of content and of site.yaml, from the
 * tables that check them. */
#include "cmd/cmd.h"
#include "kinds/access_rules.h"
#include "kinds/common.h"
#include "site/config.h"

struct subject {
	const char *code; /* as the command line names it */
	const struct schema *schema;
	const struct kind *kind; /* NULL: site.yaml */
};

/* The i-th of all kinds, and site.yaml behind them. */
static struct subject subject_at(size_t i)
{
	if (i < kinds_count)
		return (struct subject){kinds[i]->code, kinds[i]->schema, kinds[i]};
	return (struct subject){"site.yaml", &config_schema, NULL};
}

static bool is_asked(const struct options *o, const struct subject *s)
{
	return !o->n_arguments || strcmp(o->arguments[0], s->code) == 0;
}

/* What site.yaml and the site's own layouts are asked. */
static const struct rule *const site_rules[] = {
	&access_rules[ACCESS_CONTRAST],
	&access_rules[ACCESS_LAYOUT],
};

/* Those of all kinds come first. */
static size_t count_rules(const struct kind *kind)
{
	return kind ? COMMON_RULES + kind->n_rules : COUNT(site_rules);
}

static const struct rule *rule_at(const struct kind *kind, size_t i)
{
	if (!kind)
		return site_rules[i];
	return i < COMMON_RULES ? common_rules[i] : kind->rules[i - COMMON_RULES];
}

static const struct value *rule_value(struct arena *a, const struct rule *rule)
{
	struct value *v = value_map(a);

	value_set(a, v, STR("ma"), value_string(a, str_of(rule->code)));
	value_set(a, v, STR("muc"), value_string(a, str_of(diag_level_name(rule->level))));
	value_set(a, v, STR("mo_ta"), value_string(a, str_of(_(rule->about))));
	return v;
}

static const struct value *subject_value(struct arena *a, const struct subject *s)
{
	struct value *v = value_map(a), *rules = value_list(a);
	const struct value *fields = schema_to_value(a, s->schema);

	for (uint32_t i = 0; i < fields->n; i++)
		value_set(a, v, fields->entries[i].key, fields->entries[i].value);
	for (size_t i = 0; i < count_rules(s->kind); i++)
		value_push(a, rules, rule_value(a, rule_at(s->kind, i)));
	value_set(a, v, STR("quy_tac"), rules);
	return v;
}

static void print_json(struct arena *a, const struct options *o, struct buf *out)
{
	struct value *all = value_map(a);

	for (size_t i = 0; i <= kinds_count; i++) {
		struct subject s = subject_at(i);

		if (is_asked(o, &s))
			value_set(a, all, str_of(s.code), subject_value(a, &s));
	}
	value_to_json(all, out);
}

static void print_man_head(const char *name, const char *about, struct buf *out)
{
	buf_fmt(out, ".Dd $Mdocdate$\n.Dt %s 5\n.Os\n.Sh NAME\n.Nm %s\n.Nd %s\n", name, name,
		about);
	buf_fmt(out, ".Sh DESCRIPTION\n%s\n",
		_("Each key is followed by its Vietnamese name, what "
		  "may be written and what it is for."));
	buf_fmt(out, "%s\n",
		_("Keys may be written with marks, capitals and spaces as well: "
		  "\"Tiêu đề\" is \"tieu_de\"."));
}

static void print_man_rules(const struct kind *kind, struct buf *out)
{
	buf_fmt(out, ".Ss %s\n.Bl -tag -width 6n\n", _("Rules"));
	for (size_t i = 0; i < count_rules(kind); i++)
		buf_fmt(out, ".It %s (%s)\n%s\n", rule_at(kind, i)->code,
			diag_level_name(rule_at(kind, i)->level), _(rule_at(kind, i)->about));
	buf_add_z(out, ".El\n");
}

static void print_man_foot(struct buf *out)
{
	buf_add_z(out, ".Sh SEE ALSO\n.Xr cchc 1 ,\n.Xr cchc-layouts 5\n");
}

static void print_man(struct arena *a, const struct options *o, struct buf *out)
{
	bool config_only = o->n_arguments && strcmp(o->arguments[0], "site.yaml") == 0;

	if (config_only)
		print_man_head("site.yaml", _("settings of a site made by cchc"), out);
	else
		print_man_head("cchc-content", _("content files of a site made by cchc"), out);
	for (size_t i = 0; i <= kinds_count; i++) {
		struct subject s = subject_at(i);

		if (!is_asked(o, &s) || (!o->n_arguments && i == kinds_count))
			continue;
		buf_fmt(out, ".Sh %s\n", s.code);
		schema_print_mdoc(a, s.schema, out);
		print_man_rules(s.kind, out);
	}
	print_man_foot(out);
}

static void print_rules(const struct kind *kind, struct buf *out)
{
	buf_fmt(out, "\n%s\n", _("Rules"));
	for (size_t i = 0; i < count_rules(kind); i++)
		buf_fmt(out, "    %s  %s: %s\n", rule_at(kind, i)->code,
			diag_level_name(rule_at(kind, i)->level), _(rule_at(kind, i)->about));
}

static void print_text(struct arena *a, const struct options *o, struct buf *out)
{
	for (size_t i = 0; i <= kinds_count; i++) {
		struct subject s = subject_at(i);

		if (!is_asked(o, &s))
			continue;
		buf_fmt(out, "%s%s\n\n", out->n ? "\n" : "", s.code);
		schema_print(a, s.schema, out);
		print_rules(s.kind, out);
	}
}

static bool is_known(const struct options *o)
{
	for (size_t i = 0; i <= kinds_count; i++) {
		struct subject s = subject_at(i);

		if (is_asked(o, &s))
			return true;
	}
	fputs("cchc: ", stderr);
	fprintf(stderr, _("there is no kind of content %s"), o->arguments[0]);
	fputc('\n', stderr);
	return false;
}

static int run_schema(const struct options *o)
{
	struct arena a = {0};
	struct buf out = {.arena = &a};

	if (!is_known(o))
		return EXIT_USAGE;
	if (o->json)
		print_json(&a, o, &out);
	else if (o->man)
		print_man(&a, o, &out);
	else
		print_text(&a, o, &out);
	fwrite(out.p, 1, out.n, stdout);
	arena_free(&a);
	return EXIT_GOOD;
}

const struct command schema_command = {
	.name = "schema",
	.arguments = "[KIND]",
	.summary = N_("print what content files may hold"),
	.takes = TAKES_JSON | TAKES_MAN,
	.arguments_max = 1,
	.run = run_schema,
};
