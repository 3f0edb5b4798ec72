/*
 * privacy - what in a Vietnamese text tells of a private person: numbers of identity
 * cards (CCCD, CMND), of health insurance (BHYT, BHXH), private mobile numbers, the day
 * of birth of somebody who is named, codes of a patient's file, and the mark that a
 * document system leaves with a user's name.
 *
 * Only what is well formed counts: a province that exists, a century that fits. What
 * looks alike but is something else (numbers of documents, amounts, ISBN, accounts, tax
 * codes, addresses of pages) is left alone; what could be either needs a word before it
 * that says which. Whether a telephone number is an official one is for the caller to
 * know.
 */
#ifndef CCHC_VIET_PRIVACY_H
#define CCHC_VIET_PRIVACY_H

#include "base/str.h"

enum privacy_type {
	PRIVACY_IDENTITY,  /* CCCD: 12 digits; CMND: 9 digits behind a word for it */
	PRIVACY_INSURANCE, /* BHYT: 2 letters, 13 digits; 10 digits behind a word for it */
	PRIVACY_PHONE,
	PRIVACY_BIRTH,
	PRIVACY_FILE, /* hồ sơ, bệnh án, mã người bệnh */
	PRIVACY_STAMP,
};

enum {
	PRIVACY_DIGITS_MAX = 16, /* of a number that could be one of these */
};

struct privacy_find {
	enum privacy_type type;
	size_t at;       /* where it begins */
	struct str text; /* as it stands there, a part of what was searched */
	/* Of a telephone number, identity card or insurance: its digits alone, a telephone
	 * number with its leading 0 and not +84; with a NUL. */
	char digits[PRIVACY_DIGITS_MAX + 1];
};

/* The first that begins at `from` or behind. Time grows with the length of s. */
bool privacy_find(struct str s, size_t from, struct privacy_find *found);

/* The same for marks of document systems alone ("ntlan2-11/06/2026 09:15:18"), in any
 * bytes. */
bool privacy_find_stamp(struct str s, size_t from, struct privacy_find *found);

/* The digits of a telephone number as people write one ("+84 912.345.678" is
 * 0912345678); an empty text when there are none. */
struct str privacy_phone_digits(struct arena *a, struct str s);

#endif
