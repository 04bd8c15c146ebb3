"""What verbs of telling need: a hearer, a "that", a subject behind them."""

from __future__ import annotations

TOLD = frozenset(
    {"told", "tells", "tell", "telling", "informed", "informing", "informs", "assured", "reminded", "briefed"}
)
#: Verbs that also take a plain object ("found the body"): they tell only with "that" or a quotation.
NEED_THAT = frozenset(
    (
        "accuse accused accuses agree agreed ask asked asks brief broadcast calculate carried carries carry "
        "carrying consider considered considers continue continued continues count counted counts detail "
        "detailed details dismiss dismissed dispute disputed document documented documents expect expected "
        "expects fear feared fears find finds forecast found hear heard learn learned learnt lists mention "
        "mentioned notes pledge pledged post posted publish published put puts question questioned read "
        "reads record recorded records reject rejected relay relayed repeat repeated respond responded "
        "contend contends contended counter counters countered protest protests protested volunteer volunteered "
        "certify certifies certified stipulate stipulates stipulated signs speak speaking speaks spoke suspect "
        "suspected swear swore testify vow vowed "
    ).split()
)
DENY_OBJECT = frozenset(
    {
        "deny",
        "denied",
        "denies",
        "denying",
        "reject",
        "rejected",
        "rejects",
        "dismiss",
        "dismissed",
        "dismisses",
        "dispute",
        "disputed",
        "disputes",
        "refute",
        "refuted",
        "refutes",
    }
)
#: Verbs that may stand before their subject: `“…,” said X`.
INVERTED = frozenset(
    (
        "said says say added adds wrote writes noted notes explained explains recalled recalls insisted insists warned "
        "warns admitted admits claimed claims argued argues acknowledged acknowledges remarked replied replies "
        "reported reports announced stated observed commented complained lamented conceded concluded asked asks "
        "told tells quipped declared confirmed whispered shouted"
    ).split()
)
#: So far before "that reveal" the paper may stand that reveals.
PAPER_WITHIN = 16
NOBODY = frozenset({"nobody", "none", "no", "you"})
PUT = frozenset({"put", "puts", "putting"})
ACCUSE = frozenset({"accuse", "accused", "accuses", "accusing"})
