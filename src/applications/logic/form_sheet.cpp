// SPDX-License-Identifier: Apache-2.0
#include "logic/form_sheet.h"

#include <algorithm>

#include "catalog/forms.h"
#include "text/strings.h"

namespace okno::applications {
namespace {

const Json* FieldAt(const catalog::Service& service, const std::string& name) {
  const auto properties = service.form.find("properties");
  if (properties == service.form.end()) return nullptr;
  const auto field = properties->find(name);
  return field == properties->end() ? nullptr : &*field;
}

bool IsDeclaration(const Json* field) {
  return field != nullptr && field->value("const", Json()) == true;
}

std::string SectionTitle(const catalog::Service& service, const Json* field) {
  if (field == nullptr || !service.form.contains("x-sections")) return {};
  const auto code = field->value("x-section", "");
  for (const auto& section : service.form.at("x-sections")) {
    if (section.value("code", "") == code) return section.value("title", "");
  }
  return {};
}

Json Block(const std::string& title) {
  return {{"title", title},
          {"fields", Json::array()},
          {"columns", Json::array()},
          {"rows", Json::array()}};
}

// «/members/0/last_name» of a field «members» is the column «last_name» of row 0.
struct Place {
  std::string name;         // of the field at the top
  std::string row, column;  // "" when it is not in a row
};
Place PlaceOf(const std::string& code) {
  const auto steps =
      text::Split(std::string_view(code).substr(std::min<std::size_t>(1, code.size())), '/');
  Place place;
  if (!steps.empty()) place.name = steps[0];
  if (steps.size() < 3 || steps[1].find_first_not_of("0123456789") != std::string::npos)
    return place;
  place.row = steps[1];
  for (std::size_t i = 2; i < steps.size(); ++i) place.column += "/" + std::string(steps[i]);
  return place;
}

// The label of a field in rows tells the group and the row first: «Члены семьи — Член семьи 1 —
// Имя».
std::string ColumnTitle(const std::string& label) {
  constexpr std::string_view kDash = " — ";
  auto rest = std::string_view(label);
  for (int i = 0; i < 2; ++i) {
    const auto at = rest.find(kDash);
    if (at != std::string_view::npos) rest.remove_prefix(at + kDash.size());
  }
  return std::string(rest);
}

// All answers of one group of rows. Rows differ in what is filled in, so the columns are those of
// any of them.
class RowsBlock {
 public:
  void Add(const Place& place, const catalog::LabelledValue& answer) {
    auto column = std::ranges::find(columns_, place.column);
    if (column == columns_.end()) {
      columns_.push_back(place.column);
      titles_.push_back(ColumnTitle(answer.label));
      column = columns_.end() - 1;
    }
    if (rows_.empty() || row_ != place.row) rows_.emplace_back();
    row_ = place.row;
    auto& row = rows_.back();
    const auto at = static_cast<std::size_t>(column - columns_.begin());
    if (row.size() <= at) row.resize(at + 1);
    row[at] = answer.value;
  }
  // A page takes so many columns; wider groups become a list of answers for each row, named by the
  // title of one («Ребёнок 2»).
  void AddTo(Json& blocks, const std::string& title, const std::string& one) const {
    constexpr std::size_t kMostColumns = 8;
    if (titles_.size() <= kMostColumns) {
      blocks.push_back(AsTable(title));
      return;
    }
    for (std::size_t i = 0; i < rows_.size(); ++i) {
      blocks.push_back(AsList(rows_[i], one + " " + std::to_string(i + 1)));
    }
  }

 private:
  Json AsTable(const std::string& title) const {
    Json block = Block(title);
    for (const auto& column : titles_) block["columns"].push_back({{"title", column}});
    for (auto row : rows_) {
      row.resize(columns_.size());
      Json cells = Json::array();
      for (const auto& text : row) cells.push_back({{"text", text}});
      block["rows"].push_back({{"cells", std::move(cells)}});
    }
    return block;
  }
  Json AsList(const std::vector<std::string>& row, const std::string& title) const {
    Json block = Block(title);
    for (std::size_t i = 0; i < row.size(); ++i) {
      if (!row[i].empty()) block["fields"].push_back({{"label", titles_[i]}, {"value", row[i]}});
    }
    return block;
  }

  std::vector<std::string> columns_, titles_;
  std::vector<std::vector<std::string>> rows_;
  std::string row_;
};

// The only group of a section is often named as the section: «Супруг» is not said in every line.
std::string WithoutSection(const std::string& label, const std::string& section) {
  const auto prefix = section + " — ";
  return section.empty() || !label.starts_with(prefix) ? label : label.substr(prefix.size());
}

class Sheet {
 public:
  explicit Sheet(const catalog::Service& service) : service_(service) {}
  void AddField(const catalog::LabelledValue& answer) {
    const auto* field = FieldAt(service_, PlaceOf(answer.code).name);
    if (IsDeclaration(field)) return;
    const auto section = SectionTitle(service_, field);
    if (!open_ || section != section_)
      blocks_.push_back(Block(section == section_ ? std::string() : section));
    blocks_.back()["fields"].push_back(
        {{"label", WithoutSection(answer.label, section)}, {"value", answer.value}});
    section_ = section;
    open_ = true;
  }
  // From `first` as far as they belong to one group; the next one after it.
  std::size_t AddRows(const std::vector<catalog::LabelledValue>& answers, std::size_t first) {
    const auto name = PlaceOf(answers[first].code).name;
    RowsBlock rows;
    auto i = first;
    for (; i < answers.size(); ++i) {
      const auto place = PlaceOf(answers[i].code);
      if (place.name != name || place.row.empty()) break;
      rows.Add(place, answers[i]);
    }
    const auto* field = FieldAt(service_, name);
    const auto title = field == nullptr ? name : field->value("title", name);
    rows.AddTo(blocks_, title, field == nullptr ? name : field->value("x-item-title", title));
    open_ = false;
    return i;
  }
  Json Take() { return std::move(blocks_); }

 private:
  const catalog::Service& service_;
  Json blocks_ = Json::array();
  std::string section_;
  bool open_ = false;  // the last block still takes answers
};

}  // namespace

std::string SectionOf(const catalog::Service& service, const std::string& code) {
  return SectionTitle(service, FieldAt(service, PlaceOf(code).name));
}

Json FormSheet(const catalog::Service& service, const Json& form) {
  Sheet sheet(service);
  const auto answers = catalog::DescribeForm(service.form, form);
  for (std::size_t i = 0; i < answers.size();) {
    if (PlaceOf(answers[i].code).row.empty()) {
      sheet.AddField(answers[i++]);
    } else {
      i = sheet.AddRows(answers, i);
    }
  }
  return sheet.Take();
}

Json Declarations(const catalog::Service& service, const Json& form) {
  Json sentences = Json::array();
  for (const auto& answer : catalog::DescribeForm(service.form, form)) {
    const auto place = PlaceOf(answer.code);
    if (place.row.empty() && IsDeclaration(FieldAt(service, place.name)))
      sentences.push_back({{"text", answer.label}});
  }
  return sentences;
}

}  // namespace okno::applications
