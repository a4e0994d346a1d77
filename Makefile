# `make run` starts Netchal and `make test` tests it, on a machine with Python, its venv module and make.
# `make help` lists the rest.

PYTHON ?= python3
JOBS ?= 2
ARGS ?=
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet install
INSTALLED_FROM := pyproject.toml packaging/build_catalogues.py $(wildcard resources/i18n/*.po)
EXTRACT := $(BIN)/pybabel -q extract -k say -k say_many:1,2 --no-location --sort-output --project=Netchal -o build/netchal.pot netchal_gui
GERMAN := resources/i18n/de.po
UPDATE := $(BIN)/pybabel -q update --ignore-pot-creation-date --no-fuzzy-matching -i build/netchal.pot -o $(GERMAN) -l de

.DELETE_ON_ERROR:
.NOTPARALLEL:
.PHONY: help run test soak check words words-check screenshots bench interop bundle bundle-test libraries clean

run: $(VENV)/runtime libraries  ## start Netchal; its arguments: make run ARGS=--demo
	@$(BIN)/netchal $(ARGS)

test: $(VENV)/development libraries  ## run the tests; fewer of them: make test ARGS=tests/domain
	$(BIN)/pytest -n $(JOBS) $(ARGS)

soak: $(VENV)/development libraries  ## the hard tests in full: kills, full disks, bombs, fuzz, round trips; an hour
	NETCHAL_SOAK=1 $(BIN)/pytest -n $(JOBS) -m soak $(ARGS)

check: $(VENV)/development libraries words-check  ## style, types, layers, catalogues and tests: what a change must pass
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/pytest -n $(JOBS)

words: $(VENV)/development  ## bring the German catalogue up to date with the sentences in the code, and compile it
	@mkdir -p build
	$(EXTRACT)
	@test -e $(GERMAN) || $(BIN)/pybabel -q init -i build/netchal.pot -o $(GERMAN) -l de
	$(UPDATE)
	$(BIN)/python packaging/build_catalogues.py

words-check: $(VENV)/development
	@mkdir -p build
	@$(EXTRACT)
	@test ! -e $(GERMAN) || $(UPDATE) --check 2>/dev/null || { echo "$(GERMAN) is behind the code: run make words" >&2; exit 1; }

screenshots: $(VENV)/development libraries  ## every screen, light and dark, English and German, into build/screenshots
	$(BIN)/python tests/journeys/screenshots.py build/screenshots

bench: $(VENV)/development libraries  ## the table of speed and memory, as ratios to a floor
	$(BIN)/python tests/benchmarks/run.py $(ARGS)

interop: $(VENV)/development libraries  ## give exported files to real calendar and address book programs (needs ../shared)
	$(BIN)/pytest tests/interop -m interop

bundle: $(VENV)/development libraries  ## a folder that runs without Python: build/bundle/netchal
	sh packaging/linux/bundle.sh

bundle-test: bundle  ## run that folder in a bare Debian (root, debootstrap)
	sh packaging/linux/bundle_test.sh

help:
	@sed -n 's/^\([a-z-]*\):.*  ## \(.*\)/  make \1\t\2/p' $(MAKEFILE_LIST) | expand -t 22

clean:  ## remove what was built; .venv stays
	rm -rf build dist

# Qt's system libraries: as root on Debian they are installed, else the line that installs them is said.
libraries:
	@$(BIN)/python packaging/linux/system_libraries.py

$(VENV)/runtime: $(INSTALLED_FROM) | $(BIN)/pip
	$(PIP) --editable .
	@touch $@

$(VENV)/development: $(INSTALLED_FROM) | $(BIN)/pip
	$(PIP) --editable '.[dev]'
	@touch $@ $(VENV)/runtime

$(BIN)/pip:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Netchal needs Python 3.11 or newer, such as: make PYTHON=python3.12 run")'
	$(PYTHON) -m venv $(VENV)
