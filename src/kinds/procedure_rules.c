#include "kinds/procedure_rules.h"

const struct rule procedure_rules[PROCEDURE_RULES] = {
	[TT_PART_MISSING] = {"TT-01", DIAG_ERROR,
			     N_("A procedure has all parts that the law asks for.")},
	[TT_FEE_SILENT] = {"TT-02", DIAG_ERROR,
			   N_("Fees are named, or it is said that there are none.")},
	[TT_TERM_CONFLICT] = {"TT-03", DIAG_WARNING,
			      N_("The term in words says what the ways to apply say.")},
	[TT_DATA_ASKED_FOR] = {"TT-04", DIAG_WARNING,
			       N_("A paper that a database replaces is not asked for.")},
	[TT_BASIS_ENDED] = {"TT-05", DIAG_WARNING, N_("The legal basis is in force.")},
	[TT_PUBLIC_LATE] = {"TT-06", DIAG_WARNING,
			    N_("What was decided is made public in time.")},
	[TT_FORM_MISSING] = {"TT-07", DIAG_ERROR,
			     N_("Each form that is to be filled in can be had.")},
	[TT_OLD_LEVEL] = {"TT-08", DIAG_WARNING,
			  N_("Online services are called toàn trình or một phần, not by the "
			     "old levels 1 to 4.")},
	[TT_ENDED_LINKED] = {"TT-09", DIAG_ERROR,
			     N_("Nothing sends people to a procedure that has ended.")},
	[TT_NO_GROUND] = {"TT-10", DIAG_ADVICE,
			  N_("A requirement of a unit's own process names what it rests on.")},
	[TT_NOT_HTTPS] = {"TT-11", DIAG_ERROR,
			  N_("Links to apply, look up and pay begin with https.")},
	[TT_REVIEW_OVERDUE] = {"TT-12", DIAG_WARNING, N_("The review is not overdue.")},
	[TT_CODE_GRAMMAR] = {"TT-13", DIAG_ERROR,
			     N_("The code has the form of the national database.")},
	[TT_LOOKS_NATIONAL] = {"TT-14", DIAG_ERROR,
			       N_("A unit's own process has no national code, level or "
				  "announcing decision.")},
	[TT_CALLED_NATIONAL] = {"TT-15", DIAG_WARNING,
				N_("A unit's own process is not called thủ tục hành chính.")},
	[TT_NO_END] = {"TT-16", DIAG_ERROR, N_("What is abolished says since when.")},
	[TT_NO_SUCCESSOR] = {"TT-17", DIAG_ERROR, N_("What is replaced says by what.")},
	[TT_NO_CHANGE] = {"TT-18", DIAG_ERROR, N_("What is amended says what has changed.")},
	[TT_PARTIAL_REASON] = {"TT-19", DIAG_ERROR,
			       N_("A service that is online in part says why.")},
	[TT_NO_APPLY_URL] = {"TT-20", DIAG_ERROR,
			     N_("What can be done online says at which address.")},
	[TT_ONLINE_UNTOLD] = {"TT-21", DIAG_WARNING,
			      N_("The online level and the ways to apply agree.")},
	[TT_STRANGE_HOST] = {"TT-22", DIAG_WARNING,
			     N_("Links to services lead to hosts that site.yaml names.")},
	[TT_PAPER_OF_NOTHING] = {"TT-23", DIAG_ERROR,
				 N_("Each paper is handed in, shown, or found in a database.")},
	[TT_SETS] = {"TT-24", DIAG_WARNING, N_("The number of sets and the papers agree.")},
	[TT_PAPERS_AFTER_ALL] = {"TT-25", DIAG_ERROR,
				 N_("A procedure without papers lists none.")},
	[TT_ONE_STEP] = {"TT-26", DIAG_WARNING, N_("The course has two steps or more.")},
	[TT_FORM_FILE] = {"TT-27", DIAG_WARNING,
			  N_("Forms are files of PDF and DOCX, of at most 10 MB.")},
	[TT_BOARD_VERSION] = {"TT-28", DIAG_WARNING,
			      N_("The sheet on the board is the version of the site.")},
	[TT_FEES_DISAGREE] = {"TT-29", DIAG_ERROR,
			      N_("Fees are the same wherever they are named.")},
	[TT_STATE_AGAINST_DATE] = {"TT-30", DIAG_WARNING,
				   N_("State and dates of a procedure agree.")},
	[TT_COUNTER] = {"TT-31", DIAG_ERROR,
			N_("Each counter where one applies has an address and hours.")},
	[TT_NO_REVIEW] = {"TT-32", DIAG_ERROR,
			  N_("A national procedure says when it was and will be reviewed.")},
	[TT_NO_DECISION] = {"TT-33", DIAG_WARNING,
			    N_("Each step in the life of a national procedure has its "
			       "decision.")},
	[TT_NO_TERM] = {"TT-34", DIAG_WARNING, N_("Each way to apply has its term.")},
};

#define AT(rule) &procedure_rules[rule]

const struct rule *const procedure_rule_list[PROCEDURE_RULES] = {
	AT(TT_PART_MISSING),     AT(TT_FEE_SILENT),       AT(TT_TERM_CONFLICT),
	AT(TT_DATA_ASKED_FOR),   AT(TT_BASIS_ENDED),      AT(TT_PUBLIC_LATE),
	AT(TT_FORM_MISSING),     AT(TT_OLD_LEVEL),        AT(TT_ENDED_LINKED),
	AT(TT_NO_GROUND),        AT(TT_NOT_HTTPS),        AT(TT_REVIEW_OVERDUE),
	AT(TT_CODE_GRAMMAR),     AT(TT_LOOKS_NATIONAL),   AT(TT_CALLED_NATIONAL),
	AT(TT_NO_END),           AT(TT_NO_SUCCESSOR),     AT(TT_NO_CHANGE),
	AT(TT_PARTIAL_REASON),   AT(TT_NO_APPLY_URL),     AT(TT_ONLINE_UNTOLD),
	AT(TT_STRANGE_HOST),     AT(TT_PAPER_OF_NOTHING), AT(TT_SETS),
	AT(TT_PAPERS_AFTER_ALL), AT(TT_ONE_STEP),         AT(TT_FORM_FILE),
	AT(TT_BOARD_VERSION),    AT(TT_FEES_DISAGREE),    AT(TT_STATE_AGAINST_DATE),
	AT(TT_COUNTER),          AT(TT_NO_REVIEW),        AT(TT_NO_DECISION),
	AT(TT_NO_TERM),
};

void procedure_inspect(const void *data, struct inspection *i)
{
	procedure_inspect_parts(data, i);
	procedure_inspect_life(data, i);
	procedure_inspect_papers(data, i);
	procedure_inspect_online(data, i);
	procedure_inspect_service(data, i);
}
