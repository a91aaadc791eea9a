// SPDX-License-Identifier: Apache-2.0
#include "access/directory.h"

namespace okno::access {
namespace {

std::string Initial(const std::string& name) {
  std::size_t end = 1;
  while (end < name.size() && (static_cast<unsigned char>(name[end]) & 0xC0) == 0x80) ++end;
  return name.substr(0, end);
}

}  // namespace

std::string Employee::DisplayName() const {
  std::string shown = last_name;
  for (const auto* name : {&first_name, &middle_name}) {
    if (!name->empty()) shown += " " + Initial(*name) + ".";
  }
  return shown;
}

}  // namespace okno::access
