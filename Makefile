# make run · make test · make lint · make golden · make bench · make bench-page · make score · make pins:
# each sets up what it needs.
# A second run finds its stamps in .venv and starts at once. uv is taken where it is there, and never needed.

SHELL := /bin/bash
.DEFAULT_GOAL := run
.PHONY: run test lint golden bench bench-page score browser pins

PYTHON ?= python3
VENV := .venv
PY := $(VENV)/bin/python
PINS := constraints.txt
BESIDE := .venv-bench

run: $(VENV)/.runs
	$(PY) -m streamlit run dashboard.py

test: $(VENV)/.tests browser
	$(PY) -m pytest -n 2

lint: $(VENV)/.tests
	$(PY) -m ruff check .
	$(PY) -m mypy

golden: $(VENV)/.tests
	$(PY) -m tests.test_golden
	$(PY) -m tests.test_readme

# What ours is measured beside gets an environment of its own; what can't be installed here is left out, and said.
# make bench REPORTS="FOLDER …" measures on other reports than those that ship, and writes no results.
bench: $(VENV)/.tests $(BESIDE)/.made
	$(PY) -m bench $(REPORTS)

# The page at a million rows, in a Chromium, beside a page with one trivial chart.
bench-page: $(VENV)/.tests browser
	$(PY) -m bench.page

# make score SETS="LABELS.jsonl=FOLDER …" scores other labelled reports than the invented ones.
score: $(VENV)/.tests
	$(PY) -m bench.score $(SETS)

# Writes anew which versions the requirements' own requirements have.
pins: $(VENV)/.tests
	$(PY) -m pip install --quiet uv
	: > $(PINS)
	$(PY) -m uv pip compile --quiet --universal --python-version 3.11 --no-annotate \
	  --custom-compile-command "make pins" requirements-dev.txt -o $(PINS)

# The browser tests drive a Chromium that pip can't bring; .ci/browser installs Debian's, or says why not.
browser:
	@.ci/browser

$(VENV)/.runs: requirements.txt $(PINS) | $(PY)
	@$(call install,requirements.txt)
	@touch $@

$(VENV)/.tests: requirements-dev.txt requirements.txt $(PINS) | $(PY)
	@$(call install,requirements-dev.txt)
	@touch $@ $(VENV)/.runs

$(BESIDE)/.made: bench/beside.txt | $(PY)
	@$(PY) -m venv --clear $(BESIDE)
	@touch $@; for package in pyduckling-native-phihos quantulum3; do \
	  $(BESIDE)/bin/python -m pip install --quiet --disable-pip-version-check -c $< $$package || { \
	    echo "$$package can't be installed here: measuring without it."; rm -f $@; }; \
	done

$(PY):
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || { \
	  echo "Python 3.11 or newer is needed, and $(PYTHON) is $$($(PYTHON) --version 2>&1)."; \
	  echo "Name another one: make PYTHON=/path/to/python3.12"; exit 1; }
	@echo "Making a virtual environment in $(VENV)"
	@$(PYTHON) -m venv --clear $(VENV) || { rm -rf $(VENV); \
	  echo "python -m venv failed; on Debian and Ubuntu: apt-get install python3-venv"; exit 1; }

define install
echo "Installing $(1)"; \
if command -v uv >/dev/null 2>&1; then uv pip install --quiet --python $(PY) -r $(1); \
else $(PY) -m pip install --quiet --disable-pip-version-check -r $(1); fi
endef
