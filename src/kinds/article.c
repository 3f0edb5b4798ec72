#include "kinds/article.h"

#include "base/utf8.h"
#include "kinds/broadcast.h"

enum genre {
	GENRE_NEWS,
	GENRE_STORY,
	GENRE_REPORTAGE,
	GENRE_INTERVIEW,
	GENRE_EXAMPLE,
	GENRE_MODEL,
	GENRE_INITIATIVE,
	GENRE_CRITICISM,
	GENRE_NOTICE,
	GENRE_CONFERENCE,
	GENRE_OUTAGE,
	GENRE_CONSULTATION,
};

enum {
	TITLE_MAX = 120,      /* characters: what fits a list on a phone */
	WORDS_MIN_NEWS = 80,  /* domain rule: a short item */
	WORDS_MIN_STORY = 400 /* and a longer piece */
};

static const struct choice genres[] = {
	[GENRE_NEWS] = {"tin", "Tin"},
	[GENRE_STORY] = {"bai", "Bài"},
	[GENRE_REPORTAGE] = {"phong-su", "Phóng sự"},
	[GENRE_INTERVIEW] = {"phong-van", "Phỏng vấn"},
	[GENRE_EXAMPLE] = {"guong-dien-hinh", "Gương điển hình"},
	[GENRE_MODEL] = {"mo-hinh", "Mô hình"},
	[GENRE_INITIATIVE] = {"sang-kien", "Sáng kiến"},
	[GENRE_CRITICISM] = {"phan-anh", "Phản ánh"},
	[GENRE_NOTICE] = {"thong-bao", "Thông báo"},
	[GENRE_CONFERENCE] = {"hoi-thao", "Hội thảo"},
	[GENRE_OUTAGE] = {"tam-ngung-dich-vu", "Tạm ngừng dịch vụ"},
	[GENRE_CONSULTATION] = {"lay-y-kien", "Lấy ý kiến"},
	{0},
};

static const struct choice roles[] = {
	{"viet", "Viết"},         {"cung-cap-thong-tin", "Cung cấp thông tin"},
	{"anh", "Ảnh"},           {"video", "Video"},
	{"phoi-hop", "Phối hợp"}, {0},
};

static const struct choice answer_states[] = {
	{"da-tiep-nhan", "Đã tiếp nhận"},
	{"dang-xu-ly", "Đang xử lý"},
	{"da-xu-ly", "Đã xử lý"},
	{0},
};

static const struct field credit_fields[] = {
	{.key = "don_vi",
	 .type = FIELD_REF,
	 .ref_kind = "don-vi",
	 .flags = FIELD_REQUIRED,
	 .offset = offsetof(struct credit, unit),
	 .label = "Đơn vị",
	 .about = N_("The unit that contributed."),
	 .example = "\"khoa-kham-benh\""},
	{.key = "vai_tro",
	 .type = FIELD_CHOICE,
	 .choices = roles,
	 .flags = FIELD_REQUIRED,
	 .offset = offsetof(struct credit, role),
	 .label = "Vai trò",
	 .about = N_("What it contributed."),
	 .example = "\"viet\""},
	{.key = "nguoi",
	 .type = FIELD_STRING,
	 .offset = offsetof(struct credit, person),
	 .label = "Người",
	 .about = N_("Who did it.")},
	{0},
};

static const struct schema credit_schema = {
	.name = N_("a credit"),
	.size = sizeof(struct credit),
	.fields = credit_fields,
};

static const struct field repost_fields[] = {
	{.key = "kenh",
	 .type = FIELD_REF,
	 .ref_kind = CHANNEL_KIND,
	 .flags = FIELD_REQUIRED,
	 .offset = offsetof(struct repost, channel),
	 .label = "Kênh",
	 .about = N_("The code of a channel in site.yaml."),
	 .example = "\"fanpage\""},
	{.key = "ngay",
	 .type = FIELD_DATE,
	 .flags = FIELD_REQUIRED,
	 .offset = offsetof(struct repost, on),
	 .label = "Ngày",
	 .about = N_("The day on which it appeared there."),
	 .example = "2026-01-16"},
	{.key = "url",
	 .type = FIELD_URL,
	 .flags = FIELD_REQUIRED,
	 .offset = offsetof(struct repost, url),
	 .label = "Địa chỉ",
	 .about = N_("The address there."),
	 .example = "\"https://www.facebook.com/example\""},
	{0},
};

static const struct schema repost_schema = {
	.name = N_("a repost"),
	.size = sizeof(struct repost),
	.fields = repost_fields,
};

static const struct field answer_fields[] = {
	{.key = "trang_thai",
	 .type = FIELD_CHOICE,
	 .choices = answer_states,
	 .flags = FIELD_REQUIRED,
	 .offset = offsetof(struct answer, state),
	 .label = "Tình trạng xử lý",
	 .about = N_("How far the matter is."),
	 .example = "\"da-xu-ly\""},
	{.key = "noi_dung",
	 .type = FIELD_TEXT,
	 .flags = FIELD_REQUIRED,
	 .offset = offsetof(struct answer, text),
	 .label = "Nội dung",
	 .about = N_("The answer.")},
	{.key = "ngay",
	 .type = FIELD_DATE,
	 .offset = offsetof(struct answer, on),
	 .label = "Ngày trả lời",
	 .about = N_("The day of the answer."),
	 .example = "2026-01-20"},
	{.key = "don_vi",
	 .type = FIELD_REF,
	 .ref_kind = "don-vi",
	 .offset = offsetof(struct answer, unit),
	 .label = "Đơn vị trả lời",
	 .about = N_("The unit that answered.")},
	{0},
};

static const struct schema answer_schema = {
	.name = N_("an answer"),
	.size = sizeof(struct answer),
	.fields = answer_fields,
};

static const struct field effect_fields[] = {
	{.key = "truoc",
	 .type = FIELD_STRING,
	 .flags = FIELD_REQUIRED,
	 .offset = offsetof(struct effect, before),
	 .label = "Trước",
	 .about = N_("The figure before.")},
	{.key = "sau",
	 .type = FIELD_STRING,
	 .flags = FIELD_REQUIRED,
	 .offset = offsetof(struct effect, after),
	 .label = "Sau",
	 .about = N_("The figure after.")},
	{.key = "don_vi",
	 .type = FIELD_STRING,
	 .offset = offsetof(struct effect, of_what),
	 .label = "Đại lượng",
	 .about = N_("What was measured.")},
	{0},
};

static const struct schema effect_schema = {
	.name = N_("an effect"),
	.size = sizeof(struct effect),
	.fields = effect_fields,
};

static const struct field outage_fields[] = {
	{.key = "tu",
	 .type = FIELD_DATETIME,
	 .flags = FIELD_REQUIRED,
	 .offset = offsetof(struct outage, from),
	 .label = "Từ",
	 .about = N_("When the service stops."),
	 .example = "2026-01-15T22:00"},
	{.key = "den",
	 .type = FIELD_DATETIME,
	 .flags = FIELD_REQUIRED,
	 .offset = offsetof(struct outage, to),
	 .label = "Đến",
	 .about = N_("When it is expected back."),
	 .example = "2026-01-16T05:00"},
	{0},
};

static const struct schema outage_schema = {
	.name = N_("an outage"),
	.size = sizeof(struct outage),
	.fields = outage_fields,
};

static const struct field praise_fields[] = {
	{.key = "hinh_thuc",
	 .type = FIELD_STRING,
	 .flags = FIELD_REQUIRED,
	 .offset = offsetof(struct praise, form),
	 .label = "Hình thức khen thưởng",
	 .about = N_("The form of the commendation.")},
	{.key = "van_ban",
	 .type = FIELD_STRING,
	 .offset = offsetof(struct praise, document),
	 .label = "Quyết định",
	 .about = N_("The decision that awarded it.")},
	{0},
};

static const struct schema praise_schema = {
	.name = N_("a commendation"),
	.size = sizeof(struct praise),
	.fields = praise_fields,
};

static const struct field share_fields[] = {
	{.key = "fanpage",
	 .type = FIELD_TEXT,
	 .offset = offsetof(struct share_texts, fanpage),
	 .label = "Fanpage",
	 .about = N_("The words for this channel.")},
	{.key = "facebook",
	 .type = FIELD_TEXT,
	 .offset = offsetof(struct share_texts, facebook),
	 .label = "Facebook",
	 .about = N_("The words for this channel.")},
	{.key = "zalo",
	 .type = FIELD_TEXT,
	 .offset = offsetof(struct share_texts, zalo),
	 .label = "Zalo",
	 .about = N_("The words for this channel.")},
	{.key = "youtube",
	 .type = FIELD_TEXT,
	 .offset = offsetof(struct share_texts, youtube),
	 .label = "YouTube",
	 .about = N_("The words for this channel.")},
	{.key = "tiktok",
	 .type = FIELD_TEXT,
	 .offset = offsetof(struct share_texts, tiktok),
	 .label = "TikTok",
	 .about = N_("The words for this channel.")},
	{0},
};

static const struct schema share_schema = {
	.name = N_("texts for sharing"),
	.size = sizeof(struct share_texts),
	.fields = share_fields,
};

static const struct field broadcast_fields[] = {
	{.key = "noi_dung",
	 .type = FIELD_TEXT,
	 .offset = offsetof(struct broadcast, text),
	 .label = "Nội dung",
	 .about = N_("The text to be read aloud.")},
	{.key = "bo_qua",
	 .type = FIELD_BOOL,
	 .offset = offsetof(struct broadcast, left_out),
	 .label = "Bỏ qua",
	 .about = N_("true when it is not for the loudspeaker."),
	 .example = "true"},
	{.key = "thoi_luong_giay",
	 .type = FIELD_INT,
	 .offset = offsetof(struct broadcast, seconds),
	 .min = 1,
	 .max = 3600,
	 .label = "Thời lượng (giây)",
	 .about = N_("How long the reading takes, in seconds."),
	 .example = "60"},
	{0},
};

static const struct schema broadcast_schema = {
	.name = N_("a version for the loudspeaker"),
	.size = sizeof(struct broadcast),
	.fields = broadcast_fields,
};

static const struct field article_fields[] = {
	{.key = "the_loai",
	 .type = FIELD_CHOICE,
	 .choices = genres,
	 .flags = FIELD_REQUIRED,
	 .offset = offsetof(struct article, genre),
	 .label = "Thể loại",
	 .about = N_("The genre of the piece."),
	 .example = "\"tin\""},
	{.key = "ngay_su_kien",
	 .type = FIELD_DATE,
	 .offset = offsetof(struct article, event),
	 .label = "Ngày diễn ra",
	 .about = N_("The day of the event that it tells of."),
	 .example = "2026-01-14"},
	{.key = "anh_dai_dien",
	 .type = FIELD_REF,
	 .ref_kind = "media",
	 .offset = offsetof(struct article, picture),
	 .label = "Ảnh đại diện",
	 .about = N_("The code of the picture that stands for it.")},
	{.key = "ghi_cong",
	 .type = FIELD_MAP,
	 .map = &credit_schema,
	 .flags = FIELD_MANY | FIELD_REQUIRED,
	 .offset = offsetof(struct article, credits),
	 .label = "Đóng góp",
	 .about = N_("The units that contributed, for counting.")},
	{.key = "dang_lai",
	 .type = FIELD_MAP,
	 .map = &repost_schema,
	 .flags = FIELD_MANY,
	 .offset = offsetof(struct article, reposts),
	 .label = "Đã đăng trên",
	 .about = N_("Where else it appeared.")},
	{.key = "van_ban",
	 .type = FIELD_REF,
	 .ref_kind = "van-ban",
	 .flags = FIELD_MANY,
	 .offset = offsetof(struct article, documents),
	 .label = "Văn bản liên quan",
	 .about = N_("Codes of the legal documents that it speaks of.")},
	{.key = "thu_tuc",
	 .type = FIELD_REF,
	 .ref_kind = "thu-tuc",
	 .flags = FIELD_MANY,
	 .offset = offsetof(struct article, procedures),
	 .label = "Thủ tục liên quan",
	 .about = N_("Codes of the procedures that it speaks of.")},
	{.key = "su_kien",
	 .type = FIELD_REF,
	 .ref_kind = "su-kien",
	 .flags = FIELD_MANY,
	 .offset = offsetof(struct article, events),
	 .label = "Sự kiện liên quan",
	 .about = N_("Codes of the events that it speaks of.")},
	{.key = "duoc_khen",
	 .type = FIELD_MAP,
	 .map = &praise_schema,
	 .offset = offsetof(struct article, praise),
	 .label = "Khen thưởng",
	 .about = N_("The commendation, of an exemplary person or unit.")},
	{.key = "phan_hoi",
	 .type = FIELD_MAP,
	 .map = &answer_schema,
	 .offset = offsetof(struct article, answer),
	 .label = "Kết quả xử lý",
	 .about = N_("The answer to a criticism: a must for phan-anh.")},
	{.key = "het_han",
	 .type = FIELD_DATETIME,
	 .offset = offsetof(struct article, expires),
	 .label = "Hết hạn",
	 .about = N_("Until when a notice holds: a must for thong-bao."),
	 .example = "2026-02-15"},
	{.key = "hieu_qua",
	 .type = FIELD_MAP,
	 .map = &effect_schema,
	 .flags = FIELD_MANY,
	 .offset = offsetof(struct article, effects),
	 .label = "Hiệu quả",
	 .about = N_("Figures before and after, of a model or initiative.")},
	{.key = "thoi_gian_ngung",
	 .type = FIELD_MAP,
	 .map = &outage_schema,
	 .offset = offsetof(struct article, outage),
	 .label = "Thời gian tạm ngừng",
	 .about = N_("From when to when a service stops: a must for tam-ngung-dich-vu.")},
	{.key = "cau_chia_se",
	 .type = FIELD_MAP,
	 .map = &share_schema,
	 .offset = offsetof(struct article, share_texts),
	 .label = "Câu đăng mạng xã hội",
	 .about = N_("What to say with the link in each channel.")},
	{.key = "phat_thanh",
	 .type = FIELD_MAP,
	 .map = &broadcast_schema,
	 .offset = offsetof(struct article, broadcast),
	 .label = "Bản phát thanh",
	 .about = N_("The version for the loudspeaker.")},
	{0},
};

static const char *const article_required[] = {"tieu_de",  "tom_tat",    "ngay_dang", "don_vi",
					       "linh_vuc", "trang_thai", NULL};

static const struct schema article_schema = {
	.name = N_("an article"),
	.size = sizeof(struct article),
	.fields = article_fields,
	.parent = &common_schema,
	.required = article_required,
};

static bool check_genre(const struct article *x, const struct value *v, struct diag *d)
{
	struct pos at = place_of_field(v, "the_loai");

	if (x->genre == GENRE_CRITICISM && !x->answer)
		return diag_error(d, at,
				  _("a criticism (phan-anh) needs \"phan_hoi\": what was done "
				    "about it"));
	if (x->genre == GENRE_NOTICE && !date_is_set(x->expires))
		return diag_error(d, at,
				  _("a notice (thong-bao) needs \"het_han\": until when "
				    "it holds"));
	if (x->genre == GENRE_OUTAGE && !x->outage)
		return diag_error(d, at,
				  _("a service interruption (tam-ngung-dich-vu) needs "
				    "\"thoi_gian_ngung\": from when to when"));
	return true;
}

static bool check_article(const void *data, const struct value *v, struct date today,
			  struct diag *d)
{
	const struct article *x = data;
	bool ok = check_genre(x, v, d);

	(void)today;
	if (x->outage && date_cmp(x->outage->from, x->outage->to) >= 0)
		ok = diag_error(d, place_of_field(v, "thoi_gian_ngung"),
				_("the interruption ends before it begins"));
	if (utf8_count(x->common.title) > TITLE_MAX)
		diag_warn(d, place_of_field(v, "tieu_de"),
			  _("the title is longer than %d characters"), TITLE_MAX);
	return ok;
}

static struct str article_url(struct arena *a, const void *data)
{
	const struct article *x = data;

	return str_fmt(a, "%04d/%02d/" STR_FMT "/", x->common.published.year,
		       x->common.published.month, STR_ARG(x->common.code));
}

static size_t article_words_min(const void *data)
{
	const struct article *x = data;

	return x->genre == GENRE_STORY  ? WORDS_MIN_STORY
	       : x->genre == GENRE_NEWS ? WORDS_MIN_NEWS
					: 0;
}

/* A notice that ends on a day holds until that day is over. */
static bool is_over(const struct article *x, struct date today)
{
	if (!date_is_set(x->expires))
		return false;
	if (!x->expires.has_time)
		return date_days(x->expires) < date_days(today);
	return date_cmp(x->expires, today) < 0;
}

static void card_of_article(struct arena *a, const void *data, const struct derive_context *c,
			    struct value *view)
{
	const struct article *x = data;
	struct value *genre = value_map(a);

	value_set(a, genre, STR("ma"), value_string(a, str_of(genres[x->genre].code)));
	value_set(a, genre, STR("ten"), value_string(a, str_of(genres[x->genre].name)));
	value_set(a, view, STR("the_loai"), genre);
	value_set(a, view, STR("da_het_han"), value_bool(a, is_over(x, c->today)));
}

static bool is_broadcast(const void *data)
{
	const struct article *x = data;

	return !x->broadcast || !x->broadcast->left_out;
}

/* What is read aloud, from the body that the view has; null when nothing is. */
static const struct value *script_of(struct arena *a, const struct article *x,
				     const struct derive_context *c, const struct value *view)
{
	static const struct broadcast usual = {.seconds = -1};
	static const struct loudspeaker plain = {.rate = -1};
	const struct broadcast *b = x->broadcast ? x->broadcast : &usual;
	const struct value *body = value_get(view, STR("noi_dung"));

	if (!is_broadcast(x))
		return value_null(a);
	return broadcast_view(a, c->loudspeaker ? c->loudspeaker : &plain, b->text,
			      x->common.summary, body ? body->text : (struct str){0},
			      b->seconds);
}

static void derive_article(struct arena *a, const void *data, const struct derive_context *c,
			   struct value *view)
{
	value_set(a, view, STR("da_het_han"), value_bool(a, is_over(data, c->today)));
	value_set(a, view, STR("ban_phat_thanh"), script_of(a, data, c, view));
}

/* Slugs that differ from the genre's code: two genres share the page of models and
 * initiatives (site map of the CCHC section). */
static void terms_of_genre(struct arena *a, const void *data, struct date today, term_fn *add,
			   void *sink)
{
	const struct article *x = data;
	struct term_name term = {.slug = str_of(genres[x->genre].code),
				 .name = str_of(genres[x->genre].name)};

	(void)a;
	(void)today;
	if (x->genre == GENRE_MODEL || x->genre == GENRE_INITIATIVE)
		term = (struct term_name){.slug = STR("mo-hinh-sang-kien"),
					  .name = STR("Mô hình, sáng kiến")};
	add(sink, term);
}

static void terms_of_year(struct arena *a, const void *data, struct date today, term_fn *add,
			  void *sink)
{
	const struct article *x = data;
	struct str year = str_fmt(a, "%d", x->common.published.year);

	(void)today;
	add(sink, (struct term_name){.slug = year, .name = year});
}

static const struct taxonomy_def field_taxonomy = {
	.code = "linh-vuc",
	.name = "Nội dung cải cách",
	.path = "",
	.closed = cchc_field_terms,
	.n_closed = CCHC_FIELDS,
	.terms = terms_of_fields,
};

static const struct taxonomy_def genre_taxonomy = {
	.code = "the-loai",
	.name = "Thể loại",
	.path = "",
	.terms = terms_of_genre,
};

static const struct taxonomy_def year_taxonomy = {
	.code = "nam",
	.name = "Năm",
	.path = "luu-tru/",
	.before = "năm ",
	.by_slug = true,
	.terms = terms_of_year,
};

static const struct taxonomy_def *const article_taxonomies[] = {
	&field_taxonomy, &genre_taxonomy, &year_taxonomy, &keyword_taxonomy, &unit_taxonomy,
};

static const struct subpage article_subpages[] = {
	{.path = "phat-thanh/",
	 .layout = "tin-bai-phat-thanh.html",
	 .title = "Bản phát thanh",
	 .wanted = is_broadcast},
};

const struct kind article_kind = {
	.code = "tin-bai",
	.name = "Tin, bài",
	.schema = &article_schema,
	.has_body = true,
	.has_list = true,
	.has_feed = true,
	.needs_approver = true,
	.url = article_url,
	.check = check_article,
	.words_min = article_words_min,
	.card = card_of_article,
	.derive = derive_article,
	.taxonomies = article_taxonomies,
	.n_taxonomies = COUNT(article_taxonomies),
	.subpages = article_subpages,
	.n_subpages = COUNT(article_subpages),
};
