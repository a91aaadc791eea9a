// SPDX-License-Identifier: Apache-2.0
#include "drafts.h"

#include <future>

#include "demo/counter.h"
#include "demo/visitors.h"
#include "wiring/rooms.h"

namespace okno::bench {
namespace {

using app::demo::Visitor;

struct Desk {
  const char *clerk, *processor;
};
constexpr Desk kDesks[] = {
    {"ivanova", "kuznetsova"}, {"petrov", "smirnov"}, {"sidorova", "popova"}};
constexpr std::uint64_t kSeed = 2026;

constexpr db::Query kDrafts{"bench.drafts", R"(
  SELECT a.id, a.version, u.login
  FROM applications.applications a JOIN access.users u ON u.id = a.operator_id
  WHERE a.status = 'draft'
  ORDER BY row_number() OVER (PARTITION BY u.login ORDER BY a.id), u.login)"};

void Receive(World& world, app::demo::Scans& scans, const Desk& desk,
             std::span<const Visitor> visitors) {
  app::demo::Counter counter(world.house(), scans, kSeed, desk.clerk, desk.processor);
  const Instant now = world.house().clock.Now();
  counter.Receive(visitors, {now - std::chrono::hours(1), now});
}

}  // namespace

std::vector<Draft> MakeDrafts(World& world, int count) {
  app::demo::Visitors dealer(kSeed, *world.house().rooms->content.services, world.cards());
  app::demo::Scans scans(*world.house().files);
  std::vector<Visitor> queues[std::size(kDesks)];
  for (int i = 0; i < count; ++i) {
    auto visitor = dealer.Next(0);
    visitor.fate = app::demo::Fate::kDraft;
    queues[static_cast<std::size_t>(i) % std::size(kDesks)].push_back(std::move(visitor));
  }
  std::vector<std::future<void>> desks;
  for (std::size_t at = 0; at < std::size(kDesks); ++at)
    desks.push_back(
        std::async(std::launch::async, [&, at] { Receive(world, scans, kDesks[at], queues[at]); }));
  for (auto& desk : desks) desk.get();
  return world.house().db.Transact(db::Scope::System(), [&](db::Tx& tx) {
    std::vector<Draft> drafts;
    for (const auto& row : tx.Run(kDrafts))
      drafts.push_back({row["id"].Text(), row["version"].Text(), row["login"].Text()});
    return drafts;
  });
}

}  // namespace okno::bench
