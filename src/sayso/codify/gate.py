"""The gate: which passages of a text can carry a claim, told by their words alone, before anything else is read."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence, Set

from sayso.model.books import Group
from sayso.model.span import Sentence

# Both lists were set on our training text and the gold; run `python benchmarks/gate.py` before a word is taken out.
#: Words, or their beginnings where a star stands, that by themselves speak of armed people.
_STRONG = """
    army armies armed militar* militia* paramilitar* soldier* troops trooper troopers fighter fighters militant
    militants insurgen* rebel rebels rebellion* guerrilla* guerilla* jihad* mujahid* mujahed* gunman gunmen gunner
    gunners combatant combatants ex-fighter* ex-combatant* mercenar* conscript* reservist* draftee* deserter*
    desertion* defector* mutin* brigade brigades battalion* regiment* platoon* garrison* legionnaire* commando*
    warlord* terrorist* extremist* islamist* separatist* secessionist* cartel cartels junta barracks kalashnikov*
    rifle rifles ambush* ceasefire serviceman servicemen servicewoman servicewomen peshmerga janjaweed airstrike*
    beheaded frontline* trench trenches infantry cavalry sergeant sergeants corporal corporals commander commanders
    commandant* gangsters foot-soldier* child-soldier* war-lord* invader* brigadier* machine-gun* grenade* mortar
    shelling
"""
#: Words that speak of armed people only in company.
_WEAK = """
    gang gangs syndicate putsch forces units checkpoint checkpoints ammunition weapons offensive truce hostilities
    battle battles casualties execution executions prisoners captive captives detainee* recruit recruits recruited
    recruitment enlist* sailor sailors marines naval pilots guards guardsmen bush camps bandit bandits pirates spy
    spies informer informers traitor traitors strongman operatives demobili* amnest* occupier* liberation contingent
    convoy patrol patrols colonel colonels generals captain lieutenant lieutenants emir amir emirs caliph*
    chieftain* surrender* desert deserted deserting defect defected defecting revolutionar* partisans squad squads
    corps legion detachment detachments cadres mobilised mobilized fighting fought bombs bombing invasion hideout
    bunker gunfire clashes horsemen raid raids raided looted hostage hostages ransom troop raiders guard camp
"""
#: So many different weak words in one passage, or in the whole text, speak of armed people too.
_COMPANY, _CROWD = 3, 4
#: A text so short is read whole, in characters: a brief has no room for many words.
_SHORT = 1500
#: A text in which so many passages have a strong word or name a group is about armed people, and all of it is open.
_MANY = 2
#: Elsewhere so many passages before and after one that names armed people may speak of them by pronouns; but for the
#: next one they begin or end no further off than this, in characters.
_NEAR, _REACH = 3, 900
#: A longer text is always looked at closely: a sentence that long is cut anywhere, also inside a word.
_LONG = 20_000
_RUN = re.compile(r"\w+")


class Gate:
    """Tells passages apart by the groups that people listed and by words for armed people."""

    def __init__(self, groups: Iterable[Group]) -> None:
        self._strong, self._weak = _Words(_STRONG), _Words(_WEAK)
        self._hyphened = (*self._strong.hyphened, *self._weak.hyphened)
        self._names: dict[str, list[str]] = {}
        for name in sorted({name for group in groups for name in (group.name, *group.aliases)}):
            self._names.setdefault(max(name.split(), key=len), []).append(name)
        self._by_run: dict[str, list[str]] = {}
        for key, names in self._names.items():
            self._by_run.setdefault(_RUN.findall(key)[0], []).extend(names)

    def may_open(self, text: str) -> bool:
        """Whether a closer look at the sentences can find a passage to open: quick, and never wrong where it says no.

        Every word that the closer look finds is, or begins, a run of letters, "n't" taken off, unless it has a hyphen.
        """
        if not _SHORT < len(text) <= _LONG:
            return True
        runs = _runs(text)
        if any(name in text for run in self._by_run.keys() & set(runs) for name in self._by_run[run]):
            return True
        lower = text.lower()
        if any(word in lower for word in self._hyphened):
            return True
        runs = _runs(lower)
        words = set(runs)
        return bool(self._strong.among(words)) or sum(map(runs.count, self._weak.among(words))) >= min(_COMPANY, _CROWD)

    def open_for(self, text: str, sentences: Sequence[Sentence]) -> frozenset[int]:
        """The numbers of the sentences in passages that can carry a claim; none where no armed people are named."""
        if len(text) <= _SHORT:
            return frozenset(range(len(sentences)))
        words: dict[int, set[str]] = {}
        ends: dict[int, tuple[int, int]] = {}
        named: set[int] = set()
        for sentence in sentences:
            words.setdefault(sentence.paragraph, set()).update(token.lower for token in sentence.tokens)
            first, last = ends.get(sentence.paragraph, (sentence.start, sentence.end))
            ends[sentence.paragraph] = (min(first, sentence.start), max(last, sentence.end))
            if self._names_a_group(text, sentence):
                named.add(sentence.paragraph)
        strong = named | {number for number, these in words.items() if self._strong.among(these)}
        if len(strong) >= _MANY:
            return frozenset(range(len(sentences)))
        weak = {number: self._weak.among(these) for number, these in words.items()}
        together = max(map(len, weak.values()), default=0)
        if not strong and together < _COMPANY and len(set().union(*weak.values())) < _CROWD:
            return frozenset()
        near = _near(strong | {number for number, these in weak.items() if these}, ends)
        return frozenset(number for number, sentence in enumerate(sentences) if sentence.paragraph in near)

    def _names_a_group(self, text: str, sentence: Sentence) -> bool:
        """Whether a listed group stands in the sentence, spelt as listed: its longest word, and then all of it."""
        keys = self._names.keys() & {token.text for token in sentence.tokens}
        return any(name in text[sentence.start : sentence.end] for key in sorted(keys) for name in self._names[key])


def _near(armed: Set[int], ends: dict[int, tuple[int, int]]) -> set[int]:
    """The passages that name armed people and those close to one; `ends` are where each begins and ends."""
    found = set()
    for number in armed:
        first, last = ends[number]
        for other in range(number - _NEAR, number + _NEAR + 1):
            if other in ends:
                apart = max(ends[other][0] - last, first - ends[other][1])
                if abs(other - number) <= 1 or apart <= _REACH:
                    found.add(other)
    return found


def _runs(text: str) -> list[str]:
    """The runs of letters of a text; of one that may end in "n't", also what stands before that."""
    runs = _RUN.findall(text)
    return [*runs, *(run[:-1] for run in runs if run.endswith("n"))] if "n't" in text or "n’t" in text else runs


class _Words:
    """Words, and beginnings of words, looked up in sets."""

    def __init__(self, written: str) -> None:
        self._whole = frozenset(word for word in written.split() if not word.endswith("*"))
        self._begun = tuple(sorted(word[:-1] for word in written.split() if word.endswith("*")))
        self._heads = frozenset(word[:_HEAD] for word in self._begun)
        self.hyphened = tuple(word for word in (*sorted(self._whole), *self._begun) if "-" in word)

    def among(self, words: Set[str]) -> set[str]:
        """Those of the words that are meant."""
        begun = {word for word in words if word[:_HEAD] in self._heads and word.startswith(self._begun)}
        return begun | (words & self._whole)


#: No beginning of a word has fewer letters than this.
_HEAD = 4
