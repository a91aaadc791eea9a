// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "base/result.h"
#include "db/pool.h"
#include "json/json.h"
#include "message_types/message_types.h"
#include "time/time.h"

// Keeping message types without a browser: what `okno message-type` does.
namespace okno::message_types {

struct ImportFile {
  std::string file_name;                                 // only its words are used
  std::string bytes;                                     // an XSD or a ZIP
  std::string name, title, request_root, response_root;  // "" = as found
  std::string agency_code = {}, agency_name = {};        // whom it goes to; "" = as found
};
struct Keeper {
  db::Pool& db;
  const Clock& clock;
  std::string actor;  // as it is shown in the history
};
// Makes a draft. Refused "message_types.draft_exists", and as the import refuses
// (docs/message-types.md).
Result<Description> ImportDraft(const Keeper& keeper, const ImportFile& file);
// A draft that is whole, or a withdrawn version, is offered from now on. Refused
// "message_types.version_not_found", "message_types.published_already",
// "message_types.newer_published" (that one would go on being offered), "input.invalid" at
// /agency/… while it is not said whom it goes to, "message_types.no_roots",
// "message_types.unqualified", "message_types.wildcard_required".
Result<Description> Publish(const Keeper& keeper, std::string_view name, int version);
// {"name", "version", "state", "title", "namespace", …} of every version, by name:
// MessageTypeSummary.
Json ListAll(const Keeper& keeper);
// MessageTypeVersion of openapi.yaml. `version` 0 = the newest. Refused
// "message_types.version_not_found".
Result<Json> Describe(const Keeper& keeper, std::string_view name, int version);
// A ZIP as the import takes it.
Result<std::string> Export(const Keeper& keeper, std::string_view name, int version);
// The sample request as XML; "xml", "data", "table", "errors": MessageTypePreview.
Result<Json> Sample(const Keeper& keeper, std::string_view name, int version);

}  // namespace okno::message_types
