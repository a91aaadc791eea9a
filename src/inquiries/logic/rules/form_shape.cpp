// SPDX-License-Identifier: Apache-2.0
#include "logic/rules/form_shape.h"

#include <algorithm>

namespace okno::inquiries::rules {
namespace {

constexpr std::size_t kMaxForm = 128 * 1024;  // bytes of JSON text
constexpr std::size_t kMaxConsumerNumber = 50;
constexpr int kMaxDepth = 30;  // 12 levels of a form, rows between them

int DepthOf(const Json& json) {
  int depth = 0;
  if (json.is_structured()) {
    for (const auto& part : json) depth = std::max(depth, 1 + DepthOf(part));
  }
  return depth;
}

}  // namespace

Result<Draft> ParseDraft(const Json& body) {
  json::Reader in(body);
  Draft draft;
  if (const auto* given = in.Object("form", true)) {
    draft.form = *given;
    if (DepthOf(draft.form) > kMaxDepth) {
      in.Fail("form", "inquiries.form_too_deep", std::to_string(kMaxDepth));
    } else if (json::Dump(draft.form).size() > kMaxForm) {
      in.Fail("form", "inquiries.form_too_large", std::to_string(kMaxForm / 1024));
    }
  }
  if (body.contains("consumer_number")) {
    draft.consumer_number = in.Text("consumer_number", {.max_length = kMaxConsumerNumber});
  }
  if (auto refusal = in.Finish()) return *refusal;
  return draft;
}

}  // namespace okno::inquiries::rules
