// SPDX-License-Identifier: Apache-2.0
#include "documents/documents.h"
#include "exchange/exchange.h"
#include "whole_house.h"
#include "wiring/file_sweep.h"

namespace okno::app::testing {
namespace {

namespace fs = std::filesystem;

const db::Query kInsertMessage{
    "test.insert_message",
    "INSERT INTO exchange.messages (id, organization_id, connection_id, outgoing, operation, "
    "state, subject_kind, subject_id, content_xml, created_at) "
    "VALUES ($1, $2, $3, true, 'request', 'failed', 'application', $1, '<a xmlns=\"urn:a\"/>', "
    "now())"};
const db::Query kInsertAttachment{
    "test.insert_attachment",
    "INSERT INTO exchange.attachments (message_id, position, organization_id, name, content_type, "
    "sha256_hex, size, content_id) VALUES ($1, 0, $2, 'a.pdf', 'application/pdf', $3, 1, 'a')"};

class FileSweep : public ::testing::Test {
 protected:
  files::StoredFile Put(const std::string& text) {
    return whole_.house.files->PutBytes("%PDF-1.4\n" + text + "\n%%EOF\n", "a.pdf", {}).value();
  }
  std::string Place(const files::StoredFile& file, bool aside = false) {
    const auto& digest = file.sha256_hex;
    const auto store = whole_.folder.path() + "/files/";
    return store + (aside ? "removed" : digest.substr(0, 2) + "/" + digest.substr(2, 2)) + "/" +
           digest;
  }
  void MakeOld(const files::StoredFile& file) {
    fs::last_write_time(Place(file), fs::file_time_type::clock::now() - std::chrono::hours(25));
  }
  void MakeRipe(const files::StoredFile& file) {
    fs::last_write_time(Place(file, true),
                        fs::file_time_type::clock::now() - std::chrono::hours(7 * 24 + 1));
  }
  bool IsThere(const files::StoredFile& file) { return fs::exists(Place(file)); }
  bool IsAside(const files::StoredFile& file) { return fs::exists(Place(file, true)); }
  template <class Work>
  void Do(const Work& work) {
    whole_.house.db.Transact(db::Scope::Organization(center_), work);
  }
  documents::Document Refer(const files::StoredFile& file) {
    const documents::Document document{.id = documents::DocumentId::New(),
                                       .organization_id = center_,
                                       .owner = {"application", Uuid::NewV7()},
                                       .item = "other",
                                       .name = "a.pdf",
                                       .file = file,
                                       .source = "center",
                                       .uploaded_at = whole_.house.clock.Now(),
                                       .uploaded_by = "Иванова А. П."};
    Do([&](db::Tx& tx) { documents::Add(tx, document); });
    return document;
  }
  void Attach(const files::StoredFile& file) {
    const exchange::Connection connection{.id = exchange::ConnectionId::New(),
                                          .organization_id = center_,
                                          .mnemonic = "MFC",
                                          .url = "http://127.0.0.1:9/ws",
                                          .version = "1.2"};
    const auto message = exchange::MessageId::New();
    Do([&](db::Tx& tx) {
      exchange::SaveConnection(tx, connection);
      tx.Run(kInsertMessage, message, center_, connection.id);
      tx.Run(kInsertAttachment, message, center_, file.sha256_hex);
    });
  }

  WholeHouse whole_;
  access::OrganizationId center_ = whole_.people.center.id;
};

TEST_F(FileSweep, SetsAsideWhatNobodyRefersToAndNothingElse) {
  const auto in_case = Put("scan"), in_message = Put("attachment"), removed = Put("removed"),
             never_used = Put("refused upload"), young = Put("just uploaded");
  Refer(in_case);
  Attach(in_message);
  const auto document = Refer(removed);
  for (const auto& file : {in_case, in_message, removed, never_used}) MakeOld(file);

  EXPECT_EQ(SweepFiles(whole_.house).set_aside, 1U);
  EXPECT_TRUE(IsAside(never_used));
  EXPECT_FALSE(IsThere(never_used));
  for (const auto& file : {in_case, in_message, removed, young}) EXPECT_TRUE(IsThere(file));

  Do([&](db::Tx& tx) { documents::Remove(tx, document.owner, document.id); });
  EXPECT_EQ(SweepFiles(whole_.house).set_aside, 1U);
  EXPECT_TRUE(IsAside(removed));
  for (const auto& file : {in_case, in_message, young}) EXPECT_TRUE(IsThere(file));
}

TEST_F(FileSweep, DestroysWhatNobodyHasWantedForAWeek) {
  const auto unwanted = Put("refused upload");
  MakeOld(unwanted);
  EXPECT_EQ(SweepFiles(whole_.house).set_aside, 1U);
  EXPECT_EQ(SweepFiles(whole_.house).destroyed, 0U);
  MakeRipe(unwanted);
  const auto swept = SweepFiles(whole_.house);
  EXPECT_EQ(swept.destroyed, 1U);
  EXPECT_EQ(swept.destroyed_bytes, unwanted.size);
  EXPECT_FALSE(IsThere(unwanted) || IsAside(unwanted));
  EXPECT_THAT(whole_.house.metrics.Text(), ::testing::HasSubstr("okno_files_destroyed_total 1"));
}

// The database did not know of it (an older copy) and knows of it again.
TEST_F(FileSweep, PutsBackWhatIsWantedAgain) {
  const auto scan = Put("a scan of a restored case"), read = Put("another");
  for (const auto& file : {scan, read}) MakeOld(file);
  EXPECT_EQ(SweepFiles(whole_.house).set_aside, 2U);
  for (const auto& file : {scan, read}) MakeRipe(file);
  Refer(scan);
  Refer(read);
  EXPECT_FALSE(whole_.house.files->Read(read.sha256_hex).empty()) << "found at once";
  EXPECT_TRUE(IsThere(read));
  const auto swept = SweepFiles(whole_.house);
  EXPECT_EQ(swept.put_back, 1U);
  EXPECT_EQ(swept.destroyed, 0U);
  EXPECT_TRUE(IsThere(scan));
}

// An empty database, or one of a stand, over the files of another.
TEST_F(FileSweep, LeavesEverythingWhenMostIsUnknown) {
  std::vector<files::StoredFile> scans;
  for (int i = 0; i < 101; ++i) MakeOld(scans.emplace_back(Put("scan " + std::to_string(i))));
  const auto swept = SweepFiles(whole_.house);
  EXPECT_EQ(swept.refused, 101U);
  EXPECT_EQ(swept.set_aside, 0U);
  for (const auto& scan : scans) EXPECT_TRUE(IsThere(scan));
  EXPECT_EQ(SweepFiles(whole_.house, Brake::kOff).set_aside, 101U) << "a person said so";
}

TEST_F(FileSweep, LeavesWhatTwoReferToUntilBothAreGone) {
  const auto shared = Put("the same scan twice");
  const auto one = Refer(shared), other = Refer(shared);
  MakeOld(shared);
  Do([&](db::Tx& tx) { documents::Remove(tx, one.owner, one.id); });
  EXPECT_EQ(SweepFiles(whole_.house).set_aside, 0U);
  EXPECT_TRUE(IsThere(shared));
  Do([&](db::Tx& tx) { documents::Remove(tx, other.owner, other.id); });
  EXPECT_EQ(SweepFiles(whole_.house).set_aside, 1U);
}

// Somebody refers to it and has not committed: it is put off, not destroyed.
TEST_F(FileSweep, WaitsForWhoeverIsWriting) {
  const auto old = Put("an old scan");
  MakeOld(old);
  EXPECT_EQ(SweepFiles(whole_.house).set_aside, 1U);
  MakeRipe(old);
  Do([&](db::Tx& tx) {
    documents::Add(tx, {.id = documents::DocumentId::New(),
                        .organization_id = center_,
                        .owner = {"application", Uuid::NewV7()},
                        .item = "other",
                        .name = "a.pdf",
                        .file = old,
                        .source = "center",
                        .uploaded_at = whole_.house.clock.Now(),
                        .uploaded_by = "Иванова А. П."});
    documents::List(tx, {"application", Uuid::NewV7()});  // what is queued has been sent
    EXPECT_EQ(SweepFiles(whole_.house).destroyed, 0U);
  });
  EXPECT_EQ(SweepFiles(whole_.house).put_back, 1U);
  EXPECT_TRUE(IsThere(old));
}

}  // namespace
}  // namespace okno::app::testing
