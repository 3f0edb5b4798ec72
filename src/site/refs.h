/*
 * refs - references between records: each code is looked up once, and the record
 * that it names learns who refers to it.
 */
#ifndef CCHC_SITE_REFS_H
#define CCHC_SITE_REFS_H

#include "site/site.h"

/* Resolve every reference of every page; one that names nothing is reported at its
 * place. Chains of records above each other (units) must end. */
bool refs_resolve(struct site *s, struct arena *a, struct diag *d) MUST_USE;

#endif
