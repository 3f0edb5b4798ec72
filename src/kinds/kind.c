#include "kinds/kind.h"

#include "kinds/article.h"
#include "kinds/contact.h"
#include "kinds/contest.h"
#include "kinds/event.h"
#include "kinds/faq.h"
#include "kinds/guide.h"
#include "kinds/holidays.h"
#include "kinds/index.h"
#include "kinds/journey.h"
#include "kinds/law.h"
#include "kinds/legal.h"
#include "kinds/media.h"
#include "kinds/page.h"
#include "kinds/plan.h"
#include "kinds/procedure.h"
#include "kinds/report.h"
#include "kinds/statistics.h"
#include "kinds/translation.h"
#include "kinds/unit.h"

/* One a line, so that two people can each add one. */
/* clang-format off */
const struct kind *const kinds[] = {
	&article_kind,
	&legal_kind,
	&procedure_kind,
	&media_kind,
	&unit_kind,
	&page_kind,
	&plan_kind,
	&report_kind,
	&law_kind,
	&holidays_kind,
	&contact_kind,
	&faq_kind,
	&guide_kind,
	&event_kind,
	&contest_kind,
	&statistics_kind,
	&index_kind,
	&journey_kind,
	&translation_kind,
};
/* clang-format on */

const size_t kinds_count = COUNT(kinds);

const struct kind *kind_find(struct str code)
{
	for (size_t i = 0; i < kinds_count; i++) {
		if (str_eq_z(code, kinds[i]->code))
			return kinds[i];
	}
	return NULL;
}

bool contribution_is_main(enum contribution_role role)
{
	return role == CONTRIBUTION_WROTE || role == CONTRIBUTION_MADE ||
	       role == CONTRIBUTION_HELD;
}
