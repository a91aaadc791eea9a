// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "catalog/service.h"
#include "demo/random.h"
#include "json/json.h"
#include "time/time.h"

namespace okno::app::demo {

// Fills a form as a citizen would: starts from what the card prefilled and answers whatever
// ValidateForm still asks for, until nothing is wrong. Throws when a form can not be satisfied -
// then the form itself is at fault.
Json AnswerForm(Random& random, const catalog::Service& service, const Json& prefilled, Date today);

}  // namespace okno::app::demo
