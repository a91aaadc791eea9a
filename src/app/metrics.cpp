// SPDX-License-Identifier: Apache-2.0
#include "metrics.h"

#include <unistd.h>

#include <cmath>
#include <fstream>
#include <map>
#include <string>

#include "access/signing_keys.h"
#include "exchange/worker.h"
#include "house.h"

namespace okno::app {
namespace {

double ResidentBytes() {
  std::ifstream file("/proc/self/statm");
  double total = 0, resident = 0;
  file >> total >> resident;
  return resident * static_cast<double>(sysconf(_SC_PAGESIZE));
}

struct Depth {
  double waiting = std::nan(""), parked = std::nan(""), oldest_seconds = std::nan("");
};

Depth ReadDepth(jobs::Runner& runner) {
  try {
    const auto depth = runner.depth();
    return {static_cast<double>(depth.waiting), static_cast<double>(depth.parked),
            depth.oldest_seconds};
  } catch (const db::Error&) {
    return {};  // metrics must be readable above all when the database is not there
  }
}

struct Keys {
  double ending = std::nan(""), ended = std::nan(""), nearest_days = std::nan("");
};

Keys ReadKeys(House& house) {
  try {
    const auto outlook = access::OutlookOfKeys({house.db, house.clock}, std::chrono::days(30));
    Keys keys{static_cast<double>(outlook.ending), static_cast<double>(outlook.ended)};
    if (outlook.nearest_end) {
      const std::chrono::duration<double> left = *outlook.nearest_end - house.clock.Now();
      keys.nearest_days = left.count() / (24 * 60 * 60);
    }
    return keys;
  } catch (const db::Error&) {
    return {};
  }
}

void SetGauge(http::Metrics& metrics, const char* name, double value) {
  metrics.Gauge(name, [value] { return value; });
}

}  // namespace

void ObserveDatabase(db::Pool& db, http::Metrics& metrics) {
  db.SetObserver([&metrics](std::string_view query, std::chrono::microseconds duration) {
    // Told of every statement, so what it is told with is made once a thread.
    static const std::string name = "okno_db_query_seconds";
    thread_local std::map<std::string, std::string> labels{{"query", {}}};
    labels.begin()->second = query;
    metrics.Observe(name, std::chrono::duration<double>(duration).count(), labels);
  });
}

std::string MetricsText(House& house) {
  // Read before the text is made: gauges are read under the metrics' lock, which a query needs for
  // its own duration.
  const Depth depth = ReadDepth(house.runner);
  const Keys keys = ReadKeys(house);
  const auto lists = exchange::OutlookOfRevocations(house.folders.data);
  SetGauge(house.metrics, "okno_signing_keys_ending", keys.ending);
  SetGauge(house.metrics, "okno_signing_keys_ended", keys.ended);
  SetGauge(house.metrics, "okno_signing_key_nearest_end_days", keys.nearest_days);
  SetGauge(house.metrics, "okno_revocation_lists_kept", lists.kept);
  SetGauge(house.metrics, "okno_revocation_lists_unread", lists.unread);
  SetGauge(house.metrics, "okno_jobs_waiting", depth.waiting);
  SetGauge(house.metrics, "okno_jobs_parked", depth.parked);
  SetGauge(house.metrics, "okno_jobs_oldest_seconds", depth.oldest_seconds);
  SetGauge(house.metrics, "okno_db_connections", house.db.in_use());
  SetGauge(house.metrics, "okno_event_streams", house.hub.streams());
  SetGauge(house.metrics, "process_resident_memory_bytes", ResidentBytes());
  return house.metrics.Text();
}

}  // namespace okno::app
