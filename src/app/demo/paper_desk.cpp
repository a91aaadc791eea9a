// SPDX-License-Identifier: Apache-2.0
#include "demo/paper_desk.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "access/directory.h"
#include "demo/must.h"
#include "wiring/rooms.h"

namespace okno::app::demo {
namespace {

using namespace packages;  // NOLINT: the story is told in its words

Date Later(Date date, int days) { return std::chrono::sys_days(date) + std::chrono::days(days); }

// As agencies number their papers: «2502/26».
std::string NumberOf(int serial, Date day) {
  return fmt::format("{}/{:02}", serial, static_cast<int>(day.year()) % 100);
}

// What the service gives, or its refusal.
std::string TitleOf(const catalog::Service& service, bool positive) {
  for (const auto& title : service.result) {
    if ((title.find("тказ") == std::string::npos) == positive) return title;
  }
  return positive ? "Решение о предоставлении услуги" : "Решение об отказе";
}

packages::Services OnClock(const packages::Services& services, const Clock& clock,
                           const applications::Services& applications) {
  return {services.db, clock, services.catalog, services.templates, services.texts, applications};
}

}  // namespace

PaperDesk::PaperDesk(House& house, std::uint64_t seed, const std::string& processor_login,
                     std::string courier)
    : watch_(house.clock.Now()),
      applications_(demo::OnClock(house.rooms->applications, watch_)),
      packages_(OnClock(house.rooms->packages, watch_, applications_)),
      processor_(access::GetPrincipal(house.db, processor_login)),
      seed_(seed),
      courier_(std::move(courier)) {}

void PaperDesk::NoteSigned(Shift shift) {
  watch_.Begin(shift, on_the_way_.size());
  for (const auto& id : std::exchange(on_the_way_, {})) {
    watch_.Pass();
    Sign(id);
  }
}

void PaperDesk::Sign(const PackageId& id) {
  const auto sheet = Must(GetPackage(packages_, processor_, id), "package");
  Random luck(seed_, "signed" + sheet.package.number);
  const Date sent_on = LocalDate(sheet.package.sent_at.value(), kMoscow);
  DeliveryInput input{.received_on = luck.Chance(95) ? sent_on : Today(),
                      .incoming_number = NumberOf(luck.Between(1000, 9999), sent_on),
                      .not_taken = {}};
  for (const auto& one : sheet.cases) {
    if (Random(seed_, "taken" + one.subject.number + watch_.Day()).Chance(3))
      input.not_taken.push_back({one.subject.id, "Копия документа не заверена"});
  }
  Expect(Must(Deliver(packages_, processor_, id, sheet.package.version, input), "delivery"));
}

// Most decisions are there when the term says, a few are late.
void PaperDesk::Expect(const PackageSheet& delivered) {
  const auto& package = delivered.package;
  const Date received_on = package.received_on.value();
  for (const auto& one : delivered.cases) {
    if (!one.not_taken.empty()) continue;
    Random luck(seed_, "ready" + one.subject.number);
    const int days = luck.Chance(90) ? -luck.Between(0, 2) : luck.Between(1, 5);
    expected_.push_back(
        {.number = one.subject.number,
         .agency_code = package.agency_code,
         .service_code = one.subject.service_code,
         .id = one.subject.id,
         .received_on = received_on,
         .ready_on = std::max(Later(one.subject.planned_date.value_or(received_on), days),
                              Later(received_on, 1))});
  }
}

void PaperDesk::SendOff(Shift shift) {
  watch_.Begin(shift, 2);
  watch_.Pass();
  const auto run = CreateRun(packages_, processor_, courier_, Key());
  if (!run) return;  // nothing is ready
  watch_.Pass();
  const auto sent = Dispatch(packages_, processor_, run->run.id, run->run.version);
  if (!sent) return;  // what was ready in the morning of another run of the demo
  for (const auto& package : sent->packages) on_the_way_.push_back(package.id);
}

PaperDesk::Decided PaperDesk::TakeBack(Shift shift, Leave leave) {
  std::map<std::string, std::vector<Expected>> ready;
  watch_.Begin(shift, expected_.size() * 2);
  for (auto& one : std::exchange(expected_, {}))
    (one.ready_on <= Today() ? ready[one.agency_code] : expected_).push_back(std::move(one));
  Decided decided;
  for (const auto& [agency_code, cases] : ready) {
    TakeBackFrom(agency_code, cases, leave);
    for (const auto& one : cases)
      if (leave == Leave::kDone) decided.emplace_back(one.number, one.id);
  }
  return decided;
}

void PaperDesk::TakeBackFrom(const std::string& agency_code, const std::vector<Expected>& cases,
                             Leave leave) {
  watch_.Pass();
  auto sheet =
      Must(CreatePackage(packages_, processor_,
                         {.direction = Direction::kFromAgency, .agency_code = agency_code}, Key()),
           "package");
  const auto id = sheet.package.id;
  AddInput input;
  for (const auto& one : cases) input.application_ids.push_back(one.id);
  sheet = Must(AddCases(packages_, processor_, id, sheet.package.version, input), "cases");
  for (const auto& one : cases) {
    watch_.Pass();
    sheet =
        Must(PutOutcome(packages_, processor_, id, sheet.package.version, one.id, OutcomeOf(one)),
             "outcome");
  }
  if (leave == Leave::kDone)
    Must(Complete(packages_, processor_, id, sheet.package.version), "completion");
}

CaseOutcome PaperDesk::OutcomeOf(const Expected& one) const {
  Random luck(seed_, "paper" + one.number);
  const bool positive = luck.Chance(88);
  const auto service = packages_.catalog.Find(one.service_code);
  return {
      .kind = positive ? OutcomeKind::kGranted : OutcomeKind::kRefused,
      .registration_number = NumberOf(luck.Between(100, 9999), Today()),
      .decided_on = std::max(Later(Today(), -luck.Between(0, 1)), one.received_on),
      .text = positive ? "Услугу предоставить" : "Сведения заявления не подтверждены документами",
      .papers = {{TitleOf(*service, positive), luck.Between(1, 3)}}};
}

// What the agency gave back is mended by now and goes again: it is added by hand.
PackageSheet PaperDesk::AddGivenBack(PackageSheet begun) {
  AddInput again;
  const auto found =
      Must(ListCandidates(packages_, processor_, begun.package.id, ""), "candidates");
  for (const auto& one : found.cases) again.application_ids.push_back(one.subject.id);
  if (again.application_ids.empty()) return begun;
  return Must(AddCases(packages_, processor_, begun.package.id, begun.package.version, again),
              "cases");
}

void PaperDesk::Pack(Shift shift, Leave leave) {
  const auto agencies = ListAgencies(packages_, processor_, Direction::kToAgency);
  watch_.Begin(shift, agencies.size() * 2);
  for (const auto& agency : agencies) {
    watch_.Pass();
    if (agency.cases == 0 && leave == Leave::kBegun) continue;
    const auto begun =
        CreatePackage(packages_, processor_,
                      {.direction = Direction::kToAgency, .agency_code = agency.code}, Key());
    watch_.Pass();
    if (!begun || leave == Leave::kBegun) continue;
    const auto sheet = AddGivenBack(*begun);
    // One that somebody has left incomplete stays a draft for them.
    [[maybe_unused]] const auto ready =
        MakeReady(packages_, processor_, sheet.package.id, sheet.package.version);
  }
}

Date PaperDesk::Today() const { return LocalDate(watch_.Now(), kMoscow); }

}  // namespace okno::app::demo
