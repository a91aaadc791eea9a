// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "access/directory.h"
#include "applications/use_cases.h"

namespace okno::applications::message {

inline constexpr char kNamespace[] = "urn://x-artefacts-okno/center-application/1.0.0";

// A file that travels with the application.
struct SentFile {
  exchange::Attachment attachment;
  std::string title, item;
};
// The ApplicationRequest of content/message-types/center-application for a filed case. Not
// validated yet.
xml::Document BuildRequest(const Case& subject, const access::Organization& center,
                           const std::vector<SentFile>& files);

}  // namespace okno::applications::message
