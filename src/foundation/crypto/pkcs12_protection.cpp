// SPDX-License-Identifier: Apache-2.0
#include "crypto/pkcs12_protection.h"

#include <openssl/asn1t.h>
#include <openssl/err.h>
#include <openssl/pkcs12.h>

#include <algorithm>
#include <string>

#include "crypto/gost.h"
#include "openssl_types.h"

namespace okno::crypto {
namespace {

constexpr int kMostNesting = 4;

using Pbes2Ptr = std::unique_ptr<PBE2PARAM, FreeWith<PBE2PARAM_free>>;
using Pbkdf2Ptr = std::unique_ptr<PBKDF2PARAM, FreeWith<PBKDF2PARAM_free>>;
using PbeParamPtr = std::unique_ptr<PBEPARAM, FreeWith<PBEPARAM_free>>;
using BagsPtr =
    std::unique_ptr<STACK_OF(PKCS12_SAFEBAG), decltype([](STACK_OF(PKCS12_SAFEBAG) * bags) {
                      sk_PKCS12_SAFEBAG_pop_free(bags, PKCS12_SAFEBAG_free);
                    })>;
using SafesPtr = std::unique_ptr<STACK_OF(PKCS7), decltype([](STACK_OF(PKCS7) * safes) {
                                   sk_PKCS7_pop_free(safes, PKCS7_free);
                                 })>;

template <typename Pointer>
Pointer Unpack(const ASN1_ITEM* item, const ASN1_TYPE* packed) {
  return Pointer(static_cast<typename Pointer::pointer>(ASN1_TYPE_unpack_sequence(item, packed)));
}

// Rounds of the derivation that an encryption names; 0 when it is not known or names none.
long RoundsOf(const X509_ALGOR* algorithm) {
  const auto nid = OBJ_obj2nid(algorithm->algorithm);
  if (nid != NID_pbes2) {
    if (EVP_PBE_find(EVP_PBE_TYPE_OUTER, nid, nullptr, nullptr, nullptr) != 1) return 0;
    const auto param = Unpack<PbeParamPtr>(ASN1_ITEM_rptr(PBEPARAM), algorithm->parameter);
    return param == nullptr ? 0 : ASN1_INTEGER_get(param->iter);
  }
  const auto pbes2 = Unpack<Pbes2Ptr>(ASN1_ITEM_rptr(PBE2PARAM), algorithm->parameter);
  if (pbes2 == nullptr || OBJ_obj2nid(pbes2->keyfunc->algorithm) != NID_id_pbkdf2) return 0;
  const auto kdf = Unpack<Pbkdf2Ptr>(ASN1_ITEM_rptr(PBKDF2PARAM), pbes2->keyfunc->parameter);
  return kdf == nullptr ? 0 : ASN1_INTEGER_get(kdf->iter);
}

// Counts rounds over a file; each step is false when the file is not to be opened.
class Inspection {
 public:
  explicit Inspection(std::string_view password) : password_(password) {}

  bool OfFile(const PKCS12* store) {
    if (!OfMac(store)) return false;
    const SafesPtr safes(PKCS12_unpack_authsafes(store));
    for (int i = 0; safes && i < sk_PKCS7_num(safes.get()); ++i) {
      if (!OfSafe(sk_PKCS7_value(safes.get(), i))) return false;
    }
    return safes != nullptr;
  }
  const Pkcs12Protection& found() const { return found_; }

 private:
  bool Add(long rounds) {
    if (rounds < 1 || rounds > kMostPkcs12Rounds - total_) return false;
    total_ += rounds;
    found_.least_rounds = found_.least_rounds == 0 ? rounds : std::min(found_.least_rounds, rounds);
    return true;
  }

  bool OfMac(const PKCS12* store) {
    if (PKCS12_mac_present(store) != 1) return true;
    const ASN1_INTEGER* rounds = nullptr;
    PKCS12_get0_mac(nullptr, nullptr, nullptr, &rounds, store);
    return Add(rounds == nullptr ? 1 : ASN1_INTEGER_get(rounds));
  }

  bool OfSafe(PKCS7* safe) {
    if (PKCS7_type_is_data(safe)) {
      return OfBags(BagsPtr(PKCS12_unpack_p7data(safe)).get(), true, 0);
    }
    if (!PKCS7_type_is_encrypted(safe)) return false;
    if (!Add(RoundsOf(safe->d.encrypted->enc_data->algorithm))) return false;
    const BagsPtr bags(
        PKCS12_unpack_p7encdata(safe, password_.c_str(), static_cast<int>(password_.size())));
    // A wrong password is found out by who opens the file.
    return bags == nullptr || OfBags(bags.get(), false, 0);
  }

  bool OfBags(const STACK_OF(PKCS12_SAFEBAG) * bags, bool clear, int depth) {
    if (bags == nullptr || depth > kMostNesting) return false;
    for (int i = 0; i < sk_PKCS12_SAFEBAG_num(bags); ++i) {
      const auto* bag = sk_PKCS12_SAFEBAG_value(bags, i);
      if (!OfBag(bag, clear, depth)) return false;
    }
    return true;
  }

  bool OfBag(const PKCS12_SAFEBAG* bag, bool clear, int depth) {
    const auto nid = PKCS12_SAFEBAG_get_nid(bag);
    if (nid == NID_keyBag) found_.key_in_clear = found_.key_in_clear || clear;
    if (nid == NID_safeContentsBag) {
      return OfBags(PKCS12_SAFEBAG_get0_safes(bag), clear, depth + 1);
    }
    if (nid != NID_pkcs8ShroudedKeyBag) return true;
    const X509_ALGOR* algorithm = nullptr;
    X509_SIG_get0(PKCS12_SAFEBAG_get0_pkcs8(bag), &algorithm, nullptr);
    return Add(RoundsOf(algorithm));
  }

  std::string password_;
  long total_ = 0;
  Pkcs12Protection found_;
};

}  // namespace

Result<Pkcs12Protection> InspectPkcs12(std::string_view pkcs12, std::string_view password) {
  LoadGost();
  const Pkcs12Ptr store(d2i_PKCS12_bio(ReadBio(pkcs12).get(), nullptr));
  Inspection inspection(password);
  const bool bearable = store != nullptr && inspection.OfFile(store.get());
  ERR_clear_error();
  if (!bearable) return Refusal::Invalid("signer.key_malformed");
  return inspection.found();
}

}  // namespace okno::crypto
