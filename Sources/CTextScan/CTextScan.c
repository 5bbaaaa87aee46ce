#define _GNU_SOURCE 1
#include "CTextScan.h"
#include "Texts.h"

#include <string.h>

/// The first hit that ends before `size`, looked for by the needle's last two bytes: the first bytes of kana and kanji
/// are nearly all the same, the last ones tell most.
#define FIND_BY_LAST_TWO(NAME, WIDTH, TARGET)                                                                       \
  TARGET static size_t NAME(const uint8_t *text, size_t size, const uint8_t *needle, size_t length, size_t from) {  \
    typedef uint8_t Block __attribute__((vector_size(WIDTH), aligned(1)));                                          \
    typedef uint64_t Words __attribute__((vector_size(WIDTH)));                                                     \
    const uint8_t last = needle[length - 1], before = needle[length - 2];                                           \
    size_t end = from + length - 1;                                                                                 \
    for (; end + WIDTH <= size; end += WIDTH) {                                                                     \
      const Block lasts = *(const Block *)(text + end), befores = *(const Block *)(text + end - 1);                 \
      const Words equal = (Words)((lasts == last) & (befores == before));                                           \
      uint64_t any = 0;                                                                                             \
      for (int word = 0; word < WIDTH / 8; word++) any |= equal[word];                                              \
      if (!any) continue;                                                                                           \
      for (int word = 0; word < WIDTH / 8; word++) {                                                                \
        for (uint64_t bits = equal[word]; bits != 0;) {                                                             \
          const int byte = __builtin_ctzll(bits) / 8;                                                               \
          const size_t start = end + (size_t)(word * 8 + byte) + 1 - length;                                        \
          if (memcmp(text + start, needle, length) == 0) return start;                                              \
          bits &= ~(UINT64_C(0xFF) << (byte * 8));                                                                  \
        }                                                                                                           \
      }                                                                                                             \
    }                                                                                                               \
    for (; end < size; end++) {                                                                                     \
      if (text[end] == last && memcmp(text + end + 1 - length, needle, length) == 0) return end + 1 - length;       \
    }                                                                                                               \
    return SIZE_MAX;                                                                                                \
  }

FIND_BY_LAST_TWO(find_narrow, 16, )

typedef size_t (*Finder)(const uint8_t *, size_t, const uint8_t *, size_t, size_t);

#if defined(__x86_64__)
FIND_BY_LAST_TWO(find_wide, 32, __attribute__((target("avx2"))))

static Finder finder(void) { return __builtin_cpu_supports("avx2") ? find_wide : find_narrow; }
#else
static Finder finder(void) { return find_narrow; }
#endif

static size_t find(
    Finder by, const uint8_t *text, size_t size, const uint8_t *needle, size_t length, size_t from) {
  if (from > size || size - from < length) return SIZE_MAX;
  if (length == 0) return from;
  if (length == 1) {
    const uint8_t *hit = memchr(text + from, needle[0], size - from);
    return hit == NULL ? SIZE_MAX : (size_t)(hit - text);
  }
  return by(text, size, needle, length, from);
}

size_t text_find(const uint8_t *text, size_t size, const uint8_t *needle, size_t length, size_t from) {
  return find(finder(), text, size, needle, length, from);
}

size_t text_scan(
    const uint8_t *bytes, const uint32_t *starts, size_t count, const uint8_t *needle, size_t length, uint32_t *found) {
  const Finder by = finder();
  size_t hits = 0;
  size_t row = 0;
  size_t from = 0;
  for (; length == 0 && row < count; row++) found[hits++] = (uint32_t)row;
  while (row < count) {
    const size_t hit = find(by, bytes, starts[count], needle, length, from > starts[row] ? from : starts[row]);
    if (hit == SIZE_MAX) break;
    row = text_at(starts, count, row, hit);
    if (hit + length <= starts[row + 1]) {
      found[hits++] = (uint32_t)row++;
    } else {
      from = hit + 1;
    }
  }
  return hits;
}

uint64_t text_sum(const uint8_t *bytes, size_t size) {
  typedef uint64_t Words __attribute__((vector_size(32), aligned(1)));
  Words sums = {0};
  size_t place = 0;
  for (; place + 32 <= size; place += 32) sums += *(const Words *)(bytes + place);
  uint64_t sum = sums[0] + sums[1] + sums[2] + sums[3];
  for (; place < size; place++) sum += bytes[place];
  return sum;
}
