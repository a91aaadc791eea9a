// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include "demo/must.h"
#include "stopwatch.h"
#include "suites.h"
#include "wiring/rooms.h"

namespace okno::bench {
namespace {

constexpr db::Query kFiled{
    "bench.filed",
    "SELECT id FROM applications.applications WHERE status = 'intake' ORDER BY id LIMIT $1"};

}  // namespace

void MeasureReceipts(World& world, const Sizes& sizes, Table& table) {
  auto& house = world.house();
  const auto auditor = access::GetPrincipal(house.db, "orlova");
  const auto filed = house.db.Transact(auditor.scope(), [&](db::Tx& tx) {
    std::vector<applications::ApplicationId> ids;
    for (const auto& row : tx.Run(kFiled, sizes.receipts))
      ids.push_back(row["id"].As<applications::ApplicationId>());
    return ids;
  });
  std::size_t bytes = 0;
  const auto seconds = CpuOf(sizes.receipts, [&](int i) {
    const auto& id = filed[static_cast<std::size_t>(i) % filed.size()];
    bytes += app::demo::Must(applications::Print(house.rooms->applications, auditor, id,
                                                 applications::PrintForm::kReceipt),
                             "receipt")
                 .pdf.size();
  });
  table.Add({.what = "receipts printed, case read and history written",
             .figure = fmt::format("{:.0f} a CPU second of a core, {:.0f} KB each",
                                   sizes.receipts / seconds,
                                   static_cast<double>(bytes) / sizes.receipts / 1024),
             .promise = "at least 100"});
}

}  // namespace okno::bench
