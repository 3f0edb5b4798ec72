#include "kinds/english.h"

/* The names of choices that English pages show. A test holds each choice of each field that
 * they show against it. */
static const struct {
	const char *vietnamese, *english;
} words[] = {
	/* doi_tuong_thuc_hien */
	{"Công dân Việt Nam", "Vietnamese citizens"},
	{"Người Việt Nam định cư ở nước ngoài", "Vietnamese people living abroad"},
	{"Người nước ngoài", "Foreign nationals"},
	{"Cán bộ, công chức, viên chức", "Public officials and employees"},
	{"Doanh nghiệp", "Businesses"},
	{"Doanh nghiệp có vốn đầu tư nước ngoài", "Foreign-invested businesses"},
	{"Hợp tác xã", "Cooperatives"},
	{"Tổ chức", "Organisations"},
	{"Tổ chức nước ngoài", "Foreign organisations"},
	{"Cơ sở y tế", "Health facilities"},
	/* trinh_tu */
	{"Người dân", "You"},
	{"Đơn vị", "Our staff"},
	/* cach_thuc */
	{"Trực tiếp", "In person"},
	{"Trực tuyến", "Online"},
	{"Bưu chính công ích", "By post"},
	/* ket_qua */
	{"Bản giấy", "on paper"},
	{"Bản điện tử", "electronic"},
	{"Bản giấy và bản điện tử", "on paper and electronic"},
	/* thoi_han_giai_quyet, as most authors write it */
	{"Trong buổi làm việc", "Within the same morning or afternoon session"},
	{"Theo giấy hẹn", "By the date on your appointment slip"},
};

static const char *const months[] = {"January",   "February", "March",    "April",
				     "May",       "June",     "July",     "August",
				     "September", "October",  "November", "December"};

struct str english_word(struct str vietnamese)
{
	for (size_t i = 0; i < COUNT(words); i++) {
		if (str_eq_z(vietnamese, words[i].vietnamese))
			return str_of(words[i].english);
	}
	return (struct str){0};
}

struct str english_date(struct arena *a, struct date d)
{
	if (!d.month)
		return str_fmt(a, "%d", d.year);
	if (!d.day)
		return str_fmt(a, "%s %d", months[d.month - 1], d.year);
	return str_fmt(a, "%d %s %d", d.day, months[d.month - 1], d.year);
}

struct str english_money(struct arena *a, int64_t dong)
{
	struct str digits = str_fmt(a, "%lld", (long long)dong);
	struct buf out = {.arena = a};

	buf_add_z(&out, "VND ");
	for (size_t i = 0; i < digits.n; i++) {
		if (i && (digits.n - i) % 3 == 0)
			buf_byte(&out, ',');
		buf_byte(&out, digits.p[i]);
	}
	return buf_str(&out);
}
