/*
 * person - does a text name a private person? A family name with the names behind it
 * ("Nguyễn Thị Mẫu"), or two names behind a form of address ("bà Nguyễn Mẫu").
 *
 * A guess for findings that ask an author to look again: places and institutions that
 * bear a person's name are let be ("đường Lê Văn Mẫu", "Bệnh viện Nguyễn Tri Phương"),
 * as is "bà N.". What is not written in capitals is not found.
 */
#ifndef CCHC_VIET_PERSON_H
#define CCHC_VIET_PERSON_H

#include "base/str.h"

/* The first one, as written, in *found, which points into text. False without one. text
 * is NFC. */
bool viet_find_person(struct str text, struct str *found);

#endif
