#include "viet/province.h"

#include "viet/fold.h"

const struct date province_mergers = {.year = 2025, .month = 7, .day = 1};

/* What went, without marks, and what it is part of. */
static const struct {
	const char *gone, *now;
} mergers[] = {
	{"ha giang", "Tuyên Quang"},
	{"yen bai", "Lào Cai"},
	{"bac kan", "Thái Nguyên"},
	{"hoa binh", "Phú Thọ"},
	{"vinh phuc", "Phú Thọ"},
	{"bac giang", "Bắc Ninh"},
	{"thai binh", "Hưng Yên"},
	{"hai duong", "Hải Phòng"},
	{"ha nam", "Ninh Bình"},
	{"nam dinh", "Ninh Bình"},
	{"quang binh", "Quảng Trị"},
	{"quang nam", "Đà Nẵng"},
	{"kon tum", "Quảng Ngãi"},
	{"binh dinh", "Gia Lai"},
	{"ninh thuan", "Khánh Hòa"},
	{"dak nong", "Lâm Đồng"},
	{"binh thuan", "Lâm Đồng"},
	{"phu yen", "Đắk Lắk"},
	{"ba ria - vung tau", "Thành phố Hồ Chí Minh"},
	{"binh duong", "Thành phố Hồ Chí Minh"},
	{"binh phuoc", "Đồng Nai"},
	{"long an", "Tây Ninh"},
	{"soc trang", "Cần Thơ"},
	{"hau giang", "Cần Thơ"},
	{"ben tre", "Vĩnh Long"},
	{"tra vinh", "Vĩnh Long"},
	{"tien giang", "Đồng Tháp"},
	{"bac lieu", "Cà Mau"},
	{"kien giang", "An Giang"},
};

const char *province_merged_into(struct arena *scratch, struct str name)
{
	struct str folded = viet_fold(scratch, str_trim(name));

	if (str_starts(folded, STR("tinh ")))
		folded = str_from(folded, sizeof("tinh ") - 1);
	for (size_t i = 0; i < COUNT(mergers); i++) {
		if (str_eq_z(folded, mergers[i].gone))
			return mergers[i].now;
	}
	return NULL;
}
