/*
 * url - parts of addresses of the web, as people and servers write them.
 */
#ifndef CCHC_BASE_URL_H
#define CCHC_BASE_URL_H

#include "base/str.h"

/* "example.vn" of "https://user@example.vn:8443/x", also of "example.vn/x"; a view, as
 * written. Of an IPv6 address with its brackets: "[::1]". */
struct str url_host(struct str url);

/* Is it this host, or one below it: "dvc.example.vn" of "example.vn"? */
bool host_is_of(struct str host, struct str domain);

#endif
