"""Windows with all versions of a story side by side."""

import pytest

from gui.window.bridge_story import AGENCY, COURIER, GLOBE, HERALD


@pytest.fixture
def bring(window, story, settled):
    """Brings versions in this order; the first is the base text."""

    def made(**texts):
        window.bring([story(f"{name}.txt", text) for name, text in texts.items()])
        settled(window)
        ids = {d.path.rsplit("/", 1)[-1]: d.id for d in window.workspace.documents}
        (found,) = [s for s in window.workspace.session_stories if len(s.members) > 1]
        window.workspace.hand.set_base(found.id, ids[f"{next(iter(texts))}.txt"])
        settled(window)
        return window

    return made


@pytest.fixture
def four(bring, settled):
    window = bring(agency=AGENCY, herald=HERALD, globe=GLOBE, courier=COURIER)
    window.actions_table["all_versions"].trigger()
    settled(window)
    return window
