#pragma once
/// Texts that are looked at by their places lie apart: each would be waited for.
#include <stddef.h>
#include <stdint.h>

/// Asks the memory for the text some places further on.
static inline void ask_ahead(
    const uint8_t *bytes, const uint32_t *starts, const uint32_t *rows, size_t row_count, size_t place) {
  enum { AHEAD = 4, LINE = 64, MOST = 8 * LINE };
  if (place + AHEAD >= row_count) return;
  const uint32_t row = rows[place + AHEAD];
  const uint32_t size = starts[row + 1] - starts[row];
  for (uint32_t line = 0; line < (size < MOST ? size : MOST); line += LINE) {
    __builtin_prefetch(bytes + starts[row] + line);
  }
}
