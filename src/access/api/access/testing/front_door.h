// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <string>
#include <vector>

#include "access/routes.h"
#include "access/testing.h"

namespace okno::access::testing {

// Rooms behind a server with the real guard and audit trail, as people meet them. It is opened at
// once and closed with the test.
class FrontDoor {
 public:
  // Routes of access are there already. What `services` refers to must outlive the door.
  FrontDoor(Services services, const std::vector<http::Route>& routes);
  ~FrontDoor();
  Browser NewBrowser() const { return Browser(server_.port()); }
  Browser SignedIn(const std::string& login) const;  // of the small world
  std::string Url(const std::string& path) const;

 private:
  Services services_;
  http::Router router_;
  http::Hub hub_;
  http::Metrics metrics_;
  http::Server server_;
};

using Headers = std::map<std::string, std::string>;
std::string NewKey();
Headers WithKey();                    // Idempotency-Key, another one each time
Headers IfMatch(long long version);   // as an ETag
Headers IfMatch(const Json& object);  // its "version"

// Of the entries of an event in the access journal, newest first, as `reader` sees them.
std::vector<std::string> ReasonsOf(Browser reader, const std::string& event);

Json BodyOf(const http::ClientAnswer& answer);
std::string CodeOf(const http::ClientAnswer& answer);  // of a problem; "" of anything else

}  // namespace okno::access::testing
