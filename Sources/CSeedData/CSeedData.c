#include "CSeedData.h"

// SwiftPM's .embedInCode writes a [UInt8] literal that the compiler needs 20 s a file to check; clang embeds at once.
#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char osaka_ict[] = {
#embed "osaka-ict.json"
};

static const unsigned char sample_city[] = {
#embed "sample-city.json"
};

struct seed_file seed_osaka_ict(void) { return (struct seed_file){osaka_ict, sizeof(osaka_ict)}; }

struct seed_file seed_sample_city(void) { return (struct seed_file){sample_city, sizeof(sample_city)}; }
