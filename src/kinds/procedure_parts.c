#include "kinds/procedure_parts.h"

#include "viet/fold.h"

static bool has_code(const struct procedure *x)
{
	return x->code.n > 0;
}

static bool has_decision(const struct procedure *x)
{
	return x->announcements.n > 0;
}

static bool has_levels(const struct procedure *x)
{
	return x->levels.n > 0;
}

static bool has_name(const struct procedure *x)
{
	return x->name.n > 0;
}

static bool has_steps(const struct procedure *x)
{
	return x->courses.n > 0;
}

static bool has_manners(const struct procedure *x)
{
	return x->manners.n > 0;
}

static bool has_papers(const struct procedure *x)
{
	return x->dossiers.n > 0 || x->no_papers;
}

static bool has_sets(const struct procedure *x)
{
	return x->sets >= 0;
}

/* In words, or with each way to apply. */
static bool has_term(const struct procedure *x)
{
	for (size_t i = 0; i < x->manners.n; i++) {
		if (LIST_ITEM(x->manners, struct manner, i)->term)
			return true;
	}
	return x->term.n > 0;
}

static bool has_applicants(const struct procedure *x)
{
	return x->applicants.n > 0;
}

static bool has_agency(const struct procedure *x)
{
	return x->agency.code.n > 0 || x->agency.name.n > 0;
}

static bool has_counters(const struct procedure *x)
{
	return x->counters.n > 0;
}

static bool has_outcome(const struct procedure *x)
{
	return x->outcomes.n > 0 || x->no_outcome;
}

static bool has_fees(const struct procedure *x)
{
	return x->fees.n > 0 || x->free;
}

static bool has_requirements(const struct procedure *x)
{
	return x->requirements.n > 0 || x->no_requirements;
}

static bool has_bases(const struct procedure *x)
{
	return x->bases.n > 0;
}

/* In the order of Điều 8 khoản 2. */
const struct procedure_part procedure_parts[PROCEDURE_PARTS] = {
	{"ma_tthc", "Mã thủ tục", "", true, has_code},
	{"quyet_dinh_cong_bo", "Quyết định công bố", "", true, has_decision},
	{"cap_thuc_hien", "Cấp thực hiện", "", true, has_levels},
	{"ten", "Tên thủ tục", "a", false, has_name},
	{"trinh_tu", "Trình tự thực hiện", "b", false, has_steps},
	{"cach_thuc", "Cách thức thực hiện", "c", false, has_manners},
	{"thanh_phan_ho_so", "Thành phần hồ sơ", "d", false, has_papers},
	{"so_bo_ho_so", "Số lượng hồ sơ", "d", false, has_sets},
	{"thoi_han_giai_quyet", "Thời hạn giải quyết", "đ", false, has_term},
	{"doi_tuong_thuc_hien", "Đối tượng thực hiện", "e", false, has_applicants},
	{"co_quan_thuc_hien", "Cơ quan thực hiện", "g", false, has_agency},
	{"noi_tiep_nhan", "Nơi tiếp nhận", "g", false, has_counters},
	{"ket_qua", "Kết quả thực hiện", "h", false, has_outcome},
	{"phi_le_phi", "Phí, lệ phí", NULL, false, has_fees},
	{"yeu_cau_dieu_kien", "Yêu cầu, điều kiện", "h", false, has_requirements},
	{"can_cu_phap_ly", "Căn cứ pháp lý", "", false, has_bases},
};

bool procedure_needs_part(const struct procedure *x, const struct procedure_part *part)
{
	return !part->national || x->sort == PROCEDURE_NATIONAL;
}

struct completeness procedure_completeness(const struct procedure *x)
{
	struct completeness c = {0};

	for (size_t i = 0; i < PROCEDURE_PARTS; i++) {
		if (!procedure_needs_part(x, &procedure_parts[i]))
			continue;
		c.needed++;
		c.present += procedure_parts[i].is_there(x);
	}
	return c;
}

bool paper_is_form(const struct paper *p)
{
	static const char *const begins[] = {"to khai",      "giay de nghi", "phieu de nghi",
					     "don de nghi",  "don xin",      "don dang ky",
					     "phieu dang ky"};
	struct arena scratch = {0};
	struct str name = viet_fold(&scratch, p->name);
	bool is_form = str_holds(name, STR("(mau "));

	for (size_t i = 0; i < COUNT(begins); i++)
		is_form |= str_starts(name, str_of(begins[i]));
	arena_free(&scratch);
	return is_form;
}

static bool is_handed_in(const struct paper *p)
{
	return (p->originals > 0 || p->copies > 0) && !p->shown_only && !p->replaced_by_data;
}

bool procedure_takes_papers(const struct procedure *x)
{
	for (size_t i = 0; i < x->dossiers.n; i++) {
		const struct dossier *d = LIST_ITEM(x->dossiers, struct dossier, i);

		for (size_t k = 0; k < d->papers.n; k++) {
			if (is_handed_in(LIST_ITEM(d->papers, struct paper, k)))
				return true;
		}
	}
	return false;
}
