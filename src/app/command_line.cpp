// SPDX-License-Identifier: Apache-2.0
#include "command_line.h"

#include <signal.h>
#include <unistd.h>

#include <CLI/CLI.hpp>
#include <iostream>
#include <map>

#include "commands/administration.h"
#include "commands/commands.h"
#include "commands/smev_commands.h"
#include "demo/demo.h"
#include "log/log.h"

namespace okno::app {
namespace {

std::map<std::string, std::string> Environment() {
  std::map<std::string, std::string> values;
  for (char** entry = environ; *entry; ++entry) {
    const std::string text = *entry;
    const auto equals = text.find('=');
    if (equals != std::string::npos) values[text.substr(0, equals)] = text.substr(equals + 1);
  }
  return values;
}

log::Level LevelOf(const std::string& name) {
  if (name == "debug") return log::Level::kDebug;
  if (name == "info") return log::Level::kInfo;
  if (name == "warning") return log::Level::kWarning;
  if (name == "error") return log::Level::kError;
  throw std::runtime_error("log.level: '" + name + "' is none of debug, info, warning, error");
}

// The command line as declared; `run` of the chosen command is called after the parse.
class Commands {
 public:
  Commands() {
    app_.set_version_flag("--version", "okno 0.1.0");
    app_.add_option("--config", config_path_, "TOML file with settings (`okno config` lists them)")
        ->envname("OKNO_CONFIG");
    app_.require_subcommand(1);
    AddServers();
    AddUpkeep();
    AddDescriptions();
    AddSmev();
    AddMessageTypes();
    AddAdministration();
    AddDemo();
  }
  int Run(int count, char** arguments) {
    try {
      app_.parse(count, arguments);
    } catch (const CLI::ParseError& error) {
      return app_.exit(error);
    }
    if (standalone_) return standalone_();
    const auto config = config::Config::Load(config_path_, Environment());
    log::SetLevel(LevelOf(config.Text("log.level")));
    return run_(config);
  }

 private:
  using Action = ConfiguredCommand;
  CLI::App* Add(CLI::App& parent, const char* name, const char* help, Action action) {
    auto* command = parent.add_subcommand(name, help);
    command->callback([this, action = std::move(action)] { run_ = action; });
    return command;
  }
  void AddServers() {
    auto* serve =
        Add(app_, "serve", "Serve the staff workplace and the API, and do background jobs",
            [this](const auto& config) { return RunServe(config, serve_); });
    serve->add_flag("!--no-worker", serve_.with_worker,
                    "Leave background jobs to `okno worker` processes");
    Add(app_, "worker", "Do background jobs only",
        [](const auto& config) { return RunWorker(config); });
    Add(app_, "testbed", "Run the test bed: the bus of СМЭВ 3 for demonstration and tests",
        [](const auto& config) { return RunTestbed(config); });
  }
  void AddUpkeep() {
    Add(app_, "migrate", "Bring the database schema up to date",
        [](const auto& config) { return RunMigrate(config); });
    auto* audit = app_.add_subcommand("audit", "The audit trail");
    audit->require_subcommand(1);
    Add(*audit, "verify", "Check the hash chain of every organization's audit trail",
        [](const auto& config) { return RunAuditVerify(config); });
    Add(app_, "healthcheck", "Ask a running server whether it is ready; exit code 0 when it is",
        [](const auto& config) { return RunHealthcheck(config); });
  }
  void AddDescriptions() {
    Add(app_, "openapi", "Print the API as OpenAPI 3.1 JSON",
        [](const auto&) { return PrintOpenApi(); });
    Add(app_, "config", "Print all settings with their values, secrets hidden",
        [](const auto& config) { return PrintConfig(config); });
  }
  void AddSmev() {
    AddSmevCommands(app_, [this](StandaloneCommand command) { standalone_ = std::move(command); });
  }
  void AddMessageTypes() {
    auto* type = app_.add_subcommand("message-type", "Message types («виды сведений»)");
    type->require_subcommand(1);
    auto* import = Add(*type, "import", "Make a draft of an XSD, or of a ZIP of XSD",
                       [this](const auto& config) { return RunMessageTypeImport(config, type_); });
    import->add_option("file", type_.file, "The XSD or ZIP")->required()->check(CLI::ExistingFile);
    import->add_option("--name", type_.name, "Name; made from the file's when absent");
    import->add_option("--title", type_.title, "Title in Russian");
    import->add_option("--request-root", type_.request_root, "Root element of the request");
    import->add_option("--response-root", type_.response_root, "Root element of the answer");
    import->add_option("--agency-code", type_.agency_code, "Code of the agency it goes to");
    import->add_option("--agency-name", type_.agency_name, "Name of that agency");
    import->add_flag("--publish", type_.publish, "Publish it at once");
    Add(*type, "list", "List all versions",
        [](const auto& config) { return RunMessageTypeList(config); });
    auto* show = Add(*type, "show", "Print one version with its forms as JSON",
                     [this](const auto& config) { return RunMessageTypeShow(config, type_); });
    auto* sample = Add(*type, "sample", "Print an example of the request as XML",
                       [this](const auto& config) { return RunMessageTypeSample(config, type_); });
    auto* exported =
        Add(*type, "export", "Write one version as a ZIP that import takes",
            [this](const auto& config) { return RunMessageTypeExport(config, type_); });
    for (auto* command : {show, sample, exported}) {
      command->add_option("name", type_.name, "Name of the message type")->required();
      command->add_option("--version", type_.version, "Version; the newest when absent");
    }
    exported->add_option("--to", type_.file, "The ZIP to write")->required();
  }
  void AddAdministration() {
    AddOrganizationCommands(app_, [this](Action action) { run_ = std::move(action); });
    AddStaffCommands(app_, [this](Action action) { run_ = std::move(action); });
  }
  void AddDemo() {
    auto* demo = Add(app_, "demo", "Fill the database with demonstration data",
                     [this](const auto& config) { return RunDemo(config, demo_); });
    demo->add_flag("--if-empty", demo_.if_empty,
                   "Do nothing when there is an organization already");
    demo->add_option("--applicants", demo_.applicants, "How many applicants")
        ->check(CLI::PositiveNumber);
    demo->add_option("--applications", demo_.applications, "How many applications")
        ->check(CLI::PositiveNumber);
    demo->add_option("--seed", demo_.seed, "The same seed makes the same data");
  }

  CLI::App app_{"Okno: a one-stop public-service centre, the agencies behind it and their exchange",
                "okno"};
  std::string config_path_;
  Action run_;
  StandaloneCommand standalone_;
  ServeOptions serve_{.started = std::chrono::steady_clock::now()};
  MessageTypeOptions type_;
  DemoOptions demo_;
};

}  // namespace

int RunCommandLine(int count, char** arguments) {
  signal(SIGPIPE, SIG_IGN);  // a reader that has gone is an error of the write, not our end
  try {
    return Commands().Run(count, arguments);
  } catch (const std::exception& error) {
    std::cerr << "okno: " << error.what() << "\n";
    return 1;
  }
}

}  // namespace okno::app
