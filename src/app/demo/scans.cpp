// SPDX-License-Identifier: Apache-2.0
#include "demo/scans.h"

#include <stdexcept>

#include "printing/render.h"

namespace okno::app::demo {
namespace {

std::string MakePdf(const std::string& title) {
  static const Json kSheet = Json::parse(R"({"type":"doc","content":[
    {"type":"heading","attrs":{"level":1,"textAlign":"center"},"content":[{"type":"placeholder","attrs":{"path":"title"}}]},
    {"type":"paragraph","attrs":{"textAlign":"center"},"content":[{"type":"text","text":"Демонстрационный образ документа, не имеет юридической силы"}]}]})");
  const auto sheet = printing::Template::Parse(kSheet);
  return printing::Render(**sheet, {{"title", title}});
}

}  // namespace

std::string Scans::NameOf(const std::string& title) const {
  std::string name = title.substr(0, title.find_first_of("(,;:/"));
  while (name.ends_with(' ')) name.pop_back();
  return name + ".pdf";
}

files::StoredFile Scans::Of(const std::string& title) {
  std::lock_guard lock(mutex_);
  const auto known = made_.find(title);
  if (known != made_.end()) return known->second;
  auto stored = store_.PutBytes(MakePdf(title), "scan.pdf", {});
  if (!stored) throw std::runtime_error("demo: a scan is refused: " + stored.refusal().code);
  return made_.emplace(title, *stored).first->second;
}

}  // namespace okno::app::demo
