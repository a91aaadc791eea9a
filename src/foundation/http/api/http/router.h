// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "http/message.h"

namespace okno::http {

// What a route reads. kMultipart and kForm are taken apart into Request::parts (another content type: 415); the others
// arrive as Request::body up to the route's limit, and the handler judges them (Request::Object for JSON).
enum class Body { kNone, kJson, kXml, kMultipart, kForm };
// kAnonymous routes are the listed few; everything else goes through the guard.
enum class Access { kAnonymous, kSignedIn, kRight };

// One line of a room's routes.cpp: path + right + audit event. `right` and `audit` are words of the access room.
struct Route {
  std::string method;            // GET, POST, PUT, PATCH, DELETE; HEAD follows from GET
  std::string pattern;           // "/api/v1/applications/{id}/submission"
  Access access = Access::kRight;
  std::string right;             // "applications.file"; empty unless kRight
  std::string audit;             // "application.viewed"; empty = not personal data
  Body body = Body::kNone;
  std::size_t body_limit = 256 * 1024;
  std::function<Result<Response>(const Request&)> handler;
  bool slow = false;             // runs on the second pool (PDF, reports, outbound calls), so it can not stop the API
};

// Matches by segments; a fixed segment wins over {param}, an empty segment never matches. Unknown path: 404
// "http.not_found"; known path with another method: 405 with Allow. Two equal routes throw at start, and so does a
// route whose access and right contradict each other.
class Router {
 public:
  void Add(Route route);
  void Add(std::vector<Route> routes);
  struct Match {
    const Route* route = nullptr;               // null: not found
    std::map<std::string, std::string, std::less<>> params;
    std::string allow;                          // set when only the method is wrong
  };
  Match Find(std::string_view method, std::string_view path) const;
  const std::vector<Route>& routes() const { return routes_; }   // for the access matrix and the OpenAPI check

 private:
  std::vector<Route> routes_;
  struct Node;
  std::shared_ptr<Node> root_;
};

}  // namespace okno::http
