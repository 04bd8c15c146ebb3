"""Labels of advertisements and of the page's own machinery."""

from __future__ import annotations

import re
from typing import ClassVar

from sayso.read.finders.lines import LineFinder


class Advertisement(LineFinder):
    """Labels that stand above or below advertisements."""

    name: ClassVar[str] = "advertisement"
    pattern = re.compile(
        r"[\W_]*(?:advertise?ments?|advert|ads?|sponsored(?: (?:content|links?|by|post).{0,40})?|promoted(?: stories)?"
        r"|paid (?:content|post|partnership).{0,30}|partner content|ads? by .{1,40}"
        r"|(?:story|article) continues(?: below)?(?: (?:this )?ad\w*)?|continue reading(?: below)?.{0,40}"
        r"|skip (?:ad\w*|to .{1,40})|scroll (?:down )?(?:for more|to continue).{0,40}|report (?:this )?ad"
        r"|from around the web|(?:more )?from our (?:partners|sponsors)|recommended(?: by .{1,30})?)[\W_]*",
        re.IGNORECASE,
    )
    finds: ClassVar = (
        ("Fighters left the town.\n\nADVERTISEMENT\n\nThey went north.", "ADVERTISEMENT"),
        ("Fighters left.\n\nStory continues below advertisement\n\nMore left.", "Story continues below advertisement"),
        ("Two men fled.\n\nSponsored Content by Acme", "Sponsored Content by Acme"),
    )
    leaves: ClassVar = (
        "The group placed an advertisement for drivers in the local paper.",
        "The flight was sponsored by a foreign state.",
    )


class Cookies(LineFinder):
    """Cookie and privacy notices, app and browser notices."""

    name: ClassVar[str] = "cookie notice"
    pattern = re.compile(
        r"(?:(?:we|this (?:web)?site|our (?:web)?site|by (?:using|continuing|clicking)).{0,120}\bcookies?\b.{0,120}"
        r"|(?:accept|reject|manage|allow|decline)(?: all)?(?: cookies| preferences)?|(?:cookie"
        r"|privacy) (?:policy|notice"
        r"|settings|preferences).{0,40}|terms (?:of (?:use|service)|and conditions).{0,60}"
        r"|(?:please )?(?:enable|turn on) "
        r"java ?script.{0,100}|your browser (?:does not|doesn't|is).{0,120}|got it!?|i agree)[\s.!]*",
        re.IGNORECASE,
    )
    finds: ClassVar = (
        ("We use cookies to improve your visit.\n\nRebels left the town.", "We use cookies to improve your visit."),
        ("Rebels left the town.\n\nAccept all cookies", "Accept all cookies"),
    )
    leaves: ClassVar = (
        "Residents baked cookies for the soldiers who had fled.",
        "The commander refused to accept all the terms of the truce.",
    )


class Copyright(LineFinder):
    """Copyright lines and notices of rights."""

    name: ClassVar[str] = "copyright line"
    pattern = re.compile(
        r"(?:(?:copyright|©|\(c\))\s.{0,160}|©\s?\d{4}.{0,160}|(?:all|some) rights reserved.{0,120}"
        r"|.{0,120}\ball rights reserved[.\s]*|.{0,80}\bmay not be (?:published|reproduced|copied|rewritten)\b.{0,120}"
        r"|.{0,80}no part of this .{1,60} may be .{0,80}|click here for (?:permission|reprints).{0,80})",
        re.IGNORECASE,
    )
    finds: ClassVar = (
        ("The men fled.\n\nCopyright 2019 Harbour Times", "Copyright 2019 Harbour Times"),
        (
            "The men fled.\n\n© 2020 The Hill Courier. All rights reserved.",
            "© 2020 The Hill Courier. All rights reserved.",
        ),
        (
            "The men fled.\n\nThis material may not be published, broadcast or redistributed.",
            "This material may not be published, broadcast or redistributed.",
        ),
    )
    leaves: ClassVar = ("Lawyers say copyright law does not cover the group's songs.",)
