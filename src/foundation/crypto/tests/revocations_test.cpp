// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>
#include <openssl/pem.h>
#include <openssl/x509v3.h>

#include "certificate_native.h"
#include "test_keys.h"

namespace okno::crypto {
namespace {

using namespace std::chrono;

struct Listed {
  Certificate certificate;
  Instant since;
};
struct ListRequest {
  Instant issued_at;
  std::vector<Listed> revoked = {};
  std::string distribution_point = {};  // the list is for the certificates that name it
  std::string key_id = {};              // of the key it is signed with
};

ASN1_TIME* TimeOf(Instant at) { return ASN1_TIME_set(nullptr, system_clock::to_time_t(at)); }

void AddEntry(X509_CRL* list, const Listed& listed) {
  auto* entry = X509_REVOKED_new();
  const auto& x509 = listed.certificate.native().x509;
  X509_REVOKED_set_serialNumber(entry, X509_get_serialNumber(x509.get()));
  auto* since = TimeOf(listed.since);
  X509_REVOKED_set_revocationDate(entry, since);
  ASN1_TIME_free(since);
  X509_CRL_add0_revoked(list, entry);
}

// As the authority would give it out, DER.
std::string MakeList(const KeyAndCertificate& authority, const ListRequest& request) {
  const X509CrlPtr list(X509_CRL_new());
  const auto issuer = Read(authority);
  X509_CRL_set_version(list.get(), 1);
  X509_CRL_set_issuer_name(list.get(), X509_get_subject_name(issuer.native().x509.get()));
  auto* issued_at = TimeOf(request.issued_at);
  X509_CRL_set1_lastUpdate(list.get(), issued_at);
  ASN1_TIME_free(issued_at);
  for (const auto& listed : request.revoked) AddEntry(list.get(), listed);
  if (!request.distribution_point.empty()) {
    auto* part = X509V3_EXT_conf_nid(nullptr, nullptr, NID_issuing_distribution_point,
                                     ("fullname:URI:" + request.distribution_point).c_str());
    X509_CRL_add_ext(list.get(), part, -1);
    X509_EXTENSION_free(part);
  }
  if (!request.key_id.empty()) {
    const AuthorityKeyIdPtr id(AUTHORITY_KEYID_new());
    id->keyid = ASN1_OCTET_STRING_new();
    ASN1_OCTET_STRING_set(id->keyid, Bytes(request.key_id),
                          static_cast<int>(request.key_id.size()));
    X509_CRL_add1_ext_i2d(list.get(), NID_authority_key_identifier, id.get(), 0, 0);
  }
  X509_CRL_sort(list.get());
  const auto bio = ReadBio(authority.key_pem);
  const KeyPtr key(PEM_read_bio_PrivateKey(bio.get(), nullptr, nullptr, nullptr));
  X509_CRL_sign(list.get(), key.get(), EVP_get_digestbyname("md_gost12_256"));
  unsigned char* der = nullptr;
  const int size = i2d_X509_CRL(list.get(), &der);
  const std::string bytes(reinterpret_cast<char*>(der), static_cast<std::size_t>(size));
  OPENSSL_free(der);
  return bytes;
}

class RevocationsTest : public ::testing::Test {
 protected:
  std::string Judged(const std::vector<ListRequest>& lists) {
    TrustStore trust;
    trust.AddRoot(Read(root_));
    for (const auto& list : lists) EXPECT_TRUE(trust.AddRevocations(MakeList(root_, list)));
    return trust.Judge(subject_, kMarch);
  }

  static constexpr auto kJanuary = sys_days{2026y / 1 / 10}, kFebruary = sys_days{2026y / 2 / 10},
                        kMarch = sys_days{2026y / 3 / 10}, kApril = sys_days{2026y / 4 / 10};
  const KeyAndCertificate root_ = MakeRoot(RequestFor("Корень"));
  const Certificate subject_ = Read(MakeCertificate(RequestFor("ИС"), root_));
  const Certificate other_ = Read(MakeCertificate(RequestFor("ИС 2"), root_));
};

TEST_F(RevocationsTest, CountFromTheirDateOn) {
  EXPECT_EQ(Judged({}), "certificate.valid");
  EXPECT_EQ(Judged({{.issued_at = kFebruary, .revoked = {{subject_, kFebruary}}}}),
            "certificate.revoked");
  EXPECT_EQ(Judged({{.issued_at = kApril, .revoked = {{subject_, kApril}}}}), "certificate.valid");
  EXPECT_EQ(Judged({{.issued_at = kFebruary, .revoked = {{other_, kFebruary}}}}),
            "certificate.valid");
}

// RFC 5280 section 5.3.1: what was on hold may be good again, and is then listed no more. The old
// list still lies beside the new one, under another name.
TEST_F(RevocationsTest, OfAnAuthorityAreThoseOfItsNewestList) {
  const ListRequest old{.issued_at = kJanuary, .revoked = {{subject_, kJanuary}}};
  const ListRequest released{.issued_at = kFebruary, .revoked = {{other_, kFebruary}}};
  EXPECT_EQ(Judged({old, released}), "certificate.valid");
  EXPECT_EQ(Judged({released, old}), "certificate.valid");
  EXPECT_EQ(Judged({{.issued_at = kFebruary, .revoked = {{subject_, kJanuary}}}, old}),
            "certificate.revoked");
}

TEST_F(RevocationsTest, OfTwoListsOfOneSecondCountTogether) {
  const ListRequest one{.issued_at = kFebruary, .revoked = {{other_, kFebruary}}};
  const ListRequest two{.issued_at = kFebruary, .revoked = {{subject_, kJanuary}}};
  EXPECT_EQ(Judged({one, two}), "certificate.revoked");
  EXPECT_EQ(Judged({two, one}), "certificate.revoked");
}

// RFC 5280 section 5.2.5: a newer list of other certificates says nothing of these.
TEST_F(RevocationsTest, OfOnePartOfTheCertificatesAreNotReplacedByAnothers) {
  EXPECT_EQ(Judged({{.issued_at = kJanuary,
                     .revoked = {{subject_, kJanuary}},
                     .distribution_point = "http://ca.example/1.crl"},
                    {.issued_at = kFebruary, .distribution_point = "http://ca.example/2.crl"}}),
            "certificate.revoked");
}

TEST_F(RevocationsTest, OfSomebodyElseWithTheSameNameAreNothing) {
  TrustStore trust;
  trust.AddRoot(Read(root_));
  const auto impostor = MakeRoot(RequestFor("Корень"));
  ASSERT_TRUE(trust.AddRevocations(
      MakeList(impostor, {.issued_at = kFebruary, .revoked = {{subject_, kFebruary}}})));
  EXPECT_EQ(trust.Judge(subject_, kMarch), "certificate.valid");
}

TEST_F(RevocationsTest, TellWhichListsTheyTakeThePlaceOf) {
  const auto part_of = [](const KeyAndCertificate& authority, const ListRequest& request) {
    return TrustStore().AddRevocations(MakeList(authority, request)).value().at(0).part;
  };
  const ListRequest first{.issued_at = kJanuary, .key_id = "1"};
  EXPECT_EQ(part_of(root_, first),
            part_of(root_, {.issued_at = kApril, .revoked = {{subject_, kApril}}, .key_id = "1"}));
  EXPECT_NE(part_of(root_, first), part_of(MakeRoot(RequestFor("Корень 2")), first));
  for (const auto& other :
       {ListRequest{.issued_at = kApril, .key_id = "2"},
        ListRequest{
            .issued_at = kApril, .distribution_point = "http://ca.example/1.crl", .key_id = "1"}})
    EXPECT_NE(part_of(root_, first), part_of(root_, other)) << other.key_id;
}

TEST_F(RevocationsTest, OfWhichAPartIsMissingAreRefused) {
  TrustStore trust;
  const auto list = MakeList(root_, {.issued_at = kJanuary});
  const auto read = trust.AddRevocations(list).value();
  ASSERT_EQ(read.size(), 1U);
  EXPECT_EQ(FormatInstant(read[0].issued_at), "2026-01-10T00:00:00Z");
  for (const auto& bytes : {std::string(), list.substr(0, list.size() - 1), list + "0",
                            std::string("-----BEGIN X509 CRL-----\nMII")}) {
    EXPECT_EQ(trust.AddRevocations(bytes).refusal().code, "crl.malformed") << bytes.size();
  }
}

}  // namespace
}  // namespace okno::crypto
