// SPDX-License-Identifier: Apache-2.0
#include "logic/rules/refusal_grounds.h"

#include <array>
#include <ranges>

namespace okno::applications {
namespace {

struct GroundWord {
  RefusalGround ground;
  std::string_view word;
  const char* code;
};
constexpr std::array kGrounds = {
    GroundWord{RefusalGround::kIncompleteSet, "incomplete_set",
               "applications.history.refused_intake.incomplete_set"},
    GroundWord{RefusalGround::kExpiredDocuments, "expired_documents",
               "applications.history.refused_intake.expired_documents"},
    GroundWord{RefusalGround::kCorrectedDocuments, "corrected_documents",
               "applications.history.refused_intake.corrected_documents"},
    GroundWord{RefusalGround::kDamagedDocuments, "damaged_documents",
               "applications.history.refused_intake.damaged_documents"},
    GroundWord{RefusalGround::kWrongForm, "wrong_form",
               "applications.history.refused_intake.wrong_form"},
    GroundWord{RefusalGround::kNoAuthority, "no_authority",
               "applications.history.refused_intake.no_authority"},
    GroundWord{RefusalGround::kWrongAgency, "wrong_agency",
               "applications.history.refused_intake.wrong_agency"},
};

}  // namespace

std::string_view Word(RefusalGround ground) {
  return kGrounds[static_cast<std::size_t>(ground)].word;
}

std::optional<RefusalGround> GroundFromWord(std::string_view word) {
  for (const auto& known : kGrounds) {
    if (known.word == word) return known.ground;
  }
  return std::nullopt;
}

namespace rules {

std::string CodeOf(RefusalGround ground) { return kGrounds[static_cast<std::size_t>(ground)].code; }

std::optional<GivenRefusal> RefusalIn(const std::vector<HistoryEntry>& history) {
  for (const auto& entry : std::views::reverse(history)) {
    if (entry.to != Status::kRefusedIntake) continue;
    for (const auto& known : kGrounds) {
      if (entry.code == known.code) return GivenRefusal{known.ground, entry.reason, entry.at};
    }
  }
  return std::nullopt;
}

}  // namespace rules
}  // namespace okno::applications
