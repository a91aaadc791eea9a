// SPDX-License-Identifier: Apache-2.0
#include "access/live.h"

#include <stdexcept>

namespace okno::access {
namespace {

constexpr std::size_t kLongestPayload = 7900;  // PostgreSQL takes less than 8000 bytes
constexpr char kEverybody[] = "everybody";
constexpr char kSessions[] = "sessions";  // no stream listens to it

}  // namespace

void Announce(db::Tx& tx, std::string_view topic, std::string_view event, const Json& data) {
  const std::string payload = json::Dump({{"topic", topic}, {"event", event}, {"data", data}});
  if (payload.size() > kLongestPayload) throw std::logic_error("access: too long a live update");
  tx.Notify(kLiveChannel, payload);
}

std::string TopicOf(const OrganizationId& id) { return "organization:" + id.ToString(); }
std::string TopicOf(const BranchId& id) { return "branch:" + id.ToString(); }
std::string TopicOf(const UnitId& id) { return "unit:" + id.ToString(); }
std::string TopicOf(const UserId& id) { return "user:" + id.ToString(); }

void TellOfSessions(db::Tx& tx) { Announce(tx, kSessions, "changed", Json::object()); }

void Relay(http::Hub& hub, const KnownSessions& known, const std::string& payload) {
  auto message = json::Parse(payload);
  if (!message) throw std::runtime_error("access: unreadable live update");
  const auto topic = message->at("topic").get<std::string>();
  if (topic == kSessions) return known.Forget();
  hub.Broadcast(topic, message->at("event").get<std::string>(), json::Dump(message->at("data")));
}

void RelayGap(http::Hub& hub, const KnownSessions& known) {
  known.Forget();
  hub.Broadcast(kEverybody, "gap", "{}");
}

std::vector<std::string> TopicsOf(const Principal& principal) {
  std::vector<std::string> topics{kEverybody, TopicOf(principal.organization_id),
                                  TopicOf(principal.user_id)};
  if (principal.branch_id) topics.push_back(TopicOf(*principal.branch_id));
  for (const auto& unit : principal.unit_scope) topics.push_back(TopicOf(unit));
  return topics;
}

}  // namespace okno::access
