// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "base/id.h"
#include "crypto/gost.h"
#include "exchange/smev3/participant.h"
#include "neighbours/ready_answer.h"
#include "time/time.h"

namespace okno::testbed::neighbours {

// A request in hand: fetched, verified, not yet acknowledged.
struct Letter {
  Uuid id;
  std::string reply_to;
  std::string namespace_uri;  // of the content
  std::string content_xml;
  std::vector<File> files;  // those whose signature is right
  std::string officer;      // signer of the content (ЭП-СП), "" = nobody
};

// A neighbour's place at the bus, over HTTP and SOAP as a foreign system would have it. All throw
// std::runtime_error when the bus does not answer or answers with a fault.
class Post {
 public:
  // `url` is that of the bus's endpoint of envelope 1.2, `bus` its certificate (ЭП-СМЭВ). `clock`
  // outlives the Post.
  Post(std::string url, std::shared_ptr<const crypto::Signer> signer, crypto::Certificate bus,
       const Clock& clock);

  // The next request of the own queue; nothing when it is empty. What can not be trusted or read is
  // acknowledged as such and passed over.
  std::optional<Letter> Fetch() const;
  // Notes and final answer under their ids; what the bus has already is passed over. Ids that have
  // grown too old for the bus are replaced.
  void Send(const Letter& letter, const ReadyAnswer& ready) const;
  void Acknowledge(const Letter& letter) const;

 private:
  void SendOne(const Letter& letter, const exchange::smev3::OutgoingAnswer& answer,
               const Uuid& id) const;

  exchange::smev3::Participant participant_;
};

}  // namespace okno::testbed::neighbours
