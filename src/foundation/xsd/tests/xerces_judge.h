// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "xsd/schema.h"

namespace okno::xsd::testing {

// What Xerces-C, kin of what many agencies read messages with, says of a document; empty = valid.
// The judge of record is libxml2; this one only has to agree.
std::vector<std::string> XercesErrors(const Files& files, const std::string& xml);

}  // namespace okno::xsd::testing
