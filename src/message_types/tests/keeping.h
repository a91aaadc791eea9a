// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "access/migrations.h"
#include "access/testing.h"
#include "db/testing.h"
#include "message_types/migrations.h"
#include "message_types/registry.h"
#include "message_types/routes.h"
#include "message_types/texts.h"

namespace okno::message_types {

inline const std::vector<std::span<const db::Migration>> kRooms{access::Migrations(), Migrations()};
inline const Instant kNow = *ParseInstant("2026-11-23T09:15:00Z");
inline const std::string kAll = "/api/v1/message-types";

// Of a request and an answer, in a namespace of the version.
inline std::string Xsd(const std::string& version = "1.0", const std::string& more = "") {
  return "<xs:schema xmlns:xs='http://www.w3.org/2001/XMLSchema' xmlns:t='urn:t/" + version +
         "' targetNamespace='urn:t/" + version +
         "' elementFormDefault='qualified'>"
         "<xs:element name='PersonRequest'><xs:complexType><xs:sequence>"
         "<xs:element name='RequestId' type='xs:string'/>"
         "<xs:element name='Snils' "
         "type='xs:string'><xs:annotation><xs:documentation>СНИЛС</xs:documentation></"
         "xs:annotation></xs:element>"
         "<xs:element name='BirthDate' type='xs:date' minOccurs='0'/>" +
         more +
         "</xs:sequence></xs:complexType></xs:element>"
         "<xs:element name='PersonResponse'><xs:complexType><xs:sequence>"
         "<xs:element name='LastName' type='xs:string'/><xs:element name='Gender' "
         "type='xs:string'/>"
         "<xs:element name='Document' minOccurs='0' "
         "maxOccurs='9'><xs:complexType><xs:sequence><xs:element name='Number' "
         "type='xs:string'/></xs:sequence></xs:complexType></xs:element>"
         "</xs:sequence></xs:complexType></xs:element></xs:schema>";
}

inline const Json kRequestWords = Json::parse(R"({"fields": {
  "RequestId": {"generated": "uuid"},
  "Snils": {"format": "snils", "written_as": "###-###-### ##", "prefill": "applicant.snils", "title": "Номер СНИЛС"},
  "BirthDate": {"prefill": ["applicant.none", "applicant.birth_date"]}},
  "order": {"": ["BirthDate"]}})");
inline const Json kResponseWords = Json::parse(R"({"fields": {
  "LastName": {"title": "Фамилия", "card": "applicant.last_name", "headline": true},
  "Gender": {"card": "applicant.sex", "values": {"male": "Male", "female": "Female"}},
  "Document/Number": {"headline": true}}})");

// The room's routes as an administrator calls them, the registry of this process and of another
// one.
class MessageTypesHttp : public ::testing::Test {
 protected:
  MessageTypesHttp() {
    texts_.Add(Messages());
    router_.Add(Routes({pool_, clock_, texts_}));
    std::filesystem::create_directories(content_ + "/message-types");
    std::filesystem::create_directories(folder_);
    registry_ = OpenRegistry(pool_, content_, kNow);
    other_process_ = OpenRegistry(pool_, content_, kNow);
  }
  ~MessageTypesHttp() override {
    std::filesystem::remove_all(content_);
    std::filesystem::remove_all(folder_);
  }

  http::Request Request(const std::string& method, const std::string& path,
                        const std::string& login) {
    const auto match = router_.Find(method, path);
    if (match.route == nullptr) throw std::logic_error("no such route");
    handler_ = match.route->handler;
    http::Request request{.method = method, .path = path, .params = match.params};
    request.caller = std::make_shared<access::Principal>(house_.As(login));
    return request;
  }
  Result<http::Response> Send(const std::string& method, const std::string& path,
                              const Json& body = {}, const std::string& if_match = "",
                              const std::string& login = "administrator") {
    auto request = Request(method, path, login);
    if (!body.is_null())
      request.body = body.dump(), request.headers["content-type"] = "application/json";
    if (!if_match.empty()) request.headers["if-match"] = "\"" + if_match + "\"";
    request.headers["idempotency-key"] = "key-" + path + body.dump().substr(0, 40);
    return handler_(request);
  }
  Result<http::Response> Import(const std::string& file_name, const std::string& bytes,
                                const std::string& key = "import-key-1",
                                std::map<std::string, std::string> fields = {}) {
    auto request = Request("POST", kAll, "administrator");
    const auto path = folder_ + "/upload";
    std::ofstream(path, std::ios::binary) << bytes;
    request.parts.push_back(
        {.name = "file", .filename = file_name, .path = path, .size = bytes.size()});
    if (!bytes.starts_with("PK")) {  // a ZIP may say it itself
      fields.try_emplace("agency_code", "sfr");
      fields.try_emplace("agency_name", "Социальный фонд");
    }
    for (const auto& [name, value] : fields)
      request.parts.push_back({.name = name, .value = value});
    request.headers["idempotency-key"] = key;
    return handler_(request);
  }
  static Json Body(const Result<http::Response>& answer) {
    if (!answer)
      throw std::logic_error("refused " + answer.refusal().code + " " + answer.refusal().detail);
    return Json::parse(answer->body);
  }
  static std::vector<std::string> Fields(const Result<http::Response>& answer) {
    std::vector<std::string> fields;
    for (const auto& field : answer.refusal().fields)
      fields.push_back(field.pointer + " " + field.code);
    return fields;
  }

  const std::string folder_ =
      std::filesystem::temp_directory_path() / ("okno-types-" + Uuid::NewV7().ToString());
  const std::string content_ = folder_ + "-content";
  db::testing::Database database_{kRooms};
  db::Pool pool_{{.dsn = database_.dsn(), .size = 4}};
  ManualClock clock_{kNow};
  access::testing::House house_{pool_, kNow};
  text::Catalog texts_;
  http::Router router_;
  std::function<Result<http::Response>(const http::Request&)> handler_;
  std::unique_ptr<Registry> registry_, other_process_;
};

}  // namespace okno::message_types
