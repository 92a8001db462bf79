// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/calls/deliveryrecord.h"

#include <QWidget>

class QGridLayout;

namespace anrufwarte {

class Look;
class TextLabel;

/// Why one delivery was rejected: the sentence, the checks in their order with what was expected and what
/// came, and what else is known.
class RejectionDetails : public QWidget
{
    Q_OBJECT
public:
    explicit RejectionDetails(const Look &look, QWidget *parent = nullptr);

    void setRecord(const DeliveryRecord *record); ///< null = nothing chosen

private:
    void addCheck(const DeliveryCheck &check);
    void addText(const QString &text, bool hint);

    const Look &m_look;
    QGridLayout *m_grid;
    QWidget *m_content = nullptr;
};

} // namespace anrufwarte
