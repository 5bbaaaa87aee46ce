#ifndef HONBU_NCURSES_SHIM_H
#define HONBU_NCURSES_SHIM_H

#ifndef _XOPEN_SOURCE_EXTENDED
#define _XOPEN_SOURCE_EXTENDED 1
#endif
#define NCURSES_WIDECHAR 1
#define NCURSES_NOMACROS 1
#include <curses.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <wchar.h>

// Swift sees neither global variables that C may change nor casts in macros, hence these.
static inline int honbu_colors(void) { return COLORS; }
static inline int honbu_color_pairs(void) { return COLOR_PAIRS; }
static inline WINDOW *honbu_screen_window(void) { return stdscr; }
static inline WINDOW *honbu_current_screen(void) { return curscr; }

enum { HONBU_BOLD = 1, HONBU_DIM = 2, HONBU_UNDERLINE = 4, HONBU_REVERSE = 8 };

typedef enum {
  HONBU_OPENED = 0,
  HONBU_UNKNOWN_TERMINAL,
  HONBU_INCAPABLE_TERMINAL,
  HONBU_OPEN_FAILED
} honbu_open_result;

/// Makes LC_CTYPE a UTF-8 one. Returns NULL, or the name of an encoding that is neither UTF-8 nor ASCII.
const char *honbu_use_utf8(void);

/// Cells of a scalar, as ncurses lays out from now on.
void honbu_set_width_function(int (*cells)(int32_t scalar));
/// Cells of a scalar as ncurses is told.
int honbu_layout_width(int32_t scalar);
/// What the C library says of a scalar.
int honbu_system_width(int32_t scalar);

/// Starts ncurses on two descriptors of a terminal; signal handlers stay as they were.
honbu_open_result honbu_open(int input, int output, SCREEN **screen);
typedef struct {
  int colors;
  bool alternate_screen, mouse, bracketed_paste;
} honbu_description;
/// Looks TERM up and starts nothing; HONBU_OPENED: the screen can be drawn on it.
honbu_open_result honbu_describe(int output, honbu_description *description);
/// A base with its marks, or the two halves of a flag: up to CCHARW_MAX scalars, 0 behind the last; `HONBU_BOLD` and so
/// on; a colour pair; the columns it takes.
typedef struct {
  uint32_t scalars[CCHARW_MAX];
  int32_t attributes, pair, width;
} honbu_glyph;
/// Draws glyphs side by side in stdscr.
void honbu_put(int row, int column, const honbu_glyph *glyphs, int count);

/// Tells the terminal where the cursor stands, after something that it may have taken for wider or narrower.
void honbu_place_cursor(int output, int row, int column);
/// Whether what does not fit into a row goes on in the next one; does nothing where a terminal cannot be told.
void honbu_set_wrapping(int output, bool wraps);

/// Writes all bytes; gives up when the terminal takes none for `patience` milliseconds (-1: waits, until something lies
/// in the descriptor of `honbu_interrupt_by`).
bool honbu_write(int descriptor, const char *bytes, size_t count, int patience);
/// Whether the last bytes for this descriptor were given up; the next ones begin with those of `honbu_mending`.
bool honbu_was_cut(int descriptor);
/// Ends a sequence that was cut off, and all colours and attributes; as of `honbu_arm_restore`.
const char *honbu_mending(size_t *count);
/// What ncurses writes to a descriptor, from this thread, is held until it is released, and then goes out at once.
void honbu_hold_output(int descriptor);
void honbu_release_output(void);
/// The same, but waits no longer than this for a terminal that takes nothing, in milliseconds.
void honbu_release_output_within(int patience);
/// What is written to this terminal from now on can be interrupted; -1 for none.
void honbu_use_unblocked(int output);
/// Readable when there is something that must not wait for a terminal that takes nothing.
void honbu_interrupt_by(int descriptor);
/// Drops what is held; async-signal-safe.
void honbu_forget_output(void);
bool honbu_terminal_size(int descriptor, int *columns, int *rows);

/// Remembers how the terminal was, before `honbu_open`.
void honbu_remember_terminal(int input, int output);
/// After `honbu_open`: makes `honbu_emergency_restore` act.
void honbu_arm_restore(const char *modes_off);
void honbu_disarm_restore(void);
/// Gives the terminal back; async-signal-safe, does nothing when not armed.
void honbu_emergency_restore(void);
/// On a trap or fault: gives the terminal back, writes the message to stderr, and dies of the same signal.
void honbu_restore_on_crash(const char *message);

/// Bytes typed before ncurses started, kept for the first read.
void honbu_keep_typed_ahead(const uint8_t *bytes, size_t count);
size_t honbu_take_typed_ahead(uint8_t *bytes, size_t room);

#endif
