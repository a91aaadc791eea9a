// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "packages/courier_runs.h"

// For who reads the access journal, in the scope of `tx`.
namespace okno::packages {

// Packages that show these cases, or have shown them.
std::vector<PackageId> PackagesAbout(db::Tx& tx, const std::vector<ApplicationId>& cases);
// The package or run of this number, as the journal names them: "package" or "courier_run", and its
// id.
struct Numbered {
  std::string kind;
  Uuid id;
};
std::optional<Numbered> FindByNumber(db::Tx& tx, const std::string& number);
// "" when there is none.
std::string NumberOf(db::Tx& tx, const PackageId& id);
std::string NumberOf(db::Tx& tx, const RunId& id);

// The number of a case, for the journal; "" when the scope does not show it.
std::string CaseNumber(const Services& services, const access::Principal& principal,
                       const ApplicationId& id);

}  // namespace okno::packages
