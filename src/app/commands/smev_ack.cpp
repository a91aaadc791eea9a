// SPDX-License-Identifier: Apache-2.0
#include <iostream>
#include <memory>
#include <stdexcept>

#include "commands/smev_commands.h"
#include "commands/smev_participant.h"
#include "commands/smev_verdicts.h"

namespace okno::app {
namespace {

namespace smev3 = exchange::smev3;

struct AckOptions {
  ParticipantFlags participant;
  std::string id;
  bool rejected = false;
};

int RunAck(const AckOptions& options) {
  const auto id = Uuid::Parse(options.id);
  if (!id) throw std::runtime_error("'" + options.id + "' — не UUID");
  const auto participant = CommandParticipant::Make(options.participant);
  if (!participant) return Complain(participant.refusal());
  const auto accepted = options.rejected ? smev3::Accepted::kNo : smev3::Accepted::kYes;
  const auto done = (**participant)->Ack(*id, accepted);
  if (!done) return TellRefusal(done.refusal(), options.participant.json);
  std::cout << (options.participant.json
                    ? PrintableJson({{"message_id", id->ToString()}, {"acknowledged", true}})
                    : "Получение подтверждено: " + id->ToString())
            << "\n";
  return 0;
}

}  // namespace

void AddSmevAck(const Command& smev, const ChooseCommand& choose) {
  auto options = std::make_shared<AckOptions>();
  const auto command = smev.Add("ack", "Подтвердить получение сообщения");
  command.Footer(
      "Пример: okno smev ack 39f52a38-9a54-11ea-b23a-3316e2108089 --url "
      "http://127.0.0.1:8090/smev/v1.2/ws\n           --key key.pem --cert certificate.pem");
  command.Take("id", options->id, "Идентификатор сообщения").Required();
  AddParticipantFlags(command, options->participant);
  command.Flag("--rejected", options->rejected,
               "accepted=false: ЭП-СМЭВ неверна, сообщение отброшено");
  command.OnChosen([choose, options] { choose([options] { return RunAck(*options); }); });
}

}  // namespace okno::app
