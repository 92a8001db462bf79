// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/german.h"
#include "ui/look/look.h"
#include "ui/settings/keystate.h"
#include "ui/settings/settingspage.h"

#include <QAbstractButton>
#include <QDir>
#include <QLabel>
#include <QListWidget>
#include <QScrollArea>
#include <QScrollBar>
#include <QTest>
#include <QToolButton>

using namespace anrufwarte;
using namespace Qt::StringLiterals;

namespace {
bool isCut(const QLabel *label)
{
    const int needed = label->wordWrap() ? label->heightForWidth(label->width()) : label->sizeHint().height();
    return label->height() < needed || (!label->wordWrap() && label->width() < label->sizeHint().width());
}

/// Empty when every label and button has the room it needs.
QString firstCutText(const QWidget &page)
{
    for (const QLabel *label : page.findChildren<QLabel *>()) {
        if (label->isVisible() && !label->text().isEmpty() && isCut(label))
            return label->text();
    }
    for (const QAbstractButton *button : page.findChildren<QAbstractButton *>()) {
        if (button->isVisible() && button->width() < button->sizeHint().width())
            return button->text();
    }
    return {};
}
} // namespace

/// The page in the smallest window (1024×680, less sidebar, header and status bar), both languages, both
/// themes. With ANRUFWARTE_SHOTS=folder pictures of it are kept there.
class TestSettingsPageLayout : public QObject
{
    Q_OBJECT
private:
    Look m_look;

private Q_SLOTS:
    void initTestCase() { m_look.install(); }
    void textsFit_data();
    void textsFit();

private:
    void keepPictures(SettingsPage &page, const QString &name);
};

void TestSettingsPageLayout::textsFit_data()
{
    QTest::addColumn<bool>("german");
    QTest::addColumn<bool>("dark");
    QTest::newRow("de-light") << true << false;
    QTest::newRow("de-dark") << true << true;
    QTest::newRow("en-light") << false << false;
    QTest::newRow("en-dark") << false << true;
}

void TestSettingsPageLayout::textsFit()
{
    QFETCH(bool, german);
    QFETCH(bool, dark);
    const test::Language language(german ? QLocale(QLocale::German) : QLocale(QLocale::English));
    m_look.setTheme(dark ? ThemeChoice::Dark : ThemeChoice::Light);

    SettingsPage page(m_look);
    page.setKeyState({.hasKey = true,
                      .lastFour = u"7f3a"_s,
                      .keychainAvailable = false,
                      .sessionOnly = true,
                      .ownWebhookKeys = true});
    page.resize(1024 - 56 - 2 * 16, 680 - 32 - 56 - 12);
    page.show();
    QVERIFY(QTest::qWaitForWindowExposed(&page));
    for (QToolButton *more : page.findChildren<QToolButton *>()) {
        if (more->isCheckable())
            more->click();
    }
    auto *scroll = page.findChild<QScrollArea *>();
    QTRY_COMPARE(firstCutText(page), QString());
    QVERIFY(scroll->widget()->minimumSizeHint().width() <= scroll->viewport()->width());
    keepPictures(page, QString::fromLatin1(QTest::currentDataTag()));
    auto *categories = page.findChild<QListWidget *>();
    for (int i = 0; i < categories->count(); ++i)
        QVERIFY2(categories->sizeHintForIndex(categories->model()->index(i, 0)).width() <=
                     categories->viewport()->width(),
                 qPrintable(categories->item(i)->text()));
}

void TestSettingsPageLayout::keepPictures(SettingsPage &page, const QString &name)
{
    const QString folder = qEnvironmentVariable("ANRUFWARTE_SHOTS");
    if (folder.isEmpty())
        return;
    QScrollBar *bar = page.findChild<QScrollArea *>()->verticalScrollBar();
    for (int part = 0; part == 0 || bar->value() < bar->maximum(); ++part) {
        bar->setValue(part * bar->pageStep());
        page.grab().save(QDir(folder).filePath(u"settings-%1-%2.png"_s.arg(name).arg(part)));
    }
    bar->setValue(0);
}

QTEST_MAIN(TestSettingsPageLayout)
#include "test_settingspage_layout.moc"
