# make              the program
# make site         install what is missing, build, write the example portal to public/
# make check        install what the tests need, and run them all
# make check-san    the tests in C under AddressSanitizer + UBSan, and under TSan
# make lint         format, rooms, banned calls, clang-tidy, cppcheck, man pages
# make install      PREFIX, DESTDIR as usual; make uninstall undoes it

VERSION  = 0.1.0
PREFIX  ?= /usr/local
BINDIR  ?= $(PREFIX)/bin
MANDIR  ?= $(PREFIX)/share/man
BUILD   ?= build

CC         ?= cc
PKG_CONFIG ?= pkg-config
INSTALL    ?= install

PKGS = libcmark-gfm yaml-0.1 libutf8proc

# CFLAGS, CPPFLAGS and LDFLAGS belong to the user; ours go beside them.
CFLAGS   ?= -O2 -g
WARN      = -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wstrict-prototypes \
            -Wmissing-prototypes -Wwrite-strings -Wcast-qual -Wundef -Wvla \
            -Wformat=2 -Wimplicit-fallthrough -Werror=implicit-function-declaration
SAN       =
OUR_CPP   = -D_GNU_SOURCE -DVERSION='"$(VERSION)"' -Isrc -I. -MMD -MP
OUR_C     = -std=c11 -fno-common -pthread $(WARN) $(SAN)
OUR_PKG   = $(shell $(PKG_CONFIG) --cflags $(PKGS))
LIBS      = $(shell $(PKG_CONFIG) --libs $(PKGS)) -lcmark-gfm-extensions -lm
COMPILE   = $(CC) $(OUR_CPP) $(CPPFLAGS) $(OUR_PKG) $(OUR_C) $(CFLAGS)
LINK      = $(CC) $(OUR_C) $(CFLAGS) $(LDFLAGS)

SRCS   := $(sort $(wildcard src/*.c src/*/*.c))
OBJS   := $(SRCS:%.c=$(BUILD)/%.o)
LIBOBJ := $(filter-out $(BUILD)/src/main.o,$(OBJS))
UNITS  := $(patsubst %.c,$(BUILD)/%,$(sort $(wildcard tests/unit/test_*.c)))
RUNNERS := $(patsubst %.c,$(BUILD)/%,$(sort $(wildcard tests/spec/run_*.c tests/run_*.c)))

all: $(BUILD)/cchc

$(BUILD)/cchc: $(OBJS)
	$(LINK) -o $@ $^ $(LIBS)

# All rooms but main.c, so that a test links what it needs and no more.
$(BUILD)/lib.a: $(LIBOBJ)
	rm -f $@ && $(AR) rcs $@ $^

$(BUILD)/%.o: %.c
	@mkdir -p $(@D)
	$(COMPILE) -c -o $@ $<

$(BUILD)/tests/unit/%: $(BUILD)/tests/unit/%.o $(BUILD)/lib.a
	$(LINK) -o $@ $^ $(LIBS) $(shell $(PKG_CONFIG) --libs cmocka)

$(BUILD)/tests/run_%: $(BUILD)/tests/run_%.o $(BUILD)/lib.a
	$(LINK) -o $@ $^ $(LIBS)

$(BUILD)/tests/spec/%: $(BUILD)/tests/spec/%.o $(BUILD)/lib.a
	$(LINK) -o $@ $^ $(LIBS)

clean:
	rm -rf build

.PHONY: all clean
.SECONDARY:
-include $(OBJS:.o=.d) $(UNITS:=.d) $(RUNNERS:=.d)
