"""Units: measures, and the counted noun after a number, in the singular."""

from __future__ import annotations

from sayso.resolve.quantities_tokens import Piece, is_word, tight, word

#: Measures, with the unit they are written as.
MEASURES = dict(
    pair.split()
    for pair in """
    km km, mi mile, kilometre km, kilometer km, mile mile, metre m, meter m, m m, cm cm, mm mm, foot foot, ft foot, inch
    inch, yard yard, kg kg, kilo kg, kilogram kg, gram g, g g, tonne tonne, ton ton, lb pound, ounce ounce, barrel
    barrel, litre litre, liter litre, gallon gallon, hectare hectare, acre acre, mph mph, kph km/h, degree degree,
    megawatt megawatt, mw megawatt, second second, minute minute, hour hour, hr hour, day day, night night, week
    week, month month, year year, decade decade, century century, rpm rpm, bhp bhp, hp hp, gb GB, mb MB, tb TB, gw
    GW, kw kW, kwh kWh, mah mAh, hz Hz, mhz MHz, ghz GHz, px pixel, st stone, nm nm, ml ml, mpg mpg, psi psi,
    caliber caliber, calibre caliber, kmh km/h, mg mg
""".split(",")
)
#: Words of a noun phrase end before these: articles, pronouns, prepositions, auxiliaries, frequent verbs and adverbs.
STOPS = frozenset(
    """
    own others one two three four five six seven eight nine ten eleven twelve dozen hundred thousand million billion
    hundreds thousands dozens
    a able about above according across after against ago all alone along already also although am among an and
    any apart are around arrested as at away back be became because become been before began begin behind being
    below besides between beyond both but by came can captured come could dead defected deserted despite did die
    died do does down due during dying each earlier escaped even every except fall fell fewer  find fled
    flee for found from gave get give go got had has have having he held her here him his hold how i if in
    including injured into is it its join joined just killed later leave left less like  loyal made make may
    me might more most must my near never no nor not now of off on only onto or our out over per remain remained
    remaining reported reports returned returning rise rose said say says seeking seen shall she should since so
    some still surrendered take tells than that the their them then there these they this those though through
    till to today together told tomorrow tonight took toward towards trying under unlike until up upon us via was
    we went were what when where which while who whom whose why will with within without  would wounded
    yesterday yet you your
""".split()
)
#: Plurals that the rules of `singular` would miss, and nouns that count many without an ending.
_PLURALS = dict(
    pair.split()
    for pair in """
    caches cache, headaches headache, niches niche, leaves leaf, shelves shelf, wolves wolf, heroes hero,
    torpedoes torpedo, volcanoes volcano, viruses virus, campuses campus, axes axe,
    men man, women woman, children child, people person, persons person, police police, feet foot, policemen
    policeman, gunmen gunman, militiamen militiaman, servicemen serviceman, tribesmen tribesman, lives life, wives
    wife, knives knife, troops troop, personnel personnel, staff staff, cattle cattle, media medium, teeth tooth,
    mice mouse, geese goose, halves half, thieves thief, loaves loaf, families family, data data, militia militia,
    aircraft aircraft, infantry infantry, peshmerga peshmerga, mujahideen mujahideen, mujahedeen mujahideen,
    fedayeen fedayeen, cavalry cavalry, sheep sheep, livestock livestock, dead dead, wounded wounded, injured
    injured, missing missing, rpgs RPG, ieds IED, suvs SUV, idps IDP, crises crisis, bases base, houses house,
    cases case, corpses corpse, horses horse, forces force, buses bus, gases gas, series series, species species,
    headquarters headquarters, movies movie, cookies cookie, calories calorie, spacecraft spacecraft, offspring
    offspring, casualties casualty
""".split(",")
)
_NOUNS_IN_LY = frozenset("supply family ally assembly belly butterfly monopoly anomaly fly resupply".split())
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
    return noun[:-2] if noun.endswith(("sses", "shes", "ches", "xes")) else noun[:-1]


def is_plural(token: Piece) -> bool:
    """Whether the word looks like a plural noun."""
    name = token.lower
    if name in _PLURALS or name.endswith("men"):
        return True
    return len(name) > 3 and name[-1] == "s" and name[-2] not in "sui'’" and not token.text.isupper()


def noun_after(tokens: list[Piece], at: int, single: bool) -> tuple[str, int] | None:
    """The counted noun from that token on and where it ends: the plural head, or for one thing the last word."""
    last = at
    for place in range(at, min(at + _LONGEST_PHRASE, len(tokens))):
        token = tokens[place]
        if token.text == "-" and tight(tokens, place) and tight(tokens, place + 1):
            continue
        if not is_word(token) or (_ends(token) and not _hyphened(tokens, place)):
            break
        last = place + 1
        if is_plural(token) and not single:
            return _head(tokens, place)
    while last > at and (tokens[last - 1].text == "-" or tokens[last - 1].lower.endswith("ed")):
        last -= 1  # "one post collapsed": the verb is no part of the noun
    return (singular(tokens[last - 1].lower), last) if single and last > at else None


def _ends(token: Piece) -> bool:
    """Whether a noun phrase ends before the word: a stop word, or an adverb in -ly."""
    if token.lower in STOPS:
        return token.lower not in _PLURALS
    return token.lower.endswith("ly") and token.lower not in _NOUNS_IN_LY


def _hyphened(tokens: list[Piece], place: int) -> bool:
    """Whether a hyphen ties the word to the one before ("army-held")."""
    return place > 0 and tokens[place - 1].text == "-" and tight(tokens, place) and tight(tokens, place - 1)


def _head(tokens: list[Piece], place: int) -> tuple[str, int]:
    """The plural at that token, or a further plural right after it ("security forces members")."""
    after = place + 1
    while (
        after < len(tokens) and is_word(tokens[after]) and is_plural(tokens[after]) and tokens[after].lower not in STOPS
    ):
        place, after = after, after + 1
    return singular(tokens[place].lower), after


def measure_after(tokens: list[Piece], at: int) -> tuple[str, int] | None:
    """The measure written from that token on and where it ends: "km", "tonnes", "hours"."""
    hyphen = word(tokens, at) == "-" and tight(tokens, at)
    at += hyphen
    square = word(tokens, at) in ("square", "cubic", "sq", "nautical", "light")
    name = word(tokens, at + square)
    name = MEASURES.get(name) or MEASURES.get(singular(name), "")
    if not name or (len(word(tokens, at)) == 1 and (not tight(tokens, at) or tokens[at].text.isupper())):
        return None
    return (f"{word(tokens, at)} {name}" if square else name), at + square + 1
