<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_GB" sourcelanguage="en">
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
        <source>plus %n ringing</source>
        <translation>
            <numerusform>plus %n ringing</numerusform>
            <numerusform>plus %n ringing</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n ringing</source>
        <translation>
            <numerusform>%n ringing</numerusform>
            <numerusform>%n ringing</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n call(s) open</source>
        <translation>
            <numerusform>%n call open</numerusform>
            <numerusform>%n calls open</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n open</source>
        <translation>
            <numerusform>%n open</numerusform>
            <numerusform>%n open</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NoticeWords</name>
    <message numerus="yes">
        <source>%n webhook(s) rejected.</source>
        <translation>
            <numerusform>%n webhook rejected.</numerusform>
            <numerusform>%n webhooks rejected.</numerusform>
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
