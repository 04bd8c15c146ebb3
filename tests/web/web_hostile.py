"""Hostile reports: pages that would run, load, lead or turn; all names are invented."""

from __future__ import annotations

import json
from pathlib import Path

#: What must never run or load, in every text slot that a report has.
EVIL = '<script>alert(1)</script><img src="//evil.invalid/p.png" onerror="alert(2)">'

_PAGE = f"""<!doctype html><html><head><title>{EVIL}Deserters of the Harmattan Front</title>
<base href="https://evil.invalid/"><meta http-equiv="refresh" content="0;url=https://evil.invalid/">
<link rel="stylesheet" href="https://evil.invalid/s.css">
<link rel="preload" href="https://evil.invalid/f.woff" as="font">
<link rel="dns-prefetch" href="//evil.invalid"><style>@import "https://evil.invalid/i.css";
body{{background:url(https://evil.invalid/b.png)}}</style></head><body>
<article><h1>Fighters leave the Harmattan Front</h1>
<p>About 60 fighters of the Harmattan Front deserted near Gao on Monday, the governor of the region said.
&lt;img src=x onerror=alert(3)&gt; &lt;script&gt;alert(4)&lt;/script&gt; [a link](javascript:alert(5))</p>
<p>The Harmattan Front executed 12 of its own men who had tried to leave Menaka, residents said on Tuesday.
<a href="javascript:alert(6)">more</a> <iframe srcdoc="&lt;script&gt;alert(7)&lt;/script&gt;"></iframe></p>
<svg><script>alert(8)</script></svg><math xlink:href="javascript:alert(9)">x</math>
<form action="https://evil.invalid/f"><button>go</button></form>
<noscript><p title="</noscript><img src=x onerror=alert(10)>"></noscript>
<img src="https://evil.invalid/pixel.gif" width="1" height="1"></article></body></html>"""

_TURNED = (
    "Gao counts the cost\n\nSome \u202e53\u202c fighters of the Harmattan Front deserted near Gao in March, "
    "the governor of the region said.\n\nZ\u0361\u0489\u0321a\u0338lgo and \u2067mixed\u2069 words: "
    "قال سكان إن المقاتلين غادروا البلدة.\n\nThe Harmattan Front cut the pay of its men by half in March, "
    "two former fighters told the Atlantic Daily.\n"
)


def write_hostile(folder: Path) -> Path:
    """The folder holds hostile pages, rows and names."""
    folder.mkdir(parents=True)
    (folder / "page.html").write_text(_PAGE, encoding="utf-8")
    (folder / "turned.txt").write_text(_TURNED, encoding="utf-8")
    (folder / "=cmd()'$(x) -rf.txt").write_text(
        "Ansongo counts the cost\n\n30 fighters of the Harmattan Front deserted near Ansongo in May, an official of "
        "the ministry of defence said.\n",
        encoding="utf-8",
    )
    (folder / "long.txt").write_text(
        "The Harmattan Front lost control of the road to Kidal in June, residents said. " + "word " * 20_000,
        encoding="utf-8",
    )
    row = {
        "text": "Twenty fighters of the Harmattan Front surrendered near Dori in July, the army said.",
        "title": EVIL,
        "outlet": f"=HYPERLINK(1){EVIL}",
        "url": "javascript:alert(11)",
        "published": "2019-07-02",
    }
    (folder / "rows.jsonl").write_text(json.dumps(row) + "\n", encoding="utf-8")
    return folder
