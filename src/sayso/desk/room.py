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
from sayso.store.readers import Readers

_PLACES = Path(__file__).parent.parent / "data" / "places.sqlite"


class Room:
    """A case's folder with what the desk needs of its books, loaded when first asked for."""

    def __init__(self, folder: Path, codebook: Path, writing: Callable[[str, str | None], Writer]) -> None:
        self.folder = folder
        self.writing = writing
        self.readers: Readers | None = None  # a desk that is asked for page after page sets them
        self._codebook_path = codebook
        self._linker: Linker | None = None
        self._made_by: tuple[tuple[int, int, int], str] | None = None
        self._place_names: dict[str, str] = {}  # of the gazetteer, which does not change while a program runs

    def view(self) -> View:
        """The case, open for reading."""
        return View(self.folder, self.readers)

    @property
    def linker(self) -> Linker:
        """Linking with the codebook as it stands in the case."""
        if self._linker is None or self._linker.made_by != self.made_by:
            self._linker = linker_of(self._codebook_path)
        return self._linker

    @property
    def made_by(self) -> str:
        """What makes the derived rows of the case: the program with the codebook as it stands in the case."""
        about = self._codebook_path.stat()
        stands = (about.st_ino, about.st_size, about.st_mtime_ns)
        if self._made_by is None or self._made_by[0] != stands:
            self._made_by = (stands, made_by(self._codebook_path))
        return self._made_by[1]

    def settled(self) -> bool:
        """Whether counts and matters are those of the claims and decisions as they stand."""
        with self.view() as view:
            return view.linked_by() == (view.revision(), self.made_by) and not is_stale(view)

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
        wanted = list(ids)
        new = [id for id in wanted if id not in self._place_names]
        if new:
            gazetteer = Gazetteer(_PLACES)
            try:
                self._place_names |= {id: found.name if (found := gazetteer.entry(id)) else "" for id in new}
            finally:
                gazetteer.close()
        return {id: name for id in wanted if (name := self._place_names[id])}
