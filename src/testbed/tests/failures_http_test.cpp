// SPDX-License-Identifier: Apache-2.0
#include <condition_variable>
#include <mutex>
#include <thread>

#include "bus.h"
#include "http/server.h"
#include "http/texts.h"
#include "text/foundation_messages.h"

namespace okno::testbed::testing {
namespace {

using namespace std::chrono_literals;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using Kind = http::ClientAnswer::Kind;

class Ordered : public BusTest {
 protected:
  // On a connection of its own: curl repeats by itself what breaks on one it has used before.
  http::ClientAnswer Raw(const std::string& body) {
    http::ClientAnswer answer;
    std::thread([&] {
      answer = http::Send({.method = "POST",
                           .url = bus.url(),
                           .headers = {{"Content-Type", "text/xml"}},
                           .body = body});
    }).join();
    return answer;
  }
  std::string Request(const Sending& sending = {}) {
    return Signed(RequestEnvelope(sending), "SenderProvidedRequestData", asker);
  }
};

TEST_F(Ordered, AConnectionBreaksBeforeOrAfterAcceptance) {
  Fail("reset", {{"times", 1}});
  auto body = Request();
  EXPECT_EQ(Raw(body).kind, Kind::kBroken);
  EXPECT_EQ(State().at("messages").size(), 0u);
  Fail("reset_after_accept", {{"times", 1}});
  EXPECT_EQ(Raw(body).kind, Kind::kBroken);
  EXPECT_EQ(State().at("messages").size(), 1u);
  EXPECT_EQ(Post("1.2", body).said, "MessageIsAlreadySent");
}

TEST_F(Ordered, FaultsComeAsOftenAsOrderedToWhomAndWhereOrdered) {
  Fail("smev_failure", {{"times", 2}});
  EXPECT_EQ(Send({}).said, "SMEVFailure");
  EXPECT_EQ(GetRequest().said, "SMEVFailure");
  EXPECT_EQ(Send({}).said, "SendRequestResponse");
  Fail("fault", {{"fault", "DestinationOverflow"}, {"participant", "MSZ001"}});
  EXPECT_EQ(Send({}).said, "SendRequestResponse");
  EXPECT_EQ(GetRequest().said, "DestinationOverflow");
  control::Order(base(), "POST", "failures", {{"mode", "none"}});
  Fail("fault", {{"fault", "SMEVFailure"}, {"operation", "Ack"}});
  auto id = GetRequest().text("MessageId");
  EXPECT_EQ(Ack(id, provider).said, "SMEVFailure");
  EXPECT_EQ(State().at("failures").at(0).at("operation"), "Ack");
}

TEST_F(Ordered, TheBusRefusesOrAnswersSlowly) {
  Fail("refuse", {{"times", 1}});
  EXPECT_EQ(Raw(Request()).status, 503);
  Fail("slow", {{"delay_ms", 600000}, {"times", 1}});
  auto answer = http::Send({.method = "POST",
                            .url = bus.url(),
                            .headers = {{"Content-Type", "text/xml"}},
                            .body = Request(),
                            .timeout = 300ms});
  EXPECT_EQ(answer.kind, Kind::kTimeout);
  EXPECT_EQ(Send({}).said, "SendRequestResponse") << "only one was slow";
}  // and the end of the test bed does not wait for it

TEST_F(Ordered, AnswersAreSpoiledOnTheirWay) {
  Fail("broken_signature", {{"times", 1}, {"operation", "SendRequest"}});
  auto receipt = Send({});
  EXPECT_EQ(xml::VerifySignature(receipt.find("Signature")).code, "signature.value_wrong");
  Fail("truncated_multipart", {{"times", 1}});
  auto truncated = Raw(Request());
  EXPECT_EQ(smev3::ReadPackage(truncated.headers["content-type"], truncated.body).refusal().code,
            "multipart.truncated");
  Fail("wrong_boundary", {{"times", 1}});
  auto wrong = Raw(Request());
  EXPECT_FALSE(smev3::ReadPackage(wrong.headers["content-type"], wrong.body));
  EXPECT_EQ(State().at("messages").size(), 3u) << "all were accepted";
}

TEST_F(Ordered, AnAcknowledgedMessageComesOnceMore) {
  Fail("duplicate", {{"times", 1}});
  auto id = Send({}).text("MessageId");
  EXPECT_EQ(GetRequest().text("MessageId"), id);
  EXPECT_EQ(Ack(id, provider).said, "AckResponse");
  EXPECT_EQ(GetRequest().text("MessageId"), id);
  EXPECT_EQ(Ack(id, provider).said, "AckResponse");
  EXPECT_FALSE(GetRequest().has_message());
}

TEST_F(Ordered, TheInterfaceRefusesNonsenseAndStrangers) {
  auto status = [&](const std::string& method, const std::string& path, const std::string& body,
                    const std::string& host = "") {
    std::map<std::string, std::string> headers{{"Content-Type", "application/json"}};
    if (!host.empty()) headers["Host"] = host;
    return http::Send({.method = method,
                       .url = base() + "/control/" + path,
                       .headers = headers,
                       .body = body})
        .status;
  };
  EXPECT_EQ(status("POST", "failures", R"({"mode":"explode"})"), 422);
  EXPECT_EQ(status("POST", "failures", R"({"mode":"fault"})"), 422);
  EXPECT_EQ(status("POST", "failures", R"({"mode":"slow","delay_ms":-1})"), 422);
  EXPECT_EQ(status("PATCH", "settings", R"({"answers":"pigeon"})"), 422);
  EXPECT_EQ(status("PATCH", "settings", R"({"visibility":1})"), 422);
  EXPECT_EQ(status("PUT", "participants/a%20b", R"({"name":"x"})"), 422);
  EXPECT_EQ(status("PUT", "participants/A", R"({"name":"x","certificate_pem":"nonsense"})"), 422);
  EXPECT_EQ(status("PUT", "participants/A", R"({"name":"x","upload_directory":"../x"})"), 422);
  EXPECT_EQ(status("PUT", "message-types",
                   R"({"namespace":"urn:x","request_root":"A","title":"t",
                       "routes":[{"code":"","mnemonic":"NOBODY"}]})"),
            409);
  EXPECT_EQ(status("GET", "state", "", "evil.example.com"), 403)
      << "a name made up for this machine";
  EXPECT_EQ(status("GET", "messages/" + Uuid::NewV1().ToString(), ""), 404);
}

TEST_F(Ordered, AMessageIsShownWithTheVerdictOnItsSignature) {
  auto id = Send({}).text("MessageId");
  auto answer = http::Send({.url = base() + "/control/messages/" + id});
  auto message = json::Parse(answer.body).value();
  EXPECT_EQ(message.at("signatures").at(0).at("valid"), true);
  EXPECT_EQ(message.at("signatures").at(0).at("covers"), "SenderProvidedRequestData");
  EXPECT_THAT(message.at("signatures").at(0).at("sentence").get<std::string>(),
              HasSubstr("Подпись верна: ИС OKNO01"));
  EXPECT_THAT(message.at("provided").get<std::string>(), HasSubstr(id));
  auto queue = State().at("queues").at(0);
  EXPECT_EQ(queue.at("recipient"), "MSZ001");
  EXPECT_EQ(queue.at("messages"), 1);
}

TEST_F(Ordered, WhoHasMessagesIsToldUntilTheyAreAcknowledged) {
  EXPECT_THAT(control::FetchRecipients(base()), IsEmpty());
  auto id = Send({}).text("MessageId");
  EXPECT_THAT(control::FetchRecipients(base()), ElementsAre("MSZ001"));
  EXPECT_EQ(GetRequest().text("MessageId"), id);
  EXPECT_EQ(Ack(id, provider).said, "AckResponse");
  EXPECT_THAT(control::FetchRecipients(base()), IsEmpty());
}

TEST_F(Ordered, ThePageNeedsNothingFromElsewhere) {
  for (const std::string path : {"/", "/page.js", "/page.css"}) {
    auto page = http::Send({.url = base() + path});
    EXPECT_EQ(page.status, 200);
    EXPECT_THAT(page.headers["content-security-policy"], HasSubstr("default-src 'none'"));
    EXPECT_EQ(page.body.find("http://"), std::string::npos) << path;
    EXPECT_EQ(page.body.find("https://"), std::string::npos) << path;
  }
}

TEST_F(Ordered, TheServiceIsDescribedInEveryVersion) {
  for (const std::string version : {"1.1", "1.2", "1.3"}) {
    auto wsdl = http::Send({.url = bus.url(version) + "?wsdl"});
    EXPECT_EQ(wsdl.status, 200);
    auto document = xml::Document::Parse(wsdl.body).value();
    EXPECT_EQ(document.root().name(), "definitions");
    EXPECT_THAT(wsdl.body, HasSubstr("location=\"" + bus.url(version) + "\""));
    EXPECT_EQ(wsdl.body.find("{address}"), std::string::npos);
    // Every schema it leads to is served, those they lead to as well.
    std::vector<std::string> found{"types.xsd", "faults.xsd"};
    for (std::size_t i = 0; i < found.size(); ++i) {
      auto schema = http::Send({.url = bus.url(version) + "?xsd=" + found[i]});
      ASSERT_EQ(schema.status, 200) << found[i];
      auto xsd = xml::Document::Parse(schema.body).value();
      for (auto child : xsd.root().children()) {
        auto location = child.attribute("schemaLocation");
        if (location && std::find(found.begin(), found.end(), *location) == found.end())
          found.push_back(*location);
      }
      auto beside = bus.url(version).substr(0, bus.url(version).size() - 2) + found[i];
      EXPECT_EQ(http::Send({.url = beside}).body, schema.body);
    }
    EXPECT_GE(found.size(), 3u);
    EXPECT_EQ(http::Send({.url = bus.url(version) + "?xsd=../1.1/types.xsd"}).status, 404);
  }
  EXPECT_EQ(http::Send({.url = bus.url("1.4") + "?wsdl"}).status, 404);
  EXPECT_EQ(http::Send({.method = "POST", .url = bus.url("1.4"), .body = "x"}).status, 404);
}

// A participant's receiver of push notifications.
class Receiver {
 public:
  Receiver() {
    texts_.Add(text::FoundationMessages());
    texts_.Add(http::Messages());
    router_.Add({.method = "POST",
                 .pattern = "/push",
                 .access = http::Access::kAnonymous,
                 .body = http::Body::kXml,
                 .handler = [this](const http::Request& request) -> Result<http::Response> {
                   std::lock_guard lock(mutex_);
                   received_.push_back(request.body);
                   come_.notify_all();
                   return http::Response::Bytes(
                       "<s:Envelope xmlns:s='http://schemas.xmlsoap.org/soap/envelope/'><s:Body>"
                       "<PushNotificationResponse xmlns='urn://x-artefacts-smev-gov-ru/smev/1.0'/>"
                       "</s:Body></s:Envelope>",
                       "text/xml");
                 }});
    server_.Start();
  }
  ~Receiver() { server_.Stop(); }
  std::string url() const { return "http://127.0.0.1:" + std::to_string(server_.port()) + "/push"; }
  std::string Wait() {
    std::unique_lock lock(mutex_);
    come_.wait_for(lock, 60s, [&] { return !received_.empty(); });
    return received_.empty() ? "" : received_.back();
  }

 private:
  std::mutex mutex_;
  std::condition_variable come_;
  std::vector<std::string> received_;
  http::Router router_;
  http::Hub hub_;
  http::Metrics metrics_;
  text::Catalog texts_;
  http::Server server_{{.port = 0, .workers = 2},
                       router_,
                       hub_,
                       metrics_,
                       texts_,
                       [](http::Request&, const http::Route&) { return Done(); },
                       [](const http::Request&, const http::Route&, const http::Response&) {}};
};

TEST_F(Ordered, AParticipantIsToldThatSomethingHasCome) {
  Receiver receiver;
  Register(provider, {{"push_url", receiver.url()}});
  Send({});
  auto document = xml::Document::Parse(receiver.Wait()).value();
  auto request = document.root().child("Body").children()[0];
  EXPECT_TRUE(request.Is("urn://x-artefacts-smev-gov-ru/smev/1.0", "PushNotificationRequest"));
  auto notification = request.child("PushNotification");
  EXPECT_TRUE(ParseInstant(notification.child_text("InformationTimestamp")));
  auto queue = notification.child("QueueInformation");
  EXPECT_EQ(queue.child_text("QueueName"), "MSZ001.requests");
  EXPECT_EQ(queue.child_text("QueueSize"), "1");
}

TEST_F(Ordered, WhatTheReceiverDoesNotTakeLandsInTheStatusQueue) {
  Register(provider, {{"push_url", "http://127.0.0.1:1/push"}});
  Send({});
  control::Order(base(), "POST", "rounds", Json::object());  // waits for a round under way
  auto status = GetStatus(provider);
  EXPECT_THAT(status.text("StatusDetails"), HasSubstr("Push-уведомление не доставлено"));
  EXPECT_EQ(Ack(status.text("OriginalMessageId"), provider).said, "AckResponse");
}

}  // namespace
}  // namespace okno::testbed::testing
