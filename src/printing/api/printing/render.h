// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "base/result.h"
#include "json/json.h"

namespace okno::printing {

// A print template: the visual editor's document tree (TipTap/ProseMirror JSON) with our nodes -
// placeholder {path, format}, attribute repeat of tableRow and of cells, condition {path, each}, qr
// {path}, pageBreak.
// Checked when loaded: an unknown node or attribute, or a limit passed, refuses it ("template.…"
// with the place). Immutable, thread-safe.
class Template {
 public:
  static Result<std::shared_ptr<const Template>> Parse(const Json& document);
  struct Tree;
  explicit Template(std::shared_ptr<const Tree> tree) : tree_(std::move(tree)) {}
  const Tree& tree() const { return *tree_; }

 private:
  std::shared_ptr<const Tree> tree_;
};

// Templates of content/print-templates/<name>.json, by name.
class TemplateBook {
 public:
  static TemplateBook Load(const std::string& folder);  // throws naming the file and place
  std::shared_ptr<const Template> Get(std::string_view name) const;  // throws when there is none
  TemplateBook();
  ~TemplateBook();
  TemplateBook(TemplateBook&&) noexcept;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

// PDF, A4. Values are text runs and never re-parsed. Uses one thread; call from slow routes.
std::string Render(const Template& document_template, const Json& data);

}  // namespace okno::printing
