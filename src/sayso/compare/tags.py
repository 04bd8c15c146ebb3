"""Parts of speech, put right where the words around decide them."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.compare.forms import can_be, lemma
from sayso.compare.forms import participles as _participles
from sayso.model.span import Token

HAVE = frozenset("have has had having 've".split())
BE = frozenset("be is are was were am been being 's 're 'm".split())
_DETERMINERS = frozenset("the a an this that these those no every each any some their his her its our my your".split())
_TELLING = frozenset("claim fear report doubt hope boast estimate vow charge".split())
_OBJECTS = frozenset("him them us me himself herself themselves itself".split())
_SUBJECTS = frozenset("they he she it we i who".split())
_PLAIN = {
    "not": "RB", "n't": "RB", "never": "RB", "no": "DT", "both": "DT", "all": "DT", "each": "DT", "many": "JJ",
    "several": "JJ", "few": "JJ", "most": "JJ", "half": "CD", "dozen": "CD", "none": "PRP", "nobody": "PRP",
    "everyone": "PRP",
    "everybody": "PRP", "someone": "PRP", "somebody": "PRP", "anyone": "PRP", "anybody": "PRP", "nothing": "PRP",
    "theirs": "PRP",
    "that": "IN", "whether": "IN", "if": "IN", "unless": "IN", "far": "RB", "down": "RP", "up": "RP", "out": "RP",
    "away": "RP",
    "off": "RP", "back": "RP", "reportedly": "RB", "allegedly": "RB", "yet": "RB", "so": "RB", "ago": "RB",
    "former": "JJ", "worth": "IN",
}  # fmt: skip
_MONTHS = frozenset("january february march april may june july august september october november december".split())


def mended(tokens: Sequence[Token]) -> list[str]:
    """A part of speech for each token: the tagger's, but where a neighbour rules it out."""
    tags = [token.tag or "NN" for token in tokens]
    for at, token in enumerate(tokens):
        tags[at] = _fixed(tokens, tags, at)
        if token.lower in ("'s", "’s") and tags[at] != "POS" and not _is_verb_s(tokens, tags, at):
            tags[at] = "POS"
    return tags


def _fixed(tokens: Sequence[Token], tags: Sequence[str], at: int) -> str:
    token, tag = tokens[at], tags[at]
    word, before = token.lower, tokens[at - 1].lower if at else ""
    after = tokens[at + 1].lower if at + 1 < len(tokens) else ""
    return (
        _by_itself(tokens, tags, at, before)
        or _as_verb(tokens, tags, at, before)
        or _as_noun(tag, before, after, at, word)
        or tag
    )


def _by_itself(tokens: Sequence[Token], tags: Sequence[str], at: int, before: str) -> str | None:
    """The tag of a word that is known by its letters, whatever stands around it."""
    token, tag, word = tokens[at], tags[at], tokens[at].lower
    if word in _MONTHS and token.text[0].isupper() and not (word in ("may", "march") and tag == "MD"):
        return "NNP"
    if word in _PLAIN and not (word == "that" and tag in ("WDT", "DT") and before not in (",",)):
        return _PLAIN[word]
    if word == "that":
        return "IN"
    if word in ("is", "us", "it", "who") and token.text.isupper() and not _shouts(tokens):
        return "NNP"  # the group, the country, the body: no small words
    if word == "neither":
        return "RB" if at + 1 < len(tokens) and tags[at + 1].startswith("VB") else "DT"
    return _by_shape(token, tag)


def _by_shape(token: Token, tag: str) -> str | None:
    if token.text[0].isdigit() and tag == "IN":
        return "CD"
    if token.lower.startswith("deserter"):
        return "NNS" if token.lower.endswith("s") else "NN"
    return "NNP" if tag == "UH" and token.text[0].isupper() else None


def _shouts(tokens: Sequence[Token]) -> bool:
    """Whether the sentence is in capitals."""
    return not any(token.text.islower() for token in tokens)


def _as_verb(tokens: Sequence[Token], tags: Sequence[str], at: int, before: str) -> str | None:
    """The verb's tag where the word before calls for a verb, or the word can be nothing else."""
    word, tag = tokens[at].lower, tags[at]
    if not can_be(word, "VERB") or (tokens[at].text[0].isupper() and at):
        return None
    if tag.startswith("VB") and tag not in ("VB", "VBP"):
        return None
    previous = tags[at - 1] if at else ""
    if previous == "RB" and at > 1:
        previous, before = tags[at - 2], tokens[at - 2].lower
    is_base = lemma(word, "VERB") == word
    return (
        _after_auxiliary(word, tag, before, is_base)
        or _after_to(tags, at, before, is_base, previous)
        or _only_verb(word, tag, is_base)
        or _present(tokens, tags, at, before)
    )


def _after_auxiliary(word: str, tag: str, before: str, is_base: bool) -> str | None:
    if before in HAVE and is_base and tag.startswith("NN") and word in _participles(word):
        return "VBN"
    fits = (not is_base or tag == "VB") and not word.endswith("s") and tag[:2] in ("NN", "VB", "JJ")
    return _participle(word, tag) if before in HAVE | BE and fits else None


def _after_to(tags: Sequence[str], at: int, before: str, is_base: bool, previous: str) -> str | None:
    if before == "to" and is_base and tags[at].startswith("NN") and not _noun_follows(tags, at):
        return "VB"
    return "VB" if previous == "MD" and is_base else None


def _only_verb(word: str, tag: str, is_base: bool) -> str | None:
    """The tag of a word that the dictionary has as a verb alone."""
    if not tag.startswith(("NN", "JJ")) or can_be(word, "NOUN") or can_be(word, "ADJ"):
        return None
    return "VBG" if word.endswith("ing") else "VBD" if not is_base else "VBP"


def _participle(word: str, tag: str) -> str | None:
    if word.endswith("ing"):
        return "VBG" if tag != "NN" or not can_be(word, "NOUN") else None
    return None if tag == "JJ" and can_be(word, "ADJ") and not word.endswith("ed") else "VBN"


def _noun_follows(tags: Sequence[str], at: int) -> bool:
    return at + 1 < len(tags) and tags[at + 1].startswith("NN")


def _present(tokens: Sequence[Token], tags: Sequence[str], at: int, before: str) -> str | None:
    """A present tense after a subject: "who deserts", "analysts doubt him"."""
    word, tag = tokens[at].lower, tags[at]
    if not tag.startswith("NN"):
        return None
    if before in _SUBJECTS:
        return "VBZ" if word.endswith("s") else "VBP"
    following = tags[at + 1] if at + 1 < len(tags) else ""
    if following == "PRP" and at and tokens[at + 1].lower in _OBJECTS:
        return "VBP" if word == lemma(word, "VERB") and tags[at - 1] == "NNS" else "VBD"
    if tag == "NN" and at and tags[at - 1] == "NNS" and following in (".", ",", "") and word in _TELLING:
        return "VBP"
    if (
        tag == "NNS"
        and at
        and tags[at - 1] in ("NN", "NNP")
        and following in (".", ",", "")
        and not _verb_since_comma(tokens, tags, at)
    ):
        return "VBZ"
    told = tokens[at + 1].lower in ("that", "whether", "if") if at + 1 < len(tokens) else False
    if told and at and tags[at - 1] == "NNS" and word == lemma(word, "VERB"):
        return "VBP"
    if (
        at
        and tags[at - 1] == "NNS"
        and following in ("PRP", "DT", "PRP$", "IN", "RP", "RB")
        and word == lemma(word, "VERB")
    ):
        return "VBP" if following != "IN" or not _has_verb(tags) else None
    return None


def _verb_since_comma(tokens: Sequence[Token], tags: Sequence[str], at: int) -> bool:
    """Whether the stretch since the last comma has a verb, or there is no comma: then a noun stays a noun."""
    for before in range(at - 1, -1, -1):
        if tags[before][:2] in ("VB", "MD"):
            return True
        if tokens[before].text == ",":
            return tokens[before + 1].lower not in _DETERMINERS
    return True


def _has_verb(tags: Sequence[str]) -> bool:
    return any(tag in ("VBD", "VBZ", "VBP", "MD") for tag in tags)


def _as_noun(tag: str, before: str, after: str, at: int, word: str) -> str | None:
    """The noun's tag where the tagger took a noun for a base verb."""
    if tag != "VB" or not can_be(word, "NOUN"):
        return None
    if at == 0 or before in _DETERMINERS or before == "of":
        return "NN"
    return "NN" if before in ("that", ",", "for", "on", "in") and (after in HAVE | BE or after == "of") else None


def _is_verb_s(tokens: Sequence[Token], tags: Sequence[str], at: int) -> bool:
    return at > 0 and tokens[at - 1].lower in ("he", "she", "it", "that", "there", "who", "what")
