// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "exchange/routes.h"
#include "http/router.h"
#include "message_types/content.h"
#include "world.h"

namespace okno::testbed::testing {

inline std::map<std::string, std::string> TitlesOfContent(text::Language) {
  std::map<std::string, std::string> titles;
  for (const auto& type : message_types::LoadMessageTypes(OKNO_SOURCE_DIR "/content"))
    titles[type.namespace_uri] = type.title;
  return titles;
}

// The handlers of exchange's routes with people of both organizations; the guard is the access
// room's.
class SmevRoutes : public World {
 protected:
  SmevRoutes() {
    router.Add(exchange::Routes(
        {.db = db,
         .files = *files,
         .clock = clock,
         .message_type_titles = TitlesOfContent,
         .data_folder = folder.path(),
         .may_see = [this](const access::Principal&, const exchange::Subject& subject) {
           return subject.id == seen;
         }}));
  }
  enum class Sees { kAll, kOwnCases };
  static std::shared_ptr<access::Principal> Person(const Member& member, Sees sees) {
    auto principal = std::make_shared<access::Principal>();
    principal->organization_id = member.organization.id;
    principal->whole_organization = sees == Sees::kAll;
    return principal;
  }
  using Texts = std::map<std::string, std::string, std::less<>>;
  Result<http::Response> Call(const std::string& method, const std::string& path,
                              std::shared_ptr<access::Principal> principal, Texts query = {}) {
    return Send(method, path, std::move(principal), {.query = std::move(query)});
  }
  // With a body and headers.
  struct Sending {
    Json body = {};
    Texts headers = {}, query = {};
  };
  Result<http::Response> Send(const std::string& method, const std::string& path,
                              std::shared_ptr<access::Principal> principal, Sending sending) {
    auto match = router.Find(method, path);
    http::Request request;
    request.method = method;
    request.path = path;
    request.params = match.params;
    request.query = std::move(sending.query);
    request.headers = std::move(sending.headers);
    request.headers["content-type"] = "application/json";
    request.body = sending.body.is_null() ? "" : json::Dump(sending.body);
    request.caller = std::move(principal);
    return match.route->handler(request);
  }
  Json Items(std::shared_ptr<access::Principal> principal, Texts query = {}) {
    auto response = Call("GET", "/api/v1/smev-messages", std::move(principal), std::move(query));
    return json::Parse(response.value().body).value().at("items");
  }

  http::Router router;
  Uuid seen;
};

}  // namespace okno::testbed::testing
