# SPDX-License-Identifier: Apache-2.0
# Writes OUT: the texts of FILES as kOpenApiTexts.
set(out "// Generated from the rooms' http/openapi.yaml.\n#pragma once\n#include <string_view>\n\nnamespace okno::app {\n\nstruct OpenApiText {\n  std::string_view file, yaml;\n};\ninline constexpr OpenApiText kOpenApiTexts[] = {\n")
foreach(file IN LISTS FILES)
  file(READ ${file} text)
  string(REGEX REPLACE "^.*/src/" "" name "${file}")
  string(APPEND out "    {\"${name}\", R\"okno_yaml(${text})okno_yaml\"},\n")
endforeach()
string(APPEND out "};\n\n}  // namespace okno::app\n")
file(WRITE ${OUT} "${out}")
