#include "CTextScan.h"
#include "Texts.h"

#include <stdlib.h>
#include <string.h>

#define MOST_CHARACTERS 288
#define MOST_COLUMNS 352
#define NO_COLUMN UINT16_MAX
/// What stands in fewer texts than one in so many is not common.
#define COMMON_SHARE 64
/// Rare characters share so many bits, each for so many texts.
#define RARE_BITS 512
#define RARE_TEXTS 4

struct TextTerms {
  /// The column of a common character; for a rare one its bit behind `RARE`.
  uint16_t characters[1 << 16];
  /// The column of two common characters that stand next to each other.
  uint16_t pairs[MOST_CHARACTERS][MOST_CHARACTERS];
  size_t character_count, column_count;
};

#define RARE 0x8000

#if __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
#define LITTLE(FIRST, SECOND, THIRD) ((uint32_t)(FIRST) | (uint32_t)(SECOND) << 8 | (uint32_t)(THIRD) << 16)
#else
#define LITTLE(FIRST, SECOND, THIRD) ((uint32_t)(FIRST) << 24 | (uint32_t)(SECOND) << 16 | (uint32_t)(THIRD) << 8)
#endif

static bool continues(const uint8_t *text, size_t size, size_t from, size_t count) {
  if (from + count > size) return false;
  for (size_t place = from; place < from + count; place++) {
    if ((text[place] & 0xC0) != 0x80) return false;
  }
  return true;
}

/// What no character of up to three bytes is: those of four, and bytes that begin none, so that no character is passed over.
static uint16_t other(uint32_t code) { return (uint16_t)(0xD800 | (code & 0x7FF)); }

/// The character at a place, in 16 bits; a byte that begins none, or a shorter one in more bytes than it takes, has a `length`
/// of 0.
__attribute__((always_inline)) static inline uint16_t character(
    const uint8_t *text, size_t size, size_t place, size_t *length) {
  uint32_t four = 0;
  if (place + 4 <= size) memcpy(&four, text + place, 4);
  const uint8_t lead = text[place];
  // Nearly all have three bytes.
  if ((four & LITTLE(0xF0, 0xC0, 0xC0)) == LITTLE(0xE0, 0x80, 0x80)
      || (lead >= 0xE0 && lead < 0xF0 && continues(text, size, place + 1, 2))) {
    const uint32_t code = three_bytes(text + place);
    *length = code < 0x800 ? 0 : 3;
    return code < 0x800 ? other(lead) : (uint16_t)code;
  }
  *length = 1;
  if (lead < 0x80) return lead;
  if (lead >= 0xC2 && lead < 0xE0 && continues(text, size, place + 1, 1)) {
    *length = 2;
    return (uint16_t)((lead & 0x1F) << 6 | (text[place + 1] & 0x3F));
  }
  if (lead >= 0xF0 && continues(text, size, place + 1, 3)) {
    *length = 4;
    return other((uint32_t)(text[place + 2] & 0x3F) << 6 | (text[place + 3] & 0x3F));
  }
  *length = 0;
  return other(lead);
}

/// How many texts hold each of some things, each text counted once.
typedef struct {
  uint32_t *counts, *lasts;
} Tally;

static void tally(Tally *tally, size_t thing, size_t text) {
  if (tally->lasts[thing] == text + 1) return;
  tally->lasts[thing] = (uint32_t)text + 1;
  tally->counts[thing]++;
}

typedef struct {
  uint32_t count, thing;
} Common;

static int more_first(const void *left, const void *right) {
  const Common *one = left, *other = right;
  if (one->count != other->count) return one->count < other->count ? 1 : -1;
  return one->thing < other->thing ? -1 : one->thing > other->thing;
}

/// Those in at least a share of the texts, most frequent first, and how many they are.
static size_t most_common(const Tally *tally, size_t things, size_t texts, Common *common) {
  size_t count = 0;
  for (size_t thing = 0; thing < things; thing++) {
    const uint32_t texts_with = tally->counts[thing];
    if (texts_with > 0 && (size_t)texts_with * COMMON_SHARE >= texts) {
      common[count++] = (Common){texts_with, (uint32_t)thing};
    }
  }
  qsort(common, count, sizeof *common, more_first);
  return count;
}

static void choose_characters(
    TextTerms *terms, Tally *seen, Common *common, const uint8_t *bytes, const uint32_t *starts, size_t count) {
  for (size_t text = 0; text < count; text++) {
    size_t length;
    for (size_t place = starts[text]; place < starts[text + 1]; place += length ? length : 1) {
      tally(seen, character(bytes, starts[text + 1], place, &length), text);
    }
  }
  const size_t found = most_common(seen, 1 << 16, count, common);
  terms->character_count = found < MOST_CHARACTERS ? found : MOST_CHARACTERS;
  for (size_t which = 0; which < terms->character_count; which++) {
    terms->characters[common[which].thing] = (uint16_t)which;
  }
}

static void choose_pairs(
    TextTerms *terms, Tally *seen, Common *common, const uint8_t *bytes, const uint32_t *starts, size_t count) {
  for (size_t text = 0; text < count; text++) {
    uint16_t before = NO_COLUMN;
    size_t length;
    for (size_t place = starts[text]; place < starts[text + 1]; place += length ? length : 1) {
      const uint16_t here = terms->characters[character(bytes, starts[text + 1], place, &length)];
      if (before < RARE && here < RARE) tally(seen, (size_t)before * MOST_CHARACTERS + here, text);
      before = here;
    }
  }
  const size_t found = most_common(seen, MOST_CHARACTERS * MOST_CHARACTERS, count, common);
  const size_t room = MOST_COLUMNS - terms->character_count;
  const size_t chosen = found < room ? found : room;
  for (size_t which = 0; which < chosen; which++) {
    const uint32_t pair = common[which].thing;
    terms->pairs[pair / MOST_CHARACTERS][pair % MOST_CHARACTERS] = (uint16_t)(terms->character_count + which);
  }
  terms->column_count = terms->character_count + chosen;
}

TextTerms *text_terms(const uint8_t *bytes, const uint32_t *starts, size_t count) {
  TextTerms *terms = malloc(sizeof *terms);
  Common *common = malloc(MOST_CHARACTERS * MOST_CHARACTERS * sizeof *common);
  uint32_t *tallies = calloc((2 << 16) + 2 * MOST_CHARACTERS * MOST_CHARACTERS, sizeof *tallies);
  const bool is_ready = terms && common && tallies;
  if (is_ready) {
    for (uint32_t code = 0; code < 1 << 16; code++) {
      terms->characters[code] = (uint16_t)(RARE | (code * UINT32_C(0x9E3779B1) >> 16) % RARE_BITS);
    }
    memset(terms->pairs, 0xFF, sizeof terms->pairs);
    uint32_t *behind = tallies + (2 << 16);
    Tally characters = {tallies, tallies + (1 << 16)};
    Tally pairs = {behind, behind + MOST_CHARACTERS * MOST_CHARACTERS};
    choose_characters(terms, &characters, common, bytes, starts, count);
    choose_pairs(terms, &pairs, common, bytes, starts, count);
  }
  free(common);
  free(tallies);
  if (is_ready) return terms;
  free(terms);
  return NULL;
}

void text_terms_free(TextTerms *terms) { free(terms); }

static size_t words(size_t bits) { return (bits + 63) / 64; }

static size_t rare_words(size_t count) { return words((count + RARE_TEXTS - 1) / RARE_TEXTS); }

size_t text_marks_size(const TextTerms *terms, size_t count) {
  return terms->column_count * words(count) + RARE_BITS * rare_words(count);
}

static void mark(uint64_t *column, size_t bit) { column[bit / 64] |= UINT64_C(1) << bit % 64; }

void text_marks(const TextTerms *terms, const uint8_t *bytes, const uint32_t *starts, size_t count, uint64_t *marks) {
  const size_t width = words(count), rare_width = rare_words(count);
  uint64_t *rares = marks + terms->column_count * width;
  for (size_t text = 0; text < count; text++) {
    uint16_t before = NO_COLUMN;
    size_t length;
    for (size_t place = starts[text]; place < starts[text + 1]; place += length ? length : 1) {
      const uint16_t here = terms->characters[character(bytes, starts[text + 1], place, &length)];
      if (here < RARE) {
        mark(marks + here * width, text);
        if (before < RARE) {
          const uint16_t pair = terms->pairs[before][here];
          if (pair != NO_COLUMN) mark(marks + pair * width, text);
        }
      } else {
        mark(rares + (here & ~RARE) * rare_width, text / RARE_TEXTS);
      }
      before = here;
    }
  }
}

static void keep(uint64_t *rows, const uint64_t *column, size_t width) {
  for (size_t word = 0; word < width; word++) rows[word] &= column[word];
}

/// Of a column for texts by the four, each bit stands for four of the rows.
static void keep_rare(uint64_t *rows, const uint64_t *column, size_t width) {
  for (size_t word = 0; word < width; word++) {
    uint64_t bits = column[word / 4] >> word % 4 * 16 & 0xFFFF;
    bits = (bits | bits << 24) & UINT64_C(0x000000FF000000FF);
    bits = (bits | bits << 12) & UINT64_C(0x000F000F000F000F);
    bits = (bits | bits << 6) & UINT64_C(0x0303030303030303);
    bits = (bits | bits << 3) & UINT64_C(0x1111111111111111);
    rows[word] &= bits * 0xF;
  }
}

void text_marks_add(
    const TextTerms *terms, const uint64_t *marks, size_t count, const uint8_t *needle, size_t length, uint64_t *hits,
    uint64_t *candidates, uint64_t *room) {
  const size_t width = words(count);
  memset(room, 0xFF, width * sizeof *room);
  if (count % 64) room[width - 1] = (UINT64_C(1) << count % 64) - 1;
  bool is_exact = true;
  uint16_t before = NO_COLUMN;
  size_t characters = 0, size;
  for (size_t place = 0; place < length; place += size, characters++) {
    const uint16_t here = terms->characters[character(needle, length, place, &size)];
    // A part of a character stands in characters that have no mark of it; those of four bytes share their marks.
    if (size == 0 || size == 4) is_exact = false;
    if (size == 0) {
      size = 1;
      before = NO_COLUMN;
      continue;
    }
    if (here < RARE) {
      keep(room, marks + here * width, width);
    } else {
      keep_rare(room, marks + terms->column_count * width + (here & ~RARE) * rare_words(count), width);
      is_exact = false;
    }
    const uint16_t pair = before < RARE && here < RARE ? terms->pairs[before][here] : NO_COLUMN;
    if (pair != NO_COLUMN) keep(room, marks + pair * width, width);
    if (characters > 1 || (characters == 1 && pair == NO_COLUMN)) is_exact = false;
    before = here;
  }
  uint64_t *rows = is_exact ? hits : candidates;
  for (size_t word = 0; word < width; word++) rows[word] |= room[word];
}

void text_marks_part(uint64_t *hits, uint64_t *candidates, const uint64_t *wanted, size_t count) {
  for (size_t word = 0; word < words(count); word++) {
    if (wanted) hits[word] &= wanted[word];
    candidates[word] &= ~hits[word] & (wanted ? wanted[word] : UINT64_MAX);
  }
}

void text_marks_set(uint64_t *rows, const uint32_t *places, size_t place_count) {
  for (size_t place = 0; place < place_count; place++) mark(rows, places[place]);
}

size_t text_marks_count(const uint64_t *rows, size_t count) {
  size_t sum = 0;
  for (size_t word = 0; word < words(count); word++) sum += (size_t)__builtin_popcountll(rows[word]);
  return sum;
}

void text_marks_rows(const uint64_t *rows, size_t count, uint32_t *places) {
  size_t next = 0;
  for (size_t word = 0; word < words(count); word++) {
    for (uint64_t bits = rows[word]; bits != 0; bits &= bits - 1) {
      places[next++] = (uint32_t)(word * 64 + (size_t)__builtin_ctzll(bits));
    }
  }
}

size_t text_scan_rows(
    const uint8_t *bytes, const uint32_t *starts, const uint32_t *rows, size_t row_count, const uint8_t *needle,
    size_t length, uint32_t *found) {
  size_t hits = 0;
  for (size_t place = 0; place < row_count; place++) {
    ask_ahead(bytes, starts, rows, row_count, place);
    const uint32_t row = rows[place];
    if (text_find(bytes + starts[row], starts[row + 1] - starts[row], needle, length, 0) != SIZE_MAX) {
      found[hits++] = row;
    }
  }
  return hits;
}
