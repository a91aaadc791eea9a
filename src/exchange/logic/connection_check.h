// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <string>
#include <vector>

#include "exchange/smev3/reader.h"
#include "logic/runtime.h"

namespace okno::exchange {

// «Проверить связь»: what a real call came to.
struct Check {
  bool good = false;
  std::string code;  // "exchange.check_good", or what is wrong
  std::string detail;
};
// Asks the status queue of the bus: address, key, registration and ЭП-СМЭВ are all put to use, and
// nothing is taken. Slow; no transaction may be open.
Check CheckBus(const Runtime& runtime);
// Logs in to the file storage. Precondition: the connection has one.
Check CheckFiles(const Runtime& runtime);

// How many messages wait in the queues of the participant on the bus: GetIncomingQueueStatistics,
// which only envelope 1.1 has; without it the code is "exchange.queues_unknown".
struct QueueAnswer {
  Check check;
  std::vector<smev3::QueueLength> queues;
};
QueueAnswer AskQueues(const Runtime& runtime);

}  // namespace okno::exchange
