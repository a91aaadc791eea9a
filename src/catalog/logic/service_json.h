// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "catalog/service.h"

namespace okno::catalog {

// The whole service as it is kept in the table, and back. What ToStored wrote, FromStored reads in
// every later release.
Json ToStored(const Service& service);
Service FromStored(const Json& stored);

}  // namespace okno::catalog
