// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "db/pool.h"
#include "http/metrics.h"

namespace okno::app {

struct House;

// okno_db_query_seconds{query}.
void ObserveDatabase(db::Pool& db, http::Metrics& metrics);

// All metrics of the process in Prometheus' text form: requests, queries, and as gauges
// okno_jobs_waiting, okno_jobs_parked, okno_jobs_oldest_seconds (NaN while the database is away),
// okno_db_connections, okno_event_streams, process_resident_memory_bytes. Of people's signing keys
// okno_signing_keys_ending (within 30 days), okno_signing_keys_ended,
// okno_signing_key_nearest_end_days (NaN when there is none).
std::string MetricsText(House& house);

}  // namespace okno::app
