// SPDX-License-Identifier: Apache-2.0
#include "logic/agency_term.h"

#include <algorithm>

#include "access/directory.h"
#include "exchange/about.h"
#include "jobs/jobs.h"
#include "logic/case_file.h"
#include "logic/rules/age.h"
#include "logic/rules/deadlines.h"

namespace okno::applications {
namespace {

constexpr int kRegistered = 10;  // status of the message type: «Зарегистрировано в ведомстве»
constexpr char kRegisteredOn[] = "RegisteredOn", kPlannedDate[] = "PlannedDate";  // its parameters
constexpr int kMostYears = 3;

struct Bounds {
  Date first, last;
};

// What the agency tells with the status of registration; another agency's system may tell none.
std::optional<Date> DayIn(const exchange::StatusNote& status, std::string_view key) {
  for (const auto& [name, value] : status.parameters) {
    if (name == key) return ParseDate(value);
  }
  return std::nullopt;
}

// The day the agency tells, when it can be true.
std::optional<Date> TakeDay(db::Tx& tx, const Application& application, const access::Actor& agency,
                            std::optional<Date> told, Bounds possible, Instant now) {
  if (!told || (*told >= possible.first && *told <= possible.last)) return told;
  NoteOnly(tx, application, "note", agency,
           {.code = "applications.history.agency_date_impossible", .detail = FormatDateRu(*told)},
           now);
  return std::nullopt;
}

bool IsPastPromise(const Application& application) {
  return application.promised_date && application.planned_date > application.promised_date;
}

void TellOfPromise(db::Tx& tx, const Application& application) {
  jobs::Publish(tx, {kPromiseBroken,
                     {{"application_id", application.id.ToString()}},
                     application.organization_id.ToString()});
}

void MoveTo(db::Tx& tx, Application& application, const access::Actor& agency, Date planned,
            Instant now) {
  const auto before = application.planned_date;
  const bool was_later = IsPastPromise(application);
  application.planned_date = planned;
  if (!before || *before == planned) return;
  if (!application.promised_date) application.promised_date = before;
  const bool later = IsPastPromise(application);
  NoteOnly(tx, application, "note", agency,
           {.code = later ? "applications.history.planned_after_promised"
                          : "applications.history.planned_date_moved",
            .detail = FormatDateRu(*before) + " → " + FormatDateRu(planned)},
           now);
  if (later || was_later) TellOfPromise(tx, application);
}

}  // namespace

std::optional<Registration> RegistrationIn(const exchange::Message& message) {
  if (!message.status || message.status->code != kRegistered) return std::nullopt;
  return Registration{.told_at = message.created_at,
                      .on = DayIn(*message.status, kRegisteredOn),
                      .planned = DayIn(*message.status, kPlannedDate)};
}

bool IsLastRegistration(db::Tx& tx, const Application& application, const Registration& told) {
  return std::ranges::none_of(
      exchange::MessagesAbout(tx, {application.id.uuid}), [&](const auto& id) {
        const auto message = exchange::FindMessage(tx, id);
        // What was not taken, its signer unknown or revoked, tells nothing.
        if (!message || message->state == "failed" || message->state == "dropped") return false;
        const auto other = RegistrationIn(*message);
        return other && other->told_at > told.told_at;
      });
}

void CountTermFrom(const Registration& told, const Services& services, Application& application,
                   db::Tx& tx, Instant now) {
  const auto service = services.catalog.Find(application.service_code, application.service_version);
  if (!service || service->counted_from != "agency") return;
  const auto zone = access::FindBranch(tx, application.branch_id).value().time_zone;
  const auto agency = access::Actor::System(service->agency_name);
  const Date told_on = LocalDate(told.told_at, zone);
  const Date filed_on = LocalDate(application.filed_at.value_or(told.told_at), zone);
  // In the zone of the agency it may be another day.
  const Bounds possible{std::chrono::sys_days(filed_on) - std::chrono::days(1),
                        std::chrono::sys_days(told_on) + std::chrono::days(1)};
  const Date registered =
      TakeDay(tx, application, agency, told.on, possible, now).value_or(told_on);
  application.registered_on = registered;
  const auto planned =
      TakeDay(tx, application, agency, told.planned,
              {registered, rules::YearsLater(registered, kMostYears)}, now)
          .value_or(rules::PlannedDateFromAgency(services.calendar, *service, registered));
  MoveTo(tx, application, agency, planned, now);
}

void ForgetTermOfAgency(Application& application) {
  application.planned_date = rules::PromisedDate(application);
  application.promised_date.reset();
  application.registered_on.reset();
}

void CountTermAnew(const Registration& told, const Services& services, Application& application,
                   db::Tx& tx, Instant now) {
  const bool was_later = IsPastPromise(application);
  ForgetTermOfAgency(application);
  CountTermFrom(told, services, application, tx, now);
  if (was_later && !IsPastPromise(application)) TellOfPromise(tx, application);
}

}  // namespace okno::applications
