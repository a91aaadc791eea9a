// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <string>

#include "config/config.h"

// The commands behind the command line; each returns the exit code and throws what a person must
// read.
namespace okno::app {

struct ServeOptions {
  std::chrono::steady_clock::time_point started;  // what "ready in N ms" counts from
  bool with_worker = true;                        // background jobs in this process too
};
int RunServe(const config::Config& config, const ServeOptions& options);
int RunWorker(const config::Config& config);
int RunMigrate(const config::Config& config);
int RunTestbed(const config::Config& config);
int RunAuditVerify(const config::Config& config);
int RunFilesSweep(const config::Config& config, bool all);  // `all`: without the brake
int RunHealthcheck(const config::Config& config);
int PrintOpenApi();
int PrintConfig(const config::Config& config);

// `okno message-type …`. `version` 0 = the newest.
struct MessageTypeOptions {
  std::string file;  // import: XSD or ZIP; export: where the ZIP is put
  std::string name, title, request_root, response_root, agency_code, agency_name;
  bool publish = false;
  int version = 0;
};
int RunMessageTypeImport(const config::Config& config, const MessageTypeOptions& options);
int RunMessageTypeList(const config::Config& config);
int RunMessageTypeShow(const config::Config& config, const MessageTypeOptions& options);
int RunMessageTypeExport(const config::Config& config, const MessageTypeOptions& options);
int RunMessageTypeSample(const config::Config& config, const MessageTypeOptions& options);

}  // namespace okno::app
