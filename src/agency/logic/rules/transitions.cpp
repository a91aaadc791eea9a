// SPDX-License-Identifier: Apache-2.0
#include "logic/rules/transitions.h"

namespace okno::agency::rules {
namespace {

Refusal WrongStatus(const Registration& card) {
  return Refusal::Conflict("agency.wrong_status", std::string(StatusTitle(card.status)));
}

}  // namespace

std::string_view StatusTitle(Status status) {
  switch (status) {
    case Status::kRegistered:
      return "зарегистрировано";
    case Status::kInWork:
      return "в работе";
    case Status::kDecided:
      return "решение принято";
  }
  return "";
}

Result<Registration> Accept(Registration card, const access::Actor& officer) {
  if (card.status != Status::kRegistered) return WrongStatus(card);
  card.status = Status::kInWork;
  card.executor_id = officer.user_id;
  card.executor_name = officer.name;
  return card;
}

Result<Registration> Route(Registration card, const access::UnitId& unit_id,
                           std::string unit_name) {
  if (card.status == Status::kDecided) return WrongStatus(card);
  if (card.unit_id == unit_id) return Refusal::Conflict("agency.same_unit");
  card.unit_id = unit_id;
  card.unit_name = std::move(unit_name);
  card.status = Status::kRegistered;  // the new unit accepts it anew
  card.executor_id.reset();
  card.executor_name.clear();
  return card;
}

Result<Registration> Decide(Registration card, const access::Actor& officer, const Verdict& verdict,
                            Instant now) {
  if (card.status != Status::kInWork) return WrongStatus(card);
  if (card.executor_id != officer.user_id)
    return Refusal::Conflict("agency.not_executor", card.executor_name);
  card.status = Status::kDecided;
  card.outcome = verdict.positive ? "positive" : "negative";
  card.decision_text = verdict.text;
  card.decided_at = now;
  card.decided_by = officer.name;
  return card;
}

std::vector<Action> ActionsFor(const Registration& card, const access::Principal& principal) {
  std::vector<Action> actions;
  const auto actor = access::Actor::Of(principal);
  auto offer = [&](std::string name, std::string_view right, const Result<Registration>& tried) {
    if (!principal.May(right)) return;
    actions.push_back({std::move(name), tried ? std::nullopt : std::optional(tried.refusal())});
  };
  offer("accept", "registrations.decide", Accept(card, actor));
  offer("decide", "registrations.decide", Decide(card, actor, {true, ""}, card.received_at));
  // Any unit but its own stands for "another": whether one may be chosen is asked, not which.
  offer("route", "registrations.route", Route(card, access::UnitId{}, ""));
  return actions;
}

}  // namespace okno::agency::rules
