// SPDX-License-Identifier: Apache-2.0
#include <iostream>
#include <memory>

#include "commands/smev_arrivals.h"
#include "commands/smev_commands.h"
#include "commands/smev_participant.h"
#include "commands/smev_verdicts.h"

namespace okno::app {
namespace {

namespace smev3 = exchange::smev3;

struct StatusOptions {
  ParticipantFlags participant;
  bool acknowledge = false;
  bool queues = false;
};

int TellQueues(const smev3::Participant& participant, bool json) {
  const auto queues = participant.GetIncomingQueueStatistics();
  if (!queues) return TellRefusal(queues.refusal(), json);
  if (json) {
    auto list = nlohmann::json::array();
    for (const auto& queue : *queues) {
      list.push_back({{"queue", queue.queue}, {"waiting", queue.waiting}});
    }
    std::cout << PrintableJson({{"queues", list}}) << "\n";
    return 0;
  }
  if (queues->empty()) std::cout << "Входящих очередей нет.\n";
  for (const auto& queue : *queues) {
    std::cout << queue.queue << ": ждут " << queue.waiting << "\n";
  }
  return 0;
}

int RunStatus(const StatusOptions& options) {
  const bool json = options.participant.json;
  const auto participant = CommandParticipant::Make(options.participant);
  if (!participant) return Complain(participant.refusal());
  if (options.queues) return TellQueues(***participant, json);
  const auto incoming = (**participant)->GetStatus();
  if (!incoming) return TellRefusal(incoming.refusal(), json);
  if (!*incoming) {
    std::cout << (json ? "{\"message\": null}" : "Нового о состоянии сообщений нет.") << "\n";
    return 0;
  }
  std::cout << (json ? PrintableJson(ArrivalJson(**incoming, {})) + "\n"
                     : ArrivalText(**incoming, {}));
  if (options.acknowledge) {
    const auto done = Acknowledge(***participant, **incoming);
    if (!done) return TellRefusal(done.refusal(), false);
    if (!json) std::cout << "Получение подтверждено.\n";
  }
  return (*incoming)->trustworthy() ? 0 : 1;
}

}  // namespace

void AddSmevStatus(const Command& smev, const ChooseCommand& choose) {
  auto options = std::make_shared<StatusOptions>();
  const auto command = smev.Add("status", "Спросить, что стало с отправленным");
  command.Footer(
      "Берёт одно сообщение из очереди состояний: поздние ошибки отправленного (GetStatus).\n\n"
      "Примеры: okno smev status --ack --url http://127.0.0.1:8090/smev/v1.2/ws \\\n"
      "            --key key.pem --cert certificate.pem\n"
      "          okno smev status --queues --version 1.1 --url http://127.0.0.1:8090/smev/v1.1/ws "
      "\\\n"
      "            --key key.pem --cert certificate.pem");
  AddParticipantFlags(command, options->participant);
  command.Flag("--ack", options->acknowledge, "Подтвердить получение");
  command.Flag("--queues", options->queues,
               "Вместо этого: сколько сообщений ждёт в каждой очереди (1.1)");
  command.OnChosen([choose, options] { choose([options] { return RunStatus(*options); }); });
}

}  // namespace okno::app
