# make demo   the main job on the real plan; creates .venv the first time
# make test   every check that CI runs
# make bench  ratios of one run: start-up, commands, growth
# make pictures  the README's pictures and the tests' golden pages (needs LibreOffice)
# make generate  the files that are made from the code: schema, template, message catalogues, README samples

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
export PIP_DISABLE_PIP_VERSION_CHECK := 1
WORKERS ?= 2

.PHONY: demo test lint types layers unit bench generate pictures clean

demo: $(VENV)/.app
	$(BIN)/kshc validate plan.yaml
	$(BIN)/kshc due --month 2024-06
	@mkdir -p build
	$(BIN)/kshc render docx --out build/quyet-dinh-2024.docx

test: lint types layers unit

lint: $(VENV)/.dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(VENV)/.dev
	$(BIN)/mypy

layers: $(VENV)/.dev
	$(BIN)/lint-imports

unit: $(VENV)/.dev
	$(BIN)/pytest -n $(WORKERS) --cov --cov-report=term

bench: $(VENV)/.dev
	$(BIN)/python -m tools.bench

generate: $(VENV)/.dev
	$(BIN)/python -m tools.generate

pictures: $(VENV)/.dev
	$(BIN)/python -m tools.pictures

clean:
	rm -rf $(VENV) build dist

$(VENV)/.app: pyproject.toml
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --editable .
	@touch $@

$(VENV)/.dev: pyproject.toml $(VENV)/.app
	$(BIN)/python -m pip install --quiet 'pip>=25.1'
	$(BIN)/python -m pip install --quiet --editable . --group dev  # together, so that no tool moves what kshc needs
	@touch $@
