// SPDX-License-Identifier: Apache-2.0
#include "logic/rules/comparison.h"

#include <algorithm>
#include <set>

#include "text/strings.h"

namespace okno::message_types {

namespace {

using Words = std::set<std::string>;

constexpr std::size_t kShortWord = 4;  // bytes: two Cyrillic letters

const Words kKindsOfPlaces = {"дом",     "кварт", "квартира",   "улица",  "город",
                              "область", "обл",   "район",      "край",   "поселок",
                              "пгт",     "село",  "корп",       "корпус", "стр",
                              "россия",  "респ",  "республика", "просп",  "проспект"};

void Collect(const Json& data, const std::vector<std::string>& path, std::size_t at,
             std::vector<std::string>& found) {
  if (data.is_array()) {
    for (const auto& row : data) Collect(row, path, at, found);
  } else if (at == path.size()) {
    if (data.is_string()) found.push_back(data.get<std::string>());
  } else if (data.is_object() && data.contains(path[at])) {
    Collect(data.at(path[at]), path, at + 1, found);
  }
}

bool IsOfWord(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte >= 0x80 || (byte >= '0' && byte <= '9') || (byte >= 'a' && byte <= 'z');
}

// Signs of the Unicode (quotes, dashes) stay with their word: addresses have few.
Words WordsOf(const std::string& text) {
  Words words;
  std::string word;
  const auto end = [&] {
    const bool is_number = !word.empty() && word.front() >= '0' && word.front() <= '9';
    const bool tells = is_number || word.size() > kShortWord;
    if (tells && !kKindsOfPlaces.contains(word)) words.insert(word);
    word.clear();
  };
  for (const char c : text::FoldForSearch(text)) {
    if (IsOfWord(c)) {
      word += c;
    } else {
      end();
    }
  }
  end();
  return words;
}

}  // namespace

std::vector<std::string> TextsAt(const Json& data, const std::vector<std::string>& path) {
  std::vector<std::string> found;
  Collect(data, path, 0, found);
  return found;
}

bool TellTheSame(const std::string& one, const std::string& other) {
  const auto words = WordsOf(one), others = WordsOf(other);
  return std::ranges::includes(words, others) || std::ranges::includes(others, words);
}

}  // namespace okno::message_types
