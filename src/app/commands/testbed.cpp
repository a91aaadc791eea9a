// SPDX-License-Identifier: Apache-2.0
#include "testbed/testbed.h"

#include "commands/commands.h"
#include "folders.h"
#include "ports.h"

namespace okno::app {

namespace {

testbed::Settings SettingsOf(const config::Config& config) {
  auto seconds = [&](std::string_view key) { return std::chrono::seconds(config.Number(key)); };
  auto megabytes = [&](std::string_view key) {
    return static_cast<std::uint64_t>(config.Number(key)) * 1024 * 1024;
  };
  auto flag = [&](std::string_view key) {
    return config.Flag(key) ? testbed::Switch::kOn : testbed::Switch::kOff;
  };
  testbed::Settings settings;
  settings.visibility = seconds("testbed.visibility_seconds");
  settings.id_life = std::chrono::hours(config.Number("testbed.id_life_hours"));
  settings.file_life = std::chrono::hours(config.Number("testbed.file_life_hours"));
  settings.mtom_limit = megabytes("testbed.mtom_limit_mb");
  settings.ftp_limit = megabytes("testbed.ftp_limit_mb");
  settings.structured_limit = megabytes("testbed.structured_limit_mb");
  settings.queue_limit = static_cast<std::uint64_t>(config.Number("testbed.queue_limit"));
  settings.check_content = flag("testbed.check_content");
  settings.anti_flood = flag("testbed.anti_flood");
  if (config.Flag("testbed.always_multipart")) settings.answers = testbed::AnswerForm::kMultipart;
  return settings;
}

}  // namespace

int RunTestbed(const config::Config& config) {
  RefuseTakenTestbedPorts(config);
  const Folders folders = FindFolders(config);
  const std::string data = config.Text("testbed.data");
  return testbed::RunTestbed(
      {.data_folder = data.empty() ? folders.data + "/testbed" : data,
       .content_folder = folders.content,
       .listen = config.Text("testbed.listen"),
       .port = static_cast<int>(config.Number("testbed.port")),
       .ftp_port = FtpPort(config),
       .first_passive_port = static_cast<int>(config.Number("testbed.ftp_first_passive_port")),
       .last_passive_port = static_cast<int>(config.Number("testbed.ftp_last_passive_port")),
       .settings = SettingsOf(config),
       .neighbours = config.Flag("testbed.neighbours") ? testbed::NeighboursMode::kAnswer
                                                       : testbed::NeighboursMode::kAbsent,
       .neighbours_delay =
           std::chrono::milliseconds(config.Number("testbed.neighbours_delay_ms"))});
}

}  // namespace okno::app
