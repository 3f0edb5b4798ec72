#include "kinds/law.h"

static const struct field law_fields[] = {
	{.key = "ten",
	 .type = FIELD_STRING,
	 .flags = FIELD_REQUIRED,
	 .offset = offsetof(struct law, name),
	 .label = "Tên",
	 .about = N_("The law's name, as messages say it."),
	 .example = "\"Nghị định số 63/2010/NĐ-CP\""},
	{.key = "van_ban",
	 .type = FIELD_SLUG,
	 .offset = offsetof(struct law, document),
	 .label = "Văn bản",
	 .about = N_("Its code among the legal documents, when the site has it: once it "
		     "ends there, it ends here."),
	 .example = "\"63-2010-nd-cp\""},
	{.key = "hieu_luc_tu",
	 .type = FIELD_EDTF,
	 .flags = FIELD_REQUIRED,
	 .offset = offsetof(struct law, effective),
	 .label = "Hiệu lực từ",
	 .about = N_("From when it is in force; what is not known is XX: 2010-XX-XX."),
	 .example = "2010-XX-XX"},
	{.key = "het_hieu_luc",
	 .type = FIELD_DATE,
	 .offset = offsetof(struct law, ends),
	 .label = "Hết hiệu lực",
	 .about = N_("From when it is no longer in force."),
	 .example = "2027-01-01"},
	{.key = "thay_bang",
	 .type = FIELD_STRING,
	 .offset = offsetof(struct law, replaced_by),
	 .label = "Thay bằng",
	 .about = N_("What replaced it.")},
	{.key = "quy_tac",
	 .type = FIELD_STRING,
	 .flags = FIELD_REQUIRED | FIELD_MANY,
	 .offset = offsetof(struct law, rules),
	 .label = "Quy tắc",
	 .about = N_("The codes of the rules that rest on it."),
	 .example = "\"TT-01\"",
	 .min = 1},
	{0},
};

static const struct schema law_schema = {
	.name = N_("a law behind rules"),
	.size = sizeof(struct law),
	.fields = law_fields,
	.parent = &common_schema,
};

static bool is_among(struct str code, const struct rule *const *rules, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		if (str_eq_z(code, rules[i]->code))
			return true;
	}
	return false;
}

static bool is_rule(struct str code)
{
	bool found = is_among(code, common_rules, COMMON_RULES);

	for (size_t i = 0; !found && i < kinds_count; i++)
		found = is_among(code, kinds[i]->rules, kinds[i]->n_rules);
	return found;
}

static bool check_codes(const struct law *x, const struct value *v, struct diag *d)
{
	bool ok = true;

	for (size_t i = 0; i < x->rules.n; i++) {
		struct str code = *LIST_ITEM(x->rules, struct str, i);

		if (!is_rule(code))
			ok = diag_error(d, written_item(v, "quy_tac", i)->pos,
					_("there is no rule \"" STR_FMT
					  "\"; cchc schema lists them with each kind"),
					STR_ARG(code));
	}
	return ok;
}

static bool check_law(const void *data, const struct value *v, struct date today,
		      struct diag *d)
{
	const struct law *x = data;

	(void)today;
	if (!check_codes(x, v, d))
		return false;
	if (date_is_set(x->ends) && date_cmp(x->ends, x->effective) < 0)
		return diag_error(d, place_of_field(v, "het_hieu_luc"),
				  _("the document ends before it is in force"));
	return true;
}

static struct str law_title(struct arena *a, const void *data)
{
	const struct law *x = data;

	(void)a;
	return x->name;
}

bool law_has_ended(const struct law *law, struct date today)
{
	return date_is_set(law->ends) && date_days(law->ends) <= date_days(today);
}

static bool is_in_force(const struct law *law, struct date today)
{
	return date_days(law->effective) <= date_days(today) && !law_has_ended(law, today);
}

void laws_add(struct laws *l, const struct law *law)
{
	struct arena *a = l->by_rule.arena;

	for (size_t i = 0; i < law->rules.n; i++) {
		struct str code = *LIST_ITEM(law->rules, struct str, i);
		struct law_list *item = arena_new(a, struct law_list);

		*item = (struct law_list){law, map_get(&l->by_rule, code)};
		map_set(&l->by_rule, code, item);
	}
}

const struct law *laws_dead(const struct laws *l, struct str code, struct date today)
{
	const struct law_list *first = map_get(&l->by_rule, code);

	for (const struct law_list *i = first; i; i = i->next) {
		if (is_in_force(i->law, today))
			return NULL;
	}
	return first ? first->law : NULL;
}

const struct kind law_kind = {
	.code = "quy-tac",
	.name = "Cơ sở của quy tắc",
	.schema = &law_schema,
	.no_page = true,
	.shared = true,
	.title = law_title,
	.check = check_law,
};
