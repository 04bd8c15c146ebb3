"""Words around the names of places: prepositions with their roles, nouns that a name follows, words that forbid."""

from __future__ import annotations


def _words(line: str) -> frozenset[str]:
    return frozenset(line.split())


#: Preposition or verb right before a place → role of the place.
ROLES: dict[str, str] = {
    **dict.fromkeys(
        "in near at around outside inside within across on along throughout over beyond amid outskirts "
        "via through "
        "besieged held controlled captured recaptured retook seized liberated lost overran stormed entered bombed "
        "attacked hit shelled defended encircled surrounded recapture retake capture seize "
        "liberate isolate besiege encircle storm clear secure defend bomb "
        "occupied retaken taken".split(),
        "where",
    ),
    **dict.fromkeys("from fled fleeing flee left leaving leave quit quitting abandoned abandoning".split(), "from"),
    **dict.fromkeys("to into toward towards reach reached reaching entering crossed crossing onto".split(), "to"),
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
    middle surroundings environs vicinity frontier interior kilometres kilometers km miles"""
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
#: Nouns after a name that make it a place even where no gazetteer has it, with how exactly they name one.
CLASS_AFTER: dict[str, str] = {
    **dict.fromkeys("province state governorate region oblast department".split(), "province"),
    **dict.fromkeys(
        """district county territory municipality canton township subdistrict sub-district subcounty sub-county ward
        parish block commune tehsil taluk upazila woreda kebele raion forest valley mountains hills river basin
        desert peninsula plateau delta lake islands wilderness reserve""".split(),
        "district",
    ),
    **dict.fromkeys("town village city hamlet suburb neighbourhood neighborhood settlement".split(), "town"),
    **dict.fromkeys(
        """camp prison airport dam base market checkpoint bridge barracks harbour harbor port mountain mount hill pass
        mine mines road island junction crossing pipeline refinery oilfield airstrip airfield outpost garrison hospital
        beach terminal pits""".split(),
        "site",
    ),
}
#: The same before a name: "Barangay Villa Miranda", "Camp Bastion", "Lake Fitri".
CLASS_BEFORE: dict[str, str] = {
    **dict.fromkeys("barangay sitio purok villa puerto puesto santa san santo saint kampung desa".split(), "town"),
    **dict.fromkeys("lake".split(), "district"),
    **dict.fromkeys("camp fort mount port cape hill rue calle".split(), "site"),
}
#: Further nouns that lead up to a name: "gold pits around X", "the road to X".
ON_LAND = _words(
    """village villages hamlets towns districts pit pits mine mines river road well wells post posts
    checkpoint checkpoints market bridge forest forests hill mountain barracks township ward parish
    block commune gate crossing"""
)
#: Words in a name that make it no place: bodies, media, feasts, languages.
NO_PLACES = _words(
    """university institute council ministry agency securities foundation group front army movement party union
    force forces command committee parliament congress senate court network federation league brigade brigades
    battalion regiment division corps legion alliance coalition militia association office bureau department-of
    company corporation bank telegram whatsapp facebook twitter youtube instagram tiktok internet christmas easter eid
    ramadan lent passover english french arabic russian spanish portuguese hausa fulani swahili pashto dari farsi
    persian tagalog hindi urdu burmese ukrainian german chinese islam islamic christian god allah bible koran quran
    act treaty agreement accord accords operation resolution article paragraph chapter section annex
    times post news press radio television daily gazette herald monitor observer"""
)
#: What follows a name that is then an adjective: "in Bravo uniform", "at Front positions".
PEOPLE_AFTER = _words(
    """fighters fighter soldiers soldier men militants militant rebels rebel members member uniform uniforms hands
    ranks positions position commanders commander officers officer officials official custody wing wings faction
    factions unit units leaders leader style spokesman spokeswoman elders elder clan tribe tribesmen family
    supporters control rule media propaganda statement report reports shares"""
)
#: Nouns whose "of" says where people live: "the inhabitants of X".
OF_PEOPLE = _words(
    """people population populace citizens residents inhabitants villagers women men elders chiefs farmers traders
    fishermen herders miners youths shopkeepers townspeople officials mothers"""
)
#: Verbs of moving, by which "to X" and "from X" lead to and from a place.
SETTING_OUT = _words(
    """go goes going went gone come comes coming came move moves moving moved travel travels travelling traveling
    travelled traveled flee flees fleeing fled escape escapes escaping escaped cross crosses crossing crossed return
    returns returning returned withdraw withdrew withdrawn retreat retreats retreated retreating walk walked walking
    drive drove driven sail sailed sailing fly flew flown made make making headed heading head left leave leaving
    leaves departed departing bound march marched marching transferred transfer sent send posted deployed redeployed
    relocated arrive arrived arriving drifted slipped ran run running brought taken rotation rotated pulled way"""
)
#: Verbs of telling whose "from X" says where the teller sits: "had called her from X".
TELLING_FROM = _words(
    """speaking spoke called telephoned phoned calling phoning reporting reports reported writes wrote writing texted"""
)
#: Measures by which "south of X" says how far off a place lies.
DISTANCES = _words("miles mile km kilometres kilometers kilometre kilometer")
