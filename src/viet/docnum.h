/*
 * docnum - finds the numbers of documents in any text: 61/2018/NĐ-CP, 37/KH-SYT,
 * 18-NQ/TW, TCVN 6909:2001, the codes of procedures and of birth certificates.
 *
 * The grammar, in NFC; a hyphen is any of - U+2010 to U+2013 U+2212, the Icelandic eth
 * stands for Đ, and up to two spaces (no-break ones too) may stand beside / and -:
 *
 *	state     number "/" [year "/"] symbol          61/2018/NĐ-CP  30c/NQ-CP
 *	party     number "-" type "/" level             18-NQ/TW  05-CT/TU
 *	number    1*5DIGIT ["." 1*3DIGIT] ["a" to "e" or "đ"]
 *	symbol    group *3("-" group)                   NĐ-CP  QĐ-UBND-HC
 *	group     CAPITAL *LETTER [1*3DIGIT] ...        QyĐ  QH15  K2ĐT
 *	standard  TCVN, QCVN, TCCS, ISO or ISO/IEC, a number, [":" year] ["/" LETTERS]
 *	procedure 1.002421 [".000.00.00.H12"]
 *	birth     02020.GCS.12096.25
 *
 * Dates, ratios, money, blood pressure and room numbers look much like that, so in a
 * running text a state number's symbol must look like one, too: it begins with the
 * abbreviation of a type of document (QĐ, TTr), or has several groups in capitals
 * (SYT-NVY), or is one that stands alone by custom (CP, QH15), or follows the name of a
 * type. "Mẫu số 01/QĐ-A" is the number of a form and no document.
 *
 * Time is linear in the text: from each sign that may be part of a number, no more than
 * a few dozen bytes are looked at, and never the same ones twice but for bounded looks
 * backwards.
 */
#ifndef CCHC_VIET_DOCNUM_H
#define CCHC_VIET_DOCNUM_H

#include "base/date.h"

enum docnum_form {
	DOCNUM_STATE,
	DOCNUM_PARTY,
	DOCNUM_STANDARD,
	DOCNUM_PROCEDURE,
	DOCNUM_BIRTH,
	DOCNUM_SUSPICIOUS, /* "705 1/KH-UBND": a space within the number */
	DOCNUM_EMPTY,      /* "Số: /KH-YTST": the number was never filled in */
};

struct docnum {
	enum docnum_form form;
	size_t from, to;   /* the number itself, in bytes of the text */
	size_t start, end; /* with its type in front, and date and issuer behind */
	struct str number; /* "61", "30c"; all of it for procedures and births */
	struct str year;   /* of the number itself; empty without one */
	struct str symbol; /* as it should be written: "KH-SYT", "NQ/TW", "TCVN" */
	const char *type;  /* "Nghị định", when that stands in front, or NULL */
	struct date date;  /* "ngày 23/4/2018", "ngày 24 tháng 6 năm 2026" behind it */
	size_t date_at;    /* where that date's digits begin */
	struct str issuer; /* "của Chính phủ" behind it, as far as a name goes */
};

enum {
	DOCNUM_ISSUER_MAX = 160, /* bytes of an issuer's name; what is longer is none */
};

/* The first number that begins at or behind `from`; false when there is none. What it
 * points to lives in a, or in text. */
bool docnum_find(struct arena *a, struct str text, size_t from, struct docnum *found);

/* A whole string as a number, spaces allowed as above; any symbol of the grammar will
 * do. False when it is none, or a suspicious or empty one. */
bool docnum_parse(struct arena *a, struct str s, struct docnum *number);

/* Is it a number exactly as it should be written: state, party or standard? */
bool docnum_is_valid(struct str s);

/* As it should be written: "37/KH-SYT", "TCVN 6909:2001". */
struct str docnum_written(struct arena *a, const struct docnum *n);

/* Equal for two spellings of one number: zeros in front of it, capitals, hyphens and
 * the marks of đ do not count (02/KH-SYT is 2/KH-SYT, 42/2022/NĐCP is 42/2022/NĐ-CP,
 * 18/NQ-TW is 18-NQ/TW). Numbers without a year are given anew each year and by each
 * issuer: date and issuer tell those apart. */
struct str docnum_key(struct arena *a, const struct docnum *n);

#endif
