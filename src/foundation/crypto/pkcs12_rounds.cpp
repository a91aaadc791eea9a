// SPDX-License-Identifier: Apache-2.0
#include "pkcs12_rounds.h"

#include <openssl/evp.h>
#include <openssl/x509.h>

#include <memory>

namespace okno::crypto {
namespace {

// Windows and CryptoPro write 2,000, OpenSSL 2,048, we 100,000. With Streebog a million is seconds.
constexpr std::int64_t kLeast = 1000, kMostTogether = 1'000'000;

struct Free {
  void operator()(PBEPARAM* p) const { PBEPARAM_free(p); }
  void operator()(PBE2PARAM* p) const { PBE2PARAM_free(p); }
  void operator()(PBKDF2PARAM* p) const { PBKDF2PARAM_free(p); }
};

// What the parameter of an algorithm is, or null.
template <typename Parameters>
std::unique_ptr<Parameters, Free> Unpack(const X509_ALGOR* algorithm, const ASN1_ITEM* item) {
  return std::unique_ptr<Parameters, Free>(
      static_cast<Parameters*>(ASN1_TYPE_unpack_sequence(item, algorithm->parameter)));
}

int NidOf(const X509_ALGOR* algorithm) { return OBJ_obj2nid(algorithm->algorithm); }

}  // namespace

Outcome Pkcs12Rounds::Allow(const X509_ALGOR* algorithm) {
  const Refusal malformed = Refusal::Invalid("signer.key_malformed");
  if (algorithm == nullptr) return malformed;
  if (NidOf(algorithm) != NID_pbes2) {
    const auto one = Unpack<PBEPARAM>(algorithm, ASN1_ITEM_rptr(PBEPARAM));
    return one == nullptr ? Outcome(malformed) : Allow(one->iter);
  }
  const auto two = Unpack<PBE2PARAM>(algorithm, ASN1_ITEM_rptr(PBE2PARAM));
  if (two == nullptr || NidOf(two->keyfunc) != NID_id_pbkdf2) return malformed;
  const auto derivation = Unpack<PBKDF2PARAM>(two->keyfunc, ASN1_ITEM_rptr(PBKDF2PARAM));
  return derivation == nullptr ? Outcome(malformed) : Allow(derivation->iter);
}

Outcome Pkcs12Rounds::Allow(const ASN1_INTEGER* rounds) {
  std::int64_t number = 1;
  if (rounds != nullptr && ASN1_INTEGER_get_int64(&number, rounds) != 1) number = kMostTogether + 1;
  return Count(number);
}

Outcome Pkcs12Rounds::Count(std::int64_t rounds) {
  if (rounds < kLeast || rounds > kMostTogether - total_)
    return Refusal::Invalid("signer.key_rounds");
  total_ += rounds;
  return Done();
}

}  // namespace okno::crypto
