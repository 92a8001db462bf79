// SPDX-License-Identifier: GPL-3.0-or-later
// What the delegate remembers of its painting: laid-out lines and the segments of "Daten".
#include "ui/calls/partmeter.h"
#include "ui/calls/textcache.h"

#include <QImage>
#include <QPainter>
#include <QTest>

using namespace anrufwarte;

class TestCallsPaint : public QObject
{
    Q_OBJECT

private:
    static constexpr int Plain = 0, Bold = 1;

    static QImage painted(PartMeter &meter, DataState state)
    {
        std::array<DataState, PartCount> states;
        states.fill(state);
        QImage image(PartMeter::Width, 36, QImage::Format_ARGB32_Premultiplied);
        image.fill(Qt::transparent);
        QPainter painter(&image);
        meter.paint(painter, image.rect(), states);
        return image;
    }

    static QImage drawn(TextCache &cache, QPointF at, int ratio, const QString &text,
                        const TextCache::Ink &ink)
    {
        QImage image(QSize(240, 40) * ratio, QImage::Format_RGB32);
        image.setDevicePixelRatio(ratio);
        image.fill(ink.ground);
        QPainter painter(&image);
        cache.draw(painter, at, Plain, QFont(), text, ink);
        return image;
    }

private Q_SLOTS:
    void textFromOutsideIsNeverMarkup()
    {
        TextCache cache;
        const QString name = QStringLiteral("<b>Zentrale</b>");
        const QStaticText line = cache.line(Plain, QFont(), name);
        QCOMPARE(line.textFormat(), Qt::PlainText);
        QCOMPARE(line.text(), name);
        QCOMPARE(qRound(line.size().width()), qRound(QFontMetricsF(QFont()).horizontalAdvance(name)));
    }

    void whatBreaksLinesIsASpace()
    {
        TextCache cache;
        const QStaticText line = cache.line(Plain, QFont(), QStringLiteral("Praxis\r\nDr.\tWeber\u2028Nord"));
        QCOMPARE(line.text(), QStringLiteral("Praxis  Dr. Weber Nord"));
        QVERIFY(line.size().height() < 2 * QFontMetricsF(QFont()).height());
    }

    void theSameLineIsLaidOutOnce()
    {
        TextCache cache;
        QFont bold;
        bold.setBold(true);
        const QStaticText *first = &cache.line(Plain, QFont(), QStringLiteral("Zentrale"));
        const double plainWidth = first->size().width();
        QVERIFY(&cache.line(Bold, bold, QStringLiteral("Zentrale")) != first);
        QVERIFY(&cache.line(Plain, QFont(), QStringLiteral("Empfang")) != first);
        QCOMPARE(&cache.line(Plain, QFont(), QStringLiteral("Zentrale")), first);
        cache.forget();
        QFont large;
        large.setPixelSize(40);
        QVERIFY(cache.line(Plain, large, QStringLiteral("Zentrale")).size().width() > plainWidth);
    }

    void aLineThatIsDrawnAgainLooksTheSame_data()
    {
        QTest::addColumn<QPointF>("at");
        QTest::addColumn<int>("ratio");
        QTest::newRow("at a pixel") << QPointF(8, 10) << 1;
        QTest::newRow("between two, as numbers stand") << QPointF(8.375, 10) << 1;
        QTest::newRow("twice as fine a screen") << QPointF(8.375, 10) << 2;
    }

    void aLineThatIsDrawnAgainLooksTheSame()
    {
        QFETCH(QPointF, at);
        QFETCH(int, ratio);
        TextCache cache;
        const QString text = QStringLiteral("jf 1:11 Überlinger");
        const TextCache::Ink ink{Qt::darkBlue, Qt::yellow};
        const QImage first = drawn(cache, at, ratio, text, ink);
        QVERIFY(first != drawn(cache, at, ratio, QString(), ink));
        for (int time = 0; time < 3; ++time)
            QCOMPARE(drawn(cache, at, ratio, text, ink), first);
        QVERIFY(drawn(cache, at, ratio, text, {Qt::red, Qt::yellow}) != first);
        QVERIFY(drawn(cache, at + QPointF(0.25, 0), ratio, text, ink) != first);
        QCOMPARE(drawn(cache, at, ratio, text, ink), first);
    }

    void onMixedGroundNothingIsCovered()
    {
        TextCache cache;
        const TextCache::Ink ink{Qt::darkBlue, {}};
        for (int time = 0; time < 3; ++time) {
            QImage image(80, 40, QImage::Format_RGB32);
            image.fill(Qt::red);
            QPainter painter(&image);
            cache.draw(painter, {8, 10}, Plain, QFont(), QStringLiteral("l l"), ink);
            painter.end();
            QCOMPARE(
                image.pixelColor(8 + QFontMetrics(QFont()).horizontalAdvance(QStringLiteral("l l")) / 2, 14),
                QColor(Qt::red));
        }
    }

    void eachStateLooksDifferent()
    {
        Look look;
        look.setTheme(ThemeChoice::Light);
        PartMeter meter(look);
        QList<QImage> seen;
        for (const DataState state :
             {DataState::Present, DataState::Pending, DataState::Missing, DataState::Never}) {
            const QImage image = painted(meter, state);
            QVERIFY(!seen.contains(image));
            QCOMPARE(painted(meter, state), image); // the copy is what was drawn
            seen.append(image);
        }
    }

    void anotherThemeIsDrawnAnew()
    {
        Look look;
        look.setTheme(ThemeChoice::Light);
        PartMeter meter(look);
        const QImage light = painted(meter, DataState::Present);
        look.setTheme(ThemeChoice::Dark);
        meter.forget();
        QVERIFY(painted(meter, DataState::Present) != light);
    }
};

QTEST_MAIN(TestCallsPaint)
#include "test_calls_paint.moc"
