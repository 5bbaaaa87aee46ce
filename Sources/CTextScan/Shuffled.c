#include "Shuffled.h"

#include <stdlib.h>
#include <string.h>

#if defined(__x86_64__)
#include <immintrin.h>
#endif

#define BUCKETS 8
/// One bucket alone may take a quarter: those that are left over beside seven of the other kind.
#define MOST_IN_BUCKET (SHUFFLED_MOST / 4)
#define TAIL sizeof(uint64_t)

/// So many of the last bytes of needles are looked at.
#define LOOKED_AT 4
#define MANY 12

/// The halves of a byte that a needle has so far before its last one: for each half a bit for each bucket whose needles may
/// have it there. Each table stands twice, once for each half of a wide register.
typedef struct {
  uint8_t low[32], high[32];
} Halves;

/// Needles of at least two bytes in eight buckets, by the halves of their last bytes. Of kana and kanji those are one
/// character and the last byte of the one before.
struct Shuffled {
  Needle needles[BUCKETS][MOST_IN_BUCKET];
  /// The last bytes of each needle, eight at most, and which of eight they are: most of what may be one is told from it by
  /// them, and all of a short one.
  uint64_t tails[BUCKETS][MOST_IN_BUCKET], masks[BUCKETS][MOST_IN_BUCKET];
  size_t counts[BUCKETS];
  /// Bytes of the shortest needle; 0 for none.
  size_t shortest;
  bool are_many;
  Halves halves[LOOKED_AT];
};

#if defined(__x86_64__)

/// The bytes before an end, the last one highest; zeros where the text has fewer.
static uint64_t bytes_before(const uint8_t *text, size_t end) {
  uint64_t bytes = 0;
  if (end >= TAIL) {
    memcpy(&bytes, text + end - TAIL, TAIL);
  } else {
    for (size_t place = 0; place < end; place++) bytes |= (uint64_t)text[place] << (8 * (TAIL - end + place));
  }
  return bytes;
}

__attribute__((noinline)) static bool stands_in_bucket(
    const Shuffled *set, uint8_t buckets, const uint8_t *text, size_t end) {
  const uint64_t bytes = bytes_before(text, end);
  for (; buckets != 0; buckets &= (uint8_t)(buckets - 1)) {
    const int bucket = __builtin_ctz(buckets);
    for (size_t which = 0; which < set->counts[bucket]; which++) {
      if ((bytes & set->masks[bucket][which]) != set->tails[bucket][which]) continue;
      const Needle needle = set->needles[bucket][which];
      if (needle.length > end) continue;
      if (needle.length <= TAIL || memcmp(text + end - needle.length, needle.bytes, needle.length) == 0) return true;
    }
  }
  return false;
}

/// The buckets whose needles may end at each place, by the byte so far before it.
__attribute__((target("avx2"), always_inline)) static inline __m256i may_end_at(
    const Shuffled *set, const uint8_t *text, size_t back, __m256i low) {
  const __m256i bytes = _mm256_loadu_si256((const __m256i *)(text - back));
  const __m256i lows = _mm256_loadu_si256((const __m256i *)set->halves[back].low);
  const __m256i highs = _mm256_loadu_si256((const __m256i *)set->halves[back].high);
  return _mm256_and_si256(
      _mm256_shuffle_epi8(lows, _mm256_and_si256(bytes, low)),
      _mm256_shuffle_epi8(highs, _mm256_and_si256(_mm256_srli_epi16(bytes, 4), low)));
}

/// - Parameter looks_at_all: also at the byte that tells least; among few needles it costs more than it saves.
__attribute__((target("avx2"), always_inline)) static inline bool stands_in(
    const Shuffled *set, const uint8_t *text, size_t size, size_t behind, bool looks_at_all) {
  const __m256i low = _mm256_set1_epi8(0x0F);
  size_t place = 1;
  for (; place < 3 && place < size; place++) {
    if (place + 1 >= set->shortest && stands_in_bucket(set, 0xFF, text, place + 1)) return true;
  }
  for (; place < size && place + 32 <= size + behind; place += 32) {
    __m256i all = _mm256_and_si256(
        _mm256_and_si256(may_end_at(set, text + place, 0, low), may_end_at(set, text + place, 1, low)),
        may_end_at(set, text + place, 3, low));
    if (looks_at_all) all = _mm256_and_si256(all, may_end_at(set, text + place, 2, low));
    if (_mm256_testz_si256(all, all)) continue;
    uint8_t buckets[32];
    _mm256_storeu_si256((__m256i *)buckets, all);
    uint32_t may_end = ~(uint32_t)_mm256_movemask_epi8(_mm256_cmpeq_epi8(all, _mm256_setzero_si256()));
    for (; may_end != 0; may_end &= may_end - 1) {
      const int byte = __builtin_ctz(may_end);
      const size_t end = place + (size_t)byte + 1;
      if (end > size) break;
      if (stands_in_bucket(set, buckets[byte], text, end)) return true;
    }
  }
  for (; place < size; place++) {
    if (stands_in_bucket(set, 0xFF, text, place + 1)) return true;
  }
  return false;
}

__attribute__((target("avx2"))) bool shuffled_stands_in(
    const Shuffled *set, const uint8_t *text, size_t size, size_t behind) {
  return set->are_many ? stands_in(set, text, size, behind, true) : stands_in(set, text, size, behind, false);
}

bool shuffled_can_be(void) { return __builtin_cpu_supports("avx2"); }
#else
bool shuffled_stands_in(const Shuffled *set, const uint8_t *text, size_t size, size_t behind) {
  (void)set, (void)text, (void)size, (void)behind;
  return false;
}

bool shuffled_can_be(void) { return false; }
#endif

static bool is_short(Needle needle) { return needle.length < LOOKED_AT; }

/// Single characters first, by where they stand among all; then the others by their ends.
static int by_place(const void *left, const void *right) {
  const Needle one = *(const Needle *)left, other = *(const Needle *)right;
  if (is_short(one) != is_short(other)) return is_short(one) ? -1 : 1;
  if (is_short(one)) return memcmp(one.bytes, other.bytes, one.length < other.length ? one.length : other.length);
  const int last = one.bytes[one.length - 1] - other.bytes[other.length - 1];
  return last ? last : one.bytes[one.length - 2] - other.bytes[other.length - 2];
}

static void add(Shuffled *set, size_t bucket, Needle needle) {
  const uint8_t bit = (uint8_t)(1 << bucket);
  const size_t place = set->counts[bucket]++, tail = needle.length < TAIL ? needle.length : TAIL;
  set->needles[bucket][place] = needle;
  if (set->shortest == 0 || needle.length < set->shortest) set->shortest = needle.length;
  uint8_t tail_bytes[TAIL] = {0}, mask_bytes[TAIL] = {0};
  memcpy(tail_bytes + TAIL - tail, needle.bytes + needle.length - tail, tail);
  memset(mask_bytes + TAIL - tail, 0xFF, tail);
  memcpy(&set->tails[bucket][place], tail_bytes, TAIL);
  memcpy(&set->masks[bucket][place], mask_bytes, TAIL);
  for (size_t back = 0; back < LOOKED_AT; back++) {
    // Before a short needle there may be anything.
    const bool is_free = needle.length <= back;
    const uint8_t byte = is_free ? 0 : needle.bytes[needle.length - 1 - back];
    for (uint8_t value = 0; value < 32; value++) {
      if (is_free || (value & 15) == (byte & 15)) set->halves[back].low[value] |= bit;
      if (is_free || (value & 15) == byte >> 4) set->halves[back].high[value] |= bit;
    }
  }
}

Shuffled *shuffled_new(Needle *needles, size_t count) {
  Shuffled *set = calloc(1, sizeof *set);
  if (!set) return NULL;
  set->are_many = count > MANY;
  // Those that are alike where it is looked go into one bucket: it then takes the place of fewer others. Before a single
  // character there may be anything, so those share no bucket with longer ones.
  qsort(needles, count, sizeof *needles, by_place);
  size_t shorts = 0;
  while (shorts < count && is_short(needles[shorts])) shorts++;
  size_t short_buckets = count == 0 ? 0 : (shorts * BUCKETS + count - 1) / count;
  if (short_buckets == BUCKETS && shorts < count) short_buckets--;
  const size_t long_buckets = BUCKETS - short_buckets;
  for (size_t which = 0; which < count; which++) {
    const size_t bucket = which < shorts ? which * short_buckets / shorts
                                         : short_buckets + (which - shorts) * long_buckets / (count - shorts);
    add(set, bucket, needles[which]);
  }
  return set;
}
