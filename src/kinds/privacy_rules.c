#include "kinds/privacy_rules.h"

const struct rule privacy_rules[PRIVACY_RULES] = {
	[PRIVACY_IDENTITY] = {"RT-01", DIAG_ERROR,
			      N_("No text holds the number of an identity card.")},
	[PRIVACY_INSURANCE] = {"RT-02", DIAG_ERROR,
			       N_("No text holds the number of somebody's health insurance.")},
	[PRIVACY_PHONE] = {"RT-03", DIAG_ERROR,
			   N_("No text holds a private telephone number; official ones stand "
			      "in contacts, units or site.yaml.")},
	[PRIVACY_BIRTH] = {"RT-04", DIAG_WARNING,
			   N_("No text gives the day of birth of somebody who is named.")},
	[PRIVACY_FILE] = {"RT-05", DIAG_WARNING,
			  N_("No text holds the code of somebody's file.")},
	[PRIVACY_STAMP] = {"RT-06", DIAG_WARNING,
			   N_("No text holds a mark of a document system with a user's name.")},
};

struct str privacy_message(struct arena *a, enum privacy_type type, struct str text)
{
	switch (type) {
	case PRIVACY_IDENTITY:
		return str_fmt(a,
			       _("\"" STR_FMT "\" looks like the number of somebody's identity "
				 "card, which may not be published; take it out"),
			       STR_ARG(text));
	case PRIVACY_INSURANCE:
		return str_fmt(a,
			       _("\"" STR_FMT "\" looks like the number of somebody's health "
				 "insurance, which may not be published; take it out"),
			       STR_ARG(text));
	case PRIVACY_PHONE:
		return str_fmt(a,
			       _("\"" STR_FMT "\" looks like somebody's private telephone "
				 "number; take it out, or, if it is an official one, write it "
				 "into a contact (lien-he) or site.yaml"),
			       STR_ARG(text));
	case PRIVACY_BIRTH:
		return str_fmt(a,
			       _("\"" STR_FMT "\" is the day of birth of somebody who is named "
				 "here; the year is enough, or the age"),
			       STR_ARG(text));
	case PRIVACY_FILE:
		return str_fmt(a,
			       _("\"" STR_FMT "\" looks like the code of somebody's file; take "
				 "it out"),
			       STR_ARG(text));
	default:
		return str_fmt(a,
			       _("\"" STR_FMT "\" is a mark that a document system put there "
				 "with the name of a user; take it out"),
			       STR_ARG(text));
	}
}
