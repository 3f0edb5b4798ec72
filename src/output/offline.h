/*
 * offline - the copy that a visitor's device keeps, so that procedures, contacts and search
 * work without a network.
 *
 *   ngoai-tuyen.js               the service worker: it names the list by its sum
 *   ngoai-tuyen/danh-sach.json   [[address below the base, sum], ...] of each file of the copy
 *   ngoai-tuyen/                 the page that stands where a page is not in the copy
 *   tim-kiem/ngoai-tuyen.json    the search over the copy alone (search.h)
 *
 * A worker takes a copy as a whole or not at all, and each file only with the bytes whose
 * sum the list has: a site that is half published gives no copy. The list's own sum is the
 * copy's version: it changes when one of the files does, and with nothing else.
 *
 * In the copy are the home page, contacts, procedures that are in force, the ways to both,
 * and the styles, scripts and drawings that these pages name; no photographs and no files
 * to load down. Where site.yaml wants none (ngoai_tuyen: false), the worker is one that
 * removes itself and what earlier ones kept.
 */
#ifndef CCHC_OUTPUT_OFFLINE_H
#define CCHC_OUTPUT_OFFLINE_H

#include "site/site.h"

enum {
	OFFLINE_PROCEDURES_MAX = 100,
	/* Of all files, unpacked; a quarter of it goes over the network. What is too much is
	 * left out from the last procedure on. */
	OFFLINE_BYTES_MAX = 4 * 1024 * 1024,
};

#define OFFLINE_URL "ngoai-tuyen/"
#define OFFLINE_LIST OFFLINE_URL "danh-sach.json"
#define OFFLINE_WORKER "ngoai-tuyen.js"

struct output;
struct outputs;
struct viewing;

/* Of an output that is to be in the copy. */
struct offline_file {
	uint32_t rank;      /* 0, or of a procedure its place among them, from 1 */
	struct str sum;     /* SHA-256, as HTML's integrity has it, without its "sha256-" */
	struct str *assets; /* of a page: the addresses below the base of those it names */
	size_t n_assets;
	bool is_left_out; /* there was no room for it */
};

struct offline {
	bool is_on;
	struct page_list procedures; /* the first ones are wanted most */
	struct page_list contacts;
	struct map ranks;  /* of both, by address: to struct offline_file, for its rank */
	size_t n_in_force; /* procedures that the site has */

	/* once all other outputs are rendered */
	struct str list, version, sum;
};

/* What will be in it. */
struct offline *offline_choose(struct arena *a, const struct site *s);

bool offline_has(const struct offline *o, const struct page *p);
/* Its list, and in the search its front. */
bool offline_has_section(const struct section *section);

/* Give the outputs that are in the copy their offline_file. */
void offline_mark(struct arena *a, const struct offline *o, struct outputs *all);

/* The bytes of such an output, by any thread. keep: lives as long as the build. */
void offline_note(struct arena *keep, const struct site *s, struct output *o, struct str bytes);

/* When all outputs but those of the copy itself have been rendered: leave out what is too
 * much, and say so. */
void offline_settle(const struct site *s, struct outputs *all, struct diag *d);

/* When its page has been rendered too: the list. */
void offline_list(struct arena *a, struct outputs *all);

/* {phien_ban, danh_sach, tong_kiem} for the worker, {thu_tuc, lien_he, chuyen_muc} for the
 * page: below "ban_luu". */
void view_set_offline(struct viewing *w, struct value *v);

#endif
