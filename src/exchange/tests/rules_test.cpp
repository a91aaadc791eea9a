// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "exchange/exchange.h"
#include "exchange/smev3/dialect.h"
#include "exchange/smev3/message_id.h"
#include "exchange/texts.h"
#include "logic/rules/fault_policy.h"
#include "logic/rules/file_names.h"
#include "logic/rules/schedule.h"
#include "logic/sentences.h"
#include "text/foundation_messages.h"

namespace okno::exchange {
namespace {

using namespace std::chrono_literals;

TEST(Schedule, GrowsAndStopsGrowing) {
  EXPECT_EQ(rules::PauseAfter(1, 0.5), 5s);
  EXPECT_EQ(rules::PauseAfter(2, 0.5), 15s);
  EXPECT_EQ(rules::PauseAfter(3, 0.5), 45s);
  EXPECT_EQ(rules::PauseAfter(30, 0.5), 4h);
}

TEST(Schedule, SpreadsByAFifth) {
  EXPECT_EQ(rules::PauseAfter(1, 0), 4s);
  EXPECT_LT(rules::PauseAfter(1, 0.999), 6s);
}

TEST(Schedule, TwelveAttemptsLastUnderTheLifeOfAnId) {
  std::chrono::milliseconds whole{0};
  for (int attempt = 1; attempt < 12; ++attempt) whole += rules::PauseAfter(attempt, 0.999);
  EXPECT_GT(whole, 12h);
  EXPECT_LT(whole, 24h);
}

TEST(Schedule, EmptyPollsStayBelowTheFloodGuardOfTheBus) {
  EXPECT_EQ(rules::PauseAfterEmpty(1, 5s, 60s), 5s);
  EXPECT_EQ(rules::PauseAfterEmpty(2, 5s, 60s), 7500ms);
  EXPECT_EQ(rules::PauseAfterEmpty(50, 5s, 60s), 60s);
  std::chrono::milliseconds whole{0};
  for (int empty = 1; empty < 10; ++empty) whole += rules::PauseAfterEmpty(empty, 5s, 60s);
  EXPECT_GT(whole / 9, 30s);
}

TEST(FileNames, NothingOfAPathOrACommandIsLeft) {
  const std::pair<const char*, const char*> kTable[] = {
      {"/SignedContent.zip", "SignedContent.zip"},
      {"../../etc/passwd", "passwd"},
      {"C:\\docs\\план.pdf", "план.pdf"},
      {"a\r\nDELE b", "aDELE b"},
      {"..", ""},
      {"/", ""},
  };
  for (const auto& [path, name] : kTable) EXPECT_EQ(rules::BaseName(path), name);
  EXPECT_EQ(rules::TransferName("..", "application/pdf"), "file.pdf");
  EXPECT_EQ(rules::BaseName(std::string(300, 'a') + ".pdf").size(), 200u);
}

TEST(FaultPolicy, OnlyAFailureOfTheBusItselfIsNoRefusal) {
  EXPECT_EQ(rules::CountsFault("SMEVFailure"), rules::Counts::kNo);
  for (const char* fault : {"DestinationOverflow", "QuoteLimitExceeded", "StaleMessageId", ""})
    EXPECT_EQ(rules::CountsFault(fault), rules::Counts::kYes);
}

TEST(FaultPolicy, FollowsTheTableOfTheDossier) {
  using rules::Next;
  const std::pair<const char*, Next> kTable[] = {
      {"SMEVFailure", Next::kRepeat},
      {"DestinationOverflow", Next::kRepeat},
      {"QuoteLimitExceeded", Next::kRepeat},
      {"", Next::kRepeat},
      {"MessageIsAlreadySent", Next::kSent},
      {"StaleMessageId", Next::kNewId},
      {"InvalidContent", Next::kFinal},
      {"SignatureVerificationFault", Next::kFinal},
      {"SenderIsNotRegistered", Next::kFinal},
      {"BusinessDataTypeIsNotSupported", Next::kFinal},
      {"IncorrectResponseContentType", Next::kFinal},
      {"RecipientIsNotFound", Next::kFinal},
      {"AccessDenied", Next::kFinal},
      {"TransactionCodeInvalid", Next::kFinal},
      {"EndOfLifeReached", Next::kFinal},
      {"InvalidMessageIdFormat", Next::kFinal},
      {"AttachmentContentMiscoordination", Next::kFinal},
      {"AttachmentSizeLimitExceeded", Next::kFinal},
      {"UnknownMessageType", Next::kFinal},
      {"PersonalAccessDenied", Next::kFinal},
      {"TargetMessageIsNotFound", Next::kFinal},
      {"RequestIsNotFound", Next::kFinal},
  };
  text::Catalog texts;
  texts.Add(Messages());
  for (const auto& [fault, next] : kTable) {
    EXPECT_EQ(rules::AfterFault(fault), next) << fault;
    EXPECT_TRUE(texts.Has(*fault == 0 ? "smev.fault" : smev3::FaultCode(fault))) << fault;
  }
}

TEST(Texts, RepeatNoneOfTheFoundation) {
  text::Catalog texts;
  texts.Add(text::FoundationMessages());
  EXPECT_NO_THROW(texts.Add(Messages()));
}

TEST(Advice, SaysWhatToDoAndHasItsWords) {
  const std::tuple<const char*, Delivery, const char*> kTable[] = {
      {"exchange.bus_unreachable", Delivery::kWaiting, "exchange.advice.wait"},
      {"exchange.bus_unreachable", Delivery::kOver, "exchange.advice.send_again"},
      {"smev.access_denied", Delivery::kOver, "exchange.advice.administrator"},
      {"smev.attachment_size_limit_exceeded", Delivery::kOver, "exchange.advice.smaller_files"},
      {"exchange.given_up", Delivery::kOver, "exchange.advice.ask"},
      {"a code nobody knows", Delivery::kOver, "exchange.advice.administrator"},
  };
  for (const auto& [code, delivery, advice] : kTable) {
    EXPECT_EQ(AdviceOn(code, delivery), advice) << code;
    EXPECT_NE(TextOf(advice, text::Language::kRussian), advice);
  }
}

TEST(MessageIds, TellWhenTheyWereMade) {
  auto id = Uuid::Parse("39f52a38-9a54-11ea-b23a-3316e2108089").value();  // of a real message
  EXPECT_EQ(FormatInstant(smev3::TimeOf(id).value()).substr(0, 19), "2020-05-20T04:41:52");
  auto age = SystemClock().Now() - smev3::TimeOf(Uuid::NewV1()).value();
  EXPECT_LT(std::chrono::abs(age), 10s);
}

TEST(MessageIds, OfOtherVersionsTellNothing) {
  EXPECT_FALSE(smev3::TimeOf(Uuid::NewV7()));
  EXPECT_FALSE(
      smev3::TimeOf(Uuid::Parse("39f52a38-9a54-11ea-323a-3316e2108089").value()));  // variant
}

TEST(ContentIds, BeginWithALetterAndDiffer) {
  auto id = MakeContentId();
  EXPECT_TRUE(id[0] >= 'a' && id[0] <= 'z');
  EXPECT_NE(id, MakeContentId());
}

TEST(SignatureSentence, SaysWhoAndUntilWhen) {
  auto until = ParseInstant("2027-02-01T09:00:00Z");
  EXPECT_EQ(SignatureSentence("signature.valid", "Минтруд", until),
            "Подпись верна: Минтруд, сертификат до 01.02.2027");
  EXPECT_EQ(SignatureSentence("signature.missing", "", {}), "Сообщение не подписано");
  EXPECT_EQ(SignatureSentence("", "", {}), "");
}

TEST(FileNames, ComeFromTheMimeType) {
  EXPECT_EQ(rules::FileName(1, "application/pdf"), "attachment-1.pdf");
  EXPECT_EQ(rules::FileName(2, "application/x-strange"), "attachment-2");
}

}  // namespace
}  // namespace okno::exchange
