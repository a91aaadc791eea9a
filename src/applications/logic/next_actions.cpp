// SPDX-License-Identifier: Apache-2.0
#include "logic/next_actions.h"

#include <array>

#include "logic/rules/recipient.h"

namespace okno::applications {
namespace {

using enum rules::Action;

std::optional<Refusal> WhyNotSend(const Case& subject) {
  if (!subject.service->electronic) return Refusal::Conflict("applications.not_electronic");
  return std::nullopt;
}

std::optional<Refusal> WhyNotAssign(const Case& subject, const access::Principal& principal) {
  if (principal.May("applications.assign") || !subject.application.executor_id) return std::nullopt;
  if (*subject.application.executor_id == principal.user_id)
    return Refusal::Conflict("applications.yours_already");
  return Refusal::Conflict("applications.taken", subject.application.executor_name);
}

std::optional<Refusal> WhyIncomplete(const rules::Completeness& completeness) {
  if (completeness.complete()) return std::nullopt;
  const auto refusal = completeness.ToRefusal();
  return Refusal::Conflict(refusal.code == "input.invalid" ? "applications.form_has_errors"
                                                           : refusal.code);
}

// What the status alone does not tell.
std::optional<Refusal> WhyNotYet(rules::Action action, const Case& subject,
                                 const access::Principal& principal,
                                 const rules::Completeness& completeness, Date today) {
  switch (action) {
    case kFile:
    case kHandOver:
      return WhyIncomplete(completeness);
    case kSend: {
      auto why = WhyNotSend(subject);
      return why ? why : WhyIncomplete(completeness);
    }
    case kUpload:
      return rules::WhyOver(subject.application);
    case kIssue:
      return rules::WhyNotIssue(subject, principal, today);
    case kAssign:
      return WhyNotAssign(subject, principal);
    default:
      return std::nullopt;
  }
}

}  // namespace

std::vector<NextAction> NextActions(const Case& subject, const access::Principal& principal,
                                    const rules::Completeness& completeness, Date today) {
  constexpr std::array kAll = {kFile,     kHandOver, kRework, kSend, kConsult, kRefuse,
                               kWithdraw, kIssue,    kAssign, kEdit, kUpload,  kDelete};
  std::vector<NextAction> actions;
  for (const auto action : kAll) {
    const auto judged = rules::Judge(action, subject.application.status, principal);
    if (!judged && judged.refusal().kind == RefusalKind::kForbidden) continue;
    auto why_not = judged ? WhyNotYet(action, subject, principal, completeness, today)
                          : std::optional(judged.refusal());
    actions.push_back({action, std::move(why_not)});
  }
  return actions;
}

}  // namespace okno::applications
