// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <nlohmann/json.hpp>
#include <string>

#include "exchange/smev3/participant.h"

namespace okno::app {

// Writes envelope.xml, content.xml and the attachments into a new folder below `parent`, named by
// the message's id; with attachments also message.mime, all of it in one file for `okno smev
// verify`. Gives the folder's path. A folder that is there (the same message handed out again) gets
// the next number.
std::string KeepArrival(const exchange::smev3::Incoming& incoming, const std::string& parent);

// `folder` is where it was kept, "" when it was not.
// What came and what its signatures are worth, for people and for machines.
std::string ArrivalText(const exchange::smev3::Incoming& incoming, const std::string& folder);
nlohmann::json ArrivalJson(const exchange::smev3::Incoming& incoming, const std::string& folder);

}  // namespace okno::app
