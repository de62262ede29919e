"""Dates and durations: the examples in the data, and what the data cannot say."""

from __future__ import annotations

import pytest

from dragoman.find.times import find_times
from dragoman.world.files import data_root, load_toml
from dragoman.world.pack.times import TimeExample, Times

PACKS = {code: load_toml(data_root() / "languages" / code / "times.toml", Times) for code in ("en", "id", "ru")}
EXAMPLES = [(code, e) for code, pack in PACKS.items() for e in pack.examples]
NEVER = [(code, text) for code, pack in PACKS.items() for text in pack.never]


@pytest.mark.parametrize(("code", "example"), EXAMPLES, ids=lambda v: v if isinstance(v, str) else v.words)
def test_example_of_the_data(code: str, example: TimeExample) -> None:
    found = find_times(example.text, PACKS[code])
    assert [example.text[t.start : t.end] for t in found] == [example.words]
    assert found[0].minutes == example.minutes
    resolved = found[0].resolve(example.anchor, future=example.future)
    assert (resolved[0] if resolved else None) == example.date


@pytest.mark.parametrize(("code", "text"), NEVER)
def test_no_time(code: str, text: str) -> None:
    assert find_times(text, PACKS[code]) == ()


def test_offsets_count_in_the_whole_text() -> None:
    text = "On Friday. On Monday they met for 20 minutes."
    found = find_times(text, PACKS["en"], 10, len(text))
    assert [text[t.start : t.end] for t in found] == ["Monday", "20 minutes"]


def test_relative_dates_need_an_anchor() -> None:
    (monday,) = find_times("They met on Monday.", PACKS["en"])
    assert monday.resolve(None) is None


def test_a_full_date_is_stated_and_needs_none() -> None:
    (day,) = find_times("They met on 4 June 2024.", PACKS["en"])
    assert day.full
    assert day.resolve(None) == ("2024-06-04", "stated")
    assert day.resolve("2025-01-01") == ("2024-06-04", "stated")


def test_the_anchor_itself_counts_as_the_last_weekday() -> None:
    (monday,) = find_times("They met on Monday.", PACKS["en"])
    assert monday.resolve("2024-06-03") == ("2024-06-03", "relative")
    assert monday.resolve("2024-06-03", future=True) == ("2024-06-03", "relative")
    assert monday.resolve("2024-06-04", future=True) == ("2024-06-10", "relative")


def test_a_day_that_does_not_exist_has_no_date() -> None:
    (day,) = find_times("Signed on 31 June 2024.", PACKS["en"])
    assert day.resolve("2024-07-01") is None


def test_a_stretch_that_ends_inside_a_date() -> None:
    text = "In May 2024 they met."
    assert [text[t.start : t.end] for t in find_times(text, PACKS["en"], 0, 6)] == ["May"]
