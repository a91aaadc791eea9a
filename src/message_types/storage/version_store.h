// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <vector>

#include "db/pool.h"
#include "logic/definition.h"

namespace okno::message_types {

// Makes changes of versions wait for each other; the registries' change number.
void LockVersions(db::Tx& tx);
long long FindChangeNumber(db::Tx& tx);

std::vector<Version> ListVersions(db::Tx& tx);  // without files; by name and version
std::optional<Version> FindVersion(db::Tx& tx, std::string_view name, int version);
std::optional<Version> LockVersion(db::Tx& tx, std::string_view name, int version);

// Each tells the registries.
void Insert(db::Tx& tx, const Version& version);
void Save(db::Tx& tx, const Version& version);
void DeleteDraft(db::Tx& tx, std::string_view name, int version);

}  // namespace okno::message_types
