// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ftp/account.h"
#include "logic/services.h"

namespace okno::testbed {

// Who may use the FTP server: "anonymous" and participants (by mnemonic) put files into their area
// of the upload folder; one-off accounts read the directory of a message they were handed.
FtpLogin MakeFtpLogin(const Services& services);

}  // namespace okno::testbed
