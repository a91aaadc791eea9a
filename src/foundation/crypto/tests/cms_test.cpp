// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "crypto/hash.h"
#include "openssl_types.h"
#include "test_keys.h"

namespace okno::crypto {
namespace {

class Cms : public testing::TestWithParam<GostAlgorithm> {
 protected:
  const KeyAndCertificate pair_ = MakeRoot(RequestFor("ИС МФЦ", GetParam()));
  const std::shared_ptr<const Signer> signer_ = SignerOf(pair_);
  const std::string content_ = "Скан\0паспорта\r\n" + std::string(10'000, 'x');
  const std::string cms_ = signer_->SignCms(content_);
};
INSTANTIATE_TEST_SUITE_P(Gost2012, Cms,
                         testing::Values(GostAlgorithm::kGost2012_256,
                                         GostAlgorithm::kGost2012_512));

TEST_P(Cms, VerifiesWithItsContent) {
  const auto verdict = VerifyCms(cms_, content_);
  EXPECT_TRUE(verdict.valid);
  EXPECT_EQ(verdict.verdict, "signature.valid");
  ASSERT_TRUE(verdict.certificate);
  EXPECT_EQ(verdict.certificate->der(), signer_->certificate().der());
  ASSERT_TRUE(verdict.signing_time);
  EXPECT_GT(*verdict.signing_time, Day(std::chrono::year{2020} / 1 / 1));
  EXPECT_TRUE(VerifyCms(signer_->SignCms(""), "").valid);
}

TEST_P(Cms, IsDetachedAndCarriesNoSmimeCapabilities) {
  EXPECT_LT(cms_.size(), 3000U);
  const CmsPtr cms(d2i_CMS_bio(ReadBio(cms_).get(), nullptr));
  ASSERT_NE(cms, nullptr);
  EXPECT_EQ(CMS_is_detached(cms.get()), 1);
  auto* signer = sk_CMS_SignerInfo_value(CMS_get0_SignerInfos(cms.get()), 0);
  EXPECT_LT(CMS_signed_get_attr_by_NID(signer, NID_SMIMECapabilities, -1), 0);
  EXPECT_GE(CMS_signed_get_attr_by_NID(signer, NID_id_smime_aa_signingCertificateV2, -1), 0);
}

TEST_P(Cms, SaysThatTheContentWasChanged) {
  const auto verdict = VerifyCms(cms_, content_ + " ");
  EXPECT_FALSE(verdict.valid);
  EXPECT_EQ(verdict.verdict, "signature.content_changed");
}

TEST_P(Cms, NeverTakesADamagedSignatureForValid) {
  for (std::size_t at = 0; at < cms_.size(); at += 7) {
    auto damaged = cms_;
    damaged[at] = static_cast<char>(damaged[at] ^ 0x10);
    const auto verdict = VerifyCms(damaged, content_);
    if (!verdict.valid) continue;
    // Only what is outside the signature proper may change: fields of the set that nobody signs.
    EXPECT_EQ(verdict.certificate->der(), signer_->certificate().der()) << at;
  }
  auto damaged = cms_;
  damaged.back() = static_cast<char>(damaged.back() ^ 1);  // the signature value stands at the end
  EXPECT_EQ(VerifyCms(damaged, content_).verdict, "signature.wrong");
}

TEST_P(Cms, ThatCanNotBeReadIsMalformed) {
  for (const std::string& bytes : {std::string(), std::string("junk"),
                                   cms_.substr(0, cms_.size() / 2), signer_->certificate().der()}) {
    const auto verdict = VerifyCms(bytes, content_);
    EXPECT_FALSE(verdict.valid);
    EXPECT_EQ(verdict.verdict, "signature.malformed");
  }
}

TEST_P(Cms, WithTheContentInsideIsMalformed) {
  const CmsPtr cms(CMS_data_create(ReadBio(content_).get(), CMS_BINARY));
  const auto out = WriteBio();
  ASSERT_EQ(i2d_CMS_bio(out.get(), cms.get()), 1);
  EXPECT_EQ(VerifyCms(Contents(out.get()), content_).verdict, "signature.malformed");
}

}  // namespace
}  // namespace okno::crypto
