# Two commands: `make demo` shows what it does, `make test` runs everything that must hold.
PYTHON ?= python3
VENV ?= .venv
RUN = $(VENV)/bin/python -m
export PIP_DISABLE_PIP_VERSION_CHECK = 1

.PHONY: demo test setup format lint types imports tests docs minimum clean

demo: $(VENV)/demo
	$(VENV)/bin/diplokit extract seeds --published 2024-11-16

test: format-check lint types imports docs tests

$(VENV)/bin/python:
	$(PYTHON) -m venv $(VENV)

$(VENV)/demo: pyproject.toml | $(VENV)/bin/python
	$(RUN) pip install --quiet --editable '.[cli]'
	touch $@

$(VENV)/test: pyproject.toml | $(VENV)/bin/python
	$(RUN) pip install --quiet --editable '.[dev]'
	touch $@ $(VENV)/demo

setup: $(VENV)/test

format: setup
	$(RUN) ruff format .
	$(RUN) ruff check --fix-only .

.PHONY: format-check
format-check: setup
	$(RUN) ruff format --check .

lint: setup
	$(RUN) ruff check .

types: setup
	$(RUN) mypy

imports: setup
	$(VENV)/bin/lint-imports

docs: setup
	$(RUN) sphinx -W --keep-going -q -b html docs docs/_build/html

tests: setup
	$(RUN) pytest -n 2 --dist loadfile

# The oldest versions that pyproject.toml allows, in an environment of their own; run once before a release.
minimum:
	$(PYTHON) -m venv --clear $(VENV)-minimum
	$(VENV)-minimum/bin/python -m pip install --quiet $$($(PYTHON) update/minimum_versions.py)
	$(VENV)-minimum/bin/python -m pip install --quiet --no-deps --editable .
	$(VENV)-minimum/bin/python -m pytest -q tests

clean:
	rm -rf $(VENV) $(VENV)-minimum docs/_build .mypy_cache .ruff_cache .pytest_cache .hypothesis
