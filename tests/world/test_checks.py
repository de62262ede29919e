"""Language packs keep what their types cannot say; a row that does not is refused by file and row."""

from __future__ import annotations

from importlib.resources.abc import Traversable
from pathlib import Path

import pytest

from dragoman.errors import WorldError
from dragoman.world.checks import AnyPack, load_checked
from dragoman.world.files import data_root
from dragoman.world.load import load_world
from dragoman.world.pack.encounters import Encounters
from dragoman.world.pack.frames import Frames
from dragoman.world.pack.topics import TopicPack

FOLDER = data_root() / "languages"
KINDS: dict[str, type[AnyPack]] = {"frames.toml": Frames, "encounters.toml": Encounters, "topics.toml": TopicPack}
NAMES = [(code, name) for code in load_world().languages() for name in KINDS if (FOLDER / code / name).is_file()]
FILES = [(FOLDER / code / name, KINDS[name]) for code, name in NAMES]
GOOD = """
light = ["voic(e|ed)"]
between = ["deep"]
link = ["that"]
[[verb]]
cue = "sa(y|ys|id)"
act = "state"
neutral = true
example = "Chile said that the port is open."
[[verb]]
cue = "call(|s|ed) (on|upon)"
act = "request"
example = "Chile called on Peru to wait."
[[noun]]
noun = "concern"
act = "concern"
part = "cue"
example = "Chile voiced concern about the port."
[[source]]
cue = "according to"
example = "According to Lima, the port is open."
[[pattern]]
act = "request"
words = ["should", "must"]
example = "Chile said that Peru should wait."
"""


@pytest.mark.parametrize(("path", "kind"), FILES, ids=[f"{code}-{name}" for code, name in NAMES])
def test_pack(path: Traversable, kind: type[AnyPack]) -> None:
    load_checked(path, kind)


def test_a_good_file(tmp_path: Path) -> None:
    (tmp_path / "frames.toml").write_text(GOOD, encoding="utf-8")
    assert [v.cue for v in load_checked(tmp_path / "frames.toml", Frames).verb] == [
        "sa(y|ys|id)",
        "call(|s|ed) (on|upon)",
    ]


@pytest.mark.parametrize(
    ("old", "new", "complaint"),
    [
        ("neutral = true", 'colour = "red"', r"frames\.toml: .*unknown field `colour` - at `\$\.verb\[0\]`"),
        ('act = "request"\nexample', "example", r"frames\.toml: .*missing required field `act` - at `\$\.verb\[1\]`"),
        ('example = "Chile called on Peru to wait."\n', "", r"frames\.toml: .*`example` - at `\$\.verb\[1\]`"),
        ('act = "concern"', 'act = "worry"', r"frames\.toml: .*'worry' - at `\$\.noun\[0\]\.act`"),
        ("light = [", "lihgt = [", r"frames\.toml: .*unknown field `lihgt`"),
        ('link = ["that"]\n', "", r"frames\.toml: .*missing required field `link`"),
        (
            '"call(|s|ed) (on|upon)"',
            '"(call|say)"',
            r"frames\.toml: verb\[1\] \(\(call\|say\)\): 'say' stands in sa\(y",
        ),
        ('"concern"\nact', '"concern(|)"\nact', r"frames\.toml: noun\[0\] \(concern\(\|\)\): 'concern' stands twice"),
        (
            '"should", "must"',
            '"should", "(must|should)"',
            r"frames\.toml: pattern request\[0\] .*'should' stands twice",
        ),
        ('"sa(y|ys|id)"', '"sa(y|ys|id"', r"frames\.toml: verb\[0\] .*do not close"),
        ('"sa(y|ys|id)"', '"sa(y|(ys|id))"', r"frames\.toml: verb\[0\] .*nest"),
        ('"sa(y|ys|id)"', '"say|says"', r"frames\.toml: verb\[0\] .*choice stands outside"),
        ('"sa(y|ys|id)"', '"(say|says|)"', r"frames\.toml: verb\[0\] .*has an empty form"),
        ('"Chile said that the port is open."', '"said"', r"frames\.toml: verb\[0\] .*'said' is no sentence"),
        ('"Chile said that the port is open."', '""', r"frames\.toml: verb\[0\] .*'' is no sentence"),
        ('cue = "according to"', 'cue = "according to', r"frames\.toml: .*line"),
    ],
)
def test_a_row_is_refused_by_file_and_row(tmp_path: Path, old: str, new: str, complaint: str) -> None:
    assert GOOD.count(old) == 1
    (tmp_path / "frames.toml").write_text(GOOD.replace(old, new), encoding="utf-8")
    with pytest.raises(WorldError, match=complaint):
        load_checked(tmp_path / "frames.toml", Frames)


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(WorldError, match=r"frames\.toml: no such file"):
        load_checked(tmp_path / "frames.toml", Frames)
