// SPDX-License-Identifier: Apache-2.0
#include "http/issue_json.h"

#include <algorithm>

#include "applicants/identity_document.h"
#include "logic/rules/recipient.h"

namespace okno::applications {
namespace {

Json AuthorityJson(const Authority& authority) {
  Json json = {
      {"kind", authority.kind}, {"number", authority.number}, {"date", FormatDate(authority.date)}};
  if (!authority.issued_by.empty()) json["issued_by"] = authority.issued_by;
  if (authority.valid_until) json["valid_until"] = FormatDate(*authority.valid_until);
  return json;
}

Json RecipientJson(const Recipient& recipient) {
  Json json = {{"representative", recipient.representative},
               {"last_name", recipient.last_name},
               {"first_name", recipient.first_name},
               {"middle_name", recipient.middle_name},
               {"name", recipient.Name()},
               {"identity_document", applicants::ToJson(recipient.document)},
               {"document_text", rules::DescribeDocument(recipient)},
               {"originals", recipient.originals}};
  if (recipient.birth_date) json["birth_date"] = FormatDate(*recipient.birth_date);
  if (recipient.authority) {
    json["authority"] = AuthorityJson(*recipient.authority);
    json["authority_text"] = rules::Describe(*recipient.authority);
  }
  return json;
}

}  // namespace

void AddIssue(Json& json, const Case& subject) {
  const auto& application = subject.application;
  for (const auto& paper : application.result_papers)
    json["result_papers"].push_back({{"title", paper.title}, {"sheets", paper.sheets}});
  if (application.recipient) json["recipient"] = RecipientJson(*application.recipient);
  if (application.status != Status::kClosed || !application.decision) return;
  const auto closed = std::ranges::find(subject.history, Status::kClosed, &HistoryEntry::to);
  if (closed == subject.history.end()) return;
  json["issued"] = {{"at", FormatInstant(closed->at)}, {"by", closed->actor}};
  if (subject.issue_branch) json["issued"]["branch"] = subject.issue_branch->name;
}

}  // namespace okno::applications
