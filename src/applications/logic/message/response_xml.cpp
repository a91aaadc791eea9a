// SPDX-License-Identifier: Apache-2.0
#include "logic/message/response_xml.h"

#include "logic/message/request_xml.h"

namespace okno::applications::message {
namespace {

const Refusal kMalformed = Refusal::Invalid("applications.answer_malformed");

}  // namespace

Result<Answer> ReadAnswer(std::string_view content_xml, const xml::SchemaSet& schema) {
  const auto document = xml::Document::Parse(content_xml);
  if (!document) return kMalformed;
  const auto root = document->root();
  if (!root.Is(kNamespace, "ApplicationResponse") || !schema.Validate(root).empty())
    return kMalformed;
  const auto decided_at = ParseInstant(root.child_text("DecidedAt"));
  if (!decided_at) return kMalformed;  // xs:dateTime without a zone says no moment
  Answer answer;
  answer.number = root.child_text("Number");
  answer.decision = {.positive = root.child_text("Outcome") == "positive",
                     .text = root.child_text("Text"),
                     .registration_number = root.child_text("RegistrationNumber"),
                     .officer = root.child_text("Officer"),
                     .at = *decided_at};
  for (const auto& file : root.child("Files").children()) {
    answer.files[file.attribute("contentId").value_or("")] = {file.attribute("name").value_or(""),
                                                              file.attribute("title").value_or("")};
  }
  return answer;
}

}  // namespace okno::applications::message
