// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "inquiries/inquiry.h"

namespace okno::inquiries::storage {

// As kept in the column `answer`; reading throws on a broken row.
Json ToJson(const Answer& answer);
Answer AnswerFromJson(const Json& json);

}  // namespace okno::inquiries::storage
