// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>

#include "crypto/gost.h"

namespace okno::crypto {

inline Instant Day(std::chrono::year_month_day day) { return std::chrono::sys_days{day}; }

inline KeyRequest RequestFor(std::string common_name,
                             GostAlgorithm algorithm = GostAlgorithm::kGost2012_256) {
  using namespace std::chrono;
  return {.algorithm = algorithm,
          .common_name = std::move(common_name),
          .organization = "МФЦ города Приозёрска",
          .ogrn = "1027700132195",
          .not_before = Day(2026y / 1 / 1),
          .not_after = Day(2027y / 1 / 1)};
}

inline Certificate Read(const KeyAndCertificate& pair) {
  return Certificate::FromPem(pair.certificate_pem).value();
}

inline std::shared_ptr<const Signer> SignerOf(const KeyAndCertificate& pair) {
  return LoadPemSigner(pair.key_pem, pair.certificate_pem).value();
}

}  // namespace okno::crypto
