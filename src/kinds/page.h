/*
 * page - trang: a plain page, such as "about us".
 */
#ifndef CCHC_KINDS_PAGE_H
#define CCHC_KINDS_PAGE_H

#include "kinds/common.h"

struct plain_page {
	struct common common;
	int64_t order; /* thu_tu; -1 when not written */
};

extern const struct kind page_kind;

#endif
