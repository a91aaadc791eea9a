// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <vector>

#include "applications/application.h"
#include "contact_center/calls.h"

// Whom calls are about, for who reads the access journal: 152-ФЗ asks of an entry whose data were seen.
namespace okno::contact_center {

// Empty when there is no such call in the scope of `tx`.
std::optional<applications::ApplicationId> CaseOf(db::Tx& tx, const CallId& id);

// All calls about these cases, the closed ones too.
std::vector<CallId> CallsAbout(db::Tx& tx, const std::vector<applications::ApplicationId>& cases);

}  // namespace okno::contact_center
