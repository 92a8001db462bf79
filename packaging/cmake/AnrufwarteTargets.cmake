# SPDX-License-Identifier: GPL-3.0-or-later

# One folder of core or ui as a library of its own: what it may link is its rung of the ladder (ARCHITECTURE.md),
# so a step upward fails already when linking, and a test links only what it tests.
#   anrufwarte_folder(NAME core_http SOURCES a.cpp ... LINKS core_base ... [PRIVATE_LINKS ...])
function(anrufwarte_folder)
    cmake_parse_arguments(ARG "" "NAME" "SOURCES;LINKS;PRIVATE_LINKS" ${ARGN})
    add_library(${ARG_NAME} STATIC ${ARG_SOURCES})
    target_link_libraries(${ARG_NAME} PUBLIC anrufwarte_options ${ARG_LINKS} PRIVATE ${ARG_PRIVATE_LINKS})
endfunction()

# One of the programs that users run. With jemalloc: a webhook's memory is taken by the listener's thread and given
# back by the writer's, which glibc's allocator pays for with locks and with arenas that grow and shrink. The
# sanitizers bring an allocator of their own.
#   anrufwarte_program(NAME anrufwarte LINKS app_desktop)
function(anrufwarte_program)
    cmake_parse_arguments(ARG "" "NAME" "LINKS" ${ARGN})
    add_executable(${ARG_NAME} main.cpp)
    target_link_libraries(${ARG_NAME} PRIVATE ${ARG_LINKS})
    if(NOT ANRUFWARTE_SANITIZE)
        target_sources(${ARG_NAME} PRIVATE "${PROJECT_SOURCE_DIR}/app/memory.cpp")
        target_link_libraries(${ARG_NAME} PRIVATE PkgConfig::JEMALLOC)
    endif()
endfunction()

# What ./test runs under the sanitizers.
add_custom_target(asan_tests)
add_custom_target(tsan_tests)

# One Qt Test program: its file name is its ctest name. LABELS: core, ui, app, flow, ...
#   anrufwarte_test(test_parser.cpp LINKS core_http LABELS core [TIMEOUT seconds] [THREADS])
# THREADS: also for ThreadSanitizer, with the label tsan. Values must go from thread to thread by what it knows (atomics,
# std::mutex) or through core/store/handover.h: Qt is not built with it.
function(anrufwarte_test SOURCE)
    cmake_parse_arguments(ARG "THREADS" "TIMEOUT" "LINKS;LABELS;SOURCES" ${ARGN})
    get_filename_component(name ${SOURCE} NAME_WE)
    add_executable(${name} ${SOURCE} ${ARG_SOURCES})
    set_target_properties(${name} PROPERTIES RUNTIME_OUTPUT_DIRECTORY "${CMAKE_BINARY_DIR}/tests")
    target_link_libraries(${name} PRIVATE anrufwarte_testsupport ${ARG_LINKS} Qt6::Test)
    target_compile_definitions(${name} PRIVATE
        ANRUFWARTE_SOURCE_DIR="${PROJECT_SOURCE_DIR}" ANRUFWARTE_BIN_DIR="${CMAKE_BINARY_DIR}/bin")
    add_test(NAME ${name} COMMAND ${name})
    if(ARG_LABELS MATCHES "^(core|ui)$")
        add_dependencies(asan_tests ${name})
    endif()
    set(environment "TZ=Europe/Berlin;LANGUAGE=;LC_ALL=C.UTF-8;QT_QPA_PLATFORM=offscreen;QT_LOGGING_RULES=qt.qpa.*=false")
    if(ARG_THREADS)
        add_dependencies(tsan_tests ${name})
        list(APPEND ARG_LABELS tsan)
        list(APPEND environment "TSAN_OPTIONS=suppressions=${PROJECT_SOURCE_DIR}/tests/tsan.supp:die_after_fork=0:halt_on_error=1")
    endif()
    if(NOT ARG_TIMEOUT)
        set(ARG_TIMEOUT 120)
    endif()
    set_tests_properties(${name} PROPERTIES LABELS "${ARG_LABELS}" TIMEOUT ${ARG_TIMEOUT} SKIP_RETURN_CODE 77
        ENVIRONMENT "${environment}")
endfunction()
