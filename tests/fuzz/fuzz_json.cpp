// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes as JSON, beside a reader that nobody here wrote: what one takes the other takes and understands
// alike, but for the deviations named in jsonwalk.h. What was taken can be written and reads the same.
#include "core/base/json.h"
#include "tests/fuzz/jsonwalk.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <cmath>
#include <cstdint>
#include <cstdio>

using namespace anrufwarte;

namespace {

[[noreturn]] void fail(const char *what)
{
    std::fprintf(stderr, "fuzz_json: %s\n", what);
    __builtin_trap();
}

/// Our texts have U+FFFD in the place of U+0000 (json.h).
bool isSameText(const QString &ours, QString theirs)
{
    return ours == theirs.replace(QChar(u'\0'), QChar(QChar::ReplacementCharacter));
}

/// Boost.JSON may miss the nearest double by a few units in the last place; nothing here is counted so
/// finely.
bool isSameNumber(double ours, double theirs)
{
    constexpr double Relative = 1e-14;
    return ours == theirs || std::fabs(ours - theirs) <= Relative * std::fabs(theirs);
}

bool isSame(JsonValue ours, const QJsonValue &theirs); // NOLINT(misc-no-recursion): depth is bounded

bool isSameObject(JsonValue ours, const QJsonObject &theirs) // NOLINT(misc-no-recursion)
{
    bool isEqual = ours.size() == theirs.size();
    ours.forEachMember([&](QByteArrayView name, JsonValue value) { // NOLINT(misc-no-recursion)
        const auto found = theirs.constFind(QString::fromUtf8(name));
        isEqual = isEqual && found != theirs.constEnd() && isSame(value, *found);
    });
    return isEqual;
}

bool isSame(JsonValue ours, const QJsonValue &theirs) // NOLINT(misc-no-recursion)
{
    switch (theirs.type()) {
    case QJsonValue::Null:
        return ours.isNull();
    case QJsonValue::Bool:
        return ours.flag() == theirs.toBool();
    case QJsonValue::Double:
        return ours.number() && isSameNumber(*ours.number(), theirs.toDouble());
    case QJsonValue::String:
        return ours.isString() && isSameText(*ours.text(), theirs.toString());
    case QJsonValue::Object:
        return ours.isObject() && isSameObject(ours, theirs.toObject());
    case QJsonValue::Array: {
        const QJsonArray array = theirs.toArray();
        bool isEqual = ours.isArray() && ours.size() == array.size();
        for (qsizetype i = 0; isEqual && i < array.size(); ++i)
            isEqual = isSame(ours.at(i), array.at(i));
        return isEqual;
    }
    case QJsonValue::Undefined:
        break;
    }
    return false;
}

void checkRewriting(const JsonDocument &document)
{
    const QByteArray written = document.root().toJson();
    const Result<JsonDocument> again = JsonDocument::parse(written);
    if (!again || again->root().toJson() != written)
        fail("what was written reads otherwise");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    // QJsonDocument wants an array or an object on the outside, and would skip a byte order mark.
    const QByteArray text =
        '[' + QByteArray(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size)) + ']';
    const Result<JsonDocument> ours = JsonDocument::parse(text);
    QJsonParseError error;
    const QJsonDocument theirs = QJsonDocument::fromJson(text, &error);
    const bool isTakenByQt = error.error == QJsonParseError::NoError;
    const fuzz::Deviations deviations = fuzz::deviationsOf(text);
    if (ours)
        checkRewriting(*ours);
    if (ours && !isTakenByQt && !deviations.mayBeRefusedByQt())
        fail("taken, but not by QJsonDocument");
    if (!ours && isTakenByQt && !deviations.mayBeRefusedByUs())
        fail("refused, but not by QJsonDocument");
    if (ours && isTakenByQt && !deviations.mayBeReadOtherwise() && !isSame(ours->root(), theirs.array()))
        fail("understood otherwise than by QJsonDocument");
    return 0;
}
