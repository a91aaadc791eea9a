// SPDX-License-Identifier: Apache-2.0
#include "logic/rules/packing.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace okno::packages::rules {
namespace {

using applications::Status;

bool IsTaken(Direction direction, Status status) {
  const auto taken = TakenIn(direction);
  return std::ranges::find(taken, status) != taken.end();
}

// "" when the day lies between both.
FieldError JudgeDay(Date day, const std::string& place, const AtAgency& since, Date today) {
  if (day > today) return {place, "packages.in_future", {}};
  if (since.sent_on && day < *since.sent_on)
    return {place, "packages.before_sending", FormatDateRu(*since.sent_on)};
  if (since.received_on && day < *since.received_on)
    return {place, "packages.before_receiving", FormatDateRu(*since.received_on)};
  return {};
}

}  // namespace

std::vector<Status> TakenIn(Direction direction) {
  if (direction == Direction::kToAgency) return {Status::kProcessing};
  return {Status::kSentByCourier, Status::kInAgency};
}

std::string ProblemOf(Direction direction, Status status) {
  if (IsTaken(direction, status)) return {};
  switch (status) {
    case Status::kRework:
      return "packages.case_in_rework";
    case Status::kWithdrawn:
      return "packages.case_withdrawn";
    case Status::kSentByCourier:
    case Status::kInAgency:
      return "packages.case_sent_already";
    case Status::kAwaitingNotice:
    case Status::kReadyToIssue:
      return "packages.case_answered";
    case Status::kClosed:
    case Status::kRefusedIntake:
    case Status::kUnclaimed:
      return "packages.case_closed";
    default:
      break;
  }
  if (direction == Direction::kFromAgency) return "packages.case_not_sent";
  return "packages.case_not_in_processing";
}

bool IsOnPaper(const catalog::Service& service, const std::string& agency_code,
               const std::string& service_code) {
  if (service.electronic || service.agency_code != agency_code) return false;
  return service_code.empty() || service.code == service_code;
}

std::vector<FieldError> JudgeDraft(
    const PackageDraft& draft, const std::vector<std::shared_ptr<const catalog::Service>>& known) {
  if (known.empty()) return {{"/agency_code", "packages.agency_unknown", {}}};
  const bool served = std::ranges::any_of(known, [&](const auto& service) {
    return IsOnPaper(*service, draft.agency_code, draft.service_code);
  });
  if (!served) return {{"/service_code", "packages.service_unknown", {}}};
  if (draft.application_id && draft.direction == Direction::kFromAgency)
    return {{"/application_id", "packages.begins_empty", {}}};
  return {};
}

std::string WhyNotTaken(const Package& package, const applications::PaperCase& subject,
                        const catalog::Service* service) {
  if (subject.branch_id != package.branch_id) return "packages.case_unknown";
  if (!service) return "packages.case_of_other_service";
  if (service->electronic) return "packages.case_electronic";
  if (service->agency_code != package.agency_code) return "packages.case_of_other_agency";
  if (!IsOnPaper(*service, package.agency_code, package.service_code))
    return "packages.case_of_other_service";
  if (!IsTaken(package.direction, subject.status)) return "packages.case_not_ready";
  return {};
}

CaseOutcome ProposedOutcome(const catalog::Service& service) {
  CaseOutcome outcome;
  if (!service.result.empty()) outcome.papers.push_back({service.result.front(), 1});
  return outcome;
}

std::vector<FieldError> JudgeOutcome(const CaseOutcome& outcome, const std::string& place,
                                     const AtAgency& since, Date today) {
  std::vector<FieldError> errors;
  if (outcome.kind == OutcomeKind::kUnconsidered) {
    if (outcome.text.empty()) errors.push_back({place + "/text", "field.required", {}});
    return errors;
  }
  if (!outcome.decided_on) {
    errors.push_back({place + "/decided_on", "field.required", {}});
  } else if (auto error = JudgeDay(*outcome.decided_on, place + "/decided_on", since, today);
             !error.code.empty()) {
    errors.push_back(std::move(error));
  }
  if (outcome.kind == OutcomeKind::kRefused && outcome.text.empty())
    errors.push_back({place + "/text", "packages.refusal_without_text", {}});
  if (outcome.papers.empty()) errors.push_back({place + "/papers", "field.required", {}});
  for (std::size_t i = 0; i < outcome.papers.size(); ++i) {
    if (outcome.papers[i].title.empty())
      errors.push_back({fmt::format("{}/papers/{}/title", place, i), "field.required", {}});
  }
  return errors;
}

std::vector<FieldError> JudgeDelivery(const DeliveryInput& input,
                                      const std::vector<ApplicationId>& cases, Date sent_on,
                                      Date today) {
  std::vector<FieldError> errors;
  if (auto error = JudgeDay(input.received_on, "/received_on", {.sent_on = sent_on}, today);
      !error.code.empty())
    errors.push_back(std::move(error));
  std::set<ApplicationId> named;
  for (std::size_t i = 0; i < input.not_taken.size(); ++i) {
    const auto& line = input.not_taken[i];
    const auto place = fmt::format("/not_taken/{}", i);
    if (std::ranges::find(cases, line.application_id) == cases.end())
      errors.push_back({place + "/application_id", "packages.case_unknown", {}});
    else if (!named.insert(line.application_id).second)
      errors.push_back({place + "/application_id", "packages.named_twice", {}});
    if (line.reason.empty()) errors.push_back({place + "/reason", "field.required", {}});
  }
  return errors;
}

}  // namespace okno::packages::rules
