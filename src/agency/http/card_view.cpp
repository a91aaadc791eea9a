// SPDX-License-Identifier: Apache-2.0
#include "http/card_view.h"

#include "logic/rules/transitions.h"

namespace okno::agency {
namespace {

constexpr int kSoonDays = 3;

void AddTerm(Json& view, const Registration& card, const catalog::WorkingCalendar& calendar,
             Date today) {
  view["planned_date"] = FormatDate(card.planned_date);
  if (card.status == Status::kDecided) {
    view["urgency"] = "none";
    return;
  }
  const int left = calendar.WorkingDaysBetween(today, card.planned_date);
  view["days_left"] = left;
  view["urgency"] = left < 0 ? "overdue" : left <= kSoonDays ? "soon" : "normal";
}

}  // namespace

Json RowView(const Registration& card, const Context& context, Date today) {
  Json view = {{"id", card.id.ToString()},
               {"number", card.number},
               {"center_number", card.center_number},
               {"center_name", card.center_name},
               {"status", ToText(card.status)},
               {"applicant_name", card.applicant_name},
               {"service_code", card.service_code},
               {"service_name", card.service_name},
               {"unit_name", card.unit_name},
               {"received_at", FormatInstant(card.received_at)}};
  if (const auto service = context.catalog.Find(card.service_code))
    view["service_short_name"] = service->short_name;
  if (!card.executor_name.empty()) view["executor_name"] = card.executor_name;
  AddTerm(view, card, context.calendar, today);
  return view;
}

Json CardView(const Registration& card, const CardParts& parts, const access::Principal& officer,
              const Services& services, text::Language language) {
  const auto& context = services.context;
  Json view = RowView(card, context, LocalDate(context.clock.Now(), kMoscow));
  view.erase("unit_name");
  view.erase("executor_name");
  view.erase("service_short_name");
  view["version"] = card.version;
  view["applicant"] = card.applicant;
  view["form"] = card.form;
  view["documents"] = card.documents;
  view["files"] = parts.files;
  view["history"] = parts.history;
  if (const auto service = context.catalog.Find(card.service_code)) {
    view["refusal_grounds"] = service->refusal_grounds;
    if (service->counted_from == "agency")
      view["planned_note"] = services.texts.Text("agency.term", language, service->term.text);
  }
  view["unit"] = {{"id", card.unit_id.ToString()}, {"name", card.unit_name}};
  if (card.executor_id)
    view["executor"] = {{"id", card.executor_id->ToString()}, {"name", card.executor_name}};
  view["signature"] = card.signature;
  view["message_id"] = card.request_id.ToString();
  if (card.decided_at) {
    view["decision"] = {{"outcome", card.outcome},
                        {"text", card.decision_text},
                        {"at", FormatInstant(*card.decided_at)},
                        {"by", card.decided_by},
                        {"delivery", card.answer_state}};
  }
  view["actions"] = Json::array();
  for (const auto& action : rules::ActionsFor(card, officer)) {
    Json row = {{"action", action.name}, {"allowed", !action.why_not}};
    if (action.why_not)
      row["why_not"] = services.texts.Text(action.why_not->code, language, action.why_not->detail);
    view["actions"].push_back(std::move(row));
  }
  return view;
}

}  // namespace okno::agency
