#include "draw/scale.h"

#include "viet/decimal.h"

static int64_t floor_to(int64_t n, int64_t step)
{
	int64_t rest = n % step;

	return n - rest - (rest < 0 ? step : 0);
}

static struct scale scale_of_step(int64_t low, int64_t high, int64_t step)
{
	struct scale s = {floor_to(low, step), -floor_to(-high, step), step};

	if (s.low == s.high)
		s.high += step;
	return s;
}

/* 1, 2, 5, 10, 20 ... */
static int64_t next_step(int64_t step)
{
	int64_t first = step;

	while (first >= 10)
		first /= 10;
	return first == 2 ? step / 2 * 5 : step * 2;
}

struct scale scale_make(int64_t low, int64_t high, int most, int64_t least)
{
	struct scale s = scale_of_step(low, high, 1);

	for (int64_t step = 1; step < least || scale_steps(&s) > most;) {
		step = next_step(step);
		s = scale_of_step(low, high, step);
	}
	return s;
}

int scale_steps(const struct scale *s)
{
	int64_t steps = (s->high - s->low) / s->step;

	return steps > INT32_MAX ? INT32_MAX : (int)steps;
}

double scale_place(const struct scale *s, int64_t n)
{
	return (double)(n - s->low) / (double)(s->high - s->low);
}

int scale_places(const struct scale *s)
{
	int places = 0;

	for (int64_t one = DECIMAL_ONE; s->step % one && places < DECIMAL_PLACES_MAX; one /= 10)
		places++;
	return places;
}
