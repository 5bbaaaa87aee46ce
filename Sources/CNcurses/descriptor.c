#define _GNU_SOURCE 1
#include "shim.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <sys/ioctl.h>
#include <unistd.h>

// The shell shares our descriptor and must not find it non-blocking, so the terminal is opened once more: else a write
// that the terminal does not take would keep the program from hearing of anything, signals included.
static int unblocked_descriptor = -1, unblocked_for = -1;
static int interrupting_descriptor = -1;

void honbu_use_unblocked(int output) {
  char path[32];
  if (unblocked_descriptor >= 0) close(unblocked_descriptor);
  unblocked_descriptor = -1;
  unblocked_for = output;
  if (output < 0) return;
  snprintf(path, sizeof path, "/proc/self/fd/%d", output);
  // Not after su(1), say, when the terminal is another user's: then it must do with the one there is.
  unblocked_descriptor = open(path, O_WRONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);
}

void honbu_interrupt_by(int descriptor) { interrupting_descriptor = descriptor; }

// A terminal whose bytes ended in the middle is still within a sequence, and has colours that ncurses knows nothing of.
static volatile sig_atomic_t cut_descriptor = -1;

bool honbu_was_cut(int descriptor) { return descriptor >= 0 && descriptor == cut_descriptor; }

bool honbu_write(int descriptor, const char *bytes, size_t count, int patience) {
  if (honbu_was_cut(descriptor)) {
    cut_descriptor = -1;
    size_t mending_count;
    const char *mending = honbu_mending(&mending_count);
    if (!honbu_write(descriptor, mending, mending_count, patience)) {
      cut_descriptor = descriptor;
      return false;
    }
  }
  const int target = descriptor == unblocked_for && unblocked_descriptor >= 0 ? unblocked_descriptor : descriptor;
  while (count > 0) {
    struct pollfd wait[2] = {
        {.fd = target, .events = POLLOUT},
        {.fd = patience < 0 ? interrupting_descriptor : -1, .events = POLLIN},
    };
    int ready = poll(wait, 2, patience);
    if (ready == 0 || (ready < 0 && errno != EINTR)) return false;
    if (ready < 0) continue;
    if (!wait[0].revents) {
      cut_descriptor = descriptor;
      return false;
    }
    ssize_t written = write(target, bytes, count);
    if (written < 0 && errno != EINTR && errno != EAGAIN) return false;
    if (written > 0) {
      bytes += written;
      count -= (size_t)written;
    }
  }
  return true;
}

bool honbu_terminal_size(int descriptor, int *columns, int *rows) {
  struct winsize size = {0};
  if (ioctl(descriptor, TIOCGWINSZ, &size) != 0 || size.ws_col == 0 || size.ws_row == 0) return false;
  *columns = size.ws_col;
  *rows = size.ws_row;
  return true;
}
