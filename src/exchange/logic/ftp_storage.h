// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "ftp/client.h"
#include "logic/runtime.h"

namespace okno::exchange {

// The storage of a connection with the account we upload with. Precondition: it has one.
ftp::Server UploadServer(const Runtime& runtime);
// The same storage with the one-off account of a received file.
ftp::Server DownloadServer(const Runtime& runtime, const std::string& user,
                           const std::string& password);
// "exchange.ftp_unreachable" …: the code of a transfer that went wrong.
std::string CodeOf(const ftp::Transfer& transfer);
// Whether the storage, and not this file, is the matter.
bool IsAway(const ftp::Transfer& transfer);

}  // namespace okno::exchange
