// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "applications/application.h"
#include "db/pipeline.h"

namespace okno::applications::storage {

// Once for an inquiry.
void AddInquiryAnswer(db::Tx& tx, const Application& application, const InquiryAnswer& answer);
// Oldest first.
db::Pending<std::vector<InquiryAnswer>> AskInquiryAnswers(db::Tx& tx, const ApplicationId& id);

}  // namespace okno::applications::storage
