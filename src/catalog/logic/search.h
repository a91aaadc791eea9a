// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "catalog/service.h"

namespace okno::catalog {

struct SearchInput {
  std::string words;           // parts of words, all of which must be found; "" = every service
  std::string agency;          // code; "" = any
  std::string applicant_kind;  // "" = any
};
// Services that fit, the best first: words found at the beginning of a word of the name, then
// anywhere in the name, then in the description, keywords or agency. The order of `services` is
// kept among equals. When nothing fits, what was typed is read as typed with the English layout on,
// then with one slip in a longer word forgiven.
std::vector<std::shared_ptr<const Service>> Search(
    const std::vector<std::shared_ptr<const Service>>& services, const SearchInput& input);

}  // namespace okno::catalog
