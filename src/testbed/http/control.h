// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "http/router.h"
#include "logic/background.h"
#include "logic/services.h"

namespace okno::testbed {

// What the control interface and the page need; everything must outlive the router.
struct ControlServices {
  Services services;
  Background& background;
  std::string schema_folder;  // where uploaded schemas are put
  std::function<int()> ftp_port;
};
// /control/… for this machine only; see README.md.
std::vector<http::Route> ControlRoutes(const ControlServices& control);
std::vector<http::Route> RegistryRoutes(const ControlServices& control);
std::vector<http::Route> JournalRoutes(const ControlServices& control);
std::vector<http::Route> CancellationRoutes(const ControlServices& control);
// The page at /.
std::vector<http::Route> PageRoutes();

using ControlHandler =
    std::function<Result<http::Response>(const ControlServices&, const http::Request&)>;
// A route of the control interface: it knows no users, so only this machine may use it, and not
// through a name that somebody else's page has made up for it.
http::Route Local(const ControlServices& control, std::string method, std::string path,
                  ControlHandler handler);
void ReloadRegistry(const Services& services);

}  // namespace okno::testbed
