// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "exchange/smev3/reader.h"
#include "logic/runtime.h"

namespace okno::exchange {

// What came of calling the bus. Either an answer in SOAP (maybe a fault), or a failure of the way
// there.
struct CallResult {
  std::optional<smev3::Answer> answer;
  std::string error_code, error;  // when there is no answer: "exchange.bus_unreachable",
                                  // "exchange.no_answer", "exchange.answer_malformed",
                                  // "exchange.answer_too_large"
  bool maybe_accepted = false;    // without an answer: the bus may have acted all the same
  int status = 0;                 // HTTP status of what came, 0 when nothing came
  std::string body = {};          // what came and can not be read, as it came
};
// One call over HTTP, no transaction open. `operation` is the SOAPAction ("SendRequest").
CallResult CallBus(const Runtime& runtime, std::string_view operation,
                   const smev3::Package& package);

}  // namespace okno::exchange
