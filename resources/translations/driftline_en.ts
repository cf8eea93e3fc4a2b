<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name></name>
    <message numerus="yes">
        <source>%n unchanged paragraph(s)</source>
        <translation>
            <numerusform>%n unchanged paragraph</numerusform>
            <numerusform>%n unchanged paragraphs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>⋯ %n unchanged paragraph(s) ⋯</source>
        <extracomment>Rows between two words of progress.</extracomment>
        <translation>
            <numerusform>⋯ %n unchanged paragraph ⋯</numerusform>
            <numerusform>⋯ %n unchanged paragraphs ⋯</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n page(s)</source>
        <translation>
            <numerusform>%n page</numerusform>
            <numerusform>%n pages</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Acting</name>
    <message numerus="yes">
        <source>%n document(s) put away. {undo} brings them back.</source>
        <translation>
            <numerusform>%n document put away. {undo} brings it back.</numerusform>
            <numerusform>%n documents put away. {undo} brings them back.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AllVersions</name>
    <message numerus="yes">
        <source>This page sets three or more versions of a story side by side. This story has %n: drop another one anywhere in this window, or drag one onto the story on the left.</source>
        <translation>
            <numerusform>This page sets three or more versions of a story side by side. This story has %n: drop two more anywhere in this window, or drag them onto the story on the left.</numerusform>
            <numerusform>This page sets three or more versions of a story side by side. This story has %n: drop another one anywhere in this window, or drag one onto the story on the left.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ChangesPane</name>
    <message numerus="yes">
        <source>%n change(s)</source>
        <translation>
            <numerusform>%n change</numerusform>
            <numerusform>%n changes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CollationPage</name>
    <message numerus="yes">
        <source>All %n versions say the same in the same words.</source>
        <translation>
            <numerusform>All %n versions say the same in the same words.</numerusform>
            <numerusform>All %n versions say the same in the same words.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CollationTable</name>
    <message numerus="yes">
        <source>%n differ</source>
        <translation>
            <numerusform>%n differs</numerusform>
            <numerusform>%n differ</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n place(s) differ from the base text</source>
        <translation>
            <numerusform>%n place differs from the base text</numerusform>
            <numerusform>%n places differ from the base text</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n as in {version}</source>
        <translation>
            <numerusform>%n as in {version}</numerusform>
            <numerusform>%n as in {version}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them as in {version}</source>
        <translation>
            <numerusform>%n of them as in {version}</numerusform>
            <numerusform>%n of them as in {version}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CompareHeader</name>
    <message numerus="yes">
        <source>All %n versions</source>
        <translation>
            <numerusform>All %n versions</numerusform>
            <numerusform>All %n versions</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DocumentPage</name>
    <message numerus="yes">
        <source>%n cut(s)</source>
        <translation>
            <numerusform>%n cut</numerusform>
            <numerusform>%n cuts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DocumentsPane</name>
    <message numerus="yes">
        <source>%n document(s)</source>
        <translation>
            <numerusform>%n document</numerusform>
            <numerusform>%n documents</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n quotation(s) altered</source>
        <translation>
            <numerusform>%n quotation altered</numerusform>
            <numerusform>%n quotations altered</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n note(s) on reading it</source>
        <translation>
            <numerusform>%n note on reading it</numerusform>
            <numerusform>%n notes on reading it</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Exporting</name>
    <message numerus="yes">
        <source>%n page(s) sent to the printer.</source>
        <translation>
            <numerusform>%n page sent to the printer.</numerusform>
            <numerusform>%n pages sent to the printer.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FindBar</name>
    <message numerus="yes">
        <source>%n place(s)</source>
        <translation>
            <numerusform>%n place</numerusform>
            <numerusform>%n places</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FoldMenu</name>
    <message numerus="yes">
        <source>%n paragraph(s) beside a change</source>
        <translation>
            <numerusform>%n paragraph beside a change</numerusform>
            <numerusform>%n paragraphs beside a change</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Keeping</name>
    <message numerus="yes">
        <source>Read again: %n document(s) changed.</source>
        <translation>
            <numerusform>Read again: %n document changed.</numerusform>
            <numerusform>Read again: %n documents changed.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>KindChips</name>
    <message numerus="yes">
        <source>%n hidden · show all</source>
        <translation>
            <numerusform>%n hidden · show all</numerusform>
            <numerusform>%n hidden · show all</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message numerus="yes">
        <source>%n document(s) were in the list already.</source>
        <translation>
            <numerusform>%n document was in the list already.</numerusform>
            <numerusform>%n documents were in the list already.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NoticeBar</name>
    <message numerus="yes">
        <source>… and %n more</source>
        <translation>
            <numerusform>… and %n more</numerusform>
            <numerusform>… and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>QuotesPane</name>
    <message numerus="yes">
        <source>%n quotation(s)</source>
        <translation>
            <numerusform>%n quotation</numerusform>
            <numerusform>%n quotations</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReviewPanel</name>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Showing</name>
    <message numerus="yes">
        <source>%n change(s)</source>
        <translation>
            <numerusform>%n change</numerusform>
            <numerusform>%n changes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n place(s)</source>
        <translation>
            <numerusform>%n place</numerusform>
            <numerusform>%n places</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n typography hidden</source>
        <translation>
            <numerusform>%n typography hidden</numerusform>
            <numerusform>%n typography hidden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of other kinds hidden</source>
        <translation>
            <numerusform>%n of other kinds hidden</numerusform>
            <numerusform>%n of other kinds hidden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hidden</source>
        <translation>
            <numerusform>%n hidden</numerusform>
            <numerusform>%n hidden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of lower severity hidden</source>
        <translation>
            <numerusform>%n of lower severity hidden</numerusform>
            <numerusform>%n of lower severity hidden</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StoriesModel</name>
    <message numerus="yes">
        <source>%n versions of one story</source>
        <extracomment>Characters a word has at most on average where blanks part the words.</extracomment>
        <translation>
            <numerusform>%n version of one story</numerusform>
            <numerusform>%n versions of one story</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln word(s)</source>
        <translation>
            <numerusform>%Ln word</numerusform>
            <numerusform>%Ln words</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln word(s), {cut} cut</source>
        <translation>
            <numerusform>%Ln word, {cut} cut</numerusform>
            <numerusform>%Ln words, {cut} cut</numerusform>
        </translation>
    </message>
</context>
</TS>
