// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "crypto/hash.h"
#include "test_keys.h"

namespace okno::crypto {
namespace {

using namespace std::chrono;

TEST(Certificate, TellsWhoseItIs) {
  const auto root = MakeRoot(RequestFor("Тестовый удостоверяющий центр «Окно»"));
  const auto certificate = Read(MakeCertificate(RequestFor("ИС МФЦ"), root));
  EXPECT_EQ(certificate.subject_name(), "ИС МФЦ");
  EXPECT_EQ(certificate.subject_ogrn(), "1027700132195");
  EXPECT_EQ(certificate.issuer_name(), "Тестовый удостоверяющий центр «Окно»");
  EXPECT_EQ(FormatInstant(certificate.not_before()), "2026-01-01T00:00:00Z");
  EXPECT_EQ(FormatInstant(certificate.not_after()), "2027-01-01T00:00:00Z");
  EXPECT_EQ(certificate.algorithm(), GostAlgorithm::kGost2012_256);
  EXPECT_EQ(certificate.serial().size(), 32U);
  EXPECT_EQ(certificate.serial().find_first_not_of("0123456789ABCDEF"), std::string::npos);
  EXPECT_EQ(certificate.sha256(), Sha256(certificate.der()));
}

TEST(Certificate, IsNamedByItsOrganizationWithoutCommonName) {
  auto request = RequestFor("");
  request.ogrn.clear();
  request.organization = std::string(200, 'x');  // longer than X.520 allows a common name to be
  const auto certificate = Read(MakeRoot(request));
  EXPECT_EQ(certificate.subject_name(), request.organization);
  EXPECT_EQ(certificate.subject_ogrn(), "");
}

TEST(Certificate, GoesThroughDerAndPem) {
  const auto certificate = Read(MakeRoot(RequestFor("A")));
  EXPECT_EQ(Certificate::FromDer(certificate.der())->pem(), certificate.pem());
  EXPECT_EQ(Certificate::FromPem(certificate.pem())->der(), certificate.der());
}

TEST(Certificate, ThatIsNoneIsRefused) {
  const auto der = Read(MakeRoot(RequestFor("A"))).der();
  for (const std::string& bytes :
       {std::string(), std::string("x"), der + "x", der.substr(0, der.size() - 1)}) {
    const auto parsed = Certificate::FromDer(bytes);
    ASSERT_FALSE(parsed);
    EXPECT_EQ(parsed.refusal().code, "certificate.malformed");
  }
  EXPECT_FALSE(Certificate::FromPem(""));
  EXPECT_FALSE(
      Certificate::FromPem("-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n"));
}

TEST(Issue, RefusesTheOldAlgorithm) {
  EXPECT_THROW(MakeRoot(RequestFor("A", GostAlgorithm::kGost2001)), std::invalid_argument);
}

TEST(TrustStore, JudgesChainAndDates) {
  const auto root = MakeRoot(RequestFor("Корень"));
  const auto certificate = Read(MakeCertificate(RequestFor("ИС"), root));
  TrustStore store;
  EXPECT_EQ(store.Judge(certificate, Day(2026y / 6 / 1)), "certificate.untrusted");
  store.AddRoot(Read(root));
  EXPECT_EQ(store.Judge(certificate, Day(2026y / 6 / 1)), "certificate.valid")
      << "the old answer is not kept";
  EXPECT_EQ(store.Judge(certificate, Day(2025y / 12 / 31)), "certificate.not_yet_valid");
  EXPECT_EQ(store.Judge(certificate, Day(2027y / 1 / 2)), "certificate.expired");
  EXPECT_EQ(store.Judge(Read(root), Day(2026y / 6 / 1)), "certificate.valid")
      << "a root is trusted by hand: the bus of a stand signs with its own";
}

TEST(TrustStore, LooksAtTheDatesOfTheWholeChain) {
  auto short_lived = RequestFor("Корень");
  short_lived.not_after = Day(2026y / 3 / 1);
  const auto root = MakeRoot(short_lived);
  TrustStore store;
  store.AddRoot(Read(root));
  const auto certificate = Read(MakeCertificate(RequestFor("ИС"), root));
  EXPECT_EQ(store.Judge(certificate, Day(2026y / 2 / 1)), "certificate.valid");
  EXPECT_EQ(store.Judge(certificate, Day(2026y / 6 / 1)), "certificate.expired");
}

TEST(TrustStore, DoesNotTrustAnotherRootOfTheSameName) {
  const auto right = MakeRoot(RequestFor("Корень"));
  const auto forged = MakeRoot(RequestFor("Корень"));
  TrustStore store;
  store.AddRoot(Read(right));
  EXPECT_EQ(store.Judge(Read(MakeCertificate(RequestFor("ИС"), forged)), Day(2026y / 6 / 1)),
            "certificate.untrusted");
}

TEST(TrustStore, DoesNotLetAnEndCertificateIssueOthers) {
  const auto root = MakeRoot(RequestFor("Корень"));
  const auto participant = MakeCertificate(RequestFor("ИС"), root);
  const auto forged = Read(MakeCertificate(RequestFor("Подделка"), participant));
  TrustStore store;
  store.AddRoot(Read(root));
  EXPECT_EQ(store.Judge(forged, Day(2026y / 6 / 1)), "certificate.untrusted");
  store.AddRoot(Read(participant));
  EXPECT_EQ(store.Judge(forged, Day(2026y / 6 / 1)), "certificate.untrusted")
      << "it is no authority even when trusted itself";
}

}  // namespace
}  // namespace okno::crypto
