// SPDX-License-Identifier: Apache-2.0
#include "logic/rules/words.h"

#include <algorithm>
#include <set>

#include "catalog/forms.h"
#include "logic/rules/word_checks.h"
#include "text/strings.h"

namespace okno::message_types {
namespace {

using Path = std::vector<std::string>;

// A field of a form and where it stands.
struct Spot {
  Json* parent = nullptr;  // object schema
  Json* field = nullptr;
  bool in_rows = false;
};

Json& MembersHolder(Json& field) {
  return field.value("type", "") == "array" ? field["items"] : field;
}

Spot FindSpot(Json& form, const Path& path) {
  Spot spot{nullptr, &form, false};
  for (const auto& name : path) {
    spot.in_rows = spot.in_rows || spot.field->value("type", "") == "array";
    auto& holder = MembersHolder(*spot.field);
    if (!holder.contains("properties") || !holder["properties"].contains(name)) return {};
    spot.parent = &holder;
    spot.field = &holder["properties"][name];
  }
  return spot;
}

void EraseName(Json& names, const std::string& name) {
  for (auto it = names.begin(); it != names.end(); ++it) {
    if (*it == name) {
      names.erase(it);
      return;
    }
  }
}

void RemoveField(Json& parent, const std::string& name) {
  parent["properties"].erase(name);
  EraseName(parent["x-order"], name);
  if (parent.contains("required")) EraseName(parent["required"], name);
}

void NumberPaths(const Json& field, const Path& path, std::map<Path, std::size_t>& numbers) {
  const auto& holder = field.contains("items") ? field.at("items") : field;
  if (!holder.contains("x-order")) return;
  for (const auto& name : holder.at("x-order")) {
    auto inner = path;
    inner.push_back(name.get<std::string>());
    numbers.emplace(inner, numbers.size());
    NumberPaths(holder.at("properties").at(inner.back()), inner, numbers);
  }
}

class Laying {
 public:
  Laying(const Json& form, Side side, std::string pointer)
      : original_(form), side_(side), pointer_(std::move(pointer)) {
    worded_.form = form;
  }

  Result<WordedForm> Lay(const Json& words) {
    CheckMembers(words, {"fields", "order"}, pointer_, errors_);
    if (errors_.empty()) {
      const auto fields = words.value("fields", Json::object());
      if (!fields.is_object()) errors_.push_back({pointer_ + "/fields", "field.type", ""});
      for (const auto& [path, word] : fields.items()) Say(path, word);
      const auto order = words.value("order", Json::object());
      if (!order.is_object()) errors_.push_back({pointer_ + "/order", "field.type", ""});
      for (const auto& [path, names] : order.items()) Order(path, names);
      for (const auto& path : hidden_) Hide(path);
    }
    if (!errors_.empty()) return Refusal::Invalid("input.invalid", std::move(errors_));
    SortAsShown();
    return std::move(worded_);
  }

 private:
  void SortAsShown() {
    std::map<Path, std::size_t> shown;
    NumberPaths(worded_.form, {}, shown);
    std::ranges::sort(worded_.card_fields, {},
                      [&](const CardField& field) { return shown[field.path]; });
    std::ranges::sort(worded_.headlines, {}, [&](const Path& path) { return shown[path]; });
  }

  void Wrong(const std::string& place, std::string code, std::string detail = {}) {
    errors_.push_back({place, std::move(code), std::move(detail)});
  }

  void Say(const std::string& path_text, const Json& word) {
    const auto place = pointer_ + "/fields/" + Escaped(path_text);
    const auto path = SplitPath(path_text);
    const auto spot = FindSpot(worded_.form, path);
    if (spot.parent == nullptr) return Wrong(place, "message_types.no_such_field", path_text);
    const auto before = errors_.size();
    CheckWord(word, side_ == Side::kRequest, place, errors_);
    if (errors_.size() > before) return;
    SetKeywords(word, *spot.field, place);
    SetPassport(word, spot, place);
    if (word.value("required", false)) Require(*spot.parent, path.back());
    SayOfValue(word, path, spot, place);
    const bool hidden =
        word.value("hidden", false) || word.contains("constant") || word.contains("generated");
    if (hidden) CheckHidden(word, path, spot, place);
  }

  void SetKeywords(const Json& word, Json& field, const std::string& place) {
    static const std::pair<const char*, const char*> keywords[] = {
        {"title", "title"},
        {"help", "description"},
        {"title_en", "x-title-en"},
        {"help_en", "x-description-en"},
        {"item_title", "x-item-title"},
        {"item_title_en", "x-item-title-en"},
        {"placeholder", "x-placeholder"},
        {"suffix", "x-suffix"},
        {"width", "x-width"},
        {"widget", "x-widget"},
        {"default", "default"}};
    for (const auto& [said, keyword] : keywords) {
      if (word.contains(said)) field[keyword] = word.at(said);
    }
    if (word.contains("default") && field.value("type", "") == "integer" &&
        word.at("default").is_string()) {
      const auto& text = word.at("default").get_ref<const std::string&>();
      const bool digits = !text.empty() && text.size() < 16 &&
                          text.find_first_not_of("0123456789") == std::string::npos;
      digits ? field["default"] = std::stoll(text) : field["default"] = text;
    }
    if (word.contains("title") && field.contains("x-item-title") && !word.contains("item_title")) {
      field["x-item-title"] = word.at("title");
    }
    SetTitles(word, field, place);
    if (!word.contains("format")) return;
    if (field.value("type", "") != "string" || field.contains("enum"))
      return Wrong(place + "/format", "field.type");
    field["format"] = word.at("format");
  }

  // Which document the text is of, the field beside it says by one of its values.
  void SetPassport(const Json& word, const Spot& spot, const std::string& place) {
    if (!word.contains("passport_when")) return;
    const auto said = word.at("passport_when").begin();
    const auto& name = said.key();
    const auto& fields = spot.parent->at("properties");
    const auto choices = fields.contains(name) ? fields.at(name).value("enum", Json()) : Json();
    if (std::ranges::find(choices, said.value()) == choices.end())
      return Wrong(place + "/passport_when", "message_types.no_such_field", name);
    (*spot.field)["x-passport-when"] = {{"field", name}, {"value", said.value()}};
  }

  void SetTitles(const Json& word, Json& field, const std::string& place) {
    auto& holder = field.value("type", "") == "array" ? field["items"] : field;
    for (const auto& [key, keyword] :
         {std::pair("titles", "x-enum-titles"), std::pair("titles_en", "x-enum-titles-en")}) {
      if (!word.contains(key)) continue;
      for (const auto& [value, title] : word.at(key).items()) {
        if (!holder.contains("x-enum-titles") || !holder["x-enum-titles"].contains(value)) {
          Wrong(place + "/" + key + "/" + Escaped(value), "field.enum");
        } else {
          holder[keyword][value] = title;
        }
      }
    }
  }

  static void Require(Json& parent, const std::string& name) {
    auto& required = parent["required"];
    if (required.is_null()) required = Json::array();
    if (std::ranges::find(required, Json(name)) == required.end()) required.push_back(name);
  }

  void SayOfValue(const Json& word, const Path& path, const Spot& spot, const std::string& place) {
    if (word.contains("written_as")) {
      worded_.written_as.push_back({path, word.at("written_as")});
      spot.field->erase("pattern");
      spot.field->erase("minLength");
    }
    if (word.value("headline", false)) worded_.headlines.push_back(path);
    if (word.contains("record")) worded_.records.push_back({path, word.at("record")});
    const auto values = word.value("values", std::map<std::string, std::string>());
    if (word.contains("prefill")) {
      if (spot.in_rows) Wrong(place + "/prefill", "message_types.not_in_rows");
      worded_.prefilled.push_back({path, PathsOf(word.at("prefill")), values});
      (*spot.field)["x-prefill"] = word.at("prefill");
    }
    const auto of_card = [&](const char* key) {
      return CardField{path,
                       spot.field->value("title", ""),
                       spot.field->value("x-title-en", ""),
                       text::Split(word.at(key).get<std::string>(), '.'),
                       {}};
    };
    if (word.contains("same_as")) worded_.compared.push_back(of_card("same_as"));
    if (!word.contains("card")) return;
    if (spot.in_rows) Wrong(place + "/card", "message_types.not_in_rows");
    auto card = of_card("card");
    for (const auto& [here, of_message] : values) card.to_card[of_message] = here;
    worded_.card_fields.push_back(std::move(card));
  }

  void CheckHidden(const Json& word, const Path& path, const Spot& spot, const std::string& place) {
    hidden_.push_back(path);
    const bool valued = word.contains("constant") || word.contains("generated");
    if (valued) {
      worded_.hidden_values.push_back({path, word.value("constant", ""),
                                       word.value("generated", ""),
                                       spot.field->value("type", "string")});
    }
    const auto required = spot.parent->value("required", Json::array());
    const bool needed = std::ranges::find(required, Json(path.back())) != required.end();
    // A group may be hidden when what it needs is given below it; the judge of record has the last
    // word.
    const bool group = spot.field->value("type", "") == "object";
    if (side_ == Side::kRequest && needed && !valued && !group)
      Wrong(place, "message_types.hidden_required");
  }

  // A hidden radio has one answer: what depends on it is decided now.
  void Hide(const Path& path) {
    const auto spot = FindSpot(worded_.form, path);
    if (spot.parent == nullptr) return;  // a group around it went before
    auto& parent = *spot.parent;
    const auto name = path.back();
    if (name.starts_with("#choice") || name == "#type") Decide(parent, path);
    RemoveField(parent, name);
  }

  void Decide(Json& parent, const Path& path) {
    std::string answer;
    for (const auto& value : worded_.hidden_values) {
      if (value.path == path) answer = value.constant;
    }
    Path scope_path;
    for (const auto& part : path) {
      scope_path.push_back(part);
      auto copy = original_;
      const auto around = FindSpot(copy, scope_path);
      if (around.field != nullptr && around.field->value("type", "") == "array") scope_path.clear();
    }
    Json scope = answer;
    for (auto part = scope_path.rbegin(); part != scope_path.rend(); ++part)
      scope = Json{{*part, scope}};
    std::vector<std::string> gone;
    for (auto& [name, field] : parent["properties"].items()) {
      const auto condition = field.find("x-visible-when");
      if (condition == field.end() ||
          condition->dump().find("\"" + path.back() + "\"") == std::string::npos)
        continue;
      catalog::Holds(*condition, scope) ? (void)field.erase("x-visible-when")
                                        : gone.push_back(name);
    }
    for (const auto& name : gone) RemoveField(parent, name);
  }

  void Order(const std::string& path_text, const Json& names) {
    const auto place = pointer_ + "/order/" + Escaped(path_text);
    const auto path = path_text.empty() ? Path() : SplitPath(path_text);
    const auto spot = FindSpot(worded_.form, path);
    auto* holder = spot.field == nullptr ? nullptr : &MembersHolder(*spot.field);
    if (holder == nullptr || !holder->contains("x-order"))
      return Wrong(place, "message_types.no_such_field", path_text);
    if (!names.is_array()) return Wrong(place, "field.type");
    auto rest = (*holder)["x-order"];
    auto order = Json::array();
    for (std::size_t i = 0; i < names.size(); ++i) {
      const auto found = std::ranges::find(rest, names[i]);
      if (found == rest.end()) {
        Wrong(place + "/" + std::to_string(i), "message_types.no_such_field",
              names[i].is_string() ? names[i].get<std::string>() : "");
        continue;
      }
      order.push_back(names[i]);
      EraseName(rest, names[i].get<std::string>());
    }
    for (const auto& name : rest) order.push_back(name);
    (*holder)["x-order"] = RadiosFirst(*holder, std::move(order));
  }

  // A condition may only look at what stands before it.
  static Json RadiosFirst(const Json& holder, Json order) {
    auto sorted = Json::array();
    const auto put = [&](const std::string& name, const auto& self) -> void {
      if (std::ranges::find(sorted, Json(name)) != sorted.end()) return;
      const auto condition = holder["properties"][name].value("x-visible-when", Json());
      for (const auto& [other, field] : holder["properties"].items()) {
        const bool radio = other.starts_with("#choice") || other == "#type";
        if (radio && other != name &&
            condition.dump().find("\"" + other + "\"") != std::string::npos)
          self(other, self);
      }
      sorted.push_back(name);
    };
    for (const auto& name : order) put(name.get<std::string>(), put);
    return sorted;
  }

  const Json& original_;
  Side side_;
  std::string pointer_;
  WordedForm worded_;
  std::vector<Path> hidden_;
  std::vector<FieldError> errors_;
};

}  // namespace

Result<WordedForm> LayWords(const Json& form, const Json& words, Side side,
                            const std::string& pointer) {
  return Laying(form, side, pointer).Lay(words);
}

std::vector<std::string> SplitPath(std::string_view path) { return text::Split(path, '/'); }

namespace {

void ForEachFrom(Json& data, const Path& path, std::size_t at,
                 const std::function<void(Json&)>& change) {
  if (data.is_array()) {
    for (auto& row : data) ForEachFrom(row, path, at, change);
  } else if (at == path.size()) {
    change(data);
  } else if (data.is_object() && data.contains(path[at])) {
    ForEachFrom(data[path[at]], path, at + 1, change);
  }
}

}  // namespace

void ForEachAt(Json& data, const std::vector<std::string>& path,
               const std::function<void(Json&)>& change) {
  ForEachFrom(data, path, 0, change);
}

const Json* FindAt(const Json& data, const std::vector<std::string>& path) {
  const auto* value = &data;
  for (const auto& name : path) {
    if (!value->is_object() || !value->contains(name)) return nullptr;
    value = &value->at(name);
  }
  return value;
}

}  // namespace okno::message_types
