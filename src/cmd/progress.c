#include "cmd/progress.h"

#include "base/date.h"

static const double appears_after = 0.5, moves_every = 0.1; /* seconds */

/* One line for the process, moved by the main thread only. */
static struct {
	bool on, shown;
	double started, moved; /* seconds */
	const char *step;
} line;

static void move(size_t done, size_t total)
{
	double now = clock_seconds();

	if (!line.on || now - line.started < appears_after || now - line.moved < moves_every)
		return;
	line.moved = now;
	line.shown = true;
	fprintf(stderr, "\r\033[K%s %zu/%zu", line.step, done, total);
}

void progress_start(struct crew *crew)
{
	line.on = true;
	line.started = clock_seconds();
	line.step = "";
	crew->progress = move;
}

void progress_step(const char *what)
{
	line.step = what;
}

void progress_waiting(void)
{
	fprintf(stderr, "%s\n", _("another build is writing to the same folder; waiting"));
}

void progress_stop(void)
{
	if (line.shown)
		fputs("\r\033[K", stderr);
	line.on = line.shown = false;
}
