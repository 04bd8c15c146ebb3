"""Lines that credit a picture and nothing else."""

from __future__ import annotations

import re
from typing import ClassVar

from sayso.read.finders.lines import LineFinder


class PhotoCredit(LineFinder):
    """A line that only says whose picture it is: a photo credit is no teller."""

    name: ClassVar[str] = "photo credit"
    pattern = re.compile(
        r"[\[(]?\s*(?:(?:photos?|images?|pictures?|video|illustration|graphic|map|screen ?shot|screen ?grab"
        r"|handout|archive"
        r"|file)(?: (?:credits?|courtesy|source|by|from|via|of|taken by|photo|picture|image|provided by|supplied))*"
        r"\s*[:/|©-]\s*.{1,80}|(?:photo|image|picture|video|illustration)s? (?:credit|courtesy(?: of)?|by|via"
        r"|©):? (?-i:[A-Z@]).{1,60}"
        r"|(?:file|archive|stock|handout|representative|representational|illustrative) (?:photo|picture|image"
        r"|photograph)"
        r".{0,60}|[^.]{0,60}(?:getty images|shutterstock|alamy|istock|wikimedia commons|flickr|via (?:ap|afp"
        r"|reuters|epa))"
        r".{0,40}|(?:reuters|afp|ap|epa|ap photo|ap images|anadolu|xinhua|tass|dpa|sipa|ansa|efe|nurphoto"
        r"|social media)\s?[/|]"
        r"\s?[^.]{1,60}|[^.,;]{1,40}\s?/\s?(?:reuters|afp|ap|epa|anadolu|xinhua|tass|dpa|sipa|ansa|efe|nurphoto|handout)"
        r"(?:\s?/.{1,40})?)\s*[\])]?\.?",
        re.IGNORECASE,
    )
    full_too = False
    finds: ClassVar = (
        ("Men quit\n\n[Ali Invented/AFP]\n\nThe men left.", "[Ali Invented/AFP]"),
        ("Men quit\n\nPhoto: Ada Invented\n\nThe men left.", "Photo: Ada Invented"),
        ("Men quit\n\nGetty Images\n\nThe men left.", "Getty Images"),
        ("Men quit\n\n(AP Photo/Ada Invented)\n\nThe men left.", "(AP Photo/Ada Invented)"),
    )
    leaves: ClassVar = (
        "Photographs by residents show the empty camp.",
        "Reuters could not verify the video.",
        "The file listed 35 men who had left.",
        "Mosul (AP) — The men left.",
    )
