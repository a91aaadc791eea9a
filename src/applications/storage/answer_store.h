// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <vector>

#include "applications/application.h"
#include "db/pipeline.h"

namespace okno::applications::storage {

// Once for an inquiry.
void AddInquiryAnswer(db::Tx& tx, const Application& application, const InquiryAnswer& answer);
// Oldest first.
db::Pending<std::vector<InquiryAnswer>> AskInquiryAnswers(db::Tx& tx, const ApplicationId& id);
// Of several cases; one without answers is not there.
db::Pending<std::map<ApplicationId, std::vector<InquiryAnswer>>> AskInquiryAnswers(
    db::Tx& tx, const std::vector<ApplicationId>& ids);

}  // namespace okno::applications::storage
