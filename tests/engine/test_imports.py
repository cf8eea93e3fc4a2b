"""Modules of the engine can be read one after another: none waits for one that waits for it."""

from __future__ import annotations

import ast
from graphlib import TopologicalSorter
from pathlib import Path

import driftline.engine

FOLDER = Path(driftline.engine.__file__).parent


def imported(file: Path) -> set[str]:
    """The modules of the engine that a module names in its imports, those for types included."""
    return {
        node.module
        for node in ast.walk(ast.parse(file.read_text("utf-8")))
        if isinstance(node, ast.ImportFrom)
        and node.module is not None
        and node.module.startswith("driftline.engine.")
    }


def test_imports_make_no_circle() -> None:
    graph = {
        ".".join(("driftline", "engine", *file.relative_to(FOLDER).with_suffix("").parts)): (
            imported(file)
        )
        for file in sorted(FOLDER.rglob("*.py"))
    }
    assert len(list(TopologicalSorter(graph).static_order())) >= len(graph)
