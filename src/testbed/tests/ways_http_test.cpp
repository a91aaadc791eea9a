// SPDX-License-Identifier: Apache-2.0
// Issue 3, «Done when»: an exchange in each version and each attachment way with faults injected.
// By the product's own client on both sides: nothing lost, nothing doubled, bytes equal.
#include "world.h"
#include "xml/document.h"

namespace okno::testbed::testing {
namespace {

using namespace std::chrono_literals;
using exchange::MessageId;

enum class Files { kNone, kInline, kByFtp };

struct Way {
  std::string version;
  Files files;
};

// What a tester orders before the exchange begins; each strikes both sides.
struct Order {
  std::string mode;
  std::vector<std::string> operations;  // an order for each; none: one order for every operation
  int times = 1;
};
struct Trouble {
  std::string name;
  std::vector<Order> orders;
  bool of_ftp = false;  // without FTP it is no trouble
};

const std::vector<std::string> kAllCalls{"SendRequest", "GetRequest", "SendResponse", "GetResponse",
                                         "Ack"};
const std::vector<Trouble> kTroubles{
    {"none", {}},
    {"the connection breaks after acceptance", {{"reset_after_accept", {}, 2}}},
    {"the connection breaks before acceptance", {{"reset", kAllCalls}}},
    {"SMEVFailure, twice each", {{"smev_failure", kAllCalls, 2}}},
    {"answers that come too late",
     {{"slow", {"SendRequest", "GetRequest", "SendResponse", "GetResponse"}}}},
    {"duplicate delivery", {{"duplicate", {}, 2}}},
    {"a broken ЭП-СМЭВ", {{"broken_signature", kAllCalls}}},
    {"answers cut in the middle", {{"truncated_multipart", kAllCalls}}},
    // Four breaks are more than one attempt of the client survives.
    {.name = "the FTP server is away in the middle of a transfer",
     .orders = {{"ftp_break", {"STOR"}, 2}, {"ftp_break", {"APPE"}, 4}, {"ftp_break", {"RETR"}, 3}},
     .of_ftp = true},
    {"everything at once",
     {{"reset_after_accept", {}, 1},
      {"smev_failure", kAllCalls},
      {"duplicate", {}, 2},
      {"broken_signature", {"GetRequest", "GetResponse"}},
      {"ftp_break", {"STOR", "RETR"}}}},
};

class EveryWay : public World, public ::testing::WithParamInterface<Way> {
 protected:
  EveryWay() : World({.answer_timeout = 1s}) {
    for (const auto* member : {&center, &agency}) {
      auto connection = ConnectionOf(*member, GetParam().version);
      if (GetParam().files == Files::kByFtp) {
        connection.ftp = FtpOf(*member);
        connection.limits.inline_bytes = 0;
      }
      Connect(connection);
    }
    // The clocks go by days while calls are repeated; ids are made by the real one.
    control::Order(base(), "PATCH", "settings", {{"id_life_seconds", 3600 * 24 * 365}});
  }

  std::vector<std::string> Contents(const std::string& word) const {
    if (GetParam().files == Files::kNone) return {};
    return {kPdf + word + std::string(300'000, 'x'), kPdf + word + " second"};
  }

  void OrderTrouble(const Trouble& trouble) {
    for (const auto& order : trouble.orders) {
      auto operations = order.operations.empty() ? std::vector<std::string>{""} : order.operations;
      for (const auto& operation : operations) {
        Json body{{"mode", order.mode}, {"operation", operation}, {"times", order.times}};
        if (order.mode == "slow") body["delay_ms"] = 600'000;
        control::Order(base(), "POST", "failures", body);
      }
    }
  }

  // Works, time passing, until it is so; false when it never comes to that.
  template <typename Condition>
  bool Settle(Condition&& condition) {
    for (int round = 0; round < 30; ++round) {
      Work();
      if (condition()) return true;
      clock.Advance(16min);
      bus_clock.Advance(16min);  // what was handed out and not acknowledged comes again
    }
    return false;
  }
  bool SettleUntilTold(const std::string& type) {
    return Settle([&] { return !Told(type).empty(); });
  }

  std::vector<std::string> StatesAtBus(const MessageId& request, const MessageId& answer) {
    std::vector<std::string> states;
    auto known = control::FetchState(base()).at("messages");
    for (const auto& id : {Get(request).smev_id.ToString(), Get(answer).smev_id.ToString()}) {
      for (const auto& message : known)
        if (message.at("id") == id) states.push_back(message.at("state"));
    }
    return states;
  }

  // The builder writes an empty element its own way.
  static std::string Written(const std::string& xml) {
    return xml::Document::Parse(xml).value().Serialize();
  }
  void ExpectSame(const MessageId& sent, const MessageId& received) {
    auto ours = Get(sent), theirs = Get(received);
    EXPECT_EQ(Written(theirs.content_xml), Written(ours.content_xml));
    EXPECT_EQ(theirs.signature_verdict, "signature.valid");
    ASSERT_EQ(theirs.attachments.size(), ours.attachments.size());
    for (std::size_t i = 0; i < ours.attachments.size(); ++i) {
      EXPECT_EQ(theirs.attachments[i].sha256_hex, ours.attachments[i].sha256_hex);
      EXPECT_EQ(theirs.attachments[i].signature.verdict, "signature.valid");
      EXPECT_EQ(theirs.attachments[i].ftp_id.has_value(), GetParam().files == Files::kByFtp);
    }
  }

  void ExpectOneExchange(const std::string& number) {
    auto request = Ask(number, Contents(number));
    ASSERT_TRUE(SettleUntilTold("exchange.request_received"));
    auto received = MessageOf(ToldOnce("exchange.request_received"));
    auto answer = Answer(received, Contents("answer to " + number));
    ASSERT_TRUE(SettleUntilTold("exchange.response_received"));
    auto result = MessageOf(ToldOnce("exchange.response_received"));
    const std::vector<std::string> delivered{"delivered", "delivered"};
    EXPECT_TRUE(Settle([&] {
      return StatesAtBus(request, answer) == delivered && !Told("exchange.request_sent").empty() &&
             !Told("exchange.response_sent").empty();
    }));

    ExpectSame(request, received);
    ExpectSame(answer, result);
    EXPECT_EQ(Get(result).request, request);
    EXPECT_EQ(MessageOf(ToldOnce("exchange.request_sent")), request);
    EXPECT_EQ(MessageOf(ToldOnce("exchange.response_sent")), answer);
    EXPECT_EQ(Told("exchange.request_received").size(), 1u) << "nothing came twice meanwhile";
    EXPECT_EQ(Told("exchange.response_received").size(), 1u);
    EXPECT_TRUE(Told("exchange.delivery_failed").empty());
  }

  std::size_t MessagesAtBus() { return control::FetchState(base()).at("messages").size(); }
};

TEST_P(EveryWay, OneExchangeIsOneExchangeWhateverBreaks) {
  std::size_t exchanges = 0;
  for (const auto& trouble : kTroubles) {
    if (trouble.of_ftp && GetParam().files != Files::kByFtp) continue;
    SCOPED_TRACE(trouble.name);
    told.clear();
    control::OrderFailure(base(), "none");
    OrderTrouble(trouble);
    ExpectOneExchange("0101-26-" + std::to_string(100'000 + exchanges));
    EXPECT_EQ(MessagesAtBus(), ++exchanges * 2);
    if (HasFatalFailure()) return;
  }
  // Ends the waits of the slow calls, which are carried out only now, long after their repeats.
  bus.Stop();
  bus.Start();
  Work();
  EXPECT_EQ(MessagesAtBus(), exchanges * 2);
  EXPECT_EQ(Told("exchange.request_received").size(), 1u);
}

std::string NameOf(const ::testing::TestParamInfo<Way>& info) {
  auto version = info.param.version;
  version.erase(version.find('.'), 1);
  auto files = info.param.files;
  return "V" + version + (files == Files::kNone ? "" : files == Files::kInline ? "Mtom" : "Ftp");
}

INSTANTIATE_TEST_SUITE_P(Ways, EveryWay,
                         ::testing::Values(Way{"1.1", Files::kNone}, Way{"1.1", Files::kInline},
                                           Way{"1.1", Files::kByFtp}, Way{"1.2", Files::kNone},
                                           Way{"1.2", Files::kInline}, Way{"1.2", Files::kByFtp},
                                           Way{"1.3", Files::kNone}, Way{"1.3", Files::kInline},
                                           Way{"1.3", Files::kByFtp}),
                         NameOf);

}  // namespace
}  // namespace okno::testbed::testing
