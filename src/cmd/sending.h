/*
 * sending - how far a publish has come: on a terminal a line with a bar, files, bytes, speed
 * and the time that is left; for programs an event a second.
 */
#ifndef CCHC_CMD_SENDING_H
#define CCHC_CMD_SENDING_H

#include "base/base.h"

enum sending_how {
	SENDING_SILENT,
	SENDING_BAR,
	SENDING_EVENTS,
};

void sending_start(enum sending_how how, size_t files, uint64_t bytes);
void sending_done(uint64_t bytes);  /* one more file is there */
void sending_moved(uint64_t bytes); /* so much of those under way has left */
void sending_stop(void);

#endif
