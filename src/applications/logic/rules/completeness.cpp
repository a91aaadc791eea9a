// SPDX-License-Identifier: Apache-2.0
#include "logic/rules/completeness.h"

#include <algorithm>

#include "applicants/identity_document.h"
#include "applicants/overdue.h"
#include "catalog/examine.h"
#include "logic/rules/age.h"

namespace okno::applications::rules {
namespace {

std::vector<FieldError> MissingDocuments(const std::vector<ChecklistItem>& checklist) {
  std::vector<FieldError> errors;
  for (const auto& item : checklist) {
    if (item.missing) {
      errors.push_back(
          {"/checklist/" + item.rule.code, "applications.document_missing", item.rule.title});
    }
  }
  return errors;
}

// What was filed before this was asked can be mended no more, and goes on as it is.
bool IsEditable(Status status) {
  return status == Status::kDraft || status == Status::kIntake || status == Status::kRework ||
         status == Status::kProcessing;
}

// Judged at the filing: what the document proved on that day it has proved.
bool HasOverdueDocument(const Case& subject, Date today) {
  const auto& applicant = subject.applicant;
  return subject.application.status == Status::kDraft && !subject.service->takes_overdue_document &&
         applicant.identity_document &&
         !applicants::WhyOverdue(*applicant.identity_document, applicant.birth_date, today).empty();
}

}  // namespace

bool Completeness::complete() const {
  return form_errors.empty() && other_errors.empty() &&
         std::ranges::none_of(checklist, &ChecklistItem::missing);
}

Refusal Completeness::ToRefusal() const {
  std::vector<FieldError> fields;
  for (auto error : form_errors) {
    error.pointer = "/form" + error.pointer;
    fields.push_back(std::move(error));
  }
  fields.insert(fields.end(), other_errors.begin(), other_errors.end());
  const bool only_documents = fields.empty();
  auto missing = MissingDocuments(checklist);
  fields.insert(fields.end(), missing.begin(), missing.end());
  return Refusal::Invalid(only_documents ? "applications.incomplete" : "input.invalid",
                          std::move(fields));
}

Completeness CompletenessOf(const Case& subject, Date today) {
  const auto& application = subject.application;
  auto examined =
      catalog::Examine(*subject.service, application.form, subject.applicant.ToJson(), today);
  Completeness found;
  found.form = std::move(examined.form);
  found.form_errors = std::move(examined.errors);
  found.applicant = std::move(examined.applicant);
  found.checklist = ChecklistOf(std::move(examined.checklist), application.marks, subject.documents,
                                subject.answers);
  if (!application.representative.is_null()) {
    found.other_errors = CheckRepresentative(application.representative, today);
  } else if (IsEditable(application.status) && NeedsRepresentative(subject.applicant, today)) {
    found.other_errors.push_back({"/representative", "applications.representative_required", {}});
  }
  if (HasOverdueDocument(subject, today)) {
    found.other_errors.push_back(
        {"/applicant/identity_document", "applications.document_overdue", {}});
  }
  return found;
}

std::vector<FieldError> CheckRepresentative(const Json& representative, Date today) {
  std::vector<FieldError> errors;
  json::Reader in(representative, "/representative");
  in.Text("last_name", {.required = true, .max_length = 100});
  in.Text("first_name", {.required = true, .max_length = 100});
  in.Text("middle_name", {.max_length = 100});
  in.Text("authority", {.required = true, .max_length = 500});
  const auto phone = in.Text("phone", {.max_length = 40});
  if (!phone.empty() && !text::Phone::Parse(phone)) in.Fail("phone", "phone.format");
  if (const auto* document = in.Object("identity_document", true)) {
    const auto shown = applicants::ParseIdentityDocument(
        *document, "/representative/identity_document", std::nullopt, today, errors);
    const auto wrong = applicants::JudgeAge(shown, std::nullopt, today);
    if (!wrong.empty()) errors.push_back({"/representative/identity_document/kind", wrong, {}});
  }
  if (auto refusal = in.Finish()) {
    errors.insert(errors.begin(), refusal->fields.begin(), refusal->fields.end());
  }
  return errors;
}

}  // namespace okno::applications::rules
