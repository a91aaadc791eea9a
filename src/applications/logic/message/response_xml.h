// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "applications/application.h"
#include "base/result.h"
#include "xml/schema.h"

namespace okno::applications::message {

struct AnsweredFile {
  std::string name, title;
};
struct Answer {
  std::string number;
  Decision decision;
  std::map<std::string, AnsweredFile> files;  // by contentId
};
// The ApplicationResponse of an agency. Refused "applications.answer_malformed" when it is not one
// by the XSD.
Result<Answer> ReadAnswer(std::string_view content_xml, const xml::SchemaSet& schema);

}  // namespace okno::applications::message
