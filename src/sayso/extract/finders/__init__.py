"""The finders of tellings, in the order they are asked; to add one, write its file and put it into `FINDERS`."""

from __future__ import annotations

from sayso.extract.finders.according import According
from sayso.extract.finders.calling import Calling
from sayso.extract.finders.citing import Citing
from sayso.extract.finders.colon import Colon
from sayso.extract.finders.nominal import Nominal
from sayso.extract.finders.paper import Paper
from sayso.extract.finders.passive import Passive
from sayso.extract.finders.plain import Plain
from sayso.extract.finders.reckoning import Reckoning
from sayso.extract.finders.release import Release
from sayso.extract.finders.revising import Revising
from sayso.extract.finders.verb import Verb
from sayso.extract.frame import Finder

FINDERS: tuple[Finder, ...] = (
    According(),
    Reckoning(),
    Citing(),
    Calling(),
    Passive(),
    Nominal(),
    Release(),
    Revising(),
    Verb(),
    Paper(),
    Plain(),
    Colon(),
)
