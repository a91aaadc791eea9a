// SPDX-License-Identifier: Apache-2.0
#include "xsd/form.h"

#include <set>

#include "form_schema.h"
#include "judgement.h"
#include "schema_state.h"
#include "writer.h"

namespace okno::xsd {

struct Form::State {
  Schema schema;
  Layout layout;
  Json form;
};

Result<Form> Form::Make(const Schema& schema, std::string_view namespace_uri, std::string_view root,
                        const FormLimits& limits) {
  auto layout =
      LayOut(*schema.state().components, {std::string(namespace_uri), std::string(root)}, limits);
  if (!layout) return layout.refusal();
  auto form = FormSchema(*layout);
  return Form(std::make_shared<const State>(State{schema, *std::move(layout), std::move(form)}));
}

const Json& Form::schema() const { return state_->form; }
const std::vector<Note>& Form::notes() const { return state_->layout.notes; }

xml::Document Form::Write(const Json& data) const {
  return WriteDocument(state_->layout, data).document;
}

Form::Written Form::WriteChecked(const Json& data) const {
  auto written = WriteDocument(state_->layout, data);
  const auto root = written.document.root();
  Written result{root.Serialize(), {}};
  std::set<std::string> seen;
  for (const auto& error : state_->schema.Validate(root)) {
    const auto place = written.pointers.find(error.at.native());
    auto pointer = place == written.pointers.end() ? std::string() : place->second;
    if (!error.attribute.empty()) pointer += "/@" + error.attribute;
    if (seen.insert(pointer).second) result.errors.push_back(Judgement(pointer, error.text));
  }
  return result;
}

Form::Reading Form::Read(xml::Element root) const { return ReadDocument(state_->layout, root); }
Json Form::Sample() const { return SampleOf(state_->layout); }

}  // namespace okno::xsd
