"""One running window: a second start hands its files to the first and ends.

They speak over a local socket that only this user may open; each data folder has its own. The
second start sends one line of JSON; the first answers "taken" at once and "read" when it has read
the files (which may be temporary). A socket whose owner died is taken over.
"""

from __future__ import annotations

import getpass
import hashlib
import json
import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

from driftline.review.lock import WriterLock

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

_TAKEN, _READ = b"taken\n", b"read\n"
#: How long a window may need to answer, and to read what it was handed.
_ANSWER_MS, _READING_MS = 3_000, 60_000
#: Longer orders are no orders of ours.
_LONGEST = 1 << 20
#: A longer path is no socket's (the system's limit is 108, with the zero at its end).
_LONGEST_SOCKET = 100


def address(folder: Path) -> str:
    """The name of the socket of a data folder and this user."""
    place = folder.resolve()
    if sys.platform != "win32" and len(str(place)) < _LONGEST_SOCKET - len("/window"):
        return str(place / "window")
    known = f"{getpass.getuser()}\n{place}".encode()
    return f"driftline-{hashlib.sha256(known).hexdigest()[:20]}"


def hand_over(folder: Path, paths: Sequence[str], *, compare: bool) -> bool:
    """Give absolute paths to the window of a data folder; False when there is none, or no answer.

    Comes back when that window has read them.
    """
    socket = QLocalSocket()
    socket.connectToServer(address(folder))
    if not socket.waitForConnected(_ANSWER_MS):
        return False
    order = {"paths": list(paths), "compare": compare}
    socket.write(json.dumps(order).encode() + b"\n")
    if not (_waited(socket, _ANSWER_MS) and socket.readLine().data() == _TAKEN):
        return False
    _waited(socket, _READING_MS)
    socket.disconnectFromServer()
    return True


def _waited(socket: QLocalSocket, patience_ms: int) -> bool:
    """Whether a whole line came."""
    while not socket.canReadLine():
        if not socket.waitForReadyRead(patience_ms):
            return False
    return True


class Instance(QObject):
    """The socket of the first window. `asked(paths, compare, answer)`: a second start brings files;
    `answer()` is to be called when they have been read.
    """

    asked = Signal(tuple, bool, object)

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._folder = folder
        self._lock: WriterLock | None = None
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._on_connection)

    def listen(self) -> bool:
        """Be the first window of the data folder; False when another one is."""
        try:
            # The system drops it when its holder dies; the socket stays behind then.
            self._lock = WriterLock.take(self._folder / "window")
        except OSError:
            return False
        if self._lock is None:
            return False
        name = address(self._folder)
        QLocalServer.removeServer(name)
        return self._server.listen(name)

    def close(self) -> None:
        """Answer no more."""
        self._server.close()
        if self._lock is not None:
            self._lock.release()

    def _on_connection(self) -> None:
        while (socket := self._server.nextPendingConnection()) is not None:
            socket.disconnected.connect(socket.deleteLater)
            socket.readyRead.connect(lambda socket=socket: self._on_line(socket))
            self._on_line(socket)

    def _on_line(self, socket: QLocalSocket) -> None:
        if not socket.canReadLine():
            if socket.bytesAvailable() > _LONGEST:
                socket.abort()
            return
        order = _order(bytes(socket.readLine(_LONGEST).data()))
        if order is None:
            socket.abort()
            return

        def answer() -> None:
            if socket.state() is QLocalSocket.LocalSocketState.ConnectedState:
                socket.write(_READ)
                socket.flush()

        socket.write(_TAKEN)
        socket.flush()
        self.asked.emit(*order, answer)


def _order(line: bytes) -> tuple[tuple[str, ...], bool] | None:
    try:
        order = json.loads(line)
    except ValueError:
        return None
    if not isinstance(order, dict) or not isinstance(order.get("paths"), list):
        return None
    paths = order["paths"]
    if not all(isinstance(path, str) for path in paths):
        return None
    return tuple(paths), bool(order.get("compare"))
