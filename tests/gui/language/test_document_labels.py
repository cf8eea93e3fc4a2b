"""How a document is called in the window."""

import pytest

from driftline.gui.language.document_labels import moment


@pytest.mark.parametrize(
    ("iso", "written"),
    [
        ("2026-03-13", "13 Mar 2026"),
        ("2026-03-13T06:30", "13 Mar 2026, 06:30"),
        ("2026-03-13T06:30Z", "13 Mar 2026, 06:30 UTC"),
        ("2026-03-13T06:30+00:00", "13 Mar 2026, 06:30 UTC"),
        ("2026-03-13T06:30+01:00", "13 Mar 2026, 06:30 UTC+01:00"),
        ("in spring", "in spring"),
    ],
)
def test_a_moment_names_its_zone(iso, written):
    assert moment(iso) == written
