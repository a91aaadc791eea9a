// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "access/known_sessions.h"
#include "access/principal.h"
#include "db/pool.h"
#include "http/hub.h"
#include "json/json.h"

// Live updates: rooms announce in their transaction, every process hears it on the channel
// okno_live when that has committed and relays it to the event streams of its own.
namespace okno::access {

inline constexpr char kLiveChannel[] = "okno_live";

// `data` holds ids and words of state only, never personal data: {"id": …, "status": …}. At most
// 7,000 bytes.
void Announce(db::Tx& tx, std::string_view topic, std::string_view event, const Json& data);

// Topics a stream of GET /api/v1/events listens to: TopicOf(own organization), of the own branch,
// the own unit and those below, the own user.
std::string TopicOf(const OrganizationId& id);
std::string TopicOf(const BranchId& id);
std::string TopicOf(const UnitId& id);
std::string TopicOf(const UserId& id);

std::vector<std::string> TopicsOf(const Principal& principal);

// Sessions, accounts or roles change with this transaction: every process reads them anew.
void TellOfSessions(db::Tx& tx);

// For the process that listens on kLiveChannel: passes one notification on.
void Relay(http::Hub& hub, const KnownSessions& known, const std::string& payload);
// Notifications may have been lost: every stream gets the event "gap", upon which pages reload what
// they show.
void RelayGap(http::Hub& hub, const KnownSessions& known);

}  // namespace okno::access
