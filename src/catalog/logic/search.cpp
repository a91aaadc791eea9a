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

enum Rank { kNowhere, kElsewhere, kInName, kAtBeginning };

bool AtBeginning(const std::string& name, const std::string& word) {
  for (const auto* before : {" ", "«", "(", "-"}) {
    if (name.find(before + word) != std::string::npos) return true;
  }
  return name.starts_with(word);
}

Rank RankOf(const std::string& name, const std::string& rest, const std::string& word) {
  for (const auto& form : {word, Stem(word)}) {
    if (AtBeginning(name, form)) return kAtBeginning;
    if (name.find(form) != std::string::npos) return kInName;
    if (rest.find(form) != std::string::npos) return kElsewhere;
  }
  return kNowhere;
}

// The weakest of the words decides: all must be found.
Rank RankOf(const Service& service, const std::vector<std::string>& words) {
  const auto name = text::FoldForSearch(service.short_name + " " + service.name);
  auto other = service.description + " " + service.agency_name;
  for (const auto& keyword : service.keywords) other += " " + keyword;
  const auto rest = text::FoldForSearch(other);
  auto rank = kAtBeginning;
  for (const auto& word : words) rank = std::min(rank, RankOf(name, rest, word));
  return rank;
}

bool Fits(const Service& service, const SearchInput& input) {
  const auto& kinds = service.applicant_kinds;
  return (input.agency.empty() || service.agency_code == input.agency) &&
         (input.applicant_kind.empty() ||
          std::ranges::find(kinds, input.applicant_kind) != kinds.end());
}

}  // namespace

std::vector<ServicePointer> Search(const std::vector<ServicePointer>& services,
                                   const SearchInput& input) {
  const auto words = Words(input.words);
  std::vector<std::pair<Rank, ServicePointer>> found;
  for (const auto& service : services) {
    const auto rank = Fits(*service, input) ? RankOf(*service, words) : kNowhere;
    if (rank != kNowhere) found.emplace_back(rank, service);
  }
  std::ranges::stable_sort(found, std::ranges::greater(), [](const auto& f) { return f.first; });
  std::vector<ServicePointer> result;
  for (auto& [rank, service] : found) result.push_back(std::move(service));
  return result;
}

}  // namespace okno::catalog
