// SPDX-License-Identifier: Apache-2.0
#include "logic/rules/paper.h"

#include <algorithm>
#include <initializer_list>

#include "crypto/hash.h"
#include "text/strings.h"

namespace okno::applications::rules {

namespace {

void Outdate(Paper& paper) {
  if (paper == Paper::kCurrent) paper = Paper::kOutdated;
}

bool IsOneOf(Status status, std::initializer_list<Status> statuses) {
  return std::ranges::find(statuses, status) != statuses.end();
}

// What no history of the case tells: the card of the applicant, which counts until the case is on
// its way, and files of no checklist item, which are listed on paper one by one while the applicant
// may still be there.
Instant LastChangeBesides(const Case& subject) {
  using enum Status;
  const auto status = subject.application.status;
  Instant last;
  if (IsOneOf(status, {kDraft, kIntake, kRework, kProcessing, kDeliveryOnDemand}))
    last = subject.applicant.updated_at;
  if (!IsOneOf(status, {kIntake, kRework})) return last;
  for (const auto& document : subject.documents) {
    if (document.item == "other" && document.source == "center")
      last = std::max(last, document.uploaded_at);
  }
  return last;
}

}  // namespace

std::string_view Word(Paper paper) {
  switch (paper) {
    case Paper::kNone:
      return "none";
    case Paper::kCurrent:
      return "current";
    default:
      return "outdated";
  }
}

Papers PapersOf(const Case& subject) {
  Papers papers;
  Instant application_at, receipt_at;
  for (const auto& entry : subject.history) {
    if (entry.code == "applications.history.printed_application") {
      papers.application = Paper::kCurrent;
      application_at = entry.at;
    } else if (entry.code == "applications.history.printed_receipt") {
      papers.receipt = Paper::kCurrent;
      receipt_at = entry.at;
    } else if (entry.code == "applications.history.edited") {
      Outdate(papers.application);
      Outdate(papers.receipt);
    }
  }
  const auto changed = LastChangeBesides(subject);
  if (changed > application_at) Outdate(papers.application);
  if (changed > receipt_at) Outdate(papers.receipt);
  return papers;
}

std::string FingerprintOf(const Case& subject) {
  const auto& application = subject.application;
  Json card = subject.applicant.ToJson();
  for (const auto* counted : {"version", "updated_at"}) card.erase(counted);
  Json marks = Json::array();
  for (const auto& mark : application.marks)
    marks.push_back({mark.item, mark.given, mark.form, mark.sheets, mark.copies, mark.title});
  return text::HexEncode(crypto::Sha256(
      json::Dump(Json::array({application.form, marks, application.representative, card}))));
}

}  // namespace okno::applications::rules
