// SPDX-License-Identifier: Apache-2.0
#include "storage/answer_store.h"

#include "applications/queries.h"

namespace okno::applications::storage {
namespace {

InquiryAnswer ReadAnswer(const db::Row& row) {
  return {.inquiry_id = row["inquiry_id"].As<inquiries::InquiryId>(),
          .item = row["item"].Text(),
          .number = row["number"].Text(),
          .title = row["title"].Text(),
          .agency = row["agency"].Text(),
          .subject = row["subject"].Text(),
          .has_data = row["has_data"].As<bool>(),
          .brings = row["brings"].As<bool>(),
          .asked = row["asked"].As<Json>(),
          .words = row["words"].Text(),
          .signature_verdict = row["signature_verdict"].Text(),
          .signer_name = row["signer_name"].Text(),
          .personal_verdict = row["personal_verdict"].Text(),
          .person_name = row["person_name"].Text(),
          .at = row["answered_at"].As<Instant>()};
}

std::vector<InquiryAnswer> ReadAnswers(const db::Rows& rows) {
  std::vector<InquiryAnswer> answers;
  for (const auto& row : rows) answers.push_back(ReadAnswer(row));
  return answers;
}

}  // namespace

void AddInquiryAnswer(db::Tx& tx, const Application& application, const InquiryAnswer& answer) {
  tx.Queue(queries::kInsertInquiryAnswer, answer.inquiry_id, application.id,
           application.organization_id, answer.item, answer.number, answer.title, answer.agency,
           answer.has_data, answer.words, answer.signature_verdict, answer.signer_name,
           answer.personal_verdict, answer.person_name, answer.at, answer.subject, answer.brings,
           answer.asked);
}

db::Pending<std::vector<InquiryAnswer>> AskInquiryAnswers(db::Tx& tx, const ApplicationId& id) {
  return db::Ask(tx, queries::kListInquiryAnswers, id).Then(ReadAnswers);
}

db::Pending<std::map<ApplicationId, std::vector<InquiryAnswer>>> AskInquiryAnswers(
    db::Tx& tx, const std::vector<ApplicationId>& ids) {
  return db::Ask(tx, queries::kListAnswersOfCases, ids).Then([](const db::Rows& rows) {
    std::map<ApplicationId, std::vector<InquiryAnswer>> answers;
    for (const auto& row : rows)
      answers[row["application_id"].As<ApplicationId>()].push_back(ReadAnswer(row));
    return answers;
  });
}

}  // namespace okno::applications::storage
