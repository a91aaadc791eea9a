// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "http/control.h"

namespace okno::testbed {

// /control/neighbours…, for this machine only:
//   GET                      the neighbour systems, their message types, behaviour and counts; the
//                            root their certificates chain to
//   PUT {mnemonic}/behaviour {behaviour}: normal, silent, slow, refusing
//   PUT persons              {persons: [applicant's card, …]}: whom they are to know, at most 500
// Without neighbours `authority_pem` is "" and the list empty.
std::vector<http::Route> NeighbourRoutes(const ControlServices& control,
                                         const std::string& authority_pem);

}  // namespace okno::testbed
