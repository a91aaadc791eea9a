// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <string>

#include "access/routes.h"
#include "http/router.h"
#include "samples.h"

namespace okno::app::testing {

// How a route answers somebody: "" when the handler went through, else the code of the refusal and
// its kind.
struct Verdict {
  bool passed_guard = false;
  RefusalKind kind = RefusalKind::kInvalid;
  std::string code;
  bool operator==(const Verdict&) const = default;
};

// What is asked for beyond the route's sample; missing {parts} become ids that do not exist.
struct Ask {
  std::map<std::string, std::string> params;  // {parts} of the path
  std::map<std::string, std::string> query;
  Json body = Json::object();  // replaces members of the sample's body
};

// Somebody who calls routes as the server would: through the guard, then the handler, without
// sockets, so that a matrix of hundreds of calls takes a moment.
class Caller {
 public:
  Caller(const access::Services& services, const http::Router& router, std::string login);
  static Caller Anonymous(const access::Services& services, const http::Router& router);

  Verdict Call(const http::Route& route, const Ask& ask = {});

 private:
  Caller(const access::Services& services, const http::Router& router);
  void SignIn();
  http::Request MakeRequest(const http::Route& route, const Ask& ask) const;

  const access::Services& services_;
  const http::Router& router_;
  http::Guard guard_;
  std::string login_, cookie_, csrf_token_;
};

}  // namespace okno::app::testing
