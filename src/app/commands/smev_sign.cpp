// SPDX-License-Identifier: Apache-2.0
#include <CLI/CLI.hpp>
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

constexpr auto kHelp =
    "Puts a ds:Signature in the profile of СМЭВ 3 (exc-c14n, then the СМЭВ transform) over the\n"
    "element with Id=ID. Bytes are put in, all others stay as they are.\n"
    "Where it goes: over a block of the envelope into that block's own holder, made where it is\n"
    "not there yet (CallerInformationSystemSignature, SMEVSignature,\n"
    "SenderInformationSystemSignature, RoutingSignature, RecordSignature); over the child of\n"
    "MessagePrimaryContent into PersonalSignature. Over any other element right after it; over "
    "the\n"
    "root inside it, enveloped. --holder and --enveloped say otherwise.\n"
    "Sign a person's content before the block around it: a later signature would change it.\n\n"
    "Examples: okno smev sign --id SIGNED_BY_CALLER --key key.pem --cert certificate.pem call.xml\n"
    "          okno smev sign --id ID1 --enveloped --key key.p12 --password-file pass.txt doc.xml";

}  // namespace

void AddSmevSign(CLI::App& smev, const ChooseCommand& choose) {
  auto options = std::make_shared<SignOptions>();
  auto* command = smev.add_subcommand("sign", "Sign an element of a document, result on output");
  command->footer(kHelp);
  command->add_option("--id", options->order.id, "Id of the element to sign")->required();
  command->add_option("--key", options->signer.key, "Private key: PEM or PKCS#12")->required();
  command->add_option("--cert", options->signer.certificate,
                      "Certificate: PEM or DER; a PKCS#12 has its own");
  command->add_option("--password-file", options->signer.password_file,
                      "File whose first line is the password of the key");
  auto* holder = command->add_option("--holder", options->order.holder,
                                     "Local name of the element to put the signature into");
  command
      ->add_flag_callback(
          "--enveloped", [options] { options->order.placing = xml::Placing::kEnveloped; },
          "Put the signature inside the signed element, as its last child")
      ->excludes(holder);
  command->add_option("file", options->file, "The document; - for the standard input")->required();
  command->callback([choose, options] { choose([options] { return RunSign(*options); }); });
}

}  // namespace okno::app
