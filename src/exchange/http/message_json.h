// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <string>

#include "exchange/routes.h"
#include "storage/message_store.h"
#include "text/messages.h"

namespace okno::exchange {

using Titles = std::map<std::string, std::string>;  // of message types, by namespace
Titles TitlesOf(const Services& services);

// A message as a row of the journal (schema SmevMessage); `language` is that of what is said of its
// error.
Json ToJson(const Titles& titles, const storage::MessageRow& row, text::Language language);

// The same with all that is known of it (schema SmevMessageCard).
struct MessageParts {
  std::vector<storage::EnvelopeHead> envelopes;
  std::vector<storage::Resolution> resolutions;
};
Json ToCard(const Titles& titles, const storage::MessageRow& row, const MessageParts& parts,
            text::Language language);

}  // namespace okno::exchange
