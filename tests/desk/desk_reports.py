"""Invented reports on an invented group, for the tests of the desk; every name in them is invented."""

from __future__ import annotations

REPORTS = {
    "bell.txt": (
        "Morning Bell",
        "2019-03-05",
        "Garrison thins out\n\nForty soldiers of the Harmattan Front deserted near Gao on 3 March 2019, Col. Idris "
        "Bako, a spokesman for the Malian army, told the Morning Bell.\n\nThe Harmattan Front cut the pay of its "
        "fighters in February, according to traders.\n",
    ),
    "copy.txt": (
        "River Courier",
        "2019-03-06",
        "Forty soldiers of the Harmattan Front deserted near Gao on 3 March 2019, Col. Idris Bako, a spokesman for the "
        "Malian army, told the Morning Bell.\n",
    ),
    "other.txt": (
        "Tamesna Post",
        "2019-03-07",
        "Desertions near Gao\n\nSixty soldiers of the Harmattan Front deserted near Gao on 3 March 2019, Moussa "
        "Tarku, a former fighter of the front, said. Moussa Tarku said that morale among the men was low.\n",
    ),
    "denied.txt": (
        "Front Voice",
        "2019-03-08",
        "The Harmattan Front denied that its soldiers had deserted near Gao in March 2019.\n",
    ),
    "far.txt": (
        "Tamesna Post",
        "2019-05-02",
        "Two fighters of the Harmattan Front surrendered to the Malian army near Kidal on 30 April 2019, the ministry "
        "of defence said.\n",
    ),
}

#: Tells in `other.txt`, and is masked.
PRIVATE = "Moussa Tarku"
