# The verbs of this repository. Each job is a script of its own in scripts/.

SHELL := /bin/bash
MAKEFLAGS += --no-print-directory
.DEFAULT_GOAL := help
.NOTPARALLEL:

PLAIN := .venv/bin/python
QGIS := .venv-qgis/bin/python
# QGIS's Python without a window.
OFFSCREEN := QT_QPA_PLATFORM=offscreen $(QGIS)
PYTEST := -m pytest --no-header
VERSION := $(shell sed -n 's/^version=//p' metadata.txt)
ZIP := dist/lookalike-$(VERSION).zip
# Imagery that the sample is made of; only its codes, places and labels go into the repository.
EUROSAT ?= ../shared/data/eurosat_rgb.zip
# Which numpy `make test-numpy` takes: the oldest that the plugin runs on.
NUMPY ?= 1.23
# Which QGIS `make test-debian` takes: a release that Debian's mirror has.
DEBIAN ?= trixie-backports
# More for pytest: make test-core ARGS="-k environment"
ARGS ?=

.PHONY: help
help: ## print these lines
	@sed -n 's/^\([a-z0-9-]*\):[^#]*## \(.*\)/\1|\2/p' Makefile | \
	  while IFS='|' read -r verb what; do printf '  make %-13s %s\n' "$$verb" "$$what"; done

# -- set up ---------------------------------------------------------------------------------------

.PHONY: install qgis packages
install: qgis .venv/.installed .venv-qgis/.installed .venv-qt6/.installed packages ## set up everything; again: at once

qgis:
	@scripts/install-qgis.sh

.venv/.installed: pyproject.toml setup.py scripts/install-venv.sh | qgis
	@scripts/install-venv.sh

.venv-qgis/.installed: setup.py scripts/install-venv-qgis.sh | qgis
	@scripts/install-venv-qgis.sh

.venv-qt6/.installed: setup.py scripts/install-venv-qt6.sh | qgis
	@scripts/install-venv-qt6.sh

packages: .venv-qgis/.installed ## fill the plugin's private package folder
	@scripts/install-packages.sh

# -- test -----------------------------------------------------------------------------------------

.PHONY: test test-core test-core-qgis test-gui test-qt6 test-app test-models
test: test-core test-models test-gui test-qt6 test-app ## run all tests, the real QGIS included
	@echo "== all tiers passed"

test-core: install ## core: in plain Python, and in QGIS's Python
	@echo "== core, in plain Python"
	@$(PLAIN) $(PYTEST) tests/core tests/scripts $(ARGS)
	@$(MAKE) -o install test-core-qgis

test-core-qgis: install
	@scripts/core-in-qgis-python.sh $(QGIS) $(ARGS)

test-models: install ## learning to hash
	@echo "== models"
	@$(PLAIN) $(PYTEST) tests/models $(ARGS)

test-gui: install ## widgets, layers, tasks and algorithms, without a window
	@echo "== gui, offscreen"
	@rm -rf .qgis-settings # a run does not see what the last one set
	@$(OFFSCREEN) $(PYTEST) tests/gui $(ARGS)

test-qt6: .venv-qt6/.installed ## the widgets on Qt 6, without QGIS
	@echo "== widgets, on Qt 6"
	@.venv-qt6/bin/python $(PYTEST) tests/qt6 $(ARGS)

test-app: install zip ## inside the real QGIS: the checkout, the zip, the zip without packages
	@echo "== app: this checkout in QGIS"
	@$(QGIS) scripts/run_in_qgis.py tests/app/inside.py $(ARGS)
	@echo "== app: the zip in an empty profile"
	@$(QGIS) scripts/run_in_qgis.py --plugin $(ZIP) tests/app/inside.py $(ARGS)
	@echo "== app: the zip, started by QGIS, with no h5py, rasterio or onnxruntime"
	@$(QGIS) scripts/run_in_qgis.py --plugin $(ZIP) --enable --block h5py,rasterio,onnxruntime \
	  tests/app/inside.py -m "not packages" $(ARGS)

.PHONY: test-numpy
test-numpy: ## core on another numpy, NUMPY=1.23
	@scripts/test-numpy.sh $(NUMPY) $(ARGS)

.PHONY: test-debian
test-debian: install zip ## the plugin's tests on another Debian's QGIS, DEBIAN=trixie-backports
	@scripts/unpack-debian.sh $(DEBIAN) .debian/$(DEBIAN)
	@scripts/run-in-debian.sh .debian/$(DEBIAN) \
	  make -o install -o zip QGIS=python3 ARGS="$(ARGS)" test-core-qgis test-gui test-app

# -- check ----------------------------------------------------------------------------------------

.PHONY: lint format
lint: install zip ## style, types, Qt 6, metadata, and the plugin repository's scan of the zip
	@$(PLAIN) -m ruff check --quiet
	@$(PLAIN) -m ruff format --check --quiet
	@$(PLAIN) -m mypy --no-error-summary
	@$(OFFSCREEN) scripts/check_qt6.py __init__.py plugin
	@scripts/scan_zip.sh $(ZIP)
	@echo "nothing found"

format: .venv/.installed ## put the sources in order
	@$(PLAIN) -m ruff check --fix --quiet
	@$(PLAIN) -m ruff format --quiet

# -- make -----------------------------------------------------------------------------------------

.PHONY: demo
demo: install ## the main job on real imagery, in QGIS; ARCHIVE=folder takes your own
	@scripts/demo.sh $(if $(ARCHIVE),"$(ARCHIVE)")

.PHONY: screenshots
screenshots: demo ## the pictures of README and help, made afresh by the demo
	@$(OFFSCREEN) scripts/publish_screenshots.py demo resources/help/images

.PHONY: benchmark
benchmark: install ## how fast the search is, on both numpys
	@$(PLAIN) tests/benchmarks/search.py
	@$(QGIS) tests/benchmarks/search.py

.PHONY: benchmark-window
benchmark-window: install ## how long QGIS's window waits while the panel works; BESIDE=other-checkout
	@$(QGIS) tests/benchmarks/responsiveness.py $(BESIDE) $(ARGS)

.PHONY: benchmark-models
benchmark-models: install ## hashing methods, measured alike; ARGS=--quick for a look
	@$(PLAIN) -m lookalike.models.benchmark $(ARGS)

.PHONY: translations
translations: .venv/.installed ## resources/i18n: texts of the sources into .ts, .ts into .qm
	@$(PLAIN) scripts/translations.py

.PHONY: zip icon sample clean
zip: ## the plugin as dist/lookalike-VERSION.zip
	@python3 scripts/make_zip.py

icon: .venv-qgis/.installed ## resources/icon.png, from the SVG beside it
	@$(OFFSCREEN) scripts/render_icon.py

sample: .venv/.installed ## resources/sample/europe.h5, from EuroSAT's 21,600 RGB patches
	@$(PLAIN) -m lookalike.plugin.cli index $(EUROSAT) resources/sample/europe.h5 \
	  --name "Europe (sample)" --layer model --detached

clean: ## remove what was made, but not what was installed
	@rm -rf build dist demo .hypothesis .mypy_cache .pytest_cache .qgis-settings .ruff_cache
	@find . -path './.venv*' -prune -o -path ./.debian -prune -o -path ./.numpy -prune -o -name __pycache__ -exec rm -rf {} +
