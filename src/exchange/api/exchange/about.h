// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <vector>

#include "exchange/exchange.h"

// Whom messages are about, for who reads the access journal: an opened envelope holds all of an application.
namespace okno::exchange {

// Empty when there is no such message in the scope of `tx`, or it belongs to nothing.
std::optional<Subject> SubjectOf(db::Tx& tx, const MessageId& id);

// All messages of these subjects, whatever their kind.
std::vector<MessageId> MessagesAbout(db::Tx& tx, const std::vector<Uuid>& subjects);

}  // namespace okno::exchange
