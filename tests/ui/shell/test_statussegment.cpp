// SPDX-License-Identifier: GPL-3.0-or-later
// What a narrow window leaves of a source in the status bar.
#include "ui/look/look.h"
#include "ui/shell/statussegment.h"

#include <QImage>
#include <QTest>

using namespace anrufwarte;

class TestStatusSegment : public QObject
{
    Q_OBJECT

private:
    Look m_look;

    [[nodiscard]] QImage shown(const QString &value, int width) const
    {
        StatusSegment segment(m_look);
        segment.setContent({StatusState::Ok, QStringLiteral("Retell-API"), value, {}, {}});
        segment.resize(width, segment.sizeHint().height());
        return segment.grab().toImage();
    }
    [[nodiscard]] QSize least(const QString &value) const
    {
        StatusSegment segment(m_look);
        segment.setContent({StatusState::Ok, QStringLiteral("Retell-API"), value, {}, {}});
        return segment.minimumSizeHint();
    }

private Q_SLOTS:
    void initTestCase() { m_look.install(); }

    void aPartThatDoesNotFitIsLeftOutWhole()
    {
        const QString first = QStringLiteral("1 ms");
        const QString value = first + QStringLiteral(" · 3 of 20");
        const int enough = least(first).width();
        QCOMPARE(least(value).width(), enough); // the first part always shows
        QCOMPARE(shown(value, enough + 20), shown(first, enough + 20));
        QVERIFY(shown(value, enough + 120) != shown(first, enough + 120));
    }

    void aLongSentenceMayBeCut()
    {
        const QString sentence =
            QStringLiteral("The private key can be read by others and is therefore not used.");
        const int narrow = least(sentence).width();
        QVERIFY(narrow < 300);
        QVERIFY(shown(sentence, narrow) != shown(QStringLiteral("-"), narrow));
    }
};

QTEST_MAIN(TestStatusSegment)
#include "test_statussegment.moc"
