// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/german.h"

namespace anrufwarte::test {

/// No-break spaces as plain ones: expected texts stay readable. One test looks at the real ones.
inline QString plainSpaces(QString text)
{
    return text.replace(QChar::Nbsp, u' ');
}

} // namespace anrufwarte::test
