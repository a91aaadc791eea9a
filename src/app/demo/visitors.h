// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <vector>

#include "applicants/applicant.h"
#include "catalog/content.h"
#include "demo/random.h"

namespace okno::app::demo {

// What becomes of an application, drawn when the person comes in.
enum class Fate {
  kRoad,          // all the way to the agency and back
  kOnPaper,       // the same, of a service that goes on paper
  kDraft,         // begun only
  kConsultation,  // ends as a consultation
  kRefused,       // intake is refused
  kWithdrawn,
  kRework,     // handed over and returned
  kUnclaimed,  // returned, and nobody comes
  kJustFiled   // not handed over yet
};

// Who comes for what; drawn beforehand, so that the branches can work at once.
struct Visitor {
  Fate fate = Fate::kRoad;
  std::shared_ptr<const applicants::Applicant> person;  // shared: many visits of one card
  std::shared_ptr<const catalog::Service> service;
  std::uint64_t luck = 0;  // of the answers and scans
};

// Deals visitors. Fates come from shuffled decks and not from a die, so that each occurs however
// few applications are asked for.
class Visitors {
 public:
  Visitors(std::uint64_t seed, const catalog::Catalog& services,
           std::vector<std::shared_ptr<const applicants::Applicant>> people);
  // `days_left`: working days until the present; drafts, reworks and fresh filings lie about only
  // in the last ones.
  Visitor Next(int days_left);

 private:
  using Services = std::vector<std::shared_ptr<const catalog::Service>>;
  Fate Deal(int days_left);

  Random random_;
  Services electronic_, on_paper_;
  std::vector<std::shared_ptr<const applicants::Applicant>> people_;
  std::vector<Fate> early_, late_;  // decks being dealt
};

}  // namespace okno::app::demo
