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

// The top is the element in soap:Body, or the root of a fragment.
enum class AtTop { kNo, kYes };

// `targets` beside the holder, when their parent is one of `parents` or, with kYes, the top.
struct Rule {
  std::string_view holder;
  std::span<const std::string_view> targets;
  std::span<const std::string_view> parents;
  AtTop at_top;
};

constexpr std::string_view kMessages[] = {"RequestMessage", "ResponseMessage",
                                          "SmevAsyncProcessingMessage"};
constexpr std::string_view kDelivered[] = {"Request", "Response", "Cancel"};
constexpr std::string_view kProvided[] = {"SenderProvidedRequestData",
                                          "SenderProvidedResponseData"};
constexpr std::string_view kPrimary[] = {"MessagePrimaryContent"};
constexpr std::string_view kRegistries[] = {"Registry"};
constexpr std::string_view kRegistryRecords[] = {"RegistryRecord"};
constexpr std::string_view kRecords[] = {"Record"};
constexpr std::string_view kRouting[] = {"Routing"};

constexpr std::string_view kCaller = "CallerInformationSystemSignature", kBus = "SMEVSignature";
constexpr Rule kRules[] = {
    {kCaller, kByCaller, {}, AtTop::kYes},
    {kBus, kByBus, kMessages, AtTop::kYes},
    {"SenderInformationSystemSignature", kBySender, kDelivered, AtTop::kNo},
    {"PersonalSignature", kByPerson, kRecords, AtTop::kNo},
    {"RoutingSignature", kByRouter, kRouting, AtTop::kNo},
    {"RecordSignature", kByRecorder, kRegistryRecords, AtTop::kNo},
};

// Where the blocks stand that hold signatures. A message put somewhere inside another is none.
struct Block {
  std::string_view name;
  std::span<const std::string_view> parents;
  AtTop at_top;
};
constexpr Block kBlocks[] = {
    {"RequestMessage", {}, AtTop::kYes},
    {"ResponseMessage", {}, AtTop::kYes},
    {"SmevAsyncProcessingMessage", {}, AtTop::kYes},
    {"Request", kMessages, AtTop::kNo},
    {"Response", kMessages, AtTop::kNo},
    {"Cancel", kMessages, AtTop::kNo},
    {"SenderProvidedRequestData", kDelivered, AtTop::kYes},
    {"SenderProvidedResponseData", kDelivered, AtTop::kYes},
    {"Routing", {}, AtTop::kYes},
    {"MessagePrimaryContent", kProvided, AtTop::kNo},
    {"Registry", kPrimary, AtTop::kNo},
    {"RegistryRecord", kRegistries, AtTop::kNo},
    {"Record", kRegistryRecords, AtTop::kNo},
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

bool IsInEnvelope(xml::Element element) {
  for (; element; element = element.parent()) {
    if (IsSoap(element, "Envelope")) return true;
  }
  return false;
}

// A copy of a signed message moved elsewhere is right by itself; only the message in soap:Body is
// the one that will be believed. Without an envelope (a fragment, a log) what there is is taken.
bool IsTop(xml::Element element) {
  const auto parent = element.parent();
  if (!parent) return true;
  if (IsSoap(parent, "Body")) return IsOnlyBody(parent);
  return !IsSmev(parent) && !IsInEnvelope(parent);
}

bool StandsInPlace(xml::Element element) {
  if (IsTop(element)) return true;
  const auto parent = element.parent();
  const auto* block = std::ranges::find(kBlocks, element.name(), &Block::name);
  if (block == std::end(kBlocks) || !IsSmev(parent)) return false;
  if (IsOneOf(block->parents, parent)) return StandsInPlace(parent);
  return block->at_top == AtTop::kYes && IsTop(parent);
}

bool Fits(const Rule& rule, xml::Element parent) {
  if (IsOneOf(rule.parents, parent)) return StandsInPlace(parent);
  return rule.at_top == AtTop::kYes && IsTop(parent);
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

bool IsByCallerOrBus(xml::Element target) {
  const auto place = PlaceOver(target);
  return place && (place->name == kCaller || place->name == kBus);
}

void AddTargets(xml::Element message, std::vector<xml::Element>& targets) {
  if (!IsSmev(message)) return;
  if (!IsTop(message)) {
    targets.push_back(message);
    return;
  }
  for (const auto& child : message.children()) {
    if (IsByCallerOrBus(child)) targets.push_back(child);
    if (!IsOneOf(kMessages, child)) continue;
    for (const auto& inner : child.children()) {
      if (IsByCallerOrBus(inner)) targets.push_back(inner);
    }
  }
}

}  // namespace

bool IsSignatureHolder(xml::Element element) { return element && FindRule(element) != nullptr; }

xml::Element TargetOf(xml::Element holder) {
  const auto* rule = FindRule(holder);
  const auto parent = holder.parent();
  if (rule == nullptr || !parent) return {};
  if (Fits(*rule, parent)) return OnlyTarget(parent, *rule);
  const bool of_content = rule->holder == kPersonal && IsOneOf(kProvided, parent);
  return of_content && StandsInPlace(parent) ? OnlyChild(PrimaryContentOf(parent)) : xml::Element();
}

std::optional<HolderPlace> PlaceOver(xml::Element target) {
  const auto parent = target.parent();
  if (!parent || !IsSmev(parent)) return std::nullopt;
  if (parent.name() == "MessagePrimaryContent" && parent.parent()) {
    return HolderPlace{kPersonal, HolderIn(parent.parent(), kPersonal), parent.parent(), parent};
  }
  for (const auto& rule : kRules) {
    if (!IsOneOf(rule.targets, target) || !Fits(rule, parent)) continue;
    return HolderPlace{rule.holder, HolderIn(parent, rule.holder), parent,
                       BeforeHolder(target, rule.holder)};
  }
  return std::nullopt;
}

std::vector<xml::Element> MustBeSigned(xml::Element envelope) {
  std::vector<xml::Element> targets;
  if (!IsSoap(envelope, "Envelope")) return targets;
  for (const auto& body : envelope.children()) {
    if (!IsSoap(body, "Body")) continue;
    for (const auto& message : body.children()) AddTargets(message, targets);
  }
  return targets;
}

}  // namespace okno::exchange::smev3
