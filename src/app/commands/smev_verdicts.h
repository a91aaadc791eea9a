// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <nlohmann/json.hpp>
#include <string>

#include "exchange/smev3/signature_report.h"
#include "exchange/smev3/verification.h"

namespace okno::app {

// How a verification was asked for.
struct Verification {
  std::string file;
  Instant at;
  bool chain_checked = false;
  std::vector<crypto::RevocationList> revocations;  // by which was asked who is revoked
};

// The report of `okno smev verify` as Russian sentences, and for machines.
std::string VerdictsText(const Verification& verification,
                         const exchange::smev3::SignatureReport& report);
nlohmann::json VerdictsJson(const Verification& verification,
                            const exchange::smev3::SignatureReport& report);
nlohmann::json ErrorJson(const Refusal& refusal);
nlohmann::json VerdictJson(const exchange::smev3::Verdict& verdict);
nlohmann::json RefusalJson(const std::string& file, const Refusal& refusal);

std::string AlgorithmText(crypto::GostAlgorithm algorithm);  // "ГОСТ Р 34.10-2012, 256 бит"
std::string AlgorithmName(crypto::GostAlgorithm algorithm);  // "gost2012-256"
// Names in certificates may be anything; what is no UTF-8 is replaced.
std::string PrintableJson(const nlohmann::json& json);
nlohmann::json CertificateJson(const crypto::Certificate& certificate);

}  // namespace okno::app
