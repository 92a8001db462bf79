// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/calls/detailsplitter.h"

#include "ui/look/style.h"

#include <QEvent>
#include <QKeyEvent>
#include <QPushButton>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace anrufwarte {

namespace {
constexpr int DefaultWidth = 352, LeastWidth = 320, MostWidth = 560, Gap = 12;
const QString WidthKey = QStringLiteral("liveCalls/detailWidth");
const QString ShownKey = QStringLiteral("liveCalls/detailShown");
} // namespace

DetailSplitter::DetailSplitter(const Look &look, QWidget *main, QSettings &state, QWidget *parent)
    : QWidget(parent),
      m_look(look),
      m_main(main),
      m_state(state),
      m_pages(new QStackedWidget),
      m_splitter(new QSplitter),
      m_page(new QWidget),
      m_back(new QPushButton),
      m_shown(state.value(ShownKey, true).toBool())
{
    m_splitter->setHandleWidth(Gap);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->addWidget(main);
    m_splitter->setStretchFactor(0, 1);
    connect(m_splitter, &QSplitter::splitterMoved, this, [this] {
        if (m_detail && !m_narrow)
            m_state.setValue(WidthKey, m_detail->width());
    });

    setButtonKind(m_back, ButtonKind::Flat);
    connect(m_back, &QPushButton::clicked, this, &DetailSplitter::leavePage);
    const auto colourIcon = [this] {
        m_back->setIcon(m_look.icon(QStringLiteral("arrow-left"), m_look.tokens().accentText));
    };
    colourIcon();
    connect(&look, &Look::changed, m_back, colourIcon);
    auto *column = new QVBoxLayout(m_page);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addWidget(m_back, 0, Qt::AlignLeft);

    m_pages->addWidget(m_splitter);
    m_pages->addWidget(m_page);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_pages);
    retranslate();
}

void DetailSplitter::setDetail(QWidget *detail)
{
    delete m_detail;
    m_detail = detail;
    placeDetail();
}

void DetailSplitter::placeDetail()
{
    if (m_detail == nullptr)
        return;
    m_detail->setMinimumWidth(m_narrow ? 0 : LeastWidth);
    m_detail->setMaximumWidth(m_narrow ? QWIDGETSIZE_MAX : MostWidth);
    if (m_narrow) {
        static_cast<QVBoxLayout *>(m_page->layout())->addWidget(m_detail, 1);
        m_detail->show();
        return;
    }
    m_splitter->addWidget(m_detail);
    m_splitter->setStretchFactor(1, 0);
    m_detail->setVisible(m_shown);
    fitPane();
}

void DetailSplitter::fitPane()
{
    if (m_narrow || m_detail == nullptr)
        return;
    const int spare = qMax(LeastWidth, width() - Gap - m_main->sizeHint().width());
    const int chosen = m_state.value(WidthKey, qMin(DefaultWidth, spare)).toInt();
    const int wanted = qBound(LeastWidth, chosen, MostWidth);
    m_splitter->setSizes({qMax(1, width() - Gap - wanted), wanted});
}

bool DetailSplitter::isTooNarrow() const
{
    return window()->width() < NarrowWindow || width() < m_main->minimumSizeHint().width() + Gap + LeastWidth;
}

void DetailSplitter::setDetailShown(bool shown)
{
    if (m_narrow) {
        shown ? openDetail() : leavePage();
        return;
    }
    if (m_shown == shown)
        return;
    m_shown = shown;
    m_state.setValue(ShownKey, shown);
    const QWidget *focused = window()->focusWidget();
    if (!shown && m_detail && focused && m_detail->isAncestorOf(focused))
        Q_EMIT
    backPressed(); // before it is hidden: the focus would go astray
    if (m_detail)
        m_detail->setVisible(shown);
    Q_EMIT
    detailShownChanged(shown);
}

void DetailSplitter::openDetail()
{
    if (!m_narrow || m_detail == nullptr || m_pages->currentWidget() == m_page)
        return;
    m_pages->setCurrentWidget(m_page);
    m_back->setFocus(Qt::OtherFocusReason);
    Q_EMIT
    detailShownChanged(true);
}

void DetailSplitter::leavePage()
{
    if (m_pages->currentWidget() != m_page)
        return;
    m_pages->setCurrentWidget(m_splitter);
    Q_EMIT
    detailShownChanged(false);
    Q_EMIT
    backPressed();
}

bool DetailSplitter::isDetailShown() const
{
    return m_narrow ? m_pages->currentWidget() == m_page : m_shown;
}

QSize DetailSplitter::minimumSizeHint() const
{
    return {m_main->minimumSizeHint().width(), QWidget::minimumSizeHint().height()};
}

void DetailSplitter::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    setNarrow(isTooNarrow());
    fitPane();
}

void DetailSplitter::setNarrow(bool narrow)
{
    if (m_narrow == narrow)
        return;
    m_narrow = narrow;
    m_pages->setCurrentWidget(m_splitter);
    placeDetail();
    Q_EMIT
    detailShownChanged(isDetailShown());
}

void DetailSplitter::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        setNarrow(isTooNarrow());
        fitPane();
    }
    QWidget::changeEvent(event);
}

void DetailSplitter::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && m_pages->currentWidget() == m_page)
        leavePage();
    else
        QWidget::keyPressEvent(event);
}

void DetailSplitter::retranslate()
{
    m_back->setText(tr("Back"));
}

} // namespace anrufwarte
