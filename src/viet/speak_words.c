#include <strings.h>

#include "base/utf8.h"
#include "viet/speak_parts.h"

/* A row is longer than those before it that begin like it: the longest one is taken, in
 * whatever order they stand. What is ambiguous (TT: thông tư, trung tâm, thông tin) has
 * no row, and is spelled. */
static const struct spoken_word words[] = {
	/* the reform and the state */
	{"CCHC", "cải cách hành chính", SPOKEN_FULL},
	{"TTHC", "thủ tục hành chính", SPOKEN_FULL},
	{"DVC", "dịch vụ công", SPOKEN_FULL},
	{"DVCTT", "dịch vụ công trực tuyến", SPOKEN_FULL},
	{"DVCQG", "dịch vụ công quốc gia", SPOKEN_FULL},
	{"PAKN", "phản ánh, kiến nghị", SPOKEN_FULL},
	{"UBND", "Ủy ban nhân dân", SPOKEN_FULL},
	{"HĐND", "Hội đồng nhân dân", SPOKEN_FULL},
	{"MTTQ", "Mặt trận Tổ quốc", SPOKEN_FULL},
	{"QPPL", "quy phạm pháp luật", SPOKEN_FULL},
	{"VBQPPL", "văn bản quy phạm pháp luật", SPOKEN_FULL},
	{"CSDL", "cơ sở dữ liệu", SPOKEN_FULL},
	{"CSDLQG", "cơ sở dữ liệu quốc gia", SPOKEN_FULL},
	{"CNTT", "công nghệ thông tin", SPOKEN_FULL},
	{"TTĐT", "thông tin điện tử", SPOKEN_FULL},
	{"CĐS", "chuyển đổi số", SPOKEN_FULL},
	{"CBCCVC", "cán bộ, công chức, viên chức", SPOKEN_FULL},
	{"CCVC", "công chức, viên chức", SPOKEN_FULL},
	{"NLĐ", "người lao động", SPOKEN_FULL},
	{"NSNN", "ngân sách nhà nước", SPOKEN_FULL},
	{"PCCC", "phòng cháy, chữa cháy", SPOKEN_FULL},
	{"TP.HCM", "Thành phố Hồ Chí Minh", SPOKEN_FULL},
	{"TPHCM", "Thành phố Hồ Chí Minh", SPOKEN_FULL},
	{"TP.", "thành phố", SPOKEN_FULL},
	{"TX.", "thị xã", SPOKEN_FULL},
	{"KH&CN", "khoa học và công nghệ", SPOKEN_FULL},
	{"GD&ĐT", "giáo dục và đào tạo", SPOKEN_FULL},
	{"LĐTB&XH", "lao động, thương binh và xã hội", SPOKEN_FULL},
	{"TT&TT", "thông tin và truyền thông", SPOKEN_FULL},
	{"PAR INDEX", "chỉ số cải cách hành chính", SPOKEN_SOUND},
	{"SIPAS", "chỉ số hài lòng về sự phục vụ hành chính", SPOKEN_SOUND},
	/* papers */
	{"CCCD", "căn cước công dân", SPOKEN_FULL},
	{"CMND", "chứng minh nhân dân", SPOKEN_FULL},
	{"GPLX", "giấy phép lái xe", SPOKEN_FULL},
	{"NĐ", "nghị định", SPOKEN_FULL},
	{"NĐ-CP", "nghị định của Chính phủ", SPOKEN_FULL},
	{"QĐ", "quyết định", SPOKEN_FULL},
	{"NQ", "nghị quyết", SPOKEN_FULL},
	{"STT", "số thứ tự", SPOKEN_FULL},
	{"SĐT", "số điện thoại", SPOKEN_FULL},
	{"ĐTDĐ", "điện thoại di động", SPOKEN_FULL},
	{"TCVN", "tiêu chuẩn Việt Nam", SPOKEN_FULL},
	{"v.v.", "vân vân", SPOKEN_FULL},
	{"v.v", "vân vân", SPOKEN_FULL},
	/* health */
	{"BHYT", "bảo hiểm y tế", SPOKEN_FULL},
	{"BHXH", "bảo hiểm xã hội", SPOKEN_FULL},
	{"BHTN", "bảo hiểm thất nghiệp", SPOKEN_FULL},
	{"BYT", "Bộ Y tế", SPOKEN_FULL},
	{"SYT", "Sở Y tế", SPOKEN_FULL},
	{"BV", "bệnh viện", SPOKEN_FULL},
	{"BVĐK", "bệnh viện đa khoa", SPOKEN_FULL},
	{"TTYT", "trung tâm y tế", SPOKEN_FULL},
	{"TYT", "trạm y tế", SPOKEN_FULL},
	{"KCB", "khám bệnh, chữa bệnh", SPOKEN_FULL},
	{"HSBA", "hồ sơ bệnh án", SPOKEN_FULL},
	{"BAĐT", "bệnh án điện tử", SPOKEN_FULL},
	{"NVYT", "nhân viên y tế", SPOKEN_FULL},
	{"CTXH", "công tác xã hội", SPOKEN_FULL},
	{"KHTH", "kế hoạch tổng hợp", SPOKEN_FULL},
	{"TCHC", "tổ chức hành chính", SPOKEN_FULL},
	{"TCKT", "tài chính kế toán", SPOKEN_FULL},
	{"QLCL", "quản lý chất lượng", SPOKEN_FULL},
	{"CSKH", "chăm sóc khách hàng", SPOKEN_FULL},
	{"ATTP", "an toàn thực phẩm", SPOKEN_FULL},
	{"KTV", "kỹ thuật viên", SPOKEN_FULL},
	{"GS", "giáo sư", SPOKEN_FULL},
	{"PGS", "phó giáo sư", SPOKEN_FULL},
	{"GS.", "giáo sư", SPOKEN_FULL},
	{"PGS.", "phó giáo sư", SPOKEN_FULL},
	{"TS.", "tiến sĩ", SPOKEN_FULL},
	{"ThS", "thạc sĩ", SPOKEN_FULL},
	{"ThS.", "thạc sĩ", SPOKEN_FULL},
	{"BS", "bác sĩ", SPOKEN_FULL},
	{"BS.", "bác sĩ", SPOKEN_FULL},
	{"BSCKI", "bác sĩ chuyên khoa một", SPOKEN_FULL},
	{"BSCKII", "bác sĩ chuyên khoa hai", SPOKEN_FULL},
	{"CKI", "chuyên khoa một", SPOKEN_FULL},
	{"CKII", "chuyên khoa hai", SPOKEN_FULL},
	{"DS.", "dược sĩ", SPOKEN_FULL},
	{"ĐD.", "điều dưỡng", SPOKEN_FULL},
	{"WHO", "Tổ chức Y tế Thế giới", SPOKEN_SOUND},
	{"HIV", "hát i vê", SPOKEN_SOUND},
	{"AIDS", "ết", SPOKEN_SOUND},
	{"HIV/AIDS", "hát i vê, ết", SPOKEN_SOUND},
	{"COVID-19", "cô-vít mười chín", SPOKEN_SOUND},
	{"Covid-19", "cô-vít mười chín", SPOKEN_SOUND},
	{"CT", "xi-ti", SPOKEN_SOUND},
	{"MRI", "em-a-ai", SPOKEN_SOUND},
	{"PACS", "pắc", SPOKEN_SOUND},
	/* names of digital things */
	{"VNeID", "vi-en-i-đi", SPOKEN_SOUND},
	{"VNEID", "vi-en-i-đi", SPOKEN_SOUND},
	{"VssID", "vi-ét-ét-i-đi", SPOKEN_SOUND},
	{"VSSID", "vi-ét-ét-i-đi", SPOKEN_SOUND},
	{"QR", "quy-a", SPOKEN_SOUND},
	{"VietQR", "Việt quy-a", SPOKEN_SOUND},
	{"OTP", "ô-ti-pi", SPOKEN_SOUND},
	{"SMS", "ét-em-ét", SPOKEN_SOUND},
	{"USB", "u-ét-bê", SPOKEN_SOUND},
	{"ATM", "a-tê-em", SPOKEN_SOUND},
	{"POS", "pốt", SPOKEN_SOUND},
	{"ISO", "i-sô", SPOKEN_SOUND},
	{"ID", "i-đi", SPOKEN_SOUND},
	{"IT", "ai-ti", SPOKEN_SOUND},
	{"AI", "ây-ai", SPOKEN_SOUND},
	{"UNICEF", "u-ni-xép", SPOKEN_SOUND},
	{"ASEAN", "a-xê-an", SPOKEN_SOUND},
	{"Zalo", "da-lô", SPOKEN_LOAN},
	{"Facebook", "phây-búc", SPOKEN_LOAN},
	{"Fanpage", "phan-pết", SPOKEN_LOAN},
	{"YouTube", "diu-túp", SPOKEN_LOAN},
	{"TikTok", "tích-tóc", SPOKEN_LOAN},
	{"Google", "gu-gồ", SPOKEN_LOAN},
	{"Wi-Fi", "oai-phai", SPOKEN_LOAN},
	{"Wifi", "oai-phai", SPOKEN_LOAN},
	{"Android", "an-đờ-roi", SPOKEN_LOAN},
	{"iPhone", "ai-phôn", SPOKEN_LOAN},
	{"iOS", "ai-ô-ét", SPOKEN_LOAN},
	{"Napas", "na-pát", SPOKEN_LOAN},
	/* words for which there are Vietnamese ones, or a Vietnamese way to say them */
	{"app", "ứng dụng", SPOKEN_LOAN},
	{"camera", "ca-mê-ra", SPOKEN_LOAN},
	{"email", "thư điện tử", SPOKEN_LOAN},
	{"e-mail", "thư điện tử", SPOKEN_LOAN},
	{"hotline", "đường dây nóng", SPOKEN_LOAN},
	{"internet", "in-tơ-nét", SPOKEN_LOAN},
	{"kiosk", "ki-ốt", SPOKEN_LOAN},
	{"link", "đường liên kết", SPOKEN_LOAN},
	{"livestream", "phát trực tiếp", SPOKEN_LOAN},
	{"offline", "ngoại tuyến", SPOKEN_LOAN},
	{"online", "trực tuyến", SPOKEN_LOAN},
	{"photo", "phô tô", SPOKEN_LOAN},
	{"photocopy", "phô tô", SPOKEN_LOAN},
	{"robot", "rô-bốt", SPOKEN_LOAN},
	{"scan", "quét", SPOKEN_LOAN},
	{"server", "máy chủ", SPOKEN_LOAN},
	{"smartphone", "điện thoại thông minh", SPOKEN_LOAN},
	{"video", "vi-đê-ô", SPOKEN_LOAN},
	{"web", "oép", SPOKEN_LOAN},
	{"website", "trang thông tin điện tử", SPOKEN_LOAN},
};

static const struct {
	const char *written, *spoken;
} units[] = {
	{"%", "phần trăm"},
	{"‰", "phần nghìn"},
	{"°C", "độ C"},
	{"ºC", "độ C"},
	{"oC", "độ C"},
	{"°", "độ"},
	{"km", "ki-lô-mét"},
	{"m", "mét"},
	{"dm", "đề-xi-mét"},
	{"cm", "xăng-ti-mét"},
	{"mm", "mi-li-mét"},
	{"km²", "ki-lô-mét vuông"},
	{"km2", "ki-lô-mét vuông"},
	{"m²", "mét vuông"},
	{"m2", "mét vuông"},
	{"cm²", "xăng-ti-mét vuông"},
	{"cm2", "xăng-ti-mét vuông"},
	{"m³", "mét khối"},
	{"m3", "mét khối"},
	{"ha", "héc-ta"},
	{"kg", "ki-lô-gam"},
	{"g", "gam"},
	{"mg", "mi-li-gam"},
	{"µg", "mi-crô-gam"},
	{"μg", "mi-crô-gam"},
	{"mcg", "mi-crô-gam"},
	{"l", "lít"},
	{"L", "lít"},
	{"ml", "mi-li-lít"},
	{"mL", "mi-li-lít"},
	{"dl", "đề-xi-lít"},
	{"dL", "đề-xi-lít"},
	{"mmol", "mi-li-mol"},
	{"mmHg", "mi-li-mét thủy ngân"},
	{"cc", "xê xê"},
	{"IU", "đơn vị quốc tế"},
	{"kcal", "ki-lô-ca-lo"},
	{"W", "oát"},
	{"kW", "ki-lô-oát"},
	{"kWh", "ki-lô-oát giờ"},
	{"V", "vôn"},
	{"Hz", "héc"},
	{"KB", "ki-lô-bai"},
	{"MB", "mê-ga-bai"},
	{"GB", "gi-ga-bai"},
	{"TB", "tê-ra-bai"},
	{"Mbps", "mê-ga-bít một giây"},
	{"đ", "đồng"},
	{"₫", "đồng"},
	{"VNĐ", "đồng"},
	{"VND", "đồng"},
	{"vnđ", "đồng"},
	{"USD", "đô-la Mỹ"},
	{"h", "giờ"},
	{"p", "phút"},
	{"s", "giây"},
};

enum {
	CASE_BIT = 0x20, /* what capitals of ASCII differ by: a quick look before a slow one */
};

bool is_letter(uint32_t c)
{
	if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'))
		return true;
	return (c >= 0xC0 && c <= 0x24F && c != 0xD7 && c != 0xF7) ||
	       (c >= 0x1E00 && c <= 0x1EFF);
}

bool ends_word(struct str rest)
{
	return !rest.n || (!is_digit(rest.p[0]) && !is_letter(utf8_take(&rest)));
}

static bool begins_as(struct str rest, const struct spoken_word *row, size_t n)
{
	bool alike =
		rest.n >= n && (row->sort == SPOKEN_LOAN ? !strncasecmp(rest.p, row->written, n)
							 : !memcmp(rest.p, row->written, n));

	return alike && ends_word(str_from(rest, n));
}

const struct spoken_word *spoken_find(struct str rest, size_t *n)
{
	const struct spoken_word *found = NULL;

	*n = 0;
	for (size_t i = 0; i < COUNT(words); i++) {
		size_t length;

		if (!rest.n || (words[i].written[0] ^ rest.p[0]) & ~CASE_BIT)
			continue;
		length = strlen(words[i].written);
		if (length > *n && begins_as(rest, &words[i], length)) {
			found = &words[i];
			*n = length;
		}
	}
	return found;
}

const char *unit_find(struct str rest, size_t *n)
{
	const char *found = NULL;

	*n = 0;
	for (size_t i = 0; i < COUNT(units); i++) {
		struct str written = str_of(units[i].written);

		if (written.n > *n && str_starts(rest, written) &&
		    (written.p[0] == '%' || ends_word(str_from(rest, written.n)))) {
			found = units[i].spoken;
			*n = written.n;
		}
	}
	return found;
}

struct str speak_full_form(struct str abbreviation)
{
	for (size_t i = 0; i < COUNT(words); i++)
		if (words[i].sort == SPOKEN_FULL && str_eq_z(abbreviation, words[i].written))
			return str_of(words[i].spoken);
	return (struct str){0};
}
