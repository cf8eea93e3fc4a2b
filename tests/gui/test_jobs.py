import threading

from driftline.engine.errors import DriftlineError
from driftline.gui.jobs import Jobs


def give(value, *, progress):
    progress("giving", 0, 1)
    return value


class Gate:
    """Work that waits until the test lets it go on."""

    def __init__(self):
        self.started = threading.Event()
        self.open = threading.Event()
        self.ended = threading.Event()

    def __call__(self, value, *, progress):
        self.started.set()
        try:
            while not self.open.wait(0.01):
                progress("waiting", 0, 1)
            progress("waiting", 1, 1)
            return value
        finally:
            self.ended.set()


def unreachable(*_):
    raise AssertionError("this must not be delivered")


def test_a_result_arrives_in_the_gui_thread(qtbot):
    jobs = Jobs()
    got = []
    jobs.start(
        "a",
        give,
        5,
        deliver=lambda v: got.append((v, threading.current_thread())),
        fail=unreachable,
    )
    qtbot.waitUntil(lambda: bool(got))
    assert got == [(5, threading.main_thread())]
    jobs.finish()


def test_a_later_job_of_the_topic_stops_the_earlier_one_and_its_result_never_comes(qtbot):
    jobs = Jobs()
    gate, got = Gate(), []
    jobs.start("compare", gate, "old", deliver=unreachable, fail=unreachable)
    assert gate.started.wait(5)
    jobs.start("compare", give, "new", deliver=got.append, fail=unreachable)
    qtbot.waitUntil(lambda: got == ["new"])
    assert gate.ended.wait(5), "the stopped job must end"
    gate.open.set()
    jobs.finish()
    assert got == ["new"]


def test_a_result_that_was_ready_before_the_stop_is_dropped_too(qtbot):
    jobs = Jobs()
    gate = Gate()
    jobs.start("compare", gate, "late", deliver=unreachable, fail=unreachable)
    assert gate.started.wait(5)
    gate.open.set()
    assert gate.ended.wait(5)
    jobs.stop("compare")
    jobs.finish()
    qtbot.wait(1)
    assert not jobs.busy()


def test_trouble_is_handed_on(qtbot):
    jobs = Jobs()
    told = []

    def fails(*, progress):
        raise DriftlineError("x.txt: broken")

    jobs.start("read", fails, deliver=unreachable, fail=told.append)
    qtbot.waitUntil(lambda: bool(told))
    assert str(told[0]) == "x.txt: broken"
    jobs.finish()


def test_progress_shows_only_when_the_work_takes_long_and_ends_with_it(qtbot):
    jobs = Jobs()
    gate, got = Gate(), []
    with qtbot.waitSignal(jobs.progressed, timeout=5000) as shown:
        jobs.start("read", gate, 1, deliver=got.append, fail=unreachable)
    assert shown.args == ["waiting", 0, 1]
    with qtbot.waitSignal(jobs.idle):
        gate.open.set()
    assert got == [1]
    jobs.finish()


def test_short_work_shows_no_progress(qtbot):
    jobs = Jobs()
    got = []
    with qtbot.assertNotEmitted(jobs.progressed):
        jobs.start("read", give, 1, deliver=got.append, fail=unreachable)
        qtbot.waitUntil(lambda: got == [1])
    jobs.finish()
