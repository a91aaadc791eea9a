// SPDX-License-Identifier: Apache-2.0
#include "logic/acceptance.h"

#include <algorithm>

#include "base/id.h"
#include "exchange/smev3/message_id.h"
#include "json/json.h"
#include "logic/attachments.h"
#include "text/strings.h"

namespace okno::testbed {

namespace {

std::optional<Fault> CheckId(db::Tx& tx, const std::string& text, Instant now, Uuid& id) {
  auto parsed = Uuid::Parse(text);
  auto made = parsed ? smev3::TimeOf(*parsed) : std::nullopt;
  if (!made) return Fault{"InvalidMessageIdFormat", "SMEV-300: идентификатор — не UUID версии 1"};
  if (now - *made > smev3::kIdLife || *made - now > smev3::kIdLife) {
    return Fault{"StaleMessageId", "SMEV-300: идентификатор устарел"};
  }
  if (storage::Find(tx, *parsed))
    return Fault{"MessageIsAlreadySent", "SMEV-301: сообщение уже отправлено"};
  id = *parsed;
  return std::nullopt;
}

Fault NotSupported(xml::Element root) {
  return {
      "BusinessDataTypeIsNotSupported",
      "Вид сведений не зарегистрирован",
      {{"RootElementLocalName", root.name()}, {"RootElementNamespaceURI", root.namespace_uri()}}};
}

// The code the type is routed by: the text of the element of that name, wherever it stands in the
// content.
std::string RoutingCode(xml::Element content, const std::string& element) {
  if (element.empty()) return {};
  for (auto child : content.children()) {
    if (child.name() == element) return child.text();
    auto deeper = RoutingCode(child, element);
    if (!deeper.empty()) return deeper;
  }
  return {};
}

std::optional<Fault> CheckRoute(db::Tx& tx, xml::Element content, storage::Message& message) {
  auto type = storage::FindType(tx, content.namespace_uri());
  if (!type || type->request_root != content.name()) return NotSupported(content);
  const auto& senders = type->senders;
  if (!senders.empty() &&
      std::find(senders.begin(), senders.end(), message.sender) == senders.end()) {
    return Fault{"AccessDenied", "Нет права отправлять запросы этого вида сведений"};
  }
  auto recipient =
      storage::FindRecipient(tx, type->namespace_uri, RoutingCode(content, type->routing_element));
  if (!recipient) return Fault{"RecipientIsNotFound", "Получатель по данным запроса не найден"};
  message.recipient = *recipient;
  return std::nullopt;
}

std::optional<Fault> CheckLife(xml::Element provided, Instant now) {
  auto text = provided.child_text("EOL");
  if (text.empty()) return std::nullopt;
  auto end = ParseInstant(text);
  if (end && *end > now) return std::nullopt;
  return Fault{"EndOfLifeReached", "Срок жизни запроса истёк"};
}

// Opaque to participants; the live bus sends Base64 of a small JSON object too.
std::string MakeReplyTo(const storage::Message& message) {
  Json json{{"mid", message.id.ToString()}, {"mnm", message.sender}, {"ns", message.namespace_uri}};
  return text::Base64Encode(json::Dump(json));
}

storage::Message NewMessage(const Incoming& incoming, std::string queue, Instant now) {
  storage::Message message;
  message.queue = std::move(queue);
  message.sender = incoming.sender.mnemonic;
  message.state = "queued";
  message.created_at = now;
  message.provided = incoming.source.FragmentOf(incoming.signed_element);
  message.signature = incoming.source.FragmentOf(incoming.signature);
  return message;
}

Checked<storage::Message> Store(db::Tx& tx, const Incoming& incoming, std::uint64_t limit,
                                storage::Message message) {
  auto attachments = ReadAttachments(incoming, limit);
  if (auto* fault = std::get_if<Fault>(&attachments)) return *fault;
  message.attachments = std::move(std::get<0>(attachments));
  // Two copies of one message may be under way at once; the table decides which was first.
  if (!storage::Insert(tx, message))
    return Fault{"MessageIsAlreadySent", "SMEV-301: сообщение уже отправлено"};
  return message;
}

xml::Element ContentOf(xml::Element provided) {
  auto primary = provided.child("MessagePrimaryContent");
  return primary ? primary.children()[0] : xml::Element();
}

std::optional<Fault> CheckAnswer(db::Tx& tx, xml::Element content,
                                 const storage::Message& request) {
  if (!content) return std::nullopt;
  auto type = storage::FindType(tx, content.namespace_uri());
  if (!type || type->namespace_uri != request.namespace_uri) return NotSupported(content);
  if (content.name() == type->request_root) {
    return Fault{"IncorrectResponseContentType", "Вместо ответа отправлен запрос"};
  }
  return content.name() == type->response_root ? std::nullopt
                                               : std::optional(NotSupported(content));
}

}  // namespace

Checked<storage::Message> AcceptRequest(db::Tx& tx, const Incoming& incoming,
                                        std::uint64_t attachment_limit, Instant now) {
  auto provided = incoming.signed_element;
  auto message = NewMessage(incoming, "requests", now);
  if (auto fault = CheckId(tx, provided.child_text("MessageID"), now, message.id)) return *fault;
  auto content = ContentOf(provided);
  message.namespace_uri = content.namespace_uri();
  message.root = content.name();
  message.node_id = provided.child_text("NodeID");
  if (auto fault = CheckRoute(tx, content, message)) return *fault;
  if (auto fault = CheckLife(provided, now)) return *fault;
  message.reply_to = MakeReplyTo(message);
  return Store(tx, incoming, attachment_limit, std::move(message));
}

Checked<storage::Message> AcceptResponse(db::Tx& tx, const Incoming& incoming,
                                         std::uint64_t attachment_limit, Instant now) {
  auto provided = incoming.signed_element;
  // Only СМЭВ itself may say it.
  if (provided.child("AsyncProcessingStatus"))
    return Fault{"InvalidContent", "SMEV-403: AsyncProcessingStatus отправляет только СМЭВ"};
  auto message = NewMessage(incoming, "responses", now);
  if (auto fault = CheckId(tx, provided.child_text("MessageID"), now, message.id)) return *fault;
  auto request = storage::FindByReplyTo(tx, provided.child_text("To"));
  auto content = ContentOf(provided);
  if (request) {
    if (auto fault = CheckAnswer(tx, content, *request)) return *fault;
  }
  if (!request || request->recipient != message.sender) {
    return Fault{"RecipientIsNotFound",
                 "Адрес «" + provided.child_text("To") + "» никуда не ведёт"};
  }
  message.recipient = request->sender;
  message.node_id = request->node_id;
  message.original_id = request->id;
  message.namespace_uri = request->namespace_uri;
  message.root = content ? content.name() : std::string();
  return Store(tx, incoming, attachment_limit, std::move(message));
}

}  // namespace okno::testbed
