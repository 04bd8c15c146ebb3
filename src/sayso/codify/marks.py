"""The marks that bracket mentions in a sentence for patterns to run over."""

from __future__ import annotations

from sayso.model.pattern import ROLES

# Marks are the 24 control characters before the space: what opens a mention that may be a subject, what opens another
# one, what closes one; after each opening two of the 32 control characters from 0x80 say which mention it is. Below
# 256 and in at most two runs, such character sets compile a hundred times faster than others.
FREE = {role: chr(0x08 + number) for number, role in enumerate(ROLES)}
BOUND = {role: chr(0x10 + number) for number, role in enumerate(ROLES)}
CLOSE = {role: chr(0x18 + number) for number, role in enumerate(ROLES)}
#: Marks, the space and the numbers of mentions: all that may stand between two words.
SEPARATOR = f"{min(FREE.values())}- \x80-\x9f"
