// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <mutex>
#include <string>

#include "crypto/gost.h"
#include "db/pool.h"
#include "ftp/file_storage.h"
#include "logic/failures.h"
#include "logic/flood.h"
#include "logic/registry.h"
#include "logic/schemas.h"
#include "logic/transaction_codes.h"
#include "testbed/settings.h"
#include "time/time.h"

namespace okno::testbed {

// Settings that may change while calls run; thread-safe.
class SettingsHolder {
 public:
  explicit SettingsHolder(Settings settings) : settings_(settings) {}
  Settings Get() const {
    std::lock_guard lock(mutex_);
    return settings_;
  }
  void Set(const Settings& settings) {
    std::lock_guard lock(mutex_);
    settings_ = settings;
  }

 private:
  mutable std::mutex mutex_;
  Settings settings_;
};

// What the parts of the bus share. Everything outlives them.
struct Services {
  db::Pool& db;
  const Clock& clock;
  const crypto::Signer& signer;
  SettingsHolder& settings;
  RegistryHolder& registry;
  Schemas& schemas;
  FileStorage& files;
  const TransactionCodes& codes;
  Failures& failures;
  FloodGuard& flood;
};

}  // namespace okno::testbed
