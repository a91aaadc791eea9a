// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "access/testing.h"
#include "house.h"
#include "http/server.h"

namespace okno::app::testing {

// A house answering on a port of its own from Start on; it must outlive this.
class Served {
 public:
  explicit Served(House& house)
      : server_({.port = 0, .workers = 2}, house.router, house.hub, house.metrics, house.texts,
                access::MakeGuard(house.access), access::MakeObserver(house.access)) {}
  void Start() { server_.Start(); }
  access::testing::Browser NewBrowser() const { return access::testing::Browser(server_.port()); }
  access::testing::Browser SignedIn(const std::string& login) const {  // of the small world
    auto browser = NewBrowser();
    browser.SignIn(login);
    return browser;
  }

 private:
  http::Server server_;
};

}  // namespace okno::app::testing
