<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE">
<context>
    <name>AboutController</name>
    <message>
        <source>Restoring comes first; this follows.</source>
        <translation>Erst wird restauriert; dies folgt.</translation>
    </message>
    <message>
        <source>Restoring comes first, and it is paused; this follows.</source>
        <translation>Erst wird restauriert, und das ist pausiert; dies folgt.</translation>
    </message>
    <message>
        <source>Looking into the network…</source>
        <translation>Das Netz wird betrachtet…</translation>
    </message>
</context>
<context>
    <name>AboutPane</name>
    <message>
        <source>Task</source>
        <translation>Aufgabe</translation>
    </message>
    <message>
        <source>Workflow</source>
        <translation>Ablauf</translation>
    </message>
    <message>
        <source>Inside</source>
        <translation>Einblick</translation>
    </message>
    <message>
        <source>Papers and tools</source>
        <translation>Artikel und Werkzeuge</translation>
    </message>
    <message>
        <source>Model card</source>
        <translation>Modellkarte</translation>
    </message>
    <message>
        <source>About this AI</source>
        <translation>Über diese KI</translation>
    </message>
    <message>
        <source>Export report…</source>
        <translation>Bericht exportieren…</translation>
    </message>
    <message>
        <source>All of this for your picture, as one HTML or PDF file</source>
        <translation>All das für das eigene Bild, als eine HTML- oder PDF-Datei</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal</translation>
    </message>
    <message>
        <source>The network is being examined</source>
        <translation>Das Netz wird gerade betrachtet</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>Schließen (Esc)</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>Actions</name>
    <message>
        <source>Open…</source>
        <translation>Öffnen…</translation>
    </message>
    <message>
        <source>Open pictures</source>
        <translation>Bilder öffnen</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>Einfügen</translation>
    </message>
    <message>
        <source>Paste a picture, a file or a link to a file</source>
        <translation>Ein Bild, eine Datei oder einen Link auf eine Datei einfügen</translation>
    </message>
    <message>
        <source>About this AI</source>
        <translation>Über diese KI</translation>
    </message>
    <message>
        <source>How it works, and what it cannot do</source>
        <translation>Wie es arbeitet und was es nicht kann</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copy the restored picture, with its transparency</source>
        <translation>Das restaurierte Bild mit seiner Transparenz kopieren</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportieren…</translation>
    </message>
    <message>
        <source>Save the restored picture</source>
        <translation>Das restaurierte Bild sichern</translation>
    </message>
    <message>
        <source>Export all…</source>
        <translation>Alle exportieren…</translation>
    </message>
    <message>
        <source>Save all results of the queue</source>
        <translation>Alle Ergebnisse der Warteschlange sichern</translation>
    </message>
    <message>
        <source>Export as SVG…</source>
        <translation>Als SVG exportieren…</translation>
    </message>
    <message>
        <source>Trace the restored picture as shapes, and save them</source>
        <translation>Das restaurierte Bild als Formen nachzeichnen und sichern</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Undo the last adjustment</source>
        <translation>Die letzte Anpassung zurücknehmen</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>Redo what was undone</source>
        <translation>Das Zurückgenommene wiederholen</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Zurücksetzen</translation>
    </message>
    <message>
        <source>Show what the network made</source>
        <translation>Zeigen, was das Netz gemacht hat</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Cancel the running picture</source>
        <translation>Das laufende Bild abbrechen</translation>
    </message>
    <message>
        <source>Panels</source>
        <translation>Bedienfelder</translation>
    </message>
    <message>
        <source>Hide the panels</source>
        <translation>Die Bedienfelder einklappen</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>Kleiner</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>Größer</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>Einpassen</translation>
    </message>
    <message>
        <source>Show the whole picture</source>
        <translation>Das ganze Bild zeigen</translation>
    </message>
    <message>
        <source>One picture pixel per screen pixel</source>
        <translation>Ein Bildpixel je Bildschirmpixel</translation>
    </message>
    <message>
        <source>Export comparison…</source>
        <translation>Vergleich exportieren…</translation>
    </message>
    <message>
        <source>Save before and after as one picture, as they are compared now</source>
        <translation>Vorher und nachher als ein Bild sichern, so wie sie jetzt verglichen werden</translation>
    </message>
    <message>
        <source>Next part</source>
        <translation>Nächster Bereich</translation>
    </message>
    <message>
        <source>Next part of the window</source>
        <translation>Nächster Bereich des Fensters</translation>
    </message>
    <message>
        <source>Preferences…</source>
        <translation>Einstellungen…</translation>
    </message>
    <message>
        <source>Theme, language, folders, names, privacy</source>
        <translation>Darstellung, Sprache, Ordner, Namen, Privatsphäre</translation>
    </message>
    <message>
        <source>Shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>All keyboard shortcuts, and a link to the guide</source>
        <translation>Alle Tasten, und der Weg in die Anleitung</translation>
    </message>
    <message>
        <source>User guide</source>
        <translation>Anleitung</translation>
    </message>
    <message>
        <source>How to work with Clearmark</source>
        <translation>Wie man mit Clearmark arbeitet</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>Close Clearmark</source>
        <translation>Clearmark schließen</translation>
    </message>
    <message>
        <source>Slider</source>
        <translation>Schieber</translation>
    </message>
    <message>
        <source>Compare with a divider that you can drag</source>
        <translation>Mit einer Trennlinie vergleichen, die sich ziehen lässt</translation>
    </message>
    <message>
        <source>Side by side</source>
        <translation>Nebeneinander</translation>
    </message>
    <message>
        <source>Compare the same part of both pictures</source>
        <translation>Denselben Teil beider Bilder vergleichen</translation>
    </message>
    <message>
        <source>Lens</source>
        <translation>Lupe</translation>
    </message>
    <message>
        <source>Look at the other picture through a lens</source>
        <translation>Das andere Bild durch eine Lupe ansehen</translation>
    </message>
    <message>
        <source>Hold</source>
        <translation>Halten</translation>
    </message>
    <message>
        <source>Hold Space to see the picture before, in every view</source>
        <translation>Leertaste halten, um das Vorher zu sehen, bei jeder Art zu vergleichen</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>Differenz</translation>
    </message>
    <message>
        <source>Show what differs, amplified</source>
        <translation>Zeigen, was sich unterscheidet, verstärkt</translation>
    </message>
</context>
<context>
    <name>AdjustPanel</name>
    <message>
        <source>0 % is the enlarged picture, 100 % the restored one</source>
        <translation>0 % ist das vergrößerte Bild, 100 % das restaurierte</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Aus</translation>
    </message>
    <message>
        <source>Dragging moves the picture</source>
        <translation>Ziehen verschiebt das Bild</translation>
    </message>
    <message>
        <source>Box</source>
        <translation>Feld</translation>
    </message>
    <message>
        <source>Drag a box around what should stay as enlarged</source>
        <translation>Ein Feld aufziehen, in dem es beim vergrößerten Bild bleibt</translation>
    </message>
    <message>
        <source>Brush</source>
        <translation>Pinsel</translation>
    </message>
    <message>
        <source>Paint over what should stay as enlarged</source>
        <translation>Übermalen, was beim vergrößerten Bild bleiben soll</translation>
    </message>
    <message>
        <source>Adjust</source>
        <translation>Anpassen</translation>
    </message>
    <message>
        <source>Strength</source>
        <translation>Stärke</translation>
    </message>
    <message>
        <source>Protect</source>
        <translation>Schutz</translation>
    </message>
</context>
<context>
    <name>Advice</name>
    <message>
        <source>plain, without edges</source>
        <translation>glatt, ohne Kanten</translation>
    </message>
    <message>
        <source>like a photograph (edges of many widths, no main colours)</source>
        <translation>wie ein Foto (Kanten vieler Breiten, keine Hauptfarben)</translation>
    </message>
    <message>
        <source>blurred (σ ≈ {sigma:.1f} px)</source>
        <translation>unscharf (σ ≈ {sigma:.1f} px)</translation>
    </message>
    <message>
        <source>JPEG-damaged (blocks of 8 px)</source>
        <translation>durch JPEG beschädigt (Blöcke von 8 px)</translation>
    </message>
    <message>
        <source>reduced to {colours} colours</source>
        <translation>auf {colours} Farben verringert</translation>
    </message>
    <message>
        <source>small ({width} × {height} px) but sharp</source>
        <translation>klein ({width} × {height} px), aber scharf</translation>
    </message>
    <message>
        <source>already sharp (edges {edge:.1f} px wide)</source>
        <translation>bereits scharf (Kanten {edge:.1f} px breit)</translation>
    </message>
    <message>
        <source>JPEG-damaged (blocks of 8 px, quality ≈ {quality})</source>
        <translation>durch JPEG beschädigt (Blöcke von 8 px, Qualität ≈ {quality})</translation>
    </message>
    <message>
        <source>damaged by its compression</source>
        <translation>durch Kompression beschädigt</translation>
    </message>
    <message>
        <source>dithered to {colours} colours</source>
        <translation>auf {colours} Farben gerastert</translation>
    </message>
    <message>
        <source>{first} and {second}</source>
        <translation>{first} und {second}</translation>
    </message>
    <message>
        <source>{first}, {second} and {third}</source>
        <translation>{first}, {second} und {third}</translation>
    </message>
    <message>
        <source>{first}, {second}, {third} and {fourth}</source>
        <translation>{first}, {second}, {third} und {fourth}</translation>
    </message>
    <message>
        <source>{reason}: restoring will help.</source>
        <translation>{reason}: Restaurieren hilft.</translation>
    </message>
    <message>
        <source>{reason}: restoring will not help.</source>
        <translation>{reason}: Restaurieren hilft nicht.</translation>
    </message>
    <message>
        <source>{reason}: restoring will help only if it is enlarged.</source>
        <translation>{reason}: Restaurieren hilft nur beim Vergrößern.</translation>
    </message>
    <message>
        <source>{reason}: restoring will hardly help.</source>
        <translation>{reason}: Restaurieren hilft kaum.</translation>
    </message>
</context>
<context>
    <name>Banner</name>
    <message>
        <source>Details</source>
        <translation>Details</translation>
    </message>
    <message>
        <source>Dismiss (Esc)</source>
        <translation>Ausblenden (Esc)</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Ausblenden</translation>
    </message>
</context>
<context>
    <name>CanvasPanel</name>
    <message>
        <source>Input</source>
        <translation>Eingabe</translation>
    </message>
    <message>
        <source>Enlarged</source>
        <translation>Vergrößert</translation>
    </message>
    <message>
        <source>{name}, {scale}×</source>
        <translation>{name}, {scale}×</translation>
    </message>
    <message>
        <source>Restoring</source>
        <translation>Wird restauriert</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Pausiert</translation>
    </message>
</context>
<context>
    <name>CloseGuard</name>
    <message>
        <source>1 result has not been exported.</source>
        <translation>1 Ergebnis wurde nicht exportiert.</translation>
    </message>
    <message>
        <source>{count} results have not been exported.</source>
        <translation>{count} Ergebnisse wurden nicht exportiert.</translation>
    </message>
    <message>
        <source>1 picture is not restored yet.</source>
        <translation>1 Bild ist noch nicht restauriert.</translation>
    </message>
    <message>
        <source>{count} pictures are not restored yet.</source>
        <translation>{count} Bilder sind noch nicht restauriert.</translation>
    </message>
    <message>
        <source>Close Clearmark</source>
        <translation>Clearmark schließen</translation>
    </message>
    <message>
        <source>When you close, the queue is kept, and offered at the next start.</source>
        <translation>Beim Schließen bleibt die Warteschlange erhalten und wird beim nächsten Start angeboten.</translation>
    </message>
    <message>
        <source>When you close, what was not exported is lost.</source>
        <translation>Beim Schließen geht verloren, was nicht exportiert wurde.</translation>
    </message>
    <message>
        <source>Export all…</source>
        <translation>Alle exportieren…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>ColoursPanel</name>
    <message>
        <source>Off</source>
        <translation>Aus</translation>
    </message>
    <message>
        <source>Fills stay as the network made them</source>
        <translation>Flächen bleiben, wie das Netz sie gemacht hat</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>Eingabe</translation>
    </message>
    <message>
        <source>Fills get exactly the colours of the input</source>
        <translation>Flächen bekommen genau die Farben der Eingabe</translation>
    </message>
    <message>
        <source>Brand</source>
        <translation>Marke</translation>
    </message>
    <message>
        <source>Fills get the nearest of your own colours</source>
        <translation>Flächen bekommen die nächste der eigenen Farben</translation>
    </message>
    <message>
        <source>Brand colours</source>
        <translation>Markenfarben</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Farben</translation>
    </message>
    <message>
        <source>Snap fills</source>
        <translation>Farbe</translation>
    </message>
    <message>
        <source>opacity {percent} %</source>
        <translation>Deckkraft {percent} %</translation>
    </message>
    <message>
        <source>How far this colour is from the input&apos;s (CIEDE2000); 1 is just visible</source>
        <translation>Wie weit diese Farbe von der der Eingabe entfernt ist (CIEDE2000); 1 ist gerade sichtbar</translation>
    </message>
</context>
<context>
    <name>CompareController</name>
    <message>
        <source>Behind transparent pictures</source>
        <translation>Hinter transparenten Bildern</translation>
    </message>
</context>
<context>
    <name>CompareModeBox</name>
    <message>
        <source>Way to compare</source>
        <translation>Art zu vergleichen</translation>
    </message>
</context>
<context>
    <name>ComparePairBox</name>
    <message>
        <source>Input</source>
        <translation>Eingabe</translation>
    </message>
    <message>
        <source>Enlarged</source>
        <translation>Vergrößert</translation>
    </message>
    <message>
        <source>Pinned result</source>
        <translation>Angeheftetes Ergebnis</translation>
    </message>
    <message>
        <source>Pin this result to compare it with others</source>
        <translation>Dieses Ergebnis anheften, um es mit anderen zu vergleichen</translation>
    </message>
    <message>
        <source>Swap sides</source>
        <translation>Seiten tauschen</translation>
    </message>
    <message>
        <source>Choose which pictures to compare</source>
        <translation>Wählen, welche Bilder verglichen werden</translation>
    </message>
    <message>
        <source>Checkerboard</source>
        <translation>Schachbrett</translation>
    </message>
    <message>
        <source>White</source>
        <translation>Weiß</translation>
    </message>
    <message>
        <source>Black</source>
        <translation>Schwarz</translation>
    </message>
    <message>
        <source>Colour…</source>
        <translation>Farbe…</translation>
    </message>
    <message>
        <source>Choose what lies behind transparent pictures</source>
        <translation>Wählen, was hinter transparenten Bildern liegt</translation>
    </message>
    <message>
        <source>Background ▾</source>
        <translation>Hintergrund ▾</translation>
    </message>
    <message>
        <source>Background</source>
        <translation>Hintergrund</translation>
    </message>
    <message>
        <source>{pair} ▾</source>
        <translation>{pair} ▾</translation>
    </message>
    <message>
        <source>Compare {pair}</source>
        <translation>{pair} vergleichen</translation>
    </message>
    <message>
        <source>{before} – {after}</source>
        <translation>{before} – {after}</translation>
    </message>
</context>
<context>
    <name>ComparisonView</name>
    <message>
        <source>Hold Space: {before}</source>
        <translation>Leertaste halten: {before}</translation>
    </message>
    <message>
        <source>{before} – {after}</source>
        <translation>{before} – {after}</translation>
    </message>
    <message>
        <source>{gain}× amplified per channel: brightest = {white} of 255</source>
        <translation>{gain}× verstärkt je Kanal: volle Helligkeit = {white} von 255</translation>
    </message>
    <message>
        <source>{legend} · of averages, below 100 %</source>
        <translation>{legend} · aus Mittelwerten, unter 100 %</translation>
    </message>
    <message>
        <source>Picture comparison</source>
        <translation>Bildvergleich</translation>
    </message>
    <message>
        <source>{before} on the left, {after} on the right. Left and right arrow move the divider, plus and minus zoom, 0 fits the picture.</source>
        <translation>{before} links, {after} rechts. Pfeil links und rechts verschieben die Trennlinie, Plus und Minus zoomen, 0 passt das Bild ein.</translation>
    </message>
    <message>
        <source>{before} on the left, {after} on the right. Arrows pan both, plus and minus zoom, 0 fits the pictures.</source>
        <translation>{before} links, {after} rechts. Die Pfeile verschieben beide, Plus und Minus zoomen, 0 passt die Bilder ein.</translation>
    </message>
    <message>
        <source>{before}, with {after} in a lens. Arrows move the lens, with Alt they pan; plus and minus zoom, 0 fits the picture.</source>
        <translation>{before}, mit {after} in einer Lupe. Die Pfeile bewegen die Lupe, mit Alt das Bild; Plus und Minus zoomen, 0 passt das Bild ein.</translation>
    </message>
    <message>
        <source>{after}; {before} while the space bar is held. Arrows pan, plus and minus zoom, 0 fits the picture.</source>
        <translation>{after}; {before}, solange die Leertaste gehalten wird. Die Pfeile verschieben, Plus und Minus zoomen, 0 passt das Bild ein.</translation>
    </message>
    <message>
        <source>What differs between {before} and {after}, amplified. Arrows pan, plus and minus zoom, 0 fits the picture.</source>
        <translation>Was sich zwischen {before} und {after} unterscheidet, verstärkt. Die Pfeile verschieben, Plus und Minus zoomen, 0 passt das Bild ein.</translation>
    </message>
    <message>
        <source>{shown}. Arrows pan, plus and minus zoom, 0 fits the picture.</source>
        <translation>{shown}. Die Pfeile verschieben, Plus und Minus zoomen, 0 passt das Bild ein.</translation>
    </message>
    <message>
        <source>No picture.</source>
        <translation>Kein Bild.</translation>
    </message>
</context>
<context>
    <name>CopyButton</name>
    <message>
        <source>Copied</source>
        <translation>Kopiert</translation>
    </message>
</context>
<context>
    <name>DragHandle</name>
    <message>
        <source>Drag out</source>
        <translation>Herausziehen</translation>
    </message>
    <message>
        <source>Drag from here to bring the restored picture into another program as a file</source>
        <translation>Von hier ziehen, um das restaurierte Bild als Datei in ein anderes Programm zu bringen</translation>
    </message>
</context>
<context>
    <name>DragOutController</name>
    <message>
        <source>There is nowhere to put the file to be dragged: {reason}.</source>
        <translation>Es gibt keinen Platz für eine Datei zum Ziehen: {reason}.</translation>
    </message>
    <message>
        <source>Hold the button down and drag: the picture comes along as a file.</source>
        <translation>Taste gedrückt halten und ziehen: Das Bild kommt als Datei mit.</translation>
    </message>
</context>
<context>
    <name>ExportAllController</name>
    <message>
        <source>There is no result to export yet.</source>
        <translation>Noch gibt es kein Ergebnis zum Exportieren.</translation>
    </message>
    <message>
        <source>{count} more not restored yet.</source>
        <translation>{count} weitere sind noch nicht restauriert.</translation>
    </message>
    <message>
        <source>{failed} of {total} could not be saved. The first: {reason}</source>
        <translation>{failed} von {total} konnten nicht gesichert werden. Das erste: {reason}</translation>
    </message>
    <message>
        <source>{count} of {total} have no receipt. The first: {reason}</source>
        <translation>{count} von {total} haben keinen Beleg. Der erste: {reason}</translation>
    </message>
    <message>
        <source>Saved {total} pictures</source>
        <translation>{total} Bilder gesichert</translation>
    </message>
    <message>
        <source>Saved {name}</source>
        <translation>{name} gesichert</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>Im Ordner zeigen</translation>
    </message>
</context>
<context>
    <name>ExportAllDialog</name>
    <message>
        <source>Export all</source>
        <translation>Alle exportieren</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Wählen…</translation>
    </message>
    <message>
        <source>Number the new ones</source>
        <translation>Die neuen nummerieren</translation>
    </message>
    <message>
        <source>Keep them, skip the new ones</source>
        <translation>Behalten, die neuen auslassen</translation>
    </message>
    <message>
        <source>Replace them</source>
        <translation>Ersetzen</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>Becomes</source>
        <translation>Wird zu</translation>
    </message>
    <message>
        <source>Names</source>
        <translation>Namen</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>Existing files</source>
        <translation>Vorhandene Dateien</translation>
    </message>
    <message>
        <source>The folder “{folder}” cannot be made: {reason}.</source>
        <translation>Der Ordner „{folder}“ kann nicht angelegt werden: {reason}.</translation>
    </message>
    <message>
        <source>No folder is chosen.</source>
        <translation>Es ist kein Ordner gewählt.</translation>
    </message>
    <message>
        <source>“{name}” is a file, not a folder.</source>
        <translation>„{name}“ ist eine Datei, kein Ordner.</translation>
    </message>
    <message>
        <source>The folder “{folder}” will be made.</source>
        <translation>Der Ordner „{folder}“ wird angelegt.</translation>
    </message>
    <message>
        <source>{format} has no transparency: it becomes white in {count} of {total} pictures.</source>
        <translation>{format} kennt keine Transparenz: In {count} von {total} Bildern wird sie weiß.</translation>
    </message>
    <message>
        <source>replaces a file</source>
        <translation>ersetzt eine Datei</translation>
    </message>
    <message>
        <source>skipped</source>
        <translation>ausgelassen</translation>
    </message>
    <message>
        <source>numbered</source>
        <translation>nummeriert</translation>
    </message>
    <message>
        <source>Export {count}</source>
        <translation>{count} exportieren</translation>
    </message>
</context>
<context>
    <name>ExportController</name>
    <message>
        <source>Export the restored picture</source>
        <translation>Das restaurierte Bild exportieren</translation>
    </message>
    <message>
        <source>Nothing was saved: an SVG is traced first.</source>
        <translation>Nichts wurde gesichert: Ein SVG wird erst nachgezeichnet.</translation>
    </message>
    <message>
        <source>Export as SVG…</source>
        <translation>Als SVG exportieren…</translation>
    </message>
    <message>
        <source>Export as SVG</source>
        <translation>Als SVG exportieren</translation>
    </message>
    <message>
        <source>Export the comparison</source>
        <translation>Den Vergleich exportieren</translation>
    </message>
    <message>
        <source>Export the report</source>
        <translation>Den Bericht exportieren</translation>
    </message>
    <message>
        <source>Saved {name}</source>
        <translation>{name} gesichert</translation>
    </message>
    <message>
        <source>Saved {name}. {format} has no transparency: it became white.</source>
        <translation>{name} gesichert. {format} kennt keine Transparenz: Sie wurde weiß.</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>Im Ordner zeigen</translation>
    </message>
    <message>
        <source>Save elsewhere…</source>
        <translation>Woanders sichern…</translation>
    </message>
    <message>
        <source>Copied. Paste it anywhere.</source>
        <translation>Kopiert. Es lässt sich überall einfügen.</translation>
    </message>
    <message>
        <source>Saved {name}: {format} cannot be written here.</source>
        <translation>{name} gesichert: {format} kann hier nicht geschrieben werden.</translation>
    </message>
</context>
<context>
    <name>ExportPanel</name>
    <message>
        <source>Such as 42 mm, 4.2 cm or 1.65 in; empty keeps the size</source>
        <translation>Etwa 42 mm, 4,2 cm oder 1,65 in; leer lässt die Größe, wie sie ist</translation>
    </message>
    <message>
        <source>Convert to sRGB</source>
        <translation>In sRGB umrechnen</translation>
    </message>
    <message>
        <source>JPEG has no transparency: it becomes white.</source>
        <translation>JPEG kennt keine Transparenz: Sie wird weiß.</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>Ausgabe</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Farben</translation>
    </message>
    <message>
        <source>Print width</source>
        <translation>Druckbreite</translation>
    </message>
    <message>
        <source>{size} px</source>
        <translation>{size} px</translation>
    </message>
    <message>
        <source>Prints clean up to {width} mm at {dpi} dpi</source>
        <translation>Sauber bis {width} mm bei {dpi} dpi</translation>
    </message>
    <message>
        <source>Keep {name}</source>
        <translation>{name} behalten</translation>
    </message>
    <message>
        <source>{width} mm</source>
        <translation>{width} mm</translation>
    </message>
    <message>
        <source>Keep print size</source>
        <translation>Druckgröße behalten</translation>
    </message>
    <message>
        <source>Keep print size: {size}</source>
        <translation>{size} behalten</translation>
    </message>
    <message>
        <source>Write print size: {size}</source>
        <translation>{size} schreiben</translation>
    </message>
</context>
<context>
    <name>ExportSvgController</name>
    <message>
        <source>Only a restored picture can be traced.</source>
        <translation>Nur ein restauriertes Bild kann nachgezeichnet werden.</translation>
    </message>
    <message>
        <source>A photograph or gradients: areas of similar colour. Edges are exact where there are few flat colours.</source>
        <translation>Ein Foto oder Verläufe: Flächen ähnlicher Farbe. Genau sind Kanten dort, wo es wenige flache Farben gibt.</translation>
    </message>
    <message>
        <source>The outline has too many curves to be shown; the file has them all.</source>
        <translation>Der Umriss hat zu viele Kurven, um gezeigt zu werden; die Datei hat sie alle.</translation>
    </message>
</context>
<context>
    <name>FailureNotices</name>
    <message>
        <source>{count} items cannot be opened: {names}.</source>
        <translation>{count} Objekte lassen sich nicht öffnen: {names}.</translation>
    </message>
    <message>
        <source>Open another…</source>
        <translation>Ein anderes öffnen…</translation>
    </message>
    <message>
        <source>{count} more</source>
        <translation>{count} weitere</translation>
    </message>
    <message>
        <source>The last changes of {name} could not be made. {reason}</source>
        <translation>Die letzten Änderungen an {name} ließen sich nicht ausführen. {reason}</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>Noch einmal</translation>
    </message>
    <message>
        <source>Try on the CPU</source>
        <translation>Mit der CPU versuchen</translation>
    </message>
    <message>
        <source>Use the program&apos;s own model</source>
        <translation>Das Modell des Programms benutzen</translation>
    </message>
    <message>
        <source>Use {scale}×</source>
        <translation>{scale}× benutzen</translation>
    </message>
</context>
<context>
    <name>FeaturesView</name>
    <message>
        <source>Stage</source>
        <translation>Stufe</translation>
    </message>
    <message>
        <source>Not looked at yet</source>
        <translation>Noch nicht betrachtet</translation>
    </message>
    <message>
        <source>No picture yet</source>
        <translation>Noch kein Bild</translation>
    </message>
    <message>
        <source>At full resolution</source>
        <translation>In voller Auflösung</translation>
    </message>
    <message>
        <source>On the stage&apos;s own grid</source>
        <translation>Im eigenen Raster der Stufe</translation>
    </message>
    <message>
        <source>cosine {cosine}, averaged back down</source>
        <translation>Kosinus {cosine}, wieder herunter gemittelt</translation>
    </message>
    <message>
        <source>the transparency</source>
        <translation>die Transparenz</translation>
    </message>
    <message>
        <source>the colours</source>
        <translation>die Farben</translation>
    </message>
    <message>
        <source>Features of</source>
        <translation>Merkmale für</translation>
    </message>
    <message>
        <source>Match</source>
        <translation>Treue</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
</context>
<context>
    <name>Fidelity</name>
    <message>
        <source>Faithful: put back through the estimated blur, it is your input to within {difference} %.</source>
        <translation>Treu: Durch die geschätzte Unschärfe zurückgeführt, ist es die Eingabe bis auf {difference} %.</translation>
    </message>
    <message>
        <source>Look here: 1 place differs from your input, around {x}, {y} px of the result.</source>
        <translation>Hinsehen: 1 Stelle weicht von der Eingabe ab, bei {x}, {y} px des Ergebnisses.</translation>
    </message>
    <message>
        <source>Look here: {count} places differ from your input, the most around {x}, {y} px of the result.</source>
        <translation>Hinsehen: {count} Stellen weichen von der Eingabe ab, am meisten bei {x}, {y} px des Ergebnisses.</translation>
    </message>
</context>
<context>
    <name>FidelityPanel</name>
    <message>
        <source>Show where</source>
        <translation>Zeigen, wo</translation>
    </message>
    <message>
        <source>Next place</source>
        <translation>Nächste Stelle</translation>
    </message>
    <message>
        <source>Did it change?</source>
        <translation>Hat es sich verändert?</translation>
    </message>
    <message>
        <source>Comparing with the input…</source>
        <translation>Wird mit der Eingabe verglichen…</translation>
    </message>
    <message>
        <source>Nothing yet.</source>
        <translation>Noch nichts.</translation>
    </message>
    <message>
        <source>It could not be compared with the input.</source>
        <translation>Es ließ sich nicht mit der Eingabe vergleichen.</translation>
    </message>
    <message>
        <source>Proofread letters under {height} px in the input: they can come back as others, and no comparison finds that.</source>
        <translation>Buchstaben unter {height} px in der Eingabe bitte gegenlesen: Sie können als andere zurückkommen, und kein Vergleich findet das.</translation>
    </message>
</context>
<context>
    <name>FineTuneController</name>
    <message>
        <source>Pictures wait until the network has been fine-tuned.</source>
        <translation>Bilder warten, bis die Feinabstimmung des Netzes beendet ist.</translation>
    </message>
    <message>
        <source>Stop fine-tuning</source>
        <translation>Feinabstimmung abbrechen</translation>
    </message>
    <message>
        <source>The network is as it was shipped.</source>
        <translation>Das Netz ist wie ausgeliefert.</translation>
    </message>
    <message>
        <source>Cancelled. The network is as it was.</source>
        <translation>Abgebrochen. Das Netz ist wie zuvor.</translation>
    </message>
    <message>
        <source>Fine-tuning has ended. {outcome}</source>
        <translation>Die Feinabstimmung ist beendet. {outcome}</translation>
    </message>
</context>
<context>
    <name>FineTuneView</name>
    <message>
        <source>It seldom finds something to learn: in 8 of 70 trials with blurs that the network was not trained on, and in none of 30 with blurs that it was. Those 8 became better by 3 to 10 dB, and none became worse.</source>
        <translation>Selten findet sich etwas zu lernen: in 8 von 70 Versuchen mit Unschärfen, mit denen das Netz nicht trainiert wurde, und in keinem von 30 mit solchen, mit denen es trainiert wurde. Diese 8 wurden um 3 bis 10 dB besser, keiner schlechter.</translation>
    </message>
    <message>
        <source>Adapt to these pictures</source>
        <translation>An diese Bilder anpassen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Progress of the fine-tuning</source>
        <translation>Fortschritt der Feinabstimmung</translation>
    </message>
    <message>
        <source>Restore this picture again</source>
        <translation>Dieses Bild erneut restaurieren</translation>
    </message>
    <message>
        <source>Back to the original</source>
        <translation>Zurück zum Original</translation>
    </message>
    <message>
        <source>Use the network as it was shipped</source>
        <translation>Das Netz benutzen, wie es ausgeliefert wurde</translation>
    </message>
    <message>
        <source>First open the pictures that it should learn from.</source>
        <translation>Zuerst die Bilder öffnen, aus denen es lernen soll.</translation>
    </message>
    <message>
        <source>{names} and {count} more</source>
        <translation>{names} und {count} weitere</translation>
    </message>
    <message>
        <source>From the queue: {names}</source>
        <translation>Aus der Warteschlange: {names}</translation>
    </message>
    <message>
        <source>1 other is not in memory; look at it to include it.</source>
        <translation>1 weiteres ist nicht im Speicher; wird es angesehen, kommt es dazu.</translation>
    </message>
    <message>
        <source>{count} others are not in memory; look at one to include it.</source>
        <translation>{count} weitere sind nicht im Speicher; wird eines angesehen, kommt es dazu.</translation>
    </message>
    <message>
        <source>Getting ready</source>
        <translation>Wird vorbereitet</translation>
    </message>
    <message>
        <source>Step {done} of {total}</source>
        <translation>Schritt {done} von {total}</translation>
    </message>
    <message>
        <source>Adapted in {steps} steps and {time}. Damaged again, the results now miss your pictures by {after} instead of {before}. It is used until you go back or close Clearmark.</source>
        <translation>Angepasst in {steps} Schritten und {time}. Erneut verschlechtert, verfehlen die Ergebnisse die Bilder nun um {after} statt {before}. Es wird benutzt, bis man zurückgeht oder Clearmark schließt.</translation>
    </message>
    <message>
        <source>There was nothing to learn: no blur explains these pictures much better than the network does. It is as it was.</source>
        <translation>Nichts zu lernen: Keine Unschärfe erklärt diese Bilder viel besser als das Netz. Es ist, wie es war.</translation>
    </message>
    <message>
        <source>Not much better after {steps} steps and {time}: damaged again, the results would miss your pictures by {after} instead of {before}. The original network is used, as before.</source>
        <translation>Nicht viel besser nach {steps} Schritten und {time}: Erneut verschlechtert, würden die Ergebnisse die Bilder um {after} statt {before} verfehlen. Wie zuvor wird das ursprüngliche Netz benutzt.</translation>
    </message>
</context>
<context>
    <name>FormatChoice</name>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>Lossless</source>
        <translation>Verlustfrei</translation>
    </message>
    <message>
        <source>Quality</source>
        <translation>Qualität</translation>
    </message>
</context>
<context>
    <name>Guide</name>
    <message>
        <source>Clearmark guide</source>
        <translation>Anleitung zu Clearmark</translation>
    </message>
    <message>
        <source>Chapters</source>
        <translation>Kapitel</translation>
    </message>
    <message>
        <source>Shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>Chapter</source>
        <translation>Kapitel</translation>
    </message>
</context>
<context>
    <name>Header</name>
    <message>
        <source>More ▾</source>
        <translation>Mehr ▾</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Mehr</translation>
    </message>
    <message>
        <source>Recent files, preferences, help</source>
        <translation>Zuletzt geöffnete Dateien, Einstellungen, Hilfe</translation>
    </message>
</context>
<context>
    <name>InputPanel</name>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Profile</source>
        <translation>Profil</translation>
    </message>
    <message>
        <source>Print size</source>
        <translation>Druckgröße</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>Eingabe</translation>
    </message>
    <message>
        <source>Nothing is open yet.</source>
        <translation>Noch ist nichts geöffnet.</translation>
    </message>
    <message>
        <source>Recommended: {scale}×</source>
        <translation>Empfohlen: {scale}×</translation>
    </message>
    <message>
        <source>transparent</source>
        <translation>transparent</translation>
    </message>
    <message>
        <source>{size} px</source>
        <translation>{size} px</translation>
    </message>
    <message>
        <source>none: sRGB assumed</source>
        <translation>keines: sRGB angenommen</translation>
    </message>
    <message>
        <source>not given</source>
        <translation>nicht angegeben</translation>
    </message>
</context>
<context>
    <name>InspectionPage</name>
    <message>
        <source>Coarse to fine</source>
        <translation>Grob zu fein</translation>
    </message>
    <message>
        <source>Coarse to fine: what each scale adds</source>
        <translation>Grob zu fein: was jede Größe hinzufügt</translation>
    </message>
    <message>
        <source>What it sees</source>
        <translation>Was es sieht</translation>
    </message>
    <message>
        <source>What the network sees: features as colours</source>
        <translation>Was das Netz sieht: Merkmale als Farben</translation>
    </message>
    <message>
        <source>Where it matters</source>
        <translation>Wo es zählt</translation>
    </message>
    <message>
        <source>Where it matters first: regions</source>
        <translation>Wo es zuerst zählt: Bereiche</translation>
    </message>
    <message>
        <source>Learning</source>
        <translation>Lernen</translation>
    </message>
    <message>
        <source>Learning from your own pictures, without labels</source>
        <translation>Lernen aus eigenen Bildern, ohne Lösungen</translation>
    </message>
</context>
<context>
    <name>MenuBar</name>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Bearbeiten</translation>
    </message>
    <message>
        <source>View</source>
        <translation>Ansicht</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Hilfe</translation>
    </message>
</context>
<context>
    <name>MiniMap</name>
    <message>
        <source>Overview</source>
        <translation>Übersicht</translation>
    </message>
    <message>
        <source>Click or drag to look at another part</source>
        <translation>Klicken oder ziehen, um einen anderen Teil anzusehen</translation>
    </message>
</context>
<context>
    <name>MoreMenu</name>
    <message>
        <source>Open recent</source>
        <translation>Zuletzt geöffnet</translation>
    </message>
    <message>
        <source>{name} – {folder}</source>
        <translation>{name} – {folder}</translation>
    </message>
    <message>
        <source>Forget these files</source>
        <translation>Diese Dateien vergessen</translation>
    </message>
</context>
<context>
    <name>OpenController</name>
    <message>
        <source>Pasted picture</source>
        <translation>Eingefügtes Bild</translation>
    </message>
    <message>
        <source>There is no picture on the clipboard.</source>
        <translation>In der Zwischenablage ist kein Bild.</translation>
    </message>
    <message>
        <source>Open pictures</source>
        <translation>Bilder öffnen</translation>
    </message>
    <message>
        <source>Pictures ({patterns})</source>
        <translation>Bilder ({patterns})</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Open a checkpoint of MIMO-UNet</source>
        <translation>Einen Checkpoint von MIMO-UNet öffnen</translation>
    </message>
    <message>
        <source>Checkpoints ({patterns})</source>
        <translation>Checkpoints ({patterns})</translation>
    </message>
    <message>
        <source>That is a web address, and Clearmark never uses the network: save the picture on this computer first and open the file.</source>
        <translation>Das ist eine Webadresse, und Clearmark nutzt nie das Netz: das Bild erst auf diesem Computer sichern und die Datei öffnen.</translation>
    </message>
</context>
<context>
    <name>OutputInfoController</name>
    <message>
        <source>Width of the output on paper</source>
        <translation>Breite der Ausgabe auf Papier</translation>
    </message>
    <message>
        <source>Width of the output on paper; the file gives no resolution</source>
        <translation>Breite der Ausgabe auf Papier; die Datei nennt keine Auflösung</translation>
    </message>
    <message>
        <source>would be {size}</source>
        <translation>wären {size}</translation>
    </message>
</context>
<context>
    <name>PapersPage</name>
    <message>
        <source>A link opens in your browser when you click it, and not before.</source>
        <translation>Ein Link öffnet sich im Browser, wenn man ihn anklickt, und nicht vorher.</translation>
    </message>
    <message>
        <source>Copy citation</source>
        <translation>Zitat kopieren</translation>
    </message>
    <message>
        <source>Copy the citation of {name} as BibTeX</source>
        <translation>Den Nachweis von {name} als BibTeX kopieren</translation>
    </message>
    <message>
        <source>Copy the address {address}</source>
        <translation>Die Adresse {address} kopieren</translation>
    </message>
    <message>
        <source>Copy link</source>
        <translation>Link kopieren</translation>
    </message>
</context>
<context>
    <name>Preferences</name>
    <message>
        <source>Preferences</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>General</source>
        <translation>Allgemein</translation>
    </message>
    <message>
        <source>Saving</source>
        <translation>Sichern</translation>
    </message>
    <message>
        <source>Privacy</source>
        <translation>Privatsphäre</translation>
    </message>
    <message>
        <source>System theme</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>System language</source>
        <translation>Sprache des Systems</translation>
    </message>
    <message>
        <source>The language changes at the next start.</source>
        <translation>Eine andere Sprache gilt ab dem nächsten Start.</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Darstellung</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Where I last saved</source>
        <translation>Wo zuletzt gesichert wurde</translation>
    </message>
    <message>
        <source>Next to the picture</source>
        <translation>Neben dem Bild</translation>
    </message>
    <message>
        <source>Always in this folder</source>
        <translation>Immer in diesem Ordner</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Wählen…</translation>
    </message>
    <message>
        <source>Write a receipt next to each result</source>
        <translation>Neben jedes Ergebnis einen Beleg schreiben</translation>
    </message>
    <message>
        <source>A small file (JSON) for your records: hashes of the picture, the result and the model, the settings, the device, and what was noticed.</source>
        <translation>Eine kleine Datei (JSON) für die Ablage: Prüfsummen von Bild, Ergebnis und Modell, die Einstellungen, das Gerät, und was aufgefallen ist.</translation>
    </message>
    <message>
        <source>Save in</source>
        <translation>Vorschlag</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>Names</source>
        <translation>Namen</translation>
    </message>
    <message>
        <source>{source} becomes {name}</source>
        <translation>{source} wird zu {name}</translation>
    </message>
    <message>
        <source>Clearmark has no network code at all. It sends nothing, downloads nothing, checks for no updates and needs no account; a test of every version proves it. Links in its texts open in your browser, and only when you click them.</source>
        <translation>Clearmark enthält keinerlei Code für das Netzwerk. Es sendet nichts, holt nichts, sucht keine Aktualisierungen und kennt kein Konto; ein Test jeder Version beweist es. Links in seinen Texten öffnen sich im Browser, und nur, wenn man sie anklickt.</translation>
    </message>
    <message>
        <source>Forget recent files</source>
        <translation>Zuletzt geöffnete Dateien vergessen</translation>
    </message>
    <message>
        <source>Delete leftover queues</source>
        <translation>Übrige Warteschlangen löschen</translation>
    </message>
    <message>
        <source>In case of a crash, the queue and its results are kept here while the program runs:</source>
        <translation>Damit ein Absturz nichts kostet, werden die Warteschlange und ihre Ergebnisse hier aufbewahrt, solange das Programm läuft:</translation>
    </message>
    <message>
        <source>Log, for troubleshooting: {folder}</source>
        <translation>Sein Protokoll, um Fehler zu finden: {folder}</translation>
    </message>
    <message>
        <source>Recent files remembered: {count}</source>
        <translation>Zuletzt geöffnete Dateien: {count}</translation>
    </message>
    <message>
        <source>Queues left by earlier runs: {count}</source>
        <translation>Warteschlangen, die frühere Läufe übrig ließen: {count}</translation>
    </message>
    <message>
        <source>New pictures</source>
        <translation>Neue Bilder</translation>
    </message>
    <message>
        <source>Every new picture starts with these settings. What you change in the window changes only the picture that is shown.</source>
        <translation>Jedes neue Bild beginnt mit diesen Einstellungen. Was Sie im Fenster ändern, ändert nur das gezeigte Bild.</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Automatisch</translation>
    </message>
    <message>
        <source>Scale</source>
        <translation>Faktor</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Gerät</translation>
    </message>
    <message>
        <source>Steady: average of two answers</source>
        <translation>Stabil: Mittel aus zwei Antworten</translation>
    </message>
</context>
<context>
    <name>PresetMenu</name>
    <message>
        <source>Presets</source>
        <translation>Vorgaben</translation>
    </message>
    <message>
        <source>Save as preset…</source>
        <translation>Als Vorgabe sichern…</translation>
    </message>
    <message>
        <source>Add a preset file…</source>
        <translation>Vorgabedatei hinzufügen…</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>Weitergeben</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Save as preset</source>
        <translation>Als Vorgabe sichern</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Add a preset</source>
        <translation>Eine Vorgabe hinzufügen</translation>
    </message>
    <message>
        <source>Share a preset</source>
        <translation>Eine Vorgabe weitergeben</translation>
    </message>
    <message>
        <source>Preset “{name}” was saved.</source>
        <translation>Vorgabe „{name}“ ist gesichert.</translation>
    </message>
    <message>
        <source>The preset cannot be written: {reason}.</source>
        <translation>Die Vorgabe kann nicht geschrieben werden: {reason}.</translation>
    </message>
</context>
<context>
    <name>QueueController</name>
    <message>
        <source>An earlier queue cannot be read; its files were moved to “{folder}”.</source>
        <translation>Eine frühere Warteschlange ist nicht lesbar; ihre Dateien liegen jetzt in „{folder}“.</translation>
    </message>
    <message>
        <source>{count} more cannot be read and are left out.</source>
        <translation>{count} weitere sind nicht lesbar und fehlen deshalb.</translation>
    </message>
    <message>
        <source>1 more cannot be read and is left out.</source>
        <translation>1 weiteres ist nicht lesbar und fehlt deshalb.</translation>
    </message>
    <message>
        <source>An earlier queue of 1 picture was kept.</source>
        <translation>Eine frühere Warteschlange mit 1 Bild ist noch da.</translation>
    </message>
    <message>
        <source>An earlier queue was kept, with {waiting} of {total} pictures still to be restored.</source>
        <translation>Eine frühere Warteschlange ist noch da; {waiting} von {total} Bildern sind noch zu restaurieren.</translation>
    </message>
    <message>
        <source>An earlier queue of {total} pictures was kept.</source>
        <translation>Eine frühere Warteschlange mit {total} Bildern ist noch da.</translation>
    </message>
    <message>
        <source>Bring them back</source>
        <translation>Zurückholen</translation>
    </message>
    <message>
        <source>Another window has brought this queue back.</source>
        <translation>Ein anderes Fenster hat diese Warteschlange schon zurückgeholt.</translation>
    </message>
    <message>
        <source>They cannot be brought back now: {reason}.</source>
        <translation>Sie lassen sich jetzt nicht zurückholen: {reason}.</translation>
    </message>
    <message>
        <source>“{name}” was removed.</source>
        <translation>„{name}“ wurde entfernt.</translation>
    </message>
    <message>
        <source>{count} pictures were removed.</source>
        <translation>{count} Bilder wurden entfernt.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>The queue has finished: {done} of {total} pictures are restored.</source>
        <translation>Die Warteschlange ist fertig: {done} von {total} Bildern sind restauriert.</translation>
    </message>
    <message>
        <source>Clearmark</source>
        <translation>Clearmark</translation>
    </message>
</context>
<context>
    <name>QueueModel</name>
    <message>
        <source>tile {done} of {total}</source>
        <translation>Kachel {done} von {total}</translation>
    </message>
    <message>
        <source>done · {time}</source>
        <translation>fertig · {time}</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>wartet</translation>
    </message>
    <message>
        <source>reading</source>
        <translation>wird gelesen</translation>
    </message>
    <message>
        <source>getting ready</source>
        <translation>wird vorbereitet</translation>
    </message>
    <message>
        <source>restoring</source>
        <translation>wird restauriert</translation>
    </message>
    <message>
        <source>done</source>
        <translation>fertig</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>abgebrochen</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>gescheitert</translation>
    </message>
    <message>
        <source>done earlier</source>
        <translation>früher erledigt</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>pausiert</translation>
    </message>
    <message>
        <source>partly restored</source>
        <translation>teils restauriert</translation>
    </message>
    <message>
        <source>not restored</source>
        <translation>nicht restauriert</translation>
    </message>
    <message>
        <source>Click to start it again.</source>
        <translation>Klicken, um es noch einmal zu starten.</translation>
    </message>
    <message>
        <source>Its result is kept. Click to look at it.</source>
        <translation>Das Ergebnis ist aufbewahrt. Klicken, um es anzusehen.</translation>
    </message>
    <message>
        <source>Its result was dropped to free memory. Click to restore it again.</source>
        <translation>Der Speicher des Ergebnisses ging an andere. Klicken, um es erneut zu restaurieren.</translation>
    </message>
    <message>
        <source>one answer</source>
        <translation>eine Antwort</translation>
    </message>
</context>
<context>
    <name>QueuePanel</name>
    <message>
        <source>Queue</source>
        <translation>Warteschlange</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Pause the work; what is done is kept</source>
        <translation>Die Arbeit warten lassen; was fertig ist, bleibt</translation>
    </message>
    <message>
        <source>Export all…</source>
        <translation>Alle exportieren…</translation>
    </message>
    <message>
        <source>Save all results, with a preview of their names</source>
        <translation>Alle Ergebnisse sichern, mit einer Vorschau ihrer Namen</translation>
    </message>
    <message>
        <source>Pictures that you drop wait here.</source>
        <translation>Hierher gezogene Bilder warten hier.</translation>
    </message>
    <message>
        <source>{done} of {total} done</source>
        <translation>{done} von {total} fertig</translation>
    </message>
    <message>
        <source>{count} not restored</source>
        <translation>{count} nicht restauriert</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>pausiert</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>Noch einmal</translation>
    </message>
    <message>
        <source>Restore now</source>
        <translation>Jetzt restaurieren</translation>
    </message>
    <message>
        <source>Move to the top</source>
        <translation>Ganz nach oben</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>Nach oben</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>Nach unten</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Remove all</source>
        <translation>Alle entfernen</translation>
    </message>
</context>
<context>
    <name>RegionsView</name>
    <message>
        <source>Show on the picture</source>
        <translation>Auf dem Bild zeigen</translation>
    </message>
    <message>
        <source>Restore these again, steadily</source>
        <translation>Diese erneut stabil restaurieren</translation>
    </message>
    <message>
        <source>Averages two answers, in about twice the time; flat places are skipped</source>
        <translation>Mittelt zwei Antworten, in etwa doppelter Zeit; glatte Stellen werden ausgelassen</translation>
    </message>
    <message>
        <source>No picture yet</source>
        <translation>Noch kein Bild</translation>
    </message>
    <message>
        <source>Your picture, enlarged</source>
        <translation>Das Bild, vergrößert</translation>
    </message>
    <message>
        <source>{share} % of the picture</source>
        <translation>{share} % des Bildes</translation>
    </message>
    <message>
        <source>Regions</source>
        <translation>Bereiche</translation>
    </message>
    <message>
        <source>Area</source>
        <translation>Fläche</translation>
    </message>
    <message>
        <source>Coarse pass</source>
        <translation>Grober Durchgang</translation>
    </message>
</context>
<context>
    <name>RestorePanel</name>
    <message>
        <source>Sharpen only, same size</source>
        <translation>Nur schärfen, gleiche Größe</translation>
    </message>
    <message>
        <source>Twice as wide and high</source>
        <translation>Doppelt so breit und hoch</translation>
    </message>
    <message>
        <source>Four times as wide and high, in two passes</source>
        <translation>Viermal so breit und hoch, in zwei Durchgängen</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Automatisch</translation>
    </message>
    <message>
        <source>Open a checkpoint…</source>
        <translation>Checkpoint öffnen…</translation>
    </message>
    <message>
        <source>Steady: average of two answers</source>
        <translation>Stabil: Mittel aus zwei Antworten</translation>
    </message>
    <message>
        <source>Restores the picture and its negative, and averages both.
Measured: pictures come 0.2 dB closer to the truth, and 2 in 100 misread letters are
read right. Without it a picture takes half the time.</source>
        <translation>Restauriert das Bild und sein Negativ und mittelt beides.
Gemessen: Bilder kommen der Wahrheit 0,2 dB näher, und 2 von 100 falsch gelesenen
Buchstaben werden richtig gelesen. Ohne dies dauert ein Bild halb so lange.</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Restaurieren</translation>
    </message>
    <message>
        <source>Scale</source>
        <translation>Faktor</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Gerät</translation>
    </message>
    <message>
        <source>the fastest one</source>
        <translation>das schnellste</translation>
    </message>
    <message>
        <source>Automatic uses {device}</source>
        <translation>Automatisch nimmt {device}</translation>
    </message>
    <message>
        <source>about 2× the time</source>
        <translation>etwa 2× so lange</translation>
    </message>
    <message>
        <source>about 2× the time (≈ {time})</source>
        <translation>etwa 2× so lange (≈ {time})</translation>
    </message>
    <message>
        <source>Automatic uses {model}</source>
        <translation>Automatisch nimmt {model}</translation>
    </message>
    <message>
        <source>Apply to all waiting</source>
        <translation>Auf alle wartenden anwenden</translation>
    </message>
    <message>
        <source>Give these settings to every picture that waits</source>
        <translation>Jedem Bild, das wartet, diese Einstellungen geben</translation>
    </message>
</context>
<context>
    <name>ScalesView</name>
    <message>
        <source>From coarse to fine</source>
        <translation>Von grob zu fein</translation>
    </message>
    <message>
        <source>Enlarged</source>
        <translation>Vergrößert</translation>
    </message>
    <message>
        <source>Quarter size</source>
        <translation>Viertelgröße</translation>
    </message>
    <message>
        <source>Half size</source>
        <translation>Halbe Größe</translation>
    </message>
    <message>
        <source>Full size</source>
        <translation>Volle Größe</translation>
    </message>
    <message>
        <source>What enters the network</source>
        <translation>Was in das Netz hineingeht</translation>
    </message>
    <message>
        <source>The enlarged picture, before the network</source>
        <translation>Das vergrößerte Bild, vor dem Netz</translation>
    </message>
    <message>
        <source>Output at a quarter of the size</source>
        <translation>Ausgabe in Viertelgröße</translation>
    </message>
    <message>
        <source>Output at half the size</source>
        <translation>Ausgabe in halber Größe</translation>
    </message>
    <message>
        <source>Output at full size</source>
        <translation>Ausgabe in voller Größe</translation>
    </message>
    <message>
        <source>Nothing is added yet</source>
        <translation>Noch wird nichts addiert</translation>
    </message>
    <message>
        <source>No picture yet</source>
        <translation>Noch kein Bild</translation>
    </message>
    <message>
        <source>Not looked at yet</source>
        <translation>Noch nicht betrachtet</translation>
    </message>
    <message>
        <source>The residual that was added</source>
        <translation>Das Residuum, das addiert wurde</translation>
    </message>
    <message>
        <source>The residual that was added, amplified {gain}×</source>
        <translation>Das Residuum, das addiert wurde, {gain}× verstärkt</translation>
    </message>
</context>
<context>
    <name>Sentences</name>
    <message>
        <source>“{name}” is saved, but there is no receipt: {reason}</source>
        <translation>„{name}“ ist gesichert, aber ohne Beleg: {reason}</translation>
    </message>
    <message>
        <source>“{name}” has changed since it was opened.</source>
        <translation>„{name}“ hat sich geändert, seit es geöffnet wurde.</translation>
    </message>
    <message>
        <source>Nothing matches “{pattern}”.</source>
        <translation>Nichts passt auf „{pattern}“.</translation>
    </message>
    <message>
        <source>“{folder}” holds no pictures.</source>
        <translation>„{folder}“ enthält keine Bilder.</translation>
    </message>
    <message>
        <source>“{folder}” cannot be searched: {reason}.</source>
        <translation>„{folder}“ kann nicht durchsucht werden: {reason}.</translation>
    </message>
    <message>
        <source>“{word}” is not a colour: write six digits, as in #0A84FF.</source>
        <translation>„{word}“ ist keine Farbe: sechs Ziffern schreiben, wie in #0A84FF.</translation>
    </message>
    <message>
        <source>That is {count} colours; the limit is {limit}.</source>
        <translation>Das sind {count} Farben; höchstens {limit} sind möglich.</translation>
    </message>
    <message>
        <source>“{name}” does not exist.</source>
        <translation>„{name}“ gibt es nicht.</translation>
    </message>
    <message>
        <source>“{name}” cannot be read: you have no permission.</source>
        <translation>„{name}“ darf nicht gelesen werden: Die Berechtigung fehlt.</translation>
    </message>
    <message>
        <source>“{name}” does not exist: its folder is a file.</source>
        <translation>„{name}“ gibt es nicht: Sein Ordner ist eine Datei.</translation>
    </message>
    <message>
        <source>“{name}” is a link that leads in a circle.</source>
        <translation>„{name}“ ist eine Verknüpfung, die im Kreis führt.</translation>
    </message>
    <message>
        <source>“{name}” cannot be read: {reason}.</source>
        <translation>„{name}“ kann nicht gelesen werden: {reason}.</translation>
    </message>
    <message>
        <source>“{name}” already exists, so it was not written.</source>
        <translation>„{name}“ gibt es schon, deshalb wurde es nicht geschrieben.</translation>
    </message>
    <message>
        <source>“{name}” was not written: {reason}.</source>
        <translation>„{name}“ wurde nicht geschrieben: {reason}.</translation>
    </message>
    <message>
        <source>the disk is full</source>
        <translation>der Datenträger ist voll</translation>
    </message>
    <message>
        <source>this disk does not allow files so large</source>
        <translation>dieser Datenträger erlaubt keine so großen Dateien</translation>
    </message>
    <message>
        <source>the disk is read-only</source>
        <translation>der Datenträger ist schreibgeschützt</translation>
    </message>
    <message>
        <source>the name is too long</source>
        <translation>der Name ist zu lang</translation>
    </message>
    <message>
        <source>the folder “{folder}” does not exist</source>
        <translation>den Ordner „{folder}“ gibt es nicht</translation>
    </message>
    <message>
        <source>you may not write in the folder “{folder}”, or another program has the file open</source>
        <translation>im Ordner „{folder}“ darf nicht geschrieben werden, oder ein anderes Programm hat die Datei offen</translation>
    </message>
    <message>
        <source>“{name}” was not written: the memory is full.</source>
        <translation>„{name}“ wurde nicht geschrieben: Der Speicher ist voll.</translation>
    </message>
    <message>
        <source>“{name}” cannot be stored as {format}: {reason}.</source>
        <translation>„{name}“ kann nicht als {format} gesichert werden: {reason}.</translation>
    </message>
    <message>
        <source>“{name}” was not written: {format} ends at {limit} pixels per side, and this picture is {size}.</source>
        <translation>„{name}“ wurde nicht geschrieben: {format} endet bei {limit} Pixeln je Seite, und dieses Bild hat {size}.</translation>
    </message>
    <message>
        <source>“{name}” was not written: programs read AVIF up to {limit} megapixels, and this picture is {size}.</source>
        <translation>„{name}“ wurde nicht geschrieben: Programme lesen AVIF bis {limit} Megapixel, und dieses Bild hat {size}.</translation>
    </message>
    <message>
        <source>“{name}” was not written: the Pillow of this computer lacks AVIF.</source>
        <translation>„{name}“ wurde nicht geschrieben: Dem Pillow dieses Computers fehlt AVIF.</translation>
    </message>
    <message>
        <source>“{name}” was not written: TIFF ends at 4 GB, and this picture is {size} pixels; PNG can hold it.</source>
        <translation>„{name}“ wurde nicht geschrieben: TIFF endet bei 4 GB, und dieses Bild hat {size} Pixel; PNG kann es fassen.</translation>
    </message>
    <message>
        <source>The naming pattern is empty; a usual one is {pattern}.</source>
        <translation>Das Namensmuster ist leer; üblich ist {pattern}.</translation>
    </message>
    <message>
        <source>There is no field {field} in naming patterns; there are {known}.</source>
        <translation>Ein Feld {field} gibt es in Namensmustern nicht; es gibt {known}.</translation>
    </message>
    <message>
        <source>A brace in the naming pattern has no partner.</source>
        <translation>Einer Klammer im Namensmuster fehlt das Gegenstück.</translation>
    </message>
    <message>
        <source>A file name cannot contain “{letter}”; change the pattern.</source>
        <translation>Ein Dateiname kann kein „{letter}“ enthalten; bitte das Muster ändern.</translation>
    </message>
    <message>
        <source>A file name cannot contain a control character; change the pattern.</source>
        <translation>Ein Dateiname kann kein Steuerzeichen enthalten; bitte das Muster ändern.</translation>
    </message>
    <message>
        <source>“{name}” is a Photoshop file with 32 bits per channel: save it with 8 or 16 bits per channel, or as TIFF or PNG, and open that.</source>
        <translation>„{name}“ ist eine Photoshop-Datei mit 32 Bit je Kanal: mit 8 oder 16 Bit je Kanal sichern, oder als TIFF oder PNG, und das öffnen.</translation>
    </message>
    <message>
        <source>“{name}” is a Photoshop file of single inks: save it in RGB or CMYK and open that.</source>
        <translation>„{name}“ ist eine Photoshop-Datei aus einzelnen Druckfarben: in RGB oder CMYK sichern und das öffnen.</translation>
    </message>
    <message>
        <source>“{name}” is a Photoshop file without a picture of all its layers: save it again with “Maximize Compatibility”, or as PNG, and open that.</source>
        <translation>„{name}“ ist eine Photoshop-Datei ohne ein Bild aller Ebenen: noch einmal mit „Kompatibilität maximieren“ sichern, oder als PNG, und das öffnen.</translation>
    </message>
    <message>
        <source>Its transparency could not be read: it was put on white.</source>
        <translation>Die Transparenz konnte nicht gelesen werden: Das Bild liegt auf Weiß.</translation>
    </message>
    <message>
        <source>It is a duotone: its inks were left out and it was read as grey.</source>
        <translation>Es ist ein Duplexbild: Seine Druckfarben wurden weggelassen, gelesen wurde es als Graustufen.</translation>
    </message>
    <message>
        <source>Its CMYK values were read as inverted, as usual; the file does not say.</source>
        <translation>Die CMYK-Werte wurden wie üblich als invertiert gelesen; die Datei sagt es nicht.</translation>
    </message>
    <message>
        <source>Its {bits} bits per channel were reduced to 8.</source>
        <translation>{bits} Bit je Kanal wurden auf 8 verringert.</translation>
    </message>
    <message>
        <source>Its 32-bit values were reduced to 8 bits.</source>
        <translation>Die 32-Bit-Werte wurden auf 8 Bit verringert.</translation>
    </message>
    <message>
        <source>Its 32-bit values from {low:g} to {high:g} were stretched to 8 bits.</source>
        <translation>Die 32-Bit-Werte von {low:g} bis {high:g} wurden auf 8 Bit gestreckt.</translation>
    </message>
    <message>
        <source>Its CMYK colours were converted to sRGB by {profile}.</source>
        <translation>Die CMYK-Farben wurden mit {profile} in sRGB umgerechnet.</translation>
    </message>
    <message>
        <source>Its grey values were converted to sRGB by {profile}.</source>
        <translation>Die Grauwerte wurden mit {profile} in sRGB umgerechnet.</translation>
    </message>
    <message>
        <source>Its CMYK colours have no usable profile, so the conversion is approximate.</source>
        <translation>Die CMYK-Farben haben kein brauchbares Profil, daher ist die Umrechnung ungefähr.</translation>
    </message>
    <message>
        <source>Its Lab colours were converted to sRGB.</source>
        <translation>Die Lab-Farben wurden in sRGB umgerechnet.</translation>
    </message>
    <message>
        <source>Its HDR brightness cannot be read here, so its colours may look wrong.</source>
        <translation>Die HDR-Helligkeit lässt sich hier nicht lesen; die Farben können falsch aussehen.</translation>
    </message>
    <message>
        <source>Its colour profile does not fit and was left out; sRGB is assumed.</source>
        <translation>Das Farbprofil passt nicht und wurde weggelassen; sRGB wird angenommen.</translation>
    </message>
    <message>
        <source>“{name}” is a folder, not a picture.</source>
        <translation>„{name}“ ist ein Ordner, kein Bild.</translation>
    </message>
    <message>
        <source>“{name}” is a device, not a picture file.</source>
        <translation>„{name}“ ist ein Gerät, keine Bilddatei.</translation>
    </message>
    <message>
        <source>“{name}” is too large: {size:.1f} GB, and the limit is 1 GB.</source>
        <translation>„{name}“ ist zu groß: {size:.1f} GB, und die Grenze ist 1 GB.</translation>
    </message>
    <message>
        <source>“{name}” is not a possible file name.</source>
        <translation>„{name}“ ist kein möglicher Dateiname.</translation>
    </message>
    <message>
        <source>“{name}” takes over two minutes to read, so it was given up: save it as PNG or JPEG and open that.</source>
        <translation>„{name}“ braucht über zwei Minuten zum Lesen und wurde aufgegeben: als PNG oder JPEG sichern und das öffnen.</translation>
    </message>
    <message>
        <source>“{name}” is empty.</source>
        <translation>„{name}“ ist leer.</translation>
    </message>
    <message>
        <source>“{name}” is a HEIC photo, which cannot be read here: save it as PNG or JPEG and open that.</source>
        <translation>„{name}“ ist ein HEIC-Foto, das hier nicht gelesen werden kann: als PNG oder JPEG sichern und das öffnen.</translation>
    </message>
    <message>
        <source>“{name}” has too many pixels: the limit is {limit} megapixels.</source>
        <translation>„{name}“ hat zu viele Pixel: Die Grenze ist {limit} Megapixel.</translation>
    </message>
    <message>
        <source>A part of its metadata is damaged or too large and was left out.</source>
        <translation>Ein Teil der Metadaten ist beschädigt oder zu groß und wurde weggelassen.</translation>
    </message>
    <message>
        <source>The file ends too early: its last rows may be wrong.</source>
        <translation>Die Datei endet zu früh: Die letzten Zeilen sind vielleicht falsch.</translation>
    </message>
    <message>
        <source>“{name}” begins like a {kind} file but is incomplete or damaged.</source>
        <translation>„{name}“ beginnt wie eine {kind}-Datei, ist aber unvollständig oder beschädigt.</translation>
    </message>
    <message>
        <source>“{name}” is not a picture in a format that can be read here.</source>
        <translation>„{name}“ ist kein Bild in einem Format, das hier gelesen werden kann.</translation>
    </message>
    <message>
        <source>“{name}” is incomplete: the file ends too early, so its picture cannot be read.</source>
        <translation>„{name}“ ist unvollständig: Die Datei endet zu früh, deshalb kann ihr Bild nicht gelesen werden.</translation>
    </message>
    <message>
        <source>“{name}” is damaged or incomplete, so its picture cannot be read.</source>
        <translation>„{name}“ ist beschädigt oder unvollständig, deshalb kann das Bild nicht gelesen werden.</translation>
    </message>
    <message>
        <source>“{name}” does not fit into the memory of this computer.</source>
        <translation>„{name}“ passt nicht in den Speicher dieses Computers.</translation>
    </message>
    <message>
        <source>“{name}” has too many pixels: {width} × {height}, and the limit is {limit} megapixels.</source>
        <translation>„{name}“ hat zu viele Pixel: {width} × {height}, und die Grenze ist {limit} Megapixel.</translation>
    </message>
    <message>
        <source>Its metadata is damaged and was left out.</source>
        <translation>Die Metadaten sind beschädigt und wurden weggelassen.</translation>
    </message>
    <message>
        <source>Only the largest of its {count} sizes was read.</source>
        <translation>Nur die größte von {count} Größen wurde gelesen.</translation>
    </message>
    <message>
        <source>Only its first frame was read.</source>
        <translation>Nur das erste Einzelbild wurde gelesen.</translation>
    </message>
    <message>
        <source>Its layers were read as one flat picture.</source>
        <translation>Die Ebenen wurden als ein flaches Bild gelesen.</translation>
    </message>
    <message>
        <source>Only the main one of its {count} pictures was read.</source>
        <translation>Nur das Hauptbild von {count} Bildern wurde gelesen.</translation>
    </message>
    <message>
        <source>Only the first of more than {count} pages was read.</source>
        <translation>Nur die erste von mehr als {count} Seiten wurde gelesen.</translation>
    </message>
    <message>
        <source>Only the first of its {count} pages was read.</source>
        <translation>Nur die erste von {count} Seiten wurde gelesen.</translation>
    </message>
    <message>
        <source>Only the first of its {count} frames was read.</source>
        <translation>Nur das erste von {count} Einzelbildern wurde gelesen.</translation>
    </message>
    <message>
        <source>“{name}” is an SVG drawing: a vector file already, which stays sharp at every size and needs no restoring.</source>
        <translation>„{name}“ ist eine SVG-Zeichnung: schon eine Vektordatei, die in jeder Größe scharf bleibt und kein Restaurieren braucht.</translation>
    </message>
    <message>
        <source>“{name}” is a PDF or Illustrator document, most likely a vector file already: export it as SVG to use its shapes, or as PNG if it only holds a scan, and open the PNG.</source>
        <translation>„{name}“ ist ein PDF- oder Illustrator-Dokument, höchstwahrscheinlich schon eine Vektordatei: als SVG exportieren, um die Formen zu nutzen, oder als PNG, falls es nur ein Scan ist, und das PNG öffnen.</translation>
    </message>
    <message>
        <source>“{name}” is a PostScript, EPS or Illustrator drawing, a vector file already: export it as SVG to use its shapes, or as PNG to open it here.</source>
        <translation>„{name}“ ist eine PostScript-, EPS- oder Illustrator-Zeichnung, schon eine Vektordatei: als SVG exportieren, um die Formen zu nutzen, oder als PNG, um es hier zu öffnen.</translation>
    </message>
    <message>
        <source>A picture of {size} pixels is too large to be traced: the limit is {limit} megapixels.</source>
        <translation>Ein Bild von {size} Pixeln ist zu groß zum Nachzeichnen: Die Grenze ist {limit} Megapixel.</translation>
    </message>
    <message>
        <source>The picture cannot be traced: {reason}.</source>
        <translation>Das Bild kann nicht nachgezeichnet werden: {reason}.</translation>
    </message>
    <message>
        <source>The picture is transparent all over, so there is nothing to trace.</source>
        <translation>Das Bild ist ganz und gar transparent, also gibt es nichts nachzuzeichnen.</translation>
    </message>
    <message>
        <source>The picture cannot be traced: the tracer gave up.</source>
        <translation>Das Bild kann nicht nachgezeichnet werden: Der Nachzeichner hat aufgegeben.</translation>
    </message>
    <message>
        <source>The tracer stopped unexpectedly, perhaps for lack of memory; try fewer colours.</source>
        <translation>Der Nachzeichner hat unerwartet aufgehört, vielleicht aus Mangel an Speicher; weniger Farben versuchen.</translation>
    </message>
    <message>
        <source>“{name}” is a folder, so no picture can be written there.</source>
        <translation>„{name}“ ist ein Ordner, deshalb kann dort kein Bild geschrieben werden.</translation>
    </message>
    <message>
        <source>“{name}” is the original, which is never overwritten: choose another name.</source>
        <translation>„{name}“ ist das Original, das nie überschrieben wird: einen anderen Namen wählen.</translation>
    </message>
    <message>
        <source>“{name}” is a device, so no picture can be written there.</source>
        <translation>„{name}“ ist ein Gerät, deshalb kann dort kein Bild geschrieben werden.</translation>
    </message>
    <message>
        <source>“{name}” is write-protected, so it was not replaced.</source>
        <translation>„{name}“ ist schreibgeschützt, deshalb wurde es nicht ersetzt.</translation>
    </message>
    <message>
        <source>“{name}” is not a preset of Clearmark.</source>
        <translation>„{name}“ ist keine Vorgabe von Clearmark.</translation>
    </message>
    <message>
        <source>The kept result of “{name}” is gone; it has to be restored again.</source>
        <translation>Das aufbewahrte Ergebnis von „{name}“ ist weg; es muss noch einmal restauriert werden.</translation>
    </message>
    <message>
        <source>“{name}” cannot be read: the clipboard holds no picture.</source>
        <translation>„{name}“ kann nicht gelesen werden: In der Zwischenablage ist kein Bild.</translation>
    </message>
    <message>
        <source>“{name}” would have {size} megapixels at {scale}×; the limit is {limit}.</source>
        <translation>„{name}“ hätte bei {scale}× {size} Megapixel; die Grenze ist {limit}.</translation>
    </message>
    <message>
        <source>This computer does not have enough free memory for it.</source>
        <translation>Dieser Computer hat nicht genug freien Speicher dafür.</translation>
    </message>
    <message>
        <source>Something unexpected went wrong: {reason}</source>
        <translation>Etwas Unvorhergesehenes ging schief: {reason}</translation>
    </message>
    <message>
        <source>“{name}” does not hold the weights of a MIMO-UNet.</source>
        <translation>„{name}“ enthält nicht die Gewichte eines MIMO-UNet.</translation>
    </message>
    <message>
        <source>“{name}” holds weights that are not finite numbers.</source>
        <translation>„{name}“ enthält Gewichte, die keine endlichen Zahlen sind.</translation>
    </message>
    <message>
        <source>“{name}” has {size} MiB, more than any MIMO-UNet needs.</source>
        <translation>„{name}“ hat {size} MiB, mehr, als irgendein MIMO-UNet braucht.</translation>
    </message>
    <message>
        <source>The model file “{path}” is missing.</source>
        <translation>Die Modelldatei „{path}“ fehlt.</translation>
    </message>
    <message>
        <source>“{name}” holds more than weights, or is damaged; it was not loaded.</source>
        <translation>„{name}“ enthält mehr als Gewichte oder ist beschädigt und wurde nicht geladen.</translation>
    </message>
    <message>
        <source>“{name}” cannot be read as a model file.</source>
        <translation>„{name}“ kann nicht als Modelldatei gelesen werden.</translation>
    </message>
    <message>
        <source>This machine has no device “{name}”; it has {offered}.</source>
        <translation>Dieser Computer hat kein Gerät „{name}“; er hat {offered}.</translation>
    </message>
    <message>
        <source>The best; trained for logos and text.</source>
        <translation>Das beste; für Logos und Text trainiert.</translation>
    </message>
    <message>
        <source>Twice as fast; trained for logos and text.</source>
        <translation>Doppelt so schnell; für Logos und Text trainiert.</translation>
    </message>
    <message>
        <source>The model file “{name}” is not the one that was shipped; please install Clearmark again.</source>
        <translation>Die Modelldatei „{name}“ ist nicht die mitgelieferte; bitte Clearmark neu installieren.</translation>
    </message>
    <message>
        <source>There is not enough memory on {device}; please close other programs.</source>
        <translation>Auf {device} ist nicht genug Speicher frei; bitte andere Programme schließen.</translation>
    </message>
    <message>
        <source>There is not enough memory on {device}; please close other programs, or choose the CPU.</source>
        <translation>Auf {device} ist nicht genug Speicher frei; bitte andere Programme schließen oder die CPU wählen.</translation>
    </message>
    <message>
        <source>{device} stopped working; please choose the CPU, or restart the program.</source>
        <translation>{device} arbeitet nicht mehr; bitte die CPU wählen oder das Programm neu starten.</translation>
    </message>
    <message>
        <source>Colours cannot be converted to this picture&apos;s profile “{profile}”: convert the picture to sRGB first.</source>
        <translation>In das Profil „{profile}“ dieses Bildes lassen sich keine Farben umrechnen: Das Bild zuerst in sRGB umwandeln.</translation>
    </message>
    <message>
        <source>This picture&apos;s profile “{profile}” has no {colour}: convert the picture to sRGB first.</source>
        <translation>Das Profil „{profile}“ dieses Bildes enthält {colour} nicht: Das Bild zuerst in sRGB umwandeln.</translation>
    </message>
    <message>
        <source>Its IPTC data is kept in JPEG and TIFF; other formats keep its author, copyright and description.</source>
        <translation>Die IPTC-Daten bleiben in JPEG und TIFF erhalten; andere Formate behalten Urheber, Copyright und Beschreibung.</translation>
    </message>
    <message>
        <source>Its texts are kept in PNG only: {keywords}.</source>
        <translation>Diese Textangaben bleiben nur in PNG erhalten: {keywords}.</translation>
    </message>
    <message>
        <source>“{name}” is a {kind}, a rare kind that cannot be read here: save it as PNG or as an ordinary {format} in RGB with 8 bits per channel, and open that.</source>
        <translation>„{name}“ ist {kind}, eine seltene Art, die hier nicht gelesen werden kann: als PNG oder als gewöhnliches {format} in RGB mit 8 Bit pro Kanal sichern und das öffnen.</translation>
    </message>
</context>
<context>
    <name>StartPage</name>
    <message>
        <source>Drop a logo, paste, or open</source>
        <translation>Logo hierher ziehen, einfügen oder öffnen</translation>
    </message>
    <message>
        <source>It is enlarged and sharpened here.</source>
        <translation>Es wird hier vergrößert und geschärft.</translation>
    </message>
    <message>
        <source>Nothing leaves this computer.</source>
        <translation>Nichts verlässt diesen Computer.</translation>
    </message>
    <message>
        <source>PNG, JPEG, WebP, AVIF, GIF, TIFF, BMP, PSD, HEIC</source>
        <translation>PNG, JPEG, WebP, AVIF, GIF, TIFF, BMP, PSD, HEIC</translation>
    </message>
    <message>
        <source>PNG, JPEG, WebP, AVIF, GIF, TIFF, BMP, PSD</source>
        <translation>PNG, JPEG, WebP, AVIF, GIF, TIFF, BMP, PSD</translation>
    </message>
    <message>
        <source>Or try a sample</source>
        <translation>Oder ein Beispiel versuchen</translation>
    </message>
    <message>
        <source>Try {name}</source>
        <translation>{name} versuchen</translation>
    </message>
    <message>
        <source>Sample {name}</source>
        <translation>Beispiel {name}</translation>
    </message>
</context>
<context>
    <name>StatusBar</name>
    <message>
        <source>offline</source>
        <translation>offline</translation>
    </message>
    <message>
        <source>Clearmark never uses the network. Links open in your browser.</source>
        <translation>Clearmark nutzt nie das Netzwerk. Links öffnen sich im Browser.</translation>
    </message>
    <message>
        <source>x {x}  y {y}</source>
        <translation>x {x}  y {y}</translation>
    </message>
    <message>
        <source>opacity {percent} %</source>
        <translation>Deckkraft {percent} %</translation>
    </message>
    <message>
        <source>network not loaded yet</source>
        <translation>Netz noch nicht geladen</translation>
    </message>
</context>
<context>
    <name>SvgPanel</name>
    <message>
        <source>Automatic</source>
        <translation>Automatisch</translation>
    </message>
    <message>
        <source>{count} at most</source>
        <translation>höchstens {count}</translation>
    </message>
    <message>
        <source>Automatic takes those of the flat places</source>
        <translation>Automatisch nimmt die der glatten Stellen</translation>
    </message>
    <message>
        <source>Smaller patches join what is around them</source>
        <translation>Kleinere Flecken gehen in ihrer Umgebung auf</translation>
    </message>
    <message>
        <source>Sharper bends stay corners, others become curves</source>
        <translation>Schärfere Knicke bleiben Ecken, andere werden Kurven</translation>
    </message>
    <message>
        <source>Curves</source>
        <translation>Kurven</translation>
    </message>
    <message>
        <source>Edges are curves, as letters and logos have them</source>
        <translation>Kanten sind Kurven, wie Buchstaben und Logos sie haben</translation>
    </message>
    <message>
        <source>Straight</source>
        <translation>Gerade</translation>
    </message>
    <message>
        <source>Edges are straight lines</source>
        <translation>Kanten sind gerade Linien</translation>
    </message>
    <message>
        <source>Stacked</source>
        <translation>Gestapelt</translation>
    </message>
    <message>
        <source>Shapes lie on each other, so there are no gaps</source>
        <translation>Formen liegen aufeinander, also gibt es keine Lücken</translation>
    </message>
    <message>
        <source>Cut out</source>
        <translation>Getrennt</translation>
    </message>
    <message>
        <source>Shapes lie side by side, as plotters need them</source>
        <translation>Formen liegen nebeneinander, wie Plotter sie brauchen</translation>
    </message>
    <message>
        <source>Show the outline</source>
        <translation>Den Umriss zeigen</translation>
    </message>
    <message>
        <source>Root mean square over all pixels, on white and on black; 0 means equal</source>
        <translation>Quadratisches Mittel über alle Pixel, auf Weiß und auf Schwarz; 0 heißt gleich</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal</translation>
    </message>
    <message>
        <source>Such as 42 mm, 4.2 cm or 1.65 in; empty keeps the size</source>
        <translation>Etwa 42 mm, 4,2 cm oder 1,65 in; leer lässt die Größe, wie sie ist</translation>
    </message>
    <message>
        <source>Export SVG…</source>
        <translation>SVG exportieren…</translation>
    </message>
    <message>
        <source>Shapes</source>
        <translation>Formen</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Farben</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Corners</source>
        <translation>Ecken</translation>
    </message>
    <message>
        <source>Detail</source>
        <translation>Details</translation>
    </message>
    <message>
        <source>Edges</source>
        <translation>Kanten</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>Ebenen</translation>
    </message>
    <message>
        <source>Traced</source>
        <translation>Nachgezeichnet</translation>
    </message>
    <message>
        <source>Print width</source>
        <translation>Druckbreite</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Smallest shape</source>
        <translation>Kleinste Form</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>Schließen (Esc)</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Export as SVG</source>
        <translation>Als SVG exportieren</translation>
    </message>
    <message>
        <source>Tracing…</source>
        <translation>Wird nachgezeichnet…</translation>
    </message>
    <message>
        <source>{seconds} s</source>
        <translation>{seconds} s</translation>
    </message>
    <message>
        <source>Differs from the restored picture by {distance} of 255 (RMS).</source>
        <translation>Weicht um {distance} von 255 vom restaurierten Bild ab (quadratisches Mittel).</translation>
    </message>
    <message>
        <source>{size} px</source>
        <translation>{size} px</translation>
    </message>
    <message>
        <source>{width} mm</source>
        <translation>{width} mm</translation>
    </message>
    <message>
        <source>{width} × {height} mm</source>
        <translation>{width} × {height} mm</translation>
    </message>
    <message>
        <source>≥ {side} px</source>
        <translation>≥ {side} px</translation>
    </message>
</context>
<context>
    <name>SvgTracer</name>
    <message>
        <source>The tracer cannot be started: {reason}.</source>
        <translation>Der Nachzeichner kann nicht gestartet werden: {reason}.</translation>
    </message>
</context>
<context>
    <name>TaskPage</name>
    <message>
        <source>What is done to your picture</source>
        <translation>Was mit dem Bild geschieht</translation>
    </message>
    <message>
        <source>Enlarged, before the network</source>
        <translation>Vergrößert, vor dem Netz</translation>
    </message>
    <message>
        <source>Enlarged</source>
        <translation>Vergrößert</translation>
    </message>
</context>
<context>
    <name>TorchBackend</name>
    <message>
        <source>{model} (adapted)</source>
        <translation>{model} (angepasst)</translation>
    </message>
</context>
<context>
    <name>WindowState</name>
    <message>
        <source>Clearmark</source>
        <translation>Clearmark</translation>
    </message>
    <message>
        <source>{name} – Clearmark</source>
        <translation>{name} – Clearmark</translation>
    </message>
    <message>
        <source>Cancelled. The picture was not restored.</source>
        <translation>Abgebrochen. Das Bild wurde nicht restauriert.</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>Noch einmal</translation>
    </message>
</context>
<context>
    <name>WorkflowPage</name>
    <message>
        <source>The workflow in words</source>
        <translation>Der Ablauf in Worten</translation>
    </message>
    <message>
        <source>Step by step</source>
        <translation>Schritt für Schritt</translation>
    </message>
    <message>
        <source>Open a picture, and each box shows what becomes of it.</source>
        <translation>Ein Bild öffnen, und jeder Kasten zeigt, was aus ihm wird.</translation>
    </message>
    <message>
        <source>Open a sample</source>
        <translation>Ein Beispiel öffnen</translation>
    </message>
    <message>
        <source>In the frame, each box shows the same {width} × {height} pixels, which change most.</source>
        <translation>Im Rahmen zeigt jeder Kasten dieselben {width} × {height} Pixel, die sich am meisten ändern.</translation>
    </message>
    <message>
        <source>Colours and transparency go through the network one after the other and are shown together.</source>
        <translation>Farben und Transparenz gehen nacheinander durch das Netz und werden zusammen gezeigt.</translation>
    </message>
    <message>
        <source>The network was run on the {width} × {height} pixels that you look at.</source>
        <translation>Das Netz lief über die {width} × {height} Pixel, die gerade zu sehen sind.</translation>
    </message>
</context>
<context>
    <name>WorkflowStrip</name>
    <message>
        <source>Restoring progress</source>
        <translation>Fortschritt des Restaurierens</translation>
    </message>
    <message>
        <source>Look at the picture as it came in</source>
        <translation>Das Bild ansehen, wie es hereinkam</translation>
    </message>
    <message>
        <source>Look at the enlarged picture, not sharpened yet</source>
        <translation>Das vergrößerte Bild ansehen, noch nicht geschärft</translation>
    </message>
    <message>
        <source>Look at what the network makes of the enlarged picture</source>
        <translation>Ansehen, was das Netz aus dem vergrößerten Bild macht</translation>
    </message>
    <message>
        <source>Compare the enlarged with the restored picture</source>
        <translation>Das vergrößerte mit dem restaurierten Bild vergleichen</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>Eingabe</translation>
    </message>
    <message>
        <source>bicubic</source>
        <translation>bikubisch</translation>
    </message>
    <message>
        <source>kept</source>
        <translation>beibehalten</translation>
    </message>
    <message>
        <source>one answer</source>
        <translation>eine Antwort</translation>
    </message>
    <message>
        <source>Enlarge {scale}×</source>
        <translation>{scale}× vergrößern</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>Ausgabe</translation>
    </message>
    <message>
        <source>getting ready</source>
        <translation>wird vorbereitet</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>pausiert</translation>
    </message>
    <message>
        <source>first tile</source>
        <translation>erste Kachel</translation>
    </message>
    <message>
        <source>tile {done} of {total}</source>
        <translation>Kachel {done} von {total}</translation>
    </message>
    <message>
        <source>answer refused</source>
        <translation>Antwort abgelehnt</translation>
    </message>
    <message>
        <source>{count} of {total} tiles refused</source>
        <translation>{count} von {total} Kacheln abgelehnt</translation>
    </message>
    <message>
        <source>2 passes</source>
        <translation>2 Durchgänge</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>wartet</translation>
    </message>
    <message>
        <source>waiting for fine-tuning</source>
        <translation>wartet auf Feinabstimmung</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>abgebrochen</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>gescheitert</translation>
    </message>
    <message>
        <source>done earlier</source>
        <translation>früher erledigt</translation>
    </message>
</context>
<context>
    <name>ZoomBox</name>
    <message>
        <source>{percent} %</source>
        <translation>{percent} %</translation>
    </message>
    <message>
        <source>Zoom {percent}</source>
        <translation>Zoom {percent}</translation>
    </message>
</context>
<context>
    <name>_Edge</name>
    <message>
        <source>Drag to widen</source>
        <translation>Ziehen, um zu verbreitern</translation>
    </message>
</context>
<context>
    <name>about</name>
    <message>
        <source>none: all flat</source>
        <translation>keine: alles einfarbig</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>{count} tiles</source>
        <translation>{count} Kacheln</translation>
    </message>
    <message>
        <source>1 tile</source>
        <translation>1 Kachel</translation>
    </message>
    <message>
        <source>Tiles</source>
        <translation>Kacheln</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Gerät</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>Genauigkeit</translation>
    </message>
    <message>
        <source>Adjusted</source>
        <translation>Angepasst</translation>
    </message>
    <message>
        <source>by you</source>
        <translation>von Hand</translation>
    </message>
    <message>
        <source>Amplified</source>
        <translation>Verstärkt</translation>
    </message>
    <message>
        <source>Grid</source>
        <translation>Raster</translation>
    </message>
    <message>
        <source>{time}, both</source>
        <translation>{time}, beide</translation>
    </message>
    <message>
        <source>{size} px</source>
        <translation>{size} px</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>Eingabe</translation>
    </message>
    <message>
        <source>Enlarge {scale}×</source>
        <translation>{scale}× vergrößern</translation>
    </message>
    <message>
        <source>Full-size input</source>
        <translation>Eingabe, volle Größe</translation>
    </message>
    <message>
        <source>Half-size input</source>
        <translation>Eingabe, halbe Größe</translation>
    </message>
    <message>
        <source>Quarter-size input</source>
        <translation>Eingabe, Viertelgröße</translation>
    </message>
    <message>
        <source>Encoder 1</source>
        <translation>Encoder 1</translation>
    </message>
    <message>
        <source>Encoder 2</source>
        <translation>Encoder 2</translation>
    </message>
    <message>
        <source>Encoder 3</source>
        <translation>Encoder 3</translation>
    </message>
    <message>
        <source>Fusion for decoder 3</source>
        <translation>Fusion für Decoder 3</translation>
    </message>
    <message>
        <source>Fusion for decoder 2</source>
        <translation>Fusion für Decoder 2</translation>
    </message>
    <message>
        <source>Decoder 1</source>
        <translation>Decoder 1</translation>
    </message>
    <message>
        <source>Decoder 2</source>
        <translation>Decoder 2</translation>
    </message>
    <message>
        <source>Decoder 3</source>
        <translation>Decoder 3</translation>
    </message>
    <message>
        <source>Quarter-size residual</source>
        <translation>Residuum, Viertelgröße</translation>
    </message>
    <message>
        <source>Half-size residual</source>
        <translation>Residuum, halbe Größe</translation>
    </message>
    <message>
        <source>Full-size residual</source>
        <translation>Residuum, volle Größe</translation>
    </message>
    <message>
        <source>Quarter-size output</source>
        <translation>Ausgabe, Viertelgröße</translation>
    </message>
    <message>
        <source>Half-size output</source>
        <translation>Ausgabe, halbe Größe</translation>
    </message>
    <message>
        <source>Full-size output</source>
        <translation>Ausgabe, volle Größe</translation>
    </message>
    <message>
        <source>Join tiles</source>
        <translation>Kacheln verbinden</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>Ausgabe</translation>
    </message>
    <message>
        <source>Inputs</source>
        <translation>Eingaben</translation>
    </message>
    <message>
        <source>Encoders</source>
        <translation>Encoder</translation>
    </message>
    <message>
        <source>Fusion</source>
        <translation>Fusion</translation>
    </message>
    <message>
        <source>Decoders</source>
        <translation>Decoder</translation>
    </message>
    <message>
        <source>Residuals</source>
        <translation>Residuen</translation>
    </message>
    <message>
        <source>Outputs</source>
        <translation>Ausgaben</translation>
    </message>
    <message>
        <source>Every place of your picture is so flat that sharpening would hardly change anything. So nothing went through the network: the result is the enlarged picture.</source>
        <translation>Das Bild ist überall so glatt, dass Schärfen kaum etwas ändern würde. Darum lief nichts durch das Netz: Das Ergebnis ist das vergrößerte Bild.</translation>
    </message>
    <message>
        <source>Asymmetric feature fusion (AFF) brings the features of all three encoders to one size and mixes them, so that this decoder sees fine and coarse at once.</source>
        <translation>Die asymmetrische Merkmalsfusion (AFF) bringt die Merkmale aller drei Encoder auf eine Größe und mischt sie, sodass dieser Decoder Feines und Grobes zugleich sieht.</translation>
    </message>
    <message>
        <source>The correction that the network computes and adds to its input of this size: grey is nothing, lighter is more light, darker is less.</source>
        <translation>Die Korrektur, die das Netz berechnet und zu seiner Eingabe dieser Größe addiert: Grau ist nichts, heller ist mehr Licht, dunkler weniger.</translation>
    </message>
    <message>
        <source>Shown {gain}× as strong as it is.</source>
        <translation>{gain}× so stark gezeigt, wie sie ist.</translation>
    </message>
    <message>
        <source>Your picture, as it was read from its file.</source>
        <translation>Das eigene Bild, wie es aus seiner Datei gelesen wurde.</translation>
    </message>
    <message>
        <source>At 1× the picture keeps its size and is only sharpened.</source>
        <translation>Bei 1× behält das Bild seine Größe und wird nur geschärft.</translation>
    </message>
    <message>
        <source>Bicubic interpolation makes more pixels, but no more detail. At 4× the picture is enlarged and sharpened twice, by 2× each time; the network below is shown in its first pass.</source>
        <translation>Bikubische Interpolation macht mehr Pixel, aber nicht mehr Details. Bei 4× wird das Bild zweimal vergrößert und geschärft, je um 2×; unten ist das Netz in seinem ersten Durchgang gezeigt.</translation>
    </message>
    <message>
        <source>Bicubic interpolation makes more pixels, but no more detail: the picture is as blurred as before, only larger. This is what the network reads.</source>
        <translation>Bikubische Interpolation macht mehr Pixel, aber nicht mehr Details: Das Bild ist so unscharf wie zuvor, nur größer. Das ist es, was das Netz liest.</translation>
    </message>
    <message>
        <source>The network works on overlapping tiles, so that memory suffices for any picture. Their edges are blended.</source>
        <translation>Das Netz arbeitet an überlappenden Kacheln, damit der Speicher für jedes Bild reicht. Ihre Ränder werden überblendet.</translation>
    </message>
    <message>
        <source>The restored picture, as it is shown, copied and exported.</source>
        <translation>Das restaurierte Bild, wie es gezeigt, kopiert und exportiert wird.</translation>
    </message>
    <message>
        <source>Turns the full-size input into features: many numbers for each place.</source>
        <translation>Macht aus der Eingabe in voller Größe Merkmale: viele Zahlen für jede Stelle.</translation>
    </message>
    <message>
        <source>Brings the features from above to half the size and lets those of the reduced input emphasise or suppress them (FAM).</source>
        <translation>Bringt die Merkmale von oben auf die halbe Größe und lässt die der verkleinerten Eingabe sie betonen oder unterdrücken (FAM).</translation>
    </message>
    <message>
        <source>Starts at the coarsest size, from what the deepest encoder gives it.</source>
        <translation>Beginnt bei der gröbsten Größe, mit dem, was der tiefste Encoder ihm gibt.</translation>
    </message>
    <message>
        <source>Brings the features from below to twice the size and joins them with the fused ones.</source>
        <translation>Bringt die Merkmale von unten auf die doppelte Größe und verbindet sie mit den fusionierten.</translation>
    </message>
    <message>
        <source>{count} residual blocks of two convolutions each refine them.</source>
        <translation>Danach verfeinern sie {count} Residualblöcke aus je zwei Faltungen.</translation>
    </message>
    <message>
        <source>Similar colours stand for similar features.</source>
        <translation>Gleiche Farben sind gleiche Merkmale.</translation>
    </message>
    <message>
        <source>The enlarged picture, pixel for pixel.</source>
        <translation>Das vergrößerte Bild, Pixel für Pixel.</translation>
    </message>
    <message>
        <source>Every second pixel of it, across and down.</source>
        <translation>Jedes zweite Pixel davon, quer und längs.</translation>
    </message>
    <message>
        <source>Every fourth pixel of it, across and down.</source>
        <translation>Jedes vierte Pixel davon, quer und längs.</translation>
    </message>
    <message>
        <source>Quarter-size input plus residual. It guides the network in training; the result does not use it.</source>
        <translation>Eingabe in Viertelgröße plus Residuum. Es leitet das Netz beim Training; das Ergebnis nutzt es nicht.</translation>
    </message>
    <message>
        <source>Half-size input plus residual. It guides the network in training; the result does not use it.</source>
        <translation>Eingabe in halber Größe plus Residuum. Es leitet das Netz beim Training; das Ergebnis nutzt es nicht.</translation>
    </message>
    <message>
        <source>Full-size input plus residual. With “Steady” it is averaged with the answer to the negative; that becomes the result, tile by tile.</source>
        <translation>Eingabe in voller Größe plus Residuum. Mit „Stabil“ wird es mit der Antwort auf das Negativ gemittelt; daraus wird das Ergebnis, Kachel für Kachel.</translation>
    </message>
    <message>
        <source>The workflow, with this picture</source>
        <translation>Der Ablauf, mit diesem Bild</translation>
    </message>
    <message>
        <source>Enlarged, before the network</source>
        <translation>Vergrößert, vor dem Netz</translation>
    </message>
    <message>
        <source>Restored by the network</source>
        <translation>Vom Netz restauriert</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Netz</translation>
    </message>
    <message>
        <source>Enlarged in</source>
        <translation>Vergrößert in</translation>
    </message>
    <message>
        <source>Restored in</source>
        <translation>Restauriert in</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Abgelehnt</translation>
    </message>
    <message>
        <source>Steady</source>
        <translation>Stabil</translation>
    </message>
    <message>
        <source>the answers to the picture and to its negative, averaged</source>
        <translation>die Antworten auf das Bild und auf sein Negativ, gemittelt</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>Parameter</translation>
    </message>
    <message>
        <source>Multiply-adds for one answer</source>
        <translation>Multiplikationen mit Addition für eine Antwort</translation>
    </message>
    <message>
        <source>Residual, shown {gain}× as strong</source>
        <translation>Residuum, {gain}× so stark gezeigt</translation>
    </message>
    <message>
        <source>Enters: {size}</source>
        <translation>Hinein: {size}</translation>
    </message>
    <message>
        <source>Leaves: {size}</source>
        <translation>Heraus: {size}</translation>
    </message>
    <message>
        <source>{stage}, at full resolution; averaged back down, cosine {cosine}</source>
        <translation>{stage}, in voller Auflösung; wieder herunter gemittelt, Kosinus {cosine}</translation>
    </message>
    <message>
        <source>{stage}, on its own grid</source>
        <translation>{stage}, im eigenen Raster</translation>
    </message>
    <message>
        <source>{share} % of the picture</source>
        <translation>{share} % des Bildes</translation>
    </message>
    <message>
        <source>Enlarged, with the regions</source>
        <translation>Vergrößert, mit den Bereichen</translation>
    </message>
    <message>
        <source>Regions</source>
        <translation>Bereiche</translation>
    </message>
    <message>
        <source>Area</source>
        <translation>Fläche</translation>
    </message>
    <message>
        <source>Coarse pass</source>
        <translation>Grober Durchgang</translation>
    </message>
</context>
<context>
    <name>shortcuts</name>
    <message>
        <source>Hold to see the picture before</source>
        <translation>Halten: sehen, was vorher war</translation>
    </message>
    <message>
        <source>Move the divider or the lens</source>
        <translation>Die Trennlinie oder die Lupe bewegen</translation>
    </message>
    <message>
        <source>Move it farther</source>
        <translation>Weiter bewegen</translation>
    </message>
    <message>
        <source>Divider to the left or right edge</source>
        <translation>Trennlinie an den linken oder rechten Rand</translation>
    </message>
    <message>
        <source>Move the picture</source>
        <translation>Das Bild verschieben</translation>
    </message>
    <message>
        <source>Move the picture sideways</source>
        <translation>Das Bild seitwärts verschieben</translation>
    </message>
    <message>
        <source>Zoom</source>
        <translation>Zoom</translation>
    </message>
    <message>
        <source>Show the whole picture</source>
        <translation>Das ganze Bild zeigen</translation>
    </message>
    <message>
        <source>Hide the panels, and show them again</source>
        <translation>Die Bedienfelder ein- und ausklappen</translation>
    </message>
    <message>
        <source>Look at another picture</source>
        <translation>Ein anderes Bild ansehen</translation>
    </message>
    <message>
        <source>Move the picture in the queue</source>
        <translation>Das Bild in der Warteschlange verschieben</translation>
    </message>
    <message>
        <source>Remove the picture from the queue</source>
        <translation>Das Bild aus der Warteschlange nehmen</translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation>Überall</translation>
    </message>
    <message>
        <source>On the picture</source>
        <translation>Auf dem Bild</translation>
    </message>
    <message>
        <source>In the queue</source>
        <translation>In der Warteschlange</translation>
    </message>
    <message>
        <source>Shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
</context>
<context>
    <name>texts</name>
    <message>
        <source>{count} ms</source>
        <translation>{count} ms</translation>
    </message>
    <message>
        <source>{count} s</source>
        <translation>{count} s</translation>
    </message>
    <message>
        <source>{minutes} min {seconds} s</source>
        <translation>{minutes} min {seconds} s</translation>
    </message>
    <message>
        <source>{count} s left</source>
        <translation>noch {count} s</translation>
    </message>
    <message>
        <source>{count} min left</source>
        <translation>noch {count} min</translation>
    </message>
    <message>
        <source>{size} mm at {dpi} dpi</source>
        <translation>{size} mm bei {dpi} dpi</translation>
    </message>
    <message>
        <source>Restored</source>
        <translation>Restauriert</translation>
    </message>
    <message>
        <source>Partly restored</source>
        <translation>Teils restauriert</translation>
    </message>
    <message>
        <source>Not restored</source>
        <translation>Nicht restauriert</translation>
    </message>
    <message>
        <source>Not restored: the network&apos;s answer could not be right and was refused. This is the picture without sharpening.</source>
        <translation>Nicht restauriert: Die Antwort des Netzes konnte nicht stimmen und wurde abgelehnt. Dies ist das Bild ohne Schärfung.</translation>
    </message>
    <message>
        <source>Partly restored: {count} of {total} tiles left without sharpening, since the network&apos;s answer could not be right there.</source>
        <translation>Teils restauriert: {count} von {total} Kacheln blieben ohne Schärfung, weil die Antwort des Netzes dort nicht stimmen konnte.</translation>
    </message>
    <message>
        <source>{count} of {total} tiles left as enlarged: the network&apos;s answer was refused</source>
        <translation>{count} von {total} Kacheln blieben wie vergrößert: Die Antwort des Netzes wurde abgelehnt</translation>
    </message>
    <message>
        <source>{count} of {total} tiles computed again in full precision</source>
        <translation>{count} von {total} Kacheln noch einmal mit voller Genauigkeit berechnet</translation>
    </message>
</context>
</TS>
