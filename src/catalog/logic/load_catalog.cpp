// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <map>
#include <mutex>

#include "catalog/content.h"
#include "crypto/hash.h"
#include "logic/service_json.h"
#include "storage/service_store.h"
#include "text/strings.h"

namespace okno::catalog {
namespace {

using ServicePointer =
    std::shared_ptr<const Service>;  // shared by requests that outlive no catalogue
using Key = std::pair<std::string, int>;

class StoredCatalog final : public Catalog {
 public:
  StoredCatalog(db::Pool& pool, const std::vector<Service>& versions,
                const std::map<std::string, int>& offered)
      : pool_(pool) {
    for (const auto& service : versions) {
      const auto pointer = std::make_shared<const Service>(service);
      versions_.emplace(Key(service.code, service.version), pointer);
      const auto current = offered.find(service.code);
      if (current == offered.end() || current->second != service.version) continue;
      offered_.emplace(service.code, pointer);
      by_name_.push_back(pointer);
    }
    std::ranges::sort(by_name_, {}, [](const auto& s) { return text::FoldForSearch(s->name); });
  }

  ServicePointer Find(std::string_view code) const override {
    const auto found = offered_.find(code);
    return found == offered_.end() ? nullptr : found->second;
  }

  ServicePointer Find(std::string_view code, int version) const override {
    const Key key(code, version);
    {
      const std::lock_guard lock(mutex_);
      const auto known = versions_.find(key);
      if (known != versions_.end()) return known->second;
    }
    return FindLater(key);
  }

  std::vector<ServicePointer> All() const override { return by_name_; }

 private:
  // While a new release is rolled out, another process may already have stored a version this one
  // started without.
  ServicePointer FindLater(const Key& key) const {
    auto stored = pool_.Transact(
        db::Scope::System(), [&](db::Tx& tx) { return FindService(tx, key.first, key.second); });
    if (!stored) return nullptr;
    const std::lock_guard lock(mutex_);
    return versions_.emplace(key, std::make_shared<const Service>(*stored)).first->second;
  }

  db::Pool& pool_;
  std::map<std::string, ServicePointer, std::less<>> offered_;
  std::vector<ServicePointer> by_name_;
  mutable std::mutex mutex_;
  mutable std::map<Key, ServicePointer> versions_;
};

std::string HashOf(const Service& service) {
  return text::HexEncode(crypto::Sha256(json::Dump(ToStored(service))));
}

const StoredService* NewestOf(const std::vector<StoredService>& stored, const std::string& code) {
  const StoredService* newest = nullptr;
  for (const auto& candidate : stored) {  // versions of a code come in order
    if (candidate.service.code == code) newest = &candidate;
  }
  return newest;
}

// Stores what differs from the newest version as the next one; `offered` learns which version each
// file is.
std::vector<Service> StoreChanges(db::Tx& tx, std::vector<Service> read,
                                  std::map<std::string, int>& offered) {
  LockServices(tx);
  const auto stored = ListServices(tx);
  std::vector<Service> versions;
  for (const auto& [service, hash] : stored) versions.push_back(service);
  for (auto& service : read) {
    const auto hash = HashOf(service);
    const auto* newest = NewestOf(stored, service.code);
    service.version = newest == nullptr ? 1 : newest->service.version;
    if (newest == nullptr || newest->content_hash != hash) {
      if (newest != nullptr) ++service.version;
      InsertService(tx, {service, hash});
      versions.push_back(service);
    }
    offered[service.code] = service.version;
  }
  return versions;
}

}  // namespace

std::unique_ptr<Catalog> LoadCatalog(db::Pool& pool, const std::string& content_folder) {
  const auto read = ReadServices(content_folder);
  std::map<std::string, int> offered;
  const auto versions = pool.Transact(db::Scope::System(),
                                      [&](db::Tx& tx) { return StoreChanges(tx, read, offered); });
  return std::make_unique<StoredCatalog>(pool, versions, offered);
}

}  // namespace okno::catalog
