// SPDX-License-Identifier: Apache-2.0
#include "http/checklist_json.h"

#include <algorithm>

#include "exchange/texts.h"
#include "inquiries/subject.h"
#include "logic/answer_documents.h"

namespace okno::applications {
namespace {

using json::Writer;
using text::Language;

// Required, optional or obtainable: whether a condition made it so is of no interest any more.
const char* NeedWord(catalog::Need need) {
  switch (need) {
    case catalog::Need::kRequired:
    case catalog::Need::kConditional:
      return "required";
    case catalog::Need::kOptional:
      return "optional";
    case catalog::Need::kInquiry:
      break;
  }
  return "inquiry";
}

void WriteAnswer(Writer& out, const InquiryAnswer& answer, Language language) {
  out.BeginObject();
  out.Field("inquiry_id", answer.inquiry_id.ToString());
  out.Field("number", answer.number);
  out.Field("title", answer.title);
  out.Field("agency", answer.agency);
  out.Field("at", FormatInstant(answer.at));
  out.Field("has_data", answer.has_data);
  out.TextField("subject", answer.subject);
  out.TextField("text", answer.words);
  out.TextField("signature",
                exchange::SignatureSentence(answer.signature_verdict, answer.signer_name,
                                            std::nullopt, language));
  out.TextField("personal_signature",
                exchange::SignatureSentence(answer.personal_verdict, answer.person_name,
                                            std::nullopt, language));
  out.EndObject();
}

// Whom the document is asked about, and about whom an answer is here.
void WritePersons(Writer& out, const std::vector<rules::AskedPerson>& persons) {
  out.Key("persons");
  out.BeginArray();
  for (const auto& [person, inquiry_id, answered] : persons) {
    out.BeginObject();
    out.TextField("key", inquiries::PersonKey(person.card));
    out.TextField("name", inquiries::PersonName(person.card));
    out.TextField("role", person.role);
    out.TextField("birth_date", inquiries::PersonBirthDate(person.card));
    out.Field("is_applicant", person.card.contains("id"));
    out.Field("answered", answered);
    if (inquiry_id) out.Field("inquiry_id", inquiry_id->ToString());
    out.EndObject();
  }
  out.EndArray();
}

void WriteItem(Writer& out, const rules::ChecklistItem& item,
               const std::vector<InquiryAnswer>& answers, Language language) {
  out.BeginObject();
  out.Field("code", item.rule.code);
  out.Field("title", item.rule.title);
  out.Field("need", NeedWord(item.rule.need));
  out.Field("returned", item.rule.returned);
  out.Field("given", item.given);
  out.Field("obtained", item.obtained);
  out.Field("missing", item.missing);
  out.Field("sheets", item.mark.sheets);
  out.Field("copies", item.mark.copies);
  out.TextField("note", item.rule.note);
  out.TextField("group", item.rule.group);
  out.TextField("form", item.mark.form);
  if (!item.rule.about.empty()) WritePersons(out, item.persons);
  out.Key("answers");
  out.BeginArray();
  for (const auto& answer : answers) {
    if (answer.item == item.rule.code) WriteAnswer(out, answer, language);
  }
  out.EndArray();
  out.Key("documents");
  out.BeginArray();
  for (const auto& document : item.documents) out.Value(DocumentJson(document));
  out.EndArray();
  out.EndObject();
}

// The documents that stand at no line of the checklist: the agency's answer, receipts, others.
void WriteOtherDocuments(Writer& out, const Case& subject,
                         const std::vector<rules::ChecklistItem>& checklist) {
  out.Key("documents");
  out.BeginArray();
  for (const auto& document : subject.documents) {
    const bool listed = std::ranges::any_of(
        checklist, [&](const auto& item) { return item.rule.code == document.item; });
    if (listed) continue;
    Json json = DocumentJson(document);
    if (IsAnswer(document)) {
      json["title"] = AnswerTitle(subject, document);
      json["printable"] = IsPrintable(document);
    }
    out.Value(json);
  }
  out.EndArray();
}

}  // namespace

Json DocumentJson(const documents::Document& document) {
  Json json = documents::ToJson(document);
  if (!document.signature_verdict.empty()) {
    json["signature"] = exchange::SignatureSentence(document.signature_verdict,
                                                    document.signature_subject, std::nullopt);
  }
  return json;
}

void WriteChecklist(Writer& out, const Case& subject,
                    const std::vector<rules::ChecklistItem>& checklist, Language language) {
  out.Key("checklist");
  out.BeginArray();
  for (const auto& item : checklist) WriteItem(out, item, subject.answers, language);
  out.EndArray();
  WriteOtherDocuments(out, subject, checklist);
}

}  // namespace okno::applications
