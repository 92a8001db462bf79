<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_GB" sourcelanguage="en">
<context>
    <name>AlertWords</name>
    <message numerus="yes">
        <source>None since %1, but the poller found %Ln new call(s). Check the webhook address at Retell, the tunnel or the proxy.</source>
        <translation>
            <numerusform>None since %1, but the poller found %Ln new call. Check the webhook address at Retell, the tunnel or the proxy.</numerusform>
            <numerusform>None since %1, but the poller found %Ln new calls. Check the webhook address at Retell, the tunnel or the proxy.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln call(s) were ended late.</source>
        <translation>
            <numerusform>%Ln call were ended late.</numerusform>
            <numerusform>%Ln calls were ended late.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln call(s) with an unusual amount – check the unit.</source>
        <translation>
            <numerusform>%Ln call with an unusual amount – check the unit.</numerusform>
            <numerusform>%Ln calls with an unusual amount – check the unit.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln webhook(s) rejected.</source>
        <translation>
            <numerusform>%Ln webhook rejected.</numerusform>
            <numerusform>%Ln webhooks rejected.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The cost items of %Ln call(s) do not add up.</source>
        <translation>
            <numerusform>The cost items of %Ln call do not add up.</numerusform>
            <numerusform>The cost items of %Ln calls do not add up.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CallCells</name>
    <message numerus="yes">
        <source>%n missing</source>
        <translation>
            <numerusform>%n missing</numerusform>
            <numerusform>%n missing</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Formats</name>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <comment>spoken duration</comment>
        <translation>
            <numerusform>%n minute</numerusform>
            <numerusform>%n minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s)</source>
        <comment>spoken duration</comment>
        <translation>
            <numerusform>%n hour</numerusform>
            <numerusform>%n hours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n second(s)</source>
        <comment>spoken duration</comment>
        <translation>
            <numerusform>%n second</numerusform>
            <numerusform>%n seconds</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>KpiWords</name>
    <message numerus="yes">
        <source>plus %Ln ringing</source>
        <translation>
            <numerusform>plus %Ln ringing</numerusform>
            <numerusform>plus %Ln ringing</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln ringing</source>
        <translation>
            <numerusform>%Ln ringing</numerusform>
            <numerusform>%Ln ringing</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln call(s) open</source>
        <translation>
            <numerusform>%Ln call open</numerusform>
            <numerusform>%Ln calls open</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln open</source>
        <translation>
            <numerusform>%Ln open</numerusform>
            <numerusform>%Ln open</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ResyncTerms</name>
    <message numerus="yes">
        <source>%n item(s)</source>
        <translation>
            <numerusform>%n item</numerusform>
            <numerusform>%n items</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n character(s)</source>
        <translation>
            <numerusform>%n character</numerusform>
            <numerusform>%n characters</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n measurement(s)</source>
        <translation>
            <numerusform>%n measurement</numerusform>
            <numerusform>%n measurements</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n call(s)</source>
        <translation>
            <numerusform>%n call</numerusform>
            <numerusform>%n calls</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ResyncWords</name>
    <message numerus="yes">
        <source>%n field(s)</source>
        <translation>
            <numerusform>%n field</numerusform>
            <numerusform>%n fields</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n changed</source>
        <translation>
            <numerusform>%n changed</numerusform>
            <numerusform>%n changed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StatusWords</name>
    <message numerus="yes">
        <source>no updates for %n minute(s)</source>
        <translation>
            <numerusform>no updates for %n minute</numerusform>
            <numerusform>no updates for %n minutes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Terms</name>
    <message numerus="yes">
        <source>%n header(s)</source>
        <translation>
            <numerusform>%n header</numerusform>
            <numerusform>%n headers</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>anrufwarte::CallTable</name>
    <message numerus="yes">
        <source>%n ringing</source>
        <translation>
            <numerusform>%n ringing</numerusform>
            <numerusform>%n ringing</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unconfirmed</source>
        <translation>
            <numerusform>%n unconfirmed</numerusform>
            <numerusform>%n unconfirmed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>anrufwarte::ChangesModel</name>
    <message numerus="yes">
        <source>%n field(s)</source>
        <translation>
            <numerusform>%n field</numerusform>
            <numerusform>%n fields</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>anrufwarte::DataChecklist</name>
    <message numerus="yes">
        <source>%n part(s) missing</source>
        <translation>
            <numerusform>%n part missing</numerusform>
            <numerusform>%n parts missing</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n field(s) could not be read</source>
        <translation>
            <numerusform>%n field could not be read</numerusform>
            <numerusform>%n fields could not be read</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>anrufwarte::FigureStrip</name>
    <message numerus="yes">
        <source>of %n call(s)</source>
        <translation>
            <numerusform>of %n call</numerusform>
            <numerusform>of %n calls</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n call(s)</source>
        <translation>
            <numerusform>%n call</numerusform>
            <numerusform>%n calls</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>anrufwarte::LatencyView</name>
    <message numerus="yes">
        <source>Only %n sample(s) – p99 says little</source>
        <translation>
            <numerusform>Only %n sample – p99 says little</numerusform>
            <numerusform>Only %n samples – p99 says little</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>anrufwarte::MainWindow</name>
    <message numerus="yes">
        <source>%n ongoing call(s)</source>
        <translation>
            <numerusform>%n ongoing call</numerusform>
            <numerusform>%n ongoing calls</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>anrufwarte::OpenPane</name>
    <message numerus="yes">
        <source>%n set aside</source>
        <translation>
            <numerusform>%n set aside</numerusform>
            <numerusform>%n set aside</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>anrufwarte::OutcomePane</name>
    <message numerus="yes">
        <source>%n call(s) checked in %1.</source>
        <translation>
            <numerusform>%n call checked in %1.</numerusform>
            <numerusform>%n calls checked in %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Repeat %n failed</source>
        <translation>
            <numerusform>Repeat %n failed</numerusform>
            <numerusform>Repeat %n failed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>anrufwarte::PageHeader</name>
    <message numerus="yes">
        <source>%n message(s)</source>
        <translation>
            <numerusform>%n message</numerusform>
            <numerusform>%n messages</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>anrufwarte::ResyncPage</name>
    <message numerus="yes">
        <source>Ask Retell for %n call(s)?</source>
        <translation>
            <numerusform>Ask Retell for %n call?</numerusform>
            <numerusform>Ask Retell for %n calls?</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>anrufwarte::SaveBar</name>
    <message numerus="yes">
        <source>Nothing saved: %n field(s) to correct</source>
        <translation>
            <numerusform>Nothing saved: %n field to correct</numerusform>
            <numerusform>Nothing saved: %n fields to correct</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) not saved</source>
        <translation>
            <numerusform>%n change not saved</numerusform>
            <numerusform>%n changes not saved</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>anrufwarte::ScopeCard</name>
    <message numerus="yes">
        <source>%n call(s) with missing data</source>
        <translation>
            <numerusform>%n call with missing data</numerusform>
            <numerusform>%n calls with missing data</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>day(s)</source>
        <translation>
            <numerusform>day</numerusform>
            <numerusform>days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n call(s), about %1</source>
        <translation>
            <numerusform>%n call, about %1</numerusform>
            <numerusform>%n calls, about %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>anrufwarte::TranscriptList</name>
    <message numerus="yes">
        <source>%n new turn(s) ↓</source>
        <translation>
            <numerusform>%n new turn ↓</numerusform>
            <numerusform>%n new turns ↓</numerusform>
        </translation>
    </message>
</context>
</TS>
