#include "kinds/contest.h"

#include "kinds/contest_parts.h"
#include "text/lead.h"

enum {
	SUMMARY_MAX = 300, /* characters of the way to take part that lists show */
	CHOICES_MIN = 2,
	CHOICES_MAX = 10,
	QUESTIONS_MAX = 200,
	COUNT_MAX = 10 * 1000 * 1000,
};

const struct choice contest_types[] = {
	[CONTEST_CONTEST] = {"cuoc-thi", "Cuộc thi"},
	[CONTEST_STAGE] = {"hoi-thi", "Hội thi"},
	[CONTEST_SURVEY] = {"khao-sat", "Khảo sát"},
	[CONTEST_QUIZ] = {"trac-nghiem", "Trắc nghiệm"},
	[CONTEST_IDEAS] = {"tim-kiem-y-tuong", "Tìm kiếm ý tưởng"},
	{0},
};

const struct choice contest_states[] = {
	[CONTEST_TO_OPEN] = {"sap-mo", "Sắp mở"},
	[CONTEST_OPEN] = {"dang-mo", "Đang mở"},
	[CONTEST_CLOSED] = {"da-dong", "Đã đóng"},
	[CONTEST_ANNOUNCED] = {"da-cong-bo", "Đã công bố"},
};

static const struct field question_fields[] = {
	{.key = "cau",
	 .type = FIELD_STRING,
	 .flags = FIELD_REQUIRED,
	 .offset = offsetof(struct quiz_question, question),
	 .label = "Câu hỏi",
	 .about = N_("The question.")},
	{.key = "lua_chon",
	 .type = FIELD_STRING,
	 .flags = FIELD_MANY | FIELD_REQUIRED,
	 .offset = offsetof(struct quiz_question, choices),
	 .label = "Lựa chọn",
	 .about = N_("The answers to choose from."),
	 .min = CHOICES_MIN,
	 .max = CHOICES_MAX},
	{.key = "dap_an",
	 .type = FIELD_INT,
	 .offset = offsetof(struct quiz_question, answer),
	 .label = "Đáp án",
	 .about = N_("The number of the right answer, from 1: a must for trac-nghiem."),
	 .example = "1"},
	{.key = "giai_thich",
	 .type = FIELD_MARKDOWN,
	 .offset = offsetof(struct quiz_question, reason),
	 .label = "Giải thích",
	 .about = N_("Why it is right.")},
	{.key = "can_cu",
	 .type = FIELD_REF,
	 .ref_kind = "van-ban",
	 .offset = offsetof(struct quiz_question, ground),
	 .label = "Căn cứ",
	 .about = N_("The code of the document that says so.")},
	{0},
};

static const struct schema question_schema = {
	.name = N_("a question of a quiz"),
	.size = sizeof(struct quiz_question),
	.fields = question_fields,
};

static const struct field prize_fields[] = {
	{.key = "ten",
	 .type = FIELD_STRING,
	 .flags = FIELD_REQUIRED,
	 .offset = offsetof(struct prize, name),
	 .label = "Tên giải",
	 .about = N_("What the prize is called."),
	 .example = "\"Giải nhất\""},
	{.key = "so_luong",
	 .type = FIELD_INT,
	 .offset = offsetof(struct prize, count),
	 .label = "Số lượng",
	 .about = N_("How many there are."),
	 .min = 1,
	 .max = COUNT_MAX},
	{.key = "gia_tri",
	 .type = FIELD_MONEY,
	 .offset = offsetof(struct prize, worth),
	 .label = "Giá trị",
	 .about = N_("What one of them is worth, in đồng."),
	 .example = "1000000"},
	{0},
};

static const struct schema prize_schema = {
	.name = N_("a prize"),
	.size = sizeof(struct prize),
	.fields = prize_fields,
};

static const struct field winner_fields[] = {
	{.key = "giai",
	 .type = FIELD_STRING,
	 .flags = FIELD_REQUIRED,
	 .offset = offsetof(struct winner, prize),
	 .label = "Giải",
	 .about = N_("Which prize was won.")},
	{.key = "don_vi",
	 .type = FIELD_REF,
	 .ref_kind = "don-vi",
	 .flags = FIELD_OR_NAME,
	 .offset = offsetof(struct winner, unit),
	 .label = "Đơn vị",
	 .about = N_("The code of the unit that won it, or a name.")},
	{.key = "tac_pham",
	 .type = FIELD_STRING,
	 .offset = offsetof(struct winner, work),
	 .label = "Tác phẩm",
	 .about = N_("What was handed in.")},
	{0},
};

static const struct schema winner_schema = {
	.name = N_("a winner"),
	.size = sizeof(struct winner),
	.fields = winner_fields,
};

static const struct field result_fields[] = {
	{.key = "so_bai",
	 .type = FIELD_INT,
	 .offset = offsetof(struct contest_result, entries),
	 .label = "Số bài",
	 .about = N_("How many entries there were."),
	 .min = 0,
	 .max = COUNT_MAX},
	{.key = "so_nguoi",
	 .type = FIELD_INT,
	 .offset = offsetof(struct contest_result, people),
	 .label = "Số người",
	 .about = N_("How many took part."),
	 .min = 0,
	 .max = COUNT_MAX},
	{.key = "giai",
	 .type = FIELD_MAP,
	 .map = &winner_schema,
	 .flags = FIELD_MANY,
	 .offset = offsetof(struct contest_result, winners),
	 .label = "Các giải",
	 .about = N_("Who won what: units and works; persons only when they agreed.")},
	{.key = "dong_y",
	 .type = FIELD_BOOL,
	 .offset = offsetof(struct contest_result, agreed),
	 .label = "Đồng ý nêu tên",
	 .about = N_("true: the persons who are named have agreed to it."),
	 .example = "true"},
	{0},
};

static const struct schema result_schema = {
	.name = N_("the result of a contest"),
	.size = sizeof(struct contest_result),
	.fields = result_fields,
};

static const struct field share_fields[] = {
	{.key = "nhan",
	 .type = FIELD_STRING,
	 .flags = FIELD_REQUIRED,
	 .offset = offsetof(struct answer_share, answer),
	 .label = "Trả lời",
	 .about = N_("The answer.")},
	{.key = "gia_tri",
	 .type = FIELD_STRING,
	 .flags = FIELD_REQUIRED,
	 .offset = offsetof(struct answer_share, share),
	 .label = "Tỷ lệ",
	 .about = N_("How many per cent gave it, with a decimal comma."),
	 .example = "\"64,5\""},
	{0},
};

static const struct schema share_schema = {
	.name = N_("an answer of a survey"),
	.size = sizeof(struct answer_share),
	.fields = share_fields,
};

static const struct field survey_question_fields[] = {
	{.key = "cau",
	 .type = FIELD_STRING,
	 .flags = FIELD_REQUIRED,
	 .offset = offsetof(struct survey_question, question),
	 .label = "Câu hỏi",
	 .about = N_("The question.")},
	{.key = "ty_le",
	 .type = FIELD_MAP,
	 .map = &share_schema,
	 .flags = FIELD_MANY | FIELD_REQUIRED,
	 .offset = offsetof(struct survey_question, shares),
	 .label = "Tỷ lệ",
	 .about = N_("The answers and their shares, 100 per cent together.")},
	{0},
};

static const struct schema survey_question_schema = {
	.name = N_("a question of a survey"),
	.size = sizeof(struct survey_question),
	.fields = survey_question_fields,
};

static const struct field survey_fields[] = {
	{.key = "co_mau",
	 .type = FIELD_INT,
	 .flags = FIELD_REQUIRED,
	 .offset = offsetof(struct survey_result, sample),
	 .label = "Cỡ mẫu",
	 .about = N_("How many were asked."),
	 .example = "200",
	 .min = 1,
	 .max = COUNT_MAX},
	{.key = "tu_ngay",
	 .type = FIELD_DATE,
	 .offset = offsetof(struct survey_result, from),
	 .label = "Từ ngày",
	 .about = N_("The first day of asking."),
	 .example = "2026-11-01"},
	{.key = "den_ngay",
	 .type = FIELD_DATE,
	 .offset = offsetof(struct survey_result, to),
	 .label = "Đến ngày",
	 .about = N_("The last day of asking."),
	 .example = "2026-11-30"},
	{.key = "phuong_phap",
	 .type = FIELD_STRING,
	 .offset = offsetof(struct survey_result, method),
	 .label = "Phương pháp",
	 .about = N_("How people were chosen and asked.")},
	{.key = "cau",
	 .type = FIELD_MAP,
	 .map = &survey_question_schema,
	 .flags = FIELD_MANY | FIELD_REQUIRED,
	 .offset = offsetof(struct survey_result, questions),
	 .label = "Các câu hỏi",
	 .about = N_("The questions with the shares of their answers.")},
	{0},
};

static const struct schema survey_schema = {
	.name = N_("the result of a survey"),
	.size = sizeof(struct survey_result),
	.fields = survey_fields,
};

static const struct field contest_fields[] = {
	{.key = "kieu",
	 .type = FIELD_CHOICE,
	 .choices = contest_types,
	 .flags = FIELD_REQUIRED,
	 .offset = offsetof(struct contest, type),
	 .label = "Kiểu",
	 .about = N_("What people are asked to do.")},
	{.key = "co_quan_to_chuc",
	 .type = FIELD_STRING,
	 .flags = FIELD_REQUIRED,
	 .offset = offsetof(struct contest, organizer),
	 .label = "Đơn vị tổ chức",
	 .about = N_("Who holds it.")},
	{.key = "the_le",
	 .type = FIELD_REF,
	 .ref_kind = "van-ban",
	 .offset = offsetof(struct contest, rules),
	 .label = "Thể lệ",
	 .about = N_("The code of the document with its rules.")},
	{.key = "doi_tuong_du_thi",
	 .type = FIELD_STRING,
	 .flags = FIELD_REQUIRED,
	 .offset = offsetof(struct contest, who),
	 .label = "Đối tượng tham gia",
	 .about = N_("Who may take part.")},
	{.key = "bat_dau",
	 .type = FIELD_DATETIME,
	 .flags = FIELD_REQUIRED,
	 .offset = offsetof(struct contest, opens),
	 .label = "Bắt đầu",
	 .about = N_("When it opens."),
	 .example = "2026-10-01T07:00"},
	{.key = "ket_thuc",
	 .type = FIELD_DATETIME,
	 .flags = FIELD_REQUIRED,
	 .offset = offsetof(struct contest, closes),
	 .label = "Kết thúc",
	 .about = N_("When it closes."),
	 .example = "2026-10-31T17:00"},
	{.key = "cong_bo",
	 .type = FIELD_DATETIME,
	 .offset = offsetof(struct contest, announced),
	 .label = "Công bố",
	 .about = N_("When the result is made known."),
	 .example = "2026-11-15T08:00"},
	{.key = "cach_tham_gia",
	 .type = FIELD_MARKDOWN,
	 .flags = FIELD_REQUIRED,
	 .offset = offsetof(struct contest, how),
	 .label = "Cách tham gia",
	 .about = N_("How to take part.")},
	{.key = "url_phieu",
	 .type = FIELD_URL,
	 .offset = offsetof(struct contest, form_url),
	 .label = "Phiếu trực tuyến",
	 .about = N_("The address of the form online.")},
	{.key = "luu_y_rieng_tu",
	 .type = FIELD_MARKDOWN,
	 .offset = offsetof(struct contest, privacy),
	 .label = "Thông tin cá nhân",
	 .about = N_("What the form asks of people, who sees it, when it is deleted: a must "
		     "with url_phieu.")},
	{.key = "phieu_in",
	 .type = FIELD_REF,
	 .ref_kind = "media",
	 .offset = offsetof(struct contest, paper_form),
	 .label = "Phiếu giấy",
	 .about = N_("The code of the form on paper.")},
	{.key = "cau_hoi",
	 .type = FIELD_MAP,
	 .map = &question_schema,
	 .flags = FIELD_MANY,
	 .offset = offsetof(struct contest, questions),
	 .label = "Câu hỏi",
	 .about = N_("The questions of a quiz: a must for trac-nghiem."),
	 .min = 1,
	 .max = QUESTIONS_MAX},
	{.key = "giai_thuong",
	 .type = FIELD_MAP,
	 .map = &prize_schema,
	 .flags = FIELD_MANY,
	 .offset = offsetof(struct contest, prizes),
	 .label = "Giải thưởng",
	 .about = N_("The prizes.")},
	{.key = "ket_qua",
	 .type = FIELD_MAP,
	 .map = &result_schema,
	 .offset = offsetof(struct contest, result),
	 .label = "Kết quả",
	 .about = N_("What came of it.")},
	{.key = "ket_qua_khao_sat",
	 .type = FIELD_MAP,
	 .map = &survey_schema,
	 .offset = offsetof(struct contest, survey_result),
	 .label = "Kết quả khảo sát",
	 .about = N_("What people answered.")},
	{0},
};

static const struct schema contest_schema = {
	.name = N_("a contest or survey"),
	.size = sizeof(struct contest),
	.fields = contest_fields,
	.parent = &common_schema,
};

/* Has the moment come, or, of one without a time, its day? */
static bool has_come(struct date moment, struct date now)
{
	if (!date_is_set(moment))
		return false;
	return moment.has_time ? date_cmp(now, moment) >= 0
			       : date_days(now) >= date_days(moment);
}

enum contest_state contest_state(const struct contest *x, struct date now)
{
	bool closed = x->closes.has_time ? date_cmp(now, x->closes) >= 0
					 : date_days(now) > date_days(x->closes);

	if (has_come(x->announced, now))
		return CONTEST_ANNOUNCED;
	if (closed)
		return CONTEST_CLOSED;
	return has_come(x->opens, now) ? CONTEST_OPEN : CONTEST_TO_OPEN;
}

/* "Trắc nghiệm của Bệnh viện Minh Họa, tháng 10/2026", where nobody wrote a title. */
static struct str contest_title(struct arena *a, const void *data)
{
	const struct contest *x = data;

	if (x->common.title.n)
		return x->common.title;
	return str_fmt(a, "%s của " STR_FMT ", tháng %d/%d", contest_types[x->type].name,
		       STR_ARG(x->organizer), x->opens.month, x->opens.year);
}

static struct str contest_summary(struct arena *a, const void *data)
{
	const struct contest *x = data;

	return x->common.summary.n ? x->common.summary
				   : markdown_lead(a, x->how.text, SUMMARY_MAX);
}

static struct date contest_date(const void *data)
{
	const struct contest *x = data;

	return x->opens;
}

static struct choice contest_status(const void *data, struct date today)
{
	return contest_states[contest_state(data, today)];
}

static void terms_of_type(struct arena *a, const void *data, struct date today, term_fn *add,
			  void *sink)
{
	const struct contest *x = data;

	(void)a;
	(void)today;
	add(sink, (struct term_name){.slug = str_of(contest_types[x->type].code),
				     .name = str_of(contest_types[x->type].name)});
}

static void terms_of_year(struct arena *a, const void *data, struct date today, term_fn *add,
			  void *sink)
{
	const struct contest *x = data;

	(void)today;
	add_term_of_year(a, x->opens.year, add, sink);
}

static const struct taxonomy_def type_taxonomy = {
	.code = "kieu",
	.name = "Loại",
	.path = "theo-loai/",
	.terms = terms_of_type,
};

static const struct taxonomy_def year_taxonomy = {
	.code = "nam",
	.name = "Năm",
	.path = "nam/",
	.before = "năm ",
	.by_slug = true,
	.terms = terms_of_year,
};

static const struct taxonomy_def *const contest_taxonomies[] = {
	&type_taxonomy,
	&year_taxonomy,
	&keyword_taxonomy,
};

/* From the day on which people can take part. */
static void countables_of_contest(const void *data, countable_fn *add, void *sink)
{
	const struct contest *x = data;
	struct str channel = x->type == CONTEST_SURVEY ? STR("khao-sat") : STR("cuoc-thi");

	add(sink, (struct countable){channel, "cuoc-thi", x->opens, -1});
	add(sink, (struct countable){STR("website"), "cuoc-thi", x->opens, -1});
}

static void credits_of_contest(const void *data, credit_fn *add, void *sink)
{
	const struct contest *x = data;

	if (x->common.unit.code.n)
		add(sink, (struct contribution){&x->common.unit, {0}, CONTRIBUTION_HELD});
}

const struct kind contest_kind = {
	.code = "cuoc-thi",
	.name = "Cuộc thi, khảo sát",
	.schema = &contest_schema,
	.has_list = true,
	.has_backlinks = true,
	.title = contest_title,
	.summary = contest_summary,
	.date = contest_date,
	.status = contest_status,
	.rules = contest_rules,
	.n_rules = CONTEST_RULES,
	.inspect = inspect_contest,
	.card = card_of_contest,
	.derive = derive_contest,
	.countables = countables_of_contest,
	.credits = credits_of_contest,
	.taxonomies = contest_taxonomies,
	.n_taxonomies = COUNT(contest_taxonomies),
};
