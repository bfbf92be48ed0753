# make demo   the main job on the real plan; creates .venv the first time
# make test   every check that CI runs
# make quick  the checks of what one changed, in under a minute
# make covering  records which test runs which code, for make quick and make mutants
# make mutants  how many small changes to kshc a test notices; SEED, COUNT, ONLY choose the sample
# make fuzz   what nobody would write, drawn by SEED: COUNT phrases, cells, plans, logs, Word files, templates, edits, redlines
# make bench  ratios of one run: start-up, commands, growth; WRITE=1 renews README's table
# make pyz    build/kshc.pyz: kshc with all that it needs in one file, to be handed out
# make site   build/site: the documentation as pages for a browser; SITE_URL is where it will be published, if that is known
# make release  dist/: wheel, sdist, kshc.pyz, the context of the image, the list of parts (SBOM) and SHA256SUMS; the same sources give the same bytes
# make pictures  the README's pictures and the tests' golden pages (needs LibreOffice)
# make generate  the files that are made from the code: schema, template, message catalogues, samples in README and docs
# make lock   renews uv.lock, which names every package that kshc, its tests and its tools are tested with
# make test-lowest, test-newest, test-pythons   the tests with the oldest packages that kshc allows, with today's, and on every Python at hand
# make support  runs those three and writes the tables of what kshc runs on

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
WORKERS ?= 2
UV_VERSION := $(shell sed -n '/^name = "uv"$$/{n;s/^version = "\(.*\)"$$/\1/p;}' uv.lock)
UV := .uv/bin/uv
export PIP_DISABLE_PIP_VERSION_CHECK := 1
export UV_PROJECT_ENVIRONMENT := $(VENV)
export UV_PYTHON_DOWNLOADS := never
SYNC := $(UV) sync --quiet --frozen --compile-bytecode --python $(PYTHON)

.PHONY: demo test quick covering mutants fuzz lint types layers unit locked lock test-lowest test-newest test-pythons support bench generate pyz site release pictures clean

demo: $(VENV)/.app
	$(BIN)/kshc validate plan.yaml
	$(BIN)/kshc due --month 2024-06
	@mkdir -p build
	$(BIN)/kshc render docx --out build/quyet-dinh-2024.docx
	@$(BIN)/python -m tools.installed $(BIN)

test: locked lint types layers unit

locked: $(VENV)/.dev
	$(UV) lock --check --quiet --offline || { echo "uv.lock is not what pyproject.toml asks for: make lock" >&2; exit 1; }

lint: $(VENV)/.dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(VENV)/.dev
	$(BIN)/mypy

layers: $(VENV)/.dev
	$(BIN)/lint-imports

unit: $(VENV)/.dev
	$(BIN)/pytest -n $(WORKERS) --cov --cov-report=term

quick: $(VENV)/.dev
	$(BIN)/python -m tools.quick

covering: $(VENV)/.dev
	$(BIN)/python -m tools.covering

mutants: $(UV)
	UV_PROJECT_ENVIRONMENT=build/mutating $(SYNC) --group mutants
	build/mutating/bin/python -m tools.mutants

fuzz: $(VENV)/.dev
	$(BIN)/python -m tools.fuzz

bench: $(VENV)/.dev
	$(BIN)/python -m tools.bench $(if $(WRITE),--write)

generate: $(VENV)/.dev
	$(BIN)/python -m tools.generate

release: $(VENV)/.dev
	$(BIN)/python -m tools.release

pyz: $(VENV)/.dev
	$(BIN)/python -m tools.release --program build/kshc.pyz

site: $(VENV)/.dev
	$(BIN)/python -m tools.site

pictures: $(VENV)/.dev
	$(BIN)/python -m tools.pictures

lock: $(UV)
	$(UV) lock --upgrade

test-lowest test-newest test-pythons: test-%: $(VENV)/.dev
	$(BIN)/python -m tools.support $*

support: $(VENV)/.dev
	$(BIN)/python -m tools.support lowest newest pythons --write

clean:
	rm -rf $(VENV) .uv build dist

$(UV): uv.lock
	test -x .uv/bin/python || $(PYTHON) -m venv .uv
	.uv/bin/python -m pip install --quiet uv==$(UV_VERSION)
	@touch $@

$(VENV)/.app: pyproject.toml uv.lock $(UV)
	test -e $(VENV)/.dev || $(SYNC) --no-dev
	$(BIN)/python -m compileall -q src
	@touch $@

$(VENV)/.dev: pyproject.toml uv.lock $(UV)
	$(SYNC)
	$(BIN)/python -m compileall -q src
	@touch $(VENV)/.app $@
