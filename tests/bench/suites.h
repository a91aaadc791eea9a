// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sizes.h"
#include "table.h"
#include "world.h"

// What is measured; each adds its lines to the table. A further suite is a file beside these and a
// line in main.cpp.
namespace okno::bench {

// A message signed and verified, 5 KB and 100 KB, against bare digest and signature; CPU time.
void MeasureSignatures(const Sizes& sizes, Table& table);
// Requests of the center that go to an agency through a bus and come back answered; both in this
// process with the product's worker, the bus a process of its own. Against the signatures and the
// commits that it can not do without. Before the world's server is started.
void MeasureExchanges(World& world, const Sizes& sizes, Table& table);
// Messages that wait since a day, while the bus is away: what `okno serve` takes for them, and how
// fast they go out when it is back.
void MeasureOutage(World& world, const Sizes& sizes, Table& table);
// Receipts printed by their use case; CPU time of one core.
void MeasureReceipts(World& world, const Sizes& sizes, Table& table);
// POST …/filing at 8 and 32 clients against pgbench with the same writes on the same cluster.
void MeasureFiling(World& world, const Sizes& sizes, Table& table);
// GET /applicants?q= over all cards, one caller.
void MeasureSearch(World& world, const Sizes& sizes, Table& table);
// Starts of `okno serve` on the data left by the others, and its memory. Ends the world's server
// and house.
void MeasureStarts(World& world, const Sizes& sizes, Table& table);

}  // namespace okno::bench
