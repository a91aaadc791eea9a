// SPDX-License-Identifier: Apache-2.0
#include <filesystem>
#include <iostream>
#include <map>
#include <memory>
#include <stdexcept>

#include "commands/smev_commands.h"
#include "commands/smev_io.h"
#include "commands/smev_keys_show.h"
#include "time/time.h"

namespace okno::app {
namespace {

namespace fs = std::filesystem;
constexpr mode_t kSecret = 0600, kPublic = 0644;

struct MakeOptions {
  std::string folder, common_name, organization, ogrn;
  crypto::GostAlgorithm algorithm = crypto::GostAlgorithm::kGost2012_256;
  int days = 365;
};

int RunMake(const MakeOptions& options) {
  if (options.folder.empty() || options.common_name.empty())
    throw std::runtime_error("smev keys: нужны папка и --name; см. --help");
  const Instant now = SystemClock().Now();
  crypto::KeyRequest request{.algorithm = options.algorithm,
                             .common_name = "Test root of " + options.common_name,
                             .not_before = now,
                             .not_after = now + std::chrono::days(options.days)};
  const auto root = crypto::MakeRoot(request);
  request.common_name = options.common_name;
  request.organization = options.organization;
  request.ogrn = options.ogrn;
  const auto pair = crypto::MakeCertificate(request, root);
  const fs::path folder(options.folder);
  fs::create_directories(folder);
  WriteNew(folder / "key.pem", pair.key_pem, kSecret);
  WriteNew(folder / "certificate.pem", pair.certificate_pem, kPublic);
  WriteNew(folder / "root.pem", root.certificate_pem, kPublic);
  WriteNew(folder / "root-key.pem", root.key_pem, kSecret);
  std::cout << "okno: key.pem, certificate.pem, root.pem и root-key.pem лежат в " << options.folder
            << "\n";
  return 0;
}

struct ExportOptions {
  KeyFiles signer;
  std::string chain, password_file, out;
  bool gost = false;
};

int RunExport(const ExportOptions& options) {
  const auto signer = LoadSigner(options.signer);
  if (!signer) return Complain(signer.refusal());
  const auto password = ReadPassword(options.password_file);
  if (password.empty()) throw std::runtime_error("--password-file: пароль пуст");
  std::string chain;
  if (!options.chain.empty()) {
    const auto certificates = crypto::ReadCertificates(ReadInput(options.chain));
    if (!certificates) return Complain(certificates.refusal());
    for (const auto& certificate : *certificates) chain += certificate.pem();
  }
  const auto form = options.gost ? crypto::Pkcs12Form::kGost : crypto::Pkcs12Form::kAes;
  const crypto::KeyAndCertificate pair{ReadInput(options.signer.key),
                                       (*signer)->certificate().pem()};
  WriteNew(options.out, crypto::MakePkcs12(pair, password, form, chain), kSecret);
  std::cout << "okno: " << options.out << " готов\n";
  return 0;
}

struct ImportOptions {
  std::string file, password_file, folder;
};

int RunImport(const ImportOptions& options) {
  const auto content =
      crypto::ReadPkcs12(ReadInput(options.file), ReadPassword(options.password_file));
  if (!content) return Complain(content.refusal());
  const fs::path folder(options.folder);
  fs::create_directories(folder);
  WriteNew(folder / "key.pem", content->pair.key_pem, kSecret);
  WriteNew(folder / "certificate.pem", content->pair.certificate_pem, kPublic);
  if (!content->chain_pem.empty()) WriteNew(folder / "chain.pem", content->chain_pem, kPublic);
  std::cout << "okno: key.pem и certificate.pem лежат в " << options.folder << "\n";
  return 0;
}

void AddExport(const Command& keys, const ChooseCommand& choose) {
  auto options = std::make_shared<ExportOptions>();
  const auto command = keys.Add("export", "Сложить ключ и сертификат в PKCS#12");
  command.Footer(
      "Пример: okno smev keys export --key key.pem --cert certificate.pem --chain root.pem \\\n"
      "           --password-file pass.txt mfc.p12");
  command.Take("--key", options->signer.key, "Закрытый ключ, PEM без шифрования").Required();
  command.Take("--cert", options->signer.certificate, "Его сертификат").Required();
  command.Take("--chain", options->chain, "Какие сертификаты положить рядом");
  command.Take("--password-file", options->password_file, "Файл; в первой строке пароль")
      .Required();
  command.Flag("--gost", options->gost, "Шифровать по ГОСТ, а не AES-256");
  command.Take("out", options->out, "Какой PKCS#12 сделать").Required();
  command.OnChosen([choose, options] { choose([options] { return RunExport(*options); }); });
}

void AddImport(const Command& keys, const ChooseCommand& choose) {
  auto options = std::make_shared<ImportOptions>();
  const auto command = keys.Add("import", "Достать ключ и сертификат из PKCS#12");
  command.Footer(
      "PFX, выгруженный из КриптоПро CSP, зашифрован по-своему, и здесь его не "
      "прочитать.\n\n"
      "Пример: okno smev keys import mfc.p12 --password-file pass.txt keys/");
  command.Take("file", options->file, "Файл PKCS#12").Required();
  command.Take("folder", options->folder, "Куда положить key.pem, certificate.pem, chain.pem")
      .Required();
  command.Take("--password-file", options->password_file, "Файл; в первой строке пароль")
      .Required();
  command.OnChosen([choose, options] { choose([options] { return RunImport(*options); }); });
}

void AddShow(const Command& keys, const ChooseCommand& choose) {
  auto options = std::make_shared<ShowOptions>();
  const auto command = keys.Add("show", "Чей сертификат и для чего годится");
  command.Footer("Пример: okno smev keys show certificate.pem");
  command.Take("file", options->file, "Сертификаты PEM или DER либо PKCS#12").Required();
  command.Take("--password-file", options->password_file, "Файл; в первой строке пароль PKCS#12");
  command.Flag("--json", options->json, "JSON, для программ");
  command.OnChosen([choose, options] { choose([options] { return RunShow(*options); }); });
}

}  // namespace

void AddSmevKeys(const Command& smev, const ChooseCommand& choose) {
  static const std::map<std::string, crypto::GostAlgorithm> kAlgorithms = {
      {"gost2012-256", crypto::GostAlgorithm::kGost2012_256},
      {"gost2012-512", crypto::GostAlgorithm::kGost2012_512}};
  auto options = std::make_shared<MakeOptions>();
  const auto keys = smev.Add("keys", "Ключи ГОСТ и испытательные сертификаты, только для стендов");
  keys.Footer(
      "Делает корневой сертификат и подписанный им: key.pem, certificate.pem, root.pem, "
      "root-key.pem.\n"
      "Файл, который уже есть, не перезаписывается.\n\n"
      "Пример: okno smev keys keys/ --name \"ИС МФЦ\" --ogrn 1027700132195 --days 365");
  keys.Take("folder", options->folder, "Куда положить файлы");
  keys.Take("--name", options->common_name, "Имя (CN) в сертификате");
  keys.Take("--organization", options->organization, "Организация в сертификате");
  keys.Take("--ogrn", options->ogrn, "ОГРН в сертификате");
  keys.Take("--algorithm", kAlgorithms, options->algorithm, "gost2012-256 или gost2012-512")
      .ShownAs("gost2012-256");
  keys.Take("--days", options->days, "Сколько дней действует").Between(1, 3650);
  AddShow(keys, choose);
  AddExport(keys, choose);
  AddImport(keys, choose);
  keys.OnChosen([choose, keys, options] {
    if (!keys.WentFurther()) choose([options] { return RunMake(*options); });
  });
}

}  // namespace okno::app
