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
        "http.listen " + listen + " открывает показ для сети, а пароль показа у «" + user.login +
        "» известен всем. Задайте учётным записям другие пароли (okno staff password), слушайте на "
        "127.0.0.1 или установите OKNO_DEMO_OPEN=1, чтобы открыть всё равно");
  }
}

}  // namespace okno::app::demo
