#include "base/url.h"

static size_t length_until(struct str s, const char *ends)
{
	size_t n = 0;

	while (n < s.n && !strchr(ends, s.p[n]))
		n++;
	return n;
}

struct str url_host(struct str url)
{
	struct str host = url, port;
	struct str behind = str_from(url, length_until(url, ":/?#"));

	if (str_starts(behind, STR("://")))
		host = str_from(behind, 3);
	host = str_head(host, length_until(host, "/?#"));
	str_cut_last(host, '@', &host);
	if (str_starts(host, STR("[")))
		return str_head(host, length_until(host, "]") + 1);
	return str_cut(host, ':', &port);
}

bool host_is_of(struct str host, struct str domain)
{
	return str_ends(host, domain) &&
	       (host.n == domain.n || host.p[host.n - domain.n - 1] == '.');
}
