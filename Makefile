# make              the program, build/cchc
# make site         install what is missing, build, write the example portal to public/
# make check        install what the tests need, and run them all
# make check-san    the tests in C under AddressSanitizer + UBSan, and under TSan
# make valgrind     the unit tests and some whole sites under valgrind
# make lint         format, rooms, banned calls, clang, clang-tidy, cppcheck, man pages
# make bench        how fast, and with how much memory
# make bench-search how well visitors find, beside three others
# make lighthouse   Lighthouse on a page of each type of the portal
# make bless        what a change does to the expected results in tests/cases, asked one by one
# make install      PREFIX, DESTDIR as usual; make uninstall undoes it

VERSION  = 0.1.0
PREFIX  ?= /usr/local
BINDIR  ?= $(PREFIX)/bin
DATADIR ?= $(PREFIX)/share/cchc
MANDIR  ?= $(PREFIX)/share/man
BUILD   ?= build

CC         ?= cc
PKG_CONFIG ?= pkg-config
INSTALL    ?= install

# CFLAGS, CPPFLAGS and LDFLAGS belong to the user; ours go beside them.
CFLAGS   ?= -O2 -g
WARN      = -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wstrict-prototypes \
            -Wmissing-prototypes -Wwrite-strings -Wcast-qual -Wundef -Wvla \
            -Wformat=2 -Wimplicit-fallthrough -Werror=implicit-function-declaration
SAN       =
OUR_CPP   = -D_GNU_SOURCE -DVERSION='"$(VERSION)"' -DDATADIR='"$(DATADIR)"' -Isrc -I. -MMD -MP
OUR_C     = -std=c11 -fno-common -pthread $(WARN) $(SAN)
COMPILE   = $(CC) $(OUR_CPP) $(CPPFLAGS) $(OUR_PKG) $(PICTURE_CPP) $(OUR_C) $(CFLAGS)
LINK      = $(CC) $(OUR_C) $(CFLAGS) $(LDFLAGS)

# Silent where pkg-config or a library is not there yet: setup.sh speaks of that.
PKGS     = libcmark-gfm yaml-0.1 jansson libutf8proc libqrencode libcurl expat zlib nettle
OUR_PKG := $(shell $(PKG_CONFIG) --cflags $(PKGS) 2>/dev/null)
PLAIN_LIBS := $(shell $(PKG_CONFIG) --libs $(PKGS) 2>/dev/null) -lcmark-gfm-extensions -lm
# Smaller pictures and pictures for sharing: optional. PICTURES=no leaves them out.
PICTURES ?= $(shell $(PKG_CONFIG) --exists libjpeg libpng libwebp pangocairo && echo yes || echo no)
MORE = $(if $(filter command environment,$(origin PICTURES)),,pictures)
ifeq ($(PICTURES),yes)
PICTURE_CPP  = -DWITH_PICTURES $(shell $(PKG_CONFIG) --cflags libjpeg libpng libwebp pangocairo)
PICTURE_LIBS = $(shell $(PKG_CONFIG) --libs libjpeg libpng libwebp pangocairo)
endif
LIBS     = $(PLAIN_LIBS) $(PICTURE_LIBS)
CMOCKA  := $(shell $(PKG_CONFIG) --libs cmocka 2>/dev/null)

SRCS    := $(sort $(wildcard src/*.c src/*/*.c))
OBJS    := $(SRCS:%.c=$(BUILD)/%.o)
LIBOBJ  := $(filter-out $(BUILD)/src/main.o,$(OBJS))
UNITS   := $(patsubst %.c,$(BUILD)/%,$(sort $(wildcard tests/unit/test_*.c)))
RUNNERS := $(patsubst %.c,$(BUILD)/%,$(sort $(wildcard tests/spec/run_*.c tests/run_*.c)))
SCRIPTS  = tests/lint/test_lint.sh tests/codes.sh tests/library.sh tests/oracle/run.sh tests/oracle/qr.sh \
           tests/oracle/return.sh tests/portal.sh tests/browser.sh tests/search.sh tests/print.sh tests/report.sh tests/open_data.sh tests/noi_bo.sh \
           tests/fetch.sh tests/plan_lint.sh tests/print_plans.sh \
           tests/streams.sh \
           tests/odd.sh tests/two.sh tests/full.sh tests/kill.sh tests/external.sh tests/headers.sh \
           tests/counting.sh tests/sites.sh tests/offline.sh tests/json_ld.sh tests/pictures.sh $(PUBLISH)
# Into a folder, and to real servers.
PUBLISH  = tests/publish/folder.sh tests/publish/killed.sh tests/publish/life.sh \
           tests/publish/cut.sh tests/publish/refused.sh tests/publish/listings.sh \
           tests/publish/verify.sh tests/publish/headers.sh tests/publish/withdrawn.sh \
           tests/publish/secrets.sh tests/publish/space.sh tests/publish/ways.sh
MADEMAN := $(BUILD)/man/cchc-content.5 $(BUILD)/man/site.yaml.5
MANS    := $(wildcard src/man/*.[1-8]) $(MADEMAN)
SHARED  := $(shell find layouts assets content/quy-tac content/lich-nghi -type f 2>/dev/null)
CODE    := $(sort $(wildcard src/*.[ch] src/*/*.[ch] tests/*.[ch] tests/*/*.[ch]))

# make V=1 shows whole command lines.
Q = $(if $(V),,@)

# All cores, unless somebody has said how many.
AGAIN = $(MAKE) --no-print-directory $(if $(filter -j%,$(MAKEFLAGS)),,-j$(shell nproc))

all: $(BUILD)/cchc

$(BUILD)/cchc: $(OBJS)
	@echo "link $@"
	$(Q)$(LINK) -o $@ $^ $(LIBS)

# The reference of content files and of site.yaml comes from the tables that check them.
$(BUILD)/man/cchc-content.5: $(BUILD)/cchc
	@mkdir -p $(@D)
	$(Q)$< schema --man --lang en > $@

$(BUILD)/man/site.yaml.5: $(BUILD)/cchc
	@mkdir -p $(@D)
	$(Q)$< schema --man --lang en site.yaml > $@

# All rooms but main.c, so that a test links what it needs and no more.
$(BUILD)/lib.a: $(LIBOBJ)
	@rm -f $@
	$(Q)$(AR) rcs $@ $^

$(BUILD)/%.o: %.c $(BUILD)/flags
	@mkdir -p $(@D)
	@echo "cc $<"
	$(Q)$(COMPILE) -c -o $@ $<

# How the objects were compiled: with other flags they are made anew.
$(BUILD)/flags: force
	@mkdir -p $(@D)
	@sh tests/setup.sh --look build
	@printf '%s ' $(COMPILE) | cmp -s - $@ || printf '%s ' $(COMPILE) > $@

# Calls that a test answers itself, to be a disk that is full.
$(BUILD)/tests/unit/test_file: WRAP = -Wl,--wrap=write,--wrap=rename,--wrap=close

# The program on a machine that fails when it is told to.
FAULTS = open write close rename mkdir rmdir unlink remove link symlink
$(BUILD)/tests/cchc-fault: $(BUILD)/tests/fault.o $(BUILD)/src/main.o $(BUILD)/lib.a
	$(Q)$(LINK) $(FAULTS:%=-Wl,--wrap=%) -o $@ $^ $(LIBS)

# The program as it is built where there are no libraries for pictures.
WITHOUT = $(wildcard src/draw/picture*.c src/draw/share.c)
PLAIN   = $(WITHOUT:%.c=$(BUILD)/plain/%.o) $(filter-out $(WITHOUT:%.c=$(BUILD)/%.o),$(OBJS))
$(BUILD)/plain/%.o: %.c $(BUILD)/flags
	@mkdir -p $(@D)
	$(Q)$(CC) $(OUR_CPP) $(CPPFLAGS) $(OUR_PKG) $(OUR_C) $(CFLAGS) -c -o $@ $<
$(BUILD)/tests/cchc-plain: $(PLAIN)
	@mkdir -p $(@D)
	$(Q)$(LINK) -o $@ $^ $(PLAIN_LIBS)

$(BUILD)/tests/unit/%: $(BUILD)/tests/unit/%.o $(BUILD)/lib.a
	$(Q)$(LINK) $(WRAP) -o $@ $^ $(LIBS) $(CMOCKA)

$(BUILD)/tests/run_%: $(BUILD)/tests/run_%.o $(BUILD)/lib.a
	$(Q)$(LINK) -o $@ $^ $(LIBS)

$(BUILD)/tests/spec/%: $(BUILD)/tests/spec/%.o $(BUILD)/lib.a
	$(Q)$(LINK) -o $@ $^ $(LIBS)

$(BUILD)/tests/publish/%: $(BUILD)/tests/publish/%.o
	$(Q)$(LINK) -o $@ $^

$(BUILD)/tests/oracle/%: $(BUILD)/tests/oracle/%.o $(BUILD)/lib.a
	$(Q)$(LINK) -o $@ $^ $(LIBS)

site:
	@sh tests/setup.sh build $(MORE)
	@$(AGAIN) all
	$(BUILD)/cchc build

check:
	@sh tests/setup.sh build $(MORE) test publish
	@$(AGAIN) programs tests/node_modules/.package-lock.json
	@BUILD=$(BUILD) sh tests/sum.sh $(UNITS) $(RUNNERS) $(SCRIPTS:%='sh %')

programs: all $(UNITS) $(RUNNERS) $(BUILD)/tests/cchc-plain $(BUILD)/tests/cchc-fault $(BUILD)/tests/publish/proxy
	@:

# What npm has for the tests; nothing of it is needed for the program.
tests/node_modules/.package-lock.json: tests/package-lock.json
	cd tests && npm ci --no-audit --no-fund --ignore-scripts
	@touch $@

check-san:
	@sh tests/setup.sh build test
	@$(AGAIN) check-c BUILD=build/asan SAN='-fsanitize=address,undefined -fno-sanitize-recover=all'
	@$(AGAIN) check-c BUILD=build/tsan SAN='-fsanitize=thread'
check-c: programs tests/node_modules/.package-lock.json
	@BUILD=$(BUILD) sh tests/sum.sh $(UNITS) $(RUNNERS) 'sh tests/two.sh'

VALGRIND = valgrind --quiet --error-exitcode=99 --leak-check=full
valgrind:
	@sh tests/setup.sh build test valgrind
	@$(AGAIN) programs
	@BUILD=$(BUILD) sh tests/sum.sh $(UNITS:%='$(VALGRIND) %') \
		"$(BUILD)/tests/run_cases --under '$(VALGRIND)' --every 8"

lint:
	@sh tests/setup.sh build test lint
	@echo "clang-format"; clang-format --dry-run -Werror $(CODE)
	sh tests/lint/rooms.sh
	sh tests/lint/banned.sh
	@$(AGAIN) tidy $(MADEMAN)
	cppcheck --quiet --std=c11 --enable=warning,style,performance,portability -j 2 \
		--inline-suppr --error-exitcode=1 --suppress=missingIncludeSystem \
		--suppress=variableScope -Isrc src
	$(if $(MANS),mandoc -T lint -W warning $(MANS))

tidy: $(patsubst %.c,$(BUILD)/%.tidy,$(filter %.c,$(CODE)))
	@:

# After the object, so that a changed header counts. Clang's own warnings come first.
$(BUILD)/%.tidy: $(BUILD)/%.o
	@echo "tidy $*.c"
	$(Q)clang $(filter-out -M%,$(OUR_CPP)) $(OUR_PKG) $(PICTURE_CPP) $(OUR_C) -Werror -fsyntax-only $*.c
	$(Q)clang-tidy -quiet $*.c -- $(filter-out -M%,$(OUR_CPP)) $(OUR_PKG) $(PICTURE_CPP) -std=c11 2>$@ || { cat $@; rm $@; exit 1; }

bench: all
	sh tests/bench/run.sh

# Beside Pagefind, MiniSearch and lunr: tests/bench/search/README.md.
bench-search: all tests/node_modules/.package-lock.json
	cd tests/bench/search && npm ci --no-audit --no-fund --ignore-scripts
	node tests/bench/search/run.mjs $(BUILD)/cchc . 2000 10000

lighthouse: all
	@sh tests/setup.sh build $(MORE) test publish
	cd tests/lighthouse && npm ci --no-audit --no-fund --ignore-scripts
	@BUILD=$(BUILD) sh tests/lighthouse.sh

bless: all $(BUILD)/tests/run_cases
	BUILD=$(BUILD) $(BUILD)/tests/run_cases --bless

install: all $(MANS)
	$(INSTALL) -d $(DESTDIR)$(BINDIR)
	$(INSTALL) -m 755 $(BUILD)/cchc $(DESTDIR)$(BINDIR)/cchc
	for f in $(SHARED); do $(INSTALL) -D -m 644 $$f $(DESTDIR)$(DATADIR)/$$f; done
	for m in $(MANS); do $(INSTALL) -D -m 644 $$m $(DESTDIR)$(MANDIR)/man$${m##*.}/$${m##*/}; done

uninstall:
	rm -f $(DESTDIR)$(BINDIR)/cchc $(SHARED:%=$(DESTDIR)$(DATADIR)/%)
	for m in $(MANS); do rm -f $(DESTDIR)$(MANDIR)/man$${m##*.}/$${m##*/}; done
	[ ! -d $(DESTDIR)$(DATADIR) ] || find $(DESTDIR)$(DATADIR) -depth -type d -exec rmdir {} \;

clean:
	rm -rf build

.PHONY: all programs site check check-san check-c valgrind lint tidy bench bench-search lighthouse bless install uninstall clean force
.SECONDARY:
-include $(OBJS:.o=.d) $(UNITS:=.d) $(RUNNERS:=.d)
