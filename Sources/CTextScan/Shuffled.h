#pragma once
/// Several needles looked for in one pass, however many they are, where the processor has instructions for it.
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/// So many needles at most.
#define SHUFFLED_MOST 96

typedef struct {
  const uint8_t *bytes;
  size_t length;
} Needle;

typedef struct Shuffled Shuffled;

bool shuffled_can_be(void);

/// `NULL` without memory. Freed with `free`.
///
/// The needles are of at least two bytes, which stay where they are; they are put into another order.
Shuffled *shuffled_new(Needle *needles, size_t count);

/// Whether a needle stands in a text. So many bytes behind its end may be read.
bool shuffled_stands_in(const Shuffled *set, const uint8_t *text, size_t size, size_t behind);
