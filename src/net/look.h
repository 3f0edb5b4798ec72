/*
 * look - find out what is on a server where no list of ours tells it, or where that list
 * may be wrong: folders are listed, and files that may be the ones that are wanted are
 * read. Nothing there changes.
 */
#ifndef CCHC_NET_LOOK_H
#define CCHC_NET_LOOK_H

#include "net/server.h"

/* Without a manifest: which of the release's files are there already goes to there->found,
 * and how many others there->strange. */
bool look_through(struct server *s, const struct release *now, struct there *there) MUST_USE;

/* Of the paths that an interrupted publish may have touched, those that nobody knows. */
bool look_again(struct server *s, const struct release *now, struct there *there) MUST_USE;

#endif
