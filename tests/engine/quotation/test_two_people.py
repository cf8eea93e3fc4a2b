"""Whom a pronoun, an office or a surname stands for where two people or bodies could be meant."""

from __future__ import annotations

import pytest

from quality.quotes import found

_TOLD: list[tuple[str, list[str]]] = [
    ("Tom Orr sued Ben Hill in May. “He lied,” he said.", ["Tom Orr"]),
    ("Ben Hill was sued by Tom Orr. “I did nothing,” he said.", ["Ben Hill"]),
    ("Tom Orr, who sued Ben Hill, spoke at noon. “He lied,” he said.", ["Tom Orr"]),
    ("Don Fox led the party. Fox met Bill Orr once. “He was kind,” he said.", ["Don Fox"]),
    ("Ann Vale met Beth Orr on Monday. “I was glad,” she said.", ["Ann Vale"]),
    (
        "Ann Vale met Tom Orr on Monday. “I was glad,” she said. “It was time,” he said.",
        ["Ann Vale", "Tom Orr"],
    ),
    (
        "Tom Orr thanked Ann Vale. “She saved me,” he said. “He was brave,” she said.",
        ["Tom Orr", "Ann Vale"],
    ),
    (
        "Ann Vale said it was old. Her brother, Tom, agreed. “It leaks,” he said. “I know,”"
        " she said.",
        ["Ann Vale", "Tom", "Ann Vale"],
    ),
    (
        "“It is late,” said Ann Vale, whose son, Tom, drowned. “He was six,” she said.",
        ["Ann Vale", "Ann Vale"],
    ),
    (
        "Tom Orr's lawyer spoke. “He is ill,” the lawyer said. “He will rest,” he added.",
        ["the lawyer", "the lawyer"],
    ),
    (
        "The ferry's captain said it was late. “It is dark,” he said. Ann Vale, a guest, was angry."
        " “I am angry,” she said. “I am sorry,” the captain said.",
        ["The ferry's captain", "The ferry's captain", "Ann Vale", "the captain"],
    ),
    (
        "Ann Vale, a baker, and Beth Orr, a nurse, were there. “It burned,” the nurse said."
        " “It did,” the baker said.",
        ["Beth Orr", "Ann Vale"],
    ),
    (
        "The senator, Ann Vale, and the governor, Tom Orr, spoke. “It is late,” the governor said."
        " “It is,” the senator said.",
        ["Tom Orr", "Ann Vale"],
    ),
    (
        "President Ann Vale met Prime Minister Tom Orr in Leeds. “We agreed,” the prime minister"
        " said. “We did,” the president said.",
        ["Tom Orr", "Ann Vale"],
    ),
    (
        "Ann Vale and Tom Vale own a mill. “We love it,” Ann Vale said. “It is hard,” said Mr."
        " Vale. “He is right,” Mrs. Vale said.",
        ["Ann Vale", "Tom Vale", "Ann Vale"],
    ),
    (
        "Police arrested Tom Orr, 40. “He ran,” Sgt. Ben Hill said. “We caught him,” he added.",
        ["Ben Hill", "Ben Hill"],
    ),
    (
        "The White House declined to comment. “We are done,” the Kremlin said. It added that talks"
        " were over.",
        ["Kremlin", "Kremlin"],
    ),
    ("A spokesman for Acme Boats, Tom Orr, spoke. “It is late,” the spokesman said.", ["Tom Orr"]),
    ("Singer-guitarist Ann Vale will tour. “I am glad,” Vale said.", ["Ann Vale"]),
    ("The People's Echo, a daily, warned that there was “no room.”", ["People's Echo"]),
    ("On July 6, 2015, Tom Orr made this comment:\n“It is hard.”", ["Tom Orr"]),
    ("Here is what Tom Orr said:\n“It is hard.”", ["Tom Orr"]),
    ("Statement from Mayor Tom Orr:\n“It is hard.”", ["Tom Orr"]),
]


@pytest.mark.parametrize(("text", "wanted"), _TOLD)
def test_each_quotation_goes_to_whoever_said_it(text: str, wanted: list[str]) -> None:
    assert [q.reference for q in found(text, "en").quotations] == wanted
