// SPDX-License-Identifier: Apache-2.0
#include "storage/inquiry_store.h"

#include "inquiries/queries.h"
#include "inquiries/subject.h"
#include "storage/answer_json.h"
#include "storage/inquiry_row.h"

namespace okno::inquiries::storage {
namespace {

std::optional<Inquiry> ReadFirst(const db::Rows& rows) {
  return rows.empty() ? std::nullopt : std::optional(ReadInquiry(rows.front()));
}

std::optional<State> MaybeState(const db::Cell& cell) {
  return cell.is_null() ? std::nullopt : std::optional(ReadState(cell));
}

std::optional<std::string_view> MaybeWord(const std::optional<State>& state) {
  return state ? std::optional(Word(*state)) : std::nullopt;
}

}  // namespace

std::optional<Inquiry> Find(db::Tx& tx, const InquiryId& id) {
  return ReadFirst(tx.Run(queries::kFindInquiry, id));
}

std::optional<Inquiry> FindForUpdate(db::Tx& tx, const InquiryId& id) {
  return ReadFirst(tx.Run(queries::kLockInquiry, id));
}

std::vector<InquiryId> ListFor(db::Tx& tx, std::string_view case_kind,
                               const std::vector<Uuid>& cases) {
  std::vector<std::string> ids;
  for (const auto& id : cases) ids.push_back(id.ToString());
  std::vector<InquiryId> inquiries;
  for (const auto& row : tx.Run(queries::kListForCases, case_kind, ids))
    inquiries.push_back(row["id"].As<InquiryId>());
  return inquiries;
}

std::map<Uuid, std::vector<Asked>> ListAsked(db::Tx& tx, std::string_view case_kind,
                                             const std::vector<Uuid>& cases) {
  std::vector<std::string> ids, states;
  for (const auto& id : cases) ids.push_back(id.ToString());
  for (const auto state : {State::kReady, State::kSent, State::kAccepted, State::kAnswered})
    states.emplace_back(Word(state));
  std::map<Uuid, std::vector<Asked>> asked;
  for (const auto& row : tx.Run(queries::kListAsked, case_kind, ids, states)) {
    asked[row["case_id"].As<Uuid>()].push_back({.item = row["case_item"].Text(),
                                                .person = PersonKey(row["asked"].As<Json>()),
                                                .waiting = IsWaiting(ReadState(row["state"]))});
  }
  return asked;
}

void Insert(db::Tx& tx, const Inquiry& i) {
  tx.Queue(queries::kInsertInquiry, i.id, i.organization_id, i.branch_id, i.type_name,
           i.type_version, i.type_title, i.addressee, i.applicant_id, i.subject_name,
           i.about ? i.about->kind : std::string(),
           i.about ? std::optional(i.about->id) : std::nullopt, i.case_number, i.case_item,
           i.purpose, i.form, i.executor_id, i.executor_name, i.created_at, i.asked);
}

void Save(db::Tx& tx, const Inquiry& i) {
  tx.Queue(queries::kSaveInquiry, i.id, Word(i.state), i.state_text, i.form, i.subject_name,
           i.case_number, i.message_id, i.answer ? std::optional(ToJson(*i.answer)) : std::nullopt,
           i.executor_id, i.executor_name, i.version, i.updated_at, i.sent_at, i.answered_at,
           i.consumer_number, i.applicant_id, i.asked);
}

std::string TakeNumber(db::Tx& tx, const Inquiry& inquiry, int year) {
  return tx.Run(queries::kNumberInquiry, inquiry.id, inquiry.organization_id, year)
      .front()["number"]
      .Text();
}

void Delete(db::Tx& tx, const InquiryId& id) { tx.Queue(queries::kDeleteInquiry, id); }

void AddHistory(db::Tx& tx, const Inquiry& inquiry, const HistoryEntry& entry) {
  tx.Queue(queries::kInsertHistory, Uuid::NewV7(), inquiry.id, inquiry.organization_id,
           inquiry.version, entry.at, entry.user_id, entry.actor, entry.kind, MaybeWord(entry.from),
           MaybeWord(entry.to), entry.code, entry.detail, entry.reason);
}

std::vector<HistoryEntry> ListHistory(db::Tx& tx, const InquiryId& id) {
  std::vector<HistoryEntry> history;
  for (const auto& row : tx.Run(queries::kListHistory, id)) {
    history.push_back({.at = row["at"].As<Instant>(),
                       .user_id = row["user_id"].Maybe<access::UserId>(),
                       .actor = row["actor"].Text(),
                       .kind = row["kind"].Text(),
                       .from = MaybeState(row["from_state"]),
                       .to = MaybeState(row["to_state"]),
                       .code = row["code"].Text(),
                       .detail = row["detail"].Text(),
                       .reason = row["reason"].Text()});
  }
  return history;
}

}  // namespace okno::inquiries::storage
