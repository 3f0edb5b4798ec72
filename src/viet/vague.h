/*
 * vague - words that say nothing to somebody who hears them alone: a list of a page's links
 * read aloud ("tại đây", "xem thêm"), the description of a picture ("ảnh", "IMG_2031.jpg").
 */
#ifndef CCHC_VIET_VAGUE_H
#define CCHC_VIET_VAGUE_H

#include "base/str.h"

/* Does a link's text not say where it goes? Also in English, and what is no word at all. */
bool vague_link(struct arena *scratch, struct str text);

/* Is it what a camera or a folder calls a picture, or a word for any picture? */
bool vague_picture(struct arena *scratch, struct str text);

#endif
