# The two commands of the project, `make site` and `make test`, and the set-up that both share.

PYTHON ?= python3
VENV := .venv
PY := $(VENV)/bin/python
READY := $(VENV)/.ready
BROWSER := tests/browser
NODE_READY := $(BROWSER)/node_modules/.ready
CHROMIUM := /usr/bin/chromium
FONTS := /usr/share/fonts/truetype/dejavu/DejaVuSans.ttf

.DEFAULT_GOAL := help
.PHONY: help setup site test tools browser servers

# $(call debian,PACKAGES): install Debian packages as root, or say how and stop.
define debian
{ if [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then \
    echo "Installing from Debian: $(1)" && apt-get update -qq && \
    DEBIAN_FRONTEND=noninteractive apt-get install -qq -y --no-install-recommends $(1) >/dev/null; \
  else \
    echo "Missing on this machine: $(1). Install with: sudo apt-get install $(1)" >&2; exit 1; \
  fi; }
endef

help: ## Say what each command does
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-8s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

setup: $(READY) ## Set up .venv; a second time does nothing

site: setup ## Build content/ and serve it at http://localhost:8000
	@$(PY) -m tellal site

# As many processes as the machine has cores, each with whole files of tests; ARGS="-n 0" is one.
SIDE_BY_SIDE := --numprocesses=auto --maxprocesses=4 --dist=loadfile --no-loadscope-reorder

test: setup tools ## Run every test, in the browser too; ARGS="-k feeds" chooses
	@$(PY) -m pytest $(SIDE_BY_SIDE) $(ARGS)

tools: browser servers $(NODE_READY) ## Install what tests need: Chromium, Java, servers, npm packages

# A folder that a stopped set-up left half made is made anew; a whole one is only brought up to date.
$(READY): requirements.txt pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
	  || { echo 'Python 3.11 or newer is needed. Name it: make PYTHON=python3.11 $(MAKECMDGOALS)' >&2; exit 1; }
	@$(PYTHON) -c 'import ensurepip' 2>/dev/null || $(call debian,python3-venv)
	@echo 'Setting up $(VENV): about half a minute, this once.'
	@$(PY) -m pip --version >/dev/null 2>&1 || $(PYTHON) -m venv --clear $(VENV)
	@$(PY) -m pip install -qq --disable-pip-version-check --require-hashes -r requirements.txt
	@$(PY) -m pip install -qq --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

browser:
	@[ -x $(CHROMIUM) ] && [ -f $(FONTS) ] || $(call debian,chromium fonts-dejavu-core)
	@command -v java >/dev/null || $(call debian,default-jre-headless)

# Tests start these servers by themselves, on free ports of this machine.
servers:
	@missing=; for tool in git rsync rclone brotli ssh-keygen sshd nginx apache2 w3m; do \
	  PATH="$$PATH:/usr/sbin" command -v $$tool >/dev/null || missing=yes; done; \
	[ -z "$$missing" ] || $(call debian,git rsync rclone brotli openssh-client openssh-server nginx-light libnginx-mod-http-brotli-static apache2-bin media-types w3m)

$(NODE_READY): $(BROWSER)/package.json $(BROWSER)/package-lock.json
	@command -v npm >/dev/null || { echo 'Node 20 or newer, with npm, is needed to test in the browser.' >&2; exit 1; }
	@cd $(BROWSER) && npm ci --ignore-scripts --no-audit --no-fund --loglevel=error
	@touch $@
