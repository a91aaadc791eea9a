// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "crypto/gost.h"

namespace okno::testbed::neighbours {

// The keys of the neighbours, below <data>/neighbours: an authority of their own, whose root the
// participants trust, and a key for each. Made when first asked for.
class Keys {
 public:
  explicit Keys(std::string data_folder);
  std::string authority_pem() const { return authority_.certificate_pem; }
  std::shared_ptr<const crypto::Signer> SignerOf(std::string_view mnemonic,
                                                 std::string_view name) const;

 private:
  std::string folder_;
  crypto::KeyAndCertificate authority_;
};

}  // namespace okno::testbed::neighbours
