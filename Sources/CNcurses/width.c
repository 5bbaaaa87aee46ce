#define _GNU_SOURCE 1
#include "shim.h"

#include <dlfcn.h>
#include <string.h>

static int (*chosen_width)(int32_t) = NULL;
// What the chosen function said, plus two; 0: not asked yet. A frame asks for each of its characters several times.
static signed char answers[0x10000];

void honbu_set_width_function(int (*cells)(int32_t scalar)) {
  chosen_width = cells;
  memset(answers, 0, sizeof answers);
}

int honbu_system_width(int32_t scalar) {
  static int (*system_width)(wchar_t) = NULL;
  if (!system_width) system_width = (int (*)(wchar_t))dlsym(RTLD_NEXT, "wcwidth");
  return system_width ? system_width((wchar_t)scalar) : -1;
}

// libncursesw asks for `wcwidth` through the dynamic symbol table, and finds ours before the C library's: so ncurses
// lays out by the same table as the grid, and by the width policy chosen at run time.
int wcwidth(wchar_t scalar) {
  if (scalar >= 0x20 && scalar < 0x7F) return 1;
  if (!chosen_width) return honbu_system_width((int32_t)scalar);
  if ((uint32_t)scalar >= sizeof answers) return chosen_width((int32_t)scalar);
  if (!answers[scalar]) answers[scalar] = (signed char)(chosen_width((int32_t)scalar) + 2);
  return answers[scalar] - 2;
}

int honbu_layout_width(int32_t scalar) {
  // Through the dynamic symbol table, as ncurses does.
  int (*found)(wchar_t) = (int (*)(wchar_t))dlsym(RTLD_DEFAULT, "wcwidth");
  return found ? found((wchar_t)scalar) : -1;
}
