<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es_ES">
<context>
    <name>AboutController</name>
    <message>
        <source>Restoring comes first; this follows.</source>
        <translation>Primero se restaura; esto viene después.</translation>
    </message>
    <message>
        <source>Restoring comes first, and it is paused; this follows.</source>
        <translation>Primero se restaura, y eso está en pausa; esto viene después.</translation>
    </message>
    <message>
        <source>Looking into the network…</source>
        <translation>Mirando dentro de la red…</translation>
    </message>
</context>
<context>
    <name>AboutPane</name>
    <message>
        <source>Task</source>
        <translation>Tarea</translation>
    </message>
    <message>
        <source>Workflow</source>
        <translation>Proceso</translation>
    </message>
    <message>
        <source>Inside</source>
        <translation>Interior</translation>
    </message>
    <message>
        <source>Papers and tools</source>
        <translation>Artículos y herramientas</translation>
    </message>
    <message>
        <source>Model card</source>
        <translation>Ficha del modelo</translation>
    </message>
    <message>
        <source>About this AI</source>
        <translation>Acerca de esta IA</translation>
    </message>
    <message>
        <source>Export report…</source>
        <translation>Exportar informe…</translation>
    </message>
    <message>
        <source>All of this for your picture, as one HTML or PDF file</source>
        <translation>Todo esto para la propia imagen, en un archivo HTML o PDF</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Reintentar</translation>
    </message>
    <message>
        <source>The network is being examined</source>
        <translation>Se está mirando dentro de la red</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>Cerrar (Esc)</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
</context>
<context>
    <name>Actions</name>
    <message>
        <source>Open…</source>
        <translation>Abrir…</translation>
    </message>
    <message>
        <source>Open pictures</source>
        <translation>Abrir imágenes</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>Pegar</translation>
    </message>
    <message>
        <source>Paste a picture, a file or a link to a file</source>
        <translation>Pegar una imagen, un archivo o un enlace a un archivo</translation>
    </message>
    <message>
        <source>About this AI</source>
        <translation>Acerca de esta IA</translation>
    </message>
    <message>
        <source>How it works, and what it cannot do</source>
        <translation>Cómo funciona y qué no puede hacer</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copiar</translation>
    </message>
    <message>
        <source>Copy the restored picture, with its transparency</source>
        <translation>Copiar la imagen restaurada, con su transparencia</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportar…</translation>
    </message>
    <message>
        <source>Save the restored picture</source>
        <translation>Guardar la imagen restaurada</translation>
    </message>
    <message>
        <source>Export all…</source>
        <translation>Exportar todo…</translation>
    </message>
    <message>
        <source>Save all results of the queue</source>
        <translation>Guardar todos los resultados de la cola</translation>
    </message>
    <message>
        <source>Export as SVG…</source>
        <translation>Exportar como SVG…</translation>
    </message>
    <message>
        <source>Trace the restored picture as shapes, and save them</source>
        <translation>Convertir la imagen restaurada en formas vectoriales y guardarlas</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Deshacer</translation>
    </message>
    <message>
        <source>Undo the last adjustment</source>
        <translation>Deshacer el último ajuste</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Rehacer</translation>
    </message>
    <message>
        <source>Redo what was undone</source>
        <translation>Rehacer lo deshecho</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Restablecer</translation>
    </message>
    <message>
        <source>Show what the network made</source>
        <translation>Mostrar lo que hizo la red</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Cancel the running picture</source>
        <translation>Cancelar la imagen en curso</translation>
    </message>
    <message>
        <source>Panels</source>
        <translation>Paneles</translation>
    </message>
    <message>
        <source>Hide the panels</source>
        <translation>Plegar los paneles</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>Alejar</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>Acercar</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>Encajar</translation>
    </message>
    <message>
        <source>Show the whole picture</source>
        <translation>Mostrar la imagen entera</translation>
    </message>
    <message>
        <source>One picture pixel per screen pixel</source>
        <translation>Un píxel de la imagen por píxel de la pantalla</translation>
    </message>
    <message>
        <source>Export comparison…</source>
        <translation>Exportar comparación…</translation>
    </message>
    <message>
        <source>Save before and after as one picture, as they are compared now</source>
        <translation>Guardar el antes y el después en una imagen, tal como se comparan ahora</translation>
    </message>
    <message>
        <source>Next part</source>
        <translation>Zona siguiente</translation>
    </message>
    <message>
        <source>Next part of the window</source>
        <translation>Zona siguiente de la ventana</translation>
    </message>
    <message>
        <source>Preferences…</source>
        <translation>Preferencias…</translation>
    </message>
    <message>
        <source>Theme, language, folders, names, privacy</source>
        <translation>Tema, idioma, carpetas, nombres, privacidad</translation>
    </message>
    <message>
        <source>Shortcuts</source>
        <translation>Atajos de teclado</translation>
    </message>
    <message>
        <source>All keyboard shortcuts, and a link to the guide</source>
        <translation>Todas las teclas y el acceso a la guía</translation>
    </message>
    <message>
        <source>User guide</source>
        <translation>Guía de uso</translation>
    </message>
    <message>
        <source>How to work with Clearmark</source>
        <translation>Cómo trabajar con Clearmark</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Salir</translation>
    </message>
    <message>
        <source>Close Clearmark</source>
        <translation>Cerrar Clearmark</translation>
    </message>
    <message>
        <source>Slider</source>
        <translation>Cortinilla</translation>
    </message>
    <message>
        <source>Compare with a divider that you can drag</source>
        <translation>Comparar con una divisoria que se arrastra</translation>
    </message>
    <message>
        <source>Side by side</source>
        <translation>Lado a lado</translation>
    </message>
    <message>
        <source>Compare the same part of both pictures</source>
        <translation>Comparar la misma parte de ambas imágenes</translation>
    </message>
    <message>
        <source>Lens</source>
        <translation>Lupa</translation>
    </message>
    <message>
        <source>Look at the other picture through a lens</source>
        <translation>Ver la otra imagen a través de una lupa</translation>
    </message>
    <message>
        <source>Hold</source>
        <translation>Mantener</translation>
    </message>
    <message>
        <source>Hold Space to see the picture before, in every view</source>
        <translation>Mantener pulsada la barra espaciadora para ver el antes, en cualquier modo</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>Diferencia</translation>
    </message>
    <message>
        <source>Show what differs, amplified</source>
        <translation>Mostrar lo que difiere, amplificado</translation>
    </message>
</context>
<context>
    <name>AdjustPanel</name>
    <message>
        <source>0 % is the enlarged picture, 100 % the restored one</source>
        <translation>0 % es la imagen ampliada; 100 %, la restaurada</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>No</translation>
    </message>
    <message>
        <source>Dragging moves the picture</source>
        <translation>Arrastrar mueve la imagen</translation>
    </message>
    <message>
        <source>Box</source>
        <translation>Marco</translation>
    </message>
    <message>
        <source>Drag a box around what should stay as enlarged</source>
        <translation>Arrastrar un marco donde la imagen queda solo ampliada</translation>
    </message>
    <message>
        <source>Brush</source>
        <translation>Pincel</translation>
    </message>
    <message>
        <source>Paint over what should stay as enlarged</source>
        <translation>Pintar sobre lo que debe quedar solo ampliado</translation>
    </message>
    <message>
        <source>Adjust</source>
        <translation>Ajustar</translation>
    </message>
    <message>
        <source>Strength</source>
        <translation>Intensidad</translation>
    </message>
    <message>
        <source>Protect</source>
        <translation>Proteger</translation>
    </message>
</context>
<context>
    <name>Advice</name>
    <message>
        <source>plain, without edges</source>
        <translation>lisa, sin bordes</translation>
    </message>
    <message>
        <source>like a photograph (edges of many widths, no main colours)</source>
        <translation>como una fotografía (bordes de muchos anchos, sin colores principales)</translation>
    </message>
    <message>
        <source>blurred (σ ≈ {sigma:.1f} px)</source>
        <translation>borrosa (σ ≈ {sigma:.1f} px)</translation>
    </message>
    <message>
        <source>JPEG-damaged (blocks of 8 px)</source>
        <translation>dañada por JPEG (bloques de 8 px)</translation>
    </message>
    <message>
        <source>reduced to {colours} colours</source>
        <translation>reducida a {colours} colores</translation>
    </message>
    <message>
        <source>small ({width} × {height} px) but sharp</source>
        <translation>pequeña ({width} × {height} px) pero nítida</translation>
    </message>
    <message>
        <source>already sharp (edges {edge:.1f} px wide)</source>
        <translation>ya nítida (bordes de {edge:.1f} px de ancho)</translation>
    </message>
    <message>
        <source>JPEG-damaged (blocks of 8 px, quality ≈ {quality})</source>
        <translation>dañada por JPEG (bloques de 8 px, calidad ≈ {quality})</translation>
    </message>
    <message>
        <source>damaged by its compression</source>
        <translation>dañada por su compresión</translation>
    </message>
    <message>
        <source>dithered to {colours} colours</source>
        <translation>tramada a {colours} colores</translation>
    </message>
    <message>
        <source>{first} and {second}</source>
        <translation>{first} y {second}</translation>
    </message>
    <message>
        <source>{first}, {second} and {third}</source>
        <translation>{first}, {second} y {third}</translation>
    </message>
    <message>
        <source>{first}, {second}, {third} and {fourth}</source>
        <translation>{first}, {second}, {third} y {fourth}</translation>
    </message>
    <message>
        <source>{reason}: restoring will help.</source>
        <translation>{reason}: restaurar ayudará.</translation>
    </message>
    <message>
        <source>{reason}: restoring will not help.</source>
        <translation>{reason}: restaurar no ayudará.</translation>
    </message>
    <message>
        <source>{reason}: restoring will help only if it is enlarged.</source>
        <translation>{reason}: restaurar solo ayudará si se amplía.</translation>
    </message>
    <message>
        <source>{reason}: restoring will hardly help.</source>
        <translation>{reason}: restaurar apenas ayudará.</translation>
    </message>
</context>
<context>
    <name>Banner</name>
    <message>
        <source>Details</source>
        <translation>Detalles</translation>
    </message>
    <message>
        <source>Dismiss (Esc)</source>
        <translation>Descartar (Esc)</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Descartar</translation>
    </message>
</context>
<context>
    <name>CanvasPanel</name>
    <message>
        <source>Input</source>
        <translation>Entrada</translation>
    </message>
    <message>
        <source>Enlarged</source>
        <translation>Ampliada</translation>
    </message>
    <message>
        <source>{name}, {scale}×</source>
        <translation>{name}, {scale}×</translation>
    </message>
    <message>
        <source>Restoring</source>
        <translation>Restaurando</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>En pausa</translation>
    </message>
</context>
<context>
    <name>CloseGuard</name>
    <message>
        <source>1 result has not been exported.</source>
        <translation>No se ha exportado 1 resultado.</translation>
    </message>
    <message>
        <source>{count} results have not been exported.</source>
        <translation>No se han exportado {count} resultados.</translation>
    </message>
    <message>
        <source>1 picture is not restored yet.</source>
        <translation>1 imagen aún no está restaurada.</translation>
    </message>
    <message>
        <source>{count} pictures are not restored yet.</source>
        <translation>{count} imágenes aún no están restauradas.</translation>
    </message>
    <message>
        <source>Close Clearmark</source>
        <translation>Cerrar Clearmark</translation>
    </message>
    <message>
        <source>When you close, the queue is kept, and offered at the next start.</source>
        <translation>Al cerrar, la cola se conserva y se ofrece en el siguiente inicio.</translation>
    </message>
    <message>
        <source>When you close, what was not exported is lost.</source>
        <translation>Al cerrar se pierde lo que no se haya exportado.</translation>
    </message>
    <message>
        <source>Export all…</source>
        <translation>Exportar todo…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
</context>
<context>
    <name>ColoursPanel</name>
    <message>
        <source>Off</source>
        <translation>No</translation>
    </message>
    <message>
        <source>Fills stay as the network made them</source>
        <translation>Los rellenos quedan como los hizo la red</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>Entrada</translation>
    </message>
    <message>
        <source>Fills get exactly the colours of the input</source>
        <translation>Los rellenos toman exactamente los colores de la entrada</translation>
    </message>
    <message>
        <source>Brand</source>
        <translation>Marca</translation>
    </message>
    <message>
        <source>Fills get the nearest of your own colours</source>
        <translation>Los rellenos toman el más cercano de los colores propios</translation>
    </message>
    <message>
        <source>Brand colours</source>
        <translation>Colores de marca</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Colores</translation>
    </message>
    <message>
        <source>Snap fills</source>
        <translation>Fijar</translation>
    </message>
    <message>
        <source>opacity {percent} %</source>
        <translation>opacidad {percent} %</translation>
    </message>
    <message>
        <source>How far this colour is from the input&apos;s (CIEDE2000); 1 is just visible</source>
        <translation>Cuánto se aleja este color del de la entrada (CIEDE2000); 1 apenas se ve</translation>
    </message>
</context>
<context>
    <name>CompareController</name>
    <message>
        <source>Behind transparent pictures</source>
        <translation>Detrás de las imágenes transparentes</translation>
    </message>
</context>
<context>
    <name>CompareModeBox</name>
    <message>
        <source>Way to compare</source>
        <translation>Modo de comparar</translation>
    </message>
</context>
<context>
    <name>ComparePairBox</name>
    <message>
        <source>Input</source>
        <translation>Entrada</translation>
    </message>
    <message>
        <source>Enlarged</source>
        <translation>Ampliada</translation>
    </message>
    <message>
        <source>Pinned result</source>
        <translation>Resultado fijado</translation>
    </message>
    <message>
        <source>Pin this result to compare it with others</source>
        <translation>Fijar este resultado para compararlo con otros</translation>
    </message>
    <message>
        <source>Swap sides</source>
        <translation>Intercambiar lados</translation>
    </message>
    <message>
        <source>Choose which pictures to compare</source>
        <translation>Elegir qué imágenes comparar</translation>
    </message>
    <message>
        <source>Checkerboard</source>
        <translation>Cuadrícula</translation>
    </message>
    <message>
        <source>White</source>
        <translation>Blanco</translation>
    </message>
    <message>
        <source>Black</source>
        <translation>Negro</translation>
    </message>
    <message>
        <source>Colour…</source>
        <translation>Color…</translation>
    </message>
    <message>
        <source>Choose what lies behind transparent pictures</source>
        <translation>Elegir lo que hay detrás de las imágenes transparentes</translation>
    </message>
    <message>
        <source>Background ▾</source>
        <translation>Fondo ▾</translation>
    </message>
    <message>
        <source>Background</source>
        <translation>Fondo</translation>
    </message>
    <message>
        <source>{pair} ▾</source>
        <translation>{pair} ▾</translation>
    </message>
    <message>
        <source>Compare {pair}</source>
        <translation>Comparar {pair}</translation>
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
        <translation>Mantener espacio: {before}</translation>
    </message>
    <message>
        <source>{before} – {after}</source>
        <translation>{before} – {after}</translation>
    </message>
    <message>
        <source>{gain}× amplified per channel: brightest = {white} of 255</source>
        <translation>amplificado {gain}× por canal: brillo máximo = {white} de 255</translation>
    </message>
    <message>
        <source>{legend} · of averages, below 100 %</source>
        <translation>{legend} · de promedios, por debajo del 100 %</translation>
    </message>
    <message>
        <source>Picture comparison</source>
        <translation>Comparación de imágenes</translation>
    </message>
    <message>
        <source>{before} on the left, {after} on the right. Left and right arrow move the divider, plus and minus zoom, 0 fits the picture.</source>
        <translation>{before} a la izquierda, {after} a la derecha. Las flechas izquierda y derecha mueven la divisoria, más y menos cambian el zoom, 0 encaja la imagen.</translation>
    </message>
    <message>
        <source>{before} on the left, {after} on the right. Arrows pan both, plus and minus zoom, 0 fits the pictures.</source>
        <translation>{before} a la izquierda, {after} a la derecha. Las flechas desplazan ambas, más y menos cambian el zoom, 0 encaja las imágenes.</translation>
    </message>
    <message>
        <source>{before}, with {after} in a lens. Arrows move the lens, with Alt they pan; plus and minus zoom, 0 fits the picture.</source>
        <translation>{before}, con {after} en una lupa. Las flechas mueven la lupa y, con Alt, la imagen; más y menos cambian el zoom, 0 encaja la imagen.</translation>
    </message>
    <message>
        <source>{after}; {before} while the space bar is held. Arrows pan, plus and minus zoom, 0 fits the picture.</source>
        <translation>{after}; {before} mientras se mantiene la barra espaciadora. Las flechas desplazan, más y menos cambian el zoom, 0 encaja la imagen.</translation>
    </message>
    <message>
        <source>What differs between {before} and {after}, amplified. Arrows pan, plus and minus zoom, 0 fits the picture.</source>
        <translation>Lo que difiere entre {before} y {after}, amplificado. Las flechas desplazan, más y menos cambian el zoom, 0 encaja la imagen.</translation>
    </message>
    <message>
        <source>{shown}. Arrows pan, plus and minus zoom, 0 fits the picture.</source>
        <translation>{shown}. Las flechas desplazan, más y menos cambian el zoom, 0 encaja la imagen.</translation>
    </message>
    <message>
        <source>No picture.</source>
        <translation>Sin imagen.</translation>
    </message>
</context>
<context>
    <name>CopyButton</name>
    <message>
        <source>Copied</source>
        <translation>Copiado</translation>
    </message>
</context>
<context>
    <name>DragHandle</name>
    <message>
        <source>Drag out</source>
        <translation>Arrastrar fuera</translation>
    </message>
    <message>
        <source>Drag from here to bring the restored picture into another program as a file</source>
        <translation>Arrastrar desde aquí para llevar la imagen restaurada a otro programa como archivo</translation>
    </message>
</context>
<context>
    <name>DragOutController</name>
    <message>
        <source>There is nowhere to put the file to be dragged: {reason}.</source>
        <translation>No hay sitio para un archivo que arrastrar: {reason}.</translation>
    </message>
    <message>
        <source>Hold the button down and drag: the picture comes along as a file.</source>
        <translation>Mantener pulsado el botón y arrastrar: la imagen va como archivo.</translation>
    </message>
</context>
<context>
    <name>ExportAllController</name>
    <message>
        <source>There is no result to export yet.</source>
        <translation>Todavía no hay ningún resultado que exportar.</translation>
    </message>
    <message>
        <source>{count} more not restored yet.</source>
        <translation>{count} más aún no están restauradas.</translation>
    </message>
    <message>
        <source>{failed} of {total} could not be saved. The first: {reason}</source>
        <translation>No se pudieron guardar {failed} de {total}. La primera: {reason}</translation>
    </message>
    <message>
        <source>{count} of {total} have no receipt. The first: {reason}</source>
        <translation>{count} de {total} no tienen comprobante. El primero: {reason}</translation>
    </message>
    <message>
        <source>Saved {total} pictures</source>
        <translation>{total} imágenes guardadas</translation>
    </message>
    <message>
        <source>Saved {name}</source>
        <translation>{name} guardado</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>Mostrar en la carpeta</translation>
    </message>
</context>
<context>
    <name>ExportAllDialog</name>
    <message>
        <source>Export all</source>
        <translation>Exportar todo</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Elegir…</translation>
    </message>
    <message>
        <source>Number the new ones</source>
        <translation>Numerar los nuevos</translation>
    </message>
    <message>
        <source>Keep them, skip the new ones</source>
        <translation>Dejarlos y omitir los nuevos</translation>
    </message>
    <message>
        <source>Replace them</source>
        <translation>Reemplazarlos</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Imagen</translation>
    </message>
    <message>
        <source>Becomes</source>
        <translation>Nombre nuevo</translation>
    </message>
    <message>
        <source>Names</source>
        <translation>Nombres</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Carpeta</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Formato</translation>
    </message>
    <message>
        <source>Existing files</source>
        <translation>Archivos existentes</translation>
    </message>
    <message>
        <source>The folder “{folder}” cannot be made: {reason}.</source>
        <translation>No se puede crear la carpeta «{folder}»: {reason}.</translation>
    </message>
    <message>
        <source>No folder is chosen.</source>
        <translation>No se ha elegido ninguna carpeta.</translation>
    </message>
    <message>
        <source>“{name}” is a file, not a folder.</source>
        <translation>«{name}» es un archivo, no una carpeta.</translation>
    </message>
    <message>
        <source>The folder “{folder}” will be made.</source>
        <translation>Se creará la carpeta «{folder}».</translation>
    </message>
    <message>
        <source>{format} has no transparency: it becomes white in {count} of {total} pictures.</source>
        <translation>{format} no admite transparencia: pasa a ser blanca en {count} de {total} imágenes.</translation>
    </message>
    <message>
        <source>replaces a file</source>
        <translation>reemplaza un archivo</translation>
    </message>
    <message>
        <source>skipped</source>
        <translation>omitido</translation>
    </message>
    <message>
        <source>numbered</source>
        <translation>numerado</translation>
    </message>
    <message>
        <source>Export {count}</source>
        <translation>Exportar {count}</translation>
    </message>
</context>
<context>
    <name>ExportController</name>
    <message>
        <source>Export the restored picture</source>
        <translation>Exportar la imagen restaurada</translation>
    </message>
    <message>
        <source>Nothing was saved: an SVG is traced first.</source>
        <translation>No se ha guardado nada: un SVG se vectoriza primero.</translation>
    </message>
    <message>
        <source>Export as SVG…</source>
        <translation>Exportar como SVG…</translation>
    </message>
    <message>
        <source>Export as SVG</source>
        <translation>Exportar como SVG</translation>
    </message>
    <message>
        <source>Export the comparison</source>
        <translation>Exportar la comparación</translation>
    </message>
    <message>
        <source>Export the report</source>
        <translation>Exportar el informe</translation>
    </message>
    <message>
        <source>Saved {name}</source>
        <translation>{name} guardado</translation>
    </message>
    <message>
        <source>Saved {name}. {format} has no transparency: it became white.</source>
        <translation>{name} guardado. {format} no admite transparencia: ha pasado a ser blanca.</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>Mostrar en la carpeta</translation>
    </message>
    <message>
        <source>Save elsewhere…</source>
        <translation>Guardar en otro lugar…</translation>
    </message>
    <message>
        <source>Copied. Paste it anywhere.</source>
        <translation>Copiado. Se puede pegar donde sea.</translation>
    </message>
    <message>
        <source>Saved {name}: {format} cannot be written here.</source>
        <translation>{name} guardado: aquí no se puede escribir {format}.</translation>
    </message>
</context>
<context>
    <name>ExportPanel</name>
    <message>
        <source>Such as 42 mm, 4.2 cm or 1.65 in; empty keeps the size</source>
        <translation>Por ejemplo, 42 mm, 4,2 cm o 1,65 in; vacío conserva el tamaño</translation>
    </message>
    <message>
        <source>Convert to sRGB</source>
        <translation>Convertir a sRGB</translation>
    </message>
    <message>
        <source>JPEG has no transparency: it becomes white.</source>
        <translation>JPEG no admite transparencia: pasa a ser blanca.</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>Salida</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Tamaño</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Formato</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Colores</translation>
    </message>
    <message>
        <source>Print width</source>
        <translation>Impresión</translation>
    </message>
    <message>
        <source>{size} px</source>
        <translation>{size} px</translation>
    </message>
    <message>
        <source>Prints clean up to {width} mm at {dpi} dpi</source>
        <translation>Nítida hasta {width} mm a {dpi} ppp</translation>
    </message>
    <message>
        <source>Keep {name}</source>
        <translation>Conservar {name}</translation>
    </message>
    <message>
        <source>{width} mm</source>
        <translation>{width} mm</translation>
    </message>
    <message>
        <source>Keep print size</source>
        <translation>Conservar tamaño impreso</translation>
    </message>
    <message>
        <source>Keep print size: {size}</source>
        <translation>Conservar {size}</translation>
    </message>
    <message>
        <source>Write print size: {size}</source>
        <translation>Escribir {size}</translation>
    </message>
</context>
<context>
    <name>ExportSvgController</name>
    <message>
        <source>Only a restored picture can be traced.</source>
        <translation>Solo se puede vectorizar una imagen restaurada.</translation>
    </message>
    <message>
        <source>A photograph or gradients: areas of similar colour. Edges are exact where there are few flat colours.</source>
        <translation>Una fotografía o degradados: zonas de color parecido. Los bordes son exactos donde hay pocos colores planos.</translation>
    </message>
    <message>
        <source>The outline has too many curves to be shown; the file has them all.</source>
        <translation>El contorno tiene demasiadas curvas para mostrarlo; el archivo las tiene todas.</translation>
    </message>
</context>
<context>
    <name>FailureNotices</name>
    <message>
        <source>{count} items cannot be opened: {names}.</source>
        <translation>No se pueden abrir {count} elementos: {names}.</translation>
    </message>
    <message>
        <source>Open another…</source>
        <translation>Abrir otra…</translation>
    </message>
    <message>
        <source>{count} more</source>
        <translation>{count} más</translation>
    </message>
    <message>
        <source>The last changes of {name} could not be made. {reason}</source>
        <translation>No se pudieron hacer los últimos cambios de {name}. {reason}</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>Reintentar</translation>
    </message>
    <message>
        <source>Try on the CPU</source>
        <translation>Probar con la CPU</translation>
    </message>
    <message>
        <source>Use the program&apos;s own model</source>
        <translation>Usar el modelo del programa</translation>
    </message>
    <message>
        <source>Use {scale}×</source>
        <translation>Usar {scale}×</translation>
    </message>
</context>
<context>
    <name>FeaturesView</name>
    <message>
        <source>Stage</source>
        <translation>Etapa</translation>
    </message>
    <message>
        <source>Not looked at yet</source>
        <translation>Aún sin mirar</translation>
    </message>
    <message>
        <source>No picture yet</source>
        <translation>Todavía sin imagen</translation>
    </message>
    <message>
        <source>At full resolution</source>
        <translation>A resolución completa</translation>
    </message>
    <message>
        <source>On the stage&apos;s own grid</source>
        <translation>En la cuadrícula de la etapa</translation>
    </message>
    <message>
        <source>cosine {cosine}, averaged back down</source>
        <translation>coseno {cosine}, promediado de vuelta</translation>
    </message>
    <message>
        <source>the transparency</source>
        <translation>la transparencia</translation>
    </message>
    <message>
        <source>the colours</source>
        <translation>los colores</translation>
    </message>
    <message>
        <source>Features of</source>
        <translation>Características de</translation>
    </message>
    <message>
        <source>Match</source>
        <translation>Fidelidad</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Tiempo</translation>
    </message>
</context>
<context>
    <name>Fidelity</name>
    <message>
        <source>Faithful: put back through the estimated blur, it is your input to within {difference} %.</source>
        <translation>Fiel: devuelta a través del desenfoque estimado, coincide con la entrada salvo un {difference} %.</translation>
    </message>
    <message>
        <source>Look here: 1 place differs from your input, around {x}, {y} px of the result.</source>
        <translation>Conviene mirar: 1 lugar difiere de la entrada, hacia {x}, {y} px del resultado.</translation>
    </message>
    <message>
        <source>Look here: {count} places differ from your input, the most around {x}, {y} px of the result.</source>
        <translation>Conviene mirar: {count} lugares difieren de la entrada, el que más hacia {x}, {y} px del resultado.</translation>
    </message>
</context>
<context>
    <name>FidelityPanel</name>
    <message>
        <source>Show where</source>
        <translation>Ver dónde</translation>
    </message>
    <message>
        <source>Next place</source>
        <translation>Siguiente</translation>
    </message>
    <message>
        <source>Did it change?</source>
        <translation>¿Ha cambiado?</translation>
    </message>
    <message>
        <source>Comparing with the input…</source>
        <translation>Comparando con la entrada …</translation>
    </message>
    <message>
        <source>Nothing yet.</source>
        <translation>Todavía nada.</translation>
    </message>
    <message>
        <source>It could not be compared with the input.</source>
        <translation>No se pudo comparar con la entrada.</translation>
    </message>
    <message>
        <source>Proofread letters under {height} px in the input: they can come back as others, and no comparison finds that.</source>
        <translation>Relea las letras de menos de {height} px en la entrada: pueden volver convertidas en otras, y ninguna comparación lo descubre.</translation>
    </message>
</context>
<context>
    <name>FineTuneController</name>
    <message>
        <source>Pictures wait until the network has been fine-tuned.</source>
        <translation>Las imágenes esperan hasta que termine el ajuste fino de la red.</translation>
    </message>
    <message>
        <source>Stop fine-tuning</source>
        <translation>Detener el ajuste fino</translation>
    </message>
    <message>
        <source>The network is as it was shipped.</source>
        <translation>La red está como se entregó.</translation>
    </message>
    <message>
        <source>Cancelled. The network is as it was.</source>
        <translation>Cancelado. La red está como antes.</translation>
    </message>
    <message>
        <source>Fine-tuning has ended. {outcome}</source>
        <translation>El ajuste fino ha terminado. {outcome}</translation>
    </message>
</context>
<context>
    <name>FineTuneView</name>
    <message>
        <source>It seldom finds something to learn: in 8 of 70 trials with blurs that the network was not trained on, and in none of 30 with blurs that it was. Those 8 became better by 3 to 10 dB, and none became worse.</source>
        <translation>Rara vez hay algo que aprender: en 8 de 70 pruebas con desenfoques con los que la red no fue entrenada, y en ninguna de 30 con otros con los que sí. Esas 8 mejoraron entre 3 y 10 dB y ninguna empeoró.</translation>
    </message>
    <message>
        <source>Adapt to these pictures</source>
        <translation>Adaptar a estas imágenes</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Progress of the fine-tuning</source>
        <translation>Progreso del ajuste fino</translation>
    </message>
    <message>
        <source>Restore this picture again</source>
        <translation>Restaurar de nuevo esta imagen</translation>
    </message>
    <message>
        <source>Back to the original</source>
        <translation>Volver al original</translation>
    </message>
    <message>
        <source>Use the network as it was shipped</source>
        <translation>Usar la red tal como se entregó</translation>
    </message>
    <message>
        <source>First open the pictures that it should learn from.</source>
        <translation>Primero hay que abrir las imágenes de las que debe aprender.</translation>
    </message>
    <message>
        <source>{names} and {count} more</source>
        <translation>{names} y {count} más</translation>
    </message>
    <message>
        <source>From the queue: {names}</source>
        <translation>De la cola: {names}</translation>
    </message>
    <message>
        <source>1 other is not in memory; look at it to include it.</source>
        <translation>Hay 1 más que no está en la memoria; al mirarla se incluye.</translation>
    </message>
    <message>
        <source>{count} others are not in memory; look at one to include it.</source>
        <translation>Hay {count} más que no están en la memoria; al mirar una se incluye.</translation>
    </message>
    <message>
        <source>Getting ready</source>
        <translation>Preparando</translation>
    </message>
    <message>
        <source>Step {done} of {total}</source>
        <translation>Paso {done} de {total}</translation>
    </message>
    <message>
        <source>Adapted in {steps} steps and {time}. Damaged again, the results now miss your pictures by {after} instead of {before}. It is used until you go back or close Clearmark.</source>
        <translation>Adaptada en {steps} pasos y {time}. Degradados de nuevo, los resultados se apartan ahora de las imágenes en {after} en vez de {before}. Se usa hasta que se vuelva atrás o se cierre Clearmark.</translation>
    </message>
    <message>
        <source>There was nothing to learn: no blur explains these pictures much better than the network does. It is as it was.</source>
        <translation>No había nada que aprender: ningún desenfoque explica estas imágenes mucho mejor que la red. Sigue como estaba.</translation>
    </message>
    <message>
        <source>Not much better after {steps} steps and {time}: damaged again, the results would miss your pictures by {after} instead of {before}. The original network is used, as before.</source>
        <translation>Sin gran mejora tras {steps} pasos y {time}: degradados de nuevo, los resultados se apartarían de las imágenes en {after} en vez de {before}. Se usa la red original, como antes.</translation>
    </message>
</context>
<context>
    <name>FormatChoice</name>
    <message>
        <source>Format</source>
        <translation>Formato</translation>
    </message>
    <message>
        <source>Lossless</source>
        <translation>Sin pérdida</translation>
    </message>
    <message>
        <source>Quality</source>
        <translation>Calidad</translation>
    </message>
</context>
<context>
    <name>Guide</name>
    <message>
        <source>Clearmark guide</source>
        <translation>Guía de Clearmark</translation>
    </message>
    <message>
        <source>Chapters</source>
        <translation>Capítulos</translation>
    </message>
    <message>
        <source>Shortcuts</source>
        <translation>Atajos de teclado</translation>
    </message>
    <message>
        <source>Chapter</source>
        <translation>Capítulo</translation>
    </message>
</context>
<context>
    <name>Header</name>
    <message>
        <source>More ▾</source>
        <translation>Más ▾</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Más</translation>
    </message>
    <message>
        <source>Recent files, preferences, help</source>
        <translation>Archivos recientes, preferencias, ayuda</translation>
    </message>
</context>
<context>
    <name>InputPanel</name>
    <message>
        <source>Format</source>
        <translation>Formato</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Tamaño</translation>
    </message>
    <message>
        <source>Profile</source>
        <translation>Perfil</translation>
    </message>
    <message>
        <source>Print size</source>
        <translation>Tamaño impreso</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>Entrada</translation>
    </message>
    <message>
        <source>Nothing is open yet.</source>
        <translation>Todavía no hay nada abierto.</translation>
    </message>
    <message>
        <source>Recommended: {scale}×</source>
        <translation>Recomendado: {scale}×</translation>
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
        <translation>ninguno: se supone sRGB</translation>
    </message>
    <message>
        <source>not given</source>
        <translation>no indicado</translation>
    </message>
</context>
<context>
    <name>InspectionPage</name>
    <message>
        <source>Coarse to fine</source>
        <translation>De lo grueso a lo fino</translation>
    </message>
    <message>
        <source>Coarse to fine: what each scale adds</source>
        <translation>De lo grueso a lo fino: lo que añade cada escala</translation>
    </message>
    <message>
        <source>What it sees</source>
        <translation>Lo que ve</translation>
    </message>
    <message>
        <source>What the network sees: features as colours</source>
        <translation>Lo que ve la red: características como colores</translation>
    </message>
    <message>
        <source>Where it matters</source>
        <translation>Dónde importa</translation>
    </message>
    <message>
        <source>Where it matters first: regions</source>
        <translation>Dónde importa primero: regiones</translation>
    </message>
    <message>
        <source>Learning</source>
        <translation>Aprendizaje</translation>
    </message>
    <message>
        <source>Learning from your own pictures, without labels</source>
        <translation>Aprender de las propias imágenes, sin etiquetas</translation>
    </message>
</context>
<context>
    <name>MenuBar</name>
    <message>
        <source>File</source>
        <translation>Archivo</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Edición</translation>
    </message>
    <message>
        <source>View</source>
        <translation>Ver</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Ayuda</translation>
    </message>
</context>
<context>
    <name>MiniMap</name>
    <message>
        <source>Overview</source>
        <translation>Vista general</translation>
    </message>
    <message>
        <source>Click or drag to look at another part</source>
        <translation>Hacer clic o arrastrar para ver otra parte</translation>
    </message>
</context>
<context>
    <name>MoreMenu</name>
    <message>
        <source>Open recent</source>
        <translation>Abrir reciente</translation>
    </message>
    <message>
        <source>{name} – {folder}</source>
        <translation>{name} – {folder}</translation>
    </message>
    <message>
        <source>Forget these files</source>
        <translation>Olvidar estos archivos</translation>
    </message>
</context>
<context>
    <name>OpenController</name>
    <message>
        <source>Pasted picture</source>
        <translation>Imagen pegada</translation>
    </message>
    <message>
        <source>There is no picture on the clipboard.</source>
        <translation>No hay ninguna imagen en el portapapeles.</translation>
    </message>
    <message>
        <source>Open pictures</source>
        <translation>Abrir imágenes</translation>
    </message>
    <message>
        <source>Pictures ({patterns})</source>
        <translation>Imágenes ({patterns})</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Todos los archivos (*)</translation>
    </message>
    <message>
        <source>Open a checkpoint of MIMO-UNet</source>
        <translation>Abrir un checkpoint de MIMO-UNet</translation>
    </message>
    <message>
        <source>Checkpoints ({patterns})</source>
        <translation>Checkpoints ({patterns})</translation>
    </message>
    <message>
        <source>That is a web address, and Clearmark never uses the network: save the picture on this computer first and open the file.</source>
        <translation>Eso es una dirección web y Clearmark nunca usa la red: guardar primero la imagen en este equipo y abrir el archivo.</translation>
    </message>
</context>
<context>
    <name>OutputInfoController</name>
    <message>
        <source>Width of the output on paper</source>
        <translation>Ancho de la salida en papel</translation>
    </message>
    <message>
        <source>Width of the output on paper; the file gives no resolution</source>
        <translation>Ancho de la salida en papel; el archivo no indica resolución</translation>
    </message>
    <message>
        <source>would be {size}</source>
        <translation>serían {size}</translation>
    </message>
</context>
<context>
    <name>PapersPage</name>
    <message>
        <source>A link opens in your browser when you click it, and not before.</source>
        <translation>Un enlace se abre en el navegador al hacer clic en él, y no antes.</translation>
    </message>
    <message>
        <source>Copy citation</source>
        <translation>Copiar cita</translation>
    </message>
    <message>
        <source>Copy the citation of {name} as BibTeX</source>
        <translation>Copiar la cita de {name} como BibTeX</translation>
    </message>
    <message>
        <source>Copy the address {address}</source>
        <translation>Copiar la dirección {address}</translation>
    </message>
    <message>
        <source>Copy link</source>
        <translation>Copiar enlace</translation>
    </message>
</context>
<context>
    <name>Preferences</name>
    <message>
        <source>Preferences</source>
        <translation>Preferencias</translation>
    </message>
    <message>
        <source>General</source>
        <translation>General</translation>
    </message>
    <message>
        <source>Saving</source>
        <translation>Guardado</translation>
    </message>
    <message>
        <source>Privacy</source>
        <translation>Privacidad</translation>
    </message>
    <message>
        <source>System theme</source>
        <translation>Como el sistema</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Oscuro</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Claro</translation>
    </message>
    <message>
        <source>System language</source>
        <translation>Idioma del sistema</translation>
    </message>
    <message>
        <source>The language changes at the next start.</source>
        <translation>Otro idioma se aplica desde el próximo inicio.</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Tema</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Idioma</translation>
    </message>
    <message>
        <source>Where I last saved</source>
        <translation>Donde se guardó la última vez</translation>
    </message>
    <message>
        <source>Next to the picture</source>
        <translation>Junto a la imagen</translation>
    </message>
    <message>
        <source>Always in this folder</source>
        <translation>Siempre en esta carpeta</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Elegir…</translation>
    </message>
    <message>
        <source>Write a receipt next to each result</source>
        <translation>Escribir un comprobante junto a cada resultado</translation>
    </message>
    <message>
        <source>A small file (JSON) for your records: hashes of the picture, the result and the model, the settings, the device, and what was noticed.</source>
        <translation>Un archivo pequeño (JSON) para el registro: resúmenes criptográficos de la imagen, el resultado y el modelo, los ajustes, el dispositivo y lo que se observó.</translation>
    </message>
    <message>
        <source>Save in</source>
        <translation>Proponer</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Carpeta</translation>
    </message>
    <message>
        <source>Names</source>
        <translation>Nombres</translation>
    </message>
    <message>
        <source>{source} becomes {name}</source>
        <translation>{source} pasa a ser {name}</translation>
    </message>
    <message>
        <source>Clearmark has no network code at all. It sends nothing, downloads nothing, checks for no updates and needs no account; a test of every version proves it. Links in its texts open in your browser, and only when you click them.</source>
        <translation>Clearmark no contiene código de red alguno. No envía nada, no descarga nada, no busca actualizaciones ni conoce cuentas; una prueba de cada versión lo demuestra. Los enlaces de sus textos se abren en el navegador, y solo al hacer clic en ellos.</translation>
    </message>
    <message>
        <source>Forget recent files</source>
        <translation>Olvidar archivos recientes</translation>
    </message>
    <message>
        <source>Delete leftover queues</source>
        <translation>Eliminar colas pendientes</translation>
    </message>
    <message>
        <source>In case of a crash, the queue and its results are kept here while the program runs:</source>
        <translation>Para que un fallo no cueste nada, la cola y sus resultados se guardan aquí mientras el programa funciona:</translation>
    </message>
    <message>
        <source>Log, for troubleshooting: {folder}</source>
        <translation>Su registro, para encontrar fallos: {folder}</translation>
    </message>
    <message>
        <source>Recent files remembered: {count}</source>
        <translation>Archivos recientes recordados: {count}</translation>
    </message>
    <message>
        <source>Queues left by earlier runs: {count}</source>
        <translation>Colas que dejaron sesiones anteriores: {count}</translation>
    </message>
    <message>
        <source>New pictures</source>
        <translation>Imágenes nuevas</translation>
    </message>
    <message>
        <source>Every new picture starts with these settings. What you change in the window changes only the picture that is shown.</source>
        <translation>Cada imagen nueva empieza con estos ajustes. Lo que cambie en la ventana solo cambia la imagen que se muestra.</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Automático</translation>
    </message>
    <message>
        <source>Scale</source>
        <translation>Escala</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modelo</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Dispositivo</translation>
    </message>
    <message>
        <source>Steady: average of two answers</source>
        <translation>Estable: media de dos respuestas</translation>
    </message>
</context>
<context>
    <name>PresetMenu</name>
    <message>
        <source>Presets</source>
        <translation>Preajustes</translation>
    </message>
    <message>
        <source>Save as preset…</source>
        <translation>Guardar como preajuste…</translation>
    </message>
    <message>
        <source>Add a preset file…</source>
        <translation>Añadir un archivo de preajuste…</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>Compartir</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Eliminar</translation>
    </message>
    <message>
        <source>Save as preset</source>
        <translation>Guardar como preajuste</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Add a preset</source>
        <translation>Añadir un preajuste</translation>
    </message>
    <message>
        <source>Share a preset</source>
        <translation>Compartir un preajuste</translation>
    </message>
    <message>
        <source>Preset “{name}” was saved.</source>
        <translation>El preajuste «{name}» queda guardado.</translation>
    </message>
    <message>
        <source>The preset cannot be written: {reason}.</source>
        <translation>No se puede escribir el preajuste: {reason}.</translation>
    </message>
</context>
<context>
    <name>QueueController</name>
    <message>
        <source>An earlier queue cannot be read; its files were moved to “{folder}”.</source>
        <translation>Una cola anterior no se puede leer; sus archivos se han movido a «{folder}».</translation>
    </message>
    <message>
        <source>{count} more cannot be read and are left out.</source>
        <translation>Otras {count} no se pueden leer y se han dejado fuera.</translation>
    </message>
    <message>
        <source>1 more cannot be read and is left out.</source>
        <translation>Otra no se puede leer y se ha dejado fuera.</translation>
    </message>
    <message>
        <source>An earlier queue of 1 picture was kept.</source>
        <translation>Se conservó una cola anterior con 1 imagen.</translation>
    </message>
    <message>
        <source>An earlier queue was kept, with {waiting} of {total} pictures still to be restored.</source>
        <translation>Se conservó una cola anterior, con {waiting} de {total} imágenes por restaurar.</translation>
    </message>
    <message>
        <source>An earlier queue of {total} pictures was kept.</source>
        <translation>Se conservó una cola anterior con {total} imágenes.</translation>
    </message>
    <message>
        <source>Bring them back</source>
        <translation>Recuperarlas</translation>
    </message>
    <message>
        <source>Another window has brought this queue back.</source>
        <translation>Otra ventana ya ha recuperado esta cola.</translation>
    </message>
    <message>
        <source>They cannot be brought back now: {reason}.</source>
        <translation>Ahora no se pueden recuperar: {reason}.</translation>
    </message>
    <message>
        <source>“{name}” was removed.</source>
        <translation>Se quitó «{name}».</translation>
    </message>
    <message>
        <source>{count} pictures were removed.</source>
        <translation>Se quitaron {count} imágenes.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Deshacer</translation>
    </message>
    <message>
        <source>The queue has finished: {done} of {total} pictures are restored.</source>
        <translation>La cola ha terminado: {done} de {total} imágenes están restauradas.</translation>
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
        <translation>tesela {done} de {total}</translation>
    </message>
    <message>
        <source>done · {time}</source>
        <translation>lista · {time}</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>en espera</translation>
    </message>
    <message>
        <source>reading</source>
        <translation>leyendo</translation>
    </message>
    <message>
        <source>getting ready</source>
        <translation>preparando</translation>
    </message>
    <message>
        <source>restoring</source>
        <translation>restaurando</translation>
    </message>
    <message>
        <source>done</source>
        <translation>lista</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>cancelada</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>fallida</translation>
    </message>
    <message>
        <source>done earlier</source>
        <translation>hecha antes</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>en pausa</translation>
    </message>
    <message>
        <source>partly restored</source>
        <translation>restaurada en parte</translation>
    </message>
    <message>
        <source>not restored</source>
        <translation>sin restaurar</translation>
    </message>
    <message>
        <source>Click to start it again.</source>
        <translation>Hacer clic para empezar de nuevo.</translation>
    </message>
    <message>
        <source>Its result is kept. Click to look at it.</source>
        <translation>Su resultado está guardado. Hacer clic para verlo.</translation>
    </message>
    <message>
        <source>Its result was dropped to free memory. Click to restore it again.</source>
        <translation>Su resultado cedió la memoria a otros. Hacer clic para restaurar de nuevo.</translation>
    </message>
    <message>
        <source>one answer</source>
        <translation>una respuesta</translation>
    </message>
</context>
<context>
    <name>QueuePanel</name>
    <message>
        <source>Queue</source>
        <translation>Cola</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pausa</translation>
    </message>
    <message>
        <source>Pause the work; what is done is kept</source>
        <translation>Dejar el trabajo en espera; lo hecho se conserva</translation>
    </message>
    <message>
        <source>Export all…</source>
        <translation>Exportar todo…</translation>
    </message>
    <message>
        <source>Save all results, with a preview of their names</source>
        <translation>Guardar todos los resultados, con una vista previa de sus nombres</translation>
    </message>
    <message>
        <source>Pictures that you drop wait here.</source>
        <translation>Las imágenes que se sueltan esperan aquí.</translation>
    </message>
    <message>
        <source>{done} of {total} done</source>
        <translation>{done} de {total} listas</translation>
    </message>
    <message>
        <source>{count} not restored</source>
        <translation>{count} sin restaurar</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>en pausa</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Reanudar</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>Reintentar</translation>
    </message>
    <message>
        <source>Restore now</source>
        <translation>Restaurar ahora</translation>
    </message>
    <message>
        <source>Move to the top</source>
        <translation>Llevar al principio</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>Subir</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>Bajar</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Quitar</translation>
    </message>
    <message>
        <source>Remove all</source>
        <translation>Quitar todas</translation>
    </message>
</context>
<context>
    <name>RegionsView</name>
    <message>
        <source>Show on the picture</source>
        <translation>Mostrar en la imagen</translation>
    </message>
    <message>
        <source>Restore these again, steadily</source>
        <translation>Restaurarlas de nuevo, en modo estable</translation>
    </message>
    <message>
        <source>Averages two answers, in about twice the time; flat places are skipped</source>
        <translation>Promedia dos respuestas, en aproximadamente el doble de tiempo; las zonas lisas se omiten</translation>
    </message>
    <message>
        <source>No picture yet</source>
        <translation>Todavía sin imagen</translation>
    </message>
    <message>
        <source>Your picture, enlarged</source>
        <translation>La imagen, ampliada</translation>
    </message>
    <message>
        <source>{share} % of the picture</source>
        <translation>{share} % de la imagen</translation>
    </message>
    <message>
        <source>Regions</source>
        <translation>Regiones</translation>
    </message>
    <message>
        <source>Area</source>
        <translation>Área</translation>
    </message>
    <message>
        <source>Coarse pass</source>
        <translation>Pasada gruesa</translation>
    </message>
</context>
<context>
    <name>RestorePanel</name>
    <message>
        <source>Sharpen only, same size</source>
        <translation>Solo enfocar, mismo tamaño</translation>
    </message>
    <message>
        <source>Twice as wide and high</source>
        <translation>El doble de ancho y alto</translation>
    </message>
    <message>
        <source>Four times as wide and high, in two passes</source>
        <translation>Cuatro veces más ancho y alto, en dos pasadas</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Automático</translation>
    </message>
    <message>
        <source>Open a checkpoint…</source>
        <translation>Abrir un checkpoint…</translation>
    </message>
    <message>
        <source>Steady: average of two answers</source>
        <translation>Estable: media de dos respuestas</translation>
    </message>
    <message>
        <source>Restores the picture and its negative, and averages both.
Measured: pictures come 0.2 dB closer to the truth, and 2 in 100 misread letters are
read right. Without it a picture takes half the time.</source>
        <translation>Restaura la imagen y su negativo, y promedia ambos.
Medido: las imágenes quedan 0,2 dB más cerca de la verdad, y 2 de cada 100 letras
mal leídas se leen bien. Sin esto una imagen tarda la mitad.</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Restaurar</translation>
    </message>
    <message>
        <source>Scale</source>
        <translation>Escala</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modelo</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Dispositivo</translation>
    </message>
    <message>
        <source>the fastest one</source>
        <translation>el más rápido</translation>
    </message>
    <message>
        <source>Automatic uses {device}</source>
        <translation>Automático elige {device}</translation>
    </message>
    <message>
        <source>about 2× the time</source>
        <translation>unas 2× el tiempo</translation>
    </message>
    <message>
        <source>about 2× the time (≈ {time})</source>
        <translation>unas 2× el tiempo (≈ {time})</translation>
    </message>
    <message>
        <source>Automatic uses {model}</source>
        <translation>Automático elige {model}</translation>
    </message>
    <message>
        <source>Apply to all waiting</source>
        <translation>Aplicar a todas las que esperan</translation>
    </message>
    <message>
        <source>Give these settings to every picture that waits</source>
        <translation>Dar estos ajustes a cada imagen que espera</translation>
    </message>
</context>
<context>
    <name>ScalesView</name>
    <message>
        <source>From coarse to fine</source>
        <translation>De lo grueso a lo fino</translation>
    </message>
    <message>
        <source>Enlarged</source>
        <translation>Ampliada</translation>
    </message>
    <message>
        <source>Quarter size</source>
        <translation>Un cuarto</translation>
    </message>
    <message>
        <source>Half size</source>
        <translation>Mitad</translation>
    </message>
    <message>
        <source>Full size</source>
        <translation>Tamaño completo</translation>
    </message>
    <message>
        <source>What enters the network</source>
        <translation>Lo que entra en la red</translation>
    </message>
    <message>
        <source>The enlarged picture, before the network</source>
        <translation>La imagen ampliada, antes de la red</translation>
    </message>
    <message>
        <source>Output at a quarter of the size</source>
        <translation>Salida a un cuarto del tamaño</translation>
    </message>
    <message>
        <source>Output at half the size</source>
        <translation>Salida a la mitad del tamaño</translation>
    </message>
    <message>
        <source>Output at full size</source>
        <translation>Salida a tamaño completo</translation>
    </message>
    <message>
        <source>Nothing is added yet</source>
        <translation>Todavía no se suma nada</translation>
    </message>
    <message>
        <source>No picture yet</source>
        <translation>Todavía sin imagen</translation>
    </message>
    <message>
        <source>Not looked at yet</source>
        <translation>Aún sin mirar</translation>
    </message>
    <message>
        <source>The residual that was added</source>
        <translation>El residuo que se sumó</translation>
    </message>
    <message>
        <source>The residual that was added, amplified {gain}×</source>
        <translation>El residuo que se sumó, amplificado {gain}×</translation>
    </message>
</context>
<context>
    <name>Sentences</name>
    <message>
        <source>“{name}” is saved, but there is no receipt: {reason}</source>
        <translation>«{name}» está guardado, pero sin comprobante: {reason}</translation>
    </message>
    <message>
        <source>“{name}” has changed since it was opened.</source>
        <translation>«{name}» ha cambiado desde que se abrió.</translation>
    </message>
    <message>
        <source>Nothing matches “{pattern}”.</source>
        <translation>Nada coincide con «{pattern}».</translation>
    </message>
    <message>
        <source>“{folder}” holds no pictures.</source>
        <translation>«{folder}» no contiene imágenes.</translation>
    </message>
    <message>
        <source>“{folder}” cannot be searched: {reason}.</source>
        <translation>No se puede buscar en «{folder}»: {reason}.</translation>
    </message>
    <message>
        <source>“{word}” is not a colour: write six digits, as in #0A84FF.</source>
        <translation>«{word}» no es un color: hay que escribir seis dígitos, como en #0A84FF.</translation>
    </message>
    <message>
        <source>That is {count} colours; the limit is {limit}.</source>
        <translation>Son {count} colores; como máximo pueden ser {limit}.</translation>
    </message>
    <message>
        <source>“{name}” does not exist.</source>
        <translation>«{name}» no existe.</translation>
    </message>
    <message>
        <source>“{name}” cannot be read: you have no permission.</source>
        <translation>«{name}» no se puede leer: falta el permiso.</translation>
    </message>
    <message>
        <source>“{name}” does not exist: its folder is a file.</source>
        <translation>«{name}» no existe: su carpeta es un archivo.</translation>
    </message>
    <message>
        <source>“{name}” is a link that leads in a circle.</source>
        <translation>«{name}» es un vínculo que lleva en círculo.</translation>
    </message>
    <message>
        <source>“{name}” cannot be read: {reason}.</source>
        <translation>«{name}» no se puede leer: {reason}.</translation>
    </message>
    <message>
        <source>“{name}” already exists, so it was not written.</source>
        <translation>«{name}» ya existe, así que no se escribió.</translation>
    </message>
    <message>
        <source>“{name}” was not written: {reason}.</source>
        <translation>«{name}» no se escribió: {reason}.</translation>
    </message>
    <message>
        <source>the disk is full</source>
        <translation>el disco está lleno</translation>
    </message>
    <message>
        <source>this disk does not allow files so large</source>
        <translation>este disco no admite archivos tan grandes</translation>
    </message>
    <message>
        <source>the disk is read-only</source>
        <translation>el disco es de solo lectura</translation>
    </message>
    <message>
        <source>the name is too long</source>
        <translation>el nombre es demasiado largo</translation>
    </message>
    <message>
        <source>the folder “{folder}” does not exist</source>
        <translation>la carpeta «{folder}» no existe</translation>
    </message>
    <message>
        <source>you may not write in the folder “{folder}”, or another program has the file open</source>
        <translation>no se puede escribir en la carpeta «{folder}», o bien otro programa tiene abierto el archivo</translation>
    </message>
    <message>
        <source>“{name}” was not written: the memory is full.</source>
        <translation>«{name}» no se escribió: la memoria está llena.</translation>
    </message>
    <message>
        <source>“{name}” cannot be stored as {format}: {reason}.</source>
        <translation>«{name}» no se puede guardar como {format}: {reason}.</translation>
    </message>
    <message>
        <source>“{name}” was not written: {format} ends at {limit} pixels per side, and this picture is {size}.</source>
        <translation>«{name}» no se escribió: {format} llega a {limit} píxeles por lado, y esta imagen tiene {size}.</translation>
    </message>
    <message>
        <source>“{name}” was not written: programs read AVIF up to {limit} megapixels, and this picture is {size}.</source>
        <translation>«{name}» no se escribió: los programas leen AVIF hasta {limit} megapíxeles, y esta imagen tiene {size}.</translation>
    </message>
    <message>
        <source>“{name}” was not written: the Pillow of this computer lacks AVIF.</source>
        <translation>«{name}» no se escribió: al Pillow de este ordenador le falta AVIF.</translation>
    </message>
    <message>
        <source>“{name}” was not written: TIFF ends at 4 GB, and this picture is {size} pixels; PNG can hold it.</source>
        <translation>«{name}» no se escribió: TIFF llega a 4 GB, y esta imagen tiene {size} píxeles; PNG la puede contener.</translation>
    </message>
    <message>
        <source>The naming pattern is empty; a usual one is {pattern}.</source>
        <translation>El patrón de nombres está vacío; uno habitual es {pattern}.</translation>
    </message>
    <message>
        <source>There is no field {field} in naming patterns; there are {known}.</source>
        <translation>No hay un campo {field} en los patrones de nombres; hay {known}.</translation>
    </message>
    <message>
        <source>A brace in the naming pattern has no partner.</source>
        <translation>A una llave del patrón de nombres le falta su pareja.</translation>
    </message>
    <message>
        <source>A file name cannot contain “{letter}”; change the pattern.</source>
        <translation>Un nombre de archivo no puede contener «{letter}»; hay que cambiar el patrón.</translation>
    </message>
    <message>
        <source>A file name cannot contain a control character; change the pattern.</source>
        <translation>Un nombre de archivo no puede contener un carácter de control; hay que cambiar el patrón.</translation>
    </message>
    <message>
        <source>“{name}” is a Photoshop file with 32 bits per channel: save it with 8 or 16 bits per channel, or as TIFF or PNG, and open that.</source>
        <translation>«{name}» es un archivo de Photoshop con 32 bits por canal: guardarlo con 8 o 16 bits por canal, o como TIFF o PNG, y abrir ese archivo.</translation>
    </message>
    <message>
        <source>“{name}” is a Photoshop file of single inks: save it in RGB or CMYK and open that.</source>
        <translation>«{name}» es un archivo de Photoshop de tintas sueltas: guardarlo en RGB o CMYK y abrir ese archivo.</translation>
    </message>
    <message>
        <source>“{name}” is a Photoshop file without a picture of all its layers: save it again with “Maximize Compatibility”, or as PNG, and open that.</source>
        <translation>«{name}» es un archivo de Photoshop sin una imagen de todas sus capas: guardarlo de nuevo con «Maximizar compatibilidad», o como PNG, y abrir ese archivo.</translation>
    </message>
    <message>
        <source>Its transparency could not be read: it was put on white.</source>
        <translation>No se pudo leer su transparencia: está sobre blanco.</translation>
    </message>
    <message>
        <source>It is a duotone: its inks were left out and it was read as grey.</source>
        <translation>Es una imagen de duotono: se dejaron fuera sus tintas y se leyó en escala de grises.</translation>
    </message>
    <message>
        <source>Its CMYK values were read as inverted, as usual; the file does not say.</source>
        <translation>Sus valores CMYK se leyeron como invertidos, como es habitual; el archivo no lo dice.</translation>
    </message>
    <message>
        <source>Its {bits} bits per channel were reduced to 8.</source>
        <translation>Sus {bits} bits por canal se redujeron a 8.</translation>
    </message>
    <message>
        <source>Its 32-bit values were reduced to 8 bits.</source>
        <translation>Sus valores de 32 bits se redujeron a 8 bits.</translation>
    </message>
    <message>
        <source>Its 32-bit values from {low:g} to {high:g} were stretched to 8 bits.</source>
        <translation>Sus valores de 32 bits de {low:g} a {high:g} se llevaron a 8 bits.</translation>
    </message>
    <message>
        <source>Its CMYK colours were converted to sRGB by {profile}.</source>
        <translation>Sus colores CMYK se convirtieron a sRGB con {profile}.</translation>
    </message>
    <message>
        <source>Its grey values were converted to sRGB by {profile}.</source>
        <translation>Sus valores de gris se convirtieron a sRGB con {profile}.</translation>
    </message>
    <message>
        <source>Its CMYK colours have no usable profile, so the conversion is approximate.</source>
        <translation>Sus colores CMYK no tienen un perfil utilizable, así que la conversión es aproximada.</translation>
    </message>
    <message>
        <source>Its Lab colours were converted to sRGB.</source>
        <translation>Sus colores Lab se convirtieron a sRGB.</translation>
    </message>
    <message>
        <source>Its HDR brightness cannot be read here, so its colours may look wrong.</source>
        <translation>Su brillo HDR no se puede leer aquí, así que los colores pueden verse mal.</translation>
    </message>
    <message>
        <source>Its colour profile does not fit and was left out; sRGB is assumed.</source>
        <translation>Su perfil de color no encaja y se omitió; se supone sRGB.</translation>
    </message>
    <message>
        <source>“{name}” is a folder, not a picture.</source>
        <translation>«{name}» es una carpeta, no una imagen.</translation>
    </message>
    <message>
        <source>“{name}” is a device, not a picture file.</source>
        <translation>«{name}» es un dispositivo, no un archivo de imagen.</translation>
    </message>
    <message>
        <source>“{name}” is too large: {size:.1f} GB, and the limit is 1 GB.</source>
        <translation>«{name}» es demasiado grande: {size:.1f} GB, y el límite es 1 GB.</translation>
    </message>
    <message>
        <source>“{name}” is not a possible file name.</source>
        <translation>«{name}» no puede ser un nombre de archivo.</translation>
    </message>
    <message>
        <source>“{name}” takes over two minutes to read, so it was given up: save it as PNG or JPEG and open that.</source>
        <translation>Leer «{name}» lleva más de dos minutos y se abandonó: guardarlo como PNG o JPEG y abrir ese archivo.</translation>
    </message>
    <message>
        <source>“{name}” is empty.</source>
        <translation>«{name}» está vacío.</translation>
    </message>
    <message>
        <source>“{name}” is a HEIC photo, which cannot be read here: save it as PNG or JPEG and open that.</source>
        <translation>«{name}» es una foto HEIC, que aquí no se puede leer: guardarla como PNG o JPEG y abrir ese archivo.</translation>
    </message>
    <message>
        <source>“{name}” has too many pixels: the limit is {limit} megapixels.</source>
        <translation>«{name}» tiene demasiados píxeles: el límite es de {limit} megapíxeles.</translation>
    </message>
    <message>
        <source>A part of its metadata is damaged or too large and was left out.</source>
        <translation>Una parte de sus metadatos está dañada o es demasiado grande y se omitió.</translation>
    </message>
    <message>
        <source>The file ends too early: its last rows may be wrong.</source>
        <translation>El archivo termina demasiado pronto: sus últimas filas pueden ser incorrectas.</translation>
    </message>
    <message>
        <source>“{name}” begins like a {kind} file but is incomplete or damaged.</source>
        <translation>«{name}» empieza como un archivo {kind}, pero está incompleto o dañado.</translation>
    </message>
    <message>
        <source>“{name}” is not a picture in a format that can be read here.</source>
        <translation>«{name}» no es una imagen en un formato que se pueda leer aquí.</translation>
    </message>
    <message>
        <source>“{name}” is incomplete: the file ends too early, so its picture cannot be read.</source>
        <translation>«{name}» está incompleto: el archivo acaba antes de tiempo, así que no se puede leer su imagen.</translation>
    </message>
    <message>
        <source>“{name}” is damaged or incomplete, so its picture cannot be read.</source>
        <translation>«{name}» está dañado o incompleto, así que no se puede leer su imagen.</translation>
    </message>
    <message>
        <source>“{name}” does not fit into the memory of this computer.</source>
        <translation>«{name}» no cabe en la memoria de este ordenador.</translation>
    </message>
    <message>
        <source>“{name}” has too many pixels: {width} × {height}, and the limit is {limit} megapixels.</source>
        <translation>«{name}» tiene demasiados píxeles: {width} × {height}, y el límite es de {limit} megapíxeles.</translation>
    </message>
    <message>
        <source>Its metadata is damaged and was left out.</source>
        <translation>Sus metadatos están dañados y se omitieron.</translation>
    </message>
    <message>
        <source>Only the largest of its {count} sizes was read.</source>
        <translation>Solo se leyó el mayor de sus {count} tamaños.</translation>
    </message>
    <message>
        <source>Only its first frame was read.</source>
        <translation>Solo se leyó su primer fotograma.</translation>
    </message>
    <message>
        <source>Its layers were read as one flat picture.</source>
        <translation>Sus capas se leyeron como una sola imagen plana.</translation>
    </message>
    <message>
        <source>Only the main one of its {count} pictures was read.</source>
        <translation>Solo se leyó la principal de sus {count} imágenes.</translation>
    </message>
    <message>
        <source>Only the first of more than {count} pages was read.</source>
        <translation>Solo se leyó la primera de más de {count} páginas.</translation>
    </message>
    <message>
        <source>Only the first of its {count} pages was read.</source>
        <translation>Solo se leyó la primera de sus {count} páginas.</translation>
    </message>
    <message>
        <source>Only the first of its {count} frames was read.</source>
        <translation>Solo se leyó el primero de sus {count} fotogramas.</translation>
    </message>
    <message>
        <source>“{name}” is an SVG drawing: a vector file already, which stays sharp at every size and needs no restoring.</source>
        <translation>«{name}» es un dibujo SVG: ya es un archivo vectorial, nítido a cualquier tamaño, que no necesita restauración.</translation>
    </message>
    <message>
        <source>“{name}” is a PDF or Illustrator document, most likely a vector file already: export it as SVG to use its shapes, or as PNG if it only holds a scan, and open the PNG.</source>
        <translation>«{name}» es un documento PDF o de Illustrator, muy probablemente ya vectorial: exportarlo como SVG para usar sus formas, o como PNG si solo contiene un escaneo, y abrir el PNG.</translation>
    </message>
    <message>
        <source>“{name}” is a PostScript, EPS or Illustrator drawing, a vector file already: export it as SVG to use its shapes, or as PNG to open it here.</source>
        <translation>«{name}» es un dibujo PostScript, EPS o de Illustrator, ya vectorial: exportarlo como SVG para usar sus formas, o como PNG para abrirlo aquí.</translation>
    </message>
    <message>
        <source>A picture of {size} pixels is too large to be traced: the limit is {limit} megapixels.</source>
        <translation>Una imagen de {size} píxeles es demasiado grande para vectorizarla: el límite es de {limit} megapíxeles.</translation>
    </message>
    <message>
        <source>The picture cannot be traced: {reason}.</source>
        <translation>La imagen no se puede vectorizar: {reason}.</translation>
    </message>
    <message>
        <source>The picture is transparent all over, so there is nothing to trace.</source>
        <translation>La imagen es toda transparente, así que no hay nada que vectorizar.</translation>
    </message>
    <message>
        <source>The picture cannot be traced: the tracer gave up.</source>
        <translation>La imagen no se puede vectorizar: el vectorizador desistió.</translation>
    </message>
    <message>
        <source>The tracer stopped unexpectedly, perhaps for lack of memory; try fewer colours.</source>
        <translation>El vectorizador se detuvo de forma inesperada, quizá por falta de memoria; conviene probar con menos colores.</translation>
    </message>
    <message>
        <source>“{name}” is a folder, so no picture can be written there.</source>
        <translation>«{name}» es una carpeta, así que ahí no se puede escribir ninguna imagen.</translation>
    </message>
    <message>
        <source>“{name}” is the original, which is never overwritten: choose another name.</source>
        <translation>«{name}» es el original, que nunca se sobrescribe: elegir otro nombre.</translation>
    </message>
    <message>
        <source>“{name}” is a device, so no picture can be written there.</source>
        <translation>«{name}» es un dispositivo, así que ahí no se puede escribir ninguna imagen.</translation>
    </message>
    <message>
        <source>“{name}” is write-protected, so it was not replaced.</source>
        <translation>«{name}» está protegido contra escritura, así que no se reemplazó.</translation>
    </message>
    <message>
        <source>“{name}” is not a preset of Clearmark.</source>
        <translation>«{name}» no es un preajuste de Clearmark.</translation>
    </message>
    <message>
        <source>The kept result of “{name}” is gone; it has to be restored again.</source>
        <translation>El resultado guardado de «{name}» ya no está; hay que restaurarlo de nuevo.</translation>
    </message>
    <message>
        <source>“{name}” cannot be read: the clipboard holds no picture.</source>
        <translation>«{name}» no se puede leer: el portapapeles no contiene ninguna imagen.</translation>
    </message>
    <message>
        <source>“{name}” would have {size} megapixels at {scale}×; the limit is {limit}.</source>
        <translation>«{name}» tendría {size} megapíxeles a {scale}×; el límite es {limit}.</translation>
    </message>
    <message>
        <source>This computer does not have enough free memory for it.</source>
        <translation>Este ordenador no tiene suficiente memoria libre para ello.</translation>
    </message>
    <message>
        <source>Something unexpected went wrong: {reason}</source>
        <translation>Algo imprevisto salió mal: {reason}</translation>
    </message>
    <message>
        <source>“{name}” does not hold the weights of a MIMO-UNet.</source>
        <translation>«{name}» no contiene los pesos de una MIMO-UNet.</translation>
    </message>
    <message>
        <source>“{name}” holds weights that are not finite numbers.</source>
        <translation>«{name}» contiene pesos que no son números finitos.</translation>
    </message>
    <message>
        <source>“{name}” has {size} MiB, more than any MIMO-UNet needs.</source>
        <translation>«{name}» ocupa {size} MiB, más de lo que necesita cualquier MIMO-UNet.</translation>
    </message>
    <message>
        <source>The model file “{path}” is missing.</source>
        <translation>Falta el archivo de modelo «{path}».</translation>
    </message>
    <message>
        <source>“{name}” holds more than weights, or is damaged; it was not loaded.</source>
        <translation>«{name}» contiene algo más que pesos o está dañado; no se ha cargado.</translation>
    </message>
    <message>
        <source>“{name}” cannot be read as a model file.</source>
        <translation>«{name}» no se puede leer como archivo de modelo.</translation>
    </message>
    <message>
        <source>This machine has no device “{name}”; it has {offered}.</source>
        <translation>Este ordenador no tiene ningún dispositivo «{name}»; tiene {offered}.</translation>
    </message>
    <message>
        <source>The best; trained for logos and text.</source>
        <translation>El mejor; entrenado para logotipos y texto.</translation>
    </message>
    <message>
        <source>Twice as fast; trained for logos and text.</source>
        <translation>El doble de rápido; entrenado para logotipos y texto.</translation>
    </message>
    <message>
        <source>The model file “{name}” is not the one that was shipped; please install Clearmark again.</source>
        <translation>El archivo de modelo «{name}» no es el que se entregó con el programa; conviene instalar Clearmark de nuevo.</translation>
    </message>
    <message>
        <source>There is not enough memory on {device}; please close other programs.</source>
        <translation>No hay suficiente memoria en {device}; conviene cerrar otros programas.</translation>
    </message>
    <message>
        <source>There is not enough memory on {device}; please close other programs, or choose the CPU.</source>
        <translation>No hay suficiente memoria en {device}; conviene cerrar otros programas o elegir la CPU.</translation>
    </message>
    <message>
        <source>{device} stopped working; please choose the CPU, or restart the program.</source>
        <translation>{device} ha dejado de funcionar; conviene elegir la CPU o reiniciar el programa.</translation>
    </message>
    <message>
        <source>Colours cannot be converted to this picture&apos;s profile “{profile}”: convert the picture to sRGB first.</source>
        <translation>No se pueden convertir colores al perfil «{profile}» de esta imagen: conviértela antes a sRGB.</translation>
    </message>
    <message>
        <source>This picture&apos;s profile “{profile}” has no {colour}: convert the picture to sRGB first.</source>
        <translation>El perfil «{profile}» de esta imagen no contiene {colour}: conviértela antes a sRGB.</translation>
    </message>
    <message>
        <source>Its IPTC data is kept in JPEG and TIFF; other formats keep its author, copyright and description.</source>
        <translation>Sus datos IPTC se conservan en JPEG y TIFF; los demás formatos conservan el autor, los derechos y la descripción.</translation>
    </message>
    <message>
        <source>Its texts are kept in PNG only: {keywords}.</source>
        <translation>Estos textos solo se conservan en PNG: {keywords}.</translation>
    </message>
    <message>
        <source>“{name}” is a {kind}, a rare kind that cannot be read here: save it as PNG or as an ordinary {format} in RGB with 8 bits per channel, and open that.</source>
        <translation>«{name}» es {kind}, un tipo poco común que aquí no se puede leer: guardarlo como PNG o como {format} normal en RGB con 8 bits por canal y abrir ese archivo.</translation>
    </message>
</context>
<context>
    <name>StartPage</name>
    <message>
        <source>Drop a logo, paste, or open</source>
        <translation>Soltar un logotipo, pegarlo o abrirlo</translation>
    </message>
    <message>
        <source>It is enlarged and sharpened here.</source>
        <translation>Se amplía y se enfoca aquí mismo.</translation>
    </message>
    <message>
        <source>Nothing leaves this computer.</source>
        <translation>Nada sale de este ordenador.</translation>
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
        <translation>O probar un ejemplo</translation>
    </message>
    <message>
        <source>Try {name}</source>
        <translation>Probar {name}</translation>
    </message>
    <message>
        <source>Sample {name}</source>
        <translation>Ejemplo {name}</translation>
    </message>
</context>
<context>
    <name>StatusBar</name>
    <message>
        <source>offline</source>
        <translation>sin conexión</translation>
    </message>
    <message>
        <source>Clearmark never uses the network. Links open in your browser.</source>
        <translation>Clearmark nunca usa la red. Los enlaces se abren en el navegador.</translation>
    </message>
    <message>
        <source>x {x}  y {y}</source>
        <translation>x {x}  y {y}</translation>
    </message>
    <message>
        <source>opacity {percent} %</source>
        <translation>opacidad {percent} %</translation>
    </message>
    <message>
        <source>network not loaded yet</source>
        <translation>red neuronal aún sin cargar</translation>
    </message>
</context>
<context>
    <name>SvgPanel</name>
    <message>
        <source>Automatic</source>
        <translation>Automático</translation>
    </message>
    <message>
        <source>{count} at most</source>
        <translation>{count} como máximo</translation>
    </message>
    <message>
        <source>Automatic takes those of the flat places</source>
        <translation>Automático toma los de las zonas lisas</translation>
    </message>
    <message>
        <source>Smaller patches join what is around them</source>
        <translation>Las manchas menores se unen a lo que las rodea</translation>
    </message>
    <message>
        <source>Sharper bends stay corners, others become curves</source>
        <translation>Los giros más agudos quedan en esquina, los demás pasan a curva</translation>
    </message>
    <message>
        <source>Curves</source>
        <translation>Curvas</translation>
    </message>
    <message>
        <source>Edges are curves, as letters and logos have them</source>
        <translation>Los bordes son curvas, como en letras y logotipos</translation>
    </message>
    <message>
        <source>Straight</source>
        <translation>Rectas</translation>
    </message>
    <message>
        <source>Edges are straight lines</source>
        <translation>Los bordes son líneas rectas</translation>
    </message>
    <message>
        <source>Stacked</source>
        <translation>Apiladas</translation>
    </message>
    <message>
        <source>Shapes lie on each other, so there are no gaps</source>
        <translation>Las formas van unas sobre otras, así no hay huecos</translation>
    </message>
    <message>
        <source>Cut out</source>
        <translation>Recortadas</translation>
    </message>
    <message>
        <source>Shapes lie side by side, as plotters need them</source>
        <translation>Las formas van unas junto a otras, como las necesita un plóter</translation>
    </message>
    <message>
        <source>Show the outline</source>
        <translation>Mostrar el contorno</translation>
    </message>
    <message>
        <source>Root mean square over all pixels, on white and on black; 0 means equal</source>
        <translation>Media cuadrática de todos los píxeles, sobre blanco y sobre negro; 0 significa igual</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Reintentar</translation>
    </message>
    <message>
        <source>Such as 42 mm, 4.2 cm or 1.65 in; empty keeps the size</source>
        <translation>Por ejemplo, 42 mm, 4,2 cm o 1,65 in; vacío conserva el tamaño</translation>
    </message>
    <message>
        <source>Export SVG…</source>
        <translation>Exportar SVG…</translation>
    </message>
    <message>
        <source>Shapes</source>
        <translation>Formas</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Colores</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Tiempo</translation>
    </message>
    <message>
        <source>Corners</source>
        <translation>Esquinas</translation>
    </message>
    <message>
        <source>Detail</source>
        <translation>Detalle</translation>
    </message>
    <message>
        <source>Edges</source>
        <translation>Bordes</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>Capas</translation>
    </message>
    <message>
        <source>Traced</source>
        <translation>Vectorizada</translation>
    </message>
    <message>
        <source>Print width</source>
        <translation>Impresión</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Tamaño</translation>
    </message>
    <message>
        <source>Smallest shape</source>
        <translation>Forma mínima</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>Cerrar (Esc)</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Export as SVG</source>
        <translation>Exportar como SVG</translation>
    </message>
    <message>
        <source>Tracing…</source>
        <translation>Vectorizando…</translation>
    </message>
    <message>
        <source>{seconds} s</source>
        <translation>{seconds} s</translation>
    </message>
    <message>
        <source>Differs from the restored picture by {distance} of 255 (RMS).</source>
        <translation>Difiere de la imagen restaurada en {distance} de 255 (media cuadrática).</translation>
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
        <translation>No se puede iniciar el vectorizador: {reason}.</translation>
    </message>
</context>
<context>
    <name>TaskPage</name>
    <message>
        <source>What is done to your picture</source>
        <translation>Qué se hace con la imagen</translation>
    </message>
    <message>
        <source>Enlarged, before the network</source>
        <translation>Ampliada, antes de la red</translation>
    </message>
    <message>
        <source>Enlarged</source>
        <translation>Ampliada</translation>
    </message>
</context>
<context>
    <name>TorchBackend</name>
    <message>
        <source>{model} (adapted)</source>
        <translation>{model} (adaptado)</translation>
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
        <translation>Cancelado. La imagen no se restauró.</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>Reintentar</translation>
    </message>
</context>
<context>
    <name>WorkflowPage</name>
    <message>
        <source>The workflow in words</source>
        <translation>El proceso en palabras</translation>
    </message>
    <message>
        <source>Step by step</source>
        <translation>Paso a paso</translation>
    </message>
    <message>
        <source>Open a picture, and each box shows what becomes of it.</source>
        <translation>Al abrir una imagen, cada recuadro muestra lo que le sucede.</translation>
    </message>
    <message>
        <source>Open a sample</source>
        <translation>Abrir un ejemplo</translation>
    </message>
    <message>
        <source>In the frame, each box shows the same {width} × {height} pixels, which change most.</source>
        <translation>En el marco, cada recuadro muestra los mismos {width} × {height} píxeles, los que más cambian.</translation>
    </message>
    <message>
        <source>Colours and transparency go through the network one after the other and are shown together.</source>
        <translation>Colores y transparencia pasan por la red uno tras otro y se muestran juntos.</translation>
    </message>
    <message>
        <source>The network was run on the {width} × {height} pixels that you look at.</source>
        <translation>La red se aplicó a los {width} × {height} píxeles que se están viendo.</translation>
    </message>
</context>
<context>
    <name>WorkflowStrip</name>
    <message>
        <source>Restoring progress</source>
        <translation>Progreso de la restauración</translation>
    </message>
    <message>
        <source>Look at the picture as it came in</source>
        <translation>Ver la imagen tal como entró</translation>
    </message>
    <message>
        <source>Look at the enlarged picture, not sharpened yet</source>
        <translation>Ver la imagen ampliada, aún sin enfocar</translation>
    </message>
    <message>
        <source>Look at what the network makes of the enlarged picture</source>
        <translation>Ver lo que la red hace de la imagen ampliada</translation>
    </message>
    <message>
        <source>Compare the enlarged with the restored picture</source>
        <translation>Comparar la imagen ampliada con la restaurada</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>Entrada</translation>
    </message>
    <message>
        <source>bicubic</source>
        <translation>bicúbica</translation>
    </message>
    <message>
        <source>kept</source>
        <translation>se conserva</translation>
    </message>
    <message>
        <source>one answer</source>
        <translation>una respuesta</translation>
    </message>
    <message>
        <source>Enlarge {scale}×</source>
        <translation>Ampliar {scale}×</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Tamaño</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>Salida</translation>
    </message>
    <message>
        <source>getting ready</source>
        <translation>preparando</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>en pausa</translation>
    </message>
    <message>
        <source>first tile</source>
        <translation>primera tesela</translation>
    </message>
    <message>
        <source>tile {done} of {total}</source>
        <translation>tesela {done} de {total}</translation>
    </message>
    <message>
        <source>answer refused</source>
        <translation>respuesta rechazada</translation>
    </message>
    <message>
        <source>{count} of {total} tiles refused</source>
        <translation>{count} de {total} teselas rechazadas</translation>
    </message>
    <message>
        <source>2 passes</source>
        <translation>2 pasadas</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>en espera</translation>
    </message>
    <message>
        <source>waiting for fine-tuning</source>
        <translation>espera el ajuste fino</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>cancelada</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>fallida</translation>
    </message>
    <message>
        <source>done earlier</source>
        <translation>hecha antes</translation>
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
        <translation>Arrastrar para ensanchar</translation>
    </message>
</context>
<context>
    <name>about</name>
    <message>
        <source>none: all flat</source>
        <translation>ninguna: todo liso</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Formato</translation>
    </message>
    <message>
        <source>{count} tiles</source>
        <translation>{count} teselas</translation>
    </message>
    <message>
        <source>1 tile</source>
        <translation>1 tesela</translation>
    </message>
    <message>
        <source>Tiles</source>
        <translation>Teselas</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Dispositivo</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>Precisión</translation>
    </message>
    <message>
        <source>Adjusted</source>
        <translation>Ajustada</translation>
    </message>
    <message>
        <source>by you</source>
        <translation>a mano</translation>
    </message>
    <message>
        <source>Amplified</source>
        <translation>Amplificado</translation>
    </message>
    <message>
        <source>Grid</source>
        <translation>Cuadrícula</translation>
    </message>
    <message>
        <source>{time}, both</source>
        <translation>{time}, ambas</translation>
    </message>
    <message>
        <source>{size} px</source>
        <translation>{size} px</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Tamaño</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Tiempo</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>Entrada</translation>
    </message>
    <message>
        <source>Enlarge {scale}×</source>
        <translation>Ampliar {scale}×</translation>
    </message>
    <message>
        <source>Full-size input</source>
        <translation>Entrada completa</translation>
    </message>
    <message>
        <source>Half-size input</source>
        <translation>Entrada a la mitad</translation>
    </message>
    <message>
        <source>Quarter-size input</source>
        <translation>Entrada a un cuarto</translation>
    </message>
    <message>
        <source>Encoder 1</source>
        <translation>Codificador 1</translation>
    </message>
    <message>
        <source>Encoder 2</source>
        <translation>Codificador 2</translation>
    </message>
    <message>
        <source>Encoder 3</source>
        <translation>Codificador 3</translation>
    </message>
    <message>
        <source>Fusion for decoder 3</source>
        <translation>Fusión para decodificador 3</translation>
    </message>
    <message>
        <source>Fusion for decoder 2</source>
        <translation>Fusión para decodificador 2</translation>
    </message>
    <message>
        <source>Decoder 1</source>
        <translation>Decodificador 1</translation>
    </message>
    <message>
        <source>Decoder 2</source>
        <translation>Decodificador 2</translation>
    </message>
    <message>
        <source>Decoder 3</source>
        <translation>Decodificador 3</translation>
    </message>
    <message>
        <source>Quarter-size residual</source>
        <translation>Residuo a un cuarto</translation>
    </message>
    <message>
        <source>Half-size residual</source>
        <translation>Residuo a la mitad</translation>
    </message>
    <message>
        <source>Full-size residual</source>
        <translation>Residuo completo</translation>
    </message>
    <message>
        <source>Quarter-size output</source>
        <translation>Salida a un cuarto</translation>
    </message>
    <message>
        <source>Half-size output</source>
        <translation>Salida a la mitad</translation>
    </message>
    <message>
        <source>Full-size output</source>
        <translation>Salida completa</translation>
    </message>
    <message>
        <source>Join tiles</source>
        <translation>Unir teselas</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>Salida</translation>
    </message>
    <message>
        <source>Inputs</source>
        <translation>Entradas</translation>
    </message>
    <message>
        <source>Encoders</source>
        <translation>Codificadores</translation>
    </message>
    <message>
        <source>Fusion</source>
        <translation>Fusión</translation>
    </message>
    <message>
        <source>Decoders</source>
        <translation>Decodificadores</translation>
    </message>
    <message>
        <source>Residuals</source>
        <translation>Residuos</translation>
    </message>
    <message>
        <source>Outputs</source>
        <translation>Salidas</translation>
    </message>
    <message>
        <source>Every place of your picture is so flat that sharpening would hardly change anything. So nothing went through the network: the result is the enlarged picture.</source>
        <translation>La imagen es tan lisa en todas partes que enfocarla no cambiaría casi nada. Por eso nada pasó por la red: el resultado es la imagen ampliada.</translation>
    </message>
    <message>
        <source>Asymmetric feature fusion (AFF) brings the features of all three encoders to one size and mixes them, so that this decoder sees fine and coarse at once.</source>
        <translation>La fusión asimétrica de características (AFF) lleva las características de los tres codificadores a un mismo tamaño y las mezcla, para que este decodificador vea a la vez lo fino y lo grueso.</translation>
    </message>
    <message>
        <source>The correction that the network computes and adds to its input of this size: grey is nothing, lighter is more light, darker is less.</source>
        <translation>La corrección que la red calcula y suma a su entrada de este tamaño: gris es nada, más claro es más luz, más oscuro es menos.</translation>
    </message>
    <message>
        <source>Shown {gain}× as strong as it is.</source>
        <translation>Se muestra {gain}× más fuerte de lo que es.</translation>
    </message>
    <message>
        <source>Your picture, as it was read from its file.</source>
        <translation>La propia imagen, tal como se leyó de su archivo.</translation>
    </message>
    <message>
        <source>At 1× the picture keeps its size and is only sharpened.</source>
        <translation>A 1× la imagen conserva su tamaño y solo se enfoca.</translation>
    </message>
    <message>
        <source>Bicubic interpolation makes more pixels, but no more detail. At 4× the picture is enlarged and sharpened twice, by 2× each time; the network below is shown in its first pass.</source>
        <translation>La interpolación bicúbica da más píxeles, pero no más detalle. A 4× la imagen se amplía y se enfoca dos veces, 2× cada vez; abajo se muestra la red en su primera pasada.</translation>
    </message>
    <message>
        <source>Bicubic interpolation makes more pixels, but no more detail: the picture is as blurred as before, only larger. This is what the network reads.</source>
        <translation>La interpolación bicúbica da más píxeles, pero no más detalle: la imagen está tan borrosa como antes, solo que más grande. Esto es lo que lee la red.</translation>
    </message>
    <message>
        <source>The network works on overlapping tiles, so that memory suffices for any picture. Their edges are blended.</source>
        <translation>La red trabaja con teselas que se solapan, para que la memoria baste con cualquier imagen. Sus bordes se funden.</translation>
    </message>
    <message>
        <source>The restored picture, as it is shown, copied and exported.</source>
        <translation>La imagen restaurada, tal como se muestra, se copia y se exporta.</translation>
    </message>
    <message>
        <source>Turns the full-size input into features: many numbers for each place.</source>
        <translation>Convierte la entrada completa en características: muchos números por cada lugar.</translation>
    </message>
    <message>
        <source>Brings the features from above to half the size and lets those of the reduced input emphasise or suppress them (FAM).</source>
        <translation>Lleva las características de arriba a la mitad de tamaño y deja que las de la entrada reducida las realcen o las supriman (FAM).</translation>
    </message>
    <message>
        <source>Starts at the coarsest size, from what the deepest encoder gives it.</source>
        <translation>Empieza en el tamaño más grueso, con lo que le da el codificador más profundo.</translation>
    </message>
    <message>
        <source>Brings the features from below to twice the size and joins them with the fused ones.</source>
        <translation>Lleva las características de abajo al doble de tamaño y las une con las fusionadas.</translation>
    </message>
    <message>
        <source>{count} residual blocks of two convolutions each refine them.</source>
        <translation>{count} bloques residuales de dos convoluciones cada uno las refinan.</translation>
    </message>
    <message>
        <source>Similar colours stand for similar features.</source>
        <translation>Colores iguales son características iguales.</translation>
    </message>
    <message>
        <source>The enlarged picture, pixel for pixel.</source>
        <translation>La imagen ampliada, píxel a píxel.</translation>
    </message>
    <message>
        <source>Every second pixel of it, across and down.</source>
        <translation>Uno de cada dos píxeles de ella, a lo ancho y a lo alto.</translation>
    </message>
    <message>
        <source>Every fourth pixel of it, across and down.</source>
        <translation>Uno de cada cuatro píxeles de ella, a lo ancho y a lo alto.</translation>
    </message>
    <message>
        <source>Quarter-size input plus residual. It guides the network in training; the result does not use it.</source>
        <translation>Entrada a un cuarto más residuo. Guía a la red en el entrenamiento; el resultado no la usa.</translation>
    </message>
    <message>
        <source>Half-size input plus residual. It guides the network in training; the result does not use it.</source>
        <translation>Entrada a la mitad más residuo. Guía a la red en el entrenamiento; el resultado no la usa.</translation>
    </message>
    <message>
        <source>Full-size input plus residual. With “Steady” it is averaged with the answer to the negative; that becomes the result, tile by tile.</source>
        <translation>Entrada completa más residuo. Con «Estable» se promedia con la respuesta al negativo; de ahí sale el resultado, tesela a tesela.</translation>
    </message>
    <message>
        <source>The workflow, with this picture</source>
        <translation>El proceso, con esta imagen</translation>
    </message>
    <message>
        <source>Enlarged, before the network</source>
        <translation>Ampliada, antes de la red</translation>
    </message>
    <message>
        <source>Restored by the network</source>
        <translation>Restaurada por la red</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Red</translation>
    </message>
    <message>
        <source>Enlarged in</source>
        <translation>Ampliada en</translation>
    </message>
    <message>
        <source>Restored in</source>
        <translation>Restaurada en</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Rechazadas</translation>
    </message>
    <message>
        <source>Steady</source>
        <translation>Estable</translation>
    </message>
    <message>
        <source>the answers to the picture and to its negative, averaged</source>
        <translation>las respuestas a la imagen y a su negativo, promediadas</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>Parámetros</translation>
    </message>
    <message>
        <source>Multiply-adds for one answer</source>
        <translation>Multiplicaciones con suma por respuesta</translation>
    </message>
    <message>
        <source>Residual, shown {gain}× as strong</source>
        <translation>Residuo, mostrado {gain}× más fuerte</translation>
    </message>
    <message>
        <source>Enters: {size}</source>
        <translation>Entra: {size}</translation>
    </message>
    <message>
        <source>Leaves: {size}</source>
        <translation>Sale: {size}</translation>
    </message>
    <message>
        <source>{stage}, at full resolution; averaged back down, cosine {cosine}</source>
        <translation>{stage}, a resolución completa; promediado de vuelta, coseno {cosine}</translation>
    </message>
    <message>
        <source>{stage}, on its own grid</source>
        <translation>{stage}, en su propia cuadrícula</translation>
    </message>
    <message>
        <source>{share} % of the picture</source>
        <translation>{share} % de la imagen</translation>
    </message>
    <message>
        <source>Enlarged, with the regions</source>
        <translation>Ampliada, con las regiones</translation>
    </message>
    <message>
        <source>Regions</source>
        <translation>Regiones</translation>
    </message>
    <message>
        <source>Area</source>
        <translation>Área</translation>
    </message>
    <message>
        <source>Coarse pass</source>
        <translation>Pasada gruesa</translation>
    </message>
</context>
<context>
    <name>shortcuts</name>
    <message>
        <source>Hold to see the picture before</source>
        <translation>Mantener: ver lo que había antes</translation>
    </message>
    <message>
        <source>Move the divider or the lens</source>
        <translation>Mover la divisoria o la lupa</translation>
    </message>
    <message>
        <source>Move it farther</source>
        <translation>Moverla más</translation>
    </message>
    <message>
        <source>Divider to the left or right edge</source>
        <translation>Divisoria al borde izquierdo o derecho</translation>
    </message>
    <message>
        <source>Move the picture</source>
        <translation>Mover la imagen</translation>
    </message>
    <message>
        <source>Move the picture sideways</source>
        <translation>Mover la imagen de lado</translation>
    </message>
    <message>
        <source>Zoom</source>
        <translation>Zoom</translation>
    </message>
    <message>
        <source>Show the whole picture</source>
        <translation>Mostrar la imagen entera</translation>
    </message>
    <message>
        <source>Hide the panels, and show them again</source>
        <translation>Plegar los paneles y volver a mostrarlos</translation>
    </message>
    <message>
        <source>Look at another picture</source>
        <translation>Ver otra imagen</translation>
    </message>
    <message>
        <source>Move the picture in the queue</source>
        <translation>Mover la imagen en la cola</translation>
    </message>
    <message>
        <source>Remove the picture from the queue</source>
        <translation>Quitar la imagen de la cola</translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation>En todas partes</translation>
    </message>
    <message>
        <source>On the picture</source>
        <translation>En la imagen</translation>
    </message>
    <message>
        <source>In the queue</source>
        <translation>En la cola</translation>
    </message>
    <message>
        <source>Shortcuts</source>
        <translation>Atajos de teclado</translation>
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
        <translation>quedan {count} s</translation>
    </message>
    <message>
        <source>{count} min left</source>
        <translation>quedan {count} min</translation>
    </message>
    <message>
        <source>{size} mm at {dpi} dpi</source>
        <translation>{size} mm a {dpi} ppp</translation>
    </message>
    <message>
        <source>Restored</source>
        <translation>Restaurada</translation>
    </message>
    <message>
        <source>Partly restored</source>
        <translation>Restaurada en parte</translation>
    </message>
    <message>
        <source>Not restored</source>
        <translation>Sin restaurar</translation>
    </message>
    <message>
        <source>Not restored: the network&apos;s answer could not be right and was refused. This is the picture without sharpening.</source>
        <translation>Sin restaurar: la respuesta de la red no podía ser correcta y se rechazó. Esta es la imagen sin enfocar.</translation>
    </message>
    <message>
        <source>Partly restored: {count} of {total} tiles left without sharpening, since the network&apos;s answer could not be right there.</source>
        <translation>Restaurada en parte: {count} de {total} teselas quedaron sin enfocar, porque la respuesta de la red no podía ser correcta ahí.</translation>
    </message>
    <message>
        <source>{count} of {total} tiles left as enlarged: the network&apos;s answer was refused</source>
        <translation>{count} de {total} teselas quedaron solo ampliadas: se rechazó la respuesta de la red</translation>
    </message>
    <message>
        <source>{count} of {total} tiles computed again in full precision</source>
        <translation>{count} de {total} teselas calculadas de nuevo con precisión completa</translation>
    </message>
</context>
</TS>
