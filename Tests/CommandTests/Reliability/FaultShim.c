// Loaded before the C library: counts calls that reach a folder and lets one of them fail, where ptrace is refused.
//
//   HONBU_FAULT_PROGRAM  the program that it acts in; its children are left alone
//   HONBU_FAULT_FOLDER   calls on paths below it count
//   HONBU_FAULT_TRACE    gets a line a call, as strace -y writes them
//   HONBU_FAULT_CALL, _NUMBER, _ERROR, _LASTS   the call that fails, which of them, with which errno, all later ones too
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <unistd.h>

static bool armed;
static int trace = -1;
static char folder[PATH_MAX];
static char call[32];
static long number, seen;
static int fault;
static bool lasts;

#define REAL(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))

static const char *text(const char *name) {
  const char *value = getenv(name);
  return value ? value : "";
}

__attribute__((constructor)) static void arm(void) {
  char own[PATH_MAX] = {0}, wanted[PATH_MAX] = {0};
  if (readlink("/proc/self/exe", own, sizeof own - 1) < 0) return;
  if (!realpath(text("HONBU_FAULT_PROGRAM"), wanted) || strcmp(own, wanted) != 0) return;
  unsetenv("LD_PRELOAD");
  snprintf(folder, sizeof folder, "%s/", text("HONBU_FAULT_FOLDER"));
  snprintf(call, sizeof call, "%s", text("HONBU_FAULT_CALL"));
  number = atol(text("HONBU_FAULT_NUMBER"));
  fault = atoi(text("HONBU_FAULT_ERROR"));
  lasts = *text("HONBU_FAULT_LASTS");
  trace = REAL(open)(text("HONBU_FAULT_TRACE"), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
  armed = true;
}

// Of the first thread only: it alone touches the store. True where the call is to fail.
static bool fails(const char *name, int descriptor, const char *path) {
  if (!armed || gettid() != getpid()) return false;
  const int before = errno;
  char found[PATH_MAX] = {0}, line[PATH_MAX + 80];
  if (path) {
    // As it is given: the program names its files by whole paths, or from the folder that it was started in.
    if (path[0] == '/' || !getcwd(found, sizeof found)) snprintf(found, sizeof found, "%s", path);
    else snprintf(found + strlen(found), sizeof found - strlen(found), "/%s", path);
  } else {
    char link[40];
    snprintf(link, sizeof link, "/proc/self/fd/%d", descriptor);
    if (readlink(link, found, sizeof found - 1) < 0) found[0] = 0;
  }
  errno = before;
  // A folder is below itself.
  if (strncmp(found, folder, strlen(folder)) != 0 && strncmp(found, folder, strlen(folder) - 1) != 0) return false;
  const int length = path ? snprintf(line, sizeof line, "%s(\"%s\"\n", name, found)
                          : snprintf(line, sizeof line, "%s(%d<%s>\n", name, descriptor, found);
  if (trace >= 0) syscall(SYS_write, trace, line, length);
  errno = before;
  if (strcmp(name, call) != 0) return false;
  seen++;
  if (seen != number && !(lasts && number > 0 && seen > number)) return false;
  errno = fault;
  return true;
}

ssize_t pwrite(int fd, const void *bytes, size_t count, off_t place) {
  return fails("pwrite64", fd, NULL) ? -1 : REAL(pwrite)(fd, bytes, count, place);
}
ssize_t pwrite64(int fd, const void *bytes, size_t count, off64_t place) {
  return fails("pwrite64", fd, NULL) ? -1 : REAL(pwrite64)(fd, bytes, count, place);
}
ssize_t write(int fd, const void *bytes, size_t count) {
  return fails("write", fd, NULL) ? -1 : REAL(write)(fd, bytes, count);
}
int fsync(int fd) { return fails("fsync", fd, NULL) ? -1 : REAL(fsync)(fd); }
int fdatasync(int fd) { return fails("fdatasync", fd, NULL) ? -1 : REAL(fdatasync)(fd); }
int ftruncate(int fd, off_t size) { return fails("ftruncate", fd, NULL) ? -1 : REAL(ftruncate)(fd, size); }
int ftruncate64(int fd, off64_t size) { return fails("ftruncate", fd, NULL) ? -1 : REAL(ftruncate64)(fd, size); }
int rename(const char *from, const char *to) { return fails("rename", -1, from) ? -1 : REAL(rename)(from, to); }
int renameat(int at, const char *from, int to_at, const char *to) {
  return fails("renameat", -1, from) ? -1 : REAL(renameat)(at, from, to_at, to);
}
int link(const char *from, const char *to) { return fails("link", -1, from) ? -1 : REAL(link)(from, to); }
int unlink(const char *path) { return fails("unlink", -1, path) ? -1 : REAL(unlink)(path); }
int unlinkat(int at, const char *path, int flags) {
  return fails("unlinkat", -1, path) ? -1 : REAL(unlinkat)(at, path, flags);
}

static int mode_of(int flags, va_list rest) { return flags & (O_CREAT | O_TMPFILE) ? va_arg(rest, int) : 0; }

#define OPENING(name)                                                       \
  int name(const char *path, int flags, ...) {                              \
    va_list rest;                                                           \
    va_start(rest, flags);                                                  \
    const int mode = mode_of(flags, rest);                                  \
    va_end(rest);                                                           \
    return fails("openat", -1, path) ? -1 : REAL(name)(path, flags, mode);  \
  }
OPENING(open)
OPENING(open64)

#define OPENING_AT(name)                                                        \
  int name(int at, const char *path, int flags, ...) {                          \
    va_list rest;                                                               \
    va_start(rest, flags);                                                      \
    const int mode = mode_of(flags, rest);                                      \
    va_end(rest);                                                               \
    return fails("openat", -1, path) ? -1 : REAL(name)(at, path, flags, mode);  \
  }
OPENING_AT(openat)
OPENING_AT(openat64)

// The program has a `write` of its own, which comes here.
long syscall(long which, ...) {
  long words[6];
  va_list rest;
  va_start(rest, which);
  for (int i = 0; i < 6; i++) words[i] = va_arg(rest, long);
  va_end(rest);
  if (which == SYS_write && words[0] != trace && fails("write", (int)words[0], NULL)) return -1;
  return REAL(syscall)(which, words[0], words[1], words[2], words[3], words[4], words[5]);
}
