#include "net/trouble.h"

static const char *const words[] = {
	[TROUBLE_CUT] = N_("the connection was cut again and again; look at the network, and "
			   "publish again: it goes on where it stopped"),
	[TROUBLE_SILENCE] = N_("the server does not answer in time; look at the network, or "
			       "give it longer with \"thoi_gian_cho\""),
	[TROUBLE_BUSY] =
		N_("the server is overloaded or out of order, or its disk is full; publish "
		   "again later"),
	[TROUBLE_NO_HOST] = N_("there is no server of that name; look at \"dia_chi\" and at "
			       "the network"),
	[TROUBLE_NO_WAY] = N_("nobody listens there; look at the name and the port in "
			      "\"dia_chi\", and whether the server is on"),
	[TROUBLE_LOGIN] =
		N_("the server does not accept this account or its password or key; "
		   "look at \"tai_khoan\" and at what CCHC_PASSWORD, \"tep_mat_khau\" "
		   "or \"khoa\" give"),
	[TROUBLE_RSA] =
		N_("the server does not accept this RSA key: the SSH library here signs "
		   "with it in an old way that servers refuse. Make a key of the type "
		   "ed25519: ssh-keygen -t ed25519"),
	[TROUBLE_HOST_UNKNOWN] = N_("this server's key is not known here; compare the "
				    "fingerprint with what the server's keeper tells you, then "
				    "call again with --host-key"),
	[TROUBLE_HOST_CHANGED] = N_("this server's key is not the one that is known here: "
				    "somebody may stand between you and it. Ask the server's "
				    "keeper; only if the key was changed on purpose, remove "
				    "the old line from the file of known servers"),
	[TROUBLE_CERTIFICATE] = N_("the server's certificate is not signed by anybody who is "
				   "trusted here; if it is your own, name its authority in "
				   "\"chung_chi\""),
	[TROUBLE_CERTIFICATE_OLD] = N_("the server's certificate has expired, or this "
				       "machine's clock is wrong"),
	[TROUBLE_CERTIFICATE_NAME] = N_("the server's certificate is for another name than "
					"that in \"dia_chi\""),
	[TROUBLE_TLS] = N_("no encryption that is safe could be agreed on; the server must "
			   "know TLS 1.2 or newer"),
	[TROUBLE_NO_TLS] = N_("the server offers no encryption (TLS)"),
	[TROUBLE_SIGNATURE] = N_("the server does not accept the signature: the secret key is "
				 "wrong"),
	[TROUBLE_KEY_ID] = N_("the server does not know this access key; look at "
			      "\"tai_khoan\""),
	[TROUBLE_REGION] = N_("the server is in another region; put \"vung\" right"),
	[TROUBLE_CLOCK] = N_("this machine's clock and the server's differ too much; put the "
			     "clock right"),
	[TROUBLE_BUCKET] = N_("there is no such bucket; look at \"dia_chi\""),
	[TROUBLE_STOPS] =
		N_("the server stops in the middle of a file: most likely its disk, or "
		   "your share of it, is full, or the connection is cut again and "
		   "again"),
	[TROUBLE_FULL] = N_("the server's disk or your share of it is full"),
	[TROUBLE_FORBIDDEN] = N_("the server does not let this account do that; look at the "
				 "rights of the folder"),
	[TROUBLE_NO_FOLDER] = N_("the folder in \"dia_chi\" is not there, or nothing may be "
				 "written there; make it on the server, or look at its rights"),
	[TROUBLE_PROXY] = N_("the proxy is not there, or refuses; look at \"proxy\""),
	[TROUBLE_LISTING] =
		N_("the server's list of its files is cut off or damaged: what is there is "
		   "not known, so cchc goes no further; publish again later, or ask the "
		   "server's keeper"),
	[TROUBLE_OTHER] = N_("the server refuses"),
};

bool trouble_report(enum trouble t, const struct target *target, struct str path,
		    struct str detail, struct diag *d)
{
	diag_error(d, (struct pos){0}, "\"" STR_FMT "\": %s (" STR_FMT "%s" STR_FMT ")",
		   STR_ARG(target->code), _(words[t]), STR_ARG(path), path.n ? ": " : "",
		   STR_ARG(detail));
	d->failed_machine = true;
	return false;
}

/* What S3 says in <Code>. */
static enum trouble of_code(struct str body)
{
	static const struct {
		const char *code;
		enum trouble trouble;
	} codes[] = {
		{"SignatureDoesNotMatch", TROUBLE_SIGNATURE},
		{"InvalidAccessKeyId", TROUBLE_KEY_ID},
		{"AuthorizationHeaderMalformed", TROUBLE_REGION},
		{"AuthorizationQueryParametersError", TROUBLE_REGION},
		{"RequestTimeTooSkewed", TROUBLE_CLOCK},
		{"NoSuchBucket", TROUBLE_BUCKET},
		{"QuotaExceeded", TROUBLE_FULL},
		{"SlowDown", TROUBLE_BUSY},
		{"RequestTimeout", TROUBLE_SILENCE},
		{"AccessDenied", TROUBLE_FORBIDDEN},
	};

	for (size_t i = 0; i < COUNT(codes); i++) {
		struct arena scratch = {0};
		struct str element = str_fmt(&scratch, "<Code>%s</Code>", codes[i].code);
		bool found = str_holds(body, element);

		arena_free(&scratch);
		if (found)
			return codes[i].trouble;
	}
	return TROUBLE_NONE;
}

enum trouble trouble_of_http(long status, struct str body)
{
	static const struct {
		long status;
		enum trouble trouble;
	} known[] = {
		{401, TROUBLE_LOGIN},   {403, TROUBLE_FORBIDDEN}, {407, TROUBLE_PROXY},
		{408, TROUBLE_SILENCE}, {413, TROUBLE_FULL},      {425, TROUBLE_BUSY},
		{429, TROUBLE_BUSY},    {500, TROUBLE_BUSY},      {502, TROUBLE_BUSY},
		{503, TROUBLE_BUSY},    {504, TROUBLE_BUSY},      {507, TROUBLE_FULL},
	};
	enum trouble told = status >= 300 ? of_code(body) : TROUBLE_NONE;

	for (size_t i = 0; i < COUNT(known) && told == TROUBLE_NONE; i++) {
		if (known[i].status == status)
			told = known[i].trouble;
	}
	return told;
}
