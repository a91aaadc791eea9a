// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "components.h"

namespace okno::xsd {

struct Schema::State {
  Files files;
  Sources sources;
  std::unique_ptr<Components> components;  // points into sources
  std::unique_ptr<xml::SchemaSet> judge;
};

}  // namespace okno::xsd
