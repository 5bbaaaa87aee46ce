#include "Shuffled.h"

#include <stdlib.h>
#include <string.h>

#if defined(__x86_64__)
#include <immintrin.h>
#endif

#define BUCKETS 8

/// Needles of at least two bytes in eight buckets, by the halves of their last two bytes and of the third before the last,
/// which of kana and kanji is the last of the character before. In the tables a half has a bit for each bucket whose needles
/// may have it there. Each table stands twice, once for each half of a wide register.
struct Shuffled {
  Needle needles[BUCKETS][SHUFFLED_MOST / BUCKETS];
  size_t counts[BUCKETS];
  uint8_t last_low[32], last_high[32], before_low[32], before_high[32], other_low[32], other_high[32];
};

#if defined(__x86_64__)

static bool stands_in_bucket(const Shuffled *set, uint8_t buckets, const uint8_t *text, size_t end) {
  for (; buckets != 0; buckets &= (uint8_t)(buckets - 1)) {
    const int bucket = __builtin_ctz(buckets);
    for (size_t which = 0; which < set->counts[bucket]; which++) {
      const Needle needle = set->needles[bucket][which];
      if (needle.length <= end && memcmp(text + end - needle.length, needle.bytes, needle.length) == 0) return true;
    }
  }
  return false;
}

__attribute__((target("avx2"))) bool shuffled_stands_in(
    const Shuffled *set, const uint8_t *text, size_t size, size_t behind) {
  const __m256i last_low = _mm256_loadu_si256((const __m256i *)set->last_low);
  const __m256i last_high = _mm256_loadu_si256((const __m256i *)set->last_high);
  const __m256i before_low = _mm256_loadu_si256((const __m256i *)set->before_low);
  const __m256i before_high = _mm256_loadu_si256((const __m256i *)set->before_high);
  const __m256i other_low = _mm256_loadu_si256((const __m256i *)set->other_low);
  const __m256i other_high = _mm256_loadu_si256((const __m256i *)set->other_high);
  const __m256i low = _mm256_set1_epi8(0x0F);
  size_t place = 1;
  for (; place < 3 && place < size; place++) {
    if (stands_in_bucket(set, 0xFF, text, place + 1)) return true;
  }
  for (; place < size && place + 32 <= size + behind; place += 32) {
    const __m256i here = _mm256_loadu_si256((const __m256i *)(text + place));
    const __m256i before = _mm256_loadu_si256((const __m256i *)(text + place - 1));
    const __m256i lasts = _mm256_and_si256(
        _mm256_shuffle_epi8(last_low, _mm256_and_si256(here, low)),
        _mm256_shuffle_epi8(last_high, _mm256_and_si256(_mm256_srli_epi16(here, 4), low)));
    const __m256i befores = _mm256_and_si256(
        _mm256_shuffle_epi8(before_low, _mm256_and_si256(before, low)),
        _mm256_shuffle_epi8(before_high, _mm256_and_si256(_mm256_srli_epi16(before, 4), low)));
    const __m256i other = _mm256_loadu_si256((const __m256i *)(text + place - 3));
    const __m256i others = _mm256_and_si256(
        _mm256_shuffle_epi8(other_low, _mm256_and_si256(other, low)),
        _mm256_shuffle_epi8(other_high, _mm256_and_si256(_mm256_srli_epi16(other, 4), low)));
    const __m256i all = _mm256_and_si256(_mm256_and_si256(lasts, befores), others);
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

bool shuffled_can_be(void) { return __builtin_cpu_supports("avx2"); }
#else
bool shuffled_stands_in(const Shuffled *set, const uint8_t *text, size_t size, size_t behind) {
  (void)set, (void)text, (void)size, (void)behind;
  return false;
}

bool shuffled_can_be(void) { return false; }
#endif

Shuffled *shuffled_new(void) { return calloc(1, sizeof(Shuffled)); }

/// Needles that end alike go into one bucket: it then takes the place of fewer other endings.
void shuffled_add(Shuffled *set, Needle needle) {
  const uint8_t last = needle.bytes[needle.length - 1], before = needle.bytes[needle.length - 2];
  size_t bucket = 0;
  for (size_t other = 0; other < BUCKETS; other++) {
    const Needle *first = set->needles[other];
    const bool ends_alike = set->counts[other] > 0 && first->bytes[first->length - 1] == last
                            && first->bytes[first->length - 2] == before;
    if (set->counts[other] == SHUFFLED_MOST / BUCKETS) {
      if (bucket == other) bucket = other + 1;
      continue;
    }
    if (ends_alike) {
      bucket = other;
      break;
    }
    if (bucket >= BUCKETS || set->counts[other] < set->counts[bucket]) bucket = other;
  }
  const uint8_t bit = (uint8_t)(1 << bucket);
  set->needles[bucket][set->counts[bucket]++] = needle;
  for (size_t half = 0; half < 32; half += 16) {
    set->last_low[half + (last & 15)] |= bit;
    set->last_high[half + (last >> 4)] |= bit;
    set->before_low[half + (before & 15)] |= bit;
    set->before_high[half + (before >> 4)] |= bit;
    for (uint8_t value = 0; value < 16; value++) {
      const bool is_free = needle.length < 4;
      const uint8_t other = is_free ? 0 : needle.bytes[needle.length - 4];
      if (is_free || value == (other & 15)) set->other_low[half + value] |= bit;
      if (is_free || value == other >> 4) set->other_high[half + value] |= bit;
    }
  }
}
