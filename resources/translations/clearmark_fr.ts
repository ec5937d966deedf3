<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr_FR">
<context>
    <name>AboutController</name>
    <message>
        <source>Restoring comes first; this follows.</source>
        <translation>La restauration passe d’abord&#x202f;; ceci suit.</translation>
    </message>
    <message>
        <source>Restoring comes first, and it is paused; this follows.</source>
        <translation>La restauration passe d’abord, et elle est en pause&#x202f;; ceci suit.</translation>
    </message>
    <message>
        <source>Looking into the network…</source>
        <translation>Examen du réseau…</translation>
    </message>
</context>
<context>
    <name>AboutPane</name>
    <message>
        <source>Task</source>
        <translation>Tâche</translation>
    </message>
    <message>
        <source>Workflow</source>
        <translation>Déroulement</translation>
    </message>
    <message>
        <source>Inside</source>
        <translation>Intérieur</translation>
    </message>
    <message>
        <source>Papers and tools</source>
        <translation>Articles et outils</translation>
    </message>
    <message>
        <source>Model card</source>
        <translation>Fiche du modèle</translation>
    </message>
    <message>
        <source>About this AI</source>
        <translation>À propos de cette IA</translation>
    </message>
    <message>
        <source>Export report…</source>
        <translation>Exporter le rapport…</translation>
    </message>
    <message>
        <source>All of this for your picture, as one HTML or PDF file</source>
        <translation>Tout ceci pour l’image ouverte, en un fichier HTML ou PDF</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Réessayer</translation>
    </message>
    <message>
        <source>The network is being examined</source>
        <translation>Le réseau est en cours d’examen</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>Fermer (Esc)</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
</context>
<context>
    <name>Actions</name>
    <message>
        <source>Open…</source>
        <translation>Ouvrir…</translation>
    </message>
    <message>
        <source>Open pictures</source>
        <translation>Ouvrir des images</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>Coller</translation>
    </message>
    <message>
        <source>Paste a picture, a file or a link to a file</source>
        <translation>Coller une image, un fichier ou un lien vers un fichier</translation>
    </message>
    <message>
        <source>About this AI</source>
        <translation>À propos de cette IA</translation>
    </message>
    <message>
        <source>How it works, and what it cannot do</source>
        <translation>Comment elle travaille, et ce qu’elle ne peut pas faire</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copier</translation>
    </message>
    <message>
        <source>Copy the restored picture, with its transparency</source>
        <translation>Copier l’image restaurée, avec sa transparence</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exporter…</translation>
    </message>
    <message>
        <source>Save the restored picture</source>
        <translation>Enregistrer l’image restaurée</translation>
    </message>
    <message>
        <source>Export all…</source>
        <translation>Tout exporter…</translation>
    </message>
    <message>
        <source>Save all results of the queue</source>
        <translation>Enregistrer tous les résultats de la file</translation>
    </message>
    <message>
        <source>Export as SVG…</source>
        <translation>Exporter en SVG…</translation>
    </message>
    <message>
        <source>Trace the restored picture as shapes, and save them</source>
        <translation>Vectoriser l’image restaurée et enregistrer les formes</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Undo the last adjustment</source>
        <translation>Annuler le dernier réglage</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Rétablir</translation>
    </message>
    <message>
        <source>Redo what was undone</source>
        <translation>Rétablir ce qui a été annulé</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Réinitialiser</translation>
    </message>
    <message>
        <source>Show what the network made</source>
        <translation>Montrer ce que le réseau a fait</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Arrêter</translation>
    </message>
    <message>
        <source>Cancel the running picture</source>
        <translation>Arrêter l’image en cours</translation>
    </message>
    <message>
        <source>Panels</source>
        <translation>Panneaux</translation>
    </message>
    <message>
        <source>Hide the panels</source>
        <translation>Replier les panneaux</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>Zoom arrière</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>Zoom avant</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>Tout voir</translation>
    </message>
    <message>
        <source>Show the whole picture</source>
        <translation>Montrer l’image entière</translation>
    </message>
    <message>
        <source>One picture pixel per screen pixel</source>
        <translation>Un pixel de l’image par pixel de l’écran</translation>
    </message>
    <message>
        <source>Export comparison…</source>
        <translation>Exporter la comparaison…</translation>
    </message>
    <message>
        <source>Save before and after as one picture, as they are compared now</source>
        <translation>Enregistrer l’avant et l’après en une image, tels qu’ils sont comparés</translation>
    </message>
    <message>
        <source>Next part</source>
        <translation>Zone suivante</translation>
    </message>
    <message>
        <source>Next part of the window</source>
        <translation>Zone suivante de la fenêtre</translation>
    </message>
    <message>
        <source>Preferences…</source>
        <translation>Préférences…</translation>
    </message>
    <message>
        <source>Theme, language, folders, names, privacy</source>
        <translation>Thème, langue, dossiers, noms, confidentialité</translation>
    </message>
    <message>
        <source>Shortcuts</source>
        <translation>Raccourcis clavier</translation>
    </message>
    <message>
        <source>All keyboard shortcuts, and a link to the guide</source>
        <translation>Toutes les touches, et l’accès au guide</translation>
    </message>
    <message>
        <source>User guide</source>
        <translation>Guide d’utilisation</translation>
    </message>
    <message>
        <source>How to work with Clearmark</source>
        <translation>Comment travailler avec Clearmark</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Quitter</translation>
    </message>
    <message>
        <source>Close Clearmark</source>
        <translation>Fermer Clearmark</translation>
    </message>
    <message>
        <source>Slider</source>
        <translation>Curseur</translation>
    </message>
    <message>
        <source>Compare with a divider that you can drag</source>
        <translation>Comparer avec un séparateur à faire glisser</translation>
    </message>
    <message>
        <source>Side by side</source>
        <translation>Côte à côte</translation>
    </message>
    <message>
        <source>Compare the same part of both pictures</source>
        <translation>Comparer la même partie des deux images</translation>
    </message>
    <message>
        <source>Lens</source>
        <translation>Loupe</translation>
    </message>
    <message>
        <source>Look at the other picture through a lens</source>
        <translation>Regarder l’autre image à travers une loupe</translation>
    </message>
    <message>
        <source>Hold</source>
        <translation>Maintenir</translation>
    </message>
    <message>
        <source>Hold Space to see the picture before, in every view</source>
        <translation>Maintenir la barre d’espace pour voir l’avant, dans tous les modes</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>Différence</translation>
    </message>
    <message>
        <source>Show what differs, amplified</source>
        <translation>Montrer ce qui diffère, amplifié</translation>
    </message>
</context>
<context>
    <name>AdjustPanel</name>
    <message>
        <source>0 % is the enlarged picture, 100 % the restored one</source>
        <translation>0&#x202f;% est l’image agrandie, 100&#x202f;% l’image restaurée</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Non</translation>
    </message>
    <message>
        <source>Dragging moves the picture</source>
        <translation>Faire glisser déplace l’image</translation>
    </message>
    <message>
        <source>Box</source>
        <translation>Cadre</translation>
    </message>
    <message>
        <source>Drag a box around what should stay as enlarged</source>
        <translation>Tracer un cadre où l’image reste seulement agrandie</translation>
    </message>
    <message>
        <source>Brush</source>
        <translation>Brosse</translation>
    </message>
    <message>
        <source>Paint over what should stay as enlarged</source>
        <translation>Peindre sur ce qui doit rester seulement agrandi</translation>
    </message>
    <message>
        <source>Adjust</source>
        <translation>Ajuster</translation>
    </message>
    <message>
        <source>Strength</source>
        <translation>Intensité</translation>
    </message>
    <message>
        <source>Protect</source>
        <translation>Garder</translation>
    </message>
</context>
<context>
    <name>Advice</name>
    <message>
        <source>plain, without edges</source>
        <translation>unie, sans contours</translation>
    </message>
    <message>
        <source>like a photograph (edges of many widths, no main colours)</source>
        <translation>comme une photo (contours de largeurs variées, sans couleurs principales)</translation>
    </message>
    <message>
        <source>blurred (σ ≈ {sigma:.1f} px)</source>
        <translation>floue (σ ≈ {sigma:.1f} px)</translation>
    </message>
    <message>
        <source>JPEG-damaged (blocks of 8 px)</source>
        <translation>abîmée par JPEG (blocs de 8 px)</translation>
    </message>
    <message>
        <source>reduced to {colours} colours</source>
        <translation>réduite à {colours} couleurs</translation>
    </message>
    <message>
        <source>small ({width} × {height} px) but sharp</source>
        <translation>petite ({width} × {height} px) mais nette</translation>
    </message>
    <message>
        <source>already sharp (edges {edge:.1f} px wide)</source>
        <translation>déjà nette (contours larges de {edge:.1f} px)</translation>
    </message>
    <message>
        <source>JPEG-damaged (blocks of 8 px, quality ≈ {quality})</source>
        <translation>abîmée par JPEG (blocs de 8 px, qualité ≈ {quality})</translation>
    </message>
    <message>
        <source>damaged by its compression</source>
        <translation>abîmée par sa compression</translation>
    </message>
    <message>
        <source>dithered to {colours} colours</source>
        <translation>tramée à {colours} couleurs</translation>
    </message>
    <message>
        <source>{first} and {second}</source>
        <translation>{first} et {second}</translation>
    </message>
    <message>
        <source>{first}, {second} and {third}</source>
        <translation>{first}, {second} et {third}</translation>
    </message>
    <message>
        <source>{first}, {second}, {third} and {fourth}</source>
        <translation>{first}, {second}, {third} et {fourth}</translation>
    </message>
    <message>
        <source>{reason}: restoring will help.</source>
        <translation>{reason}&#x202f;: restaurer aidera.</translation>
    </message>
    <message>
        <source>{reason}: restoring will not help.</source>
        <translation>{reason}&#x202f;: restaurer n’aidera pas.</translation>
    </message>
    <message>
        <source>{reason}: restoring will help only if it is enlarged.</source>
        <translation>{reason}&#x202f;: restaurer n’aidera qu’en agrandissant.</translation>
    </message>
    <message>
        <source>{reason}: restoring will hardly help.</source>
        <translation>{reason}&#x202f;: restaurer n’aidera guère.</translation>
    </message>
</context>
<context>
    <name>Banner</name>
    <message>
        <source>Details</source>
        <translation>Détails</translation>
    </message>
    <message>
        <source>Dismiss (Esc)</source>
        <translation>Masquer (Esc)</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Masquer</translation>
    </message>
</context>
<context>
    <name>CanvasPanel</name>
    <message>
        <source>Input</source>
        <translation>Entrée</translation>
    </message>
    <message>
        <source>Enlarged</source>
        <translation>Agrandie</translation>
    </message>
    <message>
        <source>{name}, {scale}×</source>
        <translation>{name}, {scale}×</translation>
    </message>
    <message>
        <source>Restoring</source>
        <translation>Restauration</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>En pause</translation>
    </message>
</context>
<context>
    <name>CloseGuard</name>
    <message>
        <source>1 result has not been exported.</source>
        <translation>1 résultat n’a pas été exporté.</translation>
    </message>
    <message>
        <source>{count} results have not been exported.</source>
        <translation>{count} résultats n’ont pas été exportés.</translation>
    </message>
    <message>
        <source>1 picture is not restored yet.</source>
        <translation>1 image n’est pas encore restaurée.</translation>
    </message>
    <message>
        <source>{count} pictures are not restored yet.</source>
        <translation>{count} images ne sont pas encore restaurées.</translation>
    </message>
    <message>
        <source>Close Clearmark</source>
        <translation>Fermer Clearmark</translation>
    </message>
    <message>
        <source>When you close, the queue is kept, and offered at the next start.</source>
        <translation>À la fermeture, la file est conservée et proposée au démarrage suivant.</translation>
    </message>
    <message>
        <source>When you close, what was not exported is lost.</source>
        <translation>À la fermeture, ce qui n’a pas été exporté est perdu.</translation>
    </message>
    <message>
        <source>Export all…</source>
        <translation>Tout exporter…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
</context>
<context>
    <name>ColoursPanel</name>
    <message>
        <source>Off</source>
        <translation>Non</translation>
    </message>
    <message>
        <source>Fills stay as the network made them</source>
        <translation>Les aplats restent tels que le réseau les a faits</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>Entrée</translation>
    </message>
    <message>
        <source>Fills get exactly the colours of the input</source>
        <translation>Les aplats prennent exactement les couleurs de l’entrée</translation>
    </message>
    <message>
        <source>Brand</source>
        <translation>Marque</translation>
    </message>
    <message>
        <source>Fills get the nearest of your own colours</source>
        <translation>Les aplats prennent la plus proche des couleurs saisies</translation>
    </message>
    <message>
        <source>Brand colours</source>
        <translation>Couleurs de marque</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Couleurs</translation>
    </message>
    <message>
        <source>Snap fills</source>
        <translation>Caler</translation>
    </message>
    <message>
        <source>opacity {percent} %</source>
        <translation>opacité {percent}&#x202f;%</translation>
    </message>
    <message>
        <source>How far this colour is from the input&apos;s (CIEDE2000); 1 is just visible</source>
        <translation>Écart entre cette couleur et celle de l’entrée (CIEDE2000)&#x202f;; 1 est à peine visible</translation>
    </message>
</context>
<context>
    <name>CompareController</name>
    <message>
        <source>Behind transparent pictures</source>
        <translation>Derrière les images transparentes</translation>
    </message>
</context>
<context>
    <name>CompareModeBox</name>
    <message>
        <source>Way to compare</source>
        <translation>Mode de comparaison</translation>
    </message>
</context>
<context>
    <name>ComparePairBox</name>
    <message>
        <source>Input</source>
        <translation>Entrée</translation>
    </message>
    <message>
        <source>Enlarged</source>
        <translation>Agrandie</translation>
    </message>
    <message>
        <source>Pinned result</source>
        <translation>Résultat épinglé</translation>
    </message>
    <message>
        <source>Pin this result to compare it with others</source>
        <translation>Épingler ce résultat pour le comparer à d’autres</translation>
    </message>
    <message>
        <source>Swap sides</source>
        <translation>Échanger les côtés</translation>
    </message>
    <message>
        <source>Choose which pictures to compare</source>
        <translation>Choisir les images à comparer</translation>
    </message>
    <message>
        <source>Checkerboard</source>
        <translation>Damier</translation>
    </message>
    <message>
        <source>White</source>
        <translation>Blanc</translation>
    </message>
    <message>
        <source>Black</source>
        <translation>Noir</translation>
    </message>
    <message>
        <source>Colour…</source>
        <translation>Couleur…</translation>
    </message>
    <message>
        <source>Choose what lies behind transparent pictures</source>
        <translation>Choisir ce qui se trouve derrière les images transparentes</translation>
    </message>
    <message>
        <source>Background ▾</source>
        <translation>Fond ▾</translation>
    </message>
    <message>
        <source>Background</source>
        <translation>Fond</translation>
    </message>
    <message>
        <source>{pair} ▾</source>
        <translation>{pair} ▾</translation>
    </message>
    <message>
        <source>Compare {pair}</source>
        <translation>Comparer {pair}</translation>
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
        <translation>Maintenir Espace&#x202f;: {before}</translation>
    </message>
    <message>
        <source>{before} – {after}</source>
        <translation>{before} – {after}</translation>
    </message>
    <message>
        <source>{gain}× amplified per channel: brightest = {white} of 255</source>
        <translation>amplifié {gain}× par canal&#x202f;: luminosité maximale = {white} sur 255</translation>
    </message>
    <message>
        <source>{legend} · of averages, below 100 %</source>
        <translation>{legend} · de moyennes, sous 100&#x202f;%</translation>
    </message>
    <message>
        <source>Picture comparison</source>
        <translation>Comparaison d’images</translation>
    </message>
    <message>
        <source>{before} on the left, {after} on the right. Left and right arrow move the divider, plus and minus zoom, 0 fits the picture.</source>
        <translation>{before} à gauche, {after} à droite. Les flèches gauche et droite déplacent le séparateur, plus et moins zooment, 0 ajuste l’image.</translation>
    </message>
    <message>
        <source>{before} on the left, {after} on the right. Arrows pan both, plus and minus zoom, 0 fits the pictures.</source>
        <translation>{before} à gauche, {after} à droite. Les flèches déplacent les deux, plus et moins zooment, 0 ajuste les images.</translation>
    </message>
    <message>
        <source>{before}, with {after} in a lens. Arrows move the lens, with Alt they pan; plus and minus zoom, 0 fits the picture.</source>
        <translation>{before}, avec {after} dans une loupe. Les flèches déplacent la loupe et, avec Alt, l’image&#x202f;; plus et moins zooment, 0 ajuste l’image.</translation>
    </message>
    <message>
        <source>{after}; {before} while the space bar is held. Arrows pan, plus and minus zoom, 0 fits the picture.</source>
        <translation>{after}&#x202f;; {before} tant que la barre d’espace est maintenue. Les flèches déplacent, plus et moins zooment, 0 ajuste l’image.</translation>
    </message>
    <message>
        <source>What differs between {before} and {after}, amplified. Arrows pan, plus and minus zoom, 0 fits the picture.</source>
        <translation>Ce qui diffère entre {before} et {after}, amplifié. Les flèches déplacent, plus et moins zooment, 0 ajuste l’image.</translation>
    </message>
    <message>
        <source>{shown}. Arrows pan, plus and minus zoom, 0 fits the picture.</source>
        <translation>{shown}. Les flèches déplacent, plus et moins zooment, 0 ajuste l’image.</translation>
    </message>
    <message>
        <source>No picture.</source>
        <translation>Pas d’image.</translation>
    </message>
</context>
<context>
    <name>CopyButton</name>
    <message>
        <source>Copied</source>
        <translation>Copié</translation>
    </message>
</context>
<context>
    <name>DragHandle</name>
    <message>
        <source>Drag out</source>
        <translation>Faire sortir</translation>
    </message>
    <message>
        <source>Drag from here to bring the restored picture into another program as a file</source>
        <translation>Faire glisser d’ici pour porter l’image restaurée dans un autre programme, comme fichier</translation>
    </message>
</context>
<context>
    <name>DragOutController</name>
    <message>
        <source>There is nowhere to put the file to be dragged: {reason}.</source>
        <translation>Il n’y a pas de place pour un fichier à faire glisser&#x202f;: {reason}.</translation>
    </message>
    <message>
        <source>Hold the button down and drag: the picture comes along as a file.</source>
        <translation>Maintenir le bouton et faire glisser&#x202f;: l’image suit comme fichier.</translation>
    </message>
</context>
<context>
    <name>ExportAllController</name>
    <message>
        <source>There is no result to export yet.</source>
        <translation>Il n’y a pas encore de résultat à exporter.</translation>
    </message>
    <message>
        <source>{count} more not restored yet.</source>
        <translation>{count} autres ne sont pas encore restaurées.</translation>
    </message>
    <message>
        <source>{failed} of {total} could not be saved. The first: {reason}</source>
        <translation>{failed} sur {total} n’ont pas pu être enregistrées. La première&#x202f;: {reason}</translation>
    </message>
    <message>
        <source>{count} of {total} have no receipt. The first: {reason}</source>
        <translation>{count} sur {total} n’ont pas de reçu. Le premier&#x202f;: {reason}</translation>
    </message>
    <message>
        <source>Saved {total} pictures</source>
        <translation>{total} images enregistrées</translation>
    </message>
    <message>
        <source>Saved {name}</source>
        <translation>{name} enregistré</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>Montrer dans le dossier</translation>
    </message>
</context>
<context>
    <name>ExportAllDialog</name>
    <message>
        <source>Export all</source>
        <translation>Tout exporter</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Choisir…</translation>
    </message>
    <message>
        <source>Number the new ones</source>
        <translation>Numéroter les nouveaux</translation>
    </message>
    <message>
        <source>Keep them, skip the new ones</source>
        <translation>Les laisser, ignorer les nouveaux</translation>
    </message>
    <message>
        <source>Replace them</source>
        <translation>Les remplacer</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Image</translation>
    </message>
    <message>
        <source>Becomes</source>
        <translation>Devient</translation>
    </message>
    <message>
        <source>Names</source>
        <translation>Noms</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Dossier</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>Existing files</source>
        <translation>Fichiers existants</translation>
    </message>
    <message>
        <source>The folder “{folder}” cannot be made: {reason}.</source>
        <translation>Le dossier «&#x202f;{folder}&#x202f;» ne peut pas être créé&#x202f;: {reason}.</translation>
    </message>
    <message>
        <source>No folder is chosen.</source>
        <translation>Aucun dossier n’est choisi.</translation>
    </message>
    <message>
        <source>“{name}” is a file, not a folder.</source>
        <translation>«&#x202f;{name}&#x202f;» est un fichier, pas un dossier.</translation>
    </message>
    <message>
        <source>The folder “{folder}” will be made.</source>
        <translation>Le dossier «&#x202f;{folder}&#x202f;» sera créé.</translation>
    </message>
    <message>
        <source>{format} has no transparency: it becomes white in {count} of {total} pictures.</source>
        <translation>{format} ne connaît pas la transparence&#x202f;: elle devient blanche dans {count} images sur {total}.</translation>
    </message>
    <message>
        <source>replaces a file</source>
        <translation>remplace un fichier</translation>
    </message>
    <message>
        <source>skipped</source>
        <translation>ignoré</translation>
    </message>
    <message>
        <source>numbered</source>
        <translation>numéroté</translation>
    </message>
    <message>
        <source>Export {count}</source>
        <translation>Exporter {count}</translation>
    </message>
</context>
<context>
    <name>ExportController</name>
    <message>
        <source>Export the restored picture</source>
        <translation>Exporter l’image restaurée</translation>
    </message>
    <message>
        <source>Nothing was saved: an SVG is traced first.</source>
        <translation>Rien n’a été enregistré&#x202f;: un SVG est d’abord vectorisé.</translation>
    </message>
    <message>
        <source>Export as SVG…</source>
        <translation>Exporter en SVG…</translation>
    </message>
    <message>
        <source>Export as SVG</source>
        <translation>Exporter en SVG</translation>
    </message>
    <message>
        <source>Export the comparison</source>
        <translation>Exporter la comparaison</translation>
    </message>
    <message>
        <source>Export the report</source>
        <translation>Exporter le rapport</translation>
    </message>
    <message>
        <source>Saved {name}</source>
        <translation>{name} enregistré</translation>
    </message>
    <message>
        <source>Saved {name}. {format} has no transparency: it became white.</source>
        <translation>{name} enregistré. {format} ne connaît pas la transparence&#x202f;: elle est devenue blanche.</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>Montrer dans le dossier</translation>
    </message>
    <message>
        <source>Save elsewhere…</source>
        <translation>Enregistrer ailleurs…</translation>
    </message>
    <message>
        <source>Copied. Paste it anywhere.</source>
        <translation>Copié. À coller où l’on veut.</translation>
    </message>
    <message>
        <source>Saved {name}: {format} cannot be written here.</source>
        <translation>{name} enregistré&#x202f;: {format} ne peut pas être écrit ici.</translation>
    </message>
</context>
<context>
    <name>ExportPanel</name>
    <message>
        <source>Such as 42 mm, 4.2 cm or 1.65 in; empty keeps the size</source>
        <translation>Par exemple 42 mm, 4,2 cm ou 1,65 in&#x202f;; vide garde la taille</translation>
    </message>
    <message>
        <source>Convert to sRGB</source>
        <translation>Convertir en sRGB</translation>
    </message>
    <message>
        <source>JPEG has no transparency: it becomes white.</source>
        <translation>JPEG ne connaît pas la transparence&#x202f;: elle devient blanche.</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>Sortie</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Taille</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Couleurs</translation>
    </message>
    <message>
        <source>Print width</source>
        <translation>Impression</translation>
    </message>
    <message>
        <source>{size} px</source>
        <translation>{size} px</translation>
    </message>
    <message>
        <source>Prints clean up to {width} mm at {dpi} dpi</source>
        <translation>Nette jusqu’à {width} mm à {dpi} ppp</translation>
    </message>
    <message>
        <source>Keep {name}</source>
        <translation>Garder {name}</translation>
    </message>
    <message>
        <source>{width} mm</source>
        <translation>{width} mm</translation>
    </message>
    <message>
        <source>Keep print size</source>
        <translation>Garder la taille imprimée</translation>
    </message>
    <message>
        <source>Keep print size: {size}</source>
        <translation>Garder {size}</translation>
    </message>
    <message>
        <source>Write print size: {size}</source>
        <translation>Écrire {size}</translation>
    </message>
</context>
<context>
    <name>ExportSvgController</name>
    <message>
        <source>Only a restored picture can be traced.</source>
        <translation>Seule une image restaurée peut être vectorisée.</translation>
    </message>
    <message>
        <source>A photograph or gradients: areas of similar colour. Edges are exact where there are few flat colours.</source>
        <translation>Une photographie ou des dégradés&#x202f;: des zones de couleur proche. Les bords sont exacts là où il y a peu d’aplats.</translation>
    </message>
    <message>
        <source>The outline has too many curves to be shown; the file has them all.</source>
        <translation>Le tracé a trop de courbes pour être affiché&#x202f;; le fichier les contient toutes.</translation>
    </message>
</context>
<context>
    <name>FailureNotices</name>
    <message>
        <source>{count} items cannot be opened: {names}.</source>
        <translation>{count} éléments ne peuvent pas être ouverts&#xa0;: {names}.</translation>
    </message>
    <message>
        <source>Open another…</source>
        <translation>Ouvrir une autre…</translation>
    </message>
    <message>
        <source>{count} more</source>
        <translation>{count} autres</translation>
    </message>
    <message>
        <source>The last changes of {name} could not be made. {reason}</source>
        <translation>Les dernières modifications de {name} n’ont pas pu être faites. {reason}</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>Réessayer</translation>
    </message>
    <message>
        <source>Try on the CPU</source>
        <translation>Essayer avec le CPU</translation>
    </message>
    <message>
        <source>Use the program&apos;s own model</source>
        <translation>Utiliser le modèle du programme</translation>
    </message>
    <message>
        <source>Use {scale}×</source>
        <translation>Utiliser {scale}×</translation>
    </message>
</context>
<context>
    <name>FeaturesView</name>
    <message>
        <source>Stage</source>
        <translation>Étape</translation>
    </message>
    <message>
        <source>Not looked at yet</source>
        <translation>Pas encore regardé</translation>
    </message>
    <message>
        <source>No picture yet</source>
        <translation>Pas encore d’image</translation>
    </message>
    <message>
        <source>At full resolution</source>
        <translation>En pleine résolution</translation>
    </message>
    <message>
        <source>On the stage&apos;s own grid</source>
        <translation>Sur la grille de l’étape</translation>
    </message>
    <message>
        <source>cosine {cosine}, averaged back down</source>
        <translation>cosinus {cosine}, une fois ramené par moyenne</translation>
    </message>
    <message>
        <source>the transparency</source>
        <translation>la transparence</translation>
    </message>
    <message>
        <source>the colours</source>
        <translation>les couleurs</translation>
    </message>
    <message>
        <source>Features of</source>
        <translation>Porte sur</translation>
    </message>
    <message>
        <source>Match</source>
        <translation>Fidélité</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Temps</translation>
    </message>
</context>
<context>
    <name>Fidelity</name>
    <message>
        <source>Faithful: put back through the estimated blur, it is your input to within {difference} %.</source>
        <translation>Fidèle&#x202f;: repassée par le flou estimé, elle rejoint l’entrée à {difference}&#x202f;% près.</translation>
    </message>
    <message>
        <source>Look here: 1 place differs from your input, around {x}, {y} px of the result.</source>
        <translation>À regarder&#x202f;: 1 endroit diffère de l’entrée, vers {x}, {y} px du résultat.</translation>
    </message>
    <message>
        <source>Look here: {count} places differ from your input, the most around {x}, {y} px of the result.</source>
        <translation>À regarder&#x202f;: {count} endroits diffèrent de l’entrée, surtout vers {x}, {y} px du résultat.</translation>
    </message>
</context>
<context>
    <name>FidelityPanel</name>
    <message>
        <source>Show where</source>
        <translation>Montrer où</translation>
    </message>
    <message>
        <source>Next place</source>
        <translation>Endroit suivant</translation>
    </message>
    <message>
        <source>Did it change?</source>
        <translation>A-t-elle changé&#x202f;?</translation>
    </message>
    <message>
        <source>Comparing with the input…</source>
        <translation>Comparaison avec l’entrée …</translation>
    </message>
    <message>
        <source>Nothing yet.</source>
        <translation>Rien encore.</translation>
    </message>
    <message>
        <source>It could not be compared with the input.</source>
        <translation>La comparaison avec l’entrée n’a pas été possible.</translation>
    </message>
    <message>
        <source>Proofread letters under {height} px in the input: they can come back as others, and no comparison finds that.</source>
        <translation>Relisez les lettres de moins de {height} px dans l’entrée : elles peuvent revenir changées en d’autres, et aucune comparaison ne le détecte.</translation>
    </message>
</context>
<context>
    <name>FineTuneController</name>
    <message>
        <source>Pictures wait until the network has been fine-tuned.</source>
        <translation>Les images attendent la fin de l’ajustement fin du réseau.</translation>
    </message>
    <message>
        <source>Stop fine-tuning</source>
        <translation>Arrêter l’ajustement fin</translation>
    </message>
    <message>
        <source>The network is as it was shipped.</source>
        <translation>Le réseau est tel que livré.</translation>
    </message>
    <message>
        <source>Cancelled. The network is as it was.</source>
        <translation>Annulé. Le réseau est comme avant.</translation>
    </message>
    <message>
        <source>Fine-tuning has ended. {outcome}</source>
        <translation>L’ajustement fin est terminé. {outcome}</translation>
    </message>
</context>
<context>
    <name>FineTuneView</name>
    <message>
        <source>It seldom finds something to learn: in 8 of 70 trials with blurs that the network was not trained on, and in none of 30 with blurs that it was. Those 8 became better by 3 to 10 dB, and none became worse.</source>
        <translation>Il y a rarement quelque chose à apprendre&#x202f;: dans 8 essais sur 70, avec des flous que l’entraînement ne contenait pas, et dans aucun de 30 avec des flous qu’il contenait. Ces 8 ont gagné 3 à 10 dB, et aucun n’a perdu.</translation>
    </message>
    <message>
        <source>Adapt to these pictures</source>
        <translation>Adapter à ces images</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Arrêter</translation>
    </message>
    <message>
        <source>Progress of the fine-tuning</source>
        <translation>Progression de l’ajustement fin</translation>
    </message>
    <message>
        <source>Restore this picture again</source>
        <translation>Restaurer à nouveau cette image</translation>
    </message>
    <message>
        <source>Back to the original</source>
        <translation>Revenir à l’original</translation>
    </message>
    <message>
        <source>Use the network as it was shipped</source>
        <translation>Utiliser le réseau tel que livré</translation>
    </message>
    <message>
        <source>First open the pictures that it should learn from.</source>
        <translation>Ouvrir d’abord les images dont il doit apprendre.</translation>
    </message>
    <message>
        <source>{names} and {count} more</source>
        <translation>{names} et {count} autres</translation>
    </message>
    <message>
        <source>From the queue: {names}</source>
        <translation>De la file&#x202f;: {names}</translation>
    </message>
    <message>
        <source>1 other is not in memory; look at it to include it.</source>
        <translation>1 autre n’est pas en mémoire&#x202f;; l’afficher pour l’inclure.</translation>
    </message>
    <message>
        <source>{count} others are not in memory; look at one to include it.</source>
        <translation>{count} autres ne sont pas en mémoire&#x202f;; en afficher une pour l’inclure.</translation>
    </message>
    <message>
        <source>Getting ready</source>
        <translation>Préparation</translation>
    </message>
    <message>
        <source>Step {done} of {total}</source>
        <translation>Étape {done} sur {total}</translation>
    </message>
    <message>
        <source>Adapted in {steps} steps and {time}. Damaged again, the results now miss your pictures by {after} instead of {before}. It is used until you go back or close Clearmark.</source>
        <translation>Adapté en {steps} étapes et {time}. Dégradés à nouveau, les résultats s’écartent maintenant des images de {after} au lieu de {before}. Il sert jusqu’au retour à l’original ou à la fermeture de Clearmark.</translation>
    </message>
    <message>
        <source>There was nothing to learn: no blur explains these pictures much better than the network does. It is as it was.</source>
        <translation>Rien à apprendre&#x202f;: aucun flou n’explique ces images bien mieux que le réseau. Il est comme avant.</translation>
    </message>
    <message>
        <source>Not much better after {steps} steps and {time}: damaged again, the results would miss your pictures by {after} instead of {before}. The original network is used, as before.</source>
        <translation>Guère mieux après {steps} étapes et {time}&#x202f;: dégradés à nouveau, les résultats s’écarteraient des images de {after} au lieu de {before}. Le réseau d’origine sert, comme avant.</translation>
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
        <translation>Sans perte</translation>
    </message>
    <message>
        <source>Quality</source>
        <translation>Qualité</translation>
    </message>
</context>
<context>
    <name>Guide</name>
    <message>
        <source>Clearmark guide</source>
        <translation>Guide de Clearmark</translation>
    </message>
    <message>
        <source>Chapters</source>
        <translation>Chapitres</translation>
    </message>
    <message>
        <source>Shortcuts</source>
        <translation>Raccourcis clavier</translation>
    </message>
    <message>
        <source>Chapter</source>
        <translation>Chapitre</translation>
    </message>
</context>
<context>
    <name>Header</name>
    <message>
        <source>More ▾</source>
        <translation>Plus ▾</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Plus</translation>
    </message>
    <message>
        <source>Recent files, preferences, help</source>
        <translation>Fichiers récents, préférences, aide</translation>
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
        <translation>Taille</translation>
    </message>
    <message>
        <source>Profile</source>
        <translation>Profil</translation>
    </message>
    <message>
        <source>Print size</source>
        <translation>Taille imprimée</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>Entrée</translation>
    </message>
    <message>
        <source>Nothing is open yet.</source>
        <translation>Rien n’est encore ouvert.</translation>
    </message>
    <message>
        <source>Recommended: {scale}×</source>
        <translation>Conseillé&#x202f;: {scale}×</translation>
    </message>
    <message>
        <source>transparent</source>
        <translation>transparente</translation>
    </message>
    <message>
        <source>{size} px</source>
        <translation>{size} px</translation>
    </message>
    <message>
        <source>none: sRGB assumed</source>
        <translation>aucun&#x202f;: sRGB supposé</translation>
    </message>
    <message>
        <source>not given</source>
        <translation>non indiquée</translation>
    </message>
</context>
<context>
    <name>InspectionPage</name>
    <message>
        <source>Coarse to fine</source>
        <translation>Du grossier au fin</translation>
    </message>
    <message>
        <source>Coarse to fine: what each scale adds</source>
        <translation>Du grossier au fin&#x202f;: ce que chaque échelle ajoute</translation>
    </message>
    <message>
        <source>What it sees</source>
        <translation>Ce qu’il voit</translation>
    </message>
    <message>
        <source>What the network sees: features as colours</source>
        <translation>Ce que le réseau voit&#x202f;: des caractéristiques en couleurs</translation>
    </message>
    <message>
        <source>Where it matters</source>
        <translation>Où cela compte</translation>
    </message>
    <message>
        <source>Where it matters first: regions</source>
        <translation>Où cela compte d’abord&#x202f;: les zones</translation>
    </message>
    <message>
        <source>Learning</source>
        <translation>Apprendre</translation>
    </message>
    <message>
        <source>Learning from your own pictures, without labels</source>
        <translation>Apprendre de ses propres images, sans étiquettes</translation>
    </message>
</context>
<context>
    <name>MenuBar</name>
    <message>
        <source>File</source>
        <translation>Fichier</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Édition</translation>
    </message>
    <message>
        <source>View</source>
        <translation>Affichage</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Aide</translation>
    </message>
</context>
<context>
    <name>MiniMap</name>
    <message>
        <source>Overview</source>
        <translation>Vue d’ensemble</translation>
    </message>
    <message>
        <source>Click or drag to look at another part</source>
        <translation>Cliquer ou faire glisser pour voir une autre partie</translation>
    </message>
</context>
<context>
    <name>MoreMenu</name>
    <message>
        <source>Open recent</source>
        <translation>Ouvrir un fichier récent</translation>
    </message>
    <message>
        <source>{name} – {folder}</source>
        <translation>{name} – {folder}</translation>
    </message>
    <message>
        <source>Forget these files</source>
        <translation>Oublier ces fichiers</translation>
    </message>
</context>
<context>
    <name>OpenController</name>
    <message>
        <source>Pasted picture</source>
        <translation>Image collée</translation>
    </message>
    <message>
        <source>There is no picture on the clipboard.</source>
        <translation>Il n’y a pas d’image dans le presse-papiers.</translation>
    </message>
    <message>
        <source>Open pictures</source>
        <translation>Ouvrir des images</translation>
    </message>
    <message>
        <source>Pictures ({patterns})</source>
        <translation>Images ({patterns})</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Tous les fichiers (*)</translation>
    </message>
    <message>
        <source>Open a checkpoint of MIMO-UNet</source>
        <translation>Ouvrir un checkpoint de MIMO-UNet</translation>
    </message>
    <message>
        <source>Checkpoints ({patterns})</source>
        <translation>Checkpoints ({patterns})</translation>
    </message>
    <message>
        <source>That is a web address, and Clearmark never uses the network: save the picture on this computer first and open the file.</source>
        <translation>C’est une adresse web, et Clearmark n’utilise jamais le réseau&#x202f;: enregistrer d’abord l’image sur cet ordinateur et ouvrir le fichier.</translation>
    </message>
</context>
<context>
    <name>OutputInfoController</name>
    <message>
        <source>Width of the output on paper</source>
        <translation>Largeur de la sortie sur papier</translation>
    </message>
    <message>
        <source>Width of the output on paper; the file gives no resolution</source>
        <translation>Largeur de la sortie sur papier&#x202f;; le fichier n’indique pas de résolution</translation>
    </message>
    <message>
        <source>would be {size}</source>
        <translation>ferait {size}</translation>
    </message>
</context>
<context>
    <name>PapersPage</name>
    <message>
        <source>A link opens in your browser when you click it, and not before.</source>
        <translation>Un lien s’ouvre dans le navigateur quand on clique dessus, et pas avant.</translation>
    </message>
    <message>
        <source>Copy citation</source>
        <translation>Copier la citation</translation>
    </message>
    <message>
        <source>Copy the citation of {name} as BibTeX</source>
        <translation>Copier la citation de {name} en BibTeX</translation>
    </message>
    <message>
        <source>Copy the address {address}</source>
        <translation>Copier l’adresse {address}</translation>
    </message>
    <message>
        <source>Copy link</source>
        <translation>Copier le lien</translation>
    </message>
</context>
<context>
    <name>Preferences</name>
    <message>
        <source>Preferences</source>
        <translation>Préférences</translation>
    </message>
    <message>
        <source>General</source>
        <translation>Général</translation>
    </message>
    <message>
        <source>Saving</source>
        <translation>Enregistrement</translation>
    </message>
    <message>
        <source>Privacy</source>
        <translation>Confidentialité</translation>
    </message>
    <message>
        <source>System theme</source>
        <translation>Comme le système</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Sombre</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Clair</translation>
    </message>
    <message>
        <source>System language</source>
        <translation>Langue du système</translation>
    </message>
    <message>
        <source>The language changes at the next start.</source>
        <translation>Une autre langue s’applique au prochain démarrage.</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Thème</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Langue</translation>
    </message>
    <message>
        <source>Where I last saved</source>
        <translation>Au dernier endroit choisi</translation>
    </message>
    <message>
        <source>Next to the picture</source>
        <translation>À côté de l’image</translation>
    </message>
    <message>
        <source>Always in this folder</source>
        <translation>Toujours dans ce dossier</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Choisir…</translation>
    </message>
    <message>
        <source>Write a receipt next to each result</source>
        <translation>Écrire un reçu à côté de chaque résultat</translation>
    </message>
    <message>
        <source>A small file (JSON) for your records: hashes of the picture, the result and the model, the settings, the device, and what was noticed.</source>
        <translation>Un petit fichier (JSON) pour les archives&#x202f;: empreintes de l’image, du résultat et du modèle, réglages, appareil, et ce qui a été remarqué.</translation>
    </message>
    <message>
        <source>Save in</source>
        <translation>Proposer</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Dossier</translation>
    </message>
    <message>
        <source>Names</source>
        <translation>Noms</translation>
    </message>
    <message>
        <source>{source} becomes {name}</source>
        <translation>{source} devient {name}</translation>
    </message>
    <message>
        <source>Clearmark has no network code at all. It sends nothing, downloads nothing, checks for no updates and needs no account; a test of every version proves it. Links in its texts open in your browser, and only when you click them.</source>
        <translation>Clearmark ne contient aucun code réseau. Il n’envoie rien, ne télécharge rien, ne cherche pas de mises à jour et ne connaît aucun compte&#x202f;; un test de chaque version le prouve. Les liens de ses textes s’ouvrent dans le navigateur, et seulement quand on clique dessus.</translation>
    </message>
    <message>
        <source>Forget recent files</source>
        <translation>Oublier les fichiers récents</translation>
    </message>
    <message>
        <source>Delete leftover queues</source>
        <translation>Supprimer les files restantes</translation>
    </message>
    <message>
        <source>In case of a crash, the queue and its results are kept here while the program runs:</source>
        <translation>Pour qu’un plantage ne coûte rien, la file et ses résultats sont gardés ici tant que le programme tourne&#x202f;:</translation>
    </message>
    <message>
        <source>Log, for troubleshooting: {folder}</source>
        <translation>Son journal, pour trouver les défauts&#x202f;: {folder}</translation>
    </message>
    <message>
        <source>Recent files remembered: {count}</source>
        <translation>Fichiers récents mémorisés&#x202f;: {count}</translation>
    </message>
    <message>
        <source>Queues left by earlier runs: {count}</source>
        <translation>Files laissées par des sessions précédentes&#x202f;: {count}</translation>
    </message>
    <message>
        <source>New pictures</source>
        <translation>Nouvelles images</translation>
    </message>
    <message>
        <source>Every new picture starts with these settings. What you change in the window changes only the picture that is shown.</source>
        <translation>Chaque nouvelle image commence avec ces réglages. Ce que vous changez dans la fenêtre ne change que l’image affichée.</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Automatique</translation>
    </message>
    <message>
        <source>Scale</source>
        <translation>Échelle</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modèle</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Appareil</translation>
    </message>
    <message>
        <source>Steady: average of two answers</source>
        <translation>Stable&#x202f;: moyenne de 2 réponses</translation>
    </message>
</context>
<context>
    <name>PresetMenu</name>
    <message>
        <source>Presets</source>
        <translation>Préréglages</translation>
    </message>
    <message>
        <source>Save as preset…</source>
        <translation>Enregistrer comme préréglage…</translation>
    </message>
    <message>
        <source>Add a preset file…</source>
        <translation>Ajouter un fichier de préréglage…</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>Partager</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Supprimer</translation>
    </message>
    <message>
        <source>Save as preset</source>
        <translation>Enregistrer comme préréglage</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>Add a preset</source>
        <translation>Ajouter un préréglage</translation>
    </message>
    <message>
        <source>Share a preset</source>
        <translation>Partager un préréglage</translation>
    </message>
    <message>
        <source>Preset “{name}” was saved.</source>
        <translation>Le préréglage «&#x202f;{name}&#x202f;» est enregistré.</translation>
    </message>
    <message>
        <source>The preset cannot be written: {reason}.</source>
        <translation>Le préréglage ne peut pas être écrit&#x202f;: {reason}.</translation>
    </message>
</context>
<context>
    <name>QueueController</name>
    <message>
        <source>An earlier queue cannot be read; its files were moved to “{folder}”.</source>
        <translation>Une file précédente est illisible&#x202f;; ses fichiers ont été déplacés dans «&#x202f;{folder}&#x202f;».</translation>
    </message>
    <message>
        <source>{count} more cannot be read and are left out.</source>
        <translation>{count} autres sont illisibles et ont été laissées de côté.</translation>
    </message>
    <message>
        <source>1 more cannot be read and is left out.</source>
        <translation>1 autre est illisible et a été laissée de côté.</translation>
    </message>
    <message>
        <source>An earlier queue of 1 picture was kept.</source>
        <translation>Une file précédente de 1 image a été conservée.</translation>
    </message>
    <message>
        <source>An earlier queue was kept, with {waiting} of {total} pictures still to be restored.</source>
        <translation>Une file précédente a été conservée, avec {waiting} images sur {total} encore à restaurer.</translation>
    </message>
    <message>
        <source>An earlier queue of {total} pictures was kept.</source>
        <translation>Une file précédente de {total} images a été conservée.</translation>
    </message>
    <message>
        <source>Bring them back</source>
        <translation>Les reprendre</translation>
    </message>
    <message>
        <source>Another window has brought this queue back.</source>
        <translation>Une autre fenêtre a déjà repris cette file.</translation>
    </message>
    <message>
        <source>They cannot be brought back now: {reason}.</source>
        <translation>Impossible de les reprendre maintenant&#x202f;: {reason}.</translation>
    </message>
    <message>
        <source>“{name}” was removed.</source>
        <translation>«&#x202f;{name}&#x202f;» a été retiré.</translation>
    </message>
    <message>
        <source>{count} pictures were removed.</source>
        <translation>{count} images ont été retirées.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>The queue has finished: {done} of {total} pictures are restored.</source>
        <translation>La file est terminée&#x202f;: {done} images sur {total} sont restaurées.</translation>
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
        <translation>tuile {done} sur {total}</translation>
    </message>
    <message>
        <source>done · {time}</source>
        <translation>terminée · {time}</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>en attente</translation>
    </message>
    <message>
        <source>reading</source>
        <translation>lecture</translation>
    </message>
    <message>
        <source>getting ready</source>
        <translation>préparation</translation>
    </message>
    <message>
        <source>restoring</source>
        <translation>restauration</translation>
    </message>
    <message>
        <source>done</source>
        <translation>terminée</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>arrêtée</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>échec</translation>
    </message>
    <message>
        <source>done earlier</source>
        <translation>déjà terminée</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>en pause</translation>
    </message>
    <message>
        <source>partly restored</source>
        <translation>restaurée en partie</translation>
    </message>
    <message>
        <source>not restored</source>
        <translation>non restaurée</translation>
    </message>
    <message>
        <source>Click to start it again.</source>
        <translation>Cliquer pour relancer.</translation>
    </message>
    <message>
        <source>Its result is kept. Click to look at it.</source>
        <translation>Son résultat est gardé. Cliquer pour le voir.</translation>
    </message>
    <message>
        <source>Its result was dropped to free memory. Click to restore it again.</source>
        <translation>Son résultat a cédé sa mémoire à d’autres. Cliquer pour la restaurer à nouveau.</translation>
    </message>
    <message>
        <source>one answer</source>
        <translation>une réponse</translation>
    </message>
</context>
<context>
    <name>QueuePanel</name>
    <message>
        <source>Queue</source>
        <translation>File d’attente</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Pause the work; what is done is kept</source>
        <translation>Faire attendre le travail&#x202f;; ce qui est terminé reste</translation>
    </message>
    <message>
        <source>Export all…</source>
        <translation>Tout exporter…</translation>
    </message>
    <message>
        <source>Save all results, with a preview of their names</source>
        <translation>Enregistrer tous les résultats, avec un aperçu de leurs noms</translation>
    </message>
    <message>
        <source>Pictures that you drop wait here.</source>
        <translation>Les images déposées attendent ici.</translation>
    </message>
    <message>
        <source>{done} of {total} done</source>
        <translation>{done} sur {total} terminées</translation>
    </message>
    <message>
        <source>{count} not restored</source>
        <translation>{count} non restaurées</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>en pause</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Reprendre</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Arrêter</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>Réessayer</translation>
    </message>
    <message>
        <source>Restore now</source>
        <translation>Restaurer maintenant</translation>
    </message>
    <message>
        <source>Move to the top</source>
        <translation>Mettre en tête</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>Monter</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>Descendre</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Retirer</translation>
    </message>
    <message>
        <source>Remove all</source>
        <translation>Tout retirer</translation>
    </message>
</context>
<context>
    <name>RegionsView</name>
    <message>
        <source>Show on the picture</source>
        <translation>Montrer sur l’image</translation>
    </message>
    <message>
        <source>Restore these again, steadily</source>
        <translation>Les restaurer à nouveau, en mode stable</translation>
    </message>
    <message>
        <source>Averages two answers, in about twice the time; flat places are skipped</source>
        <translation>Fait la moyenne de 2 réponses, en deux fois plus de temps environ&#x202f;; les endroits unis sont sautés</translation>
    </message>
    <message>
        <source>No picture yet</source>
        <translation>Pas encore d’image</translation>
    </message>
    <message>
        <source>Your picture, enlarged</source>
        <translation>L’image, agrandie</translation>
    </message>
    <message>
        <source>{share} % of the picture</source>
        <translation>{share}&#x202f;% de l’image</translation>
    </message>
    <message>
        <source>Regions</source>
        <translation>Zones</translation>
    </message>
    <message>
        <source>Area</source>
        <translation>Surface</translation>
    </message>
    <message>
        <source>Coarse pass</source>
        <translation>Passe grossière</translation>
    </message>
</context>
<context>
    <name>RestorePanel</name>
    <message>
        <source>Sharpen only, same size</source>
        <translation>Rendre net seulement, même taille</translation>
    </message>
    <message>
        <source>Twice as wide and high</source>
        <translation>Deux fois plus large et haute</translation>
    </message>
    <message>
        <source>Four times as wide and high, in two passes</source>
        <translation>Quatre fois plus large et haute, en deux passes</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Automatique</translation>
    </message>
    <message>
        <source>Open a checkpoint…</source>
        <translation>Ouvrir un checkpoint…</translation>
    </message>
    <message>
        <source>Steady: average of two answers</source>
        <translation>Stable&#x202f;: moyenne de 2 réponses</translation>
    </message>
    <message>
        <source>Restores the picture and its negative, and averages both.
Measured: pictures come 0.2 dB closer to the truth, and 2 in 100 misread letters are
read right. Without it a picture takes half the time.</source>
        <translation>Restaure l’image et son négatif, et fait la moyenne des deux.
Mesuré&#x202f;: les images sont 0,2 dB plus proches de la vérité, et 2 lettres mal lues sur 100
sont bien lues. Sans cela, une image prend moitié moins de temps.</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Restaurer</translation>
    </message>
    <message>
        <source>Scale</source>
        <translation>Échelle</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modèle</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Appareil</translation>
    </message>
    <message>
        <source>the fastest one</source>
        <translation>le plus rapide</translation>
    </message>
    <message>
        <source>Automatic uses {device}</source>
        <translation>Automatique prend {device}</translation>
    </message>
    <message>
        <source>about 2× the time</source>
        <translation>environ 2× le temps</translation>
    </message>
    <message>
        <source>about 2× the time (≈ {time})</source>
        <translation>environ 2× le temps (≈ {time})</translation>
    </message>
    <message>
        <source>Automatic uses {model}</source>
        <translation>Automatique prend {model}</translation>
    </message>
    <message>
        <source>Apply to all waiting</source>
        <translation>Appliquer à toutes celles en attente</translation>
    </message>
    <message>
        <source>Give these settings to every picture that waits</source>
        <translation>Donner ces réglages à chaque image en attente</translation>
    </message>
</context>
<context>
    <name>ScalesView</name>
    <message>
        <source>From coarse to fine</source>
        <translation>Du grossier au fin</translation>
    </message>
    <message>
        <source>Enlarged</source>
        <translation>Agrandie</translation>
    </message>
    <message>
        <source>Quarter size</source>
        <translation>Quart</translation>
    </message>
    <message>
        <source>Half size</source>
        <translation>Moitié</translation>
    </message>
    <message>
        <source>Full size</source>
        <translation>Pleine taille</translation>
    </message>
    <message>
        <source>What enters the network</source>
        <translation>Ce qui entre dans le réseau</translation>
    </message>
    <message>
        <source>The enlarged picture, before the network</source>
        <translation>L’image agrandie, avant le réseau</translation>
    </message>
    <message>
        <source>Output at a quarter of the size</source>
        <translation>Sortie au quart de la taille</translation>
    </message>
    <message>
        <source>Output at half the size</source>
        <translation>Sortie à la moitié de la taille</translation>
    </message>
    <message>
        <source>Output at full size</source>
        <translation>Sortie en pleine taille</translation>
    </message>
    <message>
        <source>Nothing is added yet</source>
        <translation>Rien n’est encore ajouté</translation>
    </message>
    <message>
        <source>No picture yet</source>
        <translation>Pas encore d’image</translation>
    </message>
    <message>
        <source>Not looked at yet</source>
        <translation>Pas encore regardé</translation>
    </message>
    <message>
        <source>The residual that was added</source>
        <translation>Le résidu qui a été ajouté</translation>
    </message>
    <message>
        <source>The residual that was added, amplified {gain}×</source>
        <translation>Le résidu qui a été ajouté, amplifié {gain}×</translation>
    </message>
</context>
<context>
    <name>Sentences</name>
    <message>
        <source>“{name}” is saved, but there is no receipt: {reason}</source>
        <translation>«&#x202f;{name}&#x202f;» est enregistré, mais sans reçu&#x202f;: {reason}</translation>
    </message>
    <message>
        <source>“{name}” has changed since it was opened.</source>
        <translation>«&#x202f;{name}&#x202f;» a changé depuis son ouverture.</translation>
    </message>
    <message>
        <source>Nothing matches “{pattern}”.</source>
        <translation>Rien ne correspond à «&#x202f;{pattern}&#x202f;».</translation>
    </message>
    <message>
        <source>“{folder}” holds no pictures.</source>
        <translation>«&#x202f;{folder}&#x202f;» ne contient pas d’images.</translation>
    </message>
    <message>
        <source>“{folder}” cannot be searched: {reason}.</source>
        <translation>«&#x202f;{folder}&#x202f;» ne peut pas être parcouru&#x202f;: {reason}.</translation>
    </message>
    <message>
        <source>“{word}” is not a colour: write six digits, as in #0A84FF.</source>
        <translation>«&#x202f;{word}&#x202f;» n’est pas une couleur&#x202f;: écrire six chiffres, comme dans #0A84FF.</translation>
    </message>
    <message>
        <source>That is {count} colours; the limit is {limit}.</source>
        <translation>Cela fait {count} couleurs&#x202f;; {limit} sont le maximum.</translation>
    </message>
    <message>
        <source>“{name}” does not exist.</source>
        <translation>«&#x202f;{name}&#x202f;» n’existe pas.</translation>
    </message>
    <message>
        <source>“{name}” cannot be read: you have no permission.</source>
        <translation>«&#x202f;{name}&#x202f;» ne peut pas être lu&#x202f;: l’autorisation manque.</translation>
    </message>
    <message>
        <source>“{name}” does not exist: its folder is a file.</source>
        <translation>«&#x202f;{name}&#x202f;» n’existe pas&#x202f;: son dossier est un fichier.</translation>
    </message>
    <message>
        <source>“{name}” is a link that leads in a circle.</source>
        <translation>«&#x202f;{name}&#x202f;» est un lien qui tourne en rond.</translation>
    </message>
    <message>
        <source>“{name}” cannot be read: {reason}.</source>
        <translation>«&#x202f;{name}&#x202f;» ne peut pas être lu&#x202f;: {reason}.</translation>
    </message>
    <message>
        <source>“{name}” already exists, so it was not written.</source>
        <translation>«&#x202f;{name}&#x202f;» existe déjà, et n’a donc pas été écrit.</translation>
    </message>
    <message>
        <source>“{name}” was not written: {reason}.</source>
        <translation>«&#x202f;{name}&#x202f;» n’a pas été écrit&#x202f;: {reason}.</translation>
    </message>
    <message>
        <source>the disk is full</source>
        <translation>le disque est plein</translation>
    </message>
    <message>
        <source>this disk does not allow files so large</source>
        <translation>ce disque n’admet pas de fichiers aussi grands</translation>
    </message>
    <message>
        <source>the disk is read-only</source>
        <translation>le disque est en lecture seule</translation>
    </message>
    <message>
        <source>the name is too long</source>
        <translation>le nom est trop long</translation>
    </message>
    <message>
        <source>the folder “{folder}” does not exist</source>
        <translation>le dossier «&#x202f;{folder}&#x202f;» n’existe pas</translation>
    </message>
    <message>
        <source>you may not write in the folder “{folder}”, or another program has the file open</source>
        <translation>l’écriture est interdite dans le dossier «&#x202f;{folder}&#x202f;», ou un autre programme a ouvert le fichier</translation>
    </message>
    <message>
        <source>“{name}” was not written: the memory is full.</source>
        <translation>«&#x202f;{name}&#x202f;» n’a pas été écrit&#x202f;: la mémoire est pleine.</translation>
    </message>
    <message>
        <source>“{name}” cannot be stored as {format}: {reason}.</source>
        <translation>«&#x202f;{name}&#x202f;» ne peut pas être enregistré en {format}&#x202f;: {reason}.</translation>
    </message>
    <message>
        <source>“{name}” was not written: {format} ends at {limit} pixels per side, and this picture is {size}.</source>
        <translation>«&#x202f;{name}&#x202f;» n’a pas été écrit&#x202f;: {format} s’arrête à {limit} pixels par côté, et cette image fait {size}.</translation>
    </message>
    <message>
        <source>“{name}” was not written: programs read AVIF up to {limit} megapixels, and this picture is {size}.</source>
        <translation>«&#x202f;{name}&#x202f;» n’a pas été écrit&#x202f;: les programmes lisent AVIF jusqu’à {limit} mégapixels, et cette image fait {size}.</translation>
    </message>
    <message>
        <source>“{name}” was not written: the Pillow of this computer lacks AVIF.</source>
        <translation>«&#x202f;{name}&#x202f;» n’a pas été écrit&#x202f;: AVIF manque au Pillow de cet ordinateur.</translation>
    </message>
    <message>
        <source>“{name}” was not written: TIFF ends at 4 GB, and this picture is {size} pixels; PNG can hold it.</source>
        <translation>«&#x202f;{name}&#x202f;» n’a pas été écrit&#x202f;: TIFF s’arrête à 4 Go, et cette image fait {size} pixels&#x202f;; PNG peut la contenir.</translation>
    </message>
    <message>
        <source>The naming pattern is empty; a usual one is {pattern}.</source>
        <translation>Le modèle de nom est vide&#x202f;; un modèle courant est {pattern}.</translation>
    </message>
    <message>
        <source>There is no field {field} in naming patterns; there are {known}.</source>
        <translation>Il n’y a pas de champ {field} dans les modèles de nom&#x202f;; il y a {known}.</translation>
    </message>
    <message>
        <source>A brace in the naming pattern has no partner.</source>
        <translation>Une accolade du modèle de nom n’a pas sa paire.</translation>
    </message>
    <message>
        <source>A file name cannot contain “{letter}”; change the pattern.</source>
        <translation>Un nom de fichier ne peut pas contenir «&#x202f;{letter}&#x202f;»&#x202f;; modifier le modèle.</translation>
    </message>
    <message>
        <source>A file name cannot contain a control character; change the pattern.</source>
        <translation>Un nom de fichier ne peut pas contenir de caractère de contrôle&#x202f;; modifier le modèle.</translation>
    </message>
    <message>
        <source>“{name}” is a Photoshop file with 32 bits per channel: save it with 8 or 16 bits per channel, or as TIFF or PNG, and open that.</source>
        <translation>«&#x202f;{name}&#x202f;» est un fichier Photoshop de 32 bits par couche&#x202f;: l’enregistrer avec 8 ou 16 bits par couche, ou en TIFF ou PNG, et l’ouvrir.</translation>
    </message>
    <message>
        <source>“{name}” is a Photoshop file of single inks: save it in RGB or CMYK and open that.</source>
        <translation>«&#x202f;{name}&#x202f;» est un fichier Photoshop d’encres séparées&#x202f;: l’enregistrer en RVB ou CMJN, et l’ouvrir.</translation>
    </message>
    <message>
        <source>“{name}” is a Photoshop file without a picture of all its layers: save it again with “Maximize Compatibility”, or as PNG, and open that.</source>
        <translation>«&#x202f;{name}&#x202f;» est un fichier Photoshop sans image de tous ses calques&#x202f;: l’enregistrer à nouveau avec «&#x202f;Maximiser la compatibilité&#x202f;», ou en PNG, et l’ouvrir.</translation>
    </message>
    <message>
        <source>Its transparency could not be read: it was put on white.</source>
        <translation>Sa transparence n’a pas pu être lue&#x202f;: l’image est sur fond blanc.</translation>
    </message>
    <message>
        <source>It is a duotone: its inks were left out and it was read as grey.</source>
        <translation>C’est une bichromie&#x202f;: ses encres ont été laissées de côté et elle a été lue en niveaux de gris.</translation>
    </message>
    <message>
        <source>Its CMYK values were read as inverted, as usual; the file does not say.</source>
        <translation>Ses valeurs CMJN ont été lues comme inversées, selon l’usage&#x202f;; le fichier ne le dit pas.</translation>
    </message>
    <message>
        <source>Its {bits} bits per channel were reduced to 8.</source>
        <translation>Ses {bits} bits par couche ont été réduits à 8.</translation>
    </message>
    <message>
        <source>Its 32-bit values were reduced to 8 bits.</source>
        <translation>Ses valeurs de 32 bits ont été réduites à 8 bits.</translation>
    </message>
    <message>
        <source>Its 32-bit values from {low:g} to {high:g} were stretched to 8 bits.</source>
        <translation>Ses valeurs de 32 bits de {low:g} à {high:g} ont été ramenées à 8 bits.</translation>
    </message>
    <message>
        <source>Its CMYK colours were converted to sRGB by {profile}.</source>
        <translation>Ses couleurs CMJN ont été converties en sRGB par {profile}.</translation>
    </message>
    <message>
        <source>Its grey values were converted to sRGB by {profile}.</source>
        <translation>Ses niveaux de gris ont été convertis en sRGB par {profile}.</translation>
    </message>
    <message>
        <source>Its CMYK colours have no usable profile, so the conversion is approximate.</source>
        <translation>Ses couleurs CMJN n’ont pas de profil utilisable, la conversion est donc approximative.</translation>
    </message>
    <message>
        <source>Its Lab colours were converted to sRGB.</source>
        <translation>Ses couleurs Lab ont été converties en sRGB.</translation>
    </message>
    <message>
        <source>Its HDR brightness cannot be read here, so its colours may look wrong.</source>
        <translation>Sa luminosité HDR ne peut pas être lue ici&#x202f;; ses couleurs peuvent paraître fausses.</translation>
    </message>
    <message>
        <source>Its colour profile does not fit and was left out; sRGB is assumed.</source>
        <translation>Son profil de couleur ne convient pas et a été laissé de côté&#x202f;; sRGB est supposé.</translation>
    </message>
    <message>
        <source>“{name}” is a folder, not a picture.</source>
        <translation>«&#x202f;{name}&#x202f;» est un dossier, pas une image.</translation>
    </message>
    <message>
        <source>“{name}” is a device, not a picture file.</source>
        <translation>«&#x202f;{name}&#x202f;» est un périphérique, pas un fichier d’image.</translation>
    </message>
    <message>
        <source>“{name}” is too large: {size:.1f} GB, and the limit is 1 GB.</source>
        <translation>«&#x202f;{name}&#x202f;» est trop grand&#x202f;: {size:.1f} Go, et la limite est de 1 Go.</translation>
    </message>
    <message>
        <source>“{name}” is not a possible file name.</source>
        <translation>«&#x202f;{name}&#x202f;» ne peut pas être un nom de fichier.</translation>
    </message>
    <message>
        <source>“{name}” takes over two minutes to read, so it was given up: save it as PNG or JPEG and open that.</source>
        <translation>La lecture de «&#x202f;{name}&#x202f;» dure plus de deux minutes et a été abandonnée&#x202f;: l’enregistrer en PNG ou JPEG et l’ouvrir.</translation>
    </message>
    <message>
        <source>“{name}” is empty.</source>
        <translation>«&#x202f;{name}&#x202f;» est vide.</translation>
    </message>
    <message>
        <source>“{name}” is a HEIC photo, which cannot be read here: save it as PNG or JPEG and open that.</source>
        <translation>«&#x202f;{name}&#x202f;» est une photo HEIC, qui ne peut pas être lue ici&#x202f;: l’enregistrer en PNG ou JPEG, et l’ouvrir.</translation>
    </message>
    <message>
        <source>“{name}” has too many pixels: the limit is {limit} megapixels.</source>
        <translation>«&#x202f;{name}&#x202f;» a trop de pixels&#x202f;: la limite est de {limit} mégapixels.</translation>
    </message>
    <message>
        <source>A part of its metadata is damaged or too large and was left out.</source>
        <translation>Une partie de ses métadonnées est abîmée ou trop volumineuse et a été laissée de côté.</translation>
    </message>
    <message>
        <source>The file ends too early: its last rows may be wrong.</source>
        <translation>Le fichier s’arrête trop tôt&#x202f;: ses dernières lignes sont peut-être fausses.</translation>
    </message>
    <message>
        <source>“{name}” begins like a {kind} file but is incomplete or damaged.</source>
        <translation>«&#x202f;{name}&#x202f;» commence comme un fichier {kind}, mais est incomplet ou abîmé.</translation>
    </message>
    <message>
        <source>“{name}” is not a picture in a format that can be read here.</source>
        <translation>«&#x202f;{name}&#x202f;» n’est pas une image dans un format lisible ici.</translation>
    </message>
    <message>
        <source>“{name}” is incomplete: the file ends too early, so its picture cannot be read.</source>
        <translation>«&#x202f;{name}&#x202f;» est incomplet&#x202f;: le fichier finit trop tôt, son image ne peut donc pas être lue.</translation>
    </message>
    <message>
        <source>“{name}” is damaged or incomplete, so its picture cannot be read.</source>
        <translation>«&#x202f;{name}&#x202f;» est abîmé ou incomplet, son image ne peut donc pas être lue.</translation>
    </message>
    <message>
        <source>“{name}” does not fit into the memory of this computer.</source>
        <translation>«&#x202f;{name}&#x202f;» ne tient pas dans la mémoire de cet ordinateur.</translation>
    </message>
    <message>
        <source>“{name}” has too many pixels: {width} × {height}, and the limit is {limit} megapixels.</source>
        <translation>«&#x202f;{name}&#x202f;» a trop de pixels&#x202f;: {width} × {height}, et la limite est de {limit} mégapixels.</translation>
    </message>
    <message>
        <source>Its metadata is damaged and was left out.</source>
        <translation>Ses métadonnées sont abîmées et ont été laissées de côté.</translation>
    </message>
    <message>
        <source>Only the largest of its {count} sizes was read.</source>
        <translation>Seule la plus grande de ses {count} tailles a été lue.</translation>
    </message>
    <message>
        <source>Only its first frame was read.</source>
        <translation>Seule sa première image a été lue.</translation>
    </message>
    <message>
        <source>Its layers were read as one flat picture.</source>
        <translation>Ses calques ont été lus comme une seule image aplatie.</translation>
    </message>
    <message>
        <source>Only the main one of its {count} pictures was read.</source>
        <translation>Seule l’image principale de ses {count} images a été lue.</translation>
    </message>
    <message>
        <source>Only the first of more than {count} pages was read.</source>
        <translation>Seule la première de plus de {count} pages a été lue.</translation>
    </message>
    <message>
        <source>Only the first of its {count} pages was read.</source>
        <translation>Seule la première de ses {count} pages a été lue.</translation>
    </message>
    <message>
        <source>Only the first of its {count} frames was read.</source>
        <translation>Seule la première de ses {count} images a été lue.</translation>
    </message>
    <message>
        <source>“{name}” is an SVG drawing: a vector file already, which stays sharp at every size and needs no restoring.</source>
        <translation>«&#x202f;{name}&#x202f;» est un dessin SVG&#x202f;: déjà un fichier vectoriel, net à toutes les tailles, qui n’a pas besoin d’être restauré.</translation>
    </message>
    <message>
        <source>“{name}” is a PDF or Illustrator document, most likely a vector file already: export it as SVG to use its shapes, or as PNG if it only holds a scan, and open the PNG.</source>
        <translation>«&#x202f;{name}&#x202f;» est un document PDF ou Illustrator, très probablement déjà vectoriel&#x202f;: l’exporter en SVG pour utiliser ses formes, ou en PNG s’il ne contient qu’une numérisation, et ouvrir le PNG.</translation>
    </message>
    <message>
        <source>“{name}” is a PostScript, EPS or Illustrator drawing, a vector file already: export it as SVG to use its shapes, or as PNG to open it here.</source>
        <translation>«&#x202f;{name}&#x202f;» est un dessin PostScript, EPS ou Illustrator, déjà vectoriel&#x202f;: l’exporter en SVG pour utiliser ses formes, ou en PNG pour l’ouvrir ici.</translation>
    </message>
    <message>
        <source>A picture of {size} pixels is too large to be traced: the limit is {limit} megapixels.</source>
        <translation>Une image de {size} pixels est trop grande pour être vectorisée&#x202f;: la limite est de {limit} mégapixels.</translation>
    </message>
    <message>
        <source>The picture cannot be traced: {reason}.</source>
        <translation>L’image ne peut pas être vectorisée&#x202f;: {reason}.</translation>
    </message>
    <message>
        <source>The picture is transparent all over, so there is nothing to trace.</source>
        <translation>L’image est entièrement transparente, il n’y a donc rien à vectoriser.</translation>
    </message>
    <message>
        <source>The picture cannot be traced: the tracer gave up.</source>
        <translation>L’image ne peut pas être vectorisée&#x202f;: le vectoriseur a abandonné.</translation>
    </message>
    <message>
        <source>The tracer stopped unexpectedly, perhaps for lack of memory; try fewer colours.</source>
        <translation>Le vectoriseur s’est arrêté de façon inattendue, peut-être faute de mémoire&#x202f;; essayer avec moins de couleurs.</translation>
    </message>
    <message>
        <source>“{name}” is a folder, so no picture can be written there.</source>
        <translation>«&#x202f;{name}&#x202f;» est un dossier, aucune image ne peut donc y être écrite.</translation>
    </message>
    <message>
        <source>“{name}” is the original, which is never overwritten: choose another name.</source>
        <translation>«&#x202f;{name}&#x202f;» est l’original, qui n’est jamais écrasé&#x202f;: choisir un autre nom.</translation>
    </message>
    <message>
        <source>“{name}” is a device, so no picture can be written there.</source>
        <translation>«&#x202f;{name}&#x202f;» est un périphérique, aucune image ne peut donc y être écrite.</translation>
    </message>
    <message>
        <source>“{name}” is write-protected, so it was not replaced.</source>
        <translation>«&#x202f;{name}&#x202f;» est protégé en écriture, et n’a donc pas été remplacé.</translation>
    </message>
    <message>
        <source>“{name}” is not a preset of Clearmark.</source>
        <translation>«&#x202f;{name}&#x202f;» n’est pas un préréglage de Clearmark.</translation>
    </message>
    <message>
        <source>The kept result of “{name}” is gone; it has to be restored again.</source>
        <translation>Le résultat gardé de «&#x202f;{name}&#x202f;» a disparu&#x202f;; il faut la restaurer à nouveau.</translation>
    </message>
    <message>
        <source>“{name}” cannot be read: the clipboard holds no picture.</source>
        <translation>«&#x202f;{name}&#x202f;» ne peut pas être lu&#x202f;: le presse-papiers ne contient pas d’image.</translation>
    </message>
    <message>
        <source>“{name}” would have {size} megapixels at {scale}×; the limit is {limit}.</source>
        <translation>«&#x202f;{name}&#x202f;» aurait {size} mégapixels à {scale}×&#x202f;; la limite est {limit}.</translation>
    </message>
    <message>
        <source>This computer does not have enough free memory for it.</source>
        <translation>Cet ordinateur n’a pas assez de mémoire libre pour cela.</translation>
    </message>
    <message>
        <source>Something unexpected went wrong: {reason}</source>
        <translation>Une erreur imprévue s’est produite&#x202f;: {reason}</translation>
    </message>
    <message>
        <source>“{name}” does not hold the weights of a MIMO-UNet.</source>
        <translation>«&#x202f;{name}&#x202f;» ne contient pas les poids d’un MIMO-UNet.</translation>
    </message>
    <message>
        <source>“{name}” holds weights that are not finite numbers.</source>
        <translation>«&#x202f;{name}&#x202f;» contient des poids qui ne sont pas des nombres finis.</translation>
    </message>
    <message>
        <source>“{name}” has {size} MiB, more than any MIMO-UNet needs.</source>
        <translation>«&#x202f;{name}&#x202f;» fait {size} Mio, plus qu’il n’en faut à un MIMO-UNet.</translation>
    </message>
    <message>
        <source>The model file “{path}” is missing.</source>
        <translation>Le fichier de modèle «&#x202f;{path}&#x202f;» manque.</translation>
    </message>
    <message>
        <source>“{name}” holds more than weights, or is damaged; it was not loaded.</source>
        <translation>«&#x202f;{name}&#x202f;» contient autre chose que des poids, ou est abîmé&#x202f;; il n’a pas été chargé.</translation>
    </message>
    <message>
        <source>“{name}” cannot be read as a model file.</source>
        <translation>«&#x202f;{name}&#x202f;» ne peut pas être lu comme fichier de modèle.</translation>
    </message>
    <message>
        <source>This machine has no device “{name}”; it has {offered}.</source>
        <translation>Cet ordinateur n’a pas d’appareil «&#x202f;{name}&#x202f;»&#x202f;; il a {offered}.</translation>
    </message>
    <message>
        <source>The best; trained for logos and text.</source>
        <translation>Le meilleur&#x202f;; entraîné pour les logos et le texte.</translation>
    </message>
    <message>
        <source>Twice as fast; trained for logos and text.</source>
        <translation>Deux fois plus rapide&#x202f;; entraîné pour les logos et le texte.</translation>
    </message>
    <message>
        <source>The model file “{name}” is not the one that was shipped; please install Clearmark again.</source>
        <translation>Le fichier de modèle «&#x202f;{name}&#x202f;» n’est pas celui qui a été livré&#x202f;; il faut réinstaller Clearmark.</translation>
    </message>
    <message>
        <source>There is not enough memory on {device}; please close other programs.</source>
        <translation>Il n’y a pas assez de mémoire sur {device}&#x202f;; fermer d’autres programmes.</translation>
    </message>
    <message>
        <source>There is not enough memory on {device}; please close other programs, or choose the CPU.</source>
        <translation>Il n’y a pas assez de mémoire sur {device}&#x202f;; fermer d’autres programmes, ou choisir le CPU.</translation>
    </message>
    <message>
        <source>{device} stopped working; please choose the CPU, or restart the program.</source>
        <translation>{device} ne fonctionne plus&#x202f;; choisir le CPU, ou redémarrer le programme.</translation>
    </message>
    <message>
        <source>Colours cannot be converted to this picture&apos;s profile “{profile}”: convert the picture to sRGB first.</source>
        <translation>Les couleurs ne peuvent pas être converties vers le profil «&#x202f;{profile}&#x202f;» de cette image&#x202f;: convertissez-la d’abord en sRGB.</translation>
    </message>
    <message>
        <source>This picture&apos;s profile “{profile}” has no {colour}: convert the picture to sRGB first.</source>
        <translation>Le profil «&#x202f;{profile}&#x202f;» de cette image ne contient pas {colour}&#x202f;: convertissez-la d’abord en sRGB.</translation>
    </message>
    <message>
        <source>Its IPTC data is kept in JPEG and TIFF; other formats keep its author, copyright and description.</source>
        <translation>Ses données IPTC sont conservées en JPEG et TIFF&#x202f;; les autres formats gardent l’auteur, le copyright et la description.</translation>
    </message>
    <message>
        <source>Its texts are kept in PNG only: {keywords}.</source>
        <translation>Ces textes ne sont conservés qu’en PNG&#x202f;: {keywords}.</translation>
    </message>
    <message>
        <source>“{name}” is a {kind}, a rare kind that cannot be read here: save it as PNG or as an ordinary {format} in RGB with 8 bits per channel, and open that.</source>
        <translation>«&#x202f;{name}&#x202f;» est {kind}, un type rare qui ne peut pas être lu ici&#x202f;: l’enregistrer en PNG ou en {format} ordinaire, en RVB avec 8 bits par canal, et l’ouvrir.</translation>
    </message>
</context>
<context>
    <name>StartPage</name>
    <message>
        <source>Drop a logo, paste, or open</source>
        <translation>Déposer un logo, le coller ou l’ouvrir</translation>
    </message>
    <message>
        <source>It is enlarged and sharpened here.</source>
        <translation>Il est agrandi et rendu net ici même.</translation>
    </message>
    <message>
        <source>Nothing leaves this computer.</source>
        <translation>Rien ne quitte cet ordinateur.</translation>
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
        <translation>Ou essayer un exemple</translation>
    </message>
    <message>
        <source>Try {name}</source>
        <translation>Essayer {name}</translation>
    </message>
    <message>
        <source>Sample {name}</source>
        <translation>Exemple {name}</translation>
    </message>
</context>
<context>
    <name>StatusBar</name>
    <message>
        <source>offline</source>
        <translation>hors ligne</translation>
    </message>
    <message>
        <source>Clearmark never uses the network. Links open in your browser.</source>
        <translation>Clearmark n’utilise jamais le réseau. Les liens s’ouvrent dans le navigateur.</translation>
    </message>
    <message>
        <source>x {x}  y {y}</source>
        <translation>x {x}  y {y}</translation>
    </message>
    <message>
        <source>opacity {percent} %</source>
        <translation>opacité {percent}&#x202f;%</translation>
    </message>
    <message>
        <source>network not loaded yet</source>
        <translation>réseau de neurones pas encore chargé</translation>
    </message>
</context>
<context>
    <name>SvgPanel</name>
    <message>
        <source>Automatic</source>
        <translation>Automatique</translation>
    </message>
    <message>
        <source>{count} at most</source>
        <translation>{count} au plus</translation>
    </message>
    <message>
        <source>Automatic takes those of the flat places</source>
        <translation>Automatique prend celles des endroits unis</translation>
    </message>
    <message>
        <source>Smaller patches join what is around them</source>
        <translation>Les taches plus petites rejoignent ce qui les entoure</translation>
    </message>
    <message>
        <source>Sharper bends stay corners, others become curves</source>
        <translation>Les angles plus vifs restent des coins, les autres deviennent des courbes</translation>
    </message>
    <message>
        <source>Curves</source>
        <translation>Courbes</translation>
    </message>
    <message>
        <source>Edges are curves, as letters and logos have them</source>
        <translation>Les bords sont des courbes, comme dans les lettres et les logos</translation>
    </message>
    <message>
        <source>Straight</source>
        <translation>Droits</translation>
    </message>
    <message>
        <source>Edges are straight lines</source>
        <translation>Les bords sont des lignes droites</translation>
    </message>
    <message>
        <source>Stacked</source>
        <translation>Empilées</translation>
    </message>
    <message>
        <source>Shapes lie on each other, so there are no gaps</source>
        <translation>Les formes se superposent, il n’y a donc pas de vides</translation>
    </message>
    <message>
        <source>Cut out</source>
        <translation>Découpées</translation>
    </message>
    <message>
        <source>Shapes lie side by side, as plotters need them</source>
        <translation>Les formes sont côte à côte, comme il les faut à un traceur</translation>
    </message>
    <message>
        <source>Show the outline</source>
        <translation>Montrer le tracé</translation>
    </message>
    <message>
        <source>Root mean square over all pixels, on white and on black; 0 means equal</source>
        <translation>Moyenne quadratique sur tous les pixels, sur blanc et sur noir&#x202f;; 0 signifie égal</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Réessayer</translation>
    </message>
    <message>
        <source>Such as 42 mm, 4.2 cm or 1.65 in; empty keeps the size</source>
        <translation>Par exemple 42 mm, 4,2 cm ou 1,65 in&#x202f;; vide garde la taille</translation>
    </message>
    <message>
        <source>Export SVG…</source>
        <translation>Exporter le SVG…</translation>
    </message>
    <message>
        <source>Shapes</source>
        <translation>Formes</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Couleurs</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Temps</translation>
    </message>
    <message>
        <source>Corners</source>
        <translation>Coins</translation>
    </message>
    <message>
        <source>Detail</source>
        <translation>Détail</translation>
    </message>
    <message>
        <source>Edges</source>
        <translation>Bords</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>Couches</translation>
    </message>
    <message>
        <source>Traced</source>
        <translation>Vectorisée</translation>
    </message>
    <message>
        <source>Print width</source>
        <translation>Impression</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Taille</translation>
    </message>
    <message>
        <source>Smallest shape</source>
        <translation>Forme minimale</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>Fermer (Esc)</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Export as SVG</source>
        <translation>Exporter en SVG</translation>
    </message>
    <message>
        <source>Tracing…</source>
        <translation>Vectorisation…</translation>
    </message>
    <message>
        <source>{seconds} s</source>
        <translation>{seconds} s</translation>
    </message>
    <message>
        <source>Differs from the restored picture by {distance} of 255 (RMS).</source>
        <translation>Diffère de l’image restaurée de {distance} sur 255 (moyenne quadratique).</translation>
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
        <translation>Le vectoriseur ne peut pas démarrer&#x202f;: {reason}.</translation>
    </message>
</context>
<context>
    <name>TaskPage</name>
    <message>
        <source>What is done to your picture</source>
        <translation>Ce qui est fait de l’image</translation>
    </message>
    <message>
        <source>Enlarged, before the network</source>
        <translation>Agrandie, avant le réseau</translation>
    </message>
    <message>
        <source>Enlarged</source>
        <translation>Agrandie</translation>
    </message>
</context>
<context>
    <name>TorchBackend</name>
    <message>
        <source>{model} (adapted)</source>
        <translation>{model} (adapté)</translation>
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
        <translation>Arrêté. L’image n’a pas été restaurée.</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>Réessayer</translation>
    </message>
</context>
<context>
    <name>WorkflowPage</name>
    <message>
        <source>The workflow in words</source>
        <translation>Le déroulement en mots</translation>
    </message>
    <message>
        <source>Step by step</source>
        <translation>Étape par étape</translation>
    </message>
    <message>
        <source>Open a picture, and each box shows what becomes of it.</source>
        <translation>Ouvrir une image, et chaque case montre ce qu’elle devient.</translation>
    </message>
    <message>
        <source>Open a sample</source>
        <translation>Ouvrir un exemple</translation>
    </message>
    <message>
        <source>In the frame, each box shows the same {width} × {height} pixels, which change most.</source>
        <translation>Dans le cadre, chaque case montre les mêmes {width} × {height} pixels, ceux qui changent le plus.</translation>
    </message>
    <message>
        <source>Colours and transparency go through the network one after the other and are shown together.</source>
        <translation>Couleurs et transparence passent par le réseau l’une après l’autre et sont montrées ensemble.</translation>
    </message>
    <message>
        <source>The network was run on the {width} × {height} pixels that you look at.</source>
        <translation>Le réseau a été appliqué aux {width} × {height} pixels affichés.</translation>
    </message>
</context>
<context>
    <name>WorkflowStrip</name>
    <message>
        <source>Restoring progress</source>
        <translation>Progression de la restauration</translation>
    </message>
    <message>
        <source>Look at the picture as it came in</source>
        <translation>Regarder l’image telle qu’elle est entrée</translation>
    </message>
    <message>
        <source>Look at the enlarged picture, not sharpened yet</source>
        <translation>Regarder l’image agrandie, pas encore nette</translation>
    </message>
    <message>
        <source>Look at what the network makes of the enlarged picture</source>
        <translation>Regarder ce que le réseau fait de l’image agrandie</translation>
    </message>
    <message>
        <source>Compare the enlarged with the restored picture</source>
        <translation>Comparer l’image agrandie et l’image restaurée</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>Entrée</translation>
    </message>
    <message>
        <source>bicubic</source>
        <translation>bicubique</translation>
    </message>
    <message>
        <source>kept</source>
        <translation>gardée</translation>
    </message>
    <message>
        <source>one answer</source>
        <translation>une réponse</translation>
    </message>
    <message>
        <source>Enlarge {scale}×</source>
        <translation>Agrandir {scale}×</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Taille</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>Sortie</translation>
    </message>
    <message>
        <source>getting ready</source>
        <translation>préparation</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>en pause</translation>
    </message>
    <message>
        <source>first tile</source>
        <translation>première tuile</translation>
    </message>
    <message>
        <source>tile {done} of {total}</source>
        <translation>tuile {done} sur {total}</translation>
    </message>
    <message>
        <source>answer refused</source>
        <translation>réponse refusée</translation>
    </message>
    <message>
        <source>{count} of {total} tiles refused</source>
        <translation>{count} tuiles sur {total} refusées</translation>
    </message>
    <message>
        <source>2 passes</source>
        <translation>2 passes</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>en attente</translation>
    </message>
    <message>
        <source>waiting for fine-tuning</source>
        <translation>attend l’ajustement fin</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>arrêtée</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>échec</translation>
    </message>
    <message>
        <source>done earlier</source>
        <translation>déjà terminée</translation>
    </message>
</context>
<context>
    <name>ZoomBox</name>
    <message>
        <source>{percent} %</source>
        <translation>{percent}&#x202f;%</translation>
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
        <translation>Faire glisser pour élargir</translation>
    </message>
</context>
<context>
    <name>about</name>
    <message>
        <source>none: all flat</source>
        <translation>aucune : tout est uni</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>{count} tiles</source>
        <translation>{count} tuiles</translation>
    </message>
    <message>
        <source>1 tile</source>
        <translation>1 tuile</translation>
    </message>
    <message>
        <source>Tiles</source>
        <translation>Tuiles</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Appareil</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>Précision</translation>
    </message>
    <message>
        <source>Adjusted</source>
        <translation>Ajustée</translation>
    </message>
    <message>
        <source>by you</source>
        <translation>à la main</translation>
    </message>
    <message>
        <source>Amplified</source>
        <translation>Amplifié</translation>
    </message>
    <message>
        <source>Grid</source>
        <translation>Grille</translation>
    </message>
    <message>
        <source>{time}, both</source>
        <translation>{time}, les deux</translation>
    </message>
    <message>
        <source>{size} px</source>
        <translation>{size} px</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Taille</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Temps</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>Entrée</translation>
    </message>
    <message>
        <source>Enlarge {scale}×</source>
        <translation>Agrandir {scale}×</translation>
    </message>
    <message>
        <source>Full-size input</source>
        <translation>Entrée, pleine taille</translation>
    </message>
    <message>
        <source>Half-size input</source>
        <translation>Entrée, moitié</translation>
    </message>
    <message>
        <source>Quarter-size input</source>
        <translation>Entrée, quart</translation>
    </message>
    <message>
        <source>Encoder 1</source>
        <translation>Encodeur 1</translation>
    </message>
    <message>
        <source>Encoder 2</source>
        <translation>Encodeur 2</translation>
    </message>
    <message>
        <source>Encoder 3</source>
        <translation>Encodeur 3</translation>
    </message>
    <message>
        <source>Fusion for decoder 3</source>
        <translation>Fusion pour décodeur 3</translation>
    </message>
    <message>
        <source>Fusion for decoder 2</source>
        <translation>Fusion pour décodeur 2</translation>
    </message>
    <message>
        <source>Decoder 1</source>
        <translation>Décodeur 1</translation>
    </message>
    <message>
        <source>Decoder 2</source>
        <translation>Décodeur 2</translation>
    </message>
    <message>
        <source>Decoder 3</source>
        <translation>Décodeur 3</translation>
    </message>
    <message>
        <source>Quarter-size residual</source>
        <translation>Résidu, quart</translation>
    </message>
    <message>
        <source>Half-size residual</source>
        <translation>Résidu, moitié</translation>
    </message>
    <message>
        <source>Full-size residual</source>
        <translation>Résidu, pleine taille</translation>
    </message>
    <message>
        <source>Quarter-size output</source>
        <translation>Sortie, quart</translation>
    </message>
    <message>
        <source>Half-size output</source>
        <translation>Sortie, moitié</translation>
    </message>
    <message>
        <source>Full-size output</source>
        <translation>Sortie, pleine taille</translation>
    </message>
    <message>
        <source>Join tiles</source>
        <translation>Joindre les tuiles</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>Sortie</translation>
    </message>
    <message>
        <source>Inputs</source>
        <translation>Entrées</translation>
    </message>
    <message>
        <source>Encoders</source>
        <translation>Encodeurs</translation>
    </message>
    <message>
        <source>Fusion</source>
        <translation>Fusion</translation>
    </message>
    <message>
        <source>Decoders</source>
        <translation>Décodeurs</translation>
    </message>
    <message>
        <source>Residuals</source>
        <translation>Résidus</translation>
    </message>
    <message>
        <source>Outputs</source>
        <translation>Sorties</translation>
    </message>
    <message>
        <source>Every place of your picture is so flat that sharpening would hardly change anything. So nothing went through the network: the result is the enlarged picture.</source>
        <translation>L’image est partout si unie que l’affiner ne changerait presque rien. Rien n’est donc passé par le réseau&#x202f;: le résultat est l’image agrandie.</translation>
    </message>
    <message>
        <source>Asymmetric feature fusion (AFF) brings the features of all three encoders to one size and mixes them, so that this decoder sees fine and coarse at once.</source>
        <translation>La fusion asymétrique de caractéristiques (AFF) ramène les caractéristiques des trois encodeurs à une même taille et les mélange, afin que ce décodeur voie à la fois le fin et le grossier.</translation>
    </message>
    <message>
        <source>The correction that the network computes and adds to its input of this size: grey is nothing, lighter is more light, darker is less.</source>
        <translation>La correction que le réseau calcule et ajoute à son entrée de cette taille&#x202f;: gris n’est rien, plus clair est plus de lumière, plus sombre en est moins.</translation>
    </message>
    <message>
        <source>Shown {gain}× as strong as it is.</source>
        <translation>Montrée {gain}× plus forte qu’elle n’est.</translation>
    </message>
    <message>
        <source>Your picture, as it was read from its file.</source>
        <translation>L’image ouverte, telle qu’elle a été lue dans son fichier.</translation>
    </message>
    <message>
        <source>At 1× the picture keeps its size and is only sharpened.</source>
        <translation>À 1×, l’image garde sa taille et est seulement rendue nette.</translation>
    </message>
    <message>
        <source>Bicubic interpolation makes more pixels, but no more detail. At 4× the picture is enlarged and sharpened twice, by 2× each time; the network below is shown in its first pass.</source>
        <translation>L’interpolation bicubique donne plus de pixels, mais pas plus de détail. À 4×, l’image est agrandie et rendue nette deux fois, de 2× à chaque fois&#x202f;; le réseau est montré plus bas dans sa première passe.</translation>
    </message>
    <message>
        <source>Bicubic interpolation makes more pixels, but no more detail: the picture is as blurred as before, only larger. This is what the network reads.</source>
        <translation>L’interpolation bicubique donne plus de pixels, mais pas plus de détail&#x202f;: l’image est aussi floue qu’avant, seulement plus grande. C’est ce que le réseau lit.</translation>
    </message>
    <message>
        <source>The network works on overlapping tiles, so that memory suffices for any picture. Their edges are blended.</source>
        <translation>Le réseau travaille sur des tuiles qui se chevauchent, afin que la mémoire suffise à toute image. Leurs bords sont fondus.</translation>
    </message>
    <message>
        <source>The restored picture, as it is shown, copied and exported.</source>
        <translation>L’image restaurée, telle qu’elle est montrée, copiée et exportée.</translation>
    </message>
    <message>
        <source>Turns the full-size input into features: many numbers for each place.</source>
        <translation>Change l’entrée pleine taille en caractéristiques&#x202f;: beaucoup de nombres pour chaque endroit.</translation>
    </message>
    <message>
        <source>Brings the features from above to half the size and lets those of the reduced input emphasise or suppress them (FAM).</source>
        <translation>Réduit de moitié la taille des caractéristiques d’en haut et laisse celles de l’entrée réduite les accentuer ou les atténuer (FAM).</translation>
    </message>
    <message>
        <source>Starts at the coarsest size, from what the deepest encoder gives it.</source>
        <translation>Commence à la taille la plus grossière, à partir de ce que lui donne l’encodeur le plus profond.</translation>
    </message>
    <message>
        <source>Brings the features from below to twice the size and joins them with the fused ones.</source>
        <translation>Double la taille des caractéristiques d’en bas et les joint à celles qui sont fusionnées.</translation>
    </message>
    <message>
        <source>{count} residual blocks of two convolutions each refine them.</source>
        <translation>{count} blocs résiduels de deux convolutions chacun les affinent.</translation>
    </message>
    <message>
        <source>Similar colours stand for similar features.</source>
        <translation>Des couleurs semblables sont des caractéristiques semblables.</translation>
    </message>
    <message>
        <source>The enlarged picture, pixel for pixel.</source>
        <translation>L’image agrandie, pixel pour pixel.</translation>
    </message>
    <message>
        <source>Every second pixel of it, across and down.</source>
        <translation>Un pixel sur deux de celle-ci, en largeur et en hauteur.</translation>
    </message>
    <message>
        <source>Every fourth pixel of it, across and down.</source>
        <translation>Un pixel sur quatre de celle-ci, en largeur et en hauteur.</translation>
    </message>
    <message>
        <source>Quarter-size input plus residual. It guides the network in training; the result does not use it.</source>
        <translation>L’entrée au quart plus le résidu. Elle guide le réseau pendant l’entraînement&#x202f;; le résultat ne s’en sert pas.</translation>
    </message>
    <message>
        <source>Half-size input plus residual. It guides the network in training; the result does not use it.</source>
        <translation>L’entrée à moitié plus le résidu. Elle guide le réseau pendant l’entraînement&#x202f;; le résultat ne s’en sert pas.</translation>
    </message>
    <message>
        <source>Full-size input plus residual. With “Steady” it is averaged with the answer to the negative; that becomes the result, tile by tile.</source>
        <translation>L’entrée pleine taille plus le résidu. Avec «&#x202f;Stable&#x202f;», la moyenne en est faite avec la réponse au négatif&#x202f;; c’est ce qui devient le résultat, tuile après tuile.</translation>
    </message>
    <message>
        <source>The workflow, with this picture</source>
        <translation>Le déroulement, avec cette image</translation>
    </message>
    <message>
        <source>Enlarged, before the network</source>
        <translation>Agrandie, avant le réseau</translation>
    </message>
    <message>
        <source>Restored by the network</source>
        <translation>Restaurée par le réseau</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Réseau</translation>
    </message>
    <message>
        <source>Enlarged in</source>
        <translation>Agrandie en</translation>
    </message>
    <message>
        <source>Restored in</source>
        <translation>Restaurée en</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Refusées</translation>
    </message>
    <message>
        <source>Steady</source>
        <translation>Stable</translation>
    </message>
    <message>
        <source>the answers to the picture and to its negative, averaged</source>
        <translation>les réponses à l’image et à son négatif, en moyenne</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>Paramètres</translation>
    </message>
    <message>
        <source>Multiply-adds for one answer</source>
        <translation>Multiplications avec addition par réponse</translation>
    </message>
    <message>
        <source>Residual, shown {gain}× as strong</source>
        <translation>Résidu, montré {gain}× plus fort</translation>
    </message>
    <message>
        <source>Enters: {size}</source>
        <translation>Entre&#x202f;: {size}</translation>
    </message>
    <message>
        <source>Leaves: {size}</source>
        <translation>Sort&#x202f;: {size}</translation>
    </message>
    <message>
        <source>{stage}, at full resolution; averaged back down, cosine {cosine}</source>
        <translation>{stage}, en pleine résolution&#x202f;; ramené par moyenne, cosinus {cosine}</translation>
    </message>
    <message>
        <source>{stage}, on its own grid</source>
        <translation>{stage}, sur sa propre grille</translation>
    </message>
    <message>
        <source>{share} % of the picture</source>
        <translation>{share}&#x202f;% de l’image</translation>
    </message>
    <message>
        <source>Enlarged, with the regions</source>
        <translation>Agrandie, avec les zones</translation>
    </message>
    <message>
        <source>Regions</source>
        <translation>Zones</translation>
    </message>
    <message>
        <source>Area</source>
        <translation>Surface</translation>
    </message>
    <message>
        <source>Coarse pass</source>
        <translation>Passe grossière</translation>
    </message>
</context>
<context>
    <name>shortcuts</name>
    <message>
        <source>Hold to see the picture before</source>
        <translation>Maintenir&#x202f;: voir ce qu’il y avait avant</translation>
    </message>
    <message>
        <source>Move the divider or the lens</source>
        <translation>Déplacer le séparateur ou la loupe</translation>
    </message>
    <message>
        <source>Move it farther</source>
        <translation>Le déplacer plus loin</translation>
    </message>
    <message>
        <source>Divider to the left or right edge</source>
        <translation>Séparateur au bord gauche ou droit</translation>
    </message>
    <message>
        <source>Move the picture</source>
        <translation>Déplacer l’image</translation>
    </message>
    <message>
        <source>Move the picture sideways</source>
        <translation>Déplacer l’image de côté</translation>
    </message>
    <message>
        <source>Zoom</source>
        <translation>Zoom</translation>
    </message>
    <message>
        <source>Show the whole picture</source>
        <translation>Montrer l’image entière</translation>
    </message>
    <message>
        <source>Hide the panels, and show them again</source>
        <translation>Replier les panneaux, et les ramener</translation>
    </message>
    <message>
        <source>Look at another picture</source>
        <translation>Regarder une autre image</translation>
    </message>
    <message>
        <source>Move the picture in the queue</source>
        <translation>Déplacer l’image dans la file</translation>
    </message>
    <message>
        <source>Remove the picture from the queue</source>
        <translation>Retirer l’image de la file</translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation>Partout</translation>
    </message>
    <message>
        <source>On the picture</source>
        <translation>Sur l’image</translation>
    </message>
    <message>
        <source>In the queue</source>
        <translation>Dans la file</translation>
    </message>
    <message>
        <source>Shortcuts</source>
        <translation>Raccourcis clavier</translation>
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
        <translation>encore {count} s</translation>
    </message>
    <message>
        <source>{count} min left</source>
        <translation>encore {count} min</translation>
    </message>
    <message>
        <source>{size} mm at {dpi} dpi</source>
        <translation>{size} mm à {dpi} ppp</translation>
    </message>
    <message>
        <source>Restored</source>
        <translation>Restaurée</translation>
    </message>
    <message>
        <source>Partly restored</source>
        <translation>Restaurée en partie</translation>
    </message>
    <message>
        <source>Not restored</source>
        <translation>Non restaurée</translation>
    </message>
    <message>
        <source>Not restored: the network&apos;s answer could not be right and was refused. This is the picture without sharpening.</source>
        <translation>Non restaurée&#x202f;: la réponse du réseau ne pouvait pas être juste et a été refusée. Ceci est l’image sans accentuation.</translation>
    </message>
    <message>
        <source>Partly restored: {count} of {total} tiles left without sharpening, since the network&apos;s answer could not be right there.</source>
        <translation>Restaurée en partie&#x202f;: {count} tuiles sur {total} laissées sans accentuation, car la réponse du réseau ne pouvait pas y être juste.</translation>
    </message>
    <message>
        <source>{count} of {total} tiles left as enlarged: the network&apos;s answer was refused</source>
        <translation>{count} tuiles sur {total} laissées comme agrandies&#x202f;: la réponse du réseau a été refusée</translation>
    </message>
    <message>
        <source>{count} of {total} tiles computed again in full precision</source>
        <translation>{count} tuiles sur {total} recalculées en pleine précision</translation>
    </message>
</context>
</TS>
