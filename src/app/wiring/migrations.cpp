// SPDX-License-Identifier: Apache-2.0
#include "wiring/migrations.h"

#include "access/migrations.h"
#include "agency/migrations.h"
#include "applicants/migrations.h"
#include "applications/migrations.h"
#include "catalog/migrations.h"
#include "contact_center/migrations.h"
#include "documents/migrations.h"
#include "exchange/migrations.h"
#include "inquiries/migrations.h"
#include "jobs/migrations.h"
#include "message_types/migrations.h"
#include "packages/migrations.h"

namespace okno::app {

std::span<const std::span<const db::Migration>> AllMigrations() {
  static const std::span<const db::Migration> rooms[] = {
      jobs::Migrations(),       access::Migrations(),    catalog::Migrations(),
      applicants::Migrations(), documents::Migrations(), message_types::Migrations(),
      exchange::Migrations(),   inquiries::Migrations(), applications::Migrations(),
      packages::Migrations(),   agency::Migrations(),    contact_center::Migrations()};
  return rooms;
}

}  // namespace okno::app
