// SPDX-License-Identifier: Apache-2.0
#include "exchange/smev3/source.h"
#include "http/control.h"
#include "xml/signature.h"

namespace okno::testbed {

namespace {

xml::Element FindFirst(xml::Element from, std::string_view name) {
  if (!from || from.name() == name) return from;
  for (auto child : from.children()) {
    if (auto found = FindFirst(child, name)) return found;
  }
  return {};
}

// The sender's MessageReference and signature, cut out of the document that holds both.
struct Taken {
  Uuid request;
  std::string sender, reference, signature;
};
Result<Taken> Read(const Registry& registry, std::string document) {
  const Refusal wrong{RefusalKind::kInvalid, "testbed.cancellation_wrong", {}, {}};
  auto source = smev3::Source::Parse(std::move(document));
  if (!source) return source.refusal();
  auto reference = FindFirst(source->root(), "MessageReference");
  auto signature = FindFirst(source->root(), "Signature");
  auto request = reference ? Uuid::Parse(reference.text()) : std::nullopt;
  if (!request || !signature) return wrong;
  auto verdict = xml::VerifySignature(signature);
  if (!verdict.valid || !(verdict.signed_element == reference)) return wrong;
  const auto* known = registry.FindCertificate(*verdict.certificate);
  if (known == nullptr || !known->active) return wrong;
  return Taken{*request, known->mnemonic, source->FragmentOf(reference),
               source->FragmentOf(signature)};
}

storage::Message CancelOf(const storage::Message& request, Taken taken, Instant now) {
  storage::Message message;
  message.id = Uuid::NewV1();
  message.queue = "requests";
  message.version = "1.1";
  message.sender = std::move(taken.sender);
  message.root = storage::kCancelRoot;
  message.state = "accepted";
  message.original_id = request.id;
  message.provided = std::move(taken.reference);
  message.signature = std::move(taken.signature);
  message.created_at = now;
  return message;
}

// The call with which a participant cancels is in no published copy of the service, so it comes
// this way; what the recipient gets is as the schema of 1.1 has it.
Result<http::Response> PostCancellation(const ControlServices& control,
                                        const http::Request& request) {
  auto body = request.Object();
  if (!body) return body.refusal();
  json::Reader in(*body);
  auto document = in.Text("document", {.required = true, .max_length = 20'000});
  if (auto refusal = in.Finish()) return *refusal;
  const auto& services = control.services;
  auto taken = Read(*services.registry.Get(), document);
  if (!taken) return taken.refusal();
  return services.db.Transact(db::Scope::System(), [&](db::Tx& tx) -> Result<http::Response> {
    auto cancelled = storage::Find(tx, taken->request);
    if (!cancelled || cancelled->queue != "requests" || cancelled->sender != taken->sender)
      return Refusal::NotFound("testbed.message_unknown");
    auto recipients = storage::RecipientsOf(tx, cancelled->id);
    auto message = CancelOf(*cancelled, *taken, services.clock.Now());
    storage::Insert(tx, message, {.recipients = recipients});
    return http::Response::Of({{"id", message.id.ToString()}});
  });
}

}  // namespace

std::vector<http::Route> CancellationRoutes(const ControlServices& control) {
  return {Local(control, "POST", "cancellations", PostCancellation)};
}

}  // namespace okno::testbed
