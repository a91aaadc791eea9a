// SPDX-License-Identifier: Apache-2.0
#include "commands/smev_verdicts.h"

#include <fmt/format.h>

#include "commands/smev_io.h"
#include "text/strings.h"

namespace okno::app {
namespace {

namespace smev3 = exchange::smev3;
using smev3::SignatureFinding;

std::string Bytes(std::size_t count) {
  return fmt::format("{} {}", count,
                     text::Plural(static_cast<long long>(count), "байт", "байта", "байт"));
}

std::string WhatIs(const SignatureFinding& finding) {
  if (finding.kind == SignatureFinding::Kind::kElement) {
    return "подпись в " + (finding.holder.empty() ? "корне документа" : finding.holder);
  }
  return finding.kind == SignatureFinding::Kind::kFile ? "подпись файла, переданного по FTP"
                                                       : "подпись вложения";
}

std::string Mark(const SignatureFinding& finding) {
  if (finding.valid()) return "ВЕРНА";
  if (finding.missing()) return "НЕТ";
  return finding.unchecked() ? "НЕ СВЕРЕНА" : "НЕВЕРНА";
}

std::string CoverageText(const SignatureFinding& finding) {
  if (finding.missing()) {
    return finding.expected.empty() ? fmt::format("Файл «{}» не подписан.", finding.id)
                                    : fmt::format("Элемент {} не подписан.", finding.expected);
  }
  if (finding.kind != SignatureFinding::Kind::kElement) {
    const auto size = finding.bytes == 0 ? "" : ", " + Bytes(finding.bytes);
    return fmt::format("Подписан файл «{}»{}.", finding.id, size);
  }
  if (finding.element.empty()) {
    return finding.id.empty() ? "" : fmt::format("Подписан элемент с Id «{}».", finding.id);
  }
  const auto digested =
      finding.octets == 0 ? "" : ", после преобразования " + Bytes(finding.octets);
  const auto id = finding.id.empty() ? "весь документ" : "Id «" + finding.id + "»";
  return fmt::format("Подписан элемент {}, {}: {}{}.", finding.element, id, Bytes(finding.bytes),
                     digested);
}

std::string TargetText(const SignatureFinding& finding) {
  if (finding.code != "signature.wrong_target") return {};
  if (finding.expected.empty()) {
    return "Сообщение, к которому относится подпись, перенесено или размножено.";
  }
  return fmt::format("На этом месте СМЭВ ждёт подпись под элементом {}, а она стоит под другим.",
                     finding.expected);
}

// The signature is judged before its certificate.
std::string HoldsText(const SignatureFinding& finding) {
  const bool holds =
      finding.code.starts_with("certificate.") && finding.code != "certificate.malformed";
  return holds ? "Сама подпись под содержимым сходится." : "";
}

std::string CertificateText(const crypto::Certificate& certificate) {
  return fmt::format(
      "   Подписал: {}.\n   Издатель сертификата: {}; серийный номер {}; действует с {} по {}.\n",
      certificate.subject(), certificate.issuer(), certificate.serial(),
      FormatLocal(certificate.not_before(), kMoscow),
      FormatLocal(certificate.not_after(), kMoscow));
}

std::string FindingText(std::size_t number, const SignatureFinding& finding) {
  auto text = fmt::format("\n{}. {}: {}, строка {} [{}]\n   {}\n", number, Mark(finding),
                          WhatIs(finding), finding.line, finding.code, RussianText(finding.code));
  for (const auto& sentence : {HoldsText(finding), TargetText(finding), CoverageText(finding)}) {
    if (!sentence.empty()) text += "   " + sentence + "\n";
  }
  if (finding.certificate) text += CertificateText(*finding.certificate);
  if (finding.algorithm) text += "   Алгоритм: " + AlgorithmText(*finding.algorithm) + ".\n";
  if (finding.signing_time) {
    text += "   Время подписания, со слов подписавшего: " +
            FormatLocal(*finding.signing_time, kMoscow) + ".\n";
  }
  return text;
}

// Which lists were looked at, and what they can not know.
std::string RevocationText(const Verification& verification) {
  if (verification.revocations.empty()) return "Отзыв не проверялся: нет --crl.";
  std::string text = "Отзыв проверен только по спискам:";
  for (const auto& list : verification.revocations) {
    text += fmt::format("\n   {}, от {}", list.issuer, FormatLocal(list.issued_at, kMoscow));
    if (list.next_at && *list.next_at < verification.at) {
      text += fmt::format(" (устарел {}: об отозванных позже не знает)",
                          FormatLocal(*list.next_at, kMoscow));
    }
  }
  return text;
}

std::string HeadText(const Verification& verification, const smev3::SignatureReport& report) {
  const auto version = report.version.empty() ? "" : ", конверт СМЭВ " + report.version;
  const auto parts = report.parts == 0 ? "" : fmt::format(", частей рядом: {}", report.parts);
  return fmt::format(
      "{}: {}{}, {}{}.\nСертификаты проверены на {} по Москве. {}\n{}\n", verification.file,
      report.message, version, Bytes(report.bytes), parts, FormatLocal(verification.at, kMoscow),
      verification.chain_checked
          ? "Цепочки проверены до указанных корневых сертификатов."
          : "Цепочки сертификатов не проверялись: нет --trust. Кто подписал, видно только со слов "
            "сертификата.",
      RevocationText(verification));
}

std::string_view KindName(SignatureFinding::Kind kind) {
  switch (kind) {
    case SignatureFinding::Kind::kAttachment:
      return "attachment";
    case SignatureFinding::Kind::kFile:
      return "file";
    default:
      return "element";
  }
}

nlohmann::json FindingJson(const SignatureFinding& finding) {
  nlohmann::json json{{"kind", KindName(finding.kind)},
                      {"valid", finding.valid()},
                      {"code", finding.code},
                      {"text", RussianText(finding.code)},
                      {"holder", finding.holder},
                      {"line", finding.line},
                      {"covers",
                       {{"element", finding.element},
                        {"namespace", finding.element_namespace},
                        {"id", finding.id},
                        {"bytes", finding.bytes},
                        {"digested_bytes", finding.octets}}}};
  if (!finding.expected.empty()) json["expected_element"] = finding.expected;
  if (finding.certificate) json["certificate"] = CertificateJson(*finding.certificate);
  if (finding.algorithm) json["algorithm"] = AlgorithmName(*finding.algorithm);
  if (finding.signing_time) json["signing_time"] = FormatInstant(*finding.signing_time);
  return json;
}

}  // namespace

std::string AlgorithmText(crypto::GostAlgorithm algorithm) {
  switch (algorithm) {
    case crypto::GostAlgorithm::kGost2012_256:
      return "ГОСТ Р 34.10-2012, 256 бит";
    case crypto::GostAlgorithm::kGost2012_512:
      return "ГОСТ Р 34.10-2012, 512 бит";
    default:
      return "ГОСТ Р 34.10-2001 с ГОСТ Р 34.11-94";
  }
}

std::string AlgorithmName(crypto::GostAlgorithm algorithm) {
  switch (algorithm) {
    case crypto::GostAlgorithm::kGost2012_256:
      return "gost2012-256";
    case crypto::GostAlgorithm::kGost2012_512:
      return "gost2012-512";
    default:
      return "gost2001";
  }
}

nlohmann::json CertificateJson(const crypto::Certificate& certificate) {
  return {{"subject", certificate.subject()},
          {"issuer", certificate.issuer()},
          {"serial", certificate.serial()},
          {"not_before", FormatInstant(certificate.not_before())},
          {"not_after", FormatInstant(certificate.not_after())},
          {"parameters", certificate.parameters()},
          {"sha256", text::HexEncode(certificate.sha256())}};
}

std::string PrintableJson(const nlohmann::json& json) {
  return json.dump(2, ' ', false, nlohmann::json::error_handler_t::replace);
}

std::string VerdictsText(const Verification& verification, const smev3::SignatureReport& report) {
  auto text = HeadText(verification, report);
  if (report.findings.empty()) return text + "\nПодписей в файле нет.\n";
  std::size_t right = 0, wrong = 0;
  for (std::size_t i = 0; i < report.findings.size(); ++i) {
    const auto& finding = report.findings[i];
    text += FindingText(i + 1, finding);
    right += finding.valid() ? 1 : 0;
    wrong += finding.valid() || finding.unchecked() ? 0 : 1;
  }
  return text + fmt::format("\nПодписей: {}; верных: {}, неверных: {}, не сверенных: {}.\n",
                            report.findings.size(), right, wrong,
                            report.findings.size() - right - wrong);
}

nlohmann::json VerdictsJson(const Verification& verification,
                            const smev3::SignatureReport& report) {
  auto signatures = nlohmann::json::array();
  for (const auto& finding : report.findings) signatures.push_back(FindingJson(finding));
  auto lists = nlohmann::json::array();
  for (const auto& list : verification.revocations) {
    lists.push_back({{"issuer", list.issuer}, {"issued_at", FormatInstant(list.issued_at)}});
    if (list.next_at) lists.back()["next_at"] = FormatInstant(*list.next_at);
  }
  return {{"file", verification.file},
          {"envelope",
           {{"version", report.version},
            {"message", report.message},
            {"bytes", report.bytes},
            {"parts", report.parts}}},
          {"judged_at", FormatInstant(verification.at)},
          {"chain_checked", verification.chain_checked},
          {"revocation_lists", std::move(lists)},
          {"valid", report.AllValid()},
          {"acceptable", report.AllAcceptable()},
          {"signatures", std::move(signatures)}};
}

nlohmann::json ErrorJson(const Refusal& refusal) {
  return {{"code", refusal.code},
          {"text", RussianText(refusal.code, refusal.detail)},
          {"detail", refusal.detail}};
}

nlohmann::json VerdictJson(const smev3::Verdict& verdict) {
  nlohmann::json json{{"valid", verdict.valid()}, {"code", verdict.code}};
  if (verdict.signer) json["certificate"] = CertificateJson(*verdict.signer);
  return json;
}

nlohmann::json RefusalJson(const std::string& file, const Refusal& refusal) {
  return {{"file", file}, {"valid", false}, {"error", ErrorJson(refusal)}};
}

}  // namespace okno::app
