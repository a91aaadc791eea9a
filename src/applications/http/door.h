// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <memory>
#include <mutex>
#include <string>

#include "applications/use_cases.h"

namespace okno::applications {

// Services as JSON text, written once each: a case carries its service with the whole form, which
// is most of the answer and never changes. Thread-safe.
class ServiceTexts {
 public:
  const std::string& Of(const std::shared_ptr<const catalog::Service>& service);

 private:
  std::mutex mutex_;
  // The service is kept too: its address names the text.
  std::map<std::shared_ptr<const catalog::Service>, std::string> texts_;
};

// What the handlers of this room share.
struct Door {
  explicit Door(const Services& services) : services(services) {}
  const Services& services;
  mutable ServiceTexts service_texts;
};

}  // namespace okno::applications
