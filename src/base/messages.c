#include "base/messages.h"

#include <stdlib.h>
#include <string.h>

static enum language chosen = LANGUAGE_ENGLISH;

static const char *first_set(void)
{
	static const char *const names[] = {"CCHC_LANG", "LC_ALL", "LC_MESSAGES", "LANG"};

	for (size_t i = 0; i < COUNT(names); i++) {
		const char *value = getenv(names[i]);

		if (value && *value)
			return value;
	}
	return "";
}

enum language language_choose(const char *asked)
{
	const char *name = asked ? asked : first_set();

	return strncmp(name, "vi", 2) == 0 ? LANGUAGE_VIETNAMESE : LANGUAGE_ENGLISH;
}

void language_set(enum language language)
{
	chosen = language;
}

enum language language_get(void)
{
	return chosen;
}

/* A linear search: a message is looked up only when something is said. */
const char *message_vi(const char *english)
{
	for (size_t i = 0; i < messages_count; i++) {
		if (strcmp(messages[i].english, english) == 0)
			return messages[i].vietnamese;
	}
	return english;
}

const char *_(const char *english)
{
	return chosen == LANGUAGE_VIETNAMESE ? message_vi(english) : english;
}

/* One row a message, grouped by the room that says it. The conversions of both
 * sides are the same in the same order (tests/unit/test_messages.c). */
/* clang-format off */
const struct message messages[] = {
	/* base */
	{"error", "lỗi"},
	{"warning", "cảnh báo"},
	{"advice", "gợi ý"},
	{"note", "xem thêm"},
	{"%zu errors", "%zu lỗi"},
	{"%zu error", "%zu lỗi"},
	{"%zu warnings", "%zu cảnh báo"},
	{"%zu warning", "%zu cảnh báo"},
	{"%zu suggestions", "%zu gợi ý"},
	{"%zu suggestion", "%zu gợi ý"},
	{"cannot read: %s", "không đọc được: %s"},
	{"cannot write: %s", "không ghi được: %s"},
	{"cannot open the folder: %s", "không mở được thư mục: %s"},
	{"cannot make the folder: %s", "không tạo được thư mục: %s"},
	{"cannot put in place: %s", "không đưa vào vị trí được: %s"},
	{"cannot remove: %s", "không xóa được: %s"},
	{"this is no ordinary file", "đây không phải là tệp thường"},
	{"this is a symbolic link, which is not followed; put the file itself here", "đây là liên kết tượng trưng (symlink), cchc không đi theo; hãy đặt chính tệp đó vào đây"},
	{"the file is too large: %zu bytes, at most %zu", "tệp quá lớn: %zu byte, tối đa %zu"},
	{"folders are nested too deep, at most %d", "thư mục lồng nhau quá sâu, tối đa %d cấp"},
	/* data */
	/* text */
	/* kinds */
	/* site */
	/* output */
	/* cmd */
};
/* clang-format on */

const size_t messages_count = COUNT(messages);
