// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "applications/use_cases.h"
#include "json/writer.h"
#include "logic/rules/checklist.h"
#include "text/messages.h"

namespace okno::applications {

Json DocumentJson(const documents::Document& document);

// Members `checklist` and `documents` (those at no line of it) of `Application` of openapi.yaml.
void WriteChecklist(json::Writer& out, const Case& subject,
                    const std::vector<rules::ChecklistItem>& checklist, text::Language language);

}  // namespace okno::applications
