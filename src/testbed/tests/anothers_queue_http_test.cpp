// SPDX-License-Identifier: Apache-2.0
#include "bus.h"
#include "db/pool.h"

// Whatever a sender writes, the recipient's queue goes on.
namespace okno::testbed::testing {
namespace {

using ::testing::Contains;
using ::testing::HasSubstr;

const db::Query kSpoil{"test.spoil",
                       "UPDATE testbed.messages SET provided = '<broken' WHERE id = $1"};

class AnothersQueue : public BusTest {
 protected:
  // Elements within one another, as many as the door lets in below the content's root.
  static std::string Nested(std::size_t depth) {
    std::string text;
    for (std::size_t i = 0; i < depth; ++i) text += "<q:Text>";
    for (std::size_t i = 0; i < depth; ++i) text += "</q:Text>";
    return "<q:Question xmlns:q=\"" + kTestNamespace + "\">" + text +
           "<q:Code>msz</q:Code></q:Question>";
  }
};

TEST_F(AnothersQueue, AnIdOfTheBussOwnInTheSendersSignature) {
  auto text = Signed(RequestEnvelope({}), "SenderProvidedRequestData", asker);
  auto at = text.find("<ds:Signature ");
  ASSERT_NE(at, std::string::npos) << text;
  text.insert(at + 13, " Id=\"SIGNED_BY_SMEV\"");
  EXPECT_EQ(Post("1.2", text).said, "SendRequestResponse");
  auto good = Send({}).text("MessageId");
  std::vector<std::string> seen;
  for (int i = 0; i < 2; ++i) seen.push_back(GetRequest().text("MessageId"));
  EXPECT_THAT(seen, Contains(good));
}

// It stands two elements deeper in what is handed out than in what was sent: the limit is on the
// content, so that no participant is handed what it can not read.
TEST_F(AnothersQueue, ContentNestedAsDeepAsTheDoorLetsIn) {
  constexpr std::size_t kDeepest = xml::Limits{}.depth, kAbove = 1;  // Question
  Set("check_content", false);
  EXPECT_EQ(Send({.content = Nested(kDeepest - kAbove + 1)}).said, "InvalidContent");
  for (const char* form : {"inline", "attachments", "multipart"}) {
    Set("answers", form);
    auto sent = Send({.content = Nested(kDeepest - kAbove),
                      .after_content = HeaderOf("f1", "abc", asker),
                      .contents = ContentOf("f1", "abc")})
                    .text("MessageId");
    auto handed = GetRequest();
    EXPECT_EQ(handed.text("MessageID"), sent) << form;
    EXPECT_TRUE(smev3::ReadEnvelope(handed.package)) << "the product reads it: " << form;
    EXPECT_EQ(Ack(sent, provider).said, "AckResponse") << form;
  }
}

TEST_F(AnothersQueue, WhatCanNotBeHandedOutGoesBackToItsSender) {
  auto lost = Send({}).text("MessageId");
  db::Pool bus_db({.dsn = database.dsn(), .size = 1});
  bus_db.Transact(db::Scope::System(),
                  [&](db::Tx& tx) { tx.Run(kSpoil, Uuid::Parse(lost).value()); });
  auto good = Send({}).text("MessageId");
  EXPECT_FALSE(GetRequest().has_message());
  EXPECT_EQ(GetRequest().text("MessageID"), good);
  auto told = GetResponse();
  EXPECT_EQ(told.text("OriginalMessageId"), lost);
  EXPECT_EQ(told.text("StatusCategory"), "requestIsRejectedBySmev");
  EXPECT_THAT(told.text("StatusDetails"), HasSubstr("не удаётся передать получателю"));
}

}  // namespace
}  // namespace okno::testbed::testing
