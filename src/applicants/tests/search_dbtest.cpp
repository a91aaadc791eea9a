// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "access/migrations.h"
#include "access/testing.h"
#include "applicants/migrations.h"
#include "applicants/search.h"
#include "db/testing.h"

namespace okno::applicants {
namespace {

constexpr db::Query kFill{
    "test.fill",
    "WITH made AS (INSERT INTO applicants.applicants SELECT gen_random_uuid(), $1, 'person', "
    "md5(g::text), 'Анна', '', "
    "'1980-03-12', '', '', '', '', '', '', '', '', '', '', '', NULL, '[]', '', '', '', '', 1, "
    "now(), now() "
    "FROM generate_series(1, 5000) g RETURNING id, organization_id, last_name) "
    "INSERT INTO applicants.search_keys SELECT id, organization_id, ' ' || last_name || ' анна' "
    "FROM made"};
constexpr db::Query kAnalyze{"test.analyze", "ANALYZE applicants.search_keys"};
constexpr db::Query kExplain{"test.explain",
                             "EXPLAIN SELECT a.id FROM applicants.applicants a WHERE a.id IN "
                             "(SELECT applicant_id FROM applicants.search_keys "
                             "WHERE organization_id = '00000000-0000-0000-0000-000000000000' AND "
                             "search LIKE '%abc%' AND search LIKE '%анна%')"};

// 5,000 rows are read faster one by one: the question is whether the index can serve at all.
constexpr db::Query kNoScan{"test.no_scan", "SET LOCAL enable_seqscan = off"};

TEST(Search, UsesTheTrigramIndexUnderRowLevelSecurity) {
  db::testing::Database database(
      std::vector<std::span<const db::Migration>>{access::Migrations(), Migrations()});
  db::Pool pool({.dsn = database.dsn(), .size = 1});
  const access::testing::House house(pool, *ParseInstant("2026-11-23T09:15:00Z"));
  const auto scope = db::Scope::Organization(house.center.id);
  pool.Transact(scope, [&](db::Tx& tx) {
    tx.Run(kFill, house.center.id);
    tx.Run(kAnalyze);
  });
  std::string plan;
  pool.Transact(scope, [&](db::Tx& tx) {
    tx.Run(kNoScan);
    for (const auto& row : tx.Run(kExplain)) plan += row[0].Text() + "\n";
  });
  EXPECT_NE(plan.find("search_keys_trigrams"), std::string::npos) << plan;
}

}  // namespace
}  // namespace okno::applicants
