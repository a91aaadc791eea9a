// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ftp/file_storage.h"
#include "logic/registry.h"
#include "logic/schemas.h"
#include "smev3/faults.h"
#include "storage/message_store.h"
#include "xml/document.h"

namespace okno::testbed {

struct ContentChecks {
  const Registry& registry;
  Schemas& schemas;
  const FileStorage& files;
  Instant now;
};
// What the bus checks after it has given its receipt: business content by the registered XSD,
// personal signature, signatures of attachments, hashes and signatures of files. `provided` is the
// message's SenderProvided…Data, parsed; its files lie in the message's folder.
std::optional<Fault> CheckContent(const ContentChecks& checks, xml::Element provided,
                                  const storage::Message& message);

}  // namespace okno::testbed
