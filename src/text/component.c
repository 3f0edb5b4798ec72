#include "text/component.h"

#include "text/html.h"

/* What each component is given. */
struct fence {
	struct arena *a;
	const struct markdown_hooks *hooks;
	struct str rest, body;
	struct pos at;
	struct buf *out;
	struct diag *d;
	bool left_out; /* its target must not be seen */
};

struct picture {
	struct str file, alt, caption, source;
};

struct video {
	struct str target, title, transcript, subtitles;
	int64_t seconds;
};

static const struct field picture_fields[] = {
	{.key = "tep",
	 .type = FIELD_STRING,
	 .flags = FIELD_REQUIRED,
	 .offset = offsetof(struct picture, file),
	 .label = "Tệp",
	 .about = N_("The picture's file, as a path from this page."),
	 .example = "anh/quay-so-2.jpg"},
	{.key = "alt",
	 .type = FIELD_STRING,
	 .flags = FIELD_REQUIRED,
	 .offset = offsetof(struct picture, alt),
	 .label = "Mô tả",
	 .about = N_("What the picture shows, for those who do not see it."),
	 .example = "Người bệnh đăng ký khám tại quầy số 2"},
	{.key = "chu_thich",
	 .type = FIELD_STRING,
	 .offset = offsetof(struct picture, caption),
	 .label = "Chú thích",
	 .about = N_("The line below the picture.")},
	{.key = "nguon",
	 .type = FIELD_STRING,
	 .offset = offsetof(struct picture, source),
	 .label = "Nguồn",
	 .about = N_("Who made the picture.")},
	{0},
};

const struct schema component_picture = {
	.name = N_("a picture"),
	.size = sizeof(struct picture),
	.fields = picture_fields,
};

static const struct field video_fields[] = {
	{.key = "duong_dan",
	 .type = FIELD_STRING,
	 .flags = FIELD_REQUIRED,
	 .offset = offsetof(struct video, target),
	 .label = "Đường dẫn",
	 .about = N_("The video's file as a path from this page, or its address elsewhere."),
	 .example = "video/dang-ky.mp4"},
	{.key = "tieu_de",
	 .type = FIELD_STRING,
	 .flags = FIELD_REQUIRED,
	 .offset = offsetof(struct video, title),
	 .label = "Tiêu đề",
	 .about = N_("What the video is called."),
	 .example = "Cách đăng ký khám bằng VNeID"},
	{.key = "thoi_luong",
	 .type = FIELD_INT,
	 .offset = offsetof(struct video, seconds),
	 .label = "Thời lượng",
	 .about = N_("How long the video lasts, in seconds."),
	 .example = "95",
	 .min = 1,
	 .max = 24 * 60 * 60},
	{.key = "loi_thoai",
	 .type = FIELD_TEXT,
	 .offset = offsetof(struct video, transcript),
	 .label = "Lời thoại",
	 .about = N_("What is said in the video; Markdown.")},
	{.key = "phu_de",
	 .type = FIELD_PATH,
	 .offset = offsetof(struct video, subtitles),
	 .label = "Phụ đề",
	 .about = N_("The subtitles, a .vtt file."),
	 .example = "video/dang-ky.vtt"},
	{0},
};

const struct schema component_video = {
	.name = N_("a video"),
	.size = sizeof(struct video),
	.fields = video_fields,
};

static bool put_box(struct fence *f, const char *class, const char *label)
{
	bool ok;

	buf_fmt(f->out, "<aside class=\"%s\" role=\"note\">\n<p class=\"nhan-khung\">%s", class,
		label);
	if (f->rest.n)
		buf_add_z(f->out, ": ");
	html_escape(f->out, f->rest);
	buf_add_z(f->out, "</p>\n");
	ok = markdown_fragment(f->a, f->at, f->body, f->hooks, f->out, f->d);
	buf_add_z(f->out, "</aside>\n");
	return ok;
}

static bool put_note(struct fence *f)
{
	return put_box(f, "luu-y", "Lưu ý");
}

static bool put_warning(struct fence *f)
{
	return put_box(f, "canh-bao", "Cảnh báo");
}

static bool put_spoken(struct fence *f)
{
	bool ok;

	buf_add_z(f->out, "<section class=\"phat-thanh\">\n");
	ok = markdown_fragment(f->a, f->at, f->body, f->hooks, f->out, f->d);
	buf_add_z(f->out, "</section>\n");
	return ok;
}

/* The fence's YAML, checked; NULL when it was wrong. */
static const struct value *load(struct fence *f, const struct schema *schema, void *out)
{
	const struct value *v =
		value_from_yaml(f->a, f->at, f->body, YAML_FRONT_MATTER_MAX, f->d);

	return v && schema_load(f->a, schema, v, out, f->d) ? v : NULL;
}

static struct pos place_of(const struct value *v, const char *key)
{
	return schema_find(v, key)->value->pos;
}

/* href="..." or src="..." for a target as written under key. */
static bool put_target(struct fence *f, const char *attribute, struct str target, bool image,
		       const struct value *v, const char *key)
{
	size_t before;
	bool ok;

	buf_fmt(f->out, " %s=\"", attribute);
	before = f->out->n;
	ok = markdown_put_url(f->a, f->hooks, target, image, place_of(v, key), f->out, f->d);
	f->left_out = ok && f->out->n == before;
	buf_byte(f->out, '"');
	return ok;
}

static bool judge(struct fence *f, const struct markdown_part *part)
{
	return !f->hooks || !f->hooks->judge || f->hooks->judge(f->hooks->context, part, f->d);
}

static void put_caption(struct fence *f, const struct picture *p)
{
	if (!p->caption.n && !p->source.n)
		return;
	buf_add_z(f->out, "<figcaption>");
	html_escape(f->out, p->caption);
	if (p->source.n) {
		buf_add_z(f->out, p->caption.n ? " <span class=\"nguon\">Nguồn: "
					       : "<span class=\"nguon\">Nguồn: ");
		html_escape(f->out, p->source);
		buf_add_z(f->out, "</span>");
	}
	buf_add_z(f->out, "</figcaption>\n");
}

static bool put_picture(struct fence *f)
{
	struct picture p = {0};
	const struct value *v = load(f, &component_picture, &p);
	size_t before = f->out->n;

	if (!v || !judge(f, &(struct markdown_part){.type = MARKDOWN_PICTURE,
						    .at = place_of(v, "alt"),
						    .text = p.alt,
						    .url = p.file}))
		return false;
	buf_add_z(f->out, "<figure class=\"anh\">\n<img");
	if (!put_target(f, "src", p.file, true, v, "tep"))
		return false;
	if (f->left_out) {
		f->out->n = before;
		return true;
	}
	buf_add_z(f->out, " alt=\"");
	html_escape(f->out, p.alt);
	buf_add_z(f->out, "\" />\n");
	put_caption(f, &p);
	buf_add_z(f->out, "</figure>\n");
	return true;
}

static void put_duration(struct fence *f, int64_t seconds)
{
	long long s = seconds;

	if (s < 0)
		return;
	buf_add_z(f->out, " (");
	if (s >= 60)
		buf_fmt(f->out, s % 60 ? "%lld phút " : "%lld phút", s / 60);
	if (s < 60 || s % 60)
		buf_fmt(f->out, "%lld giây", s % 60);
	buf_byte(f->out, ')');
}

static struct str line_of(const struct fence *f, uint32_t line)
{
	struct str rest = f->body, s = {0};

	for (uint32_t i = f->at.line; i <= line; i++)
		s = str_cut(rest, '\n', &rest);
	return s;
}

/* Text in several lines begins in the line behind its '|' or '>', indented. */
static struct pos place_of_text(const struct fence *f, const struct value *v, const char *key)
{
	struct pos at = place_of(v, key);
	struct str line = str_from(line_of(f, at.line), at.col ? at.col - 1 : 0), text;

	if (str_starts(line, STR("|")) || str_starts(line, STR(">"))) {
		line = line_of(f, ++at.line);
		text = str_trim(line);
		at.col = text.n ? (uint32_t)(text.p - line.p) + 1 : 1;
	}
	return at;
}

static bool put_transcript(struct fence *f, const struct video *video, const struct value *v)
{
	bool ok;

	if (!video->transcript.n)
		return true;
	buf_add_z(f->out, "<details class=\"loi-thoai\">\n<summary>Lời thoại</summary>\n");
	ok = markdown_fragment(f->a, place_of_text(f, v, "loi_thoai"), video->transcript,
			       f->hooks, f->out, f->d);
	buf_add_z(f->out, "</details>\n");
	return ok;
}

static bool put_link_to_video(struct fence *f, const struct video *video, const struct value *v)
{
	size_t before = f->out->n;

	buf_add_z(f->out, "<p class=\"video\"><a");
	if (!put_target(f, "href", video->target, false, v, "duong_dan"))
		return false;
	if (f->left_out) {
		f->out->n = before;
		return true;
	}
	buf_add_z(f->out, ">Video: ");
	html_escape(f->out, video->title);
	buf_add_z(f->out, "</a>");
	put_duration(f, video->seconds);
	buf_add_z(f->out, "</p>\n");
	return put_transcript(f, video, v);
}

static bool put_subtitles(struct fence *f, const struct video *video, const struct value *v)
{
	size_t before = f->out->n;

	if (!video->subtitles.n)
		return true;
	buf_add_z(f->out,
		  "<track default kind=\"captions\" srclang=\"vi\" label=\"Tiếng Việt\"");
	if (!put_target(f, "src", video->subtitles, false, v, "phu_de"))
		return false;
	if (f->left_out) {
		f->out->n = before;
		return true;
	}
	buf_add_z(f->out, ">\n");
	return true;
}

static bool put_own_video(struct fence *f, const struct video *video, const struct value *v)
{
	size_t before = f->out->n;
	bool ok = true;

	if (!video->subtitles.n && !video->transcript.n)
		ok = judge(f, &(struct markdown_part){.type = MARKDOWN_VIDEO, .at = f->at});
	buf_add_z(f->out, "<figure class=\"video\">\n<video controls preload=\"none\"");
	ok &= put_target(f, "src", video->target, false, v, "duong_dan");
	if (f->left_out) {
		f->out->n = before;
		return true;
	}
	buf_add_z(f->out, ">\n");
	ok = put_subtitles(f, video, v) && ok;
	buf_add_z(f->out, "</video>\n<figcaption>");
	html_escape(f->out, video->title);
	put_duration(f, video->seconds);
	buf_add_z(f->out, "</figcaption>\n");
	ok = put_transcript(f, video, v) && ok;
	buf_add_z(f->out, "</figure>\n");
	return ok;
}

static bool put_video(struct fence *f)
{
	struct video video = {0};
	const struct value *v = load(f, &component_video, &video);

	if (!v)
		return false;
	return url_is_external(video.target) ? put_link_to_video(f, &video, v)
					     : put_own_video(f, &video, v);
}

bool component_fence(struct arena *a, const struct markdown_hooks *hooks, struct str word,
		     struct str rest, struct str body, struct pos at, bool *known,
		     struct buf *out, struct diag *d)
{
	static const struct {
		const char *word;
		bool (*put)(struct fence *f);
	} components[] = {
		{"luu-y", put_note},  {"canh-bao", put_warning},  {"anh", put_picture},
		{"video", put_video}, {"phat-thanh", put_spoken},
	};
	struct fence f = {a, hooks, rest, body, at, out, d, false};

	for (size_t i = 0; i < COUNT(components); i++) {
		if (str_eq_z(word, components[i].word)) {
			*known = true;
			return components[i].put(&f);
		}
	}
	*known = false;
	return true;
}
