// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <string>

#include "access/routes.h"
#include "http/router.h"

namespace okno::app::testing {

// How a route answers somebody: "" when the handler went through, else the code of the refusal and
// its kind.
struct Verdict {
  bool passed_guard = false;
  RefusalKind kind = RefusalKind::kInvalid;
  std::string code;
  bool operator==(const Verdict&) const = default;
};

// Somebody who calls routes as the server would: through the guard, then the handler, without
// sockets, so that a matrix of hundreds of calls takes a moment.
class Caller {
 public:
  Caller(const access::Services& services, const http::Router& router, std::string login);
  static Caller Anonymous(const access::Services& services, const http::Router& router);

  // `params` fill the route's {parts}; missing ones get ids that do not exist.
  Verdict Call(const http::Route& route, const std::map<std::string, std::string>& params = {});

 private:
  Caller(const access::Services& services, const http::Router& router);
  void SignIn();
  http::Request MakeRequest(const http::Route& route,
                            const std::map<std::string, std::string>& params) const;

  const access::Services& services_;
  const http::Router& router_;
  http::Guard guard_;
  std::string login_, cookie_, csrf_token_;
};

}  // namespace okno::app::testing
