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
	{"cannot put in place: %s", "không đưa vào vị trí được: %s"},
	{"cannot remove: %s", "không xóa được: %s"},
	{"this is no ordinary file", "đây không phải là tệp thường"},
	{"this is a symbolic link, which is not followed; put the file itself here", "đây là liên kết tượng trưng (symlink), cchc không đi theo; hãy đặt chính tệp đó vào đây"},
	{"the file is too large: %zu bytes, at most %zu", "tệp quá lớn: %zu byte, tối đa %zu"},
	{"folders are nested too deep, at most %d", "thư mục lồng nhau quá sâu, tối đa %d cấp"},
	/* data */
	{"there are too many values, at most %d", "có quá nhiều giá trị, tối đa %d"},
	{"text that begins with \"%s\" must stand between double quotes", "nội dung bắt đầu bằng \"%s\" phải đặt trong dấu nháy kép"},
	{"the text is too long: %zu bytes, at most %d", "nội dung quá dài: %zu byte, tối đa %d"},
	{"the text holds a control character (\\x%02X)", "nội dung có ký tự điều khiển (\\x%02X)"},
	{"a key is missing before the \":\"", "thiếu tên trường trước dấu \":\""},
	{"\"<<\" (merging) is not used here; write the lines out", "ở đây không dùng \"<<\" (gộp); hãy viết đủ các dòng"},
	{"\"%.*s\" is written twice", "\"%.*s\" bị viết hai lần"},
	{"the first one is here", "lần viết đầu ở đây"},
	{"a key must be text; if this is text that begins with \"[\" or \"{\", put it between double quotes", "tên trường phải là chữ; nếu đây là nội dung bắt đầu bằng \"[\" hoặc \"{\" thì hãy đặt trong dấu nháy kép"},
	{"values are nested too deep, at most %d levels", "các giá trị lồng nhau quá sâu, tối đa %d cấp"},
	{"\"---\" begins a second document, and only one may stand here", "\"---\" mở tài liệu thứ hai, ở đây chỉ được có một; hãy bỏ dòng này"},
	{"behind \"...\" nothing more may stand", "sau dòng \"...\" không được viết thêm gì"},
	{"there is not enough memory", "không đủ bộ nhớ"},
	{"this is too long: %zu bytes, at most %zu", "phần này quá dài: %zu byte, tối đa %zu"},
	{"a control character (\\x%02X) stands here; delete it", "chỗ này có ký tự điều khiển (\\x%02X); hãy xóa đi"},
	{"this byte (\\x%02X) is no UTF-8; save the file as UTF-8", "byte này (\\x%02X) không phải UTF-8; hãy lưu tệp với bảng mã UTF-8"},
	{"an invisible line separator (U+%d) stands here; delete it", "chỗ này có ký tự ngắt dòng vô hình (U+%d); hãy xóa đi"},
	{"a tab stands here; put spaces in its place", "chỗ này có dấu tab; hãy thay bằng dấu cách"},
	{"this line begins in a column that fits no line above it; check the spaces at its start", "dòng này thụt lề không khớp với dòng nào ở trên; hãy xem lại số dấu cách ở đầu dòng"},
	{"a space is missing behind the \":\"", "thiếu dấu cách sau dấu \":\""},
	{"this line has no \":\"; write it as \"key: value\", or indent it when it goes on with the text above", "dòng này không có dấu \":\"; hãy viết dạng \"tên: nội dung\", hoặc thụt vào nếu viết tiếp nội dung của dòng trên"},
	{"a \":\" inside text: put the whole text between double quotes", "trong nội dung có dấu \":\"; hãy đặt cả nội dung trong dấu nháy kép"},
	{"the quote that opens here is not closed", "dấu nháy mở ở đây không có dấu đóng"},
	{"the quote that opens here is not closed on its line", "dấu nháy mở ở đây không có dấu đóng ở cuối dòng"},
	{"the \"{\" that opens here is not closed by \"}\"", "dấu \"{\" mở ở đây không có dấu đóng \"}\""},
	{"the \"[\" that opens here is not closed by \"]\"", "dấu \"[\" mở ở đây không có dấu đóng \"]\""},
	{"a \",\" is missing before this", "thiếu dấu \",\" trước chỗ này"},
	{"a value is missing before this", "thiếu giá trị trước chỗ này"},
	{"text stands behind the closing quote; a quote inside the text is written twice: ''", "còn chữ sau dấu nháy đóng; dấu nháy nằm trong nội dung phải viết hai lần: ''"},
	{"text stands behind the closing quote; a quote inside the text is written \\\"", "còn chữ sau dấu nháy đóng; dấu nháy nằm trong nội dung phải viết là \\\""},
	{"text stands behind the closing bracket; text that begins with a bracket must stand between double quotes", "còn chữ sau dấu ngoặc đóng; nội dung bắt đầu bằng dấu ngoặc phải đặt trong dấu nháy kép"},
	{"a list item stands here, but the lines above are keys; check the spaces at the start of the line", "chỗ này là một mục của danh sách, nhưng các dòng trên là tên trường; hãy xem lại số dấu cách ở đầu dòng"},
	{"a list begins on the line below its key; text that begins with \"-\" must stand between double quotes", "danh sách phải bắt đầu ở dòng dưới tên trường; nội dung bắt đầu bằng \"-\" phải đặt trong dấu nháy kép"},
	{"a backslash between double quotes is written twice: \\\\", "dấu \\ trong dấu nháy kép phải viết hai lần: \\\\"},
	{"behind \"|\" or \">\" the line must end; the text begins on the next line", "sau \"|\" hoặc \">\" phải xuống dòng; nội dung bắt đầu từ dòng sau"},
	{"this cannot be read as YAML (%s)", "không đọc được đoạn này theo YAML (%s)"},
	{"one line of text", "một dòng chữ"},
	{"text", "một đoạn chữ"},
	{"a whole number", "một số nguyên"},
	{"true or false", "true (có) hoặc false (không)"},
	{"a date like 2025-03-28", "một ngày viết dạng 2025-03-28"},
	{"a date like 2025-03-28, or 2025-03-XX when the day is not known", "một ngày viết dạng 2025-03-28, hoặc 2025-03-XX khi chưa rõ ngày"},
	{"a date like 2025-03-28 or 2025-03-28T14:30", "một ngày viết dạng 2025-03-28 hoặc 2025-03-28T14:30"},
	{"one of the codes allowed", "một trong các mã cho phép"},
	{"a code of letters a-z, digits and single dashes", "một mã gồm chữ thường không dấu, chữ số và dấu gạch nối"},
	{"the code of another page", "mã của một trang khác"},
	{"a link that begins with https://, http://, mailto: or tel:", "một liên kết bắt đầu bằng https://, http://, mailto: hoặc tel:"},
	{"a path like tin-tuc/kham-benh", "một đường dẫn dạng tin-tuc/kham-benh"},
	{"a group of fields", "một nhóm trường"},
	{"a list; each item is ", "một danh sách, mỗi mục là "},
	{", %lld to %lld characters", ", từ %lld đến %lld ký tự"},
	{", at least %lld characters", ", ít nhất %lld ký tự"},
	{", at most %lld characters", ", nhiều nhất %lld ký tự"},
	{"; %lld to %lld in the list", "; danh sách có từ %lld đến %lld mục"},
	{"; at least %lld in the list", "; danh sách có ít nhất %lld mục"},
	{"; at most %lld in the list", "; danh sách có nhiều nhất %lld mục"},
	{", from %lld to %lld", ", từ %lld đến %lld"},
	{", %lld or more", ", từ %lld trở lên"},
	{"required", "bắt buộc"},
	{"optional", "không bắt buộc"},
	{"Example:", "Ví dụ:"},
	{"%.*s must be %s, not \"%.*s\"", "%.*s phải là %s, không phải \"%.*s\""},
	{"%.*s must be %s, not \"%.*s\"; write %.*s", "%.*s phải là %s, không phải \"%.*s\"; hãy viết %.*s"},
	{"%.*s must be %s, but a list is written here", "%.*s phải là %s, nhưng ở đây lại là một danh sách"},
	{"%.*s must be %s, but a group of fields is written here", "%.*s phải là %s, nhưng ở đây lại là một nhóm trường"},
	{"%.*s should have at most %lld characters, not %zu", "%.*s nên có nhiều nhất %lld ký tự, hiện có %zu"},
	{"%.*s should have at least %lld characters, not %zu", "%.*s nên có ít nhất %lld ký tự, hiện có %zu"},
	{"%.*s must be one line of text, but has several lines", "%.*s phải là một dòng chữ, nhưng ở đây có nhiều dòng"},
	{"%.*s must be from %lld to %lld, not %lld", "%.*s phải từ %lld đến %lld, không phải %lld"},
	{"%.*s must be %lld or more, not %lld", "%.*s phải từ %lld trở lên, không phải %lld"},
	{"%.*s: there is no day \"%.*s\"", "%.*s: không có ngày \"%.*s\" trong lịch"},
	{"%.*s cannot be \"%.*s\"; did you mean \"%s\"? Allowed are: %.*s", "%.*s không nhận \"%.*s\"; ý bạn là \"%s\"? Các mã cho phép: %.*s"},
	{"%.*s cannot be \"%.*s\"; allowed are: %.*s", "%.*s không nhận \"%.*s\"; các mã cho phép: %.*s"},
	{"%.*s is empty; write something, or delete the line", "%.*s đang để trống; hãy viết nội dung hoặc xóa dòng này"},
	{"%.*s must be text; put \"%.*s\" between double quotes", "%.*s phải là chữ; hãy đặt \"%.*s\" trong dấu nháy kép"},
	{"%s needs \"%s\"", "%s phải có \"%s\""},
	{"%s needs \"%s\" (%s)", "%s phải có \"%s\" (%s)"},
	{"unknown key \"%.*s\" in %s; did you mean \"%s\"?", "không có trường \"%.*s\" trong %s; ý bạn là \"%s\"?"},
	{"unknown key \"%.*s\" in %s", "không có trường \"%.*s\" trong %s"},
	{"%u more unknown keys in %s", "còn %u trường lạ nữa trong %s"},
	{"\"%.*s\" is the same key as \"%.*s\"", "\"%.*s\" và \"%.*s\" là cùng một trường"},
	{"an item of %.*s is empty", "một mục của %.*s đang để trống"},
	{"%.*s must have at most %lld items, not %u", "%.*s được có nhiều nhất %lld mục, hiện có %u"},
	{"%.*s must have at least %lld items, not %u", "%.*s phải có ít nhất %lld mục, hiện có %u"},
	{"%s is written as lines of the form \"key: value\"", "%s phải viết thành các dòng dạng \"tên: nội dung\""},
	/* text */
	{"this tag is empty: it needs a name, as in {{tieu_de}}", "thẻ này trống: cần có tên, ví dụ {{tieu_de}}"},
	{"\"%.*s\" is no name: names have no spaces", "\"%.*s\" không phải là tên: trong tên không có dấu cách"},
	{"\"%.*s\" is no name: there is nothing beside one of its dots", "\"%.*s\" không phải là tên: có dấu chấm mà bên cạnh không có gì"},
	{"sections and blocks are nested too deep here, at most %d", "các phần và khối lồng nhau quá sâu ở đây, tối đa %d cấp"},
	{"%.*s was opened here", "%.*s được mở ở đây"},
	{"%.*s ends nothing: nothing is open here", "%.*s không kết thúc thẻ nào: ở đây không có thẻ nào đang mở"},
	{"%.*s does not end %.*s, which is open here", "%.*s không kết thúc %.*s, thẻ đang mở ở đây"},
	{"the layout ends here, but %.*s has not been ended", "mẫu trang hết ở đây mà %.*s chưa được kết thúc"},
	{"%.*s does nothing here: within %.*s only blocks count, as in {{$noi_dung}}...{{/noi_dung}}", "%.*s không có tác dụng ở đây: bên trong %.*s chỉ có các khối được tính, ví dụ {{$noi_dung}}...{{/noi_dung}}"},
	{"new delimiters are two words of at most %d bytes, without \"=\", as in {{=<< >>=}}", "dấu mở và dấu đóng mới là hai từ dài tối đa %d byte, không có \"=\", ví dụ {{=<< >>=}}"},
	{"the block \"%.*s\" is filled a second time", "khối \"%.*s\" được điền lần thứ hai"},
	{"it is filled here already", "khối đã được điền ở đây"},
	{"this tag is not closed: \"%.*s%.*s\" is missing", "thẻ này chưa được đóng: thiếu \"%.*s%.*s\""},
	{"the layout is too large: %zu bytes, at most %d", "mẫu trang quá lớn: %zu byte, tối đa %d"},
	{"the layout's name is too long: %zu bytes, at most %d", "tên mẫu trang quá dài: %zu byte, tối đa %d"},
	{"; did you mean \"%.*s\"?", "; có phải ý bạn là \"%.*s\"?"},
	{"there is no layout \"%.*s\"%.*s", "không có mẫu trang nào tên \"%.*s\"%.*s"},
	{"this is shown nowhere: \"%.*s\" has no block \"%.*s\"%.*s", "phần này không hiện ở đâu cả: \"%.*s\" không có khối \"%.*s\"%.*s"},
	{"no page has a value for \"%.*s\": is the name right?", "không trang nào có giá trị cho \"%.*s\": tên này có đúng không?"},
	{"\"%.*s\" goes too deep: more than %d layouts, sections and blocks within each other; does a layout put itself in, without an end?", "\"%.*s\" đi quá sâu: hơn %d mẫu trang, phần và khối lồng nhau; có mẫu trang nào tự chèn chính nó mãi không?"},
	{"the result becomes too large here: more than %zu bytes", "kết quả trở nên quá lớn ở đây: hơn %zu byte"},
	/* kinds */
	/* site */
	/* output */
	/* cmd */
};
/* clang-format on */

const size_t messages_count = COUNT(messages);
