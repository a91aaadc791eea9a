// SPDX-License-Identifier: Apache-2.0
#include "storage/inquiry_row.h"

#include <stdexcept>

#include "storage/answer_json.h"

namespace okno::inquiries::storage {
namespace {

void ReadMatter(const db::Row& row, Inquiry& inquiry) {
  inquiry.type_name = row["type_name"].Text();
  inquiry.type_version = row["type_version"].As<int>();
  inquiry.type_title = row["type_title"].Text();
  inquiry.addressee = row["addressee"].Text();
  inquiry.applicant_id = row["applicant_id"].Maybe<applicants::ApplicantId>();
  inquiry.subject_name = row["subject_name"].Text();
  inquiry.asked = row["asked"].As<Json>();
  if (const auto id = row["case_id"].Maybe<Uuid>()) {
    inquiry.about = CaseReference{row["case_kind"].Text(), *id};
  }
  inquiry.case_number = row["case_number"].Text();
  inquiry.case_item = row["case_item"].Text();
  inquiry.consumer_number = row["consumer_number"].Text();
  inquiry.purpose = row["purpose"].Text();
  inquiry.form = row["form"].As<Json>();
}

void ReadCourse(const db::Row& row, Inquiry& inquiry) {
  inquiry.state = ReadState(row["state"]);
  inquiry.state_text = row["state_text"].Text();
  inquiry.message_id = row["message_id"].Maybe<exchange::MessageId>();
  if (const auto answer = row["answer"].Maybe<Json>()) inquiry.answer = AnswerFromJson(*answer);
  inquiry.executor_id = row["executor_id"].As<access::UserId>();
  inquiry.executor_name = row["executor_name"].Text();
  inquiry.created_at = row["created_at"].As<Instant>();
  inquiry.updated_at = row["updated_at"].As<Instant>();
  inquiry.sent_at = row["sent_at"].Maybe<Instant>();
  inquiry.answered_at = row["answered_at"].Maybe<Instant>();
}

}  // namespace

State ReadState(const db::Cell& cell) {
  const auto state = StateFromWord(cell.raw());
  if (!state) throw std::runtime_error("inquiries: unknown state in a row");
  return *state;
}

Inquiry ReadInquiry(const db::Row& row) {
  Inquiry inquiry;
  inquiry.id = row["id"].As<InquiryId>();
  inquiry.organization_id = row["organization_id"].As<access::OrganizationId>();
  inquiry.branch_id = row["branch_id"].Maybe<access::BranchId>();
  inquiry.number = row["number"].Text();
  inquiry.version = row["version"].As<int>();
  ReadMatter(row, inquiry);
  ReadCourse(row, inquiry);
  return inquiry;
}

}  // namespace okno::inquiries::storage
