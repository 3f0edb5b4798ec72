/* What a contact must say, must not show, and should be looked at again. */
#include "kinds/contact_parts.h"

#include "viet/calendar.h"
#include "viet/fold.h"

static const struct rule number_rule = {
	"LH-01", DIAG_ERROR,
	N_("A telephone number has the form of one that can be dialled in Việt Nam.")};
static const struct rule office_rule = {"LH-02", DIAG_ERROR,
					N_("A leader's contact names the office held.")};
static const struct rule line_rule = {"LH-03", DIAG_ERROR,
				      N_("A hotline or switchboard has a number.")};
static const struct rule place_rule = {
	"LH-04", DIAG_ERROR,
	N_("A one-stop desk and a reception of citizens have an address.")};
static const struct rule hours_rule = {"LH-05", DIAG_ERROR,
				       N_("A one-stop desk has its opening hours.")};
static const struct rule order_rule = {"LH-06", DIAG_ERROR,
				       N_("Opening hours begin before they end.")};
static const struct rule reception_rule = {"LH-07", DIAG_ERROR,
					   N_("A reception of citizens has a schedule.")};
static const struct rule private_rule = {
	"LH-08", DIAG_ERROR,
	N_("A contact that exists to be called or written to is not private.")};
static const struct rule district_rule = {
	"LH-09", DIAG_WARNING,
	N_("An address has two levels, as there are no districts any more.")};
static const struct rule mailbox_rule = {"LH-10", DIAG_WARNING,
					 N_("A mailbox is an official one.")};
static const struct rule calendar_rule = {
	"LH-11", DIAG_WARNING,
	N_("The days of a reception can be computed: the calendar of days off is there.")};

const struct rule *const contact_rules[CONTACT_RULES] = {
	&number_rule,   &office_rule,  &line_rule,      &place_rule,
	&hours_rule,    &order_rule,   &reception_rule, &private_rule,
	&district_rule, &mailbox_rule, &calendar_rule,
};

/* Where a key of the i-th mapping of a list was written. */
static struct pos place_in(struct inspection *i, const char *list, size_t n, const char *key)
{
	const struct value *item = contact_item(inspection_written(i), list, n);

	return item->kind == VALUE_MAP ? place_of_field(item, key) : item->pos;
}

static void inspect_numbers(const struct contact *x, struct inspection *i)
{
	for (size_t n = 0; n < x->phones.n; n++) {
		struct str number = LIST_ITEM(x->phones, struct phone, n)->number;

		if (!phone_is_valid(number))
			inspection_report(
				i, place_in(i, "dien_thoai", n, "so"), &number_rule,
				_("\"" STR_FMT "\" is no telephone number: write 0 and nine or "
				  "ten digits, 1800 or 1900 and four to six digits, or a short "
				  "number such as 115 or 1022"),
				STR_ARG(number));
	}
}

static bool is_called(const struct contact *x)
{
	return x->type == CONTACT_HOTLINE || x->type == CONTACT_SWITCHBOARD;
}

static bool is_a_place(const struct contact *x)
{
	return x->type == CONTACT_ONE_STOP || x->type == CONTACT_RECEPTION;
}

static const char *type_name(const struct contact *x)
{
	return contact_types[x->type].name;
}

static bool lacks_office(const struct contact *x)
{
	return x->type == CONTACT_LEADER && !x->office.n;
}

static bool lacks_number(const struct contact *x)
{
	return is_called(x) && !x->phones.n;
}

static bool lacks_place(const struct contact *x)
{
	return is_a_place(x) && !x->address;
}

static bool lacks_hours(const struct contact *x)
{
	return x->type == CONTACT_ONE_STOP && !x->openings.n;
}

static bool lacks_schedule(const struct contact *x)
{
	return x->type == CONTACT_RECEPTION && !x->receptions.n;
}

/* What some sorts of contacts cannot do without. */
static const struct {
	const struct rule *rule;
	bool (*lacks)(const struct contact *x);
	const char *key, *meaning;
} needs[] = {
	{&office_rule, lacks_office, "chuc_vu", N_("which office this person holds")},
	{&line_rule, lacks_number, "dien_thoai", N_("the number to call")},
	{&place_rule, lacks_place, "dia_chi", N_("where to go")},
	{&hours_rule, lacks_hours, "gio_lam_viec", N_("when it is open")},
	{&reception_rule, lacks_schedule, "lich_tiep", N_("on which days and at what time")},
};

static void inspect_needs(const struct contact *x, struct inspection *i)
{
	for (size_t n = 0; n < COUNT(needs); n++) {
		if (needs[n].lacks(x))
			inspection_report(i, inspection_place(i, "kieu"), needs[n].rule,
					  _("a contact of the sort \"%s\" needs \"%s\": %s"),
					  type_name(x), needs[n].key, _(needs[n].meaning));
	}
}

static void inspect_hours(const struct contact *x, struct inspection *i)
{
	for (size_t n = 0; n < x->openings.n; n++) {
		const struct office_hours *o = LIST_ITEM(x->openings, struct office_hours, n);

		if (clock_minutes(o->from) >= clock_minutes(o->to))
			inspection_report(i, place_in(i, "gio_lam_viec", n, "den"), &order_rule,
					  _("these hours end at " STR_FMT
					    ", but begin at " STR_FMT
					    " only; \"den\" must be later than \"tu\""),
					  STR_ARG(o->to), STR_ARG(o->from));
	}
}

/* What people must be able to reach. */
static bool is_public(const struct contact *x)
{
	return is_called(x) || is_a_place(x) || x->type == CONTACT_FEEDBACK ||
	       x->type == CONTACT_INFORMATION;
}

static void inspect_privacy(const struct contact *x, struct inspection *i)
{
	if (x->is_private && is_public(x))
		inspection_report(i, inspection_place(i, "rieng_tu"), &private_rule,
				  _("a contact of the sort \"%s\" is there to be reached, and "
				    "\"rieng_tu: true\" would hide its numbers; write "
				    "\"rieng_tu: false\" with an official number, or another "
				    "\"kieu\""),
				  type_name(x));
}

/* Does part stand in s as a word that begins there, and not behind "đường " as in the
 * name of a district road? */
static bool names_level(struct str s, struct str word)
{
	for (size_t at = 0; str_find(s, word, at, &at); at++) {
		struct str before = str_head(s, at);

		if ((!at || str_ends(before, STR(" ")) || str_ends(before, STR(","))) &&
		    !str_ends(before, STR("đường ")))
			return true;
	}
	return false;
}

/* The district level, and the township, of which there are none since it ended. */
static const char *district_in(struct arena *a, struct str part)
{
	static const char *const levels[] = {"quận ", "huyện ", "thị xã ", "thị trấn "};
	struct str lower = viet_lower(a, part);

	for (size_t i = 0; i < COUNT(levels); i++) {
		if (names_level(lower, str_of(levels[i])))
			return levels[i];
	}
	return NULL;
}

static void inspect_district(struct inspection *i, struct str part, const char *key)
{
	const char *level = district_in(i->scratch, part);

	if (level)
		inspection_report(
			i, place_in(i, "dia_chi", 0, key), &district_rule,
			_("\"" STR_FMT "\" names a %.*s; since 1/7/2025 there are only two "
			  "levels below the state: write the ward, commune or special zone, and "
			  "the province or city"),
			STR_ARG(part), (int)strlen(level) - 1, level);
}

static void inspect_address(const struct contact *x, struct inspection *i)
{
	if (!x->address)
		return;
	inspect_district(i, x->address->street, "duong");
	inspect_district(i, x->address->ward, "phuong_xa");
	inspect_district(i, x->address->province, "tinh_thanh");
}

/* Where everybody can have a mailbox under any name. */
static bool is_free_mailbox(struct arena *a, struct str email)
{
	static const char *const hosts[] = {
		"gmail.com",   "googlemail.com", "yahoo.com",  "yahoo.com.vn", "ymail.com",
		"hotmail.com", "outlook.com",    "live.com",   "icloud.com",   "proton.me",
		"aol.com",     "zoho.com",       "yandex.com", "mail.com",     "outlook.com.vn",
	};
	struct str host;

	str_cut_last(viet_lower(a, email), '@', &host);
	for (size_t i = 0; i < COUNT(hosts); i++) {
		if (str_eq_z(host, hosts[i]))
			return true;
	}
	return false;
}

static void inspect_mailbox(const struct contact *x, struct inspection *i)
{
	if (is_free_mailbox(i->scratch, x->email))
		inspection_report(i, inspection_place(i, "email"), &mailbox_rule,
				  _("\"" STR_FMT
				    "\" is a mailbox that anybody can open under any "
				    "name; give one of the unit's own domain"),
				  STR_ARG(x->email));
}

static void inspect_calendar(const struct contact *x, struct inspection *i)
{
	if (x->receptions.n && !calendar_covers(i->calendar, i->today))
		inspection_report(
			i, inspection_place(i, "lich_tiep"), &calendar_rule,
			_("the next days of reception are not shown, because there is "
			  "no calendar of days off (lich-nghi) for %d"),
			i->today.year);
}

void inspect_contact(const void *data, struct inspection *i)
{
	const struct contact *x = data;

	inspect_numbers(x, i);
	inspect_needs(x, i);
	inspect_hours(x, i);
	inspect_privacy(x, i);
	inspect_address(x, i);
	inspect_mailbox(x, i);
	inspect_calendar(x, i);
}
