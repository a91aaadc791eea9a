// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/id.h"

// The blocks a message is made of, as values: what the builder writes and the reader reads.
namespace okno::exchange::smev3 {

// A file that travels beside the envelope (MTOM); its content is the part "cid:<content_id>".
struct AttachmentHeader {
  std::string content_id;  // begins with a letter or underscore
  std::string mime_type;
  std::string signature;  // detached CMS, DER
};
// A file that travels by FTP; `uuid` names its directory.
struct RefAttachmentHeader {
  Uuid uuid;
  std::string file_name;  // transmitted where the dialect has it (1.3)
  std::string hash;       // Streebog-256 of the bytes, raw
  std::string mime_type;
  std::string signature;  // detached CMS, DER
};
// Where a received file lies, with one-off credentials.
struct FsAttachment {
  Uuid uuid;
  std::string user, password;
  std::string file_name;  // as the bus gave it, often with a leading slash
};

struct CaseInfo {
  std::string case_number;  // at most 100 characters
  enum class Kind { kNone, kService, kFunction } kind = Kind::kNone;
  std::string code;  // of the service or function, at most 50
  bool operator==(const CaseInfo&) const = default;
};
struct BusinessProcessMetadata {
  std::optional<CaseInfo> case_info;
  std::string frgu;  // code of the organization's own system when an aggregator sends for it
  bool empty() const { return !case_info && frgu.empty(); }
  bool operator==(const BusinessProcessMetadata&) const = default;
};

// Who is to get a request, named by the sender (1.3). Each value at most 500 characters, at most
// 1000 values.
struct RoutingValues {
  std::vector<std::string> dynamic, identifiers;
  bool empty() const { return dynamic.empty() && identifiers.empty(); }
};
struct RegistryRecordRouting {
  int record_id = 0;
  enum class General { kNo, kYes } use_general = General::kYes;
  RoutingValues values;
};
struct Routing {
  RoutingValues values;
  std::vector<RegistryRecordRouting> records;
  bool empty() const { return values.empty() && records.empty(); }
};

struct RejectionData {
  std::string code;  // ACCESS_DENIED, NO_DATA, UNKNOWN_REQUEST_DESCRIPTION, FAILURE
  std::string description;
};
struct StatusData {
  int code = 0;
  std::string description;
  std::vector<std::pair<std::string, std::string>> parameters;  // key, value
};

}  // namespace okno::exchange::smev3
