// SPDX-License-Identifier: Apache-2.0
#include "exchange/about.h"

#include <string>

#include "exchange/queries.h"

namespace okno::exchange {

std::optional<Subject> SubjectOf(db::Tx& tx, const MessageId& id) {
  const auto rows = tx.Run(queries::kFindSubject, id);
  if (rows.empty()) return std::nullopt;
  return Subject{rows.front()["subject_kind"].Text(), rows.front()["subject_id"].As<Uuid>()};
}

std::vector<MessageId> MessagesAbout(db::Tx& tx, const std::vector<Uuid>& subjects) {
  std::vector<std::string> ids;
  for (const auto& subject : subjects) ids.push_back(subject.ToString());
  std::vector<MessageId> messages;
  for (const auto& row : tx.Run(queries::kListAbout, ids)) {
    messages.push_back(row["id"].As<MessageId>());
  }
  return messages;
}

}  // namespace okno::exchange
