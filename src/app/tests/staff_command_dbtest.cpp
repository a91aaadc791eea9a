// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>
#include <stdlib.h>

#include <atomic>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <sstream>

#include "access/audit.h"
#include "access/live.h"
#include "access/testing/front_door.h"
#include "command_line.h"
#include "served.h"
#include "whole_house.h"

namespace okno::app::testing {
namespace {

using access::testing::BodyOf;
using access::testing::Browser;
using access::testing::CodeOf;
using ::testing::HasSubstr;
using ::testing::Not;

struct Said {
  int code = 0;
  std::string out, errors;
};

// The program's command line on an empty installation, as its first administrator meets it.
class StaffCommand : public ::testing::Test {
 protected:
  StaffCommand() {
    setenv("OKNO_DATABASE_DSN", database_.dsn().c_str(), 1);
    setenv("OKNO_DATA", folder_.path().c_str(), 1);
    setenv("OKNO_CONTENT", OKNO_SOURCE_DIR "/content", 1);
    setenv("OKNO_LOG_LEVEL", "error", 1);
  }
  ~StaffCommand() override {
    for (const auto* name : {"OKNO_DATABASE_DSN", "OKNO_DATA", "OKNO_CONTENT", "OKNO_LOG_LEVEL"})
      unsetenv(name);
  }

  static Said Run(std::vector<std::string> words, const std::string& typed = {}) {
    words.insert(words.begin(), "okno");
    std::vector<char*> arguments;
    for (auto& word : words) arguments.push_back(word.data());
    std::istringstream in(typed);
    auto* before = std::cin.rdbuf(in.rdbuf());
    ::testing::internal::CaptureStdout();
    ::testing::internal::CaptureStderr();
    const int code = RunCommandLine(static_cast<int>(arguments.size()), arguments.data());
    std::cin.rdbuf(before);
    return {code, ::testing::internal::GetCapturedStdout(),
            ::testing::internal::GetCapturedStderr()};
  }
  // Everything an installation needs before anybody can sign in.
  static void Found() {
    ASSERT_EQ(Run({"organization", "add", "center", "--name", "МФЦ города"}).code, 0);
    ASSERT_EQ(Run({"organization", "add-branch", "center", "0101", "--name", "Центральный"}).code,
              0);
  }
  static std::vector<std::string> NewAdministrator(const std::string& login) {
    return {"staff",         "add",         login,      "--organization", "center", "--role",
            "administrator", "--last-name", "Алексеев", "--first-name",   "Роман"};
  }
  static std::string PasswordIn(const Said& said) {
    const auto at = said.out.find("показан): ");
    return at == std::string::npos ? "" : said.out.substr(at + 17, 19);
  }

  db::testing::Database database_{Furnished()};
  TemporaryFolder folder_;
};

// What the commands made, as the server serves it.
class Installation {
 public:
  Installation(const std::string& dsn, const std::string& data)
      : config_(Settings(dsn, data)), house_(config_) {
    served_.Start();
    listens_.wait(false);
  }
  Browser NewBrowser() const { return served_.NewBrowser(); }
  int SignIn(const std::string& login, const std::string& password) const {
    return NewBrowser()
        .Send("POST", "/api/v1/session", {{"login", login}, {"password", password}})
        .status;
  }
  House& house() { return house_; }
  // Waits until the server has heard of the sessions that a command ended.
  void HearOfSessions() {
    told_.wait(false);
    told_ = false;
  }

 private:
  config::Config config_;
  House house_;
  Served served_{house_};
  std::atomic<bool> listens_ = false, told_ = false;
  // As `okno serve` has it.
  db::Listener live_{house_.database.dsn, access::kLiveChannel,
                     [this](std::string payload) {
                       access::Relay(house_.hub, house_.access.known, payload);
                       if (payload.find("\"sessions\"") == std::string::npos) return;
                       told_ = true;
                       told_.notify_all();
                     },
                     [this] {
                       listens_ = true;
                       listens_.notify_all();
                     }};
};

TEST_F(StaffCommand, AnEmptyInstallationGetsItsFirstAdministrator) {
  Found();
  const auto made = Run(NewAdministrator("alekseev"));
  ASSERT_EQ(made.code, 0) << made.errors;
  const auto password = PasswordIn(made);
  EXPECT_EQ(password.size(), 19u) << made.out;
  const Installation served(database_.dsn(), folder_.path());
  auto browser = served.NewBrowser();
  browser.SignIn("alekseev", password);
  EXPECT_EQ(browser.Get("/api/v1/smev-connections").status, 200);
  const auto journal = browser.Get("/api/v1/audit-entries").body;
  for (const auto* event : {"organization.created", "branch.created", "user.created"})
    EXPECT_THAT(journal, HasSubstr(event));
  EXPECT_THAT(journal, HasSubstr("командная строка: "));
  for (const auto& entry : Json::parse(journal)["items"]) {
    if (entry["event"] != "user.created") continue;
    EXPECT_THAT(entry["object_person"].get<std::string>(), HasSubstr("Алексеев"));
    EXPECT_FALSE(entry.contains("user_id")) << "nobody was signed in";
  }
}

TEST_F(StaffCommand, ANewPasswordEndsSessionsAndForgetsFailures) {
  Found();
  const auto old = PasswordIn(Run(NewAdministrator("alekseev")));
  Installation served(database_.dsn(), folder_.path());
  auto browser = served.NewBrowser();
  browser.SignIn("alekseev", old);
  int last = 0;
  for (int i = 0; i < 6; ++i) last = served.SignIn("alekseev", "a wrong password");
  EXPECT_EQ(last, 429);
  const auto reset = Run({"staff", "password", "ALEKSEEV"});
  ASSERT_EQ(reset.code, 0) << reset.errors;
  served.HearOfSessions();
  EXPECT_EQ(browser.Get("/api/v1/session").status, 401);
  EXPECT_EQ(served.SignIn("alekseev", PasswordIn(reset)), 201);
  EXPECT_EQ(served.SignIn("alekseev", old), 401);
}

TEST_F(StaffCommand, APasswordOfOnesOwnComesFromTheInput) {
  Found();
  auto words = NewAdministrator("alekseev");
  words.push_back("--password-stdin");
  EXPECT_THAT(Run(words, "short\n").errors, HasSubstr("пароль"));
  EXPECT_THAT(Run(words, "my alekseev password\n").errors, HasSubstr("не должен содержать логин"));
  const auto made = Run(words, "lime tree avenue\n");
  EXPECT_EQ(made.code, 0) << made.errors;
  EXPECT_THAT(made.out, Not(HasSubstr("lime tree avenue")));
  const Installation served(database_.dsn(), folder_.path());
  EXPECT_EQ(served.SignIn("alekseev", "lime tree avenue"), 201);
}

TEST_F(StaffCommand, ABlockedPersonIsOutUntilUnblocked) {
  Found();
  const auto password = PasswordIn(Run(NewAdministrator("alekseev")));
  Installation served(database_.dsn(), folder_.path());
  auto browser = served.NewBrowser();
  browser.SignIn("alekseev", password);
  EXPECT_EQ(Run({"staff", "block", "alekseev"}).code, 0);
  served.HearOfSessions();
  EXPECT_EQ(browser.Get("/api/v1/session").status, 401);
  EXPECT_EQ(served.SignIn("alekseev", password), 403);
  EXPECT_THAT(Run({"staff", "list"}).out, HasSubstr("заблокирован"));
  EXPECT_EQ(Run({"staff", "unblock", "alekseev"}).code, 0);
  EXPECT_EQ(served.SignIn("alekseev", password), 201);
}

TEST_F(StaffCommand, WhoMovesGetsAnotherRoleAndPlaceAndKeepsTheLogin) {
  Found();
  ASSERT_EQ(Run({"organization", "add-branch", "center", "0102", "--name", "Северный"}).code, 0);
  const auto password = PasswordIn(Run(NewAdministrator("alekseev")));
  Installation served(database_.dsn(), folder_.path());
  auto browser = served.NewBrowser();
  browser.SignIn("alekseev", password);
  EXPECT_THAT(Run({"staff", "post", "alekseev", "--role", "operator"}).errors,
              HasSubstr("--branch"));
  EXPECT_THAT(Run({"staff", "post", "alekseev", "--role", "operator", "--branch", "0199"}).errors,
              HasSubstr("0102 (Северный)"));
  EXPECT_THAT(Run({"staff", "post", "alekseev", "--role", "officer"}).errors,
              HasSubstr("Роли: operator (оператор), "));
  EXPECT_EQ(browser.Get("/api/v1/session").status, 200) << "what is refused changes nothing";
  const auto moved = Run({"staff", "post", "alekseev", "--role", "operator", "--branch", "0102"});
  EXPECT_EQ(moved.code, 0) << moved.errors;
  served.HearOfSessions();
  EXPECT_EQ(browser.Get("/api/v1/session").status, 401);
  EXPECT_THAT(Run({"staff", "list"}).out, HasSubstr("оператор  МФЦ города, Северный"));
  const auto session = browser.SignIn("alekseev", password);
  EXPECT_THAT(session.at("rights").dump(), HasSubstr("applications.file"));
  EXPECT_EQ(browser.Get("/api/v1/smev-connections").status, 403);
  EXPECT_THAT(moved.out, Not(HasSubstr("Остались"))) << "there is no work to leave";
  static const db::Query kReason{
      "test.reason", "SELECT reason FROM access.audit_entries WHERE event = 'user.post_changed'"};
  const auto reason = served.house().db.Transact(
      db::Scope::System(), [](db::Tx& tx) { return tx.Run(kReason).front()["reason"].Text(); });
  EXPECT_EQ(reason, "администратор, вся организация → оператор, Северный");
}

TEST_F(StaffCommand, ALostPhoneIsNoEndOfAnAccount) {
  Found();
  const auto password = PasswordIn(Run(NewAdministrator("alekseev")));
  EXPECT_THAT(Run({"staff", "second-factor-off", "alekseev"}).errors,
              HasSubstr("Второй фактор не включён"));
  Installation served(database_.dsn(), folder_.path());
  static const db::Query kSetFactor{"test.set_factor",
                                    "UPDATE access.users SET totp_secret = '\\x01'"};
  served.house().db.Transact(db::Scope::System(), [](db::Tx& tx) { tx.Run(kSetFactor); });
  EXPECT_EQ(served.SignIn("alekseev", password), 401) << "a code is asked";
  EXPECT_THAT(Run({"staff", "list"}).out, HasSubstr("второй фактор"));
  EXPECT_EQ(Run({"staff", "second-factor-off", "alekseev"}).code, 0);
  EXPECT_EQ(served.SignIn("alekseev", password), 201);
}

TEST_F(StaffCommand, WhatIsNotThereIsToldTogetherWithWhatIs) {
  Found();
  ASSERT_EQ(Run({"organization", "add", "msz", "--kind", "agency", "--name", "Минсоцзащиты"}).code,
            0);
  ASSERT_EQ(Run({"organization", "add-unit", "msz", "Отдел выплат"}).code, 0);
  ASSERT_EQ(Run(NewAdministrator("alekseev")).code, 0);
  const auto add = [](const std::string& organization, const std::string& role,
                      std::vector<std::string> place) {
    std::vector<std::string> words{"staff",      "add",          "petrov", "--organization",
                                   organization, "--role",       role,     "--last-name",
                                   "Петров",     "--first-name", "Пётр"};
    words.insert(words.end(), place.begin(), place.end());
    const auto said = Run(words);
    EXPECT_EQ(said.code, 1);
    return said.errors;
  };
  EXPECT_THAT(add("mfc", "operator", {}), HasSubstr("Организации: center (МФЦ города), msz"));
  EXPECT_THAT(add("center", "officer", {}), HasSubstr("Роли: operator (оператор), "));
  EXPECT_THAT(add("center", "operator", {"--branch", "0199"}),
              HasSubstr("Филиалы: 0101 (Центральный)"));
  EXPECT_THAT(add("center", "operator", {}), HasSubstr("--branch"));
  EXPECT_THAT(add("msz", "officer", {"--unit", "Отдел"}),
              HasSubstr("Подразделения: «Отдел выплат»"));
  const auto unknown = Run({"staff", "password", "ivanova"});
  EXPECT_THAT(unknown.errors, HasSubstr("Пользователь не найден"));
  EXPECT_THAT(unknown.errors, HasSubstr("Логины: alekseev"));
  EXPECT_EQ(unknown.out, "") << "no password without an account";
  EXPECT_THAT(Run(NewAdministrator("alekseev")).errors, HasSubstr("Такой логин уже есть"));
  EXPECT_THAT(Run({"organization", "add", "x", "--name", "X", "--time-zone", "Mars/Base"}).errors,
              HasSubstr("Mars/Base"));
}

TEST_F(StaffCommand, ARefusedAccountLeavesNothingBehind) {
  Found();
  auto words = NewAdministrator("alekseev");
  words[6] = "boss";
  EXPECT_EQ(Run(words).code, 1);
  EXPECT_EQ(Run({"staff", "list"}).out, "");
  EXPECT_EQ(Run(NewAdministrator("alekseev")).code, 0) << "the login is still free";
}

// The files of one installation under the database of another.
TEST_F(StaffCommand, MostFilesAreSetAsideOnlyWhenAPersonSaysSo) {
  namespace fs = std::filesystem;
  for (int i = 0; i < 101; ++i) {
    const auto name = fmt::format("{:064x}", i);
    const auto place = fs::path(folder_.path()) / "files/00/00";
    fs::create_directories(place);
    std::ofstream(place / name) << i;
    fs::last_write_time(place / name, fs::file_time_type::clock::now() - std::chrono::hours(25));
  }
  const auto refused = Run({"files", "sweep"});
  EXPECT_EQ(refused.code, 1);
  EXPECT_THAT(refused.errors, HasSubstr("база не ссылается: 101"));
  EXPECT_THAT(refused.errors, HasSubstr("okno files sweep --all"));
  const auto swept = Run({"files", "sweep", "--all"});
  EXPECT_EQ(swept.code, 0);
  EXPECT_THAT(swept.out, HasSubstr("Убрано на неделю: 101"));
}

TEST_F(StaffCommand, EveryCommandHasHelp) {
  for (const auto* name :
       {"list", "roles", "add", "password", "post", "second-factor-off", "block", "unblock"})
    EXPECT_THAT(Run({"staff", name, "--help"}).out, HasSubstr(name));
  for (const auto* name : {"list", "add", "set", "add-branch", "add-unit"})
    EXPECT_THAT(Run({"organization", name, "--help"}).out, HasSubstr(name));
  EXPECT_THAT(Run({"staff", "roles"}).out, HasSubstr("agency_manager  руководитель ведомства"));
}

TEST_F(StaffCommand, WhatWasTypedWrongIsNamedInRussian) {
  const std::pair<std::vector<std::string>, const char*> cases[] = {
      {{"frobnicate"}, "Команды «frobnicate» нет. Есть: serve, worker"},
      {{"staff"}, "Не сказано, что сделать. Есть: list, roles"},
      {{"staff", "lst"}, "Команды «lst» нет; похоже на list. Есть: list"},
      {{"staff", "block"}, "Не указано: login"},
      {{"staff", "list", "--nope"}, "Лишнее или незнакомое: --nope"},
      {{"staff", "add", "x", "--role"}, "--role: нужно значение"},
      {{"organization", "add", "x", "--name", "X", "--kind", "bank"}, "bank: нужно одно из"},
      {{"demo", "--applicants", "0"}, "нужно число больше нуля"},
      {{"message-type", "import", "no.xsd"}, "такого файла нет: no.xsd"},
  };
  for (const auto& [words, said] : cases) {
    const auto answer = Run(words);
    EXPECT_NE(answer.code, 0);
    EXPECT_THAT(answer.errors, HasSubstr(said));
    EXPECT_THAT(answer.errors, HasSubstr(" --help"));
  }
  const auto help = Run({"--help"});
  EXPECT_EQ(help.code, 0);
  EXPECT_THAT(help.out, HasSubstr("Как вызвать: okno"));
  EXPECT_THAT(help.out, HasSubstr("Сотрудники: учётные записи"));
  for (const auto* english : {"Usage", "Options:", "Subcommands", "Print this help"})
    EXPECT_THAT(help.out + Run({"staff", "add", "--help"}).out, Not(HasSubstr(english)));
}

}  // namespace
}  // namespace okno::app::testing
