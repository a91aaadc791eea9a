// SPDX-License-Identifier: Apache-2.0
#include "xml/smev_transform.h"

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

void AddSmevTransform(const Command& smev, const ChooseCommand& choose) {
  const auto command = smev.Add(
      "transform", "urn://smev-gov-ru/xmldsig/transform документа: со стандартного ввода на вывод");
  command.Footer(
      "Сначала документ проходит исключающую каноникализацию, как в профиле СМЭВ 3.\n"
      "На выход идут ровно те байты, по которым считают хэш: конец строки не добавлен.\n"
      "Что преобразовать нельзя, названо кодом и строкой в stderr, код возврата 2.\n\n"
      "Пример: okno smev transform < request.xml | openssl dgst -md_gost12_256");
  command.OnChosen([choose] { choose(RunTransform); });
}

}  // namespace okno::app
