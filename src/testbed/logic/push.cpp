// SPDX-License-Identifier: Apache-2.0
#include "logic/push.h"

#include "http/client.h"
#include "logic/letters.h"

namespace okno::testbed {

namespace {

using QueueCounts = std::vector<storage::QueueCount>;
constexpr std::chrono::seconds kPatience{10};

std::string PushEnvelope(const std::string& mnemonic, const QueueCounts& queues, Instant now) {
  auto content = XmlElement("InformationTimestamp", FormatXsdDateTime(now, kMoscow));
  for (const auto& queue : queues) {
    auto name = mnemonic + "." + queue.queue + (queue.node_id.empty() ? "" : "." + queue.node_id);
    content += XmlElement("sm:QueueInformation",
                          XmlElement("QueueName", EscapeXml(name)) +
                              XmlElement("QueueSize", std::to_string(queue.messages)));
  }
  return "<soap:Envelope xmlns:soap=\"" + std::string(smev3::kSoap) +
         "\"><soap:Header/><soap:Body><sm:PushNotificationRequest "
         "xmlns:sm=\"urn://x-artefacts-smev-gov-ru/smev/1.0\">" +
         XmlElement("PushNotification", content) +
         "</sm:PushNotificationRequest></soap:Body></soap:Envelope>";
}

// "" when the receiver has taken it.
std::string Deliver(const std::string& url, std::string envelope) {
  auto answer = http::Send({.method = "POST",
                            .url = url,
                            .headers = {{"Content-Type", "text/xml; charset=utf-8"},
                                        {"SOAPAction", "urn:PushNotification"}},
                            .body = std::move(envelope),
                            .timeout = kPatience,
                            .answer_limit = 1024 * 1024});
  if (answer.kind != http::ClientAnswer::Kind::kAnswered) return answer.error;
  bool taken =
      answer.status == 200 && answer.body.find("PushNotificationResponse") != std::string::npos;
  return taken ? "" : "HTTP " + std::to_string(answer.status);
}

}  // namespace

void Notify(const Services& services, const std::string& mnemonic) {
  auto registry = services.registry.Get();
  const auto* participant = registry->FindParticipant(mnemonic);
  if (participant == nullptr || participant->push_url.empty()) return;
  auto queues = services.db.Transact(
      db::Scope::System(), [&](db::Tx& tx) { return storage::CountQueues(tx, mnemonic); });
  if (queues.empty()) return;
  auto now = services.clock.Now();
  auto error = Deliver(participant->push_url, PushEnvelope(mnemonic, queues, now));
  if (error.empty()) return;
  // Speaks of the notification alone, so it has an id that is no message's.
  Letter letter{Uuid::NewV1(),
                "requestIsAcceptedBySmev",
                "Push-уведомление не доставлено по адресу " + participant->push_url + ": " + error,
                Fault{"SMEVFailure", "Push-уведомление не доставлено: " + error},
                {}};
  services.db.Transact(db::Scope::System(),
                       [&](db::Tx& tx) { SendNotice(tx, mnemonic, letter, now); });
}

}  // namespace okno::testbed
