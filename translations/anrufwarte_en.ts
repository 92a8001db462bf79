<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_GB" sourcelanguage="en">
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
