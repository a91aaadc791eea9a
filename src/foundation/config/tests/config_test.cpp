// SPDX-License-Identifier: Apache-2.0
#include "config/config.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <set>

namespace okno::config {
namespace {

class ConfigFile : public testing::Test {
 protected:
  ~ConfigFile() override { std::filesystem::remove(path_); }
  std::string Write(std::string_view text) {
    std::ofstream(path_) << text;
    return path_;
  }
  std::string Complaint(std::string_view text,
                        const std::map<std::string, std::string>& environment = {}) {
    try {
      Config::Load(Write(text), environment);
    } catch (const std::runtime_error& error) {
      return error.what();
    }
    return "no complaint";
  }

 private:
  std::string path_ = testing::TempDir() + "okno-config-" + std::to_string(getpid()) + ".toml";
};

TEST(Config, HasDefaultsForEverySetting) {
  const auto config = Config::Load("", {});
  EXPECT_EQ(config.Text("data"), "data");
  EXPECT_EQ(config.Number("http.port"), 8080);
  EXPECT_EQ(config.Text("time_zone"), "Europe/Moscow");
  EXPECT_FALSE(config.Flag("http.secure"));
  EXPECT_EQ(config.Describe().size(), Settings().size());
  EXPECT_THROW(config.Text("http.prot"), std::logic_error);
}

TEST(Config, EverySettingIsWellFormed) {
  std::set<std::string> names;
  for (const auto& setting : Settings()) {
    EXPECT_TRUE(names.insert(EnvironmentName(setting)).second) << setting.key;
    EXPECT_FALSE(setting.help.empty());
    const auto value = std::string(setting.default_value);
    EXPECT_NO_THROW(Config::Load("", {{EnvironmentName(setting), value}})) << setting.key;
  }
}

TEST(Config, EnvironmentOverridesAndTheFullNameWins) {
  const auto config = Config::Load("", {{"OKNO_PORT", "9000"},
                                        {"OKNO_LISTEN", "127.0.0.2"},
                                        {"OKNO_DATA", "/srv/okno"},
                                        {"OKNO_HTTP_PORT", "9001"},
                                        {"OKNO_HTTP_SECURE", "1"},
                                        {"OKNO_TEST_CLUSTER", "/tmp/x"},
                                        {"OKNO_HOST", "another program's"},
                                        {"PATH", "/bin"}});
  EXPECT_EQ(config.Number("http.port"), 9001);
  EXPECT_EQ(config.Text("http.listen"), "127.0.0.2");
  EXPECT_EQ(config.Text("data"), "/srv/okno");
  EXPECT_TRUE(config.Flag("http.secure"));
  EXPECT_EQ(Config::Load("", {{"OKNO_PORT", "9000"}}).Number("http.port"), 9000);
}

TEST(Config, EnvironmentOfTheWrongKindStopsTheStart) {
  for (const auto& [name, value] :
       std::map<std::string, std::string>{{"OKNO_PORT", "eighty"},
                                          {"OKNO_HTTP_PORT", "65536"},
                                          {"OKNO_HTTP_WORKERS", "0"},
                                          {"OKNO_WORKER_THREADS", "-1"},
                                          {"OKNO_HTTP_SECURE", "perhaps"},
                                          {"OKNO_HTTP_PROT", "80"},
                                          {"OKNO_PORTT", "80"},
                                          {"OKNO_DTAA", "/srv/okno"},
                                          {"OKNO_DATA", "\xFF"}}) {
    try {
      Config::Load("", {{name, value}});
      ADD_FAILURE() << name << " was accepted";
    } catch (const std::runtime_error& error) {
      EXPECT_THAT(error.what(), testing::StartsWith(name + ": "));
    }
  }
}

TEST_F(ConfigFile, IsReadAndOverriddenByTheEnvironment) {
  const auto path = Write(
      "data = \"/var/lib/okno\"\n[http]\nport = 81\nsecure = true\n[database]\ndsn = \"host=db "
      "password=x\"\n");
  const auto config = Config::Load(path, {{"OKNO_HTTP_PORT", "82"}});
  EXPECT_EQ(config.Text("data"), "/var/lib/okno");
  EXPECT_EQ(config.Number("http.port"), 82);
  EXPECT_TRUE(config.Flag("http.secure"));
  EXPECT_EQ(config.Text("database.dsn"), "host=db password=x");
  EXPECT_EQ(config.Describe().at("database.dsn"), "***") << "secrets are not shown";
}

TEST_F(ConfigFile, WithAMistakeStopsTheStartWithNameAndLine) {
  EXPECT_THAT(Complaint("[http]\nprot = 80\n"),
              testing::EndsWith(".toml:2: настройки http.prot нет; похоже на http.port"));
  EXPECT_THAT(Complaint("\n[http]\nport = \"80\"\n"),
              testing::EndsWith(".toml:3: http.port: нужно целое число"));
  EXPECT_THAT(Complaint("[http]\nport = 70000\n"),
              testing::EndsWith(".toml:2: http.port: нужно целое число от 0 до 65535"));
  EXPECT_THAT(Complaint("data = 5\n"),
              testing::EndsWith(".toml:1: data: нужно значение в кавычках"));
  EXPECT_THAT(Complaint("[http]\nsecure = 1\n"),
              testing::EndsWith(".toml:2: http.secure: нужно true или false"));
  EXPECT_THAT(Complaint("http = 5\n"), testing::EndsWith(".toml:1: настройки http нет"));
  EXPECT_THAT(Complaint("data = \n"), testing::HasSubstr(".toml:1: "));
}

TEST(Config, FileThatIsNotThereStopsTheStart) {
  try {
    Config::Load("/nonexistent/okno.toml", {});
    ADD_FAILURE() << "was accepted";
  } catch (const std::runtime_error& error) {
    EXPECT_THAT(error.what(), testing::StartsWith("/nonexistent/okno.toml: такого файла"));
  }
}

}  // namespace
}  // namespace okno::config
