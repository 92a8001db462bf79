// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/look/tokens.h"

#include <QTest>
#include <cmath>

using namespace anrufwarte;

namespace {

double linear(double channel)
{
    return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
}

double luminance(const QColor &c)
{
    return 0.2126 * linear(c.redF()) + 0.7152 * linear(c.greenF()) + 0.0722 * linear(c.blueF());
}

/// WCAG 2.2, 1.4.3.
double contrast(const QColor &a, const QColor &b)
{
    const double x = luminance(a);
    const double y = luminance(b);
    return (std::max(x, y) + 0.05) / (std::min(x, y) + 0.05);
}

} // namespace

Q_DECLARE_METATYPE(Tokens)

class TestTokens : public QObject
{
    Q_OBJECT
private:
    void themes()
    {
        QTest::addColumn<Tokens>("t");
        QTest::newRow("light") << Tokens::light();
        QTest::newRow("dark") << Tokens::darkTheme();
    }

private Q_SLOTS:
    void textIsReadable_data() { themes(); }
    void textIsReadable()
    {
        QFETCH(Tokens, t);
        for (const QColor &ground : {t.surface, t.window, t.raised, t.hover, t.selection}) {
            for (const QColor &ink : {t.text, t.text2, t.text3, t.accentText, t.warn, t.danger})
                QVERIFY2(contrast(ink, ground) >= 4.5, qPrintable(ink.name() + u" on " + ground.name()));
        }
        QVERIFY(contrast(t.text2, t.sidebar) >= 4.5);
        QVERIFY(contrast(t.text3, t.sidebar) >= 4.5);
        QVERIFY(contrast(t.onAccent, t.accent) >= 4.5);
        QVERIFY(contrast(t.ok, t.surface) >= 4.5);
        QVERIFY(contrast(t.ok, t.okBg) >= 4.5);
        QVERIFY(contrast(t.warn, t.warnBg) >= 4.5);
        QVERIFY(contrast(t.danger, t.dangerBg) >= 4.5);
        QVERIFY(contrast(t.accentText, t.accentBg) >= 4.5);
        QVERIFY(contrast(t.text, t.bubbleAgent) >= 4.5);
        QVERIFY(contrast(t.text, t.bubbleCaller) >= 4.5);
        QVERIFY(contrast(t.markText, t.mark) >= 4.5);
    }

    void partsAreVisible_data() { themes(); }
    void partsAreVisible()
    {
        QFETCH(Tokens, t);
        for (const QColor &part : {t.control, t.accentText, t.warnMark, t.threshold})
            QVERIFY2(contrast(part, t.surface) >= 3.0, qPrintable(part.name()));
        for (const QColor &part : t.percentile)
            QVERIFY2(contrast(part, t.surface) >= 3.0, qPrintable(part.name()));
        for (const QColor &part : t.share)
            QVERIFY2(contrast(part, t.surface) >= 3.0, qPrintable(part.name()));
    }

    void ratiosAreThoseOfTheSpecification()
    {
        const Tokens light = Tokens::light();
        const Tokens dark = Tokens::darkTheme();
        QCOMPARE(qRound(contrast(light.text, light.surface) * 100), 1629);
        QCOMPARE(qRound(contrast(light.control, light.surface) * 100), 347);
        QCOMPARE(qRound(contrast(dark.text, dark.surface) * 100), 1381);
        QCOMPARE(qRound(contrast(dark.onAccent, dark.accent) * 100), 494);
    }

    void percentilesAreARamp_data() { themes(); }
    void percentilesAreARamp()
    {
        QFETCH(Tokens, t);
        for (std::size_t i = 1; i < t.percentile.size(); ++i)
            QVERIFY(contrast(t.percentile[i], t.surface) > contrast(t.percentile[i - 1], t.surface));
    }
};

QTEST_APPLESS_MAIN(TestTokens)
#include "test_tokens.moc"
