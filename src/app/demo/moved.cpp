// SPDX-License-Identifier: Apache-2.0
#include "demo/moved.h"

#include <optional>
#include <stdexcept>

#include "exchange/exchange.h"
#include "testbed/control.h"

namespace okno::app::demo {
namespace {

std::optional<std::string> KeyOf(const std::string& testbed) {
  try {
    return testbed::control::FetchBusCertificate(testbed);
  } catch (const std::runtime_error&) {
    return std::nullopt;
  }
}

}  // namespace

void FollowTestbed(db::Pool& db, const std::string& testbed) {
  const auto key = KeyOf(testbed);
  if (!key) return;
  db.Transact(db::Scope::System(), [&](db::Tx& tx) {
    for (auto& connection : exchange::ListConnections(tx)) {
      const auto path = connection.url.find("/smev/");
      if (connection.bus_certificate_pem != *key || path == std::string::npos) continue;
      if (connection.url.substr(0, path) == testbed) continue;
      connection.url.replace(0, path, testbed);
      exchange::SaveConnection(tx, connection);
    }
  });
}

}  // namespace okno::app::demo
