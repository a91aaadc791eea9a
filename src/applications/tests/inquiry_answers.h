// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <gtest/gtest.h>

#include <stdexcept>
#include <string>

#include "applications/testing.h"
#include "inquiries/calls.h"
#include "logic/rules/checklist.h"

namespace okno::applications::testing {

inline constexpr db::Query kInsertInquiry{
    "test.insert_inquiry",
    "INSERT INTO inquiries.inquiries (id, organization_id, number, serial, type_name, "
    "type_version, "
    "type_title, addressee, subject_name, case_kind, case_id, case_number, case_item, purpose, "
    "applicant_id, state, state_text, form, answer, executor_id, executor_name, version, "
    "created_at, updated_at, "
    "sent_at, answered_at, asked) VALUES ($1, $2, $3, $4, 'income', 1, 'Доходы физического лица', 'ФНС "
    "России', $10, 'application', $5, '0101-26-000001', $12, '', $9, 'answered', "
    "'', "
    "'{}', $6, $8, 'Иванова А. П.', 1, $7, $7, $7, $7, $11)"};
inline constexpr db::Query kInsertHistory{
    "test.insert_inquiry_history",
    "INSERT INTO inquiries.history (id, inquiry_id, organization_id, version, at, actor, kind, "
    "to_state, code, detail, reason) VALUES ($1, $1, $2, 1, $3, 'ФНС', 'state', 'answered', "
    "'inquiries.history.answered', '', '')"};

// Cases to which agencies answer: the room of inquiries is played.
class InquiryAnswersTest : public ::testing::Test {
 protected:
  // An inquiry for the income of `subject`, answered; the room of inquiries tells of it.
  inquiries::InquiryId Answered(const Case& subject, bool has_data, int files = 0) {
    return AnsweredAbout(subject.application.applicant_id, subject, has_data, files);
  }
  // Whom an inquiry is about: a card, the name shown, whom its form asks about.
  struct About {
    std::optional<applicants::ApplicantId> card;
    std::string name;
    Json asked = Json::object();
    std::string item = "income";
    std::vector<std::string> records = {};  // kinds of records in the answer
  };
  inquiries::InquiryId AnsweredAbout(const applicants::ApplicantId& person, const Case& subject,
                                     bool has_data, int files = 0, std::size_t rows = 1,
                                     const std::string& name = "Петрова М. И.") {
    return Answered(subject, {.card = person, .name = name}, has_data, files, rows);
  }
  inquiries::InquiryId Answered(const Case& subject, const About& about, bool has_data,
                                int files = 0, std::size_t rows = 1) {
    const auto id = inquiries::InquiryId::New();
    const int serial = ++count_;
    const Json line = {{"depth", 0},
                       {"path", "Sum"},
                       {"label", "Доход за год"},
                       {"value", "480 000 ₽"},
                       {"heading", false}};
    const Json answer = {{"has_data", has_data},
                         {"text", has_data ? "" : "Сведений нет"},
                         {"data", Json::object()},
                         {"table", has_data ? Json(Json::array_t(rows, line)) : Json::array()},
                         {"headline", ""},
                         {"records", about.records},
                         {"signature_verdict", "signature.valid"},
                         {"signer_name", "ФНС России"},
                         {"at", FormatInstant(desk_.clock.Now())}};
    desk_.db.Transact(desk_.As("operator").scope(), [&](db::Tx& tx) {
      tx.Run(kInsertInquiry, id, desk_.house.center.id, "P/26/" + std::to_string(serial), serial,
             subject.application.id, answer, desk_.clock.Now(), desk_.As("operator").user_id,
             about.card, about.name, about.asked, about.item);
      tx.Run(kInsertHistory, id, desk_.house.center.id, desk_.clock.Now());
      for (int i = 0; i < files; ++i) documents::Add(tx, FileOf(id, i));
    });
    Tell(subject, id);
    return id;
  }

  documents::Document FileOf(const inquiries::InquiryId& id, int index) {
    const auto name = "spravka" + std::to_string(index) + ".pdf";
    return {.id = documents::DocumentId::New(),
            .organization_id = desk_.house.center.id,
            .owner = {"inquiry", id.uuid},
            .item = "answer",
            .title = "Справка",
            .name = name,
            .file = desk_.files
                        ->PutBytes("%PDF-1.4\n" + name + std::string(padding_, ' ') + "\n%%EOF\n",
                                   name, {})
                        .value(),
            .source = "agency",
            .uploaded_at = desk_.clock.Now(),
            .uploaded_by = "ФНС России"};
  }

  // Any message will do as the one that brought the answer.
  std::string Bringer() {
    if (bringer_.empty()) bringer_ = desk_.Queued().application.message_id.value().ToString();
    return bringer_;
  }

  void Tell(const Case& subject, const inquiries::InquiryId& id) {
    const auto bringer = Bringer();
    desk_.db.Transact(desk_.As("operator").scope(), [&](db::Tx& tx) {
      jobs::Publish(tx, {inquiries::kAnswered,
                         {{"inquiry_id", id.ToString()},
                          {"message_id", bringer},
                          {"case_kind", "application"},
                          {"case_id", subject.application.id.ToString()}},
                         desk_.house.center.id.ToString()});
    });
    desk_.runner.RunDue();
  }

  rules::ChecklistItem IncomeOf(const Case& subject) {
    const auto current = desk_.Reload(subject.application.id);
    for (auto& item : rules::ChecklistOf(current.service->checklist, current.application.marks,
                                         current.documents, current.answers)) {
      if (item.rule.code == "income") return item;
    }
    throw std::logic_error("the checklist has no income");
  }

  std::string LastNote(const Case& subject) {
    return desk_.Reload(subject.application.id).history.back().code;
  }

  Desk desk_;
  int count_ = 0;
  std::size_t padding_ = 0;  // of the files of the next answer, bytes
  std::string bringer_;
};

}  // namespace okno::applications::testing
