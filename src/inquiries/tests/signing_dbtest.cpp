// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "access/signing_keys.h"
#include "bureau.h"
#include "xml/document.h"

namespace okno::inquiries {
namespace {

using testing::Bureau;
using testing::RefusalOf;

constexpr char kPassword[] = "пароль ключа";

// An official with a key of their own in a center with a connection.
class SigningTest : public ::testing::Test {
 protected:
  SigningTest() {
    bureau.ConnectToBus();
    crypto::LoadGost();
    crypto::KeyRequest request{.common_name = "УЦ",
                               .not_before = bureau.clock.Now() - std::chrono::hours(1),
                               .not_after = bureau.clock.Now() + std::chrono::hours(1)};
    const auto root = crypto::MakeRoot(request);
    request.common_name = "Иванова Анна Петровна";
    pkcs12_ = crypto::MakePkcs12(crypto::MakeCertificate(request, root), kPassword);
  }
  void Keep() {
    const auto kept = access::KeepSigningKey(
        {bureau.db, bureau.clock}, Operator(), {.pkcs12 = pkcs12_, .password = kPassword},
        {.password = access::testing::kPassword, .remote_address = {}});
    ASSERT_TRUE(kept) << kept.refusal().code;
  }
  access::Principal Operator() { return bureau.As("operator"); }
  Result<View> SendWith(const View& view, const std::optional<std::string>& password) {
    return Send(bureau.services, Operator(), view.inquiry.id,
                {view.inquiry.version, Bureau::Key(), password});
  }

  Bureau bureau;
  std::string pkcs12_;
};

TEST_F(SigningTest, WithoutTheSignatureATypeDemandsNothingIsQueued) {
  const auto view = bureau.Begin("sworn");
  EXPECT_EQ(RefusalOf(SendWith(view, std::nullopt)), "inquiries.signature_demanded");
  EXPECT_EQ(RefusalOf(SendWith(view, kPassword)), "access.signing_key_absent");
  Keep();
  const auto wrong = SendWith(view, "не тот");
  ASSERT_FALSE(wrong);
  EXPECT_EQ(wrong.refusal().fields,
            (std::vector<FieldError>{{"/password", "signer.password", {}}}));
  const auto kept = bureau.Reload(view.inquiry.id).inquiry;
  EXPECT_EQ(kept.state, State::kFormed);
  EXPECT_EQ(kept.number, "");
}

TEST_F(SigningTest, TheContentIsSignedByThePersonAndSaysSo) {
  Keep();
  for (const auto* type : {"sworn", "taxpayer"}) {
    const auto sent = SendWith(bureau.Begin(type), kPassword);
    ASSERT_TRUE(sent) << sent.refusal().code;
    EXPECT_EQ(sent->inquiry.state, State::kReady);
    EXPECT_EQ(sent->signature.verdict, "signature.valid");
    EXPECT_EQ(sent->signature.signer, "Иванова Анна Петровна");
    EXPECT_EQ(sent->history.back().code, "inquiries.history.signed");
    EXPECT_EQ(sent->history.back().detail, "Иванова Анна Петровна");
    const auto message = bureau.db.Transact(Operator().scope(), [&](db::Tx& tx) {
      return exchange::FindMessage(tx, *sent->inquiry.message_id);
    });
    EXPECT_THAT(message->content_xml, ::testing::HasSubstr("Id=\"PERSONAL_SIGNATURE\""));
  }
}

TEST_F(SigningTest, WhatHasNoRoomForASignatureIsNotSigned) {
  Keep();
  EXPECT_EQ(RefusalOf(SendWith(bureau.Filled(), kPassword)), "inquiries.no_signature_place");
}

TEST_F(SigningTest, AnExpiredCertificateSignsNothing) {
  Keep();
  const auto view = bureau.Begin("sworn");
  bureau.clock.Advance(std::chrono::hours(2));
  EXPECT_EQ(RefusalOf(SendWith(view, kPassword)), "certificate.expired");
  EXPECT_EQ(bureau.Reload(view.inquiry.id).inquiry.state, State::kFormed);
}

}  // namespace
}  // namespace okno::inquiries
