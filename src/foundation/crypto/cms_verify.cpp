// SPDX-License-Identifier: Apache-2.0
#include <openssl/err.h>
#include <openssl/ess.h>

#include <ctime>

#include "certificate_native.h"
#include "cms.h"
#include "crypto/hash.h"
#include "gost_engine.h"

namespace okno::crypto {
namespace {

std::string_view View(const ASN1_STRING* text) {
  return {reinterpret_cast<const char*>(ASN1_STRING_get0_data(text)),
          static_cast<std::size_t>(ASN1_STRING_length(text))};
}

// The value of a signed attribute that must be there exactly once; null otherwise.
const void* SignedAttribute(CMS_SignerInfo* signer, int kind, int type) {
  constexpr int kOnce = -3;
  return CMS_signed_get0_data_by_OBJ(signer, OBJ_nid2obj(kind), kOnce, type);
}

CMS_SignerInfo* OnlySigner(CMS_ContentInfo* cms) {
  if (OBJ_obj2nid(CMS_get0_type(cms)) != NID_pkcs7_signed || CMS_is_detached(cms) != 1)
    return nullptr;
  auto* signers = CMS_get0_SignerInfos(cms);
  return sk_CMS_SignerInfo_num(signers) == 1 ? sk_CMS_SignerInfo_value(signers, 0) : nullptr;
}

std::optional<Certificate> SignerCertificate(CMS_ContentInfo* cms, CMS_SignerInfo* signer) {
  if (CMS_set1_signers_certs(cms, nullptr, 0) < 1) return std::nullopt;
  X509* x509 = nullptr;
  CMS_SignerInfo_get0_algs(signer, nullptr, &x509, nullptr, nullptr);
  if (x509 == nullptr) return std::nullopt;
  X509_up_ref(x509);
  auto certificate = CertificateAccess::Wrap(X509Ptr(x509));
  if (!certificate.algorithm()) return std::nullopt;
  return certificate;
}

bool UsesDigestOf(CMS_SignerInfo* signer, GostAlgorithm algorithm) {
  X509_ALGOR* digest = nullptr;
  CMS_SignerInfo_get0_algs(signer, nullptr, nullptr, &digest, nullptr);
  return OBJ_obj2nid(digest->algorithm) == EVP_MD_get_type(GostDigestMethod(algorithm));
}

std::optional<Instant> SigningTime(CMS_SignerInfo* signer) {
  for (int type : {V_ASN1_UTCTIME, V_ASN1_GENERALIZEDTIME}) {
    const auto* time =
        static_cast<const ASN1_TIME*>(SignedAttribute(signer, NID_pkcs9_signingTime, type));
    std::tm parts{};
    if (time != nullptr && ASN1_TIME_to_tm(time, &parts) == 1)
      return Instant(std::chrono::seconds(timegm(&parts)));
  }
  return std::nullopt;
}

// CAdES-BES names the signer's certificate by its digest, so that another one with the same key can
// not be put in.
bool NamesTheCertificate(CMS_SignerInfo* signer, const Certificate& certificate) {
  const auto* value = static_cast<const ASN1_STRING*>(
      SignedAttribute(signer, NID_id_smime_aa_signingCertificateV2, V_ASN1_SEQUENCE));
  if (value ==
      nullptr) {  // plain PKCS#7, as СМЭВ allows; but one that can not be read is not "none"
    return CMS_signed_get_attr_by_NID(signer, NID_id_smime_aa_signingCertificateV2, -1) < 0;
  }
  const auto* at = ASN1_STRING_get0_data(value);
  const std::unique_ptr<ESS_SIGNING_CERT_V2, FreeWith<ESS_SIGNING_CERT_V2_free>> named(
      d2i_ESS_SIGNING_CERT_V2(nullptr, &at, ASN1_STRING_length(value)));
  if (named == nullptr) return false;
  const std::unique_ptr<STACK_OF(X509), decltype([](STACK_OF(X509) * s) { sk_X509_free(s); })>
      chain(sk_X509_new_null());
  sk_X509_push(chain.get(), certificate.native().x509.get());
  return OSSL_ESS_check_signing_certs(nullptr, named.get(), chain.get(), 1) > 0;
}

CmsVerdict Judge(CMS_ContentInfo* cms, std::optional<std::string_view> content) {
  auto* signer = OnlySigner(cms);
  if (signer == nullptr) return {.verdict = "signature.malformed"};
  CmsVerdict verdict{.verdict = "signature.malformed",
                     .certificate = SignerCertificate(cms, signer)};
  if (!verdict.certificate) return verdict;
  const auto algorithm = *verdict.certificate->algorithm();
  const auto* digest = static_cast<const ASN1_STRING*>(
      SignedAttribute(signer, NID_pkcs9_messageDigest, V_ASN1_OCTET_STRING));
  if (digest == nullptr || !UsesDigestOf(signer, algorithm)) return verdict;
  verdict.signing_time = SigningTime(signer);
  verdict.message_digest = View(digest);
  if (CMS_SignerInfo_verify(signer) != 1 || !NamesTheCertificate(signer, *verdict.certificate)) {
    verdict.verdict = "signature.wrong";
  } else if (!content) {
    verdict.verdict = "signature.content_absent";
  } else if (!SameBytes(View(digest), GostDigest(algorithm, *content))) {
    verdict.verdict = "signature.content_changed";
  } else {
    verdict.verdict = "signature.valid";
    verdict.valid = true;
  }
  return verdict;
}

CmsVerdict Verify(std::string_view cms_der, std::optional<std::string_view> content) {
  LoadGost();
  const CmsPtr cms(d2i_CMS_bio(ReadBio(cms_der).get(), nullptr));
  auto verdict =
      cms == nullptr ? CmsVerdict{.verdict = "signature.malformed"} : Judge(cms.get(), content);
  ERR_clear_error();
  return verdict;
}

}  // namespace

CmsVerdict VerifyCms(std::string_view cms_der, std::string_view content) {
  return Verify(cms_der, content);
}

CmsVerdict VerifyCmsAlone(std::string_view cms_der) { return Verify(cms_der, std::nullopt); }

}  // namespace okno::crypto
