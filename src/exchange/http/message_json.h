// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <string>

#include "exchange/routes.h"
#include "storage/message_store.h"
#include "text/messages.h"

namespace okno::exchange {

// What a message is called in the reader's language.
struct Words {
  std::map<std::string, std::string> titles;  // of message types, by namespace
  text::Language language = text::Language::kRussian;
};
Words WordsOf(const Services& services, text::Language language);

// A message as a row of the journal (schema SmevMessage).
Json ToJson(const Words& words, const storage::MessageRow& row);

// The same with all that is known of it (schema SmevMessageCard).
struct MessageParts {
  std::vector<storage::EnvelopeHead> envelopes;
  std::vector<storage::Resolution> resolutions;
  std::vector<storage::MessageRow>
      exchange;  // others of the same exchange: request, status, answer
};
Json ToCard(const Words& words, const storage::MessageRow& row, const MessageParts& parts);

}  // namespace okno::exchange
