// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <atomic>

#include "logic/incoming.h"
#include "logic/services.h"
#include "smev3/answers.h"
#include "storage/message_store.h"

namespace okno::testbed {

// Handing out and acknowledging.
class Queues {
 public:
  explicit Queues(const Services& services);

  // Which messages a selector means: UnknownMessageType when its type is not registered or, for
  // requests, not served by the caller. Both names of a type and all its versions are one.
  static Checked<storage::Selection> Select(const Incoming& incoming, const std::string& queue);
  // The first message, if any, and the credentials of its files.
  struct Handed {
    std::optional<storage::Message> message;
    std::vector<FileAccess> files;
  };
  Handed HandOut(db::Tx& tx, const storage::Selection& selection, const Settings& settings,
                 Instant now);
  // What is left to do outside of the transaction.
  struct Acknowledged {
    bool found = false;
    std::optional<Uuid> files_of;  // nobody waits for the files of this message any more
  };
  Acknowledged Acknowledge(db::Tx& tx, const Incoming& incoming, Instant now);

  // Takes requests whose EOL has come out of the queues and tells their senders. Costs nothing
  // before the first of them.
  void ExpireDue(Instant now);
  void Expects(Instant eol);  // a request with that EOL has been accepted

 private:
  Services services_;
  std::atomic<Instant::rep> earliest_eol_;  // lower bound over all queues
};

}  // namespace okno::testbed
