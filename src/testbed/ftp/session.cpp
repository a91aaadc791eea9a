// SPDX-License-Identifier: Apache-2.0
#include "ftp/session.h"

#include <sys/socket.h>

#include <algorithm>
#include <charconv>
#include <filesystem>

#include "base/id.h"
#include "ftp/transfers.h"

namespace okno::testbed {

namespace fs = std::filesystem;

enum class Needs { kNothing, kAccount };
struct FtpSession::Command {
  std::string_view verb;
  Handler handler;
  Needs needs = Needs::kAccount;
};

const FtpSession::Command FtpSession::kCommands[] = {
    {"USER", &FtpSession::User, Needs::kNothing},
    {"PASS", &FtpSession::Password, Needs::kNothing},
    {"FEAT", &FtpSession::Features, Needs::kNothing},
    {"SYST", &FtpSession::System, Needs::kNothing},
    {"NOOP", &FtpSession::Okay, Needs::kNothing},
    {"OPTS", &FtpSession::Okay, Needs::kNothing},
    {"ALLO", &FtpSession::Okay},
    {"TYPE", &FtpSession::Type},
    {"STRU", &FtpSession::Structure},
    {"MODE", &FtpSession::Mode},
    {"PWD", &FtpSession::WorkingDirectory},
    {"XPWD", &FtpSession::WorkingDirectory},
    {"CWD", &FtpSession::ChangeDirectory},
    {"XCWD", &FtpSession::ChangeDirectory},
    {"CDUP", &FtpSession::ChangeUp},
    {"PASV", &FtpSession::Passive},
    {"EPSV", &FtpSession::ExtendedPassive},
    {"PORT", &FtpSession::Active},
    {"EPRT", &FtpSession::Active},
    {"LIST", &FtpSession::List},
    {"NLST", &FtpSession::NameList},
    {"SIZE", &FtpSession::Size},
    {"MDTM", &FtpSession::ModificationTime},
    {"REST", &FtpSession::Restart},
    {"RETR", &FtpSession::Retrieve},
    {"STOR", &FtpSession::StoreFile},
    {"APPE", &FtpSession::Append},
    {"MKD", &FtpSession::MakeDirectory},
    {"XMKD", &FtpSession::MakeDirectory},
    {"DELE", &FtpSession::Delete},
};

FtpSession::FtpSession(Socket control, const FtpLogin& login, const FtpLimits& limits,
                       const FtpTrouble& trouble)
    : control_(std::move(control)), login_(login), limits_(limits), trouble_(trouble) {}

void FtpSession::Run() {
  Reply(220, "Okno testbed FTP");
  std::string line;
  while (!leaving_ && ReadLine(line)) {
    if (!Obey(line)) break;
  }
}

void FtpSession::Abort() {
  std::lock_guard lock(mutex_);
  aborted_ = true;
  control_.Abort();
  if (data_fd_ >= 0) ::shutdown(data_fd_, SHUT_RDWR);
}

bool FtpSession::ReadLine(std::string& line) {
  while (true) {
    auto end = unread_.find('\n');
    if (end != std::string::npos && end < limits_.command_bytes) {
      line = unread_.substr(0, end);
      unread_.erase(0, end + 1);
      if (line.ends_with('\r')) line.pop_back();
      return true;
    }
    if (unread_.size() >= limits_.command_bytes) {
      Reply(500, "Command line too long");
      return false;
    }
    auto more = control_.Receive(512, limits_.idle);
    if (!more) Reply(421, "Timeout");
    if (!more || more->empty()) return false;
    unread_ += *more;
  }
}

bool FtpSession::Obey(const std::string& line) {
  auto blank = std::min(line.find(' '), line.size());
  auto verb = line.substr(0, blank);
  std::transform(verb.begin(), verb.end(), verb.begin(),
                 [](unsigned char letter) { return static_cast<char>(std::toupper(letter)); });
  auto argument = blank == line.size() ? std::string() : line.substr(blank + 1);
  if (verb == "QUIT") {
    Reply(221, "Bye");
    return false;
  }
  const auto* found = std::find_if(std::begin(kCommands), std::end(kCommands),
                                   [&](const Command& command) { return command.verb == verb; });
  if (found == std::end(kCommands)) {
    Reply(502, "Command not implemented");
  } else if (found->needs == Needs::kAccount && !access_) {
    Reply(530, "Please log in with USER and PASS");
  } else {
    (this->*found->handler)(argument);
  }
  return true;
}

void FtpSession::Reply(int code, const std::string& text) {
  if (!control_.SendAll(std::to_string(code) + " " + text + "\r\n", limits_.transfer))
    leaving_ = true;
}

void FtpSession::User(const std::string& name) {
  user_ = name;
  access_.reset();
  Reply(331, "Password required");
}

void FtpSession::Password(const std::string& password) {
  access_ = login_(user_, password);
  directory_ = {};
  if (access_) return Reply(230, "Logged in");
  leaving_ = ++wrong_passwords_ >= limits_.wrong_passwords;
  Reply(leaving_ ? 421 : 530, "Login incorrect");
}

void FtpSession::Features(const std::string&) {
  control_.SendAll(
      "211-Features:\r\n EPSV\r\n MDTM\r\n REST STREAM\r\n SIZE\r\n UTF8\r\n211 End\r\n",
      limits_.transfer);
}

void FtpSession::System(const std::string&) { Reply(215, "UNIX Type: L8"); }
void FtpSession::Okay(const std::string&) { Reply(200, "Okay"); }

// Bytes travel as they are in both types: a text changed on its way would not fit its hash.
void FtpSession::Type(const std::string& type) {
  auto letter = type.empty() ? ' ' : static_cast<char>(std::toupper(type[0]));
  bool known = letter == 'I' || letter == 'A' || letter == 'L';
  Reply(known ? 200 : 504, known ? "Type set" : "Type not supported");
}

void FtpSession::Structure(const std::string& structure) {
  Reply(structure == "F" || structure == "f" ? 200 : 504, "Structure");
}

void FtpSession::Mode(const std::string& mode) {
  Reply(mode == "S" || mode == "s" ? 200 : 504, "Mode");
}

void FtpSession::WorkingDirectory(const std::string&) {
  Reply(257, "\"" + directory_.text() + "\" is the current directory");
}

void FtpSession::ChangeDirectory(const std::string& argument) {
  auto path = Find(argument);
  if (!path || !fs::is_directory(RealPath(*path))) return Reply(550, "No such directory");
  directory_ = *path;
  Reply(250, "Directory changed");
}

void FtpSession::ChangeUp(const std::string&) { ChangeDirectory(".."); }

void FtpSession::Passive(const std::string&) {
  if (!OpenPassive()) return Reply(425, "No free port");
  auto address = control_.local_address();
  std::replace(address.begin(), address.end(), '.', ',');
  int port = passive_.local_port();
  Reply(227, "Entering Passive Mode (" + address + "," + std::to_string(port / 256) + "," +
                 std::to_string(port % 256) + ")");
}

void FtpSession::ExtendedPassive(const std::string&) {
  if (!OpenPassive()) return Reply(425, "No free port");
  Reply(229, "Entering Extended Passive Mode (|||" + std::to_string(passive_.local_port()) + "|)");
}

void FtpSession::Active(const std::string&) { Reply(502, "Passive mode only"); }

void FtpSession::List(const std::string& argument) { SendListing(argument, false); }
void FtpSession::NameList(const std::string& argument) { SendListing(argument, true); }

void FtpSession::SendListing(const std::string& argument, bool names_only) {
  // Options of ls, as some clients send them, are no path.
  auto path = Find(argument.starts_with("-") ? std::string() : argument);
  auto real = path ? RealPath(*path) : std::string();
  if (!path || !fs::is_directory(real)) return Reply(550, "No such directory");
  auto data = OpenData();
  if (!data) return;
  bool sent = data.SendAll(Listing(real, names_only), limits_.transfer);
  CloseData();
  data = {};
  Reply(sent ? 226 : 426, sent ? "Directory sent" : "Connection closed");
}

void FtpSession::Size(const std::string& argument) {
  auto path = Find(argument);
  std::error_code error;
  auto real = path ? RealPath(*path) : std::string();
  if (!path || !fs::is_regular_file(real, error)) return Reply(550, "No such file");
  Reply(213, std::to_string(fs::file_size(real, error)));
}

void FtpSession::ModificationTime(const std::string& argument) {
  auto path = Find(argument);
  std::error_code error;
  auto real = path ? RealPath(*path) : std::string();
  if (!path || !fs::is_regular_file(real, error)) return Reply(550, "No such file");
  Reply(213, ModifiedAt(real));
}

void FtpSession::Restart(const std::string& offset) {
  std::uint64_t value = 0;
  auto [end, error] = std::from_chars(offset.data(), offset.data() + offset.size(), value);
  if (error != std::errc() || end != offset.data() + offset.size())
    return Reply(501, "A number, please");
  restart_at_ = value;
  Reply(350, "Restarting at " + offset);
}

void FtpSession::Retrieve(const std::string& argument) {
  auto path = Find(argument);
  auto offset = std::exchange(restart_at_, 0);
  auto file = path ? OpenForReading(RealPath(*path), offset) : OpenFile();
  if (!file) return Reply(550, "No such file");
  auto data = OpenData();
  if (!data) return;
  if (Breaks("RETR")) {
    SendHalf(file, data, limits_.transfer);
    return BreakOff();
  }
  bool sent = SendFile(file, data, limits_.transfer);
  CloseData();
  data = {};
  Reply(sent ? 226 : 426, sent ? "File sent" : "Connection closed");
}

void FtpSession::StoreFile(const std::string& argument) { Upload(argument, Writing::kFromOffset); }
void FtpSession::Append(const std::string& argument) { Upload(argument, Writing::kAtEnd); }

void FtpSession::Upload(const std::string& argument, Writing writing) {
  auto path = Find(argument);
  auto offset = std::exchange(restart_at_, 0);
  if (!access_->writable) return Reply(550, "Read only");
  if (!path || !IsUploadPlace(*path))
    return Reply(553, "Put files into a directory named by a UUID");
  auto file = writing == Writing::kAtEnd ? OpenForAppending(RealPath(*path))
                                         : OpenForWriting(RealPath(*path), offset);
  if (!file) return Reply(553, "No such directory, or no such offset");
  auto data = OpenData();
  if (!data) return;
  if (Breaks(writing == Writing::kAtEnd ? "APPE" : "STOR")) {
    ReceiveHalf(data, file, limits_.transfer);
    return BreakOff();
  }
  auto outcome = ReceiveFile(data, file, access_->upload_limit, limits_.transfer);
  CloseData();
  data = {};
  if (outcome == Received::kWhole) return Reply(226, "File stored");
  outcome == Received::kTooLarge ? Reply(552, "File too large") : Reply(426, "Connection closed");
}

// A directory for one file, as the rules of the bus want it: named by a UUID.
void FtpSession::MakeDirectory(const std::string& argument) {
  auto path = Find(argument);
  if (!access_->writable) return Reply(550, "Read only");
  auto within = path ? WithinPlace(*path) : VirtualPath();
  if (within.depth() != 1 || !Uuid::Parse(within.names()[0]))
    return Reply(553, "A directory is named by a UUID and stands in the root of an area");
  std::error_code error;
  if (!fs::create_directory(RealPath(*path), error)) return Reply(550, "It is there already");
  Reply(257, "\"" + path->text() + "\" created");
}

void FtpSession::Delete(const std::string& argument) {
  auto path = Find(argument);
  bool allowed = path && access_->writable && IsUploadPlace(*path);
  std::error_code error;
  bool done =
      allowed && fs::is_regular_file(RealPath(*path), error) && fs::remove(RealPath(*path), error);
  Reply(done ? 250 : 550, done ? "Deleted" : "Can not delete it");
}

std::optional<VirtualPath> FtpSession::Find(const std::string& argument) const {
  return directory_.Resolve(argument);
}

VirtualPath FtpSession::WithinPlace(const VirtualPath& path) const {
  bool named = path.depth() > 0 && access_->places.contains(path.names()[0]);
  return named ? path.WithoutFirst() : path;
}

std::string FtpSession::RealPath(const VirtualPath& path) const {
  auto place = path.depth() > 0 ? access_->places.find(path.names()[0]) : access_->places.end();
  const auto& root = place == access_->places.end() ? access_->root : place->second;
  return WithinPlace(path).Below(root);
}

bool FtpSession::IsUploadPlace(const VirtualPath& path) const {
  auto within = WithinPlace(path);
  return within.depth() == 2 && Uuid::Parse(within.names()[0]);
}

bool FtpSession::OpenPassive() {
  auto address = control_.local_address();
  passive_ = {};
  if (limits_.first_passive_port == 0) {
    passive_ = Socket::Listen(address, 0);
    return static_cast<bool>(passive_);
  }
  for (int port = limits_.first_passive_port; port <= limits_.last_passive_port && !passive_;
       ++port)
    passive_ = Socket::Listen(address, port);
  return static_cast<bool>(passive_);
}

// Only from where the commands come: nobody else may pick a transfer up.
Socket FtpSession::OpenData() {
  auto listening = std::move(passive_);
  if (!listening) {
    Reply(425, "Use PASV or EPSV first");
    return {};
  }
  Reply(150, "Opening data connection");
  auto data = listening.Accept(limits_.transfer);
  std::lock_guard lock(mutex_);
  if (!data || aborted_ || data.peer_address() != control_.peer_address()) {
    Reply(425, "No data connection");
    return {};
  }
  data_fd_ = data.fd();
  return data;
}

void FtpSession::CloseData() {
  std::lock_guard lock(mutex_);
  data_fd_ = -1;
}

bool FtpSession::Breaks(std::string_view verb) const { return trouble_ && trouble_(user_, verb); }

void FtpSession::BreakOff() {
  CloseData();
  leaving_ = true;
}

}  // namespace okno::testbed
