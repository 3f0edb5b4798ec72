/*
 * targets - where the site is published to: `dich` in site.yaml.
 *
 * Secrets have no place there: a key that looks like one, and an address with a password
 * in it, are refused without being shown.
 */
#ifndef CCHC_SITE_TARGETS_H
#define CCHC_SITE_TARGETS_H

#include "data/schema.h"

enum target_scheme {
	TARGET_FILE, /* a folder or a mount */
	TARGET_SFTP,
	TARGET_FTPS, /* FTP with TLS on both channels: AUTH TLS, or from the start on port 990 */
	TARGET_FTP,  /* without: only with khong_ma_hoa */
	TARGET_DAVS, /* WebDAV over HTTPS */
	TARGET_DAV,  /* over HTTP: only with khong_ma_hoa */
	TARGET_S3,
};

enum {
	TARGETS_MAX = 20,
	TARGET_CONNECTIONS_USUAL = 8,
	TARGET_CONNECTIONS_MAX = 32,
	TARGET_TIMEOUT_USUAL = 60, /* seconds */
	TARGET_TIMEOUT_MAX = 600,
	TARGET_RELEASES_MAX = 100,
};

enum target_style { /* of an S3 address, as in kieu_dia_chi */
	TARGET_STYLE_PATH,
	TARGET_STYLE_HOST,
};

struct target {
	struct str code, address;
	struct str user, key, secret_file, known_hosts, authority, proxy;
	struct str endpoint, region; /* S3 */
	struct str public_url;       /* where visitors find the web root; no '/' at its end */
	bool gzip;                   /* S3: texts are kept compressed */
	int64_t connections, rate /* kilobytes a second */, timeout, releases;
	int style; /* enum target_style */
	bool ipv4, unencrypted;
	/* taken from the address */
	enum target_scheme scheme;
	struct str host; /* with its port; of S3 the bucket */
	struct str path; /* "/var/www", "" for the root; of S3 the prefix; no '/' at its end */
};

extern const struct schema target_schema;

struct config;

/* Before site.yaml is loaded: nothing in it looks like a password. */
bool targets_check_secrets(const struct value *site_yaml, struct diag *d) MUST_USE;

/* After it was loaded: each target's address, and what its scheme needs. */
bool targets_check(struct config *c, struct diag *d) MUST_USE;

/* The target of that code; the first one, or the folder xuat-ban beside site.yaml when
 * there is none, for an empty code. NULL, and reported, when there is none of it. */
const struct target *target_find(struct arena *a, const struct config *c, struct str code,
				 struct diag *d);

#endif
