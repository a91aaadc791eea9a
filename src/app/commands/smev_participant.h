// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <string>

#include "command.h"
#include "commands/smev_io.h"
#include "exchange/smev3/participant.h"

namespace okno::app {

// The options that every command calling the bus has.
struct ParticipantFlags {
  std::string url, version = "1.2", bus_certificate, trust, node_id;
  std::string ftp, ftp_user = "anonymous", ftp_password_file, ftp_directory;
  KeyFiles signer;
  bool json = false;
};
void AddParticipantFlags(const Command& command, ParticipantFlags& flags);

// A participant made of the flags, with what it refers to.
class CommandParticipant {
 public:
  static Result<std::unique_ptr<CommandParticipant>> Make(const ParticipantFlags& flags);
  const exchange::smev3::Participant& operator*() const { return *participant_; }
  const exchange::smev3::Participant* operator->() const { return participant_.get(); }

 private:
  SystemClock clock_;
  crypto::TrustStore trust_;
  std::unique_ptr<exchange::smev3::Participant> participant_;
};

// By the verdict on ЭП-СМЭВ alone, as the bus wants it.
Outcome Acknowledge(const exchange::smev3::Participant& participant,
                    const exchange::smev3::Incoming& incoming);

// A refusal of a call: told on the standard error, and as JSON on the output when asked. Gives 1:
// the input was fine, the bus did not take it.
int TellRefusal(const Refusal& refusal, bool json);

// "верна" or what is wrong, and whose: "подпись верна: CN=…".
std::string VerdictSentence(const exchange::smev3::Verdict& verdict);

}  // namespace okno::app
