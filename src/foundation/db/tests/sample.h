// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "db/pool.h"
#include "db/testing.h"

// A small schema the tests of this room share: notes of organizations under row-level security.
namespace okno::db::sample {

inline constexpr Migration kSteps[] = {{"sample", "0001_create", R"(
-- SPDX-License-Identifier: Apache-2.0
CREATE TABLE notes (
  id              bigint PRIMARY KEY,
  organization_id text   NOT NULL,
  body            text   NOT NULL CONSTRAINT notes_body_filled CHECK (body <> '')
);
ALTER TABLE notes ENABLE ROW LEVEL SECURITY;
ALTER TABLE notes FORCE ROW LEVEL SECURITY;
CREATE POLICY own ON notes USING (
  current_setting('okno.organization_id', true) IN ('system', organization_id));
)"}};
inline constexpr std::span<const Migration> kRoom = kSteps;
inline constexpr std::span<const std::span<const Migration>> kRooms{&kRoom, 1};

struct OrganizationTag;
inline const Query kInsert{
    "sample.insert",
    "-- SPDX-License-Identifier: Apache-2.0\nINSERT INTO notes VALUES ($1, $2, $3);\n\n"};
inline const Query kCount{"sample.count", "SELECT count(*) AS notes FROM notes;"};
inline const Query kUpdateAll{"sample.update_all", "UPDATE notes SET body = $1"};
inline const Query kEcho{"sample.echo",
                         "SELECT $1::text AS value, length($1) AS length, NULL::int AS nothing"};
inline const Query kSeries{"sample.series", "SELECT n FROM generate_series(1, $1::int) AS n;"};
inline const Query kDivide{"sample.divide", "SELECT 1 / $1::int AS result;"};
inline const Query kCast{"sample.cast", "SELECT $1::text::int AS number;"};
inline const Query kMissing{"sample.missing", "SELECT * FROM no_such_table;"};
inline const Query kFind{"sample.find", "SELECT body FROM notes WHERE id = $1;"};
inline const Query kSetBody{"sample.set_body", "UPDATE notes SET body = $2 WHERE id = $1;"};
inline const Query kBackend{"sample.backend", "SELECT pg_backend_pid() AS pid;"};
inline const Query kKill{"sample.kill", "SELECT pg_terminate_backend($1);"};

inline long long Count(Pool& pool, const Scope& scope = Scope::System()) {
  return pool.Transact(scope,
                       [](Tx& tx) { return tx.Run(kCount).front()["notes"].As<long long>(); });
}

}  // namespace okno::db::sample
