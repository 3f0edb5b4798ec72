/*
 * province - the provinces that were merged into others on 1 July 2025 (Nghị quyết
 * 202/2025/QH15; to be checked against its text): 63 became 34.
 */
#ifndef CCHC_VIET_PROVINCE_H
#define CCHC_VIET_PROVINCE_H

#include "base/date.h"

/* The day since which the mergers hold. */
extern const struct date province_mergers;

/* "Vĩnh Long" of "Tỉnh Bến Tre" or "bến tre"; NULL when that name did not go. */
const char *province_merged_into(struct arena *scratch, struct str name);

#endif
