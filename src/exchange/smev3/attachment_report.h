// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "exchange/smev3/signature_report.h"
#include "exchange/smev3/source.h"

namespace okno::exchange::smev3 {

// The detached CMS of every attachment header, against the content where it is in the message.
std::vector<SignatureFinding> InspectAttachments(const Source& source, const Package& package);

}  // namespace okno::exchange::smev3
