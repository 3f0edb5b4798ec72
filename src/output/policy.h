/*
 * policy - the Content-Security-Policy of every page: our own files and nothing else, no
 * script and no style within a page. The build writes it into the pages and into the settings
 * for web servers, where what only a server may say (frame-ancestors) stands behind it; what
 * visitors get is compared with it.
 */
#ifndef CCHC_OUTPUT_POLICY_H
#define CCHC_OUTPUT_POLICY_H

#define CONTENT_POLICY                                                                      \
	"default-src 'none'; base-uri 'none'; connect-src 'self'; font-src 'self'; "        \
	"form-action 'self'; img-src 'self' data:; manifest-src 'self'; media-src 'self'; " \
	"script-src 'self'; style-src 'self'; worker-src 'self'"

#endif
