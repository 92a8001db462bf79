# SPDX-License-Identifier: GPL-3.0-or-later
# The one place for language level, warnings, Qt strictness, hardening, sanitizers and build speed.
add_library(anrufwarte_options INTERFACE)
target_compile_features(anrufwarte_options INTERFACE cxx_std_20)
target_include_directories(anrufwarte_options INTERFACE "${PROJECT_SOURCE_DIR}")
target_compile_options(anrufwarte_options INTERFACE
    -Wall -Wextra -Wpedantic -Wconversion -Wshadow -Wold-style-cast -Woverloaded-virtual -Wnon-virtual-dtor
    $<$<BOOL:${ANRUFWARTE_WERROR}>:-Werror>)
# g++ 12 with optimisation takes moved-from std::variant members for uninitialised ones (GCC bug 105562 and its kin).
target_compile_options(anrufwarte_options INTERFACE $<$<CXX_COMPILER_ID:GNU>:-Wno-maybe-uninitialized>)
target_compile_definitions(anrufwarte_options INTERFACE
    QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_CAST_FROM_BYTEARRAY QT_NO_URL_CAST_FROM_STRING
    QT_USE_QSTRINGBUILDER QT_NO_NARROWING_CONVERSIONS_IN_CONNECT QT_STRICT_ITERATORS QT_NO_KEYWORDS
    QT_NO_FOREACH QT_DISABLE_DEPRECATED_BEFORE=0x060400
    ANRUFWARTE_VERSION="${PROJECT_VERSION}")

# Hardening: what Debian's own packages use. FORTIFY needs optimisation and does not go with sanitizers.
set(CMAKE_POSITION_INDEPENDENT_CODE ON)
target_compile_options(anrufwarte_options INTERFACE -fstack-protector-strong -fstack-clash-protection -fcf-protection)
target_link_options(anrufwarte_options INTERFACE -Wl,-z,relro -Wl,-z,now)
if(ANRUFWARTE_SANITIZE)
    target_compile_options(anrufwarte_options INTERFACE -fsanitize=${ANRUFWARTE_SANITIZE} -fno-omit-frame-pointer
        -fno-sanitize-recover=all)
    target_link_options(anrufwarte_options INTERFACE -fsanitize=${ANRUFWARTE_SANITIZE})
    # Qt is built without RTTI for the vptr check of objects that cross its border.
    if(ANRUFWARTE_SANITIZE MATCHES "undefined")
        target_compile_options(anrufwarte_options INTERFACE -fno-sanitize=vptr)
    endif()
elseif(CMAKE_BUILD_TYPE STREQUAL "Release")
    target_compile_definitions(anrufwarte_options INTERFACE _FORTIFY_SOURCE=2)
endif()

if(ANRUFWARTE_FUZZ)
    target_compile_options(anrufwarte_options INTERFACE -fsanitize=fuzzer-no-link) # coverage of what is fuzzed
    target_link_options(anrufwarte_options INTERFACE -fsanitize=fuzzer-no-link)
endif()

find_program(ANRUFWARTE_CCACHE ccache)
if(ANRUFWARTE_CCACHE)
    set(CMAKE_CXX_COMPILER_LAUNCHER "${ANRUFWARTE_CCACHE}")
endif()
find_program(ANRUFWARTE_MOLD mold)
if(ANRUFWARTE_MOLD)
    add_link_options(-fuse-ld=mold)
endif()
if(ANRUFWARTE_TIDY)
    find_program(ANRUFWARTE_CLANG_TIDY NAMES clang-tidy-16 REQUIRED)
    set(CMAKE_CXX_CLANG_TIDY "${ANRUFWARTE_CLANG_TIDY}")
endif()
