// SPDX-License-Identifier: Apache-2.0
#include "logic/sentences.h"

#include <algorithm>

#include "exchange/exchange.h"
#include "exchange/texts.h"
#include "text/foundation_messages.h"

namespace okno::exchange {

std::string_view TextOf(std::string_view code, text::Language language) {
  for (auto messages : {Messages(), text::FoundationMessages()}) {
    auto found = std::find_if(messages.begin(), messages.end(),
                              [&](const text::Message& message) { return message.code == code; });
    if (found != messages.end())
      return language == text::Language::kRussian ? found->russian : found->english;
  }
  return code;
}

std::string SignatureSentence(std::string_view verdict, std::string_view signer,
                              std::optional<Instant> valid_until, text::Language language) {
  if (verdict.empty()) return {};
  std::string sentence(TextOf(verdict, language));
  if (sentence.ends_with('.')) sentence.pop_back();
  std::string details(signer);
  if (valid_until) {
    details +=
        std::string(details.empty() ? "" : ", ") +
        (language == text::Language::kRussian ? "сертификат до " : "certificate valid until ") +
        FormatDateRu(LocalDate(*valid_until, kMoscow));
  }
  return details.empty() ? sentence : sentence + ": " + details;
}

}  // namespace okno::exchange
