#include "kinds/media.h"

#include "base/path.h"
#include "kinds/linked.h"
#include "kinds/media_rules.h"
#include "text/html.h"

static const struct choice types[] = {
	[MEDIA_PICTURE] = {"anh", "Ảnh"},
	[MEDIA_VIDEO] = {"video", "Video"},
	[MEDIA_AUDIO] = {"audio", "Âm thanh"},
	[MEDIA_INFOGRAPHIC] = {"infographic", "Infographic"},
	[MEDIA_LEAFLET] = {"to-huong-dan", "Tờ hướng dẫn"},
	[MEDIA_FLYER] = {"to-roi", "Tờ rơi"},
	[MEDIA_BANNER] = {"pa-no", "Pa-nô"},
	[MEDIA_POSTER] = {"ap-phich", "Áp phích"},
	[MEDIA_OBJECT] = {"vat-dung", "Vật dụng"},
	[MEDIA_FORM] = {"bieu-mau", "Biểu mẫu"},
	[MEDIA_BROADCAST] = {"ban-phat-thanh", "Bản phát thanh"},
	[MEDIA_SLIDES] = {"slide", "Bài trình chiếu"},
	{0},
};

static const struct choice consent_types[] = {
	[CONSENT_PERSON] = {"nguoi-trong-anh", "Người trong ảnh"},
	[CONSENT_GUARDIAN] = {"nguoi-giam-ho", "Người giám hộ"},
	[CONSENT_CHILD] = {"tre-tu-7-tuoi", "Trẻ từ đủ 7 tuổi"},
	{0},
};

static const struct choice consent_scopes[] = {
	[SCOPE_WEBSITE] = {"website", "Trang thông tin điện tử"},
	[SCOPE_SOCIAL] = {"mang-xa-hoi", "Mạng xã hội"},
	[SCOPE_PRINT] = {"in-an", "In ấn"},
	{0},
};

static const struct field file_fields[] = {
	{.key = "duong_dan",
	 .type = FIELD_FILE,
	 .flags = FIELD_REQUIRED,
	 .offset = offsetof(struct media_file, file),
	 .label = "Đường dẫn",
	 .about = N_("The file, as a path from this record's folder or from content/."),
	 .example = "media/2026/quay-tiep-don.jpg"},
	{.key = "mime",
	 .type = FIELD_STRING,
	 .offset = offsetof(struct media_file, mime),
	 .label = "Kiểu tệp",
	 .about = N_("Its MIME type; what is written must be what the file is."),
	 .example = "\"image/jpeg\""},
	{.key = "dung_luong",
	 .type = FIELD_INT,
	 .offset = offsetof(struct media_file, bytes),
	 .label = "Dung lượng",
	 .about = N_("Its size in bytes; read from the file when not written."),
	 .example = "204800",
	 .min = 0,
	 .max = -1},
	{.key = "rong",
	 .type = FIELD_INT,
	 .offset = offsetof(struct media_file, width),
	 .label = "Chiều rộng",
	 .about = N_("Its width in pixels; read from the file when not written."),
	 .example = "1600",
	 .min = 1,
	 .max = FACTS_SIDE_MAX},
	{.key = "cao",
	 .type = FIELD_INT,
	 .offset = offsetof(struct media_file, height),
	 .label = "Chiều cao",
	 .about = N_("Its height in pixels; read from the file when not written."),
	 .example = "900",
	 .min = 1,
	 .max = FACTS_SIDE_MAX},
	{.key = "thoi_luong",
	 .type = FIELD_INT,
	 .offset = offsetof(struct media_file, seconds),
	 .label = "Thời lượng",
	 .about = N_("How long it lasts, in seconds."),
	 .example = "95",
	 .min = 1,
	 .max = 24 * 60 * 60},
	{.key = "sha256",
	 .type = FIELD_STRING,
	 .offset = offsetof(struct media_file, sha256),
	 .label = "Mã kiểm tra",
	 .about = N_("The SHA-256 of the file; computed when not written.")},
	{0},
};

static const struct schema file_schema = {
	.name = N_("a file"),
	.size = sizeof(struct media_file),
	.fields = file_fields,
};

static const struct field consent_fields[] = {
	{.key = "loai",
	 .type = FIELD_CHOICE,
	 .choices = consent_types,
	 .flags = FIELD_REQUIRED,
	 .offset = offsetof(struct consent, type),
	 .label = "Ai đồng ý",
	 .about = N_("Whose consent it is."),
	 .example = "\"nguoi-trong-anh\""},
	{.key = "so_phieu",
	 .type = FIELD_STRING,
	 .flags = FIELD_REQUIRED,
	 .offset = offsetof(struct consent, paper),
	 .label = "Số phiếu",
	 .about = N_("The number of the signed paper, never a name."),
	 .example = "\"ĐT-2026-031\""},
	{.key = "ngay",
	 .type = FIELD_DATE,
	 .flags = FIELD_REQUIRED,
	 .offset = offsetof(struct consent, on),
	 .label = "Ngày ký",
	 .about = N_("The day on which it was signed."),
	 .example = "2026-09-07"},
	{.key = "het_han",
	 .type = FIELD_DATE,
	 .offset = offsetof(struct consent, until),
	 .label = "Hết hạn",
	 .about = N_("The last day on which it holds."),
	 .example = "2028-09-07"},
	{.key = "pham_vi",
	 .type = FIELD_CHOICE,
	 .choices = consent_scopes,
	 .flags = FIELD_MANY,
	 .offset = offsetof(struct consent, scopes),
	 .label = "Phạm vi",
	 .about = N_("Where it may be shown."),
	 .example = "\"website\""},
	{.key = "rut_lai",
	 .type = FIELD_DATE,
	 .offset = offsetof(struct consent, withdrawn),
	 .label = "Rút lại",
	 .about = N_("The day on which the consent was taken back; the picture is no longer "
		     "published then."),
	 .example = "2026-11-01"},
	{0},
};

static const struct schema consent_schema = {
	.name = N_("a consent"),
	.size = sizeof(struct consent),
	.fields = consent_fields,
};

static const struct field run_fields[] = {
	{.key = "ngay",
	 .type = FIELD_DATE,
	 .flags = FIELD_REQUIRED,
	 .offset = offsetof(struct print_run, on),
	 .label = "Ngày in",
	 .about = N_("The day of the print run."),
	 .example = "2026-09-15"},
	{.key = "so_ban",
	 .type = FIELD_INT,
	 .flags = FIELD_REQUIRED,
	 .offset = offsetof(struct print_run, copies),
	 .label = "Số bản",
	 .about = N_("How many copies were printed."),
	 .example = "5000",
	 .min = 1,
	 .max = 10 * 1000 * 1000},
	{.key = "noi_cap_phat",
	 .type = FIELD_STRING,
	 .offset = offsetof(struct print_run, given_to),
	 .label = "Nơi cấp phát",
	 .about = N_("Where they were handed out."),
	 .example = "\"Khu tiếp đón\""},
	{0},
};

static const struct schema run_schema = {
	.name = N_("a print run"),
	.size = sizeof(struct print_run),
	.fields = run_fields,
};

static const struct field media_fields[] = {
	{.key = "loai_media",
	 .type = FIELD_CHOICE,
	 .choices = types,
	 .flags = FIELD_REQUIRED,
	 .offset = offsetof(struct media, type),
	 .label = "Loại",
	 .about = N_("What sort of thing it is."),
	 .example = "\"anh\""},
	{.key = "tep",
	 .type = FIELD_MAP,
	 .map = &file_schema,
	 .flags = FIELD_MANY | FIELD_EXPECTED,
	 .offset = offsetof(struct media, files),
	 .label = "Tệp",
	 .about = N_("Its files: a must unless it stands elsewhere (url_ngoai).")},
	{.key = "url_ngoai",
	 .type = FIELD_URL,
	 .offset = offsetof(struct media, outside),
	 .label = "Liên kết",
	 .about = N_("Its address elsewhere. Visitors get a link: nothing of another site is "
		     "loaded into a page."),
	 .example = "\"https://www.youtube.com/watch?v=example\""},
	{.key = "thoi_luong",
	 .type = FIELD_INT,
	 .offset = offsetof(struct media, seconds),
	 .label = "Thời lượng",
	 .about = N_("How long it lasts, in seconds."),
	 .example = "95",
	 .min = 1,
	 .max = 24 * 60 * 60},
	{.key = "alt",
	 .type = FIELD_STRING,
	 .offset = offsetof(struct media, alt),
	 .label = "Văn bản thay thế",
	 .about = N_("What the picture shows, in 5 to 250 characters, for those who do not "
		     "see it: a must for pictures."),
	 .example = "\"Người bệnh đăng ký khám tại quầy số 2\""},
	{.key = "chu_thich",
	 .type = FIELD_STRING,
	 .offset = offsetof(struct media, caption),
	 .label = "Chú thích",
	 .about = N_("The line below it.")},
	{.key = "tac_gia",
	 .type = FIELD_STRING,
	 .offset = offsetof(struct media, author),
	 .label = "Tác giả",
	 .about = N_("Who made it.")},
	{.key = "giay_phep",
	 .type = FIELD_STRING,
	 .offset = offsetof(struct media, licence),
	 .label = "Giấy phép",
	 .about = N_("Whose it is, or under which licence it is used."),
	 .example = "\"Thuộc bệnh viện\""},
	{.key = "loi_thoai",
	 .type = FIELD_MARKDOWN,
	 .offset = offsetof(struct media, transcript),
	 .label = "Bản chép lời",
	 .about = N_("What is said in it, word by word; Markdown. A must for video and "
		     "sound.")},
	{.key = "phu_de",
	 .type = FIELD_FILE,
	 .offset = offsetof(struct media, subtitles),
	 .label = "Phụ đề",
	 .about = N_("The subtitles of a video, a WebVTT file."),
	 .example = "media/2026/video.vtt"},
	{.key = "mo_ta_day_du",
	 .type = FIELD_MARKDOWN,
	 .offset = offsetof(struct media, text),
	 .label = "Mô tả đầy đủ",
	 .about = N_("All that an infographic or a leaflet says, each figure of it, as text; "
		     "Markdown. A must for infographics.")},
	{.key = "co_nguoi",
	 .type = FIELD_BOOL,
	 .flags = FIELD_EXPECTED,
	 .offset = offsetof(struct media, has_people),
	 .label = "Có người",
	 .about = N_("true when people can be recognised in it: a must for pictures and "
		     "video."),
	 .example = "false"},
	{.key = "tre_em",
	 .type = FIELD_BOOL,
	 .flags = FIELD_EXPECTED,
	 .offset = offsetof(struct media, has_children),
	 .label = "Có trẻ em",
	 .about = N_("true when one of them is a child."),
	 .example = "false"},
	{.key = "nguoi_benh",
	 .type = FIELD_BOOL,
	 .flags = FIELD_EXPECTED,
	 .offset = offsetof(struct media, has_patients),
	 .label = "Có người bệnh",
	 .about = N_("true when one of them is a patient."),
	 .example = "false"},
	{.key = "su_kien_cong_cong",
	 .type = FIELD_BOOL,
	 .offset = offsetof(struct media, at_public_event),
	 .label = "Đông người tại sự kiện công cộng",
	 .about = N_("true for a crowd at a public event in which nobody is singled out: no "
		     "consent is needed then, but for children and patients."),
	 .example = "true"},
	{.key = "tre_duoi_7_tuoi",
	 .type = FIELD_BOOL,
	 .offset = offsetof(struct media, children_under_seven),
	 .label = "Trẻ dưới 7 tuổi",
	 .about = N_("true when each child in it is under seven: the guardian's consent is "
		     "enough."),
	 .example = "true"},
	{.key = "dong_thuan",
	 .type = FIELD_MAP,
	 .map = &consent_schema,
	 .flags = FIELD_MANY | FIELD_HIDDEN,
	 .offset = offsetof(struct media, consents),
	 .label = "Phiếu đồng ý",
	 .about = N_("The consents of the people in it: a must before it is published.")},
	{.key = "kho_in",
	 .type = FIELD_STRING,
	 .offset = offsetof(struct media, paper_size),
	 .label = "Khổ in",
	 .about = N_("The size of the printed thing: A4, A5, 80 × 180 cm."),
	 .example = "\"A5\""},
	{.key = "so_mau",
	 .type = FIELD_STRING,
	 .offset = offsetof(struct media, sheets),
	 .label = "Số màu",
	 .about = N_("The colours in front and behind: 4/4, 4/0, 1/1."),
	 .example = "\"4/4\""},
	{.key = "in_an",
	 .type = FIELD_MAP,
	 .map = &run_schema,
	 .flags = FIELD_MANY,
	 .offset = offsetof(struct media, runs),
	 .label = "In ấn",
	 .about = N_("Its print runs, for counting.")},
	{.key = "qr",
	 .type = FIELD_STRING,
	 .offset = offsetof(struct media, qr),
	 .label = "Mã QR",
	 .about = N_("Where the QR code on it leads: an address on this site "
		     "(thu-tuc/cap-giay-chung-sinh) or https://..."),
	 .example = "\"thu-tuc/dang-ky-kham-benh\""},
	{.key = "ngon_ngu",
	 .type = FIELD_STRING,
	 .offset = offsetof(struct media, language),
	 .label = "Ngôn ngữ",
	 .about = N_("Its language: vi, en, or the code of another one (tay, hmn, khm)."),
	 .example = "\"vi\""},
	{0},
};

static const struct schema media_schema = {
	.name = N_("a media item"),
	.size = sizeof(struct media),
	.fields = media_fields,
	.parent = &common_schema,
};

static bool is_for(const struct consent *c, enum consent_scope scope)
{
	for (size_t i = 0; i < c->scopes.n; i++) {
		if (*LIST_ITEM(c->scopes, int, i) == (int)scope)
			return true;
	}
	return false;
}

/* What one consent says of the web site on that day. */
static enum media_gate judge(const struct consent *c, struct date today)
{
	bool website = is_for(c, SCOPE_WEBSITE);

	if (!website && c->scopes.n)
		return MEDIA_ELSEWHERE;
	if (date_is_set(c->withdrawn))
		return MEDIA_TAKEN_BACK;
	if (!website)
		return MEDIA_ELSEWHERE;
	if (date_is_set(c->until) && date_days(c->until) < date_days(today))
		return MEDIA_EXPIRED;
	return date_days(c->on) > date_days(today) ? MEDIA_NOT_YET : MEDIA_MAY_SHOW;
}

/* Is there a consent of that type which holds? */
static bool agrees(const struct media *m, enum consent_type type, struct date today)
{
	for (size_t i = 0; i < m->consents.n; i++) {
		const struct consent *c = LIST_ITEM(m->consents, struct consent, i);

		if (c->type == (int)type && judge(c, today) == MEDIA_MAY_SHOW)
			return true;
	}
	return false;
}

/* Children and patients count as people whatever co_nguoi says. */
static bool needs_consent(const struct media *m)
{
	if (m->has_children || m->has_patients)
		return true;
	return m->has_people && !m->at_public_event;
}

/* A consent that says no to the web site decides, and one for elsewhere says nothing. */
static const struct consent *first_against(const struct media *m, struct date today)
{
	for (size_t i = 0; i < m->consents.n; i++) {
		const struct consent *c = LIST_ITEM(m->consents, struct consent, i);
		enum media_gate gate = judge(c, today);

		if (gate != MEDIA_MAY_SHOW && gate != MEDIA_ELSEWHERE)
			return c;
	}
	return NULL;
}

static enum media_gate gate_of_missing(const struct media *m)
{
	return m->consents.n ? MEDIA_ELSEWHERE : MEDIA_NO_CONSENT;
}

enum media_gate media_gate(const struct media *m, struct date today,
			   const struct consent **which)
{
	bool person = agrees(m, CONSENT_PERSON, today);
	bool guardian = agrees(m, CONSENT_GUARDIAN, today);
	bool child = agrees(m, CONSENT_CHILD, today);

	*which = first_against(m, today);
	if (*which)
		return judge(*which, today);
	if (!needs_consent(m))
		return MEDIA_MAY_SHOW;
	if (!person && !guardian && !child)
		return gate_of_missing(m);
	if (!m->has_children)
		return MEDIA_MAY_SHOW;
	if (!guardian)
		return MEDIA_NO_GUARDIAN;
	return child || m->children_under_seven ? MEDIA_MAY_SHOW : MEDIA_NO_CHILD;
}

static bool is_withheld(const void *data, struct date today)
{
	const struct consent *which;

	return media_gate(data, today, &which) != MEDIA_MAY_SHOW;
}

static struct file_ref *own_file(void *data, size_t i)
{
	struct media *m = data;

	if (i < m->files.n)
		return &((struct media_file *)m->files.items)[i].file;
	return i == m->files.n ? &m->subtitles : NULL;
}

/* Pages end with a slash, whether people write it or not. */
static struct str target_of_qr(struct arena *a, const struct media *m)
{
	struct str rest, path = str_cut(m->qr, '#', &rest);

	if (!m->qr.n || url_is_external(m->qr) || path_extension(path).n ||
	    str_ends(path, STR("/")))
		return m->qr;
	return str_concat(a, m->qr, STR("/"), (struct str){0});
}

static struct str leads_to(struct arena *a, const void *data)
{
	const struct media *m = data;

	return url_is_external(m->qr) ? STR("") : target_of_qr(a, m);
}

static struct str media_title(struct arena *a, const void *data)
{
	const struct media *m = data;

	if (m->common.title.n)
		return m->common.title;
	if (m->caption.n)
		return m->caption;
	if (m->alt.n)
		return m->alt;
	return str_fmt(a, "%s " STR_FMT, types[m->type].name, STR_ARG(m->common.code));
}

/* Of the first picture among its files; NULL without one that visitors can see. */
static const struct media_file *picture_of(const struct media *m)
{
	for (size_t i = 0; i < m->files.n; i++) {
		const struct media_file *f = LIST_ITEM(m->files, struct media_file, i);

		if (media_is_picture(f) && f->file.url.n)
			return f;
	}
	return NULL;
}

static const struct value *view_number(struct arena *a, int64_t n)
{
	return n > 0 ? value_int(a, n) : value_null(a);
}

static const struct value *view_text(struct arena *a, struct str s)
{
	return s.n ? value_string(a, s) : value_null(a);
}

/* What is written, or else what the file has. */
static int64_t number_of(int64_t written, uint64_t is)
{
	return is ? (int64_t)is : written;
}

static int64_t width_of(const struct media_file *f)
{
	return number_of(f->width, f->file.facts ? f->file.facts->width : 0);
}

static int64_t height_of(const struct media_file *f)
{
	return number_of(f->height, f->file.facts ? f->file.facts->height : 0);
}

/* {url, alt, rong, cao, chu_thich, tac_gia, giay_phep} */
static const struct value *view_picture(struct arena *a, const struct media *m)
{
	const struct media_file *f = picture_of(m);
	struct value *v;

	if (!f)
		return value_null(a);
	v = value_map(a);
	value_set(a, v, STR("url"), value_string(a, f->file.url));
	value_set(a, v, STR("alt"), view_text(a, m->alt));
	value_set(a, v, STR("rong"), view_number(a, width_of(f)));
	value_set(a, v, STR("cao"), view_number(a, height_of(f)));
	value_set(a, v, STR("chu_thich"), view_text(a, m->caption));
	value_set(a, v, STR("tac_gia"), view_text(a, m->author));
	value_set(a, v, STR("giay_phep"), view_text(a, m->licence));
	return v;
}

/* As schema_view() has it, with what the file is in the place of what is not written. */
static const struct value *view_file(struct arena *a, const struct media_file *f,
				     const struct value *written)
{
	const struct file_facts *facts = f->file.facts;
	const char *mime = file_mime(f->file.path);
	struct value *v = value_map(a);

	for (uint32_t i = 0; i < written->n; i++)
		value_set(a, v, written->entries[i].key, written->entries[i].value);
	value_set(a, v, STR("rong"), view_number(a, width_of(f)));
	value_set(a, v, STR("cao"), view_number(a, height_of(f)));
	value_set(a, v, STR("mime"), view_text(a, f->mime.n ? f->mime : str_of(mime)));
	value_set(a, v, STR("sha256"), view_text(a, facts ? facts->sha256 : f->sha256));
	value_set(a, v, STR("la_anh"), value_bool(a, media_is_picture(f)));
	value_set(a, v, STR("la_video"), value_bool(a, strncmp(mime, "video/", 6) == 0));
	value_set(a, v, STR("la_am_thanh"), value_bool(a, strncmp(mime, "audio/", 6) == 0));
	return v;
}

static const struct value *view_files(struct arena *a, const struct media *m,
				      const struct value *written)
{
	struct value *list = value_list(a);

	for (uint32_t i = 0; written && i < written->n && i < m->files.n; i++)
		value_push(a, list,
			   view_file(a, LIST_ITEM(m->files, struct media_file, i),
				     written->entries[i].value));
	return list;
}

/* "1 phút 35 giây" */
static const struct value *view_duration(struct arena *a, int64_t seconds)
{
	long long s = seconds;

	if (s <= 0)
		return value_null(a);
	if (s < 60)
		return value_string(a, str_fmt(a, "%lld giây", s));
	if (s % 60 == 0)
		return value_string(a, str_fmt(a, "%lld phút", s / 60));
	return value_string(a, str_fmt(a, "%lld phút %lld giây", s / 60, s % 60));
}

static int64_t duration_of(const struct media *m)
{
	if (m->seconds > 0 || !m->files.n)
		return m->seconds;
	return LIST_ITEM(m->files, struct media_file, 0)->seconds;
}

static int64_t copies_of(const struct media *m)
{
	int64_t n = 0;

	for (size_t i = 0; i < m->runs.n; i++)
		n += LIST_ITEM(m->runs, struct print_run, i)->copies;
	return n;
}

/* "www.youtube.com", so that one knows where a link leads. */
static const struct value *view_host(struct arena *a, struct str url)
{
	struct str rest;
	size_t at;

	if (!str_find(url, STR("://"), 0, &at))
		return value_null(a);
	return value_string(a, str_cut(str_from(url, at + 3), '/', &rest));
}

static void set_picture(struct arena *a, const struct media *m, struct value *view)
{
	value_set(a, view, STR("loai_media"), schema_view_choice(a, types[m->type]));
	value_set(a, view, STR("anh"), view_picture(a, m));
}

/* Each file {duong_dan: {ten, url, dinh_dang, dung_luong} ...}. */
static void mention_media(struct arena *a, const void *data, struct value *view)
{
	const struct value *all = schema_view(a, media_kind.schema, data, NULL, NULL);

	value_set(a, view, STR("tep"), view_files(a, data, value_get(all, STR("tep"))));
	set_picture(a, data, view);
}

static void card_of_media(struct arena *a, const void *data, const struct derive_context *c,
			  struct value *view)
{
	const struct media *m = data;

	(void)c;
	set_picture(a, m, view);
	value_set(a, view, STR("thoi_luong"), view_duration(a, duration_of(m)));
}

static void derive_media(struct arena *a, const void *data, const struct derive_context *c,
			 struct value *view)
{
	const struct media *m = data;

	(void)c;
	value_set(a, view, STR("anh"), view_picture(a, m));
	value_set(a, view, STR("tep"), view_files(a, m, value_get(view, STR("tep"))));
	value_set(a, view, STR("thoi_luong"), view_duration(a, duration_of(m)));
	value_set(a, view, STR("dich_qr"), view_text(a, target_of_qr(a, m)));
	value_set(a, view, STR("qr_ngoai"), value_bool(a, url_is_external(m->qr)));
	value_set(a, view, STR("nguon_ngoai"), view_host(a, m->outside));
	value_set(a, view, STR("tong_so_ban"), view_number(a, copies_of(m)));
}

static void terms_of_type(struct arena *a, const void *data, struct date today, term_fn *add,
			  void *sink)
{
	/* The addresses of the library's lists are older than the codes of the types. */
	static const char *const slugs[] = {
		[MEDIA_AUDIO] = "am-thanh",
		[MEDIA_BROADCAST] = "phat-thanh",
		[MEDIA_SLIDES] = "trinh-chieu",
	};
	const struct media *m = data;
	size_t type = (size_t)m->type;
	bool other = type < COUNT(slugs) && slugs[type];
	const char *slug = other ? slugs[type] : types[type].code;

	(void)a;
	(void)today;
	add(sink, (struct term_name){.slug = str_of(slug), .name = str_of(types[type].name)});
}

static const struct taxonomy_def type_taxonomy = {
	.code = "loai-media",
	.name = "Loại",
	.path = "",
	.terms = terms_of_type,
};

static const struct taxonomy_def *const media_taxonomies[] = {
	&type_taxonomy,
	&keyword_taxonomy,
};

/* On the site, and each run of print. */
static void countables_of_media(const void *data, countable_fn *add, void *sink)
{
	const struct media *x = data;
	const char *genre = types[x->type].code;

	add(sink, (struct countable){STR("website"), genre, x->common.published, -1});
	for (size_t i = 0; i < x->runs.n; i++) {
		const struct print_run *run = LIST_ITEM(x->runs, struct print_run, i);

		add(sink, (struct countable){STR("an-pham"), genre, run->on, run->copies});
	}
}

static void credits_of_media(const void *data, credit_fn *add, void *sink)
{
	const struct media *x = data;

	if (x->common.unit.code.n)
		add(sink, (struct contribution){&x->common.unit, x->author, CONTRIBUTION_MADE});
}

const struct kind media_kind = {
	.code = "media",
	.name = "Thư viện",
	.describe = describe_media,
	.schema = &media_schema,
	.has_list = true,
	.has_backlinks = true,
	.title = media_title,
	.rules = media_rules,
	.n_rules = MEDIA_RULES,
	.inspect = media_inspect,
	.own_file = own_file,
	.leads_to = leads_to,
	.is_withheld = is_withheld,
	.mention = mention_media,
	.card = card_of_media,
	.derive = derive_media,
	.countables = countables_of_media,
	.credits = credits_of_media,
	.taxonomies = media_taxonomies,
	.n_taxonomies = COUNT(media_taxonomies),
};
