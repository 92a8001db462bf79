// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/jsontext.h"
#include "core/base/simdjson.h"

#include <algorithm>
#include <array>
#include <cstdint>
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
constexpr std::uint32_t LongBytes = 1024;

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

/// The places of all brackets, commas, colons and beginnings of scalars, which simdjson has found on its way:
/// they lead past texts and numbers.
using Places = std::span<const std::uint32_t>;

/// Whether a text has no insignificant white space.
bool isCompact(QByteArrayView text, Places places)
{
    const auto isBlank = [](char c) { return static_cast<unsigned char>(c) <= ' '; };
    return places.front() == 0 && !isBlank(text.back()) &&
           std::none_of(places.begin() + 1, places.end(),
                        [=](std::uint32_t place) { return isBlank(text.data()[place - 1]); });
}

std::vector<jsonscan::LongValue> longValuesOf(QByteArrayView text, Places places)
{
    std::vector<jsonscan::LongValue> found;
    std::array<std::uint32_t, QuickDepth + 1> open{};
    size_t depth = 0;
    for (const std::uint32_t place : places) {
        const char bracket = static_cast<char>(text.data()[place] | 0x20); // either kind as a curly one
        if (bracket == '{') {
            open[depth++] = place;
        } else if (bracket == '}') {
            const std::uint32_t begin = open[--depth];
            if (place - begin >= LongBytes)
                found.push_back({text.data() + begin, text.data() + place + 1});
        }
    }
    std::sort(found.begin(), found.end(), [](const auto &a, const auto &b) { return a.begin < b.begin; });
    return found;
}

/// What the quick check knows of a text that JsonDocument takes, too.
struct QuickView
{
    bool isCompact = false;
    std::vector<jsonscan::LongValue> longValues; ///< only of a compact one
};

/// Empty says nothing. There is room behind `text`.
std::optional<QuickView> quickViewOf(const QByteArray &text, int maxDepth)
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
    const Places places(found.structural_indexes.get(), found.n_structural_indexes);
    if (!isCompact(text, places))
        return QuickView{};
    return QuickView{true, longValuesOf(text, places)};
}

} // namespace

Result<JsonBody> JsonBody::parse(const QByteArray &bytes, int maxDepth)
{
    QByteArray text = withSlack(bytes);
    std::optional<QuickView> quick = quickViewOf(text, maxDepth);
    if (!quick) {
        const Result<JsonDocument> verdict = JsonDocument::parse(bytes, maxDepth);
        if (!verdict)
            return verdict.error();
    }
    if (quick && quick->isCompact)
        return JsonBody(std::move(text), std::move(quick->longValues));
    QByteArray compact(text.size() + JsonSlackBytes, Qt::Uninitialized);
    size_t size = 0;
    if (simdjson::minify(text.constData(), sizeOf(text.size()), compact.data(), size) != simdjson::SUCCESS)
        return Error{ErrorCode::BadJson, QStringLiteral("unterminated text"), {}};
    compact.truncate(static_cast<qsizetype>(size));
    return JsonBody(std::move(compact), {});
}

} // namespace anrufwarte
