// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "logic/compiled_type.h"
#include "logic/definition.h"
#include "logic/import.h"
#include "message_types/versions.h"
#include "storage/version_store.h"

// Use cases on versions inside the caller's transaction.
namespace okno::message_types {

struct Deed {
  Instant now;
  std::string actor;
};
Result<Version> AddDraft(db::Tx& tx, Definition definition, const Deed& deed);
Result<Version> AddDraftOf(db::Tx& tx, std::string_view name, int from_version, const Deed& deed);
struct Target {
  std::string name;
  int version = 0;
  std::optional<long long> revision;  // wanted; stale otherwise
};
// `change` is MessageTypeChange of openapi.yaml. Refused "input.invalid",
// "message_types.not_a_draft".
Result<Version> ChangeDraft(db::Tx& tx, const Target& target, const Json& change);
Result<Version> Publish(db::Tx& tx, const Target& target, const Deed& deed);
Result<Version> Withdraw(db::Tx& tx, const Target& target, const Deed& deed);
Outcome RemoveDraft(db::Tx& tx, const Target& target);
// `version` 0 = the newest of the name.
Result<Version> GetVersion(db::Tx& tx, std::string_view name, int version);

Json SummaryOf(const Version& version);
Json DetailsOf(const Version& version);
// `data` null: the sample.
Result<Json> PreviewOf(const Version& version, Side side, const Json& data, Instant now);
std::string ArchiveOf(const Version& version);

}  // namespace okno::message_types
