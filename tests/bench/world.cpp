// SPDX-License-Identifier: Apache-2.0
#include "world.h"

#include <stdlib.h>
#include <sys/stat.h>

#include <filesystem>
#include <stdexcept>

#include "access/directory.h"
#include "demo/must.h"
#include "demo/people.h"
#include "demo/region.h"
#include "logic/rules/search_query.h"
#include "storage/applicant_store.h"

namespace okno::bench {
namespace {

namespace fs = std::filesystem;

constexpr int kCardsAtOnce = 1000;
constexpr char kOwner[] = "ivanova";

std::string MakeFolder() {
  std::string pattern = (fs::temp_directory_path() / "okno-bench-XXXXXX").string();
  if (mkdtemp(pattern.data()) == nullptr) throw std::runtime_error("bench: mkdtemp");
  chmod(pattern.c_str(), 0755);  // PostgreSQL runs as another user when we are root
  return pattern;
}

}  // namespace

// It says «okno: рабочее место открыто, http://127.0.0.1:41235 (запуск 321 мс)».
ServerProcess::ServerProcess(const std::string& data_folder)
    : process_({"serve"}, {{"OKNO_DATA", data_folder}, {"OKNO_PORT", "0"}}),
      port_(NumberAfter(process_.said(), ":")),
      ready_ms_(NumberAfter(process_.said(), "(запуск ")) {
  if (port_ == 0) throw std::runtime_error("bench: okno serve did not start: " + process_.said());
}

World::World(int cards)
    : folder_(MakeFolder()),
      config_(config::Config::Load("", {{"OKNO_DATA", folder_}})),
      house_(std::make_unique<app::House>(config_)) {
  app::demo::MakeRegion(*house_);
  MakeCards(cards);
}

World::~World() {
  server_.reset();
  house_.reset();
  fs::remove_all(folder_);
}

ServerProcess& World::server() {
  if (!server_) server_ = std::make_unique<ServerProcess>(folder_);
  return *server_;
}

void World::EndHouse() {
  EndServer();
  house_.reset();
}

// Many cards in one transaction: the cards are what is looked through, not what is measured.
void World::MakeCards(int count) {
  const auto owner = access::GetPrincipal(house_->db, kOwner);
  const Instant now = house_->clock.Now();
  const Date today = LocalDate(now, "Europe/Moscow");
  app::demo::Random random(2026, "bench");
  std::set<std::string> numbers;
  while (static_cast<int>(cards_.size()) < count) {
    house_->db.Transact(owner.scope(), [&](db::Tx& tx) {
      for (int i = 0; i < kCardsAtOnce && static_cast<int>(cards_.size()) < count; ++i) {
        auto card = app::demo::Must(
            applicants::ParseApplicant(app::demo::MakePerson(random, today), today), "card");
        if (!numbers.insert(card.snils).second) continue;
        card.id = applicants::ApplicantId::New();
        card.organization_id = owner.organization_id;
        card.created_at = card.updated_at = now;
        applicants::storage::Insert(tx, card, applicants::rules::SearchKeys(card));
        cards_.push_back(std::make_shared<const applicants::Applicant>(std::move(card)));
      }
    });
  }
  constexpr db::Query kAnalyze{"bench.analyze", "ANALYZE applicants.applicants"};
  house_->db.Transact(db::Scope::System(), [&](db::Tx& tx) { tx.Run(kAnalyze); });
}

}  // namespace okno::bench
