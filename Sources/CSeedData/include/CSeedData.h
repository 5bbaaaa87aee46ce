#pragma once
#include <stddef.h>

/// The bytes of a file that is built into the program.
struct seed_file {
  const unsigned char *bytes;
  size_t count;
};

/// osaka-ict.json, unchanged.
struct seed_file seed_osaka_ict(void);

/// sample-city.json.
struct seed_file seed_sample_city(void);
