<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name></name>
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
        <source>&amp;Go</source>
        <translation>&amp;Gehe zu</translation>
    </message>
    <message>
        <source>&amp;Review</source>
        <translation>&amp;Prüfen</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>&amp;New comparison</source>
        <translation>&amp;Neuer Vergleich</translation>
    </message>
    <message>
        <source>Put all documents away</source>
        <translation>Alle Dokumente weglegen</translation>
    </message>
    <message>
        <source>&amp;Open…</source>
        <translation>Ö&amp;ffnen…</translation>
    </message>
    <message>
        <source>Open stories from files</source>
        <translation>Meldungen aus Dateien öffnen</translation>
    </message>
    <message>
        <source>&amp;Paste as new version</source>
        <translation>Als neue Fassung &amp;einfügen</translation>
    </message>
    <message>
        <source>Make a document of the text on the clipboard</source>
        <translation>Aus dem Text in der Zwischenablage ein Dokument machen</translation>
    </message>
    <message>
        <source>&amp;Watch a folder…</source>
        <translation>Ordner &amp;beobachten…</translation>
    </message>
    <message>
        <source>Bring in its new files</source>
        <translation>Neue Dateien darin hereinholen</translation>
    </message>
    <message>
        <source>Open se&amp;ssion…</source>
        <translation>S&amp;itzung öffnen…</translation>
    </message>
    <message>
        <source>Everything is kept as you do it</source>
        <translation>Alles wird sofort gesichert</translation>
    </message>
    <message>
        <source>Save session &amp;as…</source>
        <translation>Sitzung speichern &amp;unter…</translation>
    </message>
    <message>
        <source>&amp;Reload</source>
        <translation>Neu &amp;laden</translation>
    </message>
    <message>
        <source>Read the files again</source>
        <translation>Die Dateien noch einmal lesen</translation>
    </message>
    <message>
        <source>&amp;Export report…</source>
        <translation>Be&amp;richt ausgeben…</translation>
    </message>
    <message>
        <source>Write the comparison as a PDF</source>
        <translation>Den Vergleich als PDF schreiben</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>Been&amp;den</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Rückgängig</translation>
    </message>
    <message>
        <source>Re&amp;do</source>
        <translation>&amp;Wiederholen</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>Copy change as “was → is”</source>
        <translation>Änderung als „vorher → nachher“ kopieren</translation>
    </message>
    <message>
        <source>Select &amp;all</source>
        <translation>&amp;Alles auswählen</translation>
    </message>
    <message>
        <source>The selected words are not the story</source>
        <translation>Die ausgewählten Wörter gehören nicht zur Meldung</translation>
    </message>
    <message>
        <source>&amp;Find…</source>
        <translation>&amp;Suchen…</translation>
    </message>
    <message>
        <source>Find &amp;next</source>
        <translation>Wei&amp;tersuchen</translation>
    </message>
    <message>
        <source>Find &amp;previous</source>
        <translation>R&amp;ückwärts suchen</translation>
    </message>
    <message>
        <source>&amp;Remove from list</source>
        <translation>Aus der &amp;Liste nehmen</translation>
    </message>
    <message>
        <source>Show &amp;typography</source>
        <translation>&amp;Typografie zeigen</translation>
    </message>
    <message>
        <source>Mark changed marks, dashes and spaces too</source>
        <translation>Auch geänderte Anführungszeichen, Striche und Abstände markieren</translation>
    </message>
    <message>
        <source>High &amp;severity only</source>
        <translation>Nur &amp;schwere Änderungen</translation>
    </message>
    <message>
        <source>&amp;Hide unchanged paragraphs</source>
        <translation>&amp;Unveränderte Absätze ausblenden</translation>
    </message>
    <message>
        <source>Para&amp;graphs beside a change…</source>
        <translation>&amp;Absätze neben einer Änderung …</translation>
    </message>
    <message>
        <source>How many unchanged paragraphs stay when the others are hidden</source>
        <translation>Wie viele unveränderte Absätze stehen bleiben, wenn die übrigen ausgeblendet sind</translation>
    </message>
    <message>
        <source>Changes in &amp;one text</source>
        <translation>Änderungen in &amp;einem Text</translation>
    </message>
    <message>
        <source>One column: old wording struck through, new wording underlined</source>
        <translation>Eine Spalte: alter Wortlaut durchgestrichen, neuer unterstrichen</translation>
    </message>
    <message>
        <source>Read as plain te&amp;xt</source>
        <translation>Als ein&amp;fachen Text lesen</translation>
    </message>
    <message>
        <source>A plain text in which every change is spelled out</source>
        <translation>Ein einfacher Text, in dem jede Änderung ausgeschrieben ist</translation>
    </message>
    <message>
        <source>&amp;All versions side by side</source>
        <translation>Alle Fassungen &amp;nebeneinander</translation>
    </message>
    <message>
        <source>A table of all places where the versions of the story differ</source>
        <translation>Eine Tabelle aller Stellen, an denen die Fassungen der Meldung voneinander abweichen</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>Größere Schrift</translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation>Kleinere Schrift</translation>
    </message>
    <message>
        <source>Normal text size</source>
        <translation>Normale Schriftgröße</translation>
    </message>
    <message>
        <source>&amp;Dark colours</source>
        <translation>&amp;Dunkle Farben</translation>
    </message>
    <message>
        <source>Step to the version before</source>
        <translation>Zur Fassung davor</translation>
    </message>
    <message>
        <source>Compare the version before the newer one with the one before that</source>
        <translation>Die Fassung vor der neueren mit der vor ihr vergleichen</translation>
    </message>
    <message>
        <source>Step to the version after</source>
        <translation>Zur Fassung danach</translation>
    </message>
    <message>
        <source>Compare the version after the newer one with the one before it</source>
        <translation>Die Fassung nach der neueren mit der vor ihr vergleichen</translation>
    </message>
    <message>
        <source>Next list</source>
        <translation>Nächste Liste</translation>
    </message>
    <message>
        <source>Previous list</source>
        <translation>Vorige Liste</translation>
    </message>
    <message>
        <source>&amp;Undo: {act}</source>
        <extracomment>Keys that move about in every window, press its buttons or close its dialogs. Those of every theme seen: who goes from light to dark and back waits for none of them.</extracomment>
        <translation>&amp;Rückgängig: {act}</translation>
    </message>
    <message>
        <source>Re&amp;do: {act}</source>
        <translation>&amp;Wiederholen: {act}</translation>
    </message>
    <message>
        <source>Cut selection from the s&amp;tory</source>
        <translation>A&amp;uswahl aus der Meldung streichen</translation>
    </message>
    <message>
        <source>Sa&amp;ve</source>
        <translation>Spei&amp;chern</translation>
    </message>
    <message>
        <source>Pr&amp;eferences…</source>
        <translation>&amp;Einstellungen…</translation>
    </message>
    <message>
        <source>O&amp;verview ruler</source>
        <translation>Ü&amp;bersichtsleiste</translation>
    </message>
    <message>
        <source>&amp;Full screen</source>
        <translation>&amp;Vollbild</translation>
    </message>
    <message>
        <source>&amp;Previous change</source>
        <translation>&amp;Vorige Änderung</translation>
    </message>
    <message>
        <source>&amp;Next change</source>
        <translation>&amp;Nächste Änderung</translation>
    </message>
    <message>
        <source>&amp;First change</source>
        <translation>&amp;Erste Änderung</translation>
    </message>
    <message>
        <source>&amp;Last change</source>
        <translation>&amp;Letzte Änderung</translation>
    </message>
    <message>
        <source>&amp;Back to the current change</source>
        <translation>&amp;Zurück zur aktuellen Änderung</translation>
    </message>
    <message>
        <source>&amp;Go to…</source>
        <translation>&amp;Gehe zu…</translation>
    </message>
    <message>
        <source>Previous q&amp;uotation change</source>
        <translation>Vorige Zi&amp;tatänderung</translation>
    </message>
    <message>
        <source>Next &amp;quotation change</source>
        <translation>Nächste Z&amp;itatänderung</translation>
    </message>
    <message>
        <source>Other end of a &amp;move</source>
        <translation>Anderes Ende der Ver&amp;schiebung</translation>
    </message>
    <message>
        <source>P&amp;air paragraphs by hand</source>
        <translation>&amp;Absätze von Hand zuordnen</translation>
    </message>
    <message>
        <source>Once in each text: these two belong together</source>
        <translation>Einmal in jedem Text: Diese beiden gehören zusammen</translation>
    </message>
    <message>
        <source>Set or clear a boo&amp;kmark</source>
        <translation>Lesezeichen setzen oder ent&amp;fernen</translation>
    </message>
    <message>
        <source>At the current change, else at the caret</source>
        <translation>An der aktuellen Änderung, sonst an der Schreibmarke</translation>
    </message>
    <message>
        <source>Ne&amp;xt bookmark</source>
        <translation>Nä&amp;chstes Lesezeichen</translation>
    </message>
    <message>
        <source>P&amp;revious bookmark</source>
        <translation>V&amp;origes Lesezeichen</translation>
    </message>
    <message>
        <source>&amp;Clear all bookmarks</source>
        <translation>Alle Lesezeichen entfe&amp;rnen</translation>
    </message>
    <message>
        <source>&amp;Swap sides</source>
        <translation>Seiten tausc&amp;hen</translation>
    </message>
    <message>
        <source>Next pane</source>
        <translation>Nächster Bereich</translation>
    </message>
    <message>
        <source>Previous pane</source>
        <translation>Voriger Bereich</translation>
    </message>
    <message>
        <source>&amp;Fine, and on</source>
        <translation>In &amp;Ordnung, und weiter</translation>
    </message>
    <message>
        <source>&amp;Query, and on</source>
        <translation>&amp;Rückfrage, und weiter</translation>
    </message>
    <message>
        <source>&amp;Must fix, and on</source>
        <translation>&amp;Korrigieren, und weiter</translation>
    </message>
    <message>
        <source>&amp;Open again</source>
        <translation>Wieder o&amp;ffen</translation>
    </message>
    <message>
        <source>Write a &amp;note</source>
        <translation>&amp;Notiz schreiben</translation>
    </message>
    <message>
        <source>Next op&amp;en change</source>
        <translation>Nächste offene &amp;Änderung</translation>
    </message>
    <message>
        <source>&amp;History…</source>
        <translation>&amp;Verlauf…</translation>
    </message>
    <message>
        <source>Copy a &amp;correction note</source>
        <translation>Korrektur&amp;hinweis kopieren</translation>
    </message>
    <message>
        <source>Draft a note on the changes that must be fixed, else on the current one</source>
        <translation>Einen Hinweis zu den Änderungen entwerfen, die zu korrigieren sind, sonst zur aktuellen</translation>
    </message>
    <message>
        <source>Driftline &amp;help</source>
        <translation>&amp;Hilfe zu Driftline</translation>
    </message>
    <message>
        <source>&amp;Keys</source>
        <translation>&amp;Tastenkürzel</translation>
    </message>
    <message>
        <source>&amp;About Driftline</source>
        <translation>Ü&amp;ber Driftline</translation>
    </message>
    <message>
        <source>Something went wrong in the program ({what}). Your texts are unharmed and still open.</source>
        <translation>Im Programm ist etwas schiefgegangen ({what}). Ihre Texte sind unversehrt und weiter offen.</translation>
    </message>
    <message>
        <source>in a quotation</source>
        <translation>in einem Zitat</translation>
    </message>
    <message>
        <source>{severity} severity</source>
        <translation>Gewicht: {severity}</translation>
    </message>
    <message>
        <source>unchanged</source>
        <translation>unverändert</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>geändert</translation>
    </message>
    <message>
        <source>headline or standfirst differs</source>
        <translation>Überschrift oder Vorspann anders</translation>
    </message>
    <message>
        <source>only in the older version</source>
        <translation>nur in der älteren Fassung</translation>
    </message>
    <message>
        <source>only in the newer version</source>
        <translation>nur in der neueren Fassung</translation>
    </message>
    <message>
        <source>moved away from here</source>
        <translation>von hier verschoben</translation>
    </message>
    <message>
        <source>moved here</source>
        <translation>hierher verschoben</translation>
    </message>
    <message numerus="yes">
        <source>%n unchanged paragraph(s)</source>
        <translation>
            <numerusform>%n unveränderter Absatz</numerusform>
            <numerusform>%n unveränderte Absätze</numerusform>
        </translation>
    </message>
    <message>
        <source>Older: {text}</source>
        <translation>Älter: {text}</translation>
    </message>
    <message>
        <source>Newer: {text}</source>
        <translation>Neuer: {text}</translation>
    </message>
    <message>
        <source>Bookmark. {words}</source>
        <translation>Lesezeichen. {words}</translation>
    </message>
    <message>
        <source>both versions</source>
        <translation>beide Fassungen</translation>
    </message>
    <message>
        <source>older version</source>
        <translation>ältere Fassung</translation>
    </message>
    <message>
        <source>newer version</source>
        <translation>neuere Fassung</translation>
    </message>
    <message>
        <source>d MMM yyyy</source>
        <extracomment>Where a time of day names its zone: &quot;Z&quot;, or how far it is from UTC (&quot;+01:00&quot;).</extracomment>
        <translation>d. MMM yyyy</translation>
    </message>
    <message>
        <source>contains its body twice</source>
        <translation>enthält den Text doppelt</translation>
    </message>
    <message>
        <source>read in part</source>
        <translation>nur zum Teil gelesen</translation>
    </message>
    <message>
        <source>edited by hand</source>
        <translation>von Hand bearbeitet</translation>
    </message>
    <message>
        <source>moved to paragraph {number}</source>
        <extracomment>Rows of which one side alone has text: that side, and the colour of its band. The sign of a paragraph that waits for its partner. How wide a bookmark is; the sign of its row stands beside it. The bar beside a row that one version alone has.</extracomment>
        <translation>verschoben nach Absatz {number}</translation>
    </message>
    <message>
        <source>moved from paragraph {number}</source>
        <translation>verschoben aus Absatz {number}</translation>
    </message>
    <message numerus="yes">
        <source>⋯ %n unchanged paragraph(s) ⋯</source>
        <extracomment>Rows between two words of progress.</extracomment>
        <translation>
            <numerusform>⋯ %n unveränderter Absatz ⋯</numerusform>
            <numerusform>⋯ %n unveränderte Absätze ⋯</numerusform>
        </translation>
    </message>
    <message>
        <source>en</source>
        <extracomment>The languages there are, each by its own name.</extracomment>
        <translation>de</translation>
    </message>
    <message>
        <source>[bookmark]</source>
        <translation>[Lesezeichen]</translation>
    </message>
    <message>
        <source>[only in the older version]</source>
        <translation>[nur in der älteren Fassung]</translation>
    </message>
    <message>
        <source>[only in the newer version]</source>
        <translation>[nur in der neueren Fassung]</translation>
    </message>
    <message>
        <source>[moved away from here]</source>
        <translation>[von hier verschoben]</translation>
    </message>
    <message>
        <source>[moved here]</source>
        <translation>[hierher verschoben]</translation>
    </message>
    <message>
        <source>[before: “{old}”]</source>
        <translation>[vorher: „{old}“]</translation>
    </message>
    <message>
        <source>[{kind}: “{old}” became “{new}”]</source>
        <translation>[{kind}: aus „{old}“ wurde „{new}“]</translation>
    </message>
    <message>
        <source>[moved away: “{words}”]</source>
        <translation>[verschoben, bisher hier: „{words}“]</translation>
    </message>
    <message>
        <source>[moved here: “{words}”]</source>
        <translation>[hierher verschoben: „{words}“]</translation>
    </message>
    <message>
        <source>[{kind}, gone: “{words}”]</source>
        <translation>[{kind}, entfallen: „{words}“]</translation>
    </message>
    <message>
        <source>[{kind}, new: “{words}”]</source>
        <translation>[{kind}, neu: „{words}“]</translation>
    </message>
    <message>
        <source>All keys</source>
        <extracomment>The name of the page of all keys.</extracomment>
        <translation>Alle Tasten</translation>
    </message>
    <message>
        <source>Each can be changed in the preferences ({way}).</source>
        <translation>Jede lässt sich in den Einstellungen ändern ({way}).</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>Aktion</translation>
    </message>
    <message numerus="yes">
        <source>%n page(s)</source>
        <translation>
            <numerusform>%n Seite</numerusform>
            <numerusform>%n Seiten</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AboutDialog</name>
    <message>
        <source>About Driftline</source>
        <translation>Über Driftline</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Lizenz</translation>
    </message>
    <message>
        <source>Parts</source>
        <translation>Bestandteile</translation>
    </message>
    <message>
        <source>Shows how the wording of a story drifts from version to version. Everything is done on this computer; nothing is sent anywhere.</source>
        <translation>Zeigt, wie sich der Wortlaut einer Meldung von Fassung zu Fassung verschiebt. Alles geschieht auf diesem Rechner; nichts wird irgendwohin geschickt.</translation>
    </message>
    <message>
        <source>Driftline is under the MIT licence. It uses Qt under the GNU Lesser General Public License, version 3: Qt&apos;s libraries are files of their own, and you may put others in their place.</source>
        <translation>Driftline steht unter der MIT-Lizenz. Es nutzt Qt unter der GNU Lesser General Public License, Version 3: Die Bibliotheken von Qt sind eigene Dateien und dürfen durch andere ersetzt werden.</translation>
    </message>
</context>
<context>
    <name>Acting</name>
    <message>
        <source>Cut from the story. {undo} takes it back.</source>
        <translation>Aus der Meldung gestrichen. {undo} nimmt es zurück.</translation>
    </message>
    <message>
        <source>Restored to the story. {undo} takes it back.</source>
        <translation>Wieder in der Meldung. {undo} nimmt es zurück.</translation>
    </message>
    <message numerus="yes">
        <source>%n document(s) put away. {undo} brings them back.</source>
        <translation>
            <numerusform>%n Dokument weggelegt. {undo} holt es zurück.</numerusform>
            <numerusform>%n Dokumente weggelegt. {undo} holt sie zurück.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AllVersions</name>
    <message>
        <source>Stopped. Open this page again to begin again.</source>
        <translation>Angehalten. Öffnen Sie diese Seite noch einmal, um von vorn zu beginnen.</translation>
    </message>
    <message numerus="yes">
        <source>This page sets three or more versions of a story side by side. This story has %n: drop another one anywhere in this window, or drag one onto the story on the left.</source>
        <translation>
            <numerusform>Diese Seite stellt drei oder mehr Fassungen einer Meldung nebeneinander. Diese Meldung hat %n: Lassen Sie zwei weitere irgendwo in diesem Fenster fallen, oder ziehen Sie sie links auf die Meldung.</numerusform>
            <numerusform>Diese Seite stellt drei oder mehr Fassungen einer Meldung nebeneinander. Diese Meldung hat %n: Lassen Sie noch eine irgendwo in diesem Fenster fallen, oder ziehen Sie eine links auf die Meldung.</numerusform>
        </translation>
    </message>
    <message>
        <source>Setting the versions side by side…</source>
        <translation>Die Fassungen werden nebeneinandergestellt …</translation>
    </message>
    <message>
        <source>The versions could not be set side by side ({what}).</source>
        <translation>Die Fassungen ließen sich nicht nebeneinanderstellen ({what}).</translation>
    </message>
    <message>
        <source>{base} - all versions</source>
        <translation>{base} - alle Fassungen</translation>
    </message>
</context>
<context>
    <name>Appearance</name>
    <message>
        <source>Lines like this are kept from now on, in every document.</source>
        <extracomment>Zooming goes no further (points).</extracomment>
        <translation>Zeilen wie diese bleiben von nun an in jedem Dokument stehen.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>“{old}” and “{new}” are one word from now on, in every text. The list stands in the preferences, under Words.</source>
        <translation>„{old}“ und „{new}“ gelten ab jetzt in jedem Text als ein Wort. Die Liste steht in den Einstellungen unter „Wörter“.</translation>
    </message>
</context>
<context>
    <name>Asking</name>
    <message>
        <source>Something went wrong in the program ({what}). Your texts are unharmed.</source>
        <translation>Im Programm ist etwas schiefgegangen ({what}). Ihre Texte sind unversehrt.</translation>
    </message>
</context>
<context>
    <name>Bookmarking</name>
    <message>
        <source>There is no place for a bookmark in view.</source>
        <extracomment>Among all rows, folded or not.</extracomment>
        <translation>Hier ist keine Stelle für ein Lesezeichen.</translation>
    </message>
    <message>
        <source>Bookmark cleared: {place}.</source>
        <translation>Lesezeichen entfernt: {place}.</translation>
    </message>
    <message>
        <source>Bookmark set: {place}.</source>
        <translation>Lesezeichen gesetzt: {place}.</translation>
    </message>
    <message>
        <source>All bookmarks cleared.</source>
        <translation>Alle Lesezeichen entfernt.</translation>
    </message>
    <message>
        <source>That was the last bookmark. Once more goes to the first.</source>
        <translation>Das war das letzte Lesezeichen. Noch einmal führt zum ersten.</translation>
    </message>
    <message>
        <source>That was the first bookmark. Once more goes to the last.</source>
        <translation>Das war das erste Lesezeichen. Noch einmal führt zum letzten.</translation>
    </message>
    <message>
        <source>Bookmark {number} of {count}: {place}.</source>
        <translation>Lesezeichen {number} von {count}: {place}.</translation>
    </message>
    <message>
        <source>Back at the other end.</source>
        <translation>Weiter am anderen Ende.</translation>
    </message>
    <message>
        <source>There is no bookmark in these texts.</source>
        <translation>In diesen Texten ist kein Lesezeichen.</translation>
    </message>
</context>
<context>
    <name>Bringing</name>
    <message>
        <source>Open stories</source>
        <translation>Meldungen öffnen</translation>
    </message>
    <message>
        <source>Stories and pages</source>
        <translation>Meldungen und Seiten</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>Alle Dateien</translation>
    </message>
    <message>
        <source>This is a picture, and Driftline reads no words from pictures: copy the story&apos;s text, or save the page and drop the file.</source>
        <translation>Das ist ein Bild, und Driftline liest keine Wörter aus Bildern: Kopieren Sie den Text der Meldung, oder speichern Sie die Seite und ziehen Sie die Datei hierher.</translation>
    </message>
    <message>
        <source>{link} is only a link, and Driftline never goes to the network: open it in your browser, save the page and drop the file here, or copy its text.</source>
        <translation>{link} ist nur ein Verweis, und Driftline geht nie ins Netz: Öffnen Sie ihn im Browser, speichern Sie die Seite und ziehen Sie die Datei hierher, oder kopieren Sie den Text.</translation>
    </message>
</context>
<context>
    <name>ChangesPane</name>
    <message>
        <source>Changes</source>
        <translation>Änderungen</translation>
    </message>
    <message>
        <source>No comparison.</source>
        <translation>Kein Vergleich.</translation>
    </message>
    <message>
        <source>Which changes are listed</source>
        <translation>Welche Änderungen in der Liste stehen</translation>
    </message>
    <message>
        <source>All changes</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>How the list is sorted</source>
        <translation>Wie die Liste sortiert ist</translation>
    </message>
    <message>
        <source>As in the text</source>
        <translation>Wie im Text</translation>
    </message>
    <message>
        <source>By kind</source>
        <translation>Nach Art</translation>
    </message>
    <message>
        <source>By severity</source>
        <translation>Nach Gewicht</translation>
    </message>
    <message>
        <source>Identical changes as one</source>
        <translation>Gleiche Änderungen zusammen</translation>
    </message>
    <message>
        <source>Nothing to show: every kind of change is hidden.</source>
        <translation>Nichts zu zeigen: Jede Art von Änderung ist ausgeblendet.</translation>
    </message>
    <message>
        <source>No wording change. The two texts say the same in the same words.</source>
        <translation>Keine Änderung im Wortlaut. Beide Texte sagen dasselbe mit denselben Worten.</translation>
    </message>
    <message>
        <source>No change has this status.</source>
        <translation>Keine Änderung hat diesen Stand.</translation>
    </message>
    <message>
        <source>bookmark</source>
        <translation>Lesezeichen</translation>
    </message>
    <message>
        <source>severity: {severity}</source>
        <translation>Gewicht: {severity}</translation>
    </message>
    <message numerus="yes">
        <source>%n change(s)</source>
        <translation>
            <numerusform>%n Änderung</numerusform>
            <numerusform>%n Änderungen</numerusform>
        </translation>
    </message>
    <message>
        <source>{count} times {kind}: “{was}” became “{now}”</source>
        <translation>{count}-mal {kind}: „{was}“ wurde zu „{now}“</translation>
    </message>
    <message>
        <source>“{was}” became “{now}”</source>
        <translation>„{was}“ wurde zu „{now}“</translation>
    </message>
    <message>
        <source>each listed below</source>
        <translation>einzeln darunter</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>zugeklappt</translation>
    </message>
    <message>
        <source>¶ {number}</source>
        <translation>¶ {number}</translation>
    </message>
    <message>
        <source>List them as one</source>
        <translation>Zusammen aufführen</translation>
    </message>
    <message>
        <source>List each of them</source>
        <translation>Einzeln aufführen</translation>
    </message>
    <message>
        <source>All “{kind}” ({count}): fine</source>
        <translation>Alle „{kind}“ ({count}): in Ordnung</translation>
    </message>
    <message>
        <source>This change wherever it stands ({count}): fine</source>
        <translation>Diese Änderung überall ({count}): in Ordnung</translation>
    </message>
    <message>
        <source>Copy change as “was → is”</source>
        <translation>Änderung als „vorher → nachher“ kopieren</translation>
    </message>
</context>
<context>
    <name>CleaningPage</name>
    <message>
        <source>Cut &amp;nothing from any page</source>
        <translation>Von keiner Seite etwas &amp;streichen</translation>
    </message>
    <message>
        <source>Lines that are never cut</source>
        <translation>Zeilen, die nie gestrichen werden</translation>
    </message>
    <message>
        <source>Lines that are never cut. A right click on what was cut adds one too: “Never cut lines like this”.</source>
        <translation>Zeilen, die nie gestrichen werden. Auch ein Rechtsklick auf Gestrichenes fügt eine hinzu: „Solche Zeilen nie streichen“.</translation>
    </message>
</context>
<context>
    <name>CollationEntry</name>
    <message>
        <source>This place in all versions</source>
        <extracomment>Characters of the base text before a place.</extracomment>
        <translation>Diese Stelle in allen Fassungen</translation>
    </message>
    <message>
        <source>¶ {number}</source>
        <translation>¶ {number}</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>nichts</translation>
    </message>
    <message>
        <source>{version} (base text)</source>
        <translation>{version} (Grundtext)</translation>
    </message>
</context>
<context>
    <name>CollationExportDialog</name>
    <message>
        <source>Export all versions</source>
        <translation>Alle Fassungen ausgeben</translation>
    </message>
</context>
<context>
    <name>CollationPage</name>
    <message>
        <source>Base text</source>
        <translation>Grundtext</translation>
    </message>
    <message>
        <source>Which places are listed</source>
        <translation>Welche Stellen aufgeführt sind</translation>
    </message>
    <message>
        <source>Find words</source>
        <translation>Wörter suchen</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Ausgeben …</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Copied: {words}</source>
        <translation>Kopiert: {words}</translation>
    </message>
    <message>
        <source>All places</source>
        <translation>Alle Stellen</translation>
    </message>
    <message>
        <source>Where {version} differs</source>
        <translation>Wo {version} abweicht</translation>
    </message>
    <message numerus="yes">
        <source>All %n versions say the same in the same words.</source>
        <translation>
            <numerusform>Alle %n Fassungen sagen dasselbe mit denselben Wörtern.</numerusform>
            <numerusform>Alle %n Fassungen sagen dasselbe mit denselben Wörtern.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing to show: every place is hidden, or lacks the words looked for.</source>
        <translation>Nichts zu zeigen: Alle Stellen sind ausgeblendet oder enthalten die gesuchten Wörter nicht.</translation>
    </message>
    <message>
        <source>There is no further place this way.</source>
        <translation>In dieser Richtung kommt keine Stelle mehr.</translation>
    </message>
    <message>
        <source>Compare the base text with {version} here</source>
        <translation>Den Grundtext hier mit {version} vergleichen</translation>
    </message>
    <message>
        <source>Copy these words</source>
        <translation>Diese Wörter kopieren</translation>
    </message>
    <message>
        <source>Make {version} the base text</source>
        <translation>{version} zum Grundtext machen</translation>
    </message>
    <message>
        <source>Copy the selection</source>
        <translation>Die Auswahl kopieren</translation>
    </message>
    <message>
        <source>Copy this place in all versions</source>
        <translation>Diese Stelle in allen Fassungen kopieren</translation>
    </message>
</context>
<context>
    <name>CollationTable</name>
    <message>
        <source>{kind}, severity: {severity}</source>
        <extracomment>Stands where a version has nothing. Stands beside the letter of words that stand elsewhere in their version, as beside moved rows. So many signs of the base text&apos;s own words are enough where other versions have them too.</extracomment>
        <translation>{kind}, Gewicht: {severity}</translation>
    </message>
    <message>
        <source>{version}: nothing</source>
        <translation>{version}: nichts</translation>
    </message>
    <message>
        <source>{version}: “{words}”</source>
        <translation>{version}: „{words}“</translation>
    </message>
    <message>
        <source>base text</source>
        <translation>Grundtext</translation>
    </message>
    <message>
        <source>the base text’s words</source>
        <translation>die Wörter des Grundtexts</translation>
    </message>
    <message>
        <source>same as {versions}</source>
        <translation>wie {versions}</translation>
    </message>
    <message>
        <source>¶ {number}</source>
        <translation>¶ {number}</translation>
    </message>
    <message numerus="yes">
        <source>%n differ</source>
        <translation>
            <numerusform>%n weicht ab</numerusform>
            <numerusform>%n weichen ab</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n place(s) differ from the base text</source>
        <translation>
            <numerusform>%n Stelle weicht vom Grundtext ab</numerusform>
            <numerusform>%n Stellen weichen vom Grundtext ab</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n as in {version}</source>
        <translation>
            <numerusform>%n wie in {version}</numerusform>
            <numerusform>%n wie in {version}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them as in {version}</source>
        <translation>
            <numerusform>%n davon wie in {version}</numerusform>
            <numerusform>%n davon wie in {version}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CollationView</name>
    <message>
        <source>Places where the versions differ</source>
        <extracomment>Characters a column has room for at least, and those of the column of places. A row shows so many lines of the longest reading.</extracomment>
        <translation>Stellen, an denen die Fassungen abweichen</translation>
    </message>
</context>
<context>
    <name>Columns</name>
    <message>
        <source>Lists</source>
        <extracomment>Two texts beside each other want this much room (pixels).</extracomment>
        <translation>Listen</translation>
    </message>
    <message>
        <source>Changes</source>
        <extracomment>The columns are as she set them, or as they were first seen.</extracomment>
        <translation>Änderungen</translation>
    </message>
    <message>
        <source>Quotes</source>
        <translation>Zitate</translation>
    </message>
    <message>
        <source>Cut</source>
        <translation>Gestrichen</translation>
    </message>
</context>
<context>
    <name>CompareHeader</name>
    <message>
        <source>Older</source>
        <translation>Älter</translation>
    </message>
    <message>
        <source>Newer</source>
        <translation>Neuer</translation>
    </message>
    <message>
        <source>Differences that are none of the wording</source>
        <translation>Unterschiede, die nicht den Wortlaut betreffen</translation>
    </message>
    <message numerus="yes">
        <source>All %n versions</source>
        <translation>
            <numerusform>Alle %n Fassungen</numerusform>
            <numerusform>Alle %n Fassungen</numerusform>
        </translation>
    </message>
    <message>
        <source>headline</source>
        <translation>Überschrift</translation>
    </message>
    <message>
        <source>standfirst</source>
        <translation>Vorspann</translation>
    </message>
    <message>
        <source>byline</source>
        <translation>Autorenzeile</translation>
    </message>
    <message>
        <source>published</source>
        <translation>veröffentlicht</translation>
    </message>
    <message>
        <source>source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine Angabe</translation>
    </message>
    <message>
        <source>Beside the wording: {fields}</source>
        <translation>Neben dem Wortlaut: {fields}</translation>
    </message>
</context>
<context>
    <name>ComparePage</name>
    <message>
        <source>These two have hardly a word in common: they may be different stories.</source>
        <extracomment>Texts that share less of the shorter one&apos;s words are hardly versions of one story. That of the comparison that is shown, while it is read as one text.</extracomment>
        <translation>Diese beiden haben kaum ein Wort gemeinsam: Es sind vielleicht verschiedene Meldungen.</translation>
    </message>
    <message>
        <source>Not compared yet</source>
        <translation>Noch nicht verglichen</translation>
    </message>
    <message>
        <source>There is no change to go to.</source>
        <translation>Es gibt keine Änderung, zu der man gehen könnte.</translation>
    </message>
    <message>
        <source>That was the last change. Once more goes to the first.</source>
        <translation>Das war die letzte Änderung. Noch einmal führt zur ersten.</translation>
    </message>
    <message>
        <source>That was the first change. Once more goes to the last.</source>
        <translation>Das war die erste Änderung. Noch einmal führt zur letzten.</translation>
    </message>
    <message>
        <source>Back at the other end.</source>
        <translation>Weiter am anderen Ende.</translation>
    </message>
    <message>
        <source>No further change of a quotation this way.</source>
        <translation>In dieser Richtung ist kein Zitat mehr geändert.</translation>
    </message>
</context>
<context>
    <name>CorrectionsPage</name>
    <message>
        <source>{old} and {new} stand for the wording, {speaker} for who is quoted, {headline} for the headline. An empty field uses the sentence shown in it.</source>
        <translation>{old} und {new} stehen für den Wortlaut, {speaker} für die zitierte Person, {headline} für die Überschrift. Ein leeres Feld nimmt den Satz, der darin zu sehen ist.</translation>
    </message>
    <message>
        <source>Wording replaced</source>
        <translation>Wortlaut ersetzt</translation>
    </message>
    <message>
        <source>Wording removed</source>
        <translation>Wortlaut entfernt</translation>
    </message>
    <message>
        <source>Wording added</source>
        <translation>Wortlaut ergänzt</translation>
    </message>
    <message>
        <source>Passage moved</source>
        <translation>Stelle verschoben</translation>
    </message>
    <message>
        <source>Quotation changed</source>
        <translation>Zitat geändert</translation>
    </message>
    <message>
        <source>Quotation, speaker unknown</source>
        <translation>Zitat, Urheber unbekannt</translation>
    </message>
    <message>
        <source>Opening, for several</source>
        <translation>Einleitung, bei mehreren</translation>
    </message>
</context>
<context>
    <name>CutsPane</name>
    <message>
        <source>What was cut</source>
        <translation>Was gestrichen wurde</translation>
    </message>
    <message>
        <source>Nothing was cut: all of it is the story.</source>
        <translation>Nichts wurde gestrichen: Alles gehört zur Meldung.</translation>
    </message>
    <message>
        <source>older version</source>
        <translation>ältere Fassung</translation>
    </message>
    <message>
        <source>newer version</source>
        <translation>neuere Fassung</translation>
    </message>
    <message>
        <source>Restore: this belongs to the story</source>
        <translation>Zurückholen: gehört zur Meldung</translation>
    </message>
    <message>
        <source>Never cut lines like this</source>
        <translation>Solche Zeilen nie streichen</translation>
    </message>
</context>
<context>
    <name>DocumentPage</name>
    <message>
        <source>Show what was cut</source>
        <extracomment>So many characters are written in one go. Longer cuts show their beginning and their end. (source start, source end, first position in the text widget), in order.</extracomment>
        <translation>Gestrichenes zeigen</translation>
    </message>
    <message>
        <source>The text of the document</source>
        <translation>Der Text des Dokuments</translation>
    </message>
    <message numerus="yes">
        <source>%n cut(s)</source>
        <translation>
            <numerusform>%n Streichung</numerusform>
            <numerusform>%n Streichungen</numerusform>
        </translation>
    </message>
    <message>
        <source>Restore: this belongs to the story</source>
        <translation>Zurückholen: gehört zur Meldung</translation>
    </message>
    <message>
        <source>Never cut lines like this</source>
        <translation>Solche Zeilen nie streichen</translation>
    </message>
    <message>
        <source>Cut this from the story</source>
        <translation>Aus der Meldung streichen</translation>
    </message>
    <message>
        <source>Click to restore: this belongs to the story</source>
        <translation>Klicken holt es zurück: Es gehört zur Meldung</translation>
    </message>
</context>
<context>
    <name>DocumentsPane</name>
    <message>
        <source>Find a document</source>
        <translation>Dokument suchen</translation>
    </message>
    <message>
        <source>Stories</source>
        <translation>Meldungen</translation>
    </message>
    <message>
        <source>{listed} of {all} documents</source>
        <translation>{listed} von {all} Dokumenten</translation>
    </message>
    <message numerus="yes">
        <source>%n document(s)</source>
        <translation>
            <numerusform>%n Dokument</numerusform>
            <numerusform>%n Dokumente</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n quotation(s) altered</source>
        <translation>
            <numerusform>%n Zitat verändert</numerusform>
            <numerusform>%n Zitate verändert</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n note(s) on reading it</source>
        <translation>
            <numerusform>%n Hinweis zum Lesen</numerusform>
            <numerusform>%n Hinweise zum Lesen</numerusform>
        </translation>
    </message>
    <message>
        <source>An undo takes it back.</source>
        <translation>Rückgängig nimmt es zurück.</translation>
    </message>
    <message>
        <source>Made a story of its own.</source>
        <translation>Zu einer eigenen Meldung gemacht.</translation>
    </message>
    <message>
        <source>Moved to “{title}”.</source>
        <translation>Zu „{title}“ verschoben.</translation>
    </message>
    <message>
        <source>Compare these two</source>
        <translation>Diese beiden vergleichen</translation>
    </message>
    <message>
        <source>All versions side by side</source>
        <translation>Alle Fassungen nebeneinander</translation>
    </message>
    <message>
        <source>Rename story…</source>
        <translation>Meldung umbenennen…</translation>
    </message>
    <message>
        <source>Move to story</source>
        <translation>Zu einer Meldung verschieben</translation>
    </message>
    <message>
        <source>One of its own</source>
        <translation>Zu einer eigenen</translation>
    </message>
    <message>
        <source>Remove from list</source>
        <translation>Aus der Liste nehmen</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>Umbenennen…</translation>
    </message>
    <message>
        <source>Show in its folder</source>
        <translation>Im Ordner zeigen</translation>
    </message>
    <message>
        <source>Compare with the text before the last reload</source>
        <translation>Mit dem Text vor dem letzten Laden vergleichen</translation>
    </message>
    <message>
        <source>Base text</source>
        <translation>Grundtext</translation>
    </message>
    <message>
        <source>Older: move up</source>
        <translation>Älter: nach oben</translation>
    </message>
    <message>
        <source>Newer: move down</source>
        <translation>Neuer: nach unten</translation>
    </message>
    <message>
        <source>The folder of {path} is not there any more.</source>
        <translation>Den Ordner von {path} gibt es nicht mehr.</translation>
    </message>
    <message>
        <source>Title of the story (empty: its own headline)</source>
        <translation>Titel der Meldung (leer: ihre eigene Überschrift)</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Umbenennen</translation>
    </message>
    <message>
        <source>Title in the list (empty: the story&apos;s own headline)</source>
        <translation>Titel in der Liste (leer: die Überschrift der Meldung)</translation>
    </message>
</context>
<context>
    <name>EmptyPage</name>
    <message>
        <source>Drop the versions of a story here</source>
        <extracomment>So many of the latest comparisons are offered.</extracomment>
        <translation>Ziehen Sie die Fassungen einer Meldung hierher</translation>
    </message>
    <message>
        <source>Files, folders or copied text, as many as you like. Driftline cuts the page junk away, finds which texts are versions of one story, and names every change of wording.
Nothing leaves this computer.</source>
        <translation>Dateien, Ordner oder kopierten Text, so viel Sie wollen. Driftline streicht das Beiwerk der Seiten, findet, welche Texte Fassungen einer Meldung sind, und benennt jede Änderung im Wortlaut.
Nichts verlässt diesen Rechner.</translation>
    </message>
    <message>
        <source>Open files…</source>
        <translation>Dateien öffnen…</translation>
    </message>
    <message>
        <source>Paste text</source>
        <translation>Text einfügen</translation>
    </message>
    <message>
        <source>Try the sample story</source>
        <translation>Mit der Beispielmeldung beginnen</translation>
    </message>
    <message>
        <source>{open} opens files · {paste} takes what is copied · {help} opens the help</source>
        <translation>{open} öffnet Dateien · {paste} nimmt das Kopierte · {help} öffnet die Hilfe</translation>
    </message>
    <message>
        <source>Compared lately</source>
        <translation>Zuletzt verglichen</translation>
    </message>
</context>
<context>
    <name>EntryList</name>
    <message>
        <source>New entry: {name}</source>
        <translation>Neuer Eintrag: {name}</translation>
    </message>
    <message>
        <source>&amp;Add</source>
        <translation>&amp;Hinzufügen</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>&amp;Entfernen</translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>Export report</source>
        <translation>Bericht ausgeben</translation>
    </message>
    <message>
        <source>Side by side</source>
        <translation>Nebeneinander</translation>
    </message>
    <message>
        <source>One text with its changes</source>
        <translation>Ein Text mit seinen Änderungen</translation>
    </message>
    <message>
        <source>Only paragraphs with &amp;changes</source>
        <translation>Nur Absätze mit &amp;Änderungen</translation>
    </message>
    <message>
        <source>Unchanged paragraphs around a change</source>
        <translation>Unveränderte Absätze um eine Änderung</translation>
    </message>
    <message>
        <source>Only the &amp;kinds shown in the window</source>
        <translation>Nur die Arten, die im F&amp;enster zu sehen sind</translation>
    </message>
    <message>
        <source>&amp;Typography too</source>
        <translation>Auch &amp;Typografie</translation>
    </message>
    <message>
        <source>Spell changes &amp;out, for listening</source>
        <translation>Änder&amp;ungen aussprechen, zum Anhören</translation>
    </message>
    <message>
        <source>What was c&amp;ut from the pages</source>
        <translation>Was von den Seiten &amp;gestrichen wurde</translation>
    </message>
    <message>
        <source>My statuses and &amp;notes</source>
        <translation>Meine Vermerke und &amp;Notizen</translation>
    </message>
    <message>
        <source>The &amp;history of the review</source>
        <translation>Der &amp;Verlauf der Prüfung</translation>
    </message>
    <message>
        <source>&amp;Layout</source>
        <translation>&amp;Anordnung</translation>
    </message>
    <message>
        <source>Context paragraphs</source>
        <translation>Absätze als Umfeld</translation>
    </message>
    <message>
        <source>These are long texts: only paragraphs with changes are chosen, so that the report stays readable.</source>
        <translation>Das sind lange Texte: Gewählt sind nur Absätze mit Änderungen, damit der Bericht lesbar bleibt.</translation>
    </message>
</context>
<context>
    <name>ExportPage</name>
    <message>
        <source>PDF</source>
        <translation>PDF</translation>
    </message>
    <message>
        <source>Word with tracked changes</source>
        <translation>Word mit Änderungsverfolgung</translation>
    </message>
    <message>
        <source>Web page</source>
        <translation>Webseite</translation>
    </message>
    <message>
        <source>Table (CSV)</source>
        <translation>Tabelle (CSV)</translation>
    </message>
    <message>
        <source>Data (JSON)</source>
        <translation>Daten (JSON)</translation>
    </message>
    <message>
        <source>That of the window</source>
        <translation>Wie das Fenster</translation>
    </message>
    <message>
        <source>A4</source>
        <translation>A4</translation>
    </message>
    <message>
        <source>Letter</source>
        <translation>Letter</translation>
    </message>
    <message>
        <source>Only paragraphs with &amp;changes</source>
        <translation>Nur Absätze mit &amp;Änderungen</translation>
    </message>
    <message>
        <source>My statuses and &amp;notes</source>
        <translation>Meine Vermerke und &amp;Notizen</translation>
    </message>
    <message>
        <source>The &amp;history of the review</source>
        <translation>Der &amp;Verlauf der Prüfung</translation>
    </message>
    <message>
        <source>That of the documents</source>
        <translation>Ordner der Dokumente</translation>
    </message>
    <message>
        <source>&amp;Browse…</source>
        <translation>&amp;Durchsuchen…</translation>
    </message>
    <message>
        <source>&amp;Format</source>
        <translation>&amp;Format</translation>
    </message>
    <message>
        <source>Lan&amp;guage</source>
        <translation>Sp&amp;rache</translation>
    </message>
    <message>
        <source>&amp;Paper</source>
        <translation>&amp;Papier</translation>
    </message>
    <message>
        <source>Fo&amp;lder</source>
        <translation>&amp;Ordner</translation>
    </message>
    <message>
        <source>Folder for reports</source>
        <translation>Ordner für Berichte</translation>
    </message>
</context>
<context>
    <name>Exporting</name>
    <message>
        <source>Save report</source>
        <translation>Bericht speichern</translation>
    </message>
    <message>
        <source>The report was saved as {name}.</source>
        <translation>Der Bericht wurde als {name} gespeichert.</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Open its folder</source>
        <translation>Ordner öffnen</translation>
    </message>
    <message numerus="yes">
        <source>%n page(s) sent to the printer.</source>
        <translation>
            <numerusform>%n Seite an den Drucker geschickt.</numerusform>
            <numerusform>%n Seiten an den Drucker geschickt.</numerusform>
        </translation>
    </message>
    <message>
        <source>The report could not be made ({what}).</source>
        <translation>Der Bericht ließ sich nicht erstellen ({what}).</translation>
    </message>
</context>
<context>
    <name>FileButton</name>
    <message>
        <source>To paste it into a mail or a folder. It can be dragged there too.</source>
        <extracomment>Where there is less room (pixels) the buttons stand below the sentence.</extracomment>
        <translation>Zum Einfügen in eine Mail oder einen Ordner. Sie lässt sich auch dorthin ziehen.</translation>
    </message>
</context>
<context>
    <name>FindBar</name>
    <message>
        <source>Find words</source>
        <translation>Wörter suchen</translation>
    </message>
    <message>
        <source>Where to look</source>
        <translation>Wo gesucht wird</translation>
    </message>
    <message>
        <source>both texts</source>
        <translation>beide Texte</translation>
    </message>
    <message>
        <source>older text</source>
        <translation>älterer Text</translation>
    </message>
    <message>
        <source>newer text</source>
        <translation>neuerer Text</translation>
    </message>
    <message>
        <source>Previous place</source>
        <translation>Vorige Stelle</translation>
    </message>
    <message>
        <source>Next place</source>
        <translation>Nächste Stelle</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>not found</source>
        <translation>nicht gefunden</translation>
    </message>
    <message numerus="yes">
        <source>%n place(s)</source>
        <translation>
            <numerusform>%n Stelle</numerusform>
            <numerusform>%n Stellen</numerusform>
        </translation>
    </message>
    <message>
        <source>{number} of {count}</source>
        <translation>{number} von {count}</translation>
    </message>
</context>
<context>
    <name>FoldMenu</name>
    <message>
        <source>All of them</source>
        <translation>Alle</translation>
    </message>
    <message numerus="yes">
        <source>%n paragraph(s) beside a change</source>
        <translation>
            <numerusform>%n Absatz neben einer Änderung</numerusform>
            <numerusform>%n Absätze neben einer Änderung</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>GettingAbout</name>
    <message>
        <source>This story has no other version.</source>
        <translation>Diese Meldung hat keine andere Fassung.</translation>
    </message>
    <message>
        <source>There is no earlier pair of versions.</source>
        <translation>Davor gibt es keine zwei Fassungen mehr.</translation>
    </message>
    <message>
        <source>There is no later version.</source>
        <translation>Eine spätere Fassung gibt es nicht.</translation>
    </message>
    <message>
        <source>Version {older} of {count}, and the one after it.</source>
        <translation>Fassung {older} von {count} und die danach.</translation>
    </message>
    <message>
        <source>Go to</source>
        <translation>Gehe zu</translation>
    </message>
    <message>
        <source>Number of a change, or ¶ and that of a paragraph: 12, ¶7, p7</source>
        <translation>Nummer einer Änderung, oder ¶ und die eines Absatzes: 12, ¶7, p7</translation>
    </message>
    <message>
        <source>A number, please: 12 for a change, ¶7 for a paragraph.</source>
        <translation>Bitte eine Zahl: 12 für eine Änderung, ¶7 für einen Absatz.</translation>
    </message>
    <message>
        <source>Click into a paragraph first.</source>
        <translation>Klicken Sie zuerst in einen Absatz.</translation>
    </message>
    <message>
        <source>Open a document and select the words that are not the story.</source>
        <translation>Öffnen Sie ein Dokument und wählen Sie die Wörter aus, die nicht zur Meldung gehören.</translation>
    </message>
    <message>
        <source>Copied: {words}</source>
        <translation>Kopiert: {words}</translation>
    </message>
    <message>
        <source>Copied: {was} → {now}</source>
        <translation>Kopiert: {was} → {now}</translation>
    </message>
</context>
<context>
    <name>HelpDialog</name>
    <message>
        <source>Driftline help</source>
        <extracomment>A hundred marks show where the words are; more would make painting slow.</extracomment>
        <translation>Hilfe zu Driftline</translation>
    </message>
    <message>
        <source>Search the help</source>
        <translation>In der Hilfe suchen</translation>
    </message>
    <message>
        <source>Contents</source>
        <translation>Inhalt</translation>
    </message>
    <message>
        <source>No page has these words.</source>
        <translation>Keine Seite hat diese Wörter.</translation>
    </message>
    <message>
        <source>The page</source>
        <translation>Die Seite</translation>
    </message>
    <message>
        <source>&amp;Print this page…</source>
        <translation>Diese Seite &amp;drucken…</translation>
    </message>
</context>
<context>
    <name>HintBar</name>
    <message>
        <source>This is a sample: three versions of one story. Orange is what the older one said, blue the newer one. {next} goes to the next change.</source>
        <extracomment>The actions of which the steps speak.</extracomment>
        <translation>Das ist ein Beispiel: drei Fassungen einer Meldung. Orange ist, was die ältere sagte, blau die neuere. {next} führt zur nächsten Änderung.</translation>
    </message>
    <message>
        <source>On the right every change has a name. {fine} says it is fine, {must_fix} that it must be fixed, and goes on to the next one. Quotes and cuts have lists too.</source>
        <translation>Rechts hat jede Änderung einen Namen. {fine} heißt in Ordnung, {must_fix} heißt korrigieren, und es geht weiter zur nächsten. Auch Zitate und Streichungen haben ihre Liste.</translation>
    </message>
    <message>
        <source>Now your own story: drop its versions anywhere in this window. {export} writes a report, {help} opens the help. {new} puts the sample away.</source>
        <translation>Nun Ihre eigene Meldung: Ziehen Sie ihre Fassungen irgendwo in dieses Fenster. {export} schreibt einen Bericht, {help} öffnet die Hilfe. {new} legt das Beispiel weg.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
</context>
<context>
    <name>HistoryDialog</name>
    <message>
        <source>History</source>
        <extracomment>Where a row keeps the lines below it until they are wanted. What F1 opens here.</extracomment>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wann</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>Wortlaut</translation>
    </message>
    <message>
        <source>&amp;Save as table…</source>
        <translation>Als Tabelle &amp;speichern…</translation>
    </message>
    <message>
        <source>Nothing has been done yet. Statuses, notes, cuts and corrections by hand are listed here, the latest first.</source>
        <translation>Noch ist nichts geschehen. Vermerke, Notizen, Striche und Berichtigungen von Hand stehen hier, das Neueste zuerst.</translation>
    </message>
    <message>
        <source>{act} (undone)</source>
        <translation>{act} (rückgängig gemacht)</translation>
    </message>
    <message>
        <source>{when} (clock set back)</source>
        <translation>{when} (Uhr zurückgestellt)</translation>
    </message>
</context>
<context>
    <name>HouseRules</name>
    <message>
        <source>Take “{old}” and “{new}” for one word, in every text</source>
        <extracomment>What is no change of wording as it is.</extracomment>
        <translation>„{old}“ und „{new}“ in jedem Text als ein Wort nehmen</translation>
    </message>
</context>
<context>
    <name>Jumps</name>
    <message>
        <source>There is no change with this number.</source>
        <translation>Eine Änderung mit dieser Nummer gibt es nicht.</translation>
    </message>
    <message>
        <source>This paragraph is not there, or it is hidden.</source>
        <translation>Diesen Absatz gibt es nicht, oder er ist ausgeblendet.</translation>
    </message>
    <message>
        <source>No moved paragraph is in view.</source>
        <translation>Kein verschobener Absatz ist zu sehen.</translation>
    </message>
</context>
<context>
    <name>Keeping</name>
    <message>
        <source>Open session</source>
        <extracomment>Programs write a file in several steps: what changed is looked at when it has been still so long. So often what could not be saved is tried again.</extracomment>
        <translation>Sitzung öffnen</translation>
    </message>
    <message>
        <source>Driftline sessions</source>
        <translation>Driftline-Sitzungen</translation>
    </message>
    <message>
        <source>Save session as</source>
        <translation>Sitzung speichern unter</translation>
    </message>
    <message>
        <source>A session holds the texts of its documents, so that it opens on any computer.
Shall this file hold them? Without them it still holds the changed words, your notes and where the files are.</source>
        <translation>Eine Sitzung enthält die Texte ihrer Dokumente, damit sie sich auf jedem Rechner öffnen lässt.
Soll diese Datei sie enthalten? Ohne sie stehen darin immer noch die geänderten Wörter, Ihre Notizen und wo die Dateien liegen.</translation>
    </message>
    <message>
        <source>The session is kept in {name} from now on.</source>
        <translation>Die Sitzung liegt von nun an in {name}.</translation>
    </message>
    <message>
        <source>Open the recovered copy</source>
        <translation>Die gerettete Kopie öffnen</translation>
    </message>
    <message>
        <source>{name} is open for reading only. {why} Statuses, notes and new documents can be kept once it is saved under another name.</source>
        <translation>{name} ist nur zum Lesen geöffnet. {why} Status, Notizen und neue Dokumente lassen sich festhalten, sobald die Sitzung unter einem anderen Namen gespeichert ist.</translation>
    </message>
    <message>
        <source>Your work is saved again.</source>
        <translation>Ihre Arbeit ist wieder gespeichert.</translation>
    </message>
    <message>
        <source>Your work is kept in memory only. {why} Saving is tried again until it succeeds; before you close the window, save it elsewhere.</source>
        <translation>Ihre Arbeit liegt nur im Arbeitsspeicher. {why} Das Speichern wird versucht, bis es gelingt; speichern Sie sie woanders, bevor Sie das Fenster schließen.</translation>
    </message>
    <message>
        <source>Save session as…</source>
        <translation>Sitzung speichern unter…</translation>
    </message>
    <message>
        <source>Your work could not be saved. {why}</source>
        <translation>Ihre Arbeit ließ sich nicht speichern. {why}</translation>
    </message>
    <message>
        <source>Go on and lose it</source>
        <translation>Fortfahren und sie verlieren</translation>
    </message>
    <message>
        <source>Save history</source>
        <translation>Verlauf speichern</translation>
    </message>
    <message>
        <source>Table (CSV)</source>
        <translation>Tabelle (CSV)</translation>
    </message>
    <message>
        <source>Saved as {name}.</source>
        <translation>Als {name} gespeichert.</translation>
    </message>
    <message numerus="yes">
        <source>Read again: %n document(s) changed.</source>
        <translation>
            <numerusform>Neu gelesen: %n Dokument hat sich geändert.</numerusform>
            <numerusform>Neu gelesen: %n Dokumente haben sich geändert.</numerusform>
        </translation>
    </message>
    <message>
        <source>Read again: nothing has changed.</source>
        <translation>Neu gelesen: Nichts hat sich geändert.</translation>
    </message>
    <message>
        <source>Watch a folder</source>
        <translation>Ordner beobachten</translation>
    </message>
    <message>
        <source>No folder is watched.</source>
        <translation>Kein Ordner wird beobachtet.</translation>
    </message>
    <message>
        <source>New files in {folder} are brought in from now on.</source>
        <translation>Neue Dateien in {folder} kommen von nun an von selbst herein.</translation>
    </message>
    <message>
        <source>{name} was moved or deleted; the text that was read before is kept.</source>
        <translation>{name} wurde verschoben oder gelöscht; der zuvor gelesene Text bleibt.</translation>
    </message>
    <message>
        <source>Changed on disk: {names}.</source>
        <translation>Auf der Platte geändert: {names}.</translation>
    </message>
    <message>
        <source>Reload</source>
        <translation>Neu laden</translation>
    </message>
    <message>
        <source>Compare with before</source>
        <translation>Mit vorher vergleichen</translation>
    </message>
</context>
<context>
    <name>KeysPage</name>
    <message>
        <source>Find an action or a key</source>
        <extracomment>Where a row keeps the name of its action.</extracomment>
        <translation>Aktion oder Taste suchen</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>Aktion</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>New key</source>
        <translation>Neue Taste</translation>
    </message>
    <message>
        <source>&amp;Set</source>
        <translation>&amp;Setzen</translation>
    </message>
    <message>
        <source>&amp;Add</source>
        <translation>&amp;Hinzufügen</translation>
    </message>
    <message>
        <source>&amp;No key</source>
        <translation>&amp;Keine Taste</translation>
    </message>
    <message>
        <source>&amp;Reset</source>
        <translation>&amp;Zurücksetzen</translation>
    </message>
    <message>
        <source>Reset a&amp;ll</source>
        <translation>A&amp;lle zurücksetzen</translation>
    </message>
    <message>
        <source>New &amp;key</source>
        <translation>Neue &amp;Taste</translation>
    </message>
    <message>
        <source>{key} is needed to move about and to write: choose another.</source>
        <translation>{key} wird zum Bewegen und Schreiben gebraucht: Wählen Sie eine andere Taste.</translation>
    </message>
    <message>
        <source>{key} is the key of “{action}” already: choose another, or take it away there first.</source>
        <translation>{key} gehört schon zu „{action}“: Wählen Sie eine andere, oder nehmen Sie sie dort zuerst weg.</translation>
    </message>
</context>
<context>
    <name>KindChips</name>
    <message>
        <source>Show them</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>Show or hide these changes</source>
        <translation>Diese Änderungen zeigen oder ausblenden</translation>
    </message>
    <message numerus="yes">
        <source>%n hidden · show all</source>
        <translation>
            <numerusform>%n ausgeblendet · alle zeigen</numerusform>
            <numerusform>%n ausgeblendet · alle zeigen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>KindsPage</name>
    <message>
        <source>{severity} severity</source>
        <translation>Gewicht: {severity}</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>Severity</source>
        <translation>Gewicht</translation>
    </message>
    <message>
        <source>Kinds of change</source>
        <translation>Arten von Änderungen</translation>
    </message>
    <message>
        <source>as built in ({severity})</source>
        <translation>wie vorgesehen ({severity})</translation>
    </message>
    <message>
        <source>Severity of “{kind}”</source>
        <translation>Gewicht von „{kind}“</translation>
    </message>
    <message>
        <source>What the change list and the texts show at first:</source>
        <translation>Was Liste und Texte zunächst zeigen:</translation>
    </message>
</context>
<context>
    <name>ListPane</name>
    <message>
        <source>reopened</source>
        <translation>wieder offen</translation>
    </message>
    <message>
        <source>with a note</source>
        <translation>mit Notiz</translation>
    </message>
    <message>
        <source>Write a note</source>
        <translation>Notiz schreiben</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Main tools</source>
        <extracomment>What is as it was when the window opens again.</extracomment>
        <translation>Wichtigste Werkzeuge</translation>
    </message>
    <message>
        <source>{which}: now choose its partner in the other text by a right click or {key}; {escape} lets it go.</source>
        <translation>{which}: Wählen Sie nun den Partner im anderen Text mit Rechtsklick oder {key}; {escape} lässt davon ab.</translation>
    </message>
    <message numerus="yes">
        <source>%n document(s) were in the list already.</source>
        <translation>
            <numerusform>%n Dokument war schon in der Liste.</numerusform>
            <numerusform>%n Dokumente waren schon in der Liste.</numerusform>
        </translation>
    </message>
    <message>
        <source>{name} is in the list already.</source>
        <translation>{name} ist schon in der Liste.</translation>
    </message>
    <message>
        <source>Everything is kept as you do it. {key} puts it into a file of its own.</source>
        <translation>Alles wird sofort gesichert. {key} legt es in eine eigene Datei.</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>Angehalten.</translation>
    </message>
    <message>
        <source>Copied: {note}</source>
        <translation>Kopiert: {note}</translation>
    </message>
    <message>
        <source>There is nothing to correct: mark changes “must fix” first.</source>
        <translation>Es gibt nichts zu korrigieren: Kennzeichnen Sie zuerst Änderungen mit „korrigieren“.</translation>
    </message>
    <message>
        <source>Let go to bring it in.</source>
        <translation>Loslassen, um es hereinzuholen.</translation>
    </message>
</context>
<context>
    <name>MoveStubs</name>
    <message>
        <source>¶ {here} moved to paragraph {there}</source>
        <extracomment>More would hide the signs of the rows.</extracomment>
        <translation>¶ {here} verschoben nach Absatz {there}</translation>
    </message>
    <message>
        <source>¶ {here} moved from paragraph {there}</source>
        <translation>¶ {here} verschoben aus Absatz {there}</translation>
    </message>
</context>
<context>
    <name>NoticeBar</name>
    <message>
        <source>Copy all</source>
        <extracomment>A few sentences are shown; this gives all of them.</extracomment>
        <translation>Alle kopieren</translation>
    </message>
    <message>
        <source>Put this notice away</source>
        <translation>Diesen Hinweis schließen</translation>
    </message>
    <message>
        <source>Copy the file</source>
        <translation>Datei kopieren</translation>
    </message>
    <message numerus="yes">
        <source>… and %n more</source>
        <translation>
            <numerusform>… und %n weiterer</numerusform>
            <numerusform>… und %n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Kopiert</translation>
    </message>
</context>
<context>
    <name>OneText</name>
    <message>
        <source>Both versions as one text, the changes spelled out</source>
        <translation>Beide Fassungen als ein Text, die Änderungen ausgeschrieben</translation>
    </message>
</context>
<context>
    <name>OverviewRuler</name>
    <message>
        <source>Overview of all changes</source>
        <extracomment>Left, top, width, height. Rows that are drawn as a whole, and their colours. What to fill and in which colour; other colours leave it as it is. How high the rows were when they were drawn, in pixels.</extracomment>
        <translation>Übersicht aller Änderungen</translation>
    </message>
</context>
<context>
    <name>Pairing</name>
    <message>
        <source>Pair with the paragraph chosen before</source>
        <translation>Dem vorher gewählten Absatz zuordnen</translation>
    </message>
    <message>
        <source>Pair this paragraph with one of the other text…</source>
        <translation>Diesen Absatz einem im anderen Text zuordnen…</translation>
    </message>
    <message>
        <source>These two paragraphs do not belong together</source>
        <translation>Diese beiden Absätze gehören nicht zusammen</translation>
    </message>
</context>
<context>
    <name>PreferencesDialog</name>
    <message>
        <source>Preferences</source>
        <extracomment>What F1 opens here.</extracomment>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Seiten</translation>
    </message>
    <message>
        <source>Texts and colours</source>
        <translation>Texte und Farben</translation>
    </message>
    <message>
        <source>Kinds of change</source>
        <translation>Arten von Änderungen</translation>
    </message>
    <message>
        <source>Cleaning</source>
        <translation>Reinigung</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>Wörter</translation>
    </message>
    <message>
        <source>Reports</source>
        <translation>Berichte</translation>
    </message>
    <message>
        <source>Correction notes</source>
        <translation>Korrekturhinweise</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>Restore this page’s &amp;defaults</source>
        <translation>Vorgaben dieser Seite &amp;wiederherstellen</translation>
    </message>
</context>
<context>
    <name>QuotesPane</name>
    <message>
        <source>Quotations</source>
        <translation>Zitate</translation>
    </message>
    <message>
        <source>Nobody is quoted here.</source>
        <translation>Hier wird niemand zitiert.</translation>
    </message>
    <message>
        <source>A note on this quotation</source>
        <translation>Notiz zu diesem Zitat</translation>
    </message>
    <message>
        <source>Find words or a speaker</source>
        <translation>Wörter oder Person suchen</translation>
    </message>
    <message>
        <source>By speaker</source>
        <translation>Nach Person</translation>
    </message>
    <message>
        <source>Changed only</source>
        <translation>Nur geänderte</translation>
    </message>
    <message>
        <source>No quotation passes the filter.</source>
        <translation>Kein Zitat kommt durch den Filter.</translation>
    </message>
    <message>
        <source>speaker not named</source>
        <translation>nicht benannt</translation>
    </message>
    <message numerus="yes">
        <source>%n quotation(s)</source>
        <translation>
            <numerusform>%n Zitat</numerusform>
            <numerusform>%n Zitate</numerusform>
        </translation>
    </message>
    <message>
        <source>differs within the text</source>
        <translation>im Text uneinheitlich</translation>
    </message>
    <message>
        <source>Given twice in this text, in different words: {how}</source>
        <translation>Steht in diesem Text zweimal, mit verschiedenen Worten: {how}</translation>
    </message>
    <message>
        <source>Copy quotation with speaker</source>
        <translation>Zitat mit Person kopieren</translation>
    </message>
    <message>
        <source>Correct the speaker…</source>
        <translation>Person berichtigen…</translation>
    </message>
    <message>
        <source>Correct the speaker</source>
        <translation>Person berichtigen</translation>
    </message>
    <message>
        <source>Who says this?</source>
        <translation>Wer sagt das?</translation>
    </message>
</context>
<context>
    <name>ReadingView</name>
    <message>
        <source>The two versions side by side</source>
        <extracomment>The x at which the caret meets lines on its way up or down. Rows with a bookmark, and its places in them.</extracomment>
        <translation>Die beiden Fassungen nebeneinander</translation>
    </message>
    <message>
        <source>The two versions written into one text</source>
        <translation>Die beiden Fassungen in einem Text</translation>
    </message>
</context>
<context>
    <name>Recent</name>
    <message>
        <source>Compared &amp;lately</source>
        <translation>Zuletzt &amp;verglichen</translation>
    </message>
    <message>
        <source>Forget these</source>
        <translation>Diese vergessen</translation>
    </message>
</context>
<context>
    <name>ReportDialog</name>
    <message>
        <source>PDF</source>
        <extracomment>The preview is made when the choices have been still this long. Forms whose words are of no language. What F1 opens here.</extracomment>
        <translation>PDF</translation>
    </message>
    <message>
        <source>Word with tracked changes</source>
        <translation>Word mit Änderungsverfolgung</translation>
    </message>
    <message>
        <source>Web page</source>
        <translation>Webseite</translation>
    </message>
    <message>
        <source>Table (CSV)</source>
        <translation>Tabelle (CSV)</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Data (JSON)</source>
        <translation>Daten (JSON)</translation>
    </message>
    <message>
        <source>&amp;Format</source>
        <translation>&amp;Format</translation>
    </message>
    <message>
        <source>Lan&amp;guage</source>
        <translation>Sp&amp;rache</translation>
    </message>
    <message>
        <source>A4</source>
        <translation>A4</translation>
    </message>
    <message>
        <source>Letter</source>
        <translation>Letter</translation>
    </message>
    <message>
        <source>Lan&amp;dscape</source>
        <translation>&amp;Querformat</translation>
    </message>
    <message>
        <source> pt</source>
        <translation> pt</translation>
    </message>
    <message>
        <source>&amp;Black and white</source>
        <translation>Schwarz-&amp;weiß</translation>
    </message>
    <message>
        <source>&amp;Paper</source>
        <translation>&amp;Papier</translation>
    </message>
    <message>
        <source>Text si&amp;ze</source>
        <translation>Schriftgr&amp;öße</translation>
    </message>
    <message>
        <source>The first page</source>
        <translation>Die erste Seite</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Vorschau</translation>
    </message>
    <message>
        <source>&amp;Save…</source>
        <translation>&amp;Speichern…</translation>
    </message>
    <message>
        <source>P&amp;rint…</source>
        <translation>&amp;Drucken…</translation>
    </message>
    <message>
        <source>The first page is being set…</source>
        <translation>Die erste Seite wird gesetzt …</translation>
    </message>
    <message>
        <source>Only a PDF has pages to show.</source>
        <translation>Nur ein PDF hat Seiten, die sich zeigen lassen.</translation>
    </message>
</context>
<context>
    <name>ReviewPanel</name>
    <message>
        <source>A note on this change</source>
        <extracomment>Versions that are named for one reading. Pixels between the panel&apos;s edges and what stands in it. A note is kept when the typing pauses this long. Lines of text that the list above needs, with what stands in the panel besides; below this height what all versions read gives way, and the note is a line. Lines of a note, and of what all versions read where there is least room.</extracomment>
        <translation>Notiz zu dieser Änderung</translation>
    </message>
    <message>
        <source>In all versions</source>
        <extracomment>The note as it was last handed on, and as it was last told.</extracomment>
        <translation>In allen Fassungen</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>nichts</translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n weitere</numerusform>
            <numerusform>%n weitere</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Reviewing</name>
    <message>
        <source>Write a note</source>
        <extracomment>The actions that set a status.</extracomment>
        <translation>Notiz schreiben</translation>
    </message>
    <message>
        <source>Choose a change first.</source>
        <translation>Wählen Sie zuerst eine Änderung.</translation>
    </message>
    <message>
        <source>No open change further on.</source>
        <translation>Weiter unten ist keine Änderung mehr offen.</translation>
    </message>
    <message>
        <source>No change is open any more.</source>
        <translation>Keine Änderung ist mehr offen.</translation>
    </message>
    <message>
        <source>The texts are still being compared.</source>
        <translation>Die Texte werden noch verglichen.</translation>
    </message>
    <message>
        <source>{open} of {total} open</source>
        <translation>{open} von {total} offen</translation>
    </message>
</context>
<context>
    <name>RowView</name>
    <message>
        <source>Copy</source>
        <extracomment>The word or paragraph a selection by words or paragraphs was begun with.</extracomment>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copy change as “was → is”</source>
        <translation>Änderung als „vorher → nachher“ kopieren</translation>
    </message>
    <message>
        <source>Select all of this side</source>
        <translation>Diese Seite ganz auswählen</translation>
    </message>
    <message>
        <source>Clear the bookmark</source>
        <translation>Lesezeichen entfernen</translation>
    </message>
    <message>
        <source>Set a bookmark</source>
        <translation>Lesezeichen setzen</translation>
    </message>
    <message>
        <source>Rule: {rule}</source>
        <translation>Regel: {rule}</translation>
    </message>
</context>
<context>
    <name>Showing</name>
    <message>
        <source>Comparing…</source>
        <extracomment>A comparison that takes longer lets the texts be read meanwhile.</extracomment>
        <translation>Vergleiche…</translation>
    </message>
    <message>
        <source>These two are not compared yet.</source>
        <translation>Diese beiden sind noch nicht verglichen.</translation>
    </message>
    <message>
        <source>No comparison.</source>
        <translation>Kein Vergleich.</translation>
    </message>
    <message>
        <source>Quotations are being found.</source>
        <translation>Zitate werden gesucht.</translation>
    </message>
    <message>
        <source>Change {number} of {count}</source>
        <translation>Änderung {number} von {count}</translation>
    </message>
    <message numerus="yes">
        <source>%n change(s)</source>
        <translation>
            <numerusform>%n Änderung</numerusform>
            <numerusform>%n Änderungen</numerusform>
        </translation>
    </message>
    <message>
        <source>All changes hidden</source>
        <translation>Alle Änderungen ausgeblendet</translation>
    </message>
    <message>
        <source>No wording change</source>
        <translation>Keine Änderung im Wortlaut</translation>
    </message>
    <message>
        <source>{count} inside quotation marks</source>
        <translation>{count} in Anführungszeichen</translation>
    </message>
    <message>
        <source>Drop or paste another version of this story to compare the two.</source>
        <translation>Legen Sie eine weitere Fassung dieser Meldung hier ab oder fügen Sie sie ein, um beide zu vergleichen.</translation>
    </message>
    <message>
        <source>Place {number} of {count}</source>
        <translation>Stelle {number} von {count}</translation>
    </message>
    <message numerus="yes">
        <source>%n place(s)</source>
        <translation>
            <numerusform>%n Stelle</numerusform>
            <numerusform>%n Stellen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n typography hidden</source>
        <translation>
            <numerusform>%n-mal Typografie ausgeblendet</numerusform>
            <numerusform>%n-mal Typografie ausgeblendet</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of other kinds hidden</source>
        <translation>
            <numerusform>%n anderer Art ausgeblendet</numerusform>
            <numerusform>%n anderer Art ausgeblendet</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hidden</source>
        <translation>
            <numerusform>%n ausgeblendet</numerusform>
            <numerusform>%n ausgeblendet</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of lower severity hidden</source>
        <translation>
            <numerusform>%n leichtere ausgeblendet</numerusform>
            <numerusform>%n leichtere ausgeblendet</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message>
        <source>Progress</source>
        <extracomment>A remark stays so long, and so much longer for each of its characters. Between a remark and the reader&apos;s place, in pixels.</extracomment>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
</context>
<context>
    <name>StoriesModel</name>
    <message numerus="yes">
        <source>%n versions of one story</source>
        <extracomment>Characters a word has at most on average where blanks part the words.</extracomment>
        <translation>
            <numerusform>%n Fassung einer Meldung</numerusform>
            <numerusform>%n Fassungen einer Meldung</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln word(s)</source>
        <translation>
            <numerusform>%Ln Wort</numerusform>
            <numerusform>%Ln Wörter</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln word(s), {cut} cut</source>
        <translation>
            <numerusform>%Ln Wort, {cut} gestrichen</numerusform>
            <numerusform>%Ln Wörter, {cut} gestrichen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TextsPage</name>
    <message>
        <source>As the system</source>
        <translation>Wie das System</translation>
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
        <source>High contrast</source>
        <translation>Hoher Kontrast</translation>
    </message>
    <message>
        <source>Orange, blue and violet</source>
        <translation>Orange, Blau und Violett</translation>
    </message>
    <message>
        <source>Orange, blue and grey (colour-blind safe)</source>
        <translation>Orange, Blau und Grau (bei Farbenblindheit)</translation>
    </message>
    <message>
        <source>Serif</source>
        <translation>Mit Serifen</translation>
    </message>
    <message>
        <source>Sans serif</source>
        <translation>Ohne Serifen</translation>
    </message>
    <message>
        <source>The one that comes with Driftline</source>
        <translation>Die mit Driftline mitgelieferte</translation>
    </message>
    <message>
        <source> pt</source>
        <translation> pt</translation>
    </message>
    <message>
        <source> lines</source>
        <translation> Zeilen</translation>
    </message>
    <message>
        <source> characters</source>
        <translation> Zeichen</translation>
    </message>
    <message>
        <source>As long as there is room</source>
        <translation>So lang, wie Platz ist</translation>
    </message>
    <message>
        <source> px</source>
        <translation> px</translation>
    </message>
    <message>
        <source>&amp;Colours</source>
        <translation>&amp;Farben</translation>
    </message>
    <message>
        <source>&amp;Palette</source>
        <translation>&amp;Palette</translation>
    </message>
    <message>
        <source>&amp;Typeface</source>
        <translation>&amp;Schriftart</translation>
    </message>
    <message>
        <source>&amp;Family</source>
        <translation>Schriftfam&amp;ilie</translation>
    </message>
    <message>
        <source>&amp;Size</source>
        <translation>&amp;Größe</translation>
    </message>
    <message>
        <source>&amp;Line spacing</source>
        <translation>&amp;Zeilenabstand</translation>
    </message>
    <message>
        <source>L&amp;ongest line</source>
        <translation>L&amp;ängste Zeile</translation>
    </message>
    <message>
        <source>&amp;Margin</source>
        <translation>&amp;Rand</translation>
    </message>
    <message>
        <source>&amp;Gap between paragraphs</source>
        <translation>A&amp;bstand der Absätze</translation>
    </message>
    <message>
        <source>L&amp;anguage (from the next start)</source>
        <translation>Sprac&amp;he (ab dem nächsten Start)</translation>
    </message>
</context>
<context>
    <name>WordsPage</name>
    <message>
        <source>Reporting verbs</source>
        <translation>Redeverben</translation>
    </message>
    <message>
        <source>Verbs that tell what somebody said. A regular verb needs only its base; of others write all forms: “say, says, said, said, saying”.</source>
        <translation>Verben, die wiedergeben, was jemand sagte. Ein regelmäßiges Verb braucht nur die Grundform; von anderen alle Formen: „say, says, said, said, saying“.</translation>
    </message>
    <message>
        <source>Spelling variants</source>
        <translation>Schreibvarianten</translation>
    </message>
    <message>
        <source>Two spellings of one word: “kerb = curb”. No change of wording.</source>
        <translation>Zwei Schreibungen eines Wortes: „kerb = curb“. Keine Änderung im Wortlaut.</translation>
    </message>
    <message>
        <source>Names</source>
        <translation>Namen</translation>
    </message>
    <message>
        <source>Names that are written small or look like other words.</source>
        <translation>Namen, die klein geschrieben werden oder wie andere Wörter aussehen.</translation>
    </message>
    <message>
        <source>Titles and offices</source>
        <translation>Titel und Ämter</translation>
    </message>
    <message>
        <source>What stands before a name: “reeve”, “harbour master”.</source>
        <translation>Was vor einem Namen steht: „reeve“, „harbour master“.</translation>
    </message>
    <message>
        <source>Words of doubt</source>
        <translation>Wörter des Zweifels</translation>
    </message>
    <message>
        <source>Words that make a sentence less sure: “mayhap”, “so they say”.</source>
        <translation>Wörter, die einen Satz weniger gewiss machen: „mayhap“, „so they say“.</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>Wortlaut</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>&amp;Sprache</translation>
    </message>
    <message>
        <source>&amp;Class</source>
        <translation>&amp;Klasse</translation>
    </message>
    <message>
        <source>Write two spellings with “=” between: kerb = curb.</source>
        <translation>Zwei Schreibungen mit „=“ dazwischen: kerb = curb.</translation>
    </message>
    <message>
        <source>Write the base alone or five forms with commas between.</source>
        <translation>Nur die Grundform oder fünf Formen mit Kommas dazwischen.</translation>
    </message>
</context>
<context>
    <name>Workspace</name>
    <message>
        <source>There is no text on the clipboard: copy a story first.</source>
        <extracomment>What may wait until a comparison is painted waits this long. What the editor does to documents and stories. Something was said while nothing was compared.</extracomment>
        <translation>In der Zwischenablage ist kein Text: Kopieren Sie zuerst eine Meldung.</translation>
    </message>
    <message>
        <source>Pasted text {number}</source>
        <translation>Eingefügter Text {number}</translation>
    </message>
    <message>
        <source>{name} before</source>
        <translation>{name} vorher</translation>
    </message>
    <message>
        <source>There is no earlier text of this document.</source>
        <translation>Von diesem Dokument gibt es keinen früheren Text.</translation>
    </message>
    <message>
        <source>What you did while the session was being opened is not kept.</source>
        <translation>Was Sie taten, während die Sitzung geöffnet wurde, ist nicht gespeichert.</translation>
    </message>
</context>
<context>
    <name>_SideHead</name>
    <message>
        <source>Copy the name</source>
        <translation>Den Namen kopieren</translation>
    </message>
    <message>
        <source>Copy the file’s path</source>
        <translation>Den Pfad der Datei kopieren</translation>
    </message>
    <message>
        <source>Show in its folder</source>
        <translation>Im Ordner zeigen</translation>
    </message>
</context>
<context>
    <name>labels</name>
    <message>
        <source>determiner</source>
        <translation>Artikelwort</translation>
    </message>
    <message>
        <source>preposition</source>
        <translation>Präposition</translation>
    </message>
    <message>
        <source>quotation altered</source>
        <translation>Zitat verändert</translation>
    </message>
    <message>
        <source>number</source>
        <translation>Zahl</translation>
    </message>
    <message>
        <source>date</source>
        <translation>Datum</translation>
    </message>
    <message>
        <source>name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>negation</source>
        <translation>Verneinung</translation>
    </message>
    <message>
        <source>modality</source>
        <translation>Modalität</translation>
    </message>
    <message>
        <source>tense</source>
        <translation>Zeitform</translation>
    </message>
    <message>
        <source>reporting verb</source>
        <translation>Redeverb</translation>
    </message>
    <message>
        <source>spelling variant</source>
        <translation>Schreibvariante</translation>
    </message>
    <message>
        <source>typography</source>
        <translation>Typografie</translation>
    </message>
    <message>
        <source>added</source>
        <translation>hinzugefügt</translation>
    </message>
    <message>
        <source>dropped</source>
        <translation>weggelassen</translation>
    </message>
    <message>
        <source>moved</source>
        <translation>verschoben</translation>
    </message>
    <message>
        <source>reworded</source>
        <translation>umformuliert</translation>
    </message>
    <message>
        <source>paragraph split</source>
        <translation>Absatz geteilt</translation>
    </message>
    <message>
        <source>paragraphs joined</source>
        <translation>Absätze verbunden</translation>
    </message>
    <message>
        <source>sentence split</source>
        <translation>Satz geteilt</translation>
    </message>
    <message>
        <source>sentences joined</source>
        <translation>Sätze verbunden</translation>
    </message>
    <message>
        <source>“a”, “the”, “this”, “some”: which one is meant, or how many</source>
        <extracomment>What each kind means, for those who do not know its name.</extracomment>
        <translation>„ein“, „der“, „dieser“, „einige“: welcher gemeint ist oder wie viele</translation>
    </message>
    <message>
        <source>“on”, “at”, “by”, “for”: how things stand to each other</source>
        <translation>„auf“, „an“, „durch“, „für“: wie Dinge zueinander stehen</translation>
    </message>
    <message>
        <source>other words inside quotation marks</source>
        <translation>andere Wörter in Anführungszeichen</translation>
    </message>
    <message>
        <source>a figure, a sum, a share, or its limit</source>
        <translation>eine Zahl, eine Summe, ein Anteil oder deren Grenze</translation>
    </message>
    <message>
        <source>a day, a year, a time</source>
        <translation>ein Tag, ein Jahr, eine Uhrzeit</translation>
    </message>
    <message>
        <source>a person, a place, a body</source>
        <translation>eine Person, ein Ort, eine Einrichtung</translation>
    </message>
    <message>
        <source>the office or form of address before a name: “Mayor”, “Dr”</source>
        <translation>Amt oder Anrede vor einem Namen: „Bürgermeister“, „Dr.“</translation>
    </message>
    <message>
        <source>“not”, “no”, “never”</source>
        <translation>„nicht“, „kein“, „nie“</translation>
    </message>
    <message>
        <source>“may”, “must”, “likely”: how certain or binding it is</source>
        <translation>„könnte“, „muss“, „wohl“: wie sicher oder verbindlich es ist</translation>
    </message>
    <message>
        <source>“says” or “said”, “has gone” or “went”: when it is true</source>
        <translation>„sagt“ oder „sagte“, „geht“ oder „ging“: wann es gilt</translation>
    </message>
    <message>
        <source>“said”, “claimed”, “admitted”: how speech is reported</source>
        <translation>„sagte“, „behauptete“, „räumte ein“: wie Gesagtes wiedergegeben wird</translation>
    </message>
    <message>
        <source>one word spelled in two ways: “organise”, “organize”</source>
        <translation>ein Wort in zwei Schreibweisen: „aufwendig“, „aufwändig“</translation>
    </message>
    <message>
        <source>marks, dashes, spaces, capitals: no word is another</source>
        <translation>Zeichen, Striche, Leerräume, Großschreibung: kein Wort ist ein anderes</translation>
    </message>
    <message>
        <source>words that only the newer version has</source>
        <translation>Wörter, die nur die neuere Fassung hat</translation>
    </message>
    <message>
        <source>words that only the older version has</source>
        <translation>Wörter, die nur die ältere Fassung hat</translation>
    </message>
    <message>
        <source>the same words in another place</source>
        <translation>dieselben Wörter an anderer Stelle</translation>
    </message>
    <message>
        <source>other words, and none of the other kinds</source>
        <translation>andere Wörter, und keine der übrigen Arten</translation>
    </message>
    <message>
        <source>one paragraph became several</source>
        <translation>aus einem Absatz wurden mehrere</translation>
    </message>
    <message>
        <source>several paragraphs became one</source>
        <translation>aus mehreren Absätzen wurde einer</translation>
    </message>
    <message>
        <source>one sentence became several</source>
        <translation>aus einem Satz wurden mehrere</translation>
    </message>
    <message>
        <source>several sentences became one</source>
        <translation>aus mehreren Sätzen wurde einer</translation>
    </message>
    <message>
        <source>high</source>
        <translation>schwer</translation>
    </message>
    <message>
        <source>medium</source>
        <translation>mittel</translation>
    </message>
    <message>
        <source>low</source>
        <translation>leicht</translation>
    </message>
    <message>
        <source>navigation</source>
        <translation>Navigation</translation>
    </message>
    <message>
        <source>icon names</source>
        <translation>Symbolnamen</translation>
    </message>
    <message>
        <source>error banner</source>
        <translation>Fehlermeldung</translation>
    </message>
    <message>
        <source>cookie notice</source>
        <translation>Cookie-Hinweis</translation>
    </message>
    <message>
        <source>paywall</source>
        <translation>Bezahlschranke</translation>
    </message>
    <message>
        <source>advertisement</source>
        <translation>Werbung</translation>
    </message>
    <message>
        <source>newsletter</source>
        <translation>Newsletter</translation>
    </message>
    <message>
        <source>share buttons</source>
        <translation>Teilen-Knöpfe</translation>
    </message>
    <message>
        <source>page control</source>
        <translation>Bedienelement</translation>
    </message>
    <message>
        <source>breadcrumb</source>
        <translation>Brotkrumenpfad</translation>
    </message>
    <message>
        <source>byline</source>
        <translation>Autorenzeile</translation>
    </message>
    <message>
        <source>publication time</source>
        <translation>Zeitangabe</translation>
    </message>
    <message>
        <source>source tag</source>
        <translation>Quellenangabe</translation>
    </message>
    <message>
        <source>photo caption</source>
        <translation>Bildunterschrift</translation>
    </message>
    <message>
        <source>photo credit</source>
        <translation>Bildnachweis</translation>
    </message>
    <message>
        <source>media player</source>
        <translation>Mediaplayer</translation>
    </message>
    <message>
        <source>related story</source>
        <translation>verwandte Meldung</translation>
    </message>
    <message>
        <source>tags</source>
        <translation>Schlagwörter</translation>
    </message>
    <message>
        <source>author biography</source>
        <translation>Autorenangaben</translation>
    </message>
    <message>
        <source>comments</source>
        <translation>Kommentare</translation>
    </message>
    <message>
        <source>legal disclaimer</source>
        <translation>rechtlicher Hinweis</translation>
    </message>
    <message>
        <source>copyright notice</source>
        <translation>Urheberrechtshinweis</translation>
    </message>
    <message>
        <source>headline again</source>
        <translation>Überschrift noch einmal</translation>
    </message>
    <message>
        <source>body printed twice</source>
        <translation>Text doppelt</translation>
    </message>
    <message>
        <source>running head or page number</source>
        <translation>Kolumnentitel oder Seitenzahl</translation>
    </message>
    <message>
        <source>not the story</source>
        <translation>gehört nicht zur Meldung</translation>
    </message>
    <message>
        <source>verbatim</source>
        <translation>wörtlich</translation>
    </message>
    <message>
        <source>altered</source>
        <translation>verändert</translation>
    </message>
    <message>
        <source>truncated</source>
        <translation>gekürzt</translation>
    </message>
    <message>
        <source>extended</source>
        <translation>erweitert</translation>
    </message>
    <message>
        <source>reattributed</source>
        <translation>anders zugeschrieben</translation>
    </message>
    <message>
        <source>direct</source>
        <translation>direkt</translation>
    </message>
    <message>
        <source>mixed</source>
        <translation>gemischt</translation>
    </message>
    <message>
        <source>indirect</source>
        <translation>indirekt</translation>
    </message>
    <message>
        <source>open</source>
        <translation>offen</translation>
    </message>
    <message>
        <source>fine</source>
        <translation>in Ordnung</translation>
    </message>
    <message>
        <source>query</source>
        <translation>Rückfrage</translation>
    </message>
    <message>
        <source>must fix</source>
        <translation>korrigieren</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>Lesen</translation>
    </message>
    <message>
        <source>Cleaning</source>
        <translation>Reinigen</translation>
    </message>
    <message>
        <source>Grouping</source>
        <translation>Gruppieren</translation>
    </message>
    <message>
        <source>Paired paragraphs by hand</source>
        <translation>Absätze zugeordnet</translation>
    </message>
    <message>
        <source>Gathering the changes</source>
        <translation>Änderungen sammeln</translation>
    </message>
    <message>
        <source>Matching sentences</source>
        <translation>Sätze zuordnen</translation>
    </message>
    <message>
        <source>Comparing words</source>
        <translation>Wörter vergleichen</translation>
    </message>
    <message>
        <source>Naming the changes</source>
        <translation>Änderungen benennen</translation>
    </message>
    <message>
        <source>Finding quotations</source>
        <translation>Zitate suchen</translation>
    </message>
    <message>
        <source>Comparing all versions</source>
        <translation>Alle Fassungen vergleichen</translation>
    </message>
    <message>
        <source>Marking the texts</source>
        <translation>Texte auszeichnen</translation>
    </message>
    <message>
        <source>Listing the changes</source>
        <translation>Änderungen auflisten</translation>
    </message>
    <message>
        <source>Merging the texts</source>
        <translation>Texte zusammenführen</translation>
    </message>
    <message>
        <source>Choosing fonts</source>
        <translation>Schriften wählen</translation>
    </message>
    <message>
        <source>Setting the pages</source>
        <translation>Seiten setzen</translation>
    </message>
    <message>
        <source>Writing</source>
        <translation>Schreiben</translation>
    </message>
    <message>
        <source>Printing</source>
        <translation>Drucken</translation>
    </message>
    <message>
        <source>Wrote a note</source>
        <translation>Notiz geschrieben</translation>
    </message>
    <message>
        <source>Changed what is cut</source>
        <translation>Schnitte geändert</translation>
    </message>
    <message>
        <source>Corrected a speaker</source>
        <translation>Sprecher berichtigt</translation>
    </message>
    <message>
        <source>Changed a title</source>
        <translation>Titel geändert</translation>
    </message>
    <message>
        <source>Regrouped documents</source>
        <translation>Dokumente umgruppiert</translation>
    </message>
    <message>
        <source>Changed the order of versions</source>
        <translation>Reihenfolge der Fassungen geändert</translation>
    </message>
    <message>
        <source>Chose another base text</source>
        <translation>Anderen Grundtext gewählt</translation>
    </message>
    <message>
        <source>Took in a changed file</source>
        <translation>Geänderte Datei übernommen</translation>
    </message>
    <message>
        <source>Removed documents</source>
        <translation>Dokumente entfernt</translation>
    </message>
    <message>
        <source>Changed the bookmarks</source>
        <translation>Lesezeichen geändert</translation>
    </message>
    <message>
        <source>“{words}”</source>
        <extracomment>What stands for a status where there is little room.</extracomment>
        <translation>„{words}“</translation>
    </message>
    <message>
        <source>Undone: {act}</source>
        <translation>Rückgängig: {act}</translation>
    </message>
    <message>
        <source>Done again: {act}</source>
        <translation>Wiederholt: {act}</translation>
    </message>
    <message>
        <source>Set one change to “{status}”</source>
        <translation>Eine Änderung auf „{status}“ gesetzt</translation>
    </message>
    <message>
        <source>Set {count} changes to “{status}”</source>
        <translation>{count} Änderungen auf „{status}“ gesetzt</translation>
    </message>
    <message>
        <source>Reading {name}</source>
        <translation>Lese {name}</translation>
    </message>
</context>
</TS>
