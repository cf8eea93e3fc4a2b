"""Reads a running window over AT-SPI, as a screen reader does, and prints what it found as JSON.

    dbus-run-session -- python atspi_probe.py OLD NEW

Needs a display, gdbus and at-spi2-core. The window is a process of its own.
"""

from __future__ import annotations

import ast
import json
import os
import re
import subprocess
import sys
import time

_ROOT = "/org/a11y/atspi/accessible/root"
_ACCESSIBLE, _TEXT = "org.a11y.atspi.Accessible", "org.a11y.atspi.Text"
_PATIENCE_S = 30


_CHILD = re.compile(r"\('(:[\d.]+)', (?:objectpath )?'([^']+)'\)")
_VALUE = re.compile(r"\(<?(.*?)>?,(?: \d+, \d+)?\)", re.DOTALL)
#: What holds no texts and would take long to look through.
_PASSED_OVER = {"menu bar", "tool bar", "status bar", "combo box", "tree", "page tab list"}


class Bus:
    """Calls on a message bus."""

    def __init__(self, *bus):
        self._bus = bus

    def call(self, service, path, method, *arguments):
        command = ["gdbus", "call", *self._bus, "-d", service, "-o", path, "-m", method]
        done = subprocess.run(
            [*command, *map(str, arguments)], capture_output=True, text=True, check=True
        )
        return done.stdout.strip()

    def value(self, *arguments):
        return ast.literal_eval(_VALUE.fullmatch(self.call(*arguments))[1])

    def property(self, node, interface, name):
        return self.value(*node, "org.freedesktop.DBus.Properties.Get", interface, name)

    def children(self, service, path):
        return _CHILD.findall(self.call(service, path, f"{_ACCESSIBLE}.GetChildren"))

    def name(self, node):
        return self.property(node, _ACCESSIBLE, "Name")

    def role(self, node):
        return self.value(*node, f"{_ACCESSIBLE}.GetRoleName")


def find(bus, node, name, depth=14):
    """The node of a name below another one, depth first."""
    if bus.name(node) == name:
        return node
    if bus.role(node) in _PASSED_OVER or not depth:
        return None
    for child in bus.children(*node):
        found = find(bus, child, name, depth - 1)
        if found is not None:
            return found
    return None


def main():
    # Asking for its address starts the bus.
    address = Bus("--session").value("org.a11y.Bus", "/org/a11y/bus", "org.a11y.Bus.GetAddress")
    bus = Bus("--address", address)
    environment = {**os.environ, "QT_QPA_PLATFORM": "xcb", "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1"}
    command = [sys.executable, "-m", "driftline", "--new-window", *sys.argv[1:]]
    program = subprocess.Popen(command, env=environment)
    try:
        view = None
        deadline = time.monotonic() + _PATIENCE_S
        while view is None and time.monotonic() < deadline and program.poll() is None:
            for root in bus.children("org.a11y.atspi.Registry", _ROOT):
                view = find(bus, root, "The two versions side by side")
            # The texts are there before they have been compared.
            rows = [] if view is None else bus.children(*view)
            if not any(bus.name(row).startswith("changed") for row in rows):
                view = None
        found = {"role": bus.role(view), "rows": []}
        for row in bus.children(*view):
            paragraphs = []
            for node in bus.children(*row):
                count = bus.property(node, _TEXT, "CharacterCount")
                bus.call(*node, f"{_TEXT}.SetCaretOffset", 4)
                paragraphs.append(
                    {
                        "role": bus.role(node),
                        "name": bus.name(node),
                        "text": bus.value(*node, f"{_TEXT}.GetText", 0, count),
                        "word": bus.value(*node, f"{_TEXT}.GetStringAtOffset", 4, 1),
                        "caret": bus.property(node, _TEXT, "CaretOffset"),
                        "notes": [(bus.role(n), bus.name(n)) for n in bus.children(*node)],
                    }
                )
            found["rows"].append(
                {"role": bus.role(row), "name": bus.name(row), "paragraphs": paragraphs}
            )
        print(json.dumps(found))
    finally:
        program.terminate()
        program.wait(20)


if __name__ == "__main__":
    main()
