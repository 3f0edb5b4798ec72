/*
 * web - asks addresses of the web, as a visitor's browser would: several at once on one
 * thread, few at a time of one host. Only http:// and https://, behind redirects too. No
 * password, cookie or name of ours goes out with a question.
 *
 * Nothing is asked again by itself: whoever asks knows what a second try is worth.
 */
#ifndef CCHC_NET_WEB_H
#define CCHC_NET_WEB_H

#include "base/str.h"

enum web_wanted {
	WEB_HEAD,   /* status and headers, without the server sending more */
	WEB_STATUS, /* the same of a full question; the body is let go */
	WEB_BODY,
};

enum web_outcome {
	WEB_ANSWERED,    /* look at the status */
	WEB_NO_ADDRESS,  /* it cannot be asked: no http, a password in it, nonsense */
	WEB_NO_HOST,     /* the name is not known */
	WEB_NO_WAY,      /* nobody listens there */
	WEB_CUT,         /* the connection broke, or what came was no HTTP */
	WEB_SILENCE,     /* it took too long */
	WEB_CERTIFICATE, /* not to be trusted; detail says why */
	WEB_TLS,         /* no common ground to speak in secret */
	WEB_TOO_LARGE,
	WEB_LOOP,      /* too many redirects */
	WEB_ELSEWHERE, /* a redirect to what may not be asked */
	WEB_OTHER,
};

struct web_question {
	struct str url;
	enum web_wanted wanted;
	/* The answer. */
	enum web_outcome outcome;
	long status;
	struct str end;     /* where redirects led; the address itself without any */
	bool moved;         /* there were redirects, and each was for good */
	struct str headers; /* of the last answer, as they came, a line each */
	struct str body;    /* of WEB_BODY, unpacked */
	double seconds;     /* that it took */
	struct str detail;  /* what libcurl says, for those who know */
};

struct web_limits {
	size_t at_once, of_one_host; /* connections */
	unsigned seconds;            /* of one question with all its redirects */
	uint64_t bytes;              /* of a body, unpacked */
	unsigned redirects;          /* 0: they are not followed, but answers like others */
	bool only_tls;               /* https:// alone */
	struct str authority; /* a file with certificates to trust; empty: the system's */
	struct str proxy;     /* empty: that of the environment */
};

/* Called after each answer, whose texts live in the arena of web_ask(). True: it has put
 * another question in its place, which is to be asked. */
typedef bool web_answered_fn(void *context, struct arena *a, struct web_question *q);

/* Ask them all, in their order as far as hosts allow it. answered may be NULL. */
void web_ask(struct arena *a, struct web_question *questions, size_t n,
	     const struct web_limits *limits, web_answered_fn *answered, void *context);

/* The value of a header, without regard to case, or an empty text. */
struct str web_header(const struct web_question *q, const char *name);

#endif
