#pragma once
/// Looking for a byte string in many texts that lie one after another.
#include <stddef.h>
#include <stdint.h>

/// Writes the places of the texts that contain the needle, in order, and returns how many they are.
///
/// Text `i` lies from `starts[i]` up to `starts[i + 1]`, so `starts` has `count + 1` entries. `found` has room for
/// `count`. A hit never crosses two texts. An empty needle stands in every text.
size_t text_scan(
    const uint8_t *bytes, const uint32_t *starts, size_t count, const uint8_t *needle, size_t length, uint32_t *found);

/// The offset of the needle's first hit in a text at or after `from`; `SIZE_MAX` when there is none.
size_t text_find(const uint8_t *text, size_t size, const uint8_t *needle, size_t length, size_t from);

/// The sum of all bytes: what the memory gives at best, for a benchmark to compare with.
uint64_t text_sum(const uint8_t *bytes, size_t size);
