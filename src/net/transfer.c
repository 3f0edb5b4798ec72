#include "net/transfer.h"

#include <curl/curl.h>
#include <stdlib.h>

#include "base/base64.h"
#include "base/file.h"
#include "base/path.h"
#include "base/sha256.h"
#include "net/secret.h"
#include "net/trouble.h"

enum {
	RESPONSE_MAX = FILE_MAX, /* bytes that are taken of an answer */
	HEADERS_MAX = 64 * 1024,
	SLOWEST = 1024, /* bytes a second: a file that comes slower is given up */
	CONNECT_SECONDS = 20,
	SOCKETS_EACH = 4, /* of one transfer: FTP has two, and one is looked up */
	POLL_MILLISECONDS = 1000,
	/* libcurl 7.88 has an FTP connection sleep until the end of this time where the
	 * server's answer has been read already, or where it is libcurl's turn. */
	POLL_MILLISECONDS_FTP = 3,
	KILOBYTE = 1024,
};

static const double first_wait = 0.2, longest_wait = 20; /* seconds between attempts */

struct net {
	struct server *server;
	struct secret secret;
	talk_fn *talk;
	CURLM *waits; /* has no transfer: to wait for those of the slots together */
	struct slot *slots;
	size_t n;
	struct curl_waitfd *polled;
	bool newest_tls;    /* FTP: the server wants no TLS 1.2 */
	struct str trusted; /* the fingerprint of a host key that was accepted */
	bool was_let_in;    /* the server has taken our key or password before */
	/* of one run */
	struct job *jobs;
	size_t n_jobs, next;
	job_done_fn *done;
	void *context;
	size_t busy;
	bool failed;
	double free_at; /* clock_seconds(): when, at the rate allowed, all would be sent that
			 * has been begun */
};

/* One transfer at a time, over a connection of its own: servers of FTP let a data connection
 * go on with the TLS session of its control connection, not with that of another one. */
struct slot {
	struct net *net;
	CURL *easy;
	CURLM *multi;
	struct arena arena; /* as long as one attempt */
	struct talk talk;
	struct job *job; /* NULL: idle */
	bool in_multi;
	unsigned attempts;
	double begins;      /* when it waits: clock_seconds() of the next attempt */
	double called, due; /* when libcurl went on with it; when it wants to, come what may */
	struct curl_waitfd *polled; /* the sockets that it waits for */
	unsigned n_polled;
	/* of one exchange */
	struct curl_slist *headers, *before, *after;
	struct spool file;
	uint64_t sent;
	struct buf body, head;
	struct sha256 sum;
	char error[CURL_ERROR_SIZE];
	double retry_after; /* seconds; 0: the server did not say */
	bool wrong_size;
	bool fresh;           /* the next exchange is over a new connection */
	bool stops;           /* SFTP: the server did not take all of the file */
	enum trouble trouble; /* what the last answer would mean if it cannot be dealt with */
	enum trouble host_key;
	bool key_refused; /* SSH: the server has answered, and does not take the key */
};

static size_t take_body(char *p, size_t size, size_t n, void *context)
{
	struct slot *s = context;

	(void)size;
	if (s->talk.request.sum) {
		sha256_add(&s->sum, (struct str){p, n});
		return n;
	}
	if (s->body.n + n > RESPONSE_MAX)
		return 0;
	buf_add(&s->body, (struct str){p, n});
	return n;
}

static bool number_behind(struct str line, const char *word, uint64_t *number)
{
	struct str digits = str_trim(str_from(line, strlen(word)));

	if (line.n < strlen(word) || strncasecmp(line.p, word, strlen(word)) != 0)
		return false;
	*number = 0;
	for (size_t i = 0; i < digits.n && digits.p[i] >= '0' && digits.p[i] <= '9'; i++)
		*number = *number * 10 + (uint64_t)(digits.p[i] - '0');
	return digits.n && digits.n < 16 && digits.p[0] >= '0' && digits.p[0] <= '9';
}

/* Of FTP, "213 1234" answers SIZE: what must not be renamed is not. */
static size_t take_header(char *p, size_t size, size_t n, void *context)
{
	struct slot *s = context;
	struct str line = {p, size * n};
	uint64_t number;

	if (str_starts(line, STR("HTTP/")))
		s->head.n = 0;
	if (s->talk.request.method && s->head.n + line.n <= HEADERS_MAX)
		buf_add(&s->head, line);
	if (number_behind(line, "Retry-After:", &number))
		s->retry_after = (double)number;
	if (s->talk.request.is_command && number_behind(line, "213 ", &number))
		s->wrong_size = number != s->talk.request.size;
	return s->wrong_size ? 0 : n;
}

static size_t give_body(char *into, size_t size, size_t n, void *context)
{
	struct slot *s = context;
	const struct request *r = &s->talk.request;
	uint64_t all = r->text.p ? r->text.n : s->file.n;
	uint64_t left = all - s->sent;

	n = n * size < left ? n * size : (size_t)left;
	if (r->text.p && n)
		memcpy(into, r->text.p + s->sent, n);
	else if (n && !spool_get(&s->file, s->sent, into, n))
		return CURL_READFUNC_ABORT;
	s->sent += n;
	return n;
}

static int seek_body(void *context, curl_off_t offset, int origin)
{
	struct slot *s = context;

	if (origin != SEEK_SET)
		return CURL_SEEKFUNC_CANTSEEK;
	s->sent = (uint64_t)offset;
	return CURL_SEEKFUNC_OK;
}

/* As ssh-keygen -l prints it. */
static struct str fingerprint_of(struct arena *a, const struct curl_khkey *key)
{
	struct sha256 sum;
	struct buf out = {.arena = a};

	buf_add_z(&out, "SHA256:");
	sha256_start(&sum);
	sha256_add(&sum, (struct str){key->key, key->len});
	base64_put(&out, sha256_end(a, &sum));
	return buf_str(&out);
}

static int check_host_key(CURL *easy, const struct curl_khkey *known,
			  const struct curl_khkey *found, enum curl_khmatch match,
			  void *context)
{
	struct slot *s = context;
	struct server *server = s->net->server;
	struct str print;

	(void)easy;
	(void)known;
	if (match == CURLKHMATCH_OK)
		return CURLKHSTAT_FINE;
	print = fingerprint_of(server->arena, found);
	if (match == CURLKHMATCH_MISSING &&
	    (str_eq(print, s->net->trusted) ||
	     (server->trust && server->trust(server->target->host, print)))) {
		s->net->trusted = print;
		return CURLKHSTAT_FINE_ADD_TO_FILE;
	}
	s->host_key =
		match == CURLKHMATCH_MISSING ? TROUBLE_HOST_UNKNOWN : TROUBLE_HOST_CHANGED;
	snprintf(s->error, sizeof(s->error), STR_FMT, STR_ARG(print));
	return CURLKHSTAT_REJECT;
}

/* What libcurl says on its way: of a login over SSH that fails it tells by one code that
 * the server refused and that the connection was cut meanwhile. */
static int hear_text(CURL *easy, curl_infotype type, char *p, size_t n, void *context)
{
	struct slot *s = context;
	struct str text = {p, n};

	(void)easy;
	if (type == CURLINFO_TEXT && str_holds(text, STR("authentication failed")))
		s->key_refused = str_holds(text, STR("combination"));
	return 0;
}

static const char *z(struct slot *s, struct str text)
{
	return str_z(&s->arena, text);
}

static struct curl_slist *list_of(struct slot *s, const struct strs *strs)
{
	struct curl_slist *list = NULL;

	for (size_t i = 0; i < strs->n; i++)
		list = curl_slist_append(list, z(s, strs->items[i]));
	return list;
}

static void set_way(struct slot *s)
{
	const struct target *t = s->net->server->target;
	uint64_t bytes = s->talk.request.upload ? s->job->bytes : 0;
	long seconds = (long)t->timeout + (long)(bytes / SLOWEST);

	curl_easy_setopt(s->easy, CURLOPT_NOSIGNAL, 1L);
	curl_easy_setopt(s->easy, CURLOPT_FRESH_CONNECT, s->fresh ? 1L : 0L);
	curl_easy_setopt(s->easy, CURLOPT_ERRORBUFFER, s->error);
	curl_easy_setopt(s->easy, CURLOPT_PRIVATE, s);
	curl_easy_setopt(s->easy, CURLOPT_CONNECTTIMEOUT,
			 t->timeout < CONNECT_SECONDS ? (long)t->timeout : CONNECT_SECONDS);
	curl_easy_setopt(s->easy, CURLOPT_SERVER_RESPONSE_TIMEOUT, (long)t->timeout);
	curl_easy_setopt(s->easy, CURLOPT_LOW_SPEED_LIMIT, 1L);
	curl_easy_setopt(s->easy, CURLOPT_LOW_SPEED_TIME, (long)t->timeout);
	curl_easy_setopt(s->easy, CURLOPT_TIMEOUT, seconds);
	curl_easy_setopt(s->easy, CURLOPT_HTTP_VERSION, (long)CURL_HTTP_VERSION_1_1);
	if (t->ipv4)
		curl_easy_setopt(s->easy, CURLOPT_IPRESOLVE, (long)CURL_IPRESOLVE_V4);
	if (t->proxy.n)
		curl_easy_setopt(s->easy, CURLOPT_PROXY, z(s, t->proxy));
	if (t->scheme == TARGET_FTPS || t->scheme == TARGET_FTP)
		curl_easy_setopt(s->easy, CURLOPT_HTTPPROXYTUNNEL, 1L);
	if (t->rate > 0)
		curl_easy_setopt(s->easy, CURLOPT_MAX_SEND_SPEED_LARGE,
				 (curl_off_t)t->rate * KILOBYTE);
}

static void set_ssh(struct slot *s)
{
	const struct secret *secret = &s->net->secret;
	const struct target *t = s->net->server->target;
	struct str hosts = t->known_hosts.n ? t->known_hosts : STR("~/.ssh/known_hosts");
	long ways = CURLSSH_AUTH_AGENT;

	if (secret->key_file.n) {
		ways = CURLSSH_AUTH_PUBLICKEY;
		curl_easy_setopt(s->easy, CURLOPT_SSH_PRIVATE_KEYFILE, z(s, secret->key_file));
		curl_easy_setopt(s->easy, CURLOPT_KEYPASSWD, z(s, secret->password));
	} else if (secret->password.n) {
		ways = CURLSSH_AUTH_PASSWORD | CURLSSH_AUTH_KEYBOARD;
	}
	curl_easy_setopt(s->easy, CURLOPT_SSH_AUTH_TYPES, ways);
	curl_easy_setopt(s->easy, CURLOPT_SSH_KNOWNHOSTS, z(s, home_path(&s->arena, hosts)));
	curl_easy_setopt(s->easy, CURLOPT_SSH_KEYFUNCTION, check_host_key);
	curl_easy_setopt(s->easy, CURLOPT_SSH_KEYDATA, s);
	curl_easy_setopt(s->easy, CURLOPT_VERBOSE, 1L);
	curl_easy_setopt(s->easy, CURLOPT_DEBUGFUNCTION, hear_text);
	curl_easy_setopt(s->easy, CURLOPT_DEBUGDATA, s);
}

/* OpenSSL takes up a session of TLS 1.3 once, one of TLS 1.2 as often as one likes; and the
 * trusted certificates are read once where they come from a file alone. */
static void set_tls(struct slot *s)
{
	const struct target *t = s->net->server->target;
	bool is_ftp = t->scheme == TARGET_FTPS && !s->net->newest_tls;
	long most = is_ftp ? (long)CURL_SSLVERSION_MAX_TLSv1_2 : 0;
	const char *usual = NULL;

	curl_easy_setopt(s->easy, CURLOPT_SSLVERSION, (long)CURL_SSLVERSION_TLSv1_2 | most);
	if (t->authority.n)
		curl_easy_setopt(s->easy, CURLOPT_CAINFO,
				 z(s, home_path(&s->arena, t->authority)));
	else
		curl_easy_getinfo(s->easy, CURLINFO_CAINFO, &usual);
	if (t->authority.n || (usual && file_exists(str_of(usual))))
		curl_easy_setopt(s->easy, CURLOPT_CAPATH, NULL);
}

static void set_safety(struct slot *s)
{
	const struct secret *secret = &s->net->secret;
	const struct target *t = s->net->server->target;

	curl_easy_setopt(s->easy, CURLOPT_PROTOCOLS_STR, "sftp,ftp,ftps,http,https");
	set_tls(s);
	if (t->scheme == TARGET_FTPS)
		curl_easy_setopt(s->easy, CURLOPT_USE_SSL, (long)CURLUSESSL_ALL);
	if (t->scheme == TARGET_SFTP)
		set_ssh(s);
	if (secret->user.n)
		curl_easy_setopt(s->easy, CURLOPT_USERNAME, z(s, secret->user));
	if (secret->password.n && !secret->key_file.n)
		curl_easy_setopt(s->easy, CURLOPT_PASSWORD, z(s, secret->password));
	if (secret->netrc)
		curl_easy_setopt(s->easy, CURLOPT_NETRC, (long)CURL_NETRC_OPTIONAL);
}

static void set_method(struct slot *s)
{
	const struct request *r = &s->talk.request;

	if (r->upload) {
		curl_easy_setopt(s->easy, CURLOPT_UPLOAD, 1L);
		curl_easy_setopt(s->easy, CURLOPT_READFUNCTION, give_body);
		curl_easy_setopt(s->easy, CURLOPT_READDATA, s);
		curl_easy_setopt(s->easy, CURLOPT_SEEKFUNCTION, seek_body);
		curl_easy_setopt(s->easy, CURLOPT_SEEKDATA, s);
		curl_easy_setopt(s->easy, CURLOPT_INFILESIZE_LARGE,
				 (curl_off_t)(r->text.p ? r->text.n : s->file.n));
	} else if (r->is_command || (r->method && strcmp(r->method, "HEAD") == 0)) {
		curl_easy_setopt(s->easy, CURLOPT_NOBODY, 1L);
	} else if (r->method || r->list) {
		curl_easy_setopt(s->easy, CURLOPT_CUSTOMREQUEST,
				 r->method ? r->method : r->list);
	}
}

static void set_signature(struct slot *s)
{
	const struct secret *secret = &s->net->secret;
	struct str how = str_fmt(&s->arena, "aws:amz:" STR_FMT ":s3",
				 STR_ARG(s->net->server->target->region));

	curl_easy_setopt(s->easy, CURLOPT_AWS_SIGV4, z(s, how));
	if (secret->token.n)
		strs_add(&s->arena, &s->talk.request.headers,
			 str_concat(&s->arena, STR("x-amz-security-token: "), secret->token,
				    (struct str){0}));
}

static void set_words(struct slot *s)
{
	struct request *r = &s->talk.request;

	/* libcurl 7.88 would sign this one, which is not sent. */
	if (!r->sign)
		strs_add(&s->arena, &r->headers, STR("Expect:"));
	else
		set_signature(s);
	s->headers = list_of(s, &r->headers);
	s->before = list_of(s, &r->before);
	s->after = list_of(s, &r->after);
	curl_easy_setopt(s->easy, CURLOPT_URL, z(s, r->url));
	curl_easy_setopt(s->easy, CURLOPT_HTTPHEADER, s->headers);
	curl_easy_setopt(s->easy, CURLOPT_QUOTE, s->before);
	curl_easy_setopt(s->easy, CURLOPT_POSTQUOTE, s->after);
	curl_easy_setopt(s->easy, CURLOPT_FTP_FILEMETHOD, (long)CURLFTPMETHOD_NOCWD);
	curl_easy_setopt(s->easy, CURLOPT_WRITEFUNCTION, take_body);
	curl_easy_setopt(s->easy, CURLOPT_WRITEDATA, s);
	curl_easy_setopt(s->easy, CURLOPT_HEADERFUNCTION, take_header);
	curl_easy_setopt(s->easy, CURLOPT_HEADERDATA, s);
}

static void clear_exchange(struct slot *s)
{
	if (s->in_multi)
		curl_multi_remove_handle(s->multi, s->easy);
	s->in_multi = false;
	curl_slist_free_all(s->headers);
	curl_slist_free_all(s->before);
	curl_slist_free_all(s->after);
	s->headers = s->before = s->after = NULL;
	spool_close(&s->file);
}

static bool send_request(struct slot *s)
{
	const struct request *r = &s->talk.request;

	s->sent = 0;
	s->body = s->head = (struct buf){.arena = &s->arena};
	sha256_start(&s->sum);
	s->error[0] = 0;
	s->retry_after = 0;
	s->wrong_size = false;
	s->host_key = s->trouble = TROUBLE_NONE;
	s->key_refused = false;
	if (r->upload && !r->text.p &&
	    !spool_open_file(&s->file, s->job->object, s->net->server->diag))
		return false;
	curl_easy_reset(s->easy);
	set_way(s);
	set_safety(s);
	set_method(s);
	set_words(s);
	curl_multi_add_handle(s->multi, s->easy);
	s->in_multi = true;
	s->due = 0;
	return true;
}

static void end_job(struct slot *s)
{
	clear_exchange(s);
	s->job = NULL;
	s->net->busy--;
}

static void give_up(struct slot *s)
{
	s->net->failed = true;
	end_job(s);
}

static void finish_job(struct slot *s)
{
	struct job *job = s->job;

	if (job->state == JOB_TODO)
		job->state = JOB_DONE;
	job->found = str_dup(s->net->server->arena, job->found);
	if (job->kind == JOB_GET || job->kind == JOB_LOCK)
		job->text = str_dup(s->net->server->arena, job->text);
	end_job(s);
	s->net->done(s->net->context, job);
}

/* libssh2 before 1.11 signs with an RSA key in no other way than by SHA-1, which OpenSSH
 * refuses since 8.8. */
static bool signs_the_old_way(void)
{
	static const char ours[] = "libssh2/1.";
	const char *library = curl_version_info(CURLVERSION_NOW)->libssh_version;

	return library && strncmp(library, ours, strlen(ours)) == 0 &&
	       strtoul(library + strlen(ours), NULL, 10) < 11;
}

static void report(struct slot *s, enum trouble trouble)
{
	const struct server *server = s->net->server;
	struct str detail = str_trim(str_of(s->error));

	if (trouble == TROUBLE_LOGIN && s->net->secret.key_is_rsa && signs_the_old_way())
		trouble = TROUBLE_RSA;
	if (trouble == TROUBLE_CUT && s->stops)
		trouble = TROUBLE_STOPS;
	if (trouble == TROUBLE_NO_WAY && server->target->proxy.n)
		trouble = TROUBLE_PROXY;
	if (!detail.n)
		detail = s->talk.wrong;
	if (!detail.n)
		detail = str_fmt(&s->arena, "HTTP %ld", s->talk.response.status);
	if (!s->net->failed)
		trouble_report(trouble == TROUBLE_NONE ? TROUBLE_OTHER : trouble,
			       server->target, s->job->path, detail, server->diag);
	give_up(s);
}

/* Between half and all of a time that doubles: those that failed together don't come back
 * together. */
static double wait_of(const struct slot *s)
{
	double now = clock_seconds(), wait = first_wait;
	uint64_t noise = str_hash((struct str){(const char *)&now, sizeof(now)},
				  s->attempts + (uint64_t)(s - s->net->slots) * 97);

	for (unsigned i = 1; i < s->attempts && wait < longest_wait; i++)
		wait *= 2;
	wait *= 0.5 + (double)(noise % 1000) / 2000;
	return s->retry_after > wait ? s->retry_after : wait;
}

/* A name or port where nobody has ever answered is likely to be a wrong one. */
static unsigned attempts_for(const struct slot *s, enum trouble trouble)
{
	bool is_place = trouble == TROUBLE_NO_HOST || trouble == TROUBLE_NO_WAY;

	return is_place && !s->net->was_let_in ? TRANSFER_ATTEMPTS_FIRST : TRANSFER_ATTEMPTS;
}

static void try_again(struct slot *s, enum trouble trouble)
{
	s->attempts++;
	if (s->attempts >= attempts_for(s, trouble) || s->net->failed ||
	    s->retry_after > TRANSFER_RETRY_AFTER_MAX) {
		report(s, trouble);
		return;
	}
	clear_exchange(s);
	s->begins = clock_seconds() + wait_of(s);
}

/* What the talk says next. */
static void go_on(struct slot *s)
{
	s->talk.request = (struct request){0};
	switch (s->net->talk(&s->talk)) {
	case TALK_SEND:
		if (!send_request(s))
			give_up(s);
		break;
	case TALK_DONE:
		finish_job(s);
		break;
	case TALK_AGAIN:
		try_again(s, TROUBLE_CUT);
		break;
	default:
		report(s, s->talk.trouble != TROUBLE_NONE ? s->talk.trouble : s->trouble);
		break;
	}
}

static void begin_attempt(struct slot *s)
{
	clear_exchange(s);
	arena_reset(&s->arena);
	s->begins = 0;
	s->job->state = JOB_TODO;
	s->job->listing = (struct listing){0};
	s->talk = (struct talk){.arena = &s->arena, .server = s->net->server, .job = s->job};
	go_on(s);
}

static bool says(const struct slot *s, const char *word)
{
	return strstr(s->error, word) != NULL;
}

static enum trouble trouble_of_certificate(const struct slot *s)
{
	if (s->host_key != TROUBLE_NONE)
		return s->host_key;
	if (says(s, "expired") || says(s, "not yet valid"))
		return TROUBLE_CERTIFICATE_OLD;
	if (says(s, "subject name"))
		return TROUBLE_CERTIFICATE_NAME;
	return TROUBLE_CERTIFICATE;
}

/* A handshake that was cut looks like one that found no common ground. */
static enum trouble trouble_of_tls(const struct slot *s)
{
	static const char *const cut[] = {"reset", "SYSCALL", "unexpected eof", "timed out"};

	for (size_t i = 0; i < COUNT(cut); i++) {
		if (says(s, cut[i]))
			return TROUBLE_CUT;
	}
	return TROUBLE_TLS;
}

static bool is_cut_login(const struct slot *s)
{
	return s->net->server->target->scheme == TARGET_SFTP &&
	       (s->net->was_let_in || (s->net->secret.key_file.n && !s->key_refused));
}

static enum trouble trouble_of_code(const struct slot *s, CURLcode code)
{
	static const struct {
		CURLcode code;
		enum trouble trouble;
	} known[] = {
		{CURLE_COULDNT_RESOLVE_HOST, TROUBLE_NO_HOST},
		{CURLE_COULDNT_RESOLVE_PROXY, TROUBLE_PROXY},
		{CURLE_PROXY, TROUBLE_PROXY},
		{CURLE_COULDNT_CONNECT, TROUBLE_NO_WAY},
		{CURLE_OPERATION_TIMEDOUT, TROUBLE_SILENCE},
		{CURLE_LOGIN_DENIED, TROUBLE_LOGIN},
		{CURLE_USE_SSL_FAILED, TROUBLE_NO_TLS},
		{CURLE_REMOTE_DISK_FULL, TROUBLE_FULL},
		{CURLE_REMOTE_ACCESS_DENIED, TROUBLE_FORBIDDEN},
		{CURLE_FTP_WEIRD_SERVER_REPLY, TROUBLE_CUT},
		{CURLE_SSL_CACERT_BADFILE, TROUBLE_CERTIFICATE},
	};

	if (says(s, "CONNECT tunnel failed"))
		return TROUBLE_PROXY;
	if (says(s, "got 452") || says(s, "got 552"))
		return TROUBLE_FULL;
	if (code == CURLE_LOGIN_DENIED && is_cut_login(s))
		return TROUBLE_CUT;
	if (code == CURLE_PEER_FAILED_VERIFICATION)
		return trouble_of_certificate(s);
	if (code == CURLE_SSL_CONNECT_ERROR)
		return trouble_of_tls(s);
	for (size_t i = 0; i < COUNT(known); i++) {
		if (known[i].code == code)
			return known[i].trouble;
	}
	return TROUBLE_CUT;
}

/* Of FTP, 4xx is what may pass. */
static enum trouble trouble_of_refusal(const struct slot *s, CURLcode code, long status)
{
	if (status == 452 || status == 552 || says(s, "quota"))
		return TROUBLE_FULL;
	if (status == 530)
		return TROUBLE_LOGIN;
	if (status >= 400 && status < 500)
		return TROUBLE_BUSY;
	if (code == CURLE_REMOTE_FILE_NOT_FOUND)
		return TROUBLE_NO_FOLDER;
	return TROUBLE_FORBIDDEN;
}

/* A server of FTP that refuses an upload closes the data connection at once. libcurl then
 * tries another way to open one, and takes the refusal for the answer to that. */
static bool is_late_refusal(CURLcode code)
{
	return code == CURLE_FTP_WEIRD_PASV_REPLY;
}

static bool is_refusal(const struct slot *s, CURLcode code)
{
	return code == CURLE_QUOTE_ERROR || code == CURLE_UPLOAD_FAILED ||
	       code == CURLE_REMOTE_FILE_NOT_FOUND || code == CURLE_FTP_COULDNT_RETR_FILE ||
	       ((code == CURLE_REMOTE_ACCESS_DENIED || is_late_refusal(code)) &&
		s->talk.request.upload);
}

/* What the talk cannot know better: WebDAV servers say 403 also of a folder that is there
 * already. */
static bool is_clear(const struct slot *s)
{
	return trouble_may_pass(s->trouble) || s->trouble == TROUBLE_LOGIN ||
	       s->net->server->target->scheme == TARGET_S3;
}

/* Fills in the response. A trouble is what the talk need not be asked about. */
static enum trouble take_response(struct slot *s, CURLcode code)
{
	struct response *r = &s->talk.response;

	*r = (struct response){
		.answer = ANSWER_GOOD, .body = buf_str(&s->body), .headers = buf_str(&s->head)};
	if (s->talk.request.sum)
		r->sum = sha256_end_hex(&s->arena, &s->sum);
	curl_easy_getinfo(s->easy, CURLINFO_RESPONSE_CODE, &r->status);
	if (is_refusal(s, code)) {
		s->trouble = trouble_of_refusal(s, code, r->status);
		r->answer = code == CURLE_REMOTE_FILE_NOT_FOUND && !s->talk.request.upload
				    ? ANSWER_ABSENT
				    : ANSWER_NO;
		return trouble_may_pass(s->trouble) ? s->trouble : TROUBLE_NONE;
	}
	s->stops = code != CURLE_OK && s->sent > 0 && s->talk.request.upload &&
		   s->net->server->target->scheme == TARGET_SFTP;
	if (code != CURLE_OK)
		return trouble_of_code(s, code);
	s->net->was_let_in = true;
	if (!s->talk.request.method)
		return TROUBLE_NONE;
	s->trouble = trouble_of_http(r->status, r->body);
	return is_clear(s) ? s->trouble : TROUBLE_NONE;
}

/* No TLS 1.2, as we would like it for FTP? Then whatever is newer. */
static bool wants_newer_tls(struct slot *s, enum trouble trouble)
{
	struct net *net = s->net;

	if (trouble != TROUBLE_TLS || net->server->target->scheme != TARGET_FTPS ||
	    net->newest_tls)
		return false;
	return net->newest_tls = true;
}

static void take_result(struct slot *s, CURLcode code)
{
	enum trouble trouble = take_response(s, code);

	/* Answers that were not waited for may still come. */
	s->fresh = is_late_refusal(code) || trouble_may_pass(trouble);
	if (wants_newer_tls(s, trouble))
		trouble = TROUBLE_CUT;
	clear_exchange(s);
	s->talk.step++;
	if (trouble == TROUBLE_NONE)
		go_on(s);
	else if (trouble_may_pass(trouble))
		try_again(s, trouble);
	else
		report(s, trouble);
}

/* libcurl slows down what is larger than its buffer; of small files only so many are begun
 * as the rate allows. */
static void pay(struct net *net, const struct job *job, double now)
{
	int64_t rate = net->server->target->rate * KILOBYTE;

	if (rate <= 0 || job->kind != JOB_PUT)
		return;
	if (net->free_at < now)
		net->free_at = now;
	net->free_at += (double)job->bytes / (double)rate;
}

static void begin_job(struct slot *s, struct job *job, double now)
{
	pay(s->net, job, now);
	s->job = job;
	s->attempts = 0;
	s->net->busy++;
	begin_attempt(s);
}

static bool has_more(const struct net *net)
{
	return net->next < net->n_jobs && !net->failed;
}

static void start_all(struct net *net)
{
	double now = clock_seconds();

	for (size_t i = 0; i < net->n; i++) {
		struct slot *s = &net->slots[i];

		while (!s->job && has_more(net) && net->free_at <= now)
			begin_job(s, &net->jobs[net->next++], now);
		if (s->job && s->begins > 0 && net->failed)
			end_job(s);
		else if (s->job && s->begins > 0 && s->begins <= now)
			begin_attempt(s);
	}
}

static int milliseconds_to_wait(const struct net *net)
{
	double now = clock_seconds(), until = now + POLL_MILLISECONDS / 1000.0;

	if (has_more(net) && net->free_at > now && net->free_at < until)
		until = net->free_at;
	for (size_t i = 0; i < net->n; i++) {
		const struct slot *s = &net->slots[i];

		if (s->job && s->begins > 0 && s->begins < until)
			until = s->begins;
		if (s->in_multi && s->due < until)
			until = s->due;
	}
	return until <= now ? 0 : (int)((until - now) * 1000) + 1;
}

static bool has_come(const struct slot *s)
{
	for (unsigned i = 0; i < s->n_polled; i++) {
		if (s->polled[i].revents)
			return true;
	}
	return false;
}

/* Those alone that can go on: of eight, libcurl would ask seven in vain. */
static void perform(struct slot *s)
{
	struct CURLMsg *message;
	double now = clock_seconds();
	int running, left;

	if (!s->in_multi || (s->due > now && !has_come(s)))
		return;
	s->called = now;
	s->n_polled = 0;
	curl_multi_perform(s->multi, &running);
	message = curl_multi_info_read(s->multi, &left);
	if (message)
		take_result(s, message->data.result);
}

/* What a slot's transfer waits for. */
static unsigned add_polled(const struct slot *s, struct curl_waitfd *polled)
{
	fd_set in, out, except;
	unsigned n = 0;
	int last = -1;

	FD_ZERO(&in);
	FD_ZERO(&out);
	FD_ZERO(&except);
	curl_multi_fdset(s->multi, &in, &out, &except, &last);
	for (int fd = 0; fd <= last && n < SOCKETS_EACH; fd++) {
		short events = (short)((FD_ISSET(fd, &in) ? CURL_WAIT_POLLIN : 0) |
				       (FD_ISSET(fd, &out) ? CURL_WAIT_POLLOUT : 0));

		if (events)
			polled[n++] = (struct curl_waitfd){fd, events, 0};
	}
	return n;
}

static double time_due(const struct slot *s)
{
	enum target_scheme scheme = s->net->server->target->scheme;
	bool is_ftp = scheme == TARGET_FTP || scheme == TARGET_FTPS;
	double most = (is_ftp ? POLL_MILLISECONDS_FTP : POLL_MILLISECONDS) / 1000.0;
	double latest = s->called + most, wanted;
	long its = -1;

	curl_multi_timeout(s->multi, &its);
	wanted = clock_seconds() + (double)its / 1000;
	return its >= 0 && wanted < latest ? wanted : latest;
}

static void wait_for_any(struct net *net)
{
	unsigned n = 0;

	for (size_t i = 0; i < net->n; i++) {
		struct slot *s = &net->slots[i];

		if (!s->in_multi)
			continue;
		s->due = time_due(s);
		s->polled = &net->polled[n];
		s->n_polled = add_polled(s, s->polled);
		n += s->n_polled;
	}
	curl_multi_poll(net->waits, net->polled, n, milliseconds_to_wait(net), NULL);
}

static uint64_t bytes_under_way(const struct net *net)
{
	uint64_t bytes = 0;

	for (size_t i = 0; i < net->n; i++) {
		const struct slot *s = &net->slots[i];

		if (s->job && s->job->object.n && s->in_multi && s->talk.request.upload)
			bytes += s->sent < s->job->bytes ? s->sent : s->job->bytes;
	}
	return bytes;
}

static bool run_network(struct server *server, struct job *jobs, size_t n, job_done_fn *done,
			void *context)
{
	struct net *net = server->data;

	net->jobs = jobs;
	net->n_jobs = n;
	net->next = 0;
	net->done = done;
	net->context = context;
	net->failed = false;
	start_all(net);
	while (net->busy || has_more(net)) {
		for (size_t i = 0; i < net->n; i++)
			perform(&net->slots[i]);
		start_all(net);
		if (server->moved)
			server->moved(bytes_under_way(net));
		if (net->busy || has_more(net))
			wait_for_any(net);
	}
	return !net->failed;
}

static talk_fn *talk_of(enum target_scheme scheme)
{
	switch (scheme) {
	case TARGET_S3:
		return s3_talk;
	case TARGET_DAV:
	case TARGET_DAVS:
		return dav_talk;
	default:
		return commands_talk;
	}
}

static bool open_network(struct server *server)
{
	struct net *net = arena_new(server->arena, struct net);

	curl_global_init(CURL_GLOBAL_DEFAULT);
	net->server = server;
	net->talk = talk_of(server->target->scheme);
	net->n = (size_t)server->target->connections;
	net->slots = arena_array(server->arena, struct slot, net->n);
	net->polled = arena_array(server->arena, struct curl_waitfd, net->n * SOCKETS_EACH);
	net->waits = curl_multi_init();
	for (size_t i = 0; i < net->n; i++) {
		net->slots[i].net = net;
		net->slots[i].easy = curl_easy_init();
		net->slots[i].multi = curl_multi_init();
		curl_multi_setopt(net->slots[i].multi, CURLMOPT_MAXCONNECTS, 1L);
		net->slots[i].file.fd = -1;
	}
	server->data = net;
	return secret_find(server->arena, server->target, &net->secret, server->diag);
}

static void close_network(struct server *server)
{
	struct net *net = server->data;

	for (size_t i = 0; i < net->n; i++) {
		curl_easy_cleanup(net->slots[i].easy);
		curl_multi_cleanup(net->slots[i].multi);
		arena_free(&net->slots[i].arena);
	}
	curl_multi_cleanup(net->waits);
	curl_global_cleanup();
}

const char *transfer_library(void)
{
	return curl_version();
}

const struct server_kind network_server = {true, open_network, run_network, close_network,
					   NULL};
const struct server_kind object_server = {false, open_network, run_network, close_network,
					  NULL};
