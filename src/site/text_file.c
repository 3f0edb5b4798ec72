#include "site/text_file.h"

#include "base/file.h"
#include "base/utf8.h"
#include "viet/fold.h"

struct pos text_place(const struct source *s, struct str text, size_t offset)
{
	struct pos at = {s, 1, 1};

	for (size_t i = 0; i < offset && i < text.n; i++) {
		at.col++;
		if (text.p[i] == '\n') {
			at.line++;
			at.col = 1;
		}
	}
	return at;
}

bool text_file_show(struct arena *a, const struct source *s, struct str *text, struct diag *d)
{
	bool control;

	if (!file_read(a, s->path, TEXT_FILE_MAX, text, d))
		return false;
	if (utf8_find_bad_text(*text, &control) >= text->n)
		*text = viet_normalize(a, *text);
	return true;
}

static bool looks_like_utf16(struct str text)
{
	return str_starts(text, STR("\xff\xfe")) || str_starts(text, STR("\xfe\xff"));
}

static bool check_text(const struct source *s, struct str text, struct diag *d)
{
	bool control;
	size_t bad = utf8_find_bad_text(text, &control);
	struct pos at;

	if (bad >= text.n)
		return true;
	at = text_place(s, text, bad);
	if (looks_like_utf16(text))
		return diag_error(d, (struct pos){.source = s},
				  _("the file is in UTF-16; save it again as UTF-8"));
	if (control)
		return diag_error(d, at,
				  _("a control character (byte %02X) stands here; "
				    "delete it"),
				  (unsigned char)text.p[bad]);
	return diag_error(d, at,
			  _("this is not UTF-8 (byte %02X): the file is in an old "
			    "encoding such as TCVN3, VNI or Windows-1258; save it again "
			    "as UTF-8"),
			  (unsigned char)text.p[bad]);
}

static void normalize(struct arena *a, const struct source *s, struct str *text, struct diag *d)
{
	*text = viet_normalize(a, *text);
	diag_reading(d, s, *text);
}

bool text_file_read(struct arena *a, const struct source *s, struct str *text, uint64_t *hash,
		    struct diag *d)
{
	if (!file_read(a, s->path, TEXT_FILE_MAX, text, d) || !check_text(s, *text, d))
		return false;
	*hash = str_hash(*text, 0);
	normalize(a, s, text, d);
	return true;
}

bool text_file_reread(struct arena *a, const struct source *s, uint64_t hash, struct str *text,
		      struct diag *d)
{
	if (!file_read(a, s->path, TEXT_FILE_MAX, text, d))
		return false;
	if (str_hash(*text, 0) != hash)
		return diag_error(d, (struct pos){.source = s},
				  _("the file changed during the build; build again"));
	normalize(a, s, text, d);
	return true;
}
