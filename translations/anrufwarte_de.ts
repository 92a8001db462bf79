<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE" sourcelanguage="en">
<context>
    <name>AlertWords</name>
    <message>
        <source>Nothing can be saved.</source>
        <translation>Es kann nichts gespeichert werden.</translation>
    </message>
    <message>
        <source>The database has a problem.</source>
        <translation>Die Datenbank ist gestört.</translation>
    </message>
    <message>
        <source>No webhooks are being received.</source>
        <translation>Es werden keine Webhooks empfangen.</translation>
    </message>
    <message>
        <source>Not all addresses are listening.</source>
        <translation>Nicht alle Adressen lauschen.</translation>
    </message>
    <message>
        <source>Open settings</source>
        <translation>Einstellungen öffnen</translation>
    </message>
    <message>
        <source>Webhooks do not arrive.</source>
        <translation>Webhooks kommen nicht an.</translation>
    </message>
    <message numerus="yes">
        <source>None since %1, but the poller found %Ln new call(s). Check the webhook address at Retell, the tunnel or the proxy.</source>
        <translation>
            <numerusform>Seit %1 kam keiner, der Abruf fand aber %Ln neuen Anruf. Webhook-Adresse bei Retell, Tunnel oder Proxy prüfen.</numerusform>
            <numerusform>Seit %1 kam keiner, der Abruf fand aber %Ln neue Anrufe. Webhook-Adresse bei Retell, Tunnel oder Proxy prüfen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Running calls are not checked since %1.</source>
        <translation>Laufende Anrufe werden seit %1 nicht abgeglichen.</translation>
    </message>
    <message>
        <source>Running calls have not been checked yet.</source>
        <translation>Laufende Anrufe wurden noch nicht abgeglichen.</translation>
    </message>
    <message>
        <source>Retell does not answer the poller.</source>
        <translation>Retell antwortet dem Abruf nicht.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln call(s) were ended late.</source>
        <translation>
            <numerusform>%Ln Anruf nachträglich beendet.</numerusform>
            <numerusform>%Ln Anrufe nachträglich beendet.</numerusform>
        </translation>
    </message>
    <message>
        <source>Call %1 was ended late.</source>
        <translation>Anruf %1 nachträglich beendet.</translation>
    </message>
    <message>
        <source>The call_ended webhook was rejected; the poller corrected the status at %1.</source>
        <translation>Der call_ended-Webhook wurde abgewiesen; der Abruf hat den Status um %1 korrigiert.</translation>
    </message>
    <message>
        <source>No call_ended webhook came; the poller corrected the status at %1.</source>
        <translation>Es kam kein call_ended-Webhook; der Abruf hat den Status um %1 korrigiert.</translation>
    </message>
    <message>
        <source>Last call %1: %2</source>
        <translation>Zuletzt Anruf %1: %2</translation>
    </message>
    <message>
        <source>Show call</source>
        <translation>Anruf zeigen</translation>
    </message>
    <message numerus="yes">
        <source>%Ln call(s) with an unusual amount – check the unit.</source>
        <translation>
            <numerusform>%Ln Anruf mit ungewöhnlichem Betrag – Einheit prüfen.</numerusform>
            <numerusform>%Ln Anrufe mit ungewöhnlichem Betrag – Einheit prüfen.</numerusform>
        </translation>
    </message>
    <message>
        <source>A minute costs less than %1 or more than %2.</source>
        <translation>Eine Minute kostet weniger als %1 oder mehr als %2.</translation>
    </message>
    <message>
        <source>No Retell key is stored.</source>
        <translation>Kein Retell-Schlüssel hinterlegt.</translation>
    </message>
    <message>
        <source>Without a key no webhook is accepted.</source>
        <translation>Ohne Schlüssel wird kein Webhook angenommen.</translation>
    </message>
    <message>
        <source>Enter key</source>
        <translation>Schlüssel eingeben</translation>
    </message>
    <message>
        <source>Running calls are not checked with Retell.</source>
        <translation>Laufende Anrufe werden nicht mit Retell abgeglichen.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln webhook(s) rejected.</source>
        <translation>
            <numerusform>%Ln Webhook abgewiesen.</numerusform>
            <numerusform>%Ln Webhooks abgewiesen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Show cause</source>
        <translation>Ursache ansehen</translation>
    </message>
    <message>
        <source>The database was damaged and has been started anew.</source>
        <translation>Die Datenbank war beschädigt und wurde neu angelegt.</translation>
    </message>
    <message>
        <source>The old file was kept: %1</source>
        <translation>Die alte Datei wurde aufbewahrt: %1</translation>
    </message>
    <message>
        <source>Agents answer slowly.</source>
        <translation>Die Agenten antworten langsam.</translation>
    </message>
    <message>
        <source>Response time p95 of the last hour: %1, limit %2.</source>
        <translation>Antwortzeit p95 der letzten Stunde: %1, Grenzwert %2.</translation>
    </message>
    <message numerus="yes">
        <source>The cost items of %Ln call(s) do not add up.</source>
        <translation>
            <numerusform>Bei %Ln Anruf stimmt die Summe der Kosten nicht.</numerusform>
            <numerusform>Bei %Ln Anrufen stimmt die Summe der Kosten nicht.</numerusform>
        </translation>
    </message>
    <message>
        <source>Sum and total differ by more than the limit. Resync may correct it.</source>
        <translation>Summe und Gesamtbetrag weichen um mehr als die Grenze ab. Nachsynchronisieren kann das berichtigen.</translation>
    </message>
    <message>
        <source>Resync</source>
        <translation>Nachsynchronisieren</translation>
    </message>
    <message>
        <source>Webhooks are being received again.</source>
        <translation>Webhooks werden wieder empfangen.</translation>
    </message>
    <message>
        <source>Interrupted from %1 to %2.</source>
        <translation>Unterbrochen von %1 bis %2.</translation>
    </message>
    <message>
        <source>From %1 to %2.</source>
        <translation>Von %1 bis %2.</translation>
    </message>
    <message>
        <source>The call_ended webhook was rejected; a resync corrected the status at %1.</source>
        <translation>Der call_ended-Webhook wurde abgewiesen; ein Nachsync hat den Status um %1 korrigiert.</translation>
    </message>
    <message>
        <source>No call_ended webhook came; a resync corrected the status at %1.</source>
        <translation>Es kam kein call_ended-Webhook; ein Nachsync hat den Status um %1 korrigiert.</translation>
    </message>
    <message>
        <source>The calls cannot be read.</source>
        <translation>Die Anrufe können nicht gelesen werden.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
</context>
<context>
    <name>ApiCheckText</name>
    <message>
        <source>API</source>
        <translation>API</translation>
    </message>
    <message>
        <source>Retell accepts the key</source>
        <translation>Retell nimmt den Schlüssel an</translation>
    </message>
    <message>
        <source>Retell accepts the key &quot;%1&quot; of %2</source>
        <translation>Retell nimmt den Schlüssel „%1“ von %2 an</translation>
    </message>
    <message>
        <source>Clock</source>
        <translation>Uhr</translation>
    </message>
    <message>
        <source>%1 s away from Retell&apos;s; webhooks are valid for %2 s</source>
        <translation>%1 s Abstand zur Uhr von Retell; Webhooks gelten %2 s</translation>
    </message>
    <message>
        <source>This computer&apos;s clock is %1 s fast. Retell signatures are valid for %2 s. Set the clock.</source>
        <translation>Die Uhr dieses Rechners geht %1 s vor. Retell-Signaturen gelten %2 s. Uhr stellen.</translation>
    </message>
    <message>
        <source>This computer&apos;s clock is %1 s slow. Retell signatures are valid for %2 s. Set the clock.</source>
        <translation>Die Uhr dieses Rechners geht %1 s nach. Retell-Signaturen gelten %2 s. Uhr stellen.</translation>
    </message>
</context>
<context>
    <name>CallCells</name>
    <message numerus="yes">
        <source>%n missing</source>
        <translation>
            <numerusform>%n fehlt</numerusform>
            <numerusform>%n fehlen</numerusform>
        </translation>
    </message>
    <message>
        <source>duration %1</source>
        <translation>Dauer %1</translation>
    </message>
    <message>
        <source>data %1 of %2</source>
        <translation>Daten %1 von %2</translation>
    </message>
    <message>
        <source>%1 of %2 present</source>
        <translation>%1 von %2 vorhanden</translation>
    </message>
    <message>
        <source>%1 of %2 missing: %3</source>
        <translation>%1 von %2 fehlen: %3</translation>
    </message>
</context>
<context>
    <name>CallColumns</name>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Caller</source>
        <translation>Anrufer</translation>
    </message>
    <message>
        <source>Called</source>
        <translation>Angerufen</translation>
    </message>
    <message>
        <source>Agent</source>
        <translation>Agent</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>Sentiment</source>
        <translation>Stimmung</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>Kosten</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Daten</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Beginn</translation>
    </message>
    <message>
        <source>p95</source>
        <translation>p95</translation>
    </message>
    <message>
        <source>Call ID</source>
        <translation>Anruf-ID</translation>
    </message>
</context>
<context>
    <name>CallViewText</name>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>Nr.</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Anrufer</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Angerufen</translation>
    </message>
    <message>
        <source>Agent</source>
        <translation>Agent</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Beginn</translation>
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
        <source>p95</source>
        <translation>p95</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Daten</translation>
    </message>
    <message>
        <source>Latency</source>
        <translation>Latenz</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>Zusammenfassung</translation>
    </message>
    <message>
        <source>Transcript</source>
        <translation>Transkript</translation>
    </message>
    <message>
        <source>%1 could not be read: %2</source>
        <translation>%1 war nicht lesbar: %2</translation>
    </message>
    <message>
        <source>Warnings</source>
        <translation>Warnungen</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <source>Call</source>
        <translation>Anruf</translation>
    </message>
    <message>
        <source>Retell id</source>
        <translation>Retell-ID</translation>
    </message>
    <message>
        <source>Direction</source>
        <translation>Richtung</translation>
    </message>
    <message>
        <source>End</source>
        <translation>Ende</translation>
    </message>
    <message>
        <source>Response time (p50)</source>
        <translation>Antwortzeit (p50)</translation>
    </message>
    <message>
        <source>Sentiment</source>
        <translation>Stimmung</translation>
    </message>
    <message>
        <source>Successful</source>
        <translation>Erfolgreich</translation>
    </message>
    <message>
        <source>Ended by</source>
        <translation>Beendet durch</translation>
    </message>
    <message>
        <source>Recording</source>
        <translation>Aufnahme</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Retell-Protokoll</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>Last heard of</source>
        <translation>Letztes Lebenszeichen</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>Posten</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>Produkt</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Betrag</translation>
    </message>
    <message>
        <source>Sum of the items</source>
        <translation>Summe der Posten</translation>
    </message>
    <message>
        <source>Total according to Retell</source>
        <translation>Gesamt laut Retell</translation>
    </message>
    <message>
        <source>Component</source>
        <translation>Komponente</translation>
    </message>
    <message>
        <source>Samples</source>
        <translation>Anzahl</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Trigger</source>
        <translation>Auslöser</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>Feld</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Vorher</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Nachher</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
</context>
<context>
    <name>CallsCommand</name>
    <message>
        <source>calls takes no arguments, only options.</source>
        <translation>calls nimmt keine Argumente, nur Optionen.</translation>
    </message>
    <message>
        <source>list calls, newest first</source>
        <translation>Anrufe auflisten, neueste zuerst</translation>
    </message>
</context>
<context>
    <name>CheckupText</name>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>all values are allowed</source>
        <translation>alle Werte sind erlaubt</translation>
    </message>
    <message>
        <source>Profile</source>
        <translation>Profil</translation>
    </message>
    <message>
        <source>%1 will be created</source>
        <translation>%1 wird angelegt</translation>
    </message>
    <message>
        <source>%1, for this account only</source>
        <translation>%1, nur für dieses Konto</translation>
    </message>
    <message>
        <source>Others can look into %1. Take their rights away (chmod go-rwx).</source>
        <translation>Andere können %1 einsehen. Ihnen die Rechte nehmen (chmod go-rwx).</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>API key %1 from: %2</source>
        <translation>API-Schlüssel %1 aus: %2</translation>
    </message>
    <message>
        <source>webhook key %1 from: %2</source>
        <translation>Webhook-Schlüssel %1 aus: %2</translation>
    </message>
    <message>
        <source>Keychain</source>
        <translation>Schlüsselbund</translation>
    </message>
    <message>
        <source>there is a session that can have one</source>
        <translation>eine Sitzung, die einen haben kann, ist da</translation>
    </message>
    <message>
        <source>none here; keys come from the environment, a credential or secrets.ini</source>
        <translation>hier keiner; Schlüssel kommen aus der Umgebung, einem Credential oder secrets.ini</translation>
    </message>
    <message>
        <source>Listener</source>
        <translation>Empfang</translation>
    </message>
    <message>
        <source>the addresses are free</source>
        <translation>die Adressen sind frei</translation>
    </message>
    <message>
        <source>Anrufwarte is running and receives</source>
        <translation>die Anrufwarte läuft und empfängt</translation>
    </message>
    <message>
        <source>Database</source>
        <translation>Datenbank</translation>
    </message>
    <message>
        <source>%1 is sound</source>
        <translation>%1 ist in Ordnung</translation>
    </message>
</context>
<context>
    <name>ClosingWords</name>
    <message>
        <source>Closed by the poller at %1.</source>
        <translation>Um %1 durch den Abruf beendet.</translation>
    </message>
    <message>
        <source>Closed by a resync at %1.</source>
        <translation>Um %1 durch einen Nachsync beendet.</translation>
    </message>
    <message>
        <source>No call_ended webhook came.</source>
        <translation>Es kam kein call_ended-Webhook.</translation>
    </message>
    <message>
        <source>The call_ended webhook was rejected.</source>
        <translation>Der call_ended-Webhook wurde abgewiesen.</translation>
    </message>
    <message>
        <source>The call_ended webhook was rejected at %1: %2.</source>
        <translation>Der call_ended-Webhook wurde um %1 abgewiesen: %2.</translation>
    </message>
</context>
<context>
    <name>CommandLine</name>
    <message>
        <source>There is no command &quot;%1&quot;.</source>
        <translation>Den Befehl „%1“ gibt es nicht.</translation>
    </message>
    <message>
        <source>Which command?</source>
        <translation>Welcher Befehl?</translation>
    </message>
    <message>
        <source>Anrufwarte without a window: receives Retell&apos;s webhooks, answers questions about calls, finds faults.</source>
        <translation>Die Anrufwarte ohne Fenster: empfängt Retells Webhooks, beantwortet Fragen zu Anrufen, findet Fehler.</translation>
    </message>
    <message>
        <source>What to do; COMMAND --help tells more.</source>
        <translation>Was zu tun ist; COMMAND --help sagt mehr.</translation>
    </message>
    <message>
        <source>Commands:</source>
        <translation>Befehle:</translation>
    </message>
    <message>
        <source>Exit codes: 0 done; 1 done in part or failed; 2 wrong usage or settings, or the address cannot be used; 3 the database cannot be used; 4 Retell refuses the key.</source>
        <translation>Rückgabewerte: 0 erledigt; 1 teilweise erledigt oder fehlgeschlagen; 2 falscher Aufruf, falsche Einstellungen oder Adresse nicht verwendbar; 3 Datenbank nicht verwendbar; 4 Retell lehnt den Schlüssel ab.</translation>
    </message>
    <message>
        <source>anrufwarte-cli %1--help tells what is possible.</source>
        <translation>anrufwarte-cli %1--help sagt, was möglich ist.</translation>
    </message>
</context>
<context>
    <name>CommonText</name>
    <message>
        <source>Folder that holds everything the program writes.</source>
        <translation>Ordner für alles, was das Programm schreibt.</translation>
    </message>
    <message>
        <source>Language: de or en.</source>
        <translation>Sprache: de oder en.</translation>
    </message>
    <message>
        <source>Show this help.</source>
        <translation>Diese Hilfe zeigen.</translation>
    </message>
    <message>
        <source>Show the version.</source>
        <translation>Die Version zeigen.</translation>
    </message>
</context>
<context>
    <name>ConfigCommand</name>
    <message>
        <source>list shows all settings and where they come from, get one of them; set writes to settings.ini of the profile; set-secret reads a key from standard input and stores it in the keychain, or in secrets.ini (mode 0600) where there is no keychain.</source>
        <translation>list zeigt alle Einstellungen und ihre Herkunft, get eine davon; set schreibt in die settings.ini des Profils; set-secret liest einen Schlüssel von der Standardeingabe und legt ihn im Schlüsselbund ab, ohne Schlüsselbund in secrets.ini (Rechte 0600).</translation>
    </message>
    <message>
        <source>list, get KEY, set KEY VALUE or set-secret KEY</source>
        <translation>list, get KEY, set KEY VALUE oder set-secret KEY</translation>
    </message>
    <message>
        <source>A key is never given on the command line, where others can see it: set-secret reads it from standard input.</source>
        <translation>Ein Schlüssel steht nie auf der Befehlszeile, wo andere ihn sehen: set-secret liest ihn von der Standardeingabe.</translation>
    </message>
    <message>
        <source>config needs list, get KEY, set KEY VALUE or set-secret KEY.</source>
        <translation>config braucht list, get KEY, set KEY VALUE oder set-secret KEY.</translation>
    </message>
    <message>
        <source>%1 is a key: use config set-secret, which reads it from standard input.</source>
        <translation>%1 ist ein Schlüssel: config set-secret verwenden, das ihn von der Standardeingabe liest.</translation>
    </message>
    <message>
        <source>Saved, but %1 (%2) counts more.</source>
        <translation>Gespeichert, aber %1 (%2) hat Vorrang.</translation>
    </message>
    <message>
        <source>set-secret knows retell/apiKey and retell/webhookKey, not &quot;%1&quot;.</source>
        <translation>set-secret kennt retell/apiKey und retell/webhookKey, nicht „%1“.</translation>
    </message>
    <message>
        <source>Standard input cannot be read.</source>
        <translation>Die Standardeingabe ist nicht lesbar.</translation>
    </message>
    <message>
        <source>Standard input holds no key.</source>
        <translation>Auf der Standardeingabe steht kein Schlüssel.</translation>
    </message>
    <message>
        <source>show and change settings, store keys</source>
        <translation>Einstellungen zeigen und ändern, Schlüssel ablegen</translation>
    </message>
</context>
<context>
    <name>ConfigText</name>
    <message>
        <source>default</source>
        <translation>Vorgabe</translation>
    </message>
    <message>
        <source>settings.ini</source>
        <translation>settings.ini</translation>
    </message>
    <message>
        <source>environment</source>
        <translation>Umgebung</translation>
    </message>
    <message>
        <source>command line</source>
        <translation>Befehlszeile</translation>
    </message>
    <message>
        <source>Setting</source>
        <translation>Einstellung</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Herkunft</translation>
    </message>
    <message>
        <source>Key stored: %1.</source>
        <translation>Schlüssel abgelegt: %1.</translation>
    </message>
</context>
<context>
    <name>DeliveriesCommand</name>
    <message>
        <source>Without an action: lists received webhooks, newest first. explain shows the checks of one in order. ingest checks stored webhooks again with today&apos;s keys and lists, at their time of receipt, and takes in those that pass.</source>
        <translation>Ohne Aktion: listet empfangene Webhooks auf, neueste zuerst. explain zeigt die Prüfungen eines Webhooks der Reihe nach. ingest prüft gespeicherte Webhooks erneut mit den heutigen Schlüsseln und Listen, zum Zeitpunkt ihres Empfangs, und spielt ein, was besteht.</translation>
    </message>
    <message>
        <source>explain ID, or ingest ID… or ingest --all-valid</source>
        <translation>explain ID, ingest ID… oder ingest --all-valid</translation>
    </message>
    <message>
        <source>Only rejected ones.</source>
        <translation>Nur abgewiesene.</translation>
    </message>
    <message>
        <source>With ingest: all rejected ones that pass now.</source>
        <translation>Mit ingest: alle abgewiesenen, die jetzt bestehen.</translation>
    </message>
    <message>
        <source>deliveries takes explain ID, ingest ID… or ingest --all-valid.</source>
        <translation>deliveries nimmt explain ID, ingest ID… oder ingest --all-valid.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not the number of a webhook.</source>
        <translation>„%1“ ist nicht die Nummer eines Webhooks.</translation>
    </message>
    <message>
        <source>--all-valid belongs to ingest.</source>
        <translation>--all-valid gehört zu ingest.</translation>
    </message>
    <message>
        <source>list received webhooks, explain and re-ingest them</source>
        <translation>empfangene Webhooks auflisten, erklären und erneut einspielen</translation>
    </message>
</context>
<context>
    <name>DeliveryViewText</name>
    <message>
        <source>accepted</source>
        <translation>angenommen</translation>
    </message>
    <message>
        <source>rejected</source>
        <translation>abgewiesen</translation>
    </message>
    <message>
        <source>passed</source>
        <translation>bestanden</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>nicht bestanden</translation>
    </message>
    <message>
        <source>not checked</source>
        <translation>noch nicht geprüft</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>Nr.</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Empfangen</translation>
    </message>
    <message>
        <source>Sender</source>
        <translation>Absender</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>Urteil</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>Ereignis</translation>
    </message>
    <message>
        <source>Call</source>
        <translation>Anruf</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Webhook %1, received %2 from %3: %4</source>
        <translation>Webhook %1, empfangen %2 von %3: %4</translation>
    </message>
    <message>
        <source>Event %1, call %2</source>
        <translation>Ereignis %1, Anruf %2</translation>
    </message>
    <message>
        <source>Event %1, call %2 (unverified)</source>
        <translation>Ereignis %1, Anruf %2 (ungeprüft)</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>Prüfung</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Expected</source>
        <translation>Erwartet</translation>
    </message>
    <message>
        <source>taken in later</source>
        <translation>später übernommen</translation>
    </message>
</context>
<context>
    <name>DesktopWords</name>
    <message>
        <source>Shows the calls of Retell AI voice agents as they happen.</source>
        <translation>Zeigt die Anrufe von Retell-AI-Sprachagenten, während sie laufen.</translation>
    </message>
    <message>
        <source>Folder that holds everything the program writes.</source>
        <translation>Ordner für alles, was das Programm schreibt.</translation>
    </message>
    <message>
        <source>Shows made-up calls in a throw-away profile; needs no Retell account.</source>
        <translation>Zeigt erfundene Anrufe in einem Wegwerfprofil; braucht kein Retell-Konto.</translation>
    </message>
    <message>
        <source>Language: de or en.</source>
        <translation>Sprache: de oder en.</translation>
    </message>
    <message>
        <source>Colours: auto, light or dark.</source>
        <translation>Farben: auto, light oder dark.</translation>
    </message>
    <message>
        <source>Starts without showing the window.</source>
        <translation>Startet, ohne das Fenster zu zeigen.</translation>
    </message>
    <message>
        <source>Show this help.</source>
        <translation>Diese Hilfe zeigen.</translation>
    </message>
    <message>
        <source>Show the version.</source>
        <translation>Die Version zeigen.</translation>
    </message>
    <message>
        <source>--%1 %2 is not possible; allowed: %3.</source>
        <translation>--%1 %2 ist nicht möglich; erlaubt: %3.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is too much.</source>
        <translation>„%1“ ist zu viel.</translation>
    </message>
    <message>
        <source>--demo has a profile of its own; leave --profile out.</source>
        <translation>--demo hat ein eigenes Profil; --profile weglassen.</translation>
    </message>
</context>
<context>
    <name>DoctorCommand</name>
    <message>
        <source>Checks what Anrufwarte needs: a line per check, and what to do where one fails. Ends with 0 only if all pass. Changes nothing.</source>
        <translation>Prüft, was die Anrufwarte braucht: eine Zeile je Prüfung und was zu tun ist, wo eine nicht besteht. Endet nur mit 0, wenn alle bestehen. Ändert nichts.</translation>
    </message>
    <message>
        <source>doctor takes no arguments.</source>
        <translation>doctor nimmt keine Argumente.</translation>
    </message>
    <message>
        <source>ok</source>
        <translation>ok</translation>
    </message>
    <message>
        <source>FAILED</source>
        <translation>FEHLER</translation>
    </message>
    <message>
        <source>check settings, key, API, clock, port, database, keychain</source>
        <translation>Einstellungen, Schlüssel, API, Uhr, Port, Datenbank und Schlüsselbund prüfen</translation>
    </message>
</context>
<context>
    <name>ErrorText</name>
    <message>
        <source>Anrufwarte met a fault of its own. The log holds the details; report them.</source>
        <translation>In der Anrufwarte selbst ist etwas fehlgeschlagen. Einzelheiten stehen im Protokoll; damit melden.</translation>
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
        <source>The certificate %1 is not valid before %2. Until then Retell refuses to connect; replace it, or set the clock of this computer.</source>
        <translation>Das Zertifikat %1 gilt erst ab %2. Bis dahin verbindet sich Retell damit nicht; Zertifikat ersetzen oder die Uhr dieses Rechners stellen.</translation>
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
    <message>
        <source>There is no database %1 yet. Is it the right profile? anrufwarte-cli serve creates it.</source>
        <translation>Die Datenbank %1 gibt es noch nicht. Ist es das richtige Profil? anrufwarte-cli serve legt sie an.</translation>
    </message>
    <message>
        <source>Retell rejects the API key (%1). Replace the key.</source>
        <translation>Retell lehnt den API-Schlüssel ab (%1). Schlüssel ersetzen.</translation>
    </message>
    <message>
        <source>Retell answers only after payment (%1). Check the account at Retell.</source>
        <translation>Retell antwortet erst nach Zahlung (%1). Konto bei Retell prüfen.</translation>
    </message>
    <message>
        <source>Call not found at Retell (%1). Deleted, or another API key?</source>
        <translation>Anruf bei Retell nicht gefunden (%1). Gelöscht oder anderer API-Schlüssel?</translation>
    </message>
    <message>
        <source>Retell is rate limiting (%1). It is asked again after a pause.</source>
        <translation>Retell bremst (%1). Nach einer Pause wird wieder gefragt.</translation>
    </message>
    <message>
        <source>Retell cannot be reached. Stored data stays available.</source>
        <translation>Retell ist nicht erreichbar. Gespeicherte Daten bleiben verfügbar.</translation>
    </message>
    <message>
        <source>Something other than Retell answers, a sign-in page perhaps. Check the network and retell/baseUrl.</source>
        <translation>Es antwortet etwas anderes als Retell, etwa eine Anmeldeseite. Netzwerk und retell/baseUrl prüfen.</translation>
    </message>
    <message>
        <source>The answer of Retell cannot be read. It is asked again; stored data stays as it is.</source>
        <translation>Die Antwort von Retell ist nicht lesbar. Es wird wieder gefragt; gespeicherte Daten bleiben, wie sie sind.</translation>
    </message>
    <message>
        <source>Retell refuses the question (%1). The log holds the details.</source>
        <translation>Retell lehnt die Anfrage ab (%1). Einzelheiten stehen im Protokoll.</translation>
    </message>
</context>
<context>
    <name>FieldMessage</name>
    <message>
        <source>A whole number from %1 to %2 is expected.</source>
        <translation>Erwartet wird eine ganze Zahl von %1 bis %2.</translation>
    </message>
    <message>
        <source>A number from %1 to %2 is expected.</source>
        <translation>Erwartet wird eine Zahl von %1 bis %2.</translation>
    </message>
    <message>
        <source>A number from %1 to %2 is expected, or nothing.</source>
        <translation>Erwartet wird eine Zahl von %1 bis %2 oder nichts.</translation>
    </message>
    <message>
        <source>A PEM file is expected, or nothing.</source>
        <translation>Erwartet wird eine PEM-Datei oder nichts.</translation>
    </message>
    <message>
        <source>An https address is expected, or http to this computer.</source>
        <translation>Erwartet wird eine https-Adresse oder http zu diesem Rechner.</translation>
    </message>
    <message>
        <source>A complete https or http address is expected, or nothing.</source>
        <translation>Erwartet wird eine vollständige https- oder http-Adresse oder nichts.</translation>
    </message>
    <message>
        <source>A path such as /webhooks/retell is expected, without &quot;?&quot;, &quot;#&quot; and a &quot;/&quot; at the end.</source>
        <translation>Erwartet wird ein Pfad wie /webhooks/retell, ohne „?“, „#“ und ohne „/“ am Ende.</translation>
    </message>
    <message>
        <source>Address and port are expected, such as 127.0.0.1:8787 or [::1]:8787; several separated by commas.</source>
        <translation>Erwartet werden Adresse und Port wie 127.0.0.1:8787 oder [::1]:8787; mehrere durch Kommas getrennt.</translation>
    </message>
    <message>
        <source>Addresses or networks are expected, such as 192.0.2.7 or 10.0.0.0/8; several separated by commas.</source>
        <translation>Erwartet werden Adressen oder Netze wie 192.0.2.7 oder 10.0.0.0/8; mehrere durch Kommas getrennt.</translation>
    </message>
    <message>
        <source>This value is not allowed.</source>
        <translation>Dieser Wert ist nicht erlaubt.</translation>
    </message>
</context>
<context>
    <name>FilterText</name>
    <message>
        <source>--%1 is an ISO date or time, or a span such as 7d or 24h, not &quot;%2&quot;.</source>
        <translation>--%1 ist ein ISO-Datum, eine ISO-Zeit oder eine Spanne wie 7d oder 24h, nicht „%2“.</translation>
    </message>
    <message>
        <source>Only calls that are running.</source>
        <translation>Nur Anrufe, die laufen.</translation>
    </message>
    <message>
        <source>Only finished calls with missing data.</source>
        <translation>Nur beendete Anrufe, bei denen Daten fehlen.</translation>
    </message>
    <message>
        <source>Only calls with TEXT in number, agent, transcript, summary or id.</source>
        <translation>Nur Anrufe mit TEXT in Nummer, Agent, Transkript, Zusammenfassung oder ID.</translation>
    </message>
    <message>
        <source>Only calls of this agent (name or id).</source>
        <translation>Nur Anrufe dieses Agenten (Name oder ID).</translation>
    </message>
    <message>
        <source>Only calls from then on: an ISO date or time, or 7d, 24h.</source>
        <translation>Nur Anrufe ab dann: ISO-Datum, ISO-Zeit oder 7d, 24h.</translation>
    </message>
    <message>
        <source>Only calls before then.</source>
        <translation>Nur Anrufe davor.</translation>
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
    <name>HelpWords</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>About Anrufwarte</source>
        <translation>Über Anrufwarte</translation>
    </message>
    <message>
        <source>A dashboard for calls of Retell AI voice agents.
Free software under the GNU General Public License, version 3 or later.</source>
        <translation>Eine Leitwarte für Anrufe von Retell-AI-Sprachagenten.
Freie Software unter der GNU General Public License, Version 3 oder später.</translation>
    </message>
    <message>
        <source>Made with Qt %1; fonts Inter and JetBrains Mono, icons Lucide</source>
        <translation>Gebaut mit Qt %1; Schriften Inter und JetBrains Mono, Symbole Lucide</translation>
    </message>
    <message>
        <source>Licences</source>
        <translation>Lizenzen</translation>
    </message>
</context>
<context>
    <name>KpiWords</name>
    <message>
        <source>unknown</source>
        <translation>unbekannt</translation>
    </message>
    <message>
        <source>Active now</source>
        <translation>Aktiv jetzt</translation>
    </message>
    <message>
        <source>Calls today</source>
        <translation>Anrufe heute</translation>
    </message>
    <message>
        <source>none yet</source>
        <translation>noch keine</translation>
    </message>
    <message>
        <source>%1 vs last week</source>
        <translation>%1 ggü. Vorwoche</translation>
    </message>
    <message>
        <source>Cost today</source>
        <translation>Kosten heute</translation>
    </message>
    <message>
        <source>Response time p95</source>
        <translation>Antwortzeit p95</translation>
    </message>
    <message>
        <source>no measurements</source>
        <translation>keine Messwerte</translation>
    </message>
    <message>
        <source>no data</source>
        <translation>keine Daten</translation>
    </message>
    <message>
        <source>over limit %1</source>
        <translation>über Grenze %1</translation>
    </message>
    <message>
        <source>Limit %1</source>
        <translation>Grenze %1</translation>
    </message>
    <message>
        <source>over %1</source>
        <translation>über %1</translation>
    </message>
    <message>
        <source>over the limit</source>
        <translation>über der Grenze</translation>
    </message>
    <message>
        <source>below the limit</source>
        <translation>unter der Grenze</translation>
    </message>
    <message>
        <source>Complete</source>
        <translation>Vollständig</translation>
    </message>
    <message>
        <source>no calls</source>
        <translation>keine Anrufe</translation>
    </message>
    <message numerus="yes">
        <source>plus %Ln ringing</source>
        <translation>
            <numerusform>außerdem %Ln klingelt</numerusform>
            <numerusform>außerdem %Ln klingeln</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln ringing</source>
        <translation>
            <numerusform>%Ln klingelt</numerusform>
            <numerusform>%Ln klingeln</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln call(s) open</source>
        <translation>
            <numerusform>%Ln Anruf offen</numerusform>
            <numerusform>%Ln Anrufe offen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln open</source>
        <translation>
            <numerusform>%Ln offen</numerusform>
            <numerusform>%Ln offen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ProgressText</name>
    <message>
        <source>looks for calls</source>
        <translation>sucht Anrufe</translation>
    </message>
    <message>
        <source>finishes what is on its way</source>
        <translation>schließt ab, was unterwegs ist</translation>
    </message>
</context>
<context>
    <name>ReportText</name>
    <message>
        <source>Call ID</source>
        <translation>Anruf-ID</translation>
    </message>
    <message>
        <source>Caller</source>
        <translation>Anrufer</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Beginn</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>Feld</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Vorher</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Nachher</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Änderung</translation>
    </message>
</context>
<context>
    <name>ResultFilterWords</name>
    <message>
        <source>Show: changed and failed</source>
        <translation>Zeigen: Geänderte und Fehler</translation>
    </message>
    <message>
        <source>Show: all</source>
        <translation>Zeigen: Alle</translation>
    </message>
    <message>
        <source>Show: failed only</source>
        <translation>Zeigen: Nur Fehler</translation>
    </message>
    <message>
        <source>Which results are shown</source>
        <translation>Welche Ergebnisse gezeigt werden</translation>
    </message>
</context>
<context>
    <name>ResyncCommand</name>
    <message>
        <source>Asks Retell again about calls and fills what is missing; a stored value is never overwritten by an empty one. Prints each call before and after. Works beside a running program. Ctrl+C finishes what is on its way and keeps what is written.</source>
        <translation>Fragt Retell erneut nach Anrufen und ergänzt, was fehlt; gespeicherte Werte werden nie durch leere überschrieben. Gibt jeden Anruf vorher und nachher aus. Arbeitet neben einem laufenden Programm. Strg+C schließt ab, was unterwegs ist, und behält, was geschrieben ist.</translation>
    </message>
    <message>
        <source>--format json is one array with a row per call: retell_call_id; id (null: not stored here); verdict (updated, unchanged, failed, given_up); set_aside (null, not_stored, not_found); error; complete; changes: field, kind (added, corrected), before, after. Cost is in US dollars; durations, latencies and moments are in ms; cost_breakdown, transcript and latency_metrics are numbers of items, characters and measurements.</source>
        <translation>--format json ist ein Feld mit einer Zeile je Anruf: retell_call_id; id (null: hier nicht gespeichert); verdict (updated, unchanged, failed, given_up); set_aside (null, not_stored, not_found); error; complete; changes: field, kind (added, corrected), before, after. Kosten in US-Dollar; Dauern, Latenzen und Zeitpunkte in ms; cost_breakdown, transcript und latency_metrics sind Anzahlen von Posten, Zeichen und Messpunkten.</translation>
    </message>
    <message>
        <source>One call: local number (559) or Retell id (call_…).</source>
        <translation>Ein Anruf: lokale Nummer (559) oder Retell-ID (call_…).</translation>
    </message>
    <message>
        <source>All finished calls with missing data.</source>
        <translation>Alle beendeten Anrufe mit fehlenden Daten.</translation>
    </message>
    <message>
        <source>Calls of the last DAYS days, also those never seen here.</source>
        <translation>Anrufe der letzten DAYS Tage, auch hier nie gesehene.</translation>
    </message>
    <message>
        <source>Show what would change; write nothing.</source>
        <translation>Zeigen, was sich ändern würde; nichts schreiben.</translation>
    </message>
    <message>
        <source>text or json.</source>
        <translation>text oder json.</translation>
    </message>
    <message>
        <source>resync takes options only.</source>
        <translation>resync nimmt nur Optionen.</translation>
    </message>
    <message>
        <source>--format is text or json, not &quot;%1&quot;.</source>
        <translation>--format ist text oder json, nicht „%1“.</translation>
    </message>
    <message>
        <source>resync needs exactly one of --call, --all and --recent.</source>
        <translation>resync braucht genau eines von --call, --all und --recent.</translation>
    </message>
    <message>
        <source>--call needs a local number or a Retell id.</source>
        <translation>--call braucht eine lokale Nummer oder eine Retell-ID.</translation>
    </message>
    <message>
        <source>--recent is a number of days from 1 to %1, not &quot;%2&quot;.</source>
        <translation>--recent ist eine Anzahl Tage von 1 bis %1, nicht „%2“.</translation>
    </message>
    <message>
        <source>fetch calls again from Retell and fill what is missing</source>
        <translation>Anrufe erneut von Retell holen und Fehlendes ergänzen</translation>
    </message>
</context>
<context>
    <name>ResyncReport</name>
    <message>
        <source>Call %1</source>
        <translation>Anruf %1</translation>
    </message>
    <message>
        <source>new here</source>
        <translation>hier neu</translation>
    </message>
    <message>
        <source>%1 of %2 calls asked for: %3 updated, %4 unchanged, %5 failed.</source>
        <translation>%1 von %2 Anrufen abgefragt: %3 aktualisiert, %4 unverändert, %5 fehlgeschlagen.</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Vorher</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Nachher</translation>
    </message>
    <message>
        <source>Also changed</source>
        <translation>Außerdem geändert</translation>
    </message>
    <message>
        <source>Cancelled. What was written stays.</source>
        <translation>Abgebrochen. Was geschrieben ist, bleibt.</translation>
    </message>
    <message>
        <source>Nothing to do: no call with missing data was found.</source>
        <translation>Nichts zu tun: kein Anruf mit fehlenden Daten gefunden.</translation>
    </message>
    <message>
        <source>Cost added: %1 (%2 calls).</source>
        <translation>Kosten ergänzt: %1 (%2 Anrufe).</translation>
    </message>
    <message>
        <source>Dry run: nothing was written.</source>
        <translation>Probelauf: nichts geschrieben.</translation>
    </message>
    <message>
        <source>Calls with missing data: %1 before, %2 now.</source>
        <translation>Anrufe mit fehlenden Daten: vorher %1, jetzt %2.</translation>
    </message>
</context>
<context>
    <name>ResyncTerms</name>
    <message>
        <source>empty</source>
        <translation>leer</translation>
    </message>
    <message>
        <source>ringing</source>
        <comment>status of a call</comment>
        <translation>klingelt</translation>
    </message>
    <message>
        <source>ongoing</source>
        <comment>status of a call</comment>
        <translation>läuft</translation>
    </message>
    <message>
        <source>ended</source>
        <comment>status of a call</comment>
        <translation>beendet</translation>
    </message>
    <message>
        <source>not connected</source>
        <comment>status of a call</comment>
        <translation>nicht verbunden</translation>
    </message>
    <message>
        <source>error</source>
        <comment>status of a call</comment>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>&quot;%1&quot;</source>
        <translation>„%1“</translation>
    </message>
    <message numerus="yes">
        <source>%n item(s)</source>
        <translation>
            <numerusform>%n Posten</numerusform>
            <numerusform>%n Posten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n character(s)</source>
        <translation>
            <numerusform>%n Zeichen</numerusform>
            <numerusform>%n Zeichen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n measurement(s)</source>
        <translation>
            <numerusform>%n Messpunkt</numerusform>
            <numerusform>%n Messpunkte</numerusform>
        </translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Cost breakdown</source>
        <translation>Kostenaufstellung</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>Zusammenfassung</translation>
    </message>
    <message>
        <source>Latency figures</source>
        <translation>Latenzwerte</translation>
    </message>
    <message>
        <source>Latency p50 (E2E)</source>
        <translation>Latenz p50 (E2E)</translation>
    </message>
    <message>
        <source>Latency p95 (E2E)</source>
        <translation>Latenz p95 (E2E)</translation>
    </message>
    <message>
        <source>Sentiment</source>
        <translation>Stimmung</translation>
    </message>
    <message>
        <source>Successful</source>
        <translation>Erfolgreich</translation>
    </message>
    <message>
        <source>Ended by</source>
        <translation>Beendet durch</translation>
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
        <source>Called</source>
        <translation>Angerufen</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Beginn</translation>
    </message>
    <message>
        <source>End</source>
        <translation>Ende</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>Sonstiges</translation>
    </message>
    <message>
        <source>added</source>
        <translation>ergänzt</translation>
    </message>
    <message>
        <source>corrected</source>
        <translation>korrigiert</translation>
    </message>
    <message>
        <source>unchanged</source>
        <translation>unverändert</translation>
    </message>
    <message>
        <source>Updated</source>
        <translation>Aktualisiert</translation>
    </message>
    <message>
        <source>Unchanged</source>
        <translation>Unverändert</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>Set aside</source>
        <translation>Zurückgestellt</translation>
    </message>
    <message>
        <source>not stored at Retell</source>
        <translation>bei Retell nicht gespeichert</translation>
    </message>
    <message>
        <source>never connected</source>
        <translation>nie verbunden</translation>
    </message>
    <message>
        <source>not found at Retell</source>
        <translation>bei Retell nicht gefunden</translation>
    </message>
    <message>
        <source>nothing new after several tries</source>
        <translation>nach mehreren Versuchen nichts Neues</translation>
    </message>
    <message numerus="yes">
        <source>%n call(s)</source>
        <translation>
            <numerusform>%n Anruf</numerusform>
            <numerusform>%n Anrufe</numerusform>
        </translation>
    </message>
    <message>
        <source>all incomplete ones</source>
        <translation>alle unvollständigen</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n Tag</numerusform>
            <numerusform>%n Tage</numerusform>
        </translation>
    </message>
    <message>
        <source>Waits %1 s – Retell is rate limiting (429)</source>
        <translation>Wartet %1 s – Retell bremst (429)</translation>
    </message>
    <message>
        <source>Waits %1 s – Retell cannot be reached</source>
        <translation>Wartet %1 s – Retell ist nicht erreichbar</translation>
    </message>
    <message>
        <source>Waits %1 s – Retell&apos;s answers cannot be read</source>
        <translation>Wartet %1 s – Retells Antworten sind nicht lesbar</translation>
    </message>
    <message>
        <source>Waits %1 s</source>
        <translation>Wartet %1 s</translation>
    </message>
</context>
<context>
    <name>ResyncWords</name>
    <message>
        <source>in less than a minute</source>
        <translation>in weniger als einer Minute</translation>
    </message>
    <message>
        <source>in %1 min</source>
        <translation>in %1 min</translation>
    </message>
    <message>
        <source>at %1</source>
        <translation>um %1</translation>
    </message>
    <message>
        <source>New call</source>
        <translation>Neuer Anruf</translation>
    </message>
    <message>
        <source>Complete, nothing new</source>
        <translation>Vollständig, nichts Neues</translation>
    </message>
    <message>
        <source>Not complete at Retell yet</source>
        <translation>Bei Retell noch unvollständig</translation>
    </message>
    <message>
        <source>try %1</source>
        <translation>Versuch %1</translation>
    </message>
    <message>
        <source>automatic</source>
        <translation>automatisch</translation>
    </message>
    <message>
        <source>command line</source>
        <translation>Kommandozeile</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>abgebrochen</translation>
    </message>
    <message>
        <source>not finished</source>
        <translation>nicht beendet</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>fehlgeschlagen</translation>
    </message>
    <message numerus="yes">
        <source>%n field(s)</source>
        <translation>
            <numerusform>%n Feld</numerusform>
            <numerusform>%n Felder</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n changed</source>
        <translation>
            <numerusform>%n geändert</numerusform>
            <numerusform>%n geändert</numerusform>
        </translation>
    </message>
    <message>
        <source>The resync could not go on.</source>
        <translation>Der Nachsync konnte nicht weiterlaufen.</translation>
    </message>
    <message>
        <source>Resync cancelled.</source>
        <translation>Nachsync abgebrochen.</translation>
    </message>
    <message>
        <source>Resync finished.</source>
        <translation>Nachsync abgeschlossen.</translation>
    </message>
    <message>
        <source>%1 updated, %2 unchanged, %3 failed</source>
        <translation>%1 aktualisiert, %2 unverändert, %3 fehlgeschlagen</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>soon</source>
        <translation>demnächst</translation>
    </message>
    <message>
        <source>none: %1</source>
        <translation>keine: %1</translation>
    </message>
</context>
<context>
    <name>RowFormatText</name>
    <message>
        <source>table, json (one array), jsonl (a line per row) or csv (RFC 4180; text that a spreadsheet would take for a formula begins with an apostrophe).</source>
        <translation>table, json (ein Array), jsonl (eine Zeile je Datensatz) oder csv (RFC 4180; Text, den eine Tabellenkalkulation für eine Formel hielte, beginnt mit einem Apostroph).</translation>
    </message>
    <message>
        <source>--format is table, json, jsonl or csv, not &quot;%1&quot;.</source>
        <translation>--format ist table, json, jsonl oder csv, nicht „%1“.</translation>
    </message>
    <message>
        <source>At most N rows; 0 = all.</source>
        <translation>Höchstens N Zeilen; 0 = alle.</translation>
    </message>
    <message>
        <source>--limit is a whole number, not &quot;%1&quot;.</source>
        <translation>--limit ist eine ganze Zahl, nicht „%1“.</translation>
    </message>
</context>
<context>
    <name>SecretText</name>
    <message>
        <source>not set</source>
        <translation>nicht gesetzt</translation>
    </message>
    <message>
        <source>environment</source>
        <translation>Umgebung</translation>
    </message>
    <message>
        <source>systemd credential</source>
        <translation>systemd-Credential</translation>
    </message>
    <message>
        <source>keychain</source>
        <translation>Schlüsselbund</translation>
    </message>
    <message>
        <source>secrets.ini</source>
        <translation>secrets.ini</translation>
    </message>
</context>
<context>
    <name>ServeCommand</name>
    <message>
        <source>serve takes no arguments.</source>
        <translation>serve nimmt keine Argumente.</translation>
    </message>
    <message>
        <source>Receives webhooks and polls Retell until SIGTERM or SIGINT, then finishes what is on its way and ends. Prints one line &quot;listening URL&quot; per address on standard output once it accepts; logs on standard error.</source>
        <translation>Nimmt Webhooks an und fragt Retell ab bis SIGTERM oder SIGINT, bringt dann zu Ende, was unterwegs ist, und endet. Gibt je Adresse eine Zeile &quot;listening URL&quot; auf der Standardausgabe aus, sobald angenommen wird; Protokoll auf der Standardfehlerausgabe.</translation>
    </message>
    <message>
        <source>receive webhooks and poll Retell until SIGTERM, without a window</source>
        <translation>Webhooks annehmen und Retell abfragen bis SIGTERM, ohne Fenster</translation>
    </message>
</context>
<context>
    <name>ShowCommand</name>
    <message>
        <source>Local number (559) or Retell id (call_…).</source>
        <translation>Eigene Nummer (559) oder Retell-ID (call_…).</translation>
    </message>
    <message>
        <source>text or json (one object).</source>
        <translation>text oder json (ein Objekt).</translation>
    </message>
    <message>
        <source>show needs exactly one CALL.</source>
        <translation>show braucht genau einen CALL.</translation>
    </message>
    <message>
        <source>--format is text or json, not &quot;%1&quot;.</source>
        <translation>--format ist text oder json, nicht „%1“.</translation>
    </message>
    <message>
        <source>show one call with everything known</source>
        <translation>einen Anruf mit allem Bekannten zeigen</translation>
    </message>
</context>
<context>
    <name>Simulator</name>
    <message>
        <source>Share of webhooks that are never sent (0 to 1).</source>
        <translation>Anteil der Webhooks, die nie gesendet werden (0 bis 1).</translation>
    </message>
    <message>
        <source>Share of webhooks that are sent twice.</source>
        <translation>Anteil der Webhooks, die doppelt gesendet werden.</translation>
    </message>
    <message>
        <source>Share of webhooks that are sent after the next one.</source>
        <translation>Anteil der Webhooks, die erst nach dem nächsten gesendet werden.</translation>
    </message>
    <message>
        <source>Share of webhooks that are sent 1 to 20 s late.</source>
        <translation>Anteil der Webhooks, die 1 bis 20 s verspätet gesendet werden.</translation>
    </message>
    <message>
        <source>Share of webhooks that are signed with another key.</source>
        <translation>Anteil der Webhooks, die mit einem anderen Schlüssel signiert werden.</translation>
    </message>
    <message>
        <source>Share of API answers that are 429 with Retry-After.</source>
        <translation>Anteil der API-Antworten mit 429 und Retry-After.</translation>
    </message>
    <message>
        <source>Share of API answers that are server errors.</source>
        <translation>Anteil der API-Antworten, die Serverfehler sind.</translation>
    </message>
    <message>
        <source>Share of API requests that are never answered.</source>
        <translation>Anteil der API-Anfragen, die nie beantwortet werden.</translation>
    </message>
    <message>
        <source>Share of API answers that break off in the middle.</source>
        <translation>Anteil der API-Antworten, die mittendrin abbrechen.</translation>
    </message>
    <message>
        <source>Share of API answers that are a web page.</source>
        <translation>Anteil der API-Antworten, die eine Webseite sind.</translation>
    </message>
    <message>
        <source>Address of the REST API.</source>
        <translation>Adresse der REST-API.</translation>
    </message>
    <message>
        <source>Where the webhooks go.</source>
        <translation>Ziel der Webhooks.</translation>
    </message>
    <message>
        <source>Calls kept running.</source>
        <translation>Anrufe, die dauernd laufen.</translation>
    </message>
    <message>
        <source>Additional new calls per minute.</source>
        <translation>Zusätzliche neue Anrufe je Minute.</translation>
    </message>
    <message>
        <source>Calls last this many times shorter.</source>
        <translation>Anrufe dauern so viele Male kürzer.</translation>
    </message>
    <message>
        <source>Same number, same calls.</source>
        <translation>Gleiche Zahl, gleiche Anrufe.</translation>
    </message>
    <message>
        <source>Finished calls of the last day in the API.</source>
        <translation>Beendete Anrufe des letzten Tages in der API.</translation>
    </message>
    <message>
        <source>How many of them are sent as webhooks at the start.</source>
        <translation>Wie viele davon beim Start als Webhooks gesendet werden.</translation>
    </message>
    <message>
        <source>What get-concurrency gives as limit.</source>
        <translation>Was get-concurrency als Grenze nennt.</translation>
    </message>
    <message>
        <source>Send no transcript_updated.</source>
        <translation>Kein transcript_updated senden.</translation>
    </message>
    <message>
        <source>Stands in for Retell: REST API and signed webhooks. The key comes from the environment variable ANRUFWARTE_SIMULATOR_KEY.

For tests and training, to programs on this computer only: POST /__control with {&quot;faults&quot;: &quot;off&quot;} or {&quot;calls&quot;: &quot;off&quot;} ends all faults or the beginning of new calls, &quot;on&quot; resumes them; GET /__counts says how much there was so far; GET /__truth tells of every call how it ends, and which webhooks were acknowledged.</source>
        <translation>Vertritt Retell: REST-API und signierte Webhooks. Der Schlüssel kommt aus der Umgebungsvariablen ANRUFWARTE_SIMULATOR_KEY.

Für Tests und Schulung, nur für Programme auf diesem Rechner: POST /__control mit {&quot;faults&quot;: &quot;off&quot;} oder {&quot;calls&quot;: &quot;off&quot;} beendet alle Störungen oder den Beginn neuer Anrufe, &quot;on&quot; setzt sie fort; GET /__counts sagt, wie viel es bisher gab; GET /__truth sagt von jedem Anruf, wie er endet und welche Webhooks bestätigt wurden.</translation>
    </message>
    <message>
        <source>Share of API answers that fail in one of the ways of --api-ways.</source>
        <translation>Anteil der API-Antworten, die auf eine der Arten von --api-ways misslingen.</translation>
    </message>
    <message>
        <source>Events that are never told, separated by commas.</source>
        <translation>Ereignisse, die nie gemeldet werden, durch Kommas getrennt.</translation>
    </message>
    <message>
        <source>No new calls after so many; 0 = no end.</source>
        <translation>Nach so vielen beginnen keine neuen Anrufe mehr; 0 = ohne Ende.</translation>
    </message>
    <message>
        <source>How far its clock is ahead of this computer&apos;s; may be negative.</source>
        <translation>Wie weit seine Uhr der dieses Rechners voraus ist; auch negativ.</translation>
    </message>
    <message>
        <source>Ways of --api-any, separated by commas.</source>
        <translation>Arten von --api-any, durch Kommas getrennt.</translation>
    </message>
    <message>
        <source>Share of calls stored with basic attributes only; as many again are stored without personal data.</source>
        <translation>Anteil der Anrufe, von denen nur Grunddaten gespeichert werden; ebenso viele werden ohne personenbezogene Daten gespeichert.</translation>
    </message>
    <message>
        <source>Share of calls that never get a summary.</source>
        <translation>Anteil der Anrufe, die nie eine Zusammenfassung bekommen.</translation>
    </message>
</context>
<context>
    <name>StartWords</name>
    <message>
        <source>There is no display to show a window on. anrufwarte-cli serve receives webhooks without one.</source>
        <translation>Es gibt keinen Bildschirm für ein Fenster. anrufwarte-cli serve empfängt Webhooks auch ohne.</translation>
    </message>
</context>
<context>
    <name>StatusWords</name>
    <message>
        <source>all right</source>
        <translation>in Ordnung</translation>
    </message>
    <message>
        <source>warning</source>
        <translation>Warnung</translation>
    </message>
    <message>
        <source>fault</source>
        <translation>Störung</translation>
    </message>
    <message>
        <source>starting</source>
        <translation>startet</translation>
    </message>
    <message>
        <source>Listener</source>
        <translation>Empfang</translation>
    </message>
    <message>
        <source>starting …</source>
        <translation>startet …</translation>
    </message>
    <message>
        <source>not listening</source>
        <translation>empfängt nicht</translation>
    </message>
    <message>
        <source>last webhook %1</source>
        <translation>letzter Webhook %1</translation>
    </message>
    <message>
        <source>no webhook yet</source>
        <translation>noch kein Webhook</translation>
    </message>
    <message>
        <source>Port %1</source>
        <translation>Port %1</translation>
    </message>
    <message>
        <source>%1 accepted</source>
        <translation>%1 angenommen</translation>
    </message>
    <message>
        <source>%1 rejected</source>
        <translation>%1 abgewiesen</translation>
    </message>
    <message>
        <source>Database</source>
        <translation>Datenbank</translation>
    </message>
    <message>
        <source>not writable</source>
        <translation>nicht beschreibbar</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>ready</source>
        <translation>bereit</translation>
    </message>
    <message>
        <source>%1 waiting</source>
        <translation>%1 warten</translation>
    </message>
    <message>
        <source>As of %1</source>
        <translation>Stand %1</translation>
    </message>
    <message>
        <source>no updates for less than a minute</source>
        <translation>seit weniger als einer Minute ohne Aktualisierung</translation>
    </message>
    <message numerus="yes">
        <source>no updates for %n minute(s)</source>
        <translation>
            <numerusform>seit %n Minute ohne Aktualisierung</numerusform>
            <numerusform>seit %n Minuten ohne Aktualisierung</numerusform>
        </translation>
    </message>
    <message>
        <source>answers</source>
        <translation>antwortet</translation>
    </message>
    <message>
        <source>switched off</source>
        <translation>ausgeschaltet</translation>
    </message>
    <message>
        <source>no key</source>
        <translation>kein Schlüssel</translation>
    </message>
    <message>
        <source>key rejected</source>
        <translation>Schlüssel abgelehnt</translation>
    </message>
    <message>
        <source>payment due</source>
        <translation>Zahlung offen</translation>
    </message>
    <message>
        <source>rate limited</source>
        <translation>bremst</translation>
    </message>
    <message>
        <source>not reachable</source>
        <translation>nicht erreichbar</translation>
    </message>
    <message>
        <source>not Retell</source>
        <translation>nicht Retell</translation>
    </message>
    <message>
        <source>not readable</source>
        <translation>nicht lesbar</translation>
    </message>
    <message>
        <source>question refused</source>
        <translation>Anfrage abgelehnt</translation>
    </message>
    <message>
        <source>Poller</source>
        <translation>Abruf</translation>
    </message>
    <message>
        <source>last %1</source>
        <translation>zuletzt %1</translation>
    </message>
    <message>
        <source>no poll yet</source>
        <translation>noch kein Abruf</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>angehalten</translation>
    </message>
    <message>
        <source>next in %1 s</source>
        <translation>nächster in %1 s</translation>
    </message>
    <message>
        <source>Retell API</source>
        <translation>Retell-API</translation>
    </message>
    <message>
        <source>%1 of %2 calls</source>
        <translation>%1 von %2 Anrufen</translation>
    </message>
    <message>
        <source>Gap %1 to %2, being fetched</source>
        <translation>Lücke %1 bis %2, wird geholt</translation>
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
        <translation>Die Signatur deckt nur den Inhalt ab, ohne die Zeit. Der Absender nutzt ein veraltetes Verfahren und muss aktualisiert werden.</translation>
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
        <translation>Anrufbeantworter erreicht</translation>
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
    <message>
        <source>any address</source>
        <translation>jede Adresse</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>leer</translation>
    </message>
    <message>
        <source>v=&lt;milliseconds&gt;,d=&lt;64 hex&gt; or v=&lt;milliseconds&gt;,signature=&lt;64 hex&gt;</source>
        <translation>v=&lt;Millisekunden&gt;,d=&lt;64 hex&gt; oder v=&lt;Millisekunden&gt;,signature=&lt;64 hex&gt;</translation>
    </message>
    <message>
        <source>a stored key</source>
        <translation>ein hinterlegter Schlüssel</translation>
    </message>
    <message>
        <source>no key matches</source>
        <translation>kein Schlüssel passt</translation>
    </message>
    <message>
        <source>no key is stored</source>
        <translation>kein Schlüssel hinterlegt</translation>
    </message>
    <message>
        <source>JSON object with event and call.call_id</source>
        <translation>JSON-Objekt mit event und call.call_id</translation>
    </message>
    <message>
        <source>key %1</source>
        <translation>Schlüssel %1</translation>
    </message>
    <message>
        <source> or </source>
        <translation> oder </translation>
    </message>
    <message>
        <source>%1, header form %2=</source>
        <translation>%1, Kopfform %2=</translation>
    </message>
    <message numerus="yes">
        <source>%n header(s)</source>
        <translation>
            <numerusform>%n Kopfzeile</numerusform>
            <numerusform>%n Kopfzeilen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 s (the time is in seconds, not in milliseconds)</source>
        <translation>%1 s (die Zeit steht in Sekunden, nicht in Millisekunden)</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>at most %1 s apart</source>
        <translation>höchstens %1 s Abweichung</translation>
    </message>
    <message>
        <source>The signature gives its time in seconds; Retell gives milliseconds.</source>
        <translation>Die Signatur nennt ihre Zeit in Sekunden; Retell nennt Millisekunden.</translation>
    </message>
    <message>
        <source>The sender has to give the time of the signature in milliseconds.</source>
        <translation>Der Absender muss die Zeit der Signatur in Millisekunden angeben.</translation>
    </message>
</context>
<context>
    <name>anrufwarte::AccessSection</name>
    <message>
        <source>Retell access</source>
        <translation>Retell-Zugang</translation>
    </message>
    <message>
        <source>Access to the Retell API. A key is never shown or logged.</source>
        <translation>Zugang zur Retell-API. Ein Schlüssel wird nie angezeigt oder protokolliert.</translation>
    </message>
    <message>
        <source>Webhook key</source>
        <translation>Webhook-Schlüssel</translation>
    </message>
    <message>
        <source>The key that carries the webhook badge in Retell. During a key change several, separated by commas.</source>
        <translation>Der Schlüssel, der in Retell das Webhook-Kennzeichen trägt. Während eines Schlüsselwechsels mehrere, durch Kommas getrennt.</translation>
    </message>
    <message>
        <source>Only if it differs from the API key</source>
        <translation>Nur, wenn er vom API-Schlüssel abweicht</translation>
    </message>
    <message>
        <source>Check signatures with the API key</source>
        <translation>Signaturen mit dem API-Schlüssel prüfen</translation>
    </message>
    <message>
        <source>API address</source>
        <translation>API-Adresse</translation>
    </message>
    <message>
        <source>Retell shows it under API Keys</source>
        <translation>Steht in Retell unter „API Keys“</translation>
    </message>
    <message>
        <source>Kept until you quit only</source>
        <translation>Gilt nur bis zum Beenden</translation>
    </message>
    <message>
        <source>Stored in the system&apos;s keychain</source>
        <translation>Im Schlüsselbund des Systems gespeichert</translation>
    </message>
    <message>
        <source>Stored in a file that only this account can read</source>
        <translation>In einer Datei gespeichert, die nur dieses Konto lesen kann</translation>
    </message>
    <message>
        <source>API key</source>
        <translation>API-Schlüssel</translation>
    </message>
    <message>
        <source>Enter another key to replace it</source>
        <translation>Zum Ersetzen anderen Schlüssel eingeben</translation>
    </message>
    <message>
        <source>Enter the key</source>
        <translation>Schlüssel eingeben</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>Fehlt</translation>
    </message>
    <message>
        <source>Stored</source>
        <translation>Hinterlegt</translation>
    </message>
    <message>
        <source>Stored · ends in %1</source>
        <translation>Hinterlegt · endet auf %1</translation>
    </message>
    <message>
        <source>No keychain found.</source>
        <translation>Kein Schlüsselbund gefunden.</translation>
    </message>
    <message>
        <source>The key is kept until you quit only.</source>
        <translation>Der Schlüssel gilt nur bis zum Beenden.</translation>
    </message>
    <message>
        <source>Save to a file (readable by this account only)</source>
        <translation>In Datei speichern (nur für dieses Konto lesbar)</translation>
    </message>
    <message>
        <source>Given by the environment of the program</source>
        <translation>Von der Umgebung des Programms vorgegeben</translation>
    </message>
    <message>
        <source>Given as a systemd credential</source>
        <translation>Als systemd-Credential vorgegeben</translation>
    </message>
</context>
<context>
    <name>anrufwarte::AlertRow</name>
    <message>
        <source>Muted until %1</source>
        <translation>Stumm bis %1</translation>
    </message>
    <message>
        <source>Acknowledged</source>
        <translation>Zur Kenntnis genommen</translation>
    </message>
    <message>
        <source>Acknowledge</source>
        <translation>Zur Kenntnis nehmen</translation>
    </message>
    <message>
        <source>Mute 1 h</source>
        <translation>1 h stumm</translation>
    </message>
    <message>
        <source>Mute 1 day</source>
        <translation>1 Tag stumm</translation>
    </message>
    <message>
        <source>Unmute</source>
        <translation>Nicht mehr stumm</translation>
    </message>
</context>
<context>
    <name>anrufwarte::ApiPopover</name>
    <message>
        <source>Poller and Retell API</source>
        <translation>Abruf und Retell-API</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>Problem</translation>
    </message>
    <message>
        <source>Last poll</source>
        <translation>Letzter Abruf</translation>
    </message>
    <message>
        <source>Next poll</source>
        <translation>Nächster Abruf</translation>
    </message>
    <message>
        <source>Answer time</source>
        <translation>Antwortzeit</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>Calls at once</source>
        <translation>Anrufe gleichzeitig</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>Ended by the poller</source>
        <translation>Durch Abruf beendet</translation>
    </message>
    <message>
        <source>Unknown to Retell</source>
        <translation>Retell unbekannt</translation>
    </message>
    <message>
        <source>After many failures</source>
        <translation>Nach vielen Fehlern</translation>
    </message>
    <message>
        <source>asked rarely, until one answer is good</source>
        <translation>wird selten gefragt, bis eine Antwort gut ist</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>Waiting for resync</source>
        <translation>Warten auf Nachsync</translation>
    </message>
</context>
<context>
    <name>anrufwarte::Banner</name>
    <message>
        <source>Dismiss this message</source>
        <translation>Meldung schließen</translation>
    </message>
</context>
<context>
    <name>anrufwarte::BellList</name>
    <message>
        <source>Messages</source>
        <translation>Meldungen</translation>
    </message>
    <message>
        <source>No messages.</source>
        <translation>Keine Meldungen.</translation>
    </message>
    <message>
        <source>Earlier</source>
        <translation>Früher</translation>
    </message>
</context>
<context>
    <name>anrufwarte::CallHeader</name>
    <message>
        <source>More actions</source>
        <translation>Weitere Aktionen</translation>
    </message>
    <message>
        <source>Close details</source>
        <translation>Details schließen</translation>
    </message>
    <message>
        <source>Call %1</source>
        <translation>Anruf %1</translation>
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
        <source>Response time p95</source>
        <translation>Antwortzeit p95</translation>
    </message>
    <message>
        <source>Sentiment</source>
        <translation>Stimmung</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Ended by</source>
        <translation>Beendet durch</translation>
    </message>
    <message>
        <source>voicemail</source>
        <translation>Anrufbeantworter</translation>
    </message>
    <message>
        <source>successful</source>
        <translation>erfolgreich</translation>
    </message>
    <message>
        <source>not successful</source>
        <translation>nicht erfolgreich</translation>
    </message>
    <message>
        <source>since %1</source>
        <translation>seit %1</translation>
    </message>
    <message>
        <source>Copy number</source>
        <translation>Nummer kopieren</translation>
    </message>
    <message>
        <source>Copy call ID</source>
        <translation>Anruf-ID kopieren</translation>
    </message>
    <message>
        <source>Copy transcript</source>
        <translation>Transkript kopieren</translation>
    </message>
    <message>
        <source>Copy analysis summary</source>
        <translation>Zusammenfassung kopieren</translation>
    </message>
    <message>
        <source>Resync</source>
        <translation>Nachsynchronisieren</translation>
    </message>
    <message>
        <source>Save as JSON …</source>
        <translation>Als JSON speichern …</translation>
    </message>
</context>
<context>
    <name>anrufwarte::CallPane</name>
    <message>
        <source>No call selected</source>
        <translation>Kein Anruf gewählt</translation>
    </message>
    <message>
        <source>Select a call to see its details.</source>
        <translation>Einen Anruf wählen, um seine Einzelheiten zu sehen.</translation>
    </message>
    <message>
        <source>This call cannot be shown</source>
        <translation>Dieser Anruf lässt sich nicht anzeigen</translation>
    </message>
    <message>
        <source>Call details</source>
        <translation>Anrufdetails</translation>
    </message>
    <message>
        <source>Transcript</source>
        <translation>Transkript</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>Kosten</translation>
    </message>
    <message>
        <source>Latency</source>
        <translation>Latenz</translation>
    </message>
</context>
<context>
    <name>anrufwarte::CallSaver</name>
    <message>
        <source>call-%1.json</source>
        <translation>anruf-%1.json</translation>
    </message>
    <message>
        <source>Save call as JSON</source>
        <translation>Anruf als JSON speichern</translation>
    </message>
    <message>
        <source>JSON (*.json)</source>
        <translation>JSON (*.json)</translation>
    </message>
    <message>
        <source>The call was not saved.</source>
        <translation>Der Anruf wurde nicht gespeichert.</translation>
    </message>
</context>
<context>
    <name>anrufwarte::CallTable</name>
    <message numerus="yes">
        <source>%n ringing</source>
        <translation>
            <numerusform>%n klingelt</numerusform>
            <numerusform>%n klingeln</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 more not shown</source>
        <translation>%1 weitere nicht angezeigt</translation>
    </message>
    <message>
        <source>Ongoing</source>
        <translation>Laufend</translation>
    </message>
    <message>
        <source>last 15 minutes</source>
        <translation>letzte 15 Minuten</translation>
    </message>
    <message>
        <source>%1 more in the history</source>
        <translation>%1 weitere im Verlauf</translation>
    </message>
    <message>
        <source>Just ended</source>
        <translation>Gerade beendet</translation>
    </message>
    <message numerus="yes">
        <source>%n unconfirmed</source>
        <translation>
            <numerusform>%n unbestätigt</numerusform>
            <numerusform>%n unbestätigt</numerusform>
        </translation>
    </message>
    <message>
        <source>Ongoing calls</source>
        <translation>Laufende Anrufe</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <source>No ongoing calls just now</source>
        <translation>Gerade keine laufenden Anrufe</translation>
    </message>
    <message>
        <source>Show only calls without a recent sign of life</source>
        <translation>Nur Anrufe ohne jüngeres Lebenszeichen anzeigen</translation>
    </message>
</context>
<context>
    <name>anrufwarte::CallTableHeader</name>
    <message>
        <source>Sort by</source>
        <translation>Sortieren nach</translation>
    </message>
    <message>
        <source>Fit widths to content</source>
        <translation>Breiten an Inhalt anpassen</translation>
    </message>
    <message>
        <source>Reset columns</source>
        <translation>Spalten zurücksetzen</translation>
    </message>
</context>
<context>
    <name>anrufwarte::ChangesModel</name>
    <message>
        <source>new call</source>
        <translation>neuer Anruf</translation>
    </message>
    <message numerus="yes">
        <source>%n field(s)</source>
        <translation>
            <numerusform>%n Feld</numerusform>
            <numerusform>%n Felder</numerusform>
        </translation>
    </message>
    <message>
        <source>Error %1</source>
        <translation>Fehler %1</translation>
    </message>
    <message>
        <source>%1: before %2, after %3, %4</source>
        <translation>%1: vorher %2, nachher %3, %4</translation>
    </message>
    <message>
        <source>to</source>
        <translation>nach</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>Feld</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Vorher</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Nachher</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Änderung</translation>
    </message>
</context>
<context>
    <name>anrufwarte::CloseQuestions</name>
    <message>
        <source>Close window</source>
        <translation>Fenster schließen</translation>
    </message>
    <message>
        <source>Anrufwarte goes on receiving webhooks in the background.</source>
        <translation>Die Anrufwarte empfängt im Hintergrund weiter Webhooks.</translation>
    </message>
    <message>
        <source>Its icon stays in the system tray. This can be changed in the File menu.</source>
        <translation>Ihr Symbol bleibt im Infobereich. Das lässt sich im Menü „Datei“ ändern.</translation>
    </message>
    <message>
        <source>Quit instead</source>
        <translation>Stattdessen beenden</translation>
    </message>
    <message>
        <source>Quit Anrufwarte?</source>
        <translation>Anrufwarte beenden?</translation>
    </message>
    <message>
        <source>Webhooks are then lost until Anrufwarte runs again.</source>
        <translation>Webhooks gehen dann verloren, bis die Anrufwarte wieder läuft.</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>Minimise</source>
        <translation>Minimieren</translation>
    </message>
</context>
<context>
    <name>anrufwarte::CopyField</name>
    <message>
        <source>Copy %1</source>
        <translation>%1 kopieren</translation>
    </message>
</context>
<context>
    <name>anrufwarte::CostTableModel</name>
    <message>
        <source>one-off</source>
        <translation>einmalig</translation>
    </message>
    <message>
        <source>Total according to Retell</source>
        <translation>Gesamt laut Retell</translation>
    </message>
    <message>
        <source>Sum of the items</source>
        <translation>Summe der Posten</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>Posten</translation>
    </message>
    <message>
        <source>Product (Retell)</source>
        <translation>Produkt (Retell)</translation>
    </message>
    <message>
        <source>Amount (%1)</source>
        <translation>Betrag (%1)</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>Anteil</translation>
    </message>
</context>
<context>
    <name>anrufwarte::CostView</name>
    <message>
        <source>Total cost</source>
        <translation>Gesamtkosten</translation>
    </message>
    <message>
        <source>Cost items</source>
        <translation>Kostenposten</translation>
    </message>
    <message>
        <source>US cents, as Retell states them</source>
        <translation>US-Cent laut Retell</translation>
    </message>
    <message>
        <source>US dollars, as the payload states them</source>
        <translation>US-Dollar laut Nutzdaten</translation>
    </message>
    <message>
        <source>fixed rate $1 = %1 €</source>
        <translation>fester Kurs 1 $ = %1 €</translation>
    </message>
    <message>
        <source>Retell states amounts in US cents: %1 are %2, not %3.</source>
        <translation>Retell liefert Beträge in US-Cent: %1 sind %2, nicht %3.</translation>
    </message>
    <message>
        <source>The amounts of this call were read as US dollars (the former shape): %1 are %2.</source>
        <translation>Die Beträge dieses Anrufs wurden als US-Dollar gelesen (frühere Form): %1 sind %2.</translation>
    </message>
    <message>
        <source>The unit is set by hand (cost/unit).</source>
        <translation>Die Einheit ist von Hand eingestellt (cost/unit).</translation>
    </message>
    <message>
        <source>The sum is right.</source>
        <translation>Summe stimmt.</translation>
    </message>
    <message>
        <source>Difference %1 · warning above %2</source>
        <translation>Abweichung %1 · Warnung über %2</translation>
    </message>
    <message>
        <source>Sum differs by %1.</source>
        <translation>Summe weicht um %1 ab.</translation>
    </message>
    <message>
        <source>Limit %1</source>
        <translation>Grenze %1</translation>
    </message>
    <message>
        <source>Nothing to compare.</source>
        <translation>Nichts zu vergleichen.</translation>
    </message>
    <message>
        <source>Retell named no items that would have to add up.</source>
        <translation>Retell hat keine Posten genannt, die sich addieren müssten.</translation>
    </message>
    <message>
        <source>Unusually high amount – check the unit</source>
        <translation>Betrag ungewöhnlich hoch – Einheit prüfen</translation>
    </message>
    <message>
        <source>%1 for %2</source>
        <translation>%1 für %2</translation>
    </message>
    <message>
        <source>Cent</source>
        <translation>Cent</translation>
    </message>
    <message>
        <source>USD</source>
        <translation>USD</translation>
    </message>
    <message>
        <source>EUR</source>
        <translation>EUR</translation>
    </message>
    <message>
        <source>Show the table in %1</source>
        <translation>Tabelle in %1 zeigen</translation>
    </message>
    <message>
        <source>Estimate: duration × mean price of a minute. The real amount follows after the end of the call.</source>
        <translation>Schätzung: Dauer × mittlerer Minutenpreis. Der wirkliche Betrag folgt nach dem Ende des Anrufs.</translation>
    </message>
    <message>
        <source>Unusually low amount – check the unit</source>
        <translation>Betrag ungewöhnlich niedrig – Einheit prüfen</translation>
    </message>
</context>
<context>
    <name>anrufwarte::DataChecklist</name>
    <message>
        <source>Data</source>
        <translation>Datenlage</translation>
    </message>
    <message>
        <source>The rest follows after the call</source>
        <translation>Der Rest folgt nach Anrufende</translation>
    </message>
    <message>
        <source>Retell is still working on it</source>
        <translation>Retell arbeitet noch daran</translation>
    </message>
    <message numerus="yes">
        <source>%n part(s) missing</source>
        <translation>
            <numerusform>%n fehlt</numerusform>
            <numerusform>%n fehlen</numerusform>
        </translation>
    </message>
    <message>
        <source>complete</source>
        <translation>vollständig</translation>
    </message>
    <message>
        <source>Field %1: unexpected type (%2)</source>
        <translation>Feld %1: unerwarteter Typ (%2)</translation>
    </message>
    <message numerus="yes">
        <source>%n field(s) could not be read</source>
        <translation>
            <numerusform>%n Feld nicht lesbar</numerusform>
            <numerusform>%n Felder nicht lesbar</numerusform>
        </translation>
    </message>
    <message>
        <source>n/a</source>
        <translation>entfällt</translation>
    </message>
</context>
<context>
    <name>anrufwarte::Desktop</name>
    <message>
        <source>A key could not be read.</source>
        <translation>Ein Schlüssel war nicht lesbar.</translation>
    </message>
    <message>
        <source>The simulator of the demo could not be started.</source>
        <translation>Der Simulator der Demo ließ sich nicht starten.</translation>
    </message>
    <message>
        <source>The key could not be saved.</source>
        <translation>Der Schlüssel ließ sich nicht speichern.</translation>
    </message>
    <message>
        <source>The settings could not be saved.</source>
        <translation>Die Einstellungen ließen sich nicht speichern.</translation>
    </message>
    <message>
        <source>Not all settings could be put in force.</source>
        <translation>Nicht alle Einstellungen konnten übernommen werden.</translation>
    </message>
    <message>
        <source>Saved.</source>
        <translation>Gespeichert.</translation>
    </message>
    <message>
        <source>Some of the changes take effect at the next start.</source>
        <translation>Einige Änderungen gelten ab dem nächsten Start.</translation>
    </message>
    <message>
        <source>The key could not be put in force.</source>
        <translation>Der Schlüssel konnte nicht übernommen werden.</translation>
    </message>
    <message>
        <source>Anrufwarte cannot start.</source>
        <translation>Die Anrufwarte kann nicht starten.</translation>
    </message>
</context>
<context>
    <name>anrufwarte::DesktopNotices</name>
    <message>
        <source>Open Anrufwarte</source>
        <translation>Anrufwarte öffnen</translation>
    </message>
</context>
<context>
    <name>anrufwarte::DetailSplitter</name>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
</context>
<context>
    <name>anrufwarte::DisplaySection</name>
    <message>
        <source>The red threshold cannot be below the amber one.</source>
        <translation>Der rote Grenzwert kann nicht unter dem gelben liegen.</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Darstellung</translation>
    </message>
    <message>
        <source>What the figures look like and from when on they stand out.</source>
        <translation>Wie die Werte aussehen und ab wann sie auffallen.</translation>
    </message>
    <message>
        <source>Colour scheme</source>
        <translation>Farbschema</translation>
    </message>
    <message>
        <source>Takes effect at once</source>
        <translation>Wirkt sofort</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Automatisch</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>Read Retell&apos;s amounts as</source>
        <translation>Beträge von Retell lesen als</translation>
    </message>
    <message>
        <source>Retell states US cents; the former system dollars</source>
        <translation>Retell nennt US-Cent, das frühere System Dollar</translation>
    </message>
    <message>
        <source>Automatic (by their form)</source>
        <translation>Automatisch (nach ihrer Form)</translation>
    </message>
    <message>
        <source>US cents</source>
        <translation>US-Cent</translation>
    </message>
    <message>
        <source>US dollars</source>
        <translation>US-Dollar</translation>
    </message>
    <message>
        <source>Euro rate</source>
        <translation>Euro-Kurs</translation>
    </message>
    <message>
        <source>Amounts in euros are shown only when set</source>
        <translation>Ohne Kurs werden keine Euro-Beträge gezeigt</translation>
    </message>
    <message>
        <source>€ for 1 $</source>
        <translation>€ für 1 $</translation>
    </message>
    <message>
        <source>Response time (p95)</source>
        <translation>Antwortzeit (p95)</translation>
    </message>
    <message>
        <source>Threshold per call and per hour</source>
        <translation>Grenzwert je Anruf und je Stunde</translation>
    </message>
    <message>
        <source>ms</source>
        <translation>ms</translation>
    </message>
    <message>
        <source>Duration in amber from</source>
        <translation>Dauer gelb ab</translation>
    </message>
    <message>
        <source>minutes</source>
        <translation>Minuten</translation>
    </message>
    <message>
        <source>Duration in red from</source>
        <translation>Dauer rot ab</translation>
    </message>
    <message>
        <source>Privacy</source>
        <translation>Datenschutz</translation>
    </message>
    <message>
        <source>Show only the last three digits of numbers</source>
        <translation>Von Rufnummern nur die letzten drei Ziffern zeigen</translation>
    </message>
</context>
<context>
    <name>anrufwarte::FigureStrip</name>
    <message>
        <source>Figures of this run</source>
        <translation>Zahlen dieses Laufs</translation>
    </message>
    <message>
        <source>before %1</source>
        <translation>vorher %1</translation>
    </message>
    <message>
        <source>Updated</source>
        <translation>Aktualisiert</translation>
    </message>
    <message numerus="yes">
        <source>of %n call(s)</source>
        <translation>
            <numerusform>von %n Anruf</numerusform>
            <numerusform>von %n Anrufen</numerusform>
        </translation>
    </message>
    <message>
        <source>Unchanged</source>
        <translation>Unverändert</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>Cost added</source>
        <translation>Kosten ergänzt</translation>
    </message>
    <message numerus="yes">
        <source>%n call(s)</source>
        <translation>
            <numerusform>%n Anruf</numerusform>
            <numerusform>%n Anrufe</numerusform>
        </translation>
    </message>
    <message>
        <source>Still incomplete</source>
        <translation>Noch unvollständig</translation>
    </message>
</context>
<context>
    <name>anrufwarte::FileField</name>
    <message>
        <source>Choose …</source>
        <translation>Wählen …</translation>
    </message>
    <message>
        <source>Choose %1</source>
        <translation>%1 wählen</translation>
    </message>
    <message>
        <source>PEM files (*.pem *.crt *.cer *.key)</source>
        <translation>PEM-Dateien (*.pem *.crt *.cer *.key)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
</context>
<context>
    <name>anrufwarte::KeyField</name>
    <message>
        <source>Store key</source>
        <translation>Hinterlegen</translation>
    </message>
    <message>
        <source>Store %1</source>
        <translation>%1 hinterlegen</translation>
    </message>
</context>
<context>
    <name>anrufwarte::KpiStrip</name>
    <message>
        <source>Figures of today</source>
        <translation>Werte von heute</translation>
    </message>
</context>
<context>
    <name>anrufwarte::LanguageSection</name>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Takes effect at once.</source>
        <translation>Wirkt sofort.</translation>
    </message>
    <message>
        <source>Language of the window</source>
        <translation>Sprache des Fensters</translation>
    </message>
    <message>
        <source>As in the system</source>
        <translation>Wie im System</translation>
    </message>
</context>
<context>
    <name>anrufwarte::LatencyChart</name>
    <message>
        <source>Knowledge</source>
        <translation>Wissen</translation>
    </message>
    <message>
        <source>LLM network</source>
        <translation>LLM-Netz</translation>
    </message>
    <message>
        <source>Limit</source>
        <translation>Grenze</translation>
    </message>
    <message>
        <source>Latency per component</source>
        <translation>Latenz je Komponente</translation>
    </message>
    <message>
        <source>%1: p50 %2, p90 %3, p95 %4, p99 %5</source>
        <translation>%1: p50 %2, p90 %3, p95 %4, p99 %5</translation>
    </message>
    <message>
        <source>Limit %1</source>
        <translation>Grenze %1</translation>
    </message>
</context>
<context>
    <name>anrufwarte::LatencyTableModel</name>
    <message>
        <source>%1, above the limit</source>
        <translation>%1, über der Grenze</translation>
    </message>
    <message>
        <source>Component</source>
        <translation>Komponente</translation>
    </message>
    <message>
        <source>p50 (ms)</source>
        <translation>p50 (ms)</translation>
    </message>
    <message>
        <source>p90 (ms)</source>
        <translation>p90 (ms)</translation>
    </message>
    <message>
        <source>p95 (ms)</source>
        <translation>p95 (ms)</translation>
    </message>
    <message>
        <source>p99 (ms)</source>
        <translation>p99 (ms)</translation>
    </message>
    <message>
        <source>Samples</source>
        <translation>Anzahl</translation>
    </message>
</context>
<context>
    <name>anrufwarte::LatencyView</name>
    <message>
        <source>Latency per component</source>
        <translation>Latenz je Komponente</translation>
    </message>
    <message>
        <source>E2E is not the sum of the components: percentiles are formed for each of them.</source>
        <translation>E2E ist nicht die Summe der Komponenten: Perzentile werden je Komponente einzeln gebildet.</translation>
    </message>
    <message>
        <source>No measurements</source>
        <translation>Keine Messwerte</translation>
    </message>
    <message>
        <source>Retell measured no response times during this call.</source>
        <translation>Retell hat in diesem Anruf keine Antwortzeiten gemessen.</translation>
    </message>
    <message>
        <source>above the threshold %1</source>
        <translation>über Grenzwert %1</translation>
    </message>
    <message>
        <source>below the threshold %1</source>
        <translation>unter Grenzwert %1</translation>
    </message>
    <message>
        <source>p50 (median)</source>
        <translation>p50 (Median)</translation>
    </message>
    <message>
        <source>p90</source>
        <translation>p90</translation>
    </message>
    <message>
        <source>p95</source>
        <translation>p95</translation>
    </message>
    <message>
        <source>p99</source>
        <translation>p99</translation>
    </message>
    <message numerus="yes">
        <source>Only %n sample(s) – p99 says little</source>
        <translation>
            <numerusform>Nur %n Messpunkt – p99 ist wenig aussagekräftig</numerusform>
            <numerusform>Nur %n Messpunkte – p99 ist wenig aussagekräftig</numerusform>
        </translation>
    </message>
    <message>
        <source>p50</source>
        <translation>p50</translation>
    </message>
</context>
<context>
    <name>anrufwarte::LiveEmpty</name>
    <message>
        <source>No ongoing calls just now</source>
        <translation>Gerade keine laufenden Anrufe</translation>
    </message>
    <message>
        <source>As soon as Retell reports a call it appears here by itself.</source>
        <translation>Sobald Retell einen Anruf meldet, erscheint er hier ohne Neuladen.</translation>
    </message>
    <message>
        <source>last webhook %1</source>
        <translation>letzter Webhook %1</translation>
    </message>
    <message>
        <source>no webhook yet</source>
        <translation>noch kein Webhook</translation>
    </message>
    <message>
        <source>Listener ready</source>
        <translation>Empfang bereit</translation>
    </message>
    <message>
        <source>Listener stopped</source>
        <translation>Empfang unterbrochen</translation>
    </message>
    <message>
        <source>Port %1, %2</source>
        <translation>Port %1, %2</translation>
    </message>
    <message>
        <source>Database ready</source>
        <translation>Datenbank bereit</translation>
    </message>
    <message>
        <source>Database not writable</source>
        <translation>Datenbank nicht beschreibbar</translation>
    </message>
    <message>
        <source>No unconfirmed calls</source>
        <translation>Keine unbestätigten Anrufe</translation>
    </message>
    <message>
        <source>No hits for “%1”</source>
        <translation>Keine Treffer für „%1“</translation>
    </message>
    <message>
        <source>Among the ongoing calls and those that just ended.</source>
        <translation>Unter den laufenden und gerade beendeten Anrufen.</translation>
    </message>
    <message>
        <source>No calls can be received</source>
        <translation>Anrufe können nicht empfangen werden</translation>
    </message>
    <message>
        <source>Calls that run now are not shown here.</source>
        <translation>Anrufe, die jetzt laufen, erscheinen hier nicht.</translation>
    </message>
    <message>
        <source>Check connection</source>
        <translation>Verbindung prüfen</translation>
    </message>
    <message>
        <source>Reset filter</source>
        <translation>Filter zurücksetzen</translation>
    </message>
    <message>
        <source>Poller switched off</source>
        <translation>Abruf ausgeschaltet</translation>
    </message>
    <message>
        <source>Only webhooks tell of calls.</source>
        <translation>Nur Webhooks melden Anrufe.</translation>
    </message>
    <message>
        <source>Poller has no key</source>
        <translation>Abruf ohne Schlüssel</translation>
    </message>
    <message>
        <source>Enter it in the settings.</source>
        <translation>In den Einstellungen hinterlegen.</translation>
    </message>
    <message>
        <source>last %1</source>
        <translation>zuletzt %1</translation>
    </message>
    <message>
        <source>no poll yet</source>
        <translation>noch kein Abruf</translation>
    </message>
    <message>
        <source>every %1 s, %2</source>
        <translation>alle %1 s, %2</translation>
    </message>
    <message>
        <source>Poller running</source>
        <translation>Abruf läuft</translation>
    </message>
    <message>
        <source>Poller starting</source>
        <translation>Abruf startet</translation>
    </message>
    <message>
        <source>Poller gets no answer</source>
        <translation>Abruf ohne Antwort</translation>
    </message>
    <message>
        <source>Retell API reachable</source>
        <translation>Retell-API erreichbar</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>Retell API</source>
        <translation>Retell-API</translation>
    </message>
    <message>
        <source>not asked yet</source>
        <translation>noch nicht gefragt</translation>
    </message>
    <message>
        <source>Retell API not usable</source>
        <translation>Retell-API nicht nutzbar</translation>
    </message>
    <message>
        <source>Without a key no webhook is accepted, and Retell cannot be asked.</source>
        <translation>Ohne Schlüssel wird kein Webhook angenommen, und Retell lässt sich nicht fragen.</translation>
    </message>
    <message>
        <source>Fetch recent calls</source>
        <translation>Letzte Anrufe abrufen</translation>
    </message>
</context>
<context>
    <name>anrufwarte::LivePage</name>
    <message>
        <source>Detail pane</source>
        <translation>Detailbereich</translation>
    </message>
</context>
<context>
    <name>anrufwarte::MainWindow</name>
    <message numerus="yes">
        <source>%n ongoing call(s)</source>
        <translation>
            <numerusform>%n laufender Anruf</numerusform>
            <numerusform>%n laufende Anrufe</numerusform>
        </translation>
    </message>
    <message>
        <source>Ongoing calls</source>
        <translation>Laufende Anrufe</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Number, agent or call ID</source>
        <translation>Nummer, Agent oder Anruf-ID</translation>
    </message>
    <message>
        <source>Resync</source>
        <translation>Nachsynchronisieren</translation>
    </message>
    <message>
        <source>Resync …</source>
        <translation>Nachsynchronisieren …</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Anzeigen</translation>
    </message>
</context>
<context>
    <name>anrufwarte::OpenModel</name>
    <message>
        <source>%1, %2, missing: %3, %4</source>
        <translation>%1, %2, es fehlt: %3, %4</translation>
    </message>
    <message>
        <source>Call</source>
        <translation>Anruf</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Beginn</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>Fehlt</translation>
    </message>
    <message>
        <source>Asked again</source>
        <translation>Nächste Abfrage</translation>
    </message>
</context>
<context>
    <name>anrufwarte::OpenPane</name>
    <message numerus="yes">
        <source>%n set aside</source>
        <translation>
            <numerusform>%n zurückgestellt</numerusform>
            <numerusform>%n zurückgestellt</numerusform>
        </translation>
    </message>
    <message>
        <source>the newest %1 are shown</source>
        <translation>die neuesten %1 werden gezeigt</translation>
    </message>
    <message>
        <source>Open calls</source>
        <translation>Offene Anrufe</translation>
    </message>
    <message>
        <source>The run of %1 was interrupted.</source>
        <translation>Der Lauf vom %1 wurde unterbrochen.</translation>
    </message>
    <message>
        <source>%1 of %2 calls are done.</source>
        <translation>%1 von %2 Anrufen sind erledigt.</translation>
    </message>
    <message>
        <source>No open calls. All finished calls are complete.</source>
        <translation>Keine offenen Anrufe. Alle beendeten Anrufe sind vollständig.</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>It was still looking for calls.</source>
        <translation>Er suchte noch nach Anrufen.</translation>
    </message>
</context>
<context>
    <name>anrufwarte::OutcomePane</name>
    <message numerus="yes">
        <source>%n call(s) checked in %1.</source>
        <translation>
            <numerusform>%n Anruf in %1 geprüft.</numerusform>
            <numerusform>%n Anrufe in %1 geprüft.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2 calls checked. What was written stays.</source>
        <translation>%1 von %2 Anrufen geprüft. Was geschrieben ist, bleibt.</translation>
    </message>
    <message>
        <source>The resync could not go on.</source>
        <translation>Der Nachsync konnte nicht weiterlaufen.</translation>
    </message>
    <message>
        <source>Dry run – nothing written.</source>
        <translation>Probelauf – nichts geschrieben.</translation>
    </message>
    <message>
        <source>Resync cancelled.</source>
        <translation>Nachsync abgebrochen.</translation>
    </message>
    <message>
        <source>This run was interrupted.</source>
        <translation>Dieser Lauf wurde unterbrochen.</translation>
    </message>
    <message>
        <source>Resync finished.</source>
        <translation>Nachsync abgeschlossen.</translation>
    </message>
    <message>
        <source>not found</source>
        <translation>nicht gefunden</translation>
    </message>
    <message>
        <source>still empty at Retell</source>
        <translation>bei Retell noch leer</translation>
    </message>
    <message>
        <source>as at Retell</source>
        <translation>wie bei Retell</translation>
    </message>
    <message>
        <source>Of this run only its figures are kept, not the single calls.</source>
        <translation>Von diesem Lauf sind nur die Zahlen aufbewahrt, nicht die einzelnen Anrufe.</translation>
    </message>
    <message>
        <source>Nothing changed, nothing failed.</source>
        <translation>Nichts geändert, nichts fehlgeschlagen.</translation>
    </message>
    <message>
        <source>No call to show with this choice.</source>
        <translation>Kein Anruf für diese Auswahl.</translation>
    </message>
    <message>
        <source>Field: all fields</source>
        <translation>Feld: Alle Felder</translation>
    </message>
    <message>
        <source>Field: %1</source>
        <translation>Feld: %1</translation>
    </message>
    <message>
        <source>Which field is shown</source>
        <translation>Welches Feld gezeigt wird</translation>
    </message>
    <message>
        <source>Changes by call</source>
        <translation>Änderungen je Anruf</translation>
    </message>
    <message numerus="yes">
        <source>Repeat %n failed</source>
        <translation>
            <numerusform>%n Fehlgeschlagenen wiederholen</numerusform>
            <numerusform>%n Fehlgeschlagene wiederholen</numerusform>
        </translation>
    </message>
    <message>
        <source>Run for real now</source>
        <translation>Jetzt wirklich ausführen</translation>
    </message>
    <message>
        <source>Save report …</source>
        <translation>Bericht speichern …</translation>
    </message>
</context>
<context>
    <name>anrufwarte::PageHeader</name>
    <message numerus="yes">
        <source>%n message(s)</source>
        <translation>
            <numerusform>%n Meldung</numerusform>
            <numerusform>%n Meldungen</numerusform>
        </translation>
    </message>
    <message>
        <source>No messages</source>
        <translation>Keine Meldungen</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>Meldungen</translation>
    </message>
</context>
<context>
    <name>anrufwarte::PartNote</name>
    <message>
        <source>The call was not connected.</source>
        <translation>Der Anruf kam nicht zustande.</translation>
    </message>
    <message>
        <source>Retell does not store this: the agent keeps basic attributes only.</source>
        <translation>Retell speichert das nicht: Für diesen Agenten sind nur Grunddaten eingestellt.</translation>
    </message>
    <message>
        <source>Nobody spoke during this call.</source>
        <translation>In diesem Anruf hat niemand gesprochen.</translation>
    </message>
    <message>
        <source>It can never come for this call.</source>
        <translation>Für diesen Anruf gibt es das nicht.</translation>
    </message>
    <message>
        <source>Retell has not sent this. Resync fetches it if Retell has it.</source>
        <translation>Retell hat das nicht geliefert. Nachsynchronisieren holt es, wenn Retell es hat.</translation>
    </message>
    <message>
        <source>Retell is still working on this call.</source>
        <translation>Retell bearbeitet diesen Anruf noch.</translation>
    </message>
    <message>
        <source>It follows after the end of the call.</source>
        <translation>Folgt nach dem Ende des Anrufs.</translation>
    </message>
</context>
<context>
    <name>anrufwarte::ProgressCard</name>
    <message>
        <source>Looking for calls … %1 so far</source>
        <translation>Anrufe werden gesucht … bisher %1</translation>
    </message>
    <message>
        <source>Looking for calls …</source>
        <translation>Anrufe werden gesucht …</translation>
    </message>
    <message>
        <source>%1 of %2 calls</source>
        <translation>%1 von %2 Anrufen</translation>
    </message>
    <message>
        <source>Dry run: %1</source>
        <translation>Probelauf: %1</translation>
    </message>
    <message>
        <source>Current: %1 · %2</source>
        <translation>Aktuell: %1 · %2</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Angehalten</translation>
    </message>
    <message>
        <source>What is on its way still comes …</source>
        <translation>Was unterwegs ist, kommt noch …</translation>
    </message>
    <message>
        <source>%1 requests/s</source>
        <translation>%1 Anfragen/s</translation>
    </message>
    <message>
        <source>Progress of the resync</source>
        <translation>Fortschritt der Nachsynchronisierung</translation>
    </message>
    <message>
        <source>updated</source>
        <translation>aktualisiert</translation>
    </message>
    <message>
        <source>unchanged</source>
        <translation>unverändert</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>fehlgeschlagen</translation>
    </message>
    <message>
        <source>pending</source>
        <translation>ausstehend</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Polling goes first …</source>
        <translation>Abruf hat Vorrang …</translation>
    </message>
</context>
<context>
    <name>anrufwarte::ReceiverSection</name>
    <message>
        <source>TLS needs the certificate and its private key.</source>
        <translation>TLS braucht das Zertifikat und seinen privaten Schlüssel.</translation>
    </message>
    <message>
        <source>Webhook listener</source>
        <translation>Webhook-Empfang</translation>
    </message>
    <message>
        <source>Retell delivers events here. Enter the public address in the Retell console.</source>
        <translation>Hier liefert Retell Ereignisse an. Die öffentliche Adresse in der Retell-Konsole eintragen.</translation>
    </message>
    <message>
        <source>Public address</source>
        <translation>Öffentliche Adresse</translation>
    </message>
    <message>
        <source>To be entered at Retell; not needed to receive</source>
        <translation>In der Retell-Konsole einzutragen; für den Empfang nicht nötig</translation>
    </message>
    <message>
        <source>Listen addresses</source>
        <translation>Lauschadressen</translation>
    </message>
    <message>
        <source>Several separated by commas; port 0 = any free one</source>
        <translation>Mehrere durch Kommas getrennt; Port 0 = ein freier</translation>
    </message>
    <message>
        <source>Path</source>
        <translation>Pfad</translation>
    </message>
    <message>
        <source>Everything at or below it is taken</source>
        <translation>Alles an und unter ihm wird angenommen</translation>
    </message>
    <message>
        <source>Time window</source>
        <translation>Zeitfenster</translation>
    </message>
    <message>
        <source>Older signatures are rejected</source>
        <translation>Ältere Signaturen werden abgewiesen</translation>
    </message>
    <message>
        <source>seconds</source>
        <translation>Sekunden</translation>
    </message>
    <message>
        <source>TLS certificate</source>
        <translation>TLS-Zertifikat</translation>
    </message>
    <message>
        <source>PEM file; empty = http, for use behind a proxy</source>
        <translation>PEM-Datei; leer = http, für den Betrieb hinter einem Proxy</translation>
    </message>
    <message>
        <source>TLS private key</source>
        <translation>Privater TLS-Schlüssel</translation>
    </message>
    <message>
        <source>PEM file, readable by this account only</source>
        <translation>PEM-Datei, nur für dieses Konto lesbar</translation>
    </message>
    <message>
        <source>Advanced</source>
        <translation>Erweitert</translation>
    </message>
    <message>
        <source>Largest request</source>
        <translation>Größte Anfrage</translation>
    </message>
    <message>
        <source>Larger ones are refused (413)</source>
        <translation>Größere werden abgelehnt (413)</translation>
    </message>
    <message>
        <source>bytes</source>
        <translation>Byte</translation>
    </message>
    <message>
        <source>Connections at once</source>
        <translation>Gleichzeitige Verbindungen</translation>
    </message>
    <message>
        <source>Of these per sender</source>
        <translation>Davon je Absender</translation>
    </message>
    <message>
        <source>Trusted proxies are exempt</source>
        <translation>Vertraute Proxys sind ausgenommen</translation>
    </message>
    <message>
        <source>Time limit for the headers</source>
        <translation>Zeitgrenze für die Kopfzeilen</translation>
    </message>
    <message>
        <source>Time limit for the request</source>
        <translation>Zeitgrenze für die Anfrage</translation>
    </message>
</context>
<context>
    <name>anrufwarte::RejectionDetails</name>
    <message>
        <source>passed</source>
        <translation>bestanden</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>nicht bestanden</translation>
    </message>
    <message>
        <source>not checked yet</source>
        <translation>noch nicht geprüft</translation>
    </message>
    <message>
        <source>expected</source>
        <translation>erwartet</translation>
    </message>
    <message>
        <source>received</source>
        <translation>erhalten</translation>
    </message>
</context>
<context>
    <name>anrufwarte::RejectionModel</name>
    <message>
        <source>From the rejected body, unverified</source>
        <translation>Aus dem abgewiesenen Inhalt, ungeprüft</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Empfangen</translation>
    </message>
    <message>
        <source>Sender</source>
        <translation>Absender</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>Ereignis</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
</context>
<context>
    <name>anrufwarte::RejectionPopover</name>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>not listening</source>
        <translation>empfängt nicht</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>Störung</translation>
    </message>
    <message>
        <source>Last webhook</source>
        <translation>Letzter Webhook</translation>
    </message>
    <message>
        <source>none since start</source>
        <translation>keiner seit dem Start</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>Angenommen</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>Abgewiesen</translation>
    </message>
    <message>
        <source>Could not be taken (503)</source>
        <translation>Nicht aufgenommen (503)</translation>
    </message>
    <message>
        <source>Listener</source>
        <translation>Empfang</translation>
    </message>
    <message>
        <source>Rejected webhooks</source>
        <translation>Abgewiesene Webhooks</translation>
    </message>
    <message>
        <source>No webhook was rejected.</source>
        <translation>Es wurde kein Webhook abgewiesen.</translation>
    </message>
</context>
<context>
    <name>anrufwarte::ResultModel</name>
    <message>
        <source>Being asked</source>
        <translation>Wird abgefragt</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Call</source>
        <translation>Anruf</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Beginn</translation>
    </message>
    <message>
        <source>Changed fields</source>
        <translation>Geänderte Felder</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>Dauer</translation>
    </message>
</context>
<context>
    <name>anrufwarte::ResyncPage</name>
    <message>
        <source>Run of %1</source>
        <translation>Lauf vom %1</translation>
    </message>
    <message>
        <source>Fetches missing call data from the Retell API</source>
        <translation>Fehlende Anrufdaten über die Retell-API nachladen</translation>
    </message>
    <message numerus="yes">
        <source>Ask Retell for %n call(s)?</source>
        <translation>
            <numerusform>%n Anruf nachsynchronisieren?</numerusform>
            <numerusform>%n Anrufe nachsynchronisieren?</numerusform>
        </translation>
    </message>
    <message>
        <source>That takes about %1. It can be paused and cancelled at any time; what was written stays.</source>
        <translation>Das dauert etwa %1. Anhalten und Abbrechen geht jederzeit; was geschrieben ist, bleibt.</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Starten</translation>
    </message>
    <message>
        <source>Save report</source>
        <translation>Bericht speichern</translation>
    </message>
    <message>
        <source>CSV files (*.csv)</source>
        <translation>CSV-Dateien (*.csv)</translation>
    </message>
    <message>
        <source>resync-%1.csv</source>
        <translation>nachsync-%1.csv</translation>
    </message>
    <message>
        <source>Report saved: %1</source>
        <translation>Bericht gespeichert: %1</translation>
    </message>
</context>
<context>
    <name>anrufwarte::ResyncSession</name>
    <message>
        <source>Finishes what is on its way. A second signal ends at once.</source>
        <translation>Schließt ab, was unterwegs ist. Ein zweites Signal beendet sofort.</translation>
    </message>
</context>
<context>
    <name>anrufwarte::RunningPane</name>
    <message>
        <source>Results</source>
        <translation>Ergebnisse</translation>
    </message>
    <message>
        <source>newest on top</source>
        <translation>neueste oben</translation>
    </message>
    <message>
        <source>Nothing to show yet.</source>
        <translation>Noch nichts zu zeigen.</translation>
    </message>
</context>
<context>
    <name>anrufwarte::SaveBar</name>
    <message>
        <source>Discard</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message numerus="yes">
        <source>Nothing saved: %n field(s) to correct</source>
        <translation>
            <numerusform>Nichts gespeichert: %n Feld ist zu berichtigen</numerusform>
            <numerusform>Nichts gespeichert: %n Felder sind zu berichtigen</numerusform>
        </translation>
    </message>
    <message>
        <source>All changes saved</source>
        <translation>Alle Änderungen gespeichert</translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) not saved</source>
        <translation>
            <numerusform>%n Änderung nicht gespeichert</numerusform>
            <numerusform>%n Änderungen nicht gespeichert</numerusform>
        </translation>
    </message>
    <message>
        <source>saving restarts the listener</source>
        <translation>beim Speichern wird der Empfang neu gestartet</translation>
    </message>
</context>
<context>
    <name>anrufwarte::ScopeCard</name>
    <message>
        <source>No call selected</source>
        <translation>Kein Anruf ausgewählt</translation>
    </message>
    <message>
        <source>Calls with missing data</source>
        <translation>Anrufe mit fehlenden Daten</translation>
    </message>
    <message>
        <source>All finished calls are complete</source>
        <translation>Alle beendeten Anrufe sind vollständig</translation>
    </message>
    <message numerus="yes">
        <source>%n call(s) with missing data</source>
        <translation>
            <numerusform>%n Anruf mit fehlenden Daten</numerusform>
            <numerusform>%n Anrufe mit fehlenden Daten</numerusform>
        </translation>
    </message>
    <message>
        <source>Pace: at most %1 requests/s (%2 ms pause). If Retell answers 429, Anrufwarte waits longer by itself.</source>
        <translation>Abfragetempo: höchstens %1 Anfragen/s (%2 ms Pause). Bei Antwort 429 wartet die Anrufwarte automatisch länger.</translation>
    </message>
    <message numerus="yes">
        <source>day(s)</source>
        <translation>
            <numerusform>Tag</numerusform>
            <numerusform>Tage</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n call(s), about %1</source>
        <translation>
            <numerusform>%n Anruf, etwa %1</numerusform>
            <numerusform>%n Anrufe, etwa %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Scope of the resync</source>
        <translation>Umfang der Nachsynchronisierung</translation>
    </message>
    <message>
        <source>Scope</source>
        <translation>Umfang</translation>
    </message>
    <message>
        <source>Selected call only</source>
        <translation>Nur ausgewählter Anruf</translation>
    </message>
    <message>
        <source>All incomplete calls</source>
        <translation>Alle unvollständigen Anrufe</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>Zeitraum</translation>
    </message>
    <message>
        <source>last</source>
        <comment>last 7 days</comment>
        <translation>letzte</translation>
    </message>
    <message>
        <source>Number of days</source>
        <translation>Anzahl der Tage</translation>
    </message>
    <message>
        <source>Options</source>
        <translation>Optionen</translation>
    </message>
    <message>
        <source>Dry run</source>
        <translation>Probelauf</translation>
    </message>
    <message>
        <source>Shows changes, writes nothing</source>
        <translation>Zeigt Änderungen, schreibt nichts</translation>
    </message>
    <message>
        <source>Check complete calls again, too</source>
        <translation>Auch vollständige erneut prüfen</translation>
    </message>
    <message>
        <source>Only with a period</source>
        <translation>Nur mit einem Zeitraum</translation>
    </message>
    <message>
        <source>Last runs</source>
        <translation>Letzte Läufe</translation>
    </message>
    <message>
        <source>Open calls</source>
        <translation>Offene Anrufe</translation>
    </message>
    <message>
        <source>No run yet</source>
        <translation>Noch kein Lauf</translation>
    </message>
    <message>
        <source>Running …</source>
        <translation>Läuft …</translation>
    </message>
    <message>
        <source>Start new run</source>
        <translation>Neuen Lauf starten</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Starten</translation>
    </message>
</context>
<context>
    <name>anrufwarte::SearchField</name>
    <message>
        <source>Clear search</source>
        <translation>Suche leeren</translation>
    </message>
</context>
<context>
    <name>anrufwarte::SendersSection</name>
    <message>
        <source>Allowed senders (IP)</source>
        <translation>Erlaubte Absender (IP)</translation>
    </message>
    <message>
        <source>This filter is additional to the signature, never instead of it: every webhook needs a valid signature. Retell can use further addresses; their webhooks would be rejected.</source>
        <translation>Dieser Filter gilt zusätzlich zur Signatur, nie an ihrer Stelle: Jeder Webhook braucht eine gültige Signatur. Retell kann weitere Adressen nutzen; deren Webhooks würden abgewiesen.</translation>
    </message>
    <message>
        <source>Only these senders</source>
        <translation>Nur diese Absender</translation>
    </message>
    <message>
        <source>Addresses or networks, separated by commas; empty = every sender</source>
        <translation>Adressen oder Netze, durch Kommas getrennt; leer = jeder Absender</translation>
    </message>
    <message>
        <source>Trusted proxies</source>
        <translation>Vertraute Proxys</translation>
    </message>
    <message>
        <source>Only these are believed about the sender (X-Forwarded-For)</source>
        <translation>Nur diesen wird die Absenderangabe geglaubt (X-Forwarded-For)</translation>
    </message>
</context>
<context>
    <name>anrufwarte::SettingsPage</name>
    <message>
        <source>Categories</source>
        <translation>Kategorien</translation>
    </message>
</context>
<context>
    <name>anrufwarte::ShellActions</name>
    <message>
        <source>Like the system</source>
        <translation>Wie im System</translation>
    </message>
    <message>
        <source>Keep receiving when the window is closed</source>
        <translation>Bei geschlossenem Fenster weiter empfangen</translation>
    </message>
    <message>
        <source>Close window</source>
        <translation>Fenster schließen</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Copy webhook address</source>
        <translation>Webhook-Adresse kopieren</translation>
    </message>
    <message>
        <source>Ongoing calls</source>
        <translation>Laufende Anrufe</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Sidebar</source>
        <translation>Seitenleiste</translation>
    </message>
    <message>
        <source>Next pane</source>
        <translation>Nächster Bereich</translation>
    </message>
    <message>
        <source>Previous pane</source>
        <translation>Vorheriger Bereich</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>Next call</source>
        <translation>Nächster Anruf</translation>
    </message>
    <message>
        <source>Previous call</source>
        <translation>Vorheriger Anruf</translation>
    </message>
    <message>
        <source>Copy call ID</source>
        <translation>Anruf-ID kopieren</translation>
    </message>
    <message>
        <source>Rejected webhooks</source>
        <translation>Abgewiesene Webhooks</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>About Anrufwarte</source>
        <translation>Über Anrufwarte</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Bearbeiten</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>&amp;Call</source>
        <translation>An&amp;ruf</translation>
    </message>
    <message>
        <source>&amp;Tools</source>
        <translation>E&amp;xtras</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Farbschema</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Menu bar</source>
        <translation>Menüleiste</translation>
    </message>
    <message>
        <source>Next / previous tab</source>
        <translation>Nächster / vorheriger Reiter</translation>
    </message>
    <message>
        <source>Copy row</source>
        <translation>Zeile kopieren</translation>
    </message>
    <message>
        <source>Resync</source>
        <translation>Nachsynchronisieren</translation>
    </message>
    <message>
        <source>Resync this call</source>
        <translation>Anruf nachsynchronisieren</translation>
    </message>
    <message>
        <source>Save call as JSON …</source>
        <translation>Anruf als JSON speichern …</translation>
    </message>
    <message>
        <source>Poll now</source>
        <translation>Jetzt abrufen</translation>
    </message>
    <message>
        <source>Resync incomplete calls …</source>
        <translation>Unvollständige nachsynchronisieren …</translation>
    </message>
</context>
<context>
    <name>anrufwarte::Sidebar</name>
    <message>
        <source>Pages</source>
        <translation>Seiten</translation>
    </message>
    <message>
        <source>Ongoing calls</source>
        <translation>Laufende Anrufe</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Resync</source>
        <translation>Nachsynchronisieren</translation>
    </message>
</context>
<context>
    <name>anrufwarte::StatusBar</name>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
</context>
<context>
    <name>anrufwarte::StorePopover</name>
    <message>
        <source>Database</source>
        <translation>Datenbank</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>ready</source>
        <translation>bereit</translation>
    </message>
    <message>
        <source>not writable</source>
        <translation>nicht beschreibbar</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>Störung</translation>
    </message>
    <message>
        <source>Last commit</source>
        <translation>Letztes Schreiben</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>Waiting to be written</source>
        <translation>Warten aufs Schreiben</translation>
    </message>
    <message>
        <source>Damaged file kept as</source>
        <translation>Beschädigte Datei aufbewahrt als</translation>
    </message>
</context>
<context>
    <name>anrufwarte::StoreSection</name>
    <message>
        <source>Database</source>
        <translation>Datenbank</translation>
    </message>
    <message>
        <source>Where calls, events and webhooks are kept.</source>
        <translation>Wo Anrufe, Ereignisse und Webhooks gespeichert werden.</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Ort</translation>
    </message>
    <message>
        <source>Relative to the profile folder; set at start, in settings.ini</source>
        <translation>Relativ zum Profilordner; gilt ab Start, festgelegt in settings.ini</translation>
    </message>
    <message>
        <source>Keep raw webhooks</source>
        <translation>Rohe Webhooks behalten</translation>
    </message>
    <message>
        <source>As they were received, for Diagnostics</source>
        <translation>So wie empfangen, für die Diagnose</translation>
    </message>
    <message>
        <source>days</source>
        <translation>Tage</translation>
    </message>
    <message>
        <source>Delete calls after</source>
        <translation>Anrufe löschen nach</translation>
    </message>
    <message>
        <source>0 = never</source>
        <translation>0 = nie</translation>
    </message>
</context>
<context>
    <name>anrufwarte::TranscriptBar</name>
    <message>
        <source>Search in transcript</source>
        <translation>Im Transkript suchen</translation>
    </message>
    <message>
        <source>Previous hit</source>
        <translation>Voriger Treffer</translation>
    </message>
    <message>
        <source>Next hit</source>
        <translation>Nächster Treffer</translation>
    </message>
    <message>
        <source>Tool calls</source>
        <translation>Werkzeugaufrufe</translation>
    </message>
    <message>
        <source>Follow</source>
        <translation>Folgen</translation>
    </message>
    <message>
        <source>Scroll to new turns when the end is in view</source>
        <translation>Zu neuen Beiträgen rollen, wenn das Ende zu sehen ist</translation>
    </message>
    <message>
        <source>No hits</source>
        <translation>Keine Treffer</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
</context>
<context>
    <name>anrufwarte::TranscriptList</name>
    <message numerus="yes">
        <source>%n new turn(s) ↓</source>
        <translation>
            <numerusform>%n neuer Beitrag ↓</numerusform>
            <numerusform>%n neue Beiträge ↓</numerusform>
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
        <translation>Argumente</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Live transcript: only after the call, or with the event transcript_updated</source>
        <translation>Live-Transkript: erst nach dem Gespräch oder mit dem Ereignis transcript_updated</translation>
    </message>
    <message>
        <source>Live – new turns appear below</source>
        <translation>Live – neue Beiträge erscheinen unten</translation>
    </message>
    <message>
        <source>No transcript yet</source>
        <translation>Noch kein Transkript</translation>
    </message>
    <message>
        <source>The transcript is empty</source>
        <translation>Das Transkript ist leer</translation>
    </message>
    <message>
        <source>Retell sent no text.</source>
        <translation>Retell hat keinen Text geliefert.</translation>
    </message>
</context>
<context>
    <name>anrufwarte::TrayIcon</name>
    <message>
        <source>Open Anrufwarte</source>
        <translation>Anrufwarte öffnen</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
</context>
</TS>
