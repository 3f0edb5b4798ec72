/*
 * talk - what is said to a server to get one job done, without a network: a scheme turns
 * a job, and each answer of the server, into the next request. transfer.h runs it.
 *
 * A talk may be begun again at any point: after a cut nobody knows what the server still
 * did. So its steps must come out right when some of them have been done before.
 */
#ifndef CCHC_NET_TALK_H
#define CCHC_NET_TALK_H

#include "net/trouble.h"

struct strs {
	struct str *items;
	size_t n, cap;
};

/* One exchange. */
struct request {
	const char *method; /* of HTTP; NULL: an upload, a download or commands alone */
	struct str url;
	struct strs headers;       /* of HTTP */
	struct strs before, after; /* commands of SFTP and FTP; '*' before one: it may fail */
	bool upload;               /* send text, or the object's bytes when text.p is NULL */
	struct str text;
	bool is_command;  /* nothing but `before` */
	const char *list; /* of FTP: the command that lists the folder */
	bool sum;         /* of what comes, only the SHA-256 is wanted */
	uint64_t size;    /* what FTP's SIZE in `before` must answer */
	bool sign;        /* with the keys of S3 */
};

enum answer {
	ANSWER_GOOD,   /* of HTTP: look at status */
	ANSWER_ABSENT, /* SFTP, FTP: no such file */
	ANSWER_NO,     /* SFTP, FTP: a command or an upload was refused */
};

struct response {
	enum answer answer;
	long status; /* of HTTP */
	struct str body;
	struct str sum;     /* when that was asked for */
	struct str headers; /* of HTTP: the last answer's lines */
};

enum talk_next {
	TALK_SEND,  /* the request */
	TALK_DONE,  /* the job is done; job->state and job->text say how */
	TALK_AGAIN, /* a step was lost on the way: from the beginning */
	TALK_STUCK, /* the last response cannot be dealt with */
};

struct talk {
	struct arena *arena; /* as long as the talk */
	const struct server *server;
	struct job *job;
	unsigned step; /* 0: nothing has been said yet */
	struct request request;
	struct response response;
	/* TALK_STUCK: where the talk knows it better than the answer; and of an answer that
	 * cannot be read what is wrong with it, for those who know */
	enum trouble trouble;
	struct str wrong;
	/* the talk's own */
	struct str there; /* of a lock: what stands in it */
	/* WebDAV: the folders that are to be made first, and how many have been */
	struct strs folders;
	size_t made;
	struct str token; /* S3: where a listing goes on */
};

typedef enum talk_next talk_fn(struct talk *t);

talk_fn commands_talk, dav_talk, s3_talk;

/* What the schemes share. */
void strs_add(struct arena *a, struct strs *list, struct str s);

/* The folders above a path that have to be made before a file can come there, the highest
 * first: for a file of our own folder all of them, for others those that are not there. */
struct strs talk_folders(struct talk *t);

/* "%20" for what may not stand in a URL's path; '/' stays. */
struct str url_escape(struct arena *a, struct str path);

/* The URL of a path below the web root. */
struct str talk_url(struct talk *t, struct str path);
/* The path as the server's commands name it. */
struct str talk_path(struct talk *t, struct str path);

/* A header for the request. */
void talk_add_header(struct talk *t, const char *name, struct str value);
/* The value of a header of the last answer; empty when it has none. */
struct str talk_header(const struct talk *t, const char *name);

/* Must the old file go before the new one comes? */
bool talk_must_make_room(const struct talk *t);

/* Note a thing that lies in the job's folder. */
void talk_list(struct talk *t, struct str name, const struct listed *about);

/* Is the lock that t->there tells of the one that the job wants to take? */
bool talk_has_lock(const struct talk *t);

#endif
