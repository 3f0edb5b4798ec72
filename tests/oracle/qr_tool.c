/*
 * qr_tool - each line of the standard input as a QR code, in a file of its own, for a
 * program that reads such codes: qr.sh.
 *
 *	qr_tool FOLDER <lines	writes FOLDER/1.svg, FOLDER/2.svg ...
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "draw/qr.h"

enum {
	LINE_MAX_BYTES = 4096,
};

static bool write_file(struct str path, struct arena *a, struct str svg)
{
	FILE *out = fopen(str_z(a, path), "w");
	bool ok = out && fwrite(svg.p, 1, svg.n, out) == svg.n;

	return out && fclose(out) == 0 && ok;
}

static bool draw(struct arena *a, const char *folder, int number, struct str line)
{
	struct buf svg = {.arena = a};

	return qr_put(&svg, line, STR("Mã QR"), line) &&
	       write_file(str_fmt(a, "%s/%d.svg", folder, number), a, buf_str(&svg));
}

int main(int argc, char **argv)
{
	struct arena arena = {0};
	char line[LINE_MAX_BYTES];
	bool ok = argc == 2;

	for (int i = 1; ok && fgets(line, sizeof(line), stdin); i++) {
		line[strcspn(line, "\n")] = '\0';
		ok = draw(&arena, argv[1], i, str_of(line));
	}
	arena_free(&arena);
	return ok ? EXIT_SUCCESS : EXIT_FAILURE;
}
