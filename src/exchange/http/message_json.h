// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <string>

#include "exchange/routes.h"
#include "storage/message_store.h"

namespace okno::exchange {

using Titles = std::map<std::string, std::string>;  // of message types, by namespace
Titles TitlesOf(const Services& services);

// A message as a row of the journal (schema SmevMessage).
Json ToJson(const Titles& titles, const storage::MessageRow& row);

// The same with all that is known of it (schema SmevMessageCard).
struct MessageParts {
  std::vector<storage::EnvelopeHead> envelopes;
  std::vector<storage::Resolution> resolutions;
};
Json ToCard(const Titles& titles, const storage::MessageRow& row, const MessageParts& parts);

}  // namespace okno::exchange
