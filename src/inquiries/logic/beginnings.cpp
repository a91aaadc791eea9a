// SPDX-License-Identifier: Apache-2.0
#include "logic/beginnings.h"

#include "storage/inquiry_store.h"

namespace okno::inquiries {

Inquiry NewOf(const message_types::MessageType& type, const access::Principal& principal,
              Instant now) {
  const auto& description = type.description();
  Inquiry inquiry;
  inquiry.id = InquiryId::New();
  inquiry.organization_id = principal.organization_id;
  inquiry.branch_id = principal.branch_id;
  inquiry.type_name = description.name;
  inquiry.type_version = description.version;
  inquiry.type_title = description.title;
  inquiry.addressee = description.agency.name;
  inquiry.executor_id = principal.user_id;
  inquiry.executor_name = principal.display_name;
  inquiry.created_at = inquiry.updated_at = now;
  return inquiry;
}

Inquiry CopyOf(const Inquiry& old, const message_types::MessageType& type,
               const access::Principal& principal, Instant now) {
  auto inquiry = NewOf(type, principal, now);
  inquiry.applicant_id = old.applicant_id;
  inquiry.subject_name = old.subject_name;
  inquiry.asked = old.asked;
  inquiry.about = old.about;
  inquiry.case_number = old.case_number;
  inquiry.case_item = old.case_item;
  inquiry.purpose = old.purpose;
  inquiry.form = old.form;
  return inquiry;
}

void GiveNumber(db::Tx& tx, const Services& services, Inquiry& inquiry, Instant now) {
  if (!inquiry.number.empty()) return;
  const auto year = static_cast<int>(LocalDate(now, services.zone).year());
  inquiry.number = storage::TakeNumber(tx, inquiry, year);
}

}  // namespace okno::inquiries
