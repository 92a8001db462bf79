// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>
#include <optional>

namespace anrufwarte {

/// An international number in the groups in which people of its country read it.
struct DialledNumber
{
    QString country;    ///< "49"
    QString area;       ///< "30", "171"; empty where it cannot be told
    QStringList groups; ///< the rest: "23125", "559"
};

/// Splits "+493023125559". Empty for everything that is not "+" and 7 to 15 digits (E.164).
[[nodiscard]] std::optional<DialledNumber> dialledNumber(QStringView text);

} // namespace anrufwarte
