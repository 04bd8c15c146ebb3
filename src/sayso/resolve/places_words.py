"""Words around the names of places: prepositions with their roles, nouns that a name follows, words that forbid."""

from __future__ import annotations


def _words(line: str) -> frozenset[str]:
    return frozenset(line.split())


#: Preposition or verb right before a place → role of the place.
ROLES: dict[str, str] = {
    **dict.fromkeys(
        "in near at around outside inside within across on along throughout over beyond amid outskirts "
        "besieged held controlled captured recaptured retook seized liberated lost overran stormed entered bombed "
        "attacked hit shelled defended encircled surrounded recapture retake capture seize "
        "liberate isolate besiege encircle storm clear secure defend bomb "
        "occupied retaken taken".split(),
        "where",
    ),
    **dict.fromkeys("from fled fleeing flee left leaving leave quit quitting abandoned abandoning".split(), "from"),
    **dict.fromkeys(
        "to into toward towards reach reached reaching entering via through crossed crossing onto".split(), "to"
    ),
}
#: Nouns that take "of" and a place: "the town of X", "west of X", "the battle of X".
PLACE_NOUNS = _words(
    """town city village district province state region area areas suburb suburbs outskirts centre center neighborhood
    neighbourhood quarter governorate county territory territories capital stronghold bastion camp port border borders
    west east north south northwest northeast southwest southeast north-west north-east south-west south-east part parts
    most much half swathes swaths swath edge edges heart remainder battle siege capture recapture fall liberation
    retaking control
    loss seizure defence defense hamlet settlement municipality island islands forest mountains valley basin coast
    desert plains streets rest all north-central countryside hills jungles tip corner zone belt canton oblast
    department township stronghold base prison airport garrison invasion occupation bombardment shelling side sides
    surroundings environs vicinity frontier interior kilometres kilometers km miles"""
)
#: A place noun right before the name, without "of": "the border town al-Qaim", "frontline city Mosul".
BEFORE = _words("town city village province district state region governorate camp stronghold capital oblast")
#: Nouns after the name that belong to the place: "Anbar province", "Borno State", "Sambisa Forest".
AFTER = {
    "province": "province",
    "provinces": "province",
    "governorate": "province",
    "state": "province",
    "region": "",
    "oblast": "province",
    "department": "province",
    "district": "district",
    "county": "district",
    "territory": "",
    "municipality": "district",
    "city": "town",
    "town": "town",
    "village": "town",
    "area": "",
    "countryside": "",
    "front": "",
    "border": "",
    "camp": "site",
    "prison": "site",
    "airport": "site",
    "dam": "site",
    "base": "site",
    "forest": "",
    "valley": "",
    "mountains": "",
    "desert": "",
    "basin": "",
    "peninsula": "",
    "canton": "district",
    "suburb": "",
    "neighborhood": "",
    "neighbourhood": "",
    "outskirts": "",
    "battlefield": "",
    "frontline": "",
    "frontlines": "",
}
#: Compass words and the like before a name: "western Anbar", "central Mali".
MODIFIERS = _words(
    """western eastern northern southern north south east west central northwestern northeastern southwestern
    southeastern north-western north-eastern south-western south-eastern north-west north-east south-west south-east
    northwest northeast southwest southeast upper lower mid greater rural downtown inner outer nearby neighboring
    neighbouring far north-central south-central mainland coastal war-torn war-ravaged"""
)
#: Between a preposition and a name: articles and what leads up to the name.
BETWEEN = _words(
    """the a its their his nearby neighboring neighbouring border frontline front-line besieged strategic coastal
    embattled
    regional provincial northern southern eastern western central key small remote town city village district province
    state region area areas suburb outskirts capital stronghold of and or parts both port former restive volatile
    jihadist-held rebel-held government-held oil-rich ancient historic holy mountainous rugged desert extremist de facto
    main largest second-largest isis-held town's country"""
)
#: A country or capital before these is its government: "Washington said", "Moscow has denied".
GOVERNMENT_ACTS = _words(
    """said says denied denies accused accuses insisted insists wants wanted announced claims claimed warned warns
    backs backed supports supported considers vowed pledged hopes hoped blamed blames launched arms armed trained trains
    maintains responded intervened deployed withdrew urged urges demanded demands feared fears recognised recognized
    declined refused refuses ordered supplied supplies provided provides offered offers signed lists designated imposed
    has had is was will would may might could can must should did does also"""
)
#: Prepositions after which a country is an actor: "talks with Moscow", "backed by Iran".
ACTORS = _words("with by against according between-states thanks loyal than as like versus vs without")
#: Nouns whose "of", "from" or "to" takes a state or body, not a place: "president of Syria", "support from Iran".
BODIES = _words(
    """government president king prime minister ministry leader leaders parliament army military forces republic
    kingdom university bank church bishop archbishop emir sultan ambassador embassy citizen citizens people
    nationals national support aid help backing funding funds money weapons arms pressure statement order orders
    supplies assistance loyalty allegiance threat enemy ally allies friend war state-owned name flag constitution
    economy history policy strategy role position denial interests mufti patriarch archdiocese institute club bank
    daughter son sons wife names demands message letter call appeal relations ties according capital-flight rival
    response subsidies cash logistical due owing compared similar relative prior next belong belonged belongs loyal
    service channel newspaper network broadcaster station website outlet daily weekly magazine minister consul
    delegation flight flights born native minister-general emirate caliphate republics crown"""
)
#: After a name these make it part of who somebody is, not where something happened: "Anbar provincial council".
OFFICES = _words(
    """provincial council governor governorate-council police mayor tribes tribe tribal tribesmen government governments
    officials official authorities regime administration army troops forces military spokesman lawmaker mp parliament
    chief branch native resident residents senator ministry embassy-run intelligence command commander-general"""
)
#: Before "of" these keep a capitalised run a place: "City of Mosul", "Gulf of Aden"; others make it another name.
OF_PLACES = _words("city town village province district governorate region gulf state-capital county valley port camp")
#: Nouns that stand for the land after an adjective: "Turkish territory".
SOIL = _words("territory soil")
#: Words that a capitalised run may end on without being part of the name.
TRAILING = _words(
    """monday tuesday wednesday thursday friday saturday sunday january february march april may june july august
    september october november december ramadan
    jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thurs fri sat sun"""
)
