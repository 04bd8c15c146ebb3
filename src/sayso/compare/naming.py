"""Whether two noun phrases name the same: head, modifiers, number, part and owner."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from sayso.compare.phrases import DENYING, Phrase
from sayso.compare.references import is_pronoun, pronoun_class
from sayso.model.meaning import Meaning

#: How a text's quantifier may be left out: "several men fled" holds "men fled"; "few men fled" does not.
_MAY_GO = frozenset({"all", "several", "many", "both"})
#: Nouns of place that a name may stand without: "the province of Kuvango" is Kuvango.
_PLACES = frozenset(
    "province town city village district state region river county island area municipality port".split()
)
_ONLY = "!"


@dataclass(frozen=True, slots=True)
class Naming:
    """Compares phrases of a claim with phrases of a text; `antecedent` resolves a pronoun of the text."""

    meaning: Meaning
    antecedent: Callable[[Phrase], Phrase | None]

    def differs(self, claim: Phrase, text: Phrase) -> str | None:
        """Why the claim's phrase does not name what the text's does; None where it does."""
        if claim.also or text.also:
            return self._joined(claim, text)
        if is_pronoun(claim) or is_pronoun(text):
            return self._pronouns(claim, text)
        whys = [self._one(claim, one) for one in self._readings(text)]
        return None if None in whys else whys[0]

    def _readings(self, text: Phrase) -> list[Phrase]:
        """The phrase itself, and with what is set beside it ("their commander, Idris")."""
        out = [text]
        bare = replace(text, names=())
        for name in text.names:
            out.append(replace(name, names=(bare,)))
            if name.kind == "name":
                out.append(
                    replace(name, mods=name.mods | text.mods | {text.head}, owner=text.owner, of=text.of, names=(bare,))
                )
        if text.head in _PLACES and text.of is not None and text.of.kind == "name":
            out.append(text.of)
        return out

    def _pronouns(self, claim: Phrase, text: Phrase) -> str | None:
        if is_pronoun(claim) and is_pronoun(text):
            same = pronoun_class(claim.head) == pronoun_class(text.head)
            return None if same else f"“{claim.head}” is not “{text.head}”"
        if is_pronoun(claim):
            return f"whom “{claim.head}” means in the claim is not said"
        meant = self.antecedent(text)
        if meant is None or is_pronoun(meant):
            return f"whom “{text.head}” means in the text is open"
        return self.differs(claim, meant)

    def _joined(self, claim: Phrase, text: Phrase) -> str | None:
        ours, theirs = _members(claim), _members(text)
        strict = {"or", "nor"} & {claim.joint, text.joint} or DENYING & {claim.quantity, text.quantity}
        if strict and (claim.joint != text.joint or len(ours) != len(theirs)):
            return "one of several that the text names together cannot stand alone here"
        left = list(theirs)
        for one in ours:
            fitting = next((other for other in left if self.differs(one, other) is None), None)
            if fitting is None:
                return self.differs(one, theirs[0])
            left.remove(fitting)
        return None

    def _one(self, claim: Phrase, text: Phrase) -> str | None:
        return (
            self._heads(claim, text)
            or _numbers(claim, text)
            or _quantities(claim, text)
            or self._modifiers(claim, text)
            or self._owners(claim, text)
            or self._beside(claim, text)
        )

    def _heads(self, claim: Phrase, text: Phrase) -> str | None:
        if claim.head != text.head:
            return f"the clause has “{text.head or text.number}”, not “{claim.head or claim.number or claim.quantity}”"
        if (
            claim.kind == "n"
            and text.kind == "n"
            and claim.plural != text.plural
            and not claim.number == text.number is not None
        ):
            return f"“{claim.head}” is one in the one, several in the other"
        return None

    def _modifiers(self, claim: Phrase, text: Phrase) -> str | None:
        known = text.keys | {key for name in text.names for key in name.keys}
        extra = sorted(claim.mods - known)
        if extra:
            return f"“{extra[0]}” is not said of “{text.head}” there"
        kept = sorted((text.mods & self.meaning.keep) - claim.keys)
        return f"“{kept[0]}” is left out, which changes who or what is meant" if kept else None

    def _beside(self, claim: Phrase, text: Phrase) -> str | None:
        """Whether what the claim sets beside the name stands beside it in the text too."""
        for name in claim.names:
            if all(self.differs(name, other) is not None for other in (replace(text, names=()), *text.names)):
                return f"“{name.head}” does not stand beside “{text.head}” there"
        return None

    def _owners(self, claim: Phrase, text: Phrase) -> str | None:
        if claim.owner is not None:
            why = self._owner(claim.owner, text)
            if why:
                return why
        if claim.of is None:
            return None
        if text.of is not None and self.differs(claim.of, text.of) is None:
            return None
        if text.owner is not None and self.differs(claim.of, text.owner) is None:
            return None
        fits = claim.of.keys <= text.keys and claim.of.number is None and claim.of.quantity is None
        return None if fits else f"“{claim.head} of {claim.of.head}” is not what the clause has"

    def _owner(self, owner: Phrase, text: Phrase) -> str | None:
        for held in (text.owner, text.of):
            if held is not None and self.differs(owner, held) is None:
                return None
        if not is_pronoun(owner) and owner.keys <= text.mods:
            return None
        return f"whose “{text.head}” it is differs or is open"


def _members(phrase: Phrase) -> list[Phrase]:
    return [
        replace(phrase, also=(), joint="", plural=(phrase.plural and not phrase.also) or phrase.head.endswith("s")),
        *phrase.also,
    ]


def _numbers(claim: Phrase, text: Phrase) -> str | None:
    if claim.number is None:
        return (
            "a part of them is not all of them"
            if text.part and (text.number or text.quantity != claim.quantity)
            else None
        )
    ours, theirs = claim.number.rstrip(_ONLY), (text.number or "").rstrip(_ONLY)
    if ours != theirs or (claim.number != ours and text.number == theirs):
        return f"the number differs: {text.number or 'none'} in the text, {claim.number} in the claim"
    if claim.whole is not None and claim.whole != text.whole:
        return "the whole of which it is a part differs"
    return None


def _quantities(claim: Phrase, text: Phrase) -> str | None:
    if claim.quantity == text.quantity:
        return None
    if claim.quantity is None and text.quantity in _MAY_GO and not text.part:
        return None
    return f"how many differs: {text.quantity or 'not said'} in the text, {claim.quantity or 'not said'} in the claim"
