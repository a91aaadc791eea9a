// SPDX-License-Identifier: Apache-2.0
#include "command_line.h"

#include <signal.h>
#include <unistd.h>

#include <CLI/CLI.hpp>
#include <iostream>
#include <map>

#include "command_line_words.h"
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
  throw std::runtime_error("log.level: «" + name + "»: нужно одно из debug, info, warning, error");
}

// The command line as declared; `run` of the chosen command is called after the parse.
class Commands {
 public:
  Commands() {
    SpeakRussian(app_);
    app_.set_version_flag("--version", "okno 0.1.0", "Показать версию");
    app_.add_option("--config", config_path_, "Файл TOML с настройками (их список — `okno config`)")
        ->envname("OKNO_CONFIG");
    app_.require_subcommand(1);
    AddServers();
    AddUpkeep();
    AddDescriptions();
    AddSmev();
    AddMessageTypes();
    AddAdministration();
    AddDemo();
    MoveHelp(app_);
  }
  int Run(int count, char** arguments) {
    try {
      app_.parse(count, arguments);
    } catch (const CLI::Success& help) {
      return app_.exit(help);
    } catch (const CLI::ParseError& error) {
      std::cerr << "okno: " << WordsFor(app_, error) << "\n";
      return error.get_exit_code();
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
    auto* serve = Add(app_, "serve", "Рабочее место, API и фоновые задания",
                      [this](const auto& config) { return RunServe(config, serve_); });
    serve->add_flag("!--no-worker", serve_.with_worker,
                    "Фоновые задания оставить процессам `okno worker`");
    Add(app_, "worker", "Только фоновые задания",
        [](const auto& config) { return RunWorker(config); });
    Add(app_, "testbed", "Испытательный стенд: шина СМЭВ 3 для показа и проверок",
        [](const auto& config) { return RunTestbed(config); });
  }
  void AddUpkeep() {
    Add(app_, "migrate", "Привести схему базы данных к этой версии программы",
        [](const auto& config) { return RunMigrate(config); });
    auto* audit = app_.add_subcommand("audit", "Журнал доступа");
    audit->require_subcommand(1);
    Add(*audit, "verify", "Проверить цепочку журнала доступа каждой организации",
        [](const auto& config) { return RunAuditVerify(config); });
    auto* files = app_.add_subcommand("files", "Файлы: сканы и документы");
    files->require_subcommand(1);
    auto* sweep = Add(*files, "sweep",
                      "Убрать файлы, на которые никто не ссылается; через неделю они уничтожаются",
                      [this](const auto& config) { return RunFilesSweep(config, sweep_all_); });
    sweep->add_flag("--all", sweep_all_, "Даже если это больше десятой части хранилища");
    Add(app_, "healthcheck", "Спросить работающий сервер, готов ли он; код возврата 0, если да",
        [](const auto& config) { return RunHealthcheck(config); });
  }
  void AddDescriptions() {
    Add(app_, "openapi", "Напечатать описание API: OpenAPI 3.1, JSON",
        [](const auto&) { return PrintOpenApi(); });
    Add(app_, "config", "Напечатать все настройки со значениями, секреты скрыты",
        [](const auto& config) { return PrintConfig(config); });
  }
  void AddSmev() {
    AddSmevCommands(app_, [this](StandaloneCommand command) { standalone_ = std::move(command); });
  }
  void AddMessageTypes() {
    auto* type = app_.add_subcommand("message-type", "Виды сведений");
    type->require_subcommand(1);
    auto* import = Add(*type, "import", "Сделать черновик из XSD или из ZIP с XSD",
                       [this](const auto& config) { return RunMessageTypeImport(config, type_); });
    import->add_option("file", type_.file, "XSD или ZIP")->required()->check(CLI::ExistingFile);
    import->add_option("--name", type_.name, "Имя; без него — по имени файла");
    import->add_option("--title", type_.title, "Название по-русски");
    import->add_option("--request-root", type_.request_root, "Корневой элемент запроса");
    import->add_option("--response-root", type_.response_root, "Корневой элемент ответа");
    import->add_option("--agency-code", type_.agency_code, "Код ведомства, которому он идёт");
    import->add_option("--agency-name", type_.agency_name, "Название этого ведомства");
    import->add_flag("--publish", type_.publish, "Сразу опубликовать");
    Add(*type, "list", "Все версии", [](const auto& config) { return RunMessageTypeList(config); });
    auto* show = Add(*type, "show", "Напечатать версию с её формами: JSON",
                     [this](const auto& config) { return RunMessageTypeShow(config, type_); });
    auto* sample = Add(*type, "sample", "Напечатать пример запроса: XML",
                       [this](const auto& config) { return RunMessageTypeSample(config, type_); });
    auto* exported =
        Add(*type, "export", "Записать версию в ZIP, который берёт import",
            [this](const auto& config) { return RunMessageTypeExport(config, type_); });
    for (auto* command : {show, sample, exported}) {
      command->add_option("name", type_.name, "Имя вида сведений")->required();
      command->add_option("--version", type_.version, "Версия; без неё — новейшая");
    }
    exported->add_option("--to", type_.file, "Какой ZIP записать")->required();
  }
  void AddAdministration() {
    AddOrganizationCommands(app_, [this](Action action) { run_ = std::move(action); });
    AddStaffCommands(app_, [this](Action action) { run_ = std::move(action); });
  }
  void AddDemo() {
    auto* demo = Add(app_, "demo", "Наполнить базу данными для показа",
                     [this](const auto& config) { return RunDemo(config, demo_); });
    demo->add_flag("--if-empty", demo_.if_empty, "Ничего не делать, если организация уже есть");
    demo->add_option("--applicants", demo_.applicants, "Сколько заявителей")
        ->check(CLI::PositiveNumber);
    demo->add_option("--applications", demo_.applications, "Сколько заявлений")
        ->check(CLI::PositiveNumber);
    demo->add_option("--seed", demo_.seed, "Одно и то же число даёт одни и те же данные");
  }

  CLI::App app_{"Окно: МФЦ, ведомства за ним и обмен между ними", "okno"};
  std::string config_path_;
  Action run_;
  StandaloneCommand standalone_;
  ServeOptions serve_{.started = std::chrono::steady_clock::now()};
  MessageTypeOptions type_;
  DemoOptions demo_;
  bool sweep_all_ = false;
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
