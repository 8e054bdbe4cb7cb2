# Verbatim: build, test, install. `make help` lists the targets.

PREFIX ?= /usr/local
DESTDIR ?=
SWIFT ?= swift

# One binary that needs only ICU, libstdc++ and libc; on macOS Swift is part of the system.
ifeq ($(shell uname -s),Darwin)
RELEASE_FLAGS := -c release
else
RELEASE_FLAGS := -c release --static-swift-stdlib
endif

BUILD_PACKAGES := libicu-dev libsqlite3-dev pkg-config
# The tests compare with Unicode's own data files.
TEST_PACKAGES := $(BUILD_PACKAGES) unicode-data

.PHONY: help demo build test bench train install uninstall format lint clean build-packages

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-10s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

demo: build ## build; list who said what in the sample articles, and compare how they word it
	@echo
	$(BINARY) list golden/articles
	@echo
	$(BINARY) verify golden/verify/article.md --against golden/verify/hearing.srt
	@echo
	$(BINARY) compare golden/articles

BINARY = "$$($(SWIFT) build $(RELEASE_FLAGS) --show-bin-path)/verbatim"

build: build-packages ## build the command verbatim for use
	$(SWIFT) build $(RELEASE_FLAGS) --product verbatim

test: ## build everything and run all tests
	@Scripts/install-system-packages $(TEST_PACKAGES)
	$(SWIFT) build --build-tests
	$(SWIFT) test --skip-build

bench: build ## compare the speed of diff with other tools: PAIRS=FILE.jsonl, or synthetic pairs
	python3 Benchmarks/pairs.py --verbatim $(BINARY) $(PAIRS)

WEIGHTS := Sources/CLanguageData/model/attribution.txt
DATA ?=

train: build-packages ## make the weights anew from annotated articles: DATA="FILE.jsonl ..."
	@test -n "$(DATA)" || { echo 'Name annotated articles: make train DATA="FILE.jsonl ..."' >&2; exit 2; }
	$(SWIFT) build $(RELEASE_FLAGS) --product verbatim-train
	"$$($(SWIFT) build $(RELEASE_FLAGS) --show-bin-path)/verbatim-train" $(DATA) --output $(WEIGHTS)

install: build ## install below PREFIX (/usr/local) and DESTDIR
	install -d "$(DESTDIR)$(PREFIX)/bin"
	install -s -m 755 $(BINARY) "$(DESTDIR)$(PREFIX)/bin/verbatim"

uninstall: ## remove what install installed
	rm -f "$(DESTDIR)$(PREFIX)/bin/verbatim"

format: ## put all sources into the house's format
	$(SWIFT) format format --in-place --parallel --recursive Package.swift Sources Tests

lint: ## check the format of all sources
	$(SWIFT) format lint --strict --parallel --recursive Package.swift Sources Tests

clean: ## remove what was built
	$(SWIFT) package clean

build-packages:
	@Scripts/install-system-packages $(BUILD_PACKAGES)
