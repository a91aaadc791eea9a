// SPDX-License-Identifier: Apache-2.0
#include "neighbour_cases.h"

namespace okno::testbed::testing {

namespace {

const std::string kBirthAndSex = "<t:BirthDate>1985-04-12</t:BirthDate><t:Gender>Female</t:Gender>";

std::string Name(const std::string& last, const std::string& first = "Мария",
                 const std::string& middle = "Ильинична") {
  return "<c:FamilyName>" + last + "</c:FamilyName><c:FirstName>" + first +
         "</c:FirstName><c:Patronymic>" + middle + "</c:Patronymic>";
}

std::string Snils(const std::string& root, const std::string& ns, const std::string& content) {
  return "<t:" + root + " xmlns:t=\"http://kvs.pfr.com/" + ns +
         "\" xmlns:c=\"urn://x-artefacts-smev-gov-ru/supplementary/commons/1.0.1\">" + content +
         "</t:" + root + ">";
}

std::string Passport(const std::string& number) {
  return "<c:PassportRF><c:Series>7719</c:Series><c:Number>" + number +
         "</c:Number><c:IssueDate>2005-05-20</c:IssueDate><c:Issuer>УМВД</c:Issuer></c:PassportRF>";
}

std::string ByAdditionalData(const std::string& content) {
  return Snils("SnilsByAdditionalDataRequest", "snils-by-additionalData/1.0.1", content);
}

std::string Validation(const std::string& snils) {
  return Snils("SnilsValidationRequest", "snils-validation/1.0.1",
               Name("Зорина") + "<t:Snils>" + snils +
                   "</t:Snils><t:Gender>Female</t:Gender><t:BirthDate>1985-04-12</t:BirthDate>");
}

std::vector<NeighbourCase> OfSocialFund() {
  const auto other_sex = "<t:Gender>Male</t:Gender><t:BirthDate>1985-04-12</t:BirthDate>";
  const auto by_data = [](const std::string& content) {
    return Snils("SnilsByDataRequest", "snils-by-data/1.1.2", content);
  };
  return {
      {"a resident's snils by name and passport",
       "snils-by-additional-data",
       ByAdditionalData(Name("Зорина") + kBirthAndSex + Passport("123456")),
       {"Snils>11223344595<", ">Зорина<", "Number>123456<"}},
      {"names are compared without regard to case",
       "snils-by-additional-data",
       ByAdditionalData(Name("ЗОРИНА", "МАРИЯ", "ИЛЬИНИЧНА") + kBirthAndSex),
       {"Snils>11223344595<"}},
      {"another's passport",
       "snils-by-additional-data",
       ByAdditionalData(Name("Зорина") + kBirthAndSex + Passport("654321")),
       {},
       "NO_DATA"},
      {"two namesakes born on one day",
       "snils-by-additional-data",
       ByAdditionalData(Name("Светлова") + kBirthAndSex),
       {},
       "UNKNOWN_REQUEST_DESCRIPTION"},
      {"two namesakes told apart by the passport",
       "snils-by-additional-data",
       ByAdditionalData(Name("Светлова") + kBirthAndSex + Passport("200002")),
       {"Snils>08765430300<"}},
      {"nobody of that surname",
       "snils-by-additional-data",
       ByAdditionalData(Name("Неизвестнова") + kBirthAndSex),
       {},
       "NO_DATA"},
      {"an unknown person is made up with right check digits",
       "snils-by-additional-data",
       ByAdditionalData(Name("Сказкина") + kBirthAndSex),
       {"Snils>1", "Gender>Female<"}},
      {"snils by main data",
       "snils-by-data",
       by_data(Name("Зорина") + "<t:Gender>Female</t:Gender><t:BirthDate>1985-04-12</t:BirthDate>"),
       {"Snils>11223344595<"}},
      {"wrong sex", "snils-by-data", by_data(Name("Зорина") + other_sex), {}, "NO_DATA"},
      {"a surname that always fits several",
       "snils-by-data",
       by_data(Name("Двойникова") + other_sex),
       {},
       "UNKNOWN_REQUEST_DESCRIPTION"},
      {"right snils", "snils-validation", Validation("11223344595"), {"Result>true<"}},
      {"another's snils", "snils-validation", Validation("08765430200"), {"Result>false<"}},
  };
}

std::string Inn(const std::string& last, const std::string& document) {
  return "<r:FNSINNSingularRequest "
         "xmlns:r=\"urn://x-artefacts-fns-inn-singular/root/270-18/4.0.1\" "
         "xmlns:c=\"urn://x-artefacts-fns-inn/commons/4.0.0\" ИдЗапрос=\"7\"><r:СведЮЛ "
         "ОГРН=\"1157700000017\" ИННЮЛ=\"7701000114\" НаимОрг=\"МФЦ\"/><r:СведФЛ "
         "ДатаРожд=\"1985-04-12\"><c:ФИО Фамилия=\"" +
         last +
         "\" Имя=\"Мария\" Отчество=\"Ильинична\"/><c:УдЛичнФЛ КодВидДок=\"21\" СерНомДок=\"" +
         document + "\"/></r:СведФЛ></r:FNSINNSingularRequest>";
}

std::string Egrul(const std::string& condition) {
  return "<e:FNSVipULRequest xmlns:e=\"urn://x-artefacts-fns-vipul-tosmv-ru/311-14/4.0.6\" "
         "ИдДок=\"9\"><e:ЗапросЮЛ>" +
         condition + "</e:ЗапросЮЛ></e:FNSVipULRequest>";
}

std::string Egrip(const std::string& condition) {
  return "<e:FNSVipIPRequest xmlns:e=\"urn://x-artefacts-fns-vipip-tosmv-ru/311-15/4.0.6\" "
         "ИдДок=\"9\"><e:ЗапросИП>" +
         condition + "</e:ЗапросИП></e:FNSVipIPRequest>";
}

std::vector<NeighbourCase> OfTaxService() {
  return {
      {"a resident's inn by passport",
       "inn-by-passport",
       Inn("Зорина", "77 19 123456"),
       {"ИННФЛ=\"500100732259\"", "ИдЗапрос=\"7\""}},
      {"inn by another's passport",
       "inn-by-passport",
       Inn("Зорина", "77 19 123457"),
       {},
       "NO_DATA"},
      {"an organization by ogrn",
       "egrul-extract",
       Egrul("<e:ОГРН>1027700132195</e:ОГРН>"),
       {"НаимЮЛПолн=\"Публичное общество «Пример»\"", "ИНН=\"7707083893\"", "Фамилия=\"Греков\""},
       "",
       "application/pdf"},
      {"an organization by inn",
       "egrul-extract",
       Egrul("<e:ИННЮЛ>7707083893</e:ИННЮЛ>"),
       {"ОГРН=\"1027700132195\""},
       "",
       "application/pdf"},
      {"an organization nobody has put in",
       "egrul-extract",
       Egrul("<e:ИННЮЛ>7830002293</e:ИННЮЛ>"),
       {"ИНН=\"7830002293\"", "СвОКВЭДОсн"},
       "",
       "application/pdf"},
      {"an inn with wrong check digits",
       "egrul-extract",
       Egrul("<e:ИННЮЛ>7707083894</e:ИННЮЛ>"),
       {},
       "NO_DATA"},
      {"an entrepreneur by ogrnip",
       "egrip-extract",
       Egrip("<e:ОГРНИП>304500116000157</e:ОГРНИП>"),
       {"ОГРНИП=\"304500116000157\"", "Фамилия=\"Купцов\"", "ИННФЛ=\"771234567859\""},
       "",
       "application/pdf"},
      {"an entrepreneur with wrong check digits",
       "egrip-extract",
       Egrip("<e:ОГРНИП>304500116000158</e:ОГРНИП>"),
       {},
       "NO_DATA"},
  };
}

std::string PassportCheck(const std::string& series, const std::string& number) {
  return "<m:request xmlns:m=\"urn://ru/mvd/sovm/p001/1.0.0\"><m:requestInfo><m:passportRFSeries>" +
         series + "</m:passportRFSeries><m:passportRFNumber>" + number +
         "</m:passportRFNumber></m:requestInfo></m:request>";
}

std::string Registration(const std::string& number, const std::string& kind) {
  return "<r:RegistrationRequest xmlns:r=\"urn://x-artefacts-okno/residence-registration/1.0.0\">"
         "<r:Person><r:FamilyName>Зорина</r:FamilyName><r:FirstName>Мария</r:FirstName>"
         "<r:Patronymic>Ильинична</r:Patronymic><r:BirthDate>1985-04-12</r:BirthDate></r:Person>"
         "<r:Passport><r:Series>7719</r:Series><r:Number>" +
         number + "</r:Number></r:Passport><r:Kind>" + kind + "</r:Kind></r:RegistrationRequest>";
}

std::vector<NeighbourCase> OfInteriorMinistry() {
  return {
      {"a passport in force",
       "passport-validity",
       PassportCheck("7719", "123456"),
       {"docStatus>300<", "passportRFNumber>123456<"}},
      {"a passport past the age of 45",
       "passport-validity",
       PassportCheck("7700", "100001"),
       {"docStatus>301<", "invalidityReason>601<", "invaliditySince>20"}},
      {"home of a resident",
       "residence-registration",
       Registration("123456", "any"),
       {"Kind>residence<", "Address>Приреченская обл., г. Приреченск, ул. Мира, д. 1, кв. 2<"}},
      {"another's passport",
       "residence-registration",
       Registration("111111", "any"),
       {},
       "NO_DATA"},
      {"no place of stay", "residence-registration", Registration("123456", "stay"), {}, "NO_DATA"},
  };
}

std::string Egrn(const std::string& object, const std::string& kind = "main") {
  return "<e:ExtractRequest xmlns:e=\"urn://x-artefacts-okno/egrn-extract/1.0.0\"><e:Kind>" + kind +
         "</e:Kind>" + object +
         "<e:Person><e:FamilyName>Зорина</e:FamilyName><e:FirstName>Мария</e:FirstName></e:Person>"
         "</e:ExtractRequest>";
}

std::string CivilRecord(const std::string& kind, const std::string& last,
                        const std::string& when = "") {
  return "<z:CivilRecordRequest xmlns:z=\"urn://x-artefacts-okno/civil-record/1.0.0\"><z:Kind>" +
         kind + "</z:Kind><z:Person><z:FamilyName>" + last +
         "</z:FamilyName><z:FirstName>Мария</z:FirstName><z:Patronymic>Ильинична</z:Patronymic>"
         "<z:BirthDate>1985-04-12</z:BirthDate></z:Person>" +
         when + "</z:CivilRecordRequest>";
}

std::vector<NeighbourCase> OfRegistries() {
  return {
      {"an extract by cadastral number",
       "egrn-extract",
       Egrn("<e:CadastralNumber>50:30:0060204:1</e:CadastralNumber>"),
       {"CadastralNumber>50:30:0060204:1<", ":Right>", "mimeType=\"application/zip\""},
       "",
       "application/zip",
       2},
      {"an extract without rights",
       "egrn-extract",
       Egrn("<e:Address>г. Приреченск, ул. Мира, д. 1, кв. 2</e:Address>", "object"),
       {"Address>г. Приреченск, ул. Мира, д. 1, кв. 2<"},
       "",
       "application/zip",
       2},
      {"an address without a house",
       "egrn-extract",
       Egrn("<e:Address>ул. Мира</e:Address>"),
       {},
       "UNKNOWN_REQUEST_DESCRIPTION"},
      {"a quarter that does not exist",
       "egrn-extract",
       Egrn("<e:CadastralNumber>77:01:0000000:1</e:CadastralNumber>"),
       {},
       "NO_DATA"},
      {"a birth",
       "civil-record",
       CivilRecord("birth", "Зорина"),
       {"FamilyName>Зорина<", ":Mother>", "FirstName>Илья<"}},
      {"a birth on that day",
       "civil-record",
       CivilRecord("birth", "Зорина", "<z:EventDate>1985-04-12</z:EventDate>"),
       {":Birth>"}},
      {"a birth on another day",
       "civil-record",
       CivilRecord("birth", "Зорина", "<z:EventDate>1985-04-13</z:EventDate>"),
       {},
       "NO_DATA"},
      {"the living have not died", "civil-record", CivilRecord("death", "Зорина"), {}, "NO_DATA"},
  };
}

}  // namespace

std::vector<NeighbourCase> TreasuryCases();     // neighbour_treasury_cases.cpp
std::vector<NeighbourCase> CorporationCases();  // neighbour_msp_cases.cpp

std::vector<NeighbourCase> NeighbourCases() {
  std::vector<NeighbourCase> cases;
  for (auto& group : {OfSocialFund(), OfTaxService(), OfInteriorMinistry(), OfRegistries(),
                      TreasuryCases(), CorporationCases()})
    cases.insert(cases.end(), group.begin(), group.end());
  return cases;
}

std::string GivenResidents() {
  return R"json([
  {"kind": "person", "last_name": "Зорина", "first_name": "Мария", "middle_name": "Ильинична",
   "birth_date": "1985-04-12", "sex": "female", "snils": "11223344595", "inn": "500100732259",
   "birth_place": "г. Приреченск",
   "identity_document": {"kind": "passport_rf", "series": "7719", "number": "123456",
                         "issue_date": "2019-05-20"},
   "registration_address": "Приреченская обл., г. Приреченск, ул. Мира, д. 1, кв. 2"},
  {"kind": "person", "last_name": "Светлова", "first_name": "Мария", "middle_name": "Ильинична",
   "birth_date": "1985-04-12", "sex": "female", "snils": "08765430200",
   "identity_document": {"kind": "passport_rf", "series": "7719", "number": "200001",
                         "issue_date": "2019-05-20"}},
  {"kind": "person", "last_name": "Светлова", "first_name": "Мария", "middle_name": "Ильинична",
   "birth_date": "1985-04-12", "sex": "female", "snils": "08765430300",
   "identity_document": {"kind": "passport_rf", "series": "7719", "number": "200002",
                         "issue_date": "2019-05-20"}},
  {"kind": "person", "last_name": "Старов", "first_name": "Пётр", "middle_name": "Ильич",
   "birth_date": "1970-01-10", "sex": "male", "snils": "11111111145",
   "identity_document": {"kind": "passport_rf", "series": "7700", "number": "100001",
                         "issue_date": "2000-02-01"}},
  {"kind": "entrepreneur", "last_name": "Купцов", "first_name": "Олег", "middle_name": "Юрьевич",
   "birth_date": "1979-03-03", "sex": "male", "snils": "11111111246", "inn": "771234567859",
   "ogrn": "304500116000157",
   "identity_document": {"kind": "passport_rf", "series": "7724", "number": "300001",
                         "issue_date": "2024-04-01"}},
  {"kind": "legal_entity", "full_name": "Публичное общество «Пример»", "short_name": "ПО «Пример»",
   "inn": "7707083893", "ogrn": "1027700132195", "kpp": "773601001",
   "head_name": "Греков Герман Олегович", "head_position": "Президент",
   "registration_address": "г. Приреченск, ул. Набережная, д. 19"}
])json";
}

}  // namespace okno::testbed::testing
