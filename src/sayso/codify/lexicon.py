"""Closed lists of English words that clauses, certainty, stage and trend are read off."""

from __future__ import annotations


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


MARKS = frozenset(';:()[]"“”—–…') | {"--", "..."}
CLOSING = {'"': '"', "“": "”", "‘": "’'", "'": "'’", "(": ")", "[": "]"}
QUOTES = frozenset('"“”')
SAYING = _words(
    """said says say saying told tells tell telling reported reports announced announces claimed claims added adds
    stated states warned warns acknowledged acknowledges confirmed confirms admitted admits insisted insists
    argued argues explained explains noted notes believe believes believed estimate estimates estimated
    alleged alleges denied denies testified recalled recounted wrote writes declared declares revealed
    reveals showed shows indicated indicates suggested suggests quoted observed conceded boasted complained
    think thinks thought heard hear know knows"""
)
TELLING = _words("told tells tell telling warned warns informed informs reminded assured")
CONJUNCTIONS = _words("and but or yet nor")
SUBORDINATORS = _words("because although though while whereas unless when whenever if once whether so")
TEMPORAL = _words("after before since until till as than")
RELATIVES = _words("who whom whose which where")
PRONOUNS = _words("they he she it we i you some others many most several another one both all none nobody these those")
#: Subjects that name nobody: in a report about a group they can be its members where no mention explains them.
SUBJECTS = _words("they he we i some others many another none nobody everyone everybody anyone whoever all most half")
#: After a number without a noun: "two had gone", "nine of them", "two more", "four did not".
BARE_AFTER = _words("of others more did do would will could never simply later now then who")
#: After "of", a whole that "some of", "nine of" take a part of without naming it.
PARTS = _words("them us whom these those")
POSSESSIVES = _words("their its his her our my your whose")
PREPOSITIONS = _words(
    """of in from with by for against among amongst amid under at on near between including like within across around
    toward towards over into inside outside about behind upon via per without despite to onto through throughout
    alongside above below beyond besides except during"""
)
PREMODIFIERS = _words(
    """the a an some many several most more few fewer all both no none of any other another those these such its
    their his her our dozens hundreds scores thousands tens at least nearly almost about around over than up
    to roughly approximately young foreign local former senior junior veteran new armed unarmed captured
    wounded surviving remaining demoralised demoralized disgruntled hungry exhausted unpaid ordinary
    individual two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
    seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand half
    number numbers group groups majority part"""
) - {"to", "of", "over", "than", "about", "around", "at"}
NUMBERS = _words(
    """one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
    eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million dozen
    dozens hundreds scores thousands tens several many few most some half third quarter two-thirds one-third"""
)
VAGUE = _words(
    "about around some nearly almost over under more less fewer than at least up to roughly approximately as"
)

NEGATORS = _words("not n't never no none neither nor nobody without hardly scarcely barely cannot")
PREDICTING = _words("will 'll would shall likely expected forecast predicted predicts poised bound soon-to-be")
BEFORE_NOUN = _words("the a no his her its their our lose lost losing free of little political collective without good")
AFTER_NOUN = _words("to of is was among and or . , not n't")
POSSIBLE = _words(
    """may might could perhaps possibly maybe apparently appear appears appeared seem seems seemed seemingly
    potentially believed thought presumed suspected suggesting suggests suggest probably indications"""
)
ALLEGED = _words(
    "allegedly alleged supposedly supposed purportedly purported rumoured rumored rumours rumors so-called"
)
REPORTED = _words("reportedly reported")
WISHING = _words(
    """want wants wanted wish wishes wished hope hopes hoped hoping desire desired intend intends intended plan
    plans planned planning consider considers considered considering willing ready prepared prefer prefers
    tempted longing longed eager wanting thinking contemplating"""
)
ASKING = _words(
    "ask asks asked asking request requests requested requesting beg begs begged begging seek seeks sought "
    "seeking plead pleaded pleading apply applied applying petition petitioned appeal appealed permission"
)
ATTEMPTING = _words("try tries tried trying attempt attempts attempted attempting struggling struggled bid sought")
THREATENING = _words(
    """threaten threatens threatened threatening threat threats warn warns warned warning vow vows vowed vowing
    pledge pledged swear swore"""
)
ORDERING = _words(
    """order orders ordered ordering instruct instructed instructs instructing commanded decree decreed
    decrees directive authorise authorised authorize authorized orders urged urge"""
)
BE = _words("is are was were be been being am 's 're 'm")
HAVE = _words("has have had having 've")
PRESENT = _words("is are has have 's 're 've am do does remain remains continue continues now currently still")
PAST = _words("was were had did became went came took got began")
#: Past forms after which what was to be done was done.
HAPPENED = _words("forced managed obliged compelled chose decided led prompted caused pushed came")
RISING = _words(
    """increase increases increased increasing increasingly rise rises rose risen rising grow grows grew grown
    growing surge surges surged surging soar soared soaring mount mounts mounted mounting spike spiked
    spiking escalate escalated escalating climb climbed climbing double doubled doubling triple tripled
    swell swelled swollen swelling accelerate accelerated accelerating worsen worsened worsening deepen
    deepened deepening intensify intensified intensifying multiply multiplied spreading upsurge uptick"""
)
FALLING = _words(
    """fall falls fell fallen falling drop drops dropped dropping decline declines declined declining decrease
    decreases decreased decreasing dwindle dwindles dwindled dwindling shrink shrinks shrank shrunk
    shrinking fewer slow slowed slowing sink sank sunk sinking plummet plummeted plummeting plunge plunged
    plunging ebb ebbed ebbing wane waned waning erode eroded eroding halve halved diminish diminished
    diminishing lessen eased easing reduced cut slashed collapse collapsed collapsing crumbling crumbled
    deteriorate deteriorated deteriorating sagging sagged"""
)
STEADY = _words("steady steadily constant constantly unchanged stable unabated consistent consistently")
GROUP_WIDE = _words(
    "mass massive widespread wholesale everywhere throughout entire whole ranks rampant droves en-masse"
)
UNITS = _words(
    """battalion battalions brigade brigades unit units company squad platoon regiment regiments garrison garrisons
    division divisions column columns contingent detachment cell cells crew faction wing"""
)
SINGULAR = _words("a an one he she his her him")
LOCAL = _words("in near at around outside")
CAUSAL = _words(
    """because over due after amid for from citing out since following blaming complaining complained account
    prompted protest by with as fearing fear fears frustrated angry angered tired disillusioned claiming
    saying said owing driven through without unable under given to when justified when reasons reason unpaid
    why on at"""
)
