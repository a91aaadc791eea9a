// SPDX-License-Identifier: Apache-2.0
#include "access/idempotency.h"
#include "applicants/applicant.h"
#include "applicants/doubles.h"
#include "applicants/search.h"
#include "applicants/update_from.h"
#include "logic/history.h"
#include "logic/rules/changes.h"
#include "logic/rules/doubles.h"
#include "logic/rules/search_query.h"
#include "storage/applicant_store.h"

namespace okno::applicants {
namespace {

constexpr int kMostNamesakes = 20;

// Which refusal a unique index stands for; "" for an index of another matter.
std::string TakenCode(const std::string& constraint) {
  if (constraint == "applicants_snils") return "applicants.snils_taken";
  if (constraint == "applicants_inn") return "applicants.inn_taken";
  if (constraint == "applicants_ogrn") return "applicants.ogrn_taken";
  return {};
}

// Runs `save`; a number that another card holds is refused with that card's id as detail, so that
// the operator is led to it. Judged by the index and not by a look beforehand, because two windows
// may enter one person at a time.
template <typename F>
Result<Applicant> SaveUnique(const Context& context, const Applicant& draft, F save) {
  try {
    return save();
  } catch (const db::Error& error) {
    const auto code = TakenCode(error.constraint());
    if (!error.IsUniqueViolation() || code.empty()) throw;
    return context.db.Transact(
        db::Scope::Organization(draft.organization_id), [&](db::Tx& tx) -> Result<Applicant> {
          const auto holder = storage::FindHolder(tx, error.constraint(), draft);
          return Refusal::Conflict(code, holder ? holder->ToString() : std::string());
        });
  }
}

// No unique index guards documents: cards of before the rule may share one. Of two windows at a
// time the second waits at the lock and finds the first one's card.
Outcome CheckDocument(db::Tx& tx, const Applicant& card) {
  if (!card.identity_document || card.identity_document->number.empty()) return Done();
  const auto holder = storage::LockDocumentAndFindHolder(tx, card);
  if (!holder) return Done();
  return Refusal::Conflict("applicants.document_taken", holder->ToString());
}

// Two human beings of one INN: of a person's card and an entrepreneur's the birth date tells.
Outcome CheckInn(db::Tx& tx, const Applicant& card) {
  if (card.kind == ApplicantKind::kLegalEntity || card.inn.empty()) return Done();
  const auto holder = storage::LockInnAndFindHolder(tx, card);
  if (!holder) return Done();
  return Refusal::Conflict("applicants.person_inn_taken", holder->ToString());
}

// Of several windows at a time that enter one person the later ones wait and find the first one's
// card.
Outcome CheckNamesakes(db::Tx& tx, const Applicant& card) {
  if (card.last_name.empty() || !card.birth_date) return Done();
  storage::LockNamesakes(tx, card);
  const auto typed = card.last_name + " " + card.first_name + " " + FormatDateRu(*card.birth_date);
  std::string ids;
  for (const auto& other : Search(tx, card.organization_id, typed, kMostNamesakes)) {
    if (!rules::AreNamesakes(card, other)) continue;
    ids += (ids.empty() ? "" : ",") + other.id.ToString();
  }
  if (ids.empty()) return Done();
  return Refusal::Conflict("applicants.namesake", std::move(ids));
}

enum class Namesakes { kRefused, kAccepted };

Result<Applicant> Add(const Context& context, const access::Principal& principal,
                      const Applicant& draft, const std::string& idempotency_key,
                      Namesakes namesakes) {
  Applicant card = draft;
  card.organization_id = principal.organization_id;
  card.version = 1;
  const auto key = access::MakeCreateKey(principal, idempotency_key, "applicants.create",
                                         json::Dump(draft.ToJson()));
  card.id = ApplicantId::New();
  card.created_at = card.updated_at = context.clock.Now();
  return SaveUnique(context, card, [&] {
    return context.db.Transact(principal.scope(), [&](db::Tx& tx) -> Result<Applicant> {
      const auto replay = access::Replay(tx, key);
      if (!replay) return replay.refusal();
      if (*replay) return *Find(tx, *ApplicantId::Parse((**replay).at("id").get<std::string>()));
      const auto namesake = namesakes == Namesakes::kRefused ? CheckNamesakes(tx, card) : Done();
      storage::Insert(tx, card, rules::SearchKeys(card));
      const auto document = CheckDocument(tx, card);  // after the numbers, which the indexes judge
      if (!document) return document.refusal();
      const auto inn = CheckInn(tx, card);
      if (!inn) return inn.refusal();
      if (!namesake) return namesake.refusal();
      access::Remember(tx, key, {{"id", card.id.ToString()}}, card.created_at);
      return card;
    });
  });
}

}  // namespace

Result<Applicant> Create(const Context& context, const access::Principal& principal,
                         const Applicant& draft, const std::string& idempotency_key) {
  return Add(context, principal, draft, idempotency_key, Namesakes::kAccepted);
}

Result<Applicant> CreateUnlessNamesake(const Context& context, const access::Principal& principal,
                                       const Applicant& draft, const std::string& idempotency_key) {
  return Add(context, principal, draft, idempotency_key, Namesakes::kRefused);
}

Result<Applicant> Update(const Context& context, const access::Principal& principal,
                         const ApplicantId& id, long long version, const Applicant& draft) {
  return UpdateFrom(context, principal, id, version, draft, {}, {});
}

Result<Applicant> UpdateFrom(const Context& context, const access::Principal& principal,
                             const ApplicantId& id, long long version, const Applicant& draft,
                             const std::string& source,
                             const std::function<void(db::Tx&)>& beside) {
  Applicant card = draft;
  card.id = id;
  card.organization_id = principal.organization_id;
  return SaveUnique(context, card, [&] {
    return context.db.Transact(principal.scope(), [&](db::Tx& tx) -> Result<Applicant> {
      const auto current = storage::FindForUpdate(tx, id);
      if (!current || current->organization_id != principal.organization_id) {
        return Refusal::NotFound("applicants.not_found");
      }
      if (current->version != version) return Refusal{RefusalKind::kStale, "request.stale", {}, {}};
      card.created_at = current->created_at;
      card.version = current->version;
      card.updated_at = current->updated_at;
      const Json changes = rules::Changes(*current, card);
      if (changes.empty()) return *current;
      const auto now = context.clock.Now();
      card.version += 1;
      card.updated_at = now;
      storage::Update(tx, card, rules::SearchKeys(card), now);
      if (!rules::SameDocument(*current, card)) {
        const auto document = CheckDocument(tx, card);
        if (!document) return document.refusal();
      }
      if (current->inn != card.inn) {
        const auto inn = CheckInn(tx, card);
        if (!inn) return inn.refusal();
      }
      storage::AddChange(tx, card, access::Actor::Of(principal), {changes, source}, now);
      if (beside) beside(tx);
      return card;
    });
  });
}

Result<Json> GetHistory(const Context& context, const access::Principal& principal,
                        const ApplicantId& id) {
  return context.db.Transact(principal.scope(), [&](db::Tx& tx) -> Result<Json> {
    if (!Find(tx, id)) return Refusal::NotFound("applicants.not_found");
    return storage::ListChanges(tx, id);
  });
}

}  // namespace okno::applicants
