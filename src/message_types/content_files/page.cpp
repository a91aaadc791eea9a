// SPDX-License-Identifier: Apache-2.0
#include <yaml-cpp/yaml.h>

#include <set>
#include <stdexcept>

#include "logic/definition.h"
#include "text/strings.h"

namespace okno::message_types {
namespace {

constexpr int kMostValues = 20000;
constexpr std::size_t kLongestPage = 512 * 1024;

struct Wrong : std::runtime_error {
  using std::runtime_error::runtime_error;
};
[[noreturn]] void Fail(const YAML::Node& at, const std::string& what) {
  throw Wrong(std::to_string(at.Mark().line + 1) + ": " + what);
}

std::string Text(const YAML::Node& node, const std::string& key) {
  if (!node.IsScalar()) Fail(node, "\"" + key + "\" is a text");
  return text::Trim(node.Scalar());
}

// Plain true and false are flags, everything else a text: a constant 0101 is no number.
// An alias in YAML repeats what it names, so a short page can stand for an endless one.
Json ToJson(const YAML::Node& node, int& budget) {
  if (--budget < 0) Fail(node, "the page is too large");
  if (node.IsScalar()) {
    const auto& text = node.Scalar();
    const bool flag = node.Tag() != "!" && (text == "true" || text == "false");
    return flag ? Json(text == "true") : Json(text);
  }
  if (node.IsSequence()) {
    auto array = Json::array();
    for (const auto& item : node) array.push_back(ToJson(item, budget));
    return array;
  }
  if (!node.IsMap()) Fail(node, "a value is missing");
  auto object = Json::object();
  for (const auto& member : node) {
    if (object.contains(member.first.Scalar()))
      Fail(member.first, "\"" + member.first.Scalar() + "\" is there twice");
    object[member.first.Scalar()] = ToJson(member.second, budget);
  }
  return object;
}

void ReadAgency(const YAML::Node& node, Agency& agency) {
  if (!node.IsMap()) Fail(node, "\"agency\" has code and name");
  for (const auto& member : node) {
    const auto key = member.first.Scalar();
    std::string* value = key == "code"      ? &agency.code
                         : key == "name"    ? &agency.name
                         : key == "name_en" ? &agency.name_en
                                            : nullptr;
    if (value == nullptr) Fail(member.first, "unknown key \"" + key + "\"");
    *value = Text(member.second, key);
  }
}

void ReadMember(const std::string& key, const YAML::Node& key_node, const YAML::Node& node,
                Definition& definition) {
  auto& d = definition.description;
  if (key == "agency") return ReadAgency(node, d.agency);
  if (key == "request" || key == "response") {
    int budget = kMostValues;
    (key == "request" ? definition.request : definition.response) = ToJson(node, budget);
  } else if (key == "personal_signature") {
    const auto text = Text(node, key);
    if (text != "true" && text != "false") Fail(node, "\"" + key + "\" is true or false");
    d.personal_signature = text == "true";
  } else if (key == "services" || key == "documents") {
    if (!node.IsSequence()) Fail(node, "\"" + key + "\" is a list");
    for (const auto& item : node)
      (key == "services" ? d.services : d.documents).push_back(Text(item, key));
  } else {
    const std::pair<const char*, std::string*> texts[] = {{"name", &d.name},
                                                          {"namespace", &d.namespace_uri},
                                                          {"request_root", &d.request_root},
                                                          {"title", &d.title},
                                                          {"response_root", &d.response_root},
                                                          {"description", &d.description},
                                                          {"kind", &d.kind},
                                                          {"routing_element", &d.routing_element},
                                                          {"source", &d.source},
                                                          {"title_en", &d.title_en},
                                                          {"description_en", &d.description_en}};
    for (const auto& [name, value] : texts) {
      if (key == name) {
        *value = Text(node, key);
        return;
      }
    }
    Fail(key_node, "unknown key \"" + key + "\"");
  }
}

void CheckWhole(const Definition& definition) {
  const auto& d = definition.description;
  if (!IsName(d.name)) throw Wrong("1: \"name\" is 3 to 60 of a-z, 0-9, -");
  if (d.kind != "inquiry" && d.kind != "application")
    throw Wrong("1: \"kind\" is inquiry or application");
  if (d.title.empty()) throw Wrong("1: no \"title\"");
}

}  // namespace

Result<Definition> ReadPage(std::string_view yaml) {
  Definition definition;
  definition.description.kind = "inquiry";
  try {
    if (yaml.size() > kLongestPage) throw Wrong("1: the page is too large");
    const auto page = YAML::Load(std::string(yaml));
    if (!page.IsMap()) throw Wrong("1: members \"key: value\" are expected");
    std::set<std::string> seen;
    for (const auto& member : page) {
      const auto key = member.first.Scalar();
      if (!seen.insert(key).second) Fail(member.first, "\"" + key + "\" is there twice");
      ReadMember(key, member.first, member.second, definition);
    }
    CheckWhole(definition);
    return definition;
  } catch (const YAML::Exception& error) {
    auto refusal = Refusal::Invalid("message_types.page_wrong");
    refusal.detail = std::to_string(error.mark.line + 1) + ": " + error.msg;
    return refusal;
  } catch (const Wrong& wrong) {
    auto refusal = Refusal::Invalid("message_types.page_wrong");
    refusal.detail = wrong.what();
    return refusal;
  }
}

namespace {

void Emit(YAML::Emitter& out, const Json& value) {
  if (value.is_object()) {
    out << YAML::BeginMap;
    for (const auto& [key, member] : value.items()) {
      out << YAML::Key << YAML::DoubleQuoted << key << YAML::Value;
      Emit(out, member);
    }
    out << YAML::EndMap;
  } else if (value.is_array()) {
    out << YAML::Flow << YAML::BeginSeq;
    for (const auto& item : value) Emit(out, item);
    out << YAML::EndSeq;
  } else if (value.is_boolean()) {
    out << value.get<bool>();
  } else {
    out << YAML::DoubleQuoted << (value.is_string() ? value.get<std::string>() : value.dump());
  }
}

}  // namespace

std::string WritePage(const Definition& definition) {
  auto body = BodyOf(definition);
  YAML::Emitter out;
  out << YAML::BeginMap;
  for (const char* key :
       {"name", "namespace", "request_root", "response_root", "title", "title_en", "description",
        "description_en", "agency", "kind", "services", "documents", "personal_signature",
        "routing_element", "source", "request", "response"}) {
    if (!body.contains(key)) continue;
    const auto& value = body.at(key);
    const bool empty =
        (value.is_string() || value.is_structured()) && (value == "" || value.empty());
    const bool nobody =
        std::string_view(key) == "agency" && value.at("code") == "" && value.at("name") == "";
    if (empty || nobody) continue;
    out << YAML::Key << key << YAML::Value;
    Emit(out, value);
  }
  out << YAML::EndMap;
  return std::string(out.c_str()) + "\n";
}

}  // namespace okno::message_types
