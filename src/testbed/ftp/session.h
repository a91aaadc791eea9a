// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <atomic>
#include <chrono>
#include <cstdint>
#include <memory>
#include <mutex>
#include <string>

#include "ftp/account.h"
#include "ftp/socket.h"
#include "ftp/virtual_path.h"

namespace okno::testbed {

struct FtpLimits {
  std::size_t command_bytes = 1024;                         // of one line; longer ends the session
  std::chrono::milliseconds idle{120000}, transfer{30000};  // without a command; without a byte
  int wrong_passwords = 3;
  int first_passive_port = 0, last_passive_port = 0;  // 0: any free one
};

// One client: commands one after another on the control connection, passive data connections only
// (active ones could be pointed at others). Run() returns when the client has left.
class FtpSession {
 public:
  FtpSession(Socket control, const FtpLogin& login, const FtpLimits& limits,
             const FtpTrouble& trouble);
  void Run();
  void Abort();  // from another thread; ends what is under way

 private:
  using Handler = void (FtpSession::*)(const std::string& argument);
  struct Command;
  static const Command kCommands[];

  bool ReadLine(std::string& line);
  bool Obey(const std::string& line);  // false ends the session
  void Reply(int code, const std::string& text);

  void User(const std::string& name);
  void Password(const std::string& password);
  void Features(const std::string&);
  void System(const std::string&);
  void Okay(const std::string&);
  void Type(const std::string& type);
  void Structure(const std::string& structure);
  void Mode(const std::string& mode);
  void WorkingDirectory(const std::string&);
  void ChangeDirectory(const std::string& path);
  void ChangeUp(const std::string&);
  void Passive(const std::string&);
  void ExtendedPassive(const std::string&);
  void Active(const std::string&);
  void List(const std::string& path);
  void NameList(const std::string& path);
  void Size(const std::string& path);
  void ModificationTime(const std::string& path);
  void Restart(const std::string& offset);
  void Retrieve(const std::string& path);
  void StoreFile(const std::string& path);
  void Append(const std::string& path);
  void MakeDirectory(const std::string& path);
  void Delete(const std::string& path);

  std::optional<VirtualPath> Find(const std::string& argument) const;
  VirtualPath WithinPlace(const VirtualPath& path) const;  // behind the name of a place, if any
  std::string RealPath(const VirtualPath& path) const;
  bool IsUploadPlace(const VirtualPath& path) const;
  enum class Writing { kFromOffset, kAtEnd };
  void Upload(const std::string& path, Writing writing);
  void SendListing(const std::string& argument, bool names_only);
  bool OpenPassive();
  Socket OpenData();
  void CloseData();
  bool Breaks(std::string_view verb) const;
  void BreakOff();  // as if the server had gone

  Socket control_;
  const FtpLogin& login_;
  const FtpLimits& limits_;
  const FtpTrouble& trouble_;
  std::string unread_, user_;
  std::optional<FtpAccess> access_;
  VirtualPath directory_;
  Socket passive_;
  std::uint64_t restart_at_ = 0;
  int wrong_passwords_ = 0;
  bool leaving_ = false;
  std::mutex mutex_;  // guards what Abort reaches
  int data_fd_ = -1;
  bool aborted_ = false;
};

}  // namespace okno::testbed
