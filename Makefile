# One command for each need; `make help` lists them.
PYTHON ?= python3
BIN := $(if $(wildcard .venv/bin/python),.venv/bin/,)

.PHONY: help venv lint types layers test golden docs wheel check bench
help: ## List the commands
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 10

venv: ## Make .venv with relplan and everything that checks it
	$(PYTHON) -m venv .venv
	.venv/bin/python -m pip install --quiet --disable-pip-version-check --upgrade "pip>=25.1"
	.venv/bin/python -m pip install --quiet --disable-pip-version-check -c constraints.txt --group dev -e .

lint: ## Style and mistakes: ruff
	$(BIN)ruff check .
	$(BIN)ruff format --check .

types: ## Types: mypy, strict
	$(BIN)mypy

layers: ## Layers point one way: import-linter
	$(BIN)lint-imports

test: ## All tests but the slow ones of packaging
	$(BIN)pytest -q -n 2 -m "not packaging"

golden: ## Make the golden packs anew; read the diff before you commit it
	$(BIN)pytest -q tests/reports --update-golden

docs: ## Make what is generated: schemas, docs/format.md, docs/export.md, docs/rules.md, README's blocks
	$(BIN)python tools/make_docs.py
	$(BIN)python tools/make_rules_doc.py
	$(BIN)python tools/make_messages_doc.py
	$(BIN)python tools/make_templates_doc.py
	$(BIN)python tools/make_man.py

wheel: ## Build, and try wheel, sdist and editable install in clean environments
	$(BIN)pytest -q -m packaging

check: lint types layers test wheel ## All of the above that check

bench: ## Speed beside other programs, as ratios
	$(BIN)python benchmarks/run.py
