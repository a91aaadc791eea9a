// SPDX-License-Identifier: Apache-2.0
#include "storage/version_store.h"

#include "message_types/queries.h"

namespace okno::message_types {
namespace {

Version Read(const db::Row& row) {
  Version version{.definition = FromBody(row["body"].As<Json>()),
                  .state = row["state"].Text(),
                  .revision = row["revision"].As<long long>(),
                  .content_hash = row["content_hash"].Text(),
                  .shipped = row["shipped"].As<bool>(),
                  .created_at = row["created_at"].As<Instant>(),
                  .created_by = row["created_by"].Text(),
                  .published_at = row["published_at"].Maybe<Instant>(),
                  .withdrawn_at = row["withdrawn_at"].Maybe<Instant>(),
                  .published_by = row["published_by"].Text(),
                  .withdrawn_by = row["withdrawn_by"].Text()};
  version.definition.description.version = row["version"].As<int>();
  return version;
}

std::optional<Version> ReadWhole(const db::Rows& rows) {
  if (rows.empty()) return std::nullopt;
  auto version = Read(rows.front());
  version.definition.files = rows.front()["files"].As<Json>().get<xsd::Files>();
  return version;
}

}  // namespace

void LockVersions(db::Tx& tx) { tx.Run(queries::kLockVersions); }

long long FindChangeNumber(db::Tx& tx) {
  return tx.Run(queries::kFindChangeNumber).front()["number"].As<long long>();
}

std::vector<Version> ListVersions(db::Tx& tx) {
  std::vector<Version> versions;
  for (const auto row : tx.Run(queries::kListVersions)) versions.push_back(Read(row));
  return versions;
}

std::optional<Version> FindVersion(db::Tx& tx, std::string_view name, int version) {
  return ReadWhole(tx.Run(queries::kFindVersion, name, version));
}

std::optional<Version> LockVersion(db::Tx& tx, std::string_view name, int version) {
  return ReadWhole(tx.Run(queries::kLockVersion, name, version));
}

void Insert(db::Tx& tx, const Version& version) {
  const auto& description = version.definition.description;
  tx.Queue(queries::kInsertVersion, description.name, description.version, version.state,
           description.namespace_uri, BodyOf(version.definition), Json(version.definition.files),
           version.content_hash, version.shipped, version.created_at, version.created_by,
           version.published_at, version.published_by);
  tx.Queue(queries::kCountChange);
}

void Save(db::Tx& tx, const Version& version) {
  const auto& description = version.definition.description;
  tx.Queue(queries::kSaveVersion, description.name, description.version, version.state,
           description.namespace_uri, BodyOf(version.definition), version.content_hash,
           version.published_at, version.published_by, version.withdrawn_at, version.withdrawn_by);
  tx.Queue(queries::kCountChange);
}

void DeleteDraft(db::Tx& tx, std::string_view name, int version) {
  tx.Run(queries::kDeleteDraft, name, version);
  tx.Queue(queries::kCountChange);
}

}  // namespace okno::message_types
