// SPDX-License-Identifier: Apache-2.0
#include "demo/agency_desk.h"

#include "demo/must.h"
#include "wiring/rooms.h"

namespace okno::app::demo {
namespace {

agency::Context ContextOn(const agency::Context& context, const Clock& clock) {
  return {context.db,           clock,          context.files, context.calendar,
          context.message_type, context.catalog};
}

}  // namespace

AgencyDesk::AgencyDesk(House& house, Scans& scans, std::uint64_t seed,
                       const std::string& officer_login)
    : scans_(scans),
      watch_(house.clock.Now()),
      context_(ContextOn(house.rooms->agency.context, watch_)),
      officer_(access::GetPrincipal(house.db, officer_login)),
      seed_(seed) {}

std::vector<std::string> AgencyDesk::Work(Shift shift) {
  std::vector<std::string> decided;
  const auto cards = agency::ListOpen(context_, officer_);
  watch_.Begin(shift, cards.size());
  for (const auto& card : cards) {
    watch_.Pass();
    Random luck(seed_, "agency" + card.center_number + watch_.Day());
    if (card.status == agency::Status::kRegistered && luck.Chance(85)) {
      Must(agency::Accept(context_, officer_, card.id, card.version), "acceptance");
    } else if (card.status == agency::Status::kInWork && luck.Chance(14)) {
      Decide(luck, card);
      decided.push_back(card.center_number);
    }
  }
  return decided;
}

void AgencyDesk::Decide(Random& luck, const agency::Registration& card) {
  const bool positive = luck.Chance(88);
  agency::DecisionInput input{.positive = positive,
                              .text = positive ? "Услугу предоставить, результат прилагается"
                                               : "Сведения заявления не подтверждены документами",
                              .idempotency_key = "demo-" + Uuid::NewV7().ToString()};
  const std::string title =
      positive ? "Уведомление о предоставлении услуги" : "Уведомление об отказе";
  input.files.push_back({.name = scans_.NameOf(title),
                         .file = scans_.Of(title),
                         .title = title + " № " + card.number + " от " +
                                  FormatDateRu(LocalDate(watch_.Now(), kMoscow))});
  Must(agency::Decide(context_, officer_, card.id, card.version, input), "decision");
}

}  // namespace okno::app::demo
