// SPDX-License-Identifier: Apache-2.0
#include "commands/smev_participant.h"

#include <charconv>
#include <iostream>
#include <stdexcept>

#include "commands/smev_verdicts.h"

namespace okno::app {
namespace {

namespace smev3 = exchange::smev3;

const smev3::Dialect& DialectOf(const std::string& version) {
  const auto* dialect = smev3::FindDialect(version);
  if (dialect == nullptr)
    throw std::runtime_error("--version: СМЭВ " + version + " здесь не умеют");
  return *dialect;
}

int PortOf(const std::string& text) {
  int port = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), port);
  const bool whole = error == std::errc() && end == text.data() + text.size();
  if (!whole || port < 1 || port > 65535)
    throw std::runtime_error("--ftp: '" + text + "' — не порт");
  return port;
}

std::optional<smev3::FileStorage> StorageOf(const ParticipantFlags& flags) {
  if (flags.ftp.empty()) return std::nullopt;
  const auto colon = flags.ftp.rfind(':');
  ftp::Server server{.host = flags.ftp.substr(0, colon), .user = flags.ftp_user};
  if (colon != std::string::npos) server.port = PortOf(flags.ftp.substr(colon + 1));
  // The word every contour takes from "anonymous".
  server.password =
      flags.ftp_password_file.empty() ? "smev" : ReadPassword(flags.ftp_password_file);
  return smev3::FileStorage{std::move(server), flags.ftp_directory};
}

}  // namespace

void AddParticipantFlags(const Command& command, ParticipantFlags& flags) {
  command.Take("--url", flags.url, "Шина: http://узел:порт/smev/v1.2/ws").Required();
  command.Take("--version", flags.version, "Версия конверта: 1.1, 1.2 или 1.3").ShownAs("1.2");
  command.Take("--key", flags.signer.key, "Ключ информационной системы: PEM или PKCS#12")
      .Required();
  command.Take("--cert", flags.signer.certificate, "Его сертификат; в PKCS#12 он свой");
  command.Take("--password-file", flags.signer.password_file, "Файл; в первой строке пароль ключа");
  command.Take("--bus-cert", flags.bus_certificate,
               "Сертификат ЭП-СМЭВ; без него годится любая подпись шины");
  command.Take("--trust", flags.trust,
               "Доверенные сертификаты отправителей; без них проверяются только сроки");
  command.Take("--node", flags.node_id, "NodeID этого узла");
  command.Take("--ftp", flags.ftp, "Хранилище файлов шины: узел или узел:порт");
  command.Take("--ftp-user", flags.ftp_user, "Под каким именем туда входить").ShownAs("anonymous");
  command.Take("--ftp-password-file", flags.ftp_password_file, "Файл; в первой строке пароль");
  command.Take("--ftp-directory", flags.ftp_directory, "Наша папка для выгрузки там");
  command.Flag("--json", flags.json, "JSON, для программ");
}

Result<std::unique_ptr<CommandParticipant>> CommandParticipant::Make(
    const ParticipantFlags& flags) {
  const auto& dialect = DialectOf(flags.version);
  auto signer = LoadSigner(flags.signer);
  if (!signer) return signer.refusal();
  auto made = std::make_unique<CommandParticipant>();
  std::optional<crypto::Certificate> bus;
  if (!flags.bus_certificate.empty()) {
    auto certificate = LoadCertificate(flags.bus_certificate);
    if (!certificate) return certificate.refusal();
    bus = *certificate;
  }
  if (!flags.trust.empty()) {
    const auto roots = crypto::ReadCertificates(ReadInput(flags.trust));
    if (!roots) return roots.refusal();
    for (const auto& root : *roots) made->trust_.AddRoot(root);
  }
  made->participant_ = std::make_unique<smev3::Participant>(
      smev3::ParticipantOptions{.url = flags.url,
                                .dialect = dialect,
                                .signer = *signer,
                                .bus_certificate = bus,
                                .trust = flags.trust.empty() ? nullptr : &made->trust_,
                                .clock = made->clock_,
                                .node_id = flags.node_id,
                                .storage = StorageOf(flags)});
  return made;
}

Outcome Acknowledge(const smev3::Participant& participant, const smev3::Incoming& incoming) {
  if (!incoming.id) return Refusal::Conflict("smev.malformed", "MessageId");
  return participant.Ack(*incoming.id,
                         incoming.bus.valid() ? smev3::Accepted::kYes : smev3::Accepted::kNo);
}

int TellRefusal(const Refusal& refusal, bool json) {
  if (json) std::cout << PrintableJson({{"error", ErrorJson(refusal)}}) << "\n";
  Complain(refusal);
  if (refusal.code.starts_with("smev.") && !refusal.detail.empty()) {
    std::cerr << "      Словами СМЭВ: " << refusal.detail << "\n";
  }
  return 1;
}

std::string VerdictSentence(const smev3::Verdict& verdict) {
  auto sentence = RussianText(verdict.code);
  if (sentence.ends_with('.')) sentence.pop_back();
  return verdict.signer ? sentence + ": " + verdict.signer->subject() : sentence;
}

}  // namespace okno::app
