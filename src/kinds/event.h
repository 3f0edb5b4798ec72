/*
 * event - sự kiện: a training, a meeting, a dialogue, with its time, place and minutes.
 */
#ifndef CCHC_KINDS_EVENT_H
#define CCHC_KINDS_EVENT_H

#include "kinds/common.h"

enum event_type { /* kieu */
	EVENT_TRAINING,
	EVENT_CONFERENCE,
	EVENT_TALK,
	EVENT_DIALOGUE,
	EVENT_PATIENT_COUNCIL,
	EVENT_INSPECTION,
	EVENT_PERFORMANCE,
};

enum event_state { /* of a day, never written */
	EVENT_TO_COME,
	EVENT_RUNNING,
	EVENT_OVER,
};

enum event_form { /* hinh_thuc */
	EVENT_ON_SITE,
	EVENT_ONLINE,
	EVENT_BOTH,
};

struct event_paper { /* tai_lieu: a file here, or an address elsewhere */
	struct str title;
	struct file_ref file;
	struct str url;
};

struct event {
	struct common common;
	int type;                 /* enum event_type */
	struct date begins, ends; /* with their times; ends may be missing */
	int form;                 /* enum event_form; -1 when not written */
	struct str place;
	int64_t people; /* -1 when not written */
	struct marked_text program;
	struct list papers; /* struct event_paper */
	struct marked_text minutes;
};

extern const struct kind event_kind;

/* One without an end is over with its day. */
enum event_state event_state(const struct event *x, struct date now);

#endif
