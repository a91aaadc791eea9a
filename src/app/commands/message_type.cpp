// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <filesystem>
#include <fstream>
#include <iostream>
#include <sstream>

#include "commands/commands.h"
#include "commands/saying.h"
#include "db/pool.h"
#include "folders.h"
#include "house.h"
#include "message_types/registry.h"
#include "message_types/versions.h"

namespace okno::app {
namespace {

// The database with the keeper's hands on it.
struct Desk {
  explicit Desk(const config::Config& config)
      : database(config, FindFolders(config)), db({.dsn = database.dsn, .size = 2}) {
    message_types::OpenRegistry(db, FindFolders(config).content, clock.Now());  // the shipped ones
  }
  message_types::Keeper keeper() const { return {db, clock, "okno message-type"}; }

  Database database;
  mutable db::Pool db;
  SystemClock clock;
};

std::string ReadWhole(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

}  // namespace

int RunMessageTypeImport(const config::Config& config, const MessageTypeOptions& options) {
  const Desk desk(config);
  const auto draft = message_types::ImportDraft(
      desk.keeper(), {std::filesystem::path(options.file).filename().string(),
                      ReadWhole(options.file), options.name, options.title, options.request_root,
                      options.response_root, options.agency_code, options.agency_name});
  if (!draft) return Say(draft.refusal());
  std::cout << fmt::format("{} {}: {}\n", draft->name, draft->version, draft->title);
  if (!options.publish) return 0;
  const auto published = message_types::Publish(desk.keeper(), draft->name, draft->version);
  if (!published) return Say(published.refusal());
  std::cout << "опубликован\n";
  return 0;
}

int RunMessageTypeList(const config::Config& config) {
  const Desk desk(config);
  for (const auto& item : message_types::ListAll(desk.keeper())) {
    std::cout << fmt::format("{:<32} {:>3}  {:<10} {}\n", item.at("name").get<std::string>(),
                             item.at("version").get<int>(), item.at("state").get<std::string>(),
                             item.at("title").get<std::string>());
  }
  return 0;
}

int RunMessageTypeShow(const config::Config& config, const MessageTypeOptions& options) {
  const Desk desk(config);
  const auto found = message_types::Describe(desk.keeper(), options.name, options.version);
  if (!found) return Say(found.refusal());
  std::cout << found->dump(2) << "\n";
  return 0;
}

int RunMessageTypeSample(const config::Config& config, const MessageTypeOptions& options) {
  const Desk desk(config);
  const auto sample = message_types::Sample(desk.keeper(), options.name, options.version);
  if (!sample) return Say(sample.refusal());
  if (!sample->contains("xml")) {
    std::cerr << sample->at("errors").dump(2) << "\n";
    return 1;
  }
  std::cout << sample->at("xml").get<std::string>() << "\n";
  return 0;
}

int RunMessageTypeExport(const config::Config& config, const MessageTypeOptions& options) {
  const Desk desk(config);
  const auto archive = message_types::Export(desk.keeper(), options.name, options.version);
  if (!archive) return Say(archive.refusal());
  std::ofstream file(options.file, std::ios::binary);
  file << *archive;
  file.close();
  if (!file) throw std::runtime_error(options.file + " — не записать");
  return 0;
}

}  // namespace okno::app
