// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "access/migrations.h"
#include "access/routes.h"
#include "access/testing.h"
#include "access/texts.h"
#include "applicants/migrations.h"
#include "applicants/routes.h"
#include "applicants/texts.h"
#include "db/testing.h"
#include "http/server.h"
#include "http/texts.h"
#include "text/foundation_messages.h"

namespace okno::applicants {

// The small world of access with cards, behind a server with the real guard.
class ServedTest : public ::testing::Test {
 protected:
  ServedTest() {
    for (auto messages :
         {text::FoundationMessages(), http::Messages(), access::Messages(), Messages()}) {
      texts_.Add(messages);
    }
    router_.Add(access::Routes(access_));
    router_.Add(Routes(services_));
    server_.Start();
  }
  access::testing::Browser SignedIn(const std::string& login) {
    access::testing::Browser browser(server_.port());
    browser.SignIn(login);
    return browser;
  }
  static std::map<std::string, std::string> NewKey() {
    return {{"Idempotency-Key", Uuid::NewV7().ToString()}};
  }
  static Json Person() {
    return {{"kind", "person"},
            {"last_name", "Ёлкина"},
            {"first_name", "Анна"},
            {"middle_name", "Петровна"},
            {"birth_date", "1980-03-12"},
            {"snils", "112-233-445 95"},
            {"phone", "8 (912) 345-67-89"},
            {"registration_address", "г. Приреченск, ул. Мира, д. 5"},
            {"identity_document",
             {{"kind", "passport_rf"},
              {"series", "4508"},
              {"number", "123456"},
              {"issued_by", "ОВД"},
              {"issuer_code", "770001"},
              {"issue_date", "2025-04-01"}}}};
  }
  static Json BodyOf(const http::ClientAnswer& answer) { return Json::parse(answer.body); }

  const std::vector<std::span<const db::Migration>> rooms_{access::Migrations(),
                                                           applicants::Migrations()};
  db::testing::Database database_{rooms_};
  db::Pool pool_{{.dsn = database_.dsn(), .size = 4}};
  ManualClock clock_{*ParseInstant("2026-11-23T09:15:00Z")};
  access::testing::House house_{pool_, clock_.Now()};
  text::Catalog texts_;
  access::Services access_{pool_, clock_, texts_, {}};
  Services services_{pool_, clock_};
  http::Router router_;
  http::Hub hub_;
  http::Metrics metrics_;
  http::Server server_{
      {.port = 0, .workers = 4},    router_, hub_, metrics_, texts_, access::MakeGuard(access_),
      access::MakeObserver(access_)};
};

}  // namespace okno::applicants
