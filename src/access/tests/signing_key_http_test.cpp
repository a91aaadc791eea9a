// SPDX-License-Identifier: Apache-2.0
#include <openssl/ec.h>
#include <openssl/pem.h>
#include <openssl/pkcs12.h>
#include <openssl/x509.h>

#include "access/signing_keys.h"
#include "served.h"
#include "text/strings.h"

namespace okno::access::testing {
namespace {

constexpr char kKeyPath[] = "/api/v1/session/signing-key";
constexpr char kKeySecret[] = "длинное слово";

// A whole PKCS#12 with a key of NIST P-256 and a certificate of its own, opened by kKeySecret.
std::string ForeignPkcs12() {
  EVP_PKEY* key = EVP_EC_gen("P-256");
  X509* x509 = X509_new();
  X509_set_version(x509, X509_VERSION_3);
  ASN1_INTEGER_set(X509_get_serialNumber(x509), 1);
  X509_gmtime_adj(X509_getm_notBefore(x509), 0);
  X509_gmtime_adj(X509_getm_notAfter(x509), 3600);
  X509_NAME_add_entry_by_txt(X509_get_subject_name(x509), "CN", MBSTRING_UTF8,
                             reinterpret_cast<const unsigned char*>("Foreign"), -1, -1, 0);
  X509_set_issuer_name(x509, X509_get_subject_name(x509));
  X509_set_pubkey(x509, key);
  X509_sign(x509, key, EVP_sha256());
  PKCS12* store = PKCS12_create(kKeySecret, "foreign", key, x509, nullptr, 0, 0, 0, 0, 0);
  unsigned char* der = nullptr;
  const int size = i2d_PKCS12(store, &der);
  std::string bytes(reinterpret_cast<char*>(der), size);
  OPENSSL_free(der);
  PKCS12_free(store);
  X509_free(x509);
  EVP_PKEY_free(key);
  return bytes;
}

class SigningKeys : public ServedTest {
 protected:
  SigningKeys() { crypto::LoadGost(); }
  crypto::KeyRequest Request() const {
    return {.common_name = "Иванова Анна Петровна",
            .not_before = kNow - std::chrono::hours(1),
            .not_after = kNow + std::chrono::days(30)};
  }
  static std::string Pkcs12(const crypto::KeyRequest& request) {
    return crypto::MakePkcs12(crypto::MakeCertificate(request, crypto::MakeRoot(request)),
                              kKeySecret);
  }
  http::ClientAnswer Put(Browser& browser, const std::string& pkcs12,
                         const std::string& password = kKeySecret) {
    return browser.Send("PUT", kKeyPath,
                        {{"file", text::Base64Encode(pkcs12)},
                         {"password", password},
                         {"account_password", kPassword}});
  }
  static http::ClientAnswer Remove(Browser& browser, const std::string& own = kPassword) {
    return browser.Send("DELETE", kKeyPath, {{"account_password", own}});
  }
  static std::pair<std::string, std::string> FieldOf(const http::ClientAnswer& answer) {
    const auto body = Json::parse(answer.body);
    if (answer.status != 422) return {std::to_string(answer.status), answer.body};
    return {body["fields"][0]["pointer"], body["fields"][0]["code"]};
  }
  // A key of GOST in a file made as `cipher` (-1: not at all) and `rounds` say.
  static std::string Pkcs12Of(const crypto::KeyRequest& request, int cipher, int rounds,
                              const std::string& password = kKeySecret) {
    const auto pair = crypto::MakeCertificate(request, crypto::MakeRoot(request));
    const auto bio = [](const std::string& text) { return BIO_new_mem_buf(text.data(), -1); };
    BIO *key_bio = bio(pair.key_pem), *certificate_bio = bio(pair.certificate_pem);
    EVP_PKEY* key = PEM_read_bio_PrivateKey(key_bio, nullptr, nullptr, nullptr);
    X509* x509 = PEM_read_bio_X509(certificate_bio, nullptr, nullptr, nullptr);
    PKCS12* store = PKCS12_create(password.c_str(), "own", key, x509, nullptr, cipher, cipher,
                                  rounds, rounds, 0);
    unsigned char* der = nullptr;
    const int size = i2d_PKCS12(store, &der);
    std::string bytes(reinterpret_cast<char*>(der), size);
    OPENSSL_free(der);
    PKCS12_free(store);
    X509_free(x509);
    EVP_PKEY_free(key);
    BIO_free(key_bio);
    BIO_free(certificate_bio);
    return bytes;
  }
  using Field = std::pair<std::string, std::string>;
  Result<std::shared_ptr<const crypto::Signer>> Open(const std::string& password) {
    return OpenSigningKey(context_, house_.As("operator"), password);
  }
};

TEST_F(SigningKeys, OneIsUploadedShownUsedAndRemoved) {
  Browser browser = SignedIn("operator");
  EXPECT_EQ(Json::parse(browser.Get(kKeyPath).body), Json::object());
  const auto kept = Put(browser, Pkcs12(Request()));
  ASSERT_EQ(kept.status, 200) << kept.body;
  const auto key = Json::parse(browser.Get(kKeyPath).body)["key"];
  EXPECT_EQ(key["owner"], "Иванова Анна Петровна");
  EXPECT_EQ(key["not_after"], FormatInstant(kNow + std::chrono::days(30)));
  EXPECT_FALSE(key.contains("objection"));
  const auto signer = Open(kKeySecret);
  ASSERT_TRUE(signer) << signer.refusal().code;
  EXPECT_EQ((*signer)->certificate().subject_name(), "Иванова Анна Петровна");
  EXPECT_EQ(Json::parse(SignedIn("processor").Get(kKeyPath).body), Json::object()) << "another's";
  EXPECT_EQ(Remove(browser).status, 204);
  EXPECT_EQ(CodeOf(Remove(browser)), "access.signing_key_absent");
  EXPECT_EQ(Open(kKeySecret).refusal().code, "access.signing_key_absent");
}

TEST_F(SigningKeys, WhatMayNotSignIsRefusedAtItsField) {
  Browser browser = SignedIn("operator");
  const auto good = Pkcs12(Request());
  EXPECT_EQ(FieldOf(Put(browser, good, "другое")), (Field{"/password", "signer.password"}));
  EXPECT_EQ(FieldOf(Put(browser, "no PKCS#12")), (Field{"/file", "signer.key_malformed"}));
  EXPECT_EQ(FieldOf(browser.Send(
                "PUT", kKeyPath,
                {{"file", "***"}, {"password", kKeySecret}, {"account_password", kPassword}})),
            (Field{"/file", "signer.key_malformed"}));
  EXPECT_EQ(FieldOf(Put(browser, std::string(70'000, 'x'))),
            (Field{"/file", "signer.key_malformed"}));
  auto request = Request();
  request.not_after = kNow - std::chrono::minutes(1);
  EXPECT_EQ(FieldOf(Put(browser, Pkcs12(request))), (Field{"/file", "certificate.expired"}));
  request.not_before = kNow + std::chrono::hours(1);
  request.not_after = kNow + std::chrono::hours(2);
  EXPECT_EQ(FieldOf(Put(browser, Pkcs12(request))), (Field{"/file", "certificate.not_yet_valid"}));
  const auto authority = crypto::MakePkcs12(crypto::MakeRoot(Request()), kKeySecret);
  EXPECT_EQ(FieldOf(Put(browser, authority)), (Field{"/file", "access.signing_key_usage"}));
  EXPECT_EQ(Json::parse(browser.Get(kKeyPath).body), Json::object()) << "nothing was kept";
}

TEST_F(SigningKeys, AnOpenSessionAloneNeitherReplacesNorRemovesOne) {
  Browser browser = SignedIn("operator");
  ASSERT_EQ(Put(browser, Pkcs12(Request())).status, 200);
  const Json other{{"file", text::Base64Encode(Pkcs12(Request()))},
                   {"password", kKeySecret},
                   {"account_password", "wrong wrong"}};
  const Field wrong{"/account_password", "access.password_wrong"};
  const auto kept = browser.Get(kKeyPath).body;
  for (int i = 0; i < 3; ++i) EXPECT_EQ(FieldOf(browser.Send("PUT", kKeyPath, other)), wrong);
  for (int i = 0; i < 2; ++i) EXPECT_EQ(FieldOf(Remove(browser, "wrong wrong")), wrong);
  EXPECT_EQ(CodeOf(Remove(browser)), "access.too_many_attempts") << "as at sign-in";
  EXPECT_EQ(browser.Get(kKeyPath).body, kept);
  clock_.Advance(std::chrono::seconds(31));
  EXPECT_EQ(Remove(browser).status, 204);
}

TEST_F(SigningKeys, OneThatTheDatabaseWouldNotKeepSafeIsRefused) {
  Browser browser = SignedIn("operator");
  EXPECT_EQ(FieldOf(Put(browser, Pkcs12Of(Request(), -1, 2048))),
            (Field{"/file", "signer.key_open"}));
  EXPECT_EQ(FieldOf(Put(browser, Pkcs12Of(Request(), NID_aes_256_cbc, 1))),
            (Field{"/file", "signer.key_rounds"}));
  EXPECT_EQ(FieldOf(Put(browser, Pkcs12Of(Request(), NID_aes_256_cbc, 2048, "коротко"), "коротко")),
            (Field{"/password", "access.signing_key_password_short"}));
  EXPECT_EQ(Put(browser, Pkcs12Of(Request(), NID_aes_256_cbc, 2048)).status, 200);
}

TEST_F(SigningKeys, OneOfSomebodyElseIsRefused) {
  Browser browser = SignedIn("operator");
  auto request = Request();
  request.common_name = "Иванов Анатолий Петрович";
  EXPECT_EQ(FieldOf(Put(browser, Pkcs12(request))), (Field{"/file", "access.signing_key_foreign"}));
  request.common_name = "АННА ИВАНОВА";
  EXPECT_EQ(Put(browser, Pkcs12(request)).status, 200);
}

TEST_F(SigningKeys, UploadsWithoutEndAreSlowedDown) {
  Browser browser = SignedIn("operator");
  for (int i = 0; i < 20; ++i) {
    EXPECT_EQ(FieldOf(Put(browser, "no PKCS#12")), (Field{"/file", "signer.key_malformed"}));
  }
  EXPECT_EQ(CodeOf(Put(browser, Pkcs12(Request()))), "access.too_many_attempts");
}

TEST_F(SigningKeys, AKeyThatIsNotGostIsRefused) {
  Browser browser = SignedIn("operator");
  EXPECT_EQ(FieldOf(Put(browser, ForeignPkcs12())),
            (Field{"/file", "access.signing_key_not_gost"}));
}

TEST_F(SigningKeys, GuessingThePasswordIsSlowedDownAndTheRightOneForgives) {
  Browser browser = SignedIn("operator");
  ASSERT_EQ(Put(browser, Pkcs12(Request())).status, 200);
  for (int i = 0; i < 4; ++i) {
    EXPECT_EQ(Open("наугад").refusal().fields.at(0).code, "signer.password");
  }
  EXPECT_TRUE(Open(kKeySecret)) << "before the pause";
  for (int i = 0; i < 5; ++i) EXPECT_FALSE(Open("наугад"));
  EXPECT_EQ(Open(kKeySecret).refusal().code, "access.too_many_attempts");
  clock_.Advance(std::chrono::seconds(31));
  EXPECT_TRUE(Open(kKeySecret));
}

TEST_F(SigningKeys, AnExpiredOneSaysSo) {
  Browser browser = SignedIn("operator");
  ASSERT_EQ(Put(browser, Pkcs12(Request())).status, 200);
  clock_.Advance(std::chrono::days(31));
  const auto key = FindSigningKey(context_, house_.As("operator"));
  EXPECT_EQ(key->objection, "certificate.expired");
  EXPECT_EQ(Open(kKeySecret).refusal().code, "certificate.expired");
}

TEST_F(SigningKeys, ThoseThatEndSoonAreToldToTheAdministratorAndCounted) {
  auto request = Request();
  request.not_after = kNow + std::chrono::days(40);
  Browser browser = SignedIn("operator");
  ASSERT_EQ(Put(browser, Pkcs12(request)).status, 200);
  const auto ending = [&] {
    return Json::parse(SignedIn("administrator").Get("/api/v1/ending-signing-keys").body)["items"];
  };
  const auto outlook = [&] { return OutlookOfKeys(context_, std::chrono::days(30)); };
  EXPECT_EQ(ending(), Json::array());
  EXPECT_EQ(outlook().ending, 0);
  EXPECT_EQ(outlook().nearest_end, request.not_after);
  clock_.Advance(std::chrono::days(11));
  ASSERT_EQ(ending().size(), 1u);
  EXPECT_EQ(ending()[0]["owner"], house_.As("operator").display_name);
  EXPECT_EQ(ending()[0]["not_after"], FormatInstant(request.not_after));
  EXPECT_EQ(outlook().ending, 1);
  clock_.Advance(std::chrono::days(30));
  EXPECT_EQ(ending().size(), 1u) << "an ended one stays in sight";
  EXPECT_EQ(outlook().ending, 0);
  EXPECT_EQ(outlook().ended, 1);
  EXPECT_EQ(outlook().nearest_end, std::nullopt);
  EXPECT_EQ(SignedIn("operator").Get("/api/v1/ending-signing-keys").status, 403);
}

TEST_F(SigningKeys, OneKeptBeforeTermsWereNotedGetsItsTerm) {
  Browser browser = SignedIn("operator");
  ASSERT_EQ(Put(browser, Pkcs12(Request())).status, 200);
  pool_.Transact(db::Scope::System(), [](db::Tx& tx) {
    tx.Run({"test.forget", "UPDATE access.signing_keys SET not_after = NULL"});
  });
  ASSERT_EQ(OutlookOfKeys(context_, std::chrono::days(31)).ending, 0);
  NoteTermsOfKeys(pool_);
  EXPECT_EQ(OutlookOfKeys(context_, std::chrono::days(31)).ending, 1);
}

TEST_F(SigningKeys, TheAuditTrailTellsOfUploadAndRemoval) {
  Browser browser = SignedIn("operator");
  ASSERT_EQ(Put(browser, Pkcs12(Request())).status, 200);
  ASSERT_EQ(Remove(browser).status, 204);
  const auto entries = Json::parse(SignedIn("auditor").Get("/api/v1/audit-entries").body)["items"];
  std::vector<std::string> events;
  for (const auto& entry : entries) events.push_back(entry["event"]);
  EXPECT_THAT(events,
              ::testing::IsSupersetOf({"user.signing_key_kept", "user.signing_key_removed"}));
}

}  // namespace
}  // namespace okno::access::testing
