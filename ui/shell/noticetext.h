// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/noticeboard.h"

namespace anrufwarte {

struct NoticeText
{
    QString title;  ///< what happened
    QString text;   ///< what follows and what to do
    QString action; ///< a verb; empty = nothing to press
};

/// The words of a notice in the current language.
[[nodiscard]] NoticeText noticeText(const Notice &notice);

/// Whether it goes away by itself; otherwise a person dismisses it.
[[nodiscard]] bool isDismissible(NoticeKind kind);

} // namespace anrufwarte
