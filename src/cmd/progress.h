/*
 * progress - one line on a terminal that says what a long build is doing. It appears
 * after half a second and is wiped away at the end. Without progress_start() all
 * calls do nothing.
 */
#ifndef CCHC_CMD_PROGRESS_H
#define CCHC_CMD_PROGRESS_H

#include "base/jobs.h"

void progress_start(struct crew *crew);
void progress_step(const char *what);
void progress_waiting(void); /* for another build: said on a terminal or not */
void progress_stop(void);

#endif
