// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "exchange/smev3/multipart.h"
#include "exchange/smev3/participant.h"

namespace okno::exchange::smev3 {

// Content ready for the builder, and the parts that go beside the envelope.
struct Prepared {
  PrimaryContent content;
  std::vector<BinaryPart> parts;
};
// Signs what is to be signed by hand of the person or the system. Refusals of SignPersonally.
Result<Prepared> Prepare(const OutgoingContent& content, const crypto::Signer& system);

}  // namespace okno::exchange::smev3
