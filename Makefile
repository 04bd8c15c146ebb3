# Two commands do all set-up: `make demo` and `make test`.
PY ?= python3
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.installed
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet

.PHONY: demo test lint bench browser clean
demo: $(STAMP)
	$(BIN)/sayso demo

test: $(STAMP) browser lint
	$(BIN)/python -m pytest

lint: $(STAMP)
	$(BIN)/ruff format --check src tests benchmarks
	$(BIN)/ruff check src tests benchmarks
	$(BIN)/mypy
	$(BIN)/mypy tests
	$(BIN)/lint-imports

bench: $(STAMP)
	$(BIN)/python benchmarks/run.py

# Tests in a browser use the system's Chromium. Where it is missing and may be installed, it is; else they skip visibly.
browser: $(STAMP)
	@for name in chromium chromium-browser google-chrome; do command -v $$name >/dev/null && exit 0; done; \
	if test -e $(VENV)/.no-browser; then exit 0; fi; \
	if test "$$(id -u)" = 0 && command -v apt-get >/dev/null && apt-get update -qq >/dev/null 2>&1 \
		&& DEBIAN_FRONTEND=noninteractive apt-get install -qq --yes --no-install-recommends chromium >/dev/null 2>&1; \
	then exit 0; fi; \
	touch $(VENV)/.no-browser; echo "no Chromium here, and none could be installed: tests in a browser will skip"

# The pip that comes with Python 3.11 does not know dependency groups, so a pinned newer one comes first; and what
# builds the package is pinned too, so nothing is fetched at a version that was not tested. Compiled beforehand, as an
# installed package is, the modules load 0.4 s faster also where Python may not write what it compiles.
$(STAMP): pyproject.toml constraints.txt
	$(PY) -m venv $(VENV)
	$(PIP) install --constraint constraints.txt pip hatchling editables
	$(PIP) install --constraint constraints.txt --no-build-isolation --editable . --group dev
	$(BIN)/python -m compileall -q src
	touch $(STAMP)

clean:
	rm -rf $(VENV) build dist
