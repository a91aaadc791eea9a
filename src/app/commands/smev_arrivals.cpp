// SPDX-License-Identifier: Apache-2.0
#include "commands/smev_arrivals.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>

#include "commands/smev_io.h"
#include "commands/smev_participant.h"
#include "commands/smev_verdicts.h"

namespace okno::app {
namespace {

namespace fs = std::filesystem;
namespace smev3 = exchange::smev3;

constexpr mode_t kPrivate = 0600;  // people's data

const smev3::ReceivedContent* ContentOf(const smev3::Incoming& incoming) {
  return incoming.message ? std::get_if<smev3::ReceivedContent>(&incoming.message->body) : nullptr;
}

// An id of the sender's choice is no path.
std::string SafeName(std::string_view kind, std::string_view content_id, std::size_t number) {
  std::string name = fmt::format("{}-{}-", kind, number);
  for (char c : content_id.substr(0, 60)) {
    const bool plain = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    name.push_back(plain || c == '-' || c == '.' ? c : '_');
  }
  return name;
}

fs::path NewFolder(const fs::path& parent, const std::string& name) {
  fs::create_directories(parent);
  auto folder = parent / name;
  for (int number = 2; !fs::create_directory(folder); ++number) {
    folder = parent / fmt::format("{}-{}", name, number);
  }
  return folder;
}

struct Part {
  std::string title;
  const char* key;
  smev3::Verdict verdict;
};

std::vector<Part> Verdicts(const smev3::Incoming& incoming) {
  std::vector<Part> parts{{"Подпись СМЭВ", "bus", incoming.bus}};
  if (incoming.message) parts.push_back({"Подпись отправителя", "sender", incoming.sender});
  if (incoming.person) {
    parts.push_back({"Подпись должностного лица", "person", *incoming.person});
  }
  for (std::size_t i = 0; i < incoming.attachments.size(); ++i) {
    parts.push_back(
        {fmt::format("Подпись вложения {}", i + 1), "attachment", incoming.attachments[i]});
  }
  return parts;
}

struct BodyText {
  std::string operator()(const smev3::ReceivedContent& content) const {
    return fmt::format("Содержимое: {} в {}, вложений: {}, файлов на FTP: {}.\n", content.root,
                       content.namespace_uri, content.attachments.size(), content.files.size());
  }
  std::string operator()(const std::vector<smev3::RejectionData>& rejections) const {
    std::string text;
    for (const auto& rejection : rejections) {
      text += fmt::format("Отказ {}: {}\n", rejection.code, rejection.description);
    }
    return text;
  }
  std::string operator()(const smev3::StatusData& status) const {
    return fmt::format("Статус {}: {}\n", status.code, status.description);
  }
  std::string operator()(const smev3::AsyncStatus& status) const {
    const auto fault = status.fault ? status.fault->name + " " + status.fault->text : "";
    return fmt::format("Сообщает СМЭВ: {} {} {}\n", status.category, status.details, fault);
  }
  std::string operator()(const smev3::Cancellation& cancellation) const {
    return fmt::format("Отзыв запроса {}.\n", cancellation.message_reference
                                                  ? cancellation.message_reference->ToString()
                                                  : "");
  }
};

struct BodyJson {
  nlohmann::json operator()(const smev3::ReceivedContent& content) const {
    return {{"kind", "content"},
            {"namespace", content.namespace_uri},
            {"root", content.root},
            {"attachments", content.attachments.size()},
            {"files", content.files.size()}};
  }
  nlohmann::json operator()(const std::vector<smev3::RejectionData>& rejections) const {
    auto list = nlohmann::json::array();
    for (const auto& rejection : rejections) {
      list.push_back({{"code", rejection.code}, {"description", rejection.description}});
    }
    return {{"kind", "rejection"}, {"rejections", list}};
  }
  nlohmann::json operator()(const smev3::StatusData& status) const {
    return {{"kind", "status"}, {"code", status.code}, {"description", status.description}};
  }
  nlohmann::json operator()(const smev3::AsyncStatus& status) const {
    nlohmann::json json{
        {"kind", "bus_status"}, {"category", status.category}, {"details", status.details}};
    if (status.fault) json["fault"] = {{"name", status.fault->name}, {"text", status.fault->text}};
    return json;
  }
  nlohmann::json operator()(const smev3::Cancellation&) const { return {{"kind", "cancel"}}; }
};

// The name as it travels only in envelope 1.3, else the storage's.
std::string NameOf(const smev3::ReceivedFile& file) {
  if (!file.header.file_name.empty()) return fs::path(file.header.file_name).filename().string();
  return file.place ? fs::path(file.place->file_name).filename().string() : "";
}

std::vector<FetchedFile> FetchFiles(const smev3::Participant& participant,
                                    const smev3::ReceivedContent& content,
                                    const std::string& folder) {
  std::vector<FetchedFile> files;
  for (std::size_t i = 0; i < content.files.size(); ++i) {
    const auto path = folder + "/" + SafeName("file", NameOf(content.files[i]), i + 1);
    auto verdict = participant.Fetch(content.files[i], path);
    if (verdict) fs::permissions(path, fs::perms::owner_read | fs::perms::owner_write);
    files.push_back({verdict ? path : "", std::move(verdict)});
  }
  return files;
}

std::string FileText(const FetchedFile& file, std::size_t number) {
  auto text = fmt::format("Файл {} (FTP). ", number);
  if (!file.verdict)
    return text + RussianText(file.verdict.refusal().code, file.verdict.refusal().detail) + "\n";
  return text + file.path + ". " + VerdictSentence(*file.verdict) + " [" + file.verdict->code +
         "]\n";
}

nlohmann::json FileJson(const FetchedFile& file) {
  if (!file.verdict) return {{"error", ErrorJson(file.verdict.refusal())}};
  auto json = VerdictJson(*file.verdict);
  json["path"] = file.path;
  return json;
}

}  // namespace

bool KeptArrival::HasAllFiles() const {
  return std::ranges::all_of(files, [](const auto& file) { return file.verdict.ok(); });
}

bool KeptArrival::AreFilesRight() const {
  return std::ranges::all_of(
      files, [](const auto& file) { return file.verdict && file.verdict->valid(); });
}

KeptArrival KeepArrival(const smev3::Participant& participant, const smev3::Incoming& incoming,
                        const std::string& parent) {
  KeptArrival kept;
  const auto folder = NewFolder(parent, incoming.id ? incoming.id->ToString() : "message");
  const auto& answer = incoming.answer;
  WriteNew(folder / "envelope.xml", answer.source.bytes(), kPrivate);
  if (!answer.parts.empty()) {
    const auto wire = smev3::WritePackage({answer.source.bytes(), answer.parts});
    WriteNew(folder / "message.mime", "Content-Type: " + wire.content_type + "\r\n\r\n" + wire.body,
             kPrivate);
  }
  if (const auto* content = ContentOf(incoming)) {
    WriteNew(folder / "content.xml", content->xml, kPrivate);
    for (std::size_t i = 0; i < content->attachments.size(); ++i) {
      const auto& attachment = content->attachments[i];
      WriteNew(folder / SafeName("attachment", attachment.header.content_id, i + 1),
               attachment.bytes, kPrivate);
    }
    kept.files = FetchFiles(participant, *content, folder.string());
  }
  kept.folder = folder.string();
  return kept;
}

std::string ArrivalText(const smev3::Incoming& incoming, const KeptArrival& kept) {
  auto text = fmt::format("Получено сообщение {}{}.\n",
                          incoming.id ? incoming.id->ToString() : "без идентификатора",
                          kept.folder.empty() ? "" : ", сохранено в " + kept.folder);
  if (incoming.message) {
    const auto& message = *incoming.message;
    if (!message.metadata.sender.ToString().empty())
      text += "Отправитель: " + message.metadata.sender.ToString() + "\n";
    if (message.original_message_id)
      text += "Ответ на запрос " + message.original_message_id->ToString() + "\n";
    if (!message.reply_to.empty()) text += "Отвечать на (--reply-to): " + message.reply_to + "\n";
    text += std::visit(BodyText{}, message.body);
  } else {
    const auto& refusal = incoming.message.refusal();
    text += RussianText(refusal.code, refusal.detail) + "\n";
  }
  for (const auto& part : Verdicts(incoming)) {
    text += part.title + ". " + VerdictSentence(part.verdict) + " [" + part.verdict.code + "]\n";
  }
  for (std::size_t i = 0; i < kept.files.size(); ++i) text += FileText(kept.files[i], i + 1);
  return text;
}

nlohmann::json ArrivalJson(const smev3::Incoming& incoming, const KeptArrival& kept) {
  nlohmann::json json{{"folder", kept.folder},
                      {"trustworthy", incoming.trustworthy() && kept.AreFilesRight()}};
  json["message_id"] = incoming.id ? nlohmann::json(incoming.id->ToString()) : nlohmann::json();
  if (incoming.message) {
    const auto& message = *incoming.message;
    json["sender"] = message.metadata.sender.ToString();
    json["reply_to"] = message.reply_to;
    json["message"] = std::visit(BodyJson{}, message.body);
    if (message.original_message_id)
      json["original_message_id"] = message.original_message_id->ToString();
  } else {
    json["error"] = ErrorJson(incoming.message.refusal());
  }
  auto signatures = nlohmann::json::array();
  for (const auto& part : Verdicts(incoming)) {
    auto verdict = VerdictJson(part.verdict);
    verdict["of"] = part.key;
    signatures.push_back(std::move(verdict));
  }
  json["signatures"] = std::move(signatures);
  auto files = nlohmann::json::array();
  for (const auto& file : kept.files) files.push_back(FileJson(file));
  json["files"] = std::move(files);
  return json;
}

}  // namespace okno::app
