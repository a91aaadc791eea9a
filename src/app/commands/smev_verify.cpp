// SPDX-License-Identifier: Apache-2.0
#include <CLI/CLI.hpp>
#include <iostream>
#include <memory>
#include <optional>
#include <stdexcept>

#include "commands/smev_commands.h"
#include "commands/smev_io.h"
#include "commands/smev_verdicts.h"
#include "exchange/smev3/capture.h"

namespace okno::app {
namespace {

namespace smev3 = exchange::smev3;

struct VerifyOptions {
  std::string file, at, trust;
  std::vector<std::string> crls;
  bool json = false;
};

constexpr auto kZone = "Europe/Moscow";

// A moment with or without an offset, or a day, whose noon is meant.
Instant ReadMoment(const std::string& text) {
  if (text.empty()) return SystemClock().Now();
  if (const auto moment = ParseInstant(text)) return *moment;
  if (const auto moment = ParseInstant(text + "+03:00")) return *moment;
  if (const auto date = ParseDate(text)) return LocalMoment(*date, std::chrono::hours(12), kZone);
  throw std::runtime_error("--at: '" + text + "' is neither a moment nor a day (2020-05-20)");
}

Result<std::unique_ptr<crypto::TrustStore>> LoadTrust(const std::string& path) {
  auto trust = std::make_unique<crypto::TrustStore>();
  const auto roots = crypto::ReadCertificates(ReadInput(path));
  if (!roots) return roots.refusal();
  for (const auto& root : *roots) trust->AddRoot(root);
  return trust;
}

// Notes in `verification` which lists were taken.
Result<smev3::SignatureReport> Inspect(const VerifyOptions& options, Verification& verification) {
  std::unique_ptr<crypto::TrustStore> trust;
  if (!options.trust.empty()) {
    auto loaded = LoadTrust(options.trust);
    if (!loaded) return loaded.refusal();
    trust = *std::move(loaded);
  }
  for (const auto& path : options.crls) {
    const auto lists = trust->AddRevocations(ReadInput(path));
    if (!lists) return lists.refusal();
    verification.revocations.insert(verification.revocations.end(), lists->begin(), lists->end());
  }
  const auto package = smev3::ReadCapture(ReadInput(options.file));
  if (!package) return package.refusal();
  return smev3::InspectSignatures(*package, {.at = verification.at, .trust = trust.get()});
}

int RunVerify(const VerifyOptions& options) {
  Verification verification{.file = options.file,
                            .at = ReadMoment(options.at),
                            .chain_checked = !options.trust.empty(),
                            .revocations = {}};
  const auto report = Inspect(options, verification);
  if (!report) {
    if (options.json)
      std::cout << PrintableJson(RefusalJson(options.file, report.refusal())) << "\n";
    return Complain(report.refusal());
  }
  if (options.json) {
    std::cout << PrintableJson(VerdictsJson(verification, *report)) << "\n";
  } else {
    std::cout << VerdictsText(verification, *report);
  }
  return report->AllAcceptable() ? 0 : 1;
}

constexpr auto kHelp =
    "FILE is XML, a raw MIME body (MTOM) or an HTTP message with its headers; - is the standard\n"
    "input. Every ds:Signature is judged by itself, and so is the SignaturePKCS7 of every\n"
    "attachment. Without --trust only the dates of certificates are judged, not their chains;\n"
    "without --crl nothing is said of revocation.\n"
    "Exit code: 0 all are right, 1 one is wrong or there is none, 2 the file can not be read.\n"
    "A file that is not in the message (FTP) is told and spoils nothing.\n\n"
    "Example: okno smev verify answer.xml --at 2020-05-20 --trust roots.pem";

}  // namespace

void AddSmevVerify(CLI::App& smev, const ChooseCommand& choose) {
  auto options = std::make_shared<VerifyOptions>();
  auto* command =
      smev.add_subcommand("verify", "Say of every signature in a file whether it holds");
  command->footer(kHelp);
  command->add_option("file", options->file, "The message")->required();
  command->add_option("--at", options->at,
                      "Moment (Moscow unless it says) or day certificates are judged at; now");
  auto* trust = command->add_option("--trust", options->trust, "Trusted certificates, PEM or DER");
  command
      ->add_option("--crl", options->crls,
                   "Lists of revoked certificates (CRL), PEM or DER; may be repeated")
      ->needs(trust);
  command->add_flag("--json", options->json, "JSON for machines");
  command->callback([choose, options] { choose([options] { return RunVerify(*options); }); });
}

}  // namespace okno::app
