/*
 * leaks - is anything of noi-bo/ about to be published, or in the output folder already?
 */
#ifndef CCHC_OUTPUT_LEAKS_H
#define CCHC_OUTPUT_LEAKS_H

#include "output/output.h"

/* False, and each reported, when a file that is to be copied is one of noi-bo/, or when
 * the folder dir holds a link into noi-bo/ or a file of it that is none of the outputs. */
bool leaks_check(const struct outputs *o, struct str dir, struct diag *d) MUST_USE;

#endif
