// SPDX-License-Identifier: Apache-2.0
#include <set>

#include "access/audit.h"
#include "http/audit_filter.h"
#include "http/resources.h"
#include "storage/audit_store.h"

namespace okno::access {
namespace {

using Names = std::map<AuditObject, AuditObjectName>;

Names NamesFor(const AuditWiring& wiring, const Principal& reader,
               const std::vector<storage::StoredEntry>& entries) {
  std::set<AuditObject> objects;
  for (const auto& [id, at, entry, serial, hash] : entries) {
    if (!entry.object_id.empty()) objects.insert({entry.object_kind, entry.object_id});
  }
  if (objects.empty() || !wiring.name) return {};
  return wiring.name(reader, {objects.begin(), objects.end()});
}

Json ToJson(const storage::StoredEntry& stored, const Names& names, const text::Catalog& texts,
            text::Language language) {
  const AuditEntry& entry = stored.entry;
  Json json = {{"serial", stored.serial},
               {"at", FormatInstant(stored.at)},
               {"event", entry.event},
               {"event_title", texts.Text("audit_event." + entry.event, language)},
               {"user_name", entry.user_name},
               {"object_kind", entry.object_kind},
               {"object_kind_title", texts.Text("audit_kind." + entry.object_kind, language)},
               {"object_id", entry.object_id},
               {"reason", entry.reason},
               {"remote_address", entry.remote_address}};
  if (entry.user_id) json["user_id"] = entry.user_id->ToString();
  const auto name = names.find({entry.object_kind, entry.object_id});
  if (name == names.end()) return json;
  if (!name->second.number.empty()) json["object_number"] = name->second.number;
  if (!name->second.person.empty()) json["object_person"] = name->second.person;
  return json;
}

Json ListEntries(const Services& services, const AuditWiring& wiring, const Principal& reader,
                 const AuditQuestion& question, text::Language language) {
  const auto& filter = question.filter;
  auto entries = services.db.Transact(reader.scope(),
                                      [&](db::Tx& tx) { return storage::ListEntries(tx, filter); });
  Json body{{"items", Json::array()}};
  if (question.incomplete) body["incomplete"] = true;
  if (static_cast<int>(entries.size()) == filter.limit) {
    entries.pop_back();
    body["next_cursor"] = std::to_string(entries.back().serial);
  }
  const auto names = NamesFor(wiring, reader, entries);
  for (const auto& entry : entries) {
    body["items"].push_back(ToJson(entry, names, services.texts, language));
  }
  return body;
}

}  // namespace

Result<http::Response> GetAuditEntries(const Services& services, const AuditWiring& wiring,
                                       const http::Request& request) {
  auto question = ReadAuditFilter(services, wiring, request);
  if (!question) return question.refusal();
  SealAudit(services.db);    // what was done a moment ago is in the list
  ++question->filter.limit;  // one more tells whether there is a next page
  auto response =
      http::Response::Of(ListEntries(services, wiring, Of(request), *question, request.language));
  NoteSearch(response, request.query_value("q"));
  response.audited = true;  // the journal is read with and without terms
  return response;
}

Result<http::Response> GetAuditVerification(const Services& services, const AuditWiring& /*wiring*/,
                                            const http::Request& request) {
  const auto verdict = VerifyAudit(services.db, Of(request).organization_id);
  Json body{{"checked", verdict.checked}, {"intact", !verdict.first_broken}};
  if (verdict.first_broken) body["first_broken"] = *verdict.first_broken;
  return http::Response::Of(body);
}

}  // namespace okno::access
