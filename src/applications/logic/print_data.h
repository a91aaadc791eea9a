// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "access/contacts.h"
#include "access/directory.h"
#include "applications/use_cases.h"

namespace okno::applications {

// At whose window a paper is printed.
struct PrintPlace {
  access::Organization center;
  std::optional<access::Branch> branch;  // of who prints; they may have none
  std::string operator_name;
  std::string operator_position;  // "" when it is not known
  access::Contacts contacts;      // of the office the paper names
  bool issuing = false;           // the paper belongs to the issue of the result, not to the filing
  int keep_results_days = 30;
};

// The office the paper names: a result is issued in any branch.
const access::Branch& OfficeOf(const PrintPlace& place, const Case& subject);

// The values of the print templates; their shape is written down in README.md.
Json PrintData(const text::Catalog& texts, const Case& subject, const PrintPlace& place);

}  // namespace okno::applications
