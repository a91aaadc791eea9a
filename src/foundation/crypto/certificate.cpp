// SPDX-License-Identifier: Apache-2.0
#include <openssl/err.h>
#include <openssl/pem.h>

#include <algorithm>
#include <array>
#include <ctime>
#include <stdexcept>

#include "certificate_native.h"
#include "crypto/hash.h"
#include "gost_engine.h"

namespace okno::crypto {
namespace {

std::string EncodeDer(const X509* x509) {
  std::string der(static_cast<std::size_t>(std::max(i2d_X509(x509, nullptr), 0)), '\0');
  auto* out = Bytes(der);
  Check(!der.empty() && i2d_X509(x509, &out) > 0, "i2d_X509");
  return der;
}

// The last part of the name of that kind, as UTF-8; "" when there is none.
std::string NamePart(const X509_NAME* name, int kind) {
  int place = -1;
  for (int next = -1; (next = X509_NAME_get_index_by_NID(name, kind, next)) >= 0;) place = next;
  if (place < 0) return {};
  const auto* data = X509_NAME_ENTRY_get_data(X509_NAME_get_entry(name, place));
  unsigned char* text = nullptr;
  const int size = ASN1_STRING_to_UTF8(&text, data);
  if (size < 0) {
    ERR_clear_error();
    return {};
  }
  std::string part(reinterpret_cast<char*>(text), static_cast<std::size_t>(size));
  OPENSSL_free(text);
  return part;
}

std::string ShownName(const X509_NAME* name) {
  const auto common = NamePart(name, NID_commonName);
  return common.empty() ? NamePart(name, NID_organizationName) : common;
}

bool HasReadableTimes(const X509* x509) {
  std::tm parts{};
  return ASN1_TIME_to_tm(X509_get0_notBefore(x509), &parts) == 1 &&
         ASN1_TIME_to_tm(X509_get0_notAfter(x509), &parts) == 1;
}

// The first field of the parameters of a GOST key is the OID of its set.
std::string ParameterSet(const X509* x509) {
  X509_ALGOR* algorithm = nullptr;
  X509_PUBKEY_get0_param(nullptr, nullptr, nullptr, &algorithm, X509_get_X509_PUBKEY(x509));
  if (algorithm->parameter == nullptr || algorithm->parameter->type != V_ASN1_SEQUENCE) return {};
  const auto* at = ASN1_STRING_get0_data(algorithm->parameter->value.sequence);
  const auto size = ASN1_STRING_length(algorithm->parameter->value.sequence);
  const std::unique_ptr<ASN1_SEQUENCE_ANY, decltype([](ASN1_SEQUENCE_ANY* fields) {
                          sk_ASN1_TYPE_pop_free(fields, ASN1_TYPE_free);
                        })>
      fields(d2i_ASN1_SEQUENCE_ANY(nullptr, &at, size));
  const auto* first = sk_ASN1_TYPE_value(fields.get(), 0);
  std::array<char, 128> name{};
  if (first != nullptr && first->type == V_ASN1_OBJECT)
    OBJ_obj2txt(name.data(), name.size(), first->value.object, 0);
  ERR_clear_error();
  return name.data();
}

Refusal Malformed() {
  ERR_clear_error();
  return Refusal::Invalid("certificate.malformed");
}

}  // namespace

// Names as people write them; what is not ASCII stays as it is.
std::string WholeName(const X509_NAME* name) {
  constexpr unsigned long kReadable = (XN_FLAG_RFC2253 & ~XN_FLAG_SEP_MASK & ~ASN1_STRFLGS_ESC_MSB &
                                       ~ASN1_STRFLGS_ESC_2253 & ~ASN1_STRFLGS_DUMP_UNKNOWN) |
                                      XN_FLAG_SEP_CPLUS_SPC | ASN1_STRFLGS_UTF8_CONVERT;
  const auto bio = WriteBio();
  if (X509_NAME_print_ex(bio.get(), name, 0, kReadable) < 0) ERR_clear_error();
  return Contents(bio.get());
}

Instant ReadTime(const ASN1_TIME* time) {
  std::tm parts{};
  Check(ASN1_TIME_to_tm(time, &parts) == 1, "ASN1_TIME_to_tm");
  return Instant(std::chrono::seconds(timegm(&parts)));
}

Certificate CertificateAccess::Wrap(X509Ptr x509) {
  auto native = std::make_shared<Certificate::Native>();
  native->der = EncodeDer(x509.get());
  native->sha256 = Sha256(native->der);
  native->key = X509_get0_pubkey(x509.get());
  native->algorithm = AlgorithmOf(native->key);
  native->x509 = std::move(x509);
  ERR_clear_error();  // of a key nobody here can read
  return Certificate(std::move(native));
}

Result<Certificate> Certificate::FromDer(std::string_view der) {
  LoadGost();  // a certificate parsed before that keeps an unreadable key for ever
  const auto* begin = Bytes(der);
  const auto* at = begin;
  X509Ptr x509(d2i_X509(nullptr, &at, static_cast<long>(der.size())));
  if (x509 == nullptr || at != begin + der.size() || !HasReadableTimes(x509.get()))
    return Malformed();
  return CertificateAccess::Wrap(std::move(x509));
}

Result<Certificate> Certificate::FromPem(std::string_view pem) {
  LoadGost();
  X509Ptr x509(PEM_read_bio_X509(ReadBio(pem).get(), nullptr, nullptr, nullptr));
  if (x509 == nullptr || !HasReadableTimes(x509.get())) return Malformed();
  return CertificateAccess::Wrap(std::move(x509));
}

Result<std::vector<Certificate>> ReadCertificates(std::string_view bytes) {
  constexpr std::string_view kBegin = "-----BEGIN CERTIFICATE-----";
  std::vector<Certificate> certificates;
  auto at = bytes.find(kBegin);
  if (at == std::string_view::npos) {
    auto only = Certificate::FromDer(bytes);
    if (!only) return only.refusal();
    return std::vector{*only};
  }
  for (; at != std::string_view::npos; at = bytes.find(kBegin, at + kBegin.size())) {
    auto certificate = Certificate::FromPem(bytes.substr(at));
    if (!certificate) return certificate.refusal();
    certificates.push_back(*certificate);
  }
  return certificates;
}

std::string Certificate::der() const { return native_->der; }

std::string Certificate::pem() const {
  const auto bio = WriteBio();
  Check(PEM_write_bio_X509(bio.get(), native_->x509.get()) == 1, "PEM_write_bio_X509");
  return Contents(bio.get());
}

std::string Certificate::sha256() const { return native_->sha256; }

std::string Certificate::subject_name() const {
  return ShownName(X509_get_subject_name(native_->x509.get()));
}

std::string Certificate::subject_ogrn() const {
  return NamePart(X509_get_subject_name(native_->x509.get()), NID_OGRN);
}

std::string Certificate::issuer_name() const {
  return ShownName(X509_get_issuer_name(native_->x509.get()));
}

std::string Certificate::subject() const {
  return WholeName(X509_get_subject_name(native_->x509.get()));
}

std::string Certificate::issuer() const {
  return WholeName(X509_get_issuer_name(native_->x509.get()));
}

std::string Certificate::serial() const {
  const BignumPtr number(ASN1_INTEGER_to_BN(X509_get0_serialNumber(native_->x509.get()), nullptr));
  Check(number != nullptr, "ASN1_INTEGER_to_BN");
  char* hex = BN_bn2hex(number.get());
  Check(hex != nullptr, "BN_bn2hex");
  std::string text(hex);
  OPENSSL_free(hex);
  return text;
}

Instant Certificate::not_before() const {
  return ReadTime(X509_get0_notBefore(native_->x509.get()));
}

Instant Certificate::not_after() const { return ReadTime(X509_get0_notAfter(native_->x509.get())); }

std::optional<GostAlgorithm> Certificate::algorithm() const { return native_->algorithm; }

std::string Certificate::parameters() const {
  return native_->algorithm ? ParameterSet(native_->x509.get()) : std::string();
}

bool Certificate::is_authority() const { return X509_check_ca(native_->x509.get()) > 0; }

std::string Certificate::key_usage() const {
  const int place = X509_get_ext_by_NID(native_->x509.get(), NID_key_usage, -1);
  if (place < 0) return {};
  const auto bio = WriteBio();
  X509V3_EXT_print(bio.get(), X509_get_ext(native_->x509.get(), place), 0, 0);
  return Contents(bio.get());
}

bool Certificate::may_sign() const {
  // All bits are set when the extension is absent.
  return (X509_get_key_usage(native_->x509.get()) & (KU_DIGITAL_SIGNATURE | KU_NON_REPUDIATION)) !=
         0;
}

bool Certificate::Verify(std::string_view digest, std::string_view signature) const {
  return VerifyHash(native_->key, digest, signature);
}

}  // namespace okno::crypto
