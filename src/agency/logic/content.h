// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <string>
#include <vector>

#include "agency/registration.h"
#include "base/result.h"
#include "exchange/exchange.h"
#include "xml/schema.h"

// The message type center-application, read and written at the agency's end.
namespace okno::agency {

struct ReceivedFile {
  std::string name, title, item;
};
struct ReceivedRequest {
  std::string number, service_code, service_name, center_name, applicant_name;
  Date planned_date;
  Json applicant, form, documents;
  std::map<std::string, ReceivedFile> files;  // by contentId
};
// Refused "agency.content_malformed" with the place when the content does not fit the schema.
Result<ReceivedRequest> ReadRequest(const std::string& content_xml, const xml::SchemaSet& schema);

struct SentFile {
  exchange::Attachment attachment;  // with its content id
  std::string title;                // may be empty
};
// ApplicationResponse for a decided card.
std::string WriteResponse(const Registration& card, const std::vector<SentFile>& files,
                          std::string_view time_zone);

// What a card holds of the message that brought it, or that came in its place.
void FillFrom(Registration& card, const exchange::Message& message, const ReceivedRequest& request);

}  // namespace okno::agency
