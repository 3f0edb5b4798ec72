/*
 * webvtt - is a text a WebVTT file, the subtitles of a video, that browsers will read?
 *
 * Looked at: the first line, the times of each cue, that none ends before it begins or
 * begins before the one above it, and that each says something. Blocks NOTE, STYLE and
 * REGION are passed over.
 */
#ifndef CCHC_TEXT_WEBVTT_H
#define CCHC_TEXT_WEBVTT_H

#include "base/str.h"

enum webvtt_mistake {
	WEBVTT_GOOD,
	WEBVTT_NO_HEAD, /* the first line is not WEBVTT */
	WEBVTT_BAD_TIME,
	WEBVTT_ENDS_FIRST,
	WEBVTT_BEGINS_EARLIER,
	WEBVTT_EMPTY_CUE,
	WEBVTT_NO_CUES,
};

/* The first mistake and its line, from 1. Lines end with LF or CR LF. */
enum webvtt_mistake webvtt_check(struct str text, uint32_t *line);

#endif
