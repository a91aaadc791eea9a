// SPDX-License-Identifier: Apache-2.0
// An imported schema: whatever it says, it is refused or becomes a form whose example can be
// checked, written and read.
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <string>

#include "catalog/forms.h"
#include "require.h"
#include "xsd/form.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const okno::xsd::Files files{{"a.xsd", std::string(reinterpret_cast<const char*>(data), size)}};
  const auto schema = okno::xsd::Schema::Load(files);
  if (!schema) return 0;
  for (const auto& root : schema->roots()) {
    const auto form = okno::xsd::Form::Make(*schema, root.namespace_uri, root.name);
    if (!form) continue;
    const auto sample = form->Sample();
    okno::catalog::ValidateForm(form->schema(), sample, std::chrono::year(2026) / 11 / 23);
    const auto written = form->WriteChecked(sample);
    const auto document = okno::xml::Document::Parse(written.xml);
    if (!document) continue;
    const auto reading = form->Read(document->root());
    Require(reading.data.is_object(), "what was written is read as an object");
  }
  return 0;
}
