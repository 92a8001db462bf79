// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/progressbar.h"

#include "app/cli/output.h"
#include "app/cli/texttable.h"
#include "core/text/resyncterms.h"

#include <QCoreApplication>
#include <algorithm>
#include <cstdio>
#include <unistd.h>

namespace anrufwarte {

namespace {

struct ProgressText
{
    Q_DECLARE_TR_FUNCTIONS(ProgressText)
};

constexpr int BarWidth = 20;
constexpr qsizetype LineWidth = 79; ///< a longer line would not be drawn over
constexpr char ToLineStart[] = "\r\x1b[K";

QString bar(double share)
{
    const int filled = static_cast<int>(share * BarWidth);
    return u'[' + QString(filled, u'#') + QString(BarWidth - filled, u' ') + u']';
}

/// What is going on, where it is not simply asking.
QString phaseText(const ResyncProgress &progress, qint64 nowMs, const Formats &formats)
{
    switch (progress.phase) {
    case ResyncPhase::Listing:
        return ProgressText::tr("looks for calls");
    case ResyncPhase::Waiting:
        return resyncterms::waitText(progress.waitsFor.value_or(Error()),
                                     progress.waitUntilMs.value_or(nowMs) - nowMs);
    case ResyncPhase::Finishing:
        return ProgressText::tr("finishes what is on its way");
    case ResyncPhase::Paused:
    case ResyncPhase::Idle:
        return {};
    case ResyncPhase::Asking:
        break;
    }
    QString text = formats.decimal(progress.perSecond, 1) + QStringLiteral("/s");
    if (progress.remainingMs)
        text += u"  " + formats.remaining(*progress.remainingMs);
    return text;
}

} // namespace

QString progressLine(const ResyncProgress &progress, qint64 nowMs, const Formats &formats)
{
    const qint64 total = progress.run.total;
    const qint64 done = progress.run.done();
    QString phase = phaseText(progress, nowMs, formats);
    if (total == 0)
        return phase;
    const double share = std::clamp(double(done) / double(total), 0.0, 1.0);
    const QString counts = QStringLiteral("%1/%2").arg(formats.number(done), formats.number(total));
    const QString line =
        QStringList{bar(share), formats.percent(share, 0).rightJustified(5), counts, phase}.join(
            QStringLiteral("  "));
    return shortened(line, LineWidth);
}

ProgressBar::ProgressBar() : m_isTerminal(::isatty(STDERR_FILENO) == 1) {}

void ProgressBar::draw(const ResyncProgress &progress, qint64 nowMs)
{
    if (!m_isTerminal || progress.phase == ResyncPhase::Idle)
        return;
    const QString line = withoutControls(progressLine(progress, nowMs, Formats()));
    std::fputs(QByteArray(ToLineStart + line.toUtf8()).constData(), stderr);
    std::fflush(stderr);
    m_isDrawn = true;
}

void ProgressBar::clear()
{
    if (!m_isDrawn)
        return;
    std::fputs(ToLineStart, stderr);
    std::fflush(stderr);
    m_isDrawn = false;
}

} // namespace anrufwarte
