# Needs git, make and Python 3.11 or later; everything else is set up in .venv.
# The first interpreter that runs and is new enough; another one with: make demo PYTHON=/path/to/python
PYTHON ?= $(shell for p in python3 python3.13 python3.12 python3.11 python; do \
	if $$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1; then echo $$p; break; fi; done)
VENV := .venv
BIN := $(VENV)/bin

.PHONY: demo test check quality robustness reports samples schemas screenshots bundle clean

demo: $(VENV)/.installed
	@$(BIN)/python -m tools.audit_samples

test: $(VENV)/.installed-dev
	@$(BIN)/python -m pytest -n auto

check: $(VENV)/.installed-dev
	@$(BIN)/ruff check . && $(BIN)/ruff format --check . && $(BIN)/mypy

quality: $(VENV)/.installed
	@$(BIN)/python -m tools.quality --write

robustness: $(VENV)/.installed
	@$(BIN)/python -m tools.robustness --write

reports: demo

samples: $(VENV)/.installed-dev
	@$(BIN)/python -m tools.sample_builder

schemas: $(VENV)/.installed
	@$(BIN)/python -m tools.write_schemas

# The pictures in docs/images, taken by the browser tests; needs Chromium.
screenshots: $(VENV)/.installed-dev
	@AVTALSKOLL_SCREENSHOTS=1 $(BIN)/python -m pytest tests/browser/test_screenshots.py

# dist/avtalskoll/: a folder that runs without Python, and the same as a zip, for the platform that this runs on.
bundle: $(VENV)/.installed-bundle
	@$(BIN)/python -m PyInstaller --noconfirm --log-level WARN --distpath dist --workpath build tools/bundle/avtalskoll.spec
	@$(BIN)/python -m tools.bundle.zipped dist/avtalskoll

$(VENV)/.made:
	@test -n "$(PYTHON)" || { echo "avtalskoll needs Python 3.11 or later; set PYTHON=/path/to/python3"; exit 1; }
	@$(PYTHON) -m venv $(VENV)
	@touch $@

$(VENV)/.installed: $(VENV)/.made pyproject.toml
	@echo "Installing avtalskoll in $(VENV) ..."
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -e .
	@touch $@

$(VENV)/.installed-dev: $(VENV)/.made pyproject.toml
	@echo "Installing avtalskoll and its test tools in $(VENV) ..."
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -e '.[dev]'
	@touch $(VENV)/.installed $@

$(VENV)/.installed-bundle: $(VENV)/.made pyproject.toml
	@echo "Installing what builds the bundle in $(VENV) ..."
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -e '.[bundle]'
	@touch $@

clean:
	rm -rf $(VENV) build dist .mypy_cache .pytest_cache .ruff_cache .hypothesis
