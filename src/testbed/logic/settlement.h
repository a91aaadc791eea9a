// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <memory>
#include <mutex>
#include <string>

#include "crypto/gost.h"
#include "smev3/faults.h"
#include "storage/message_store.h"
#include "xml/schema.h"

namespace okno::testbed {

// Compiled business schemas by folder; thread-safe.
class Schemas {
 public:
  std::shared_ptr<const xml::SchemaSet> Get(
      const std::string& folder);  // shared: a later upload replaces it
  void Forget(const std::string& folder);

 private:
  std::mutex mutex_;
  std::map<std::string, std::shared_ptr<const xml::SchemaSet>> loaded_;
};

// The asynchronous checks of what has been accepted: business content by the registered XSD,
// signatures of the attachments. What passes goes to its recipient's queue; of what does not, the
// sender learns through its own queue: of a request as an answer with AsyncProcessingStatus, of an
// answer through GetStatus. Done when somebody next asks for messages, so that it needs no thread
// of its own.
void Settle(db::Tx& tx, Schemas& schemas, const smev3::Dialect& dialect,
            const crypto::Signer& signer, Instant now);

}  // namespace okno::testbed
