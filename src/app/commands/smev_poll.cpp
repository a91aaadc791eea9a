// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <filesystem>
#include <iostream>
#include <map>
#include <memory>

#include "commands/smev_arrivals.h"
#include "commands/smev_commands.h"
#include "commands/smev_participant.h"
#include "commands/smev_verdicts.h"

namespace okno::app {
namespace {

namespace smev3 = exchange::smev3;

enum class Asked { kRequests, kResponses };

struct PollOptions {
  ParticipantFlags participant;
  Asked queue = Asked::kResponses;
  std::string folder = ".";
  smev3::Selector selector;
  bool acknowledge = false;
};

Result<std::optional<smev3::Incoming>> Ask(const smev3::Participant& participant,
                                           const PollOptions& options) {
  return options.queue == Asked::kRequests ? participant.GetRequest(options.selector)
                                           : participant.GetResponse(options.selector);
}

int RunPoll(const PollOptions& options) {
  const bool json = options.participant.json;
  const auto participant = CommandParticipant::Make(options.participant);
  if (!participant) return Complain(participant.refusal());
  const auto incoming = Ask(***participant, options);
  if (!incoming) return TellRefusal(incoming.refusal(), json);
  if (!*incoming) {
    std::cout << (json ? "{\"message\": null}" : "Очередь пуста.") << "\n";
    return 0;
  }
  const auto kept = KeepArrival(***participant, **incoming, options.folder);
  std::cout << (json ? PrintableJson(ArrivalJson(**incoming, kept)) + "\n"
                     : ArrivalText(**incoming, kept));
  if (options.acknowledge && !kept.HasAllFiles()) {
    std::cerr << "okno: Не подтверждено: файлы исчезнут из хранилища с подтверждением, а получены "
                 "не все.\n";
    return 1;
  }
  if (options.acknowledge) {
    const auto done = Acknowledge(***participant, **incoming);
    if (!done) return TellRefusal(done.refusal(), false);
    if (!json) std::cout << "Получение подтверждено.\n";
  }
  return (*incoming)->trustworthy() && kept.AreFilesRight() ? 0 : 1;
}

constexpr auto kPollHelp =
    "Берёт одно сообщение из очереди и кладёт envelope.xml, content.xml и вложения в новую папку,\n"
    "названную его идентификатором; в message.mime — всё сразу, для `okno smev verify`.\n"
    "Неподтверждённое выдаётся снова через 15 минут. Файлы по FTP забирает --ftp; с "
    "подтверждением\n"
    "они исчезают: без всех файлов --ack не подтверждает ничего.\n"
    "Код возврата: 0 — все подписи верны или очередь пуста, 1 — какая-то неверна или шина так не\n"
    "ответила, 2 — ключи не годятся.\n\n"
    "Пример: okno smev poll --queue requests --folder in --ack \\\n"
    "           --url http://127.0.0.1:8090/smev/v1.2/ws --key key.pem --cert certificate.pem";

}  // namespace

void AddSmevPoll(const Command& smev, const ChooseCommand& choose) {
  static const std::map<std::string, Asked> kQueues = {{"requests", Asked::kRequests},
                                                       {"responses", Asked::kResponses}};
  auto options = std::make_shared<PollOptions>();
  const auto command = smev.Add("poll", "Взять сообщение из очереди шины");
  command.Footer(kPollHelp);
  AddParticipantFlags(command, options->participant);
  command.Take("--queue", kQueues, options->queue, "requests (запросы) или responses (ответы)")
      .ShownAs("responses");
  command.Take("--folder", options->folder, "Где сделать папку сообщения");
  const auto uri = command.Take("--namespace", options->selector.namespace_uri,
                                "Только сообщения этого вида: пространство имён");
  command.Take("--root", options->selector.root, "и имя корневого элемента").Needs(uri);
  command.Flag("--ack", options->acknowledge, "Подтвердить получение");
  command.OnChosen([choose, options] { choose([options] { return RunPoll(*options); }); });
}

}  // namespace okno::app
