"""Units: currencies, measures, and the counted noun after a number, in the singular."""

from __future__ import annotations

from sayso.resolve.quantities_tokens import Piece, tight, word

#: Signs and codes before a number, longest first where they share a beginning (ISO 4217).
SIGNS = {"$": "USD", "£": "GBP", "€": "EUR", "¥": "JPY", "₹": "INR", "₺": "TRY", "₽": "RUB", "₪": "ILS", "₦": "NGN", "₴": "UAH", "₩": "KRW", "₱": "PHP", "฿": "THB"}  # fmt: skip
DOLLARS = {"us": "USD", "usd": "USD", "a": "AUD", "au": "AUD", "c": "CAD", "ca": "CAD", "hk": "HKD", "nz": "NZD", "s": "SGD", "nt": "TWD"}  # fmt: skip
_LETTERS = {"Rs": "rupee", "RM": "MYR", "Tk": "BDT", "Sh": "shilling", "KSh": "KES", "Ksh": "KES", "Fr": "franc", "DM": "DEM", "ID": "IQD"}
CODES = frozenset(
    "USD EUR GBP JPY CHF CAD AUD CNY INR RUB TRY IQD SYP LBP JOD KWD SAR AED QAR IRR EGP LYD TND DZD MAD SDG SSP YER AFN "
    "PKR BDT LKR NPR MMK THB IDR PHP VND KRW NGN KES ETB SOS UGX TZS RWF CDF XAF XOF ZAR GHS COP MXN BRL ARS CLP PEN VES "
    "UAH PLN CZK HUF RON BGN SEK NOK DKK ILS GEL AMD AZN KZT UZS TJS MLR MZN ZWL".split()
)
#: Currency words that mean one currency by themselves.
ALONE = {
    "dollar": "USD", "buck": "USD", "euro": "EUR", "yen": "JPY", "yuan": "CNY", "renminbi": "CNY", "ruble": "RUB", "rouble": "RUB",
    "shekel": "ILS", "naira": "NGN", "hryvnia": "UAH", "afghani": "AFN", "birr": "ETB", "baht": "THB", "kyat": "MMK", "sterling": "GBP",
    "zloty": "PLN", "cedi": "GHS", "ringgit": "MYR", "rupiah": "IDR", "lari": "GEL", "tenge": "KZT", "dong": "VND", "forint": "HUF",
    "bolivar": "VES", "taka": "BDT",
}  # fmt: skip
#: Currency words that many countries share: without its country the word itself is the unit.
SHARED = frozenset("dinar pound lira riyal rial rupee peso franc shilling dirham krone krona crown real rand som manat cent penny".split())
#: The country before a shared word makes it one currency.
COUNTRIES = {
    ("iraqi", "dinar"): "IQD", ("jordanian", "dinar"): "JOD", ("kuwaiti", "dinar"): "KWD", ("libyan", "dinar"): "LYD",
    ("tunisian", "dinar"): "TND", ("algerian", "dinar"): "DZD", ("serbian", "dinar"): "RSD", ("bahraini", "dinar"): "BHD",
    ("syrian", "pound"): "SYP", ("syrian", "lira"): "SYP", ("egyptian", "pound"): "EGP", ("lebanese", "pound"): "LBP",
    ("lebanese", "lira"): "LBP", ("sudanese", "pound"): "SDG", ("british", "pound"): "GBP", ("turkish", "lira"): "TRY",
    ("saudi", "riyal"): "SAR", ("qatari", "riyal"): "QAR", ("yemeni", "riyal"): "YER", ("yemeni", "rial"): "YER",
    ("iranian", "rial"): "IRR", ("iranian", "riyal"): "IRR", ("omani", "rial"): "OMR", ("pakistani", "rupee"): "PKR",
    ("indian", "rupee"): "INR", ("nepali", "rupee"): "NPR", ("nepalese", "rupee"): "NPR", ("lankan", "rupee"): "LKR",
    ("philippine", "peso"): "PHP", ("mexican", "peso"): "MXN", ("colombian", "peso"): "COP", ("argentine", "peso"): "ARS",
    ("chilean", "peso"): "CLP", ("swiss", "franc"): "CHF", ("congolese", "franc"): "CDF", ("rwandan", "franc"): "RWF",
    ("cfa", "franc"): "XOF", ("kenyan", "shilling"): "KES", ("somali", "shilling"): "SOS", ("ugandan", "shilling"): "UGX",
    ("tanzanian", "shilling"): "TZS", ("moroccan", "dirham"): "MAD", ("emirati", "dirham"): "AED", ("danish", "krone"): "DKK",
    ("norwegian", "krone"): "NOK", ("swedish", "krona"): "SEK", ("danish", "crown"): "DKK", ("swedish", "crown"): "SEK",
    ("norwegian", "crown"): "NOK", ("czech", "crown"): "CZK", ("brazilian", "real"): "BRL", ("australian", "dollar"): "AUD",
    ("canadian", "dollar"): "CAD", ("zealand", "dollar"): "NZD", ("kong", "dollar"): "HKD", ("singapore", "dollar"): "SGD",
    ("us", "dollar"): "USD", ("american", "dollar"): "USD", ("african", "rand"): "ZAR", ("korean", "won"): "KRW", ("sterling", "pound"): "GBP",
}  # fmt: skip
#: Measures, with the unit they are written as.
MEASURES = {
    "km": "km", "kilometre": "km", "kilometer": "km", "mile": "mile", "metre": "m", "meter": "m", "m": "m", "cm": "cm", "mm": "mm",
    "foot": "foot", "ft": "foot", "inch": "inch", "yard": "yard", "kg": "kg", "kilo": "kg", "kilogram": "kg", "gram": "g", "g": "g",
    "tonne": "tonne", "ton": "ton", "lb": "pound", "ounce": "ounce", "barrel": "barrel", "litre": "litre", "liter": "litre", "gallon": "gallon",
    "hectare": "hectare", "acre": "acre", "mph": "mph", "kph": "km/h", "degree": "degree", "megawatt": "megawatt", "mw": "megawatt",
    "second": "second", "minute": "minute", "hour": "hour", "hr": "hour", "day": "day", "night": "night", "week": "week", "month": "month",
    "year": "year", "decade": "decade", "century": "century", "rpm": "rpm", "bhp": "bhp", "hp": "hp", "gb": "GB", "mb": "MB", "tb": "TB",
    "gw": "GW", "kw": "kW", "kwh": "kWh", "mah": "mAh", "hz": "Hz", "mhz": "MHz", "ghz": "GHz", "px": "pixel", "st": "stone",
    "nm": "nm", "ml": "ml", "mpg": "mpg", "psi": "psi", "caliber": "caliber", "calibre": "caliber", "kmh": "km/h", "mg": "mg",
}  # fmt: skip
#: Words of a noun phrase end before these: articles, pronouns, prepositions, auxiliaries, frequent verbs and adverbs.
STOPS = frozenset(
    """a an the this that these those some any each every no all both and or but nor so yet if as than then when while where who whom whose
    which what why how of in on at to from by with without within into onto over under above below between among through during
    since until till after before against about around across along behind beyond near off out up down for per via upon toward towards
    despite besides except including like unlike because although though is are was were be been being am has have had having do does did
    will would shall should can could may might must it its he him his she her they them their we us our you your i me my not never
    also only just even still already now today yesterday tomorrow tonight here there ago later earlier alone away back together apart
    said says say told tells reported reports killed wounded injured died dead die dying left leave fled flee joined join went go came come
    took take made make fell fall rose rise got get gave give became become remain remained remaining seen found find held hold began
    begin were captured arrested deserted defected surrendered escaped returned returning fighting trying seeking living working
    loyal able due more less fewer most according""".split()
)
_PLURALS = {
    "men": "man", "women": "woman", "children": "child", "people": "person", "persons": "person", "police": "police", "feet": "foot",
    "policemen": "policeman", "gunmen": "gunman", "militiamen": "militiaman", "servicemen": "serviceman", "tribesmen": "tribesman",
    "lives": "life", "wives": "wife", "knives": "knife", "troops": "troop", "personnel": "personnel", "staff": "staff", "cattle": "cattle",
    "media": "medium", "teeth": "tooth", "mice": "mouse", "geese": "goose", "halves": "half", "thieves": "thief", "loaves": "loaf",
    "families": "family", "data": "data", "militia": "militia", "aircraft": "aircraft", "infantry": "infantry", "peshmerga": "peshmerga",
    "mujahideen": "mujahideen", "mujahedeen": "mujahideen", "fedayeen": "fedayeen", "cavalry": "cavalry", "sheep": "sheep", "livestock": "livestock",
    "dead": "dead", "wounded": "wounded", "injured": "injured", "missing": "missing", "rpgs": "RPG", "ieds": "IED", "suvs": "SUV", "idps": "IDP",
    "crises": "crisis", "bases": "base", "houses": "house", "cases": "case", "corpses": "corpse", "horses": "horse", "forces": "force",
    "buses": "bus", "gases": "gas", "series": "series", "species": "species", "headquarters": "headquarters", "movies": "movie",
    "cookies": "cookie", "calories": "calorie", "spacecraft": "spacecraft", "offspring": "offspring", "casualties": "casualty",
}  # fmt: skip
#: No more words than this between a number and the noun it counts.
_LONGEST_PHRASE = 6


def singular(noun: str) -> str:
    """The singular of an English noun, as far as its ending tells."""
    if noun in _PLURALS:
        return _PLURALS[noun]
    if len(noun) < 4 or not noun.endswith("s") or noun.endswith(("ss", "us", "is")):
        return noun
    if noun.endswith("men"):
        return noun[:-3] + "man"
    if noun.endswith("ies"):
        return noun[:-3] + "y"
    return noun[:-2] if noun.endswith(("sses", "shes", "ches", "xes", "zes")) else noun[:-1]


def is_plural(token: Piece) -> bool:
    """Whether the word looks like a plural noun."""
    name = token.lower
    if name in _PLURALS or name.endswith("men"):
        return True
    return len(name) > 3 and name[-1] == "s" and name[-2] not in "sui'’" and not token.text.isupper()


def is_word(token: Piece) -> bool:
    """Whether the token is a word, not figures or a mark."""
    return token.text[0].isalpha()


def noun_after(tokens: list[Piece], at: int, single: bool) -> tuple[str, int] | None:
    """The counted noun from that token on and where it ends: the plural head, or for one thing the last word."""
    last = at
    for place in range(at, min(at + _LONGEST_PHRASE, len(tokens))):
        token = tokens[place]
        if token.text == "-" and tight(tokens, place) and tight(tokens, place + 1):
            continue
        if not is_word(token) or token.lower in STOPS and token.lower not in _PLURALS or token.lower.endswith("ly"):
            break
        last = place + 1
        if is_plural(token) and not single:
            return _head(tokens, place)
    if last == at or not single:
        return None
    return singular(tokens[last - 1].lower), last


def _head(tokens: list[Piece], place: int) -> tuple[str, int]:
    """The plural at that token, or a further plural right after it ("security forces members")."""
    after = place + 1
    while after < len(tokens) and is_word(tokens[after]) and is_plural(tokens[after]) and tokens[after].lower not in STOPS:
        place, after = after, after + 1
    return singular(tokens[place].lower), after


def currency_before(tokens: list[Piece], at: int) -> tuple[str, int] | None:
    """The currency written right before that token and where it begins: "$", "US$", "USD", "Rs"."""
    before = word(tokens, at - 1)
    if before in SIGNS:
        if before == "$" and tight(tokens, at - 1) and word(tokens, at - 2) in DOLLARS:
            return DOLLARS[tokens[at - 2].lower], at - 2
        if before == "$" and word(tokens, at - 2) == "us":
            return "USD", at - 2
        return SIGNS[before], at - 1
    if at and tokens[at - 1].text in CODES:
        return tokens[at - 1].text, at - 1
    return (_LETTERS[tokens[at - 1].text], at - 1) if at and tokens[at - 1].text in _LETTERS else None


def currency_after(tokens: list[Piece], at: int) -> tuple[str, int] | None:
    """The currency written from that token on and where it ends: "dollars", "Iraqi dinars", "EUR"."""
    if word(tokens, at) == "-" and tight(tokens, at):
        at += 1
    if at < len(tokens) and (tokens[at].text in CODES or tokens[at].text in SIGNS):
        return SIGNS.get(tokens[at].text, tokens[at].text), at + 1
    name = singular(word(tokens, at)) if word(tokens, at) not in ("pence", "p") else "penny"
    if name in ALONE:
        return ALONE[name], at + 1
    if name in SHARED and not (name == "pound" and word(tokens, at + 1) == "of"):
        return name, at + 1
    for skip in (1, 2):
        pair = (word(tokens, at + skip - 1), singular(word(tokens, at + skip)))
        if pair in COUNTRIES:
            return COUNTRIES[pair], at + skip + 1
    return None


def measure_after(tokens: list[Piece], at: int) -> tuple[str, int] | None:
    """The measure written from that token on and where it ends: "km", "tonnes", "hours"."""
    hyphen = word(tokens, at) == "-" and tight(tokens, at)
    at += hyphen
    square = word(tokens, at) in ("square", "cubic", "sq", "nautical", "light")
    name = word(tokens, at + square)
    name = MEASURES.get(name) or MEASURES.get(singular(name), "")
    if not name or (len(word(tokens, at)) == 1 and not tight(tokens, at)):
        return None
    return (f"{word(tokens, at)} {name}" if square else name), at + square + 1
