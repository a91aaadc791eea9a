// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>

#include "json/json.h"
#include "message_types/message_types.h"
#include "time/time.h"
#include "xsd/schema.h"

namespace okno::message_types {

// A message type as it is written down: docs/message-types.md.
struct Definition {
  Description description;
  Json request = Json::object();  // {"fields": {path: {…}}, "order": {path: […]}}
  Json response = Json::object();
  xsd::Files files;
  bool operator==(const Definition&) const = default;
};

// What is stored of it besides the files.
Json BodyOf(const Definition& definition);
Definition FromBody(const Json& body);
std::string HashOf(const Definition& definition);

// `message-type.yaml` of the folder format, and back. Reading refuses unknown keys and wrong types:
// "message_types.page_wrong" with "line: what" as detail. `version` is not part of it.
Result<Definition> ReadPage(std::string_view yaml);
std::string WritePage(const Definition& definition);

// One version as it is kept.
struct Version {
  Definition definition;
  std::string state;  // "draft", "published", "withdrawn"
  long long revision = 1;
  std::string content_hash;
  bool shipped = false;
  Instant created_at{};
  std::string created_by;
  std::optional<Instant> published_at, withdrawn_at;
  std::string published_by, withdrawn_by;
  bool operator==(const Version&) const = default;
};

// Whether each word is part of title, description, agency or name; "" always.
bool HasWords(const Description& description, std::string_view words);
bool IsSuggestedFor(const Description& description, std::string_view service);
bool Brings(const Description& description, std::string_view document);

// [a-z0-9-], 3..60, a letter first.
bool IsName(std::string_view name);

}  // namespace okno::message_types
