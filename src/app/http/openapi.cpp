// SPDX-License-Identifier: Apache-2.0
#include "http/openapi.h"

#include <yaml-cpp/yaml.h>

#include <stdexcept>

#include "app/openapi_texts.h"

namespace okno::app {
namespace {

Json Scalar(const YAML::Node& node) {
  const std::string text = node.Scalar();
  if (node.Tag() == "!") return text;  // quoted
  if (text == "null" || text == "~" || text.empty()) return nullptr;
  if (text == "true" || text == "false") return text == "true";
  long long integer = 0;
  if (YAML::convert<long long>::decode(node, integer)) return integer;
  double number = 0;
  if (YAML::convert<double>::decode(node, number)) return number;
  return text;
}

Json ToJson(const YAML::Node& node) {
  if (node.IsScalar()) return Scalar(node);
  if (node.IsSequence()) {
    Json array = Json::array();
    for (const auto& item : node) array.push_back(ToJson(item));
    return array;
  }
  if (!node.IsMap()) return nullptr;
  Json object = Json::object();
  for (const auto& entry : node) object[entry.first.Scalar()] = ToJson(entry.second);
  return object;
}

void Merge(Json& into, const Json& from, std::string_view file) {
  for (const auto& [key, value] : from.items()) {
    if (into.contains(key))
      throw std::logic_error(std::string(file) + ": " + key + " is given twice");
    into[key] = value;
  }
}

}  // namespace

Json BundleOpenApi() {
  Json bundle;
  for (const auto& [file, yaml] : kOpenApiTexts) {
    const Json part = ToJson(YAML::Load(std::string(yaml)));
    if (bundle.is_null()) {
      bundle = part;
      continue;
    }
    Merge(bundle["paths"], part.value("paths", Json::object()), file);
    const Json components = part.value("components", Json::object());
    for (const auto& [kind, named] : components.items()) {
      Merge(bundle["components"][kind], named, file);
    }
  }
  return bundle;
}

}  // namespace okno::app
