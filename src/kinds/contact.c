#include "kinds/contact.h"

#include "kinds/contact_parts.h"
#include "kinds/linked.h"

#include <stdlib.h>

#define TYPES(X)                                                                  \
	X(CONTACT_HOTLINE, "duong-day-nong", "Đường dây nóng")                    \
	X(CONTACT_SWITCHBOARD, "tong-dai", "Tổng đài")                            \
	X(CONTACT_ONE_STOP, "mot-cua", "Bộ phận Một cửa")                         \
	X(CONTACT_LEADER, "lanh-dao", "Lãnh đạo")                                 \
	X(CONTACT_RECEPTION, "tiep-cong-dan", "Tiếp công dân")                    \
	X(CONTACT_FEEDBACK, "phan-anh-kien-nghi", "Phản ánh, kiến nghị")          \
	X(CONTACT_SPOKESPERSON, "nguoi-phat-ngon", "Người phát ngôn")             \
	X(CONTACT_INFORMATION, "can-bo-cung-cap-thong-tin", "Cung cấp thông tin") \
	X(CONTACT_SOCIAL_WORK, "ctxh", "Công tác xã hội")                         \
	X(CONTACT_UNIT, "don-vi", "Khoa, phòng")

#define CHOICE(type_, code_, name_) [type_] = {code_, name_},
#define TERM(type_, code_, name_) \
	[type_] = {.slug = {code_, sizeof(code_) - 1}, .name = {name_, sizeof(name_) - 1}},

const struct choice contact_types[] = {TYPES(CHOICE){0}};
static const struct term_name type_terms[] = {TYPES(TERM)};

static const struct field phone_fields[] = {
	{.key = "so",
	 .type = FIELD_STRING,
	 .flags = FIELD_REQUIRED,
	 .offset = offsetof(struct phone, number),
	 .label = "Số",
	 .about = N_("The number; spaces and dots between its digits are fine."),
	 .example = "\"0000 000 115\""},
	{.key = "noi_dung",
	 .type = FIELD_STRING,
	 .flags = FIELD_TRANSLATED,
	 .offset = offsetof(struct phone, about),
	 .label = "Nội dung",
	 .about = N_("What to call it for."),
	 .example = "\"Hỏi về thủ tục\""},
	{.key = "gio",
	 .type = FIELD_STRING,
	 .flags = FIELD_TRANSLATED,
	 .offset = offsetof(struct phone, hours),
	 .label = "Giờ nghe máy",
	 .about = N_("When somebody answers."),
	 .example = "\"Giờ hành chính\""},
	{0},
};

static const struct schema phone_schema = {
	.name = N_("a telephone number"),
	.size = sizeof(struct phone),
	.fields = phone_fields,
};

static const struct field address_fields[] = {
	{.key = "so_nha",
	 .type = FIELD_STRING,
	 .flags = FIELD_TRANSLATED,
	 .offset = offsetof(struct address, house),
	 .label = "Số nhà",
	 .about = N_("House number, building or floor."),
	 .example = "\"Số 1\""},
	{.key = "duong",
	 .type = FIELD_STRING,
	 .offset = offsetof(struct address, street),
	 .label = "Đường",
	 .about = N_("The street."),
	 .example = "\"đường Ví Dụ\""},
	{.key = "phuong_xa",
	 .type = FIELD_STRING,
	 .flags = FIELD_REQUIRED,
	 .offset = offsetof(struct address, ward),
	 .label = "Phường, xã",
	 .about = N_("The ward, commune or special zone."),
	 .example = "\"phường Minh Họa\""},
	{.key = "tinh_thanh",
	 .type = FIELD_STRING,
	 .flags = FIELD_REQUIRED,
	 .offset = offsetof(struct address, province),
	 .label = "Tỉnh, thành phố",
	 .about = N_("The province or centrally run city."),
	 .example = "\"tỉnh Minh Họa\""},
	{.key = "vi_do",
	 .type = FIELD_STRING,
	 .offset = offsetof(struct address, latitude),
	 .label = "Vĩ độ",
	 .about = N_("Its latitude in degrees, for maps."),
	 .example = "\"10.7769\""},
	{.key = "kinh_do",
	 .type = FIELD_STRING,
	 .offset = offsetof(struct address, longitude),
	 .label = "Kinh độ",
	 .about = N_("Its longitude in degrees, for maps."),
	 .example = "\"106.7009\""},
	{0},
};

static const struct schema address_schema = {
	.name = N_("an address"),
	.size = sizeof(struct address),
	.fields = address_fields,
};

static const struct field opening_fields[] = {
	{.key = "thu",
	 .type = FIELD_INT,
	 .flags = FIELD_REQUIRED | FIELD_MANY,
	 .offset = offsetof(struct office_hours, days),
	 .label = "Thứ",
	 .about = N_("The days of the week: 2 is Monday, 8 Sunday."),
	 .example = "2",
	 .min = 1,
	 .max = 7},
	{.key = "tu",
	 .type = FIELD_STRING,
	 .flags = FIELD_REQUIRED,
	 .offset = offsetof(struct office_hours, from),
	 .label = "Từ",
	 .about = N_("From what time, with two digits each."),
	 .example = "\"07:30\""},
	{.key = "den",
	 .type = FIELD_STRING,
	 .flags = FIELD_REQUIRED,
	 .offset = offsetof(struct office_hours, to),
	 .label = "Đến",
	 .about = N_("Until what time; 24:00 is midnight."),
	 .example = "\"11:30\""},
	{0},
};

static const struct schema opening_schema = {
	.name = N_("opening hours"),
	.size = sizeof(struct office_hours),
	.fields = opening_fields,
};

static const struct field reception_fields[] = {
	{.key = "ngay_trong_thang",
	 .type = FIELD_INT,
	 .flags = FIELD_MANY,
	 .offset = offsetof(struct reception, days_of_month),
	 .label = "Ngày trong tháng",
	 .about = N_("Days of each month: 5 and 20."),
	 .example = "5",
	 .min = 0,
	 .max = 31},
	{.key = "thu",
	 .type = FIELD_INT,
	 .flags = FIELD_MANY,
	 .offset = offsetof(struct reception, weekdays),
	 .label = "Thứ",
	 .about = N_("Days of each week: 2 is Monday, 8 Sunday."),
	 .example = "2",
	 .min = 0,
	 .max = 7},
	{.key = "gio",
	 .type = FIELD_STRING,
	 .flags = FIELD_REQUIRED | FIELD_TRANSLATED,
	 .offset = offsetof(struct reception, hours),
	 .label = "Giờ tiếp",
	 .about = N_("At what time."),
	 .example = "\"8 giờ 00 – 11 giờ 00\""},
	{.key = "nguoi",
	 .type = FIELD_STRING,
	 .flags = FIELD_REQUIRED | FIELD_TRANSLATED,
	 .offset = offsetof(struct reception, who),
	 .label = "Người tiếp",
	 .about = N_("Who receives the people, by office."),
	 .example = "\"Giám đốc\""},
	{0},
};

static const struct schema reception_schema = {
	.name = N_("a reception of citizens"),
	.size = sizeof(struct reception),
	.fields = reception_fields,
};

static const struct field profile_fields[] = {
	{.key = "kenh",
	 .type = FIELD_STRING,
	 .flags = FIELD_REQUIRED,
	 .offset = offsetof(struct profile, channel),
	 .label = "Kênh",
	 .about = N_("The network: Zalo, Facebook."),
	 .example = "\"Zalo\""},
	{.key = "url",
	 .type = FIELD_URL,
	 .flags = FIELD_REQUIRED,
	 .offset = offsetof(struct profile, url),
	 .label = "Địa chỉ",
	 .about = N_("Its address there."),
	 .example = "\"https://zalo.me/example\""},
	{0},
};

static const struct schema profile_schema = {
	.name = N_("a social network"),
	.size = sizeof(struct profile),
	.fields = profile_fields,
};

/* What a private record must not show is FIELD_HIDDEN, and given by derive_contact(). */
static const struct field contact_fields[] = {
	{.key = "kieu",
	 .type = FIELD_CHOICE,
	 .choices = contact_types,
	 .flags = FIELD_REQUIRED,
	 .offset = offsetof(struct contact, type),
	 .label = "Kiểu",
	 .about = N_("What sort of contact it is."),
	 .example = "\"duong-day-nong\""},
	{.key = "ten",
	 .type = FIELD_STRING,
	 .flags = FIELD_REQUIRED | FIELD_TRANSLATED,
	 .offset = offsetof(struct contact, name),
	 .label = "Tên",
	 .about = N_("The name of the place, line or person.")},
	{.key = "chuc_vu",
	 .type = FIELD_STRING,
	 .flags = FIELD_TRANSLATED,
	 .offset = offsetof(struct contact, office),
	 .label = "Chức vụ",
	 .about = N_("The office held: a must for leaders."),
	 .example = "\"Giám đốc\""},
	{.key = "dien_thoai",
	 .type = FIELD_MAP,
	 .map = &phone_schema,
	 .flags = FIELD_MANY | FIELD_HIDDEN,
	 .offset = offsetof(struct contact, phones),
	 .label = "Điện thoại",
	 .about = N_("Numbers to call: a must for hotlines and switchboards.")},
	{.key = "email",
	 .type = FIELD_STRING,
	 .flags = FIELD_HIDDEN,
	 .offset = offsetof(struct contact, email),
	 .label = "Thư điện tử",
	 .about = N_("An official mailbox."),
	 .example = "\"motcua@benhvien.example.vn\""},
	{.key = "dia_chi",
	 .type = FIELD_MAP,
	 .map = &address_schema,
	 .offset = offsetof(struct contact, address),
	 .label = "Địa chỉ",
	 .about = N_("Where it is, in two levels (ward, province): a must for one-stop desks "
		     "and receptions.")},
	{.key = "gio_lam_viec",
	 .type = FIELD_MAP,
	 .map = &opening_schema,
	 .flags = FIELD_MANY,
	 .offset = offsetof(struct contact, openings),
	 .label = "Giờ làm việc",
	 .about = N_("When it is open; terms count by it: a must for one-stop desks.")},
	{.key = "lich_tiep",
	 .type = FIELD_MAP,
	 .map = &reception_schema,
	 .flags = FIELD_MANY | FIELD_HIDDEN,
	 .offset = offsetof(struct contact, receptions),
	 .label = "Lịch tiếp công dân",
	 .about = N_("When citizens are received; the next days are computed, days off left "
		     "out.")},
	{.key = "mxh",
	 .type = FIELD_MAP,
	 .map = &profile_schema,
	 .flags = FIELD_MANY | FIELD_HIDDEN,
	 .offset = offsetof(struct contact, profiles),
	 .label = "Mạng xã hội",
	 .about = N_("Its pages in social networks.")},
	{.key = "rieng_tu",
	 .type = FIELD_BOOL,
	 .flags = FIELD_REQUIRED,
	 .offset = offsetof(struct contact, is_private),
	 .label = "Riêng tư",
	 .about = N_("true: its numbers and addresses are not published."),
	 .example = "false"},
	{0},
};

static const char *const contact_required[] = {"ngay_ra_soat", "ra_soat_truoc", NULL};

static const struct schema contact_schema = {
	.name = N_("a contact"),
	.size = sizeof(struct contact),
	.fields = contact_fields,
	.parent = &common_schema,
	.required = contact_required,
};

const struct value *contact_item(const struct value *v, const char *key, size_t i)
{
	const struct value_entry *entry = schema_find(v, key);

	if (!entry)
		return v;
	return entry->value->kind == VALUE_LIST && i < entry->value->n
		       ? entry->value->entries[i].value
		       : entry->value;
}

/* The digits, at most `most` of them; false when something else is between them than
 * spaces and dots. */
static bool take_digits(struct str number, char *digits, size_t most, size_t *n)
{
	*n = 0;
	for (size_t i = 0; i < number.n; i++) {
		char c = number.p[i];

		if (c == ' ' || c == '.')
			continue;
		if (c < '0' || c > '9' || *n == most)
			return false;
		digits[(*n)++] = c;
	}
	return true;
}

enum {
	PHONE_DIGITS_MAX = 11,
};

bool phone_is_valid(struct str number)
{
	char digits[PHONE_DIGITS_MAX];
	struct str s = {digits, 0};

	if (!take_digits(number, digits, sizeof(digits), &s.n))
		return false;
	if (str_starts(s, STR("0")))
		return s.n >= 10;
	if (str_starts(s, STR("1800")) || str_starts(s, STR("1900")))
		return s.n >= 8 && s.n <= 10;
	return str_starts(s, STR("1")) && (s.n == 3 || s.n == 4);
}

static int two_digits(const char *p)
{
	bool ok = p[0] >= '0' && p[0] <= '9' && p[1] >= '0' && p[1] <= '9';

	return ok ? (p[0] - '0') * 10 + (p[1] - '0') : -1;
}

int clock_minutes(struct str time)
{
	enum {
		HOUR = 60,
		DAY = 24 * HOUR
	};
	int hours, minutes;

	if (time.n != 5 || time.p[2] != ':')
		return -1;
	hours = two_digits(time.p);
	minutes = two_digits(time.p + 3);
	if (hours < 0 || minutes < 0 || minutes >= HOUR || hours * HOUR + minutes > DAY)
		return -1;
	return hours * HOUR + minutes;
}

static bool is_digits(struct str s)
{
	for (size_t i = 0; i < s.n; i++) {
		if (s.p[i] < '0' || s.p[i] > '9')
			return false;
	}
	return s.n > 0;
}

/* Degrees as maps take them: digits, a point, digits, perhaps a minus. */
static bool is_degrees(struct str s)
{
	struct str fraction, whole = str_cut(s, '.', &fraction);

	if (str_starts(whole, STR("-")))
		whole = str_from(whole, 1);
	return whole.n <= 3 && is_digits(whole) && is_digits(fraction);
}

static bool check_degrees(struct str s, const struct value *address, const char *key,
			  struct diag *d)
{
	if (!s.n || is_degrees(s))
		return true;
	return diag_error(d, place_of_field(address, key),
			  _("\"%s\" must be degrees with a decimal point, as maps give them: "
			    "10.7769, not \"" STR_FMT "\""),
			  key, STR_ARG(s));
}

static bool check_address(const struct contact *x, const struct value *v, struct diag *d)
{
	const struct value_entry *written = schema_find(v, "dia_chi");
	bool ok;

	if (!x->address || !written)
		return true;
	ok = check_degrees(x->address->latitude, written->value, "vi_do", d);
	ok &= check_degrees(x->address->longitude, written->value, "kinh_do", d);
	return ok;
}

static bool check_range(const struct list *days, int64_t from, int64_t to, struct pos at,
			const char *key, struct diag *d)
{
	for (size_t i = 0; i < days->n; i++) {
		int64_t day = *LIST_ITEM(*days, int64_t, i);

		if (day < from || day > to)
			return diag_error(d, at,
					  _("\"%s\" is a day from %lld to %lld, not %lld"), key,
					  (long long)from, (long long)to, (long long)day);
	}
	return true;
}

static bool check_time(struct str time, struct pos at, const char *key, struct diag *d)
{
	if (clock_minutes(time) >= 0)
		return true;
	return diag_error(d, at, _("\"%s\" must be a time like 07:30, not \"" STR_FMT "\""),
			  key, STR_ARG(time));
}

static bool check_opening(const struct office_hours *x, const struct value *v, struct diag *d)
{
	bool ok = check_range(&x->days, 2, 8, place_of_field(v, "thu"), "thu", d);

	ok &= check_time(x->from, place_of_field(v, "tu"), "tu", d);
	ok &= check_time(x->to, place_of_field(v, "den"), "den", d);
	return ok;
}

static bool check_reception(const struct reception *x, const struct value *v, struct diag *d)
{
	bool ok = check_range(&x->days_of_month, 1, 31, place_of_field(v, "ngay_trong_thang"),
			      "ngay_trong_thang", d);

	ok &= check_range(&x->weekdays, 2, 8, place_of_field(v, "thu"), "thu", d);
	if (!x->days_of_month.n && !x->weekdays.n)
		ok = diag_error(d, v->pos,
				_("a reception of citizens needs its days: \"thu\" for days of "
				  "each week, \"ngay_trong_thang\" for days of each month"));
	return ok;
}

static bool check_contact(const void *data, const struct value *v, struct date today,
			  struct diag *d)
{
	const struct contact *x = data;
	bool ok = check_address(x, v, d);

	(void)today;
	for (size_t i = 0; i < x->openings.n; i++)
		ok &= check_opening(LIST_ITEM(x->openings, struct office_hours, i),
				    contact_item(v, "gio_lam_viec", i), d);
	for (size_t i = 0; i < x->receptions.n; i++)
		ok &= check_reception(LIST_ITEM(x->receptions, struct reception, i),
				      contact_item(v, "lich_tiep", i), d);
	return ok;
}

static int compare_spans(const void *a, const void *b)
{
	const struct open_span *x = a, *y = b;

	return x->weekday != y->weekday ? x->weekday - y->weekday : x->from - y->from;
}

/* Hours that were written twice count once. */
static size_t part_spans(struct open_span *spans, size_t n)
{
	size_t kept = 0;

	for (size_t i = 0; i < n; i++) {
		struct open_span s = spans[i];

		if (kept && spans[kept - 1].weekday == s.weekday && spans[kept - 1].to > s.from)
			s.from = spans[kept - 1].to;
		if (s.from < s.to)
			spans[kept++] = s;
	}
	return kept;
}

struct opening contact_opening(struct arena *a, const struct contact *x)
{
	struct open_span *spans;
	size_t n = 0;

	for (size_t i = 0; i < x->openings.n; i++)
		n += LIST_ITEM(x->openings, struct office_hours, i)->days.n;
	spans = arena_array(a, struct open_span, n);
	n = 0;
	for (size_t i = 0; i < x->openings.n; i++) {
		const struct office_hours *o = LIST_ITEM(x->openings, struct office_hours, i);

		for (size_t k = 0; k < o->days.n; k++)
			spans[n++] = (struct open_span){
				.weekday = (int)*LIST_ITEM(o->days, int64_t, k) - 1,
				.from = clock_minutes(o->from),
				.to = clock_minutes(o->to)};
	}
	qsort(spans, n, sizeof(*spans), compare_spans);
	return (struct opening){spans, part_spans(spans, n)};
}

static struct str contact_title(struct arena *a, const void *data)
{
	const struct contact *x = data;

	(void)a;
	return x->name;
}

/* Lists are in groups: hotlines first, units last. */
static int64_t contact_order(const void *data)
{
	const struct contact *x = data;

	return x->type;
}

static void terms_of_contact(struct arena *a, const void *data, struct date today, term_fn *add,
			     void *sink)
{
	const struct contact *x = data;

	(void)a;
	(void)today;
	add(sink, type_terms[x->type]);
}

/* Groups of the directory, which is one page; in the order of the types. */
static const struct taxonomy_def type_taxonomy = {
	.code = "kieu",
	.name = "Nhóm liên hệ",
	.path = "nhom/",
	.no_lists = true,
	.closed = type_terms,
	.n_closed = COUNT(type_terms),
	.terms = terms_of_contact,
};

static const struct taxonomy_def *const contact_taxonomies[] = {
	&type_taxonomy,
};

/* The directory, in groups, stands in place of the list; and as one hangs it up beside the
 * telephone. */
static const struct subpage contact_pages[] = {
	{.path = "", .layout = "lien-he-danh-ba.html", .full = true, .group_by = "kieu"},
	{.path = "in/",
	 .layout = "lien-he-in.html",
	 .title = "Danh bạ liên hệ",
	 .full = true,
	 .group_by = "kieu"},
};

const struct kind contact_kind = {
	.code = "lien-he",
	.name = "Liên hệ",
	.search_percent = 105,
	.describe = describe_contact,
	.schema = &contact_schema,
	.has_list = true,
	.has_backlinks = true,
	.in_tree = true,
	.title = contact_title,
	.order = contact_order,
	.check = check_contact,
	.rules = contact_rules,
	.n_rules = CONTACT_RULES,
	.inspect = inspect_contact,
	.mention = mention_contact,
	.card = card_of_contact,
	.derive = derive_contact,
	.taxonomies = contact_taxonomies,
	.n_taxonomies = COUNT(contact_taxonomies),
	.section_pages = contact_pages,
	.n_section_pages = COUNT(contact_pages),
};
