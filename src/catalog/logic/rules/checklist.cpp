// SPDX-License-Identifier: Apache-2.0
#include "catalog/forms.h"

namespace okno::catalog {

std::vector<ChecklistRule> ChecklistFor(const Service& service, const Json& form,
                                        const Json& applicant) {
  const Json facts = {{"form", Prune(service.form, form)}, {"applicant", applicant}};
  std::vector<ChecklistRule> checklist;
  for (auto rule : service.checklist) {
    if (!rule.when.is_null() && !Holds(rule.when, facts)) continue;
    if (rule.need == Need::kConditional) rule.need = Need::kRequired;
    checklist.push_back(std::move(rule));
  }
  return checklist;
}

}  // namespace okno::catalog
