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
// Signs what is to be signed by hand of the person or the system, and brings files to the
// storage. Refusals of SignPersonally and StoreFile.
Result<Prepared> Prepare(const OutgoingContent& content, const ParticipantOptions& options);

}  // namespace okno::exchange::smev3
