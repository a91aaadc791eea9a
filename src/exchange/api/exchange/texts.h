// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string_view>

#include "text/messages.h"

namespace okno::exchange {

std::span<const text::Message> Messages();

// What a person can do about a message that did not get through, by the code of its error: the code
// of a text in Messages(). `waiting`: the message is still sent by itself.
enum class Delivery { kWaiting, kOver };
std::string_view AdviceOn(std::string_view error_code, Delivery delivery);

}  // namespace okno::exchange
