// SPDX-License-Identifier: Apache-2.0
#include "logic/rules/prefill_map.h"

#include <algorithm>

#include "text/strings.h"

namespace okno::inquiries::rules {
namespace {

constexpr std::string_view kCardPrefix = "applicant.";

// "applicant.identity_document.series" -> "/identity_document/series"; "" for another source.
std::string MemberOf(const Json& path) {
  if (!path.is_string() || !path.get<std::string>().starts_with(kCardPrefix)) return {};
  std::string pointer;
  for (const auto& part : text::Split(path.get<std::string>().substr(kCardPrefix.size()), '.')) {
    pointer += "/" + part;
  }
  return pointer;
}

std::string MemberOfField(const Json& field) {
  const auto prefill = field.find("x-prefill");
  if (prefill == field.end()) return {};
  if (!prefill->is_array()) return MemberOf(*prefill);
  for (const auto& path : *prefill) {
    if (auto member = MemberOf(path); !member.empty()) return member;
  }
  return {};
}

// A name as a step of a JSON pointer (RFC 6901).
std::string Escaped(const std::string& name) {
  std::string step = "/";
  for (const char letter : name) {
    if (letter == '~') {
      step += "~0";
    } else if (letter == '/') {
      step += "~1";
    } else {
      step += letter;
    }
  }
  return step;
}

void Walk(const Json& schema, const std::string& pointer,
          std::map<std::string, std::string>& members) {
  const auto properties = schema.find("properties");
  if (properties == schema.end()) return;
  for (const auto& [name, field] : properties->items()) {
    const auto here = pointer + Escaped(name);
    if (auto member = MemberOfField(field); !member.empty()) members.emplace(here, member);
    Walk(field, here, members);
  }
}

}  // namespace

std::map<std::string, std::string> CardMembers(const Json& form_schema) {
  std::map<std::string, std::string> members;
  Walk(form_schema, {}, members);
  return members;
}

std::vector<FieldError> AsCardErrors(const std::vector<FieldError>& errors,
                                     const std::map<std::string, std::string>& members) {
  std::vector<FieldError> mapped;
  for (const auto& error : errors) {
    const auto member = members.find(error.pointer);
    if (member == members.end()) return {};
    const bool told =
        std::ranges::find(mapped, member->second, &FieldError::pointer) != mapped.end();
    if (!told) mapped.push_back({member->second, error.code, error.detail});
  }
  return mapped;
}

}  // namespace okno::inquiries::rules
