// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "access/directory.h"
#include "bus_messages.h"
#include "demo/must.h"
#include "demo/region.h"
#include "exchange/exchange.h"
#include "message_types/content.h"
#include "stopwatch.h"
#include "suites.h"
#include "testbed/control.h"
#include "waiting.h"

namespace okno::bench {
namespace {

using app::demo::Must;

constexpr int kAtOnce = 500;
constexpr double kLongestOutage = 3 * 3600;  // seconds
constexpr char kSilent[] = "SILENT01";       // gets the messages and never asks for them

constexpr db::Query kWaiting{"bench.waiting", R"(
  SELECT count(*) AS waiting, count(*) FILTER (WHERE is_held OR tries > 0) AS told
  FROM exchange.messages WHERE outgoing AND state = 'waiting')"};

struct Queue {
  long long waiting = 0, told = 0;
};

class Outage {
 public:
  explicit Outage(World& world) : world_(world), house_(world.house()) {
    const Bus bus(world.folder());
    port_ = bus.port();
    app::demo::JoinExchange(house_, bus.base());
    // The neighbours' way to the agencies is not measured here: nobody collects these messages.
    const auto certificate = house_.db.Transact(db::Scope::System(), [](db::Tx& tx) {
      return exchange::ListConnections(tx).front().bus_certificate_pem;
    });
    testbed::control::RegisterParticipant(bus.base(), kSilent, "Никто", certificate);
    for (const auto& type : message_types::LoadMessageTypes(house_.folders.content)) {
      if (type.namespace_uri == kType)
        testbed::control::RegisterMessageType(bus.base(), type, {{"msz", kSilent}});
    }
  }

  // Messages of the last day, queued by the use case.
  void QueueMessages(int count) {
    const auto center = house_.db.Transact(db::Scope::System(), [](db::Tx& tx) {
      return access::FindOrganizationByCode(tx, "center").value().id;
    });
    const Instant now = house_.clock.Now(), since = now - std::chrono::hours(24);
    for (int done = 0; done < count;) {
      house_.db.Transact(db::Scope::Organization(center), [&, done](db::Tx& tx) {
        for (int i = done; i < std::min(count, done + kAtOnce); ++i)
          Must(exchange::QueueRequest(tx, center, {"bench", Uuid::NewV7()}, {RequestXml(i)},
                                      since + (now - since) * i / count),
               "request");
      });
      done += kAtOnce;
    }
  }

  // Until the server has seen that the bus is away, and told so of each message.
  void AwaitHeld(int count) {
    Await("the messages to be held", kLongestOutage, std::chrono::milliseconds(500), [&] {
      Look();
      return State().told >= count;
    });
  }

  // Seconds until nothing waits any more.
  double Drain() {
    const Bus bus(world_.folder(), port_);
    const double since = WallNow();
    Await("the queue to drain", kLongestOutage, std::chrono::milliseconds(500), [&] {
      Look();
      bus_peak_ = std::max(bus_peak_, bus.resident_megabytes());
      return State().waiting == 0;
    });
    return WallNow() - since;
  }

  double server_peak() const { return server_peak_; }
  double bus_peak() const { return bus_peak_; }

 private:
  static constexpr char kType[] = "urn://x-artefacts-okno/center-application/1.0.0";

  void Look() { server_peak_ = std::max(server_peak_, world_.server().resident_megabytes()); }

  Queue State() {
    return house_.db.Transact(db::Scope::System(), [](db::Tx& tx) {
      const auto rows = tx.Run(kWaiting);
      return Queue{rows.front()["waiting"].As<long long>(), rows.front()["told"].As<long long>()};
    });
  }

  World& world_;
  app::House& house_;
  int port_ = 0;
  double server_peak_ = 0, bus_peak_ = 0;
};

}  // namespace

void MeasureOutage(World& world, const Sizes& sizes, Table& table) {
  Outage outage(world);
  const double empty = world.server().resident_megabytes();
  world.EndServer();
  outage.QueueMessages(sizes.undelivered);
  world.server();
  outage.AwaitHeld(sizes.undelivered);
  const double full = world.server().resident_megabytes();
  const double seconds = outage.Drain();
  table.Add({.what = fmt::format("{} messages that waited for the bus go out", sizes.undelivered),
             .figure = fmt::format("{:.0f} s, {:.0f}/s", seconds, sizes.undelivered / seconds)});
  table.Add(
      {.what = fmt::format("resident memory of `okno serve` with {} messages waiting",
                           sizes.undelivered),
       .figure = fmt::format("{:.0f} MB, {:.0f} MB at most while they go out, {:.0f} MB after",
                             full, outage.server_peak(), world.server().resident_megabytes()),
       .floor = fmt::format("{:.0f} MB with none", empty),
       .ratio = fmt::format("{:.2f}×", outage.server_peak() / empty),
       .promise = "flat"});
  world.EndServer();
}

}  // namespace okno::bench
