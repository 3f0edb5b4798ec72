#include "net/web.h"

#include <curl/curl.h>

#include "base/map.h"
#include "base/url.h"

enum {
	CONNECT_SECONDS = 15,
	POLL_MILLISECONDS = 1000,
	HEADERS_MAX = 64 * 1024, /* bytes of one answer's */
	PERMANENT = 301,
	PERMANENT_SAME_METHOD = 308,
};

struct asking {
	struct arena *arena;
	const struct web_limits *limits;
	struct web_question *questions;
	bool *begun;     /* one a question */
	size_t n, first; /* all before the first have begun */
	size_t *host;    /* of each question: its number */
	size_t *of_host; /* of each host: how many are under way */
	CURLM *multi;
	struct line *lines;
	size_t busy;
	web_answered_fn *answered;
	void *context;
};

/* One question at a time, over whichever connection is free. */
struct line {
	struct asking *asking;
	CURL *easy;
	struct web_question *question; /* NULL: idle */
	size_t number;                 /* of the question */
	struct buf headers, body;
	bool too_large, all_permanent;
	char error[CURL_ERROR_SIZE];
};

static size_t take_body(char *p, size_t size, size_t n, void *context)
{
	struct line *l = context;

	(void)size;
	if (l->question->wanted != WEB_BODY)
		return 0;
	if (l->body.n + n > l->asking->limits->bytes) {
		l->too_large = true;
		return 0;
	}
	buf_add(&l->body, (struct str){p, n});
	return n;
}

/* Each answer on the way begins anew with its status line. */
static size_t take_header(char *p, size_t size, size_t n, void *context)
{
	struct line *l = context;
	struct str line = {p, n * size};

	if (str_starts(line, STR("HTTP/")))
		l->headers.n = 0;
	if (l->headers.n + line.n > HEADERS_MAX) {
		l->too_large = true;
		return 0;
	}
	buf_add(&l->headers, line);
	if (line.n <= 2) {
		long status = 0;

		curl_easy_getinfo(l->easy, CURLINFO_RESPONSE_CODE, &status);
		if (status >= 300 && status < 400)
			l->all_permanent &=
				status == PERMANENT || status == PERMANENT_SAME_METHOD;
	}
	return n;
}

static void set_limits(struct line *l)
{
	const struct web_limits *limits = l->asking->limits;
	const char *schemes = limits->only_tls ? "https" : "http,https";
	long seconds = (long)limits->seconds;

	curl_easy_setopt(l->easy, CURLOPT_PROTOCOLS_STR, schemes);
	curl_easy_setopt(l->easy, CURLOPT_REDIR_PROTOCOLS_STR, schemes);
	curl_easy_setopt(l->easy, CURLOPT_DISALLOW_USERNAME_IN_URL, 1L);
	curl_easy_setopt(l->easy, CURLOPT_SSLVERSION, (long)CURL_SSLVERSION_TLSv1_2);
	curl_easy_setopt(l->easy, CURLOPT_NOSIGNAL, 1L);
	curl_easy_setopt(l->easy, CURLOPT_TIMEOUT, seconds);
	curl_easy_setopt(l->easy, CURLOPT_CONNECTTIMEOUT,
			 seconds < CONNECT_SECONDS ? seconds : CONNECT_SECONDS);
	curl_easy_setopt(l->easy, CURLOPT_FOLLOWLOCATION, limits->redirects ? 1L : 0L);
	curl_easy_setopt(l->easy, CURLOPT_MAXREDIRS, (long)limits->redirects);
	if (limits->authority.n)
		curl_easy_setopt(l->easy, CURLOPT_CAINFO,
				 str_z(l->asking->arena, limits->authority));
	if (limits->proxy.n)
		curl_easy_setopt(l->easy, CURLOPT_PROXY,
				 str_z(l->asking->arena, limits->proxy));
}

static void set_question(struct line *l)
{
	curl_easy_setopt(l->easy, CURLOPT_URL, str_z(l->asking->arena, l->question->url));
	curl_easy_setopt(l->easy, CURLOPT_USERAGENT,
			 "Mozilla/5.0 (compatible; cchc/" VERSION ")");
	curl_easy_setopt(l->easy, CURLOPT_NOBODY, l->question->wanted == WEB_HEAD ? 1L : 0L);
	if (l->question->wanted == WEB_BODY)
		curl_easy_setopt(l->easy, CURLOPT_ACCEPT_ENCODING, "");
	curl_easy_setopt(l->easy, CURLOPT_WRITEFUNCTION, take_body);
	curl_easy_setopt(l->easy, CURLOPT_WRITEDATA, l);
	curl_easy_setopt(l->easy, CURLOPT_HEADERFUNCTION, take_header);
	curl_easy_setopt(l->easy, CURLOPT_HEADERDATA, l);
	curl_easy_setopt(l->easy, CURLOPT_ERRORBUFFER, l->error);
	curl_easy_setopt(l->easy, CURLOPT_PRIVATE, l);
}

static void ask(struct line *l)
{
	struct arena *a = l->asking->arena;

	l->headers = (struct buf){.arena = a};
	l->body = (struct buf){.arena = a};
	l->too_large = false;
	l->all_permanent = true;
	l->error[0] = 0;
	curl_easy_reset(l->easy);
	set_limits(l);
	set_question(l);
	curl_multi_add_handle(l->asking->multi, l->easy);
}

/* Of these two libcurl does not say which of several things it was. */
static enum web_outcome outcome_of_write(const struct line *l, long status)
{
	if (l->too_large)
		return WEB_TOO_LARGE;
	return status ? WEB_ANSWERED : WEB_CUT;
}

static enum web_outcome outcome_of_protocol(const struct line *l, long status)
{
	if (strstr(l->error, "HTTP/0.9"))
		return WEB_CUT;
	return status ? WEB_ELSEWHERE : WEB_NO_ADDRESS;
}

static enum web_outcome outcome_of(const struct line *l, CURLcode code, long status)
{
	static const struct {
		CURLcode code;
		enum web_outcome outcome;
	} known[] = {
		{CURLE_OK, WEB_ANSWERED},
		{CURLE_URL_MALFORMAT, WEB_NO_ADDRESS},
		{CURLE_LOGIN_DENIED, WEB_NO_ADDRESS},
		{CURLE_COULDNT_RESOLVE_HOST, WEB_NO_HOST},
		{CURLE_COULDNT_RESOLVE_PROXY, WEB_NO_HOST},
		{CURLE_COULDNT_CONNECT, WEB_NO_WAY},
		{CURLE_OPERATION_TIMEDOUT, WEB_SILENCE},
		{CURLE_PEER_FAILED_VERIFICATION, WEB_CERTIFICATE},
		{CURLE_SSL_CACERT_BADFILE, WEB_CERTIFICATE},
		{CURLE_SSL_CONNECT_ERROR, WEB_TLS},
		{CURLE_TOO_MANY_REDIRECTS, WEB_LOOP},
		{CURLE_PARTIAL_FILE, WEB_CUT},
		{CURLE_GOT_NOTHING, WEB_CUT},
		{CURLE_RECV_ERROR, WEB_CUT},
		{CURLE_SEND_ERROR, WEB_CUT},
		{CURLE_WEIRD_SERVER_REPLY, WEB_CUT},
		{CURLE_BAD_CONTENT_ENCODING, WEB_CUT},
	};

	if (code == CURLE_WRITE_ERROR)
		return outcome_of_write(l, status);
	if (code == CURLE_UNSUPPORTED_PROTOCOL)
		return outcome_of_protocol(l, status);
	for (size_t i = 0; i < COUNT(known); i++) {
		if (known[i].code == code)
			return known[i].outcome;
	}
	return WEB_OTHER;
}

/* A body that nobody wants ends the exchange once its first bytes come. */
static void take_answer(struct line *l, CURLcode code)
{
	struct web_question *q = l->question;
	struct arena *a = l->asking->arena;
	long redirects = 0;
	char *end = NULL;

	curl_easy_getinfo(l->easy, CURLINFO_RESPONSE_CODE, &q->status);
	curl_easy_getinfo(l->easy, CURLINFO_REDIRECT_COUNT, &redirects);
	curl_easy_getinfo(l->easy, CURLINFO_EFFECTIVE_URL, &end);
	curl_easy_getinfo(l->easy, CURLINFO_TOTAL_TIME, &q->seconds);
	q->outcome = outcome_of(l, code, q->status);
	q->end = end ? str_dup(a, str_of(end)) : q->url;
	q->moved = redirects > 0 && l->all_permanent;
	q->headers = buf_str(&l->headers);
	q->body = buf_str(&l->body);
	q->detail = str_dup(a, str_trim(str_of(l->error)));
}

static void begin(struct line *l, size_t number)
{
	struct asking *k = l->asking;

	k->begun[number] = true;
	k->of_host[k->host[number]]++;
	k->busy++;
	l->question = &k->questions[number];
	l->number = number;
	ask(l);
}

static void finish(struct line *l, CURLcode code)
{
	struct asking *k = l->asking;

	take_answer(l, code);
	curl_multi_remove_handle(k->multi, l->easy);
	if (k->answered && k->answered(k->context, k->arena, l->question)) {
		ask(l);
		return;
	}
	k->of_host[k->host[l->number]]--;
	k->busy--;
	l->question = NULL;
}

/* The next question whose host has a connection free; k->n: none. */
static size_t next_question(struct asking *k)
{
	size_t i;

	while (k->first < k->n && k->begun[k->first])
		k->first++;
	for (i = k->first; i < k->n; i++) {
		if (!k->begun[i] && k->of_host[k->host[i]] < k->limits->of_one_host)
			break;
	}
	return i;
}

static void begin_all(struct asking *k)
{
	for (size_t i = 0; i < k->limits->at_once; i++) {
		size_t number;

		if (k->lines[i].question)
			continue;
		number = next_question(k);
		if (number == k->n)
			return;
		begin(&k->lines[i], number);
	}
}

static void take_answers(struct asking *k)
{
	struct CURLMsg *message;
	int left;

	while ((message = curl_multi_info_read(k->multi, &left))) {
		CURLcode code = message->data.result;
		char *line;

		curl_easy_getinfo(message->easy_handle, CURLINFO_PRIVATE, &line);
		finish((struct line *)(void *)line, code);
	}
}

/* Hosts get numbers in the order in which they come. */
static void number_hosts(struct asking *k)
{
	struct map hosts = {.arena = k->arena};

	for (size_t i = 0; i < k->n; i++) {
		struct str host = url_host(k->questions[i].url);
		size_t *known = map_get(&hosts, host);

		if (!known) {
			known = arena_new(k->arena, size_t);
			*known = hosts.n;
			map_set(&hosts, host, known);
		}
		k->host[i] = *known;
	}
	k->of_host = arena_array(k->arena, size_t, hosts.n + 1);
}

static void open_lines(struct asking *k)
{
	k->lines = arena_array(k->arena, struct line, k->limits->at_once);
	for (size_t i = 0; i < k->limits->at_once; i++) {
		k->lines[i].asking = k;
		k->lines[i].easy = curl_easy_init();
	}
}

static void close_lines(struct asking *k)
{
	for (size_t i = 0; i < k->limits->at_once; i++)
		curl_easy_cleanup(k->lines[i].easy);
}

void web_ask(struct arena *a, struct web_question *questions, size_t n,
	     const struct web_limits *limits, web_answered_fn *answered, void *context)
{
	struct asking k = {.arena = a,
			   .limits = limits,
			   .questions = questions,
			   .begun = arena_array(a, bool, n + 1),
			   .n = n,
			   .host = arena_array(a, size_t, n + 1),
			   .answered = answered,
			   .context = context};
	int running;

	curl_global_init(CURL_GLOBAL_DEFAULT);
	k.multi = curl_multi_init();
	curl_multi_setopt(k.multi, CURLMOPT_MAX_HOST_CONNECTIONS, (long)limits->of_one_host);
	number_hosts(&k);
	open_lines(&k);
	begin_all(&k);
	while (k.busy) {
		curl_multi_perform(k.multi, &running);
		take_answers(&k);
		begin_all(&k);
		if (k.busy)
			curl_multi_poll(k.multi, NULL, 0, POLL_MILLISECONDS, NULL);
	}
	close_lines(&k);
	curl_multi_cleanup(k.multi);
	curl_global_cleanup();
}

struct str web_header(const struct web_question *q, const char *name)
{
	struct str rest = q->headers, line;
	size_t n = strlen(name);

	while (rest.n) {
		line = str_cut(rest, '\n', &rest);
		if (line.n > n && line.p[n] == ':' && strncasecmp(line.p, name, n) == 0)
			return str_trim(str_from(line, n + 1));
	}
	return (struct str){0};
}
