/* Procedures, units, contacts, events, and data. */
#include "kinds/contact.h"
#include "kinds/event.h"
#include "kinds/index.h"
#include "kinds/linked.h"
#include "kinds/procedure.h"
#include "kinds/statistics_parts.h"
#include "kinds/unit.h"

/* The name of a reference: of a record, or as it was written. */
static struct str name_of(const struct value *ref)
{
	const struct value *name = value_get(ref, STR("ten"));

	return name ? name->text : (struct str){0};
}

static struct str institution_name(const struct linked *l)
{
	return value_get(l->institution, STR("name"))->text;
}

static const struct value *provider(const struct linked *l)
{
	struct str name = name_of(value_get(l->view, STR("co_quan_thuc_hien")));

	if (!name.n || str_eq(name, institution_name(l)))
		return l->institution;
	return linked_named(l, "Organization", name);
}

static const struct value *channels(const struct linked *l, const struct procedure *x)
{
	struct value *list = value_list(l->a);

	for (size_t i = 0; i < x->manners.n; i++) {
		const struct manner *m = LIST_ITEM(x->manners, struct manner, i);
		struct value *node = linked_node(l, "ServiceChannel");

		linked_text(l, node, "name", str_of(procedure_channels[m->channel].name));
		linked_text(l, node, "description", m->about);
		linked_text(l, node, "serviceUrl",
			    m->url.n ? m->url
				     : (m->channel == CHANNEL_ONLINE ? x->apply_url
								     : (struct str){0}));
		value_push(l->a, list, node);
	}
	return list;
}

static const struct value *offer(const struct linked *l, struct str name, int64_t amount)
{
	struct value *node = linked_node(l, "Offer");

	linked_text(l, node, "name", name);
	value_set(l->a, node, STR("price"), value_int(l->a, amount));
	linked_text(l, node, "priceCurrency", STR("VND"));
	return node;
}

/* Fees of a known amount; what costs nothing says so. */
static const struct value *offers(const struct linked *l, const struct procedure *x)
{
	struct value *list = value_list(l->a);

	if (x->free)
		value_push(l->a, list, offer(l, STR("Không thu phí, lệ phí"), 0));
	for (size_t i = 0; i < x->fees.n; i++) {
		const struct fee *f = LIST_ITEM(x->fees, struct fee, i);

		if (f->amount >= 0)
			value_push(l->a, list, offer(l, f->name, f->amount));
	}
	return list;
}

static const struct value *outcomes(const struct linked *l, const struct procedure *x)
{
	struct value *list = value_list(l->a);

	for (size_t i = 0; i < x->outcomes.n; i++)
		value_push(l->a, list,
			   linked_named(l, "Thing",
					LIST_ITEM(x->outcomes, struct outcome, i)->name));
	return list;
}

static const struct value *texts(const struct linked *l, const struct list *list)
{
	struct value *v = value_list(l->a);

	for (size_t i = 0; i < list->n; i++)
		value_push(l->a, v, value_string(l->a, *LIST_ITEM(*list, struct str, i)));
	return v;
}

/* doi_tuong_thuc_hien, as the page names them. */
static const struct value *audiences(const struct linked *l)
{
	const struct value *seen = value_get(l->view, STR("doi_tuong_thuc_hien"));
	struct value *list = value_list(l->a);

	for (uint32_t i = 0; seen && seen->kind == VALUE_LIST && i < seen->n; i++) {
		struct value *node = linked_node(l, "Audience");

		linked_text(l, node, "audienceType", name_of(seen->entries[i].value));
		value_push(l->a, list, node);
	}
	return list;
}

struct value *describe_procedure(const struct linked *l, const void *data, struct value *page)
{
	const struct procedure *x = data;
	struct value *node = linked_main(l, "GovernmentService");

	(void)page;
	linked_set(l, node, "alternateName", texts(l, &x->aliases));
	linked_text(l, node, "identifier", x->code);
	linked_text(l, node, "serviceType", x->field);
	linked_set(l, node, "provider", provider(l));
	linked_set(l, node, "audience", audiences(l));
	linked_set(l, node, "availableChannel", channels(l, x));
	linked_set(l, node, "serviceOutput", outcomes(l, x));
	linked_set(l, node, "offers", offers(l, x));
	return node;
}

static bool is_institution(const struct linked *l, const struct unit *x)
{
	return str_eq(x->name, institution_name(l));
}

/* The institution's own page is about the node that all pages name. */
struct value *describe_unit(const struct linked *l, const void *data, struct value *page)
{
	const struct unit *x = data;
	struct value *node;

	(void)page;
	if (is_institution(l, x)) {
		node = linked_main(l, l->institution_type.p);
		linked_set(l, node, "@id", value_get(l->institution, STR("@id")));
	} else {
		node = linked_main(l, "Organization");
		linked_set(l, node, "parentOrganization", l->institution);
	}
	linked_text(l, node, "alternateName", x->short_name);
	linked_text(l, node, "telephone", x->phone);
	linked_set(l, node, "location", linked_named(l, "Place", x->place));
	linked_text(l, node, "sameAs", x->website);
	linked_date(l, node, "foundingDate", x->from);
	linked_date(l, node, "dissolutionDate", x->to);
	return node;
}

/* A contact has several numbers, each with its own purpose. */
static const struct value *point(const struct linked *l, const struct contact *x,
				 const struct phone *p)
{
	struct value *node = linked_node(l, "ContactPoint");

	linked_text(l, node, "contactType", p && p->about.n ? p->about : l->title);
	if (p)
		linked_text(l, node, "telephone", p->number);
	linked_text(l, node, "email", x->email);
	linked_text(l, node, "availableLanguage", STR("vi"));
	return node;
}

struct value *describe_contact(const struct linked *l, const void *data, struct value *page)
{
	const struct contact *x = data;
	struct value *points = value_list(l->a), *node;

	value_set(l->a, page, STR("@type"), value_string(l->a, STR("ContactPage")));
	for (size_t i = 0; !x->is_private && i < x->phones.n; i++)
		value_push(l->a, points, point(l, x, LIST_ITEM(x->phones, struct phone, i)));
	if (!points->n && !x->is_private && x->email.n)
		value_push(l->a, points, point(l, x, NULL));
	if (!points->n)
		return NULL;
	node = linked_main(l, "Organization");
	linked_set(l, node, "parentOrganization", l->institution);
	linked_set(l, node, "contactPoint", points);
	return node;
}

/* Where nothing is written people meet at the institution. */
static const struct value *place(const struct linked *l, const struct event *x)
{
	struct value *online;

	if (x->form != EVENT_ONLINE)
		return linked_named(l, "Place", x->place.n ? x->place : institution_name(l));
	online = linked_node(l, "VirtualLocation");
	linked_text(l, online, "url", l->url);
	return online;
}

struct value *describe_event(const struct linked *l, const void *data, struct value *page)
{
	static const char *const modes[] = {
		[EVENT_ON_SITE] = "OfflineEventAttendanceMode",
		[EVENT_ONLINE] = "OnlineEventAttendanceMode",
		[EVENT_BOTH] = "MixedEventAttendanceMode",
	};
	const struct event *x = data;
	struct value *node = linked_main(l, "Event");

	(void)page;
	linked_date(l, node, "startDate", x->begins);
	linked_date(l, node, "endDate", x->ends);
	linked_term(l, node, "eventStatus", "EventScheduled");
	if (x->form >= 0)
		linked_term(l, node, "eventAttendanceMode", modes[x->form]);
	linked_set(l, node, "location", place(l, x));
	linked_set(l, node, "organizer", linked_unit(l));
	linked_text(l, node, "inLanguage", STR("vi"));
	return node;
}

static struct value *dataset(const struct linked *l, const struct common *c)
{
	struct value *node = linked_main(l, "Dataset");

	if (!l->summary.n)
		linked_text(l, node, "description", l->title);
	linked_set(l, node, "creator", linked_unit(l));
	linked_set(l, node, "publisher", l->institution);
	linked_set(l, node, "license", linked_named(l, "CreativeWork", l->licence));
	linked_text(l, node, "inLanguage", STR("vi"));
	linked_date(l, node, "datePublished", c->published);
	linked_date(l, node, "dateModified", c->updated);
	value_set(l->a, node, STR("isAccessibleForFree"), value_bool(l->a, true));
	return node;
}

struct value *describe_statistics(const struct linked *l, const void *data, struct value *page)
{
	static const char *const names[] = {"Tiếp nhận", "Trả trước hạn", "Trả đúng hạn",
					    "Trả quá hạn", "Đang giải quyết"};
	const struct statistics *x = data;
	struct value *node = dataset(l, &x->common), *variables = value_list(l->a);
	struct date_range range;

	(void)page;
	for (size_t i = 0; i < COUNT(names); i++)
		value_push(l->a, variables, value_string(l->a, str_of(names[i])));
	linked_set(l, node, "variableMeasured", variables);
	if (statistics_range(x->period, &range))
		linked_text(l, node, "temporalCoverage",
			    str_concat(l->a, date_iso(l->a, range.first), STR("/"),
				       date_iso(l->a, range.last)));
	return node;
}

struct value *describe_index(const struct linked *l, const void *data, struct value *page)
{
	const struct index *x = data;
	struct value *node = dataset(l, &x->common);
	int64_t first = INT64_MAX, last = 0;

	(void)page;
	for (size_t i = 0; i < x->results.n; i++) {
		int64_t year = LIST_ITEM(x->results, struct index_result, i)->year;

		first = year < first ? year : first;
		last = year > last ? year : last;
	}
	linked_set(l, node, "creator", linked_named(l, "Organization", x->publisher));
	linked_set(l, node, "alternateName", texts(l, &x->other_names));
	linked_text(l, node, "variableMeasured", x->name);
	if (last)
		linked_text(l, node, "temporalCoverage",
			    str_fmt(l->a, "%04lld/%04lld", (long long)first, (long long)last));
	return node;
}
