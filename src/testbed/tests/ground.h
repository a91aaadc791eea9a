// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <cstdlib>
#include <string>

#include "crypto/gost.h"

// What every test bed under test stands on: the shipped content and an authority of its own.
namespace okno::testbed::testing {

inline std::string Content() {
  const char* folder = std::getenv("OKNO_CONTENT");
  return folder != nullptr ? folder : OKNO_SOURCE_DIR "/content";
}

inline crypto::KeyAndCertificate MakeAuthority(Instant now) {
  crypto::LoadGost();
  return crypto::MakeRoot({.common_name = "Тестовый УЦ",
                           .not_before = now - std::chrono::hours(48),
                           .not_after = now + std::chrono::hours(24 * 365)});
}

}  // namespace okno::testbed::testing
