/*
 * proxy - stands between a client and a server, and does harm at a chosen moment.
 *
 *	proxy LISTEN SERVER WHAT AT LOG COMMAND...
 *
 * Listens on a port of the loopback, passes on to another one, and runs the command
 * meanwhile. An exchange is what a client sends after it has heard from the server, or
 * first of all; they are counted over all connections. At the one of the number AT:
 *
 *	cut		the connection is closed on both sides
 *	kill		the command is killed with kill -9
 *	freeze		nothing more is passed on over this connection
 *	slow		so long as the command runs, bytes pass one by one
 *	corrupt		one byte is changed
 *	503:N, 429:N	(HTTP) that is answered instead of being passed on, for N exchanges,
 *			with Retry-After: 1
 *	none		nothing
 *
 * Ends with the command's status (128 + its signal), and leaves in the file LOG how many
 * exchanges there were.
 */
#include <arpa/inet.h>
#include <errno.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

enum {
	PAIRS_MAX = 256,
	CHUNK = 64 * 1024,
	TICK = 20, /* milliseconds between looks at the command */
};

struct pair {
	int client, server; /* -1: free */
	bool heard;         /* the server spoke last */
	bool frozen;
};

static struct {
	struct pair pairs[PAIRS_MAX];
	struct pollfd polled[2 * PAIRS_MAX + 1];
	const char *what;
	long at, count, answers;
	bool slow;
	int listener;
	unsigned short server_port;
	pid_t child;
} proxy;

static struct sockaddr_in loopback(unsigned short port)
{
	struct sockaddr_in a = {.sin_family = AF_INET, .sin_port = htons(port)};

	a.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
	return a;
}

static int new_socket(void)
{
	int fd = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0), on = 1;

	setsockopt(fd, SOL_SOCKET, SO_REUSEADDR, &on, sizeof(on));
	setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &on, sizeof(on));
	return fd;
}

static int listen_on(unsigned short port)
{
	struct sockaddr_in a = loopback(port);
	int fd = new_socket();

	if (bind(fd, (struct sockaddr *)&a, sizeof(a)) != 0 || listen(fd, 64) != 0) {
		perror("proxy: cannot listen");
		exit(3);
	}
	return fd;
}

static void close_pair(struct pair *p)
{
	close(p->client);
	close(p->server);
	p->client = p->server = -1;
}

static void accept_client(void)
{
	struct sockaddr_in a = loopback(proxy.server_port);
	int client = accept4(proxy.listener, NULL, NULL, SOCK_CLOEXEC);
	int server = new_socket();

	for (size_t i = 0; i < PAIRS_MAX && client >= 0; i++) {
		struct pair *p = &proxy.pairs[i];

		if (p->client >= 0)
			continue;
		if (connect(server, (struct sockaddr *)&a, sizeof(a)) != 0)
			break;
		*p = (struct pair){client, server, true, false};
		return;
	}
	close(client);
	close(server);
}

static bool send_all(int fd, const char *p, size_t n)
{
	while (n) {
		size_t now = proxy.slow ? 1 : n;
		ssize_t put = send(fd, p, now, MSG_NOSIGNAL);

		if (put <= 0)
			return false;
		p += put;
		n -= (size_t)put;
	}
	return true;
}

static void answer(struct pair *p)
{
	char text[160];
	int n = snprintf(text, sizeof(text),
			 "HTTP/1.1 %.3s No\r\nRetry-After: 1\r\nContent-Length: 0\r\n"
			 "Connection: close\r\n\r\n",
			 proxy.what);

	send_all(p->client, text, (size_t)n);
	shutdown(p->client, SHUT_WR);
	p->frozen = true;
}

/* True when the bytes are still to be passed on. */
static bool do_harm(struct pair *p, char *bytes, ssize_t n)
{
	if (strcmp(proxy.what, "cut") == 0)
		close_pair(p);
	else if (strcmp(proxy.what, "kill") == 0)
		kill(proxy.child, SIGKILL);
	else if (strcmp(proxy.what, "freeze") == 0)
		p->frozen = true;
	else if (strcmp(proxy.what, "slow") == 0)
		proxy.slow = true;
	else if (strcmp(proxy.what, "corrupt") == 0)
		bytes[n / 2] ^= 1;
	else if (strchr(proxy.what, ':'))
		answer(p);
	return p->client >= 0 && !p->frozen && strcmp(proxy.what, "kill") != 0;
}

static bool is_time(void)
{
	return proxy.count >= proxy.at && proxy.count < proxy.at + proxy.answers;
}

static void pass_on(struct pair *p, bool from_client)
{
	static char bytes[CHUNK];
	ssize_t n = recv(from_client ? p->client : p->server, bytes, sizeof(bytes), 0);

	if (n <= 0) {
		close_pair(p);
		return;
	}
	if (p->frozen)
		return;
	if (from_client && p->heard) {
		proxy.count++;
		if (is_time() && !do_harm(p, bytes, n))
			return;
	}
	p->heard = !from_client;
	if (!send_all(from_client ? p->server : p->client, bytes, (size_t)n))
		close_pair(p);
}

static void look_around(void)
{
	for (size_t i = 0; i < PAIRS_MAX; i++) {
		proxy.polled[2 * i] = (struct pollfd){proxy.pairs[i].client, POLLIN, 0};
		proxy.polled[2 * i + 1] = (struct pollfd){proxy.pairs[i].server, POLLIN, 0};
	}
	proxy.polled[2 * PAIRS_MAX] = (struct pollfd){proxy.listener, POLLIN, 0};
	if (poll(proxy.polled, 2 * PAIRS_MAX + 1, TICK) <= 0)
		return;
	for (size_t i = 0; i < 2 * PAIRS_MAX; i++) {
		struct pair *p = &proxy.pairs[i / 2];

		if (proxy.polled[i].revents && p->client >= 0)
			pass_on(p, i % 2 == 0);
	}
	if (proxy.polled[2 * PAIRS_MAX].revents)
		accept_client();
}

static void write_log(const char *path)
{
	FILE *log = fopen(path, "w");

	if (!log)
		return;
	fprintf(log, "%ld\n", proxy.count);
	fclose(log);
}

static pid_t start(char **command)
{
	pid_t pid = fork();

	if (pid != 0)
		return pid;
	execvp(command[0], command);
	perror("proxy: cannot run the command");
	_exit(127);
}

int main(int argc, char **argv)
{
	const char *times;
	int status;

	if (argc < 7) {
		fputs("usage: proxy LISTEN SERVER WHAT AT LOG COMMAND...\n", stderr);
		return 2;
	}
	for (size_t i = 0; i < PAIRS_MAX; i++)
		proxy.pairs[i].client = proxy.pairs[i].server = -1;
	proxy.listener = listen_on((unsigned short)strtol(argv[1], NULL, 10));
	proxy.server_port = (unsigned short)strtol(argv[2], NULL, 10);
	proxy.what = argv[3];
	times = strchr(argv[3], ':');
	proxy.answers = times ? strtol(times + 1, NULL, 10) : 1;
	proxy.at = strtol(argv[4], NULL, 10);
	proxy.child = start(argv + 6);
	while (waitpid(proxy.child, &status, WNOHANG) == 0)
		look_around();
	write_log(argv[5]);
	return WIFSIGNALED(status) ? 128 + WTERMSIG(status) : WEXITSTATUS(status);
}
