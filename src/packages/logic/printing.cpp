// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <map>

#include "access/contacts.h"
#include "logic/package_file.h"
#include "logic/rules/transitions.h"
#include "logic/run_file.h"
#include "storage/run_store.h"

// What is printed. The data are read in a transaction, the PDF is made after it.
namespace okno::packages {
namespace {

// Who has handed the papers over or taken them.
struct Hand {
  std::optional<access::UserId> id;  // not kept of long ago
  std::string name;                  // "" while nobody has: who prints will
};

// The head of the paper and its first signature.
Json PlaceOf(db::Tx& tx, const access::Principal& principal, const access::BranchId& branch_id,
             const Hand& hand) {
  const auto center = access::FindOrganization(tx, principal.organization_id).value();
  const auto branch = access::FindBranch(tx, branch_id).value();
  const auto who = hand.name.empty() ? Hand{principal.user_id, principal.display_name} : hand;
  return {{"center", {{"name", center.name}}},
          {"branch", {{"name", branch.name}, {"address", branch.address}}},
          {"employee",
           {{"name", who.name}, {"position", who.id ? access::FindPosition(tx, *who.id) : ""}}}};
}

std::string TitleOf(const catalog::Catalog& catalog, const std::string& code) {
  const auto service = catalog.Find(code);
  return service ? service->name : code;
}

// «Паспорт — 1 л.; справка — 2 л.»
std::string PapersOf(const PackedCase& packed) {
  const auto& outcome = packed.outcome.value();
  if (outcome.kind == OutcomeKind::kUnconsidered) {
    const auto set = packed.Shown();
    return fmt::format("дело без решения: документов {}, листов {}", set.documents, set.sheets);
  }
  std::string papers;
  for (const auto& paper : outcome.papers) {
    if (!papers.empty()) papers += "; ";
    papers += fmt::format("{} — {} л.", paper.title, paper.sheets);
  }
  return papers;
}

// «отказ от 25.11.2026 № 17-А: нет права»
std::string DecisionOf(const CaseOutcome& outcome) {
  if (outcome.kind == OutcomeKind::kUnconsidered)
    return "возвращено без рассмотрения: " + outcome.text;
  std::string decision = outcome.kind == OutcomeKind::kGranted ? "положительное" : "отказ";
  if (outcome.decided_on) decision += " от " + FormatDateRu(*outcome.decided_on);
  if (!outcome.registration_number.empty()) decision += " № " + outcome.registration_number;
  if (!outcome.text.empty()) decision += ": " + outcome.text;
  return decision;
}

Json LineOf(const catalog::Catalog& catalog, const PackedCase& packed, std::size_t index) {
  const auto& subject = packed.subject;
  const auto listed = packed.Shown();
  const auto service = catalog.Find(subject.service_code, subject.service_version);
  Json line = {{"index", index},
               {"number", subject.number},
               {"applicant", listed.applicant_name},
               {"service", service ? service->short_name : subject.service_code},
               {"documents", listed.documents},
               {"sheets", listed.sheets},
               {"note", packed.not_taken.empty() ? "" : "не принято: " + packed.not_taken}};
  if (!packed.outcome) return line;
  line["decision"] = DecisionOf(*packed.outcome);
  line["papers"] = PapersOf(packed);
  return line;
}

// What lies in the package of one case: papers of its result, else what the applicant has brought.
struct Amount {
  int documents = 0, sheets = 0;
};
Amount AmountOf(const PackedCase& packed) {
  const auto& outcome = packed.outcome;
  if (!outcome || outcome->kind == OutcomeKind::kUnconsidered)
    return {packed.Shown().documents, packed.Shown().sheets};
  Amount amount{.documents = static_cast<int>(outcome->papers.size())};
  for (const auto& paper : outcome->papers) amount.sheets += paper.sheets;
  return amount;
}

Json TotalsOf(const std::vector<PackedCase>& cases) {
  int documents = 0, sheets = 0;
  for (const auto& packed : cases) {
    const auto amount = AmountOf(packed);
    documents += amount.documents;
    sheets += amount.sheets;
  }
  return {{"cases", cases.size()}, {"documents", documents}, {"sheets", sheets}};
}

// The day the papers change hands: today, until they have.
std::string DayOf(const std::optional<Instant>& changed_hands, const std::string& zone,
                  Instant now) {
  return FormatDate(LocalDate(changed_hands.value_or(now), zone));
}

Json InventoryData(const catalog::Catalog& catalog, const Package& package,
                   const std::vector<PackedCase>& cases, Instant now) {
  Json lines = Json::array();
  for (const auto& packed : cases) lines.push_back(LineOf(catalog, packed, lines.size() + 1));
  const bool to_agency = package.direction == Direction::kToAgency;
  Json data = {
      {"number", package.number},
      {"agency", package.agency_name},
      {"services", Json::array()},
      {"runs", Json::array()},
      {"date", DayOf(to_agency ? package.sent_at : package.ended_at, package.branch_zone, now)},
      {"received_on", package.received_on ? FormatDate(*package.received_on) : ""},
      {"incoming_number", package.incoming_number},
      {"totals", TotalsOf(cases)},
      {"qr", package.number}};
  data[to_agency ? "to_agency" : "from_agency"] = true;
  data["cases"] = std::move(lines);
  // Rows of the template that are there once or not at all.
  if (!package.service_code.empty())
    data["services"].push_back({{"service", TitleOf(catalog, package.service_code)}});
  if (package.run) data["runs"].push_back({{"run", package.run->number}});
  return data;
}

struct Stop {
  std::string agency, packages;
  int package_count = 0, cases = 0;
};
// What goes to one agency is one line, in the order of its first package.
std::vector<Stop> StopsOf(const std::vector<Package>& packages) {
  std::vector<Stop> stops;
  std::map<std::string, std::size_t> places;
  for (auto package = packages.rbegin(); package != packages.rend(); ++package) {
    const auto [place, fresh] = places.emplace(package->agency_code, stops.size());
    if (fresh) stops.push_back({.agency = package->agency_name});
    auto& stop = stops[place->second];
    stop.packages += (stop.packages.empty() ? "" : ", ") + package->number;
    stop.package_count += 1;
    stop.cases += package->cases;
  }
  return stops;
}

Json RouteData(const RunSheet& sheet, Instant now) {
  const auto& run = sheet.run;
  Json stops = Json::array();
  for (const auto& stop : StopsOf(sheet.packages)) {
    stops.push_back({{"index", stops.size() + 1},
                     {"agency", stop.agency},
                     {"numbers", stop.packages},
                     {"packages", stop.package_count},
                     {"cases", stop.cases}});
  }
  return {{"number", run.number},
          {"courier", run.courier},
          {"date", DayOf(run.sent_at, run.branch_zone, now)},
          {"stops", std::move(stops)},
          {"totals", {{"packages", run.packages}, {"cases", run.cases}}},
          {"qr", run.number}};
}

applications::Paper PaperOf(const Services& services, const char* template_name, const Json& data,
                            const std::string& name) {
  return {printing::Render(*services.templates.Get(template_name), data), name + ".pdf"};
}

}  // namespace

Result<applications::Paper> PrintInventory(const Services& services,
                                           const access::Principal& principal,
                                           const PackageId& id) {
  const auto data = services.db.Transact(principal.scope(), [&](db::Tx& tx) -> Result<Json> {
    const auto package = Load(tx, principal, id);
    if (!package) return package.refusal();
    if (auto judged = rules::Judge(Action::kPrint, *package); !judged) return judged.refusal();
    std::optional<CourierRun> run;
    if (package->run) run = storage::FindRun(tx, package->organization_id, package->run->id);
    Hand hand;
    if (package->state == State::kDone) hand = {package->ended_by, package->ended_by_name};
    if (run) hand = {run->sent_by, run->sent_by_name};
    auto place = PlaceOf(tx, principal, package->branch_id, hand);
    place.update(InventoryData(services.catalog, *package, CasesOf(tx, services, *package),
                               services.clock.Now()));
    if (run) place["courier"] = run->courier;
    return place;
  });
  if (!data) return data.refusal();
  return PaperOf(services, "inventory", *data, "Опись " + (*data)["number"].get<std::string>());
}

Result<applications::Paper> PrintRouteSheet(const Services& services,
                                            const access::Principal& principal, const RunId& id) {
  const auto data = services.db.Transact(principal.scope(), [&](db::Tx& tx) -> Result<Json> {
    const auto run = LoadRun(tx, principal, id);
    if (!run) return run.refusal();
    if (auto judged = rules::Judge(RunAction::kPrint, *run); !judged) return judged.refusal();
    auto place = PlaceOf(tx, principal, run->branch_id, {run->sent_by, run->sent_by_name});
    place.update(RouteData(SheetOf(tx, *run), services.clock.Now()));
    return place;
  });
  if (!data) return data.refusal();
  return PaperOf(services, "route_sheet", *data,
                 "Маршрутный лист " + (*data)["number"].get<std::string>());
}

}  // namespace okno::packages
