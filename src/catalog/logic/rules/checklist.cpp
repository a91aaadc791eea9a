// SPDX-License-Identifier: Apache-2.0
#include "catalog/examine.h"
#include "logic/rules/field_checks.h"
#include "logic/rules/persons.h"

namespace okno::catalog {
namespace {

// `facts`: {"form": …, "applicant": …}.
std::vector<ChecklistRule> ChecklistOn(const Service& service, const Json& facts) {
  std::vector<ChecklistRule> checklist;
  checklist.reserve(service.checklist.size());
  for (const auto& rule : service.checklist) {
    if (!rule.when.is_null() && !Holds(rule.when, facts)) continue;
    checklist.push_back(rule);
    if (rule.need == Need::kConditional) checklist.back().need = Need::kRequired;
    if (!rule.about.empty()) {
      checklist.back().persons =
          PersonsOf(rule.about, service.form, facts.at("form"), facts.at("applicant"));
    }
  }
  return checklist;
}

}  // namespace

std::vector<ChecklistRule> ChecklistFor(const Service& service, const Json& form,
                                        const Json& applicant) {
  return ChecklistOn(service, {{"form", Prune(service.form, form)}, {"applicant", applicant}});
}

Examined Examine(const Service& service, const Json& form, Json applicant, Date today) {
  Json facts = Json::object();
  auto& pruned = facts["form"] = Prune(service.form, form);
  facts["applicant"] = std::move(applicant);
  auto errors = ValidatePruned(service.form, pruned, today);
  auto checklist = ChecklistOn(service, facts);
  return {std::move(pruned), std::move(errors), std::move(checklist),
          std::move(facts["applicant"])};
}

}  // namespace okno::catalog
