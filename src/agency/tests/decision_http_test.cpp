// SPDX-License-Identifier: Apache-2.0
#include "access/testing/front_door.h"
#include "desk.h"

namespace okno::agency::testing {
namespace {

using access::testing::Browser;

constexpr char kPdf[] = "%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n";

struct Form {
  std::string outcome = "positive", text = "Выплата назначена";
  std::vector<std::string> files = {kPdf};
  std::string file_name = "Решение.pdf";
  std::vector<std::string> titles = {}, grounds = {};
};

std::string Encode(const Form& form) {
  const auto part = [](const std::string& head, const std::string& content) {
    return "--b\r\nContent-Disposition: form-data; " + head + "\r\n\r\n" + content + "\r\n";
  };
  std::string body;
  if (!form.outcome.empty()) body += part("name=\"outcome\"", form.outcome);
  if (!form.text.empty()) body += part("name=\"text\"", form.text);
  for (const auto& title : form.titles) body += part("name=\"title\"", title);
  for (const auto& ground : form.grounds) body += part("name=\"ground\"", ground);
  for (const auto& file : form.files)
    body += part("name=\"file\"; filename=\"" + form.file_name + "\"", file);
  return body + "--b--\r\n";
}

class Decisions : public ServedDesk {
 protected:
  Registration Accepted() {
    const auto card = desk_.Register();
    return Accept(desk_.services.context, desk_.As("officer"), card.id, 1).value();
  }
  http::ClientAnswer Decide(const Browser& browser, const Registration& card, long long version,
                            const Form& form, const std::string& key = Key()) {
    return Post(browser, PathOf(card) + "/decision", version, form, key);
  }
  http::ClientAnswer Check(const Browser& browser, const Registration& card,
                           const std::string& file) {
    return Post(browser, PathOf(card) + "/file-checks", 0,
                {.outcome = "", .text = "", .files = {file}}, Key());
  }
  http::ClientAnswer Post(const Browser& browser, const std::string& path, long long version,
                          const Form& form, const std::string& key) {
    return http::Send({.method = "POST",
                       .url = "http://127.0.0.1:" + std::to_string(server_.port()) + path,
                       .headers = {{"Cookie", browser.cookie},
                                   {"X-CSRF-Token", browser.csrf_token},
                                   {"Idempotency-Key", key},
                                   {"If-Match", "\"" + std::to_string(version) + "\""},
                                   {"Content-Type", "multipart/form-data; boundary=b"}},
                       .body = Encode(form)});
  }
};

TEST_F(Decisions, GoToTheCentreWithTheirFile) {
  const auto card = Accepted();
  auto officer = SignedIn("officer");
  const auto answer = Decide(officer, card, 2, {});
  ASSERT_EQ(answer.status, 200) << answer.body;
  EXPECT_EQ(answer.headers.at("etag"), "\"3\"");
  const auto view = Json::parse(answer.body);
  EXPECT_EQ(view["status"], "decided");
  EXPECT_EQ(view["decision"]["outcome"], "positive");
  EXPECT_EQ(view["decision"]["by"], "Иванова А. П.");
  EXPECT_EQ(view["decision"]["delivery"], "queued");
  EXPECT_EQ(desk_.Answers().back().operation, "response");
  ASSERT_EQ(view["files"].size(), 1u);
  EXPECT_EQ(view["files"][0]["name"], "Решение.pdf");
  const auto file =
      officer.Get(PathOf(card) + "/files/" + view["files"][0]["id"].get<std::string>());
  EXPECT_EQ(file.status, 200);
  EXPECT_EQ(file.body, kPdf);
  EXPECT_EQ(file.headers.at("content-disposition").rfind("attachment", 0), 0u);
}

TEST_F(Decisions, SentAgainAreOneAndOfAnotherOutcomeAreRefused) {
  const auto card = Accepted();
  const auto officer = SignedIn("officer");
  const auto key = Key();
  ASSERT_EQ(Decide(officer, card, 2, {}, key).status, 200);
  const auto answers = desk_.Answers().size();
  const auto again = Decide(officer, card, 2, {}, key);
  EXPECT_EQ(again.status, 200) << again.body;
  EXPECT_EQ(desk_.Answers().size(), answers);
  EXPECT_EQ(CodeOf(Decide(officer, card, 2, {.outcome = "negative"}, key)),
            "request.idempotency_mismatch");
  EXPECT_EQ(CodeOf(Decide(officer, card, 3, {})), "agency.wrong_status");
  EXPECT_THAT(access::testing::ReasonsOf(SignedIn("manager"), "registration.decided"),
              ::testing::ElementsAre("repeat", ""));
}

TEST_F(Decisions, AreTheExecutorsAlone) {
  const auto card = Accepted();
  EXPECT_EQ(CodeOf(Decide(SignedIn("officer.top"), card, 2, {})), "agency.not_executor");
  EXPECT_EQ(CodeOf(Decide(SignedIn("officer.right"), card, 2, {})), "agency.not_found");
  EXPECT_EQ(CodeOf(Decide(SignedIn("officer"), card, 1, {})), "request.stale");
}

TEST_F(Decisions, ThatAreIncompleteAreRefusedWithTheirFields) {
  const auto card = Accepted();
  const auto officer = SignedIn("officer");
  const auto answer = Decide(officer, card, 2, {.outcome = "perhaps", .text = ""});
  EXPECT_EQ(answer.status, 422);
  const auto fields = Json::parse(answer.body)["fields"];
  ASSERT_EQ(fields.size(), 2u);
  EXPECT_EQ(fields[0]["code"], "field.enum");
  EXPECT_EQ(fields[1]["pointer"], "/text");
  EXPECT_EQ(CodeOf(Decide(officer, card, 2, {.files = std::vector<std::string>(6, kPdf)})),
            "agency.too_many_files");
}

TEST_F(Decisions, ARefusalHasItsDocument) {
  const auto card = Accepted();
  const auto officer = SignedIn("officer");
  const Form bare{.outcome = "negative", .text = "Нет стажа", .files = {}};
  const auto answer = Decide(officer, card, 2, bare);
  EXPECT_EQ(CodeOf(answer), "agency.refusal_without_document");
  EXPECT_EQ(Json::parse(answer.body)["fields"][0]["pointer"], "/file");
  EXPECT_EQ(Decide(officer, card, 2, {.outcome = "negative", .text = "Нет стажа"}).status, 200);
}

TEST_F(Decisions, FilesAreJudgedByTheirBytesAndSize) {
  const auto card = Accepted();
  const auto officer = SignedIn("officer");
  const auto disguised = Decide(officer, card, 2, {.files = {"MZ\x90 an executable"}});
  EXPECT_EQ(disguised.status, 415) << disguised.body;
  const std::string large = kPdf + std::string(1024 * 1024, ' ');
  const auto too_large = Decide(officer, card, 2, {.files = {large}});
  EXPECT_EQ(too_large.status, 413) << too_large.body;
}

TEST_F(Decisions, TellWhichFileIsRefused) {
  const auto card = Accepted();
  const auto answer = Decide(SignedIn("officer"), card, 2, {.files = {kPdf, "MZ\x90 executable"}});
  EXPECT_EQ(CodeOf(answer), "file.content_mismatch");
  EXPECT_EQ(Json::parse(answer.body)["fields"][0]["pointer"], "/file/1");
}

TEST_F(Decisions, FilesAreCheckedBeforeTheyGoWithOne) {
  const auto card = Accepted();
  const auto officer = SignedIn("officer");
  EXPECT_EQ(Check(officer, card, kPdf).status, 204);
  EXPECT_EQ(CodeOf(Check(officer, card, "MZ\x90 an executable")), "file.content_mismatch");
  EXPECT_EQ(Check(SignedIn("officer.right"), card, kPdf).status, 404);
  EXPECT_EQ(desk_.StoredFiles(), 0);
}

// What the bus can not carry the decision would be refused with: the officer learns it before.
TEST_F(Decisions, FilesThatTheBusCanNotCarryAreSaidAtTheCheck) {
  const auto card = Accepted();
  const auto officer = SignedIn("officer");
  desk_.db.Transact(desk_.As("manager").scope(), [&](db::Tx& tx) {
    auto connection = exchange::ListConnections(tx).at(0);
    connection.limits.inline_bytes = sizeof(kPdf) - 2;  // one less than the file has
    exchange::SaveConnection(tx, connection);
  });
  const auto checked = Check(officer, card, kPdf);
  EXPECT_EQ(checked.status, 413);
  EXPECT_EQ(CodeOf(checked), "exchange.attachments_too_large");
  EXPECT_EQ(Json::parse(checked.body)["fields"][0]["pointer"], "/file/0");
  EXPECT_EQ(CodeOf(Decide(officer, card, 2, {})), "exchange.attachments_too_large");
}

TEST_F(Decisions, NameTheirDocumentsAndTheGroundsOfTheRules) {
  const auto card = Accepted();
  auto officer = SignedIn("officer");
  EXPECT_EQ(Json::parse(officer.Get(PathOf(card)).body)["refusal_grounds"][0],
            "Нет права на меру поддержки");
  const auto invented =
      Decide(officer, card, 2, {.outcome = "negative", .grounds = {"Не понравился"}});
  EXPECT_EQ(Json::parse(invented.body)["fields"][0]["pointer"], "/ground");
  EXPECT_EQ(Json::parse(Decide(officer, card, 2,
                               {.outcome = "positive", .grounds = {"Сведения недостоверны"}})
                            .body)["fields"][0]["pointer"],
            "/ground")
      << "nothing is granted on a ground of refusal";
  const auto decided = Json::parse(Decide(officer, card, 2,
                                          {.outcome = "negative",
                                           .text = "Стаж не подтверждён",
                                           .titles = {"Решение об отказе № 17"},
                                           .grounds = {"Сведения недостоверны"}})
                                       .body);
  EXPECT_EQ(decided["decision"]["text"], "Сведения недостоверны.\nСтаж не подтверждён");
  EXPECT_EQ(decided["files"][0]["title"], "Решение об отказе № 17");
  EXPECT_EQ(decided["history"].back()["text"], "Решение: отказать в предоставлении услуги");
}

TEST_F(Decisions, ThatAreRefusedStoreNothing) {
  const auto card = Accepted();
  const auto officer = SignedIn("officer");
  EXPECT_EQ(CodeOf(Decide(officer, card, 1, {})), "request.stale");
  EXPECT_EQ(CodeOf(Decide(SignedIn("officer.right"), card, 2, {})), "agency.not_found");
  EXPECT_EQ(CodeOf(Decide(officer, card, 2, {.files = {kPdf, "MZ\x90 an executable"}})),
            "file.content_mismatch");
  EXPECT_EQ(desk_.StoredFiles(), 0);
  ASSERT_EQ(Decide(officer, card, 2, {}).status, 200);
  EXPECT_EQ(desk_.StoredFiles(), 1);
}

}  // namespace
}  // namespace okno::agency::testing
