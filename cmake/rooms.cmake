# SPDX-License-Identifier: Apache-2.0
# okno_room(NAME [COLD] [ALONE file…] [DEPENDS room…] [LIBS lib…] [PRIVATE_LIBS lib…] [TEST_LIBS lib…] [TEST_SHARDS n])
#
# Declares the room that lives in the current source folder. Its only public include folder is api/. It may use
# rooms declared before it: an unknown or later name stops the configure step, so what must not be included does
# not compile. Sources, SQL, migrations and tests are found by their place:
#   **/*.cpp                  the library okno_NAME (main.cpp is left to an executable)
#   storage/queries/*.sql     one statement a file -> "NAME/queries.h": db::Query constants queries::kFileName
#   migrations/NNNN_*.sql     -> "NAME/migrations.h" (public): okno::NAME::Migrations()
#   tests/*test.cpp           one GoogleTest program NAME_tests, run by ctest
# ALONE: sources that do not bear others in one translation unit with them (batches.cmake).
# COLD: nothing in the room runs often enough to be measured, so it is compiled with -O1: a quarter of the compiler's time.
# LIBS are seen by users of the room, PRIVATE_LIBS only by its own sources, TEST_LIBS by its tests. TEST_SHARDS: the
# test program takes long, so ctest starts it first and n times side by side, each with its share of the tests.
function(okno_room name)
  cmake_parse_arguments(ROOM "COLD" "TEST_SHARDS" "ALONE;DEPENDS;LIBS;PRIVATE_LIBS;TEST_LIBS" ${ARGN})
  set(target okno_${name})
  foreach(dependency IN LISTS ROOM_DEPENDS)
    if(NOT TARGET okno_${dependency})
      message(FATAL_ERROR "room '${name}' wants '${dependency}', which is not declared before it in src/CMakeLists.txt")
    endif()
  endforeach()

  file(GLOB_RECURSE sources CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/*.cpp)
  list(FILTER sources EXCLUDE REGEX "${CMAKE_CURRENT_SOURCE_DIR}/((tests|bench)/|main\\.cpp$)")
  if(ROOM_ALONE)
    list(TRANSFORM ROOM_ALONE PREPEND ${CMAKE_CURRENT_SOURCE_DIR}/)
    list(REMOVE_ITEM sources ${ROOM_ALONE})
  endif()
  okno_batches(sources ${target} ${CMAKE_CURRENT_SOURCE_DIR} ${OKNO_BATCH} ${sources})
  list(APPEND sources ${ROOM_ALONE})
  file(GLOB queries CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/storage/queries/*.sql)
  file(GLOB migrations CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/migrations/*.sql)
  set(generated ${CMAKE_CURRENT_BINARY_DIR}/generated)
  file(MAKE_DIRECTORY ${generated}/public/${name} ${generated}/private/${name})
  if(queries)
    set(outputs ${generated}/private/${name}/queries.h ${generated}/private/${name}/queries.cpp)
    add_custom_command(OUTPUT ${outputs} DEPENDS ${queries} ${CMAKE_SOURCE_DIR}/cmake/embed_sql.cmake
      COMMAND ${CMAKE_COMMAND} -DROOM=${name} -DKIND=queries "-DFILES=${queries}"
              -DOUT=${generated}/private/${name}/queries -P ${CMAKE_SOURCE_DIR}/cmake/embed_sql.cmake VERBATIM)
    list(APPEND sources ${outputs})
  endif()
  if(migrations)
    set(outputs ${generated}/public/${name}/migrations.h ${generated}/public/${name}/migrations.cpp)
    add_custom_command(OUTPUT ${outputs} DEPENDS ${migrations} ${CMAKE_SOURCE_DIR}/cmake/embed_sql.cmake
      COMMAND ${CMAKE_COMMAND} -DROOM=${name} -DKIND=migrations "-DFILES=${migrations}"
              -DOUT=${generated}/public/${name}/migrations -P ${CMAKE_SOURCE_DIR}/cmake/embed_sql.cmake VERBATIM)
    list(APPEND sources ${outputs})
  endif()

  list(TRANSFORM ROOM_DEPENDS PREPEND okno_ OUTPUT_VARIABLE dependencies)
  if(sources)
    add_library(${target} STATIC ${sources})
    target_include_directories(${target}
      PUBLIC ${CMAKE_CURRENT_SOURCE_DIR}/api ${generated}/public
      PRIVATE ${CMAKE_CURRENT_SOURCE_DIR} ${generated}/private)
    target_link_libraries(${target} PUBLIC ${dependencies} ${ROOM_LIBS} PRIVATE ${ROOM_PRIVATE_LIBS})
    if(ROOM_COLD)
      target_compile_options(${target} PRIVATE -O1)
    endif()
    if(OKNO_PCH)
      target_precompile_headers(${target} REUSE_FROM okno_pch)
    endif()
  else()
    add_library(${target} INTERFACE)
    target_include_directories(${target} INTERFACE ${CMAKE_CURRENT_SOURCE_DIR}/api)
    target_link_libraries(${target} INTERFACE ${dependencies} ${ROOM_LIBS})
  endif()

  file(GLOB_RECURSE tests CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/tests/*.cpp)
  if(tests)
    okno_batches(tests ${name}_tests ${CMAKE_CURRENT_SOURCE_DIR} ${OKNO_TEST_BATCH} ${tests})
    add_executable(${name}_tests ${tests})
    target_include_directories(${name}_tests PRIVATE ${CMAKE_CURRENT_SOURCE_DIR} ${generated}/private)
    # Tests run at the root of the tree: no object of theirs holds where the tree lies, so checkouts share what ccache keeps.
    target_compile_definitions(${name}_tests PRIVATE OKNO_SOURCE_DIR=".")
    target_link_libraries(${name}_tests PRIVATE ${target} ${ROOM_PRIVATE_LIBS} ${ROOM_TEST_LIBS} GTest::gmock GTest::gtest_main)
    target_compile_options(${name}_tests PRIVATE -O0 -g0)
    if(OKNO_PCH)
      target_precompile_headers(${name}_tests REUSE_FROM okno_test_pch)
    endif()
    if(ROOM_TEST_SHARDS)
      foreach(shard RANGE 1 ${ROOM_TEST_SHARDS})
        math(EXPR index "${shard} - 1")
        okno_add_test(${name}-${shard} ${name}_tests
          GTEST_TOTAL_SHARDS=${ROOM_TEST_SHARDS} GTEST_SHARD_INDEX=${index})
        set_tests_properties(${name}-${shard} PROPERTIES COST 1000)
      endforeach()
    else()
      okno_add_test(${name} ${name}_tests)
    endif()
  endif()
endfunction()

# okno_add_test(NAME PROGRAM [VARIABLE=value…]): a run of a test program, with a result file of its own.
function(okno_add_test name program)
  add_test(NAME ${name} COMMAND ${program} --gtest_brief=1
    --gtest_output=xml:${CMAKE_BINARY_DIR}/test-results/${name}.xml)
  set(environment OKNO_TEST_CLUSTER=${CMAKE_BINARY_DIR}/test-cluster OKNO_CONTENT=${CMAKE_SOURCE_DIR}/content ${ARGN})
  set_tests_properties(${name} PROPERTIES FIXTURES_REQUIRED test_cluster TIMEOUT 600 WORKING_DIRECTORY ${CMAKE_SOURCE_DIR}
    ENVIRONMENT "${environment}")
endfunction()

# One PostgreSQL cluster for the whole ctest run; each program makes its databases from a migrated template.
add_test(NAME test_cluster_start COMMAND ${CMAKE_SOURCE_DIR}/scripts/test-cluster start ${CMAKE_BINARY_DIR}/test-cluster)
add_test(NAME test_cluster_stop COMMAND ${CMAKE_SOURCE_DIR}/scripts/test-cluster stop ${CMAKE_BINARY_DIR}/test-cluster)
set_tests_properties(test_cluster_start PROPERTIES FIXTURES_SETUP test_cluster)
set_tests_properties(test_cluster_stop PROPERTIES FIXTURES_CLEANUP test_cluster)
