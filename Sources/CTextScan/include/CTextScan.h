#pragma once
/// Looking for a byte string in many texts that lie one after another.
#include <stdbool.h>
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

/// A text that is looked up by its place is waited for: it costs as much as so many in their order.
#define TEXT_JUMP_COST 3

/// Several byte strings to be looked for at once.
typedef struct TextNeedles TextNeedles;

/// Needle `i` lies from `starts[i]` up to `starts[i + 1]`; none is empty. They are copied. `NULL` without memory.
///
/// `is_plain` leaves out the instructions that not every processor has.
TextNeedles *text_needles(const uint8_t *bytes, const uint32_t *starts, size_t count, bool is_plain);

void text_needles_free(TextNeedles *needles);

/// Bytes that all of several needles begin with, where each goes on with a character of three bytes; else 0.
size_t text_needles_common(const TextNeedles *needles);

/// Writes the places of the texts that contain one of the needles, in order, and returns how many they are.
///
/// Looked at are the texts at `rows`, `row_count` of them, or the first `row_count` where that is `NULL`.
size_t text_scan_any(
    const uint8_t *bytes, const uint32_t *starts, size_t count, const TextNeedles *needles, const uint32_t *rows,
    size_t row_count, uint32_t *found);

/// Sets the bit of each character of three UTF-8 bytes, as kana and kanji are, that stands in a text; 65,536 bits. Of `pairs`
/// it sets that of each two characters of ASCII that stand next to each other, 128 times the first and the second; 16,384 bits.
void text_note_characters(const uint8_t *bytes, size_t size, uint64_t *seen, uint64_t *pairs);

/// What the marks of texts tell of: the characters that are common in some texts and pairs of them, and all others.
typedef struct TextTerms TextTerms;

/// Chosen by the texts, which lie as in ``text_scan``. `NULL` without memory.
TextTerms *text_terms(const uint8_t *bytes, const uint32_t *starts, size_t count);

void text_terms_free(TextTerms *terms);

/// How many numbers the marks of so many texts take.
size_t text_marks_size(const TextTerms *terms, size_t count);

/// Marks which texts hold which terms. `marks` is all zero and has room for ``text_marks_size``.
void text_marks(const TextTerms *terms, const uint8_t *bytes, const uint32_t *starts, size_t count, uint64_t *marks);

/// Sets the bits of the texts that may contain a needle of UTF-8, all that contain it among them: in `hits` where the marks
/// tell that all of them do, else in `candidates`.
///
/// These and `room`, which is overwritten, have a bit for each of the `count` texts, in whole numbers.
void text_marks_add(
    const TextTerms *terms, const uint64_t *marks, size_t count, const uint8_t *needle, size_t length, uint64_t *hits,
    uint64_t *candidates, uint64_t *room);

/// Leaves only bits that are set in `wanted`, of `candidates` those that are not in `hits`. `wanted` may be `NULL` for all.
void text_marks_part(uint64_t *hits, uint64_t *candidates, const uint64_t *wanted, size_t count);

/// Sets the bits of some places.
void text_marks_set(uint64_t *rows, const uint32_t *places, size_t place_count);

/// How many bits of `rows` are set, of `count`.
size_t text_marks_count(const uint64_t *rows, size_t count);

/// Writes the places of the bits that are set, in order.
void text_marks_rows(const uint64_t *rows, size_t count, uint32_t *places);

/// Writes those of some texts that contain the needle, in order, and returns how many they are.
size_t text_scan_rows(
    const uint8_t *bytes, const uint32_t *starts, const uint32_t *rows, size_t row_count, const uint8_t *needle,
    size_t length, uint32_t *found);

/// The sum of all bytes: what the memory gives at best, for a benchmark to compare with.
uint64_t text_sum(const uint8_t *bytes, size_t size);
