// SPDX-License-Identifier: Apache-2.0
#include <array>

#include "applications/application.h"

namespace okno::applications {
namespace {

struct StatusWord {
  Status status;
  std::string_view word;
};
constexpr std::array kWords = {
    StatusWord{Status::kDraft, "draft"},
    StatusWord{Status::kIntake, "intake"},
    StatusWord{Status::kProcessing, "processing"},
    StatusWord{Status::kRework, "rework"},
    StatusWord{Status::kDeliveryQueued, "delivery_queued"},
    StatusWord{Status::kDeliveryOnDemand, "delivery_on_demand"},
    StatusWord{Status::kSent, "sent"},
    StatusWord{Status::kSentByCourier, "sent_by_courier"},
    StatusWord{Status::kInAgency, "in_agency"},
    StatusWord{Status::kAwaitingNotice, "awaiting_notice"},
    StatusWord{Status::kReadyToIssue, "ready_to_issue"},
    StatusWord{Status::kClosed, "closed"},
    StatusWord{Status::kRefusedIntake, "refused_intake"},
    StatusWord{Status::kWithdrawn, "withdrawn"},
    StatusWord{Status::kUnclaimed, "unclaimed"},
};

}  // namespace

std::string_view Word(Status status) { return kWords[static_cast<std::size_t>(status)].word; }

std::optional<Status> StatusFromWord(std::string_view word) {
  for (const auto& known : kWords) {
    if (known.word == word) return known.status;
  }
  return std::nullopt;
}

bool IsOpen(Status status) {
  return status != Status::kClosed && status != Status::kRefusedIntake &&
         status != Status::kWithdrawn && status != Status::kUnclaimed;
}

}  // namespace okno::applications
