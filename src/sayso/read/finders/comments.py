"""What pages print around comments, sharing and subscriptions."""

from __future__ import annotations

import re
from typing import ClassVar

from sayso.read.finders.lines import LineFinder
from sayso.read.layout import Block

_SITES = (
    r"facebook|twitter|x|whats ?app|telegram|linked ?in|pinterest|reddit|instagram|you ?tube|tik ?tok|tumblr|flipboard"
    r"|messenger|google(?:\+| plus| news)?|viber|vk|threads|bluesky|mastodon|pocket|rss|sms"
)

_SHARE = frozenset(
    "share tweet email e-mail print bookmark facebook twitter whatsapp telegram linkedin pinterest reddit instagram "
    "youtube tiktok tumblr flipboard messenger viber copy link rss follow pocket".split()
)
_BAR = _SHARE | frozenset(
    "pin post send save like this on via to us with friends article story page more and or x google plus news link k m "
    "text size a by or comment comments in your the".split()
)
_WORD = re.compile(r"[\w-]+")


class Comments(LineFinder):
    """Comment counts, forms and policies, and questions put to the reader."""

    name: ClassVar[str] = "comments"
    pattern = re.compile(
        r"(?:[\d,.]*\s*(?:comments?|comment\(s\)|replies|reactions|responses|likes?|views?|shares?|reads)"
        r"(?:\s*[(\[]?\d*[)\]]?)?|(?:no|view|show|hide|see|read|load|add|post|write|leave|submit)(?: all"
        r"| more| an?| your)?"
        r" (?:comments?|repl(?:y|ies)|reactions)(?: .{0,60})?|comments? (?:policy|are closed|rules|guidelines"
        r"|section|box"
        r"|on this).{0,120}|do you (?:like|agree with|have) (?:this|an?|any) (?:article|story|post|opinion|comment|tip"
        r"|question|news tip)s?\b.{0,80}|(?:was|is|did you find) this (?:article|story|page|post|information).{0,40}\?"
        r"|rate this (?:article|story|post).{0,20}|please let us know if .{0,30}\b(?:issues?|problems?|trouble) .{0,60}"
        r"|(?:\W*denotes? )?required fields?(?: are marked)?.{0,40}|.{0,40}\*\s*denotes required field.{0,40}"
        r"|\d+\s*/\s*\d+(?: characters.{0,20})?|(?:characters? )?(?:remaining|left):? ?\d*|your (?:e-?mail"
        r"|name|comment)"
        r"(?: address)?(?: will not be .{1,40})?[\s*.:]*|(?:log|sign) ?in (?:or .{1,20} )?to (?:comment|reply"
        r"|post|vote)"
        r".{0,40}|join the (?:conversation|discussion|debate).{0,80}|(?:what do you think"
        r"|tell us what you think|have your "
        r"say).{0,60}|report (?:abuse|comment|a? ?(?:typo|error|correction))s?.{0,60}|reply|captcha"
        r"|notify me of .{1,80})\W*",
        re.IGNORECASE,
    )
    finds: ClassVar = (
        ("The men fled.\n\n12 Comments", "12 Comments"),
        ("The men fled.\n\nLeave a reply", "Leave a reply"),
        ("The men fled.\n\nDid you find this story useful?", "Did you find this story useful?"),
        (
            "The men fled.\n\nPlease let us know if you have any problems with this form.",
            "Please let us know if you have any problems with this form.",
        ),
        (
            "The men fled.\n\nComment rules * Denotes required field 0 / 800",
            "Comment rules * Denotes required field 0 / 800",
        ),
    )
    leaves: ClassVar = (
        "He had no comment on the desertions.",
        "The minister left without a reply to the question.",
        "Commenting on the losses, the colonel said his men would hold.",
        "35 killed",
    )


class Sharing(LineFinder):
    """Share bars and invitations to follow."""

    name: ClassVar[str] = "share bar"
    pattern = re.compile(
        rf"(?:follow|like|find|join|connect with) (?:us|me|him|her|our|@\w+|.{{1,40}}) (?:on|at|via) "
        rf"(?:{_SITES})\b.{{0,80}}|share (?:this|your|on|via|with).{{0,60}}|(?:e-?mail|print|bookmark) this .{{0,40}}",
        re.IGNORECASE,
    )
    finds: ClassVar = (
        ("The men fled.\n\nShare Tweet Email Print", "Share Tweet Email Print"),
        ("The men fled.\n\nFacebook 12 | Twitter 3 | WhatsApp", "Facebook 12 | Twitter 3 | WhatsApp"),
        ("The men fled.\n\nFollow us on Telegram", "Follow us on Telegram"),
        ("Share this story\n\nThe men fled.", "Share this story"),
    )
    leaves: ClassVar = (
        "Fighters share food with villagers.",
        "The brothers followed the convoy on foot.",
        "He posted the list on Telegram.",
        "More than 35",
    )

    def fits(self, block: Block) -> bool:
        """Whether the line is such an invitation, or holds nothing but names of sites, share words and counts."""
        words = [word for word in _WORD.findall(block.text.lower()) if not word.isdigit()]
        bar = bool(words) and all(word in _BAR for word in words) and not _SHARE.isdisjoint(words)
        return bar or super().fits(block)


class Newsletter(LineFinder):
    """Invitations to subscribe, register, donate or install."""

    name: ClassVar[str] = "newsletter"
    full_too = False
    pattern = re.compile(
        r"(?:(?:please )?(?:subscribe|sign[ -]?up|sign in|log in|register|donate|become a (?:member|subscriber|patron)"
        r"|support (?:our|us|independent|quality)|help us|download (?:our|the) .{0,20}app|get (?:our"
        r"|the (?:latest|best|top"
        r"|day's)|unlimited|breaking|daily|weekly|more .{1,30} in your)|stay (?:informed|updated|up to date"
        r"|tuned|connected)"
        r"|never miss|don[’']t miss (?:out|a (?:story|thing)|our)|join our|already a (?:subscriber|member)|start your"
        r")\b.{0,160}|.{0,120}\b(?:newsletters?|(?:to|in) your in-?box|push notifications)\b.{0,80}|(?:e-?mail|your) "
        r"(?:newsletters?|alerts?|address)[\s*:]*|(?:enter|type) (?:your )?e-?mail.{0,60})",
        re.IGNORECASE,
    )
    finds: ClassVar = (
        ("Sign up for our morning newsletter\n\nThe men fled.", "Sign up for our morning newsletter"),
        ("The men fled.\n\nGet the latest news in your inbox.", "Get the latest news in your inbox."),
        ("The men fled.\n\nSupport our journalism: donate today", "Support our journalism: donate today"),
    )
    leaves: ClassVar = (
        "Young men sign a contract with the militia for two years.",
        "Villagers support the group because it pays.",
        "The group prints a weekly bulletin.",
    )
