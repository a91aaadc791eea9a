// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <filesystem>
#include <iostream>
#include <memory>
#include <stdexcept>

#include "commands/smev_commands.h"
#include "commands/smev_participant.h"
#include "commands/smev_verdicts.h"
#include "text/strings.h"

namespace okno::app {
namespace {

namespace smev3 = exchange::smev3;

struct SendOptions {
  ParticipantFlags participant;
  KeyFiles person;
  std::string file, id, reply_to, reject, text;
  std::vector<std::string> attachments, stored;
  std::optional<int> status;
  bool test = false;
};

std::string MimeTypeOf(const std::string& path) {
  constexpr std::pair<std::string_view, std::string_view> kTypes[] = {
      {".pdf", "application/pdf"}, {".xml", "application/xml"}, {".zip", "application/zip"},
      {".png", "image/png"},       {".jpg", "image/jpeg"},      {".jpeg", "image/jpeg"},
      {".tif", "image/tiff"},      {".tiff", "image/tiff"},     {".txt", "text/plain"}};
  const auto extension = text::ToLower(std::filesystem::path(path).extension().string());
  const auto* found =
      std::ranges::find(kTypes, extension, [](const auto& type) { return type.first; });
  return std::string(found == std::end(kTypes) ? "application/octet-stream" : found->second);
}

Result<smev3::OutgoingContent> ReadContent(const SendOptions& options) {
  if (options.file.empty()) throw std::runtime_error("smev send: нужен файл с содержимым");
  smev3::OutgoingContent content{.xml = ReadInput(options.file)};
  for (const auto& path : options.attachments) {
    content.files.push_back({MimeTypeOf(path), ReadInput(path)});
  }
  for (const auto& path : options.stored) content.stored.push_back({MimeTypeOf(path), path});
  if (options.person.key.empty()) return content;
  auto person = LoadSigner(options.person);
  if (!person) return person.refusal();
  content.person = *person;
  return content;
}

Result<smev3::OutgoingAnswer> ReadAnswerToSend(const SendOptions& options) {
  if (options.status) {
    return smev3::OutgoingAnswer(smev3::StatusData{*options.status, options.text, {}});
  }
  if (!options.reject.empty()) {
    return smev3::OutgoingAnswer(std::vector{smev3::RejectionData{options.reject, options.text}});
  }
  auto content = ReadContent(options);
  if (!content) return content.refusal();
  return smev3::OutgoingAnswer(*std::move(content));
}

std::optional<Uuid> IdToUse(const SendOptions& options) {
  if (options.id.empty()) return std::nullopt;
  const auto id = Uuid::Parse(options.id);
  if (!id) throw std::runtime_error("--id: '" + options.id + "' — не UUID");
  return id;
}

Result<smev3::Receipt> Send(const SendOptions& options, const smev3::Participant& participant) {
  const auto id = IdToUse(options);
  if (!options.reply_to.empty()) {
    const auto answer = ReadAnswerToSend(options);
    if (!answer) return answer.refusal();
    return participant.SendResponse(options.reply_to, *answer, id);
  }
  auto content = ReadContent(options);
  if (!content) return content.refusal();
  using enum smev3::RequestData::Purpose;
  return participant.SendRequest(
      {.content = *std::move(content), .message_id = id, .purpose = options.test ? kTest : kReal});
}

int RunSend(const SendOptions& options) {
  const auto participant = CommandParticipant::Make(options.participant);
  if (!participant) return Complain(participant.refusal());
  const auto receipt = Send(options, ***participant);
  if (!receipt) return TellRefusal(receipt.refusal(), options.participant.json);
  const auto& metadata = receipt->metadata;
  if (options.participant.json) {
    std::cout << PrintableJson({{"message_id", receipt->message_id.ToString()},
                                {"status", metadata.status},
                                {"sender", metadata.sender.ToString()},
                                {"recipient", metadata.recipient.ToString()},
                                {"bus_signature", VerdictJson(receipt->bus)}})
              << "\n";
    return 0;
  }
  std::cout << "Сообщение принято СМЭВ: " << receipt->message_id.ToString()
            << "\nСостояние: " << metadata.status << "\nОтправитель: " << metadata.sender.ToString()
            << "\nПолучатель: " << metadata.recipient.ToString()
            << "\nПодпись СМЭВ под квитанцией. " << VerdictSentence(receipt->bus) << "\n";
  return 0;
}

constexpr auto kSendHelp =
    "В файле — содержимое: один элемент в пространстве имён. Конверт, его подписи и подписи "
    "вложений\n"
    "команда делает сама. С --reply-to это ответ: файл, --reject или --status.\n"
    "Код возврата: 0 — шина приняла, 1 — не приняла, 2 — не годится то, что дано.\n\n"
    "Пример: okno smev send content.xml --attach scan.pdf --url "
    "http://127.0.0.1:8090/smev/v1.2/ws\n"
    "           --key key.pem --cert certificate.pem --bus-cert bus.pem\n"
    "         … --ftp 127.0.0.1:8091 --ftp-attach archive.zip   файлы больше 5 МБ";

}  // namespace

void AddSmevSend(const Command& smev, const ChooseCommand& choose) {
  auto options = std::make_shared<SendOptions>();
  const auto command = smev.Add("send", "Отправить запрос или ответ через шину");
  command.Footer(kSendHelp);
  command.Take("file", options->file, "Содержимое; - это стандартный ввод");
  AddParticipantFlags(command, options->participant);
  command.Take("--attach", options->attachments, "Файлы вместе с сообщением, вместе до 5 МБ");
  command.Take("--ftp-attach", options->stored,
               "Файлы, которые сначала выгрузить на --ftp, вместе до 1 ГБ");
  command.Take("--personal-key", options->person.key, "Ключ должностного лица: ЭП-СП");
  command.Take("--personal-cert", options->person.certificate, "Его сертификат");
  command.Take("--personal-password-file", options->person.password_file,
               "Файл; в первой строке его пароль");
  command.Take("--id", options->id, "Идентификатор прошлой попытки, чтобы её повторить");
  command.Flag("--test", options->test, "Отметить запрос как TestMessage");
  const auto reply = command.Take("--reply-to", options->reply_to, "ReplyTo запроса");
  const auto reject =
      command.Take("--reject", options->reject, "Отказать на запрос с этим кодом")
          .OneOf({"ACCESS_DENIED", "NO_DATA", "UNKNOWN_REQUEST_DESCRIPTION", "FAILURE"})
          .Needs(reply);
  command.Take("--status", options->status, "Ответить этим кодом состояния")
      .Needs(reply)
      .Excludes(reject);
  command.Take("--text", options->text, "Слова отказа или состояния");
  command.OnChosen([choose, options] { choose([options] { return RunSend(*options); }); });
}

}  // namespace okno::app
