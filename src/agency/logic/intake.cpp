// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include "access/directory.h"
#include "access/live.h"
#include "agency/registration.h"
#include "log/log.h"
#include "logic/cancellation.h"
#include "logic/content.h"
#include "logic/notices.h"
#include "logic/received_files.h"
#include "logic/repeated.h"
#include "storage/registration_store.h"

// The integration point: what СМЭВ brings becomes a card («ведомство регистрирует»).
namespace okno::agency {
namespace {

// The term of a service that is counted from the agency's registration runs from today; the center
// could only suppose when that would be. Of a service that is not in the catalog here only the
// center's date is known.
Date PlannedDate(const Context& context, const ReceivedRequest& request, Date today) {
  const auto service = context.catalog.Find(request.service_code);
  if (!service || service->counted_from != "agency") return request.planned_date;
  return catalog::PlannedDate(context.calendar, service->term, today);
}

Registration MakeCard(const Context& context, db::Tx& tx, const exchange::Message& message,
                      const ReceivedRequest& request, Instant now) {
  const auto organization = access::FindOrganization(tx, message.organization_id);
  const Date today = LocalDate(now, organization.value().time_zone);
  Registration card;
  card.id = RegistrationId::New();
  card.organization_id = message.organization_id;
  card.number = NextNumber(tx, card.organization_id, today);
  card.request_id = message.id;
  card.unit_id = FindUnitFor(tx, card.organization_id, request.service_code);
  card.center_number = request.number;
  card.center_name = request.center_name;
  card.service_code = request.service_code;
  card.service_name = request.service_name;
  FillFrom(card, message, request);
  card.received_at = now;
  card.planned_date = PlannedDate(context, request, today);
  return card;
}

std::string MnemonicOf(const exchange::Message& message) {
  return message.sender_name.substr(0, message.sender_name.find(','));
}

// The card of the same application of the same center. A request can come again under another id:
// its sender did not learn that it had arrived, or a processor sent it once more.
std::optional<Registration> FindEarlier(db::Tx& tx, const exchange::Message& message,
                                        const std::string& number) {
  for (auto& card : LockCenterNumber(tx, message.organization_id, number)) {
    const auto request = exchange::FindMessage(tx, card.request_id);
    if (request && MnemonicOf(*request) == MnemonicOf(message)) return std::move(card);
  }
  return std::nullopt;
}

void TellRegistered(db::Tx& tx, const exchange::MessageId& request, const Registration& card,
                    Instant now) {
  const auto organization = access::FindOrganization(tx, card.organization_id);
  // With the dates from which both sides count, so that the center shows what the agency shows.
  const auto registered = LocalDate(card.received_at, organization.value().time_zone);
  const exchange::StatusNote note{
      10,
      fmt::format("Зарегистрировано в ведомстве, № {}", card.number),
      {{"RegisteredOn", FormatDate(registered)}, {"PlannedDate", FormatDate(card.planned_date)}}};
  const auto queued = exchange::QueueStatus(tx, request, note, now);
  if (!queued)
    throw std::runtime_error("agency: a status could not be queued: " + queued.refusal().code);
}

void Register(const Context& context, db::Tx& tx, const exchange::Message& message) {
  const Instant now = context.clock.Now();
  const auto request = ReadRequest(message.content_xml, context.message_type);
  if (!request) {
    // The bus judges content by the registered schema, so this is a disagreement of versions. It
    // must not come again and again: the message stays in the journal, the sender is told.
    log::Warning("agency_request_refused",
                 {{"message_id", message.id.ToString()}, {"code", request.refusal().code}});
    RejectRequest(tx, message.id,
                  "Содержание запроса не соответствует виду сведений: " + request.refusal().detail,
                  now);
    return;
  }
  if (const auto earlier = FindEarlier(tx, message, request->number)) {
    JoinEarlier(tx, earlier->id, message, *request, now);
    // The sender learns the number of the first, whose answer finds its application.
    return TellRegistered(tx, message.id, *earlier, now);
  }
  const Registration card = MakeCard(context, tx, message, *request, now);
  Insert(tx, card);
  KeepFiles(tx, card, message, *request, now);
  exchange::SetSubject(tx, message.id, {"registration", card.id.uuid});
  AddHistory(tx, card,
             {.at = now,
              .actor = access::Actor::System("СМЭВ"),
              .kind = "status",
              .from = "",
              .to = "registered",
              .text = fmt::format("Поступило из МФЦ, зарегистрировано под № {}", card.number),
              .reason = ""});
  TellRegistered(tx, message.id, card, now);
  AnnounceChange(tx, card);
}

void HandleRequestReceived(const Context& context, db::Tx& tx, const jobs::Job& job) {
  const auto id = exchange::MessageId::Parse(job.payload.at("message_id").get<std::string>());
  const auto message = exchange::FindMessage(tx, id.value());
  // Told twice.
  if (!message || message->subject.id != Uuid{} || ExistsForRequest(tx, message->id)) return;
  Register(context, tx, *message);
}

// What became of our answer on its way through the bus.
void HandleAnswerFate(db::Tx& tx, const jobs::Job& job, std::string_view state) {
  const auto id = exchange::MessageId::Parse(job.payload.at("message_id").get<std::string>());
  if (!FindByAnswer(tx, id.value())) return;  // a status note, or another room's message
  SaveAnswerState(tx, *id, state);
}

}  // namespace

void RegisterJobs(jobs::Runner& runner, const Context& context) {
  runner.Subscribe(
      "exchange.request_received", "agency",
      [&context](db::Tx& tx, const jobs::Job& job) { HandleRequestReceived(context, tx, job); });
  runner.Subscribe(
      "exchange.request_cancelled", "agency",
      [&context](db::Tx& tx, const jobs::Job& job) { HandleRequestCancelled(context, tx, job); });
  runner.Subscribe("exchange.response_sent", "agency", [](db::Tx& tx, const jobs::Job& job) {
    HandleAnswerFate(tx, job, "delivered");
  });
  runner.Subscribe("exchange.delivery_failed", "agency",
                   [](db::Tx& tx, const jobs::Job& job) { HandleAnswerFate(tx, job, "failed"); });
}

}  // namespace okno::agency
