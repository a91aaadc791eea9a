// SPDX-License-Identifier: Apache-2.0
#include "exchange/smev3/dialect.h"

#include <algorithm>

namespace okno::exchange::smev3 {

namespace {

#define OKNO_SMEV "urn://x-artefacts-smev-gov-ru/services/message-exchange/types"
#define OKNO_NAMESPACES(version) \
  OKNO_SMEV "/" version, OKNO_SMEV "/basic/" version, OKNO_SMEV "/faults/" version

// GetIncomingQueueStatistics stands last, for the versions without it take what is before it.
constexpr std::string_view kOperations[] = {"SendRequest",
                                            "SendResponse",
                                            "GetRequest",
                                            "GetResponse",
                                            "Ack",
                                            "GetStatus",
                                            "GetIncomingQueueStatistics"};
constexpr std::span<const std::string_view> kAllOperations(kOperations);

constexpr std::string_view kStatuses11[] = {"doesNotExist",
                                            "requestIsQueued",
                                            "requestIsAcceptedBySmev",
                                            "requestIsRejectedBySmev",
                                            "underProcessing",
                                            "responseIsAcceptedBySmev",
                                            "responseIsDelivered",
                                            "cancelled"};
constexpr std::string_view kStatuses12[] = {"doesNotExist",
                                            "requestIsQueued",
                                            "requestIsAcceptedBySmev",
                                            "requestIsRejectedBySmev",
                                            "underProcessing",
                                            "responseIsAcceptedBySmev",
                                            "responseIsRejectedBySmev",
                                            "messageIsDelivered",
                                            "messageIsArchived",
                                            "cancelled"};
constexpr std::string_view kStatuses13[] = {"doesNotExist",
                                            "requestIsQueued",
                                            "requestIsAcceptedBySmev",
                                            "requestIsRejectedBySmev",
                                            "requestIsProcessed",
                                            "underProcessing",
                                            "responseIsQueued",
                                            "responseIsAcceptedBySmev",
                                            "responseIsRejectedBySmev",
                                            "responseIsProcessed",
                                            "messageIsDelivered",
                                            "messageIsArchived",
                                            "cancelled"};

using enum Dialect::Presence;

constexpr Dialect kDialects[] = {
    {"1.1", OKNO_NAMESPACES("1.1"), "", "", Dialect::Metadata::kLong, kRequired, kRequired,
     kRequired, Dialect::Wildcards::kSkip, Dialect::Headers::kBase, 50, kAllOperations,
     kStatuses11},
    {"1.2", OKNO_NAMESPACES("1.2"), "", "", Dialect::Metadata::kShort, kOptional, kRequired,
     kRequired, Dialect::Wildcards::kSkip, Dialect::Headers::kBase, 50, kAllOperations.first(6),
     kStatuses12},
    {"1.3", OKNO_NAMESPACES("1.3"), OKNO_SMEV "/routing/1.3", OKNO_SMEV "/directive/1.3",
     Dialect::Metadata::kNamed, kOptional, kOptional, kOptional, Dialect::Wildcards::kLax,
     Dialect::Headers::kNamed, 100, kAllOperations.first(6), kStatuses13},
};

#undef OKNO_NAMESPACES
#undef OKNO_SMEV

}  // namespace

bool Dialect::HasOperation(std::string_view operation) const {
  return std::find(operations.begin(), operations.end(), operation) != operations.end();
}

bool Dialect::HasStatus(std::string_view status) const {
  return std::find(statuses.begin(), statuses.end(), status) != statuses.end();
}

std::span<const Dialect> Dialects() { return kDialects; }

const Dialect* FindDialect(std::string_view version) {
  for (const auto& dialect : kDialects) {
    if (dialect.version == version) return &dialect;
  }
  return nullptr;
}

std::string FaultCode(std::string_view fault_name) {
  if (fault_name == "SMEVFailure") return "smev.failure";
  std::string code = "smev.";
  for (char letter : fault_name) {
    bool upper = letter >= 'A' && letter <= 'Z';
    if (upper && code.back() != '.') code += '_';
    code += upper ? static_cast<char>(letter - 'A' + 'a') : letter;
  }
  return code;
}

}  // namespace okno::exchange::smev3
