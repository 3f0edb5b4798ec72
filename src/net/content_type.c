#include "net/content_type.h"

#include "base/path.h"
#include "net/release.h"

static const struct {
	const char *extension, *type;
	bool changes; /* with any publish */
} types[] = {
	{"html", "text/html; charset=utf-8", true},
	{"css", "text/css; charset=utf-8", false},
	{"js", "text/javascript; charset=utf-8", false},
	{"json", "application/json", true},
	{"xml", "application/xml", true},
	{"txt", "text/plain; charset=utf-8", true},
	{"csv", "text/csv; charset=utf-8", true},
	{"conf", "text/plain; charset=utf-8", true},
	{"map", "text/plain; charset=utf-8", true},
	{"svg", "image/svg+xml", false},
	{"png", "image/png", false},
	{"jpg", "image/jpeg", false},
	{"jpeg", "image/jpeg", false},
	{"gif", "image/gif", false},
	{"webp", "image/webp", false},
	{"avif", "image/avif", false},
	{"ico", "image/vnd.microsoft.icon", false},
	{"woff2", "font/woff2", false},
	{"woff", "font/woff", false},
	{"pdf", "application/pdf", false},
	{"zip", "application/zip", false},
	{"doc", "application/msword", false},
	{"docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
	 false},
	{"xls", "application/vnd.ms-excel", false},
	{"xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", false},
	{"ppt", "application/vnd.ms-powerpoint", false},
	{"pptx", "application/vnd.openxmlformats-officedocument.presentationml.presentation",
	 false},
	{"odt", "application/vnd.oasis.opendocument.text", false},
	{"ods", "application/vnd.oasis.opendocument.spreadsheet", false},
	{"mp3", "audio/mpeg", false},
	{"m4a", "audio/mp4", false},
	{"ogg", "audio/ogg", false},
	{"mp4", "video/mp4", false},
	{"webm", "video/webm", false},
	{"vtt", "text/vtt; charset=utf-8", false},
	{"ics", "text/calendar; charset=utf-8", true},
};

const char *content_type(struct str path)
{
	if (str_eq_z(path_name(path), "rss.xml"))
		return "application/rss+xml";
	if (str_eq_z(path_name(path), "atom.xml"))
		return "application/atom+xml";
	for (size_t i = 0; i < COUNT(types); i++) {
		if (path_has_extension(path, types[i].extension))
			return types[i].type;
	}
	return "application/octet-stream";
}

bool content_is_text(struct str path)
{
	static const char *const others[] = {"json", "xml", "svg", "ics", "geojson"};

	if (strncmp(content_type(path), "text/", 5) == 0)
		return true;
	for (size_t i = 0; i < COUNT(others); i++) {
		if (path_has_extension(path, others[i]))
			return true;
	}
	return false;
}

const char *content_cache(struct str path)
{
	if (str_eq_z(path_name(path), OFFLINE_WORKER))
		return "no-cache";
	if (path_is_fingerprinted(path))
		return "public, max-age=31536000, immutable";
	for (size_t i = 0; i < COUNT(types); i++) {
		if (path_has_extension(path, types[i].extension))
			return types[i].changes ? "public, max-age=300"
						: "public, max-age=86400";
	}
	return "public, max-age=300";
}
