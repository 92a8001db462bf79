// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/settingspage.h"

#include "ui/look/look.h"
#include "ui/settings/accesssection.h"
#include "ui/settings/categorydelegate.h"
#include "ui/settings/displaysection.h"
#include "ui/settings/languagesection.h"
#include "ui/settings/receiversection.h"
#include "ui/settings/savebar.h"
#include "ui/settings/senderssection.h"
#include "ui/settings/settingfield.h"
#include "ui/settings/storesection.h"

#include <QEvent>
#include <QGridLayout>
#include <QListWidget>
#include <QScrollArea>
#include <QScrollBar>
#include <QSignalBlocker>

namespace anrufwarte {

namespace {
constexpr int CategoryWidth = 224;
constexpr int SectionSpacing = 12;

/// Told at once when chosen, hence no change that waits for Save.
bool takesEffectAtOnce(const SettingField *field)
{
    return field->setting().key == QLatin1String("ui/language") ||
           field->setting().key == QLatin1String("ui/theme");
}

bool isListenerSetting(const SettingField *field)
{
    return QString(field->setting().key).startsWith(u"webhook/") &&
           field->setting().key != QLatin1String("webhook/publicUrl");
}
} // namespace

SettingsPage::SettingsPage(Look &look, QWidget *parent)
    : QWidget(parent),
      m_look(look),
      m_categories(new QListWidget(this)),
      m_scroll(new QScrollArea(this)),
      m_bar(new SaveBar(look, this))
{
    auto *card = new Card(look, this);
    auto *cardColumn = new QVBoxLayout(card);
    cardColumn->setContentsMargins(8, 8, 8, 8);
    cardColumn->addWidget(m_categories);
    card->setFixedWidth(CategoryWidth);
    m_categories->setFrameShape(QFrame::NoFrame);
    m_categories->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_categories->setItemDelegate(new CategoryDelegate(look, m_categories));

    addSections(look);

    auto *grid = new QGridLayout(this);
    grid->setContentsMargins({});
    grid->setSpacing(12);
    grid->addWidget(card, 0, 0);
    grid->addWidget(m_scroll, 0, 1);
    grid->addWidget(m_bar, 1, 1);
    grid->setColumnStretch(1, 1);

    connectSections();
    connect(&look, &Look::changed, this, &SettingsPage::showIcons);
    retranslate();
    setSettings({});
    m_categories->setCurrentRow(0);
    setFocusProxy(m_categories);
}

void SettingsPage::addSections(Look &look)
{
    auto *form = new QWidget;
    m_access = new AccessSection(look, form); // made in the order in which Tab walks through them
    m_sections = {m_access, new ReceiverSection(look, form), new SendersSection(look, form),
                  new StoreSection(look, form)};
    auto *display = new DisplaySection(look, form);
    auto *language = new LanguageSection(look, form);
    m_sections += {display, language};
    connect(display, &DisplaySection::themeChosen, this, [this](const QString &theme) {
        m_settings.uiTheme = theme;
        Q_EMIT
        themeChosen(theme);
    });
    connect(language, &LanguageSection::languageChosen, this, [this](const QString &code) {
        m_settings.uiLanguage = code;
        Q_EMIT
        languageChosen(code);
    });

    auto *column = new QVBoxLayout(form);
    column->setContentsMargins(0, 0, 4, 0);
    column->setSpacing(SectionSpacing);
    for (SettingsSection *section : m_sections) {
        column->addWidget(section);
        m_categories->addItem(QString());
    }
    column->addStretch();

    m_scroll->setWidget(form);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setFocusPolicy(Qt::NoFocus); // its fields take the focus and come into view with it
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->viewport()->setAutoFillBackground(false);
    form->setAutoFillBackground(false);
}

void SettingsPage::connectSections()
{
    connect(m_access, &AccessSection::apiKeyEntered, this, &SettingsPage::apiKeyEntered);
    connect(m_access, &AccessSection::webhookKeysEntered, this, &SettingsPage::webhookKeysEntered);
    connect(m_access, &AccessSection::saveKeyToFileRequested, this, &SettingsPage::saveKeyToFileRequested);
    for (SettingsSection *section : m_sections)
        connect(section, &SettingsSection::edited, this, &SettingsPage::updateBar);
    connect(m_bar, &SaveBar::saveRequested, this, &SettingsPage::save);
    connect(m_bar, &SaveBar::discardRequested, this, &SettingsPage::discard);
    connect(m_categories, &QListWidget::currentRowChanged, this, &SettingsPage::showSection);
    connect(m_scroll->verticalScrollBar(), &QScrollBar::valueChanged, this,
            &SettingsPage::markVisibleSection);
}

bool SettingsPage::hasUnsavedChanges() const
{
    return changedFields() > 0;
}

void SettingsPage::setSettings(const Settings &settings)
{
    m_settings = settings;
    for (SettingsSection *section : m_sections)
        section->load(settings);
    updateBar();
}

void SettingsPage::setKeyState(const KeyState &state)
{
    m_access->setKeyState(state);
}

void SettingsPage::focusApiKey()
{
    goTo(m_access, m_access->apiKey());
}

void SettingsPage::save()
{
    Settings wanted = m_settings;
    SettingsSection *firstSection = nullptr;
    FormRow *firstRow = nullptr;
    int problems = 0;
    const auto note = [&](SettingsSection *section, FormRow *row) {
        if (problems++ == 0) {
            firstSection = section;
            firstRow = row;
        }
    };
    for (SettingsSection *section : m_sections) {
        const int before = problems;
        for (SettingField *field : section->fields()) {
            if (!field->store(wanted))
                note(section, field);
        }
        if (problems == before) {
            if (FormRow *row = section->contradiction(wanted))
                note(section, row);
        }
    }
    if (firstRow) {
        m_bar->setProblems(problems);
        goTo(firstSection, firstRow);
        return;
    }
    const bool changed = wanted != m_settings;
    m_access->submitKeys();
    setSettings(wanted);
    if (changed)
        Q_EMIT
    edited(wanted);
}

void SettingsPage::discard()
{
    m_access->forgetKeys();
    setSettings(m_settings);
}

void SettingsPage::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void SettingsPage::retranslate()
{
    m_categories->setAccessibleName(tr("Categories"));
    for (SettingsSection *section : m_sections)
        section->retranslate();
    for (int i = 0; i < m_categories->count(); ++i)
        m_categories->item(i)->setText(m_sections[i]->title());
    showIcons();
}

void SettingsPage::showIcons()
{
    for (int i = 0; i < m_categories->count(); ++i)
        m_categories->item(i)->setIcon(m_look.icon(m_sections[i]->iconName(), m_look.tokens().text2));
}

void SettingsPage::updateBar()
{
    bool restarts = false;
    for (const SettingsSection *section : std::as_const(m_sections)) {
        for (const SettingField *field : section->fields())
            restarts = restarts || (isListenerSetting(field) && field->isChanged());
    }
    m_bar->setChanges(changedFields(), restarts);
}

int SettingsPage::changedFields() const
{
    int count = m_access->pendingKeys();
    for (const SettingsSection *section : m_sections) {
        for (const SettingField *field : section->fields())
            count += field->isChanged() && !takesEffectAtOnce(field) ? 1 : 0;
    }
    return count;
}

void SettingsPage::showSection(int index)
{
    if (index < 0)
        return;
    m_jumping = true; // the choice stands, even where the form ends before its section reaches the top
    m_scroll->verticalScrollBar()->setValue(m_sections[index]->y());
    m_jumping = false;
}

void SettingsPage::markVisibleSection()
{
    if (m_jumping)
        return;
    const int top = m_scroll->verticalScrollBar()->value() + SectionSpacing;
    int index = 0;
    while (index + 1 < m_sections.size() && m_sections[index + 1]->y() <= top)
        ++index;
    const QSignalBlocker quiet(m_categories);
    m_categories->setCurrentRow(index);
}

void SettingsPage::goTo(SettingsSection *section, FormRow *row)
{
    section->reveal(row);
    m_scroll->widget()->layout()->activate();
    m_scroll->ensureWidgetVisible(row, 0, 2 * SectionSpacing);
    row->setFocus(Qt::OtherFocusReason);
}

} // namespace anrufwarte
