"""Acts and targets of the sentences in acts.tsv: act, target codes, sentence, divided by tabs.

Written before the rules that read them; of the first 167 those of even number were not looked at when they failed.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from made_stories import lines

ROWS = [line.split("\t") for line in (Path(__file__).parent / "acts.tsv").read_text("utf-8").splitlines()]
# Not read right yet.
WRONG = {14, 20, 50, 78, 90, 125, 128, 156, 178, 183, 193, 208, 213, 214, 224}


@pytest.mark.parametrize("number", range(1, len(ROWS) + 1))
def test_line(number: int) -> None:
    act, targets, sentence = ROWS[number - 1]
    if number in WRONG:
        pytest.xfail("not read right yet")
    line = max(lines(sentence), key=lambda x: len(x.content))
    assert (line.act, line.targets) == (act, targets.replace(",", " + "))
