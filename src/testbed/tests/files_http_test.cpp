// SPDX-License-Identifier: Apache-2.0
#include <filesystem>

#include "world.h"

namespace okno::testbed::testing {
namespace {

namespace fs = std::filesystem;
using namespace std::chrono_literals;

// Files by FTP, as those over the limit of the envelope go: here every file is.
class FilesByFtp : public World, public ::testing::WithParamInterface<std::string> {
 protected:
  exchange::Connection WithFiles(const Member& member, const std::string& version) const {
    auto connection = ConnectionOf(member, version);
    connection.ftp = FtpOf(member);
    connection.limits.inline_bytes = 10;
    return connection;
  }
  void Use(const std::string& version) {
    Connect(WithFiles(center, version));
    Connect(WithFiles(agency, version));
  }
};

TEST_P(FilesByFtp, BothWaysFilesArriveVerified) {
  Use(GetParam());
  auto request = Ask("0101-26-000001", {kPdf + "scan", kPdf + "second"});
  EXPECT_TRUE(Get(request).attachments.at(0).ftp_id);
  Work();
  auto received = Get(MessageOf(ToldOnce("exchange.request_received")));
  ASSERT_EQ(received.attachments.size(), 2u);
  for (std::size_t i = 0; i < 2; ++i) {
    const auto& file = received.attachments[i];
    EXPECT_EQ(file.ftp_id, Get(request).attachments[i].ftp_id);
    EXPECT_EQ(file.signature.verdict, "signature.valid");
    EXPECT_EQ(file.sha256_hex, Get(request).attachments[i].sha256_hex);
    EXPECT_EQ(file.name, "скан.pdf");
  }
  Answer(received.id, {kPdf + "decision"});
  Work();
  auto result = Get(MessageOf(ToldOnce("exchange.response_received")));
  EXPECT_EQ(files->Read(result.attachments.at(0).sha256_hex), kPdf + "decision");
  for (const auto& message : control::FetchState(base()).at("messages"))
    EXPECT_EQ(message.at("state"), "delivered");
}

INSTANTIATE_TEST_SUITE_P(Versions, FilesByFtp, ::testing::Values("1.1", "1.2", "1.3"));

class FtpTroubles : public FilesByFtp {};

TEST_F(FtpTroubles, AStorageThatIsAwayDelaysAndCountsForNothing) {
  Use("1.2");
  auto away = WithFiles(center, "1.2");
  away.ftp.port = 1;  // nobody listens there
  away.limits.max_attempts = 1;
  Connect(away);
  auto request = Ask("0101-26-000001", {kPdf + "scan"});
  for (int i = 0; i < 5; ++i) {
    Work();
    clock.Advance(5h);
  }
  EXPECT_EQ(Get(request).state, "waiting");
  EXPECT_EQ(Get(request).error_code, "exchange.ftp_unreachable");
  EXPECT_EQ(control::FetchState(base()).at("messages").size(), 0u) << "files go first";
  Connect(WithFiles(center, "1.2"));
  Work();
  EXPECT_EQ(Get(request).state, "sent");
  EXPECT_EQ(Told("exchange.request_received").size(), 1u);
}

TEST_F(FtpTroubles, AStorageThatRefusesAFileCountsAndIsAPersonsMatterInTheEnd) {
  auto limited = WithFiles(center, "1.2");
  limited.limits.max_attempts = 2;
  Connect(limited);
  control::Order(base(), "PATCH", "settings", {{"ftp_limit", 10}});
  auto request = Ask("0101-26-000001", {kPdf + "scan"});
  Work();
  EXPECT_EQ(Get(request).state, "waiting") << "there may be room again";
  EXPECT_EQ(Get(request).error_code, "exchange.ftp_refused");
  clock.Advance(1min);
  Work();
  EXPECT_EQ(Get(request).state, "failed");
  EXPECT_EQ(ToldOnce("exchange.delivery_failed").at("code"), "exchange.ftp_refused");
  EXPECT_EQ(control::FetchState(base()).at("messages").size(), 0u) << "files go first";

  control::Order(base(), "PATCH", "settings", {{"ftp_limit", 1000}});
  db.Transact(db::Scope::System(),
              [&](db::Tx& tx) { ASSERT_TRUE(exchange::Retry(tx, request, clock.Now())); });
  Work();
  EXPECT_EQ(MessageOf(ToldOnce("exchange.request_sent")), request);
}

TEST_F(FtpTroubles, WhatCanNotBeFetchedNowIsNotAcknowledged) {
  Use("1.2");
  auto blind = WithFiles(agency, "1.2");
  blind.ftp.port = 1;
  Connect(blind);
  Ask("0101-26-000001", {kPdf + "scan"});
  Work();
  EXPECT_TRUE(Told("exchange.request_received").empty());
  Connect(WithFiles(agency, "1.2"));
  bus_clock.Advance(16min);  // the bus hands it out again
  Work();
  EXPECT_EQ(Told("exchange.request_received").size(), 1u);
}

TEST_F(FtpTroubles, AFileTheStorageDoesNotFindForAMomentIsNotLost) {
  Use("1.2");
  auto request = Ask("0101-26-000001", {kPdf + "scan"});
  runner.RunDue();
  ASSERT_EQ(Get(request).state, "sent");
  const fs::path kept = folder.path() + "/testbed/ftp/messages", away = kept.string() + "-away";
  fs::rename(kept, away);
  fs::create_directory(kept);
  Work();
  EXPECT_TRUE(Told("exchange.request_received").empty());
  EXPECT_TRUE(Told("exchange.response_received").empty()) << "nobody is told that it failed";
  fs::remove(kept);
  fs::rename(away, kept);
  bus_clock.Advance(16min);  // the bus hands it out again
  Work();
  EXPECT_EQ(Told("exchange.request_received").size(), 1u);
}

TEST_F(FtpTroubles, WhatWaitsForItsFilesIsSeenAndEndsAfterTheTerm) {
  Use("1.2");
  Connect(ConnectionOf(agency));  // without file transfer
  Ask("0101-26-000001", {kPdf + "scan"});
  for (int hours = 0; hours < 72; hours += 8) {
    Work();
    EXPECT_EQ(NotTaken(), std::vector<std::string>{"exchange.ftp_missing"}) << "one row, visible";
    clock.Advance(8h);
    bus_clock.Advance(16min);
  }
  EXPECT_TRUE(Told("exchange.response_received").empty());
  Work();
  auto answer = Get(MessageOf(ToldOnce("exchange.response_received")));
  EXPECT_EQ(answer.operation, "reject") << "the asker learns of it in the end";
  EXPECT_EQ(NotTaken().size(), 1u);
}

TEST_F(FtpTroubles, AFileIsSealedAnewWhenTheKeyChangesOnTheWay) {
  Use("1.2");
  control::OrderFailure(base(), "smev_failure");
  auto request = Ask("0101-26-000001", {kPdf + "scan"});
  Work();
  EXPECT_EQ(Get(request).state, "waiting");
  auto now = system_clock.Now();
  center.keys = MakeKeys("ИС center, новый ключ", now - 1h, now + 24h);
  control::RegisterParticipant(base(), center.mnemonic, "МФЦ", center.keys.certificate_pem,
                               control::Replace::kYes);
  Connect(WithFiles(center, "1.2"));
  control::OrderFailure(base(), "none");
  clock.Advance(10min);
  Work();
  auto received = Get(MessageOf(ToldOnce("exchange.request_received")));
  EXPECT_EQ(received.attachments.at(0).signature.signer, "ИС center, новый ключ");
}

TEST_F(FtpTroubles, TooMuchForTheStorageIsRefusedAtTheDoor) {
  auto small = WithFiles(center, "1.2");
  small.limits.file_bytes = 20;
  Connect(small);
  auto attachments = Store({kPdf + "scan"});
  EXPECT_EQ(Queue({RequestXml("1", "msz", attachments), attachments}).refusal().code,
            "exchange.attachments_too_large");
}

}  // namespace
}  // namespace okno::testbed::testing
