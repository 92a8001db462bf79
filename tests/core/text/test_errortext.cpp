// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/errortext.h"

#include <QFile>
#include <QRegularExpression>
#include <QTest>

using namespace anrufwarte;
using namespace Qt::StringLiterals;
using namespace Qt::StringLiterals;

class TestErrorText : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyCodeHasItsOwnSentence();
    void argumentsAreNamed();
    void argumentsAreNotFilledIntoOthers();
    void missingArgumentIsADash();
    void detailIsNotShown();
    void portInUseNamesThePort();
    void datesAreWrittenAsPeopleReadThemAndAsTheyCame();
};

/// The header is the list of codes: one that is added there without a sentence is found here.
void TestErrorText::everyCodeHasItsOwnSentence()
{
    QFile header(QStringLiteral(ANRUFWARTE_SOURCE_DIR "/core/base/error.h"));
    QVERIFY(header.open(QIODevice::ReadOnly));
    const QString text = QString::fromUtf8(header.readAll());
    const qsizetype begin = text.indexOf(u"enum class ErrorCode");
    const QString body = text.sliced(begin, text.indexOf(u"};", begin) - begin);
    static const QRegularExpression code(u"^    ([A-Z][A-Za-z]+)(?: = 0)?,"_s,
                                         QRegularExpression::MultilineOption);
    const int count = static_cast<int>(body.count(code));
    QVERIFY(count > 30);

    const QString fallback = sentence({ErrorCode::Internal, {}, {}});
    QStringList seen{fallback};
    for (int i = 1; i < count; ++i) {
        const QString found = sentence({static_cast<ErrorCode>(i), {}, {}});
        QVERIFY2(!seen.contains(found), qPrintable(QStringLiteral("code %1: %2").arg(i).arg(found)));
        seen.append(found);
    }
    QCOMPARE(sentence({static_cast<ErrorCode>(count), {}, {}}), fallback);
}

void TestErrorText::argumentsAreNamed()
{
    const Error error{ErrorCode::SettingInvalid, {}, {u"poll/intervalSeconds"_s, u"often"_s, u"0 to 3600"_s}};
    QCOMPARE(sentence(error), u"Setting poll/intervalSeconds has the value \"often\". Allowed: 0 to 3600."_s);
}

void TestErrorText::argumentsAreNotFilledIntoOthers()
{
    const Error error{ErrorCode::SettingInvalid, {}, {u"webhook/path"_s, u"/%3%1"_s, u"a path"_s}};
    QCOMPARE(sentence(error), u"Setting webhook/path has the value \"/%3%1\". Allowed: a path."_s);
}

void TestErrorText::datesAreWrittenAsPeopleReadThemAndAsTheyCame()
{
    const QString text =
        sentence({ErrorCode::TlsCertificateExpired, {}, {u"cert.pem"_s, u"2025-01-15T12:00:00Z"_s}});
    QVERIFY2(text.contains(u"15"_s) && text.contains(u"2025"_s), qPrintable(text));
    QVERIFY2(text.contains(u"(2025-01-15T12:00:00Z)"_s), qPrintable(text));
    QVERIFY(sentence({ErrorCode::TlsCertificateExpired, {}, {u"cert.pem"_s, u""_s}}).contains(u"–"_s));
}

void TestErrorText::missingArgumentIsADash()
{
    QCOMPARE(sentence({ErrorCode::CallNotFound, {}, {}}), u"There is no call – in the database."_s);
}

void TestErrorText::detailIsNotShown()
{
    const Error error{ErrorCode::StoreIo, u"disk I/O error 10"_s, {u"/p/calls.sqlite"_s}};
    QVERIFY(!sentence(error).contains(u"error 10"));
    QVERIFY(sentence(error).contains(u"/p/calls.sqlite"));
}

void TestErrorText::portInUseNamesThePort()
{
    const auto inUse = [](const QString &address) {
        return sentence({ErrorCode::ListenAddressInUse, {}, {address}});
    };
    QCOMPARE(inUse(u"127.0.0.1:8787"_s),
             u"Port 8787 is in use. Choose another port or close the other program."_s);
    QCOMPARE(inUse(u"[::1]:80"_s), u"Port 80 is in use. Choose another port or close the other program."_s);
}

QTEST_GUILESS_MAIN(TestErrorText)
#include "test_errortext.moc"
