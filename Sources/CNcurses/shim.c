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

// setcchar with more than one spacing scalar fails, so a flag of two regional indicators goes into two cells.
void honbu_put(int row, int column, const uint32_t *scalars, int count, int attributes, int pair) {
  attr_t attrs = A_NORMAL;
  if (attributes & HONBU_BOLD) attrs |= A_BOLD;
  if (attributes & HONBU_DIM) attrs |= A_DIM;
  if (attributes & HONBU_UNDERLINE) attrs |= A_UNDERLINE;
  if (attributes & HONBU_REVERSE) attrs |= A_REVERSE;
  int start = 0;
  while (start < count) {
    wchar_t text[CCHARW_MAX + 1] = {0};
    int length = 0;
    int end = start;
    do {
      if (length < CCHARW_MAX) text[length++] = (wchar_t)scalars[end];
      end++;
    } while (end < count && wcwidth((wchar_t)scalars[end]) == 0);
    cchar_t cell;
    if (setcchar(&cell, text, attrs, (short)pair, NULL) == OK) mvwadd_wchnstr(stdscr, row, column, &cell, 1);
    column += wcwidth(text[0]);
    start = end;
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
