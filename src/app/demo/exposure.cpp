// SPDX-License-Identifier: Apache-2.0
#include "demo/exposure.h"

#include <stdexcept>

#include "access/staff.h"
#include "demo/region.h"

namespace okno::app::demo {
namespace {

bool IsLoopback(const std::string& address) {
  return address == "localhost" || address == "::1" || address.starts_with("127.");
}

}  // namespace

void RefuseExposure(db::Pool& db, const std::string& listen) {
  if (IsLoopback(listen)) return;
  for (const auto& user : SignIns()) {
    if (!access::IsPasswordOf(db, user.login, kPassword)) continue;
    throw std::runtime_error(
        "http.listen " + listen + " opens the demo to the network: \"" + user.login +
        "\" has the password of the demo, which everybody knows. Give the accounts other "
        "passwords (`okno staff password`), listen on 127.0.0.1, or set OKNO_DEMO_OPEN=1 to open "
        "it all the same");
  }
}

}  // namespace okno::app::demo
