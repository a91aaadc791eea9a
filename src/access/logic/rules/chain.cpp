// SPDX-License-Identifier: Apache-2.0
#include "logic/rules/chain.h"

#include "crypto/hash.h"

namespace okno::access::rules {

std::string ChainHash(std::string_view previous, long long serial,
                      const storage::StoredEntry& stored) {
  const AuditEntry& entry = stored.entry;
  std::string content;
  auto add = [&](std::string_view part) {
    content += std::to_string(part.size());
    content += ':';
    content += part;
  };
  add(previous);
  add(std::to_string(serial));
  add(stored.id.ToString());
  add(entry.organization_id.ToString());
  add(FormatInstant(stored.at));
  add(entry.event);
  add(entry.user_id ? entry.user_id->ToString() : std::string());
  for (const auto* part : {&entry.user_name, &entry.object_kind, &entry.object_id, &entry.reason,
                           &entry.remote_address, &entry.request_id}) {
    add(*part);
  }
  return crypto::Sha256(content);
}

}  // namespace okno::access::rules
