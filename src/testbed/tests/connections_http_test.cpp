// SPDX-License-Identifier: Apache-2.0
#include <filesystem>
#include <fstream>

#include "line.h"
#include "smev_routes.h"

namespace okno::testbed::testing {
namespace {

using namespace std::chrono_literals;
using ::testing::HasSubstr;
using ::testing::Not;

class Connections : public SmevRoutes {
 protected:
  Connections() { newcomer = MakeMember(access::OrganizationKind::kAgency, "fns", "FNS001"); }

  Json Input(const Member& member) const {
    return {{"mnemonic", member.mnemonic},
            {"url", bus.url()},
            {"version", "1.2"},
            {"key_pem", member.keys.key_pem},
            {"certificate_pem", member.keys.certificate_pem},
            {"bus_certificate_pem", bus.bus_certificate_pem()},
            {"trusted_roots_pem", authority.certificate_pem}};
  }
  Result<http::Response> Create(const Json& input, const std::string& key = "key-00000001") {
    return Send("POST", kPath, Person(newcomer, Sees::kAll),
                {.body = input, .headers = {{"idempotency-key", key}}});
  }
  Json Created() { return json::Parse(Create(Input(newcomer)).value().body).value(); }
  Result<http::Response> Change(const Json& known, const Json& input) {
    auto revision = std::to_string(known.at("revision").get<int>());
    return Send("PUT", PathOf(known), Person(newcomer, Sees::kAll),
                {.body = input, .headers = {{"if-match", "\"" + revision + "\""}}});
  }
  static std::string PathOf(const Json& known) {
    return std::string(kPath) + "/" + known.at("id").get<std::string>();
  }
  Json Check(const Json& known) {
    auto answer = Call("POST", PathOf(known) + "/checks", Person(newcomer, Sees::kAll));
    return json::Parse(answer.value().body).value().at("bus");
  }

  static constexpr char kPath[] = "/api/v1/smev-connections";
  Member newcomer;
};

TEST_F(Connections, TheBusTellsWhatWaitsInTheVersionThatCanAsk) {
  auto queues = [&] {
    auto listed = Call("GET", kPath, Person(agency, Sees::kAll)).value().body;
    auto known = json::Parse(listed).value().at("items").at(0);
    auto answer = Call("GET", PathOf(known) + "/queues", Person(agency, Sees::kAll));
    return json::Parse(answer.value().body).value();
  };
  EXPECT_EQ(queues().at("code"), "exchange.queues_unknown") << "1.2";
  UseVersions("1.2", "1.1");
  auto before = queues();
  EXPECT_EQ(before.at("good"), true) << before.dump();
  EXPECT_TRUE(before.at("items").empty());
  Ask("0101-26-000001");
  Ask("0101-26-000002");
  runner.RunDue();
  auto after = queues();
  ASSERT_EQ(after.at("items").size(), 1u) << after.dump();
  EXPECT_EQ(after.at("items")[0].at("name"), "MSZ001.requests");
  EXPECT_EQ(after.at("items")[0].at("waiting"), 2);
  bus.Stop();
  EXPECT_EQ(queues().at("code"), "exchange.bus_unreachable");
}

TEST_F(Connections, WhileOneScreenWaitsForTheBusAnotherIsToldToComeAgain) {
  auto connection = ConnectionOf(agency, "1.1");
  Line line(connection.url);
  connection.url = line.url();
  Connect(connection);
  const auto queues = [&] {
    auto listed = Call("GET", kPath, Person(agency, Sees::kAll)).value().body;
    auto known = json::Parse(listed).value().at("items").at(0);
    return Call("GET", PathOf(known) + "/queues", Person(agency, Sees::kAll));
  };
  std::string meanwhile;
  line.SpoilAnswersWith("GetIncomingQueueStatistics", [&](http::ClientAnswer&) {
    const auto refused = queues();
    meanwhile = refused ? "asked" : refused.refusal().code;
  });
  EXPECT_TRUE(queues());
  EXPECT_EQ(meanwhile, "exchange.asking_already");
  EXPECT_TRUE(queues()) << "the line is free again";
}

TEST_F(Connections, AStoredPasswordIsNotSentElsewhere) {
  auto input = Input(newcomer);
  input["ftp"] = {{"host", "127.0.0.1"},
                  {"port", bus.ftp_port()},
                  {"user", "anonymous"},
                  {"password", "smev"},
                  {"directory", ""}};
  auto known = json::Parse(Create(input).value().body).value();
  input.erase("key_pem");
  input.erase("certificate_pem");
  input["ftp"].erase("password");
  known = json::Parse(Change(known, input).value().body).value();
  EXPECT_EQ(known.at("ftp").at("has_password"), true) << "the same place: it stays";
  for (const auto& [field, value] :
       std::map<std::string, Json>{{"host", "evil.example.com"}, {"port", 2121}, {"user", "mfc"}}) {
    auto elsewhere = input;
    elsewhere["ftp"][field] = value;
    auto refused = Change(known, elsewhere);
    ASSERT_FALSE(refused) << field;
    EXPECT_EQ(refused.refusal().fields.at(0).code, "exchange.password_missing");
  }
  input["ftp"]["user"] = "mfc";
  input["ftp"]["password"] = "new";
  EXPECT_TRUE(Change(known, input));
}

TEST_F(Connections, ANewOneWorksAndKeepsItsSecrets) {
  auto known = Created();
  EXPECT_EQ(Check(known).at("good"), true) << Check(known).dump();
  auto shown = Call("GET", PathOf(known), Person(newcomer, Sees::kAll)).value().body;
  EXPECT_THAT(shown, Not(HasSubstr("PRIVATE KEY")));
  EXPECT_EQ(json::Parse(shown).value().at("limits").at("max_attempts"), 12);
  for (const auto& entry : std::filesystem::directory_iterator(folder.path() + "/smev-keys")) {
    auto others = std::filesystem::perms::group_all | std::filesystem::perms::others_all;
    EXPECT_EQ(entry.status().permissions() & others, std::filesystem::perms::none);
  }
  EXPECT_EQ(Call("GET", PathOf(known), Person(center, Sees::kAll)).refusal().code,
            "exchange.connection_not_found");
}

TEST_F(Connections, CreatingTwiceWithOneKeyIsOneConnection) {
  auto known = Created();
  EXPECT_EQ(Created().at("id"), known.at("id"));
  EXPECT_EQ(Create(Input(newcomer), "key-00000002").refusal().code, "exchange.connection_exists");
}

TEST_F(Connections, WrongInputIsRefusedFieldByField) {
  auto input = Input(newcomer);
  input["url"] = "ftp://bus";
  input["version"] = "2.5";
  input["bus_certificate_pem"] = "no certificate";
  input["limits"] = {{"max_in_flight", 1000}};
  input["ftp"] = {{"host", "a/b"}};
  auto refused = Create(input).refusal();
  std::vector<std::string> pointers;
  for (const auto& field : refused.fields) pointers.push_back(field.pointer);
  EXPECT_THAT(pointers, ::testing::UnorderedElementsAre("/url", "/version", "/bus_certificate_pem",
                                                        "/limits/max_in_flight", "/ftp/host"));
  auto mixed = Input(newcomer);
  mixed["key_pem"] = center.keys.key_pem;
  EXPECT_EQ(Create(mixed).refusal().fields.at(0).code, "signer.key_mismatch");
}

TEST_F(Connections, AChangeWithoutSecretsKeepsThemAndAStaleOneIsRefused) {
  auto known = Created();
  auto input = Input(newcomer);
  input.erase("key_pem");
  input.erase("certificate_pem");
  input["node_id"] = "node-7";
  auto changed = json::Parse(Change(known, input).value().body).value();
  EXPECT_EQ(changed.at("node_id"), "node-7");
  EXPECT_EQ(Check(changed).at("good"), true);
  EXPECT_EQ(Change(known, input).refusal().code, "request.stale");
}

TEST_F(Connections, TheCheckSaysWhatIsWrong) {
  auto known = Created();
  auto input = Input(newcomer);
  auto now = system_clock.Now();
  auto keys = MakeKeys("Незнакомец", now - 1h, now + 240h);
  input["key_pem"] = keys.key_pem;
  input["certificate_pem"] = keys.certificate_pem;
  auto changed = json::Parse(Change(known, input).value().body).value();
  EXPECT_EQ(changed.at("certificates").at(0).at("state"), "soon") << "ends within 30 days";
  EXPECT_EQ(Check(changed).at("code"), "smev.sender_is_not_registered");
  bus.Stop();
  EXPECT_EQ(Check(changed).at("code"), "exchange.bus_unreachable");
}

TEST_F(Connections, OnlyAnUnusedOneIsDeleted) {
  auto known = Created();
  auto erase = [&](const Json& connection, const Member& member) {
    auto revision = std::to_string(connection.at("revision").get<int>());
    return Send("DELETE", PathOf(connection), Person(member, Sees::kAll),
                {.headers = {{"if-match", "\"" + revision + "\""}}});
  };
  EXPECT_EQ(erase(known, newcomer).value().status, 204);
  Ask("0101-26-000001");
  auto listed = json::Parse(Call("GET", kPath, Person(center, Sees::kAll)).value().body).value();
  auto used =
      json::Parse(
          Call("GET", PathOf(listed.at("items").at(0)), Person(center, Sees::kAll)).value().body)
          .value();
  EXPECT_EQ(erase(used, center).refusal().code, "exchange.connection_in_use");
}

}  // namespace
}  // namespace okno::testbed::testing
