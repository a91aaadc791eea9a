// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <atomic>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>
#include <span>
#include <thread>

#include "caller.h"
#include "cpu_time.h"
#include "drafts.h"
#include "stopwatch.h"
#include "suites.h"

namespace okno::bench {
namespace {

namespace fs = std::filesystem;

constexpr int kClients[] = {8, 32};
constexpr int kPacedClients = 16, kPacedRate = 200;
constexpr char kPgbench[] = "/usr/lib/postgresql/15/bin/pgbench";

constexpr db::Query kNumberDrafts{"bench.number_drafts", R"(
  CREATE TABLE bench_drafts AS
  SELECT (row_number() OVER (ORDER BY serial, login) - 1)::int AS n, id, organization_id, branch_id, operator_id, version, code
  FROM (SELECT a.*, u.login, b.code, row_number() OVER (PARTITION BY u.login ORDER BY a.id) AS serial
        FROM (SELECT id, organization_id, branch_id, operator_id, version FROM applications.applications
              WHERE status = 'draft') a
        JOIN access.users u ON u.id = a.operator_id JOIN access.branches b ON b.id = a.branch_id) d)"};
constexpr db::Query kIndexDrafts{"bench.index_drafts", "CREATE UNIQUE INDEX ON bench_drafts (n)"};
constexpr db::Query kAnalyze{"bench.analyze_all", "ANALYZE"};

std::string TextOf(const std::string& path) {
  std::ifstream file(path);
  return {std::istreambuf_iterator<char>(file), {}};
}

// What one run of one side gave.
struct Run {
  double rate = 0;                       // filings a second
  std::vector<double> latencies;         // milliseconds
  double postgres_ms = 0, other_ms = 0;  // CPU time of a filing: PostgreSQL, and `okno` or pgbench
};

class Filing {
 public:
  Filing(World& world, std::vector<Draft> drafts)
      : world_(world),
        port_(world.server().port()),
        postgres_(world.folder()),
        drafts_(std::move(drafts)) {
    for (const auto* clerk : {"ivanova", "petrov", "sidorova"})
      sessions_[clerk] = SignIn(port_, clerk);
  }

  // The next `count` drafts through the API.
  Run Ours(int clients, int count) {
    const auto mine = Next(count);
    const double since = WallNow(), postgres = postgres_.Seconds(), okno = OknoCpu();
    auto latencies = InParallel(clients, mine, [&](Caller& caller, std::size_t at) {
      const double sent = WallNow();
      File(caller, mine[at]);
      return (WallNow() - sent) * 1000;
    });
    return {.rate = count / (WallNow() - since),
            .latencies = std::move(latencies),
            .postgres_ms = (postgres_.Seconds() - postgres) * 1000 / count,
            .other_ms = (OknoCpu() - okno) * 1000 / count};
  }

  // The next `count` drafts through the API, `rate` a second whether or not the earlier ones are
  // answered; a latency counts from the moment its filing was due.
  std::vector<double> Paced(int rate, int count) {
    const auto mine = Next(count);
    const double since = WallNow();
    return InParallel(kPacedClients, mine, [&](Caller& caller, std::size_t at) {
      const double due = since + static_cast<double>(at) / rate;
      std::this_thread::sleep_for(std::chrono::duration<double>(due - WallNow()));
      File(caller, mine[at]);
      return (WallNow() - due) * 1000;
    });
  }

  // The next `count` drafts by pgbench.
  Run Floor(int clients, int count) {
    const auto log = fs::path(world_.folder()) / "pgbench";
    const auto output = log.string() + ".txt";
    const int each = count / clients;
    const auto command = fmt::format(
        "{} -n -M prepared -c {} -j 2 -t {} -D clients={} -D step=0 -D first={} -l --log-prefix={} "
        "-f "
        "{}/filing.pgbench.sql '{}' >{} 2>&1",
        kPgbench, clients, each, clients, next_, log.string(), OKNO_BENCH_FOLDER,
        world_.house().database.dsn, output);
    Next(count);
    const double postgres = postgres_.Seconds(), pgbench = CpuOfEndedChildren();
    if (std::system(command.c_str()) != 0)
      throw std::runtime_error("bench: pgbench failed: " + TextOf(output));
    return {.rate = RateIn(output),
            .latencies = LatenciesIn(log),
            .postgres_ms = (postgres_.Seconds() - postgres) * 1000 / count,
            .other_ms = (CpuOfEndedChildren() - pgbench) * 1000 / count};
  }

 private:
  std::span<const Draft> Next(int count) {
    const std::span<const Draft> next(drafts_.data() + next_, static_cast<std::size_t>(count));
    next_ += next.size();
    return next;
  }

  // What `file(caller, index)` gave for each draft, the clients taking the next one in turn.
  template <typename F>
  std::vector<double> InParallel(int clients, std::span<const Draft> drafts, F file) const {
    std::vector<double> given(drafts.size());
    std::atomic<std::size_t> taken = 0;
    std::vector<std::jthread> threads;
    for (int i = 0; i < clients; ++i)
      threads.emplace_back([&] {
        Caller caller(port_);
        for (auto at = taken++; at < drafts.size(); at = taken++) given[at] = file(caller, at);
      });
    threads.clear();  // joins
    return given;
  }

  void File(Caller& caller, const Draft& draft) const {
    const auto answer =
        caller.Send("POST", "/api/v1/applications/" + draft.id + "/filing",
                    fmt::format("{}Idempotency-Key: {}\r\nIf-Match: \"{}\"\r\n",
                                sessions_.at(draft.clerk), draft.id, draft.version));
    if (answer.status != 200) throw std::runtime_error("bench: filing refused: " + answer.body);
  }

  // «tps = 812.345678 (without initial connection time)»
  static double RateIn(const std::string& output) {
    std::ifstream file(output);
    for (std::string line; std::getline(file, line);) {
      if (line.starts_with("tps = ")) return std::atof(line.c_str() + 6);
    }
    throw std::runtime_error("bench: pgbench told no rate");
  }

  // Third column of the transaction logs: microseconds.
  static std::vector<double> LatenciesIn(const fs::path& log) {
    std::vector<double> latencies;
    for (const auto& entry : fs::directory_iterator(log.parent_path())) {
      const auto name = entry.path().filename().string();
      if (!name.starts_with("pgbench.") || name == "pgbench.txt") continue;
      std::ifstream file(entry.path());
      long client = 0, serial = 0, microseconds = 0;
      std::string rest;
      while (file >> client >> serial >> microseconds && std::getline(file, rest))
        latencies.push_back(static_cast<double>(microseconds) / 1000);
      file.close();
      fs::remove(entry.path());
    }
    return latencies;
  }

  double OknoCpu() const { return CpuOfProcess(world_.server().pid()); }

  World& world_;
  int port_;
  PostgresCpu postgres_;
  std::vector<Draft> drafts_;
  std::size_t next_ = 0;
  std::map<std::string, std::string> sessions_;
};

std::string Latency(const std::vector<double>& values) {
  return fmt::format("p50 {:.1f} ms, p99 {:.1f} ms", Percentile(values, 0.5),
                     Percentile(values, 0.99));
}

void Append(std::vector<double>& all, const std::vector<double>& more) {
  all.insert(all.end(), more.begin(), more.end());
}

double MedianOf(const std::vector<Run>& runs, double Run::*figure) {
  std::vector<double> values;
  for (const auto& run : runs) values.push_back(run.*figure);
  return Median(std::move(values));
}

// The same filings in CPU time, which others on the machine do not change as they change rates.
Line CpuLine(int clients, const std::vector<Run>& ours, const std::vector<Run>& floor) {
  const auto cost = [](const std::vector<Run>& runs, std::string_view who) {
    return fmt::format("{:.2f} ms PostgreSQL, {:.2f} ms {}", MedianOf(runs, &Run::postgres_ms),
                       MedianOf(runs, &Run::other_ms), who);
  };
  return {.what = fmt::format("CPU time of a filing, {} clients", clients),
          .figure = cost(ours, "`okno`"),
          .floor = cost(floor, "pgbench")};
}

void MeasureClients(Filing& filing, const Sizes& sizes, int clients, Table& table) {
  const int count = sizes.filings / clients * clients;
  std::vector<Run> ours, floor;
  std::vector<double> ratios, our_latencies, floor_latencies;
  for (int i = 0; i < sizes.repetitions; ++i) {
    ours.push_back(filing.Ours(clients, count));
    floor.push_back(filing.Floor(clients, count));
    ratios.push_back(ours.back().rate / floor.back().rate);
    Append(our_latencies, ours.back().latencies);
    Append(floor_latencies, floor.back().latencies);
  }
  table.Add(
      {.what = fmt::format("filing through the API, {} clients", clients),
       .figure = fmt::format("{:.0f}/s, {}", MedianOf(ours, &Run::rate), Latency(our_latencies)),
       .floor = fmt::format("pgbench {:.0f}/s, {}", MedianOf(floor, &Run::rate),
                            Latency(floor_latencies)),
       .ratio = fmt::format("{:.0f} %", 100 * Median(ratios)),
       .promise = "at least 70 %"});
  table.Add(CpuLine(clients, ours, floor));
}

void MeasurePaced(Filing& filing, const Sizes& sizes, Table& table) {
  const auto latencies = filing.Paced(kPacedRate, sizes.paced_filings);
  table.Add({.what = fmt::format("filing through the API, {} a second", kPacedRate),
             .figure = fmt::format("p50 {:.1f} ms, p95 {:.1f} ms, p99 {:.1f} ms",
                                   Percentile(latencies, 0.5), Percentile(latencies, 0.95),
                                   Percentile(latencies, 0.99)),
             .promise = "p95 under 50 ms"});
}

}  // namespace

void MeasureFiling(World& world, const Sizes& sizes, Table& table) {
  int needed = sizes.paced_filings;
  for (const int clients : kClients)
    needed += 2 * sizes.repetitions * (sizes.filings / clients * clients);
  auto drafts = MakeDrafts(world, needed);
  world.house().db.Transact(db::Scope::System(), [](db::Tx& tx) {
    tx.Run(kNumberDrafts);
    tx.Run(kIndexDrafts);
    tx.Run(kAnalyze);
  });
  Filing filing(world, std::move(drafts));
  for (const int clients : kClients) MeasureClients(filing, sizes, clients, table);
  MeasurePaced(filing, sizes, table);
}

}  // namespace okno::bench
