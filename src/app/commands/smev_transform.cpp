// SPDX-License-Identifier: Apache-2.0
#include "xml/smev_transform.h"

#include <CLI/CLI.hpp>

#include "commands/smev_commands.h"
#include "commands/smev_io.h"

namespace okno::app {
namespace {

int RunTransform() {
  const auto document = xml::Document::Parse(ReadInput("-"));
  if (!document) return Complain(document.refusal());
  const auto transformed = xml::SmevTransform(document->root());
  if (!transformed) return Complain(transformed.refusal());
  WriteOutput(*transformed);
  return 0;
}

}  // namespace

void AddSmevTransform(CLI::App& smev, const ChooseCommand& choose) {
  auto* command = smev.add_subcommand(
      "transform", "urn://smev-gov-ru/xmldsig/transform of a document, standard input to output");
  command->footer(
      "The document goes through exclusive canonicalization first, as the profile of СМЭВ 3 does.\n"
      "Written are exactly the bytes that a digest is made of: no line end is added. What can not\n"
      "be transformed is refused with its code and line on the standard error, exit code 2.\n\n"
      "Example: okno smev transform < request.xml | openssl dgst -md_gost12_256");
  command->callback([choose] { choose(RunTransform); });
}

}  // namespace okno::app
