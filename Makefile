# Everything there is to do here. `make help` lists it.
#
# Needed on the machine: make and Python 3.11 or newer with venv. `make PYTHON=python3.12 build`
# picks another Python than the first one found.

PYTHON ?=
UPGRADE ?=
bin := .venv/bin
pip := $(bin)/python -m pip --disable-pip-version-check --no-input install --quiet

.DEFAULT_GOAL := help
.PHONY: help build test check golden gallery preview bench docs lock clean

help: ## list these commands
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "make %-8s  %s\n", $$1, $$2 }' Makefile

build: .venv/.run ## build the materials of every programme in decks/ into output/
	$(bin)/paroll build

test: .venv/.dev ## all that CI runs: linters, types, layers, tests
	@sh tools/test-tools.sh
	@$(MAKE) --no-print-directory check
	$(bin)/python -m pytest -n 2

check: .venv/.dev ## linters, types and layers only
	$(bin)/ruff check
	$(bin)/ruff format --check
	$(bin)/mypy
	$(bin)/lint-imports

golden: .venv/.dev ## accept the sheets as they are now; writes output/golden.html with what changed
	$(bin)/python tools/golden.py

gallery: .venv/.dev ## pictures of all materials into docs/gallery/
	$(bin)/python tools/gallery.py

preview: .venv/.dev build ## pictures of all materials, decks as LibreOffice shows them too, into output/preview/
	$(bin)/python tools/gallery.py --out output/preview --width 480 --office

bench: .venv/.dev ## time and memory as ratios to a plain python-pptx script
	$(bin)/python tools/bench.py

docs: .venv/.dev ## write docs/reference.md from the model
	$(bin)/python tools/reference.py

lock: .venv/.made ## write the lock files from pyproject.toml; UPGRADE=1 takes the newest releases
	$(bin)/python tools/lock.py $(if $(UPGRADE),--upgrade)

clean: ## remove what was built and the caches; .venv stays
	rm -rf dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
	find output -mindepth 1 ! -name README.md -delete
	find src tests tools -name __pycache__ -prune -exec rm -rf {} +

.venv/.made:
	@PYTHON="$(PYTHON)" sh tools/venv.sh
	@touch $@

.venv/.run: .venv/.made requirements.lock pyproject.toml
	$(pip) --require-hashes -r requirements.lock
	$(pip) --no-deps --no-build-isolation -e .
	@touch $@

.venv/.dev: .venv/.run requirements-dev.lock
	$(pip) --require-hashes -r requirements-dev.lock
	@touch $@
