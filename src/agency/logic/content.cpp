// SPDX-License-Identifier: Apache-2.0
#include "logic/content.h"

#include <stdexcept>

#include "xml/document.h"

namespace okno::agency {
namespace {

constexpr std::string_view kNamespace = "urn://x-artefacts-okno/center-application/1.0.0";

std::string Attribute(xml::Element element, std::string_view name) {
  return element.attribute(name).value_or("");
}

Json ReadFields(xml::Element parent) {
  Json fields = Json::array();
  for (const auto& field : parent.children()) {
    if (field.name() != "Field") continue;
    fields.push_back({{"code", Attribute(field, "code")},
                      {"label", Attribute(field, "label")},
                      {"value", field.text()}});
    if (const auto section = field.attribute("section")) fields.back()["section"] = *section;
  }
  return fields;
}

Json ReadApplicant(xml::Element root) {
  const auto person = root.child("Applicant");
  Json fields = ReadFields(person);
  fields.insert(
      fields.begin(),
      Json{{"code", "name"}, {"label", "Заявитель"}, {"value", person.child_text("Name")}});
  if (const auto representative = root.child("Representative")) {
    fields.push_back({{"code", "representative"},
                      {"label", "Представитель"},
                      {"value", representative.child_text("Name")}});
    for (auto& field : ReadFields(representative)) {
      field["label"] = "Представитель: " + field["label"].get<std::string>();
      fields.push_back(field);
    }
  }
  return fields;
}

Json AnswerOf(xml::Element inquiry) {
  Json answer = {{"number", Attribute(inquiry, "number")},
                 {"agency", Attribute(inquiry, "agency")},
                 {"has_data", Attribute(inquiry, "hasData") == "true"}};
  if (const auto at = ParseInstant(Attribute(inquiry, "answeredAt")))
    answer["at"] = FormatInstant(*at);
  for (const auto* name : {"subject", "text", "signature"}) {
    if (const auto value = inquiry.attribute(name)) answer[name] = *value;
  }
  return answer;
}

// The document of that code in the list; added with its title when it is not there yet.
Json& RowOf(Json& documents, const std::string& code, const std::string& title) {
  for (auto& document : documents) {
    if (document.value("code", "") == code) return document;
  }
  documents.push_back({{"code", code}, {"title", title}});
  return documents.back();
}

// What the center asked others for, at the document it was asked for; a document that nobody had
// stands in the list with nothing but that answer.
void AddAnswers(Json& documents, xml::Element inquiries) {
  for (const auto& inquiry : inquiries.children()) {
    RowOf(documents, Attribute(inquiry, "document"), Attribute(inquiry, "title"))["answers"]
        .push_back(AnswerOf(inquiry));
  }
}

void AddMissing(Json& documents, xml::Element missing) {
  for (const auto& document : missing.children()) {
    auto& row = RowOf(documents, Attribute(document, "code"), Attribute(document, "title"));
    row["missing"] = true;
    if (const auto source = document.attribute("source")) row["source"] = *source;
  }
}

Json ReadDocuments(xml::Element root) {
  Json documents = Json::array();
  for (const auto& document : root.child("Documents").children()) {
    Json row = {{"code", Attribute(document, "code")}, {"title", Attribute(document, "title")}};
    if (const auto form = document.attribute("form")) row["form"] = *form;
    if (const auto sheets = document.attribute("sheets")) row["sheets"] = std::stoll(*sheets);
    documents.push_back(std::move(row));
  }
  if (const auto inquiries = root.child("Inquiries")) AddAnswers(documents, inquiries);
  if (const auto missing = root.child("MissingDocuments")) AddMissing(documents, missing);
  return documents;
}

}  // namespace

Result<ReceivedRequest> ReadRequest(const std::string& content_xml, const xml::SchemaSet& schema) {
  auto document = xml::Document::Parse(content_xml);
  if (!document) return document.refusal();
  const auto root = document->root();
  if (!root.Is(kNamespace, "ApplicationRequest"))
    return Refusal{RefusalKind::kInvalid, "agency.content_malformed", root.name(), {}};
  if (const auto errors = schema.Validate(root); !errors.empty())
    return Refusal{RefusalKind::kInvalid, "agency.content_malformed", errors.front().element, {}};

  ReceivedRequest request;
  request.number = root.child_text("Number");
  request.service_code = root.child_text("ServiceCode");
  request.service_name = root.child_text("ServiceName");
  const auto center = root.child("Center");
  request.center_name = center.child_text("Name") + ", " + center.child_text("Branch");
  request.applicant_name = root.child("Applicant").child_text("Name");
  const auto planned = ParseDate(root.child_text("PlannedDate").substr(0, 10));
  if (!planned)
    return Refusal{RefusalKind::kInvalid, "agency.content_malformed", "PlannedDate", {}};
  request.planned_date = *planned;
  request.applicant = ReadApplicant(root);
  request.form = ReadFields(root.child("Form"));
  request.documents = ReadDocuments(root);
  for (const auto& file : root.child("Files").children()) {
    request.files[Attribute(file, "contentId")] = {
        Attribute(file, "name"), Attribute(file, "title"), Attribute(file, "item")};
  }
  return request;
}

std::string WriteResponse(const Registration& card, const std::vector<SentFile>& files,
                          std::string_view time_zone) {
  const auto document = xml::Document::Create(kNamespace, "ca", "ApplicationResponse");
  auto root = document.root();
  root.Add(kNamespace, "ca", "Number", card.center_number);
  root.Add(kNamespace, "ca", "RegistrationNumber", card.number);
  root.Add(kNamespace, "ca", "Outcome", card.outcome);
  root.Add(kNamespace, "ca", "Text", card.decision_text);
  root.Add(kNamespace, "ca", "DecidedAt", FormatXsdDateTime(card.decided_at.value(), time_zone));
  root.Add(kNamespace, "ca", "Officer", card.decided_by);
  auto list = root.Add(kNamespace, "ca", "Files");
  for (const auto& file : files) {
    auto row = list.Add(kNamespace, "ca", "File");
    row.SetAttribute("contentId", file.attachment.content_id);
    row.SetAttribute("name", file.attachment.name);
    if (!file.title.empty()) row.SetAttribute("title", file.title);
    row.SetAttribute("item", "answer");
    row.SetAttribute("mimeType", file.attachment.content_type);
  }
  return root.Serialize();
}

void FillFrom(Registration& card, const exchange::Message& message,
              const ReceivedRequest& request) {
  card.applicant_name = request.applicant_name;
  card.applicant = request.applicant;
  card.form = request.form;
  card.documents = request.documents;
  card.signature =
      exchange::SignatureSentence(message.signature_verdict, message.signer_name, std::nullopt);
}

}  // namespace okno::agency
