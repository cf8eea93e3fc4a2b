"""Written dates, as pages print them."""

from __future__ import annotations

import pytest

from driftline.engine.reading.dates import dates_in


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("By Lena VossMay 5, 2024 | 6 comments", ["2024-05-05"]),
        ("Posted by Lena May 5, 20243 min read", ["2024-05-05"]),
        ("Lena VossMay 5, 2024Updated:May 8, 202412 views", ["2024-05-05", "2024-05-08"]),
        ("QuayCourier2024-05-05T10:15:00+02:00", ["2024-05-05"]),
        ("on 5 May 20242 comments", ["2024-05-05"]),
        ("the Mayday 5, 2024 of boats", []),
        ("file-2024-05-05", []),
    ],
)
def test_dates_run_into_what_stands_beside_them(text: str, days: list[str]) -> None:
    assert [date.day for date in dates_in(text)] == days
