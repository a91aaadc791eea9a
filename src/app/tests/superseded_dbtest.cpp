// SPDX-License-Identifier: Apache-2.0
// What the applicant has withdrawn, or what has been sent anew, does not go out by a repeat by
// hand.
#include <algorithm>

#include "exchange/exchange.h"
#include "foreign_objects.h"
#include "served.h"

namespace okno::app::testing {
namespace {

const db::Query kInsertFailed{"test.insert_failed",
                              "INSERT INTO exchange.messages (id, organization_id, connection_id, "
                              "outgoing, operation, state, "
                              "subject_kind, subject_id, content_xml, created_at) "
                              "VALUES ($1, $2, $3, true, 'request', 'failed', 'application', $4, "
                              "'<a xmlns=\"urn:a\"/>', now())"};
// The road to there is left out.
const db::Query kSetCase{"test.set_case", R"(
  WITH changed AS (
    UPDATE applications.applications SET status = $2, message_id = $3 WHERE id = $1 RETURNING *)
  INSERT INTO applications.history (id, application_id, organization_id, version, at, actor, kind,
    from_status, to_status, code, detail, reason)
  SELECT gen_random_uuid(), id, organization_id, version, now(), 'test', 'status', 'draft', status,
    'moved', '', '' FROM changed)"};

class Superseded : public ::testing::Test {
 protected:
  Superseded() {
    const auto objects = MakeForeignWorld(whole_).objects;
    case_ = *Uuid::Parse(
        std::ranges::find(objects, "case of another branch", &ForeignObject::kind)->id);
    const exchange::Connection connection{.id = exchange::ConnectionId::New(),
                                          .organization_id = whole_.people.center.id,
                                          .mnemonic = "MFC",
                                          .url = "http://127.0.0.1:9/ws",
                                          .version = "1.2"};
    Do([&](db::Tx& tx) {
      exchange::SaveConnection(tx, connection);
      tx.Run(kInsertFailed, message_, whole_.people.center.id, connection.id, case_);
    });
    served_.Start();
  }
  template <class Work>
  void Do(const Work& work) {
    whole_.house.db.Transact(db::Scope::Organization(whole_.people.center.id), work);
  }
  http::ClientAnswer Repeat() {
    auto administrator = served_.SignedIn("administrator");
    return administrator.Send("POST",
                              "/api/v1/smev-messages/" + message_.ToString() + "/resolutions",
                              {{"action", "repeat"}, {"reason", "шина вернулась"}},
                              {{"Idempotency-Key", "repeat-by-hand"}});
  }

  WholeHouse whole_;
  Uuid case_;
  exchange::MessageId message_ = exchange::MessageId::New();
  Served served_{whole_.house};
};

TEST_F(Superseded, AWithdrawnApplicationIsNotSent) {
  Do([&](db::Tx& tx) { tx.Run(kSetCase, case_, "withdrawn", message_); });
  const auto answer = Repeat();
  EXPECT_EQ(answer.status, 409);
  EXPECT_THAT(answer.body, ::testing::HasSubstr("\"exchange.superseded\""));
}

TEST_F(Superseded, AnApplicationThatWasSentAnewIsNotSentAsItWas) {
  Do([&](db::Tx& tx) { tx.Run(kSetCase, case_, "delivery_queued", exchange::MessageId::New()); });
  const auto answer = Repeat();
  EXPECT_EQ(answer.status, 409);
  EXPECT_THAT(answer.body, ::testing::HasSubstr("\"exchange.superseded\""));
}

TEST_F(Superseded, WhatStillWaitsForTheAgencyIsRepeated) {
  Do([&](db::Tx& tx) { tx.Run(kSetCase, case_, "delivery_on_demand", message_); });
  const auto answer = Repeat();
  EXPECT_EQ(answer.status, 201) << answer.body;
}

}  // namespace
}  // namespace okno::app::testing
