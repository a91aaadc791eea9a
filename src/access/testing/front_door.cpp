// SPDX-License-Identifier: Apache-2.0
#include "access/testing/front_door.h"

#include <filesystem>

#include "base/id.h"

namespace okno::access::testing {

namespace {

// Every server has keys to seal secrets with.
Services WithKeys(Services services) {
  const auto path = std::filesystem::temp_directory_path() / ("okno-keys-" + NewKey());
  services.keys = SecretKeys::Load(path.string());
  std::filesystem::remove(path);
  return services;
}

}  // namespace

FrontDoor::FrontDoor(Services services, const std::vector<http::Route>& routes)
    : services_(WithKeys(std::move(services))),
      server_({.port = 0, .workers = 4}, router_, hub_, metrics_, services_.texts,
              MakeGuard(services_), MakeObserver(services_)) {
  router_.Add(Routes(services_));
  router_.Add(routes);
  server_.Start();
}

FrontDoor::~FrontDoor() { server_.Stop(); }

Browser FrontDoor::SignedIn(const std::string& login) const {
  auto browser = NewBrowser();
  browser.SignIn(login);
  return browser;
}

std::string FrontDoor::Url(const std::string& path) const {
  return "http://127.0.0.1:" + std::to_string(server_.port()) + path;
}

std::string NewKey() { return Uuid::NewV7().ToString(); }

Headers WithKey() { return {{"Idempotency-Key", NewKey()}}; }

Headers IfMatch(long long version) { return {{"If-Match", "\"" + std::to_string(version) + "\""}}; }

Headers IfMatch(const Json& object) { return IfMatch(object.at("version").get<long long>()); }

std::vector<std::string> ReasonsOf(Browser reader, const std::string& event) {
  std::vector<std::string> reasons;
  const auto page = BodyOf(reader.Get("/api/v1/audit-entries?event=" + event));
  for (const auto& entry : page.at("items")) reasons.push_back(entry.at("reason"));
  return reasons;
}

Json BodyOf(const http::ClientAnswer& answer) { return Json::parse(answer.body); }

std::string CodeOf(const http::ClientAnswer& answer) { return BodyOf(answer).value("code", ""); }

}  // namespace okno::access::testing
