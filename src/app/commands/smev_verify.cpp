// SPDX-License-Identifier: Apache-2.0
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

// A moment with or without an offset, or a day, whose noon is meant.
Instant ReadMoment(const std::string& text) {
  if (text.empty()) return SystemClock().Now();
  if (const auto moment = ParseInstant(text)) return *moment;
  if (const auto moment = ParseInstant(text + "+03:00")) return *moment;
  if (const auto date = ParseDate(text)) return LocalMoment(*date, std::chrono::hours(12), kMoscow);
  throw std::runtime_error("--at: '" + text + "' — не момент и не день (2020-05-20)");
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

constexpr auto kVerifyHelp =
    "Файл — XML, тело MIME (MTOM) или сообщение HTTP с заголовками; - это стандартный ввод. "
    "Судится\n"
    "каждая ds:Signature сама по себе и SignaturePKCS7 каждого вложения. Без --trust у "
    "сертификатов\n"
    "проверяются только сроки, не цепочки; без --crl об отзыве ничего не сказано.\n"
    "Код возврата: 0 — все верны, 1 — какая-то неверна или подписей нет, 2 — файл не прочитать.\n"
    "О файле, которого нет в сообщении (FTP), сказано; он ничего не портит.\n\n"
    "Пример: okno smev verify answer.xml --at 2020-05-20 --trust roots.pem";

}  // namespace

void AddSmevVerify(const Command& smev, const ChooseCommand& choose) {
  auto options = std::make_shared<VerifyOptions>();
  const auto command = smev.Add("verify", "О каждой подписи в файле: верна ли она");
  command.Footer(kVerifyHelp);
  command.Take("file", options->file, "Сообщение").Required();
  command.Take(
      "--at", options->at,
      "Момент (московский, если не указан) или день, на который судить сертификаты; сейчас");
  const auto trust = command.Take("--trust", options->trust, "Доверенные сертификаты, PEM или DER");
  command
      .Take("--crl", options->crls,
            "Списки отозванных сертификатов (CRL), PEM или DER; можно несколько раз")
      .Needs(trust);
  command.Flag("--json", options->json, "JSON, для программ");
  command.OnChosen([choose, options] { choose([options] { return RunVerify(*options); }); });
}

}  // namespace okno::app
