// SPDX-License-Identifier: Apache-2.0
#include "world.h"

#include <signal.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
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

std::string ReadLine(int file) {
  std::string line;
  for (char byte = 0; read(file, &byte, 1) == 1 && byte != '\n';) line += byte;
  return line;
}

int NumberAfter(const std::string& text, const std::string& mark) {
  const auto at = text.rfind(mark);
  return at == std::string::npos ? 0 : std::atoi(text.c_str() + at + mark.size());
}

}  // namespace

ServerProcess::ServerProcess(const std::string& data_folder) {
  const auto program = fs::read_symlink("/proc/self/exe").parent_path() / "okno";
  int ends[2];
  if (pipe(ends) != 0) throw std::runtime_error("bench: pipe");
  pid_ = fork();
  if (pid_ == 0) {
    dup2(ends[1], STDOUT_FILENO);
    close(ends[0]);
    close(ends[1]);
    setenv("OKNO_DATA", data_folder.c_str(), 1);
    setenv("OKNO_PORT", "0", 1);
    setenv("OKNO_LOG_LEVEL", "error", 1);
    execl(program.c_str(), "okno", "serve", nullptr);
    _exit(127);
  }
  close(ends[1]);
  const auto said = ReadLine(ends[0]);  // «okno: ready on http://127.0.0.1:41235 in 321 ms»
  close(ends[0]);
  port_ = NumberAfter(said, ":");
  ready_ms_ = NumberAfter(said, " in ");
  if (port_ == 0) throw std::runtime_error("bench: okno serve did not start: " + said);
}

ServerProcess::~ServerProcess() {
  kill(pid_, SIGTERM);
  waitpid(pid_, nullptr, 0);
}

double ServerProcess::resident_megabytes() const {
  std::ifstream status("/proc/" + std::to_string(pid_) + "/status");
  for (std::string line; std::getline(status, line);) {
    if (line.starts_with("VmRSS:")) return std::atof(line.c_str() + 6) / 1024;
  }
  return 0;
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
