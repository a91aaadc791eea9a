// SPDX-License-Identifier: Apache-2.0
#include "bus_messages.h"

#include <fmt/format.h>

namespace okno::bench {
namespace {

constexpr char kNamespace[] = "urn://x-artefacts-okno/center-application/1.0.0";
constexpr int kFields = 30;

}  // namespace

std::string RequestXml(int number) {
  std::string fields;
  for (int i = 0; i < kFields; ++i)
    fields += fmt::format(
        "<Field code=\"field_{}\" label=\"Адрес места жительства\">Приреченская обл., г. Заозёрск, "
        "ул. Ленина, д. {}</Field>",
        i, i);
  return fmt::format(
      "<ApplicationRequest xmlns=\"{}\"><Number>0101-26-{:06}</Number><AgencyCode>msz</AgencyCode>"
      "<ServiceCode>veteran-monthly-payment</ServiceCode><ServiceName>ЕДВ ветерану "
      "труда</ServiceName><FiledAt>2026-11-23T12:00:00+03:00</FiledAt>"
      "<PlannedDate>2026-12-01</PlannedDate><Center><Name>МФЦ</Name><Branch>0101</Branch>"
      "<Address>ул. Мира, 1</Address></Center><Applicant><Kind>person</Kind><Name>Иванов И. "
      "И.</Name><Field code=\"snils\" label=\"СНИЛС\">112-233-445 95</Field></Applicant>"
      "<Form>{}</Form><Documents/><Files/></ApplicationRequest>",
      kNamespace, number, fields);
}

std::string ResponseXml() {
  return fmt::format(
      "<ApplicationResponse xmlns=\"{}\"><Number>0101-26-000001</Number><RegistrationNumber>77"
      "</RegistrationNumber><Outcome>positive</Outcome><Text>Назначено</Text>"
      "<DecidedAt>2026-11-24T12:00:00+03:00</DecidedAt><Officer>Петрова А. А.</Officer><Files/>"
      "</ApplicationResponse>",
      kNamespace);
}

}  // namespace okno::bench
