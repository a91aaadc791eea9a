// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <string>

#include "json/json.h"
#include "parts.h"

namespace okno::xsd {

struct WrittenDocument {
  xml::Document document;
  // JSON pointers of what the elements were written from; attributes under their member.
  std::map<const xmlNode*, std::string> pointers;
};
WrittenDocument WriteDocument(const Layout& layout, const Json& data);

// The data of a root element.
Form::Reading ReadDocument(const Layout& layout, xml::Element root);

Json SampleOf(const Layout& layout);

}  // namespace okno::xsd
