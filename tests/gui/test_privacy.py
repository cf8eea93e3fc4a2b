"""Nothing leaves the machine: the whole job is done with every socket refused."""

import socket

import pytest

OLD = "The council has never refused a tram, its leader Ada Brook said on Monday.\n"


@pytest.fixture
def no_network(monkeypatch):
    asked = []

    class Refused(socket.socket):
        def __init__(self, family=socket.AF_INET, *arguments, **named):
            # Processes of one program talk through local sockets; those stay on the machine.
            if family in (socket.AF_INET, socket.AF_INET6):
                asked.append(family)
                raise OSError("no network in this test")
            super().__init__(family, *arguments, **named)

    def refuse(*arguments, **named):
        asked.append(arguments)
        raise OSError("no network in this test")

    monkeypatch.setattr(socket, "socket", Refused)
    monkeypatch.setattr(socket, "create_connection", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    return asked


def test_reading_comparing_reviewing_and_exporting_ask_for_no_socket(
    no_network, window, story, settled, tmp_path, monkeypatch
):
    page = (
        "<html><head><title>Tram</title><link rel=stylesheet href='http://example.org/a.css'>"
        "<script src='http://example.org/a.js'></script></head><body><h1>Tram</h1>"
        f"<img src='http://example.org/a.png'><p>{OLD}</p></body></html>"
    )
    window.bring([story("old.html", page), story("new.txt", OLD.replace("a tram", "tram"))])
    settled(window)
    ids = tuple(d.id for d in window.workspace.documents)
    window.workspace.compare(*ids)
    settled(window)
    window.actions_table["fine"].trigger()
    settled(window)
    target = tmp_path / "report.pdf"
    monkeypatch.setattr(window.notices, "choose_target", lambda *_: str(target))
    window.exporting.open_dialog()._save.click()
    settled(window)
    assert target.is_file()
    assert no_network == []
