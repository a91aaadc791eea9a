// SPDX-License-Identifier: Apache-2.0
#include "role_titles.h"

#include <map>

namespace okno::app {

std::string RoleTitle(std::string_view role) {
  static const std::map<std::string, std::string, std::less<>> kTitles = {
      {"operator", "оператор"},
      {"processor", "обработчик"},
      {"auditor", "аудитор"},
      {"contact_agent", "контакт-центр"},
      {"administrator", "администратор"},
      {"officer", "специалист ведомства"},
      {"agency_manager", "руководитель ведомства"}};
  const auto found = kTitles.find(role);
  return found == kTitles.end() ? std::string(role) : found->second;
}

}  // namespace okno::app
