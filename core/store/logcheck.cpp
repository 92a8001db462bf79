// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/logcheck.h"

#include <QFile>
#include <QSysInfo>
#include <QtEndian>
#include <cstring>

namespace anrufwarte {

namespace {

// sqlite.org/fileformat2.html §4 and walformat.html §2.1
constexpr qint64 LogHeaderBytes = 32;
constexpr qsizetype FrameHeaderBytes = 24;
constexpr qsizetype SaltBytes = 8;
constexpr quint32 LogMagic = 0x377f0682; ///< its lowest bit: checksums are over big-endian words
constexpr quint32 IndexVersion = 3007000;
constexpr qsizetype IndexCheckedBytes = 40;

/// The first of the two equal headers of the -shm file, in the machine's byte order.
struct IndexHeader
{
    quint32 version;
    quint32 unused;
    quint32 changes;
    quint8 isInitialized;
    quint8 hasBigEndianSums;
    quint16 pageBytes; ///< 1 = 65536
    quint32 frames;    ///< committed
    quint32 pages;
    quint32 frameSum[2];
    char salts[SaltBytes]; ///< as in the log
    quint32 sum[2];
};
static_assert(sizeof(IndexHeader) == IndexCheckedBytes + 8);

struct Sum
{
    quint32 first = 0;
    quint32 second = 0;

    bool operator==(const Sum &) const = default;

    /// `bytes` is a multiple of 8 long.
    void add(QByteArrayView bytes, bool isBigEndian)
    {
        for (qsizetype at = 0; at < bytes.size(); at += 8) {
            first += word(bytes, at, isBigEndian) + second;
            second += word(bytes, at + 4, isBigEndian) + first;
        }
    }
    static Sum stored(QByteArrayView bytes) { return {word(bytes, 0, true), word(bytes, 4, true)}; }
    static quint32 word(QByteArrayView bytes, qsizetype at, bool isBigEndian)
    {
        return isBigEndian ? qFromBigEndian<quint32>(bytes.data() + at)
                           : qFromLittleEndian<quint32>(bytes.data() + at);
    }
};

/// What the index knows.
struct Index
{
    IndexHeader header;
    IndexHeader copy;
    quint32 copiedFrames; ///< in the database file already, and synced
};

/// Empty if the index is none that can be believed, e.g. after a power cut.
std::optional<Index> readIndex(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return std::nullopt;
    Index index;
    auto *bytes = reinterpret_cast<char *>(&index);
    if (file.read(bytes, sizeof index) != qint64(sizeof index))
        return std::nullopt;
    const IndexHeader &header = index.header;
    Sum sum;
    sum.add(QByteArrayView(bytes, IndexCheckedBytes), QSysInfo::ByteOrder == QSysInfo::BigEndian);
    const bool isWhole = std::memcmp(&header, &index.copy, sizeof header) == 0 &&
                         header.version == IndexVersion && header.isInitialized == 1 &&
                         sum == Sum{header.sum[0], header.sum[1]};
    return isWhole ? std::optional(index) : std::nullopt;
}

/// The first frames as far as SQLite will play them back, at most as many as were committed; empty if the log
/// is a later one than the index, which a power cut can leave behind.
std::optional<quint32> playableFrames(QFile &log, const IndexHeader &index)
{
    const QByteArray header = log.read(LogHeaderBytes);
    if (header.size() < LogHeaderBytes || (Sum::word(header, 0, true) & ~1U) != LogMagic)
        return 0;
    const bool isBigEndian = (Sum::word(header, 0, true) & 1U) != 0;
    Sum sum;
    sum.add(QByteArrayView(header).first(24), isBigEndian);
    if (sum != Sum::stored(QByteArrayView(header).sliced(24)))
        return 0;
    const QByteArrayView salts = QByteArrayView(header).sliced(16, SaltBytes);
    if (salts != QByteArrayView(index.salts, SaltBytes))
        return std::nullopt;
    const qsizetype pageBytes = index.pageBytes == 1 ? 65536 : index.pageBytes;
    for (quint32 frame = 0; frame < index.frames; ++frame) {
        const QByteArray bytes = log.read(FrameHeaderBytes + pageBytes);
        if (bytes.size() < FrameHeaderBytes + pageBytes ||
            QByteArrayView(bytes).sliced(8, SaltBytes) != salts)
            return frame;
        sum.add(QByteArrayView(bytes).first(8), isBigEndian);
        sum.add(QByteArrayView(bytes).sliced(FrameHeaderBytes), isBigEndian);
        if (sum != Sum::stored(QByteArrayView(bytes).sliced(16)))
            return frame;
    }
    return index.frames;
}

} // namespace

std::optional<QString> damageOfLog(const QString &file)
{
    const QString indexPath = file + QLatin1String("-shm");
    const std::optional<Index> index = readIndex(indexPath);
    if (!index || index->header.frames == 0)
        return std::nullopt;
    const quint32 committed = index->header.frames;
    QFile log(file + QLatin1String("-wal"));
    const bool isThere = log.exists();
    if (isThere && !log.open(QIODevice::ReadOnly))
        return std::nullopt;
    const std::optional<quint32> playable = isThere ? playableFrames(log, index->header) : 0;
    if (log.error() != QFile::NoError)
        return std::nullopt; // unreadable just now is not damaged
    // With nothing to play back the file stands as it is: whole, if all was copied into it.
    const bool isWhole = playable == committed || (playable == 0U && index->copiedFrames >= committed);
    if (!playable || isWhole)
        return std::nullopt;
    const std::optional<Index> after = readIndex(indexPath);
    if (!after || std::memcmp(&*after, &*index, sizeof *index) != 0)
        return std::nullopt; // another process writes just now: the log is in use, and no remnant
    return QStringLiteral("of %1 committed pages in the write-ahead log only %2 can be read")
        .arg(committed)
        .arg(*playable);
}

} // namespace anrufwarte
