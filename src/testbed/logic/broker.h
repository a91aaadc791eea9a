// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

#include "exchange/smev3/multipart.h"
#include "logic/acceptance.h"
#include "logic/background.h"
#include "logic/incoming.h"
#include "logic/queues.h"
#include "logic/services.h"
#include "smev3/answers.h"

namespace okno::testbed {

struct Reply {
  int status = 200;
  std::string content_type, body;
  bool abandoned = false;  // the connection is to break instead
};

// The bus itself: what a participant calls, with one version of the envelope. A further version is
// another Broker over the same queues, because queues know no version.
class Broker {
 public:
  Broker(const Services& services, Queues& queues, Background& background,
         const smev3::Dialect& dialect, const xml::SchemaSet& envelope_schema)
      : services_(services),
        queues_(queues),
        background_(background),
        dialect_(dialect),
        envelope_schema_(envelope_schema) {}
  Reply Handle(std::string_view content_type, std::string_view body);

 private:
  Checked<smev3::Package> Dispatch(const Incoming& incoming, const Settings& settings);
  Checked<smev3::Package> SendRequest(const Incoming& incoming, const Settings& settings);
  Checked<smev3::Package> SendResponse(const Incoming& incoming, const Settings& settings);
  Checked<smev3::Package> Get(const Incoming& incoming, const Settings& settings,
                              const std::string& queue);
  Checked<smev3::Package> Ack(const Incoming& incoming);
  Checked<smev3::Package> Statistics(const Incoming& incoming);
  Checked<smev3::Package> Accept(const Incoming& incoming, const Acceptance& acceptance,
                                 const Checked<Prepared>& checked);
  Acceptance AcceptanceAt(const Settings& settings, Instant now) const;
  Wording WordingFor(const Incoming& incoming, const Settings& settings) const;
  void SendBack(const storage::Message& message, Instant now);
  void Announce(const Prepared& prepared, const Registry& registry);
  std::optional<Reply> StrikeBefore(std::string_view participant, std::string_view operation);
  Reply Write(Checked<smev3::Package> answer, const Settings& settings,
              std::string_view participant, std::string_view operation);

  Services services_;
  Queues& queues_;
  Background& background_;
  const smev3::Dialect& dialect_;
  const xml::SchemaSet& envelope_schema_;
};

}  // namespace okno::testbed
