// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "applications/use_cases.h"

// What the applicant has signed on paper, against what the case says now.
namespace okno::applications::rules {

enum class Paper {
  kNone,      // never printed
  kCurrent,   // says what the case says
  kOutdated,  // the data were changed after it was printed: to be printed and signed anew
};
std::string_view Word(Paper paper);  // "none", "current", "outdated"

struct Papers {
  Paper application = Paper::kNone, receipt = Paper::kNone;
};
// Marks of the checklist are data of the case; a scan added later, say of the signed application
// itself, changes nothing on paper, but a file of its own does while the applicant may be there.
// Until the case is on its way to the agency the card of the applicant belongs to it too: the
// message is made of the card as it is then.
Papers PapersOf(const Case& subject);

// What the papers of the case say, in a word of 64 letters: another one when the answers, the
// documents noted, the representative or the card are others.
std::string FingerprintOf(const Case& subject);

}  // namespace okno::applications::rules
