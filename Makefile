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
# The reports of golden cases are validated and worked in a browser.
TEST_PACKAGES := $(BUILD_PACKAGES) unicode-data libxml2-utils chromium

.PHONY: help demo build test golden-review bench bench-check bench-groups train weights-image evaluate ablate metamorphic fuzz sanitize install uninstall format lint clean build-packages

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-13s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

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
	"$$($(SWIFT) build --show-bin-path)/verbatim" golden check golden

golden-review: build ## decide on what changed in the golden cases
	$(BINARY) golden review golden

.PHONY: bench-build bench-peers bench-record bench-linear bench-pairs

BENCH = "$$($(SWIFT) build $(RELEASE_FLAGS) --show-bin-path)/Bench"
TEXT ?=
ROUNDS ?= 9

bench: bench-build ## measure every step beside ICU and other tools: TEXT=FILE.jsonl, or invented articles
	python3 Benchmarks/bench.py --verbatim $(BINARY) --bench $(BENCH) --rounds $(ROUNDS) $(TEXT)

bench-peers: ## install the other tools that bench measures, outside the repository
	python3 Benchmarks/bench.py --install

bench-check: bench-build ## fail when a step executes 3 % more instructions than Benchmarks/instructions.json says
	@Scripts/install-system-packages valgrind binutils
	python3 Benchmarks/check.py --verbatim $(BINARY) --bench $(BENCH)

bench-record: bench-build ## write the instructions of every step into Benchmarks/instructions.json
	@Scripts/install-system-packages valgrind binutils
	python3 Benchmarks/check.py --verbatim $(BINARY) --bench $(BENCH) --record

LARGEST ?= 16

bench-linear: build ## fail when time or memory grows faster than the text, up to LARGEST megabytes
	python3 Benchmarks/linear.py --verbatim $(BINARY) --largest $(LARGEST)

bench-pairs: build ## compare the speed of diff with other tools: PAIRS=FILE.jsonl, or synthetic pairs
	python3 Benchmarks/pairs.py --verbatim $(BINARY) $(PAIRS)

bench-build: build
	$(SWIFT) build $(RELEASE_FLAGS) --product Bench

bench-groups: build ## compare the groups of compare with those of other tools, on synthetic renderings
	python3 Benchmarks/groups.py --verbatim $(BINARY)

WEIGHTS := Sources/CLanguageData/model/attribution.txt
DATA ?=

train: build-packages ## make the weights anew from annotated articles: DATA="FILE.jsonl ..."
	@test -n "$(DATA)" || { echo 'Name annotated articles: make train DATA="FILE.jsonl ..."' >&2; exit 2; }
	$(SWIFT) build $(RELEASE_FLAGS) --product verbatim-train
	"$$($(SWIFT) build $(RELEASE_FLAGS) --show-bin-path)/verbatim-train" $(DATA) --output $(WEIGHTS)

weights-image: build-packages ## after a change of word lists: make the images of the lexicon and the weights anew
	$(SWIFT) build $(RELEASE_FLAGS) --product verbatim-train
	"$$($(SWIFT) build $(RELEASE_FLAGS) --show-bin-path)/verbatim-train" --image $(WEIGHTS:.txt=.weights)

FIGURES := Documentation/Figures.tsv
FOLDS ?= 3

evaluate: ## score by cross-validation against the figures on file: DATA="FILE.jsonl ..." [FOLDS=n] [ALONE=corpus] [RECORD=1]
	@if [ -z "$(DATA)" ]; then \
	  echo 'Skipped: no annotated articles are named. make evaluate DATA="FILE.jsonl ..."'; \
	elif ! ls $(DATA) > /dev/null 2>&1; then \
	  echo 'Skipped: not all of these can be read: $(DATA)'; \
	elif [ -z "$(RECORD)" ] && ! [ -f $(FIGURES) ]; then \
	  echo 'No figures are on file yet; write them with RECORD=1.' >&2; exit 2; \
	else \
	  $(SWIFT) build $(RELEASE_FLAGS) --product verbatim-train && \
	  "$$($(SWIFT) build $(RELEASE_FLAGS) --show-bin-path)/verbatim-train" $(DATA) --folds $(FOLDS) \
	    $(if $(ALONE),--alone $(ALONE)) $(if $(RECORD),--record,--figures) $(FIGURES); \
	fi

ablate: build-packages ## measure what each group of facts is worth: DATA="FILE.jsonl ..." [GROUP=words]
	@test -n "$(DATA)" || { echo 'Name annotated articles: make ablate DATA="FILE.jsonl ..."' >&2; exit 2; }
	$(SWIFT) build $(RELEASE_FLAGS) --product verbatim-train
	"$$($(SWIFT) build $(RELEASE_FLAGS) --show-bin-path)/verbatim-train" $(DATA) --folds $(FOLDS) --ablate \
	  --group "$(GROUP)"

TIME ?= 60
TARGET ?=

fuzz: build-packages ## try to break every part of the program: TIME=seconds for each [TARGET="name ..."]
	Scripts/fuzz --time $(TIME) $(TARGET)

sanitize: ## run the tests under address sanitizer and thread sanitizer
	@Scripts/install-system-packages $(TEST_PACKAGES)
	Scripts/sanitize

metamorphic: ## rewrite and damage the marks of articles, and count what changes: DATA="FILE.jsonl ..."
	@test -n "$(DATA)" || { echo 'Name articles: make metamorphic DATA="FILE.jsonl ..."' >&2; exit 2; }
	$(SWIFT) build $(RELEASE_FLAGS) --product MetamorphicCheck
	"$$($(SWIFT) build $(RELEASE_FLAGS) --show-bin-path)/MetamorphicCheck" --strict $(DATA)

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
