// SPDX-License-Identifier: Apache-2.0
#include "logic/search.h"

#include <algorithm>

#include "logic/rules/letters.h"
#include "text/strings.h"

namespace okno::catalog {
namespace {

using ServicePointer = std::shared_ptr<const Service>;

// «пособие» must find «пособия»: the changing end of a longer word is left off.
std::string Stem(const std::string& word) {
  constexpr std::wstring_view kEndings = L"аеиоуыэюяйьмхв";
  constexpr std::size_t kShortest = 4;
  auto letters = Widen(word);
  const auto most =
      letters.size() > kShortest ? std::min<std::size_t>(2, letters.size() - kShortest) : 0;
  for (std::size_t i = 0; i < most && kEndings.find(letters.back()) != std::wstring_view::npos;
       ++i) {
    letters.pop_back();
  }
  return Narrow(letters);
}

std::vector<std::string> Words(const std::string& typed) {
  std::vector<std::string> words;
  for (const auto& word : text::Split(text::FoldForSearch(typed), ' ')) {
    if (!word.empty()) words.push_back(word);
  }
  return words;
}

// The signs of the English layout stand for the letters on the same keys: «gjcj,» is «пособ».
std::string InRussianLayout(const std::string& typed) {
  constexpr std::wstring_view kKeys = L"`qwertyuiop[]asdfghjkl;'zxcvbnm,.";
  constexpr std::wstring_view kLetters = L"ёйцукенгшщзхъфывапролджэячсмитьбю";
  auto signs = Widen(typed);
  for (auto& sign : signs) {
    const auto key = sign >= L'A' && sign <= L'Z' ? sign - L'A' + L'a' : sign;
    const auto at = kKeys.find(static_cast<wchar_t>(key));
    if (at != std::wstring_view::npos) sign = kLetters[at];
  }
  return Narrow(signs);
}

// One letter wrong, missing, too many, or two of them swapped.
bool IsOneSlip(std::wstring_view one, std::wstring_view other) {
  const auto same = [](auto a, auto b) { return std::ranges::equal(a, b); };
  const auto [first, second] = std::ranges::mismatch(one, other);
  const std::wstring_view left(first, one.end());
  const std::wstring_view right(second, other.end());
  if (left.size() == right.size() + 1) return same(left.substr(1), right);
  if (left.size() + 1 == right.size()) return same(left, right.substr(1));
  if (left.size() != right.size()) return false;
  if (left.empty() || same(left.substr(1), right.substr(1))) return true;
  return left.size() > 1 && left[0] == right[1] && left[1] == right[0] &&
         same(left.substr(2), right.substr(2));
}

// Whether a word of `text` begins almost like a longer `word`.
bool AlmostBegins(const std::string& text, const std::string& word) {
  constexpr std::size_t kShortest = 5;
  const auto typed = Widen(word);
  if (typed.size() < kShortest) return false;
  return std::ranges::any_of(Words(text), [&](const std::string& known) {
    const std::wstring letters = Widen(known);
    for (const auto length : {typed.size() - 1, typed.size(), typed.size() + 1}) {
      if (letters.size() < length) break;
      if (IsOneSlip(typed, std::wstring_view(letters).substr(0, length))) return true;
    }
    return false;
  });
}

enum Rank { kNowhere, kElsewhere, kInName, kAtBeginning };
enum class Slips { kNone, kOne };

bool AtBeginning(const std::string& name, const std::string& word) {
  for (const auto* before : {" ", "«", "(", "-"}) {
    if (name.find(before + word) != std::string::npos) return true;
  }
  return name.starts_with(word);
}

Rank RankOf(const std::string& name, const std::string& rest, const std::string& word,
            Slips slips) {
  for (const auto& form : {word, Stem(word)}) {
    if (AtBeginning(name, form)) return kAtBeginning;
    if (name.find(form) != std::string::npos) return kInName;
    if (rest.find(form) != std::string::npos) return kElsewhere;
  }
  if (slips == Slips::kOne && AlmostBegins(name, word)) return kInName;
  if (slips == Slips::kOne && AlmostBegins(rest, word)) return kElsewhere;
  return kNowhere;
}

// The weakest of the words decides: all must be found.
Rank RankOf(const Service& service, const std::vector<std::string>& words, Slips slips) {
  const auto name = text::FoldForSearch(service.short_name + " " + service.name);
  auto other = service.description + " " + service.agency_name;
  for (const auto& keyword : service.keywords) other += " " + keyword;
  const auto rest = text::FoldForSearch(other);
  auto rank = kAtBeginning;
  for (const auto& word : words) rank = std::min(rank, RankOf(name, rest, word, slips));
  return rank;
}

bool Fits(const Service& service, const SearchInput& input) {
  const auto& kinds = service.applicant_kinds;
  return (input.agency.empty() || service.agency_code == input.agency) &&
         (input.applicant_kind.empty() ||
          std::ranges::find(kinds, input.applicant_kind) != kinds.end());
}

std::vector<ServicePointer> SearchFor(const std::string& typed, Slips slips,
                                      const std::vector<ServicePointer>& services,
                                      const SearchInput& input) {
  const auto words = Words(typed);
  std::vector<std::pair<Rank, ServicePointer>> found;
  for (const auto& service : services) {
    const auto rank = Fits(*service, input) ? RankOf(*service, words, slips) : kNowhere;
    if (rank != kNowhere) found.emplace_back(rank, service);
  }
  std::ranges::stable_sort(found, std::ranges::greater(), [](const auto& f) { return f.first; });
  std::vector<ServicePointer> result;
  for (auto& [rank, service] : found) result.push_back(std::move(service));
  return result;
}

}  // namespace

std::vector<ServicePointer> Search(const std::vector<ServicePointer>& services,
                                   const SearchInput& input) {
  const auto other = InRussianLayout(input.words);
  for (const auto slips : {Slips::kNone, Slips::kOne}) {
    for (const auto& typed : {input.words, other}) {
      auto found = SearchFor(typed, slips, services, input);
      if (!found.empty()) return found;
    }
  }
  return {};
}

}  // namespace okno::catalog
