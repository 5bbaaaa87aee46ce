#define _GNU_SOURCE 1
#include "shim.h"

#include <langinfo.h>
#include <locale.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <term.h>
#include <unistd.h>

const char *honbu_use_utf8(void) {
  static char found[64];
  setlocale(LC_CTYPE, "");
  const char *codeset = nl_langinfo(CODESET);
  if (strcmp(codeset, "UTF-8") == 0) return NULL;
  // LANG unset, C, or a locale that is not installed: no reason not to show Japanese.
  if (strcmp(codeset, "ANSI_X3.4-1968") == 0) {
    if (setlocale(LC_CTYPE, "C.UTF-8") || setlocale(LC_CTYPE, "en_US.UTF-8")) return NULL;
  }
  strncpy(found, codeset, sizeof found - 1);
  return found;
}

static attr_t attributes_of(const honbu_glyph *glyph) {
  attr_t attributes = A_NORMAL;
  if (glyph->attributes & HONBU_BOLD) attributes |= A_BOLD;
  if (glyph->attributes & HONBU_DIM) attributes |= A_DIM;
  if (glyph->attributes & HONBU_UNDERLINE) attributes |= A_UNDERLINE;
  if (glyph->attributes & HONBU_REVERSE) attributes |= A_REVERSE;
  return attributes;
}

// Cells of ncurses for a glyph, at most CCHARW_MAX, and what they take of a row; returns how many they are. setcchar with
// more than one spacing scalar fails, so a flag of two regional indicators goes into two cells.
static int cells_of(const honbu_glyph *glyph, cchar_t *cells, int *width) {
  attr_t attributes = attributes_of(glyph);
  int made = 0;
  for (int start = 0; start < CCHARW_MAX && glyph->scalars[start];) {
    wchar_t text[CCHARW_MAX + 1] = {(wchar_t)glyph->scalars[start]};
    int end = start + 1;
    while (end < CCHARW_MAX && glyph->scalars[end] && wcwidth((wchar_t)glyph->scalars[end]) == 0) {
      text[end - start] = (wchar_t)glyph->scalars[end];
      end++;
    }
    int taken = wcwidth(text[0]);
    if (taken < 1 || setcchar(&cells[made], text, attributes, (short)glyph->pair, NULL) != OK) {
      // A blank for what cannot be drawn: what stands behind it keeps its column.
      taken = 1;
      setcchar(&cells[made], L" ", attributes, (short)glyph->pair, NULL);
    }
    made++;
    *width += taken;
    start = end;
  }
  return made;
}

// In few calls: each costs as much as a dozen cells in one. A glyph to which ncurses gives another width than it is to
// take ends one, so that what stands behind it keeps its column.
void honbu_put(int row, int column, const honbu_glyph *glyphs, int count) {
  cchar_t cells[256];
  const int room = sizeof cells / sizeof cells[0];
  int made = 0, width = 0;
  for (int index = 0; index < count; index++) {
    int taken = 0;
    made += cells_of(&glyphs[index], cells + made, &taken);
    width += glyphs[index].width;
    if (index + 1 < count && made + CCHARW_MAX <= room && taken == glyphs[index].width) continue;
    mvwadd_wchnstr(stdscr, row, column, cells, made);
    column += width;
    made = width = 0;
  }
}

// As ncurses would, but at once: the delays that terminals of the seventies needed, `$<5>`, are left out.
static void write_capability(int output, const char *text) {
  char bytes[64];
  size_t count = 0;
  while (text && *text && count < sizeof bytes) {
    if (text[0] == '$' && text[1] == '<') {
      const char *end = strchr(text, '>');
      if (end) {
        text = end + 1;
        continue;
      }
    }
    bytes[count++] = *text++;
  }
  // Into what is held for the terminal, where ncurses put what comes before.
  if (count > 0 && write(output, bytes, count) < 0) return;
}

void honbu_place_cursor(int output, int row, int column) {
  write_capability(output, tiparm(cursor_address, row, column));
}

void honbu_set_wrapping(int output, bool wraps) {
  if (enter_am_mode && exit_am_mode) write_capability(output, wraps ? enter_am_mode : exit_am_mode);
}

static bool has_string(const char *name) {
  const char *text = tigetstr(name);
  return text && text != (char *)-1 && *text;
}

static bool is_capable(void) { return cursor_address != NULL && clear_screen != NULL; }

// HONBU_OPENED: there is an entry for the terminal, and it is the current one.
static honbu_open_result look_up(int output) {
  int status = 0;
  if (setupterm(NULL, output, &status) == OK) return HONBU_OPENED;
  return status == 1 ? HONBU_INCAPABLE_TERMINAL : HONBU_UNKNOWN_TERMINAL;
}

honbu_open_result honbu_describe(int output, honbu_description *description) {
  const honbu_open_result found = look_up(output);
  if (found != HONBU_OPENED) return found;
  description->colors = tigetnum("colors");
  description->alternate_screen = has_string("smcup");
  description->mouse = has_string("kmous");
  // BE is how ncurses names the sequence that turns it on, see user_caps(5).
  description->bracketed_paste = has_string("BE");
  const honbu_open_result result = is_capable() ? HONBU_OPENED : HONBU_INCAPABLE_TERMINAL;
  del_curterm(cur_term);
  return result;
}

honbu_open_result honbu_open(int input, int output, SCREEN **screen) {
  const honbu_open_result found = look_up(output);
  if (found != HONBU_OPENED) return found;
  if (!is_capable()) return HONBU_INCAPABLE_TERMINAL;

  // newterm takes SIGINT, SIGTERM, SIGTSTP and SIGWINCH; they belong to the program's loop.
  const int signals[] = {SIGINT, SIGTERM, SIGTSTP, SIGWINCH};
  struct sigaction before[4];
  for (int i = 0; i < 4; i++) sigaction(signals[i], NULL, &before[i]);
  FILE *in = input == STDIN_FILENO ? stdin : fdopen(input, "r");
  FILE *out = output == STDOUT_FILENO ? stdout : fdopen(output, "w");
  use_env(FALSE);
  use_tioctl(TRUE);
  *screen = in && out ? newterm(NULL, out, in) : NULL;
  for (int i = 0; i < 4; i++) sigaction(signals[i], &before[i], NULL);
  return *screen ? HONBU_OPENED : HONBU_OPEN_FAILED;
}
