// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "access/principal.h"
#include "access/routes.h"

// What the audit trail speaks of: it keeps a kind and an id only; the rooms above know the names.
namespace okno::access {

struct AuditObject {
  std::string kind, id;  // "applicant" and its uuid
  auto operator<=>(const AuditObject&) const = default;
};
// As far as the reader's rights go; empty = none, or none of the reader's business.
struct AuditObjectName {
  std::string number;  // of a case, an inquiry, a registration; the name of a branch
  std::string person;  // "Иванова А. П.": whom it is about
};
// What a search has found. `incomplete`: there is, or may be, more than a search looks through, so
// entries of the journal may be missing and the reader must know.
struct AuditFound {
  std::vector<AuditObject> objects;
  bool incomplete = false;
};
// What `app` wires in. Without it objects are shown by their kind and found by their id.
struct AuditWiring {
  std::function<std::map<AuditObject, AuditObjectName>(const Principal& reader,
                                                       const std::vector<AuditObject>& objects)>
      name;
  // What somebody typed (a number, a person's name), as objects the reader may know of.
  std::function<AuditFound(const Principal& reader, std::string_view typed)> find;
  // The object and all that shows the same person's data: the cases of an applicant, their calls,
  // inquiries and messages. Without it «кто смотрел» tells of the object's own entries only.
  std::function<AuditFound(const Principal& reader, const AuditObject& object)> about;
  // All events that routes leave.
  std::function<std::vector<std::string>()> events;
};
// The routes of this room with the journal wired so; Routes(services) is without.
std::vector<http::Route> Routes(const Services& services, AuditWiring wiring);

}  // namespace okno::access
