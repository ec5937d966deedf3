from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from desktop_app.domain.history import History


@given(st.lists(st.sampled_from(["undo", "redo", "a", "b", "c"]), max_size=30))
def test_history_is_a_list_of_states_with_a_place_in_it(steps: list[str]) -> None:
    history = History("")
    states, place = [""], 0
    for step in steps:
        if step == "undo":
            history, place = history.undone(), max(0, place - 1)
        elif step == "redo":
            history, place = history.redone(), min(len(states) - 1, place + 1)
        elif step != states[place]:
            history = history.with_step(step)
            states, place = [*states[: place + 1], step], place + 1
        assert history.present == states[place]
        assert history.is_undoable == (place > 0)
        assert history.is_redoable == (place < len(states) - 1)


def test_a_step_to_the_same_state_keeps_what_can_be_redone() -> None:
    history = History(1).with_step(2).undone()
    assert history.with_step(1) is history
    assert history.with_step(1).redone().present == 2
