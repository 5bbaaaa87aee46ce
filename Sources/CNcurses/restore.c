#define _GNU_SOURCE 1
#include "shim.h"

#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <term.h>
#include <termios.h>
#include <unistd.h>

static struct termios original_modes;
static bool has_original_modes = false;
static int input_descriptor = -1;
static int output_descriptor = -1;
typedef struct {
  char bytes[512];
  size_t count;
} sequences;
static sequences restoring, mending;
static volatile sig_atomic_t is_armed = 0;
static const char *crash_message = "";

void honbu_remember_terminal(int input, int output) {
  input_descriptor = input;
  output_descriptor = output;
  has_original_modes = tcgetattr(input, &original_modes) == 0;
}

// Padding such as `$<50>` is for terminals of paper and is left out.
static void append(sequences *all, const char *sequence) {
  if (!sequence || sequence == (char *)-1) return;
  for (const char *at = sequence; *at && all->count < sizeof all->bytes; at++) {
    if (at[0] == '$' && at[1] == '<') {
      const char *end = strchr(at, '>');
      if (!end) return;
      at = end;
      continue;
    }
    all->bytes[all->count++] = *at;
  }
}

static const char *const restoring_names[] = {"sgr0", "rmkx", "cnorm", "rmcup"};

void honbu_arm_restore(const char *modes_off) {
  is_armed = 0;
  restoring.count = mending.count = 0;
  append(&restoring, modes_off);
  for (size_t i = 0; i < sizeof restoring_names / sizeof *restoring_names; i++) {
    append(&restoring, tigetstr(restoring_names[i]));
  }
  // CAN ends a sequence; what may be shown for it is painted over.
  append(&mending, "\x18");
  append(&mending, tigetstr("sgr0"));
  is_armed = 1;
}

const char *honbu_mending(size_t *count) {
  *count = mending.count;
  return mending.bytes;
}

void honbu_disarm_restore(void) { is_armed = 0; }

void honbu_emergency_restore(void) {
  if (!is_armed) return;
  is_armed = 0;
  honbu_forget_output();
  honbu_write(output_descriptor, restoring.bytes, restoring.count, 100);
  if (has_original_modes) tcsetattr(input_descriptor, TCSANOW, &original_modes);
}

static void crashed(int signal_number) {
  honbu_emergency_restore();
  honbu_write(STDERR_FILENO, crash_message, strlen(crash_message), 100);
  // SA_RESETHAND has put the default action back.
  raise(signal_number);
}

void honbu_restore_on_crash(const char *message) {
  static char stack[16384];
  const int signals[] = {SIGILL, SIGTRAP, SIGSEGV, SIGBUS, SIGFPE, SIGABRT};
  const char *copy = strdup(message);
  if (copy) crash_message = copy;
  stack_t alternate = {.ss_sp = stack, .ss_size = sizeof stack};
  sigaltstack(&alternate, NULL);
  struct sigaction action = {0};
  action.sa_handler = crashed;
  action.sa_flags = SA_RESETHAND | SA_NODEFER | SA_ONSTACK;
  sigemptyset(&action.sa_mask);
  for (size_t i = 0; i < sizeof signals / sizeof *signals; i++) sigaction(signals[i], &action, NULL);
}

static uint8_t typed_ahead[1024];
static size_t typed_ahead_count = 0;

void honbu_keep_typed_ahead(const uint8_t *bytes, size_t count) {
  for (size_t i = 0; i < count && typed_ahead_count < sizeof typed_ahead; i++) {
    typed_ahead[typed_ahead_count++] = bytes[i];
  }
}

size_t honbu_take_typed_ahead(uint8_t *bytes, size_t room) {
  size_t count = typed_ahead_count < room ? typed_ahead_count : room;
  memcpy(bytes, typed_ahead, count);
  typed_ahead_count = 0;
  return count;
}
