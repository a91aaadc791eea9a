// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "crypto/gost.h"

// Lists of revoked certificates (CRL, PEM or DER) lie in the folder `crl` of the data folder, for
// all connections: whoever runs the installation fetches them from the authorities.
namespace okno::exchange {

// What lies there now: another text when a file was added, replaced or removed.
std::string RevocationStamp(const std::string& data_folder);
// Gives all of them to `trust`; a file that is no list is logged and left out.
std::vector<crypto::RevocationList> AddRevocations(const std::string& data_folder,
                                                   crypto::TrustStore& trust);

}  // namespace okno::exchange
