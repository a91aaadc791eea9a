// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "access/directory.h"
#include "inquiries/inquiry.h"

namespace okno::applications {

// Values of content/print-templates/inquiry_answer.json: an answer that came as data alone, to be
// read on paper: its first 400 rows, 4,000 bytes of a value. The inquiry has its answer; times are
// those of `zone`.
Json AnswerSheet(const inquiries::Inquiry& inquiry, const std::string& case_number,
                 const std::string& center_name, std::string_view zone);

}  // namespace okno::applications
