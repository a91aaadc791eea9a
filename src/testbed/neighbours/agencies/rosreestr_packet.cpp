// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <map>

#include "neighbours/agencies/estate.h"
#include "neighbours/population/dice.h"

namespace okno::testbed::neighbours {

namespace {

using Members = std::map<std::string, std::string>;

Members Open(const Question& question) {
  if (question.files.size() != 1) return {};
  const auto members = Unzip(question.files.front().bytes);
  return members ? Members(members->begin(), members->end()) : Members();
}

// Every document of the packet has a detached signature beside it.
bool IsSigned(const Members& members, const std::string& name) {
  const auto document = members.find(name), signature = members.find(name + ".sig");
  return document != members.end() && signature != members.end() &&
         crypto::VerifyCms(signature->second, document->second).valid;
}

xml::Element FindBelow(const xml::Element& element, std::string_view name) {
  if (element.name() == name) return element;
  for (const auto& child : element.children()) {
    if (const auto found = FindBelow(child, name)) return found;
  }
  return {};
}

std::string CadastralNumber(const std::string& statement) {
  const auto document = xml::Document::Parse(statement);
  if (!document) return "";
  const auto number = FindBelow(document->root(), "cadastralNumber");
  return number ? number.text() : "";
}

void Describe(xml::Element attachment, const char* part, const char* file, bool unstructured) {
  const auto ns = attachment.namespace_uri();
  auto row = attachment.Add(ns, "req", part);
  row.Add(ns, "req", "IsUnstructuredFormat", unstructured ? "true" : "false");
  row.Add(ns, "req", "IsZippedPacket", "true");
  row.Add(ns, "req", "fileName", file);
}

std::string ExtractXml(const Estate& estate) {
  constexpr char kNamespace[] = "urn://x-artefacts-okno/egrn-packet/1.0.0";
  auto document = xml::Document::Create(kNamespace, "x", "extract");
  for (const auto& [name, value] : std::initializer_list<std::pair<const char*, std::string>>{
           {"cadastralNumber", estate.cadastral_number},
           {"type", estate.type},
           {"address", estate.address},
           {"area", estate.area},
           {"cadastralValue", estate.value}})
    document.root().Add(kNamespace, "x", name, value);
  return document.Serialize();
}

xml::Document Response(const Question& question, Date today) {
  const auto ns = question.content.namespace_uri();
  Dice dice(question.id, "packet");
  auto document = xml::Document::Create(ns, "req", "Response");
  auto root = document.root();
  root.Add(ns, "req", "externalNumber", question.content.child_text("externalNumber"));
  root.Add(ns, "req", "requestNumber",
           fmt::format("КУВИ-001/{}-{}", static_cast<int>(today.year()), dice.Digits(8)));
  auto attachment = root.Add(ns, "req", "Attachment");
  attachment.Add(ns, "req", "IsMTOMAttachmentContent", "true");
  Describe(attachment, "RequestDescription", "extract.xml", false);
  Describe(attachment, "Statement", "extract.xml", false);
  Describe(attachment, "File", "extract.xml.sig", true);
  return document;
}

}  // namespace

Answer TakePacket(Desk& desk, const Question& question) {
  const auto today = LocalDate(question.now, kMoscow);
  const auto members = Open(question);
  const auto statement =
      question.content.child("Attachment").child("Statement").child_text("fileName");
  if (!IsSigned(members, "request.xml") || !IsSigned(members, statement))
    return {{}, Rejection{"FAILURE", "Пакет неполон или подпись файла пакета неверна"}};
  const auto number = CadastralNumber(members.at(statement));
  if (number.empty()) return {{}, Ambiguous("В заявлении нет кадастрового номера")};
  const auto found = FindEstate(number, "", today);
  if (const auto* rejection = std::get_if<Rejection>(&found)) return {{}, *rejection};
  const auto extract = ExtractXml(std::get<Estate>(found));
  return Reply(
      Response(question, today),
      {Zip({{"extract.xml", extract}, {"extract.xml.sig", desk.signer.SignCms(extract)}})});
}

}  // namespace okno::testbed::neighbours
