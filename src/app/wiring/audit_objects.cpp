// SPDX-License-Identifier: Apache-2.0
#include "wiring/audit_objects.h"

#include <set>

#include "access/directory.h"
#include "agency/search.h"
#include "applicants/search.h"
#include "applications/by_number.h"
#include "applications/calls.h"
#include "contact_center/about.h"
#include "exchange/about.h"
#include "house.h"
#include "inquiries/calls.h"
#include "inquiries/list.h"
#include "packages/about.h"
#include "text/strings.h"
#include "wiring/rooms.h"

namespace okno::app {
namespace {

using access::AuditFound;
using access::AuditObject;
using access::AuditObjectName;
using access::Principal;

constexpr int kMostApplicants = 50;
constexpr int kMostCases = 500;
constexpr int kMostInquiries = 200;
constexpr int kMostRegistrations = 50;

// Asked for one more than is looked through: whether there was one.
template <typename Id>
bool CutTo(int most, std::vector<Id>& ids) {
  const auto limit = static_cast<std::size_t>(most);
  if (ids.size() <= limit) return false;
  ids.resize(limit);
  return true;
}

// `name` as far as the reader's rights go.
std::string For(const Principal& reader, std::string_view right, std::string name) {
  return reader.May(right) ? std::move(name) : std::string();
}

std::optional<AuditObjectName> NameOfCase(db::Tx& tx, const Principal& reader,
                                          const applications::ApplicationId& id) {
  const auto found = applications::Find(tx, id);
  if (!found) return std::nullopt;
  return AuditObjectName{found->number, For(reader, "applicants.view", found->applicant_name)};
}

// Of the reader's own organization: who works there is no secret from its auditor.
std::optional<AuditObjectName> NameInDirectory(db::Tx& tx, const AuditObject& object,
                                               const Uuid& id) {
  if (object.kind == "user") {
    const auto employee = access::FindEmployee(tx, {id});
    if (employee) return AuditObjectName{{}, employee->DisplayName()};
  } else if (object.kind == "branch") {
    if (const auto branch = access::FindBranch(tx, {id})) return AuditObjectName{branch->name, {}};
  } else if (object.kind == "organization") {
    const auto organization = access::FindOrganization(tx, {id});
    if (organization) return AuditObjectName{organization->short_name, {}};
  }
  return std::nullopt;
}

// A package shows many people; its name is its number.
std::optional<AuditObjectName> NameOnPaper(db::Tx& tx, const AuditObject& object, const Uuid& id) {
  std::string number;
  if (object.kind == "package") number = packages::NumberOf(tx, packages::PackageId{id});
  if (object.kind == "courier_run") number = packages::NumberOf(tx, packages::RunId{id});
  return number.empty() ? std::nullopt : std::optional(AuditObjectName{std::move(number), {}});
}

std::optional<AuditObjectName> NameOf(db::Tx& tx, const Principal& reader,
                                      const AuditObject& object) {
  const auto id = Uuid::Parse(object.id);
  if (!id) return std::nullopt;
  if (auto name = NameInDirectory(tx, object, *id)) return name;
  if (auto name = NameOnPaper(tx, object, *id)) return name;
  if (object.kind == "application") return NameOfCase(tx, reader, {*id});
  if (object.kind == "call") {
    const auto about = contact_center::CaseOf(tx, {*id});
    return about ? NameOfCase(tx, reader, *about) : std::nullopt;
  }
  if (object.kind == "smev_message") {
    const auto about = exchange::SubjectOf(tx, {*id});
    return about ? NameOf(tx, reader, {about->kind, about->id.ToString()}) : std::nullopt;
  }
  if (object.kind == "applicant") {
    const auto found = applicants::Find(tx, {*id});
    if (!found) return std::nullopt;
    return AuditObjectName{{}, For(reader, "applicants.view", found->ShortName())};
  }
  if (object.kind == "inquiry") {
    const auto found = inquiries::Find(tx, reader, {*id});
    if (!found) return std::nullopt;
    return AuditObjectName{found->number, For(reader, "applicants.view", found->subject_name)};
  }
  if (object.kind != "registration") return std::nullopt;
  const auto found = agency::Find(tx, reader, {*id});
  if (!found) return std::nullopt;
  return AuditObjectName{found->number, For(reader, "registrations.view", found->applicant_name)};
}

// The inquiries that a member of the list's query (q, applicant, application) asks for.
void FindInquiries(const Rooms& rooms, const Principal& reader, std::string_view member,
                   const std::string& asked, AuditFound& found) {
  if (!reader.May("inquiries.view")) return;
  const auto value = [&](std::string_view name) { return name == member ? asked : std::string(); };
  const auto page = inquiries::List(rooms.inquiries, reader, value, kMostInquiries);
  if (!page) return;
  for (const auto& inquiry : page->inquiries) {
    found.objects.push_back({"inquiry", inquiry.id.ToString()});
  }
  found.incomplete = found.incomplete || !page->next_cursor.empty();
}

// Their envelopes hold all of what was found: who opened one has seen it.
void AddMessages(db::Tx& tx, std::vector<AuditObject>& objects) {
  std::vector<Uuid> subjects;
  for (const auto& object : objects) {
    if (object.kind != "applicant" && object.kind != "call") {
      subjects.push_back(*Uuid::Parse(object.id));
    }
  }
  for (const auto& id : exchange::MessagesAbout(tx, subjects)) {
    objects.push_back({"smev_message", id.ToString()});
  }
}

// What was said and asked for these cases: an inquiry about a member of the family is bound to no
// card, only to the case.
void AddWorkOn(db::Tx& tx, const Principal& reader,
               const std::vector<applications::ApplicationId>& cases, AuditFound& found) {
  for (const auto& id : contact_center::CallsAbout(tx, cases)) {
    found.objects.push_back({"call", id.ToString()});
  }
  for (const auto& id : packages::PackagesAbout(tx, cases)) {
    found.objects.push_back({"package", id.ToString()});
  }
  if (!reader.May("inquiries.view")) return;
  std::vector<Uuid> ids;
  for (const auto& id : cases) ids.push_back(id.uuid);
  for (const auto& id : inquiries::InquiriesFor(tx, "application", ids)) {
    found.objects.push_back({"inquiry", id.ToString()});
  }
}

void AddCases(db::Tx& tx, const Principal& reader, const std::string& typed,
              const std::vector<applicants::ApplicantId>& people, AuditFound& found) {
  auto cases = applications::SearchIds(tx, reader.organization_id, typed, people, kMostCases + 1);
  found.incomplete = CutTo(kMostCases, cases) || found.incomplete;
  for (const auto& id : cases) found.objects.push_back({"application", id.ToString()});
  AddWorkOn(tx, reader, cases, found);
}

// A name finds the people, and what there is about them; a number the one object that has it.
void FindOfCenter(db::Tx& tx, const Principal& reader, const std::string& typed,
                  AuditFound& found) {
  const bool is_number = typed.find_first_not_of("0123456789-") == std::string::npos;
  std::vector<applicants::ApplicantId> people;
  if (!is_number && reader.May("applicants.view")) {
    people = applicants::SearchIds(tx, reader.organization_id, typed, kMostApplicants + 1);
  }
  found.incomplete = CutTo(kMostApplicants, people);
  for (const auto& id : people) found.objects.push_back({"applicant", id.ToString()});
  AddCases(tx, reader, typed, people, found);
  if (const auto numbered = packages::FindByNumber(tx, typed))
    found.objects.push_back({numbered->kind, numbered->id.ToString()});
}

void FindOfAgency(db::Tx& tx, const Principal& reader, const std::string& typed,
                  AuditFound& found) {
  if (!reader.May("registrations.view")) return;
  auto cards = agency::SearchIds(tx, reader, typed, kMostRegistrations + 1);
  found.incomplete = CutTo(kMostRegistrations, cards);
  for (const auto& id : cards) found.objects.push_back({"registration", id.ToString()});
}

AuditFound WithMessages(const Rooms& rooms, const Principal& reader, const AuditFound& found) {
  return rooms.house.db.Transact(reader.scope(), [&](db::Tx& tx) {
    auto all = found;  // the transaction may be repeated
    AddMessages(tx, all.objects);
    return all;
  });
}

AuditFound FindObjects(const Rooms& rooms, const Principal& reader, std::string_view q) {
  const std::string typed = text::Trim(q);
  AuditFound found;
  if (typed.empty()) return found;
  rooms.house.db.Transact(reader.scope(), [&](db::Tx& tx) {
    found = {};  // the transaction may be repeated
    const bool of_center = reader.organization_kind == access::OrganizationKind::kCenter;
    (of_center ? FindOfCenter : FindOfAgency)(tx, reader, typed, found);
  });
  FindInquiries(rooms, reader, "q", typed, found);
  return WithMessages(rooms, reader, found);
}

// Who opened a person's case, called about it or read its messages has seen the person's data.
AuditFound ListAbout(const Rooms& rooms, const Principal& reader, const AuditObject& object) {
  AuditFound found{{object}};
  const auto id = Uuid::Parse(object.id);
  if (!id || (object.kind != "applicant" && object.kind != "application")) {
    return id ? WithMessages(rooms, reader, found) : found;
  }
  rooms.house.db.Transact(reader.scope(), [&](db::Tx& tx) {
    found = {{object}};  // the transaction may be repeated
    if (object.kind == "applicant") return AddCases(tx, reader, "", {{*id}}, found);
    AddWorkOn(tx, reader, {{*id}}, found);
  });
  FindInquiries(rooms, reader, object.kind, object.id, found);
  return WithMessages(rooms, reader, found);
}

std::vector<std::string> EventsOf(const http::Router& router) {
  std::set<std::string> events;
  for (const auto& route : router.routes()) {
    if (!route.audit.empty()) events.insert(route.audit);
  }
  return {events.begin(), events.end()};
}

}  // namespace

access::AuditWiring WireAudit(const Rooms& rooms) {
  return {.name =
              [&rooms](const Principal& reader, const std::vector<AuditObject>& objects) {
                return rooms.house.db.Transact(reader.scope(), [&](db::Tx& tx) {
                  std::map<AuditObject, AuditObjectName> names;
                  for (const auto& object : objects) {
                    if (auto name = NameOf(tx, reader, object)) names[object] = std::move(*name);
                  }
                  return names;
                });
              },
          .find = [&rooms](const Principal& reader,
                           std::string_view typed) { return FindObjects(rooms, reader, typed); },
          .about = [&rooms](const Principal& reader,
                            const AuditObject& object) { return ListAbout(rooms, reader, object); },
          .events = [&rooms] { return EventsOf(rooms.house.router); }};
}

}  // namespace okno::app
