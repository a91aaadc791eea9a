// SPDX-License-Identifier: Apache-2.0
#include "catalog/examine.h"
#include "logic/rules/field_checks.h"

namespace okno::catalog {
namespace {

std::vector<ChecklistRule> ChecklistOfPruned(const Service& service, const Json& form,
                                             const Json& applicant) {
  const Json facts = {{"form", form}, {"applicant", applicant}};
  std::vector<ChecklistRule> checklist;
  for (auto rule : service.checklist) {
    if (!rule.when.is_null() && !Holds(rule.when, facts)) continue;
    if (rule.need == Need::kConditional) rule.need = Need::kRequired;
    checklist.push_back(std::move(rule));
  }
  return checklist;
}

}  // namespace

std::vector<ChecklistRule> ChecklistFor(const Service& service, const Json& form,
                                        const Json& applicant) {
  return ChecklistOfPruned(service, Prune(service.form, form), applicant);
}

Examined Examine(const Service& service, const Json& form, const Json& applicant, Date today) {
  auto pruned = Prune(service.form, form);
  auto errors = ValidatePruned(service.form, pruned, today);
  auto checklist = ChecklistOfPruned(service, pruned, applicant);
  return {std::move(pruned), std::move(errors), std::move(checklist)};
}

}  // namespace okno::catalog
