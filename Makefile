# Two commands matter: `make run` and `make test`. Both set up all they need.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
SAMPLES := resources/samples
OUT ?= out

.DEFAULT_GOAL := help
.PHONY: help setup run test lint package bundle check-bundle docs screenshots pictures translations clean

help:  ## show what can be made
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 16

$(VENV)/.ready: pyproject.toml constraints.txt packaging/linux/system-libraries.sh
	@sh packaging/linux/system-libraries.sh
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[gui,dev]'
	@touch $@

setup: $(VENV)/.ready  ## make the virtual environment and install everything

run: setup  ## open the window on the sample stories (without a display: do the same job headless)
	@sh packaging/linux/run-sample.sh $(BIN)/python $(SAMPLES) $(OUT)

test: setup  ## run every check: style, types, import rules, all tests, the run without Qt, the wheel
	@sh .ci/check $(BIN)

lint: setup  ## style, types and import rules only
	@sh .ci/check $(BIN) lint

$(VENV)/.ready-package: $(VENV)/.ready
	@sh packaging/linux/system-libraries.sh binutils dpkg-dev groff-base desktop-file-utils appstream shared-mime-info
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[package]'
	@touch $@

package: $(VENV)/.ready-package  ## everything people install, into dist: folder, Debian package, wheel, source
	@sh packaging/package.sh $(BIN) dist

bundle: $(VENV)/.ready-package  ## only the folder that runs without Python, dist/driftline
	@$(BIN)/python packaging/bundle.py dist

check-bundle: bundle  ## build the folder and have it test itself
	@sh packaging/check_bundle.sh dist/driftline/driftline
	@[ "$$(uname -s)" != Linux ] || { sh packaging/linux/share.sh $(BIN)/python dist/share && sh packaging/linux/check_share.sh dist/share; }

# The stories are shown from a place of no one in particular, for paths stand in the pictures.
SHOWN = /tmp/stories
SHOOT = mkdir -p $(SHOWN) && cp $(SAMPLES)/* $(SHOWN) && \
	QT_QPA_PLATFORM=offscreen QT_LOGGING_RULES=default.warning=false LANGUAGE=en \
	$(BIN)/python -m driftline.gui.screenshots $(SHOWN)

docs: setup  ## check every command and link of the documents by running it
	@$(BIN)/python packaging/check_docs.py

screenshots: setup  ## pictures of the window for the README and the help, made by the program itself
	@$(SHOOT) docs/images --set tour
	@$(SHOOT) resources/help/images --set help

pictures: setup  ## pictures of every pane, dialog and state, for looking through after a change
	@$(SHOOT) $(OUT)/pictures

TEXTS = $(shell find desktop/driftline/gui -name '*.py')
COLLECT = $(BIN)/pyside6-lupdate $(TEXTS) -tr-function-alias tr+=_ -locations none -no-obsolete -source-language en

translations: setup  ## collect the window's texts and compile the translations
	@$(COLLECT) -target-language en -pluralonly -ts resources/translations/driftline_en.ts
	@$(COLLECT) -target-language de -ts resources/translations/driftline_de.ts
	@for file in resources/translations/*.ts; do $(BIN)/pyside6-lrelease -silent $$file; done

clean:  ## remove what was built, not the virtual environment
	rm -rf build dist $(OUT) .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis
