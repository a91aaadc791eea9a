// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

#include "http/message.h"

// What a request changes. Refusals are those of IdParam, IfMatch and Object, in this order.
namespace okno::http {

// What a change is made to: the id in the path and the version in If-Match.
template <typename IdType>
struct Target {
  IdType id;
  long long version = 0;
};
template <typename IdType>
Result<Target<IdType>> TargetOf(const Request& request, std::string_view not_found) {
  const auto id = request.IdParam<IdType>("id", not_found);
  if (!id) return id.refusal();
  const auto version = IfMatch(request);
  if (!version) return version.refusal();
  return Target<IdType>{*id, *version};
}
// The same, and what `read` makes of the body.
template <typename IdType, typename Input>
struct Change {
  IdType id;
  long long version = 0;
  Input input;
};
template <typename IdType, typename Input>
Result<Change<IdType, Input>> ChangeOf(const Request& request, std::string_view not_found,
                                       Result<Input> (*read)(const Json&)) {
  const auto target = TargetOf<IdType>(request, not_found);
  if (!target) return target.refusal();
  auto input = request.ObjectAs(read);
  if (!input) return input.refusal();
  return Change<IdType, Input>{target->id, target->version, *std::move(input)};
}

}  // namespace okno::http
