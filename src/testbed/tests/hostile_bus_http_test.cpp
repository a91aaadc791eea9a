// SPDX-License-Identifier: Apache-2.0
#include "line.h"
#include "world.h"

namespace okno::testbed::testing {
namespace {

using namespace std::chrono_literals;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

class HostileLine : public World {
 protected:
  HostileLine() : line(bus.url()) {
    auto connection = ConnectionOf(agency);
    connection.url = line.url();
    Connect(connection);
    connection = ConnectionOf(center);
    connection.url = line.url();
    Connect(connection);
  }
  static void Replace(http::ClientAnswer& answer, const std::string& from, const std::string& to) {
    auto place = answer.body.find(from);
    ASSERT_NE(place, std::string::npos) << from;
    answer.body.replace(place, from.size(), to);
  }

  Line line;
};

TEST_F(HostileLine, AMessageTamperedWithInFlightIsNotTaken) {
  Ask("0101-26-000001");
  line.SpoilAnswersWith("RequestMessage",
                        [](auto& answer) { Replace(answer, "Иванов", "Петров"); });
  Work();
  EXPECT_THAT(Told("exchange.request_received"), IsEmpty());
  EXPECT_THAT(NotTaken(), ElementsAre("signature.digest_differs"));
}

TEST_F(HostileLine, AnUnsignedMessageIsNotTaken) {
  Ask("0101-26-000001");
  line.SpoilAnswersWith("RequestMessage", [](auto& answer) {
    Replace(answer, "<typ:SMEVSignature>", "<typ:Other>");
    Replace(answer, "</typ:SMEVSignature>", "</typ:Other>");
  });
  Work();
  EXPECT_THAT(Told("exchange.request_received"), IsEmpty());
  EXPECT_THAT(NotTaken(), ElementsAre("signature.missing"));
}

TEST_F(HostileLine, ATamperedFileIsNotTakenAndTheAskerLearnsOfIt) {
  auto request = Ask("0101-26-000001", {kPdf + "original"});
  line.SpoilAnswersWith("RequestMessage",
                        [](auto& answer) { Replace(answer, "original", "forged!!"); });
  Work();
  EXPECT_THAT(Told("exchange.request_received"), IsEmpty());
  EXPECT_THAT(NotTaken(), ElementsAre("signature.content_changed"));
  auto result = Get(MessageOf(ToldOnce("exchange.response_received")));
  EXPECT_EQ(result.operation, "reject");
  EXPECT_EQ(result.request, request);
}

TEST_F(HostileLine, APoisonMessageNeverBlocksTheQueue) {
  Ask("0101-26-000001");
  Ask("0101-26-000002");
  runner.RunDue();
  // ЭП-СМЭВ covers the whole Request, so what is spoilt is where the reader looks for it.
  line.SpoilAnswersWith("RequestMessage", [](auto& answer) {
    Replace(answer, "<typ:Request ", "<typ:Reqest ");
    Replace(answer, "</typ:Request>", "</typ:Reqest>");
  });
  Work();
  worker->PollNow();
  Work();
  EXPECT_EQ(Told("exchange.request_received").size(), 1u);
  EXPECT_THAT(NotTaken(), ElementsAre("signature.missing"));
  bus_clock.Advance(15min);  // the bus hands the first one out again
  Work();
  EXPECT_EQ(Told("exchange.request_received").size(), 2u);
}

TEST_F(HostileLine, TruncatedAndForeignAnswersAreAFailureOfTheWay) {
  auto request = Ask("0101-26-000001");
  line.SpoilAnswersWith("SendRequestResponse",
                        [](auto& answer) { answer.body.resize(answer.body.size() / 2); });
  runner.RunDue();
  EXPECT_EQ(Get(request).error_code, "exchange.answer_malformed");
  line.SpoilAnswersWith("Fault", [](auto& answer) {
    answer.body = "<html>502 Bad Gateway</html>";
    answer.headers["content-type"] = "text/html";
    answer.status = 502;
  });
  clock.Advance(10s);
  runner.RunDue();
  EXPECT_EQ(Get(request).error_code, "exchange.answer_malformed");
  clock.Advance(1min);
  Work();
  EXPECT_EQ(MessageOf(ToldOnce("exchange.request_sent")), request)
      << "MessageIsAlreadySent settles it";
  EXPECT_EQ(Told("exchange.request_received").size(), 1u);
}

TEST_F(HostileLine, AForgedReceiptIsNotBelieved) {
  auto request = Ask("0101-26-000001");
  line.SpoilAnswersWith("SendRequestResponse", [](auto& answer) {
    Replace(answer, "requestIsQueued", "requestIsProcessed");
  });
  runner.RunDue();
  EXPECT_EQ(Get(request).error_code, "exchange.receipt_untrusted");
  EXPECT_EQ(Get(request).state, "waiting");
  clock.Advance(10s);
  Work();
  EXPECT_EQ(MessageOf(ToldOnce("exchange.request_sent")), request);
}

class MultipartBus : public World {
 protected:
  MultipartBus() { control::Order(base(), "PATCH", "settings", {{"answers", "multipart"}}); }
};

TEST_F(MultipartBus, AnswersInPartsEvenWithoutAttachmentsAreUnderstood) {
  auto request = Ask("0101-26-000001", {kPdf + "a", kPdf + "b"});
  Work();
  Answer(MessageOf(ToldOnce("exchange.request_received")));
  Work();
  auto result = Get(MessageOf(ToldOnce("exchange.response_received")));
  EXPECT_EQ(result.request, request);
  EXPECT_EQ(result.signature_verdict, "signature.valid");
  EXPECT_THAT(Told("exchange.delivery_delayed"), IsEmpty());
}

}  // namespace
}  // namespace okno::testbed::testing
