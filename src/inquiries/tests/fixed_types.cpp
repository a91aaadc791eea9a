// SPDX-License-Identifier: Apache-2.0
#include "fixed_types.h"

#include "text/strings.h"
#include "xml/document.h"

namespace okno::inquiries::testing {
namespace {

using namespace message_types;

Json At(const Json& sources, const std::string& path) {
  const Json* place = &sources;
  for (const auto& step : text::Split(path, '.')) {
    const auto found = place->is_object() ? place->find(step) : place->end();
    if (!place->is_object() || found == place->end()) return nullptr;
    place = &*found;
  }
  return *place;
}

class FixedType final : public MessageType {
 public:
  explicit FixedType(TypeWords words) : words_(std::move(words)) {
    description_.name = words_.name;
    description_.version = 1;
    description_.namespace_uri = "urn://test/" + words_.name;
    description_.request_root = "Request";
    description_.response_root = "Response";
    description_.title = words_.title;
    description_.title_en = words_.name + " (en)";
    description_.agency = {"sfr", "Социальный фонд России"};
    description_.kind = words_.kind;
    description_.documents = words_.documents;
    description_.personal_signature = words_.signature == TypeWords::Signature::kDemanded;
    form_ = {{"type", "object"}, {"properties", Json::object()}, {"x-order", Json::array()}};
    for (const auto& field : words_.fields) {
      form_["x-order"].push_back(field.name);
      form_["properties"][field.name] = {{"type", "string"}, {"title", field.name}};
      if (!field.prefill.empty()) form_["properties"][field.name]["x-prefill"] = field.prefill;
    }
  }
  const Description& description() const override { return description_; }
  const Json& request_form() const override { return form_; }
  const Json& response_form() const override { return form_; }
  Json Prefill(const Context& context) const override {
    Json data = Json::object();
    for (const auto& field : words_.fields) {
      const auto value = At(context.sources, field.prefill);
      if (!field.prefill.empty() && value.is_string()) data[field.name] = value;
    }
    return data;
  }
  Result<std::string> BuildRequest(const Json& data, const Context&) const override {
    std::vector<FieldError> errors;
    std::string xml = "<t:Request xmlns:t=\"" + description_.namespace_uri + "\">";
    for (const auto& field : words_.fields) {
      const auto value = data.value(field.name, "");
      if (value.empty()) errors.push_back({"/" + field.name, "field.required", {}});
      xml += "<t:" + field.name + ">" + value + "</t:" + field.name + ">";
    }
    if (!errors.empty()) return Refusal::Invalid("input.invalid", errors);
    return xml + "</t:Request>";
  }
  Result<std::string> BuildResponse(const Json&, const Context&) const override {
    return Refusal::NotFound("message_types.not_found");
  }
  Result<Answer> ReadRequest(std::string_view xml) const override { return Read(xml, "Request"); }
  Result<Answer> ReadResponse(std::string_view xml) const override { return Read(xml, "Response"); }
  Answer RequestInEnglish(Answer request) const override { return request; }
  Answer ResponseInEnglish(Answer response) const override {
    for (auto& line : response.table) line.label += " (en)";
    for (auto& chosen : response.highlights) chosen.label += " (en)";
    return response;
  }
  std::vector<CardValue> CardValues(const Answer& answer, const Json& card) const override {
    std::vector<CardValue> values;
    for (const auto& field : words_.answer) {
      if (field.card.empty() || !answer.data.contains(field.name)) continue;
      const auto current = At({{"applicant", card}}, field.card);
      const auto& offered = answer.data[field.name];
      values.push_back({field.card, field.name, "", current, offered, current != offered});
    }
    return values;
  }
  std::vector<Difference> Differences(const Answer& answer, const Json& card) const override {
    std::vector<Difference> differences;
    for (const auto& value : CardValues(answer, card)) {
      if (value.current.is_string()) differences.push_back({value.label, "", value.current});
    }
    return differences;
  }
  std::vector<std::string> Check(std::string_view) const override { return {}; }
  bool TakesPersonalSignature() const override {
    return words_.signature != TypeWords::Signature::kImpossible;
  }
  Json SampleRequest() const override { return Json::object(); }
  Json SampleResponse() const override {
    Json sample = Json::object();
    for (const auto& field : words_.answer) sample[field.name] = "образец";
    return sample;
  }

 private:
  Result<Answer> Read(std::string_view xml, const char* root) const {
    const auto document = xml::Document::Parse(xml);
    if (!document || document->root().name() != root) {
      return Refusal::Invalid("message_types.not_this_root");
    }
    Answer answer;
    answer.data = Json::object();
    for (const auto& element : document->root().children()) {
      answer.data[element.name()] = element.text();
      answer.table.push_back({0, element.name(), element.name(), element.text(), false});
      answer.highlights.push_back({element.name(), element.name(), element.text()});
      answer.headline += element.name() + ": " + element.text();
    }
    return answer;
  }

  TypeWords words_;
  Description description_;
  Json form_;
};

}  // namespace

FixedTypes::FixedTypes(const std::vector<TypeWords>& types) {
  for (const auto& words : types) types_.push_back(std::make_shared<FixedType>(words));
}

std::vector<Description> FixedTypes::Published(const Filter& filter) const {
  std::vector<Description> found;
  for (const auto& type : types_) {
    const auto& description = type->description();
    if (filter.kind.empty() || filter.kind == description.kind) found.push_back(description);
  }
  return found;
}

MessageTypePointer FixedTypes::Find(std::string_view name) const {
  for (const auto& type : types_) {
    if (type->description().name == name) return type;
  }
  return nullptr;
}

MessageTypePointer FixedTypes::Find(std::string_view name, int) const { return Find(name); }

MessageTypePointer FixedTypes::FindByNamespace(std::string_view uri) const {
  for (const auto& type : types_) {
    if (type->description().namespace_uri == uri) return type;
  }
  return nullptr;
}

std::vector<TypeWords> SixTypes() {
  return {
      {.name = "taxpayer",
       .title = "ИНН",
       .fields = {{"LastName", "applicant.last_name"},
                  {"Passport", "applicant.identity_document.number"}},
       .answer = {{"Inn", "applicant.inn"}},
       .signature = TypeWords::Signature::kPossible,
       .documents = {"income"}},
      {.name = "person-data",
       .title = "Данные о человеке",
       .fields = {{"LastName", "applicant.last_name"},
                  {"BirthDate", "applicant.birth_date"},
                  {"Sex", "applicant.sex"}},
       .answer = {{"FirstName", "applicant.first_name"}, {"Snils", "applicant.snils"}}},
      {.name = "births",
       .title = "Запись о рождении",
       .fields = {{"LastName", "applicant.last_name"},
                  {"FirstName", "applicant.first_name"},
                  {"BirthDate", "applicant.birth_date"},
                  {"Kind", "application.record"}},
       .answer = {{"Record", ""}},
       .documents = {"births"}},
      {.name = "property",
       .title = "Сведения о недвижимости",
       .fields = {{"LastName", "applicant.last_name"},
                  {"Case", "application.number"},
                  {"Cadastral", ""}},
       .answer = {{"Owner", ""}},
       .documents = {"property_check", "land_register"}},
      {.name = "carrier", .title = "Заявление", .fields = {}, .answer = {}, .kind = "application"},
      {.name = "sworn",
       .title = "Сведения за подписью должностного лица",
       .fields = {{"LastName", "applicant.last_name"}},
       .answer = {{"Owner", ""}},
       .signature = TypeWords::Signature::kDemanded}};
}

}  // namespace okno::inquiries::testing
