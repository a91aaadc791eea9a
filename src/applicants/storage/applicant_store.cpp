// SPDX-License-Identifier: Apache-2.0
#include "storage/applicant_store.h"

#include <stdexcept>

#include "applicants/asking.h"
#include "applicants/queries.h"
#include "applicants/search.h"
#include "logic/rules/identity_documents.h"
#include "logic/rules/kinds.h"
#include "logic/rules/search_query.h"
#include "text/strings.h"

namespace okno::applicants {
namespace {

constexpr std::size_t kPatterns = 6;  // of search.sql

Json OtherDocuments(const Applicant& applicant) {
  Json documents = Json::array();
  for (const auto& document : applicant.other_documents) documents.push_back(ToJson(document));
  return documents;
}

std::vector<db::Parameter> CardParameters(const Applicant& a, Instant now) {
  std::optional<Json> document;
  if (a.identity_document) document = ToJson(*a.identity_document);
  using db::ToParameter;
  return {ToParameter(a.id),
          ToParameter(a.organization_id),
          ToParameter(rules::Word(a.kind)),
          ToParameter(a.last_name),
          ToParameter(a.first_name),
          ToParameter(a.middle_name),
          ToParameter(a.birth_date),
          ToParameter(a.birth_place),
          ToParameter(a.sex),
          ToParameter(a.citizenship),
          ToParameter(a.snils),
          ToParameter(a.inn),
          ToParameter(a.ogrn),
          ToParameter(a.kpp),
          ToParameter(a.full_name),
          ToParameter(a.short_name),
          ToParameter(a.head_name),
          ToParameter(a.head_position),
          ToParameter(document),
          ToParameter(OtherDocuments(a)),
          ToParameter(a.registration_address),
          ToParameter(a.residence_address),
          ToParameter(a.phone),
          ToParameter(a.email),
          ToParameter(now)};
}

ApplicantKind ReadKind(const db::Cell& cell) {
  const auto kind = rules::KindFromWord(cell.raw());
  if (!kind) throw std::runtime_error("applicants: unknown kind in a row");
  return *kind;
}

void ReadDocuments(const db::Row& row, Applicant& applicant) {
  if (const auto document = row["identity_document"].Maybe<Json>()) {
    applicant.identity_document = DocumentFromJson(*document);
  }
  for (const auto& document : row["other_documents"].As<Json>()) {
    applicant.other_documents.push_back(DocumentFromJson(document));
  }
}

std::optional<Applicant> ReadFirst(const db::Rows& rows) {
  return rows.empty() ? std::nullopt : std::optional<Applicant>(ReadApplicant(rows.front()));
}

std::optional<db::Rows> RunSearch(db::Tx& tx, const db::Query& query,
                                  const access::OrganizationId& organization_id,
                                  std::string_view typed, int limit) {
  const auto patterns = rules::SearchPatterns(typed);
  if (patterns.empty()) return std::nullopt;
  std::vector<db::Parameter> parameters = {db::ToParameter(organization_id)};
  for (std::size_t i = 0; i < kPatterns; ++i) {
    parameters.push_back(patterns[i < patterns.size() ? i : 0]);
  }
  parameters.push_back(db::ToParameter(limit));
  return tx.RunParameters(query, std::move(parameters));
}

}  // namespace

Applicant ReadApplicant(const db::Row& row) {
  Applicant a;
  a.id = row["id"].As<ApplicantId>();
  a.organization_id = row["organization_id"].As<access::OrganizationId>();
  a.kind = ReadKind(row["kind"]);
  a.last_name = row["last_name"].Text();
  a.first_name = row["first_name"].Text();
  a.middle_name = row["middle_name"].Text();
  a.birth_date = row["birth_date"].Maybe<Date>();
  a.birth_place = row["birth_place"].Text();
  a.sex = row["sex"].Text();
  a.citizenship = row["citizenship"].Text();
  a.snils = row["snils"].Text();
  a.inn = row["inn"].Text();
  a.ogrn = row["ogrn"].Text();
  a.kpp = row["kpp"].Text();
  a.full_name = row["full_name"].Text();
  a.short_name = row["short_name"].Text();
  a.head_name = row["head_name"].Text();
  a.head_position = row["head_position"].Text();
  ReadDocuments(row, a);
  a.registration_address = row["registration_address"].Text();
  a.residence_address = row["residence_address"].Text();
  a.phone = row["phone"].Text();
  a.email = row["email"].Text();
  a.version = row["version"].As<int>();
  a.created_at = row["created_at"].As<Instant>();
  a.updated_at = row["updated_at"].As<Instant>();
  return a;
}

std::optional<Applicant> Find(db::Tx& tx, const ApplicantId& id) {
  return ReadFirst(tx.Run(queries::kFindApplicant, id));
}

std::vector<Applicant> Search(db::Tx& tx, const access::OrganizationId& organization_id,
                              std::string_view typed, int limit) {
  std::vector<Applicant> found;
  if (const auto rows = RunSearch(tx, queries::kSearch, organization_id, typed, limit)) {
    for (const auto& row : *rows) found.push_back(ReadApplicant(row));
  }
  return found;
}

std::vector<ApplicantId> SearchIds(db::Tx& tx, const access::OrganizationId& organization_id,
                                   std::string_view typed, int limit) {
  std::vector<ApplicantId> found;
  if (const auto rows = RunSearch(tx, queries::kSearchIds, organization_id, typed, limit)) {
    for (const auto& row : *rows) found.push_back(row["applicant_id"].As<ApplicantId>());
  }
  return found;
}

namespace storage {

void Insert(db::Tx& tx, const Applicant& applicant, const std::string& search_keys) {
  tx.QueueParameters(queries::kInsertApplicant, CardParameters(applicant, applicant.created_at));
  tx.Queue(queries::kSaveSearchKeys, applicant.id, applicant.organization_id, search_keys);
}

void Update(db::Tx& tx, const Applicant& applicant, const std::string& search_keys, Instant now) {
  tx.QueueParameters(queries::kUpdateApplicant, CardParameters(applicant, now));
  tx.Queue(queries::kSaveSearchKeys, applicant.id, applicant.organization_id, search_keys);
}

std::optional<Applicant> FindForUpdate(db::Tx& tx, const ApplicantId& id) {
  return ReadFirst(tx.Run(queries::kLockApplicant, id));
}

std::optional<ApplicantId> FindHolder(db::Tx& tx, const std::string& constraint,
                                      const Applicant& draft) {
  const auto rows =
      constraint == "applicants_snils"
          ? tx.Run(queries::kFindIdBySnils, draft.organization_id, draft.snils)
      : constraint == "applicants_inn"
          ? tx.Run(queries::kFindIdByInn, draft.organization_id, draft.inn, draft.kpp)
          : tx.Run(queries::kFindIdByOgrn, draft.organization_id, draft.ogrn, draft.kpp);
  return rows.empty() ? std::nullopt : std::optional(rows.front()["id"].As<ApplicantId>());
}

void LockNamesakes(db::Tx& tx, const Applicant& card) {
  tx.Run(queries::kLockNamesakes, card.organization_id,
         text::FoldForSearch(card.last_name + " " + card.first_name), *card.birth_date);
}

std::optional<ApplicantId> LockDocumentAndFindHolder(db::Tx& tx, const Applicant& card) {
  const Json document = ToJson(*card.identity_document);
  const auto kind = rules::Word(card.kind);
  tx.Queue(queries::kLockDocument, card.organization_id, kind, document);
  const auto rows =
      tx.Run(queries::kFindIdByDocument, card.organization_id, kind, document, card.id);
  return rows.empty() ? std::nullopt : std::optional(rows.front()["id"].As<ApplicantId>());
}

std::optional<ApplicantId> LockInnAndFindHolder(db::Tx& tx, const Applicant& card) {
  tx.Queue(queries::kLockInn, card.organization_id, card.inn);
  const auto rows = tx.Run(queries::kFindIdByInnOfPeople, card.organization_id, card.inn, card.id,
                           rules::Word(card.kind), card.birth_date);
  return rows.empty() ? std::nullopt : std::optional(rows.front()["id"].As<ApplicantId>());
}

void AddChange(db::Tx& tx, const Applicant& applicant, const access::Actor& actor,
               const Change& change, Instant now) {
  tx.Queue(queries::kInsertChange, Uuid::NewV7(), applicant.id, applicant.organization_id, now,
           actor.user_id, actor.name, change.fields, change.source);
}

Json ListChanges(db::Tx& tx, const ApplicantId& id) {
  Json items = Json::array();
  for (const auto& row : tx.Run(queries::kListChanges, id)) {
    items.push_back({{"at", FormatInstant(row["at"].As<Instant>())},
                     {"actor", row["actor"].Text()},
                     {"changes", row["changes"].As<Json>()}});
    if (auto source = row["source"].Text(); !source.empty()) items.back()["source"] = source;
  }
  return items;
}

}  // namespace storage
}  // namespace okno::applicants
