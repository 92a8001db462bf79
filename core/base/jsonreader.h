// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/boostjson.h"

#include <charconv>

// Inside core/base/json.cpp only.
namespace anrufwarte::jsonreader {

namespace bj = boost::json;

/// What bj::parser does with what it reads, but for one thing: Boost.JSON 1.81 computes a number of more than
/// 15 digits, or one with an exponent, in two roundings, and every tenth number of 17 digits comes out as the
/// double next to the right one ("497.31016194882227" as 497.3101619488222). Such a number is read again,
/// exactly.
class Handler
{
public:
    static constexpr std::size_t max_object_size = bj::object::max_size();
    static constexpr std::size_t max_array_size = bj::array::max_size();
    static constexpr std::size_t max_key_size = bj::string::max_size();
    static constexpr std::size_t max_string_size = bj::string::max_size();

    using Text = bj::string_view;
    using Code = bj::error_code;

    bj::value_stack values;

    static bool on_document_begin(Code &) { return true; }
    static bool on_document_end(Code &) { return true; }
    static bool on_object_begin(Code &) { return true; }
    static bool on_array_begin(Code &) { return true; }
    static bool on_number_part(Text, Code &) { return true; }
    static bool on_comment_part(Text, Code &) { return true; }
    static bool on_comment(Text, Code &) { return true; }

    bool on_object_end(std::size_t members, Code &) { return values.push_object(members), true; }
    bool on_array_end(std::size_t elements, Code &) { return values.push_array(elements), true; }
    bool on_key_part(Text text, std::size_t, Code &) { return values.push_chars(text), true; }
    bool on_key(Text text, std::size_t, Code &) { return values.push_key(text), true; }
    bool on_string_part(Text text, std::size_t, Code &) { return values.push_chars(text), true; }
    bool on_string(Text text, std::size_t, Code &) { return values.push_string(text), true; }
    bool on_int64(std::int64_t number, Text text, Code &)
    {
        if (number == 0 && text.starts_with('-'))
            values.push_double(-0.0); // "-0" is written for it, and must read the same
        else
            values.push_int64(number);
        return true;
    }
    bool on_uint64(std::uint64_t number, Text, Code &) { return values.push_uint64(number), true; }
    bool on_double(double number, Text text, Code &) { return values.push_double(exact(number, text)), true; }
    bool on_bool(bool flag, Code &) { return values.push_bool(flag), true; }
    bool on_null(Code &) { return values.push_null(), true; }

private:
    static double exact(double number, Text text)
    {
        constexpr std::size_t ExactCharacters = 16; // 15 digits and a point: one rounding only
        if (text.size() > ExactCharacters || text.find_first_of("eE") != Text::npos)
            std::from_chars(text.data(), text.data() + text.size(), number); // out of range: left as it is
        return number;
    }
};

} // namespace anrufwarte::jsonreader
