// SPDX-License-Identifier: Apache-2.0
#include "logic/versions.h"

namespace okno::message_types {
namespace {

template <typename Work>
auto InSystem(const Keeper& keeper, Work work) {
  return keeper.db.Transact(db::Scope::System(), work);
}

Result<Version> Get(const Keeper& keeper, std::string_view name, int version) {
  return InSystem(keeper, [&](db::Tx& tx) { return GetVersion(tx, name, version); });
}

Deed DeedOf(const Keeper& keeper) { return {keeper.clock.Now(), keeper.actor}; }

}  // namespace

Result<Description> ImportDraft(const Keeper& keeper, const ImportFile& file) {
  auto definition =
      ReadImport({file.file_name, file.bytes, file.name, file.title, file.request_root,
                  file.response_root, file.agency_code, file.agency_name});
  if (!definition) return definition.refusal();
  const auto draft =
      InSystem(keeper, [&](db::Tx& tx) { return AddDraft(tx, *definition, DeedOf(keeper)); });
  if (!draft) return draft.refusal();
  return draft->definition.description;
}

Result<Description> Publish(const Keeper& keeper, std::string_view name, int version) {
  const auto published = InSystem(keeper, [&](db::Tx& tx) {
    return Publish(tx, Target{std::string(name), version, std::nullopt}, DeedOf(keeper));
  });
  if (!published) return published.refusal();
  return published->definition.description;
}

Json ListAll(const Keeper& keeper) {
  auto items = Json::array();
  for (const auto& version : InSystem(keeper, [](db::Tx& tx) { return ListVersions(tx); })) {
    items.push_back(SummaryOf(version));
  }
  return items;
}

Result<Json> Describe(const Keeper& keeper, std::string_view name, int version) {
  const auto found = Get(keeper, name, version);
  if (!found) return found.refusal();
  return DetailsOf(*found);
}

Result<std::string> Export(const Keeper& keeper, std::string_view name, int version) {
  const auto found = Get(keeper, name, version);
  if (!found) return found.refusal();
  return ArchiveOf(*found);
}

Result<Json> Sample(const Keeper& keeper, std::string_view name, int version) {
  const auto found = Get(keeper, name, version);
  if (!found) return found.refusal();
  return PreviewOf(*found, Side::kRequest, Json(), keeper.clock.Now());
}

}  // namespace okno::message_types
