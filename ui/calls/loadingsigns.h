// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/look/look.h"

#include <QTimer>
#include <QWidget>

namespace anrufwarte {

/// A 2 px bar that runs while something is read, and only if that takes more than 300 ms.
class LoadingBar : public QWidget
{
    Q_OBJECT
public:
    explicit LoadingBar(const Look &look, QWidget *parent = nullptr);

    void start();
    void stop();

Q_SIGNALS:
    void appeared();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Look &m_look;
    QTimer m_delay;
    QTimer m_step;
    int m_position = 0; ///< per mille
    bool m_shown = false;
};

/// Grey rows where calls will be, on the very first load only.
class SkeletonRows : public QWidget
{
    Q_OBJECT
public:
    explicit SkeletonRows(const Look &look, QWidget *parent = nullptr);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Look &m_look;
};

} // namespace anrufwarte
