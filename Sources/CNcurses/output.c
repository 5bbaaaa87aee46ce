#define _GNU_SOURCE 1
#include "shim.h"

#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <unistd.h>

// ncurses flushes its buffer at every movement of the cursor: a page of a list went out in eighty pieces, each a call
// of the kernel that wakes the terminal. libtinfo asks for `write` through the dynamic symbol table and finds ours
// before the C library's, so a frame is held here and goes out whole.
static volatile int held_descriptor = -1;
static _Thread_local bool is_holder;
static char *held_bytes;
static size_t held_count, held_room;

static ssize_t write_now(int descriptor, const void *bytes, size_t count) {
  return syscall(SYS_write, descriptor, bytes, count);
}

static bool hold(const void *bytes, size_t count) {
  if (held_count + count > held_room) {
    const size_t room = (held_count + count) * 2 + 16384;
    char *larger = realloc(held_bytes, room);
    if (!larger) return false;
    held_bytes = larger;
    held_room = room;
  }
  memcpy(held_bytes + held_count, bytes, count);
  held_count += count;
  return true;
}

ssize_t write(int descriptor, const void *bytes, size_t count) {
  if (descriptor != held_descriptor || descriptor < 0 || !is_holder) {
    return write_now(descriptor, bytes, count);
  }
  if (hold(bytes, count)) return (ssize_t)count;
  // Without memory, what is held goes first.
  honbu_release_output();
  return write_now(descriptor, bytes, count);
}

void honbu_hold_output(int descriptor) {
  is_holder = true;
  held_descriptor = descriptor;
}

void honbu_release_output(void) { honbu_release_output_within(-1); }

void honbu_release_output_within(int patience) {
  const int descriptor = held_descriptor;
  const size_t count = held_count;
  held_descriptor = -1;
  held_count = 0;
  if (descriptor >= 0 && count > 0) honbu_write(descriptor, held_bytes, count, patience);
}

void honbu_forget_output(void) {
  held_descriptor = -1;
  held_count = 0;
}
