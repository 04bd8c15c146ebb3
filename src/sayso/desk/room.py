"""The desk's hold on a case: how it opens it, and how it brings it up to date."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

from sayso.books.gazetteer import Gazetteer
from sayso.desk.refreshing import is_stale, refresh
from sayso.model.books import GazetteerEntry
from sayso.pipeline.relinking import relink
from sayso.pipeline.wiring import Linker, linker_of, made_by
from sayso.store import View, Writer

_PLACES = Path(__file__).parent.parent / "data" / "places.sqlite"


class Room:
    """A case's folder with what the desk needs of its books, loaded when first asked for."""

    def __init__(self, folder: Path, codebook: Path, writing: Callable[[str, str | None], Writer]) -> None:
        self.folder = folder
        self.writing = writing
        self._codebook_path = codebook
        self._linker: Linker | None = None

    def view(self) -> View:
        """The case, open for reading."""
        return View(self.folder)

    @property
    def linker(self) -> Linker:
        """Linking with the codebook as it stands in the case."""
        if self._linker is None or self._linker.made_by != made_by(self._codebook_path):
            self._linker = linker_of(self._codebook_path)
        return self._linker

    def settled(self) -> bool:
        """Whether counts and matters are those of the claims and decisions as they stand."""
        with self.view() as view:
            return view.linked_by() == (view.revision(), made_by(self._codebook_path)) and not is_stale(view)

    def settle(self) -> bool:
        """Whether anything had to be brought up to date; afterwards everything is."""
        if self.settled():
            return False
        with self.view() as view, self.writing("settle", None) as writer:
            relink(view, writer, self.linker)
            refresh(self.view, writer)
        return True

    def fresh(self) -> View:
        """The case, open for reading, with everything that the desk reads up to date."""
        view = self.view()
        if is_stale(view):
            view.close()
            with self.writing("settle", None) as writer:
                refresh(self.view, writer)
            view = self.view()
        return view

    def entry(self, id: str) -> GazetteerEntry | None:
        """The place of that id."""
        gazetteer = Gazetteer(_PLACES)
        try:
            return gazetteer.entry(id)
        finally:
            gazetteer.close()

    def places(self, name: str) -> tuple[tuple[GazetteerEntry, tuple[str, ...]], ...]:
        """The places that a name may mean, likeliest first, each with the names of what contains it."""
        gazetteer = Gazetteer(_PLACES)
        try:
            found = gazetteer.find(name)
            return tuple(
                (each, tuple(outer.name for id in each.within if (outer := gazetteer.entry(id)))) for each in found
            )
        finally:
            gazetteer.close()

    def place_names(self, ids: Iterable[str]) -> dict[str, str]:
        """The names of the places of these ids."""
        gazetteer = Gazetteer(_PLACES)
        try:
            return {id: found.name for id in ids if (found := gazetteer.entry(id))}
        finally:
            gazetteer.close()
