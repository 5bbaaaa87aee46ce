#pragma once
/// Linux descriptors that Swift's Glibc module does not show, each non-blocking and closed on exec.
#include <signal.h>
#include <stdint.h>

/// A counter that is readable while it is above zero.
int linux_eventfd(void);
/// A counter of which each read takes one, waiting while it is zero.
int linux_semaphore(void);
/// Readable while one of the blocked signals is pending.
int linux_signalfd(const sigset_t *signals);
/// The number of the next pending signal; 0 when there is none.
int linux_next_signal(int descriptor);
/// A timer on the wall clock.
int linux_timerfd(void);
/// Sets the timer to a second since 1970; it also fires when the clock is set.
int linux_set_timer(int descriptor, int64_t second);

/// Lets all threads take memory from one place from now on: what one gave back serves the others, too. For the beginning of a
/// program whose threads seldom work at once.
void linux_share_memory(void);

/// What the kernel calls the file system of a path, as in linux/magic.h; -1 where it cannot be found out.
int64_t linux_file_system(const char *path);

/// The primary side of a new pseudo terminal; `name` (64 bytes) gets the path of the other side. -1 on failure.
int linux_open_terminal(char *name, unsigned short columns, unsigned short rows);
