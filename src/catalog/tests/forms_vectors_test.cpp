// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "catalog/forms.h"
#include "logic/rules/formats.h"

// content/tests: the vectors that vitest runs as well.
namespace okno::catalog {
namespace {

const std::string kFolder = OKNO_SOURCE_DIR "/content/tests/";

Json ReadJson(const std::string& path) {
  std::ifstream file(path);
  if (!file) throw std::runtime_error("can not open " + path);
  return Json::parse(file);
}

// "pointer code detail"; the detail only where the vector gives one.
std::vector<std::string> Shown(const std::vector<FieldError>& errors, const Json& expected) {
  std::vector<std::string> lines;
  for (std::size_t i = 0; i < errors.size(); ++i) {
    const bool with_detail = i < expected.size() && expected[i].contains("detail");
    lines.push_back(errors[i].pointer + " " + errors[i].code +
                    (with_detail ? " " + errors[i].detail : ""));
  }
  return lines;
}

std::vector<std::string> Shown(const Json& expected) {
  std::vector<std::string> lines;
  for (const auto& error : expected) {
    lines.push_back(error.at("pointer").get<std::string>() + " " +
                    error.at("code").get<std::string>() +
                    (error.contains("detail") ? " " + error.at("detail").get<std::string>() : ""));
  }
  return lines;
}

void CheckVector(const Json& file, const Json& vector) {
  SCOPED_TRACE(file.at("title").get<std::string>() + ": " + vector.at("name").get<std::string>());
  const auto& schema = file.at("schema");
  const auto today = ParseDate(file.at("today").get<std::string>()).value();
  const auto pruned = Prune(schema, vector.at("data"));
  EXPECT_EQ(pruned, vector.at("pruned"));
  EXPECT_EQ(Prune(schema, pruned), pruned) << "pruning what is pruned changes nothing";
  EXPECT_EQ(Shown(ValidateForm(schema, vector.at("data"), today), vector.at("errors")),
            Shown(vector.at("errors")));
}

TEST(FormVectors, PruneAndValidateAsWritten) {
  int count = 0;
  for (const auto& entry : std::filesystem::directory_iterator(kFolder + "forms")) {
    const auto file = ReadJson(entry.path().string());
    for (const auto& vector : file.at("vectors")) {
      CheckVector(file, vector);
      ++count;
    }
  }
  EXPECT_GE(count, 70);
}

TEST(FormVectors, ConditionsHoldAsWritten) {
  for (const auto& vector : ReadJson(kFolder + "conditions.json")) {
    EXPECT_EQ(Holds(vector.at("condition"), vector.at("data")), vector.at("holds"))
        << vector.at("name");
  }
}

TEST(FormVectors, FormatsReadAsWritten) {
  for (const auto& vector : ReadJson(kFolder + "formats.json")) {
    const auto format = vector.at("format").get<std::string>();
    SCOPED_TRACE(vector.dump());
    const auto read = ReadFormat(format, vector.at("typed").get<std::string>());
    if (vector.contains("code")) {
      ASSERT_FALSE(read.ok());
      EXPECT_EQ(read.refusal().code, vector.at("code"));
    } else {
      ASSERT_TRUE(read.ok());
      EXPECT_EQ(*read, vector.at("stored"));
      EXPECT_EQ(ReadFormat(format, *read).value(), *read);
    }
  }
}

}  // namespace
}  // namespace okno::catalog
