// SPDX-License-Identifier: Apache-2.0
#include "wiring/rooms.h"

#include "access/signing_keys.h"
#include "agency/search.h"
#include "applications/by_number.h"
#include "applications/calls.h"
#include "applications/jobs.h"
#include "catalog/forms.h"
#include "catalog/obtainable.h"
#include "contact_center/jobs.h"
#include "house.h"
#include "inquiries/calls.h"
#include "inquiries/list.h"
#include "wiring/access_tasks.h"
#include "wiring/audit_objects.h"
#include "wiring/file_sweep.h"

namespace okno::app {
namespace {

files::Policy UploadPolicy(const config::Config& config) {
  const auto megabytes = static_cast<std::uint64_t>(config.Number("upload.max_megabytes"));
  return {.max_bytes = megabytes * 1024 * 1024};
}

// The exchange knows messages only; whose case, inquiry or card one belongs to is asked of the
// rooms above it. One of kind "" may be any of them.
bool MaySee(const Rooms& rooms, const access::Principal& principal,
            const exchange::Subject& subject) {
  const bool either = subject.kind.empty();
  if (either || subject.kind == "application") {
    const bool seen = applications::Get(rooms.applications, principal, {subject.id}).ok();
    if (seen || !either) return seen;
  }
  if (either || subject.kind == "inquiry") {
    const bool seen = rooms.house.db.Transact(principal.scope(), [&](db::Tx& tx) {
      return inquiries::Find(tx, principal, {subject.id}).has_value();
    });
    if (seen || !either) return seen;
  }
  if (!either && subject.kind != "registration") return false;
  return rooms.house.db.Transact(principal.scope(), [&](db::Tx& tx) {
    return agency::Find(tx, principal, {subject.id}).has_value();
  });
}

// Of requests; what an agency sends is its answer, and stays wanted.
bool StillWanted(db::Tx& tx, const exchange::Subject& subject, const exchange::MessageId& id) {
  if (subject.kind == "application") {
    const auto found = applications::Find(tx, applications::ApplicationId{subject.id});
    return found && applications::IsOpen(found->status) && found->message_id == id;
  }
  if (subject.kind == "inquiry") {
    const auto found = inquiries::Find(tx, inquiries::InquiryId{subject.id});
    return found && found->state != inquiries::State::kCancelled && found->message_id == id;
  }
  return true;
}

// What an inquiry for a case may be filled from, and whether the case may be seen at all.
std::optional<inquiries::CaseFacts> FindCase(const Rooms& rooms, const access::Principal& principal,
                                             const inquiries::CaseReference& reference) {
  if (reference.kind != "application") return std::nullopt;
  const auto found = applications::Get(rooms.applications, principal, {reference.id});
  if (!found) return std::nullopt;
  const auto& application = found->application;
  inquiries::CaseFacts facts{.number = application.number,
                             .applicant_id = application.applicant_id,
                             .application = {{"number", application.number},
                                             {"service_code", application.service_code},
                                             {"service_name", found->service->name},
                                             {"form", application.form}}};
  for (const auto& rule :
       catalog::ChecklistFor(*found->service, application.form, found->applicant.ToJson())) {
    if (!catalog::IsObtainable(rule)) continue;
    facts.checklist.push_back(rule.code);
    if (!rule.records.empty()) facts.records[rule.code] = rule.records;
    if (rule.about.empty()) continue;
    auto& persons = facts.persons[rule.code];
    for (const auto& person : rule.persons) persons.push_back(person.card);
  }
  return facts;
}

exchange::WorkerOptions ExchangeOptions(const House& house) {
  return {.poll_tick = std::chrono::seconds(house.config.Number("exchange.poll_seconds")),
          .data_folder = house.folders.data};
}

// One question a kind, however long the list.
std::map<Uuid, std::string> NumbersOf(const Rooms& rooms, const access::Principal& principal,
                                      const std::vector<exchange::Subject>& subjects) {
  std::map<std::string, std::vector<Uuid>> ids;
  for (const auto& subject : subjects) ids[subject.kind].push_back(subject.id);
  return rooms.house.db.Transact(principal.scope(), [&](db::Tx& tx) {
    std::map<Uuid, std::string> numbers;
    const auto ask = [&](const char* kind, auto numbers_of) {
      if (const auto asked = ids.find(kind); asked != ids.end())
        numbers.merge(numbers_of(tx, asked->second));
    };
    ask("application", applications::NumbersOf);
    ask("inquiry", inquiries::NumbersOf);
    ask("registration", agency::NumbersOf);
    return numbers;
  });
}

}  // namespace

Content::Content(House& house)
    : services(catalog::LoadCatalog(house.db, house.folders.content)),
      reference_books(catalog::LoadReferenceBooks(house.folders.content)),
      calendar(catalog::WorkingCalendar::Load(house.folders.content + "/calendars/ru.yaml")),
      templates(printing::TemplateBook::Load(house.folders.content + "/print-templates")),
      registry(message_types::OpenRegistry(house.db, house.folders.content, house.clock.Now())),
      center_application(
          xml::SchemaSet::Load(house.folders.content + "/message-types/center-application")) {}

Rooms::Rooms(House& owner)
    : house(owner),
      content(owner),
      catalog{house.db, *content.services, content.reference_books, house.clock},
      applicants{house.db, house.clock, house.config.Text("time_zone")},
      documents{house.db, *house.files, house.clock, UploadPolicy(house.config)},
      types{house.db, house.clock, house.texts},
      applications{house.db,
                   *house.files,
                   house.clock,
                   *content.services,
                   content.calendar,
                   content.templates,
                   house.texts,
                   content.center_application,
                   UploadPolicy(house.config),
                   static_cast<int>(house.config.Number("results.keep_days"))},
      packages{house.db,          house.clock, *content.services,
               content.templates, house.texts, applications},
      agency{.context = {house.db, house.clock, *house.files, content.calendar,
                         content.center_application, *content.services},
             .texts = house.texts,
             .policy = UploadPolicy(house.config)},
      contact_center{house.db, house.clock, *content.services},
      exchange{.db = house.db,
               .files = *house.files,
               .clock = house.clock,
               .message_type_titles =
                   [this](text::Language language) { return content.registry->Titles(language); },
               .data_folder = house.folders.data,
               .may_see =
                   [this](const access::Principal& principal, const exchange::Subject& subject) {
                     return MaySee(*this, principal, subject);
                   },
               .numbers =
                   [this](const access::Principal& principal,
                          const std::vector<exchange::Subject>& subjects) {
                     return NumbersOf(*this, principal, subjects);
                   },
               .still_wanted = StillWanted},
      inquiries{.db = house.db,
                .files = *house.files,
                .clock = house.clock,
                .texts = house.texts,
                .types = *content.registry,
                .data_folder = house.folders.data,
                .zone = house.config.Text("time_zone"),
                .find_case = [this](const access::Principal& principal,
                                    const inquiries::CaseReference& reference) {
                  return FindCase(*this, principal, reference);
                }} {}

void Rooms::AddRoutes(http::Router& router) const {
  router.Add(catalog::Routes(catalog));
  router.Add(applicants::Routes(applicants));
  router.Add(documents::Routes(documents));
  router.Add(message_types::Routes(types));
  router.Add(exchange::Routes(exchange));
  router.Add(inquiries::Routes(inquiries));
  router.Add(applications::Routes(applications));
  router.Add(packages::Routes(packages));
  router.Add(agency::Routes(agency));
  router.Add(contact_center::Routes(contact_center));
}

void Rooms::RegisterJobs() {
  RegisterAccessTasks(house.runner, house.access);
  RegisterFileSweep(house);
  access::NoteTermsOfKeys(house.db);
  exchange_worker = std::make_unique<exchange::Worker>(house.db, *house.files, house.clock,
                                                       house.runner, ExchangeOptions(house));
  inquiries::RegisterJobs(house.runner, inquiries);
  applications::RegisterJobs(house.runner, applications);
  agency::RegisterJobs(house.runner, agency.context);
  contact_center::RegisterJobs(house.runner, contact_center);
}

}  // namespace okno::app
