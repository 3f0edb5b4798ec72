/*
 * issuer - is the office that a text names the one that issued a document?
 */
#ifndef CCHC_VIET_ISSUER_H
#define CCHC_VIET_ISSUER_H

#include "base/str.h"

/* Yes when nothing is named, or when one name is the beginning of the other ("Sở Y tế",
 * "Sở Y tế tỉnh Hòa Bình"), or when they have nothing in common, which shows nothing
 * ("Chính phủ", "Thủ tướng Chính phủ"); no when an office of the same sort is another one
 * ("Sở Y tế Hà Nội"). "tỉnh" and "thành phố" may be left out; UBND is Ủy ban nhân dân. */
bool issuer_fits(struct str ours, struct str named);

#endif
