// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "http/router.h"
#include "logic/broker.h"

namespace okno::testbed {

// /smev/v{version}/ws: calls by POST, the service's description by GET (?wsdl, ?xsd=name and the
// schemas beside it by name). `find` gives the broker of a version ("1.2"), nullptr when there is
// none; descriptions come from <schema_folder>/<version>.
std::vector<http::Route> SoapRoutes(std::function<Broker*(std::string_view version)> find,
                                    std::string schema_folder);
// /spkt/ws: the service that gives out transaction codes (generateMark, МР section 8).
std::vector<http::Route> MarkRoutes(const Services& services);

}  // namespace okno::testbed
