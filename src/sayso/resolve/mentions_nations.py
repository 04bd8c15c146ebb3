"""Nations: names, adjectives and words for their people, so that "Iraqi troops" and "Tunisians" are understood."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Nation:
    """A country with its common names, adjectives and plural words for its people."""

    code: str  # ISO 3166-1 alpha-2, XK for Kosovo
    names: tuple[str, ...]
    adjectives: tuple[str, ...]
    people: tuple[str, ...]


# One line a country: code; names; adjectives; irregular plural words for its people (regular ones are adjective + s).
_TABLE = """\
AF;Afghanistan;Afghan
AL;Albania;Albanian
DZ;Algeria;Algerian
AD;Andorra;Andorran
AO;Angola;Angolan
AG;Antigua and Barbuda,Antigua;Antiguan
AR;Argentina;Argentine,Argentinian
AM;Armenia;Armenian
AU;Australia;Australian
AT;Austria;Austrian
AZ;Azerbaijan;Azerbaijani,Azeri
BS;Bahamas,The Bahamas;Bahamian
BH;Bahrain;Bahraini
BD;Bangladesh;Bangladeshi
BB;Barbados;Barbadian
BY;Belarus;Belarusian,Belarussian
BE;Belgium;Belgian
BZ;Belize;Belizean
BJ;Benin;Beninese
BT;Bhutan;Bhutanese
BO;Bolivia;Bolivian
BA;Bosnia and Herzegovina,Bosnia-Herzegovina,Bosnia;Bosnian
BW;Botswana;Botswanan
BR;Brazil;Brazilian
BN;Brunei;Bruneian
BG;Bulgaria;Bulgarian
BF;Burkina Faso;Burkinabe,Burkinabé,Burkinabè;Burkinabe
BI;Burundi;Burundian
KH;Cambodia;Cambodian
CM;Cameroon;Cameroonian
CA;Canada;Canadian
CV;Cape Verde,Cabo Verde;Cape Verdean
CF;Central African Republic,CAR;Central African
TD;Chad,Tchad;Chadian
CL;Chile;Chilean
CN;China,People's Republic of China;Chinese
CO;Colombia;Colombian
KM;Comoros;Comorian
CD;Democratic Republic of Congo,Democratic Republic of the Congo,DR Congo,DRC,Congo-Kinshasa,Zaire;Congolese,Zairian
CG;Republic of Congo,Republic of the Congo,Congo-Brazzaville;Congo-Brazzaville
CR;Costa Rica;Costa Rican
CI;Ivory Coast,Côte d'Ivoire,Cote d'Ivoire;Ivorian
HR;Croatia;Croatian;Croats
CU;Cuba;Cuban
CY;Cyprus;Cypriot
CZ;Czech Republic,Czechia;Czech
DK;Denmark;Danish;Danes
DJ;Djibouti;Djiboutian
DO;Dominican Republic;Dominican
TL;East Timor,Timor-Leste;Timorese,East Timorese
EC;Ecuador;Ecuadorian,Ecuadorean
EG;Egypt;Egyptian
SV;El Salvador;Salvadoran,Salvadorean
GQ;Equatorial Guinea;Equatorial Guinean
ER;Eritrea;Eritrean
EE;Estonia;Estonian
SZ;Eswatini,Swaziland;Swazi
ET;Ethiopia;Ethiopian
FJ;Fiji;Fijian
FI;Finland;Finnish;Finns
FR;France;French;French citizens,Frenchmen
GA;Gabon;Gabonese
GM;Gambia,The Gambia;Gambian
GE;Georgia;Georgian
DE;Germany;German
GH;Ghana;Ghanaian
GR;Greece;Greek
GT;Guatemala;Guatemalan
GN;Guinea,Guinea-Conakry;Guinean
GW;Guinea-Bissau;Bissau-Guinean
GY;Guyana;Guyanese
HT;Haiti;Haitian
HN;Honduras;Honduran
HU;Hungary;Hungarian
IS;Iceland;Icelandic;Icelanders
IN;India;Indian
ID;Indonesia;Indonesian
IR;Iran,Islamic Republic of Iran;Iranian
IQ;Iraq;Iraqi
IE;Ireland,Republic of Ireland;Irish;Irishmen
IL;Israel;Israeli
IT;Italy;Italian
JM;Jamaica;Jamaican
JP;Japan;Japanese
JO;Jordan;Jordanian
KZ;Kazakhstan;Kazakh,Kazakhstani
KE;Kenya;Kenyan
XK;Kosovo;Kosovar,Kosovan
KW;Kuwait;Kuwaiti
KG;Kyrgyzstan,Kirghizia;Kyrgyz,Kirghiz
LA;Laos;Laotian,Lao
LV;Latvia;Latvian
LB;Lebanon;Lebanese
LS;Lesotho;Basotho
LR;Liberia;Liberian
LY;Libya;Libyan
LI;Liechtenstein;Liechtensteiner
LT;Lithuania;Lithuanian
LU;Luxembourg;Luxembourgish
MG;Madagascar;Malagasy
MW;Malawi;Malawian
MY;Malaysia;Malaysian
MV;Maldives;Maldivian
ML;Mali;Malian
MT;Malta;Maltese
MR;Mauritania;Mauritanian
MU;Mauritius;Mauritian
MX;Mexico;Mexican
MD;Moldova;Moldovan
MC;Monaco;Monegasque
MN;Mongolia;Mongolian
ME;Montenegro;Montenegrin
MA;Morocco;Moroccan
MZ;Mozambique;Mozambican
MM;Myanmar,Burma;Burmese,Myanma
NA;Namibia;Namibian
NP;Nepal;Nepali,Nepalese
NL;Netherlands,The Netherlands,Holland;Dutch;Dutchmen
NZ;New Zealand;New Zealand;New Zealanders
NI;Nicaragua;Nicaraguan
NE;Niger;Nigerien
NG;Nigeria;Nigerian
KP;North Korea,DPRK;North Korean
MK;North Macedonia,Macedonia;Macedonian
NO;Norway;Norwegian
OM;Oman;Omani
PK;Pakistan;Pakistani
PS;Palestine,Palestinian Territories,Palestinian territories;Palestinian
PA;Panama;Panamanian
PG;Papua New Guinea;Papua New Guinean
PY;Paraguay;Paraguayan
PE;Peru;Peruvian
PH;Philippines,The Philippines;Philippine,Filipino;Filipinos
PL;Poland;Polish;Poles
PT;Portugal;Portuguese
QA;Qatar;Qatari
RO;Romania;Romanian
RU;Russia,Russian Federation;Russian
RW;Rwanda;Rwandan
SA;Saudi Arabia,Kingdom of Saudi Arabia;Saudi,Saudi Arabian
SN;Senegal;Senegalese
RS;Serbia;Serbian;Serbs
SC;Seychelles;Seychellois
SL;Sierra Leone;Sierra Leonean
SG;Singapore;Singaporean
SK;Slovakia;Slovak
SI;Slovenia;Slovenian
SB;Solomon Islands;Solomon Islander
SO;Somalia;Somali,Somalian
ZA;South Africa;South African
KR;South Korea,Republic of Korea;South Korean
SS;South Sudan;South Sudanese
ES;Spain;Spanish;Spaniards
LK;Sri Lanka;Sri Lankan
SD;Sudan;Sudanese
SR;Suriname;Surinamese
SE;Sweden;Swedish;Swedes
CH;Switzerland;Swiss
SY;Syria,Syrian Arab Republic;Syrian
TW;Taiwan;Taiwanese
TJ;Tajikistan;Tajik,Tajikistani
TZ;Tanzania;Tanzanian
TH;Thailand;Thai
TG;Togo;Togolese
TT;Trinidad and Tobago,Trinidad;Trinidadian
TN;Tunisia;Tunisian
TR;Turkey,Türkiye,Turkiye;Turkish;Turks
TM;Turkmenistan;Turkmen
UG;Uganda;Ugandan
UA;Ukraine,the Ukraine;Ukrainian
AE;United Arab Emirates,UAE,U.A.E.,Emirates;Emirati
GB;United Kingdom,UK,U.K.,Britain,Great Britain;British;Britons
US;United States,United States of America,USA,U.S.A.,US,U.S.,America;American,US,U.S.;Americans
UY;Uruguay;Uruguayan
UZ;Uzbekistan;Uzbek,Uzbekistani
VE;Venezuela;Venezuelan
VN;Vietnam,Viet Nam;Vietnamese
EH;Western Sahara;Sahrawi
YE;Yemen;Yemeni
ZM;Zambia;Zambian
ZW;Zimbabwe;Zimbabwean
"""

#: Adjectives of peoples without a state of their own, or larger than one; they narrow a group and name no army.
PEOPLES = (
    "Arab",
    "Kurdish",
    "Chechen",
    "Dagestani",
    "Uyghur",
    "Uighur",
    "Tuareg",
    "Fulani",
    "Dogon",
    "Pashtun",
    "Hazara",
    "Baloch",
    "Baluch",
    "Punjabi",
    "Kashmiri",
    "Tamil",
    "Rohingya",
    "Rakhine",
    "Karen",
    "Kachin",
    "Chin",
    "Shan",
    "Moro",
    "Tigrayan",
    "Amhara",
    "Oromo",
    "Afar",
    "Dinka",
    "Nuer",
    "Hutu",
    "Tutsi",
    "Hema",
    "Lendu",
    "Banyamulenge",
    "Buryat",
    "Crimean",
    "Caucasian",
    "Turkmen",
    "Yazidi",
    "Druze",
    "Alawite",
    "Sunni",
    "Shiite",
    "Shia",
    "Christian",
    "European",
    "African",
    "Asian",
    "Western",
    "Scottish",
    "Welsh",
    "English",
    "Gulf",
    "Maghrebi",
    "Balkan",
    "Zaghawa",
    "Masalit",
    "Rizeigat",
    "Berti",
    "Acholi",
    "Misrati",
)

# Plural words for those peoples that are not the adjective with an s.
_IRREGULAR_PEOPLE = ("Kurds", "Tuareg", "Fulani", "Rohingya", "Scots", "Moros", "Banyamulenge", "Westerners")


def _nation(row: str) -> Nation:
    code, names, adjectives, *rest = row.split(";")
    regular = tuple(word + "s" for word in adjectives.split(",") if word[-1] in "nicktz" and word[-2:] != "ch")
    irregular = tuple(rest[0].split(",")) if rest else ()
    return Nation(code, tuple(names.split(",")), tuple(adjectives.split(",")), irregular or regular)


NATIONS: tuple[Nation, ...] = tuple(_nation(row) for row in _TABLE.splitlines())
#: Adjective → country code.
ADJECTIVES: dict[str, str] = {word: nation.code for nation in NATIONS for word in nation.adjectives}
#: Plural words for people of a nation or people: "Tunisians", "Kurds".
PEOPLE_WORDS: frozenset[str] = (
    frozenset(word for nation in NATIONS for word in nation.people)
    | frozenset(word + "s" for word in PEOPLES if not word.endswith(("sh", "s")))
    | frozenset(_IRREGULAR_PEOPLE)
)
#: Country name → code.
COUNTRY_NAMES: dict[str, str] = {name: nation.code for nation in NATIONS for name in nation.names}
