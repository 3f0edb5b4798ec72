#include "unit.h"

#include "viet/person.h"

static void check_found(const char *text, const char *want)
{
	struct str found = {0};

	if (!viet_find_person(str_of(text), &found))
		fail_msg("nobody is found in \"%s\"", text);
	if (!str_eq_z(found, want))
		fail_msg("\"" STR_FMT "\" is found in \"%s\", not \"%s\"", STR_ARG(found), text,
			 want);
}

static void check_nobody(const char *text)
{
	struct str found = {0};

	if (viet_find_person(str_of(text), &found))
		fail_msg("\"" STR_FMT "\" is found in \"%s\"", STR_ARG(found), text);
}

static void a_family_name_with_two_more_is_a_person(void **state)
{
	(void)state;
	check_found("Nguyễn Thị Mẫu", "Nguyễn Thị Mẫu");
	check_found("Giải nhất: Trần Văn Mẫu, Khoa Nội", "Trần Văn Mẫu");
	check_found("do điều dưỡng Lê Thị Hồng Mẫu thực hiện", "Lê Thị Hồng Mẫu");
	check_found("(Đặng Văn Ví Dụ)", "Đặng Văn Ví Dụ");
}

static void two_names_behind_a_form_of_address_are_a_person(void **state)
{
	(void)state;
	check_found("Bà Nguyễn Mẫu đi khám", "Nguyễn Mẫu");
	check_found("Tôi tên là Phạm Mẫu.", "Phạm Mẫu");
	check_nobody("Nguyễn Mẫu");
	check_nobody("Bà N. đi khám");
	check_nobody("Bà Nguyễn N. đi khám");
	check_nobody("chị Hoa");
}

static void places_and_institutions_are_no_persons(void **state)
{
	(void)state;
	check_nobody("số 5 đường Lê Văn Mẫu");
	check_nobody("Bệnh viện Nguyễn Tri Phương");
	check_nobody("Thành phố Hồ Chí Minh");
	check_nobody("tư tưởng Hồ Chí Minh");
	check_nobody("Tỉnh Lâm Đồng");
	check_nobody("Khoa Nội, Khoa Ngoại, Khoa Phụ sản");
}

static void what_is_no_name_is_not_found(void **state)
{
	(void)state;
	check_nobody("");
	check_nobody("   ");
	check_nobody("...");
	check_nobody("nguyễn thị mẫu");
	check_nobody("NGUYỄN THỊ MẪU");
	check_nobody("Lê, Văn, Mẫu");
	check_nobody("Lý do");
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_family_name_with_two_more_is_a_person),
		cmocka_unit_test(two_names_behind_a_form_of_address_are_a_person),
		cmocka_unit_test(places_and_institutions_are_no_persons),
		cmocka_unit_test(what_is_no_name_is_not_found),
	};

	return UNIT_RUN(tests);
}
