// SPDX-License-Identifier: Apache-2.0
#include "logic/cancellation.h"

#include <stdexcept>

#include "logic/notices.h"
#include "storage/registration_store.h"

namespace okno::agency {

void HandleRequestCancelled(const Context& context, db::Tx& tx, const jobs::Job& job) {
  const auto id = exchange::MessageId::Parse(job.payload.at("message_id").get<std::string>());
  const auto request = exchange::FindMessage(tx, id.value());
  if (!request) return;
  if (request->subject.kind != "registration") {
    // Events are handled side by side: the card may be about to be made.
    if (request->state == "received")
      throw std::runtime_error("agency: the request has no card yet");
    return;
  }
  const auto card = FindCard(tx, RegistrationId{request->subject.id});
  if (!card) return;
  AddHistory(tx, *card,
             {.at = context.clock.Now(),
              .actor = access::Actor::System("СМЭВ"),
              .kind = "note",
              .from = "",
              .to = "",
              .text = "МФЦ отозвал запрос: заявитель больше не нуждается в ответе",
              .reason = ""});
  AnnounceChange(tx, *card);
}

}  // namespace okno::agency
