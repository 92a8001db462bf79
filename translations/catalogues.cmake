# SPDX-License-Identifier: GPL-3.0-or-later
# MODE=update brings the catalogues up to the sources. MODE=check changes nothing and fails when an update would
# change them, when a text has no translation, or when lupdate warns (a tr() in a class without Q_OBJECT).
# Needs LUPDATE, SOURCE_DIR and WORK_DIR (scratch, for the check).
set(translations "${SOURCE_DIR}/translations")
set(options -silent -recursive -extensions cpp,h -I "${SOURCE_DIR}" -locations none -no-obsolete -source-language en)
set(folders "${SOURCE_DIR}/app" "${SOURCE_DIR}/core" "${SOURCE_DIR}/ui")

function(run_lupdate catalogue)
    execute_process(COMMAND "${LUPDATE}" ${options} ${ARGN} ${folders} -ts "${catalogue}"
        RESULT_VARIABLE result OUTPUT_VARIABLE output ERROR_VARIABLE output)
    if(NOT result EQUAL 0)
        message(FATAL_ERROR "lupdate failed on ${catalogue}:\n${output}")
    endif()
    set(output "${output}" PARENT_SCOPE)
endfunction()

function(update_catalogue language)
    set(catalogue "${translations}/anrufwarte_${language}.ts")
    run_lupdate("${catalogue}" ${ARGN})
    message(STATUS "anrufwarte_${language}.ts updated ${output}")
endfunction()

function(check_catalogue language)
    set(catalogue "${translations}/anrufwarte_${language}.ts")
    set(fresh "${WORK_DIR}/anrufwarte_${language}.ts")
    file(COPY "${catalogue}" DESTINATION "${WORK_DIR}")
    run_lupdate("${fresh}" ${ARGN})
    string(STRIP "${output}" output)
    if(output)
        message(SEND_ERROR "lupdate warns:\n${output}")
    endif()
    file(READ "${catalogue}" committed)
    file(READ "${fresh}" updated)
    if(NOT committed STREQUAL updated)
        message(SEND_ERROR "anrufwarte_${language}.ts is stale: build the target update_translations")
    endif()
    string(REGEX MATCHALL "type=\"unfinished\"" unfinished "${updated}")
    list(LENGTH unfinished count)
    if(count GREATER 0)
        message(SEND_ERROR "anrufwarte_${language}.ts: ${count} texts without translation")
    endif()
endfunction()

cmake_language(CALL ${MODE}_catalogue de -target-language de_DE)
cmake_language(CALL ${MODE}_catalogue en -target-language en_GB -pluralonly)
