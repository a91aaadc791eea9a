// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "crypto/gost.h"
#include "openssl_types.h"

namespace okno::crypto {

// Detached CAdES-BES, DER, with the signer's certificate inside.
std::string MakeDetachedCms(EVP_PKEY* key, const Certificate& certificate,
                            std::string_view content);

}  // namespace okno::crypto
