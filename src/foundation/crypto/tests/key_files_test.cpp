// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "test_keys.h"

namespace okno::crypto {
namespace {

TEST(Pkcs12, GivesBackTheKeyTheCertificateAndTheChain) {
  const auto root = MakeRoot(RequestFor("Корень"));
  const auto pair = MakeCertificate(RequestFor("ИС МФЦ"), root);
  for (auto form : {Pkcs12Form::kAes, Pkcs12Form::kGost}) {
    const auto store = MakePkcs12(pair, "секрет", form, root.certificate_pem);
    const auto content = ReadPkcs12(store, "секрет");
    ASSERT_TRUE(content) << content.refusal().code;
    EXPECT_EQ(content->pair.key_pem, pair.key_pem);
    EXPECT_EQ(content->pair.certificate_pem, pair.certificate_pem);
    EXPECT_EQ(content->chain_pem, root.certificate_pem);
    EXPECT_EQ(ReadPkcs12(store, "другой").refusal().code, "signer.password");
    EXPECT_TRUE(LoadPkcs12Signer(store, "секрет"));
  }
  EXPECT_EQ(ReadPkcs12("мусор", "x").refusal().code, "signer.key_malformed");
}

TEST(Certificates, AreReadFromOneFile) {
  const auto one = MakeRoot(RequestFor("A"));
  const auto other = MakeRoot(RequestFor("B"));
  const auto both = ReadCertificates(one.certificate_pem + "заметка\n" + other.certificate_pem);
  ASSERT_TRUE(both);
  ASSERT_EQ(both->size(), 2U);
  EXPECT_EQ(both->at(1).subject_name(), "B");
  EXPECT_EQ(ReadCertificates(Read(one).der())->size(), 1U);
  EXPECT_EQ(ReadCertificates("").refusal().code, "certificate.malformed");
  EXPECT_EQ(
      ReadCertificates(one.certificate_pem + "-----BEGIN CERTIFICATE-----\nAA==\n").refusal().code,
      "certificate.malformed");
}

TEST(Certificate, TellsItsFactsForPeople) {
  const auto root = Read(MakeRoot(RequestFor("Корень")));
  EXPECT_EQ(root.subject(), "CN=Корень, OGRN=1027700132195, O=МФЦ города Приозёрска, C=RU");
  EXPECT_EQ(root.issuer(), root.subject());
  EXPECT_EQ(root.parameters(), "id-GostR3410-2001-CryptoPro-A-ParamSet");
  EXPECT_TRUE(root.is_authority());
  const auto leaf = Read(MakeCertificate(RequestFor("ИС"), MakeRoot(RequestFor("Корень"))));
  EXPECT_FALSE(leaf.is_authority());
  EXPECT_EQ(leaf.key_usage(), "Digital Signature, Non Repudiation");
}

TEST(Cms, IsJudgedWithoutItsContentAsFarAsThatGoes) {
  const auto signer = SignerOf(MakeRoot(RequestFor("A")));
  auto cms = signer->SignCms("файл");
  const auto verdict = VerifyCmsAlone(cms);
  EXPECT_FALSE(verdict.valid);
  EXPECT_EQ(verdict.verdict, "signature.content_absent");
  EXPECT_EQ(verdict.message_digest, GostDigest(GostAlgorithm::kGost2012_256, "файл"));
  cms[cms.size() - 5] = static_cast<char>(cms[cms.size() - 5] ^ 1);
  EXPECT_EQ(VerifyCmsAlone(cms).verdict, "signature.wrong");
  EXPECT_EQ(VerifyCmsAlone("мусор").verdict, "signature.malformed");
}

}  // namespace
}  // namespace okno::crypto
