#include "viet/vague.h"

#include "base/path.h"
#include "base/utf8.h"
#include "viet/fold.h"
#include "viet/letters.h"

static bool is_one_of(struct str s, const char *const *list, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		if (str_eq_z(s, list[i]))
			return true;
	}
	return false;
}

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

/* Without the arrows, dots and brackets on both sides. */
static struct str bare(struct str text)
{
	while (text.n && !letters_word_at(text, 0))
		utf8_take(&text);
	while (text.n && !letters_word_before(text, text.n))
		text.n--;
	return text;
}

/* Folded. */
static const char *const vague_words[] = {
	"tai day",
	"o day",
	"day",
	"duoi day",
	"vao day",
	"theo day",
	"bam vao day",
	"bam day",
	"an vao day",
	"nhan vao day",
	"nhan day",
	"nhap vao day",
	"kich vao day",
	"click",
	"click here",
	"click vao day",
	"click tai day",
	"here",
	"xem",
	"xem tai day",
	"xem o day",
	"xem them",
	"xem tiep",
	"xem them tai day",
	"xem chi tiet",
	"xem chi tiet tai day",
	"xem file",
	"xem tep",
	"xem link",
	"chi tiet",
	"chi tiet tai day",
	"chi tiet xem tai day",
	"doc them",
	"doc tiep",
	"tim hieu them",
	"tiep",
	"tiep tuc",
	"truy cap",
	"truy cap tai day",
	"dang ky tai day",
	"tham khao",
	"tham khao tai day",
	"tai",
	"tai ve",
	"tai ve tai day",
	"tai tai day",
	"tai xuong",
	"tai file",
	"tai tep",
	"tep",
	"tep dinh kem",
	"file",
	"file dinh kem",
	"dinh kem",
	"pdf",
	"word",
	"link",
	"link nay",
	"duong link",
	"duong link nay",
	"duong dan",
	"duong dan nay",
	"lien ket",
	"lien ket nay",
	"dia chi nay",
	"trang nay",
	"bai nay",
	"bai viet nay",
	"van ban nay",
	"website",
	"website nay",
	"trang web",
	"trang web nay",
	"more",
	"read more",
	"learn more",
	"see more",
	"details",
	"more details",
	"this page",
	"this link",
	"download",
};

bool vague_link(struct arena *scratch, struct str text)
{
	struct str said = bare(viet_fold(scratch, text));

	return !said.n || is_one_of(said, vague_words, COUNT(vague_words));
}

static bool has_extension(struct str text)
{
	static const char *const extensions[] = {"jpg", "jpeg", "png",  "gif",  "webp", "svg",
						 "bmp", "tif",  "tiff", "heic", "pdf"};

	for (size_t i = 0; i < COUNT(extensions); i++) {
		if (path_has_extension(text, extensions[i]))
			return true;
	}
	return false;
}

/* "IMG_2031.jpg", "anh-1", "DSC00123". */
static bool is_file_name(struct str text, struct str folded)
{
	static const char *const cameras[] = {"img_",       "img-",   "dsc", "dscn", "pxl_",
					      "screenshot", "photo_", "z1",  "z2",   "z3",
					      "z4",         "z5",     "z6"};
	bool digits = false;

	if (has_extension(text))
		return true;
	for (size_t i = 0; i < folded.n; i++) {
		if (folded.p[i] == ' ')
			return false;
		digits |= is_digit(folded.p[i]);
	}
	for (size_t i = 0; i < COUNT(cameras); i++) {
		if (str_starts(folded, str_of(cameras[i])))
			return true;
	}
	return digits;
}

/* "ảnh", "ảnh 1", "image". */
static bool says_only_picture(struct str folded)
{
	static const char *const words[] = {
		"anh",           "hinh",         "hinh anh", "image", "picture", "anh minh hoa",
		"hinh minh hoa", "anh dai dien", "photo",    "logo",  "banner",  "so do",
		"bieu do",       "anh chup",     "hinh ve",  "alt",   "mo ta",   "mo ta anh",
		"infographic",   "poster",       "icon",     "qr",    "ma qr",   "chu thich"};
	struct str said = folded;

	while (said.n && strchr("0123456789 .,", said.p[said.n - 1]))
		said.n--;
	return is_one_of(said, words, COUNT(words));
}

bool vague_picture(struct arena *scratch, struct str text)
{
	struct str folded = str_trim(viet_fold(scratch, text));

	return is_file_name(str_trim(text), folded) || says_only_picture(folded);
}
