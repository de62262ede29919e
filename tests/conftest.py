"""For all tests: where the shared material is, that tools and `made` are importable, and that CI skips nothing.

`DRAGOMAN_SHARED` names the shared folder (default: `../shared` beside the checkout). Tests that need it take the
`shared` fixture; where it is absent they are skipped by name. With `CI=true` a skipped test is a failure.
`DRAGOMAN_INSTALLED=1` (set by `make test`) insists that the installed wheel is tested, not the checkout.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
SHARED = Path(os.environ.get("DRAGOMAN_SHARED") or ROOT.parent / "shared").resolve()

os.environ["DRAGOMAN_WORLD"] = str(ROOT / ".no-imports")  # nobody's own imports have a part in the tests

for folder in (ROOT / "tools", ROOT / "tests"):
    sys.path.insert(0, str(folder))


@pytest.fixture(scope="session")
def shared() -> Callable[[str], Path]:
    """A file or folder of the shared material by its relative name; skips, naming it, where it is absent."""

    def find(name: str) -> Path:
        path = SHARED / name
        if not path.exists():
            pytest.skip(f"{path} is not here")
        return path

    return find


@pytest.fixture(scope="session")
def examples() -> Path:
    """The pages shipped with the project."""
    return ROOT / "examples" / "pages"


def pytest_configure(config: pytest.Config) -> None:
    """Refuses to test the checkout when the wheel is meant."""
    if os.environ.get("DRAGOMAN_INSTALLED"):
        import dragoman

        where = Path(dragoman.__file__).resolve()
        if where.is_relative_to(ROOT / "src"):
            raise pytest.UsageError(f"the installed wheel is to be tested, but {where} is imported")


def pytest_sessionfinish(session: pytest.Session, exitstatus: int) -> None:
    """In CI a skipped test has tested nothing: the run fails."""
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    if os.environ.get("CI") == "true" and reporter and reporter.stats.get("skipped") and not exitstatus:
        session.exitstatus = pytest.ExitCode.TESTS_FAILED
