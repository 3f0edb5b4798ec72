/*
 * messages - what cchc says, in the reader's language.
 *
 * A message is written in English where it is raised, _("unknown key \"%s\""),
 * and messages.c has its Vietnamese. gettext is not used: on a machine without
 * a generated vi_VN locale, which is the usual server, it never translates.
 *
 * The language is chosen once, before any thread starts: --lang, else
 * CCHC_LANG, else the first of LC_ALL, LC_MESSAGES, LANG that is set; "vi..."
 * is Vietnamese, all else English.
 */
#ifndef CCHC_BASE_MESSAGES_H
#define CCHC_BASE_MESSAGES_H

#include "base/base.h"

enum language {
	LANGUAGE_ENGLISH,
	LANGUAGE_VIETNAMESE,
};

/* asked: the value of --lang, or NULL when the environment decides. */
enum language language_choose(const char *asked);
void language_set(enum language language);

/* The message in the chosen language; english itself when there is no row. */
const char *_(const char *english) __attribute__((format_arg(1)));

/* Its Vietnamese whatever the language: for files that staff read. */
const char *message_vi(const char *english) __attribute__((format_arg(1)));

/* Marks a string in a static table for _() later; says nothing by itself. */
#define N_(english) english

/* All rows, for the test that compares conversions: {english, vietnamese}. */
struct message {
	const char *english, *vietnamese;
};
extern const struct message messages[];
extern const size_t messages_count;

#endif
