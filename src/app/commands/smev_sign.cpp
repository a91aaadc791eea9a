// SPDX-License-Identifier: Apache-2.0
#include <memory>

#include "commands/smev_commands.h"
#include "commands/smev_io.h"
#include "exchange/smev3/signing.h"

namespace okno::app {
namespace {

struct SignOptions {
  KeyFiles signer;
  std::string file;
  exchange::smev3::SigningOrder order;
};

int RunSign(const SignOptions& options) {
  const auto document = ReadInput(options.file);
  const auto signer = LoadSigner(options.signer);
  if (!signer) return Complain(signer.refusal());
  const auto signed_document = exchange::smev3::SignDocument(document, options.order, **signer);
  if (!signed_document) return Complain(signed_document.refusal());
  WriteOutput(*signed_document);
  return 0;
}

constexpr auto kSignHelp =
    "Кладёт ds:Signature по профилю СМЭВ 3 (exc-c14n, затем преобразование СМЭВ) над элементом с\n"
    "Id=ID. Байты добавляются, остальные не меняются.\n"
    "Куда: для блока конверта — в его собственное место, которое делается, если его ещё нет\n"
    "(CallerInformationSystemSignature, SMEVSignature, SenderInformationSystemSignature,\n"
    "RoutingSignature, RecordSignature); для содержимого MessagePrimaryContent — в\n"
    "PersonalSignature; для другого элемента — сразу за ним; для корня — внутрь (enveloped).\n"
    "--holder и --enveloped говорят иначе.\n"
    "Содержимое должностного лица подписывают раньше блока вокруг: поздняя подпись его изменит.\n\n"
    "Примеры: okno smev sign --id SIGNED_BY_CALLER --key key.pem --cert certificate.pem call.xml\n"
    "          okno smev sign --id ID1 --enveloped --key key.p12 --password-file pass.txt doc.xml";

}  // namespace

void AddSmevSign(const Command& smev, const ChooseCommand& choose) {
  auto options = std::make_shared<SignOptions>();
  const auto command = smev.Add("sign", "Подписать элемент документа, итог на выходе");
  command.Footer(kSignHelp);
  command.Take("--id", options->order.id, "Id подписываемого элемента").Required();
  command.Take("--key", options->signer.key, "Закрытый ключ: PEM или PKCS#12").Required();
  command.Take("--cert", options->signer.certificate, "Сертификат: PEM или DER; в PKCS#12 он свой");
  command.Take("--password-file", options->signer.password_file,
               "Файл; в первой строке пароль ключа");
  const auto holder =
      command.Take("--holder", options->order.holder, "Имя элемента, в который положить подпись");
  command
      .Flag(
          "--enveloped", [options] { options->order.placing = xml::Placing::kEnveloped; },
          "Положить подпись внутрь подписанного элемента, последней")
      .Excludes(holder);
  command.Take("file", options->file, "Документ; - это стандартный ввод").Required();
  command.OnChosen([choose, options] { choose([options] { return RunSign(*options); }); });
}

}  // namespace okno::app
