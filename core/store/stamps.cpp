// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/stamps.h"

#include <QtEndian>
#include <optional>

namespace anrufwarte {

namespace {

constexpr quint8 FormatVersion = 1;
constexpr qsizetype MaxDigest = 64;

void appendByte(QByteArray &out, qsizetype value)
{
    out.append(static_cast<char>(value));
}

void appendStamp(QByteArray &out, const Stamp &stamp)
{
    appendByte(out, static_cast<qsizetype>(stamp.stage));
    char asOf[sizeof(qint64)];
    qToLittleEndian(stamp.asOfMs, asOf);
    out.append(asOf, sizeof asOf);
    const QByteArray digest = stamp.digest.left(MaxDigest);
    appendByte(out, digest.size());
    out.append(digest);
}

/// Reads on until the bytes end; from then on every answer is empty.
class Cursor
{
public:
    explicit Cursor(QByteArrayView bytes) : m_rest(bytes) {}

    std::optional<QByteArrayView> take(qsizetype count)
    {
        if (m_rest.size() < count)
            return std::nullopt;
        const QByteArrayView taken = m_rest.first(count);
        m_rest = m_rest.sliced(count);
        return taken;
    }
    std::optional<quint8> byte()
    {
        const auto one = take(1);
        return one ? std::optional(static_cast<quint8>(one->front())) : std::nullopt;
    }
    [[nodiscard]] bool atEnd() const { return m_rest.isEmpty(); }

private:
    QByteArrayView m_rest;
};

std::optional<Stamp> readStamp(Cursor &cursor)
{
    const auto stage = cursor.byte();
    const auto asOf = cursor.take(sizeof(qint64));
    const auto length = cursor.byte();
    if (!stage || !asOf || !length || *stage > static_cast<quint8>(Stage::Analysed) || *length > MaxDigest)
        return std::nullopt;
    const auto digest = cursor.take(*length);
    if (!digest)
        return std::nullopt;
    return Stamp{static_cast<Stage>(*stage), qFromLittleEndian<qint64>(asOf->data()), digest->toByteArray()};
}

} // namespace

QByteArray encodeStamps(const CallRecord &record)
{
    QList<Stamp> stamps;
    QByteArray pairs;
    qsizetype pairCount = 0;
    for (const FieldInfo &field : allFields()) {
        const StampedValue &known = record.fields[static_cast<size_t>(field.field)];
        if (!isKnown(known.value))
            continue;
        qsizetype position = stamps.indexOf(known.stamp);
        if (position < 0) {
            position = stamps.size();
            stamps.append(known.stamp);
        }
        appendByte(pairs, static_cast<qsizetype>(field.field));
        appendByte(pairs, known.quality);
        appendByte(pairs, position);
        ++pairCount;
    }
    QByteArray out;
    appendByte(out, FormatVersion);
    appendByte(out, stamps.size());
    for (const Stamp &stamp : stamps)
        appendStamp(out, stamp);
    appendByte(out, pairCount);
    out.append(pairs);
    return out;
}

bool decodeStamps(QByteArrayView bytes, CallRecord &record)
{
    Cursor cursor(bytes);
    if (cursor.byte() != FormatVersion)
        return false;
    const auto count = cursor.byte();
    if (!count)
        return false;
    QList<Stamp> stamps;
    for (int i = 0; i < *count; ++i) {
        std::optional<Stamp> stamp = readStamp(cursor);
        if (!stamp)
            return false;
        stamps.append(*std::move(stamp));
    }
    const auto pairs = cursor.byte();
    if (!pairs)
        return false;
    for (int i = 0; i < *pairs; ++i) {
        const auto field = cursor.byte();
        const auto quality = cursor.byte();
        const auto position = cursor.byte();
        if (!field || !quality || !position || *field >= FieldCount || *position >= stamps.size())
            return false;
        StampedValue &known = record.fields[*field];
        if (!isKnown(known.value))
            continue;
        known.quality = *quality;
        known.stamp = stamps.at(*position);
    }
    return cursor.atEnd();
}

} // namespace anrufwarte
