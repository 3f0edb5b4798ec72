/*
 * file_facts_parts - private to file_facts*.c: one reader a sort of file. Each is given
 * all bytes of a file that begins as its sort does.
 */
#ifndef CCHC_DATA_FILE_FACTS_PARTS_H
#define CCHC_DATA_FILE_FACTS_PARTS_H

#include "data/file_facts.h"

/* The number of n bytes at `at`, most significant first, or last; 0 beyond the end. */
uint32_t facts_big(struct str s, size_t at, size_t n);
uint32_t facts_little(struct str s, size_t at, size_t n);

void facts_look_png(struct str s, struct file_facts *facts);
void facts_look_jpeg(struct str s, struct file_facts *facts);
void facts_look_gif(struct str s, struct file_facts *facts);
void facts_look_webp(struct str s, struct file_facts *facts);
/* Does a picture of any sort say where it was taken? */
bool facts_has_place(struct str s);

/* Does a text begin as an SVG does, behind comments and declarations? */
bool facts_is_svg(struct str s);
void facts_look_svg(struct arena *a, struct str s, struct file_facts *facts);

void facts_look_pdf(struct arena *a, struct str s, struct file_facts *facts);

#endif
