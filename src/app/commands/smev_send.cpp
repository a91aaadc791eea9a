// SPDX-License-Identifier: Apache-2.0
#include <CLI/CLI.hpp>
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
  if (options.file.empty())
    throw std::runtime_error("smev send: a file with the content is needed");
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
  if (!id) throw std::runtime_error("--id: '" + options.id + "' is no UUID");
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

constexpr auto kHelp =
    "FILE holds the business content: one element in a namespace. The envelope around it, its\n"
    "signatures and the attachments' are made here. With --reply-to the message is an answer: "
    "FILE,\n"
    "--reject or --status. Exit code: 0 the bus took it, 1 it did not, 2 the input is wrong.\n\n"
    "Example: okno smev send content.xml --attach scan.pdf --url "
    "http://127.0.0.1:8090/smev/v1.2/ws\n"
    "           --key key.pem --cert certificate.pem --bus-cert bus.pem\n"
    "         … --ftp 127.0.0.1:8091 --ftp-attach archive.zip   files over 5 MB";

}  // namespace

void AddSmevSend(CLI::App& smev, const ChooseCommand& choose) {
  auto options = std::make_shared<SendOptions>();
  auto* command = smev.add_subcommand("send", "Send a request or an answer through the bus");
  command->footer(kHelp);
  command->add_option("file", options->file, "The content; - for the standard input");
  AddParticipantFlags(*command, options->participant);
  command->add_option("--attach", options->attachments, "Files to send along, 5 MB together");
  command->add_option("--ftp-attach", options->stored,
                      "Files to bring to --ftp first, 1 GB together");
  command->add_option("--personal-key", options->person.key, "Key of the official: ЭП-СП");
  command->add_option("--personal-cert", options->person.certificate, "Its certificate");
  command->add_option("--personal-password-file", options->person.password_file,
                      "First line: its password");
  command->add_option("--id", options->id, "Id of an earlier attempt, to repeat it");
  command->add_flag("--test", options->test, "Mark the request as TestMessage");
  auto* reply = command->add_option("--reply-to", options->reply_to, "ReplyTo of the request");
  auto* reject =
      command->add_option("--reject", options->reject, "Refuse the request with this code")
          ->check(
              CLI::IsMember({"ACCESS_DENIED", "NO_DATA", "UNKNOWN_REQUEST_DESCRIPTION", "FAILURE"}))
          ->needs(reply);
  command->add_option("--status", options->status, "Answer with this status code")
      ->needs(reply)
      ->excludes(reject);
  command->add_option("--text", options->text, "Words of a refusal or a status");
  command->callback([choose, options] { choose([options] { return RunSend(*options); }); });
}

}  // namespace okno::app
