#include "unit.h"

#include "text/webvtt.h"

static void each_text_has_its_first_mistake_and_the_line_of_it(void **state)
{
	static const struct {
		const char *text;
		enum webvtt_mistake mistake;
		uint32_t line;
	} rows[] = {
		{"WEBVTT\n\n00:00.000 --> 00:02.000\nXin chào\n", WEBVTT_GOOD, 4},
		{"\xef\xbb\xbfWEBVTT - tên\r\n\r\n1\r\n01:00:00.000 --> 01:00:02.500 "
		 "align:start\r\nXin\r\nchào\r\n\r\n",
		 WEBVTT_GOOD, 7},
		{"WEBVTT\nKind: captions\n\nNOTE ghi chú\n--> gì đó\n\nSTYLE\n::cue {}\n\n00:00.000 "
		 "--> 00:02.000\nA\n\n00:00.000 --> 00:03.000\nB",
		 WEBVTT_GOOD, 14},
		{"1\n00:00:01,000 --> 00:00:02,000\nA\n", WEBVTT_NO_HEAD, 1},
		{"WEBVTTX\n", WEBVTT_NO_HEAD, 1},
		{"", WEBVTT_NO_HEAD, 1},
		{"WEBVTT\n", WEBVTT_NO_CUES, 1},
		{"WEBVTT\n\n00:01,000 --> 00:02,000\nA\n", WEBVTT_BAD_TIME, 3},
		{"WEBVTT\n\n00:01.000 -> 00:02.000\nA\n", WEBVTT_BAD_TIME, 4},
		{"WEBVTT\n\n00:61.000 --> 01:02.000\nA\n", WEBVTT_BAD_TIME, 3},
		{"WEBVTT\n\n60:01.000 --> 61:02.000\nA\n", WEBVTT_BAD_TIME, 3},
		{"WEBVTT\n\n00:60:01.000 --> 01:00:02.000\nA\n", WEBVTT_BAD_TIME, 3},
		{"WEBVTT\n\n0:01.000 --> 00:02.000\nA\n", WEBVTT_BAD_TIME, 3},
		{"WEBVTT\n\n00:01.00 --> 00:02.000\nA\n", WEBVTT_BAD_TIME, 3},
		{"WEBVTT\n\n1:2:3:4.000 --> 00:02.000\nA\n", WEBVTT_BAD_TIME, 3},
		{"WEBVTT\n\n00:02.000 --> 00:02.000\nA\n", WEBVTT_ENDS_FIRST, 3},
		{"WEBVTT\n\n00:02.000 --> 00:03.000\nA\n\n00:01.000 --> 00:04.000\nB\n",
		 WEBVTT_BEGINS_EARLIER, 6},
		{"WEBVTT\n\n00:02.000 --> 00:03.000\n\n", WEBVTT_EMPTY_CUE, 4},
		{"WEBVTT\n\n00:02.000 --> 00:03.000", WEBVTT_EMPTY_CUE, 4},
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		uint32_t line;

		assert_int_equal(webvtt_check(str_of(rows[i].text), &line), rows[i].mistake);
		assert_int_equal(line, rows[i].line);
	}
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(each_text_has_its_first_mistake_and_the_line_of_it),
	};

	return UNIT_RUN(tests);
}
