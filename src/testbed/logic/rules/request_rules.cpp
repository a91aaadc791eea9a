// SPDX-License-Identifier: Apache-2.0
#include "logic/rules/request_rules.h"

#include <algorithm>

#include "exchange/smev3/message_id.h"
#include "xml/signature.h"

namespace okno::testbed::rules {

namespace {

bool Contains(const std::vector<std::string>& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

std::string FrguOf(xml::Element provided) {
  auto metadata = provided.child("BusinessProcessMetadata");
  auto frgu = metadata ? metadata.child(smev3::kBusinessProcessMetadata, "frgu") : xml::Element();
  return frgu ? frgu.text() : std::string();
}

// For whom the sender speaks; MR section 7.
Checked<std::string> IdentityOf(const Incoming& incoming) {
  const auto& sender = *incoming.sender;
  if (!sender.aggregator) return sender.mnemonic;
  auto frgu = FrguOf(incoming.signed_element);
  if (frgu.empty()) {
    return Fault{"AccessDenied",
                 "SMEV-401: система-агрегатор не указала код frgu в BusinessProcessMetadata"};
  }
  if (!Contains(sender.frgu_codes, frgu)) {
    return Fault{"AccessDenied", "SMEV-401: код frgu «" + frgu + "» не закреплён за агрегатором " +
                                     sender.mnemonic};
  }
  return frgu;
}

}  // namespace

Checked<Uuid> CheckId(const std::string& text, Instant now, const Settings& settings) {
  auto parsed = Uuid::Parse(text);
  auto made = parsed ? smev3::TimeOf(*parsed) : std::nullopt;
  if (!made) {
    return Fault{"InvalidMessageIdFormat",
                 "SMEV-300: идентификатор сообщения " + text + " — не UUID версии 1"};
  }
  if (now - *made > settings.id_life || *made - now > settings.id_life) {
    return Fault{"StaleMessageId", "SMEV-300: срок действия идентификатора сообщения " + text +
                                       " истёк или не наступил"};
  }
  return *parsed;
}

xml::Element ContentOf(xml::Element provided) {
  auto primary = provided.child("MessagePrimaryContent");
  auto children = primary ? primary.children() : std::vector<xml::Element>();
  return children.empty() ? xml::Element() : children[0];
}

Fault TypeNotSupported(xml::Element content) {
  return {"BusinessDataTypeIsNotSupported",
          "SMEV-402: вид сведений {" + content.namespace_uri() + "}" + content.name() +
              " не зарегистрирован для этой операции",
          {{"RootElementLocalName", content.name()},
           {"RootElementNamespaceURI", content.namespace_uri()}}};
}

Checked<const MessageType*> FindRequestType(const Registry& registry, xml::Element content) {
  const auto* type = registry.FindType(content.namespace_uri());
  if (type == nullptr || type->request_root != content.name()) return TypeNotSupported(content);
  return type;
}

std::optional<Fault> CheckRights(const Incoming& incoming, const MessageType& type) {
  auto identity = IdentityOf(incoming);
  if (auto* fault = std::get_if<Fault>(&identity)) return *fault;
  if (type.senders.empty() || Contains(type.senders, std::get<0>(identity))) return std::nullopt;
  return Fault{"AccessDenied", "SMEV-401: у «" + std::get<0>(identity) +
                                   "» нет права отправлять запросы вида сведений «" + type.title +
                                   "»"};
}

std::optional<Fault> CheckPerson(const Incoming& incoming, const MessageType& type) {
  auto holder = incoming.signed_element.child("PersonalSignature");
  auto signature = holder ? holder.child(smev3::kDsig, "Signature") : xml::Element();
  if (!signature || type.persons.empty()) return std::nullopt;
  auto verdict = xml::VerifySignature(signature);
  if (verdict.certificate && Contains(type.persons, verdict.certificate->serial()))
    return std::nullopt;
  auto who = verdict.certificate ? verdict.certificate->subject_name() : std::string("неизвестный");
  // Faults of a person's rights came with the routing of 1.3.
  return Fault{
      incoming.dialect.has_routing() ? "PersonalAccessDenied" : "AccessDenied",
      "SMEV-401: у должностного лица «" + who + "» нет права на вид сведений «" + type.title + "»"};
}

Checked<std::optional<Instant>> CheckLife(xml::Element provided, Instant now) {
  auto text = provided.child_text("EOL");
  if (text.empty()) return std::optional<Instant>();
  auto end = ParseInstant(text);
  if (!end) return InvalidContent("EOL без часового пояса: " + text);
  if (*end <= now) return Fault{"EndOfLifeReached", "SMEV-302: срок жизни запроса истёк " + text};
  return end;
}

std::optional<Fault> CheckStructuredSize(const Incoming& incoming, std::uint64_t limit) {
  auto size = incoming.source.BytesOf(incoming.signed_element).size();
  if (size <= limit) return std::nullopt;
  return InvalidContent("SMEV-403: структурированные данные (" + std::to_string(size) +
                        " байт) превышают технологический предел СМЭВ (" + std::to_string(limit) +
                        " байт)");
}

}  // namespace okno::testbed::rules
