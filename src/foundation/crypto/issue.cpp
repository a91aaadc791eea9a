// SPDX-License-Identifier: Apache-2.0
#include <stdexcept>

#include "certificate_native.h"
#include "crypto/hash.h"
#include "gost_engine.h"
#include "pem.h"

namespace okno::crypto {
namespace {

struct Issuer {
  X509* certificate;
  EVP_PKEY* key;
};

// V_ASN1_UTF8STRING takes the bytes as they are: names of authorities are longer than the 64
// letters of X.520.
void AddName(X509_NAME* name, int kind, int type, const std::string& value) {
  if (value.empty()) return;
  Check(X509_NAME_add_entry_by_NID(name, kind, type, Bytes(value), static_cast<int>(value.size()),
                                   -1, 0) == 1,
        "X509_NAME_add_entry_by_NID");
}

X509NamePtr MakeName(const KeyRequest& request) {
  X509NamePtr name(X509_NAME_new());
  AddName(name.get(), NID_countryName, V_ASN1_PRINTABLESTRING, "RU");
  AddName(name.get(), NID_organizationName, V_ASN1_UTF8STRING, request.organization);
  AddName(name.get(), NID_OGRN, V_ASN1_NUMERICSTRING, request.ogrn);
  AddName(name.get(), NID_commonName, V_ASN1_UTF8STRING, request.common_name);
  return name;
}

void SetSerial(X509* x509) {
  auto bytes = RandomBytes(16);
  bytes[0] = static_cast<char>((bytes[0] & 0x3F) | 0x40);  // positive, and always 16 bytes
  const BignumPtr number(BN_bin2bn(Bytes(bytes), static_cast<int>(bytes.size()), nullptr));
  Check(BN_to_ASN1_INTEGER(number.get(), X509_get_serialNumber(x509)) != nullptr, "serial");
}

void SetTimes(X509* x509, const KeyRequest& request) {
  using std::chrono::system_clock;
  Check(ASN1_TIME_set(X509_getm_notBefore(x509), system_clock::to_time_t(request.not_before)) !=
                nullptr &&
            ASN1_TIME_set(X509_getm_notAfter(x509), system_clock::to_time_t(request.not_after)) !=
                nullptr,
        "ASN1_TIME_set");
}

void AddExtension(X509* x509, X509* issuer, int kind, const char* value) {
  X509V3_CTX context;
  X509V3_set_ctx_nodb(&context);
  X509V3_set_ctx(&context, issuer, x509, nullptr, nullptr, 0);
  const X509ExtensionPtr extension(X509V3_EXT_nconf_nid(nullptr, &context, kind, value));
  Check(extension != nullptr && X509_add_ext(x509, extension.get(), -1) == 1, "X509_add_ext");
}

void AddRootExtensions(X509* x509) {
  AddExtension(x509, x509, NID_basic_constraints, "critical,CA:TRUE");
  AddExtension(x509, x509, NID_key_usage, "critical,keyCertSign,cRLSign");
  AddExtension(x509, x509, NID_subject_key_identifier, "hash");
}

void AddLeafExtensions(X509* x509, X509* issuer) {
  AddExtension(x509, issuer, NID_basic_constraints, "critical,CA:FALSE");
  AddExtension(x509, issuer, NID_key_usage, "critical,digitalSignature,nonRepudiation");
  AddExtension(x509, issuer, NID_ext_key_usage, "clientAuth,emailProtection");
  AddExtension(x509, issuer, NID_subject_key_identifier, "hash");
  AddExtension(x509, issuer, NID_authority_key_identifier, "keyid");
}

// All but the signature. `issuer` is empty for a root, which signs itself.
X509Ptr Draft(const KeyRequest& request, EVP_PKEY* key, const std::optional<Issuer>& issuer) {
  X509Ptr x509(X509_new());
  const auto name = MakeName(request);
  const auto* issuer_name = issuer ? X509_get_subject_name(issuer->certificate) : name.get();
  Check(x509 != nullptr && X509_set_version(x509.get(), X509_VERSION_3) == 1 &&
            X509_set_subject_name(x509.get(), name.get()) == 1 &&
            X509_set_issuer_name(x509.get(), issuer_name) == 1 &&
            X509_set_pubkey(x509.get(), key) == 1,
        "X509_new");
  SetSerial(x509.get());
  SetTimes(x509.get(), request);
  if (issuer) {
    AddLeafExtensions(x509.get(), issuer->certificate);
  } else {
    AddRootExtensions(x509.get());
  }
  return x509;
}

KeyAndCertificate Issue(const KeyRequest& request, const std::optional<Issuer>& issuer) {
  if (request.algorithm == GostAlgorithm::kGost2001) {
    throw std::invalid_argument("GOST 2001 is for verification only");
  }
  const auto key = GenerateGostKey(request.algorithm);
  const auto x509 = Draft(request, key.get(), issuer);
  auto* signing_key = issuer ? issuer->key : key.get();
  const auto* digest = GostDigestMethod(AlgorithmOf(signing_key).value());
  Check(X509_sign(x509.get(), signing_key, digest) > 0, "X509_sign");
  return {KeyPem(key.get()), X509Pem(x509.get())};
}

}  // namespace

KeyAndCertificate MakeRoot(const KeyRequest& request) { return Issue(request, std::nullopt); }

KeyAndCertificate MakeCertificate(const KeyRequest& request, const KeyAndCertificate& issuer) {
  const auto certificate = ReadX509(issuer.certificate_pem);
  const auto key = ReadKey(issuer.key_pem);
  return Issue(request, Issuer{certificate.get(), key.get()});
}

}  // namespace okno::crypto
