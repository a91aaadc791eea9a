// SPDX-License-Identifier: Apache-2.0
#include "logic/ftp_storage.h"

namespace okno::exchange {

ftp::Server UploadServer(const Runtime& runtime) {
  const auto& ftp = runtime.row.connection.ftp;
  return {.host = ftp.host, .port = ftp.port, .user = ftp.user, .password = runtime.ftp_password};
}

ftp::Server DownloadServer(const Runtime& runtime, const std::string& user,
                           const std::string& password) {
  auto server = UploadServer(runtime);
  server.user = user;
  server.password = password;
  return server;
}

std::string CodeOf(const ftp::Transfer& transfer) {
  using Kind = ftp::Transfer::Kind;
  switch (transfer.kind) {
    case Kind::kUnreachable:
      return "exchange.ftp_unreachable";
    case Kind::kLoginRefused:
      return "exchange.ftp_login_refused";
    case Kind::kNotFound:
      return "exchange.ftp_not_found";
    case Kind::kRefused:
      return "exchange.ftp_refused";
    case Kind::kTooLarge:
      return "exchange.ftp_too_large";
    case Kind::kLocal:
      return "exchange.ftp_local";
    default:
      return "exchange.ftp_broken";
  }
}

bool IsAway(const ftp::Transfer& transfer) {
  using Kind = ftp::Transfer::Kind;
  return transfer.kind == Kind::kUnreachable || transfer.kind == Kind::kBroken ||
         transfer.kind == Kind::kStopped || transfer.kind == Kind::kLocal;
}

}  // namespace okno::exchange
