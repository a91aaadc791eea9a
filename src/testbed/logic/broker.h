// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

#include "crypto/gost.h"
#include "db/pool.h"
#include "exchange/smev3/multipart.h"
#include "logic/failures.h"
#include "logic/incoming.h"
#include "logic/settlement.h"
#include "storage/message_store.h"
#include "time/time.h"

namespace okno::testbed {

struct Reply {
  int status = 200;
  smev3::Package package;
  bool abandoned = false;  // the connection is to break instead
};

// The bus itself: what a participant calls, with one version of the envelope. A further version is
// another Broker over the same database, because queues know no version.
class Broker {
 public:
  struct Settings {
    std::chrono::seconds visibility;
    std::uint64_t attachment_limit;
  };
  Broker(db::Pool& db, const Clock& clock, const crypto::Signer& signer,
         const smev3::Dialect& dialect, const xml::SchemaSet& envelope_schema, Schemas& schemas,
         Failures& failures, Settings settings)
      : db_(db),
        clock_(clock),
        signer_(signer),
        dialect_(dialect),
        envelope_schema_(envelope_schema),
        schemas_(schemas),
        failures_(failures),
        settings_(settings) {}
  Reply Handle(std::string_view content_type, std::string_view body);

 private:
  Checked<smev3::Package> Dispatch(db::Tx& tx, const Incoming& incoming);
  Checked<smev3::Package> Get(db::Tx& tx, const Incoming& incoming, std::string_view operation,
                              std::string queue);
  Checked<smev3::Package> Ack(db::Tx& tx, const Incoming& incoming);

  db::Pool& db_;
  const Clock& clock_;
  const crypto::Signer& signer_;
  const smev3::Dialect& dialect_;
  const xml::SchemaSet& envelope_schema_;
  Schemas& schemas_;
  Failures& failures_;
  Settings settings_;
};

}  // namespace okno::testbed
