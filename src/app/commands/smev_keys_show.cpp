// SPDX-License-Identifier: Apache-2.0
#include "commands/smev_keys_show.h"

#include <fmt/format.h>

#include <iostream>

#include "commands/smev_io.h"
#include "commands/smev_verdicts.h"
#include "text/strings.h"

namespace okno::app {
namespace {

Result<std::vector<crypto::Certificate>> ReadAny(const ShowOptions& options) {
  const auto bytes = ReadInput(options.file);
  auto certificates = crypto::ReadCertificates(bytes);
  if (certificates || IsPem(bytes)) return certificates;
  const auto store = crypto::ReadPkcs12(bytes, ReadPassword(options.password_file));
  // What is no PKCS#12 either was meant as a certificate.
  if (!store) return options.password_file.empty() ? certificates : store.refusal();
  return crypto::ReadCertificates(store->pair.certificate_pem + store->chain_pem);
}

std::string ValidityText(const crypto::Certificate& certificate, Instant now) {
  if (now < certificate.not_before()) return "ещё не действует";
  if (now > certificate.not_after()) return "срок действия истёк";
  const auto days = std::chrono::duration_cast<std::chrono::days>(certificate.not_after() - now);
  return fmt::format("осталось {} {}", days.count(),
                     text::Plural(days.count(), "день", "дня", "дней"));
}

std::string UsageText(const crypto::Certificate& certificate) {
  if (certificate.is_authority()) return "выпуск сертификатов (удостоверяющий центр)";
  const auto usage = certificate.key_usage();
  if (usage.empty()) return "не ограничено";
  const bool signs = usage.find("Digital Signature") != std::string::npos;
  return (signs ? "электронная подпись" : "подпись документов не разрешена") +
         fmt::format(" ({})", usage);
}

std::string CertificateFacts(const crypto::Certificate& certificate, Instant now) {
  const auto algorithm = certificate.algorithm();
  return fmt::format(
      "Владелец: {}\nИздатель: {}{}\nСерийный номер: {}\n"
      "Действует с {} по {} по Москве: {}\nКлюч: {}\nНазначение: {}\nОтпечаток SHA-256: {}\n",
      certificate.subject(), certificate.issuer(),
      certificate.subject() == certificate.issuer() ? " (самоподписанный)" : "",
      certificate.serial(), FormatLocal(certificate.not_before(), kMoscow),
      FormatLocal(certificate.not_after(), kMoscow), ValidityText(certificate, now),
      algorithm ? AlgorithmText(*algorithm) + ", параметры " + certificate.parameters()
                : "не ГОСТ, для СМЭВ не годится",
      UsageText(certificate), text::HexEncode(certificate.sha256()));
}

}  // namespace

int RunShow(const ShowOptions& options) {
  const auto certificates = ReadAny(options);
  if (!certificates) return Complain(certificates.refusal());
  if (options.json) {
    auto list = nlohmann::json::array();
    for (const auto& certificate : *certificates) list.push_back(CertificateJson(certificate));
    std::cout << PrintableJson(list) << "\n";
    return 0;
  }
  const auto now = SystemClock().Now();
  bool first = true;
  for (const auto& certificate : *certificates) {
    std::cout << (first ? "" : "\n") << CertificateFacts(certificate, now);
    first = false;
  }
  return 0;
}

}  // namespace okno::app
