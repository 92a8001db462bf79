// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/look/look.h"
#include "ui/look/textlabel.h"
#include "ui/shell/pageheader.h"

#include <QTest>

using namespace anrufwarte;

/// The context is one line between title and search: whole where there is room, else with an ellipsis.
class TestPageHeader : public QObject
{
    Q_OBJECT
private:
    const QString m_long = QStringLiteral("Stand 17:43:24 – seit 2 min ohne Aktualisierung");
    Look m_look;
    std::unique_ptr<PageHeader> m_header;
    TextLabel *m_title = nullptr;
    TextLabel *m_context = nullptr;

    /// The first thing that is wrong with what stands there.
    [[nodiscard]] QString firstFault(const QString &whole) const
    {
        const QString shown = m_context->text();
        const QString at = QStringLiteral(" at %1 px: “%2”").arg(m_header->width()).arg(shown);
        const bool isWhole = shown == whole;
        if (!isWhole && !(shown.endsWith(u'…') && whole.startsWith(shown.chopped(1))))
            return u"cut without an ellipsis" + at;
        if (m_context->fontMetrics().horizontalAdvance(shown) > m_context->contentsRect().width())
            return u"wider than its place" + at;
        if (m_context->toolTip() != (isWhole ? QString() : whole) || m_context->accessibleName() != whole)
            return u"nowhere to be read whole" + at;
        if (m_context->x() <= m_title->geometry().right())
            return u"over the title" + at;
        for (const QWidget *neighbour : m_header->findChildren<QWidget *>(Qt::FindDirectChildrenOnly)) {
            const bool isRight = neighbour != m_title && neighbour != m_context && neighbour->isVisible();
            if (isRight && neighbour->x() <= m_context->geometry().right())
                return u"over " + QString::fromLatin1(neighbour->metaObject()->className()) + at;
        }
        return {};
    }

private Q_SLOTS:
    void initTestCase() { m_look.install(); }

    void init()
    {
        m_header = std::make_unique<PageHeader>(m_look);
        m_header->setTitle(QStringLiteral("Laufende Anrufe"));
        m_header->setSearch(QStringLiteral("Nummer, Agent oder Anruf-ID"));
        m_header->setAction(QStringLiteral("Nachsynchronisieren …"), QStringLiteral("refresh-cw"));
        const auto labels = m_header->findChildren<TextLabel *>();
        QCOMPARE(labels.size(), 2);
        m_title = labels.at(0);
        m_context = labels.at(1);
        m_header->resize(1204, 56);
        m_header->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_header.get()));
    }

    void aLongContextIsElidedAndNeverCut()
    {
        m_header->setContext(m_long, true);
        int whole = 0, elided = 0;
        for (int width = 760; width <= 1400; width += 7) {
            m_header->resize(width, 56);
            QTRY_COMPARE(m_header->width(), width);
            QTRY_COMPARE(firstFault(m_long), QString());
            (m_context->text() == m_long ? whole : elided) += 1;
        }
        QVERIFY(whole > 0 && elided > 0); // both happen between these widths
    }

    void whatComesBesideItTakesItsRoom()
    {
        m_header->setSearch(QString());
        m_header->setAction(QString(), QString());
        m_header->setContext(m_long, false);
        m_header->resize(760, 56);
        QTRY_COMPARE(m_context->text(), m_long);
        m_header->setSearch(QStringLiteral("Nummer, Agent oder Anruf-ID"));
        QTRY_VERIFY(m_context->text() != m_long);
        QTRY_COMPARE(firstFault(m_long), QString());
        m_header->setTitle(QStringLiteral("Nachsynchronisieren"));
        QTRY_COMPARE(firstFault(m_long), QString());
    }

    void aNewContextIsFittedAtOnce()
    {
        m_header->resize(800, 56);
        const QString brief = QStringLiteral("Stand 17:43");
        m_header->setContext(m_long, true);
        QTRY_COMPARE(firstFault(m_long), QString());
        m_header->setContext(brief, false);
        QCOMPARE(firstFault(brief), QString());
        m_header->setContext(m_long, true);
        QCOMPARE(firstFault(m_long), QString());
    }
};

QTEST_MAIN(TestPageHeader)
#include "test_pageheader.moc"
