// SPDX-License-Identifier: Apache-2.0
#include "exchange/exchange.h"
#include "exchange/smev3/source.h"
#include "http/control.h"
#include "storage/message_store.h"
#include "testbed/queries.h"
#include "text/strings.h"
#include "xml/signature.h"

namespace okno::testbed {

namespace {

Json Participants(const Registry& registry) {
  Json items = Json::array();
  for (const auto& participant : registry.participants()) {
    Json certificates = Json::array();
    for (const auto& sha256 : registry.CertificatesOf(participant.mnemonic))
      certificates.push_back(text::HexEncode(sha256));
    items.push_back({{"mnemonic", participant.mnemonic},
                     {"name", participant.name},
                     {"important", participant.important},
                     {"aggregator", participant.aggregator},
                     {"quota_bytes", participant.quota_bytes},
                     {"push_url", participant.push_url},
                     {"certificates_sha256", std::move(certificates)}});
  }
  return items;
}

Json Types(const Registry& registry) {
  Json items = Json::array();
  for (const auto& type : registry.types()) {
    Json routes = Json::array();
    for (const auto& route : type.routes)
      routes.push_back({{"code", route.code}, {"mnemonic", route.mnemonic}});
    items.push_back({{"namespace", type.namespace_uri},
                     {"title", type.title},
                     {"request_root", type.request_root},
                     {"response_root", type.response_root},
                     {"routing_element", type.routing_element},
                     {"family", type.family},
                     {"broadcast", type.broadcast},
                     {"subscribers", type.subscribers},
                     {"senders", type.senders},
                     {"personal_signature", type.personal_signature},
                     {"checked_by_schema", !type.schema_folder.empty()},
                     {"routes", std::move(routes)}});
  }
  return items;
}

Json QueuesOf(const db::Rows& rows) {
  Json items = Json::array();
  for (const auto& row : rows) {
    items.push_back({{"recipient", row["recipient"].Text()},
                     {"queue", row["queue"].Text()},
                     {"node_id", row["node_id"].Text()},
                     {"messages", row["messages"].As<long long>()},
                     {"waiting_for_ack", row["waiting_for_ack"].As<long long>()},
                     {"oldest_at", FormatInstant(row["oldest_at"].As<Instant>())}});
  }
  return items;
}

Json MessagesOf(const db::Rows& rows) {
  Json items = Json::array();
  for (const auto& row : rows) {
    items.push_back({{"id", row["id"].Text()},
                     {"queue", row["queue"].Text()},
                     {"broadcast", row["broadcast"].As<bool>()},
                     {"version", row["version"].Text()},
                     {"sender", row["sender"].Text()},
                     {"recipient", row["recipient"].Text()},
                     {"namespace", row["namespace"].Text()},
                     {"root", row["root"].Text()},
                     {"state", row["state"].Text()},
                     {"error", row["error"].Text()},
                     {"handed_out", row["handed_out"].As<int>()},
                     {"waits_for_ack", row["waits_for_ack"].As<bool>()},
                     {"attachments", row["attachment_count"].As<int>()},
                     {"files", row["file_count"].As<int>()},
                     {"size", row["size"].As<long long>()},
                     {"created_at", FormatInstant(row["created_at"].As<Instant>())}});
  }
  return items;
}

Json CountsOf(const db::Rows& rows) {
  Json items = Json::array();
  for (const auto& row : rows) {
    items.push_back({{"queue", row["queue"].Text()},
                     {"state", row["state"].Text()},
                     {"messages", row["messages"].As<long long>()}});
  }
  return items;
}

Json FailuresOf(const Failures& failures) {
  Json items = Json::array();
  for (const auto& order : failures.List()) {
    items.push_back({{"mode", order.mode},
                     {"participant", order.participant},
                     {"operation", order.operation},
                     {"fault", order.fault},
                     {"times", order.times}});
  }
  return items;
}

Result<http::Response> GetState(const ControlServices& control, const http::Request&) {
  const auto& services = control.services;
  auto registry = services.registry.Get();
  Json state{{"now", FormatInstant(services.clock.Now())},
             {"failures", FailuresOf(services.failures)},
             {"ftp_port", control.ftp_port()},
             {"authorities", registry->authority_count()},
             {"participants", Participants(*registry)},
             {"message_types", Types(*registry)}};
  services.db.Transact(db::Scope::System(), [&](db::Tx& tx) {
    state["queues"] = QueuesOf(tx.Run(queries::kListQueues));
    state["counts"] = CountsOf(tx.Run(queries::kCountMessages));
    state["messages"] = MessagesOf(tx.Run(queries::kListMessages));
  });
  return http::Response::Of(state);
}

Result<http::Response> GetQueues(const ControlServices& control, const http::Request&) {
  return control.services.db.Transact(db::Scope::System(), [](db::Tx& tx) {
    return http::Response::Of({{"items", QueuesOf(tx.Run(queries::kListQueues))}});
  });
}

// Every signature of the message in a sentence; the sender's stands apart from its block, so both
// are read as one document.
Json Verdicts(const storage::Message& message) {
  Json items = Json::array();
  auto document =
      xml::Document::Parse("<message>" + message.provided + message.signature + "</message>",
                           exchange::smev3::kEnvelopeLimits);
  if (!document) return items;
  for (auto signature : xml::FindSignatures(*document)) {
    auto verdict = xml::VerifySignature(signature);
    std::string signer, covers;
    if (verdict.certificate) signer = verdict.certificate->subject_name();
    if (verdict.signed_element) covers = verdict.signed_element.name();
    auto until =
        verdict.certificate ? std::optional(verdict.certificate->not_after()) : std::nullopt;
    items.push_back({{"covers", covers},
                     {"valid", verdict.valid},
                     {"sentence", exchange::SignatureSentence(verdict.code, signer, until)}});
  }
  return items;
}

Result<http::Response> GetMessage(const ControlServices& control, const http::Request& request) {
  auto id = Uuid::Parse(request.param("id"));
  if (!id) return Refusal::NotFound("testbed.message_unknown");
  return control.services.db.Transact(
      db::Scope::System(), [&](db::Tx& tx) -> Result<http::Response> {
        auto message = storage::Find(tx, *id);
        if (!message) return Refusal::NotFound("testbed.message_unknown");
        Json attachments = Json::array(), files = Json::array();
        for (const auto& attachment : storage::ReadAttachments(tx, *id)) {
          attachments.push_back({{"content_id", attachment.content_id},
                                 {"mime_type", attachment.mime_type},
                                 {"size", attachment.content.size()}});
        }
        for (const auto& file : storage::ReadFiles(tx, *id)) {
          files.push_back(
              {{"directory", file.directory.ToString()}, {"name", file.name}, {"size", file.size}});
        }
        return http::Response::Of({{"id", id->ToString()},
                                   {"version", message->version},
                                   {"provided", message->provided},
                                   {"signature", message->signature},
                                   {"signatures", Verdicts(*message)},
                                   {"attachments", std::move(attachments)},
                                   {"files", std::move(files)},
                                   {"error", message->error}});
      });
}

}  // namespace

std::vector<http::Route> JournalRoutes(const ControlServices& control) {
  return {Local(control, "GET", "state", GetState), Local(control, "GET", "queues", GetQueues),
          Local(control, "GET", "messages/{id}", GetMessage)};
}

}  // namespace okno::testbed
