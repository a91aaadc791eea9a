// SPDX-License-Identifier: Apache-2.0
#include "demo/visitors.h"

#include <algorithm>
#include <map>

namespace okno::app::demo {
namespace {

constexpr int kLateDays = 4;

using Deck = std::vector<std::pair<Fate, int>>;
const Deck kEarly = {{Fate::kConsultation, 9}, {Fate::kRefused, 2}, {Fate::kWithdrawn, 2},
                     {Fate::kUnclaimed, 2},    {Fate::kOnPaper, 9}, {Fate::kRoad, 26}};
const Deck kLate = {{Fate::kDraft, 3},   {Fate::kJustFiled, 2}, {Fate::kRework, 2},
                    {Fate::kRefused, 1}, {Fate::kOnPaper, 3},   {Fate::kRoad, 9}};

Fate DealFrom(const Deck& whole, std::vector<Fate>& left, Random& random) {
  if (left.empty()) {
    for (const auto& [fate, count] : whole)
      left.insert(left.end(), static_cast<std::size_t>(count), fate);
    for (std::size_t at = left.size() - 1; at > 0; --at)
      std::swap(left[at], left[static_cast<std::size_t>(random.Between(0, static_cast<int>(at)))]);
  }
  const Fate fate = left.back();
  left.pop_back();
  return fate;
}

bool IsFor(const catalog::Service& service, const applicants::Applicant& person) {
  static const std::map<applicants::ApplicantKind, std::string> kKinds = {
      {applicants::ApplicantKind::kPerson, "person"},
      {applicants::ApplicantKind::kEntrepreneur, "entrepreneur"},
      {applicants::ApplicantKind::kLegalEntity, "legal_entity"}};
  return std::ranges::find(service.applicant_kinds, kKinds.at(person.kind)) !=
         service.applicant_kinds.end();
}

}  // namespace

Visitors::Visitors(std::uint64_t seed, const catalog::Catalog& services,
                   std::vector<std::shared_ptr<const applicants::Applicant>> people)
    : random_(seed, "visitors"), people_(std::move(people)) {
  for (const auto& service : services.All())
    (service->electronic ? electronic_ : on_paper_).push_back(service);
}

Fate Visitors::Deal(int days_left) {
  return days_left <= kLateDays ? DealFrom(kLate, late_, random_)
                                : DealFrom(kEarly, early_, random_);
}

Visitor Visitors::Next(int days_left) {
  Visitor visitor{.fate = Deal(days_left), .luck = random_.Next()};
  const bool paper =
      visitor.fate == Fate::kOnPaper || (visitor.fate != Fate::kRoad && random_.Chance(50));
  // Not every service is for everybody: whoever comes next wants one.
  while (!visitor.service) {
    visitor.person = random_.Of(people_);
    Services fitting = paper ? on_paper_ : electronic_;
    std::erase_if(fitting, [&](const auto& service) { return !IsFor(*service, *visitor.person); });
    if (!fitting.empty()) visitor.service = random_.Of(fitting);
  }
  return visitor;
}

}  // namespace okno::app::demo
