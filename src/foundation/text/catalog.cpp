// SPDX-License-Identifier: Apache-2.0
#include <stdexcept>

#include "text/messages.h"

namespace okno::text {

void Catalog::Add(std::span<const Message> messages) {
  for (const auto& message : messages) {
    if (!messages_.emplace(message.code, message).second) {
      throw std::logic_error("text given twice: " + std::string(message.code));
    }
  }
}

bool Catalog::Has(std::string_view code) const { return messages_.contains(code); }

std::string Catalog::Text(std::string_view code, Language language, std::string_view detail) const {
  constexpr std::string_view kPlace = "{detail}";
  const auto found = messages_.find(code);
  if (found == messages_.end()) return std::string(code);
  const auto& message = found->second;
  std::string text(language == Language::kEnglish ? message.english : message.russian);
  for (auto at = text.find(kPlace); at != std::string::npos;
       at = text.find(kPlace, at + detail.size())) {
    text.replace(at, kPlace.size(), detail);
  }
  return text;
}

}  // namespace okno::text
