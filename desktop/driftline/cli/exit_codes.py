"""What the program ends with."""

from __future__ import annotations

#: Done; of a comparison: no wording changed.
SAME = 0
#: Of a comparison alone: wording changed.
CHANGED = 1
TROUBLE = 2
#: What a shell gives a program stopped by Ctrl+C, and one whose reader has gone away.
INTERRUPTED, READER_GONE = 130, 141
