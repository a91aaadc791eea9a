// SPDX-License-Identifier: Apache-2.0
#include "exchange/smev3/dialect.h"

namespace okno::exchange::smev3 {

namespace {

#define OKNO_SMEV "urn://x-artefacts-smev-gov-ru/services/message-exchange/types"

constexpr Dialect kDialects[] = {
    {"1.2", OKNO_SMEV "/1.2", OKNO_SMEV "/basic/1.2", OKNO_SMEV "/faults/1.2",
     Dialect::Metadata::kShort},
};

#undef OKNO_SMEV

}  // namespace

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
