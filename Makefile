# Everything a clone needs, on a machine with make and Python 3.11 or later; all of it stays in .venv.
#   make demo   see the program at work          make lint      all checks but the tests
#   make test   run the tests                    make messages  bring the translations up to date with the source
#                                                make docs      bring the pages made from the program up to date with it

PYTHON ?= python3
BIN := .venv/bin
CATALOGS := $(patsubst %.po,%.mo,$(wildcard src/officecli/locale/*/LC_MESSAGES/officecli.po))
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet install

.PHONY: demo test lint messages docs docs-check bench clean
.DEFAULT_GOAL := demo

demo: .venv/installed $(CATALOGS)
	$(BIN)/officecli demo

test: .venv/installed-dev $(CATALOGS)
	$(BIN)/pytest -n auto

lint: .venv/installed-dev $(CATALOGS)
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports --no-logo
	$(BIN)/deptry src
	$(BIN)/python .ci/messages.py --check
	$(MAKE) docs-check

messages: .venv/installed-dev
	$(BIN)/python .ci/messages.py --update
	$(BIN)/python hatch_build.py

docs: .venv/installed-dev
	$(BIN)/python .ci/docs.py

docs-check: .venv/installed-dev
	$(BIN)/python .ci/docs.py --check

bench: .venv/installed-dev $(CATALOGS)
	$(BIN)/python -m benchmarks

clean:
	rm -rf .venv build dist $(CATALOGS) .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

# The build's own tools first and no isolation: they are fetched once, and compile the messages later without a network.
.venv/installed: pyproject.toml hatch_build.py | $(BIN)/python
	$(PIP) 'hatchling>=1.27' 'babel>=2.14'
	$(PIP) --no-build-isolation --editable .
	@touch $@

.venv/installed-dev: .venv/installed
	$(PIP) --no-build-isolation --editable '.[dev]'
	@touch $@

%.mo: %.po hatch_build.py | .venv/installed
	$(BIN)/python hatch_build.py

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
	  echo "officecli needs Python 3.11 or later; '$(PYTHON)' is $$($(PYTHON) --version 2>&1)." >&2; \
	  echo "Install a newer one, or name it: make PYTHON=python3.12 $(MAKECMDGOALS)" >&2; exit 1; }
	$(PYTHON) -m venv .venv
