// SPDX-License-Identifier: Apache-2.0
#include "command_line.h"

#include <signal.h>
#include <unistd.h>

#include <CLI/CLI.hpp>
#include <iostream>
#include <map>

#include "command.h"
#include "command_line_words.h"
#include "commands/administration.h"
#include "commands/commands.h"
#include "commands/smev_commands.h"
#include "demo/demo.h"
#include "log/log.h"
#include "ports.h"

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
  Command Add(const Command& parent, const char* name, const char* help, Action action) {
    const auto command = parent.Add(name, help);
    command.OnChosen([this, action = std::move(action)] { run_ = action; });
    return command;
  }
  void AddServers() {
    const auto serve = Add(program_, "serve", "Рабочее место, API и фоновые задания",
                           [this](const auto& config) { return RunServe(config, serve_); });
    serve.Flag("!--no-worker", serve_.with_worker,
               "Фоновые задания оставить процессам `okno worker`");
    Add(program_, "worker", "Только фоновые задания",
        [](const auto& config) { return RunWorker(config); });
    Add(program_, "testbed", "Испытательный стенд: шина СМЭВ 3 для показа и проверок",
        [](const auto& config) { return RunTestbed(config); });
  }
  void AddUpkeep() {
    Add(program_, "migrate", "Привести схему базы данных к этой версии программы",
        [](const auto& config) { return RunMigrate(config); });
    const auto audit = program_.Group("audit", "Журнал доступа");
    Add(audit, "verify", "Проверить цепочку журнала доступа каждой организации",
        [](const auto& config) { return RunAuditVerify(config); });
    const auto files = program_.Group("files", "Файлы: сканы и документы");
    const auto sweep =
        Add(files, "sweep",
            "Убрать файлы, на которые никто не ссылается; через неделю они уничтожаются",
            [this](const auto& config) { return RunFilesSweep(config, sweep_all_); });
    sweep.Flag("--all", sweep_all_, "Даже если это больше десятой части хранилища");
    Add(program_, "healthcheck", "Спросить работающий сервер, готов ли он; код возврата 0, если да",
        [](const auto& config) { return RunHealthcheck(config); });
    Add(program_, "ports",
        "Проверить, что порты рабочего места и испытательного стенда свободны; код возврата 0, "
        "если да",
        [](const auto& config) { return CheckPorts(config); });
  }
  void AddDescriptions() {
    Add(program_, "openapi", "Напечатать описание API: OpenAPI 3.1, JSON",
        [](const auto&) { return PrintOpenApi(); });
    Add(program_, "config", "Напечатать все настройки со значениями, секреты скрыты",
        [](const auto& config) { return PrintConfig(config); });
  }
  void AddSmev() {
    AddSmevCommands(program_,
                    [this](StandaloneCommand command) { standalone_ = std::move(command); });
  }
  void AddMessageTypes() {
    const auto type = program_.Group("message-type", "Виды сведений");
    const auto import =
        Add(type, "import", "Сделать черновик из XSD или из ZIP с XSD",
            [this](const auto& config) { return RunMessageTypeImport(config, type_); });
    import.Take("file", type_.file, "XSD или ZIP").Required().ExistingFile();
    import.Take("--name", type_.name, "Имя; без него — по имени файла");
    import.Take("--title", type_.title, "Название по-русски");
    import.Take("--request-root", type_.request_root, "Корневой элемент запроса");
    import.Take("--response-root", type_.response_root, "Корневой элемент ответа");
    import.Take("--agency-code", type_.agency_code, "Код ведомства, которому он идёт");
    import.Take("--agency-name", type_.agency_name, "Название этого ведомства");
    import.Flag("--publish", type_.publish, "Сразу опубликовать");
    Add(type, "list", "Все версии", [](const auto& config) { return RunMessageTypeList(config); });
    const auto show = Add(type, "show", "Напечатать версию с её формами: JSON",
                          [this](const auto& config) { return RunMessageTypeShow(config, type_); });
    const auto sample =
        Add(type, "sample", "Напечатать пример запроса: XML",
            [this](const auto& config) { return RunMessageTypeSample(config, type_); });
    const auto exported =
        Add(type, "export", "Записать версию в ZIP, который берёт import",
            [this](const auto& config) { return RunMessageTypeExport(config, type_); });
    for (const auto& command : {show, sample, exported}) {
      command.Take("name", type_.name, "Имя вида сведений").Required();
      command.Take("--version", type_.version, "Версия; без неё — новейшая");
    }
    exported.Take("--to", type_.file, "Какой ZIP записать").Required();
  }
  void AddAdministration() {
    AddOrganizationCommands(program_, [this](Action action) { run_ = std::move(action); });
    AddStaffCommands(program_, [this](Action action) { run_ = std::move(action); });
  }
  void AddDemo() {
    const auto demo = Add(program_, "demo", "Наполнить базу данными для показа",
                          [this](const auto& config) { return RunDemo(config, demo_); });
    demo.Flag("--if-empty", demo_.if_empty, "Ничего не делать, если организация уже есть");
    demo.Take("--applicants", demo_.applicants, "Сколько заявителей").MoreThanZero();
    demo.Take("--applications", demo_.applications, "Сколько заявлений").MoreThanZero();
    demo.Take("--seed", demo_.seed, "Одно и то же число даёт одни и те же данные");
  }

  CLI::App app_{"Окно: МФЦ, ведомства за ним и обмен между ними", "okno"};
  Command program_{app_};
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
