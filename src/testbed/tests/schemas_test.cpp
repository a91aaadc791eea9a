// SPDX-License-Identifier: Apache-2.0
#include "logic/schemas.h"

#include <gtest/gtest.h>
#include <stdlib.h>

#include <filesystem>
#include <fstream>

namespace okno::testbed {
namespace {

namespace fs = std::filesystem;

TEST(Schemas, AreFoundByNameWhereverTheDataFolderIs) {
  std::string root = "/tmp/okno-schemas-XXXXXX";
  ASSERT_NE(mkdtemp(root.data()), nullptr);
  fs::create_directory(root + "/0a1b");
  std::ofstream(root + "/0a1b/a.xsd")
      << R"(<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="urn:a">
            <xs:element name="A" type="xs:int"/></xs:schema>)";
  EXPECT_NE(Schemas(root).Get("0a1b"), nullptr);
  EXPECT_NE(Schemas(root).Get("/where/it/was/schemas/0a1b"), nullptr) << "of an earlier release";
  EXPECT_THROW(Schemas(root).Get("ffff"), std::runtime_error);
  fs::remove_all(root);
}

}  // namespace
}  // namespace okno::testbed
