// SPDX-License-Identifier: Apache-2.0
#include "writer.h"

#include <libxml/tree.h>

#include <algorithm>

#include "value_field.h"

namespace okno::xsd {
namespace {

constexpr const char* kInstance = "http://www.w3.org/2001/XMLSchema-instance";

const xmlChar* Chars(const std::string& text) {
  return reinterpret_cast<const xmlChar*>(text.c_str());
}

const Json* Find(const Json& data, const std::string& member) {
  if (!data.is_object()) return nullptr;
  const auto found = data.find(member);
  return found == data.end() || found->is_null() ? nullptr : &*found;
}

const Json& Nothing() {
  static const Json nothing = Json::object();
  return nothing;
}

class Writer {
 public:
  explicit Writer(const Layout& layout)
      : written_{xml::Document::Create(layout.root.uri, layout.root.uri.empty() ? "" : "ns1",
                                       layout.root.local),
                 {}} {
    prefixes_[layout.root.uri] = "ns1";
  }

  WrittenDocument Write(const Layout& layout, const Json& data) {
    auto root = written_.document.root();
    written_.pointers[root.native()] = "";
    WriteObject(layout.object, data, root, "");
    return std::move(written_);
  }

 private:
  using Element = xml::Element;

  const std::string& PrefixOf(const std::string& uri) {
    auto& prefix = prefixes_[uri];
    if (prefix.empty()) prefix = "ns" + std::to_string(prefixes_.size());
    return prefix;
  }
  // Declared on the root, once for all.
  xmlNs* Namespace(Element at, const std::string& uri, const std::string& prefix) {
    auto* node = at.native();
    auto* known = xmlSearchNsByHref(node->doc, node, Chars(uri));
    return known != nullptr
               ? known
               : xmlNewNs(written_.document.root().native(), Chars(uri), Chars(prefix));
  }

  Element Add(Element parent, const Name& name, const std::string& pointer) {
    if (!name.uri.empty()) Namespace(parent, name.uri, PrefixOf(name.uri));
    auto child = parent.Add(name.uri, "", name.local);
    written_.pointers[child.native()] = pointer;
    return child;
  }
  void SetAttribute(Element element, const Name& name, const std::string& value) {
    if (name.uri.empty()) return element.SetAttribute(name.local, value);
    auto* ns = Namespace(element, name.uri, PrefixOf(name.uri));
    xmlSetNsProp(element.native(), ns, Chars(name.local), Chars(value));
  }
  void SetInstance(Element element, const std::string& name, const std::string& value) {
    auto* ns = Namespace(element, kInstance, "xsi");
    xmlSetNsProp(element.native(), ns, Chars(name), Chars(value));
  }
  std::string NextId() { return "ID-" + std::to_string(++ids_); }

  void WriteObject(const Object& object, const Json& data, Element element,
                   const std::string& pointer) {
    if (!object.types.empty()) return WriteDerived(object, data, element, pointer);
    for (const auto& attribute : object.attributes) WriteAttribute(attribute, data, element);
    if (const auto* text = object.text ? Find(data, "#text") : nullptr) {
      element.SetText(ToLexical(*object.text, *text));
    }
    WriteParts(object.parts, data, element, pointer);
  }

  void WriteDerived(const Object& object, const Json& data, Element element,
                    const std::string& pointer) {
    const auto* wanted = Find(data, "#type");
    for (const auto& type : object.types) {
      if (wanted == nullptr || *wanted != type.type.local) continue;
      const auto* ns = type.type.uri.empty()
                           ? nullptr
                           : Namespace(element, type.type.uri, PrefixOf(type.type.uri));
      const auto prefix = ns == nullptr || ns->prefix == nullptr
                              ? std::string()
                              : std::string(reinterpret_cast<const char*>(ns->prefix)) + ":";
      SetInstance(element, "type", prefix + type.type.local);
      WriteObject(*type.object, data, element, pointer);
    }
  }

  void WriteAttribute(const Attribute& attribute, const Json& data, Element element) {
    if (const auto* value = Find(data, attribute.member)) {
      SetAttribute(element, attribute.name, ToLexical(attribute.type, *value));
    } else if (attribute.required && attribute.fixed) {
      SetAttribute(element, attribute.name, *attribute.fixed);
    } else if (attribute.required && attribute.type.base == SimpleType::Base::kId) {
      SetAttribute(element, attribute.name, NextId());
    }
  }

  void WriteParts(const std::vector<Part>& parts, const Json& data, Element element,
                  const std::string& pointer) {
    for (const auto& part : parts) {
      if (part.kind == Part::Kind::kChoice) {
        WriteChoice(part, data, element, pointer);
      } else if (part.repeats()) {
        WriteRows(part, data, element, pointer);
      } else if (part.kind == Part::Kind::kGroup) {
        if (const auto* group = Find(data, part.member)) {
          WriteParts(part.object->parts, *group, element, pointer + "/" + part.member);
        }
      } else {
        WriteElement(part, Find(data, part.member), element, pointer + "/" + part.member);
      }
    }
  }

  void WriteRows(const Part& part, const Json& data, Element element, const std::string& pointer) {
    const auto* rows = Find(data, part.member);
    if (rows == nullptr || !rows->is_array()) return;
    for (std::size_t i = 0; i < rows->size(); ++i) {
      const auto& row = (*rows)[i];
      const auto place = pointer + "/" + part.member + "/" + std::to_string(i);
      if (part.kind == Part::Kind::kGroup) {
        WriteParts(part.object->parts, row, element, place);
      } else if (part.value) {
        WriteElement(part, Find(row, "#text"), element, place + "/#text");
      } else {
        WriteElement(part, &row, element, place);
      }
    }
  }

  // Without the radio's word it is the alternative of which something is there.
  void WriteChoice(const Part& choice, const Json& data, Element element,
                   const std::string& pointer) {
    const auto* wanted = Find(data, choice.member);
    for (const auto& alternative : choice.alternatives) {
      const bool chosen =
          wanted != nullptr ? *wanted == alternative.value : IsFilled(alternative.parts, data);
      if (chosen) return WriteParts(alternative.parts, data, element, pointer);
    }
  }
  static bool IsFilled(const std::vector<Part>& parts, const Json& data) {
    return std::ranges::any_of(
        parts, [&](const Part& part) { return Find(data, part.member) != nullptr; });
  }

  void WriteElement(const Part& part, const Json* value, Element parent,
                    const std::string& pointer) {
    const bool wanted = part.least > 0;
    if (part.is_empty()) {
      if (wanted || (value != nullptr && *value != Json(false))) Add(parent, part.name, pointer);
    } else if (value == nullptr && part.nillable && wanted) {
      SetInstance(Add(parent, part.name, pointer), "nil", "true");
    } else if (part.value) {
      WriteValue(part, value, parent, pointer);
    } else if (value != nullptr || wanted) {
      WriteObject(*part.object, value == nullptr ? Nothing() : *value,
                  Add(parent, part.name, pointer), pointer);
    }
  }

  void WriteValue(const Part& part, const Json* value, Element parent, const std::string& pointer) {
    const bool is_id = part.value->base == SimpleType::Base::kId;
    if (value != nullptr) {
      Add(parent, part.name, pointer).SetText(ToLexical(*part.value, *value));
    } else if (part.least > 0 && (part.fixed || is_id)) {
      Add(parent, part.name, pointer).SetText(is_id ? NextId() : *part.fixed);
    }
  }

  WrittenDocument written_;
  std::map<std::string, std::string> prefixes_;
  int ids_ = 0;
};

}  // namespace

WrittenDocument WriteDocument(const Layout& layout, const Json& data) {
  return Writer(layout).Write(layout, data);
}

}  // namespace okno::xsd
