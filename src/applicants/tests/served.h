// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "access/migrations.h"
#include "access/testing/front_door.h"
#include "access/texts.h"
#include "applicants/migrations.h"
#include "applicants/routes.h"
#include "applicants/texts.h"
#include "db/testing.h"
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

  const std::vector<std::span<const db::Migration>> rooms_{access::Migrations(),
                                                           applicants::Migrations()};
  db::testing::Database database_{rooms_};
  db::Pool pool_{{.dsn = database_.dsn(), .size = 4}};
  ManualClock clock_{*ParseInstant("2026-11-23T09:15:00Z")};
  access::testing::House house_{pool_, clock_.Now()};
  text::Catalog texts_;
  Services services_{pool_, clock_};
  access::testing::FrontDoor door_{{pool_, clock_, texts_, {}}, Routes(services_)};
};

}  // namespace okno::applicants
