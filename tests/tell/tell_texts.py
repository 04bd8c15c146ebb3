"""The invented reports, their outlets and the codebook of the "Jazira Front", which does not exist."""

from __future__ import annotations

from sayso.model.books import Codebook, Indicator
from sayso.model.claim import Maker
from sayso.model.ids import sha256_of
from sayso.model.report import Published, Report, Status, report_id

MAKER = Maker("invented", "1")
GROUP = "Jazira Front"


def _indicator(code: str, family: str, name: str, speaks_for: str = "decay", kind: str = "event") -> Indicator:
    return Indicator(code, family, name, f"Members: {name.lower()}.", (), kind, speaks_for, (), (), (), (), 1)


CODEBOOK = Codebook(
    "invented",
    "1",
    "Cohesion of an invented armed group",
    "Any armed group.",
    (
        _indicator("desertion", "leaving", "Desertion"),
        _indicator("malingering", "withholding", "Malingering", kind="pattern"),
        _indicator("pay_cut", "means", "Pay cut", kind="state"),
        _indicator("deserter_punishment", "control", "Punishment of deserters"),
        _indicator("mutiny", "withholding", "Mutiny"),
        _indicator("recruitment_change", "numbers", "Change in recruitment", kind="state"),
        _indicator("resilience", "holding", "Resilience", "holding", "pattern"),
        _indicator("leader_loss", "losses", "Loss of a leader"),
    ),
    {},
    {},
    "invented.toml",
)

# (path, outlet, published, title, text)
_TEXTS = (
    (
        "01-wire.txt",
        "Euphrates Wire",
        "2031-03-14",
        "Fighters flee post near Shaddadi",
        "SHADDADI (Euphrates Wire) - About forty fighters of the Jazira Front abandoned their post near Shaddadi on "
        'March 12, the provincial police chief said. "They left their rifles behind," Colonel Anwar Sabri said.\n\n'
        "Sabri said the men walked south toward Markada.\n\nA Front statement denied that anyone had left.",
    ),
    (
        "02-daily.txt",
        "Khabur Daily",
        "2031-03-15",
        "Forty quit the Front",
        "About forty fighters of the Jazira Front abandoned their post near Shaddadi on March 12, the provincial "
        "police chief said, Euphrates Wire reported.\n\nTwo of them, Yusuf Dalal, a former member, said, had not been "
        "paid since January.",
    ),
    (
        "03-courier.txt",
        "Northern Courier",
        "2031-03-16",
        "Front unit vanishes",
        "Around sixty men deserted the Front at Shaddadi last week, according to Euphrates Wire.\n\nA relative of one "
        "of the men told the Courier that she saw the empty post herself.",
    ),
    (
        "04-radio.txt",
        "Radio Sinjar Plain",
        "2031-04-02",
        "Pay falls by half",
        "The Jazira Front cut the monthly pay of its fighters from 300 dollars to 150 dollars, a letter found in "
        "Markada shows.\n\nThe letter was released by the coalition. A Belgian fighter named Karim Vael confirmed the "
        "cut, and said that dozens claim back pain to stay away from the line.",
    ),
    (
        "05-daily.txt",
        "Khabur Daily",
        "2031-04-05",
        "Letter shows pay cut",
        "The Front halved the pay of its men to 150 dollars, Radio Sinjar Plain reported, citing a captured letter.",
    ),
    (
        "06-gazette.txt",
        "State Gazette",
        "2031-04-20",
        "Traitors shot in Hasakah",
        "The Jazira Front executed 12 of its own men in Hasakah for leaving the front line, the Interior Ministry said "
        "on Tuesday.\n\nResidents saw the bodies in the square.",
    ),
    (
        "07-courier.txt",
        "Northern Courier",
        "2031-04-21",
        "Executions reported in Hasakah",
        "Twenty deserters were shot in Hasakah on Monday, two residents who watched the killing told the Courier.",
    ),
    (
        "08-wire.txt",
        "Euphrates Wire",
        "2031-05",
        "Recruits dry up",
        "The flow of recruits to the Front has fallen from 900 a month to about 100, the analyst Dr. Ines Quell said. "
        "It is likely that whole units will refuse orders by summer, she said.",
    ),
    (
        "09-front.txt",
        "Voice of the Jazira",
        "2031-05-03",
        "The ranks stand firm",
        "Our ranks are firm and the fallen commanders have been replaced, the Front's spokesman said.\n\n"
        "No fighter has left, he said.",
    ),
    (
        "10-daily.txt",
        "Khabur Daily",
        "2031-06-11",
        "Commander reported dead",
        "The Front's commander in Tal Afar was reportedly killed in June, and his deputy took over within a day.",
    ),
    (
        "11-arabic.txt",
        "صوت الفرات",
        "2031-04-22",
        "إعدامات في الحسكة",
        "أعدمت جبهة الجزيرة عشرين من مقاتليها في الحسكة.",
    ),
    (
        "12-courier.txt",
        "Northern Courier",
        "2031-06-20",
        "<script>alert(1)</script> Deserters of Raqqa",
        "In Raqqa province, hundreds of fighters of the Jazira Front have deserted since May, a monitor said.\n\n"
        "The monitor, Zagros Watch, counts only men seen by its own staff.",
    ),
)


def _published(edtf: str) -> Published:
    if len(edtf) == len("2031-05"):
        return Published(edtf, f"{edtf}-01", f"{edtf}-31", "manifest")
    return Published(edtf, edtf, edtf, "manifest")


def _report(path: str, outlet: str, edtf: str, title: str, text: str) -> Report:
    sha = sha256_of(text.encode())
    arabic = outlet.startswith("ص")
    return Report(
        report_id(sha, None, outlet, None),
        path,
        sha,
        text,
        outlet,
        outlet,
        _published(edtf),
        title,
        "ar" if arabic else "en",
        Status.UNSUPPORTED if arabic else Status.READ,
        "Arabic is not read yet" if arabic else None,
        "https://courier.example/karim-vael" if path.startswith("04") else None,
    )


REPORTS = tuple(_report(*row) for row in _TEXTS)
TEXT = {report.path[:2]: report for report in REPORTS}
