// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

#include "db/pool.h"
#include "time/time.h"

// Who is registered at the stand's «Бизнес-навигатор МСП».
namespace okno::testbed::storage {

struct NavigatorUser {
  Instant registered_at;
  bool is_new = false;  // by this very call
};
NavigatorUser RegisterNavigatorUser(db::Tx& tx, std::string_view login, Instant now);

}  // namespace okno::testbed::storage
