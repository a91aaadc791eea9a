// SPDX-License-Identifier: Apache-2.0
#include "http/soap.h"
#include "text/strings.h"

namespace okno::testbed {

namespace {

constexpr char kService[] = "http://endpoints.transactionmarker.voskhod.ru/";
constexpr char kTypes[] = "http://voskhod.ru/transaction-marker";
constexpr std::size_t kLongestCode = 20;

std::string Envelope(const std::string& content) {
  return "<soap:Envelope xmlns:soap=\"" + std::string(smev3::kSoap) + "\">" +
         XmlElement("soap:Body", content) + "</soap:Envelope>";
}

http::Response Answer(const std::string& content, int status) {
  auto response = http::Response::Bytes(Envelope(content), "text/xml; charset=utf-8");
  response.status = status;
  return response;
}

http::Response ClientFault(const std::string& text) {
  return Answer(XmlElement("soap:Fault", "<faultcode>soap:Client</faultcode>" +
                                             XmlElement("faultstring", EscapeXml(text))),
                500);
}

bool IsCode(const std::string& code) {
  return !code.empty() && text::Length(code) <= kLongestCode && code.find('|') == std::string::npos;
}

http::Response GenerateMark(const Services& services, const http::Request& request) {
  auto document = xml::Document::Parse(request.body);
  if (!document) return ClientFault("Запрос не читается: " + document.refusal().code);
  auto body = document->root().child(smev3::kSoap, "Body");
  auto call = body ? body.child(kService, "generateMark") : xml::Element();
  auto information = call ? call.child("FRGUInformation") : xml::Element();
  if (!information) return ClientFault("Ожидается generateMark с FRGUInformation");
  auto participant = information.child_text("FRGUInteractionPartisipantCode");
  auto service = information.child_text("FRGUServiceCode");
  if (!IsCode(participant) || !IsCode(service))
    return ClientFault("Коды участника и услуги — от 1 до 20 знаков без «|»");
  if (services.registry.Get()->FindParticipant(participant) == nullptr)
    return ClientFault("Участник " + participant + " не зарегистрирован");
  auto mark = services.codes.Issue(service);
  auto content = XmlElement("tm:TransactionUUID", mark.id.ToString()) +
                 XmlElement("tm:TransactionCode", EscapeXml(mark.code));
  return Answer("<ep:generateMarkResponse xmlns:ep=\"" + std::string(kService) + "\" xmlns:tm=\"" +
                    kTypes + "\">" + content + "</ep:generateMarkResponse>",
                200);
}

}  // namespace

std::vector<http::Route> MarkRoutes(const Services& services) {
  return {{.method = "POST",
           .pattern = "/spkt/ws",
           .access = http::Access::kAnonymous,
           .body = http::Body::kXml,
           .handler = [services](const http::Request& request) -> Result<http::Response> {
             return GenerateMark(services, request);
           }}};
}

}  // namespace okno::testbed
