// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "packages/packages.h"

// Which cases a package takes, and how their ways are judged.
namespace okno::packages::rules {

// In which status cases are taken: to an agency what is being processed, from it what is there.
std::vector<applications::Status> TakenIn(Direction direction);

// Why a case of this status can not be in a package of this direction any more: a code of
// Messages(), "" when it can.
std::string ProblemOf(Direction direction, applications::Status status);

// Whether the service goes to this agency on paper; `service_code` "" = any of the agency.
bool IsOnPaper(const catalog::Service& service, const std::string& agency_code,
               const std::string& service_code);

// What is wrong with a draft, where `known` are the services on paper of its agency.
std::vector<FieldError> JudgeDraft(
    const PackageDraft& draft, const std::vector<std::shared_ptr<const catalog::Service>>& known);

// Why the case does not fit into the package: "packages.case_unknown", "packages.case_electronic",
// "packages.case_of_other_agency", "packages.case_of_other_service", "packages.case_not_ready"; ""
// when it does. `service`: as the
// case was filed; null when the catalog has it no more.
std::string WhyNotTaken(const Package& package, const applications::PaperCase& subject,
                        const catalog::Service* service);

// What is proposed of a case that came back: all it was asked for. The day of the decision is not:
// who says it has looked at the paper.
CaseOutcome ProposedOutcome(const catalog::Service& service);

// What is wrong with the outcome: a decision is of a day and comes on paper, a refusal and what was
// not considered have their reason (210-ФЗ art. 16), and nobody decides before the papers are
// there. `place` is the pointer to it.
struct AtAgency {
  std::optional<Date> sent_on, received_on;  // as far as they are known
};
std::vector<FieldError> JudgeOutcome(const CaseOutcome& outcome, const std::string& place,
                                     const AtAgency& since, Date today);

std::vector<FieldError> JudgeDelivery(const DeliveryInput& input,
                                      const std::vector<ApplicationId>& cases, Date sent_on,
                                      Date today);

}  // namespace okno::packages::rules
