# Everything a clone needs, on a machine with make and Python 3.11 or later; all of it stays in .venv.
#   make demo   see the program at work          make lint      all checks but the tests
#   make test   run the tests                    make messages  bring the translations up to date with the source
#   make look   the tests that need Chromium, LibreOffice or npm; installs what is missing, says what cannot be had, leaves pictures in build/look
#   make pinyin how Chinese characters are read   make docs      bring the pages made from the program up to date with it
#   make bench  measure every promise and write docs/benchmarks.md; MILLION=1 with a million items too, ONLY=growth the chapters of that name
# What is installed is pinned in locks/, whatever the package index serves today.
#   make locks  bring the pins up to date with pyproject.toml, changing no more than that takes; UPGRADE=1 takes the newest of everything
#   make newest demonstration and tests with the newest that pyproject.toml allows; in a .venv-newest of its own
#   make oldest the same with the lowest it allows
#   make pythons demonstration, and the tests of what hangs on Python itself, on each other Python that pyproject.toml names and this machine has

PYTHON ?= python3
BIN := .venv/bin
CATALOGS := $(patsubst %.po,%.mo,$(wildcard src/officecli/locale/*/LC_MESSAGES/officecli.po))
PIP := -m pip --disable-pip-version-check --quiet install
PINNED := --require-hashes --only-binary :all: --requirement
UV := .venv-locks/bin/uv
RESOLVE := $(UV) pip compile --quiet --universal --python-version 3.11 --only-binary :all: --generate-hashes $(if $(UPGRADE),--upgrade) \
  --no-emit-index-url --annotation-style line --custom-compile-command 'make locks'

PYTHONS := 3.11 3.12 3.13 3.14
# Patterns, classes, messages and words of annotations lean on what a Python has; all else is the same code on each.
OF_PYTHON := $(wildcard tests/test_kept_patterns.py tests/test_light.py tests/test_patterns.py tests/test_messages.py tests/test_imports.py)

unexport PYTHONDONTWRITEBYTECODE # each program that a test starts would compile all of this one anew

.PHONY: demo test look lint messages pinyin docs docs-check bench locks newest oldest pythons clean
.DEFAULT_GOAL := demo

demo: .venv/installed $(CATALOGS)
	$(BIN)/officecli demo

test: .venv/installed-dev $(CATALOGS)
	$(BIN)/pytest -n auto --dist worksteal

look: .venv/installed-dev $(CATALOGS)
	$(BIN)/python tools/look.py
	$(BIN)/pytest -n 2 --dist loadgroup tests/look

lint: .venv/installed-dev $(CATALOGS)
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports --no-logo
	$(BIN)/deptry src
	$(BIN)/python tools/messages.py --check
	$(BIN)/python tools/pinyin.py --check
	$(MAKE) docs-check

messages: .venv/installed-dev
	$(BIN)/python tools/messages.py --update
	$(BIN)/python hatch_build.py

pinyin: .venv/installed-dev
	$(BIN)/python tools/pinyin.py

docs: .venv/installed-dev $(CATALOGS)
	$(BIN)/python tools/docs.py
	$(BIN)/python tools/docs.py zh

docs-check: .venv/installed-dev $(CATALOGS)
	$(BIN)/python tools/docs.py --check
	$(BIN)/python tools/docs.py zh --check

bench: .venv/installed-dev $(CATALOGS)
	$(BIN)/python -m benchmarks $(if $(MILLION),--million) $(if $(ONLY),--only '$(ONLY)')

locks: $(UV)
	$(RESOLVE) pyproject.toml --extra postgresql --group dev --output-file locks/dev.txt
	$(RESOLVE) pyproject.toml --group build --constraint locks/dev.txt --output-file locks/demo.txt
	$(RESOLVE) --group locks --output-file locks/uv.txt
	$(RESOLVE) --group look --output-file locks/look.txt

newest: RESOLUTION := highest
oldest: RESOLUTION := lowest-direct
newest oldest: %: $(UV)
	$(PYTHON) -m venv --clear .venv-$@
	$(UV) pip install --quiet --python .venv-$@/bin/python --resolution $(RESOLUTION) --only-binary :all: --requirement pyproject.toml --extra postgresql --group dev
	$(UV) pip install --quiet --python .venv-$@/bin/python --no-deps --no-build-isolation --editable .
	$(UV) pip list --python .venv-$@/bin/python
	.venv-$@/bin/officecli demo
	.venv-$@/bin/pytest -n auto

pythons: $(addprefix on-,$(PYTHONS))

on-%: .venv/installed-dev $(CATALOGS)
	@if $(BIN)/python -V | grep -q ' $*\.'; then echo "Python $*: that of .venv, on which make test runs all"; \
	elif ! python$* -c '' 2>/dev/null; then echo "Python $*: not here, not tried"; \
	else $(MAKE) --no-print-directory .venv-$*/installed && said=$$(.venv-$*/bin/officecli demo 2>&1) || { echo "$$said"; exit 1; }; \
	  .venv-$*/bin/pytest -q $(OF_PYTHON); fi

.venv-3.%/installed: pyproject.toml hatch_build.py locks/dev.txt
	python3.$* -m venv --clear .venv-3.$*
	.venv-3.$*/bin/python $(PIP) $(PINNED) locks/dev.txt
	.venv-3.$*/bin/python $(PIP) --no-deps --no-build-isolation --editable .
	@touch $@

clean:
	rm -rf .venv .venv-locks .venv-newest .venv-oldest $(addprefix .venv-,$(PYTHONS)) build dist $(CATALOGS) .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

# No isolation: the build's own tools are pinned and fetched with the rest, and compile the messages later without a network.
.venv/installed: pyproject.toml hatch_build.py locks/demo.txt | $(BIN)/python
	$(BIN)/python $(PIP) $(PINNED) locks/demo.txt
	$(BIN)/python $(PIP) --no-deps --no-build-isolation --editable .
	@touch $@

.venv/installed-dev: .venv/installed locks/dev.txt
	$(BIN)/python $(PIP) $(PINNED) locks/dev.txt
	@touch $@

$(UV): locks/uv.txt | .venv-locks/bin/python
	.venv-locks/bin/python $(PIP) $(PINNED) locks/uv.txt
	@touch $@

%.mo: %.po hatch_build.py | .venv/installed
	$(BIN)/python hatch_build.py

$(BIN)/python .venv-locks/bin/python: %/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
	  echo "officecli needs Python 3.11 or later; '$(PYTHON)' is $$($(PYTHON) --version 2>&1)." >&2; \
	  echo "Install a newer one, or name it: make PYTHON=python3.12 $(MAKECMDGOALS)" >&2; exit 1; }
	$(PYTHON) -m venv $*
