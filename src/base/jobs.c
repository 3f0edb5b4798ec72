#include "base/jobs.h"

#include <pthread.h>
#include <stdatomic.h>
#include <unistd.h>

struct run {
	atomic_size_t next;
	size_t n_items;
	job_fn *work;
	void *context;
	void (*progress)(size_t done, size_t total);
};

struct thread {
	struct run *run;
	struct worker *worker;
	pthread_t id;
	bool started;
	bool reports; /* is the caller's own thread */
};

static pthread_mutex_t alone = PTHREAD_MUTEX_INITIALIZER;

static size_t processors(void)
{
	long n = sysconf(_SC_NPROCESSORS_ONLN);

	return n < 1 ? 1 : (size_t)n;
}

void crew_start(struct crew *c, struct arena *a, size_t n)
{
	if (!n)
		n = processors();
	if (n > WORKERS_MAX)
		n = WORKERS_MAX;
	*c = (struct crew){.workers = arena_array(a, struct worker, n), .n = n};
	for (size_t i = 0; i < n; i++) {
		c->workers[i].number = i;
		c->workers[i].diag.arena = &c->workers[i].keep;
	}
}

void crew_report(struct crew *c, struct diag *d)
{
	for (size_t i = 0; i < c->n; i++) {
		diag_merge(d, &c->workers[i].diag);
		c->workers[i].diag = (struct diag){.arena = &c->workers[i].keep};
	}
}

void crew_rest(struct crew *c)
{
	for (size_t i = 0; i < c->n; i++)
		arena_free(&c->workers[i].scratch);
}

void crew_free(struct crew *c)
{
	for (size_t i = 0; i < c->n; i++) {
		arena_free(&c->workers[i].keep);
		arena_free(&c->workers[i].scratch);
	}
	*c = (struct crew){0};
}

static void *take_items(void *argument)
{
	struct thread *t = argument;
	size_t i;

	while ((i = atomic_fetch_add(&t->run->next, 1)) < t->run->n_items) {
		t->run->work(t->run->context, i, t->worker);
		arena_reset(&t->worker->scratch);
		if (t->reports && t->run->progress)
			t->run->progress(i, t->run->n_items);
	}
	return NULL;
}

/* The calling thread is the first worker. A thread that the system does not
 * give is no mistake: the others do its share. */
void jobs_run(struct crew *c, size_t n_items, job_fn *work, void *context)
{
	struct run run = {
		.n_items = n_items, .work = work, .context = context, .progress = c->progress};
	struct thread threads[WORKERS_MAX] = {0};
	size_t n = c->n < n_items ? c->n : n_items;

	for (size_t i = 1; i < n; i++) {
		threads[i] = (struct thread){.run = &run, .worker = &c->workers[i]};
		threads[i].started =
			pthread_create(&threads[i].id, NULL, take_items, &threads[i]) == 0;
	}
	threads[0] = (struct thread){.run = &run, .worker = &c->workers[0], .reports = true};
	take_items(&threads[0]);
	for (size_t i = 1; i < n; i++) {
		if (threads[i].started)
			pthread_join(threads[i].id, NULL);
	}
}

void jobs_alone(void (*fn)(void *context), void *context)
{
	pthread_mutex_lock(&alone);
	fn(context);
	pthread_mutex_unlock(&alone);
}
