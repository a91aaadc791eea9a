// SPDX-License-Identifier: Apache-2.0
#include "logic/message/request_xml.h"

#include <algorithm>
#include <optional>

#include "applicants/identity_document.h"
#include "catalog/forms.h"
#include "logic/form_sheet.h"
#include "logic/person_fields.h"
#include "logic/rules/checklist.h"
#include "logic/rules/other_papers.h"

namespace okno::applications::message {
namespace {

constexpr char kPrefix[] = "ca";

class Builder {
 public:
  explicit Builder(xml::Element element) : element_(element) {}
  Builder Add(std::string_view name, std::string_view text = {}) {
    return Builder(element_.Add(kNamespace, kPrefix, name, text));
  }
  // An empty attribute is left out: the types of the message have a least length.
  Builder& Set(std::string_view name, std::string_view value) {
    if (!value.empty()) element_.SetAttribute(name, value);
    return *this;
  }

 private:
  xml::Element element_;
};

void AddFields(Builder parent, const std::vector<catalog::LabelledValue>& fields) {
  for (const auto& field : fields) {
    if (!field.value.empty())
      parent.Add("Field", field.value).Set("code", field.code).Set("label", field.label);
  }
}

void AddForm(Builder& root, const Case& subject) {
  auto form = root.Add("Form");
  for (const auto& field : catalog::DescribeForm(subject.service->form, subject.application.form)) {
    if (field.value.empty()) continue;
    form.Add("Field", field.value)
        .Set("code", field.code)
        .Set("label", field.label)
        .Set("section", SectionOf(*subject.service, field.code));
  }
}

void AddPerson(Builder& root, std::string_view element, const std::string& kind,
               const std::string& name, const std::vector<catalog::LabelledValue>& fields) {
  auto person = root.Add(element);
  person.Add("Kind", kind);
  person.Add("Name", name);
  AddFields(person, fields);
}

void AddCenter(Builder& root, const access::Organization& center, const access::Branch& branch) {
  auto element = root.Add("Center");
  element.Add("Name", center.name);
  element.Add("Branch", branch.name);
  element.Add("Address", branch.address);
}

std::vector<rules::ChecklistItem> ItemsOf(const Case& subject) {
  return rules::ChecklistOf(
      catalog::ChecklistFor(*subject.service, subject.application.form, subject.applicant.ToJson()),
      subject.application.marks, subject.documents, subject.answers);
}

void AddDocuments(Builder& root, const Case& subject,
                  const std::vector<rules::ChecklistItem>& items) {
  auto documents = root.Add("Documents");
  for (const auto& item : items) {
    if (!item.given) continue;
    auto document = documents.Add("Document");
    document.Set("code", item.rule.code).Set("title", item.rule.title);
    if (!item.mark.given) {  // its files are all there is of it
      document.Set("form", "electronic");
      continue;
    }
    document.Set("form", item.mark.form)
        .Set("sheets", std::to_string(item.mark.sheets))
        .Set("copies", std::to_string(item.mark.copies));
  }
  for (const auto& paper : rules::OtherPapers(subject.application.marks)) {
    documents.Add("Document")
        .Set("code", paper.item)
        .Set("title", paper.title)
        .Set("form", paper.form)
        .Set("sheets", std::to_string(paper.sheets))
        .Set("copies", std::to_string(paper.copies));
  }
}

std::string TitleOf(const catalog::Service& service, const InquiryAnswer& answer) {
  const auto rule =
      std::ranges::find(service.checklist, answer.item, &catalog::ChecklistRule::code);
  return rule == service.checklist.end() ? answer.title : rule->title;
}

// The verdict of the official's own signature where there is one, else of the agency's.
std::string SignatureOf(const InquiryAnswer& answer) {
  if (!answer.personal_verdict.empty()) {
    return exchange::SignatureSentence(answer.personal_verdict, answer.person_name, std::nullopt);
  }
  return exchange::SignatureSentence(answer.signature_verdict, answer.signer_name, std::nullopt);
}

void AddInquiries(Builder& root, const Case& subject) {
  if (subject.answers.empty()) return;
  auto inquiries = root.Add("Inquiries");
  for (const auto& answer : subject.answers) {
    inquiries.Add("Inquiry")
        .Set("document", answer.item)
        .Set("title", TitleOf(*subject.service, answer))
        .Set("number", answer.number)
        .Set("agency", answer.agency)
        .Set("subject", answer.subject)
        .Set("answeredAt", FormatXsdDateTime(answer.at, subject.branch.time_zone))
        .Set("hasData", answer.has_data ? "true" : "false")
        .Set("text", answer.words)
        .Set("signature", SignatureOf(answer));
  }
}

// What an inquiry has to bring and has not, or not about everybody; its note names who has it.
void AddMissing(Builder& root, const std::vector<rules::ChecklistItem>& items) {
  std::optional<Builder> list;
  for (const auto& item : items) {
    const bool by_inquiry = item.rule.need == catalog::Need::kInquiry;
    if (by_inquiry ? item.given : !item.missing) continue;
    if (!list) list = root.Add("MissingDocuments");
    list->Add("Document")
        .Set("code", item.rule.code)
        .Set("title", item.rule.title)
        .Set("source", by_inquiry ? item.rule.note : std::string());
  }
}

void AddFiles(Builder& root, const std::vector<SentFile>& files) {
  auto element = root.Add("Files");
  for (const auto& file : files) {
    element.Add("File")
        .Set("contentId", file.attachment.content_id)
        .Set("name", file.attachment.name)
        .Set("title", file.title)
        .Set("item", file.item)
        .Set("mimeType", file.attachment.content_type);
  }
}

void AddHead(Builder& root, const Case& subject) {
  const auto& application = subject.application;
  const auto& zone = subject.branch.time_zone;
  root.Add("Number", application.number);
  root.Add("AgencyCode", subject.service->agency_code);
  root.Add("ServiceCode", application.service_code);
  root.Add("ServiceName", subject.service->name);
  root.Add("FiledAt", FormatXsdDateTime(application.filed_at.value(), zone));
  root.Add("PlannedDate", FormatDate(application.planned_date.value()));
}

}  // namespace

xml::Document BuildRequest(const Case& subject, const access::Organization& center,
                           const std::vector<SentFile>& files) {
  auto document = xml::Document::Create(kNamespace, kPrefix, "ApplicationRequest");
  Builder root(document.root());
  const auto& application = subject.application;
  AddHead(root, subject);
  AddCenter(root, center, subject.branch);
  AddPerson(root, "Applicant", subject.applicant.ToJson().at("kind").get<std::string>(),
            subject.applicant.DisplayName(), FieldsOf(subject.applicant));
  if (!application.representative.is_null()) {
    AddPerson(root, "Representative", "person", RepresentativeName(application.representative),
              FieldsOfRepresentative(application.representative));
  }
  AddForm(root, subject);
  const auto items = ItemsOf(subject);
  AddDocuments(root, subject, items);
  AddInquiries(root, subject);
  AddMissing(root, items);
  AddFiles(root, files);
  return document;
}

}  // namespace okno::applications::message
