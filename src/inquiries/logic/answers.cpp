// SPDX-License-Identifier: Apache-2.0
#include "logic/answers.h"

#include "logic/rules/file_words.h"

namespace okno::inquiries {
namespace {

Answer Begin(const exchange::Message& message, Instant now) {
  Answer answer;
  answer.signature_verdict = message.signature_verdict;
  answer.signer_name = message.signer_name;
  answer.personal_verdict = message.personal_signature.verdict;
  answer.person_name = message.personal_signature.signer;
  answer.at = now;
  return answer;
}

}  // namespace

std::optional<Answer> ReadAnswer(const Services& services, const Inquiry& inquiry,
                                 const exchange::Message& message, Instant now) {
  // Inside the event's transaction, which can not be left: the registry takes a second connection
  // for a moment. When none is free the event waits for its next turn.
  const auto type = services.types.Find(inquiry.type_name, inquiry.type_version);
  if (!type) return std::nullopt;
  auto content = type->ReadResponse(message.content_xml);
  if (!content) return std::nullopt;
  auto answer = Begin(message, now);
  answer.has_data = true;
  answer.content = std::move(*content);
  return answer;
}

Answer NoData(const exchange::Message& message, const std::string& words, Instant now) {
  auto answer = Begin(message, now);
  answer.text = words;
  return answer;
}

void AddFiles(db::Tx& tx, const Inquiry& inquiry, const exchange::Message& message, Instant now) {
  for (const auto& attachment : message.attachments) {
    const auto words = rules::WordsOfFile(inquiry.answer->content.data, attachment.content_id);
    documents::Add(tx,
                   {.id = documents::DocumentId::New(),
                    .organization_id = inquiry.organization_id,
                    .owner = {"inquiry", inquiry.id.uuid},
                    .item = "answer",
                    .title = words.title,
                    .name = documents::CleanName(words.name.empty() ? attachment.name : words.name),
                    .file = {attachment.sha256_hex, attachment.size, attachment.content_type},
                    .source = "agency",
                    .signature_verdict = message.signature_verdict,
                    .signature_subject = message.signer_name,
                    .uploaded_at = now,
                    .uploaded_by = inquiry.addressee});
  }
}

}  // namespace okno::inquiries
