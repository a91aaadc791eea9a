# SPDX-License-Identifier: Apache-2.0
# okno_batches(RESULT TARGET ROOT SIZE FILE…)
#
# Compiles sources of one folder together, at most SIZE in a batch: what they include and instantiate is read and made once
# for all of them. RESULT names what the target is made of then. A batch includes its files by their path below ROOT, which
# must be among the target's include folders: no batch holds where the tree lies, so checkouts share what ccache keeps.
# For the files of a folder this means: names in anonymous namespaces differ, macros are undefined again. What can't live so
# is compiled alone (ALONE of okno_room). A build with OKNO_BATCH=1 compiles each file by itself and so checks that each
# includes what it uses.
function(okno_batches result target root size)
  if(size LESS 2)
    set(${result} ${ARGN} PARENT_SCOPE)
    return()
  endif()
  set(folders)
  set(made)
  foreach(file IN LISTS ARGN)
    cmake_path(GET file PARENT_PATH folder)
    file(RELATIVE_PATH folder ${root} ${folder})
    string(MAKE_C_IDENTIFIER "in_${folder}" folder)
    list(APPEND folders ${folder})
    list(APPEND files_${folder} ${file})
  endforeach()
  list(REMOVE_DUPLICATES folders)
  foreach(folder IN LISTS folders)
    list(SORT files_${folder})
    list(LENGTH files_${folder} count)
    # Batches of one size: none is a left-over of one file.
    math(EXPR batches "(${count} + ${size} - 1) / ${size}")
    foreach(number RANGE 1 ${batches})
      math(EXPR first "${count} * (${number} - 1) / ${batches}")
      math(EXPR length "${count} * ${number} / ${batches} - ${first}")
      list(SUBLIST files_${folder} ${first} ${length} files)
      set(content "// Made by cmake/batches.cmake.\n")
      foreach(file IN LISTS files)
        file(RELATIVE_PATH file ${root} ${file})
        string(APPEND content "#include \"${file}\"\n")
      endforeach()
      set(batch ${CMAKE_CURRENT_BINARY_DIR}/batches/${target}_${folder}_${number}.cpp)
      file(CONFIGURE OUTPUT ${batch} CONTENT "${content}" @ONLY)
      list(APPEND made ${batch})
    endforeach()
  endforeach()
  set(${result} ${made} PARENT_SCOPE)
endfunction()
