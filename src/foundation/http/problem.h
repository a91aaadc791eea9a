// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "http/message.h"

namespace okno::http {

// As Problem, with a status that no kind of refusal stands for (405, 408, 417, 431, 500).
Response ProblemWithStatus(int status, const Refusal& refusal, const Request& request,
                           const text::Catalog& texts);

}  // namespace okno::http
