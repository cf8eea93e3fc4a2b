"""The last collation of a story, made once for all who ask for it."""

from __future__ import annotations

from threading import Lock
from typing import TYPE_CHECKING

from driftline.engine.progress import Progress, silent

if TYPE_CHECKING:
    from collections.abc import Sequence

    from driftline.engine.collation.apparatus import Collation
    from driftline.engine.options import AlignmentOptions, Options
    from driftline.engine.records import Version

#: Whoever waits for what another makes looks this often whether he is to stop (seconds).
_BREATH_S = 0.05


class LastCollation:
    """Makes a collation when texts, pins or preferences are others than last time."""

    def __init__(self) -> None:
        self._making = Lock()
        self._key: object = None
        self._last: Collation | None = None

    def of(
        self,
        versions: Sequence[Version],
        aligned: Sequence[AlignmentOptions],
        options: Options,
        progress: Progress = silent,
    ) -> Collation:
        """The collation of these versions, the first as the base text.

        `aligned` says for each version how it is aligned with the base text.
        """
        from driftline.engine import pipeline

        key = (tuple(versions), tuple(aligned), options.drift)
        while not self._making.acquire(timeout=_BREATH_S):
            progress("readings", 0, 1)
        try:
            if self._last is None or self._key != key:
                self._last = pipeline.collate(versions, 0, options, progress, aligned=aligned)
                self._key = key
            return self._last
        finally:
            self._making.release()
