// SPDX-License-Identifier: Apache-2.0
#include "exchange/smev3/participant.h"
#include "line.h"
#include "world.h"

// Several messages about one message of ours: none is lost, none undoes what is known already.
namespace okno::testbed::testing {
namespace {

namespace smev3 = exchange::smev3;
using exchange::MessageId;
using ::testing::ElementsAre;
using ::testing::HasSubstr;

// In the database of the bus: what it says of a message, into the status queue of the asker. It
// signs it when it hands it out.
const db::Query kSay{
    "test.say",
    "WITH letter AS (INSERT INTO testbed.messages (id, queue, sender, node_id, namespace, root, "
    "state, original_id, provided, signature, created_at) VALUES ($1, 'statuses', 'SMEV', '', '', "
    "'', 'accepted', $2, convert_to($3, 'UTF8'), '', $4) RETURNING id, original_id, created_at) "
    "INSERT INTO testbed.deliveries (message_id, ack_id, recipient, queue, node_id, namespace, "
    "priority, state, queued_at, visible_at) SELECT id, original_id, 'OKNO01', 'statuses', '', '', "
    "1, 'ready', created_at, created_at FROM letter"};
const db::Query kWords{
    "test.words",
    "SELECT convert_from(e.xml, 'UTF8') AS xml FROM exchange.messages m JOIN exchange.envelopes e "
    "ON e.message_id = m.id WHERE m.request_id = $1 AND NOT e.outgoing AND e.call = 'GetStatus' "
    "ORDER BY m.id"};

class Statuses : public World {
 protected:
  void BusSays(const MessageId& id, const std::string& category, const std::string& fault = {}) {
    auto original = Get(id).smev_id;
    Json letter{{"original_id", original.ToString()}, {"category", category}, {"details", ""}};
    if (!fault.empty()) letter.update({{"fault", fault}, {"fields", Json::array()}});
    bus_db.Transact(db::Scope::System(), [&](db::Tx& tx) {
      tx.Run(kSay, Uuid::NewV1(), original, json::Dump(letter), bus_clock.Now());
    });
  }
  // What the bus said of it through the status queue, as it was kept.
  std::vector<std::string> WordsKept(const MessageId& id) {
    return db.Transact(db::Scope::System(), [&](db::Tx& tx) {
      std::vector<std::string> words;
      for (const db::Row row : tx.Run(kWords, id)) words.push_back(row["xml"].Text());
      return words;
    });
  }
  // The agency's side by hand, over the wire: takes the request that waits there and answers it.
  void AnswerAsTheAgency() {
    smev3::Participant participant({.url = bus.url(),
                                    .dialect = *smev3::FindDialect("1.2"),
                                    .signer = agency.signer,
                                    .clock = system_clock});
    auto incoming = participant.GetRequest();
    ASSERT_TRUE(incoming && *incoming);
    ASSERT_TRUE(participant.Ack((*incoming)->id.value()));
    ASSERT_TRUE(participant.SendResponse((*incoming)->message->reply_to,
                                         smev3::OutgoingContent{.xml = ResponseXml()}));
  }

  db::Pool bus_db{{.dsn = bus_database.dsn(), .size = 1}};
};

TEST_F(Statuses, TwoWordsOfTheBusAboutOneRequestAreKeptAndTheLaterCounts) {
  auto request = Ask("0101-26-000001");
  runner.RunDue();
  BusSays(request, "requestIsAcceptedBySmev");
  BusSays(request, "requestIsRejectedBySmev", "AccessDenied");
  Work();
  EXPECT_THAT(WordsKept(request), ElementsAre(HasSubstr("requestIsAcceptedBySmev"),
                                              HasSubstr("requestIsRejectedBySmev")));
  EXPECT_EQ(Get(request).state, "failed");
  EXPECT_EQ(ToldOnce("exchange.delivery_failed").at("code"), "smev.access_denied");
}

TEST_F(Statuses, TheSameWordHandedOutTwiceIsOne) {
  auto request = Ask("0101-26-000001");
  runner.RunDue();
  control::Order(base(), "POST", "failures", {{"mode", "duplicate"}, {"participant", "OKNO01"}});
  BusSays(request, "requestIsAcceptedBySmev");
  Work();
  EXPECT_THAT(WordsKept(request), ElementsAre(HasSubstr("requestIsAcceptedBySmev")));
  EXPECT_EQ(Get(request).state, "accepted");
}

TEST_F(Statuses, NoLateWordOfTheBusUndoesAnAnswer) {
  auto request = Ask("0101-26-000001");
  Work();
  Answer(MessageOf(ToldOnce("exchange.request_received")));
  Work();
  BusSays(request, "requestIsAcceptedBySmev");
  BusSays(request, "requestIsRejectedBySmev", "AccessDenied");
  Work();
  EXPECT_EQ(WordsKept(request).size(), 2u);
  EXPECT_EQ(Get(request).state, "delivered");
  EXPECT_TRUE(Told("exchange.delivery_failed").empty());
  EXPECT_EQ(Told("exchange.response_received").size(), 1u);
}

TEST_F(Statuses, SeveralStatusesOfTheAgencyAreToldInTheirOrder) {
  auto request = Ask("0101-26-000001");
  Work();
  auto received = MessageOf(ToldOnce("exchange.request_received"));
  for (const auto& [code, text] : std::vector<std::pair<int, std::string>>{
           {10, "Зарегистрировано"}, {20, "Рассматривается"}}) {
    db.Transact(db::Scope::Organization(agency.organization.id), [&](db::Tx& tx) {
      ASSERT_TRUE(exchange::QueueStatus(tx, received, {code, text}, clock.Now()));
    });
    Work();
  }
  std::vector<int> codes;
  for (const auto& event : Told("exchange.status_received")) {
    EXPECT_EQ(Get(MessageOf(event)).request, request);
    codes.push_back(event.at("code").get<int>());
  }
  EXPECT_THAT(codes, ElementsAre(10, 20));
}

// While the receipt is on its way another process fetches the answer: the attempt that fails then
// has not failed.
TEST_F(Statuses, AnAttemptThatFailsLateDoesNotUndoTheAnswerThatOvertookIt) {
  Line line(bus.url());
  auto by_line = ConnectionOf(center);
  by_line.url = line.url();
  Connect(by_line);
  auto request = Ask("0101-26-000001");
  line.SpoilAnswersWith("SendRequestResponse", [&](http::ClientAnswer& answer) {
    AnswerAsTheAgency();
    worker->PollNow();
    EXPECT_EQ(Get(request).state, "delivered");
    answer.status = 500;
    answer.body =
        "<s:Envelope xmlns:s='http://schemas.xmlsoap.org/soap/envelope/'><s:Body><s:Fault>"
        "<faultcode>s:Server</faultcode><faultstring>нет прав</faultstring><detail><f:AccessDenied "
        "xmlns:f='urn://x-artefacts-smev-gov-ru/services/message-exchange/types/faults/1.2'/>"
        "</detail></s:Fault></s:Body></s:Envelope>";
  });
  Work();
  EXPECT_EQ(Get(request).state, "delivered");
  EXPECT_EQ(Told("exchange.response_received").size(), 1u);
  EXPECT_TRUE(Told("exchange.delivery_failed").empty());
}

}  // namespace
}  // namespace okno::testbed::testing
