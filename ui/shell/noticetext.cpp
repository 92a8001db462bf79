// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/noticetext.h"

#include "core/text/errortext.h"
#include "core/text/terms.h"

#include <QCoreApplication>
#include <QDir>

namespace anrufwarte {

namespace {

struct NoticeWords
{
    Q_DECLARE_TR_FUNCTIONS(NoticeWords)
};

QString because(const Notice &notice)
{
    return notice.error ? sentence(*notice.error) : QString();
}

} // namespace

NoticeText noticeText(const Notice &notice)
{
    switch (notice.kind) {
    case NoticeKind::ListenerDown:
        return {notice.tone == Tone::Danger ? NoticeWords::tr("No webhooks are being received.")
                                            : NoticeWords::tr("Not all addresses are listening."),
                because(notice), NoticeWords::tr("Open settings")};
    case NoticeKind::ListenerBack:
        return {NoticeWords::tr("Webhooks are being received again."), {}, {}};
    case NoticeKind::StoreProblem:
        return {notice.tone == Tone::Danger ? NoticeWords::tr("Nothing can be saved.")
                                            : NoticeWords::tr("The database has a problem."),
                because(notice),
                {}};
    case NoticeKind::NoKey:
        return {NoticeWords::tr("No Retell key is stored."),
                NoticeWords::tr("Without a key no webhook is accepted."), NoticeWords::tr("Enter key")};
    case NoticeKind::KeyRefused:
        return {NoticeWords::tr("Running calls are not checked with Retell."), because(notice),
                NoticeWords::tr("Enter key")};
    case NoticeKind::Payment:
        return {NoticeWords::tr("Running calls are not checked with Retell."), because(notice), {}};
    case NoticeKind::Rejected:
        return {NoticeWords::tr("%n webhook(s) rejected.", nullptr, notice.count),
                terms::rejection(notice.delivery), NoticeWords::tr("Show cause")};
    case NoticeKind::FileReplaced:
        return {NoticeWords::tr("The database was damaged and has been started anew."),
                NoticeWords::tr("The old file was kept: %1").arg(QDir::toNativeSeparators(notice.path)),
                {}};
    }
    return {};
}

bool isDismissible(NoticeKind kind)
{
    return kind == NoticeKind::Rejected || kind == NoticeKind::FileReplaced ||
           kind == NoticeKind::ListenerBack;
}

} // namespace anrufwarte
