// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <set>
#include <string>

#include "http/router.h"
#include "json/json.h"

namespace okno::app::testing {

// "POST /api/v1/applications"
std::string NameOf(const http::Route& route);

// A request that passes a route's own checks of what was sent, so that its answer is about the
// object asked for and about nothing else: the matrix proves nothing with a body that is refused
// before anything is looked for.
struct Sample {
  Json body = Json::object();                 // of Body::kJson, kXml
  std::map<std::string, std::string> fields;  // of Body::kMultipart and kForm
  bool file = false;                          // sends a small PDF as well, as part "file"
  std::string file_text;                      // of that file when it is no PDF
  std::map<std::string, std::string> params;  // {parts} that are words, not ids
};

// By NameOf(route). A new route needs an entry when it reads a body, or when a {part} of its path
// is a word; a test says which is missing.
const std::map<std::string, Sample>& Samples();

// Beginnings of patterns whose {parts} name what belongs to no organization: the same for everybody
// who has the right. Routes with {parts} that are not here must be tried with foreign_objects.cpp.
const std::set<std::string>& OfNobody();

}  // namespace okno::app::testing
