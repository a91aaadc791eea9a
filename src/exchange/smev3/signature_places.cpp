// SPDX-License-Identifier: Apache-2.0
#include "smev3/signature_places.h"

#include <algorithm>
#include <array>
#include <span>
#include <string>

namespace okno::exchange::smev3 {

namespace {

// types, types/basic, types/routing, types/directive of every version.
constexpr std::string_view kTypes =
    "urn://x-artefacts-smev-gov-ru/services/message-exchange/types/";
constexpr std::string_view kSoapNamespaces[] = {"http://schemas.xmlsoap.org/soap/envelope/",
                                                "http://www.w3.org/2003/05/soap-envelope"};

constexpr std::string_view kByCaller[] = {"SenderProvidedRequestData",
                                          "SenderProvidedResponseData",
                                          "MessageTypeSelector",
                                          "AckTargetMessage",
                                          "Timestamp",
                                          "MessageReference"};
constexpr std::string_view kByBus[] = {"Request", "Response", "Cancel", "MessageMetadata",
                                       "AsyncProcessingStatusData"};
constexpr std::string_view kBySender[] = {"SenderProvidedRequestData", "SenderProvidedResponseData",
                                          "MessageReference"};
constexpr std::string_view kByPerson[] = {"RecordContent"};
constexpr std::string_view kByRouter[] = {"RoutingInformation"};
constexpr std::string_view kByRecorder[] = {"Record"};

// Only `targets` that are children of one of `parents` count; no parents = any.
struct Rule {
  std::string_view holder;
  std::span<const std::string_view> targets;
  std::span<const std::string_view> parents;
};

constexpr std::string_view kBusWrappers[] = {"SendRequestResponse", "SendResponseResponse",
                                             "RequestMessage", "ResponseMessage",
                                             "SmevAsyncProcessingMessage"};
constexpr std::string_view kDelivered[] = {"Request", "Response", "Cancel"};
constexpr std::string_view kCalls[] = {"SendRequestRequest", "SendResponseRequest",
                                       "GetRequestRequest",  "GetResponseRequest",
                                       "GetStatusRequest",   "GetIncomingQueueStatisticsRequest",
                                       "AckRequest",         "CancelRequest"};
constexpr std::string_view kRecords[] = {"Record"};
constexpr std::string_view kRouting[] = {"Routing"};
constexpr std::string_view kRegistryRecords[] = {"RegistryRecord"};

constexpr Rule kRules[] = {
    {"CallerInformationSystemSignature", kByCaller, kCalls},
    {"SMEVSignature", kByBus, kBusWrappers},
    {"SenderInformationSystemSignature", kBySender, kDelivered},
    {"PersonalSignature", kByPerson, kRecords},
    {"RoutingSignature", kByRouter, kRouting},
    {"RecordSignature", kByRecorder, kRegistryRecords},
};
constexpr std::string_view kPersonal = "PersonalSignature";

bool IsSmev(xml::Element element) { return element.namespace_uri().starts_with(kTypes); }

bool IsOneOf(std::span<const std::string_view> names, xml::Element element) {
  return IsSmev(element) && std::ranges::find(names, element.name()) != names.end();
}

bool IsSoap(xml::Element element, std::string_view name) {
  return element && element.name() == name &&
         std::ranges::find(kSoapNamespaces, element.namespace_uri()) != std::end(kSoapNamespaces);
}

const Rule* FindRule(xml::Element holder) {
  if (!IsSmev(holder)) return nullptr;
  const auto* found = std::ranges::find(kRules, holder.name(), &Rule::holder);
  return found == std::end(kRules) ? nullptr : found;
}

bool IsOnlyBody(xml::Element body) {
  const auto envelope = body.parent();
  if (!IsSoap(envelope, "Envelope") || body.children().size() != 1) return false;
  return std::ranges::count_if(envelope.children(),
                               [](xml::Element child) { return IsSoap(child, "Body"); }) == 1;
}

// A copy of a signed message moved elsewhere is right by itself; only the message in soap:Body is
// the one that will be believed. A fragment without an envelope is taken as it is.
bool StandsInMessage(xml::Element holder) {
  bool foreign = false;
  for (auto at = holder.parent(); at; at = at.parent()) {
    if (IsSoap(at, "Body")) return !foreign && IsOnlyBody(at);
    if (IsSoap(at, "Header") || IsSoap(at, "Envelope")) return false;
    foreign = foreign || !IsSmev(at);
  }
  return true;
}

xml::Element OnlyChild(xml::Element element) {
  const auto children = element ? element.children() : std::vector<xml::Element>();
  return children.size() == 1 ? children[0] : xml::Element();
}

// The only child of `parent` that is one of the rule's targets.
xml::Element OnlyTarget(xml::Element parent, const Rule& rule) {
  xml::Element target;
  for (const auto& child : parent.children()) {
    if (!IsOneOf(rule.targets, child)) continue;
    if (target) return {};
    target = child;
  }
  return target;
}

xml::Element PrimaryContentOf(xml::Element parent) {
  xml::Element content;
  for (const auto& child : parent.children()) {
    if (!IsSmev(child) || child.name() != "MessagePrimaryContent") continue;
    if (content) return {};
    content = child;
  }
  return content;
}

xml::Element HolderIn(xml::Element parent, std::string_view name) {
  for (const auto& child : parent.children()) {
    if (IsSmev(child) && child.name() == name) return child;
  }
  return {};
}

// By the schemas: after the contents of attachments, before Routing; ЭП-ОВ of the sender comes last
// inside what the bus signs.
xml::Element BeforeHolder(xml::Element target, std::string_view holder) {
  if (holder == "SenderInformationSystemSignature") return {};
  auto before = target;
  for (auto next = target.next(); next; next = next.next()) {
    const auto name = next.name();
    const bool of_record = name == "AttachmentHeaderList" || name == "RefAttachmentHeaderList";
    if (IsSmev(next) && (name == "AttachmentContentList" || of_record)) before = next;
  }
  return before;
}

}  // namespace

bool IsSignatureHolder(xml::Element element) { return element && FindRule(element) != nullptr; }

xml::Element TargetOf(xml::Element holder) {
  const auto* rule = FindRule(holder);
  const auto parent = holder.parent();
  if (rule == nullptr || !parent || !StandsInMessage(holder)) return {};
  if (rule->holder == kPersonal && parent.name() != "Record") {
    return OnlyChild(PrimaryContentOf(parent));
  }
  return IsOneOf(rule->parents, parent) ? OnlyTarget(parent, *rule) : xml::Element();
}

std::optional<HolderPlace> PlaceOver(xml::Element target) {
  const auto parent = target.parent();
  if (!parent || !IsSmev(parent)) return std::nullopt;
  if (parent.name() == "MessagePrimaryContent" && parent.parent()) {
    return HolderPlace{kPersonal, HolderIn(parent.parent(), kPersonal), parent.parent(), parent};
  }
  for (const auto& rule : kRules) {
    if (!IsOneOf(rule.targets, target) || !IsOneOf(rule.parents, parent)) continue;
    return HolderPlace{rule.holder, HolderIn(parent, rule.holder), parent,
                       BeforeHolder(target, rule.holder)};
  }
  return std::nullopt;
}

}  // namespace okno::exchange::smev3
