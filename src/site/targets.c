#include "site/targets.h"

#include "kinds/common.h"
#include "site/config.h"

static const struct choice styles[] = {
	[TARGET_STYLE_PATH] = {"duong-dan", "https://may-chu/thung/tep"},
	[TARGET_STYLE_HOST] = {"ten-mien", "https://thung.may-chu/tep"},
	{0},
};

static const struct field target_fields[] = {
	{.key = "ma",
	 .type = FIELD_SLUG,
	 .flags = FIELD_REQUIRED,
	 .offset = offsetof(struct target, code),
	 .label = "Mã",
	 .about = N_("The target's name on the command line."),
	 .example = "\"may-chu\""},
	{.key = "dia_chi",
	 .type = FIELD_STRING,
	 .flags = FIELD_REQUIRED,
	 .offset = offsetof(struct target, address),
	 .label = "Địa chỉ",
	 .about = N_("The web root there: sftp://user@host/folder, ftps://, davs://, "
		     "s3://bucket/prefix or file:///folder."),
	 .example = "\"sftp://cchc@may-chu.example.vn/var/www/html\""},
	{.key = "tai_khoan",
	 .type = FIELD_STRING,
	 .offset = offsetof(struct target, user),
	 .label = "Tài khoản",
	 .about = N_("The account, when the address does not name it. Never a password."),
	 .example = "\"cchc\""},
	{.key = "khoa",
	 .type = FIELD_STRING,
	 .offset = offsetof(struct target, key),
	 .label = "Khóa SSH",
	 .about = N_("The file of the private SSH key, best of the type ed25519; without it, "
		     "those that the agent holds."),
	 .example = "\"~/.ssh/id_ed25519\""},
	{.key = "tep_mat_khau",
	 .type = FIELD_STRING,
	 .offset = offsetof(struct target, secret_file),
	 .label = "Tệp mật khẩu",
	 .about = N_("A file outside the site's folder, readable by you alone, whose first "
		     "line is the password."),
	 .example = "\"~/.config/cchc/mat-khau\""},
	{.key = "tep_khoa_may_chu",
	 .type = FIELD_STRING,
	 .offset = offsetof(struct target, known_hosts),
	 .label = "Tệp khóa máy chủ",
	 .about = N_("The keys of known SSH servers: ~/.ssh/known_hosts when not written."),
	 .example = "\"~/.ssh/known_hosts\""},
	{.key = "chung_chi",
	 .type = FIELD_STRING,
	 .offset = offsetof(struct target, authority),
	 .label = "Chứng chỉ gốc",
	 .about = N_("A file with the certificates to trust, where the server's is not of a "
		     "public authority."),
	 .example = "\"chung-chi.pem\""},
	{.key = "may_chu",
	 .type = FIELD_URL,
	 .offset = offsetof(struct target, endpoint),
	 .label = "Máy chủ S3",
	 .about = N_("The S3 service's address."),
	 .example = "\"https://s3.example.vn\""},
	{.key = "vung",
	 .type = FIELD_STRING,
	 .offset = offsetof(struct target, region),
	 .label = "Vùng S3",
	 .about = N_("The S3 region: us-east-1 when not written."),
	 .example = "\"us-east-1\""},
	{.key = "cong_khai",
	 .type = FIELD_URL,
	 .offset = offsetof(struct target, public_url),
	 .label = "Địa chỉ công khai",
	 .about = N_("Where visitors find the web root: after each publish what changed is "
		     "fetched from there and compared."),
	 .example = "\"https://benhvien.example.vn\""},
	{.key = "nen",
	 .type = FIELD_BOOL,
	 .offset = offsetof(struct target, gzip),
	 .label = "Nén",
	 .about = N_("S3 only: keep texts compressed (gzip), as such services do not compress "
		     "by themselves."),
	 .example = "true"},
	{.key = "kieu_dia_chi",
	 .type = FIELD_CHOICE,
	 .choices = styles,
	 .offset = offsetof(struct target, style),
	 .label = "Kiểu địa chỉ S3",
	 .about = N_("Where the bucket's name stands: duong-dan when not written."),
	 .example = "\"duong-dan\""},
	{.key = "so_ket_noi",
	 .type = FIELD_INT,
	 .min = 1,
	 .max = TARGET_CONNECTIONS_MAX,
	 .offset = offsetof(struct target, connections),
	 .label = "Số kết nối",
	 .about = N_("How many files are sent at once: 8 when not written."),
	 .example = "8"},
	{.key = "toc_do",
	 .type = FIELD_INT,
	 .min = 1,
	 .max = 10 * 1000 * 1000,
	 .offset = offsetof(struct target, rate),
	 .label = "Tốc độ tối đa",
	 .about = N_("At most so many kilobytes a second in all."),
	 .example = "500"},
	{.key = "thoi_gian_cho",
	 .type = FIELD_INT,
	 .min = 1,
	 .max = TARGET_TIMEOUT_MAX,
	 .offset = offsetof(struct target, timeout),
	 .label = "Thời gian chờ",
	 .about = N_("After so many seconds of silence a transfer is tried again: 60 when not "
		     "written."),
	 .example = "60"},
	{.key = "proxy",
	 .type = FIELD_STRING,
	 .offset = offsetof(struct target, proxy),
	 .label = "Proxy",
	 .about = N_("The proxy that leads out: http://host:port or socks5h://host:port."),
	 .example = "\"http://proxy.benhvien.example.vn:3128\""},
	{.key = "chi_ipv4",
	 .type = FIELD_BOOL,
	 .offset = offsetof(struct target, ipv4),
	 .label = "Chỉ IPv4",
	 .about = N_("Use IPv4 only."),
	 .example = "true"},
	{.key = "khong_ma_hoa",
	 .type = FIELD_BOOL,
	 .offset = offsetof(struct target, unencrypted),
	 .label = "Không mã hóa",
	 .about = N_("Allow ftp://, dav:// and http://, where anybody on the way can read the "
		     "password."),
	 .example = "true"},
	{.key = "giu_ban",
	 .type = FIELD_INT,
	 .min = 1,
	 .max = TARGET_RELEASES_MAX,
	 .offset = offsetof(struct target, releases),
	 .label = "Số bản giữ lại",
	 .about = N_("file:// only: put each release into a folder of its own, let the link "
		     "\"hien-tai\" lead to the newest, and keep so many."),
	 .example = "5"},
	{0},
};

const struct schema target_schema = {
	.name = N_("a target"),
	.size = sizeof(struct target),
	.fields = target_fields,
};

static const struct {
	const char *prefix;
	enum target_scheme scheme;
} schemes[] = {
	{"file://", TARGET_FILE}, {"sftp://", TARGET_SFTP}, {"ftps://", TARGET_FTPS},
	{"ftp://", TARGET_FTP},   {"davs://", TARGET_DAVS}, {"dav://", TARGET_DAV},
	{"s3://", TARGET_S3},
};

static bool looks_secret(struct arena *a, struct str key)
{
	static const char *const words[] = {"mat_khau",    "password", "passwd",    "secret",
					    "khoa_bi_mat", "token",    "passphrase"};
	struct str folded = schema_key(a, key);

	for (size_t i = 0; i < COUNT(words); i++) {
		if (str_eq_z(folded, words[i]))
			return true;
	}
	return false;
}

/* Without a line, which would be shown, and the secret with it. */
static bool refuse_secret(const struct value *v, struct diag *d)
{
	return diag_error(d, (struct pos){.source = v->pos.source},
			  _("there is a password in \"dich\"; take it out of site.yaml, which "
			    "others read: write it into a file that only you can read and "
			    "name that in \"tep_mat_khau\", or set CCHC_PASSWORD"));
}

/* "user:password@" before the first '/' behind "://". */
static bool has_password(struct str address)
{
	struct str host, user;
	size_t at;

	if (!str_find(address, STR("://"), 0, &at))
		return false;
	host = str_cut(str_from(address, at + 3), '/', &address);
	user = str_cut_last(host, '@', &host);
	return str_has(user, ':');
}

static bool check_target_secrets(struct arena *a, const struct value *v, struct diag *d)
{
	for (uint32_t i = 0; v && v->kind == VALUE_MAP && i < v->n; i++) {
		const struct value_entry *e = &v->entries[i];

		if (looks_secret(a, e->key) ||
		    (e->value->kind == VALUE_STRING && has_password(e->value->text)))
			return refuse_secret(v, d);
	}
	return true;
}

bool targets_check_secrets(const struct value *site_yaml, struct diag *d)
{
	struct arena scratch = {0};
	const struct value_entry *e =
		site_yaml->kind == VALUE_MAP ? schema_find(site_yaml, "dich") : NULL;
	bool ok = true;

	if (e && e->value->kind == VALUE_MAP)
		ok = check_target_secrets(&scratch, e->value, d);
	for (uint32_t i = 0; e && e->value->kind == VALUE_LIST && i < e->value->n && ok; i++)
		ok = check_target_secrets(&scratch, e->value->entries[i].value, d);
	arena_free(&scratch);
	return ok;
}

/* One target being checked: where its keys were written, and where to complain. */
struct checking {
	struct target *target;
	const struct value *written;
	struct diag *diag;
};

static struct pos place(const struct checking *c, const char *key)
{
	return place_of_field(c->written, key);
}

static bool take_scheme(const struct checking *c, struct str *rest)
{
	for (size_t i = 0; i < COUNT(schemes); i++) {
		struct str prefix = str_of(schemes[i].prefix);

		if (!str_starts(c->target->address, prefix))
			continue;
		c->target->scheme = schemes[i].scheme;
		*rest = str_from(c->target->address, prefix.n);
		return true;
	}
	return diag_error(c->diag, place(c, "dia_chi"),
			  _("\"dia_chi\" must begin with file://, sftp://, ftps://, davs:// or "
			    "s3://, not \"" STR_FMT "\""),
			  STR_ARG(c->target->address));
}

static struct str without_end_slash(struct str path)
{
	while (str_ends(path, STR("/")))
		path.n--;
	return path;
}

/* "user@host:22/var/www": "//var" is what some write for FTP's "/var". */
static bool take_place(const struct checking *c, struct str rest)
{
	struct target *t = c->target;
	struct str path, authority = str_cut(rest, '/', &path);
	struct str user = str_cut_last(authority, '@', &t->host);

	t->path = without_end_slash(str_from(rest, authority.n));
	if (user.n)
		t->user = user;
	if (t->scheme == TARGET_FILE && (!t->host.n || str_eq_z(t->host, ".")))
		return true;
	if (t->scheme != TARGET_FILE && t->host.n)
		return true;
	return diag_error(c->diag, place(c, "dia_chi"),
			  t->scheme == TARGET_FILE
				  ? _("a folder's address is file:///folder from the disk's "
				      "root, or file://./folder below site.yaml")
				  : _("the server's name is missing in \"dia_chi\""));
}

static bool check_encrypted(const struct checking *c)
{
	const struct target *t = c->target;
	bool http = str_starts(t->endpoint, STR("http:"));

	if (t->unencrypted || (t->scheme != TARGET_FTP && t->scheme != TARGET_DAV && !http))
		return true;
	return diag_error(c->diag, place(c, http ? "may_chu" : "dia_chi"),
			  _("this connection would not be encrypted: anybody on the way could "
			    "read the password and change pages. Take ftps://, davs:// or "
			    "https://, or write \"khong_ma_hoa: true\" if it must be"));
}

static bool check_s3(const struct checking *c)
{
	struct target *t = c->target;

	if (t->scheme != TARGET_S3)
		return true;
	if (!t->region.n)
		t->region = STR("us-east-1");
	if (t->endpoint.n)
		return true;
	return diag_error(c->diag, place(c, "dia_chi"),
			  _("an S3 target needs \"may_chu\", the service's address, such as "
			    "https://s3.example.vn"));
}

static bool check_releases(const struct checking *c)
{
	if (c->target->releases < 0 || c->target->scheme == TARGET_FILE)
		return true;
	return diag_error(c->diag, place(c, "giu_ban"),
			  _("\"giu_ban\" is for file:// only: other servers cannot switch a "
			    "whole release in one step"));
}

static bool check_gzip(const struct checking *c)
{
	if (!c->target->gzip || c->target->scheme == TARGET_S3)
		return true;
	return diag_error(c->diag, place(c, "nen"),
			  _("\"nen\" is for s3:// only: other servers compress by themselves "
			    "what they send"));
}

static void set_usual(struct target *t)
{
	if (t->connections < 0)
		t->connections = TARGET_CONNECTIONS_USUAL;
	if (t->timeout < 0)
		t->timeout = TARGET_TIMEOUT_USUAL;
	if (t->style < 0)
		t->style = TARGET_STYLE_PATH;
	t->endpoint = without_end_slash(t->endpoint);
	t->public_url = without_end_slash(t->public_url);
}

static bool check_one(const struct checking *c)
{
	struct str rest = {0};

	set_usual(c->target);
	return take_scheme(c, &rest) && take_place(c, rest) && check_encrypted(c) &&
	       check_s3(c) && check_releases(c) && check_gzip(c);
}

static bool check_code(const struct checking *c, const struct target *first, size_t i)
{
	for (size_t k = 0; k < i; k++) {
		if (str_eq(first[k].code, c->target->code))
			return diag_error(c->diag, place(c, "ma"),
					  _("two targets have the same \"ma\"; each needs its "
					    "own"));
	}
	return true;
}

bool targets_check(struct config *c, struct diag *d)
{
	struct target *targets = c->targets.items;
	bool ok = true;

	for (size_t i = 0; i < c->targets.n; i++) {
		struct checking one = {&targets[i], config_item(c, "dich", i), d};

		ok &= check_one(&one) && check_code(&one, targets, i);
	}
	return ok;
}

static const struct target *usual_target(struct arena *a)
{
	struct target *t = arena_new(a, struct target);

	*t = (struct target){.code = STR("thu-muc"),
			     .address = STR("file://./xuat-ban"),
			     .scheme = TARGET_FILE,
			     .host = STR("."),
			     .path = STR("/xuat-ban"),
			     .rate = -1,
			     .releases = -1};
	set_usual(t);
	return t;
}

static const struct target *refuse_code(const struct config *c, struct str code, struct diag *d)
{
	struct buf codes = {.arena = d->arena};

	for (size_t i = 0; i < c->targets.n; i++) {
		buf_add_z(&codes, i ? ", " : "");
		buf_add(&codes, LIST_ITEM(c->targets, struct target, i)->code);
	}
	diag_error(d, diag_file(d, c->source.path),
		   codes.n ? _("\"dich\" has no target \"" STR_FMT "\"; there are: " STR_FMT)
			   : _("\"dich\" has no target \"" STR_FMT "\": it is empty" STR_FMT),
		   STR_ARG(code), STR_ARG(buf_str(&codes)));
	return NULL;
}

const struct target *target_find(struct arena *a, const struct config *c, struct str code,
				 struct diag *d)
{
	for (size_t i = 0; i < c->targets.n; i++) {
		const struct target *t = LIST_ITEM(c->targets, struct target, i);

		if (!code.n || str_eq(t->code, code))
			return t;
	}
	return code.n ? refuse_code(c, code, d) : usual_target(a);
}
