// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "exchange/smev3/multipart.h"
#include "testbed/settings.h"

namespace okno::testbed {

namespace smev3 = exchange::smev3;

// The answer as it travels. kMultipart also takes each SignaturePKCS7 of the sender's block out
// into a part of its own, as the live bus does; a receiver has to put it back before it checks the
// signature over the block.
smev3::WirePackage WriteAnswer(smev3::Package package, AnswerForm form);

// Ordered failures: the last ЭП-СМЭВ no longer verifies; the header names another boundary than the
// body uses.
void BreakSignature(std::string& envelope);
void ChangeBoundary(std::string& content_type);

}  // namespace okno::testbed
