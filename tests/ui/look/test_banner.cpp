// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/look/banner.h"
#include "ui/look/look.h"
#include "ui/look/textlabel.h"

#include <QTest>
#include <QVBoxLayout>

using namespace anrufwarte;

/// A banner is as high as a control and its edge, with or without a button, and keeps its text off its edges.
class TestBanner : public QObject
{
    Q_OBJECT
private:
    const QString m_title = QStringLiteral("Es kann nichts gespeichert werden.");
    const QString m_brief = QStringLiteral("Die Datenbank ist beschädigt.");
    const QString m_long =
        m_brief + QStringLiteral(" Beim nächsten Start wird sie beiseitegelegt und eine neue "
                                 "begonnen; was lesbar ist, bleibt in der alten Datei.");
    Look m_look;
    std::unique_ptr<QWidget> m_page;
    Banner *m_banner = nullptr;

    [[nodiscard]] QRect placeOf(const QString &text) const
    {
        for (const TextLabel *label : m_banner->findChildren<TextLabel *>()) {
            if (label->text() == text)
                return label->geometry();
        }
        return {};
    }

    void show(const QString &text, const QString &action, bool dismissible)
    {
        m_banner->setContent(Tone::Danger, m_title, text, action, dismissible);
        m_page->resize(900, 400);
        m_page->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_page.get()));
    }

private Q_SLOTS:
    void initTestCase() { m_look.install(); }

    void init()
    {
        m_page = std::make_unique<QWidget>();
        m_banner = new Banner(m_look);
        auto *column = new QVBoxLayout(m_page.get());
        column->addWidget(m_banner);
        column->addStretch(1);
    }

    void oneLineIsAsHighWithAndWithoutAButton_data()
    {
        QTest::addColumn<QString>("action");
        QTest::addColumn<bool>("dismissible");
        QTest::newRow("only text") << QString() << false;
        QTest::newRow("an action") << QStringLiteral("Einstellungen öffnen") << false;
        QTest::newRow("a cross") << QString() << true;
    }
    void oneLineIsAsHighWithAndWithoutAButton()
    {
        QFETCH(QString, action);
        QFETCH(bool, dismissible);
        show(m_brief, action, dismissible);
        QTRY_COMPARE(m_banner->height(), 40);
    }

    void severalLinesBeginBesideTheTitleAndKeepOffTheEdges()
    {
        show(m_long, QString(), false);
        const int line = m_banner->findChild<TextLabel *>()->fontMetrics().height();
        QTRY_VERIFY(placeOf(m_long).height() > 2 * line - 1);
        const QRect text = placeOf(m_long);
        QCOMPARE(placeOf(m_title).top(), text.top());
        QVERIFY(text.top() >= 8);
        QVERIFY(m_banner->height() - 1 - text.bottom() >= 8);
        QVERIFY(m_banner->width() - 1 - text.right() >= 12);
    }
};

QTEST_MAIN(TestBanner)
#include "test_banner.moc"
