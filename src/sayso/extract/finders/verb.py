"""`X said that …`, `“…,” said X`, `X told Y: “…”`, `a note saying …`: verbs of telling with their subjects."""

from __future__ import annotations

from dataclasses import replace

from sayso.extract.contents import content_left, content_right
from sayso.extract.following import phrase_after
from sayso.extract.frame import Frame
from sayso.extract.lexicon import Lexicon
from sayso.extract.line import Line
from sayso.extract.phrases import phrase_ending, subject_before, verb_group
from sayso.extract.verbforms import is_done_by, is_passive, takes_bare_form, told, within_commas
from sayso.extract.verbwords import ACCUSE, DENY_OBJECT, INVERTED, NEED_THAT, NOBODY, PAPER_WITHIN, PUT, TOLD
from sayso.model.span import Span
from sayso.model.telling import Certainty, TellerKind


class Verb:
    """Finds a verb of telling, its subject before or behind it, and what is told on either side."""

    name = "verb"
    version = "1"
    finds = (
        ("Officials said that ten men had left the post.", "said", "Officials", "that ten men had left the post"),
        (
            "“We have not been paid,” said Sgt. Amadou Kel, a gunner.",
            "said",
            "Sgt. Amadou Kel, a gunner",
            "“We have not been paid,”",
        ),
        ("The pay was cut, the colonel told Radio Tamesna.", "told", "the colonel", "The pay was cut"),
        (
            "A ledger found in the camp shows that pay stopped in May.",
            "shows",
            "A ledger found in the camp",
            "that pay stopped in May",
        ),
        ("The ministry denied that any unit had mutinied.", "denied", "The ministry", "that any unit had mutinied"),
        ("One gunman had a note saying he was ill.", "saying", "a note", "he was ill"),
    )
    leaves = ("The post was found empty.", "He read the paper.", "They carried the wounded out.")

    def frames(self, line: Line, lexicon: Lexicon) -> list[Frame]:
        """The frames of this kind in one sentence."""
        found: list[Frame] = []
        for index in range(len(line.tokens)):
            if line.quoted[index] or not self._may_tell(line, index, lexicon):
                continue
            frame = self._inverted(line, index, lexicon) or self._plain(line, index, lexicon, found)
            if frame is not None:
                found.append(frame)
        return found

    @staticmethod
    def _may_tell(line: Line, index: int, lexicon: Lexicon) -> bool:
        word = line.low(index)
        if word not in lexicon.verbs and word not in lexicon.document_verbs:
            return False
        before = line.low(index - 1)
        if word.startswith("argu") and line.low(index + 1) in {"about", "over"}:
            return False  # who argues about something quarrels
        if index > 0 and line.tokens[index].text[0].isupper():
            return False
        if word.endswith("ing") and before in {"by", "in"}:
            return True
        if word in ACCUSE | DENY_OBJECT and (is_passive(line, index) or line.low(index + 1) == "of"):
            return False
        if word in lexicon.bases and not takes_bare_form(line, index):
            return False
        if before in {
            "to",
            "the",
            "a",
            "an",
            "of",
            "this",
            "its",
            "his",
            "their",
            "by",
            "in",
            "no",
            "any",
        } or is_done_by(line, index):
            return False
        numbered = line.tag(index - 1) == "CD" and line.low(index + 1) == "that"  # "Paragraph 14 states that"
        noun = line.tag(index) in {"NN", "NNS"} and line.tag(index - 1) in {"DT", "JJ", "PRP$", "POS", "CD"}
        return numbered or not noun

    def _inverted(self, line: Line, index: int, lexicon: Lexicon) -> Frame | None:
        """`“…,” said X`: only behind a quotation or a comma, and before a name or noun."""
        before = index - 1
        if (
            line.low(index) not in INVERTED
            or before < 1
            or not (line.quoted[before] or line.low(before) in {",", "”", '"', "’"})
        ):
            return None
        following = line.tag(index + 1)
        if following not in {"NNP", "NN", "NNS", "NNPS", "DT", "JJ", "CD", "PRP$", "PRP"} or line.low(index + 1) in {
            "that"
        }:
            return None
        if line.low(index).endswith("ing") or line.low(index) in TOLD:
            return None
        source, content = phrase_after(line, index + 1), content_left(line, index)
        if source is None or content is None or line.tag(source[1] + 1) in {"VBD", "VBZ", "VBP", "MD", "VBN"}:
            return None
        if line.low(index - 1) == "," and (self._is_clause(line, source) or self._is_apposed(line, index, source)):
            return None
        more = content_right(line, source[1]) if line.low(source[1] + 1) in {",", ":"} else None
        more = more if more is not None and self._is_quoted(line, more) else None
        contents = (content,) if more is None else (content, more)
        return self._frame(line, index, line.span(*source), contents, lexicon)

    @staticmethod
    def _is_clause(line: Line, phrase: tuple[int, int]) -> bool:
        """Whether what stands behind the cue is told, not the teller: "…, said the camp had rice"."""
        relative = {"who", "which", "that", "whose"}
        return line.has_finite_verb(*phrase) and not any(
            line.low(k) in relative for k in range(phrase[0], phrase[1] + 1)
        )

    @staticmethod
    def _is_apposed(line: Line, index: int, source: tuple[int, int]) -> bool:
        """Whether the comma before the cue closes words about its subject: "One, a team leader, said two men had"."""
        left = line.has_finite_verb(0, index - 1) or any(line.quoted[:index])
        return not left and line.has_finite_verb(source[1] + 1, line.last_word())

    def _plain(self, line: Line, index: int, lexicon: Lexicon, earlier: list[Frame]) -> Frame | None:
        source, first = self._subject(line, index, lexicon, earlier)
        if source is None:
            return None
        told_to, after = self._hearer(line, index)
        content = self._right(line, index, after)
        resumed = self._resumed(line, first, after + 2) if content is None and line.low(after + 1) == "," else None
        left = content_left(line, first) if content is None or line.quoted[max(0, first - 2)] else None
        if content is not None and line.low(index - 1) == "who" and line.low(index - 2) == ",":
            content = within_commas(line, index, content)
        if resumed is not None and line.low(first) == "it":
            source = self._opening_subject(line, first) or source
        content = content or resumed
        if content is not None and left is not None and line.low(after + 1) != "," and not self._is_quoted(line, left):
            left = None
        contents = tuple(span for span in (left, content) if span is not None)
        if not contents or (self._needs_that(line, index) and not self._is_told(line, after, contents)):
            return None
        frame = self._frame(line, index, source, contents, lexicon)
        if frame is not None and source.end <= line.tokens[index].start:
            last = next(k for k in range(index, -1, -1) if line.tokens[k].end <= source.end)
            frame = replace(frame, cue=line.span(verb_group(line, index, last), index))
        return frame if told_to is None or frame is None else told(frame, told_to)

    @staticmethod
    def _resumed(line: Line, first: int, start: int) -> Span | None:
        """The rest of a sentence in whose midst the telling stands: `Simply put, they said, the will was gone`."""
        if first < 2 or line.low(first - 1) != "," or line.low(start).endswith("ing") or line.tag(start) == "IN":
            return None
        return line.span(start, line.last_word()) if start < line.last_word() else None

    def _subject(self, line: Line, index: int, lexicon: Lexicon, earlier: list[Frame]) -> tuple[Span | None, int]:
        word = line.low(index)
        helper = index - 1 - (line.tag(index - 1) == "RB")
        if word.endswith("ing") and line.low(helper) not in {"is", "are", "was", "were", "been", "be"}:
            return self._participle_subject(line, index, lexicon, earlier)
        if line.low(index - 1) in {"and", "but"} and earlier and earlier[-1].source is not None:
            return earlier[-1].source, index
        if line.low(index - 1) in {"and", "but"} and (opening := self._opening_subject(line, index - 1)) is not None:
            return opening, index
        subject = self._document_before(line, index, lexicon) or subject_before(line, index)
        if subject is None or line.low(subject[0]) in NOBODY:
            return None, index
        if word not in lexicon.verbs and not self._is_document(line, subject, lexicon):
            return None, index
        return line.span(*subject), subject[0]

    def _participle_subject(
        self, line: Line, index: int, lexicon: Lexicon, earlier: list[Frame]
    ) -> tuple[Span | None, int]:
        before = index - 1
        if before >= 0 and line.is_noun(before):
            first = phrase_ending(line, before)
            if self._is_document(line, (first, before), lexicon) or lexicon.tellers.get(line.low(before)) is not None:
                return line.span(first, before), index
        if earlier and earlier[-1].source is not None:
            return earlier[-1].source, index
        if line.low(index - 1) not in {",", "by", "and", "while"}:
            return None, index
        return self._opening_subject(line, index), index

    @staticmethod
    def _opening_subject(line: Line, index: int) -> Span | None:
        """The phrase that opens the sentence, up to its first verb: the subject that a participle hangs on."""
        end = next((k for k in range(1, index) if line.tag(k) in {"VBD", "VBZ", "VBP", "MD", "VBN"}), None)
        if end is None or line.quoted[0] or line.tag(0) in {"IN", "VBG", "RB", "WRB"}:
            return None
        subject = subject_before(line, end)
        return line.span(*subject) if subject is not None and subject[0] == 0 else None

    @staticmethod
    def _document_before(line: Line, index: int, lexicon: Lexicon) -> tuple[int, int] | None:
        """`documents found in the camp that reveal …`: the paper that a relative clause makes speak."""
        if line.low(index - 1) not in {"that", "which"} or line.low(index) not in lexicon.document_verbs:
            return None
        for head in range(index - 2, max(-1, index - PAPER_WITHIN), -1):
            if lexicon.tellers.get(line.low(head)) is TellerKind.DOCUMENT and line.is_noun(head):
                return phrase_ending(line, head), index - 2
        return None

    @staticmethod
    def _is_document(line: Line, phrase: tuple[int, int], lexicon: Lexicon) -> bool:
        kinds = (TellerKind.DOCUMENT, TellerKind.MONITOR)
        return any(lexicon.tellers.get(line.low(k)) in kinds for k in range(phrase[0], phrase[1] + 1))

    @staticmethod
    def _hearer(line: Line, index: int) -> tuple[Span | None, int]:
        """Whom a teller told, and the last token of that: `told Radio Tamesna`."""
        if line.low(index) not in TOLD:
            return None, index
        end = index + 1
        if line.tag(end) == "PRP":
            return line.span(end, end), end
        while end + 1 < len(line.tokens) and (line.is_noun(end + 1) or line.tag(end) in {"DT", "PRP$", "JJ"}):
            if line.low(end + 1) in {"that", ",", ":"} or line.quoted[end + 1]:
                break
            end += 1
        if not (line.is_noun(end) or line.tag(end) in {"CD", "PRP"}):
            return None, index
        return line.span(index + 1, end), end

    @staticmethod
    def _right(line: Line, index: int, after: int) -> Span | None:
        word = line.low(index)
        if word in PUT:
            at = any(
                line.low(k) == "at" and line.tag(k + 1) in {"CD", "RB", "IN", "JJR"}
                for k in range(index + 2, index + 12)
            )
            return line.span(index + 1, line.last_word()) if at else None
        if word in ACCUSE:
            of = next((k for k in range(index + 1, min(index + 9, line.last_word())) if line.low(k) == "of"), None)
            return line.span(index + 1, line.last_word()) if of is not None else None
        if word in DENY_OBJECT and line.low(index + 1) != ",":
            return content_right(line, after) or (
                line.span(index + 1, line.last_word()) if index < line.last_word() else None
            )
        return content_right(line, after)

    @staticmethod
    def _needs_that(line: Line, index: int) -> bool:
        word = line.low(index)
        return word in NEED_THAT and word not in DENY_OBJECT and word not in ACCUSE and word not in PUT

    def _is_told(self, line: Line, after: int, contents: tuple[Span, ...]) -> bool:
        """Whether a verb with other uses tells here: before "that" or a quotation, or behind what was told."""
        if self._is_quoted(line, contents[0]) or contents[0].end < line.tokens[after].start:
            return True
        opening = {"that", "how", "whether", "if", "why"}
        return line.low(after + 1) == ":" or any(line.low(k) in opening for k in range(after + 1, after + 4))

    @staticmethod
    def _is_quoted(line: Line, span: Span) -> bool:
        return any(quote.span.overlap(span) * 2 > len(span) for quote in line.quotes)

    def _frame(
        self, line: Line, index: int, source: Span, contents: tuple[Span, ...], lexicon: Lexicon
    ) -> Frame | None:
        if any(content.overlap(source) for content in contents):
            return None
        word = line.low(index)
        certainty = lexicon.verbs.get(word) or lexicon.document_verbs[word]
        if word in lexicon.document_verbs and word in lexicon.verbs:
            certainty = lexicon.verbs[word]
        doubted = certainty is Certainty.ALLEGED
        return Frame(
            self.name,
            source,
            line.span(index, index),
            contents,
            Certainty.ASSERTED if doubted else certainty,
            doubted=doubted,
        )
