"""Money: signs, codes and words of currencies, as ISO 4217 codes where the words name one currency."""

from __future__ import annotations

from sayso.resolve.quantities_tokens import Piece, tight, word
from sayso.resolve.quantities_units import singular

#: Signs before an amount.
SIGNS = dict(
    pair.split()
    for pair in """
    $ USD, £ GBP, € EUR, ¥ JPY, ₹ INR, ₺ TRY, ₽ RUB, ₪ ILS, ₦ NGN, ₴ UAH, ₩ KRW, ₱ PHP, ฿ THB
""".split(",")
)
#: Letters before a dollar sign ("US$", "A$").
_DOLLARS = dict(
    pair.split()
    for pair in """
    us USD, usd USD, a AUD, au AUD, c CAD, ca CAD, hk HKD, nz NZD, s SGD, nt TWD
""".split(",")
)
#: Letters before an amount that are no sign: a code where one country uses them, else the word.
_LETTERS = dict(
    pair.split()
    for pair in """
    Rs rupee, RM MYR, Tk BDT, Sh shilling, KSh KES, Ksh KES, Fr franc, DM DEM, ID IQD
""".split(",")
)
CODES = frozenset(
    """
    AED AFN AMD ARS AUD AZN BDT BGN BRL CAD CDF CHF CLP CNY COP CZK DKK DZD EGP ETB EUR GBP GEL GHS HUF IDR ILS
    INR IQD IRR JOD JPY KES KRW KWD KZT LBP LKR LYD MAD MLR MMK MXN MZN NGN NOK NPR PEN PHP PKR PLN QAR RON RUB
    RWF SAR SDG SEK SOS SSP SYP THB TJS TND TRY TZS UAH UGX USD UZS VES VND XAF XOF YER ZAR ZWL
""".split()
)
#: Currency words that mean one currency by themselves.
_ALONE = dict(
    pair.split()
    for pair in """
    dollar USD, buck USD, euro EUR, yen JPY, yuan CNY, renminbi CNY, ruble RUB, rouble RUB, shekel ILS, naira NGN,
    hryvnia UAH, afghani AFN, birr ETB, baht THB, kyat MMK, sterling GBP, zloty PLN, cedi GHS, ringgit MYR, rupiah
    IDR, lari GEL, tenge KZT, dong VND, forint HUF, bolivar VES, taka BDT
""".split(",")
)
#: Currency words that many countries share: without its country the word itself is the unit.
_SHARED = frozenset(
    """
    cent crown dinar dirham franc krona krone lira manat penny peso pound rand real rial riyal rupee shilling som
""".split()
)
#: The country before a shared word makes it one currency.
_COUNTRIES = {
    (country, noun): code
    for country, noun, code in (
        triple.split()
        for triple in """
    iraqi dinar IQD, jordanian dinar JOD, kuwaiti dinar KWD, libyan dinar LYD, tunisian dinar TND, algerian dinar
    DZD, serbian dinar RSD, bahraini dinar BHD, syrian pound SYP, syrian lira SYP, egyptian pound EGP, lebanese
    pound LBP, lebanese lira LBP, sudanese pound SDG, british pound GBP, turkish lira TRY, saudi riyal SAR, qatari
    riyal QAR, yemeni riyal YER, yemeni rial YER, iranian rial IRR, iranian riyal IRR, omani rial OMR, pakistani
    rupee PKR, indian rupee INR, nepali rupee NPR, nepalese rupee NPR, lankan rupee LKR, philippine peso PHP,
    mexican peso MXN, colombian peso COP, argentine peso ARS, chilean peso CLP, swiss franc CHF, congolese franc
    CDF, rwandan franc RWF, cfa franc XOF, kenyan shilling KES, somali shilling SOS, ugandan shilling UGX,
    tanzanian shilling TZS, moroccan dirham MAD, emirati dirham AED, danish krone DKK, norwegian krone NOK,
    swedish krona SEK, danish crown DKK, swedish crown SEK, norwegian crown NOK, czech crown CZK, brazilian real
    BRL, australian dollar AUD, canadian dollar CAD, zealand dollar NZD, kong dollar HKD, singapore dollar SGD, us
    dollar USD, american dollar USD, african rand ZAR, korean won KRW, sterling pound GBP
""".split(",")
    )
}


def currency_before(tokens: list[Piece], at: int) -> tuple[str, int] | None:
    """The currency written right before that token and where it begins: "$", "US$", "USD", "Rs"."""
    before = word(tokens, at - 1)
    if before in SIGNS:
        if before == "$" and tight(tokens, at - 1) and word(tokens, at - 2) in _DOLLARS:
            return _DOLLARS[tokens[at - 2].lower], at - 2
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
    if word(tokens, at + 1)[:1].isdigit():
        return None
    if at < len(tokens) and (tokens[at].text in CODES or tokens[at].text in SIGNS):
        return SIGNS.get(tokens[at].text, tokens[at].text), at + 1
    name = singular(word(tokens, at)) if word(tokens, at) not in ("pence", "p") else "penny"
    if name in _ALONE:
        return _ALONE[name], at + 1
    if name in _SHARED and not (name == "pound" and word(tokens, at + 1) == "of"):
        return name, at + 1
    for skip in (1, 2):
        pair = (word(tokens, at + skip - 1), singular(word(tokens, at + skip)))
        if pair in _COUNTRIES:
            return _COUNTRIES[pair], at + skip + 1
    return None
