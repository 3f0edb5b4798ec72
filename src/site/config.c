#include "site/config.h"

#include "base/file.h"
#include "base/path.h"
#include "kinds/common.h"
#include "site/text_file.h"
#include "text/html.h"
#include "viet/slug.h"

static const struct choice organisation_types[] = {
	[ORGANISATION_HOSPITAL] = {"benh-vien", "Bệnh viện, trung tâm y tế"},
	[ORGANISATION_AGENCY] = {"co-quan", "Cơ quan hành chính nhà nước"},
	{0},
};

static const struct field organisation_fields[] = {
	{.key = "ma",
	 .type = FIELD_SLUG,
	 .offset = offsetof(struct organisation, code),
	 .label = "Mã đơn vị",
	 .about = N_("The code by which its superior agency knows it; made from its name when "
		     "not written."),
	 .example = "\"benh-vien-minh-hoa\""},
	{.key = "ten",
	 .type = FIELD_STRING,
	 .flags = FIELD_REQUIRED,
	 .offset = offsetof(struct organisation, name),
	 .label = "Tên đơn vị",
	 .about = N_("The institution's full name."),
	 .example = "\"Bệnh viện Đa khoa …\""},
	{.key = "loai",
	 .type = FIELD_CHOICE,
	 .choices = organisation_types,
	 .offset = offsetof(struct organisation, type),
	 .label = "Loại đơn vị",
	 .about = N_("What it is to search engines; a hospital when not written."),
	 .example = "\"benh-vien\""},
	{.key = "co_quan_chu_quan",
	 .type = FIELD_STRING,
	 .offset = offsetof(struct organisation, superior),
	 .label = "Cơ quan chủ quản",
	 .about = N_("The agency above it.")},
	{.key = "dia_chi",
	 .type = FIELD_STRING,
	 .offset = offsetof(struct organisation, address),
	 .label = "Địa chỉ",
	 .about = N_("Its address.")},
	{.key = "dien_thoai",
	 .type = FIELD_STRING,
	 .offset = offsetof(struct organisation, phone),
	 .label = "Điện thoại",
	 .about = N_("Its telephone number for the public.")},
	{.key = "duong_day_nong",
	 .type = FIELD_STRING,
	 .offset = offsetof(struct organisation, hotline),
	 .label = "Đường dây nóng",
	 .about = N_("Its hotline.")},
	{.key = "email",
	 .type = FIELD_STRING,
	 .offset = offsetof(struct organisation, email),
	 .label = "Thư điện tử",
	 .about = N_("Its mail address.")},
	{.key = "gio_lam_viec",
	 .type = FIELD_STRING,
	 .offset = offsetof(struct organisation, hours),
	 .label = "Giờ làm việc",
	 .about = N_("Its office hours.")},
	{.key = "website",
	 .type = FIELD_URL,
	 .offset = offsetof(struct organisation, website),
	 .label = "Trang thông tin điện tử",
	 .about = N_("Its main web site."),
	 .example = "\"https://benhvien.example.vn\""},
	{0},
};

static const struct schema organisation_schema = {
	.name = N_("an institution"),
	.size = sizeof(struct organisation),
	.fields = organisation_fields,
};

static const struct field section_fields[] = {
	{.key = "ma",
	 .type = FIELD_SLUG,
	 .flags = FIELD_REQUIRED,
	 .offset = offsetof(struct section_setting, code),
	 .label = "Mã",
	 .about = N_("The section's code."),
	 .example = "\"tin-tuc\""},
	{.key = "ten",
	 .type = FIELD_STRING,
	 .flags = FIELD_REQUIRED,
	 .offset = offsetof(struct section_setting, name),
	 .label = "Tên",
	 .about = N_("Its name, as visitors read it."),
	 .example = "\"Tin tức\""},
	{.key = "loai",
	 .type = FIELD_STRING,
	 .flags = FIELD_REQUIRED,
	 .offset = offsetof(struct section_setting, kind),
	 .label = "Loại nội dung",
	 .about = N_("The kind of what is in it; cchc schema tells which there are."),
	 .example = "\"tin-bai\""},
	{.key = "thu_muc",
	 .type = FIELD_PATH,
	 .flags = FIELD_REQUIRED,
	 .offset = offsetof(struct section_setting, folder),
	 .label = "Thư mục",
	 .about = N_("Its folder under content/."),
	 .example = "\"tin-bai\""},
	{.key = "duong_dan",
	 .type = FIELD_PATH,
	 .offset = offsetof(struct section_setting, path),
	 .label = "Đường dẫn",
	 .about = N_("Its address below the site's; empty: its pages stand at the root."),
	 .example = "\"tin-tuc\""},
	{.key = "mo_ta",
	 .type = FIELD_STRING,
	 .offset = offsetof(struct section_setting, about),
	 .label = "Mô tả",
	 .about = N_("What is in it, in one sentence.")},
	{0},
};

static const struct schema section_schema = {
	.name = N_("a section"),
	.size = sizeof(struct section_setting),
	.fields = section_fields,
};

#define MENU_NAME_FIELD                                                      \
	{                                                                    \
		.key = "ten", .type = FIELD_STRING, .flags = FIELD_REQUIRED, \
		.offset = offsetof(struct menu_item, name), .label = "Tên",  \
		.about = N_("The entry's text."), .example = "\"Tin tức\"" \
	}
#define MENU_TO_FIELD                                                                          \
	{                                                                                      \
		.key = "den", .type = FIELD_STRING, .flags = FIELD_REQUIRED,                   \
		.offset = offsetof(struct menu_item, to), .label = "Đến",                      \
		.about = N_("Where it leads: an address in the site (tin-tuc/) or https://…"), \
		.example = "\"tin-tuc/\""                                                      \
	}

static const struct field lower_menu_fields[] = {
	MENU_NAME_FIELD,
	MENU_TO_FIELD,
	{0},
};

static const struct schema lower_menu_schema = {
	.name = N_("an entry below a menu entry"),
	.size = sizeof(struct menu_item),
	.fields = lower_menu_fields,
};

static const struct field menu_fields[] = {
	MENU_NAME_FIELD,
	MENU_TO_FIELD,
	{.key = "gom",
	 .type = FIELD_MAP,
	 .map = &lower_menu_schema,
	 .flags = FIELD_MANY,
	 .offset = offsetof(struct menu_item, below),
	 .label = "Gồm",
	 .about = N_("What belongs to it: shown below the menu on these pages.")},
	{0},
};

static const struct schema menu_schema = {
	.name = N_("a menu entry"),
	.size = sizeof(struct menu_item),
	.fields = menu_fields,
};

static const struct field channel_fields[] = {
	{.key = "ma",
	 .type = FIELD_SLUG,
	 .flags = FIELD_REQUIRED,
	 .offset = offsetof(struct channel, code),
	 .label = "Mã",
	 .about = N_("The channel's code, used in dang_lai."),
	 .example = "\"fanpage\""},
	{.key = "ten",
	 .type = FIELD_STRING,
	 .flags = FIELD_REQUIRED,
	 .offset = offsetof(struct channel, name),
	 .label = "Tên",
	 .about = N_("The channel's name."),
	 .example = "\"Trang Facebook\""},
	{.key = "url",
	 .type = FIELD_URL,
	 .offset = offsetof(struct channel, url),
	 .label = "Địa chỉ",
	 .about = N_("Its address."),
	 .example = "\"https://www.facebook.com/example\""},
	{0},
};

static const struct schema channel_schema = {
	.name = N_("a channel"),
	.size = sizeof(struct channel),
	.fields = channel_fields,
};

static const struct field feedback_fields[] = {
	{.key = "danh_gia",
	 .type = FIELD_STRING,
	 .offset = offsetof(struct feedback, rating),
	 .label = "Nơi nhận đánh giá",
	 .about = N_("Where a visitor's rating goes: an address with https://, in which "
		     "{muc}, {trang} and {phien-ban} are filled in. Mail when not written."),
	 .example = "\"https://khaosat.example.vn/?muc={muc}&trang={trang}\""},
	{.key = "bao_sai",
	 .type = FIELD_STRING,
	 .offset = offsetof(struct feedback, report),
	 .label = "Nơi nhận báo sai",
	 .about = N_("Where visitors say that something on a page is wrong, such as the "
		     "official site for feedback; {trang} and {phien-ban} are filled in."),
	 .example = "\"https://dichvucong.gov.vn\""},
	{.key = "email",
	 .type = FIELD_STRING,
	 .offset = offsetof(struct feedback, email),
	 .label = "Thư điện tử",
	 .about = N_("The mail address for it; that of don_vi when not written.")},
	{.key = "dien_thoai",
	 .type = FIELD_STRING,
	 .offset = offsetof(struct feedback, phone),
	 .label = "Điện thoại",
	 .about = N_("The number for it; don_vi's hotline, or telephone, when not written.")},
	{0},
};

static const struct schema feedback_schema = {
	.name = N_("where feedback goes"),
	.size = sizeof(struct feedback),
	.fields = feedback_fields,
};

static const struct field outside_fields[] = {
	{.key = "bo_qua",
	 .type = FIELD_STRING,
	 .flags = FIELD_MANY,
	 .offset = offsetof(struct outside_setting, skip),
	 .label = "Bỏ qua",
	 .about = N_("Addresses that are not asked: how they begin, or a host, with those "
		     "below it."),
	 .example = "\"facebook.com\""},
	{.key = "cho_giay",
	 .type = FIELD_INT,
	 .offset = offsetof(struct outside_setting, seconds),
	 .min = 1,
	 .max = OUTSIDE_SECONDS_MAX,
	 .label = "Chờ (giây)",
	 .about = N_("How many seconds an answer is waited for: 20 when not written."),
	 .example = "20"},
	{0},
};

static const struct schema outside_schema = {
	.name = N_("the check of outside links"),
	.size = sizeof(struct outside_setting),
	.fields = outside_fields,
};

static const struct field config_fields[] = {
	{.key = "ten_chuyen_trang",
	 .type = FIELD_STRING,
	 .flags = FIELD_REQUIRED,
	 .offset = offsetof(struct config, name),
	 .label = "Tên chuyên trang",
	 .about = N_("The site's name, as visitors read it."),
	 .example = "\"Cải cách hành chính\""},
	{.key = "mo_ta",
	 .type = FIELD_STRING,
	 .offset = offsetof(struct config, about),
	 .label = "Mô tả",
	 .about = N_("What the site is, in one sentence.")},
	{.key = "ten_mien",
	 .type = FIELD_URL,
	 .flags = FIELD_REQUIRED,
	 .offset = offsetof(struct config, domain),
	 .label = "Tên miền",
	 .about = N_("The web site's address with https://, without a path."),
	 .example = "\"https://benhvien.example.vn\""},
	{.key = "duong_dan_goc",
	 .type = FIELD_STRING,
	 .offset = offsetof(struct config, base),
	 .label = "Đường dẫn gốc",
	 .about = N_("Where the section stands on it: /cai-cach-hanh-chinh/ when not written."),
	 .example = "\"/cai-cach-hanh-chinh/\""},
	{.key = "duong_dan_ngan",
	 .type = FIELD_STRING,
	 .offset = offsetof(struct config, short_base),
	 .label = "Đường dẫn ngắn",
	 .about = N_("What the short addresses on printed sheets begin with, from the web "
		     "root: t/ below duong_dan_goc when not written. Up to 42 characters with "
		     "the domain keep their QR codes coarse and easy to read."),
	 .example = "\"/t/\""},
	{.key = "ngon_ngu",
	 .type = FIELD_STRING,
	 .offset = offsetof(struct config, language),
	 .label = "Ngôn ngữ",
	 .about = N_("The language of the pages: vi."),
	 .example = "\"vi\""},
	{.key = "don_vi",
	 .type = FIELD_MAP,
	 .map = &organisation_schema,
	 .flags = FIELD_REQUIRED,
	 .offset = offsetof(struct config, organisation),
	 .label = "Đơn vị",
	 .about = N_("The institution.")},
	{.key = "nguoi_chiu_trach_nhiem",
	 .type = FIELD_STRING,
	 .offset = offsetof(struct config, responsible),
	 .label = "Người chịu trách nhiệm",
	 .about = N_("Who answers for the content.")},
	{.key = "giay_phep",
	 .type = FIELD_STRING,
	 .offset = offsetof(struct config, licence),
	 .label = "Giấy phép",
	 .about = N_("The licence under which the site publishes.")},
	{.key = "giay_phep_url",
	 .type = FIELD_URL,
	 .offset = offsetof(struct config, licence_url),
	 .label = "Địa chỉ giấy phép",
	 .about = N_("Where the licence's text is."),
	 .example = "\"https://creativecommons.org/licenses/by/4.0/deed.vi\""},
	{.key = "anh_chia_se",
	 .type = FIELD_BOOL,
	 .offset = offsetof(struct config, share_pictures),
	 .label = "Ảnh chia sẻ",
	 .about = N_("Draw a picture for each page, for when its address is passed on."),
	 .example = "true"},
	{.key = "ngoai_tuyen",
	 .type = FIELD_BOOL,
	 .offset = offsetof(struct config, offline),
	 .label = "Xem khi không có mạng",
	 .about = N_("Visitors' devices keep a copy of procedures, contacts and search, for "
		     "when there is no network: true when not written. false takes back the "
		     "copies that there are."),
	 .example = "false"},
	{.key = "du_lieu_mau",
	 .type = FIELD_BOOL,
	 .offset = offsetof(struct config, sample),
	 .label = "Nội dung mẫu",
	 .about = N_("true when the content is an example: every page and sheet says so, and "
		     "asks search engines to leave it out."),
	 .example = "true"},
	{.key = "logo",
	 .type = FIELD_PATH,
	 .offset = offsetof(struct config, logo),
	 .label = "Biểu trưng",
	 .about = N_("The institution's logo: the name of a file of assets/. An SVG is best; "
		     "it is shown in a square."),
	 .example = "\"logo.svg\""},
	{.key = "mau",
	 .type = FIELD_MAP,
	 .map = &theme_schema,
	 .offset = offsetof(struct config, theme),
	 .label = "Màu",
	 .about = N_("The institution's colours; those of cchc when not written.")},
	{.key = "gop_y",
	 .type = FIELD_MAP,
	 .map = &feedback_schema,
	 .offset = offsetof(struct config, feedback),
	 .label = "Góp ý",
	 .about = N_("Where visitors say what they think of a page.")},
	{.key = "noi_bat",
	 .type = FIELD_STRING,
	 .flags = FIELD_MANY,
	 .offset = offsetof(struct config, featured),
	 .max = FEATURED_MAX,
	 .label = "Thủ tục nổi bật",
	 .about = N_("Codes of the procedures that most people come for, for the home page."),
	 .example = "\"cap-giay-chung-sinh\""},
	{.key = "tieng_anh",
	 .type = FIELD_STRING,
	 .flags = FIELD_MANY,
	 .offset = offsetof(struct config, english),
	 .max = ENGLISH_MAX,
	 .label = "Thủ tục có trang tiếng Anh",
	 .about = N_("Codes of the procedures that are to have an English page; those of "
		     "noi_bat when not written. It counts with a section of kind ban-dich."),
	 .example = "\"cap-giay-chung-sinh\""},
	{.key = "moi_trang",
	 .type = FIELD_INT,
	 .offset = offsetof(struct config, page_size),
	 .min = 1,
	 .max = PAGE_SIZE_MAX,
	 .label = "Số mục mỗi trang",
	 .about = N_("How many items a list page has: 20 when not written."),
	 .example = "20"},
	{.key = "chuyen_muc",
	 .type = FIELD_MAP,
	 .map = &section_schema,
	 .flags = FIELD_MANY | FIELD_REQUIRED,
	 .offset = offsetof(struct config, sections),
	 .label = "Chuyên mục",
	 .about = N_("The sections."),
	 .min = 1,
	 .max = SECTIONS_MAX},
	{.key = "thuc_don",
	 .type = FIELD_MAP,
	 .map = &menu_schema,
	 .flags = FIELD_MANY,
	 .offset = offsetof(struct config, menu),
	 .label = "Thực đơn",
	 .about = N_("The main menu.")},
	{.key = "tien_ich",
	 .type = FIELD_MAP,
	 .map = &lower_menu_schema,
	 .flags = FIELD_MANY,
	 .offset = offsetof(struct config, tools),
	 .label = "Tiện ích",
	 .about = N_("The short menu at the head's end: contacts, another language. The search "
		     "page stands there by itself.")},
	{.key = "kenh",
	 .type = FIELD_MAP,
	 .map = &channel_schema,
	 .flags = FIELD_MANY,
	 .offset = offsetof(struct config, channels),
	 .label = "Kênh",
	 .about = N_("The institution's other channels.")},
	{.key = "may_chu_dich_vu",
	 .type = FIELD_STRING,
	 .flags = FIELD_MANY,
	 .offset = offsetof(struct config, service_hosts),
	 .label = "Máy chủ dịch vụ",
	 .about = N_("The hosts to which procedures may send people to apply, look up and "
		     "pay, with those below them; without any, all are taken."),
	 .example = "\"dichvucong.gov.vn\""},
	{.key = "tu_dong_nghia",
	 .type = FIELD_STRING,
	 .flags = FIELD_MANY,
	 .offset = offsetof(struct config, same),
	 .label = "Từ đồng nghĩa",
	 .about = N_("Words that mean the same to people who search, with = between them; the "
		     "usual ones are known."),
	 .example = "\"khoa sản = khoa phụ sản\"",
	 .min = 0,
	 .max = SAME_MAX},
	{.key = "phat_thanh",
	 .type = FIELD_MAP,
	 .map = &loudspeaker_schema,
	 .offset = offsetof(struct config, loudspeaker),
	 .label = "Phát thanh",
	 .about = N_("How articles are read over the loudspeaker.")},
	{.key = "quy_tac",
	 .type = FIELD_MAP,
	 .map = &limits_schema,
	 .offset = offsetof(struct config, limits),
	 .label = "Mức của quy tắc",
	 .about = N_("Numbers that rules go by, where the site wants others.")},
	{.key = "lien_ket_ngoai",
	 .type = FIELD_MAP,
	 .map = &outside_schema,
	 .offset = offsetof(struct config, outside),
	 .label = "Liên kết ngoài",
	 .about = N_("How cchc check --external looks after links to other web sites.")},
	{.key = "dich",
	 .type = FIELD_MAP,
	 .map = &target_schema,
	 .flags = FIELD_MANY,
	 .offset = offsetof(struct config, targets),
	 .label = "Đích",
	 .about = N_("Where cchc publish puts the site; the first one when none is named."),
	 .min = 0,
	 .max = TARGETS_MAX},
	{.key = "don_vi_truc_thuoc",
	 .type = FIELD_MAP,
	 .map = &subordinate_schema,
	 .flags = FIELD_MANY,
	 .offset = offsetof(struct config, subordinates),
	 .label = "Đơn vị trực thuộc",
	 .about = N_(
		 "Of a superior agency: its units, whose feeds (cchc.json) it shows together."),
	 .min = 0,
	 .max = SUBORDINATES_MAX},
	{0},
};

const struct schema config_schema = {
	.name = N_("site.yaml"),
	.size = sizeof(struct config),
	.fields = config_fields,
};

static bool is_plain_host(struct str host)
{
	for (size_t i = 0; i < host.n; i++) {
		if (strchr("/?#@", host.p[i]))
			return false;
	}
	return host.n > 0;
}

/* Letters without marks, digits, dots and dashes, and a port: what needs no escape in
 * feeds, site maps and robots.txt. */
static bool is_ascii_host(struct str host)
{
	for (size_t i = 0; i < host.n; i++) {
		char c = host.p[i];

		if (!((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
		      (c >= '0' && c <= '9') || c == '-' || c == '.' || c == ':'))
			return false;
	}
	return true;
}

static bool check_domain(struct config *c, struct diag *d)
{
	struct str host;

	if (str_ends(c->domain, STR("/")))
		c->domain.n--;
	host = str_starts(c->domain, STR("https://")) ? str_from(c->domain, 8)
						      : str_from(c->domain, 7);
	if (!str_starts(c->domain, STR("http")) || !is_plain_host(host))
		return diag_error(d, place_of_field(c->written, "ten_mien"),
				  _("\"ten_mien\" must be an address without a path, such as "
				    "https://benhvien.example.vn"));
	if (!is_ascii_host(host))
		return diag_error(d, place_of_field(c->written, "ten_mien"),
				  _("\"ten_mien\" may hold only letters without marks, "
				    "digits, . and -; a name with marks has a form that "
				    "begins with xn--"));
	return true;
}

/* Small letters, digits, - and _ between single slashes: what needs no escape in a URL
 * and no quotes in a server's settings. */
static bool is_url_path(struct str path)
{
	for (size_t i = 0; i < path.n; i++) {
		char c = path.p[i];

		if (!((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' ||
		      c == '/' || c == '_'))
			return false;
		if (c == '/' && i && path.p[i - 1] == '/')
			return false;
	}
	return true;
}

static bool is_base(struct str base)
{
	return is_url_path(base) && str_starts(base, STR("/")) && str_ends(base, STR("/"));
}

static bool check_base(struct config *c, struct diag *d)
{
	if (!c->base.n)
		c->base = STR("/cai-cach-hanh-chinh/");
	if (!is_base(c->base))
		return diag_error(d, place_of_field(c->written, "duong_dan_goc"),
				  _("\"duong_dan_goc\" must begin and end with / and hold only "
				    "small letters, digits, - and _, such as "
				    "/cai-cach-hanh-chinh/"));
	return check_address_fits(c->base, c->written, "duong_dan_goc", d);
}

static bool check_short_base(struct config *c, struct arena *a, struct diag *d)
{
	if (!c->short_base.n) {
		c->short_base = str_concat(a, c->base, STR("t/"), (struct str){0});
		return true;
	}
	if (!is_base(c->short_base) || c->short_base.n == 1 || str_eq(c->short_base, c->base))
		return diag_error(d, place_of_field(c->written, "duong_dan_ngan"),
				  _("\"duong_dan_ngan\" must begin and end with /, hold only "
				    "small letters, digits, - and _, and be a folder of its "
				    "own, such as /t/"));
	return check_address_fits(c->short_base, c->written, "duong_dan_ngan", d);
}

const struct value *config_item(const struct config *c, const char *key, size_t i)
{
	const struct value *v = schema_find(c->written, key)->value;

	return v->kind == VALUE_LIST ? v->entries[i].value : v;
}

const struct value *menu_item_written(const struct value *list, size_t i)
{
	return list && list->kind == VALUE_LIST ? list->entries[i].value : list;
}

static struct section_setting *section_at(const struct config *c, size_t i)
{
	return (struct section_setting *)c->sections.items + i;
}

static struct pos place_in_section(const struct config *c, size_t i, const char *key)
{
	return place_of_field(config_item(c, "chuyen_muc", i), key);
}

static bool refuse_kind(struct pos at, struct str kind, struct diag *d)
{
	return diag_error(d, at,
			  _("there is no kind of content \"" STR_FMT
			    "\"; cchc schema lists those that there are"),
			  STR_ARG(kind));
}

static bool check_kind(const struct config *c, size_t i, struct diag *d)
{
	const struct section_setting *s = section_at(c, i);
	const struct kind *kind = kind_find(s->kind);

	if (!kind)
		return refuse_kind(place_in_section(c, i, "loai"), s->kind, d);
	if (kind->has_list && !s->path.n)
		return diag_error(d, place_in_section(c, i, "duong_dan"),
				  _("a section of kind \"%s\" has a list of its own, so it "
				    "needs \"duong_dan\": where that list stands"),
				  kind->code);
	return true;
}

static bool check_path(const struct config *c, size_t i, struct diag *d)
{
	struct str path = section_at(c, i)->path;

	if (is_url_path(path))
		return check_address_fits(path, config_item(c, "chuyen_muc", i), "duong_dan",
					  d);
	return diag_error(d, place_in_section(c, i, "duong_dan"),
			  _("\"duong_dan\" may hold only small letters, digits, - and _, such "
			    "as tin-tuc"));
}

/* Pages of several sections may stand at the root, as long as none has a list. */
static bool is_shared(const struct section_setting *s, const struct section_setting *other,
		      const char *key)
{
	if (strcmp(key, "ma") == 0)
		return str_eq(s->code, other->code);
	if (strcmp(key, "thu_muc") == 0)
		return str_eq(s->folder, other->folder);
	return s->path.n && str_eq(s->path, other->path);
}

static bool check_shared(const struct config *c, size_t i, const char *key, struct diag *d)
{
	for (size_t k = 0; k < i; k++) {
		if (!is_shared(section_at(c, i), section_at(c, k), key))
			continue;
		diag_error(d, place_in_section(c, i, key),
			   _("two sections have the same \"%s\"; each needs its own"), key);
		diag_note(d, place_in_section(c, k, key), _("the first one is here"));
		return false;
	}
	return true;
}

static struct str without_slashes(struct str s)
{
	while (str_starts(s, STR("/")))
		s = str_from(s, 1);
	while (str_ends(s, STR("/")))
		s.n--;
	return s;
}

/* A part that a walk passes over: of what begins with a dot or ends with ~. */
static bool has_hidden_part(struct str path)
{
	while (path.n) {
		struct str part = str_cut(path, '/', &path);

		if (str_starts(part, STR(".")) || str_ends(part, STR("~")))
			return true;
	}
	return false;
}

static bool check_folder(const struct config *c, struct arena *a, size_t i, struct diag *d)
{
	struct str *folder = &section_at(c, i)->folder;

	if (path_clean(a, STR(""), without_slashes(*folder), folder) && folder->n &&
	    !has_hidden_part(*folder))
		return true;
	return diag_error(d, place_in_section(c, i, "thu_muc"),
			  _("\"thu_muc\" must be a folder below content/ that is not hidden, "
			    "such as tin-bai"));
}

static bool check_sections(const struct config *c, struct arena *a, struct diag *d)
{
	bool ok = true;

	for (size_t i = 0; i < c->sections.n; i++) {
		section_at(c, i)->path = without_slashes(section_at(c, i)->path);
		ok &= check_folder(c, a, i, d);
		ok &= check_kind(c, i, d);
		ok &= check_path(c, i, d);
		ok &= check_shared(c, i, "ma", d);
		ok &= check_shared(c, i, "thu_muc", d);
		ok &= check_shared(c, i, "duong_dan", d);
	}
	return ok;
}

/* Into the site, to another page of the same server, or out of it. */
static bool check_menu_item(const struct menu_item *item, const struct value *written,
			    struct diag *d)
{
	if (url_is_safe(item->to))
		return true;
	return diag_error(d, place_of_field(written, "den"),
			  _("the menu may not lead to \"" STR_FMT
			    "\"; write an address in the site, or one with "
			    "https://, http://, mailto: or tel:"),
			  STR_ARG(item->to));
}

static bool check_menu_list(const struct list *items, const struct value *written,
			    struct diag *d)
{
	bool ok = true;

	for (size_t i = 0; i < items->n; i++) {
		const struct menu_item *item = LIST_ITEM(*items, struct menu_item, i);
		const struct value *at = menu_item_written(written, i);

		ok &= check_menu_item(item, at, d);
		ok &= check_menu_list(&item->below, value_get(at, STR("gom")), d);
	}
	return ok;
}

static bool check_menus(const struct config *c, struct diag *d)
{
	bool ok = check_menu_list(&c->menu, value_get(c->written, STR("thuc_don")), d);

	ok &= check_menu_list(&c->tools, value_get(c->written, STR("tien_ich")), d);
	return ok;
}

/* Of others, and never by a script. */
static bool check_feedback_address(const struct config *c, const char *key, struct str url,
				   struct diag *d)
{
	if (!url.n || str_starts(url, STR("https://")) || str_starts(url, STR("http://")))
		return true;
	return diag_error(d, place_of_field(value_get(c->written, STR("gop_y")), key),
			  _("\"%s\" must be an address with https://"), key);
}

static bool check_feedback(const struct config *c, struct diag *d)
{
	const struct feedback *f = c->feedback;
	bool ok = !f || check_feedback_address(c, "danh_gia", f->rating, d);

	ok &= !f || check_feedback_address(c, "bao_sai", f->report, d);
	return ok;
}

static bool check_logo(const struct config *c, struct arena *a, struct diag *d)
{
	if (!c->logo.n || file_exists(path_join(a, STR("assets"), c->logo)))
		return true;
	return diag_error(d, place_of_field(c->written, "logo"),
			  _("there is no file assets/" STR_FMT "; put the logo there"),
			  STR_ARG(c->logo));
}

static void set_usual(struct config *c, struct arena *a)
{
	struct organisation *o = arena_new(a, struct organisation);

	*o = *c->organisation;
	if (!o->code.n)
		o->code = viet_slug(a, o->name);
	c->organisation = o;
	if (c->page_size < 0)
		c->page_size = PAGE_SIZE_USUAL;
	if (!c->language.n)
		c->language = STR("vi");
	if (!value_get(c->written, STR("ngoai_tuyen")))
		c->offline = true;
}

const struct channel *config_channel(const struct config *c, struct str code)
{
	for (size_t i = 0; i < c->channels.n; i++) {
		const struct channel *channel = LIST_ITEM(c->channels, struct channel, i);

		if (str_eq(channel->code, code))
			return channel;
	}
	return NULL;
}

struct config *config_read(struct arena *a, struct diag *d)
{
	struct config *c = arena_new(a, struct config);
	struct source *source = arena_new(a, struct source);
	const struct value *written;
	uint64_t hash;
	bool ok;

	source->path = STR("site.yaml");
	if (!file_exists(source->path)) {
		diag_error(d, (struct pos){.source = source},
			   _("there is no site.yaml here; run cchc in the folder that holds "
			     "it, or name that folder with --root"));
		return NULL;
	}
	if (!text_file_read(a, source, &source->text, &hash, d))
		return NULL;
	written =
		value_from_yaml(a, (struct pos){source, 1, 1}, source->text, YAML_FILE_MAX, d);
	if (!written || !targets_check_secrets(written, d) ||
	    !schema_load(a, &config_schema, written, c, d))
		return NULL;
	c->source = *source;
	c->written = written;
	set_usual(c, a);
	ok = check_domain(c, d);
	ok &= check_base(c, d);
	ok &= check_short_base(c, a, d);
	ok &= check_sections(c, a, d);
	ok &= check_menus(c, d);
	ok &= check_feedback(c, d);
	ok &= check_logo(c, a, d);
	ok &= theme_check(c->theme, value_get(c->written, STR("mau")), a, d);
	ok &= targets_check(c, d);
	ok &= subordinates_check(a, c, d);
	return ok ? c : NULL;
}
