#include "cmd/sending.h"

#include <stdio.h>

#include "base/date.h"
#include "base/messages.h"

enum {
	BAR_CELLS = 20,
	KILOBYTE = 1024,
};

static const double bar_every = 0.1, event_every = 1; /* seconds */
static const double speed_after = 0.5;                /* before that it is a guess */

/* One publish for the process. */
static struct {
	enum sending_how how;
	size_t files, done;
	uint64_t bytes, sent, moving;
	double started, shown;
	bool is_shown;
} now;

static uint64_t bytes_out(void)
{
	uint64_t out = now.sent + now.moving;

	return out < now.bytes ? out : now.bytes;
}

/* Bytes a second; 0: too early to tell. */
static double speed_at(double at)
{
	double seconds = at - now.started;

	return seconds < speed_after ? 0 : (double)bytes_out() / seconds;
}

static void put_bar(void)
{
	uint64_t part = now.bytes ? bytes_out() * BAR_CELLS / now.bytes : BAR_CELLS;

	fputs("\r\033[K[", stderr);
	for (uint64_t i = 0; i < BAR_CELLS; i++)
		fputc(i < part ? '#' : '.', stderr);
	fputc(']', stderr);
}

static void show_bar(double at)
{
	double speed = speed_at(at);
	uint64_t left = now.bytes - bytes_out();

	put_bar();
	fprintf(stderr, _(" %zu/%zu files, %llu/%llu KB"), now.done, now.files,
		(unsigned long long)(bytes_out() / KILOBYTE),
		(unsigned long long)(now.bytes / KILOBYTE));
	if (speed > 0)
		fprintf(stderr, _(", %.0f KB/s, %.0f s left"), speed / KILOBYTE,
			(double)left / speed);
	fflush(stderr);
	now.is_shown = true;
}

static void show_event(double at)
{
	double speed = speed_at(at);

	printf("{\"event\":\"progress\",\"files\":%zu,\"of\":%zu,\"bytes\":%llu,"
	       "\"of_bytes\":%llu,\"bytes_per_second\":%.0f}\n",
	       now.done, now.files, (unsigned long long)bytes_out(),
	       (unsigned long long)now.bytes, speed);
	fflush(stdout);
}

static void show(void)
{
	double at = clock_seconds();

	if (now.how == SENDING_SILENT ||
	    at - now.shown < (now.how == SENDING_BAR ? bar_every : event_every))
		return;
	now.shown = at;
	if (now.how == SENDING_BAR)
		show_bar(at);
	else
		show_event(at);
}

void sending_start(enum sending_how how, size_t files, uint64_t bytes)
{
	now.how = how;
	now.files = files;
	now.bytes = bytes;
	now.done = 0;
	now.sent = now.moving = 0;
	now.started = clock_seconds();
	now.shown = how == SENDING_BAR ? 0 : now.started;
	now.is_shown = false;
}

void sending_done(uint64_t bytes)
{
	now.done++;
	now.sent += bytes;
	now.moving = now.moving > bytes ? now.moving - bytes : 0;
	show();
}

void sending_moved(uint64_t bytes)
{
	now.moving = bytes;
	show();
}

void sending_stop(void)
{
	if (now.is_shown)
		fputs("\r\033[K", stderr);
	now.is_shown = false;
	now.how = SENDING_SILENT;
}
