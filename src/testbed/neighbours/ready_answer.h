// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "base/id.h"
#include "json/json.h"
#include "neighbours/question.h"

namespace okno::testbed::neighbours {

// An answer with the ids its messages have on the bus, before anything of it is sent.
struct ReadyAnswer {
  Answer answer;
  Uuid id;                     // of the final answer
  std::vector<Uuid> note_ids;  // of the notes, in their order
};
ReadyAnswer GiveIds(Answer answer);  // version 1, new ones

// As it is kept, and back.
Json ToJson(const ReadyAnswer& ready);
ReadyAnswer ReadReadyAnswer(const Json& json);

}  // namespace okno::testbed::neighbours
