// SPDX-License-Identifier: Apache-2.0
#include "logic/settlement.h"

#include "base/id.h"
#include "smev3/answers.h"
#include "storage/registry_store.h"
#include "text/strings.h"

namespace okno::testbed {

namespace {

std::optional<Fault> CheckContent(db::Tx& tx, Schemas& schemas, xml::Element provided) {
  auto primary = provided.child("MessagePrimaryContent");
  if (!primary) return std::nullopt;
  auto content = primary.children()[0];
  auto type = storage::FindType(tx, content.namespace_uri());
  if (!type || type->schema_folder.empty()) return std::nullopt;
  auto errors = schemas.Get(type->schema_folder)->Validate(content);
  if (errors.empty()) return std::nullopt;
  return Fault{"InvalidContent", "SMEV-403: cvc: " + errors[0].element + ": " + errors[0].text};
}

std::optional<Fault> CheckAttachments(xml::Element provided, const storage::Message& message) {
  auto headers = provided.child("AttachmentHeaderList");
  if (!headers) return std::nullopt;
  for (auto header : headers.children()) {
    std::string signature;
    bool decoded =
        text::Base64Decode(header.child_text("SignaturePKCS7"), signature) && !signature.empty();
    for (const auto& attachment : message.attachments) {
      if (attachment.content_id != header.child_text("contentId")) continue;
      if (decoded && crypto::VerifyCms(signature, attachment.content).valid) continue;
      return SignatureFault("SignatureIsInvalid",
                            "SMEV-100: подпись вложения " + attachment.content_id + " неверна");
    }
  }
  return std::nullopt;
}

std::optional<Fault> Check(db::Tx& tx, Schemas& schemas, const storage::Message& message) {
  auto document = xml::Document::Parse(message.provided);
  if (!document) return Fault{"InvalidContent", document.refusal().code};
  if (auto fault = CheckContent(tx, schemas, document->root())) return fault;
  return CheckAttachments(document->root(), message);
}

// The bus writes to the sender.
void TellSender(db::Tx& tx, const smev3::Dialect& dialect, const storage::Message& refused,
                const Fault& fault, const crypto::Signer& signer, Instant now) {
  storage::Message message;
  message.id = Uuid::NewV1();
  message.sender = std::string(kBusMnemonic);
  message.recipient = refused.sender;
  message.node_id = refused.node_id;
  message.namespace_uri = refused.namespace_uri;
  message.state = "ready";
  message.original_id = refused.id;
  message.created_at = now;
  if (refused.queue == "requests") {
    message.queue = "responses";
    auto block = RejectionBlock(dialect, message.id, refused, fault, signer);
    message.provided = block.provided;
    message.signature = block.signature;
  } else {
    message.queue = "statuses";
    message.node_id.clear();
    message.provided = StatusBlock(dialect, refused, fault);
  }
  storage::Insert(tx, message);
}

}  // namespace

std::shared_ptr<const xml::SchemaSet> Schemas::Get(const std::string& folder) {
  std::lock_guard lock(mutex_);
  auto& schemas = loaded_[folder];
  if (!schemas) schemas = std::make_shared<const xml::SchemaSet>(xml::SchemaSet::Load(folder));
  return schemas;
}

void Schemas::Forget(const std::string& folder) {
  std::lock_guard lock(mutex_);
  loaded_.erase(folder);
}

void Settle(db::Tx& tx, Schemas& schemas, const smev3::Dialect& dialect,
            const crypto::Signer& signer, Instant now) {
  for (const auto& message : storage::TakeQueued(tx)) {
    if (auto fault = Check(tx, schemas, message)) {
      storage::MarkRejected(tx, message.id, fault->description, now);
      TellSender(tx, dialect, message, *fault, signer, now);
    } else {
      storage::MarkReady(tx, message.id);
    }
  }
}

}  // namespace okno::testbed
