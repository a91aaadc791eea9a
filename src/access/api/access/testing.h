// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <string>

#include "access/directory.h"
#include "http/client.h"
#include "json/json.h"

// For tests of this room and of those above: a small world of organizations and people, and a
// browser.
namespace okno::access::testing {

inline constexpr char kPassword[] = "lime tree avenue";

// Two centers, the second being where nobody of the first may look, and an agency:
//   center:    branch first (0101): operator, processor; branch second (0102): operator.second,
//   processor.second;
//              whole center: auditor, agent, administrator
//   neighbour: branch foreign (0901): stranger (operator), stranger.processor
//   agency:    units top > left > left_desk, top > right: officer.top, officer (left),
//   officer.desk, officer.right;
//              manager (agency_manager), agency.administrator
// The words are logins; everybody's password is kPassword.
struct House {
  explicit House(db::Pool& db, Instant now);
  Organization center, neighbour, agency;
  Branch first, second, foreign;
  Unit top, left, left_desk, right;
  Principal As(std::string_view login) const { return GetPrincipal(db, login); }

  db::Pool& db;
};

// A signed-in browser: keeps the cookie, proves changes with the CSRF token.
class Browser {
 public:
  explicit Browser(int port) : port_(port) {}
  // The Session; throws with the answer unless it was 201.
  Json SignIn(const std::string& login, const std::string& password = kPassword,
              const std::string& code = {});
  http::ClientAnswer Send(const std::string& method, const std::string& path, const Json& body = {},
                          std::map<std::string, std::string> headers = {});
  http::ClientAnswer Get(const std::string& path) { return Send("GET", path); }

  std::string cookie;  // "okno_session=…"; "" before a sign-in
  std::string csrf_token;

 private:
  void KeepCookie(const http::ClientAnswer& answer);
  int port_;
};

}  // namespace okno::access::testing
