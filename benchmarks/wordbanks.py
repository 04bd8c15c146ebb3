"""Two banks of invented names and turns of phrase: one for fitting, one for measuring; synonyms serve rewriting."""

# ruff: noqa: E501 - rows of words read better unbroken

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Bank:
    """Parts from which independent accounts are put together."""

    groups: tuple[str, ...]
    places: tuple[str, ...]
    place_ends: tuple[str, ...]
    first: tuple[str, ...]
    last: tuple[str, ...]
    outlets: tuple[str, ...]
    outlet_ends: tuple[str, ...]
    qualities: tuple[str, ...]
    members: tuple[str, ...]
    left: tuple[str, ...]
    where: tuple[str, ...]
    when: tuple[str, ...]
    why: tuple[str, ...]
    said: tuple[str, ...]
    filler: tuple[tuple[str, ...], ...]
    things: tuple[str, ...]  # "word/another for it": what a scene is made of
    deeds: tuple[str, ...]
    scenes: tuple[str, ...]
    trades: tuple[str, ...]
    quotes: tuple[str, ...]


FITTING = Bank(
    groups=("Reed", "Salt", "Ember", "Cedar"),
    places=("Marsh", "Fallow", "Tern", "Ochre", "Lowen", "Brack", "Hazel", "Drum"),
    place_ends=("Ford", "Cross", "Wells", "Gate", "Bridge", "Mill"),
    first=("Ada", "Bo", "Cyra", "Dov", "Elke", "Finn", "Gerd", "Hale", "Ines", "Jory", "Kolya", "Lene"),
    last=("Pell", "Marrick", "Tarn", "Vost", "Quillon", "Ostrey", "Brandt", "Kessim", "Dorane", "Ulvik"),
    outlets=("Morning", "Northern", "Harbour", "Valley", "Free", "Central"),
    outlet_ends=("Post", "Courier", "Wire", "Gazette", "Radio", "Monitor"),
    qualities=("senior", "local", "retired", "young", "visiting", "regional"),
    members=(
        "{n} fighters of the {group}", "a band of {n} men", "{n} of the {group}'s recruits", "{n} gunmen",
        "a group of {n} combatants", "{n} members of a {group} company", "some {n} young conscripts",
    ),
    left=(
        "deserted their posts", "abandoned their positions", "walked away from the line", "slipped out of their barracks",
        "left without leave", "ran off during the night", "laid down their rifles and went", "fled their trenches",
    ),
    where=(
        "near {place}", "on the road to {place}", "from a base outside {place}", "in the hills above {place}",
        "at the {place} checkpoint", "in {place}",
    ),
    when=("on {day}", "on {date}", "late on {day}", "before dawn on {date}", "on {day} night", "early on {day}"),
    why=(
        "because their pay had stopped", "after a week without food", "fearing more air raids", "when their commander was hurt",
        "following a quarrel over rations", "", "to return to their families", "after letters from home reached them",
    ),
    said=(
        "{claim}, {teller} said", "{teller} said that {claim}", "according to {teller}, {claim}", "{teller} told us {claim}",
        "{claim}, as {teller} described it", "it was {teller} who reported that {claim}",
    ),
    filler=(
        ("the market in {place}", "a school of {n} pupils", "the bakery run by {name}", "the northern bridge", "one clinic",
         "the district council", "a convoy of {n} lorries", "the radio station", "the old customs house", "a farm near {place}",
         "the water plant", "the bus service to {place}"),
        ("stayed shut", "opened again", "was hit by shells", "asked for help", "had lost its roof", "was searched twice",
         "raised its prices", "moved its stock", "took in {n} families", "was guarded by volunteers", "ran out of fuel"),
        ("for most of the week", "after heavy rain", "as {name} looked on", "despite promises", "while talks went on",
         "for the first time since spring", "with {n} people waiting outside", "though nobody could say why",
         "under the eyes of neighbours", "until the generator failed"),
    ),
    things=tuple(
        "culvert/drain lantern/lamp millet/grain anvil/forge cistern/tank tarpaulin/canvas ledger/book mattress/bedding "
        "orchard/garden pulley/winch saddle/harness kettle/pot crate/box donkey/mule thistle/weed chimney/flue turbine/engine "
        "shovel/spade barrel/cask bucket/pail minaret/tower goat/sheep laundry/washing violin/fiddle padlock/lock sewer/gutter "
        "stretcher/litter helmet/cap gutter/drain bakery/oven cupboard/locker onion/leek candle/taper rug/carpet ladder/steps "
        "tractor/plough beehive/hive hammock/cot scarf/shawl whistle/pipe comb/brush tobacco/cigarettes kiln/furnace quilt/blanket "
        "spindle/reel vineyard/grove needle/pin mirror/glass wheelbarrow/cart sandal/slipper raisin/date plank/board sieve/strainer "
        "stable/barn parrot/bird trumpet/horn cradle/crib puddle/pool "
        "tarmac/asphalt gantry/scaffold pomegranate/fig crowbar/lever sundial/clock flagpole/mast gramophone/player rooftop/terrace "
        "headstone/cairn lavender/thyme toolbox/chest cobweb/dust lighthouse/beacon raincoat/cape chessboard/draughts thermos/canteen "
        "hosepipe/tube moustache/beard cauliflower/cabbage doorbell/chime typewriter/keyboard bonfire/blaze blackboard/slate "
        "signpost/marker haircut/shave earring/necklace dictionary/primer football/ball cinema/theatre sunflower/poppy "
        "rucksack/satchel spectacles/goggles envelope/packet calendar/almanac photograph/portrait stamp/seal bathtub/shower "
        "chandelier/candelabra accordion/concertina staircase/landing greenhouse/nursery".split()
    ),
    deeds=tuple(
        "dragged/pulled buried/hid swapped/traded burned/torched soaked/drenched smashed/broke scrubbed/cleaned painted/daubed "
        "stacked/piled emptied/drained mended/repaired borrowed/took dropped/spilt nailed/fixed wrapped/covered scattered/strewed "
        "pawned/sold whitewashed/coated shared/split guarded/watched".split()
    ),
    scenes=(
        "somebody had {v} the {a} beside the {b}", "they {v} a {a} and left the {b}", "the {a} was {v} next to the {b}",
        "nobody knew who {v} the {a} or the {b}", "first the {a} was {v}, then the {b}", "a {a} and a {b} had been {v}",
    ),
    trades=(
        "fisherman", "baker", "schoolteacher", "midwife", "lorry driver", "shepherd", "pharmacist", "carpenter", "tailor",
        "butcher", "ferryman", "nurse", "beekeeper", "customs clerk", "cook", "electrician",
    ),
    quotes=(
        "we could hear the {a} all night and none of us dared to touch the {b}",
        "whoever still has a {a} should sell it before they come for his {b}",
        "my brother asked for a {a} and what they gave him was a {b}",
        "there is no {a} left in this town and nobody remembers the {b}",
    ),
)  # fmt: skip

MEASURING = Bank(
    groups=("Quartz", "Heron", "Basalt", "Lantern"),
    places=("Vell", "Skarn", "Orlo", "Pinna", "Dusk", "Corran", "Isk", "Tamar"),
    place_ends=("Haven", "Ridge", "Springs", "Market", "Junction", "Bay"),
    first=("Mirel", "Noor", "Osk", "Petra", "Rafe", "Sunniva", "Tove", "Ugo", "Vanya", "Wim", "Yara", "Zeno"),
    last=("Achter", "Belov", "Cairn", "Drexel", "Eskola", "Farrow", "Grell", "Hoxa", "Ilves", "Jansky"),
    outlets=("Evening", "Southern", "Lakeside", "Mountain", "New", "Border"),
    outlet_ends=("Herald", "Dispatch", "Agency", "Journal", "Channel", "Observer"),
    qualities=("veteran", "neighbouring", "former", "high-ranking", "displaced", "provincial"),
    members=(
        "{n} soldiers", "{n} militants from the {group}", "a platoon, {n} strong,", "at least one unit of {n} troops",
        "{n} irregulars loyal to the {group}", "the {n} men of a rifle section", "{n} rank-and-file members",
        "a column of {n} guerrillas",
    ),
    left=(
        "quit the front", "vanished from their camp", "went over the river and home", "threw off their uniforms and dispersed",
        "refused to come back from patrol", "drove away in stolen pickups", "melted into the crowd", "gave up the strongpoint they held",
        "stole away from the garrison",
    ),
    where=(
        "around {place}", "not far from {place}", "on the outskirts of {place}", "south of {place}", "by the {place} railway",
        "between {place} and the coast",
    ),
    when=("{day}", "overnight to {date}", "on the morning of {date}", "by {day} evening", "{day} at noon", "some time on {date}"),
    why=(
        "as winter supplies ran low", "over wages owed since autumn", "rather than face another assault", "",
        "having heard of a truce", "after an officer struck one of them", "and have not been seen since",
        "for want of boots and blankets", "on hearing that their village was shelled",
    ),
    said=(
        "{teller} confirmed {claim}", "{claim}, in the words of {teller}", "in an interview {teller} recalled that {claim}",
        "{teller} put it plainly: {claim}", "{claim}, {teller} added", "as {teller} tells it, {claim}",
    ),
    filler=(
        ("harvest prices around {place}", "the ferry company", "a wedding party of {n}", "the mayor's deputy, {name},",
         "two pylons on the ridge", "the football ground", "a queue of {n} cars", "an aid depot", "the last pharmacy",
         "the dam keeper", "the court in {place}", "a shepherd called {name}"),
        ("drew little notice", "came under fire", "changed hands", "reported a theft", "went dark", "filled with smoke",
         "handed out {n} parcels", "sent a letter of protest", "waited for orders", "fell silent", "was photographed"),
        ("over the weekend", "in spite of the ceasefire", "to the surprise of {name}", "at a cost of {n} coins",
         "while the frost held", "as it had done every year", "behind closed shutters", "in front of {n} witnesses",
         "on the advice of elders", "before the cameras left"),
    ),
    things=tuple(
        "ferret/weasel tunnel/passage samovar/urn oar/paddle haystack/rick velvet/cloth compass/dial trough/basin gravel/pebbles "
        "hinge/bolt sugar/syrup awning/shade bicycle/bike pillow/cushion chisel/gouge lemon/lime icon/relic sawmill/mill wagon/cart "
        "rooster/hen fiddle/lute banner/pennant furnace/stove acorn/nut pitchfork/rake cellar/vault apron/smock puppet/doll "
        "bandage/dressing sledge/sled turnip/beet telescope/spyglass drum/gong gravestone/slab curtain/drape raft/float "
        "walnut/almond axe/hatchet nest/roost spade/hoe trowel/scoop pew/bench wreath/garland jar/vessel sponge/rag pigeon/dove "
        "umbrella/parasol gravy/broth kennel/pen bellows/pump fountain/spring crutch/stick harp/zither loom/frame flask/bottle "
        "mustard/pepper ribbon/band pantry/larder cricket/beetle mast/pole "
        "aquarium/pond gallows/scaffold tambourine/castanet windmill/sails lantern-slide/plate sawdust/shavings corkscrew/opener "
        "overcoat/mantle hourglass/timer footstool/ottoman waterwheel/paddlewheel doormat/matting paintbrush/roller pinecone/cone "
        "chalk/crayon cobbler/shoe mandolin/banjo snowshoe/ski tapestry/hanging teapot/urn binoculars/lens lighter/matches "
        "inkwell/inkpot bookcase/shelf gearbox/clutch radiator/heater porcelain/china pianola/organ wardrobe/closet rosary/beads "
        "hatbox/bandbox postcard/letter anchor/mooring carburettor/piston coathanger/hook metronome/beat stopwatch/chronometer "
        "sunshade/visor birdcage/cage pastry/tart thimble/needlecase".split()
    ),
    deeds=tuple(
        "hauled/towed concealed/stowed bartered/exchanged scorched/charred flooded/swamped cracked/split polished/wiped carved/cut "
        "heaped/gathered drained/emptied stitched/sewn pilfered/stolen tipped/overturned bolted/fastened draped/shrouded tossed/flung "
        "auctioned/sold tarred/smeared divided/parted shielded/screened".split()
    ),
    scenes=(
        "the {a} had been {v}, and so had the {b}", "by the {b} they {v} what was left of a {a}", "a {b} was found where the {a} was {v}",
        "one of them {v} the {a} for the sake of a {b}", "with the {b} gone, the {a} was {v}", "the {a} lay {v} under the {b}",
    ),
    trades=(
        "miller", "dentist", "bus conductor", "weaver", "librarian", "plumber", "gravedigger", "barber", "veterinarian", "cobbler",
        "postman", "goatherd", "watchmaker", "florist", "stonemason", "grocer",
    ),
    quotes=(
        "if they had left us the {a} we would never have looked for the {b}",
        "a man who carries a {a} on his back does not think of his {b}",
        "god knows why the {a} was theirs and the {b} was ours",
        "i saw the {b} and i saw the {a} and then i ran",
    ),
)  # fmt: skip

BANKS = {"fitting": FITTING, "measuring": MEASURING}

#: Furniture and background that unrelated reports share word for word.
BOILERPLATE = (
    "The {group} has fought the government for more than nine years and once held most of the northern plain.",
    "Sign up for our newsletter to get the stories of the day in your inbox every morning.",
    "Independent verification of claims made by either side in the conflict remains difficult.",
)

SYNONYMS: dict[str, tuple[str, ...]] = {
    "fighters": ("combatants", "gunmen"), "combatants": ("fighters",), "gunmen": ("armed men",), "men": ("people",),
    "soldiers": ("troops", "servicemen"), "militants": ("insurgents", "rebels"), "troops": ("soldiers",),
    "recruits": ("new entrants",), "members": ("adherents",), "band": ("party",), "group": ("body",),
    "company": ("detachment",), "young": ("youthful",), "guerrillas": ("partisans",), "column": ("line",),
    "platoon": ("squad",), "unit": ("formation",), "deserted": ("left", "quit"), "abandoned": ("gave up", "left"),
    "posts": ("stations",), "positions": ("places",), "walked": ("went",), "slipped": ("crept",), "line": ("front",),
    "left": ("departed",), "ran": ("made",), "fled": ("escaped from",), "trenches": ("dugouts",), "laid": ("put",),
    "rifles": ("weapons", "guns"), "quit": ("abandoned",), "front": ("battle line",), "vanished": ("disappeared",),
    "camp": ("base",), "home": ("back to their houses",), "river": ("stream",), "uniforms": ("fatigues",),
    "dispersed": ("scattered",), "refused": ("declined",), "drove": ("sped",), "stolen": ("seized",),
    "pickups": ("trucks",), "crowd": ("throng",), "strongpoint": ("redoubt",), "stole": ("sneaked",),
    "garrison": ("barracks",), "near": ("close to",), "road": ("highway",), "base": ("camp",), "hills": ("heights",),
    "around": ("in the area of",), "outskirts": ("edge",), "south": ("to the south",), "railway": ("train line",),
    "between": ("somewhere between",), "late": ("in the last hours",), "night": ("after dark",), "dawn": ("sunrise",),
    "early": ("in the first hours",), "overnight": ("in the night",), "morning": ("forenoon",), "noon": ("midday",),
    "because": ("since",), "pay": ("wages",), "stopped": ("dried up",), "week": ("seven days",), "food": ("rations",),
    "fearing": ("afraid of",), "raids": ("strikes",), "commander": ("leader",), "hurt": ("wounded",),
    "quarrel": ("dispute",), "return": ("go back",), "families": ("relatives",), "letters": ("mail",),
    "supplies": ("stocks",), "wages": ("pay",), "owed": ("unpaid",), "assault": ("attack",), "heard": ("learnt",),
    "truce": ("ceasefire",), "officer": ("superior",), "struck": ("hit",), "seen": ("spotted",), "boots": ("footwear",),
    "blankets": ("bedding",), "village": ("hamlet",), "shelled": ("bombarded",), "said": ("stated", "explained"),
    "told": ("informed",), "described": ("put",), "reported": ("disclosed",), "confirmed": ("verified",),
    "recalled": ("remembered",), "added": ("went on",), "market": ("bazaar",), "school": ("classroom block",),
    "bakery": ("bread shop",), "bridge": ("crossing",), "clinic": ("surgery",), "council": ("assembly",),
    "convoy": ("caravan",), "lorries": ("trucks",), "farm": ("homestead",), "shut": ("closed",), "opened": ("reopened",),
    "shells": ("projectiles",), "asked": ("appealed",), "help": ("assistance",), "lost": ("been robbed of",),
    "searched": ("combed",), "raised": ("put up",), "prices": ("charges",), "moved": ("shifted",), "heavy": ("hard",),
    "promises": ("pledges",), "talks": ("negotiations",), "waiting": ("queueing",), "neighbours": ("locals",),
    "harvest": ("crop",), "ferry": ("boat",), "wedding": ("marriage",), "queue": ("file",), "cars": ("vehicles",),
    "depot": ("store",), "pharmacy": ("chemist",), "notice": ("attention",), "theft": ("robbery",), "dark": ("black",),
    "smoke": ("fumes",), "parcels": ("packages",), "protest": ("complaint",), "orders": ("instructions",),
    "silent": ("quiet",), "surprise": ("astonishment",), "cost": ("price",), "frost": ("cold",), "witnesses": ("onlookers",),
    "elders": ("notables",), "cameras": ("film crews",),
}  # fmt: skip
