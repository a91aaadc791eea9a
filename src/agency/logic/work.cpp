// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>

#include "access/directory.h"
#include "access/idempotency.h"
#include "agency/registration.h"
#include "documents/documents.h"
#include "logic/content.h"
#include "logic/notices.h"
#include "logic/rules/transitions.h"
#include "storage/registration_store.h"
#include "text/strings.h"

// What officers do with a card.
namespace okno::agency {
namespace {

Result<Registration> LockVersion(db::Tx& tx, const access::Principal& officer,
                                 const RegistrationId& id, long long version) {
  auto card = Lock(tx, officer, id);
  if (!card) return Refusal::NotFound("agency.not_found");
  if (card->version != version) return Refusal{RefusalKind::kStale, "request.stale", {}, {}};
  return *card;
}

// One change of a card: rule, row, history, note to the centre, live update, in one transaction.
struct Step {
  std::string text, reason;
  std::optional<exchange::StatusNote> note;
};
Registration Finish(db::Tx& tx, const Registration& before, Registration after,
                    const access::Actor& actor, const Step& step, Instant now) {
  Save(tx, after);
  AddHistory(tx, after,
             {.at = now,
              .actor = actor,
              .kind = "status",
              .from = std::string(ToText(before.status)),
              .to = std::string(ToText(after.status)),
              .text = step.text,
              .reason = step.reason});
  if (step.note) TellCenter(tx, after, *step.note, now);
  AnnounceChange(tx, after);
  ++after.version;
  return after;
}

exchange::Content WriteAnswer(db::Tx& tx, const Registration& card,
                              const std::vector<AnswerFile>& files) {
  exchange::Content content;
  std::vector<SentFile> sent;
  for (const auto& file : files) {
    content.attachments.push_back({.name = documents::CleanName(file.name),
                                   .content_type = file.file.content_type,
                                   .sha256_hex = file.file.sha256_hex,
                                   .size = file.file.size,
                                   .content_id = exchange::MakeContentId()});
    sent.push_back({content.attachments.back(), file.title});
  }
  const auto organization = access::FindOrganization(tx, card.organization_id);
  content.content_xml = WriteResponse(card, sent, organization.value().time_zone);
  return content;
}

void KeepAnswerFiles(const Context& context, db::Tx& tx, const Registration& card,
                     const std::vector<AnswerFile>& files) {
  for (const auto& file : files) {
    if (!file.path.empty()) context.files.Keep(file.path, file.file);
    documents::Document document;
    document.id = documents::DocumentId::New();
    document.organization_id = card.organization_id;
    document.owner = {"registration", card.id.uuid};
    document.item = "answer";
    document.title = file.title;
    document.name = documents::CleanName(file.name);
    document.file = file.file;
    document.source = "agency";
    document.uploaded_at = card.decided_at.value();
    document.uploaded_by = card.decided_by;
    documents::Add(tx, document);
  }
}

// All that makes one decision another: a repeated key with the opposite outcome must not pass for
// the same request.
std::string Fingerprint(const RegistrationId& id, const DecisionInput& input) {
  std::string all = id.ToString() + (input.positive ? "\npositive\n" : "\nnegative\n") + input.text;
  for (const auto& ground : input.grounds) all += "\n" + ground;
  for (const auto& file : input.files)
    all += "\n" + file.file.sha256_hex + " " + file.name + " " + file.title;
  return all;
}

constexpr std::size_t kMostText = 4000;  // of the message type

// A refusal names its grounds as the rules of the service have them, so that the applicant can
// compare; what is written freely stands after them.
Result<std::string> TextOf(const Context& context, const Registration& card,
                           const DecisionInput& input) {
  const auto service = context.catalog.Find(card.service_code);
  std::string whole;
  for (const auto& ground : input.grounds) {
    const bool known =
        !input.positive && service &&
        std::ranges::find(service->refusal_grounds, ground) != service->refusal_grounds.end();
    if (!known) return Refusal::Invalid("input.invalid", {{"/ground", "field.enum", {}}});
    whole += (whole.empty() ? "" : "\n") + ground + ".";
  }
  if (!input.text.empty()) whole += (whole.empty() ? "" : "\n") + input.text;
  if (text::Length(whole) > kMostText)
    return Refusal::Invalid("input.invalid",
                            {{"/text", "field.too_long", std::to_string(kMostText)}});
  return whole;
}

// The applicant takes the refusal home on paper: without its document there is nothing to give out.
std::optional<Refusal> WhyNotAnswer(const DecisionInput& input) {
  if (input.positive || !input.files.empty()) return std::nullopt;
  return Refusal::Invalid("agency.refusal_without_document",
                          {{"/file", "agency.refusal_without_document", {}}});
}

}  // namespace

std::vector<Registration> ListOpen(const Context& context, const access::Principal& officer) {
  return context.db.Transact(officer.scope(), [&](db::Tx& tx) {
    return List(tx, officer, {.list = "open", .limit = 1000}).rows;
  });
}

Result<Registration> Accept(const Context& context, const access::Principal& officer,
                            const RegistrationId& id, long long version) {
  return context.db.Transact(officer.scope(), [&](db::Tx& tx) -> Result<Registration> {
    auto card = LockVersion(tx, officer, id, version);
    if (!card) return card;
    const auto actor = access::Actor::Of(officer);
    auto next = rules::Accept(*card, actor);
    if (!next) return next;
    return Finish(tx, *card, *next, actor,
                  {.text = "Принято в работу",
                   .reason = "",
                   .note = exchange::StatusNote{20, "Принято в работу"}},
                  context.clock.Now());
  });
}

Result<Registration> Route(const Context& context, const access::Principal& officer,
                           const RegistrationId& id, long long version, const RouteInput& input) {
  return context.db.Transact(officer.scope(), [&](db::Tx& tx) -> Result<Registration> {
    auto card = LockVersion(tx, officer, id, version);
    if (!card) return card;
    const auto unit = FindUnitName(tx, input.unit_id);
    if (!unit)
      return Refusal::Invalid("agency.unit_not_found", {{"/unit_id", "agency.unit_not_found", ""}});
    auto next = rules::Route(*card, input.unit_id, *unit);
    if (!next) return next;
    return Finish(tx, *card, *next, access::Actor::Of(officer),
                  {.text = "Передано в подразделение «" + *unit + "»",
                   .reason = input.comment,
                   .note = exchange::StatusNote{30, "Передано в подразделение «" + *unit + "»"}},
                  context.clock.Now());
  });
}

Result<Registration> Decide(const Context& context, const access::Principal& officer,
                            const RegistrationId& id, long long version,
                            const DecisionInput& input) {
  const Instant now = context.clock.Now();
  const auto key = access::MakeCreateKey(officer, input.idempotency_key, "agency.decide",
                                         Fingerprint(id, input));
  return context.db.Transact(officer.scope(), [&](db::Tx& tx) -> Result<Registration> {
    auto replay = access::Replay(tx, key);
    if (!replay) return replay.refusal();
    if (*replay) {
      auto done = Find(tx, officer, id);
      if (!done) return Refusal::NotFound("agency.not_found");
      return *done;
    }
    auto card = LockVersion(tx, officer, id, version);
    if (!card) return card;
    const auto actor = access::Actor::Of(officer);
    const auto text = TextOf(context, *card, input);
    if (!text) return text.refusal();
    if (const auto why_not = WhyNotAnswer(input)) return *why_not;
    auto next = rules::Decide(*card, actor, {input.positive, *text}, now);
    if (!next) return next;
    const auto answer =
        exchange::QueueResponse(tx, next->request_id, WriteAnswer(tx, *next, input.files), now);
    if (!answer) return answer.refusal();
    next->answer_id = *answer;
    next->answer_state = "queued";
    KeepAnswerFiles(context, tx, *next, input.files);
    access::Remember(tx, key, {{"id", id.ToString()}}, now);
    return Finish(tx, *card, *next, actor,
                  {.text = input.positive ? "Решение: предоставить услугу"
                                          : "Решение: отказать в предоставлении услуги",
                   .reason = *text,
                   .note = {}},
                  now);
  });
}

}  // namespace okno::agency
