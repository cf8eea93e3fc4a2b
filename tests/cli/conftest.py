"""The command line, called in this process."""

from __future__ import annotations

import pytest

from driftline.__main__ import main


@pytest.fixture
def said(capsys: pytest.CaptureFixture[str]):
    """Runs the program; gives its exit code, and what it wrote to both outputs."""

    def call(*arguments: object) -> tuple[int, str, str]:
        try:
            code = main([str(argument) for argument in arguments])
        except SystemExit as leaving:
            code = int(leaving.code or 0)
        printed = capsys.readouterr()
        assert "Traceback" not in printed.err
        return code, printed.out, printed.err

    return call
