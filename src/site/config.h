/*
 * config - site.yaml: what a hospital sets for its section.
 */
#ifndef CCHC_SITE_CONFIG_H
#define CCHC_SITE_CONFIG_H

#include "kinds/broadcast.h"
#include "kinds/rule.h"
#include "site/subordinates.h"
#include "site/targets.h"
#include "site/theme.h"

enum organisation_type { /* loai */
	ORGANISATION_HOSPITAL,
	ORGANISATION_AGENCY,
};

struct organisation {    /* don_vi */
	struct str code; /* by which its superior knows it */
	int type;        /* enum organisation_type; -1 when not written: a hospital */
	struct str name, superior, address, phone, hotline, email, hours, website;
};

struct section_setting { /* chuyen_muc */
	struct str code, name, kind, folder, path, about;
};

struct menu_item { /* thuc_don, and what is below an entry (gom) */
	struct str name, to;
	struct list below; /* struct menu_item, without further ones */
};

/* gop_y: where visitors say what they think of a page. There is no server of ours, so
 * these are addresses of others; {trang}, {phien-ban} and {muc} in them become the page's
 * address, its version and the chosen level. */
struct feedback {
	struct str rating, report; /* danh_gia, bao_sai */
	struct str email, phone;
};

struct channel { /* kenh */
	struct str code, name, url;
};

struct outside_setting {  /* lien_ket_ngoai */
	struct list skip; /* struct str: beginnings of addresses, or hosts */
	int64_t seconds;
};

struct config {
	struct source source; /* site.yaml */
	struct str name, about;
	struct str domain; /* "https://benhvien.example.vn": no '/' at the end */
	struct str base;   /* "/cai-cach-hanh-chinh/": '/' on both ends */
	/* What short addresses begin with, from the web root: "/t/" */
	struct str short_base;
	struct str language;
	const struct organisation *organisation;
	struct str responsible, licence, licence_url;
	bool share_pictures; /* anh_chia_se: each page has a picture for when it is shared */
	bool offline;        /* ngoai_tuyen: true when not written */
	bool sample;         /* du_lieu_mau: every page says that nothing here is real */
	struct str logo;     /* a file of assets/ */
	const struct theme *theme;
	const struct feedback *feedback; /* NULL: mail and phone of the institution */
	struct list featured;            /* struct str: codes of procedures (noi_bat) */
	struct list english;             /* struct str: the same, of tieng_anh */
	int64_t page_size;
	struct list sections;      /* struct section_setting */
	struct list menu, tools;   /* struct menu_item: thuc_don, tien_ich */
	struct list channels;      /* struct channel */
	struct list service_hosts; /* struct str */
	struct list same;          /* struct str: "cccd = căn cước", for the search */
	const struct loudspeaker *loudspeaker;
	const struct limits *limits;
	struct list targets;      /* struct target */
	struct list subordinates; /* struct subordinate */
	const struct outside_setting *outside;
	const struct value *written; /* the file as a value, for places */
};

enum {
	PAGE_SIZE_USUAL = 20,
	PAGE_SIZE_MAX = 200,
	FEATURED_MAX = 12,  /* more are a list, which the section has */
	ENGLISH_MAX = 24,   /* "key procedures": all others are in Vietnamese */
	SAME_MAX = 500,     /* rows of words that mean the same */
	SECTIONS_MAX = 100, /* each is compared with each */
	OUTSIDE_SECONDS_MAX = 120,
};

extern const struct schema config_schema;

/* Where the i-th item of a list of site.yaml was written, for places. */
const struct value *config_item(const struct config *c, const char *key, size_t i);

/* The i-th entry of a menu as written; a list of one may be written without its dash. */
const struct value *menu_item_written(const struct value *list, size_t i);

/* The channel of that code, or NULL. */
const struct channel *config_channel(const struct config *c, struct str code);

/* Read and check site.yaml in the working folder. NULL when something was wrong. */
struct config *config_read(struct arena *a, struct diag *d) MUST_USE;

#endif
