// SPDX-License-Identifier: Apache-2.0
#include "logic/rules/routing.h"

#include <algorithm>

#include "text/strings.h"
#include "xml/signature.h"

namespace okno::testbed::rules {

namespace {

constexpr std::size_t kLongestCode = 200;  // МР: routing code in business data

Fault NotFound(std::string description) {
  return {"RecipientIsNotFound", "SMEV-404: " + std::move(description)};
}

// The text of the element of that name, wherever it stands in the content.
std::string FindText(xml::Element content, const std::string& name) {
  for (auto child : content.children()) {
    if (child.name() == name) return child.text();
    auto deeper = FindText(child, name);
    if (!deeper.empty()) return deeper;
  }
  return {};
}

void CollectTexts(xml::Element content, std::string_view name, std::vector<std::string>& texts) {
  for (auto child : content.children()) {
    if (child.name() == name) texts.push_back(child.text());
    CollectTexts(child, name, texts);
  }
}

Checked<Recipients> ByContent(const MessageType& type, xml::Element content) {
  auto code =
      type.routing_element.empty() ? std::string() : FindText(content, type.routing_element);
  if (text::Length(code) > kLongestCode) return NotFound("код маршрутизации длиннее 200 знаков");
  if (const auto* route = FindRoute(type, code)) return Recipients{{route->mnemonic}, {}};
  if (!type.routing_element.empty() && code.empty())
    return NotFound("для маршрутизации недостаточно данных: нет элемента " + type.routing_element);
  return NotFound("получатель для элемента " + content.name() +
                  (code.empty() ? "" : " с кодом «" + code + "»") + " не найден");
}

class SenderRouting {
 public:
  SenderRouting(const MessageType& type, std::string refused)
      : type_(type), refused_(std::move(refused)) {}

  std::vector<RoutedValue> Dynamic(xml::Element block) {
    return Values(block, [&](const std::string& value) {
      auto found = std::find_if(type_.routes.begin(), type_.routes.end(),
                                [&](const Route& route) { return route.code == value; });
      return found == type_.routes.end() ? std::string() : found->mnemonic;
    });
  }
  std::vector<RoutedValue> Identifiers(xml::Element block) {
    return Values(block, [&](const std::string& value) {
      return Owns(type_, value) ? value : std::string();
    });
  }
  std::vector<RoutedRecord> Records(xml::Element block, const std::vector<std::string>& known,
                                    bool has_general) {
    std::vector<RoutedRecord> records;
    if (!block) return records;
    for (auto item : block.children()) {
      RoutedRecord record{item.child_text("RecordId"), "success", {}, {}};
      auto general = item.child_text("UseGeneralRouting");
      bool uses_general = general == "true" || general == "1";
      if (std::find(known.begin(), known.end(), record.record_id) == known.end())
        record.code = "invalidRegistryRecordId";
      else if (uses_general && !has_general)
        record.code = "generalRoutingNotFound";
      if (record.code == "success") {
        record.dynamic = Dynamic(item.child("DynamicRouting"));
        record.identifiers = Identifiers(item.child("IdentifierRouting"));
      } else {
        recipients.all_found = false;
      }
      records.push_back(std::move(record));
    }
    return records;
  }

  Recipients recipients;

 private:
  template <typename Find>
  std::vector<RoutedValue> Values(xml::Element block, Find find) {
    std::vector<RoutedValue> values;
    if (!block) return values;
    for (auto item : block.children()) {
      auto mnemonic = refused_.empty() ? find(item.text()) : std::string();
      values.push_back({item.text(), Code(mnemonic)});
      if (mnemonic.empty()) recipients.all_found = false;
      auto& known = recipients.mnemonics;
      if (!mnemonic.empty() && std::find(known.begin(), known.end(), mnemonic) == known.end())
        known.push_back(mnemonic);
    }
    return values;
  }
  std::string Code(const std::string& mnemonic) const {
    if (!refused_.empty()) return refused_;
    return mnemonic.empty() ? "recipientNotFound" : "success";
  }

  const MessageType& type_;
  std::string refused_;  // a code that refuses all of it
};

// "" when RoutingSignature is the sender's over RoutingInformation.
std::string JudgeSignature(const Incoming& incoming, xml::Element routing) {
  auto information = routing.child("RoutingInformation");
  auto holder = routing.child("RoutingSignature");
  auto signature = holder ? holder.child(smev3::kDsig, "Signature") : xml::Element();
  if (!signature) return "signatureInvalid";
  auto verdict = xml::VerifySignature(signature);
  auto id = incoming.signed_element.child_text("MessageID");
  if (!verdict.valid || !(verdict.signed_element == information) ||
      information.child_text("MessageID") != id)
    return "signatureInvalid";
  const auto* owner = incoming.registry->FindCertificate(*verdict.certificate);
  bool own = owner != nullptr && owner->active && owner->mnemonic == incoming.sender->mnemonic;
  return own ? "" : "certificateInvalid";
}

Recipients BySender(const Incoming& incoming, const MessageType& type, xml::Element routing,
                    xml::Element content) {
  auto information = routing.child("RoutingInformation");
  SenderRouting sender(type, JudgeSignature(incoming, routing));
  Routed routed;
  routed.dynamic = sender.Dynamic(information.child("DynamicRouting"));
  routed.identifiers = sender.Identifiers(information.child("IdentifierRouting"));
  std::vector<std::string> known;
  CollectTexts(content, "RecordId", known);
  bool has_general = !routed.dynamic.empty() || !routed.identifiers.empty();
  routed.records = sender.Records(information.child("RegistryRouting"), known, has_general);
  sender.recipients.routed = std::move(routed);
  return std::move(sender.recipients);
}

}  // namespace

Checked<Recipients> FindRecipients(const Incoming& incoming, const MessageType& type,
                                   xml::Element content) {
  if (type.broadcast) {
    if (type.subscribers.empty())
      return NotFound("у рассылки «" + type.title + "» нет подписчиков");
    return Recipients{type.subscribers, {}};
  }
  auto routing = incoming.dialect.has_routing()
                     ? incoming.wrapper.child(incoming.dialect.routing, "Routing")
                     : xml::Element();
  auto routed = routing ? BySender(incoming, type, routing, content) : Recipients();
  // A block without a single value leaves the choice to the bus.
  if (!routed.routed.empty()) return routed;
  return ByContent(type, content);
}

}  // namespace okno::testbed::rules
