// SPDX-License-Identifier: Apache-2.0
#include <filesystem>
#include <fstream>
#include <map>
#include <sstream>
#include <stdexcept>

#include "printing/render.h"

namespace okno::printing {

struct TemplateBook::State {
  std::map<std::string, std::shared_ptr<const Template>, std::less<>> templates;
};

TemplateBook::TemplateBook() : state_(std::make_unique<State>()) {}
TemplateBook::~TemplateBook() = default;
TemplateBook::TemplateBook(TemplateBook&&) noexcept = default;

TemplateBook TemplateBook::Load(const std::string& folder) {
  TemplateBook book;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    if (entry.path().extension() != ".json") continue;
    std::ifstream file(entry.path());
    std::stringstream text;
    text << file.rdbuf();
    auto document = json::Parse(text.str());
    if (!document)
      throw std::runtime_error(entry.path().string() + ": " + document.refusal().detail);
    auto parsed = Template::Parse(*document);
    if (!parsed)
      throw std::runtime_error(entry.path().string() + ": " + parsed.refusal().code + " at " +
                               parsed.refusal().detail);
    book.state_->templates.emplace(entry.path().stem().string(), *parsed);
  }
  return book;
}

std::shared_ptr<const Template> TemplateBook::Get(std::string_view name) const {
  const auto found = state_->templates.find(name);
  if (found == state_->templates.end())
    throw std::runtime_error("printing: no template " + std::string(name));
  return found->second;
}

}  // namespace okno::printing
