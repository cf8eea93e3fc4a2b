"""The window's thread is never long at one thing: what takes long is done beside it."""

import pytest

#: The heaviest stretch makes 15,000, in some 25 ms; a tenth of a second, the longest a window may
#: be away, would be 60,000.
MOST_CALLS = 40_000


@pytest.fixture
def twenty(story):
    """Ten stories of two versions, 1,200 words and 60 changes each."""
    files = []
    for number in range(10):
        words = [f"{chr(97 + (n * 7 + number) % 26)}{n % 31}word" for n in range(1200)]
        for version in range(2):
            told = [f"{w}s" if version and n % 20 == 0 else w for n, w in enumerate(words)]
            sentences = [" ".join(told[n : n + 12]).capitalize() + "." for n in range(0, 1200, 12)]
            text = "\n\n".join(" ".join(sentences[n : n + 4]) for n in range(0, 100, 4))
            files.append(story(f"story {number} {version}.txt", text))
    return files


def test_no_stretch_is_long_while_twenty_files_are_read_and_compared(
    qapp, window, twenty, settled, watchdog
):
    with watchdog:
        window.bring(twenty)
        settled(window)
        versions = max(window.workspace.stories, key=len)
        window.workspace.show(tuple(document.id for document in versions))
        settled(window)
        for name in ("next", "dark", "fold", "grave_only", "inline", "one_text"):
            window.actions_table[name].trigger()
            qapp.processEvents()
        settled(window)
    assert len(window.workspace.documents) == 20
    assert window.compare_page.comparison is not None
    assert watchdog.calls < MOST_CALLS, watchdog.heaviest.most_common(12)


def test_no_stretch_is_long_while_five_long_versions_are_set_side_by_side(
    qapp, window, story, settled, watchdog
):
    words = [f"{chr(97 + n % 26)}{n % 97}word" for n in range(4000)]
    files = []
    for version in range(5):
        told = [f"{w}s" if n % 40 == version * 7 else w for n, w in enumerate(words)]
        sentences = [" ".join(told[n : n + 12]).capitalize() + "." for n in range(0, 4000, 12)]
        text = "\n\n".join(" ".join(sentences[n : n + 4]) for n in range(0, 333, 4))
        files.append(story(f"version {version}.txt", text))
    window.bring(files)
    settled(window)
    with watchdog:
        window.actions_table["all_versions"].trigger()
        settled(window)
        for name in ("next", "dark", "grave_only", "typography"):
            window.actions_table[name].trigger()
            qapp.processEvents()
        window.columns.collation_page.filter.setText("word")
        qapp.processEvents()
    assert len(window.columns.collation_page.model.collated.places) > 300
    assert watchdog.calls < MOST_CALLS, watchdog.heaviest.most_common(12)


def test_the_watchdog_barks(qapp, window, watchdog):
    def deliver(_):
        for number in range(2 * MOST_CALLS):
            abs(number)

    def work(*, progress):
        return None

    with watchdog:
        window.jobs.start("much", work, deliver=deliver, fail=pytest.fail)
        while window.jobs.busy():
            qapp.processEvents()
    assert watchdog.calls > MOST_CALLS
