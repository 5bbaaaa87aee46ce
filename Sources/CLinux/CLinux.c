#define _GNU_SOURCE
#include "CLinux.h"

#include <fcntl.h>
#include <malloc.h>
#include <stdlib.h>
#include <sys/eventfd.h>
#include <sys/ioctl.h>
#include <sys/signalfd.h>
#include <sys/timerfd.h>
#include <sys/vfs.h>
#include <unistd.h>

int linux_eventfd(void) { return eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC); }

int linux_semaphore(void) { return eventfd(0, EFD_SEMAPHORE | EFD_CLOEXEC); }

int linux_signalfd(const sigset_t *signals) { return signalfd(-1, signals, SFD_NONBLOCK | SFD_CLOEXEC); }

int linux_next_signal(int descriptor) {
  struct signalfd_siginfo info;
  return read(descriptor, &info, sizeof info) == sizeof info ? (int)info.ssi_signo : 0;
}

int linux_timerfd(void) { return timerfd_create(CLOCK_REALTIME, TFD_NONBLOCK | TFD_CLOEXEC); }

int linux_set_timer(int descriptor, int64_t second) {
  struct itimerspec value = {.it_value = {.tv_sec = second}};
  return timerfd_settime(descriptor, TFD_TIMER_ABSTIME | TFD_TIMER_CANCEL_ON_SET, &value, 0);
}

void linux_share_memory(void) { mallopt(M_ARENA_MAX, 1); }

int64_t linux_file_system(const char *path) {
  struct statfs found;
  // The kernel's numbers have 32 bits; the field is signed where a word has no more.
  return statfs(path, &found) == 0 ? (int64_t)(uint32_t)found.f_type : -1;
}

int linux_open_terminal(char *name, unsigned short columns, unsigned short rows) {
  int primary = posix_openpt(O_RDWR | O_NOCTTY | O_CLOEXEC);
  struct winsize size = {.ws_row = rows, .ws_col = columns};
  if (primary < 0 || grantpt(primary) || unlockpt(primary) || ptsname_r(primary, name, 64) ||
      ioctl(primary, TIOCSWINSZ, &size))
    return -1;
  return primary;
}
