// SPDX-License-Identifier: Apache-2.0
#include "world.h"

// What reaches us once and never again: it must not be lost for a reason that lies on our side.
namespace okno::testbed::testing {
namespace {

using namespace std::chrono_literals;
using exchange::MessageId;

const db::Query kPark{
    "test.park",
    "UPDATE exchange.messages SET state = 'failed', maybe_accepted = true, sent_at = NULL, "
    "next_attempt_at = NULL, error_code = 'exchange.bus_broken' WHERE id = $1"};

class Kept : public World {
 protected:
  // A request with one file as another system might send it.
  MessageId AskWith(const std::string& bytes, const std::string& content_type) {
    auto stored = files->PutBytes(bytes, "file", {.any_kind = true}).value();
    std::vector<exchange::Attachment> sent{
        {"file", content_type, stored.sha256_hex, stored.size, exchange::MakeContentId()}};
    return Queue({RequestXml("0101-26-000001", "msz", sent), sent}).value();
  }
};

TEST_F(Kept, FilesOfKindsWeDoNotKnow) {
  for (const auto& [bytes, content_type] : std::vector<std::pair<std::string, std::string>>{
           {"a;b\n1;2\n", "text/csv"},
           {"{\"a\":1}", "application/json"},
           {std::string("\0\1\2", 3), "application/octet-stream"},
           {"not a PDF at all", "application/pdf"}}) {
    told.clear();
    AskWith(bytes, content_type);
    Work();
    auto received = Get(MessageOf(ToldOnce("exchange.request_received")));
    ASSERT_EQ(received.attachments.size(), 1u) << content_type;
    EXPECT_EQ(received.attachments[0].content_type, "application/octet-stream");
    EXPECT_EQ(files->Read(received.attachments[0].sha256_hex), bytes);
  }
}

TEST_F(Kept, WhatWasSignedInTimeAndFetchedAfterTheCertificateEnded) {
  auto now = system_clock.Now();
  bus_clock.Set(now - 20min);
  center.keys = MakeKeys("ИС center", now - 48h, now - 10min);
  control::RegisterParticipant(base(), center.mnemonic, "МФЦ", center.keys.certificate_pem,
                               control::Replace::kYes);
  Connect(ConnectionOf(center));
  Ask("0101-26-000001", {kPdf + "scan"});
  Work();
  auto received = Get(MessageOf(ToldOnce("exchange.request_received")));
  EXPECT_EQ(received.signature_verdict, "signature.valid");
  EXPECT_EQ(received.attachments.at(0).signature.verdict, "signature.valid");
}

TEST_F(Kept, AnAnswerToWhatWasParkedAsUndelivered) {
  auto request = Ask("0101-26-000001");
  Work();
  db.Transact(db::Scope::System(), [&](db::Tx& tx) { tx.Run(kPark, request); });
  Answer(MessageOf(ToldOnce("exchange.request_received")));
  Work();
  EXPECT_EQ(Get(request).state, "delivered");
  EXPECT_EQ(Get(MessageOf(ToldOnce("exchange.response_received"))).request, request);
}

}  // namespace
}  // namespace okno::testbed::testing
