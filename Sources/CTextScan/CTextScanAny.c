#include "CTextScan.h"
#include "Shuffled.h"
#include "Texts.h"

#include <stdlib.h>
#include <string.h>

#if defined(__x86_64__)
#include <immintrin.h>
#endif

/// Up to so many needles are looked for by their last two bytes at once where they cannot be shuffled; more by the first
/// characters of all.
#define MOST_TOGETHER 12
#define MOST_CHARACTERS 40
#define GROUP 4

/// Needles of at least two bytes whose last two are looked for in one pass.
typedef struct {
  Needle needles[GROUP];
  uint8_t lasts[GROUP], befores[GROUP];
  size_t count;
} Group;

static bool stands_at(const uint8_t *text, size_t size, Needle needle) {
  return needle.length <= size && memcmp(text, needle.bytes, needle.length) == 0;
}

static bool stands_ending(const Group *group, const uint8_t *text, size_t end) {
  for (size_t which = 0; which < group->count; which++) {
    const Needle needle = group->needles[which];
    if (needle.length <= end && memcmp(text + end - needle.length, needle.bytes, needle.length) == 0) return true;
  }
  return false;
}

/// Whether a needle of the group stands in a text. So many bytes behind its end may be read.
#define STANDS_IN(NAME, WIDTH, TARGET)                                                                            \
  TARGET static bool NAME(const Group *group, const uint8_t *text, size_t size, size_t behind) {                  \
    typedef uint8_t Block __attribute__((vector_size(WIDTH), aligned(1)));                                        \
    typedef uint64_t Words __attribute__((vector_size(WIDTH)));                                                   \
    Block lasts[GROUP], befores[GROUP];                                                                           \
    for (size_t which = 0; which < GROUP; which++) {                                                              \
      lasts[which] = (Block){0} + group->lasts[which];                                                            \
      befores[which] = (Block){0} + group->befores[which];                                                        \
    }                                                                                                             \
    size_t place = 1;                                                                                             \
    for (; place < size && place + WIDTH <= size + behind; place += WIDTH) {                                      \
      const Block here = *(const Block *)(text + place), before = *(const Block *)(text + place - 1);             \
      Words equal = {0};                                                                                          \
      for (size_t which = 0; which < GROUP; which++) {                                                            \
        equal |= (Words)((here == lasts[which]) & (before == befores[which]));                                    \
      }                                                                                                           \
      uint64_t any = 0;                                                                                           \
      for (int word = 0; word < WIDTH / 8; word++) any |= equal[word];                                            \
      if (!any) continue;                                                                                         \
      for (int word = 0; word < WIDTH / 8; word++) {                                                              \
        for (uint64_t bits = equal[word]; bits != 0;) {                                                           \
          const int byte = __builtin_ctzll(bits) / 8;                                                             \
          const size_t end = place + (size_t)(word * 8 + byte) + 1;                                               \
          if (end <= size && stands_ending(group, text, end)) return true;                                        \
          bits &= ~(UINT64_C(0xFF) << (byte * 8));                                                                \
        }                                                                                                         \
      }                                                                                                           \
    }                                                                                                             \
    for (; place < size; place++) {                                                                               \
      if (stands_ending(group, text, place + 1)) return true;                                                     \
    }                                                                                                             \
    return false;                                                                                                 \
  }

STANDS_IN(stands_in_narrow, 16, )

typedef bool (*Looker)(const Group *, const uint8_t *, size_t, size_t);

#if defined(__x86_64__)
STANDS_IN(stands_in_wide, 32, __attribute__((target("avx2"))))

static Looker looker(void) { return __builtin_cpu_supports("avx2") ? stands_in_wide : stands_in_narrow; }
#else
static Looker looker(void) { return stands_in_narrow; }
#endif

/// Needles that begin with a character of three bytes by that character; or go on with one behind what all begin with.
typedef struct {
  uint64_t begins[1 << 10];
  /// The first needle of each character, by its lowest bits, and the next of the same bits; `UINT32_MAX` for none.
  uint32_t first[1 << 10];
  uint32_t *next;
} ByFirst;

static bool begins_with_three(const uint8_t *text, size_t size) { return size >= 3 && (text[0] & 0xF0) == 0xE0; }

/// Whether a needle stands at a place, of whose character at `at` behind it the needles are told apart.
static bool stands_here(
    const ByFirst *by, const Needle *needles, const uint8_t *text, size_t size, size_t place, size_t at) {
  const uint32_t code = three_bytes(text + place + at);
  if (!(by->begins[code >> 6] >> (code & 63) & 1)) return false;
  for (uint32_t which = by->first[code & 1023]; which != UINT32_MAX; which = by->next[which]) {
    if (stands_at(text + place, size - place, needles[which])) return true;
  }
  return false;
}

static bool stands_by_first(const ByFirst *by, const Needle *needles, const uint8_t *text, size_t size) {
  size_t place = 0;
  while (place + 3 <= size) {
    if ((text[place] & 0xF0) != 0xE0) {
      place++;
      continue;
    }
    if (stands_here(by, needles, text, size, place, 0)) return true;
    place += 3;
  }
  return false;
}

/// What all begin with is looked for alone.
static bool stands_behind(const ByFirst *by, const Needle *needles, size_t common, const uint8_t *text, size_t size) {
  size_t place = 0;
  while ((place = text_find(text, size, needles[0].bytes, common, place)) != SIZE_MAX) {
    if (place + common + 3 > size) return false;
    if (stands_here(by, needles, text, size, place, common)) return true;
    place++;
  }
  return false;
}

struct TextNeedles {
  Needle *needles;
  size_t count;
  Group *groups;
  size_t group_count;
  /// In place of the groups where the processor has the instructions for it.
  Shuffled *shuffled;
  /// `NULL` where groups do.
  ByFirst *by_first;
  /// Bytes that all begin with, where they are looked for by them.
  size_t common;
  bool is_plain;
  /// Those that neither of the two finds: of one byte, or beginning with another character.
  Needle *others;
  size_t other_count;
  uint8_t *bytes;
};

static void free_needles(TextNeedles *needles) {
  if (needles->by_first) free(needles->by_first->next);
  free(needles->by_first);
  free(needles->groups);
  free(needles->shuffled);
  free(needles->others);
  free(needles->needles);
  free(needles->bytes);
  free(needles);
}

static void add_to_group(TextNeedles *set, Needle needle) {
  if (set->group_count == 0 || set->groups[set->group_count - 1].count == GROUP) set->group_count++;
  Group *group = &set->groups[set->group_count - 1];
  // The places that are left over repeat a needle.
  for (size_t which = group->count; which < GROUP; which++) {
    group->lasts[which] = needle.bytes[needle.length - 1];
    group->befores[which] = needle.bytes[needle.length - 2];
  }
  group->needles[group->count++] = needle;
}

/// Those of one byte are told apart; the set keeps the others in an order of its own.
static bool shuffle(TextNeedles *set, const uint32_t *starts) {
  size_t count = 0;
  for (size_t which = 0; which < set->count; which++) {
    const Needle needle = {set->bytes + starts[which], starts[which + 1] - starts[which]};
    if (needle.length >= 2) {
      set->needles[count++] = needle;
    } else {
      set->others[set->other_count++] = needle;
    }
  }
  set->shuffled = shuffled_new(set->needles, count);
  return set->shuffled != NULL;
}

static bool list_by_first(TextNeedles *set) {
  set->by_first = calloc(1, sizeof *set->by_first);
  if (!set->by_first) return false;
  memset(set->by_first->first, 0xFF, sizeof set->by_first->first);
  set->by_first->next = calloc(set->count, sizeof *set->by_first->next);
  return set->by_first->next != NULL;
}

static void add(TextNeedles *set, size_t which, Needle needle) {
  set->needles[which] = needle;
  if (set->by_first && begins_with_three(needle.bytes + set->common, needle.length - set->common)) {
    const uint32_t code = three_bytes(needle.bytes + set->common);
    set->by_first->begins[code >> 6] |= UINT64_C(1) << (code & 63);
    set->by_first->next[which] = set->by_first->first[code & 1023];
    set->by_first->first[code & 1023] = (uint32_t)which;
  } else if (!set->by_first && needle.length >= 2) {
    add_to_group(set, needle);
  } else {
    set->others[set->other_count++] = needle;
  }
}

/// Bytes that all of several needles begin with, behind which each goes on with a character of three bytes; 0 for none.
static size_t common_beginning(const uint8_t *bytes, const uint32_t *starts, size_t count) {
  if (count < 2) return 0;
  size_t common = starts[1] - starts[0];
  for (size_t which = 1; which < count; which++) {
    const size_t length = starts[which + 1] - starts[which];
    size_t same = 0;
    while (same < common && same < length && bytes[starts[which] + same] == bytes[same]) same++;
    common = same;
  }
  // They may part within a character.
  while (common > 0 && (bytes[common] & 0xC0) == 0x80) common--;
  for (size_t which = 0; which < count; which++) {
    const size_t length = starts[which + 1] - starts[which];
    if (!begins_with_three(bytes + starts[which] + common, length - common)) return 0;
  }
  return common < 3 ? 0 : common;
}

/// Many single characters stand early in nearly every text: there the one that looks at every character is done first.
static bool may_be_shuffled(const uint32_t *starts, size_t count) {
  size_t characters = 0;
  for (size_t which = 0; which < count; which++) characters += starts[which + 1] - starts[which] <= 3;
  return count > 1 && count <= SHUFFLED_MOST && characters <= MOST_CHARACTERS && shuffled_can_be();
}

TextNeedles *text_needles(const uint8_t *bytes, const uint32_t *starts, size_t count, bool is_plain) {
  TextNeedles *set = calloc(1, sizeof *set);
  if (!set) return NULL;
  set->count = count;
  set->bytes = malloc(starts[count] + 1);
  set->needles = calloc(count + 1, sizeof *set->needles);
  set->others = calloc(count + 1, sizeof *set->others);
  set->groups = calloc(count / GROUP + 1, sizeof *set->groups);
  set->is_plain = is_plain;
  set->common = common_beginning(bytes, starts, count);
  const bool is_shuffled = !is_plain && set->common == 0 && may_be_shuffled(starts, count);
  bool is_ready = set->bytes && set->needles && set->others && set->groups;
  if (is_ready) {
    memcpy(set->bytes, bytes, starts[count]);
    if (is_shuffled) is_ready = shuffle(set, starts);
    if (!is_shuffled && (count > MOST_TOGETHER || set->common > 0)) is_ready = list_by_first(set);
  }
  if (!is_ready) {
    free_needles(set);
    return NULL;
  }
  for (size_t which = 0; which < count && !is_shuffled; which++) {
    add(set, which, (Needle){set->bytes + starts[which], starts[which + 1] - starts[which]});
  }
  return set;
}

size_t text_needles_common(const TextNeedles *needles) { return needles->common; }

void text_needles_free(TextNeedles *needles) {
  if (needles) free_needles(needles);
}

static bool holds_any(const TextNeedles *set, Looker look, const uint8_t *text, size_t size, size_t behind) {
  for (size_t which = 0; which < set->group_count; which++) {
    if (look(&set->groups[which], text, size, behind)) return true;
  }
  if (set->shuffled && shuffled_stands_in(set->shuffled, text, size, behind)) return true;
  if (set->common > 0) return stands_behind(set->by_first, set->needles, set->common, text, size);
  if (set->by_first && stands_by_first(set->by_first, set->needles, text, size)) return true;
  for (size_t which = 0; which < set->other_count; which++) {
    if (text_find(text, size, set->others[which].bytes, set->others[which].length, 0) != SIZE_MAX) return true;
  }
  return false;
}

/// Where what all needles begin with may stand in the texts, and which of these hold a needle.
typedef struct {
  const TextNeedles *set;
  const uint8_t *bytes;
  const uint32_t *starts;
  /// The text that was looked at last, of `count`.
  size_t row, count;
  /// The places of texts that are asked for; `NULL` for all.
  const uint32_t *rows;
  size_t row_count, row_place;
  uint32_t *found;
  size_t hits;
  /// Up to here nothing more is asked for.
  size_t done;
} Behind;

/// Whether what comes behind a place may be the rest of a needle: nearly always it is not.
static inline bool may_go_on(const Behind *behind, size_t place) {
  const size_t rest = place + behind->set->common;
  if (place < behind->done || rest + 3 > behind->starts[behind->count]) return false;
  const uint32_t code = three_bytes(behind->bytes + rest);
  return behind->set->by_first->begins[code >> 6] >> (code & 63) & 1;
}

static void look_behind(Behind *behind, size_t place) {
  const TextNeedles *set = behind->set;
  const size_t common = set->common;
  if (memcmp(behind->bytes + place, set->needles[0].bytes, common) != 0) return;
  behind->row = text_at(behind->starts, behind->count, behind->row, place);
  const size_t end = behind->starts[behind->row + 1];
  if (behind->rows) {
    while (behind->row_place < behind->row_count && behind->rows[behind->row_place] < behind->row) behind->row_place++;
    if (behind->row_place == behind->row_count || behind->rows[behind->row_place] != behind->row) {
      behind->done = end;
      return;
    }
  }
  if (place + common + 3 > end) return;
  if (!stands_here(set->by_first, set->needles, behind->bytes, end, place, common)) return;
  behind->found[behind->hits++] = (uint32_t)behind->row;
  behind->done = end;
}

/// Looks at the texts from a place on to their end, by the last two bytes of what all needles begin with.
static void scan_behind_plain(Behind *behind, size_t end) {
  const size_t common = behind->set->common;
  const uint8_t *needle = behind->set->needles[0].bytes, *bytes = behind->bytes;
  for (; end < behind->starts[behind->count]; end++) {
    if (bytes[end] != needle[common - 1] || bytes[end - 1] != needle[common - 2]) continue;
    if (may_go_on(behind, end + 1 - common)) look_behind(behind, end + 1 - common);
  }
}

#if defined(__x86_64__)
__attribute__((target("avx2"))) static void scan_behind_wide(Behind *behind) {
  const size_t size = behind->starts[behind->count], common = behind->set->common;
  const uint8_t *needle = behind->set->needles[0].bytes, *bytes = behind->bytes;
  const __m256i last = _mm256_set1_epi8((char)needle[common - 1]);
  const __m256i before = _mm256_set1_epi8((char)needle[common - 2]);
  size_t end = common - 1;
  for (; end + 32 <= size; end += 32) {
    const __m256i lasts = _mm256_cmpeq_epi8(_mm256_loadu_si256((const __m256i *)(bytes + end)), last);
    const __m256i befores = _mm256_cmpeq_epi8(_mm256_loadu_si256((const __m256i *)(bytes + end - 1)), before);
    uint32_t places = (uint32_t)_mm256_movemask_epi8(_mm256_and_si256(lasts, befores));
    for (; places != 0; places &= places - 1) {
      const size_t place = end + (size_t)__builtin_ctz(places) + 1 - common;
      if (may_go_on(behind, place)) look_behind(behind, place);
    }
  }
  scan_behind_plain(behind, end);
}
#endif

static void scan_behind(Behind *behind) {
#if defined(__x86_64__)
  if (!behind->set->is_plain && __builtin_cpu_supports("avx2")) return scan_behind_wide(behind);
#endif
  scan_behind_plain(behind, behind->set->common - 1);
}

size_t text_scan_any(
    const uint8_t *bytes, const uint32_t *starts, size_t count, const TextNeedles *needles, const uint32_t *rows,
    size_t row_count, uint32_t *found) {
  // From end to end many are looked at sooner than each by its place.
  if (needles->common > 0 && (rows ? row_count > count / TEXT_JUMP_COST : row_count == count)) {
    Behind behind = {needles, bytes, starts, 0, count, rows, row_count, 0, found, 0, 0};
    scan_behind(&behind);
    return behind.hits;
  }
  const Looker look = looker();
  size_t hits = 0;
  for (size_t place = 0; place < row_count; place++) {
    if (rows) ask_ahead(bytes, starts, rows, row_count, place);
    const uint32_t row = rows ? rows[place] : (uint32_t)place;
    const uint8_t *text = bytes + starts[row];
    if (holds_any(needles, look, text, starts[row + 1] - starts[row], starts[count] - starts[row + 1])) {
      found[hits++] = row;
    }
  }
  return hits;
}

void text_note_characters(const uint8_t *bytes, size_t size, uint64_t *seen, uint64_t *pairs) {
  size_t place = 0;
  while (place < size) {
    if (place + 3 <= size && (bytes[place] & 0xF0) == 0xE0) {
      const uint32_t code = three_bytes(bytes + place);
      seen[code >> 6] |= UINT64_C(1) << (code & 63);
      place += 3;
      continue;
    }
    if (place + 2 <= size && bytes[place] < 0x80 && bytes[place + 1] < 0x80) {
      const uint32_t pair = (uint32_t)bytes[place] << 7 | bytes[place + 1];
      pairs[pair >> 6] |= UINT64_C(1) << (pair & 63);
    }
    place++;
  }
}
