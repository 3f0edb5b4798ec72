/*
 * file_facts - what a file really is, whatever its name says: its type, its size in
 * pixels, a hash, and what it tells of people.
 *
 * Pictures (PNG, JPEG, GIF, WebP), SVG and PDF are looked through, other sorts are told
 * by how they begin. Nothing is decoded or unpacked, so a hostile file can do no more
 * than be called broken: each step goes forward, and no length in a file is believed
 * before it has been compared with what is there. What is packed inside a PDF is not
 * seen; has_packed_parts says so.
 *
 * SVG is judged by what is known to be harmless, not by what is known to be bad: an
 * element, an attribute or a reference that we do not know counts as something that
 * runs or that fetches from elsewhere.
 */
#ifndef CCHC_DATA_FILE_FACTS_H
#define CCHC_DATA_FILE_FACTS_H

#include "base/diag.h"

enum file_type {
	FILE_UNKNOWN, /* nothing that we know by its bytes */
	FILE_PNG,
	FILE_JPEG,
	FILE_GIF,
	FILE_WEBP,
	FILE_SVG,
	FILE_PDF,
	FILE_MP4, /* and M4A */
	FILE_WEBM,
	FILE_OGG,
	FILE_MP3,
	FILE_WAV,
	FILE_ZIP,   /* and DOCX, XLSX, PPTX, ODT, ODS, ODP */
	FILE_OLE,   /* DOC, XLS, PPT */
	FILE_PLAIN, /* text: TXT, CSV, VTT */
};

enum {
	/* Bytes of a picture, SVG or PDF that is looked through. */
	FACTS_WHOLE_MAX = 32 * 1024 * 1024,
	FACTS_HEAD = 64 * 1024, /* bytes of a larger file that tell its type */
	FACTS_SIDE_MAX = 65535, /* pixels */
};

struct file_facts {
	enum file_type type;
	uint64_t bytes;
	struct str sha256;
	uint32_t width, height; /* pixels; 0: not known (an SVG may have no size) */
	uint32_t orientation;   /* Exif: 1 to 8, how a JPEG is turned; 0: it does not say */
	bool broken;            /* it begins as its type does, and goes on otherwise */
	bool too_large;         /* to be looked through */
	bool has_place;         /* a picture says where it was taken */
	bool has_packed_parts;  /* of a PDF: not all of it could be looked at */
	/* Of an SVG or PDF: what it would run or fetch, as it stands there; empty: nothing. */
	struct str active;
	uint32_t active_line; /* of an SVG */
	/* Of a PDF: whom it names as its author, and a mark that a document system left
	 * with somebody's user name. */
	struct str person, stamp;
};

/* False, and reported, when the machine cannot read the file. What is returned lives
 * in a. */
bool file_facts_read(struct arena *a, struct arena *scratch, struct str path,
		     struct file_facts *facts, struct diag *d) MUST_USE;

/* The same of bytes in memory, without their hash. */
void file_facts_look(struct arena *a, struct str bytes, struct file_facts *facts);

/* "PNG", "MP4"; "" of FILE_UNKNOWN. */
const char *file_type_name(enum file_type type);
/* "image/png": what a server says of a file of that name; "" of a name that we do not
 * know. */
const char *file_mime(struct str path);

/* Is a file of that name what its name says? True for names that we do not know. */
bool file_type_fits(enum file_type type, struct str path);

bool file_type_is_picture(enum file_type type); /* what an <img> shows */

#endif
