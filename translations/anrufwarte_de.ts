<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE" sourcelanguage="en">
<context>
    <name>ErrorText</name>
    <message>
        <source>Anrufwarte met a fault of its own. The log holds the details; report them.</source>
        <translation>In der Anrufwarte selbst ist etwas fehlgeschlagen. Einzelheiten stehen im Protokoll; melden Sie sie.</translation>
    </message>
    <message>
        <source>The text received is not valid JSON. Nothing was taken from it.</source>
        <translation>Der empfangene Text ist kein gültiges JSON. Nichts daraus wurde übernommen.</translation>
    </message>
    <message>
        <source>The webhook names no event. Nothing was taken from it.</source>
        <translation>Der Webhook nennt kein Ereignis. Nichts daraus wurde übernommen.</translation>
    </message>
    <message>
        <source>The webhook names no call. Nothing was taken from it.</source>
        <translation>Der Webhook nennt keinen Anruf. Nichts daraus wurde übernommen.</translation>
    </message>
    <message>
        <source>Setting %1 has the value &quot;%2&quot;. Allowed: %3.</source>
        <translation>Die Einstellung %1 hat den Wert „%2“. Erlaubt: %3.</translation>
    </message>
    <message>
        <source>There is no setting %1. anrufwarte-cli config list shows all of them.</source>
        <translation>Die Einstellung %1 gibt es nicht. anrufwarte-cli config list zeigt alle.</translation>
    </message>
    <message>
        <source>The settings file %1 cannot be read. Check its rights and its content.</source>
        <translation>Die Einstellungsdatei %1 ist nicht lesbar. Rechte und Inhalt prüfen.</translation>
    </message>
    <message>
        <source>The settings file %1 cannot be written. Check the rights of the folder and the free space.</source>
        <translation>Die Einstellungsdatei %1 lässt sich nicht schreiben. Rechte des Ordners und freien Platz prüfen.</translation>
    </message>
    <message>
        <source>No Retell API key is stored. Without it no webhook can be verified, so none is accepted. Enter the key in the settings or with anrufwarte-cli config set-secret retell/apiKey.</source>
        <translation>Kein Retell-API-Schlüssel ist hinterlegt. Ohne ihn lässt sich kein Webhook prüfen, deshalb wird keiner angenommen. Schlüssel in den Einstellungen eintragen oder mit anrufwarte-cli config set-secret retell/apiKey.</translation>
    </message>
    <message>
        <source>No keychain found. The key is kept until you quit only.</source>
        <translation>Kein Schlüsselbund gefunden. Der Schlüssel gilt nur bis zum Beenden.</translation>
    </message>
    <message>
        <source>Others can read the key file %1, so it is not used. Set its mode to 0600 and replace the key.</source>
        <translation>Die Schlüsseldatei %1 ist für andere lesbar und wird deshalb nicht verwendet. Rechte auf 0600 setzen und den Schlüssel ersetzen.</translation>
    </message>
    <message>
        <source>The key cannot be stored in %1. Check the rights of the folder and the free space.</source>
        <translation>Der Schlüssel lässt sich nicht in %1 speichern. Rechte des Ordners und freien Platz prüfen.</translation>
    </message>
    <message>
        <source>Port %1 is in use. Choose another port or close the other program.</source>
        <translation>Port %1 ist belegt. Anderen Port wählen oder das andere Programm beenden.</translation>
    </message>
    <message>
        <source>This computer does not have the address %1. Change webhook/listen or set up the network.</source>
        <translation>Dieser Rechner hat die Adresse %1 nicht. webhook/listen ändern oder das Netzwerk einrichten.</translation>
    </message>
    <message>
        <source>Listening on %1 is not permitted. Choose a port from 1024 upwards.</source>
        <translation>Der Empfang auf %1 ist nicht erlaubt. Einen Port ab 1024 wählen.</translation>
    </message>
    <message>
        <source>Listening on %1 failed. No webhook arrives there; choose another address.</source>
        <translation>Der Empfang auf %1 ist nicht möglich. Dort kommt kein Webhook an; eine andere Adresse wählen.</translation>
    </message>
    <message>
        <source>The certificate %1 cannot be read. A PEM file is expected.</source>
        <translation>Das Zertifikat %1 ist nicht lesbar. Erwartet wird eine PEM-Datei.</translation>
    </message>
    <message>
        <source>The certificate %1 expired on %2. Retell refuses to connect; replace it.</source>
        <translation>Das Zertifikat %1 ist am %2 abgelaufen. Retell verbindet sich damit nicht; Zertifikat ersetzen.</translation>
    </message>
    <message>
        <source>The private key %1 cannot be read. A PEM file without a passphrase is expected.</source>
        <translation>Der private Schlüssel %1 ist nicht lesbar. Erwartet wird eine PEM-Datei ohne Passwort.</translation>
    </message>
    <message>
        <source>Others can read the private key %1, so it is not used. Set its mode to 0600.</source>
        <translation>Der private Schlüssel %1 ist für andere lesbar und wird deshalb nicht verwendet. Rechte auf 0600 setzen.</translation>
    </message>
    <message>
        <source>The private key %1 does not belong to the certificate.</source>
        <translation>Der private Schlüssel %1 gehört nicht zum Zertifikat.</translation>
    </message>
    <message>
        <source>Anrufwarte is already receiving with the profile %1. Close the other program or choose another profile.</source>
        <translation>Die Anrufwarte empfängt bereits mit dem Profil %1. Das andere Programm beenden oder ein anderes Profil wählen.</translation>
    </message>
    <message>
        <source>The profile folder %1 cannot be used. Check that it is a folder and can be written.</source>
        <translation>Der Profilordner %1 ist nicht verwendbar. Prüfen, ob es ein Ordner ist und er sich beschreiben lässt.</translation>
    </message>
    <message>
        <source>The folder of the database %1 does not exist. Create it or change store/url.</source>
        <translation>Den Ordner der Datenbank %1 gibt es nicht. Ordner anlegen oder store/url ändern.</translation>
    </message>
    <message>
        <source>The database %1 cannot be written. Check the rights of the file and its folder.</source>
        <translation>Die Datenbank %1 lässt sich nicht schreiben. Rechte der Datei und ihres Ordners prüfen.</translation>
    </message>
    <message>
        <source>Database locked. Is Anrufwarte running twice?</source>
        <translation>Datenbank gesperrt. Ist die Anrufwarte doppelt gestartet?</translation>
    </message>
    <message>
        <source>No space is left for the database %1. Webhooks are refused until there is; Retell repeats them only three times.</source>
        <translation>Für die Datenbank %1 ist kein Platz mehr frei. Bis dahin werden Webhooks zurückgewiesen; Retell wiederholt sie nur dreimal.</translation>
    </message>
    <message>
        <source>The database %1 is damaged. It is set aside and a new one begun at the next start.</source>
        <translation>Die Datenbank %1 ist beschädigt. Beim nächsten Start wird sie beiseitegelegt und eine neue begonnen.</translation>
    </message>
    <message>
        <source>The database %1 was written by a newer Anrufwarte (version %2, known is %3). Update the program.</source>
        <translation>Die Datenbank %1 stammt von einer neueren Anrufwarte (Version %2, bekannt ist %3). Programm aktualisieren.</translation>
    </message>
    <message>
        <source>This Anrufwarte cannot use the database %1. Set store/url to sqlite:FILE.</source>
        <translation>Diese Anrufwarte kann die Datenbank %1 nicht verwenden. store/url auf sqlite:DATEI setzen.</translation>
    </message>
    <message>
        <source>Reading or writing the database %1 failed. Check the disk; webhooks are refused until it works again.</source>
        <translation>Die Datenbank %1 ließ sich nicht lesen oder schreiben. Datenträger prüfen; bis dahin werden Webhooks zurückgewiesen.</translation>
    </message>
    <message>
        <source>The database %1 did not do what was asked. The log holds the details.</source>
        <translation>Die Datenbank %1 hat einen Auftrag nicht ausgeführt. Einzelheiten stehen im Protokoll.</translation>
    </message>
    <message>
        <source>More arrives than can be written. Retell is told to repeat it.</source>
        <translation>Es kommt mehr an, als geschrieben werden kann. Retell soll es wiederholen.</translation>
    </message>
    <message>
        <source>There is no call %1 in the database.</source>
        <translation>Den Anruf %1 gibt es in der Datenbank nicht.</translation>
    </message>
    <message>
        <source>There is no stored webhook %1.</source>
        <translation>Einen gespeicherten Webhook %1 gibt es nicht.</translation>
    </message>
    <message>
        <source>The file %1 cannot be written. Check the rights of the folder and the free space.</source>
        <translation>Die Datei %1 lässt sich nicht schreiben. Rechte des Ordners und freien Platz prüfen.</translation>
    </message>
</context>
<context>
    <name>Formats</name>
    <message>
        <source>Withheld</source>
        <translation>Unterdrückt</translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <comment>spoken duration</comment>
        <translation>
            <numerusform>%n Minute</numerusform>
            <numerusform>%n Minuten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s)</source>
        <comment>spoken duration</comment>
        <translation>
            <numerusform>%n Stunde</numerusform>
            <numerusform>%n Stunden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n second(s)</source>
        <comment>spoken duration</comment>
        <translation>
            <numerusform>%n Sekunde</numerusform>
            <numerusform>%n Sekunden</numerusform>
        </translation>
    </message>
    <message>
        <source>about %1 min left</source>
        <translation>noch etwa %1 min</translation>
    </message>
    <message>
        <source>%1 s ago</source>
        <translation>vor %1 s</translation>
    </message>
    <message>
        <source>%1 min ago</source>
        <translation>vor %1 min</translation>
    </message>
</context>
<context>
    <name>Simulator</name>
    <message>
        <source>Share of webhooks that are never sent (0 to 1).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of webhooks that are sent twice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of webhooks that are sent after the next one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of webhooks that are sent 1 to 20 s late.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of webhooks that are signed with another key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of API answers that are 429 with Retry-After.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of API answers that are server errors.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of API requests that are never answered.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of API answers that break off in the middle.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of API answers that are a web page.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Address of the REST API.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where the webhooks go.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Calls kept running.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Additional new calls per minute.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Calls last this many times shorter.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Same number, same calls.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finished calls of the last day in the API.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many of them are sent as webhooks at the start.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What get-concurrency gives as limit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send no transcript_updated.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Terms</name>
    <message>
        <source>Speech output</source>
        <translation>Sprachausgabe</translation>
    </message>
    <message>
        <source>Speech recognition</source>
        <translation>Spracherkennung</translation>
    </message>
    <message>
        <source>Telephony</source>
        <translation>Telefonie</translation>
    </message>
    <message>
        <source>Speech to speech</source>
        <translation>Sprache zu Sprache</translation>
    </message>
    <message>
        <source>Token surcharge</source>
        <translation>Token-Zuschlag</translation>
    </message>
    <message>
        <source>Background voice filter</source>
        <translation>Hintergrundstimmen-Filter</translation>
    </message>
    <message>
        <source>Knowledge base</source>
        <translation>Wissensdatenbank</translation>
    </message>
    <message>
        <source>Post-call analysis</source>
        <translation>Nachanalyse</translation>
    </message>
    <message>
        <source>Language model</source>
        <translation>Sprachmodell</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>Sonstiges</translation>
    </message>
    <message>
        <source>Transfer</source>
        <translation>Weiterleitung</translation>
    </message>
    <message>
        <source>The request carries no signature (header X-Retell-Signature). Did it really come from Retell?</source>
        <translation>Die Anfrage trägt keine Signatur (Kopfzeile X-Retell-Signature). Kam sie wirklich von Retell?</translation>
    </message>
    <message>
        <source>Unknown signature format: expected &quot;v=…,d=…&quot; or &quot;v=…,signature=…&quot;.</source>
        <translation>Signaturformat unbekannt: „v=…,d=…“ oder „v=…,signature=…“ erwartet.</translation>
    </message>
    <message>
        <source>The request is not valid HTTP.</source>
        <translation>Die Anfrage ist kein gültiges HTTP.</translation>
    </message>
    <message>
        <source>The body is not valid JSON.</source>
        <translation>Der Inhalt ist kein gültiges JSON.</translation>
    </message>
    <message>
        <source>The body names no event.</source>
        <translation>Der Inhalt nennt kein Ereignis.</translation>
    </message>
    <message>
        <source>The body names no call (call.call_id).</source>
        <translation>Der Inhalt nennt keinen Anruf (call.call_id).</translation>
    </message>
    <message>
        <source>The request did not arrive completely in time.</source>
        <translation>Die Anfrage kam nicht rechtzeitig vollständig an.</translation>
    </message>
    <message>
        <source>The body is larger than the settings allow.</source>
        <translation>Der Inhalt ist größer, als die Einstellungen erlauben.</translation>
    </message>
    <message>
        <source>The headers are larger than allowed.</source>
        <translation>Die Kopfzeilen sind größer als erlaubt.</translation>
    </message>
    <message>
        <source>The address asked for is longer than allowed.</source>
        <translation>Die angefragte Adresse ist länger als erlaubt.</translation>
    </message>
    <message>
        <source>The body is compressed; Retell sends it as it is.</source>
        <translation>Der Inhalt ist komprimiert; Retell sendet ihn unkomprimiert.</translation>
    </message>
    <message>
        <source>No key is stored, so no signature can be checked. Enter the key in the settings.</source>
        <translation>Kein Schlüssel hinterlegt, daher lässt sich keine Signatur prüfen. Schlüssel in den Einstellungen eintragen.</translation>
    </message>
    <message>
        <source>The database could not take the request. Retell sends it again.</source>
        <translation>Die Datenbank konnte die Anfrage nicht aufnehmen. Retell sendet sie erneut.</translation>
    </message>
    <message>
        <source>Too many requests were waiting for the database. Retell sends this one again.</source>
        <translation>Zu viele Anfragen warteten auf die Datenbank. Retell sendet diese erneut.</translation>
    </message>
    <message>
        <source>The signature is from the future. Compare this computer&apos;s clock.</source>
        <translation>Die Signatur stammt aus der Zukunft. Uhr dieses Rechners vergleichen.</translation>
    </message>
    <message>
        <source>The signature has expired. Compare this computer&apos;s clock.</source>
        <translation>Die Signatur ist abgelaufen. Uhr dieses Rechners vergleichen.</translation>
    </message>
    <message>
        <source>This computer&apos;s clock is %1 s slow. Retell signatures are valid for %2 s.</source>
        <translation>Die Uhr dieses Rechners geht %1 s nach. Retell-Signaturen gelten %2 s.</translation>
    </message>
    <message>
        <source>This computer&apos;s clock is %1 s fast. Retell signatures are valid for %2 s.</source>
        <translation>Die Uhr dieses Rechners geht %1 s vor. Retell-Signaturen gelten %2 s.</translation>
    </message>
    <message>
        <source>The signature does not match the stored key. Does another key carry the webhook badge in Retell?</source>
        <translation>Signatur passt nicht zum hinterlegten Schlüssel. Trägt in Retell ein anderer Schlüssel das Webhook-Kennzeichen?</translation>
    </message>
    <message>
        <source>The signature does not match the stored key (%1). Does another key carry the webhook badge in Retell?</source>
        <translation>Signatur passt nicht zum hinterlegten Schlüssel (%1). Trägt in Retell ein anderer Schlüssel das Webhook-Kennzeichen?</translation>
    </message>
    <message>
        <source>Sender</source>
        <translation>Absender</translation>
    </message>
    <message>
        <source>Header</source>
        <translation>Kopfzeile</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>Time window</source>
        <translation>Zeitfenster</translation>
    </message>
    <message>
        <source>Signature</source>
        <translation>Signatur</translation>
    </message>
    <message>
        <source>Body</source>
        <translation>Inhalt</translation>
    </message>
    <message>
        <source>Accepted.</source>
        <translation>Angenommen.</translation>
    </message>
    <message>
        <source>Rejected.</source>
        <translation>Abgewiesen.</translation>
    </message>
    <message>
        <source>Sender %1 is not allowed.</source>
        <translation>Absender %1 ist nicht erlaubt.</translation>
    </message>
    <message>
        <source>Nothing is received at %1. Correct the webhook address at Retell.</source>
        <translation>Unter %1 wird nichts empfangen. Webhook-Adresse bei Retell berichtigen.</translation>
    </message>
    <message>
        <source>The method %1 is not taken; Retell sends POST.</source>
        <translation>Die Methode %1 wird nicht angenommen; Retell sendet POST.</translation>
    </message>
    <message>
        <source>The key …%1 would have matched. Store it as the webhook key.</source>
        <translation>Der Schlüssel …%1 hätte gepasst. Als Webhook-Schlüssel hinterlegen.</translation>
    </message>
    <message>
        <source>The signature was calculated for the other header form. The sender has to name it as it calculates it.</source>
        <translation>Die Signatur wurde für die andere Form der Kopfzeile berechnet. Der Absender muss die Form nennen, nach der er rechnet.</translation>
    </message>
    <message>
        <source>The signature fits the body before it was rewritten. A proxy in between changes it and has to pass it on unchanged.</source>
        <translation>Die Signatur passt zum Inhalt vor seiner Umschreibung. Ein Proxy dazwischen verändert ihn und muss ihn unverändert durchreichen.</translation>
    </message>
    <message>
        <source>The signature covers the body alone, without the time. The sender uses an outdated method and has to be updated.</source>
        <translation>Die Signatur deckt nur den Inhalt ab, ohne die Zeit. Der Absender nutzt ein veraltetes Verfahren und muss erneuert werden.</translation>
    </message>
    <message>
        <source>The clocks differ by %1 s. Set this computer&apos;s clock by a time server.</source>
        <translation>Die Uhren weichen um %1 s voneinander ab. Uhr dieses Rechners mit einem Zeitserver abgleichen.</translation>
    </message>
    <message>
        <source>Caller hung up</source>
        <translation>Anrufer hat aufgelegt</translation>
    </message>
    <message>
        <source>Agent hung up</source>
        <translation>Agent hat aufgelegt</translation>
    </message>
    <message>
        <source>Transferred</source>
        <translation>Weitergeleitet</translation>
    </message>
    <message>
        <source>Voicemail reached</source>
        <translation>Mailbox erreicht</translation>
    </message>
    <message>
        <source>Phone menu reached</source>
        <translation>Sprachmenü erreicht</translation>
    </message>
    <message>
        <source>Ended after silence</source>
        <translation>Nach Stille beendet</translation>
    </message>
    <message>
        <source>Maximum duration reached</source>
        <translation>Höchstdauer erreicht</translation>
    </message>
    <message>
        <source>Limit of simultaneous calls reached</source>
        <translation>Grenze gleichzeitiger Anrufe erreicht</translation>
    </message>
    <message>
        <source>Limit of simultaneous calls reached, no fallback set up</source>
        <translation>Grenze gleichzeitiger Anrufe erreicht, kein Ausweichziel eingerichtet</translation>
    </message>
    <message>
        <source>No valid means of payment at Retell</source>
        <translation>Kein gültiges Zahlungsmittel bei Retell</translation>
    </message>
    <message>
        <source>Attempted fraud detected</source>
        <translation>Betrugsversuch erkannt</translation>
    </message>
    <message>
        <source>Busy</source>
        <translation>Besetzt</translation>
    </message>
    <message>
        <source>Dialling failed</source>
        <translation>Wählen fehlgeschlagen</translation>
    </message>
    <message>
        <source>Not answered</source>
        <translation>Nicht angenommen</translation>
    </message>
    <message>
        <source>Invalid number dialled</source>
        <translation>Ungültige Nummer gewählt</translation>
    </message>
    <message>
        <source>Telephony provider does not permit the call</source>
        <translation>Telefonieanbieter lässt den Anruf nicht zu</translation>
    </message>
    <message>
        <source>Telephony provider unavailable</source>
        <translation>Telefonieanbieter nicht verfügbar</translation>
    </message>
    <message>
        <source>SIP routing failed</source>
        <translation>SIP-Vermittlung fehlgeschlagen</translation>
    </message>
    <message>
        <source>Marked as spam</source>
        <translation>Als Spam markiert</translation>
    </message>
    <message>
        <source>Call declined</source>
        <translation>Anruf abgelehnt</translation>
    </message>
    <message>
        <source>Custom language model: connection could not be opened</source>
        <translation>Eigenes Sprachmodell: Verbindung nicht zustande gekommen</translation>
    </message>
    <message>
        <source>Custom language model: connection lost</source>
        <translation>Eigenes Sprachmodell: Verbindung abgebrochen</translation>
    </message>
    <message>
        <source>Custom language model: failed while running</source>
        <translation>Eigenes Sprachmodell: im Betrieb ausgefallen</translation>
    </message>
    <message>
        <source>Custom language model: unreadable answer</source>
        <translation>Eigenes Sprachmodell: unlesbare Antwort</translation>
    </message>
    <message>
        <source>No sound received</source>
        <translation>Kein Ton empfangen</translation>
    </message>
    <message>
        <source>Speech recognition failed</source>
        <translation>Spracherkennung ausgefallen</translation>
    </message>
    <message>
        <source>Fault at Retell</source>
        <translation>Störung bei Retell</translation>
    </message>
    <message>
        <source>Unknown fault</source>
        <translation>Unbekannte Störung</translation>
    </message>
    <message>
        <source>Caller did not join</source>
        <translation>Anrufer ist nicht beigetreten</translation>
    </message>
    <message>
        <source>Call was not started in time</source>
        <translation>Anruf nicht rechtzeitig begonnen</translation>
    </message>
    <message>
        <source>Transfer connected</source>
        <translation>Weiterleitung verbunden</translation>
    </message>
    <message>
        <source>Transfer cancelled</source>
        <translation>Weiterleitung abgebrochen</translation>
    </message>
    <message>
        <source>Ended by hand</source>
        <translation>Von Hand beendet</translation>
    </message>
    <message>
        <source>Taken over by a person</source>
        <translation>Von einem Menschen übernommen</translation>
    </message>
    <message>
        <source>Answering machine detected</source>
        <translation>Anrufbeantworter erkannt</translation>
    </message>
    <message>
        <source>Webhook for inbound calls failed</source>
        <translation>Webhook für eingehende Anrufe fehlgeschlagen</translation>
    </message>
    <message>
        <source>Fault at Twilio</source>
        <translation>Störung bei Twilio</translation>
    </message>
    <message>
        <source>Unreadable data from the web client</source>
        <translation>Unlesbare Daten vom Web-Client</translation>
    </message>
    <message>
        <source>Ringing</source>
        <translation>Klingelt</translation>
    </message>
    <message>
        <source>Ongoing</source>
        <translation>Läuft</translation>
    </message>
    <message>
        <source>Corrected</source>
        <translation>Korrigiert</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>Beendet</translation>
    </message>
    <message>
        <source>Not connected</source>
        <translation>Nicht verbunden</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Unconfirmed</source>
        <translation>Unbestätigt</translation>
    </message>
    <message>
        <source>Web call</source>
        <translation>Web-Anruf</translation>
    </message>
    <message>
        <source>Webhook</source>
        <translation>Webhook</translation>
    </message>
    <message>
        <source>Poller</source>
        <translation>Abruf</translation>
    </message>
    <message>
        <source>Resync</source>
        <translation>Nachsync</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Import</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>Inbound</source>
        <translation>Eingehend</translation>
    </message>
    <message>
        <source>Outbound</source>
        <translation>Ausgehend</translation>
    </message>
    <message>
        <source>positive</source>
        <translation>positiv</translation>
    </message>
    <message>
        <source>neutral</source>
        <translation>neutral</translation>
    </message>
    <message>
        <source>negative</source>
        <translation>negativ</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>Kosten</translation>
    </message>
    <message>
        <source>Transcript</source>
        <translation>Transkript</translation>
    </message>
    <message>
        <source>Latency</source>
        <translation>Latenz</translation>
    </message>
    <message>
        <source>Recording</source>
        <translation>Aufnahme</translation>
    </message>
    <message>
        <source>Analysis</source>
        <translation>Auswertung</translation>
    </message>
    <message>
        <source>present</source>
        <translation>vorhanden</translation>
    </message>
    <message>
        <source>pending</source>
        <translation>ausstehend</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>fehlt</translation>
    </message>
    <message>
        <source>not applicable</source>
        <translation>entfällt</translation>
    </message>
    <message>
        <source>Agent</source>
        <translation>Agent</translation>
    </message>
    <message>
        <source>Caller</source>
        <translation>Anrufer</translation>
    </message>
    <message>
        <source>Transfer target</source>
        <translation>Weiterleitungsziel</translation>
    </message>
    <message>
        <source>Tool call</source>
        <translation>Werkzeugaufruf</translation>
    </message>
    <message>
        <source>Tool result</source>
        <translation>Werkzeugergebnis</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Schritt</translation>
    </message>
    <message>
        <source>Key pressed</source>
        <translation>Tastendruck</translation>
    </message>
    <message>
        <source>Text message</source>
        <translation>Kurznachricht</translation>
    </message>
    <message>
        <source>Inserted</source>
        <translation>Eingefügt</translation>
    </message>
    <message>
        <source>E2E</source>
        <translation>E2E</translation>
    </message>
    <message>
        <source>Language model network</source>
        <translation>Sprachmodell-Netz</translation>
    </message>
</context>
<context>
    <name>anrufwarte::Banner</name>
    <message>
        <source>Dismiss this message</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>anrufwarte::LatencyChart</name>
    <message>
        <source>Knowledge</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>LLM network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Latency per component</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: p50 %2, p90 %3, p95 %4, p99 %5</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Limit %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>anrufwarte::PartNote</name>
    <message>
        <source>The call was not connected.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Retell does not store this: the agent keeps basic attributes only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody spoke during this call.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It can never come for this call.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Retell has not sent this. Resync fetches it if Retell has it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Retell is still working on this call.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It follows after the end of the call.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>anrufwarte::TranscriptBar</name>
    <message>
        <source>Search in transcript</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous hit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next hit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tool calls</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Follow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scroll to new turns when the end is in view</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No hits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>anrufwarte::TranscriptList</name>
    <message numerus="yes">
        <source>%n new turn(s) ↓</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Transcript</source>
        <translation>Transkript</translation>
    </message>
</context>
<context>
    <name>anrufwarte::TranscriptView</name>
    <message>
        <source>Arguments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Result</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Live transcript: only after the call, or with the event transcript_updated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Live – new turns appear below</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No transcript yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The transcript is empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Retell sent no text.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
