// SPDX-License-Identifier: Apache-2.0
#include "logic/rules/card_values.h"

#include <algorithm>
#include <array>

#include "text/strings.h"

namespace okno::inquiries::rules {
namespace {

using message_types::CardValue;

constexpr std::string_view kPrefix = "applicant.";
constexpr std::string_view kDocument = "identity_document";
constexpr std::array<std::string_view, 3> kNames = {"applicant.last_name", "applicant.first_name",
                                                    "applicant.middle_name"};
constexpr std::array<std::string_view, 3> kDocumentKey = {"kind", "series", "number"};

template <typename Words>
bool Contains(const Words& words, std::string_view word) {
  return std::ranges::find(words, word) != words.end();
}

bool SaysTheSame(const Json& one, const Json& other) {
  if (!one.is_string() || !other.is_string()) return one == other;
  return text::FoldForSearch(one.get<std::string>()) ==
         text::FoldForSearch(other.get<std::string>());
}

std::size_t FirstLetterBytes(std::string_view word) {
  std::size_t bytes = word.empty() ? 0 : 1;
  while (bytes < word.size() && (static_cast<unsigned char>(word[bytes]) & 0xC0) == 0x80) ++bytes;
  return bytes;
}

// «ПЕТРОВА» -> «Петрова»; told by the second letter, so «Петрова» and «П» stay.
std::string OrdinaryWord(const std::string& word) {
  const auto first = FirstLetterBytes(word);
  const auto rest = word.substr(first);
  const auto second = rest.substr(0, FirstLetterBytes(rest));
  if (text::ToLower(second) == second) return word;
  return word.substr(0, first) + text::ToLower(rest);
}

std::string OrdinaryName(const std::string& name) {
  std::string tidy;
  std::string word;
  for (const char letter : name) {
    if (letter != '-' && letter != ' ') {
      word += letter;
      continue;
    }
    tidy += OrdinaryWord(word) + letter;
    word.clear();
  }
  return tidy + OrdinaryWord(word);
}

std::vector<std::string> PartsOf(std::string_view card_path) {
  if (card_path.starts_with(kPrefix)) card_path.remove_prefix(kPrefix.size());
  return text::Split(card_path, '.');
}

// A chosen value that makes the document another one.
bool ChangesDocument(const CardValue& value, const std::vector<std::string>& chosen) {
  const auto parts = PartsOf(value.card_path);
  return value.differs && Contains(chosen, value.card_path) && parts.size() == 2 &&
         parts[0] == kDocument && Contains(kDocumentKey, parts[1]) && !value.current.is_null();
}

Json WithoutOldDocument(Json card) {
  const auto found = card.find(kDocument);
  if (found == card.end() || !found->is_object()) return card;
  Json kept = Json::object();
  if (found->contains("kind")) kept["kind"] = (*found)["kind"];
  *found = std::move(kept);
  return card;
}

}  // namespace

std::vector<CardValue> Tidy(std::vector<CardValue> values) {
  for (auto& value : values) {
    if (value.offered.is_string()) {
      auto offered = text::Trim(value.offered.get<std::string>());
      value.offered = Contains(kNames, value.card_path) ? OrdinaryName(offered) : offered;
    }
    value.differs = !SaysTheSame(value.current, value.offered);
  }
  return values;
}

Json Merge(const Json& card, const std::vector<CardValue>& values,
           const std::vector<std::string>& chosen) {
  const bool another_document = std::ranges::any_of(
      values, [&](const CardValue& value) { return ChangesDocument(value, chosen); });
  Json merged = another_document ? WithoutOldDocument(card) : card;
  for (const auto& value : values) {
    const auto parts = PartsOf(value.card_path);
    const bool of_document = parts.size() == 2 && parts[0] == kDocument;
    // What the answer says of the new document belongs to it, chosen or not.
    const bool taken = Contains(chosen, value.card_path) || (another_document && of_document);
    if (!taken) continue;
    Json* place = &merged;
    for (const auto& part : parts) place = &(*place)[part];
    *place = value.offered;
  }
  return merged;
}

}  // namespace okno::inquiries::rules
