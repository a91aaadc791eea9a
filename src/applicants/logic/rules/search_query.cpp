// SPDX-License-Identifier: Apache-2.0
#include "logic/rules/search_query.h"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <optional>

#include "text/strings.h"

namespace okno::applicants::rules {
namespace {

constexpr std::size_t kMaxPatterns = 6;
constexpr std::size_t kMaxTyped = 200;

std::string DateKey(Date date) {
  return fmt::format("d{:04}{:02}{:02}", static_cast<int>(date.year()),
                     static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
}

bool IsDigit(char c) { return c >= '0' && c <= '9'; }

// Marks people put between digits of one number.
bool IsNumberMark(std::string_view token) {
  return !token.empty() && token.find_first_not_of("0123456789-+()/№") == std::string_view::npos;
}

std::optional<Date> TypedDate(std::string_view token) {
  if (token.size() != 10 || token[2] != '.' || token[5] != '.') return std::nullopt;
  return ParseDate(
      fmt::format("{}-{}-{}", token.substr(6, 4), token.substr(3, 2), token.substr(0, 2)));
}

std::string EscapeLike(std::string_view text) {
  std::string escaped;
  for (char c : text) {
    if (c == '%' || c == '_' || c == '\\') escaped += '\\';
    escaped += c;
  }
  return escaped;
}

std::string Pattern(std::string_view key) {
  const bool only_beginning = text::Length(key) < 3;
  return (only_beginning ? "% " : "%") + EscapeLike(key) + "%";
}

// A number as stored: a Russian phone typed with 8 is stored with 7, so that digit is left out.
std::string NumberKey(std::string_view digits) {
  if (digits.size() == 11 && digits.front() == '8') digits.remove_prefix(1);
  return std::string(digits);
}

// Quotation marks of an entity's name would hide the beginning of the word behind them.
std::string WithoutQuotes(std::string text) {
  for (std::string_view quote : {"\"", "«", "»", "„", "“"}) {
    for (auto at = text.find(quote); at != std::string::npos; at = text.find(quote, at)) {
      text.replace(at, quote.size(), " ");
    }
  }
  return text;
}

std::string TrimPunctuation(std::string_view token) {
  constexpr std::string_view kPunctuation = ".,;:\"'()";
  const auto begin = token.find_first_not_of(kPunctuation);
  if (begin == std::string_view::npos) return {};
  return std::string(token.substr(begin, token.find_last_not_of(kPunctuation) - begin + 1));
}

class PatternList {
 public:
  void AddDigits(std::string_view digits) { number_ += digits; }
  void AddKey(const std::string& key) {
    EndNumber();
    if (!key.empty()) patterns_.push_back(Pattern(key));
  }
  std::vector<std::string> Finish() && {
    EndNumber();
    if (patterns_.size() > kMaxPatterns) patterns_.resize(kMaxPatterns);
    return std::move(patterns_);
  }

 private:
  void EndNumber() {
    if (!number_.empty()) patterns_.push_back(Pattern(NumberKey(number_)));
    number_.clear();
  }
  std::string number_;
  std::vector<std::string> patterns_;
};

void AddWords(std::string& keys, std::string_view words) {
  const auto folded = text::FoldForSearch(WithoutQuotes(std::string(words)));
  if (!folded.empty()) keys += " " + folded;
}

void AddNumber(std::string& keys, std::string_view number) {
  const auto digits = text::DigitsOnly(number);
  if (!digits.empty()) keys += " " + digits;
}

void AddDocument(std::string& keys, const IdentityDocument& document) {
  const bool plain = std::all_of(document.series.begin(), document.series.end(), IsDigit);
  if (!plain) AddWords(keys, document.series);
  AddNumber(keys, plain ? document.series + document.number : document.number);
}

}  // namespace

std::string SearchKeys(const Applicant& applicant) {
  std::string keys;
  for (const auto* words : {&applicant.last_name, &applicant.first_name, &applicant.middle_name,
                            &applicant.full_name, &applicant.short_name}) {
    AddWords(keys, *words);
  }
  if (applicant.identity_document) AddDocument(keys, *applicant.identity_document);
  for (const auto& document : applicant.other_documents) AddDocument(keys, document);
  for (const auto* number : {&applicant.snils, &applicant.inn, &applicant.ogrn, &applicant.phone}) {
    AddNumber(keys, *number);
  }
  if (applicant.birth_date) keys += " " + DateKey(*applicant.birth_date);
  return keys;
}

std::vector<std::string> SearchPatterns(std::string_view typed) {
  PatternList patterns;
  if (typed.size() > kMaxTyped) return {};
  for (const auto& token :
       text::Split(text::FoldForSearch(WithoutQuotes(std::string(typed))), ' ')) {
    if (const auto date = TypedDate(token)) {
      patterns.AddKey(DateKey(*date));
    } else if (IsNumberMark(token)) {
      patterns.AddDigits(text::DigitsOnly(token));
    } else {
      patterns.AddKey(TrimPunctuation(token));
    }
  }
  return std::move(patterns).Finish();
}

}  // namespace okno::applicants::rules
