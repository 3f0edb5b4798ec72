#include "net/secret.h"

#include <stdlib.h>

#include "base/file.h"
#include "base/path.h"

enum {
	SECRET_FILE_MAX = 64 * 1024, /* bytes */
};

struct str home_path(struct arena *a, struct str path)
{
	const char *home = getenv("HOME");

	if (!str_starts(path, STR("~/")) || !home)
		return path;
	return path_join(a, str_of(home), str_from(path, 2));
}

static struct str environment(const char *name)
{
	const char *value = getenv(name);

	return str_of(value ? value : "");
}

/* CCHC_PASSWORD_MAY_CHU for the target may-chu, else CCHC_PASSWORD. */
static struct str from_environment(struct arena *a, const struct target *t)
{
	struct str name = str_fmt(a, "CCHC_PASSWORD_" STR_FMT, STR_ARG(t->code)), value;
	char *z = str_z(a, name);

	for (char *c = z; *c; c++) {
		if (*c == '-')
			*c = '_';
		else if (*c >= 'a' && *c <= 'z')
			*c = (char)(*c - 'a' + 'A');
	}
	value = environment(z);
	return value.n ? value : environment("CCHC_PASSWORD");
}

static bool refuse_open_file(struct str path, struct diag *d)
{
	return diag_error(d, diag_file(d, path),
			  _("others on this machine can read this file, which holds a "
			    "password; make it yours alone: chmod 600"));
}

static bool read_secret_file(struct arena *a, struct str path, struct str *secret,
			     struct diag *d)
{
	struct str text;

	path = home_path(a, path);
	if (!file_exists(path))
		return diag_error(d, diag_file(d, path), _("this password file is not there"));
	if (!file_is_private(path))
		return refuse_open_file(path, d);
	if (!file_read(a, path, SECRET_FILE_MAX, &text, d))
		return false;
	*secret = str_trim(str_cut(text, '\n', &text));
	return true;
}

static bool check_netrc(struct arena *a, struct secret *s, struct diag *d)
{
	struct str path = home_path(a, STR("~/.netrc"));

	s->netrc = file_exists(path);
	return !s->netrc || file_is_private(path) || refuse_open_file(path, d);
}

/* "ssh-rsa" in the public half, or the old form of the private one. */
static bool is_rsa(struct arena *a, struct str key)
{
	struct diag quiet = {.arena = a};
	struct str pub = str_concat(a, key, STR(".pub"), (struct str){0}), text;

	if (file_read(a, key, SECRET_FILE_MAX, &text, &quiet) &&
	    str_holds(text, STR("BEGIN RSA")))
		return true;
	return file_read(a, pub, SECRET_FILE_MAX, &text, &quiet) &&
	       str_starts(text, STR("ssh-rsa"));
}

static bool find_key(struct arena *a, const struct target *t, struct secret *s, struct diag *d)
{
	if (!t->key.n || t->scheme != TARGET_SFTP)
		return true;
	s->key_file = home_path(a, t->key);
	s->key_is_rsa = is_rsa(a, s->key_file);
	if (!file_exists(s->key_file))
		return diag_error(
			d, diag_file(d, s->key_file),
			_("this SSH key is not there; ssh-keygen -t ed25519 makes one"));
	return file_is_private(s->key_file) || refuse_open_file(s->key_file, d);
}

bool secret_find(struct arena *a, const struct target *t, struct secret *s, struct diag *d)
{
	bool is_s3 = t->scheme == TARGET_S3;

	*s = (struct secret){.user = t->user, .password = from_environment(a, t)};
	if (is_s3 && !s->user.n)
		s->user = environment("AWS_ACCESS_KEY_ID");
	if (is_s3 && !s->password.n)
		s->password = environment("AWS_SECRET_ACCESS_KEY");
	if (is_s3)
		s->token = environment("AWS_SESSION_TOKEN");
	if (!s->password.n && t->secret_file.n &&
	    !read_secret_file(a, t->secret_file, &s->password, d))
		return false;
	if (!s->password.n && !is_s3 && !check_netrc(a, s, d))
		return false;
	return find_key(a, t, s, d);
}
