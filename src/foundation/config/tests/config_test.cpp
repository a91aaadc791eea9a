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
              testing::EndsWith(".toml:2: unknown setting http.prot"));
  EXPECT_THAT(Complaint("\n[http]\nport = \"80\"\n"),
              testing::EndsWith(".toml:3: http.port must be a whole number"));
  EXPECT_THAT(Complaint("[http]\nport = 70000\n"),
              testing::EndsWith(".toml:2: http.port must be a whole number from 0 to 65535"));
  EXPECT_THAT(Complaint("data = 5\n"), testing::EndsWith(".toml:1: data must be a text in quotes"));
  EXPECT_THAT(Complaint("[http]\nsecure = 1\n"),
              testing::EndsWith(".toml:2: http.secure must be true or false"));
  EXPECT_THAT(Complaint("http = 5\n"), testing::EndsWith(".toml:1: unknown setting http"));
  EXPECT_THAT(Complaint("data = \n"), testing::HasSubstr(".toml:1: "));
}

TEST(Config, FileThatIsNotThereStopsTheStart) {
  EXPECT_THROW(Config::Load("/nonexistent/okno.toml", {}), std::runtime_error);
}

}  // namespace
}  // namespace okno::config
