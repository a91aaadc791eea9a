// SPDX-License-Identifier: Apache-2.0
#include "neighbours/post.h"

#include <stdexcept>

namespace okno::testbed::neighbours {

namespace smev3 = exchange::smev3;

namespace {

template <typename T>
T Must(Result<T> result) {
  if (!result)
    throw std::runtime_error("the bus refuses: " + result.refusal().code + " " +
                             result.refusal().detail);
  return std::move(*result);
}

Letter ReadLetter(const smev3::Incoming& incoming) {
  const auto& message = *incoming.message;
  const auto& content = std::get<smev3::ReceivedContent>(message.body);
  Letter letter{*incoming.id, message.reply_to, content.namespace_uri, content.xml, {}, ""};
  for (std::size_t at = 0; at < content.attachments.size(); ++at) {
    const auto& file = content.attachments[at];
    if (incoming.attachments.at(at).valid())
      letter.files.push_back({file.header.content_id, file.header.mime_type, file.bytes});
  }
  if (incoming.person && incoming.person->valid() && incoming.person->signer)
    letter.officer = incoming.person->signer->subject_name();
  return letter;
}

// The officer's signature and those of files may be wrong: what follows from that is the agency's
// to say.
bool IsRequest(const smev3::Incoming& incoming) {
  return incoming.bus.valid() && incoming.sender.valid() && incoming.message.ok() &&
         std::holds_alternative<smev3::ReceivedContent>(incoming.message->body);
}

smev3::OutgoingContent ToOutgoing(const Content& content) {
  smev3::OutgoingContent outgoing{content.xml};
  for (const auto& file : content.files)
    outgoing.files.push_back({file.mime_type, file.bytes, file.content_id});
  return outgoing;
}

}  // namespace

Post::Post(std::string url, std::shared_ptr<const crypto::Signer> signer, crypto::Certificate bus,
           const Clock& clock)
    : participant_({.url = std::move(url),
                    .dialect = *smev3::FindDialect("1.2"),
                    .signer = std::move(signer),
                    .bus_certificate = std::move(bus),
                    .clock = clock}) {}

std::optional<Letter> Post::Fetch() const {
  while (const auto incoming = Must(participant_.GetRequest())) {
    if (!incoming->id) throw std::runtime_error("a request without an id");
    if (IsRequest(*incoming)) return ReadLetter(*incoming);
    Must(participant_.Ack(*incoming->id, smev3::Accepted::kNo));
  }
  return std::nullopt;
}

void Post::Send(const Letter& letter, const ReadyAnswer& ready) const {
  for (std::size_t i = 0; i < ready.note_ids.size(); ++i) {
    const auto& note = ready.answer.notes[i];
    SendOne(letter, smev3::StatusData{note.code, note.text, {}}, ready.note_ids[i]);
  }
  if (const auto* rejection = std::get_if<Rejection>(&ready.answer.final)) {
    SendOne(letter, std::vector<smev3::RejectionData>{{rejection->code, rejection->text}},
            ready.id);
  } else {
    SendOne(letter, ToOutgoing(std::get<Content>(ready.answer.final)), ready.id);
  }
}

void Post::SendOne(const Letter& letter, const smev3::OutgoingAnswer& answer,
                   const Uuid& id) const {
  auto receipt = participant_.SendResponse(letter.reply_to, answer, id);
  if (!receipt && receipt.refusal().code == "smev.message_is_already_sent") return;
  if (!receipt && receipt.refusal().code == "smev.stale_message_id")
    receipt = participant_.SendResponse(letter.reply_to, answer);
  Must(std::move(receipt));
}

void Post::Acknowledge(const Letter& letter) const { Must(participant_.Ack(letter.id)); }

}  // namespace okno::testbed::neighbours
