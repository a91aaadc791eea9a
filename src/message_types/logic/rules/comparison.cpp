// SPDX-License-Identifier: Apache-2.0
#include "logic/rules/comparison.h"

#include <algorithm>
#include <optional>
#include <set>
#include <utility>

#include "text/strings.h"
#include "time/time.h"

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

bool IsDigit(char c) { return c >= '0' && c <= '9'; }

// What a text says.
struct Said {
  Words words;
  std::vector<std::string> numbers;  // in their order
  Words postcodes;                   // beside something else
};

void Take(std::string word, Said& said) {
  if (!word.empty() && IsDigit(word.front())) {
    said.numbers.push_back(std::move(word));
  } else if (word.size() > kShortWord && !kKindsOfPlaces.contains(word)) {
    said.words.insert(std::move(word));
  }
}

bool IsPostcode(const std::string& number) {
  return number.size() == 6 && std::ranges::all_of(number, IsDigit);
}

void SetPostcodesApart(Said& said) {
  if (said.words.empty() && std::ranges::all_of(said.numbers, IsPostcode)) return;
  for (const auto& number : said.numbers)
    if (IsPostcode(number)) said.postcodes.insert(number);
  std::erase_if(said.numbers, IsPostcode);
}

// Signs of the Unicode (quotes, dashes) stay with their word: addresses have few. «кв12» is a word
// and a number, «7а» one number.
Said ReadSaid(const std::string& text) {
  Said said;
  std::string word;
  for (const char c : text::FoldForSearch(text)) {
    const bool begins = IsDigit(c) && !word.empty() && !IsDigit(word.front());
    if (begins || !IsOfWord(c)) Take(std::exchange(word, {}), said);
    if (IsOfWord(c)) word += c;
  }
  Take(std::move(word), said);
  SetPostcodesApart(said);
  return said;
}

// Whether all of `part` stand in `whole`, in the same order.
bool Contains(const std::vector<std::string>& whole, const std::vector<std::string>& part) {
  auto at = whole.begin();
  for (const auto& number : part) {
    at = std::find(at, whole.end(), number);
    if (at == whole.end()) return false;
    ++at;
  }
  return true;
}

bool SaysAll(const Said& said, const Said& other) {
  return std::ranges::includes(said.words, other.words) && Contains(said.numbers, other.numbers);
}

// "2026-11-23" or "23.11.2026".
std::optional<Date> ReadDate(const std::string& text) {
  const bool is_russian = text.size() == 10 && text[2] == '.' && text[5] == '.';
  if (!is_russian) return ParseDate(text);
  return ParseDate(text.substr(6) + "-" + text.substr(3, 2) + "-" + text.substr(0, 2));
}

}  // namespace

std::vector<std::string> TextsAt(const Json& data, const std::vector<std::string>& path) {
  std::vector<std::string> found;
  Collect(data, path, 0, found);
  return found;
}

bool TellTheSame(const std::string& one, const std::string& other) {
  if (const auto date = ReadDate(one), told = ReadDate(other); date && told) return date == told;
  const auto said = ReadSaid(one), others = ReadSaid(other);
  const bool both_coded = !said.postcodes.empty() && !others.postcodes.empty();
  if (both_coded && said.postcodes != others.postcodes) return false;
  return SaysAll(said, others) || SaysAll(others, said);
}

}  // namespace okno::message_types
