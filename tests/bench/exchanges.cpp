// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <future>

#include "access/directory.h"
#include "bus_messages.h"
#include "crypto/gost.h"
#include "demo/must.h"
#include "demo/region.h"
#include "exchange/exchange.h"
#include "exchange/worker.h"
#include "stopwatch.h"
#include "suites.h"
#include "waiting.h"

namespace okno::bench {
namespace {

using app::demo::Must;

constexpr int kThreads = 4;               // as worker.threads of the product
constexpr int kFloorThreads = 2;          // as many as a bench machine has processors
constexpr double kLongestExchange = 600;  // seconds
constexpr double kPacedShare = 0.25;      // of what went when all came at once

constexpr db::Query kAcknowledged{
    "bench.acknowledged",
    "SELECT count(*) AS n FROM exchange.envelopes WHERE call = 'Ack' AND outgoing"};
constexpr db::Query kLatencies{"bench.exchange_latencies", R"(
  SELECT extract(epoch FROM answer.created_at - request.created_at) * 1000 AS ms
  FROM exchange.messages answer JOIN exchange.messages request ON request.id = answer.request_id
  WHERE NOT answer.outgoing AND request.subject_kind = $1)"};
constexpr db::Query kScratch{
    "bench.scratch",
    "CREATE TABLE IF NOT EXISTS bench_commits (id uuid PRIMARY KEY, xml text NOT NULL)"};
constexpr db::Query kCommit{"bench.commit",
                            "INSERT INTO bench_commits VALUES (gen_random_uuid(), $1)"};

// Both sides, with the product's worker; the agency answers at once.
class Exchanges {
 public:
  explicit Exchanges(World& world)
      : house_(world.house()),
        db_({.dsn = house_.database.dsn, .size = 2 * kThreads}),
        runner_(db_, house_.clock),
        worker_(db_, *house_.files, house_.clock, runner_,
                {.poll_tick = std::chrono::seconds(1), .data_folder = house_.folders.data}) {
    runner_.Subscribe(
        "exchange.request_received", "bench", [this](db::Tx& tx, const jobs::Job& job) {
          const auto id =
              exchange::MessageId::Parse(job.payload.at("message_id").get<std::string>());
          Must(exchange::QueueResponse(tx, id.value(), {ResponseXml()}, house_.clock.Now()),
               "answer");
        });
    runner_.Start(house_.database.dsn, kThreads);
    center_ = db_.Transact(db::Scope::System(), [](db::Tx& tx) {
      return access::FindOrganizationByCode(tx, "center").value().id;
    });
  }
  ~Exchanges() { runner_.Stop(); }

  // Exchanges a second from the first request queued to the last answer acknowledged.
  double AllAtOnce(int count) {
    const auto target = Acknowledged() + 2 * count;
    const double since = WallNow();
    for (int i = 0; i < count; ++i) Ask("all", i);
    Await("the answers", kLongestExchange, std::chrono::milliseconds(20),
          [&] { return Acknowledged() >= target; });
    return count / (WallNow() - since);
  }

  void Paced(int count, double rate) {
    const auto target = Acknowledged() + 2 * count;
    const double since = WallNow();
    for (int i = 0; i < count; ++i) {
      Await("its turn", kLongestExchange, std::chrono::milliseconds(1),
            [&] { return WallNow() >= since + i / rate; });
      Ask("paced", i);
    }
    Await("the answers", kLongestExchange, std::chrono::milliseconds(20),
          [&] { return Acknowledged() >= target; });
  }

  std::vector<double> Latencies(const std::string& kind) {
    return db_.Transact(db::Scope::System(), [&](db::Tx& tx) {
      std::vector<double> latencies;
      for (const auto& row : tx.Run(kLatencies, kind)) latencies.push_back(row["ms"].As<double>());
      return latencies;
    });
  }

 private:
  void Ask(const std::string& kind, int number) {
    db_.Transact(db::Scope::Organization(center_), [&](db::Tx& tx) {
      Must(exchange::QueueRequest(tx, center_, {kind, Uuid::NewV7()}, {RequestXml(number)},
                                  house_.clock.Now()),
           "request");
    });
  }
  long long Acknowledged() {
    return db_.Transact(db::Scope::System(), [](db::Tx& tx) {
      return tx.Run(kAcknowledged).front()["n"].As<long long>();
    });
  }

  app::House& house_;
  db::Pool db_;
  jobs::Runner runner_;
  exchange::Worker worker_;
  access::OrganizationId center_;
};

// What one exchange can not do without, on the same machine and cluster. Each of its two ways (the
// request, the answer) is a sending and its receipt, a poll and what it brought, an
// acknowledgement: five signatures, six checks (the polled message has the sender's and the bus's),
// of which two and three are over the message itself; and six commits: queued, taken by the bus,
// known as sent, handed out, stored, acknowledged.
class Floor {
 public:
  explicit Floor(World& world)
      : db_(world.house().db), request_(RequestXml(0)), response_(ResponseXml()) {
    crypto::LoadGost();
    const Instant now = world.house().clock.Now();
    const auto root = crypto::MakeRoot({.common_name = "bench",
                                        .not_before = now - std::chrono::hours(1),
                                        .not_after = now + std::chrono::hours(24)});
    signer_ = crypto::LoadPemSigner(root.key_pem, root.certificate_pem).value();
    digest_ = crypto::GostDigest(kAlgorithm, request_);
    value_ = signer_->SignDigest(digest_);
    db_.Transact(db::Scope::System(), [](db::Tx& tx) { tx.Run(kScratch); });
  }

  double Rate(int count) {
    const double since = WallNow();
    std::vector<std::future<void>> threads;
    for (int i = 0; i < kFloorThreads; ++i)
      threads.push_back(std::async(std::launch::async, [&] {
        for (int done = 0; done < count / kFloorThreads; ++done) {
          Way(request_);
          Way(response_);
        }
      }));
    for (auto& thread : threads) thread.get();
    return count / kFloorThreads * kFloorThreads / (WallNow() - since);
  }

 private:
  static constexpr auto kAlgorithm = crypto::GostAlgorithm::kGost2012_256;
  static constexpr int kSignatures = 5, kChecks = 6, kDigests = 5, kCommits = 6;

  void Way(const std::string& message) {
    for (int i = 0; i < kDigests; ++i) crypto::GostDigest(kAlgorithm, message);
    for (int i = 0; i < kSignatures; ++i) signer_->SignDigest(digest_);
    for (int i = 0; i < kChecks; ++i) {
      if (!signer_->certificate().Verify(digest_, value_))
        throw std::runtime_error("bench: the bare signature is wrong");
    }
    for (int i = 0; i < kCommits; ++i)
      db_.Transact(db::Scope::System(), [&](db::Tx& tx) { tx.Queue(kCommit, message); });
  }

  db::Pool& db_;
  std::string request_, response_;
  std::shared_ptr<const crypto::Signer> signer_;
  std::string digest_, value_;
};

std::string LatencyInSeconds(const std::vector<double>& values) {
  return fmt::format("p50 {:.1f} s, p99 {:.1f} s", Percentile(values, 0.5) / 1000,
                     Percentile(values, 0.99) / 1000);
}

}  // namespace

void MeasureExchanges(World& world, const Sizes& sizes, Table& table) {
  const Bus bus(world.folder());
  app::demo::JoinExchange(world.house(), bus.base());
  Floor bare(world);
  Exchanges exchanges(world);
  const double before = bare.Rate(sizes.exchanges);
  const double rate = exchanges.AllAtOnce(sizes.exchanges);
  const double floor = (before + bare.Rate(sizes.exchanges)) / 2;  // the machine's mood may change
  exchanges.Paced(sizes.paced_exchanges, rate * kPacedShare);
  table.Add(
      {.what = fmt::format("full exchange with an answer, {} at once", sizes.exchanges),
       .figure = fmt::format("{:.0f}/s, {}", rate, LatencyInSeconds(exchanges.Latencies("all"))),
       .floor = fmt::format("signatures and commits {:.0f}/s", floor),
       .ratio = fmt::format("{:.0f} %", 100 * rate / floor)});
  table.Add(
      {.what = fmt::format("full exchange with an answer, {:.0f} a second", rate * kPacedShare),
       .figure = LatencyInSeconds(exchanges.Latencies("paced"))});
}

}  // namespace okno::bench
