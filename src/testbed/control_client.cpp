// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <stdexcept>

#include "http/client.h"
#include "testbed/control.h"

namespace okno::testbed::control {

namespace fs = std::filesystem;

namespace {

std::string Call(const std::string& method, const std::string& url, const Json* body) {
  http::ClientRequest request;
  request.method = method;
  request.url = url;
  if (body != nullptr) {
    request.headers["Content-Type"] = "application/json";
    request.body = json::Dump(*body);
  }
  auto answer = http::Send(request);
  if (answer.kind != http::ClientAnswer::Kind::kAnswered) {
    throw std::runtime_error("the test bed does not answer: " + answer.error);
  }
  if (answer.status >= 300)
    throw std::runtime_error("the test bed refuses " + url + ": " + answer.body);
  return answer.body;
}

Json ReadSchemas(const std::string& folder) {
  Json schemas = Json::object();
  for (const auto& entry : fs::directory_iterator(folder)) {
    if (entry.path().extension() != ".xsd") continue;
    std::ifstream file(entry.path(), std::ios::binary);
    std::ostringstream text;
    text << file.rdbuf();
    schemas[entry.path().filename().string()] = text.str();
  }
  return schemas;
}

}  // namespace

std::string FetchBusCertificate(const std::string& base) {
  return Call("GET", base + "/control/certificate", nullptr);
}

void RegisterParticipant(const std::string& base, const std::string& mnemonic,
                         const std::string& name, const std::string& certificate_pem,
                         Replace replace) {
  Json body{
      {"name", name}, {"certificate_pem", certificate_pem}, {"replace", replace == Replace::kYes}};
  Call("PUT", base + "/control/participants/" + mnemonic, &body);
}

void RegisterMessageType(const std::string& base, const message_types::ContentType& type,
                         const std::vector<Route>& routes) {
  Json body{{"namespace", type.namespace_uri},
            {"request_root", type.request_root},
            {"response_root", type.response_root},
            {"title", type.title},
            {"routing_element", type.routing_element},
            {"routes", Json::array()},
            {"personal_signature", type.personal_signature},
            {"schemas", ReadSchemas(type.folder)}};
  for (const auto& route : routes)
    body["routes"].push_back({{"code", route.code}, {"mnemonic", route.mnemonic}});
  Call("PUT", base + "/control/message-types", &body);
}

void OrderFailure(const std::string& base, std::string_view mode, int times) {
  Json body{{"mode", mode}, {"times", times}};
  Call("POST", base + "/control/failures", &body);
}

void Order(const std::string& base, const std::string& method, const std::string& path,
           const Json& body) {
  Call(method, base + "/control/" + path, &body);
}

Json FetchNeighbours(const std::string& base) {
  return json::Parse(Call("GET", base + "/control/neighbours", nullptr)).value();
}

void SetNeighbourBehaviour(const std::string& base, const std::string& mnemonic,
                           std::string_view behaviour) {
  Json body{{"behaviour", behaviour}};
  Call("PUT", base + "/control/neighbours/" + mnemonic + "/behaviour", &body);
}

void PutNeighbourPersons(const std::string& base, const std::vector<Json>& cards) {
  constexpr std::size_t kBatch = 500;
  for (std::size_t begin = 0; begin < cards.size(); begin += kBatch) {
    const auto end = std::min(cards.size(), begin + kBatch);
    Json body{{"persons", Json(std::vector<Json>(cards.begin() + static_cast<long>(begin),
                                                 cards.begin() + static_cast<long>(end)))}};
    Call("PUT", base + "/control/neighbours/persons", &body);
  }
}

Json FetchState(const std::string& base) {
  return json::Parse(Call("GET", base + "/control/state", nullptr)).value();
}

std::set<std::string> FetchRecipients(const std::string& base) {
  const auto queues = json::Parse(Call("GET", base + "/control/queues", nullptr)).value();
  std::set<std::string> mnemonics;
  for (const auto& queue : queues.at("items"))
    mnemonics.insert(queue.at("recipient").get<std::string>());
  return mnemonics;
}

}  // namespace okno::testbed::control
