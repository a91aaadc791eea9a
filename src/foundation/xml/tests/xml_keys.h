// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>

#include "crypto/gost.h"

namespace okno::xml {

inline std::shared_ptr<const crypto::Signer> MakeSigner(
    crypto::GostAlgorithm algorithm = crypto::GostAlgorithm::kGost2012_256) {
  using namespace std::chrono;
  const auto pair = crypto::MakeRoot({.algorithm = algorithm,
                                      .common_name = "ИС МФЦ",
                                      .organization = "МФЦ",
                                      .ogrn = "1027700132195",
                                      .not_before = sys_days{2026y / 1 / 1},
                                      .not_after = sys_days{2027y / 1 / 1}});
  return crypto::LoadPemSigner(pair.key_pem, pair.certificate_pem).value();
}

}  // namespace okno::xml
