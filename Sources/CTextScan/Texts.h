#pragma once
/// What all ways of looking at texts, which lie one after another, have in common.
#include <stddef.h>
#include <stdint.h>

/// The code of a character of three bytes, as kana and kanji are.
static inline uint32_t three_bytes(const uint8_t *text) {
  return (uint32_t)(text[0] & 0x0F) << 12 | (uint32_t)(text[1] & 0x3F) << 6 | (uint32_t)(text[2] & 0x3F);
}

/// The text in which a place lies, of those from one on that begins no later.
///
/// Places lie close together or far apart: steps that double, then halves.
static inline size_t text_at(const uint32_t *starts, size_t count, size_t row, size_t place) {
  size_t step = 1;
  while (row + step <= count && starts[row + step] <= place) {
    row += step;
    step *= 2;
  }
  while (step > 1) {
    step /= 2;
    if (row + step <= count && starts[row + step] <= place) row += step;
  }
  return row;
}

/// Asks the memory for the text some places further on: texts that are looked at by their places lie apart, and each would be
/// waited for.
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
