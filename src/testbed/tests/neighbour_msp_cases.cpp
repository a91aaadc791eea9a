// SPDX-License-Identifier: Apache-2.0
#include "neighbour_cases.h"

namespace okno::testbed::testing {

namespace {

const std::string kApplicant =
    "<t:Applicant><m:LegalEntity><m:Name>ООО «Ромашка»</m:Name><m:Inn>7707083893</m:Inn>"
    "<m:Ogrn>1027700132195</m:Ogrn></m:LegalEntity><m:ContactPerson>Иванов И. И.</m:ContactPerson>"
    "<m:Email>info@example.ru</m:Email><m:Phone>+79120000000</m:Phone>"
    "<m:ReportingMethod>mfc</m:ReportingMethod></t:Applicant>";
const std::string kPlace =
    "<m:FiasCode>29251dcf-00a1-4e34-98d4-5c47484a36d4</m:FiasCode><m:Name>г. Приреченск</m:Name>";

std::string Request(const std::string& type, const std::string& stem, const std::string& content) {
  return "<t:" + stem + "Request xmlns:t=\"urn://x-artefacts-okno/" + type +
         "/1.0.0\" xmlns:m=\"urn://x-artefacts-okno/msp-common/1.0.0\">" + kApplicant + content +
         "</t:" + stem + "Request>";
}

NeighbourCase Case(const std::string& name, const std::string& type, const std::string& stem,
                   const std::string& content, std::vector<std::string> holds) {
  holds.push_back("mimeType=\"application/pdf\"");
  // All but the registration are lists.
  if (stem != "NavigatorRegistration") holds.push_back("name=\"tablica.xlsx\"");
  return {name, type, Request(type, stem, content), std::move(holds), "", "application/pdf"};
}

NeighbourCase Refused(const std::string& name, const std::string& type, const std::string& stem,
                      const std::string& content, const std::string& code,
                      std::vector<std::string> holds = {}) {
  return {name, type, Request(type, stem, content), std::move(holds), code};
}

std::string Property(const std::string& area) {
  return "<t:EstateKind>premises</t:EstateKind><t:Deal>rent</t:Deal><t:Location>" + kPlace +
         "</t:Location>" + area;
}

std::string Finance(const std::string& form, const std::string& amount) {
  return "<t:Form>" + form + "</t:Form><t:Amount>" + amount +
         "</t:Amount><t:Months>12</t:Months><t:Purpose>investment</t:Purpose>"
         "<t:Okved>47.11</t:Okved><t:HasCollateral>false</t:HasCollateral>";
}

std::string Enrolment(const std::string& code) {
  return "<t:Enrolment><t:CourseCode>" + code +
         "</t:CourseCode><t:Participant><t:FullName>Иванов Иван</t:FullName>"
         "<t:Email>ivan@example.ru</t:Email><t:Phone>+79120000001</t:Phone></t:Participant>"
         "</t:Enrolment>";
}

}  // namespace

std::vector<NeighbourCase> CorporationCases() {
  const auto login = "<t:Login>info@example.ru</t:Login><t:Consent>given</t:Consent>";
  return {
      Case("property to rent", "msp-property-selection", "PropertySelection", Property(""),
           {":Estate>", "Kind>premises<", "г. Приреченск"}),
      Refused("from is more than to", "msp-property-selection", "PropertySelection",
              Property("<t:Area><t:From>50</t:From><t:To>20</t:To></t:Area>"),
              "UNKNOWN_REQUEST_DESCRIPTION"),
      Refused("an area nobody has", "msp-property-selection", "PropertySelection",
              Property("<t:Area><t:From>5000</t:From></t:Area>"), "NO_DATA",
              {"Есть объекты площадью, м²: "}),
      Case("purchases to take part in", "msp-procurement-participation", "ProcurementParticipation",
           "<t:Okpd2>17.12.14</t:Okpd2><t:Region>" + kPlace +
               "</t:Region><t:OnlyForMsp>false</t:OnlyForMsp>",
           {":Notice>", "Okpd2>17.12.14<"}),
      Case("a microloan without collateral", "msp-financial-support", "FinancialSupport",
           Finance("microloan", "300000"), {"Product>Микрозаём «Старт»<"}),
      Refused("a sum nobody lends", "msp-financial-support", "FinancialSupport",
              Finance("microloan", "900000000"), "NO_DATA",
              {"Есть: Микрозаём «Старт» — до 500 тыс. ₽ на 24 мес.;"}),
      Refused("a loan without the collateral it wants", "msp-financial-support",
              "FinancialSupport", Finance("loan", "500000"), "NO_DATA",
              {"Кредит «Развитие» — до 50 млн ₽ на 84 мес., нужен залог"}),
      Case("trainings of a topic", "msp-training", "Training",
           "<t:Information><t:Topic>finance</t:Topic></t:Information>",
           {"Code>T-0003<", "Topic>finance<"}),
      Case("enrolment", "msp-training", "Training", Enrolment("T-0001"),
           {"FullName>Иванов Иван<", "Status>enrolled<"}),
      Case("no seats left", "msp-training", "Training", Enrolment("T-0004"), {"Status>waiting<"}),
      Refused("no such course", "msp-training", "Training", Enrolment("T-9999"), "NO_DATA"),
      Case("a customer's plan", "msp-procurement-volumes", "ProcurementVolumes",
           "<t:CustomerInn>7707083893</t:CustomerInn><t:Year>2027</t:Year>",
           {"Customer>ПО «Пример»<", ":Item>"}),
      Refused("an inn with wrong check digits", "msp-procurement-volumes", "ProcurementVolumes",
              "<t:CustomerInn>7707083894</t:CustomerInn><t:Year>2027</t:Year>", "NO_DATA"),
      Case("measures of support", "msp-support-measures", "SupportMeasures",
           "<t:City>" + kPlace + "</t:City><t:SupportKind>training</t:SupportKind>",
           {"Name>Центр «Мой бизнес»<", "Title>Тренинги<"}),
      Case("registration at the navigator", "msp-navigator-registration", "NavigatorRegistration",
           login, {"Status>registered<"}),
      Case("registered before", "msp-navigator-registration", "NavigatorRegistration", login,
           {"Status>already_registered<"}),
  };
}

}  // namespace okno::testbed::testing
