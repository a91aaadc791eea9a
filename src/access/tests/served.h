// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <atomic>
#include <filesystem>

#include "access/audit.h"
#include "access/idempotency.h"
#include "access/migrations.h"
#include "access/routes.h"
#include "access/testing.h"
#include "access/texts.h"
#include "db/testing.h"
#include "http/server.h"
#include "http/texts.h"
#include "text/foundation_messages.h"

namespace okno::access::testing {

inline const Instant kNow = *ParseInstant("2026-11-23T09:15:00Z");

// The small world in a database of its own.
class HouseTest : public ::testing::Test {
 protected:
  const std::vector<std::span<const db::Migration>> rooms_{Migrations()};
  db::testing::Database database_{rooms_};
  db::Pool pool_{{.dsn = database_.dsn(), .size = 4}};
  ManualClock clock_{kNow};
  House house_{pool_, kNow};
  Context context_{pool_, clock_};
};

// The same behind a server with this room's routes and one more, of which the guard's tests take
// hold.
class ServedTest : public HouseTest {
 protected:
  ServedTest() {
    texts_.Add(text::FoundationMessages());
    texts_.Add(http::Messages());
    texts_.Add(Messages());
    router_.Add(Routes(services_));
    router_.Add(Things());
    server_.Start();
  }
  std::vector<http::Route> Things() {
    // Made once for a key; then the same again.
    auto create = [this](const http::Request& request) -> Result<http::Response> {
      const auto key = http::IdempotencyKey(request);
      if (!key) return key.refusal();
      const auto made = MakeThing(Of(request), *key, request.body);
      if (!made) return made.refusal();
      auto response = http::Response::Created(*made, "/api/v1/things/17");
      response.keyed = true;
      return response;
    };
    auto handler = [](const http::Request& request) -> Result<http::Response> {
      if (request.param("id") == "missing") return Refusal::NotFound("http.not_found");
      return http::Response::Of({{"seen", true}});
    };
    auto search = [](const http::Request& request) -> Result<http::Response> {
      auto response = http::Response::Of(Json::object());
      NoteSearch(response, request.query_value("q"));
      return response;
    };
    return {{.method = "GET",
             .pattern = "/api/v1/thing-list",
             .right = "applications.view",
             .audit = "things.searched",
             .handler = search},
            {.method = "POST",
             .pattern = "/api/v1/things",
             .right = "applications.file",
             .audit = "thing.created",
             .body = http::Body::kJson,
             .handler = create},
            {.method = "GET",
             .pattern = "/api/v1/things/{id}",
             .right = "applications.view",
             .audit = "thing.viewed",
             .handler = handler},
            {.method = "POST",
             .pattern = "/api/v1/things/{id}",
             .right = "applications.file",
             .audit = "thing.changed",
             .body = http::Body::kJson,
             .handler = handler}};
  }
  // What a create does without what tells of it.
  Result<Json> MakeThing(const Principal& principal, const std::string& key,
                         const std::string& body) {
    return pool_.Transact(principal.scope(), [&](db::Tx& tx) -> Result<Json> {
      const auto create = MakeCreateKey(principal, key, "things.create", body);
      const auto replay = Replay(tx, create);
      if (!replay) return replay.refusal();
      if (*replay) return **replay;
      Json answer{{"id", ++things_}};
      Remember(tx, create, answer, clock_.Now());
      return answer;
    });
  }
  static std::string CodeOf(const http::ClientAnswer& answer) {
    return Json::parse(answer.body).value("code", "");
  }
  Browser NewBrowser() { return Browser(server_.port()); }
  Browser SignedIn(const std::string& login) {
    Browser browser(server_.port());
    browser.SignIn(login);
    return browser;
  }

  std::atomic<int> things_ = 0;
  text::Catalog texts_;
  static SecretKeys FreshKeys() {
    const std::string path =
        std::filesystem::temp_directory_path() / ("okno-keys-" + Uuid::NewV7().ToString());
    auto keys = SecretKeys::Load(path);
    std::filesystem::remove(path);
    return keys;
  }
  Services services_{pool_, clock_, texts_, {}, FreshKeys()};
  http::Router router_;
  http::Hub hub_;
  http::Metrics metrics_;
  http::Server server_{
      {.port = 0, .workers = 4}, router_, hub_, metrics_, texts_, MakeGuard(services_),
      MakeObserver(services_)};
};

}  // namespace okno::access::testing
