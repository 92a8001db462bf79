// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/foreigntext.h"
#include "core/text/formats.h"
#include "core/text/terms.h"

#include <QCoreApplication>
#include <array>

namespace anrufwarte::terms {

namespace {
struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Terms)
};

/// What a product is for, and whose: "post_call_analysis_gpt_4o" = post-call analysis, "GPT-4o".
struct Product
{
    QString category; ///< empty = a product of tomorrow
    QString name;     ///< may be empty
};

bool isModelPrefix(QStringView word)
{
    return word == u"gpt" || word == u"gemini" || word == u"claude" || word == u"llama" || word == u"o1" ||
           word == u"o3" || word == u"o4";
}

QString properName(const QString &word)
{
    struct Name
    {
        QStringView word;
        QStringView text;
    };
    constexpr std::array Names{
        Name{u"elevenlabs", u"ElevenLabs"}, Name{u"openai", u"OpenAI"}, Name{u"playht", u"PlayHT"},
        Name{u"minimax", u"MiniMax"},       Name{u"llm", u"LLM"},       Name{u"sip", u"SIP"}};
    for (const Name &name : Names) {
        if (name.word == word)
            return name.text.toString();
    }
    return word.left(1).toUpper() + word.mid(1);
}

/// "gpt_4_1_mini" -> "GPT-4.1 mini", "gemini_2_0_flash" -> "Gemini 2.0 Flash", "elevenlabs" -> "ElevenLabs".
QString prettified(const QString &identifier)
{
    const QStringList words = identifier.split(u'_', Qt::SkipEmptyParts);
    const bool isGpt = !words.isEmpty() && words.first() == u"gpt";
    QString text;
    bool afterNumber = false;
    for (qsizetype i = 0; i < words.size(); ++i) {
        const QString &word = words[i];
        const bool isNumber = word[0].isDigit();
        if (i == 0)
            text = isGpt ? QStringLiteral("GPT") : properName(word);
        else if (isNumber && afterNumber)
            text += u'.' + word;
        else if (isGpt)
            text += (isNumber && i == 1 ? u'-' : u' ') + word;
        else
            text += u' ' + properName(word);
        afterNumber = isNumber;
    }
    return text;
}

Product productWithSuffix(const QString &id)
{
    const auto before = [&id](QStringView suffix) { return prettified(id.chopped(suffix.size())); };
    if (id.endsWith(u"_tts"))
        return {Words::tr("Speech output"), before(u"_tts")};
    if (id.endsWith(u"_asr") || id.endsWith(u"_stt"))
        return {Words::tr("Speech recognition"), before(u"_asr")};
    if (id.endsWith(u"_telephony"))
        return {Words::tr("Telephony"), before(u"_telephony")};
    if (id.endsWith(u"_realtime") || id.contains(u"_realtime_"))
        return {Words::tr("Speech to speech"), prettified(id)};
    return {};
}

Product productOf(const QString &id)
{
    constexpr QStringView Analysis = u"post_call_analysis";
    if (id == u"llm_token_surcharge")
        return {Words::tr("Token surcharge"), {}};
    if (id == u"background_voice_cancellation")
        return {Words::tr("Background voice filter"), {}};
    if (id == u"knowledge_base")
        return {Words::tr("Knowledge base"), {}};
    if (id == Analysis || id.startsWith(Analysis + QStringLiteral("_")))
        return {Words::tr("Post-call analysis"), prettified(id.mid(Analysis.size()))};
    if (id == u"telephony")
        return {Words::tr("Telephony"), {}};
    // The former system's flat shape.
    if (id == u"retell_cost")
        return {QStringLiteral("Retell"), {}};
    if (id == u"retell_llm_cost")
        return {Words::tr("Language model"), QStringLiteral("Retell")};
    if (id == u"twilio_cost")
        return {Words::tr("Telephony"), QStringLiteral("Twilio")};

    if (Product product = productWithSuffix(id); !product.category.isEmpty())
        return product;
    if (isModelPrefix(QStringView(id).left(id.indexOf(u'_'))))
        return {Words::tr("Language model"), prettified(id)};
    return {};
}
} // namespace

QString costProduct(const QString &product)
{
    if (product.isEmpty())
        return Formats::unknown();
    const Product known = productOf(product);
    if (known.category.isEmpty())
        return isolated(product);
    return known.name.isEmpty() ? known.category
                                : QStringLiteral("%1 (%2)").arg(known.category, isolated(known.name));
}

QString costItem(const CostPart &part)
{
    if (part.isRemainder)
        return Words::tr("Other");
    if (part.isTransferLeg)
        return Words::tr("Transfer");
    if (part.product.isEmpty())
        return Formats::unknown();
    const Product known = productOf(part.product);
    return known.category.isEmpty() ? isolated(part.product) : known.category;
}

} // namespace anrufwarte::terms
