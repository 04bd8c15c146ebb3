"""Makes `data/outlets_state_media.csv` from the State Media Matrix, a public table of outlets under state control.

Run: python tools/make_state_media.py State_Media_Matrix.csv
The table is by the Alliance for Securing Democracy at GMF (MIT); see src/sayso/data/outlets-sources.md.
"""

from __future__ import annotations

import csv
import re
import sys
from collections import Counter
from pathlib import Path
from urllib.parse import urlsplit

import pycountry

from sayso.books.register import COLUMNS, folded, parsed

DATA = Path(__file__).parent.parent / "src" / "sayso" / "data"
SOURCE = "State Media Matrix"
#: The table's types, as the State Media Monitor defines them: kind of control, and a sentence on interest.
TYPES = {
    "SC": ("state", "State controlled: the state of {country} owns it, pays for it and controls what it says."),
    "CaPu": ("state", "Captured public medium: the state of {country} controls what it says."),
    "CaPr": ("private", "Captured private medium: the state of {country} controls what it says."),
    "ISFM": ("public", "Paid for and managed by the state of {country}, independent in what it says."),
    "ISF": ("public", "Paid for by the state of {country}, independent in what it says."),
    "ISM": ("public", "Managed by the state of {country}, independent in what it says."),
    "IP": ("public", "Public medium of {country}, independent in what it says."),
}
#: Types whose outlets speak for their state.
VOICES = frozenset({"SC", "CaPu", "CaPr"})
#: The table's names of countries that the country library does not know.
COUNTRIES = {
    "DR Congo": "CD", "Congo": "CG", "Turkey": "TR", "Russia": "RU", "Laos": "LA", "Brunei": "BN", "UAE": "AE",
    "Macao": "MO", "The Gambia": "GM", "Palestine territories": "PS", "Vatican City": "VA", "Europen Union": "",
    "North Korea": "KP", "South Korea": "KR", "": "",
}  # fmt: skip
#: Short forms that name a party, a body or a thing more often than an outlet.
NOT_ALIASES = frozenset(
    {"AKP", "PLA", "RSF", "EU", "UN", "TV", "RTV", "RAI", "DM", "PNG", "CTN", "ATV", "NTV", "RNA", "ABC", "BBS"}
)
#: Hosts that many outlets share, so that none of them owns the domain.
SHARED = ("facebook.com", "twitter.com", "youtube.com", "t.me", "instagram.com", "wordpress.com", "blogspot.com")
_AGENCY = re.compile(r"\bagenc[yei]", re.IGNORECASE)
_SHORT = re.compile(r"\s*\(([A-Z][A-Za-z.&-]{1,11})\)\s*")
_DOMAIN = re.compile(r"[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?\.[a-z]{2,24}")


def country_code(name: str) -> str:
    """The two-letter code of a country as the table names it, or "" where it has none."""
    if name in COUNTRIES:
        return COUNTRIES[name]
    return str(pycountry.countries.lookup(name).alpha_2)


def names_of(asset: str, company: str) -> tuple[str, list[str]]:
    """An outlet's name and its short forms; a bare short form is named by its company."""
    asset, company = asset.strip(" *"), company.strip(" *")
    shorts = [*_SHORT.findall(asset), *(_SHORT.findall(company) if asset in company or company in asset else [])]
    name = " ".join(_SHORT.sub(" ", asset).split())
    name = re.sub(r"^(?:Television|Print|Radio|Online|TV): ", "", name)
    full = " ".join(_SHORT.sub(" ", company).split())
    if name.isupper() and len(name) <= 5 and f"({name})" in company and len(full) > len(name):
        return full, [*shorts, name]
    return name, shorts


def domain_of(url: str) -> str:
    """The domain of an address, or "" where it is shared or broken."""
    host = (urlsplit(url if "//" in url else f"//{url}").hostname or "").lower().removeprefix("www.")
    whole = urlsplit(url if "//" in url else f"//{url}").path.strip("/")
    if (
        not _DOMAIN.fullmatch(host)
        or host.endswith(SHARED)
        or ".gov." in host
        or host.startswith("gov.")
        or len(whole) > 3
    ):
        return ""
    return host


def made(table: list[dict[str, str]], taken: set[str], domains_taken: set[str]) -> list[list[str]]:
    """The rows of the register that the table gives, without those whose name the register has already."""
    counted = Counter(domain_of(row["URL"]) for row in table)
    shorts_counted = Counter(
        short for row in table for short in set(names_of(row["Main assets"], row["Media company"])[1])
    )
    rows: list[list[str]] = []
    for row in table:
        kind = row["Typology"].rstrip("?")
        name, shorts = names_of(row["Main assets"], row["Media company"])
        if kind not in TYPES or len(name) < 3 or folded(name) in taken or (name.isupper() and len(name) < 5):
            continue
        taken.add(folded(name))
        good = [s for s in dict.fromkeys(shorts) if len(s) > 2 and s not in NOT_ALIASES and shorts_counted[s] == 1]
        good = [short for short in good if folded(short) not in taken]
        taken.update(map(folded, good))
        domain = domain_of(row["URL"])
        owned = domain if counted[domain] == 1 and domain not in domains_taken else ""
        control, sentence = TYPES[kind]
        country = row["Country"].strip()
        rows.append([
            name, "|".join(good), country_code(country), row["Media company"].strip(" *"), control,
            "yes" if _AGENCY.search(name) else "",
            owned, sentence.format(country=country), SOURCE, country if kind in VOICES else "",
        ])  # fmt: skip
    return rows


def main(source: Path) -> None:
    """Writes the register file."""
    by_hand = parsed((DATA / "outlets.csv").read_text(encoding="utf-8"), "outlets.csv")
    taken = {folded(name) for outlet in by_hand for name in (outlet.name, *outlet.aliases)}
    domains = {domain for outlet in by_hand for domain in outlet.domains}
    with source.open(encoding="utf-8-sig", newline="") as stream:
        rows = made(list(csv.DictReader(stream)), taken, domains)
    rows.sort(key=lambda row: (folded(row[0]), row[2]))
    with (DATA / "outlets_state_media.csv").open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream, lineterminator="\n")
        writer.writerow(COLUMNS)
        writer.writerows(rows)
    print(f"{len(rows)} outlets")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
