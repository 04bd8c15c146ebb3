"""Lines that lead a reader away from the report: links, videos, tags, times of update."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import ClassVar

from sayso.model.span import Span
from sayso.read.finders.lines import LineFinder
from sayso.read.layout import Block, Layout


class Promo(LineFinder):
    """A label with a link behind it: "NOW SEE: ...", "Read more: ...", "RELATED: ..."."""

    name: ClassVar[str] = "promo"
    pattern = re.compile(
        r"[\W_]*(?:(?:now |also |must |first )?(?:see|read|watch|listen|view)(?: (?:more|also|next|now|this|on|here|it"
        r"|the (?:full|whole|original) .{1,30}|full .{1,20}))*\s?[:>»→].{0,200}|(?:see|read|watch|listen|more|also)"
        r"(?: (?:more|also|next|now|here|below|all|from|on|about|stories|news|to))+(?: [^.!?]{0,80})?"
        r"|(?i:related|recommended|more|trending|popular|editor[’']?s? picks?|most (?:read|viewed|popular|shared)"
        r"|top (?:stories|news|posts)|latest (?:news|stories|posts|videos)|don[’']t miss|you (?:may|might) (?:also )?"
        r"(?:like|enjoy|be interested in)|what to read next|up next|next (?:article|story|post|up|read)"
        r"|previous (?:article"
        r"|story|post)|in (?:pictures|pics|photos|video)|(?:photo )?gallery|slide ?show|photos|video|exclusive video"
        r"|further reading|external links?)(?: (?:stories|articles?|posts?|news|links?|topics?|content|coverage|reading"
        r"|videos?|photos?|on this (?:topic|story)|now|today|from .{1,30}))*\s?(?:[:>»→]\s?[^.]{0,160})?"
        r"|click (?:here|to|on|through)\b.{0,100}|(?:tap|swipe|scroll) (?:here|to|for|down)\b.{0,60}"
        r"|back to (?:top|home|news)"
        r"|(?:download|view) (?:the )?(?:pdf|full report|document).{0,40})[\W_]*",
        re.IGNORECASE,
    )
    finds: ClassVar = (
        ("The men fled.\n\nNOW WATCH: How the river town looks today:", "NOW WATCH: How the river town looks today:"),
        ("The men fled.\n\nRead more: Who pays the militia?", "Read more: Who pays the militia?"),
        ("The men fled.\n\nRELATED STORIES", "RELATED STORIES"),
        ("The men fled.\n\nClick here for the full series", "Click here for the full series"),
        ("The men fled.\n\nIN PICTURES: Life at the front", "IN PICTURES: Life at the front"),
    )
    leaves: ClassVar = (
        "More than 35 men left the camp on Monday.",
        "Watching from the hills, villagers saw the trucks go.",
        "He said: read the letter.",
        "Related units were moved north after the mutiny.",
        "See how they run, the commander said of the deserters.",
    )


class Player(LineFinder):
    """Labels of video and picture players: made of player words and times alone."""

    name: ClassVar[str] = "player label"
    pattern = re.compile(r"(?:\d{1,2}:){1,2}\d{2}(?:\s*/\s*(?:\d{1,2}:){1,2}\d{2})?|\d{1,3}\s*(?:of|/)\s*\d{1,3}")
    finds: ClassVar = (
        ("The men fled.\n\nPlay Video\n\nMore fled.", "Play Video"),
        ("The men fled.\n\n00:00 / 01:32\n\nMore fled.", "00:00 / 01:32"),
        ("The men fled.\n\nVideo Player is loading.\n\nMore fled.", "Video Player is loading."),
        ("The men fled.\n\nWatch Live\n\nMore fled.", "Watch Live"),
    )
    leaves: ClassVar = (
        "Now Playing Field Residents Flee",
        "The shot came from the mill.",
        "Audio of the mutiny leaked.",
    )
    words: ClassVar = frozenset(
        "video shot play player playing watch now live tv autoplay up next loading is modal window close dialog replay "
        "mute unmute volume fullscreen full screen pause stop rewind forward captions subtitles settings on off audio "
        "listen gallery slideshow photo photos image images picture thumbnail enlarge zoom toggle caption hide show "
        "embed share current time duration remaining progress stream type seek to picture-in-picture again clip start "
        "skip ad ads error code unavailable this".split()
    )
    most_words: ClassVar[int] = 6

    def fits(self, block: Block) -> bool:
        """Whether the line holds player words alone, or a time or count as players show it."""
        words = re.findall(r"[\w-]+", block.text.lower())
        labels = 0 < len(words) <= self.most_words and all(word in self.words for word in words)
        return labels or super().fits(block)


class Tags(LineFinder):
    """Lists of topics, places where the report is filed, reading times and times of update."""

    name: ClassVar[str] = "tags"
    pattern = re.compile(
        r"(?:tags?|topics?|filed under|categor(?:y|ies)|keywords|(?:posted|published) (?:in|under)"
        r"|more on this|in this "
        r"(?:story|article)|sections?|labels?|explore more(?: on these topics)?)\s*:.{0,200}"
        r"|\d+ min(?:ute)?s?[. -]*(?:read|ago)"
        r"|(?:reading time|est\.? reading).{0,30}|(?:\d+|an?) (?:seconds?|minutes?|hours?|days?|weeks?"
        r"|months?|years?) ago"
        r"|(?:last )?(?:updated?|modified|edited)\b[ :]?(?!.*\b(?:said|says|told)\b)[^.]{0,80}|home(?:\s*[>»/"
        r"|›·]\s*[^.]{1,40})+"
        r"|[^.>»›|]{1,30}(?:\s[>»›|]\s[^.>»›|]{1,30}){1,5}|#\w+(?:[ ,]+#\w+)*",
        re.IGNORECASE,
    )
    finds: ClassVar = (
        ("The men fled.\n\nTags: army, desertion, river", "Tags: army, desertion, river"),
        ("Home > World > Africa\n\nThe men fled.", "Home > World > Africa"),
        ("Last updated 3 March 2019\n\nThe men fled.", "Last updated 3 March 2019"),
        ("4 min read\n\nThe men fled.", "4 min read"),
    )
    leaves: ClassVar = ("Two days ago the unit left its post.", "Updated lists of the missing were read aloud.")


class LinkList:
    """The titles that follow a label such as "Related stories" or "Most read" up to the next paragraph."""

    name: ClassVar[str] = "link list"
    version: ClassVar[str] = "1"
    finds: ClassVar = (
        (
            "It ended, he said.\n\nRelated stories\n\nWho pays the militia?\n\nRiver town in ruins",
            "Who pays the militia?",
        ),
    )
    leaves: ClassVar = ("No pay\n\nThe men left.",)
    label = re.compile(
        r"[\W_]*(?:related(?: (?:stories|articles|news|posts|links|topics|content|coverage))?|read (?:more|also|next)"
        r"|more (?:stories|news|from .{1,30}|on this .{1,20})|see also|also read|most (?:read|viewed|popular|shared)"
        r"|trending(?: now)?|(?:top|latest) (?:stories|news|posts)|you (?:may|might) (?:also )?(?:like"
        r"|be interested in)"
        r"|recommended(?: for you)?|editor[’']?s? picks?|from around the web|popular (?:posts|stories|now)"
        r"|what to read next|don[’']t miss)[\W_]*",
        re.IGNORECASE,
    )
    #: A title in a list of links has at most this many words.
    most_words: ClassVar[int] = 18

    def spans(self, layout: Layout) -> Iterator[Span]:
        """The lines under such a label that are titles: short and without a full stop."""
        listing = False
        for number, block in enumerate(layout.blocks):
            if self.label.fullmatch(block.text[:80]):
                listing = number != layout.headline
            elif listing:
                listing = block.words <= self.most_words and not block.text.endswith((".", ":", "”", '"'))
                if listing and number != layout.headline:
                    yield block.span
