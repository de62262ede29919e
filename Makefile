# demo, test, check, bench: each works in a fresh clone and makes its own .venv.
# PYTHON=python3.12 chooses another interpreter, VENV=/tmp/venv another place, DRAGOMAN_SHARED the shared folder.

PYTHON ?= $(shell command -v python3.11 || command -v python3)
VENV ?= .venv
BIN := $(VENV)/bin
DEMO := .demo
CODE := src tests tools
WHEEL := $$(ls dist/dragoman-*.whl)

unexport PYTHONPATH
export PIP_DISABLE_PIP_VERSION_CHECK := 1

.PHONY: help demo test check format lint types gate docs bench wheel dev clean

help:
	@echo "make demo   read the shipped pages and show what passed between Iran and Japan"
	@echo "make test   build the wheel, install it, run the tests against it"
	@echo "make check  format, lint, strict types, tests, quality gate, docs: before every push"
	@echo "make bench  dragoman beside spaCy's small English pipeline"
	@echo "make gate   the figures on the gold pages against their floors"

$(BIN)/python:
	$(PYTHON) -m venv $(VENV)

# The wheel is built anew each time and put in place of the last one; what it depends on is installed once.
wheel: $(BIN)/python
	@rm -rf dist
	@$(BIN)/python -m pip install --quiet build
	@$(BIN)/python -m build --wheel --outdir dist . > /dev/null
	@ls dist/*.whl

dev: wheel
	@$(BIN)/python -m pip install --quiet "$(WHEEL)[dev]"
	@$(BIN)/python -m pip install --quiet --force-reinstall --no-deps $(WHEEL)

test: dev
	DRAGOMAN_INSTALLED=1 $(BIN)/python -m pytest

gate: dev
	$(BIN)/python tools/gate.py

check: dev
	$(BIN)/ruff format --check $(CODE)
	$(BIN)/ruff check $(CODE)
	$(BIN)/mypy
	DRAGOMAN_INSTALLED=1 $(BIN)/python -m pytest
	$(BIN)/python tools/gate.py
	$(BIN)/python tools/docs.py

bench: wheel
	@$(BIN)/python -m pip install --quiet "$(WHEEL)[bench]"
	@$(BIN)/python -m pip install --quiet --force-reinstall --no-deps $(WHEEL)
	$(BIN)/python tools/bench_world.py
	$(BIN)/python tools/bench.py

demo: $(BIN)/python
	@$(BIN)/python -m pip install --quiet .
	@$(BIN)/python tools/demo.py $(DEMO)

clean:
	rm -rf dist build $(DEMO) .mypy_cache .ruff_cache .pytest_cache
