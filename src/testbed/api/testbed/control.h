// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "json/json.h"
#include "message_types/content.h"

// The control interface of a running test bed, called over HTTP. `base` is "http://127.0.0.1:8090".
// All throw std::runtime_error when the test bed does not answer or refuses.
namespace okno::testbed::control {

std::string FetchBusCertificate(const std::string& base);
// Another certificate that is registered under this name, perhaps by another installation, stays
// unless it is to be replaced: then the call is refused.
enum class Replace { kNo, kYes };
void RegisterParticipant(const std::string& base, const std::string& mnemonic,
                         const std::string& name, const std::string& certificate_pem,
                         Replace replace = Replace::kNo);
struct Route {
  std::string code;      // value of the type's routing element; "" = all
  std::string mnemonic;  // participant that gets the requests
};
// With the schemas that lie in the type's folder.
void RegisterMessageType(const std::string& base, const message_types::ContentType& type,
                         const std::vector<Route>& routes);
void OrderFailure(const std::string& base, std::string_view mode,
                  int times = -1);  // see logic/failures.h, "none" ends it
// Any other call of the interface, e.g. ("PATCH", "settings", {{"answers", "multipart"}}).
void Order(const std::string& base, const std::string& method, const std::string& path,
           const Json& body);
Json FetchState(const std::string& base);
// Mnemonics of the participants that have messages in their queues: asking costs much less than a
// poll of each, signed and verified.
std::set<std::string> FetchRecipients(const std::string& base);
// The neighbour systems (README.md): who they are, what they answer, how they behave, and the root
// their certificates chain to ("authority_pem").
Json FetchNeighbours(const std::string& base);
void SetNeighbourBehaviour(const std::string& base, const std::string& mnemonic,
                           std::string_view behaviour);
// Whom the neighbours are to know: applicants' cards (ApplicantInput) of any kind.
void PutNeighbourPersons(const std::string& base, const std::vector<Json>& cards);

}  // namespace okno::testbed::control
