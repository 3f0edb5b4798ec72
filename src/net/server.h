/*
 * server - a place that holds the site, as what can be done there.
 *
 * A job is one such thing, as plain data. run() does several, as many at a time as the
 * target allows, tries again what may be tried again, and tells of each as it is done.
 * A job that fails stops those behind it: those that have begun come to their end.
 *
 * What is put is whole under its name or not there: it is sent under another name in the
 * state folder and renamed, or the server does that by itself. (SFTP: the old file goes
 * one step before the new one comes, as libssh2 cannot rename over a file.)
 */
#ifndef CCHC_NET_SERVER_H
#define CCHC_NET_SERVER_H

#include "net/changes.h"

enum job_kind {
	JOB_GET,        /* text: what the file holds */
	JOB_CHECK,      /* found: the SHA-256 of what the file holds */
	JOB_LIST,       /* listing: what the folder holds */
	JOB_PROBE,      /* able: what the server can do, tried with two files in our folder */
	JOB_PUT,        /* the object's bytes, or text */
	JOB_REMOVE,     /* a file that is not there is removed */
	JOB_REMOVE_DIR, /* if it is empty */
	JOB_LOCK,       /* text: our lock; afterwards that of whoever has it */
	JOB_UNLOCK,     /* also another one's lock */
};

enum job_state {
	JOB_TODO,
	JOB_DONE,
	JOB_ABSENT, /* JOB_GET, JOB_CHECK: no such file; JOB_LIST: no folder that can be listed */
};

/* What a folder holds, as the server tells it. */
struct listed {
	struct str path; /* below the web root */
	uint64_t bytes;
	bool has_bytes; /* it was said how many */
	bool is_dir;
};

struct listing {
	struct listed *items;
	size_t n, cap;
};

/* What a server can do. What it cannot costs more steps, or a guarantee. */
struct abilities {
	bool replaces;  /* a file comes into the place of another one in one step */
	bool excludes;  /* of two that take the lock in the same moment one is refused */
	bool sizes;     /* FTP: it tells how long a file is */
	bool redirects; /* S3: an object may lead to another address */
	bool links;     /* a folder: whole releases can be switched */
};

struct job {
	enum job_kind kind;
	enum job_state state;
	struct str path;   /* below the web root, without '/' before it */
	struct str object; /* JOB_PUT: the local file with the bytes; empty: text */
	struct str text;
	struct str hash; /* JOB_PUT: SHA-256 of what is sent */
	uint64_t bytes;
	struct str redirect;    /* JOB_PUT: the URL that this old address leads to */
	bool is_new;            /* JOB_PUT: nothing stands there as far as we know */
	bool doubts_folders;    /* JOB_PUT: one that was known to be there is not */
	struct str found;       /* JOB_CHECK: empty when it cannot be told */
	struct abilities able;  /* JOB_PROBE */
	struct listing listing; /* what lies in its folders may be told too (S3, file) */
};

struct server {
	struct arena *arena; /* as long as the server is used */
	const struct target *target;
	struct str state; /* our folder below the web root: "cai-cach-hanh-chinh/.cchc" */
	struct str id;    /* of this working copy: in the name of what is ours alone */
	struct diag *diag;
	struct abilities able;
	bool forgets;       /* old releases hold what has been withdrawn: none is kept */
	struct map folders; /* below the web root: those that are known to be there */
	/* Told again and again while files are sent: bytes of those that are under way. May be
	 * NULL. */
	void (*moved)(uint64_t bytes);
	/* Shall this key of an SSH server that is not known be trusted from now on? May be
	 * NULL: no. */
	bool (*trust)(struct str host, struct str fingerprint);
	const struct server_kind *kind;
	void *data; /* the kind's own */
};

/* Called after each job that is done. */
typedef void job_done_fn(void *context, const struct job *job);

struct server_kind {
	bool has_parts; /* it leaves parts when it is interrupted */
	bool (*open)(struct server *s);
	bool (*run)(struct server *s, struct job *jobs, size_t n, job_done_fn *done,
		    void *context);
	void (*close)(struct server *s);
	/* Make the server hold all files of c->after in one step; NULL where that cannot be.
	 * Old releases stay, as many as the target wants. */
	bool (*replace)(struct server *s, const struct changes *c, struct str manifest);
};

/* Does the target want whole releases? */
bool server_replaces(const struct server *s);

/* All folders above this path are there. */
void server_know_folders(struct server *s, struct str path);

bool server_open(struct server *s) MUST_USE;
void server_close(struct server *s);

/* done may be NULL. False, and reported, when one could not be done. */
bool server_run(struct server *s, struct job *jobs, size_t n, job_done_fn *done,
		void *context) MUST_USE;

void listing_add(struct arena *a, struct listing *l, struct listed item);

/* One file of our state folder: its text, or is_there false. */
#define MANIFEST_FILE "manifest"
#define PENDING_FILE "pending"
bool server_get_state(struct server *s, const char *name, struct str *text,
		      bool *is_there) MUST_USE;
bool server_put_state(struct server *s, const char *name, struct str text) MUST_USE;
bool server_remove_state(struct server *s, const char *name) MUST_USE;

/* Where a put's bytes lie until they are whole; below the web root. The name has the hash
 * of what belongs to the site in it: two publishes at once, as when a lock was broken, don't
 * write into each other's. */
struct str server_part(struct arena *a, const struct server *s, const struct job *job);

/* The two files of JOB_PROBE, 1 and 2. */
struct str server_probe_file(struct arena *a, const struct server *s, unsigned number);

/* The folder of the lock, and the one that becomes it by a rename. */
struct str server_lock_dir(struct arena *a, const struct server *s);
struct str server_lock_beside(struct arena *a, const struct server *s);
#define LOCK_FILE "owner"

extern const struct server_kind local_server, network_server, object_server;

#endif
