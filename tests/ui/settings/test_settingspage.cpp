// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/german.h"
#include "tests/support/nameless.h"
#include "ui/look/banner.h"
#include "ui/look/chip.h"
#include "ui/look/look.h"
#include "ui/settings/keystate.h"
#include "ui/settings/settingfield.h"
#include "ui/settings/settingspage.h"

#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace anrufwarte;
using namespace Qt::StringLiterals;

namespace {
/// A page as a window, and the hands of a person on it.
struct Desk
{
    explicit Desk(Look &look) : page(look)
    {
        page.resize(900, 620);
        page.show();
        page.activateWindow();
        if (!QTest::qWaitForWindowActive(&page))
            qFatal("no window");
    }

    FormRow *row(const char *key) { return page.findChild<FormRow *>(QString::fromLatin1(key)); }
    QLineEdit *line(const char *key) { return qobject_cast<QLineEdit *>(row(key)->editor()); }
    QPushButton *button(const QString &text)
    {
        for (QPushButton *button : page.findChildren<QPushButton *>()) {
            if (button->text() == text)
                return button;
        }
        qFatal("no button %s", qPrintable(text));
    }

    void type(const char *key, const QString &text)
    {
        QLineEdit *edit = line(key);
        edit->setFocus();
        edit->selectAll();
        QTest::keyClick(edit, Qt::Key_Delete);
        QTest::keyClicks(edit, text);
    }

    SettingsPage page;
};
} // namespace

class TestSettingsPage : public QObject
{
    Q_OBJECT
private:
    Look m_look;

private Q_SLOTS:
    void initTestCase();
    void saveGivesTheEditedSettings();
    void nothingToSaveAtFirst();
    void discardBringsBackWhatIsInForce();
    void messageAppearsOnLeavingTheField();
    void saveJumpsToTheFirstError();
    void saveOpensAdvancedForAnError();
    void contradictionsAreNotSaved();
    void numbersFollowTheLanguage();
    void keysAreHandedOverAndForgotten();
    void keyStateIsTold();
    void keychainBannerOffersTheFile();
    void languageAndThemeTakeEffectAtOnce();
    void languageChangeKeepsWhatIsTyped();
    void publicAddressIsCopied();
    void categoriesScrollTheForm();
    void everyFieldHasANameForScreenReaders();
};

void TestSettingsPage::initTestCase()
{
    m_look.install();
    m_look.setTheme(ThemeChoice::Light);
    qRegisterMetaType<Settings>();
}

void TestSettingsPage::saveGivesTheEditedSettings()
{
    Desk desk(m_look);
    Settings before;
    before.webhookTrustedProxies = QStringList{u"10.0.0.1"_s};
    desk.page.setSettings(before);
    desk.type("webhook/listen", u"0.0.0.0:8443, [::1]:9000"_s);
    desk.type("webhook/allowlist", u"100.20.5.228"_s);
    desk.type("cost/eurRate", u"0.92"_s);
    qobject_cast<QCheckBox *>(desk.row("privacy/maskNumbers")->editor())->click();

    Settings saved;
    connect(&desk.page, &SettingsPage::edited, this,
            [&saved](const Settings &settings) { saved = settings; });
    desk.button(u"Save"_s)->click();

    Settings expected = before;
    expected.webhookListen = {{u"0.0.0.0"_s, 8443}, {u"::1"_s, 9000}};
    expected.webhookAllowlist = QStringList{u"100.20.5.228"_s};
    expected.costEurRate = 0.92;
    expected.privacyMaskNumbers = true;
    QVERIFY(saved == expected);
    QVERIFY(!desk.page.hasUnsavedChanges());
    QVERIFY(!desk.button(u"Save"_s)->isEnabled());
}

void TestSettingsPage::nothingToSaveAtFirst()
{
    Desk desk(m_look);
    QSignalSpy edited(&desk.page, &SettingsPage::edited);
    QVERIFY(!desk.page.hasUnsavedChanges());
    QVERIFY(!desk.button(u"Discard"_s)->isEnabled());
    desk.page.save();
    QCOMPARE(edited.size(), 0);
}

void TestSettingsPage::discardBringsBackWhatIsInForce()
{
    Desk desk(m_look);
    QSignalSpy edited(&desk.page, &SettingsPage::edited);
    desk.type("webhook/path", u"/other"_s);
    desk.type("retell/apiKey", u"key_secret_7f3a"_s);
    QVERIFY(desk.page.hasUnsavedChanges());
    desk.button(u"Discard"_s)->click();
    QCOMPARE(desk.line("webhook/path")->text(), u"/webhooks/retell"_s);
    QCOMPARE(desk.line("retell/apiKey")->text(), QString());
    QVERIFY(!desk.page.hasUnsavedChanges());
    QCOMPARE(edited.size(), 0);
}

void TestSettingsPage::messageAppearsOnLeavingTheField()
{
    Desk desk(m_look);
    desk.type("webhook/toleranceSeconds", u"0"_s);
    QCOMPARE(desk.row("webhook/toleranceSeconds")->message(), QString());
    QTest::keyClick(desk.line("webhook/toleranceSeconds"), Qt::Key_Tab);
    QCOMPARE(desk.row("webhook/toleranceSeconds")->message(),
             u"A whole number from 1 to 3,600 is expected."_s);
    QCOMPARE(desk.line("webhook/toleranceSeconds")->accessibleDescription(),
             desk.row("webhook/toleranceSeconds")->message());

    desk.type("webhook/toleranceSeconds", u"60"_s);
    QTest::keyClick(desk.line("webhook/toleranceSeconds"), Qt::Key_Tab);
    QCOMPARE(desk.row("webhook/toleranceSeconds")->message(), QString());
}

void TestSettingsPage::saveJumpsToTheFirstError()
{
    Desk desk(m_look);
    QSignalSpy edited(&desk.page, &SettingsPage::edited);
    desk.type("alerts/latencyP95Ms", u"many"_s);
    desk.type("webhook/allowlist", u"not an address"_s);
    desk.button(u"Save"_s)->setFocus();
    desk.button(u"Save"_s)->click();
    QCOMPARE(edited.size(), 0);
    QVERIFY(desk.line("webhook/allowlist")->hasFocus());
    QVERIFY(!desk.row("webhook/allowlist")->message().isEmpty());
    QVERIFY(!desk.row("alerts/latencyP95Ms")->message().isEmpty());
    QVERIFY(!desk.line("webhook/allowlist")->visibleRegion().isEmpty());
    QVERIFY(desk.page.hasUnsavedChanges());
}

void TestSettingsPage::saveOpensAdvancedForAnError()
{
    Desk desk(m_look);
    QVERIFY(!desk.line("webhook/maxBodyBytes")->isVisible());
    desk.line("webhook/maxBodyBytes")->setText(u"1"_s);
    desk.page.save();
    QVERIFY(desk.line("webhook/maxBodyBytes")->isVisible());
    QVERIFY(desk.line("webhook/maxBodyBytes")->hasFocus());
}

void TestSettingsPage::contradictionsAreNotSaved()
{
    Desk desk(m_look);
    QSignalSpy edited(&desk.page, &SettingsPage::edited);
    desk.type("webhook/tlsCertificate", u"tls/anrufwarte.pem"_s);
    desk.page.save();
    QVERIFY(!desk.row("webhook/tlsKey")->message().isEmpty());
    QVERIFY(desk.line("webhook/tlsKey")->hasFocus());
    desk.type("webhook/tlsKey", u"tls/anrufwarte.key"_s);
    desk.type("alerts/callMinutesDanger", u"3"_s);
    desk.page.save();
    QVERIFY(!desk.row("alerts/callMinutesDanger")->message().isEmpty());
    QCOMPARE(edited.size(), 0);
    desk.type("alerts/callMinutesDanger", u"6"_s);
    desk.page.save();
    QCOMPARE(edited.size(), 1);
}

void TestSettingsPage::numbersFollowTheLanguage()
{
    const test::German language;
    Desk desk(m_look);
    Settings settings;
    settings.costEurRate = 0.92;
    desk.page.setSettings(settings);
    QCOMPARE(desk.line("cost/eurRate")->text(), u"0,92"_s);
    QCOMPARE(desk.line("webhook/maxBodyBytes")->text(), u"8.388.608"_s);

    Settings saved;
    connect(&desk.page, &SettingsPage::edited, this, [&saved](const Settings &edited) { saved = edited; });
    desk.type("cost/eurRate", u"0,875"_s);
    desk.page.save();
    QCOMPARE(saved.costEurRate, std::optional(0.875));

    // A point groups thousands here: never read as another number than the one meant.
    desk.type("webhook/toleranceSeconds", u"1.5"_s);
    desk.page.save();
    QCOMPARE(desk.row("webhook/toleranceSeconds")->message(),
             u"Erwartet wird eine ganze Zahl von 1 bis 3.600."_s);
}

void TestSettingsPage::keysAreHandedOverAndForgotten()
{
    Desk desk(m_look);
    QList<Secret> keys;
    QByteArray webhookKeys;
    connect(&desk.page, &SettingsPage::apiKeyEntered, this, [&keys](const Secret &key) { keys += key; });
    connect(&desk.page, &SettingsPage::webhookKeysEntered, this,
            [&webhookKeys](const QByteArray &entered) { webhookKeys = entered; });
    QSignalSpy edited(&desk.page, &SettingsPage::edited);

    desk.type("retell/apiKey", u" key_secret_7f3a "_s);
    QCOMPARE(desk.line("retell/apiKey")->echoMode(), QLineEdit::Password);
    QVERIFY(!desk.line("retell/apiKey")->displayText().contains(u"secret"));
    QTest::keyClick(desk.line("retell/apiKey"), Qt::Key_Return);
    QCOMPARE(keys, QList<Secret>{Secret::fromConfigured("key_secret_7f3a")});
    QCOMPARE(desk.line("retell/apiKey")->text(), QString());

    desk.type("retell/webhookKey", u"key_a,key_b"_s);
    desk.page.save();
    QCOMPARE(webhookKeys, QByteArray("key_a,key_b"));
    QCOMPARE(desk.line("retell/webhookKey")->text(), QString());
    QCOMPARE(edited.size(), 0);
}

void TestSettingsPage::keyStateIsTold()
{
    Desk desk(m_look);
    auto *chip = desk.row("retell/apiKey")->findChild<Chip *>();
    QCOMPARE(chip->text(), u"Missing"_s);
    desk.page.setKeyState({.hasKey = true, .lastFour = u"7f3a"_s});
    QCOMPARE(chip->text(), u"Stored · ends in 7f3a"_s);
    QVERIFY(!desk.button(u"Check signatures with the API key"_s)->isVisible());

    desk.page.setKeyState({.hasKey = true, .ownWebhookKeys = true});
    QSignalSpy webhookKeys(&desk.page, &SettingsPage::webhookKeysEntered);
    desk.button(u"Check signatures with the API key"_s)->click();
    QCOMPARE(webhookKeys.size(), 1);
    QCOMPARE(webhookKeys.first().first().toByteArray(), QByteArray());
}

void TestSettingsPage::keychainBannerOffersTheFile()
{
    Desk desk(m_look);
    auto *banner = desk.page.findChild<Banner *>();
    QVERIFY(!banner->isVisible());
    desk.page.setKeyState({.hasKey = true, .keychainAvailable = false, .sessionOnly = true});
    QVERIFY(banner->isVisible());
    QSignalSpy asked(&desk.page, &SettingsPage::saveKeyToFileRequested);
    desk.button(u"Save to a file (readable by this account only)"_s)->click();
    QCOMPARE(asked.size(), 1);
    desk.page.setKeyState({.hasKey = true, .keychainAvailable = false, .origin = SecretOrigin::File});
    QVERIFY(!banner->isVisible());
}

void TestSettingsPage::languageAndThemeTakeEffectAtOnce()
{
    Desk desk(m_look);
    QSignalSpy language(&desk.page, &SettingsPage::languageChosen);
    QSignalSpy theme(&desk.page, &SettingsPage::themeChosen);
    const auto choose = [&desk](const char *key, int index) {
        auto *box = qobject_cast<QComboBox *>(desk.row(key)->editor());
        box->setFocus();
        while (box->currentIndex() != index)
            QTest::keyClick(box, Qt::Key_Down);
    };
    choose("ui/language", 1);
    choose("ui/theme", 1);
    QCOMPARE(language.last().first().toString(), u"de"_s);
    QCOMPARE(theme.last().first().toString(), u"light"_s);
    QVERIFY(!desk.page.hasUnsavedChanges());

    // A save for another reason keeps the choice.
    Settings saved;
    connect(&desk.page, &SettingsPage::edited, this, [&saved](const Settings &edited) { saved = edited; });
    desk.type("webhook/path", u"/hooks"_s);
    desk.page.save();
    QCOMPARE(saved.uiLanguage, u"de"_s);
    QCOMPARE(saved.uiTheme, u"light"_s);
}

void TestSettingsPage::languageChangeKeepsWhatIsTyped()
{
    Desk desk(m_look);
    desk.type("cost/eurRate", u"0.5"_s);
    desk.type("webhook/path", u"no path"_s);
    desk.page.setFocus();
    const QString english = desk.row("webhook/path")->message();
    const test::German language;
    QTRY_COMPARE(desk.line("cost/eurRate")->text(), u"0,5"_s);
    QCOMPARE(desk.line("webhook/path")->text(), u"no path"_s);
    QVERIFY(!desk.row("webhook/path")->message().isEmpty());
    QVERIFY(desk.row("webhook/path")->message() != english);
    QVERIFY(desk.page.hasUnsavedChanges());
    desk.button(u"Speichern"_s);
}

void TestSettingsPage::publicAddressIsCopied()
{
    Desk desk(m_look);
    auto *copy = desk.row("webhook/publicUrl")->findChild<QToolButton *>();
    QVERIFY(!copy->isEnabled());
    desk.type("webhook/publicUrl", u"https://anrufwarte.example.de/webhooks/retell"_s);
    copy->click();
    QCOMPARE(QApplication::clipboard()->text(), u"https://anrufwarte.example.de/webhooks/retell"_s);
}

void TestSettingsPage::categoriesScrollTheForm()
{
    Desk desk(m_look);
    auto *categories = desk.page.findChild<QListWidget *>();
    auto *bar = desk.page.findChild<QScrollArea *>()->verticalScrollBar();
    QCOMPARE(categories->count(), 6);
    categories->setCurrentRow(2);
    QVERIFY(bar->value() > 0);
    QVERIFY(!desk.row("webhook/allowlist")->visibleRegion().isEmpty());
    categories->setCurrentRow(5);
    QVERIFY(!desk.row("ui/language")->visibleRegion().isEmpty());
    QCOMPARE(categories->currentRow(), 5);
    bar->setValue(0);
    QCOMPARE(categories->currentRow(), 0);
}

void TestSettingsPage::everyFieldHasANameForScreenReaders()
{
    Desk desk(m_look);
    for (FormRow *row : desk.page.findChildren<FormRow *>()) {
        QVERIFY(row->editor());
        QVERIFY2(!row->editor()->accessibleName().isEmpty(), qPrintable(row->objectName()));
        QVERIFY2(row->editor()->focusPolicy() & Qt::TabFocus, qPrintable(row->objectName()));
    }
    for (auto *more : desk.page.findChildren<QToolButton *>()) {
        if (more->isCheckable())
            more->setChecked(true);
    }
    desk.page.setKeyState(KeyState());
    QCOMPARE(test::namelessIn(desk.page), QString());
}

QTEST_MAIN(TestSettingsPage)
#include "test_settingspage.moc"
