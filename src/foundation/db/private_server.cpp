// SPDX-License-Identifier: Apache-2.0
#include "private_server.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <libpq-fe.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <fstream>
#include <stdexcept>
#include <thread>

#include "log/log.h"

namespace okno::db {
namespace fs = std::filesystem;
namespace {

using std::chrono::milliseconds;
using std::chrono::steady_clock;

constexpr char kInstallations[] = "/usr/lib/postgresql";
constexpr int kOldestVersion = 15;
constexpr milliseconds kPollPause{5};
constexpr milliseconds kStartLimit{120000};  // recovery after a crash may take its time
constexpr milliseconds kStopLimit{60000};
// sockaddr_un holds 107 bytes; "/.s.PGSQL.5432" and its lock file's ".lock" come behind the folder.
constexpr std::size_t kLongestSocketFolder = 107 - 19;

// Why these: WAL at "replica" so that base backups work; no JIT, whose compilation costs more than
// our short queries; cheap random pages because data folders lie on SSD; terse errors because
// DETAIL lines quote rows.
constexpr char kSettings[] =
    R"(# Written by okno at every start. Put your own settings into local.conf beside this file.
listen_addresses = ''
unix_socket_directories = '{socket}'
unix_socket_permissions = 0700
max_connections = 100
shared_buffers = 128MB
work_mem = 16MB
maintenance_work_mem = 128MB
wal_level = replica
max_wal_size = 1GB
fsync = {durable}
full_page_writes = {durable}
synchronous_commit = {durable}
jit = off
random_page_cost = 1.1
timezone = UTC
log_timezone = UTC
logging_collector = {collect}
log_directory = '{log}'
log_filename = 'postgresql-%a.log'
log_truncate_on_rotation = on
log_rotation_age = 1d
log_rotation_size = 0
log_error_verbosity = terse
log_min_duration_statement = 1s
log_parameter_max_length = 0
include_if_exists '{base}/local.conf'
)";

std::string FirstLine(const fs::path& path) {
  std::ifstream file(path);
  std::string line;
  std::getline(file, line);
  return line;
}

// FNV-1a: a short name that stays the same from start to start.
std::string ShortName(const std::string& text) {
  std::uint64_t hash = 0xcbf29ce484222325;
  for (unsigned char byte : text) hash = (hash ^ byte) * 0x100000001b3;
  return fmt::format("{:016x}", hash);
}

void SyncFolder(const fs::path& folder) {
  const int handle = open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  const bool done = handle >= 0 && fsync(handle) == 0;
  if (handle >= 0) close(handle);
  if (!done) throw std::runtime_error("can not sync " + folder.string());
}

std::string QuoteForSettings(const std::string& value) {
  std::string quoted;
  for (char c : value) quoted += c == '\'' ? std::string("''") : std::string(1, c);
  return quoted;
}

}  // namespace

std::string QuoteForDsn(const std::string& value) {
  std::string quoted = "'";
  for (char c : value) {
    if (c == '\'' || c == '\\') quoted += '\\';
    quoted += c;
  }
  return quoted + "'";
}

PrivateServer::PrivateServer(const fs::path& folder, Durability durability)
    : identity_(ServerIdentity()), durability_(durability) {
  Place(fs::canonical(folder));
  FindPrograms();
  PlaceSocket();
}

void PrivateServer::Place(const fs::path& folder) {
  const fs::path link = folder / "server";
  if (!fs::exists(fs::symlink_status(link)) && !MayEnter(identity_, folder)) {
    fs::create_directories("/var/lib/okno");
    std::string outside = "/var/lib/okno/server-XXXXXX";
    if (!mkdtemp(outside.data())) throw std::runtime_error("can not make " + outside);
    fs::create_symlink(outside, link);
    log::Info("cluster_placed_outside", {{"folder", outside}});
  }
  // Ours, not the server's: we write here, as root perhaps, and must not be led away by a planted
  // link.
  if (!fs::exists(link)) fs::create_directory(link);
  base_ = fs::canonical(link);
  fs::permissions(base_, identity_.other_than_ours ? fs::perms(0711) : fs::perms(0700));
  data_ = base_ / "data";
  log_ = base_ / "log";
  MakeServerFolder(log_);
}

// mkdir, not create_directory: the mode must hold from the first moment.
void PrivateServer::MakeServerFolder(const fs::path& path) const {
  if (mkdir(path.c_str(), 0700) == 0) GiveTo(identity_, path);
}

void PrivateServer::PlaceSocket() {
  socket_ = base_ / "socket";
  // libpq takes a comma for the separator of two hosts.
  const bool fits = socket_.string().size() <= kLongestSocketFolder &&
                    socket_.string().find(',') == std::string::npos;
  if (!fits) socket_ = "/tmp/okno-" + ShortName(base_);
  MakeServerFolder(socket_);
  // Anybody may have made it in /tmp: access is by trust, so only a folder that is ours alone will
  // do.
  struct stat status {};
  if (lstat(socket_.c_str(), &status) != 0 || !S_ISDIR(status.st_mode) ||
      status.st_uid != identity_.user || (status.st_mode & 077) != 0) {
    throw std::runtime_error("the socket folder " + socket_.string() + " belongs to somebody else");
  }
}

void PrivateServer::FindPrograms() {
  const std::string made_by = FirstLine(data_ / "PG_VERSION");
  int best = 0;
  std::error_code none;
  for (const auto& entry : fs::directory_iterator(kInstallations, none)) {
    const int version = std::atoi(entry.path().filename().c_str());
    if (!fs::exists(entry.path() / "bin/postgres")) continue;
    if (made_by.empty() ? version >= kOldestVersion && version > best
                        : std::to_string(version) == made_by) {
      best = version;
    }
  }
  if (best == 0) {
    throw std::runtime_error(fmt::format("PostgreSQL {} is not installed (package postgresql-{})",
                                         made_by.empty() ? "15" : made_by,
                                         made_by.empty() ? "15" : made_by));
  }
  programs_ = fs::path(kInstallations) / std::to_string(best) / "bin";
}

std::string PrivateServer::Dsn(const std::string& user, const std::string& database) const {
  return "host=" + QuoteForDsn(socket_) + " user=" + user + " dbname=" + QuoteForDsn(database);
}

pid_t PrivateServer::PidInFile() const {
  return std::atoi(FirstLine(data_ / "postmaster.pid").c_str());
}

// The server that holds our data folder: postmaster.pid may be left from another life, its number
// taken by a stranger.
std::optional<pid_t> PrivateServer::FindRunning() const {
  const pid_t pid = PidInFile();
  if (!IsRunning(pid)) return std::nullopt;
  std::error_code error;
  const fs::path works_in = fs::read_symlink(fmt::format("/proc/{}/cwd", pid), error);
  return !error && works_in == data_ ? std::optional(pid) : std::nullopt;
}

void PrivateServer::EnsureRunning() {
  if (!fs::exists(data_ / "PG_VERSION")) Initialize();
  WriteSettings();
  if (FindRunning()) {
    const auto deadline = steady_clock::now() + std::chrono::seconds(5);
    while (!Answers() && steady_clock::now() < deadline) std::this_thread::sleep_for(kPollPause);
    if (Answers()) return;
    Stop();  // it runs without an answer: an old one that listens elsewhere
  }
  StartAndWait();
}

void PrivateServer::Initialize() const {
  if (fs::exists(data_)) {
    throw std::runtime_error(data_.string() + " is there, but holds no PostgreSQL cluster");
  }
  // Made under another name, so that a start killed in the middle leaves nothing that looks like
  // data.
  const fs::path making = base_ / "data.new";
  fs::remove_all(making);
  MakeServerFolder(making);
  std::vector<std::string> command = {
      programs_ / "initdb", "-D", making, "-U", "postgres", "--auth=trust",
      "--locale=C.UTF-8",   "-E", "UTF8"};
  if (durability_ == Durability::kNone) command.push_back("--no-sync");
  if (RunToEnd(identity_, command, base_ / "start.log") != 0) {
    throw std::runtime_error("initdb failed: " + LastLogLines());
  }
  fs::rename(making, data_);
  SyncFolder(base_);
}

void PrivateServer::WriteSettings() const {
  const bool durable = durability_ == Durability::kFull;
  const fs::path path = base_ / "okno.conf";
  std::ofstream file(path, std::ios::trunc);
  file << fmt::format(
      kSettings, fmt::arg("socket", QuoteForSettings(socket_)),
      fmt::arg("log", QuoteForSettings(log_)), fmt::arg("base", QuoteForSettings(base_)),
      fmt::arg("durable", durable ? "on" : "off"), fmt::arg("collect", durable ? "on" : "off"));
  file.close();
  if (!file) throw std::runtime_error("can not write " + path.string());
  fs::permissions(path, fs::perms(0644));
}

void PrivateServer::StartAndWait() {
  const auto deadline = steady_clock::now() + kStartLimit;
  const auto fate = durability_ == Durability::kFull ? Fate::kIndependent : Fate::kDiesWithUs;
  const std::vector<std::string> command = {programs_ / "postgres", "-D", data_, "-c",
                                            "config_file=" + (base_ / "okno.conf").string()};
  // PostgreSQL would take a stranger of our user with that number for a running server and refuse
  // to start.
  if (IsRunning(PidInFile())) fs::remove(data_ / "postmaster.pid");
  // After a kill -9 the old server's children need a moment to notice; until then a new one refuses
  // to start.
  for (int attempt = 1; attempt <= 60; ++attempt) {
    const pid_t pid = Spawn(identity_, command, base_ / "start.log", fate);
    while (IsRunning(pid) && !Answers()) {
      if (steady_clock::now() > deadline) throw std::runtime_error("PostgreSQL does not answer");
      std::this_thread::sleep_for(kPollPause);
    }
    if (IsRunning(pid)) return;
    std::this_thread::sleep_for(10 * kPollPause);
  }
  throw std::runtime_error("PostgreSQL does not start: " + LastLogLines());
}

bool PrivateServer::Answers() const {
  return PQping(Dsn("postgres", "postgres").c_str()) == PQPING_OK;
}

void PrivateServer::Stop() {
  const auto pid = FindRunning();
  if (!pid) return;
  kill(*pid, SIGINT);  // "fast": sessions are ended, a checkpoint is written
  if (WaitForExit(*pid, kStopLimit)) return;
  log::Warning("cluster_stop_slow");
  kill(*pid, SIGQUIT);
  WaitForExit(*pid, kStopLimit);
}

std::string PrivateServer::LastLogLines() const {
  std::ifstream file(base_ / "start.log");
  std::string text{std::istreambuf_iterator<char>(file), {}};
  return text.size() > 600 ? text.substr(text.size() - 600) : text;
}

}  // namespace okno::db
