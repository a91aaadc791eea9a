// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>

#include "db/migrations.h"

namespace okno::app {

// The rooms' schemas in the order of the house.
std::span<const std::span<const db::Migration>> AllMigrations();

}  // namespace okno::app
