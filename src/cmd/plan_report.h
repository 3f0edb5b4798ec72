/*
 * plan_report - what the commands about plans share: which plan, which period.
 */
#ifndef CCHC_CMD_PLAN_REPORT_H
#define CCHC_CMD_PLAN_REPORT_H

#include "cmd/build.h"
#include "output/account.h"

/* The plan that the first argument names, among the published. */
bool find_plan(struct build *b, struct account_request *r) MUST_USE;

/* The period that the options say. */
bool find_period(struct build *b, struct account_request *r) MUST_USE;

#endif
