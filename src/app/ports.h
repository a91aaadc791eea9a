// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "config/config.h"

// Where this program listens, asked before anything is started or changed: a second program on the
// same port must not bring the database of the first one up to date, and nobody is to wait for the
// demo's data to learn that a port is taken. Each throws a text for a person that names the address
// and the setting, when another program listens there, or the address is not this computer's.
namespace okno::app {

// The workplace's.
void RefuseTakenPort(const config::Config& config);
// The test bed's: SOAP and FTP.
void RefuseTakenTestbedPorts(const config::Config& config);
// All of them, which must be different too; returns the exit code. `okno ports`.
int CheckPorts(const config::Config& config);

// The test bed's port of FTP: its own setting, or the one after testbed.port. 0: any free one.
int FtpPort(const config::Config& config);

}  // namespace okno::app
