// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/jsontext.h"
#include "core/base/simdjson.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <span>

namespace anrufwarte {

namespace {

static_assert(JsonSlackBytes >= simdjson::SIMDJSON_PADDING);

/// simdjson needs twelve times a text's size for the moment; a bigger one is left to JsonDocument alone.
constexpr qsizetype QuickBytes = qsizetype(1024) * 1024;
/// Only what is flat enough to be far from any bound is judged quickly.
constexpr size_t QuickDepth = 32;

/// What the parser of a thread keeps between texts, at most twelve times that: more than the longest calls
/// need, because to get that memory and give it back takes as long as reading such a call.
constexpr size_t KeptBytes = 256UL * 1024;

/// From so many bytes on it costs less to remember where a value ends than to walk over it.
constexpr qsizetype LongBytes = 1024;

size_t sizeOf(qsizetype size)
{
    return static_cast<size_t>(size);
}

/// The parser of this thread, for one text: setting up its memory costs more than reading a small one. What a
/// big one needed is given back.
class BorrowedParser
{
public:
    BorrowedParser() = default;
    BorrowedParser(const BorrowedParser &) = delete;
    BorrowedParser &operator=(const BorrowedParser &) = delete;
    ~BorrowedParser()
    {
        if (kept().capacity() > KeptBytes)
            kept() = simdjson::dom::parser();
    }
    simdjson::dom::parser *operator->() const { return &kept(); }

private:
    static simdjson::dom::parser &kept()
    {
        thread_local simdjson::dom::parser parser;
        return parser;
    }
};

/// The bytes with room behind them: the same ones when they have it.
QByteArray withSlack(const QByteArray &bytes)
{
    if (bytes.capacity() - bytes.size() >= JsonSlackBytes)
        return bytes;
    QByteArray copy;
    copy.reserve(bytes.size() + JsonSlackBytes);
    return copy.append(bytes);
}

/// How a text is laid out.
struct Layout
{
    bool isCompact = true; ///< has no insignificant white space
    std::vector<jsonscan::LongValue> longValues;
};

bool isBlank(char c)
{
    return static_cast<unsigned char>(c) <= ' ';
}

/// From the places that simdjson has found on its way, those of all brackets, commas, colons and beginnings
/// of scalars: they lead past texts and numbers.
Layout layoutOf(QByteArrayView text, std::span<const std::uint32_t> places)
{
    Layout out;
    out.isCompact = places.front() == 0 && !isBlank(text.back());
    std::array<const char *, QuickDepth + 1> open; // NOLINT(cppcoreguidelines-pro-type-member-init): a stack
    size_t depth = 0;
    for (const std::uint32_t place : places) {
        const char *const at = text.data() + place;
        const char bracket = static_cast<char>(*at | 0x20); // either kind as a curly one
        if (bracket == '{') {
            open[depth++] = at;
        } else if (bracket == '}') {
            const char *const begin = open[--depth];
            if (at - begin >= LongBytes)
                out.longValues.push_back({begin, at + 1});
        }
        if (place > 0 && isBlank(at[-1]))
            out.isCompact = false;
    }
    std::sort(out.longValues.begin(), out.longValues.end(),
              [](const auto &a, const auto &b) { return a.begin < b.begin; });
    return out;
}

/// Empty says nothing; otherwise JsonDocument takes the text, too. There is room behind `text`.
std::optional<Layout> quickLayoutOf(const QByteArray &text, int maxDepth)
{
    const qsizetype size = text.size();
    if (size > QuickBytes || sizeOf(maxDepth) <= QuickDepth)
        return std::nullopt;
    const BorrowedParser parser;
    if ((parser->capacity() < sizeOf(size) || parser->max_depth() != QuickDepth) &&
        parser->allocate(std::max(sizeOf(size), KeptBytes), QuickDepth) != simdjson::SUCCESS)
        return std::nullopt;
    if (parser->parse(text.constData(), sizeOf(size), false).error() != simdjson::SUCCESS)
        return std::nullopt;
    const auto &found = *parser->implementation;
    return layoutOf(text, {found.structural_indexes.get(), found.n_structural_indexes});
}

} // namespace

Result<JsonBody> JsonBody::parse(const QByteArray &bytes, int maxDepth)
{
    QByteArray text = withSlack(bytes);
    std::optional<Layout> layout = quickLayoutOf(text, maxDepth);
    if (!layout) {
        const Result<JsonDocument> verdict = JsonDocument::parse(bytes, maxDepth);
        if (!verdict)
            return verdict.error();
    }
    if (layout && layout->isCompact)
        return JsonBody(std::move(text), std::move(layout->longValues));
    QByteArray compact(text.size() + JsonSlackBytes, Qt::Uninitialized);
    size_t size = 0;
    if (simdjson::minify(text.constData(), sizeOf(text.size()), compact.data(), size) != simdjson::SUCCESS)
        return Error{ErrorCode::BadJson, QStringLiteral("unterminated text"), {}};
    compact.truncate(static_cast<qsizetype>(size));
    return JsonBody(std::move(compact), {});
}

} // namespace anrufwarte
