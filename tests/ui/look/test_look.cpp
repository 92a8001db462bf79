// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/look/banner.h"
#include "ui/look/look.h"
#include "ui/look/style.h"
#include "ui/look/systemtheme.h"

#include <QAccessible>
#include <QApplication>
#include <QDBusVariant>
#include <QDirIterator>
#include <QFontDatabase>
#include <QLineEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

using namespace anrufwarte;

class TestLook : public QObject
{
    Q_OBJECT
private:
    Look m_look;

private Q_SLOTS:
    void initTestCase() { m_look.install(); }

    void fontsAreOursInAllWeights()
    {
        const QStringList families = QFontDatabase::families();
        QVERIFY(families.contains(QStringLiteral("Anrufwarte Sans")));
        QVERIFY(families.contains(QStringLiteral("Anrufwarte Mono")));
        for (const char *style : {"Regular", "Medium", "SemiBold", "Bold"}) {
            const QFont font =
                QFontDatabase::font(QStringLiteral("Anrufwarte Sans"), QLatin1String(style), 10);
            QVERIFY2(QFontInfo(font).family() == QLatin1String("Anrufwarte Sans"), style);
        }
    }

    void digitsAreTabular_data()
    {
        QTest::addColumn<int>("style");
        for (int style = 0; style <= int(TextStyle::Mono); ++style)
            QTest::addRow("%d", style) << style;
    }
    void digitsAreTabular()
    {
        QFETCH(int, style);
        const QFontMetricsF metrics(Look::font(TextStyle(style)));
        const qreal width = metrics.horizontalAdvance(QStringLiteral("0000000000"));
        for (char digit = '1'; digit <= '9'; ++digit)
            QCOMPARE(metrics.horizontalAdvance(QString(10, QLatin1Char(digit))), width);
    }

    void everyIconNamedInTheSourcesIsThere()
    {
        // Any literal that follows one of the words icon/pixmap/Icon on its line and looks like a Lucide
        // name.
        static const QRegularExpression named(QStringLiteral(
            "(?i:icon)[^\\n]{0,60}?(?:QStringLiteral|QLatin1String)\\(\"([a-z0-9]+(?:-[a-z0-9]+)*)\"\\)"));
        QDirIterator files(QStringLiteral(ANRUFWARTE_SOURCE_DIR "/ui"),
                           {QStringLiteral("*.cpp"), QStringLiteral("*.h")}, QDir::Files,
                           QDirIterator::Subdirectories);
        int found = 0;
        while (files.hasNext()) {
            QFile file(files.next());
            QVERIFY(file.open(QIODevice::ReadOnly));
            auto matches = named.globalMatch(QString::fromUtf8(file.readAll()));
            while (matches.hasNext()) {
                const QString name = matches.next().captured(1);
                QVERIFY2(QFile::exists(QStringLiteral(":/icons/lucide/%1.svg").arg(name)),
                         qPrintable(file.fileName() + u": " + name));
                ++found;
            }
        }
        QVERIFY(found > 5);
    }

    void iconsTakeTheirColour()
    {
        const QImage image = m_look.pixmap(QStringLiteral("phone"), Qt::red, 32, 2.0).toImage();
        QCOMPARE(image.size(), QSize(64, 64));
        bool red = false;
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < image.width(); ++x)
                red = red || (image.pixelColor(x, y).alpha() == 255 && image.pixelColor(x, y).red() == 255 &&
                              image.pixelColor(x, y).green() == 0);
        }
        QVERIFY(red);
        QCOMPARE(m_look.icon(QStringLiteral("phone"), Qt::red).pixmap(QSize(16, 16), 2.0).size(),
                 QSize(32, 32));
    }

    void themesChangePaletteAndTell()
    {
        QSignalSpy changed(&m_look, &Look::changed);
        m_look.setTheme(ThemeChoice::Dark);
        QCOMPARE(QApplication::palette().color(QPalette::Base), Tokens::darkTheme().surface);
        m_look.setTheme(ThemeChoice::Light);
        QCOMPARE(QApplication::palette().color(QPalette::Base), Tokens::light().surface);
        QCOMPARE(changed.count(), 2);
    }

    void autoFollowsTheDesktopWhileRunning()
    {
        m_look.setTheme(ThemeChoice::Auto);
        auto *system = m_look.findChild<SystemTheme *>();
        QVERIFY(system);
        const auto say = [system](const char *key, uint value) {
            system->take(QStringLiteral("org.freedesktop.appearance"), QLatin1String(key),
                         QDBusVariant(value));
        };
        say("color-scheme", 1);
        QVERIFY(m_look.tokens().dark);
        say("color-scheme", 2);
        QVERIFY(!m_look.tokens().dark);
        say("contrast", 1);
        QCOMPARE(m_look.tokens().text3, m_look.tokens().text); // no fine shades of ours any more
        QVERIFY(QApplication::palette().color(QPalette::Window) != Tokens::light().window);
        say("contrast", 0);
        QCOMPARE(m_look.tokens().text3, Tokens::light().text3);
    }

    void controlsHaveTheirHeight()
    {
        QPushButton button(QStringLiteral("Speichern"));
        QLineEdit input;
        QCOMPARE(button.sizeHint().height(), metric::ControlHeight);
        QCOMPARE(input.sizeHint().height(), metric::ControlHeight);
        setCompact(&button);
        QCOMPARE(button.sizeHint().height(), metric::CompactControlHeight);
    }

    void licencesAreOnBoard()
    {
        for (const char *name : {"Inter-OFL", "JetBrainsMono-OFL", "lucide-LICENSE"})
            QVERIFY2(QFile::exists(QStringLiteral(":/third-party/%1.txt").arg(QLatin1String(name))), name);
        QVERIFY(QFile::exists(QStringLiteral(":/icons/app/anrufwarte.svg")));
    }
};

QTEST_MAIN(TestLook)
#include "test_look.moc"
