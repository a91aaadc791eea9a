// SPDX-License-Identifier: Apache-2.0
#include "http/door.h"

namespace okno::applications {

const std::string& ServiceTexts::Of(const std::shared_ptr<const catalog::Service>& service) {
  const std::lock_guard lock(mutex_);
  auto& text = texts_[service];
  if (text.empty()) text = json::Dump(service->ToJson());
  return text;
}

}  // namespace okno::applications
