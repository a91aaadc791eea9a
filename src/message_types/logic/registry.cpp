// SPDX-License-Identifier: Apache-2.0
#include "message_types/registry.h"

#include <algorithm>
#include <map>
#include <mutex>
#include <stdexcept>

#include "content_files/folders.h"
#include "logic/compiled_type.h"
#include "storage/version_store.h"
#include "text/strings.h"

namespace okno::message_types {
namespace {

bool Fits(const Description& description, const Filter& filter) {
  if (!filter.kind.empty() && description.kind != filter.kind) return false;
  if (!filter.agency.empty() && description.agency.code != filter.agency) return false;
  return HasWords(description, filter.words);
}

class StoredRegistry final : public Registry {
 public:
  explicit StoredRegistry(db::Pool& pool) : pool_(pool) {}

  std::vector<Description> Published(const Filter& filter) const override {
    const std::lock_guard lock(mutex_);
    Refresh();
    std::map<std::string, Description> newest;
    for (const auto& version : versions_) {
      if (version.state == "published")
        newest[version.definition.description.name] = version.definition.description;
    }
    std::vector<Description> found;
    for (const auto& [name, description] : newest) {
      if (Fits(description, filter)) found.push_back(description);
    }
    std::ranges::sort(found, {}, [](const Description& d) { return text::FoldForSearch(d.title); });
    if (!filter.service.empty()) {
      std::ranges::stable_partition(
          found, [&](const Description& d) { return IsSuggestedFor(d, filter.service); });
    }
    return found;
  }

  std::map<std::string, std::string> Titles(text::Language language) const override {
    const std::lock_guard lock(mutex_);
    Refresh();
    std::map<std::string, std::string> titles;
    for (const auto& version : versions_) {
      const auto& description = version.definition.description;
      if (version.state != "draft")
        titles[description.namespace_uri] = TitleOf(description, language);
    }
    return titles;
  }

  MessageTypePointer Find(std::string_view name) const override {
    const std::lock_guard lock(mutex_);
    Refresh();
    return Newest([&](const Version& version) {
      return version.state == "published" && version.definition.description.name == name;
    });
  }

  MessageTypePointer Find(std::string_view name, int number) const override {
    const std::lock_guard lock(mutex_);
    Refresh();
    return Newest([&](const Version& version) {
      const auto& description = version.definition.description;
      return version.state != "draft" && description.name == name && description.version == number;
    });
  }

  MessageTypePointer FindByNamespace(std::string_view uri) const override {
    const std::lock_guard lock(mutex_);
    Refresh();
    for (const auto* state : {"published", "withdrawn"}) {
      auto found = Newest([&](const Version& version) {
        return version.state == state && version.definition.description.namespace_uri == uri;
      });
      if (found) return found;
    }
    return nullptr;
  }

 private:
  using Key = std::pair<std::string, int>;

  // One small question a call keeps every process up to date without anybody telling it.
  void Refresh() const {
    pool_.Transact(db::Scope::System(), [&](db::Tx& tx) {
      const auto number = FindChangeNumber(tx);
      if (number == number_) return;
      versions_ = ListVersions(tx);
      number_ = number;
    });
  }

  template <typename Wanted>
  MessageTypePointer Newest(Wanted wanted) const {
    for (auto version = versions_.rbegin(); version != versions_.rend(); ++version) {
      if (wanted(*version)) return Compiled(*version);
    }
    return nullptr;
  }

  // A published version never changes, so what was made of it stays.
  MessageTypePointer Compiled(const Version& version) const {
    const auto& description = version.definition.description;
    auto& compiled = compiled_[Key(description.name, description.version)];
    if (compiled && compiled->description() == description) return compiled;
    const auto whole = pool_.Transact(db::Scope::System(), [&](db::Tx& tx) {
      return FindVersion(tx, description.name, description.version);
    });
    if (!whole) return nullptr;
    auto made = CompiledType::Make(whole->definition);
    if (!made) {
      throw std::runtime_error("message type " + description.name + ": " + made.refusal().code +
                               " " + made.refusal().detail);
    }
    compiled = *std::move(made);
    return compiled;
  }

  db::Pool& pool_;
  mutable std::mutex mutex_;
  mutable long long number_ = 0;
  mutable std::vector<Version> versions_;
  mutable std::map<Key, MessageTypePointer> compiled_;
};

std::string Explained(const Refusal& refusal) {
  auto text = refusal.code + " " + refusal.detail;
  for (const auto& field : refusal.fields)
    text += "\n  " + field.pointer + " " + field.code + " " + field.detail;
  return text;
}

void CheckShipped(const Definition& definition) {
  const auto compiled = CompiledType::Make(definition);
  if (compiled) return;
  throw std::runtime_error("message-types/" + definition.description.name + ": " +
                           Explained(compiled.refusal()));
}

// What differs from the newest version the program brought becomes the next one. An administrator's
// own later version stays the one that is offered only until then.
void StoreChanges(db::Tx& tx, const std::vector<Definition>& definitions, Instant now) {
  LockVersions(tx);
  const auto stored = ListVersions(tx);
  for (auto definition : definitions) {
    const auto hash = HashOf(definition);
    int last = 0;
    std::string shipped_hash;
    for (const auto& version : stored) {
      if (version.definition.description.name != definition.description.name) continue;
      last = version.definition.description.version;
      if (version.shipped) shipped_hash = version.content_hash;
    }
    if (shipped_hash == hash) continue;
    CheckShipped(definition);
    definition.description.version = last + 1;
    Insert(tx, {.definition = std::move(definition),
                .state = "published",
                .content_hash = hash,
                .shipped = true,
                .created_at = now,
                .published_at = now});
  }
}

}  // namespace

std::unique_ptr<Registry> OpenRegistry(db::Pool& pool, const std::string& content_folder,
                                       Instant now) {
  const auto definitions = ReadFolders(content_folder);
  pool.Transact(db::Scope::System(), [&](db::Tx& tx) { StoreChanges(tx, definitions, now); });
  return std::make_unique<StoredRegistry>(pool);
}

}  // namespace okno::message_types
