// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace okno::message_types {

// A «вид сведений» as described by content/message-types/<name>/message-type.yaml.
struct ContentType {
  std::string name;  // folder, e.g. "center-application"
  std::string namespace_uri;
  std::string request_root, response_root;
  std::string title;  // Russian
  std::string
      routing_element;  // local name of the element the bus routes by; "" = by the type alone
  bool personal_signature = false;  // demands ЭП-СП
  std::string folder;               // where its XSD lies, for xml::SchemaSet::Load
};
// Every message type below <content>/message-types. Throws std::runtime_error with a text for a
// person.
std::vector<ContentType> LoadMessageTypes(const std::string& content_folder);

}  // namespace okno::message_types
