// SPDX-License-Identifier: Apache-2.0
#include "logic/compiled_type.h"

#include <algorithm>
#include <map>
#include <set>

#include "catalog/forms.h"
#include "logic/rules/comparison.h"
#include "logic/rules/masks.h"
#include "text/strings.h"

namespace okno::message_types {
namespace {

Result<CompiledSide> MakeSide(const xsd::Schema& schema, const Description& description,
                              const std::string& root, const Json& words, Side side) {
  const auto* pointer = side == Side::kRequest ? "/request" : "/response";
  auto form = xsd::Form::Make(schema, description.namespace_uri, root);
  if (!form) {
    auto refusal = form.refusal();
    refusal.fields.push_back({std::string(pointer) + "_root", refusal.code, refusal.detail});
    return refusal;
  }
  auto worded = LayWords(form->schema(), words, side, pointer);
  if (!worded) return worded.refusal();
  return CompiledSide{*std::move(form), *std::move(worded)};
}

// "applicant.identity_document.series" -> the value, null when a part is missing.
Json FromSources(const Json& sources, std::string_view path) {
  const Json* value = &sources;
  for (const auto& name : text::Split(path, '.')) {
    if (!value->is_object() || !value->contains(name)) return nullptr;
    value = &value->at(name);
  }
  return *value;
}

Json Translated(const std::map<std::string, std::string>& values, Json value) {
  if (!value.is_string() || values.empty()) return value;
  const auto found = values.find(value.get<std::string>());
  return found == values.end() ? Json() : Json(found->second);
}

// "Person/0/Name" -> "Person/Name": no element's name begins with a digit.
std::string WithoutRows(const std::string& path) {
  std::string names;
  for (const auto& part : text::Split(path, '/')) {
    if (part.find_first_not_of("0123456789") == std::string::npos) continue;
    names += (names.empty() ? "" : "/") + part;
  }
  return names;
}

std::string Joined(const std::vector<std::string>& path) {
  std::string joined;
  for (const auto& part : path) joined += (joined.empty() ? "" : "/") + part;
  return joined;
}

std::vector<Highlight> HighlightsOf(const std::vector<std::vector<std::string>>& chosen,
                                    const std::vector<TableLine>& table) {
  std::set<std::string> paths;
  for (const auto& path : chosen) paths.insert(Joined(path));
  std::vector<Highlight> highlights;
  for (const auto& line : table) {
    if (line.heading || !paths.contains(WithoutRows(line.path))) continue;
    if (highlights.size() < kMostHighlights) {
      highlights.push_back({line.path, line.label, line.value});
    }
  }
  return highlights;
}

std::vector<std::string> RecordsOf(const std::vector<RecordPart>& parts,
                                   const std::vector<TableLine>& table) {
  std::set<std::string> records;
  for (const auto& [path, record] : parts) {
    const auto is_there = [path = Joined(path)](const TableLine& line) {
      return WithoutRows(line.path) == path;
    };
    if (std::ranges::any_of(table, is_there)) records.insert(record);
  }
  return {records.begin(), records.end()};
}

std::string HeadlineOf(const std::vector<Highlight>& highlights) {
  std::string headline;
  for (const auto& chosen : highlights) {
    headline += (headline.empty() ? "" : "; ") + chosen.label + ": " + chosen.value;
  }
  return headline;
}

// Labels and values anew; what the schema does not describe stays as it came.
Answer InEnglish(const Json& form, Answer answer) {
  std::map<std::string, catalog::OutlineLine> english;
  for (auto& line : catalog::OutlineForm(form, answer.data, text::Language::kEnglish)) {
    english.emplace(line.code.substr(1), std::move(line));
  }
  const auto word = [&](auto& line) {
    const auto found = english.find(line.path);
    if (found == english.end()) return;
    line.label = found->second.label;
    line.value = found->second.value;
  };
  for (auto& line : answer.table) word(line);
  for (auto& chosen : answer.highlights) word(chosen);
  // Answers kept before there were highlights have a headline alone.
  if (!answer.highlights.empty()) answer.headline = HeadlineOf(answer.highlights);
  return answer;
}

std::string Spoken(const Json& value) {
  if (value.is_string()) return value.get<std::string>();
  return value.is_null() ? "" : value.dump();
}

// What a schema does not describe may be long; the answer keeps enough to be recognized.
std::string Shortened(const std::string& text) {
  constexpr std::size_t kMostBytes = 2000;
  if (text.size() <= kMostBytes) return text;
  auto end = kMostBytes;  // never inside a character: JSON refuses half of one
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
  return text.substr(0, end) + "…";
}

}  // namespace

Result<std::shared_ptr<const CompiledType>> CompiledType::Make(const Definition& definition) {
  const auto& d = definition.description;
  auto schema = xsd::Schema::Load(definition.files);
  if (!schema) return schema.refusal();
  if (d.namespace_uri.empty() || d.request_root.empty() || d.response_root.empty()) {
    return Refusal::Conflict("message_types.no_roots");
  }
  auto request = MakeSide(*schema, d, d.request_root, definition.request, Side::kRequest);
  if (!request) return request.refusal();
  auto response = MakeSide(*schema, d, d.response_root, definition.response, Side::kResponse);
  if (!response) return response.refusal();
  return std::shared_ptr<const CompiledType>(
      new CompiledType(d, *std::move(schema), *std::move(request), *std::move(response)));
}

// The fields' paths become members of one flat card, so that what does not fit a field is left out
// by the same rules as everywhere.
Json CompiledType::Prefill(const Context& context) const {
  auto form = request_.worded.form;
  auto card = Json::object();
  for (const auto& prefilled : request_.worded.prefilled) {
    auto names = Json::array();
    for (const auto& source : prefilled.sources) {
      const auto name = "v" + std::to_string(card.size());
      card[name] = Translated(prefilled.to_message, FromSources(context.sources, source));
      names.push_back("x." + name);
    }
    Json::json_pointer place;
    for (const auto& part : prefilled.path) place /= "properties", place /= part;
    if (form.contains(place)) form[place]["x-prefill"] = std::move(names);
  }
  return catalog::Prefill(form, card);
}

Result<std::string> CompiledType::BuildRequest(const Json& data, const Context& context) const {
  return BuildMessage(request_, data, context);
}
Result<std::string> CompiledType::BuildResponse(const Json& data, const Context& context) const {
  return BuildMessage(response_, data, context);
}

Result<Answer> CompiledType::ReadRequest(std::string_view xml) const {
  return Read(request_, description_.request_root, xml);
}
Result<Answer> CompiledType::ReadResponse(std::string_view xml) const {
  return Read(response_, description_.response_root, xml);
}

Result<Answer> CompiledType::Read(const CompiledSide& side, const std::string& root,
                                  std::string_view xml) const {
  const auto document = xml::Document::Parse(xml);
  if (!document) return document.refusal();
  if (!document->root().Is(description_.namespace_uri, root)) {
    return Refusal::Conflict("message_types.not_this_root", document->root().name());
  }
  auto reading = side.form.Read(document->root());
  for (const auto& written : side.worded.written_as) {
    ForEachAt(reading.data, written.path, [&](Json& value) {
      if (value.is_string()) value = OutOfMask(written.mask, value.get<std::string>());
    });
  }
  Answer answer{.data = std::move(reading.data)};
  for (auto& line : catalog::OutlineForm(side.worded.form, answer.data)) {
    answer.table.push_back({line.depth, line.code.substr(1), line.label, line.value, line.heading});
  }
  answer.highlights = HighlightsOf(side.worded.headlines, answer.table);
  answer.headline = HeadlineOf(answer.highlights);
  answer.records = RecordsOf(side.worded.records, answer.table);
  for (const auto& stranger : reading.strangers) {
    const auto path = stranger.path.empty() ? stranger.name : stranger.path + "/" + stranger.name;
    answer.table.push_back({0, path, stranger.name, Shortened(stranger.text), false});
  }
  return answer;
}

Answer CompiledType::RequestInEnglish(Answer request) const {
  return InEnglish(request_.worded.form, std::move(request));
}
Answer CompiledType::ResponseInEnglish(Answer response) const {
  return InEnglish(response_.worded.form, std::move(response));
}

std::vector<CardValue> CompiledType::CardValues(const Answer& answer, const Json& card) const {
  std::vector<CardValue> values;
  for (const auto& field : response_.worded.card_fields) {
    const auto* found = FindAt(answer.data, field.path);
    if (found == nullptr || found->is_null()) continue;
    auto offered = Translated(field.to_card, *found);
    if (offered.is_null()) continue;
    const auto* current = FindAt(card, {field.card.begin() + 1, field.card.end()});
    std::string path;
    for (const auto& part : field.card) path += (path.empty() ? "" : ".") + part;
    CardValue value{path,
                    field.label,
                    field.label_en,
                    current == nullptr ? Json() : *current,
                    std::move(offered),
                    false};
    // Registers often write in capitals; that is no other name.
    value.differs = text::ToLower(Spoken(value.current)) != text::ToLower(Spoken(value.offered));
    values.push_back(std::move(value));
  }
  return values;
}

std::vector<Difference> CompiledType::Differences(const Answer& answer, const Json& card) const {
  std::vector<Difference> differences;
  for (const auto& value : CardValues(answer, card)) {
    if (value.differs && !value.current.is_null())
      differences.push_back({value.label, value.label_en, Spoken(value.current)});
  }
  for (const auto& field : response_.worded.compared) {
    const auto* known = FindAt(card, {field.card.begin() + 1, field.card.end()});
    const auto told = TextsAt(answer.data, field.path);
    if (known == nullptr || !known->is_string() || told.empty()) continue;
    const auto& text = known->get_ref<const std::string&>();
    if (std::ranges::none_of(told, [&](const auto& one) { return TellTheSame(text, one); }))
      differences.push_back({field.label, field.label_en, text});
  }
  return differences;
}

std::vector<std::string> CompiledType::Check(std::string_view xml) const {
  const auto document = xml::Document::Parse(xml);
  if (!document) return {document.refusal().code + " " + document.refusal().detail};
  std::vector<std::string> errors;
  for (const auto& error : schema_.Validate(document->root())) errors.push_back(error.text);
  return errors;
}

// Tried out: what a root may carry is a matter of types, extensions and wildcards.
bool CompiledType::TakesPersonalSignature() const {
  const auto xml = BuildRequest(SampleRequest(), {});
  if (!xml) return false;
  const auto document = xml::Document::Parse(*xml);
  auto root = document->root();
  if (!root.attribute("Id")) root.SetAttribute("Id", "PERSONAL_SIGNATURE");
  return schema_.Validate(root).empty();
}

Json CompiledType::SampleRequest() const { return SampleOf(request_); }
Json CompiledType::SampleResponse() const { return SampleOf(response_); }

}  // namespace okno::message_types
