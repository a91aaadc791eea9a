// SPDX-License-Identifier: Apache-2.0
#include "http/inquiry_json.h"

#include "documents/transfer.h"
#include "inquiries/subject.h"
#include "logic/rules/transitions.h"

namespace okno::inquiries {
namespace {

using text::Language;

void Put(Json& json, const char* key, const std::string& text) {
  if (!text.empty()) json[key] = text;
}
void Put(Json& json, const char* key, const std::optional<Instant>& at) {
  if (at) json[key] = FormatInstant(*at);
}

Json TableJson(const std::vector<message_types::TableLine>& lines) {
  Json table = Json::array();
  for (const auto& line : lines) {
    table.push_back({{"depth", line.depth},
                     {"path", line.path},
                     {"label", line.label},
                     {"value", line.value},
                     {"heading", line.heading}});
  }
  return table;
}

Json AnswerJson(const Answer& answer, Language language) {
  Json json = {{"has_data", answer.has_data},
               {"table", TableJson(answer.content.table)},
               {"at", FormatInstant(answer.at)}};
  Put(json, "text", answer.text);
  Put(json, "headline", answer.content.headline);
  Put(json, "signature",
      exchange::SignatureSentence(answer.signature_verdict, answer.signer_name, std::nullopt,
                                  language));
  if (!answer.personal_verdict.empty()) {
    Put(json, "personal_signature",
        exchange::SignatureSentence(answer.personal_verdict, answer.person_name, std::nullopt,
                                    language));
  }
  return json;
}

// What a list says of the values chosen to be seen.
void PutChosen(Json& json, const message_types::Answer& content) {
  Put(json, "headline", content.headline);
  if (content.highlights.empty()) return;
  json["highlights"] = Json::array();
  for (const auto& [path, label, value] : content.highlights) {
    json["highlights"].push_back({{"path", path}, {"label", label}, {"value", value}});
  }
}

// What a list says of the answer.
void PutAnswer(Json& json, const Answer& answer, Language language) {
  json["has_data"] = answer.has_data;
  PutChosen(json, answer.content);
  Put(json, "signature",
      exchange::SignatureSentence(answer.signature_verdict, answer.signer_name, std::nullopt,
                                  language));
}

Json DocumentJson(const documents::Document& document, Language language) {
  Json json = documents::ToJson(document);
  Put(json, "signature",
      exchange::SignatureSentence(document.signature_verdict, document.signature_subject,
                                  std::nullopt, language));
  return json;
}

Json HistoryJson(const Services& services, const std::vector<HistoryEntry>& history,
                 Language language) {
  Json json = Json::array();
  for (const auto& entry : history) {
    Json line = {{"at", FormatInstant(entry.at)},
                 {"actor", entry.actor},
                 {"kind", entry.kind},
                 {"text", services.texts.Text(entry.code, language, entry.detail)}};
    if (entry.from) line["from"] = Word(*entry.from);
    if (entry.to) line["to"] = Word(*entry.to);
    Put(line, "reason", entry.reason);
    json.push_back(std::move(line));
  }
  return json;
}

// Who may not send is offered nothing.
Json ActionsJson(const Services& services, const Inquiry& inquiry,
                 const access::Principal& principal, Language language) {
  Json json = Json::array();
  if (!principal.May("inquiries.send")) return json;
  for (const auto action : rules::Actions()) {
    const auto due = rules::Judge(action, inquiry);
    Json line = {{"action", rules::Word(action)}, {"allowed", due.ok()}};
    if (!due) line["why_not"] = services.texts.Text(due.refusal().code, language);
    json.push_back(std::move(line));
  }
  return json;
}

Json ErrorsJson(const Services& services, const std::vector<FieldError>& errors,
                Language language) {
  Json json = Json::array();
  for (const auto& error : errors) {
    json.push_back({{"pointer", error.pointer},
                    {"code", error.code},
                    {"title", services.texts.Text(error.code, language, error.detail)}});
    Put(json.back(), "detail", error.detail);
  }
  return json;
}

const char* SigningWord(const message_types::MessageType* type) {
  if (type == nullptr) return "impossible";
  if (type->description().personal_signature) return "demanded";
  return type->TakesPersonalSignature() ? "possible" : "impossible";
}

const std::string& LabelOf(const message_types::CardValue& value, Language language) {
  return language == Language::kEnglish && !value.label_en.empty() ? value.label_en : value.label;
}

// Labels in the reader's language; Russian ones are stored with the answer.
Answer AnswerIn(const View& view, Language language) {
  auto answer = *view.inquiry.answer;
  if (view.type && answer.has_data && language == Language::kEnglish) {
    answer.content = view.type->ResponseInEnglish(std::move(answer.content));
  }
  return answer;
}
message_types::Answer SentIn(const View& view, Language language) {
  const bool english = view.type && language == Language::kEnglish;
  return english ? view.type->RequestInEnglish(view.sent) : view.sent;
}

}  // namespace

void PutEnglish(Json& json, const Inquiry& inquiry, const message_types::MessageType& type) {
  const auto& description = type.description();
  Put(json, "title", description.title_en);
  Put(json, "addressee", description.agency.name_en);
  if (!inquiry.answer || !inquiry.answer->has_data) return;
  PutChosen(json, type.ResponseInEnglish(inquiry.answer->content));
}

void PutDifferences(Json& json, const std::vector<message_types::Difference>& differences,
                    Language language) {
  if (differences.empty()) return;
  json["differs"] = Json::array();
  for (const auto& [label, label_en, known] : differences) {
    const bool english = language == Language::kEnglish && !label_en.empty();
    json["differs"].push_back({{"label", english ? label_en : label}, {"known", known}});
  }
}

Json RowJson(const Inquiry& inquiry, Language language) {
  Json json = {{"id", inquiry.id.ToString()},
               {"type", inquiry.type_name},
               {"title", inquiry.type_title},
               {"addressee", inquiry.addressee},
               {"state", Word(inquiry.state)},
               {"executor_name", inquiry.executor_name},
               {"created_at", FormatInstant(inquiry.created_at)},
               {"updated_at", FormatInstant(inquiry.updated_at)}};
  Put(json, "number", inquiry.number);
  Put(json, "state_text", inquiry.state_text);
  Put(json, "subject_name", inquiry.subject_name);
  Put(json, "person", PersonKey(inquiry.asked));
  if (inquiry.applicant_id) json["applicant_id"] = inquiry.applicant_id->ToString();
  if (inquiry.about) json["application_id"] = inquiry.about->id.ToString();
  Put(json, "application_number", inquiry.case_number);
  Put(json, "item", inquiry.case_item);
  Put(json, "consumer_number", inquiry.consumer_number);
  if (inquiry.branch_id) json["branch_id"] = inquiry.branch_id->ToString();
  Put(json, "purpose", inquiry.purpose);
  if (inquiry.answer) PutAnswer(json, *inquiry.answer, language);
  Put(json, "sent_at", inquiry.sent_at);
  Put(json, "answered_at", inquiry.answered_at);
  return json;
}

Result<http::Response> InquiryResponse(const Services& services, const Result<View>& found,
                                       const http::Request& request) {
  if (!found) return found.refusal();
  const auto& view = *found;
  const auto& inquiry = view.inquiry;
  Json documents = Json::array();
  for (const auto& document : view.documents) {
    documents.push_back(DocumentJson(document, request.language));
  }
  Json json = RowJson(inquiry, request.language);
  if (view.type && request.language == Language::kEnglish) PutEnglish(json, inquiry, *view.type);
  PutDifferences(json, FindDifferences(services, access::Of(request), inquiry), request.language);
  json["version"] = inquiry.version;
  json["form"] = inquiry.form;
  json["errors"] = ErrorsJson(services, view.errors, request.language);
  json["documents"] = std::move(documents);
  json["history"] = HistoryJson(services, view.history, request.language);
  json["actions"] = ActionsJson(services, inquiry, access::Of(request), request.language);
  if (view.type) {
    Put(json, "description", DescriptionOf(view.type->description(), request.language));
    json["form_schema"] = view.type->request_form();
  }
  json["personal_signature"] = SigningWord(view.type.get());
  if (!view.signature.verdict.empty()) {
    json["content_signature"] = exchange::SignatureSentence(
        view.signature.verdict, view.signature.signer, view.signature.until, request.language);
  }
  if (!view.sent.table.empty()) json["sent"] = TableJson(SentIn(view, request.language).table);
  if (inquiry.answer)
    json["answer"] = AnswerJson(AnswerIn(view, request.language), request.language);
  auto response = http::Response::Of(json);
  response.WithETag(inquiry.version);
  return response;
}

Result<http::Response> CreatedResponse(const Services& services, const Result<View>& view,
                                       const http::Request& request) {
  auto response = InquiryResponse(services, view, request);
  if (!response) return response;
  response->status = 201;
  response->keyed = true;
  response->With("Location", "/api/v1/inquiries/" + view->inquiry.id.ToString());
  return response;
}

Json ComparisonJson(const Comparison& comparison, Language language) {
  Json values = Json::array();
  for (const auto& value : comparison.values) {
    values.push_back({{"path", value.card_path},
                      {"label", LabelOf(value, language)},
                      {"offered", value.offered},
                      {"differs", value.differs}});
    if (!value.current.is_null()) values.back()["current"] = value.current;
  }
  Json json = {{"values", std::move(values)}};
  if (comparison.applicant) {
    json["applicant_id"] = comparison.applicant->id.ToString();
    json["applicant_version"] = comparison.applicant->version;
  }
  return json;
}

}  // namespace okno::inquiries
