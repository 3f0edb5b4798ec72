/*
 * media - sản phẩm truyền thông: pictures, videos, sound, leaflets, posters, forms.
 *
 * A picture that shows people is published only with their consent: media_gate()
 * decides, and nothing else does. What it withholds is in no page, list, feed or copy;
 * why is told as a warning and never as an error, because an error would leave the old
 * site standing, and the picture on it.
 */
#ifndef CCHC_KINDS_MEDIA_H
#define CCHC_KINDS_MEDIA_H

#include "data/file_facts.h"
#include "kinds/common.h"

enum media_type { /* loai_media */
	MEDIA_PICTURE,
	MEDIA_VIDEO,
	MEDIA_AUDIO,
	MEDIA_INFOGRAPHIC,
	MEDIA_LEAFLET, /* tờ hướng dẫn */
	MEDIA_FLYER,   /* tờ rơi */
	MEDIA_BANNER,  /* pa-nô */
	MEDIA_POSTER,  /* áp phích */
	MEDIA_OBJECT,  /* vật dụng */
	MEDIA_FORM,    /* biểu mẫu */
	MEDIA_BROADCAST,
	MEDIA_SLIDES,
};

struct media_file { /* tep */
	struct file_ref file;
	struct str mime, sha256;      /* as written; what it is stands in file.facts */
	int64_t bytes, width, height; /* -1 when not written */
	int64_t seconds;              /* thoi_luong */
};

enum consent_type {
	CONSENT_PERSON,   /* nguoi-trong-anh */
	CONSENT_GUARDIAN, /* nguoi-giam-ho */
	CONSENT_CHILD,    /* tre-tu-7-tuoi */
};

enum consent_scope {
	SCOPE_WEBSITE,
	SCOPE_SOCIAL,
	SCOPE_PRINT,
};

struct consent { /* dong_thuan */
	int type;
	struct str paper; /* so_phieu: a number, never a name */
	struct date on, until, withdrawn;
	struct list scopes; /* int */
	struct pos pos;     /* of so_phieu */
};

struct print_run { /* in_an */
	struct date on;
	int64_t copies;
	struct str given_to;
};

struct media {
	struct common common;
	int type;
	struct list files;  /* struct media_file */
	struct str outside; /* url_ngoai */
	int64_t seconds;
	struct str alt, caption, author, licence;
	struct marked_text transcript, text; /* loi_thoai, mo_ta_day_du */
	struct file_ref subtitles;
	bool has_people, has_children, has_patients;
	bool at_public_event;      /* a crowd there, nobody singled out */
	bool children_under_seven; /* all of them: their guardians alone decide */
	struct list consents;      /* struct consent */
	struct str paper_size, sheets;
	struct list runs; /* struct print_run */
	struct str qr;
	struct str language;
};

enum media_gate {
	MEDIA_MAY_SHOW,
	MEDIA_NO_CONSENT,
	MEDIA_NO_GUARDIAN, /* a child, and nobody has agreed for it */
	MEDIA_NO_CHILD,    /* a child of seven or more has not agreed itself */
	MEDIA_TAKEN_BACK,  /* a consent has been withdrawn */
	MEDIA_EXPIRED,
	MEDIA_NOT_YET,   /* the consent is of a day to come */
	MEDIA_ELSEWHERE, /* there is consent, but none for a web site */
};

/* May it be shown on the web site on that day? A consent for the web site that was
 * withdrawn or has ended withholds it, whatever others say: it is of another person, or
 * it was renewed and the record does not say so. *which is the consent that decided, or
 * NULL. */
enum media_gate media_gate(const struct media *m, struct date today,
			   const struct consent **which);

/* What the site finds where something of the library is used: it is left out there; a
 * picture that is not in the library. */
extern const struct rule media_left_out, media_unrecorded, media_active;

/* What is wrong with a file that is to be published, whoever names it: it can run
 * something, says where a picture was taken, names its author, bears a mark. author: who
 * may be named. Each is told with its rule; texts live in a. */
typedef void media_tell_fn(void *context, const struct rule *rule, struct str text);
void media_judge_file(const struct file_facts *facts, struct str name, struct str author,
		      media_tell_fn *tell, void *context, struct arena *a);

extern const struct kind media_kind;

#endif
