"""Words by which a text speaks of an armed group, its people, its leaders, families, civilians and others."""

from __future__ import annotations

from sayso.model.mention import Role


def _words(line: str) -> frozenset[str]:
    return frozenset(line.split())


# Nouns that mean a member wherever they stand.
_MEMBER_SINGULAR = """fighter militant jihadist jihadi soldier conscript recruit rebel insurgent gunman combatant
guerrilla guerilla deserter defector mercenary extremist terrorist islamist militiaman serviceman paramilitary reservist
sniper bomber foot-soldier legionnaire draftee enlistee separatist infantryman rifleman tribesman-fighter operative
ex-fighter ex-militant ex-soldier turncoat bandit trooper sentry paratrooper commando marine mujahid janjaweed
mobilised-man contractor-fighter escapee-fighter machine-gunner gunner kidnapper attacker assailant"""
_MEMBER_PLURAL = """fighters militants jihadists jihadis soldiers conscripts recruits rebels insurgents gunmen
combatants
guerrillas guerillas deserters defectors mercenaries extremists terrorists islamists militiamen servicemen
paramilitaries reservists snipers bombers foot-soldiers legionnaires draftees enlistees separatists infantrymen riflemen
operatives ex-fighters ex-militants ex-soldiers turncoats bandits troopers sentries paratroopers commandos mujahideen
mujahidin mujahedin troops cadres thugs servicemembers infantry marines peshmerga machine-gunners gunners kidnappers
attackers assailants conscriptees combattants"""
# Nouns that mean members only when the phrase ties them to a group: "its elements", "ISIS members", "his men".
TIED_MEMBERS = _words(
    """elements members men personnel volunteers units brigades battalions ranks comrades foreigners youths boys
    women girls cells squads adherents followers loyalists supporters warriors brothers foreigners returnees captives
    contractors officers officer member element man unit brigade battalion garrison contingent squad cell regiment
    division platoon company volunteer newcomers newcomer colleagues adolescents teenagers children child-soldiers
    remnants sympathizers sympathisers inductees guards guard forces leaver leavers militia militias strongmen pilots
    crews crewmen sailors bureaucrats administrators instructors advisers advisors deserters-fighters tankers drivers
    columns convoy militiawomen reinforcements"""
)
_LEADER_SINGULAR = """colonel captain lieutenant commander emir amir warlord leader general chief deputy strongman
kingpin caliph commandant
overlord chieftain"""
_LEADER_PLURAL = """colonels captains commanders emirs amirs warlords leaders generals chiefs deputies leadership
higher-ups strongmen
superiors kingpins commandants lieutenants chieftains"""
_FAMILY = """families family wives wife widows widow children child relatives relative parents parent sons son
daughters daughter brothers brother sisters sister mothers mother fathers father kin dependants dependents spouses
husband husbands cousin cousins uncle uncles"""
_CIVILIAN_SINGULAR = """civilian resident villager citizen student inhabitant shopkeeper farmer teacher trader herder
refugee worshipper hostage activist protester protestor demonstrator townsman local elder bystander schoolgirl merchant
doctor nurse townsperson"""
_CIVILIAN_PLURAL = """civilians residents villagers citizens students inhabitants shopkeepers farmers teachers traders
herders refugees worshippers hostages activists protesters protestors demonstrators townspeople locals elders
bystanders schoolgirls merchants doctors nurses townsfolk households population populace tribesmen tribespeople
communities people women girls youths families children minors prisoners detainees captives pupils workers miners
fishermen"""
_OUTSIDER_SINGULAR = """coalition government police regime authorities gendarmerie peacekeeper sponsor backer
donor ally policeman alliance parliament ministry"""
_OUTSIDER_PLURAL = """officials authorities peacekeepers sponsors backers donors allies policemen governments gendarmes
diplomats prosecutors troops-contributors patrons supporters-abroad bombers-jets warplanes jets vigilantes ministers
coalitions lawmakers"""
_DOCUMENT_SINGULAR = """document record letter memo memorandum note file diary notebook ledger notice dossier archive
register roster circular edict directive fatwa"""
_DOCUMENT_PLURAL = """documents records letters memos memoranda notes files diaries notebooks ledgers notices dossiers
archives registers rosters circulars edicts directives papers"""
_PERSON_SINGULAR = "expert analyst observer source researcher spokesman spokeswoman spokesperson journalist"
_PERSON_PLURAL = "experts analysts observers sources researchers spokesmen journalists monitors witnesses"
_GROUP_SINGULAR = """group organisation organization movement militia insurgency caliphate army military faction gang
network front junta rebellion outfit cartel syndicate brigade corps armed-forces"""
_GROUP_PLURAL = """groups militias factions armies organisations organizations movements gangs outfits cartels"""

#: Head noun → (role, plural). Tied nouns are not here.
HEADS: dict[str, tuple[Role, bool]] = {
    word: (role, plural)
    for role, plural, line in (
        (Role.PERSON, False, _PERSON_SINGULAR),
        (Role.PERSON, True, _PERSON_PLURAL),
        (Role.GROUP, False, _GROUP_SINGULAR),
        (Role.GROUP, True, _GROUP_PLURAL),
        (Role.DOCUMENT, False, _DOCUMENT_SINGULAR),
        (Role.DOCUMENT, True, _DOCUMENT_PLURAL),
        (Role.CIVILIANS, False, _CIVILIAN_SINGULAR),
        (Role.CIVILIANS, True, _CIVILIAN_PLURAL),
        (Role.OUTSIDER, False, _OUTSIDER_SINGULAR),
        (Role.OUTSIDER, True, _OUTSIDER_PLURAL),
        (Role.LEADER, False, _LEADER_SINGULAR),
        (Role.LEADER, True, _LEADER_PLURAL),
        (Role.MEMBERS, False, _MEMBER_SINGULAR),
        (Role.MEMBERS, True, _MEMBER_PLURAL),
    )
    for word in line.split()
}


def is_member_head(word: str) -> bool:
    """Whether a word in small letters means a member wherever it stands."""
    return HEADS.get(word, (Role.PERSON, False))[0] is Role.MEMBERS


#: Words for relations: family of members where a possessive or "of" ties them to members or a group.
FAMILY = _words(_FAMILY)
#: Plural ones of the tied nouns, as their form does not tell.
SINGULAR_TIED = _words(
    """officer member element man unit brigade battalion garrison contingent squad cell regiment division platoon
    company volunteer newcomer guard militia convoy"""
)
SINGULAR_FAMILY = _words("wife widow child relative parent son daughter brother sister mother father husband uncle")

#: Words after a singular noun by which it is seen to end its phrase there.
FUNCTION_WORDS = _words(
    """the a an this that these those his her its their and or but nor of in on at by for from to with into over under
    near after before since until while when where who whom whose which as if because than about against between during
    through within without across along around toward towards had has have was were is are be been would will could can
    may might must should did does do not never also just now then still already later soon again ago here there said
    says told left fled went came took gave got began ran made became fell lost held kept put sent led says tells
    remains refuses loses leaves flees faces suffers denies claims kills pays runs rules controls holds wants seeks
    executes uses operates fights attacks continues relies fought fights known called based itself himself herself"""
)
#: Determiners and numerals that open a noun phrase.
OPENERS = _words(
    """the a an its their his her our my your this these those some many several most all few more other another
    any no both each every such fewer numerous various countless two three four five six seven eight nine ten eleven
    twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty
    ninety hundred thousand million one half"""
)
POSSESSIVES = _words("its their his her")
#: Number nouns that stand before "of" in a noun phrase: "hundreds of fighters".
AMOUNTS = _words(
    "dozens hundreds thousands tens scores majority number group handful couple lot most some many several all half"
)
#: Adjectives and attributive nouns that may stand between the opener and the head.
MODIFIERS = _words(
    """young foreign local senior former new armed suspected wounded elite remaining captured islamist jihadist jihadi
    extremist rebel insurgent militant experienced inexperienced veteran top middle-ranking mid-level low-level
    high-ranking low-ranking ranking field military political religious tribal ethnic civilian ordinary regular
    irregular front-line frontline surviving fleeing retreating defecting deserting surrendering fresh untrained
    trained poorly-trained poorly well-trained seasoned hardened battle-hardened key leading own fellow dead injured
    sick tired demoralised demoralized hungry unpaid underage teenage child female male old older younger enemy hostile
    allied friendly government federal state national provincial regional central loyal loyalist opposition
    pro-government anti-government security special paramilitary guerrilla separatist mercenary terror terrorist
    radical hardline moderate exiled detained imprisoned jailed executed killed conscripted forcibly forced mobilised
    mobilized contract reserve first second third last many few several most rank-and-file junior mid-ranking
    disillusioned disgruntled disaffected rival opposing breakaway splinter dissident mutinous renegade rogue bad
    active alleged so-called self-styled self-proclaimed notorious masked heavily lightly besieged encircled trapped
    isolated holed-up missing returning returned ex foreign-born western-born locally-recruited newly-recruited newly
    recruited enlisted non-commissioned commissioned commanding medical identity sick-leave handwritten leaked seized
    recovered secret internal official interior defence defense international multinational joint african western arab
    kurdish shiite shia sunni islamic christian muslim police army navy naval air ground infantry border riot drug
    criminal local-level town village city district area camp displaced ordinary innocent unarmed poor rural urban
    suspect would-be supposed actual real true powerful influential main dominant regional-level anti-terror elected
    dedicated committed fanatical desperate frightened scared exhausted starving freed released rescued kidnapped
    abducted prominent overall supreme deputy acting late slain mid highest-ranking higher lower ranked fugitive
    pardoned
    amnestied rehabilitated reintegrated repentant former-rebel different certain particular large small big huge entire
    whole increasing growing scattered outnumbered bearded hooded motorcycle-riding motorbike"""
)
#: Modifiers that narrow a group to a part of it; any nationality does too.
PART_WORDS = _words(
    """foreign local young new senior former experienced inexperienced veteran elite child female male teenage underage
    wounded conscripted mobilised mobilized contract low-ranking high-ranking mid-ranking mid-level middle-ranking
    junior
    ordinary rank-and-file unpaid regular disillusioned injured enlisted non-commissioned older younger western-born
    locally-recruited captured breakaway dissident"""
)
#: Leaders of these are no leaders of an armed group.
CIVIL_LEADERS = _words(
    """tribal community religious village traditional world western political opposition party civil church business
    european african arab union student spiritual local-community clan national"""
)
#: Words for what leaves, told of the person by that very fact; they are members all the same.
LEAVERS = _words("deserters defectors deserter defector turncoats turncoat ex-fighters ex-militants ex-soldiers")
#: Nouns after which a capitalised run is a group of armed people: "Harun Front", "Kestrel Brigade".
GROUP_TAILS = _words(
    """front brigade brigades battalion movement army militia militias faction forces force group units regiment legion
    resistance guard guards alliance union coalition organization organisation cartel clan column bloc command corps
    council defenders fighters insurgency syndicate jihad vanguard militants patriots network council division
    company gang commandos lions hawks wing phalange partisans revolutionaries emirate caliphate"""
)
#: Tails which alone prove nothing: "European Union", "Security Council", "Democratic Party".
WEAK_TAILS = _words(
    "union council group company command network alliance division coalition guard organization organisation "
    "force forces clan wing column bloc lions hawks resistance"
)
#: Words in a name that make it one of an armed group even before a weak tail.
ARMED_WORDS = _words(
    """liberation armed revolutionary resistance defence defense self-defence self-defense islamic jihad mujahideen
    mujahidin mobilization mobilisation insurgent separatist paramilitary guerrilla rebel salvation martyrs militia
    fighters warriors lord's"""
)
#: Before "forces" and the like these do too, but not before "party" or "union".
SOFT_ARMED_WORDS = _words(
    "people's popular democratic patriotic protection freedom holy rapid support special military"
)
SOFT_TAILS = _words("force forces guard guards lions hawks units")
#: Nouns that introduce or explain an armed group: "the armed group X", "X, an insurgent group".
ARMED_NOUNS = _words(
    "group militia movement faction organisation organization outfit insurgency gang army force network"
)
ARMED_ADJECTIVES = _words(
    """armed rebel insurgent militant extremist terrorist terror jihadist jihadi islamist paramilitary separatist
    guerrilla mercenary militia secessionist opposition maoist salafist salafi anti-government pro-government
    pro-regime criminal"""
)
TITLES = _words(
    """gen general lt lieutenant col colonel maj major capt captain sgt sergeant cmdr commander brig brigadier adm
    admiral
    mr mrs ms dr prof professor sheikh shaykh imam mullah maulvi emir president minister governor mayor senator
    ambassador king prince sultan caliph comandante marshal corporal private pastor father bishop chief warlord
    spokesman spokeswoman spokesperson secretary director judge councillor mp sen rep gov rev hon pope"""
)
