// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "access/audit.h"
#include "text/strings.h"

namespace okno::access {
namespace {

const char* KindOf(std::string_view term) {
  if (ParseDate(term) || (term.size() == 10 && term[2] == '.' && term[5] == '.')) return "date";
  return term.find_first_not_of("0123456789-+()/№") == std::string_view::npos ? "number" : "name";
}

}  // namespace

void NoteSearch(http::Response& response, std::string_view typed) {
  std::vector<std::string> kinds;
  for (const auto& term : text::Split(text::FoldForSearch(typed), ' ')) {
    const auto* kind = KindOf(term);
    if (!term.empty() && std::ranges::find(kinds, kind) == kinds.end()) kinds.push_back(kind);
  }
  response.audited = !kinds.empty();
  for (const auto& kind : kinds) {
    response.audit_reason += (response.audit_reason.empty() ? "search:" : ",") + kind;
  }
}

}  // namespace okno::access
