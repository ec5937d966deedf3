<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ja_JP">
<context>
    <name>AboutController</name>
    <message>
        <source>Restoring comes first; this follows.</source>
        <translation>復元を先に行い、その後に調べます。</translation>
    </message>
    <message>
        <source>Restoring comes first, and it is paused; this follows.</source>
        <translation>復元を先に行いますが、今は一時停止中です。その後に調べます。</translation>
    </message>
    <message>
        <source>Looking into the network…</source>
        <translation>ニューラルネットの内部を調べています…</translation>
    </message>
</context>
<context>
    <name>AboutPane</name>
    <message>
        <source>Task</source>
        <translation>課題</translation>
    </message>
    <message>
        <source>Workflow</source>
        <translation>処理の流れ</translation>
    </message>
    <message>
        <source>Inside</source>
        <translation>内部</translation>
    </message>
    <message>
        <source>Papers and tools</source>
        <translation>論文とツール</translation>
    </message>
    <message>
        <source>Model card</source>
        <translation>モデルカード</translation>
    </message>
    <message>
        <source>About this AI</source>
        <translation>この AI について</translation>
    </message>
    <message>
        <source>Export report…</source>
        <translation>レポートを書き出し…</translation>
    </message>
    <message>
        <source>All of this for your picture, as one HTML or PDF file</source>
        <translation>この画像についてのすべての内容を 1 つの HTML または PDF に保存</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>再試行</translation>
    </message>
    <message>
        <source>The network is being examined</source>
        <translation>ニューラルネットの内部を調査中</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>閉じる (Esc)</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
</context>
<context>
    <name>Actions</name>
    <message>
        <source>Open…</source>
        <translation>開く…</translation>
    </message>
    <message>
        <source>Open pictures</source>
        <translation>画像を開く</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>貼り付け</translation>
    </message>
    <message>
        <source>Paste a picture, a file or a link to a file</source>
        <translation>画像、ファイル、またはファイルへのリンクを貼り付け</translation>
    </message>
    <message>
        <source>About this AI</source>
        <translation>この AI について</translation>
    </message>
    <message>
        <source>How it works, and what it cannot do</source>
        <translation>しくみと、できないこと</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>コピー</translation>
    </message>
    <message>
        <source>Copy the restored picture, with its transparency</source>
        <translation>復元した画像を透明部分ごとコピー</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>書き出し…</translation>
    </message>
    <message>
        <source>Save the restored picture</source>
        <translation>復元した画像を保存</translation>
    </message>
    <message>
        <source>Export all…</source>
        <translation>すべて書き出し…</translation>
    </message>
    <message>
        <source>Save all results of the queue</source>
        <translation>キューのすべての結果を保存</translation>
    </message>
    <message>
        <source>Export as SVG…</source>
        <translation>SVG として書き出し…</translation>
    </message>
    <message>
        <source>Trace the restored picture as shapes, and save them</source>
        <translation>復元した画像をシェイプにトレースして保存</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>取り消し</translation>
    </message>
    <message>
        <source>Undo the last adjustment</source>
        <translation>最後の調整を取り消す</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>やり直し</translation>
    </message>
    <message>
        <source>Redo what was undone</source>
        <translation>取り消した調整をやり直す</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>リセット</translation>
    </message>
    <message>
        <source>Show what the network made</source>
        <translation>ニューラルネットの結果をそのまま表示</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <source>Cancel the running picture</source>
        <translation>処理中の画像をキャンセル</translation>
    </message>
    <message>
        <source>Panels</source>
        <translation>パネル</translation>
    </message>
    <message>
        <source>Hide the panels</source>
        <translation>パネルを折りたたむ</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>ズームアウト</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>ズームイン</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>全体表示</translation>
    </message>
    <message>
        <source>Show the whole picture</source>
        <translation>画像全体を表示</translation>
    </message>
    <message>
        <source>One picture pixel per screen pixel</source>
        <translation>画像の 1 px を画面の 1 px で表示</translation>
    </message>
    <message>
        <source>Export comparison…</source>
        <translation>比較画像を書き出し…</translation>
    </message>
    <message>
        <source>Save before and after as one picture, as they are compared now</source>
        <translation>現在の比較表示のまま、前後を 1 枚の画像に保存</translation>
    </message>
    <message>
        <source>Next part</source>
        <translation>次の領域</translation>
    </message>
    <message>
        <source>Next part of the window</source>
        <translation>ウィンドウの次の領域へ移動</translation>
    </message>
    <message>
        <source>Preferences…</source>
        <translation>環境設定…</translation>
    </message>
    <message>
        <source>Theme, language, folders, names, privacy</source>
        <translation>テーマ、言語、フォルダー、名前、プライバシー</translation>
    </message>
    <message>
        <source>Shortcuts</source>
        <translation>ショートカット</translation>
    </message>
    <message>
        <source>All keyboard shortcuts, and a link to the guide</source>
        <translation>すべてのキーと、ユーザーガイドへの入口</translation>
    </message>
    <message>
        <source>User guide</source>
        <translation>ユーザーガイド</translation>
    </message>
    <message>
        <source>How to work with Clearmark</source>
        <translation>Clearmark の使い方</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>終了</translation>
    </message>
    <message>
        <source>Close Clearmark</source>
        <translation>Clearmark を終了</translation>
    </message>
    <message>
        <source>Slider</source>
        <translation>スライダー</translation>
    </message>
    <message>
        <source>Compare with a divider that you can drag</source>
        <translation>仕切り線をドラッグして比較</translation>
    </message>
    <message>
        <source>Side by side</source>
        <translation>左右表示</translation>
    </message>
    <message>
        <source>Compare the same part of both pictures</source>
        <translation>2 枚の画像の同じ部分を比較</translation>
    </message>
    <message>
        <source>Lens</source>
        <translation>レンズ</translation>
    </message>
    <message>
        <source>Look at the other picture through a lens</source>
        <translation>レンズを通してもう一方の画像を表示</translation>
    </message>
    <message>
        <source>Hold</source>
        <translation>長押し</translation>
    </message>
    <message>
        <source>Hold Space to see the picture before, in every view</source>
        <translation>Space を押している間だけ前の画像を表示 (どの比較方法でも)</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>差分</translation>
    </message>
    <message>
        <source>Show what differs, amplified</source>
        <translation>違いを増幅して表示</translation>
    </message>
</context>
<context>
    <name>AdjustPanel</name>
    <message>
        <source>0 % is the enlarged picture, 100 % the restored one</source>
        <translation>0% は拡大した画像、100% は復元した画像です</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>オフ</translation>
    </message>
    <message>
        <source>Dragging moves the picture</source>
        <translation>ドラッグで画像を移動</translation>
    </message>
    <message>
        <source>Box</source>
        <translation>長方形</translation>
    </message>
    <message>
        <source>Drag a box around what should stay as enlarged</source>
        <translation>ドラッグして拡大のまま残す範囲を指定</translation>
    </message>
    <message>
        <source>Brush</source>
        <translation>ブラシ</translation>
    </message>
    <message>
        <source>Paint over what should stay as enlarged</source>
        <translation>塗って拡大のまま残す部分を指定</translation>
    </message>
    <message>
        <source>Adjust</source>
        <translation>調整</translation>
    </message>
    <message>
        <source>Strength</source>
        <translation>強さ</translation>
    </message>
    <message>
        <source>Protect</source>
        <translation>保護</translation>
    </message>
</context>
<context>
    <name>Advice</name>
    <message>
        <source>plain, without edges</source>
        <translation>エッジのない無地</translation>
    </message>
    <message>
        <source>like a photograph (edges of many widths, no main colours)</source>
        <translation>写真に近い画像 (エッジの幅がさまざまで、主要な色がない)</translation>
    </message>
    <message>
        <source>blurred (σ ≈ {sigma:.1f} px)</source>
        <translation>ぼけ (σ ≈ {sigma:.1f} px)</translation>
    </message>
    <message>
        <source>JPEG-damaged (blocks of 8 px)</source>
        <translation>JPEG の劣化 (8 px ブロック)</translation>
    </message>
    <message>
        <source>reduced to {colours} colours</source>
        <translation>{colours} 色に減色</translation>
    </message>
    <message>
        <source>small ({width} × {height} px) but sharp</source>
        <translation>小さいが鮮明 ({width} × {height} px)</translation>
    </message>
    <message>
        <source>already sharp (edges {edge:.1f} px wide)</source>
        <translation>すでに鮮明 (エッジの幅 {edge:.1f} px)</translation>
    </message>
    <message>
        <source>JPEG-damaged (blocks of 8 px, quality ≈ {quality})</source>
        <translation>JPEG の劣化 (8 px ブロック、画質 ≈ {quality})</translation>
    </message>
    <message>
        <source>damaged by its compression</source>
        <translation>圧縮で劣化</translation>
    </message>
    <message>
        <source>dithered to {colours} colours</source>
        <translation>{colours} 色にディザリング</translation>
    </message>
    <message>
        <source>{first} and {second}</source>
        <translation>{first}、{second}</translation>
    </message>
    <message>
        <source>{first}, {second} and {third}</source>
        <translation>{first}、{second}、{third}</translation>
    </message>
    <message>
        <source>{first}, {second}, {third} and {fourth}</source>
        <translation>{first}、{second}、{third}、{fourth}</translation>
    </message>
    <message>
        <source>{reason}: restoring will help.</source>
        <translation>{reason}: 復元の効果があります。</translation>
    </message>
    <message>
        <source>{reason}: restoring will not help.</source>
        <translation>{reason}: 復元しても効果はありません。</translation>
    </message>
    <message>
        <source>{reason}: restoring will help only if it is enlarged.</source>
        <translation>{reason}: 復元の効果があるのは、拡大するときだけです。</translation>
    </message>
    <message>
        <source>{reason}: restoring will hardly help.</source>
        <translation>{reason}: 復元の効果はほとんどありません。</translation>
    </message>
</context>
<context>
    <name>Banner</name>
    <message>
        <source>Details</source>
        <translation>詳細</translation>
    </message>
    <message>
        <source>Dismiss (Esc)</source>
        <translation>閉じる (Esc)</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>閉じる</translation>
    </message>
</context>
<context>
    <name>CanvasPanel</name>
    <message>
        <source>Input</source>
        <translation>入力</translation>
    </message>
    <message>
        <source>Enlarged</source>
        <translation>拡大</translation>
    </message>
    <message>
        <source>{name}, {scale}×</source>
        <translation>{name}、{scale}×</translation>
    </message>
    <message>
        <source>Restoring</source>
        <translation>復元中</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>一時停止中</translation>
    </message>
</context>
<context>
    <name>CloseGuard</name>
    <message>
        <source>1 result has not been exported.</source>
        <translation>1 件の結果がまだ書き出されていません。</translation>
    </message>
    <message>
        <source>{count} results have not been exported.</source>
        <translation>{count} 件の結果がまだ書き出されていません。</translation>
    </message>
    <message>
        <source>1 picture is not restored yet.</source>
        <translation>1 件の画像がまだ復元されていません。</translation>
    </message>
    <message>
        <source>{count} pictures are not restored yet.</source>
        <translation>{count} 件の画像がまだ復元されていません。</translation>
    </message>
    <message>
        <source>Close Clearmark</source>
        <translation>Clearmark を終了</translation>
    </message>
    <message>
        <source>When you close, the queue is kept, and offered at the next start.</source>
        <translation>閉じてもキューは保存され、次回の起動時に元に戻せます。</translation>
    </message>
    <message>
        <source>When you close, what was not exported is lost.</source>
        <translation>閉じると、書き出していない結果は失われます。</translation>
    </message>
    <message>
        <source>Export all…</source>
        <translation>すべて書き出し…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
</context>
<context>
    <name>ColoursPanel</name>
    <message>
        <source>Off</source>
        <translation>オフ</translation>
    </message>
    <message>
        <source>Fills stay as the network made them</source>
        <translation>塗りをニューラルネットの結果のままにする</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>入力</translation>
    </message>
    <message>
        <source>Fills get exactly the colours of the input</source>
        <translation>塗りを入力の色と完全に一致させる</translation>
    </message>
    <message>
        <source>Brand</source>
        <translation>ブランド</translation>
    </message>
    <message>
        <source>Fills get the nearest of your own colours</source>
        <translation>塗りを指定した色のうち最も近い色に合わせる</translation>
    </message>
    <message>
        <source>Brand colours</source>
        <translation>ブランドカラー</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>カラー</translation>
    </message>
    <message>
        <source>Snap fills</source>
        <translation>塗り色</translation>
    </message>
    <message>
        <source>opacity {percent} %</source>
        <translation>不透明度 {percent} %</translation>
    </message>
    <message>
        <source>How far this colour is from the input&apos;s (CIEDE2000); 1 is just visible</source>
        <translation>この色が入力の色からどれだけ離れているか (CIEDE2000)。1 でかろうじて見分けられます</translation>
    </message>
</context>
<context>
    <name>CompareController</name>
    <message>
        <source>Behind transparent pictures</source>
        <translation>透明な画像の背景</translation>
    </message>
</context>
<context>
    <name>CompareModeBox</name>
    <message>
        <source>Way to compare</source>
        <translation>比較方法</translation>
    </message>
</context>
<context>
    <name>ComparePairBox</name>
    <message>
        <source>Input</source>
        <translation>入力</translation>
    </message>
    <message>
        <source>Enlarged</source>
        <translation>拡大</translation>
    </message>
    <message>
        <source>Pinned result</source>
        <translation>ピン留めした結果</translation>
    </message>
    <message>
        <source>Pin this result to compare it with others</source>
        <translation>この結果をピン留めしてほかと比較</translation>
    </message>
    <message>
        <source>Swap sides</source>
        <translation>左右を入れ替え</translation>
    </message>
    <message>
        <source>Choose which pictures to compare</source>
        <translation>比較する画像を選択</translation>
    </message>
    <message>
        <source>Checkerboard</source>
        <translation>市松模様</translation>
    </message>
    <message>
        <source>White</source>
        <translation>白</translation>
    </message>
    <message>
        <source>Black</source>
        <translation>黒</translation>
    </message>
    <message>
        <source>Colour…</source>
        <translation>カラー…</translation>
    </message>
    <message>
        <source>Choose what lies behind transparent pictures</source>
        <translation>透明な画像の背景を選択</translation>
    </message>
    <message>
        <source>Background ▾</source>
        <translation>背景 ▾</translation>
    </message>
    <message>
        <source>Background</source>
        <translation>背景</translation>
    </message>
    <message>
        <source>{pair} ▾</source>
        <translation>{pair} ▾</translation>
    </message>
    <message>
        <source>Compare {pair}</source>
        <translation>比較: {pair}</translation>
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
        <translation>Space を押している間: {before}</translation>
    </message>
    <message>
        <source>{before} – {after}</source>
        <translation>{before} – {after}</translation>
    </message>
    <message>
        <source>{gain}× amplified per channel: brightest = {white} of 255</source>
        <translation>チャンネルごとに {gain} 倍に増幅: 最大の明るさ = 255 段階中 {white}</translation>
    </message>
    <message>
        <source>{legend} · of averages, below 100 %</source>
        <translation>{legend} · 100% 未満では平均値の差</translation>
    </message>
    <message>
        <source>Picture comparison</source>
        <translation>画像の比較</translation>
    </message>
    <message>
        <source>{before} on the left, {after} on the right. Left and right arrow move the divider, plus and minus zoom, 0 fits the picture.</source>
        <translation>左: {before}、右: {after}。左右の矢印キーで仕切り線を移動、+ と − でズーム、0 で全体を表示します。</translation>
    </message>
    <message>
        <source>{before} on the left, {after} on the right. Arrows pan both, plus and minus zoom, 0 fits the pictures.</source>
        <translation>左: {before}、右: {after}。矢印キーで両方をスクロール、+ と − でズーム、0 で全体を表示します。</translation>
    </message>
    <message>
        <source>{before}, with {after} in a lens. Arrows move the lens, with Alt they pan; plus and minus zoom, 0 fits the picture.</source>
        <translation>全体: {before}、レンズ内: {after}。矢印キーでレンズを移動、Alt + 矢印キーでスクロール、+ と − でズーム、0 で全体を表示します。</translation>
    </message>
    <message>
        <source>{after}; {before} while the space bar is held. Arrows pan, plus and minus zoom, 0 fits the picture.</source>
        <translation>{after}、Space を押している間: {before}。矢印キーでスクロール、+ と − でズーム、0 で全体を表示します。</translation>
    </message>
    <message>
        <source>What differs between {before} and {after}, amplified. Arrows pan, plus and minus zoom, 0 fits the picture.</source>
        <translation>増幅した差分: {before} – {after}。矢印キーでスクロール、+ と − でズーム、0 で全体を表示します。</translation>
    </message>
    <message>
        <source>{shown}. Arrows pan, plus and minus zoom, 0 fits the picture.</source>
        <translation>{shown}。矢印キーでスクロール、+ と − でズーム、0 で全体を表示します。</translation>
    </message>
    <message>
        <source>No picture.</source>
        <translation>画像がありません。</translation>
    </message>
</context>
<context>
    <name>CopyButton</name>
    <message>
        <source>Copied</source>
        <translation>コピーしました</translation>
    </message>
</context>
<context>
    <name>DragHandle</name>
    <message>
        <source>Drag out</source>
        <translation>ドラッグで渡す</translation>
    </message>
    <message>
        <source>Drag from here to bring the restored picture into another program as a file</source>
        <translation>ここから別のアプリへドラッグすると、復元した画像をファイルとして渡せます</translation>
    </message>
</context>
<context>
    <name>DragOutController</name>
    <message>
        <source>There is nowhere to put the file to be dragged: {reason}.</source>
        <translation>ドラッグ用のファイルを置く場所がありません: {reason}。</translation>
    </message>
    <message>
        <source>Hold the button down and drag: the picture comes along as a file.</source>
        <translation>ボタンを押したままドラッグすると、画像がファイルとして付いてきます。</translation>
    </message>
</context>
<context>
    <name>ExportAllController</name>
    <message>
        <source>There is no result to export yet.</source>
        <translation>書き出せる結果はまだありません。</translation>
    </message>
    <message>
        <source>{count} more not restored yet.</source>
        <translation>ほかに未復元の画像が {count} 件あります。</translation>
    </message>
    <message>
        <source>{failed} of {total} could not be saved. The first: {reason}</source>
        <translation>{total} 件中 {failed} 件を保存できませんでした。最初の理由: {reason}</translation>
    </message>
    <message>
        <source>{count} of {total} have no receipt. The first: {reason}</source>
        <translation>{total} 件中 {count} 件に処理記録がありません。最初の 1 件: {reason}</translation>
    </message>
    <message>
        <source>Saved {total} pictures</source>
        <translation>{total} 件の画像を保存しました</translation>
    </message>
    <message>
        <source>Saved {name}</source>
        <translation>保存しました: {name}</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>フォルダーで表示</translation>
    </message>
</context>
<context>
    <name>ExportAllDialog</name>
    <message>
        <source>Export all</source>
        <translation>すべて書き出し</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>選択…</translation>
    </message>
    <message>
        <source>Number the new ones</source>
        <translation>新しいファイルに番号を付ける</translation>
    </message>
    <message>
        <source>Keep them, skip the new ones</source>
        <translation>残して、新しいファイルをスキップ</translation>
    </message>
    <message>
        <source>Replace them</source>
        <translation>新しいファイルで置き換える</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>画像</translation>
    </message>
    <message>
        <source>Becomes</source>
        <translation>書き出し後の名前</translation>
    </message>
    <message>
        <source>Names</source>
        <translation>ファイル名</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>フォルダー</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>形式</translation>
    </message>
    <message>
        <source>Existing files</source>
        <translation>既存のファイル</translation>
    </message>
    <message>
        <source>The folder “{folder}” cannot be made: {reason}.</source>
        <translation>フォルダー「{folder}」を作成できません: {reason}。</translation>
    </message>
    <message>
        <source>No folder is chosen.</source>
        <translation>フォルダーが選択されていません。</translation>
    </message>
    <message>
        <source>“{name}” is a file, not a folder.</source>
        <translation>「{name}」はファイルで、フォルダーではありません。</translation>
    </message>
    <message>
        <source>The folder “{folder}” will be made.</source>
        <translation>フォルダー「{folder}」が作成されます。</translation>
    </message>
    <message>
        <source>{format} has no transparency: it becomes white in {count} of {total} pictures.</source>
        <translation>{format} は透明を扱えないため、{total} 枚中 {count} 枚で透明部分が白になります。</translation>
    </message>
    <message>
        <source>replaces a file</source>
        <translation>既存ファイルを置換</translation>
    </message>
    <message>
        <source>skipped</source>
        <translation>スキップ</translation>
    </message>
    <message>
        <source>numbered</source>
        <translation>番号付き</translation>
    </message>
    <message>
        <source>Export {count}</source>
        <translation>{count} 件を書き出し</translation>
    </message>
</context>
<context>
    <name>ExportController</name>
    <message>
        <source>Export the restored picture</source>
        <translation>復元した画像を書き出し</translation>
    </message>
    <message>
        <source>Nothing was saved: an SVG is traced first.</source>
        <translation>何も保存していません: SVG は先にトレースします。</translation>
    </message>
    <message>
        <source>Export as SVG…</source>
        <translation>SVG として書き出し…</translation>
    </message>
    <message>
        <source>Export as SVG</source>
        <translation>SVG として書き出し</translation>
    </message>
    <message>
        <source>Export the comparison</source>
        <translation>比較画像を書き出し</translation>
    </message>
    <message>
        <source>Export the report</source>
        <translation>レポートを書き出し</translation>
    </message>
    <message>
        <source>Saved {name}</source>
        <translation>保存しました: {name}</translation>
    </message>
    <message>
        <source>Saved {name}. {format} has no transparency: it became white.</source>
        <translation>保存しました: {name}。{format} は透明を扱えないため、透明部分は白になりました。</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>フォルダーで表示</translation>
    </message>
    <message>
        <source>Save elsewhere…</source>
        <translation>別の場所に保存…</translation>
    </message>
    <message>
        <source>Copied. Paste it anywhere.</source>
        <translation>コピーしました。どこにでも貼り付けられます。</translation>
    </message>
    <message>
        <source>Saved {name}: {format} cannot be written here.</source>
        <translation>保存しました: {name}。{format} 形式での書き出しはできません。</translation>
    </message>
</context>
<context>
    <name>ExportPanel</name>
    <message>
        <source>Such as 42 mm, 4.2 cm or 1.65 in; empty keeps the size</source>
        <translation>例: 42 mm、4.2 cm、1.65 in。空欄ならサイズを維持します</translation>
    </message>
    <message>
        <source>Convert to sRGB</source>
        <translation>sRGB に変換</translation>
    </message>
    <message>
        <source>JPEG has no transparency: it becomes white.</source>
        <translation>JPEG は透明を扱えないため、透明部分は白になります。</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>出力</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>サイズ</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>形式</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>カラー</translation>
    </message>
    <message>
        <source>Print width</source>
        <translation>印刷幅</translation>
    </message>
    <message>
        <source>{size} px</source>
        <translation>{size} px</translation>
    </message>
    <message>
        <source>Prints clean up to {width} mm at {dpi} dpi</source>
        <translation>{dpi} dpi で {width} mm まできれい</translation>
    </message>
    <message>
        <source>Keep {name}</source>
        <translation>{name} を維持</translation>
    </message>
    <message>
        <source>{width} mm</source>
        <translation>{width} mm</translation>
    </message>
    <message>
        <source>Keep print size</source>
        <translation>印刷サイズを維持</translation>
    </message>
    <message>
        <source>Keep print size: {size}</source>
        <translation>印刷サイズを維持: {size}</translation>
    </message>
    <message>
        <source>Write print size: {size}</source>
        <translation>印刷サイズを記録: {size}</translation>
    </message>
</context>
<context>
    <name>ExportSvgController</name>
    <message>
        <source>Only a restored picture can be traced.</source>
        <translation>トレースできるのは復元した画像だけです。</translation>
    </message>
    <message>
        <source>A photograph or gradients: areas of similar colour. Edges are exact where there are few flat colours.</source>
        <translation>写真またはグラデーションのため、似た色の領域になります。輪郭が正確になるのは、平らな色が少ない画像です。</translation>
    </message>
    <message>
        <source>The outline has too many curves to be shown; the file has them all.</source>
        <translation>曲線が多すぎるため輪郭線は表示しません。ファイルにはすべて含まれます。</translation>
    </message>
</context>
<context>
    <name>FailureNotices</name>
    <message>
        <source>{count} items cannot be opened: {names}.</source>
        <translation>{count} 個の項目を開けません: {names}。</translation>
    </message>
    <message>
        <source>Open another…</source>
        <translation>別の画像を開く…</translation>
    </message>
    <message>
        <source>{count} more</source>
        <translation>ほか {count} 個</translation>
    </message>
    <message>
        <source>The last changes of {name} could not be made. {reason}</source>
        <translation>{name} への最後の変更を行えませんでした。{reason}</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>再試行</translation>
    </message>
    <message>
        <source>Try on the CPU</source>
        <translation>CPU で試す</translation>
    </message>
    <message>
        <source>Use the program&apos;s own model</source>
        <translation>付属のモデルを使う</translation>
    </message>
    <message>
        <source>Use {scale}×</source>
        <translation>{scale}× を使う</translation>
    </message>
</context>
<context>
    <name>FeaturesView</name>
    <message>
        <source>Stage</source>
        <translation>段階</translation>
    </message>
    <message>
        <source>Not looked at yet</source>
        <translation>まだ調べていません</translation>
    </message>
    <message>
        <source>No picture yet</source>
        <translation>まだ画像がありません</translation>
    </message>
    <message>
        <source>At full resolution</source>
        <translation>フル解像度</translation>
    </message>
    <message>
        <source>On the stage&apos;s own grid</source>
        <translation>この段階のグリッド</translation>
    </message>
    <message>
        <source>cosine {cosine}, averaged back down</source>
        <translation>コサイン {cosine} (平均して再縮小)</translation>
    </message>
    <message>
        <source>the transparency</source>
        <translation>透明部分</translation>
    </message>
    <message>
        <source>the colours</source>
        <translation>カラー</translation>
    </message>
    <message>
        <source>Features of</source>
        <translation>特徴の対象</translation>
    </message>
    <message>
        <source>Match</source>
        <translation>一致度</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>時間</translation>
    </message>
</context>
<context>
    <name>Fidelity</name>
    <message>
        <source>Faithful: put back through the estimated blur, it is your input to within {difference} %.</source>
        <translation>忠実: 推定したぼけを再び加えると、入力との差は {difference}% 以内です。</translation>
    </message>
    <message>
        <source>Look here: 1 place differs from your input, around {x}, {y} px of the result.</source>
        <translation>要確認: 1 か所が入力と異なります (結果の {x}, {y} px 付近)。</translation>
    </message>
    <message>
        <source>Look here: {count} places differ from your input, the most around {x}, {y} px of the result.</source>
        <translation>要確認: {count} か所が入力と異なります (最大の差: 結果の {x}, {y} px 付近)。</translation>
    </message>
</context>
<context>
    <name>FidelityPanel</name>
    <message>
        <source>Show where</source>
        <translation>場所を表示</translation>
    </message>
    <message>
        <source>Next place</source>
        <translation>次の場所</translation>
    </message>
    <message>
        <source>Did it change?</source>
        <translation>変わっていませんか？</translation>
    </message>
    <message>
        <source>Comparing with the input…</source>
        <translation>入力と比較中…</translation>
    </message>
    <message>
        <source>Nothing yet.</source>
        <translation>まだありません。</translation>
    </message>
    <message>
        <source>It could not be compared with the input.</source>
        <translation>入力画像と比較できませんでした。</translation>
    </message>
    <message>
        <source>Proofread letters under {height} px in the input: they can come back as others, and no comparison finds that.</source>
        <translation>入力で {height} px 未満の文字は読み直してください。別の文字に変わることがあり、比較では見つかりません。</translation>
    </message>
</context>
<context>
    <name>FineTuneController</name>
    <message>
        <source>Pictures wait until the network has been fine-tuned.</source>
        <translation>ニューラルネットのファインチューニングが終わるまで、画像は待機します。</translation>
    </message>
    <message>
        <source>Stop fine-tuning</source>
        <translation>ファインチューニングを中止</translation>
    </message>
    <message>
        <source>The network is as it was shipped.</source>
        <translation>ニューラルネットは付属時の状態です。</translation>
    </message>
    <message>
        <source>Cancelled. The network is as it was.</source>
        <translation>キャンセルしました。ニューラルネットは元のままです。</translation>
    </message>
    <message>
        <source>Fine-tuning has ended. {outcome}</source>
        <translation>ファインチューニングが終わりました。{outcome}</translation>
    </message>
</context>
<context>
    <name>FineTuneView</name>
    <message>
        <source>It seldom finds something to learn: in 8 of 70 trials with blurs that the network was not trained on, and in none of 30 with blurs that it was. Those 8 became better by 3 to 10 dB, and none became worse.</source>
        <translation>学べることはまれです。学習に含まれないぼけによる70回の試行のうち8回で、学習に含まれるぼけによる30回では1回もありませんでした。その8回は3〜10 dB良くなり、悪くなったものはありません。</translation>
    </message>
    <message>
        <source>Adapt to these pictures</source>
        <translation>これらの画像に適応</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <source>Progress of the fine-tuning</source>
        <translation>ファインチューニングの進行状況</translation>
    </message>
    <message>
        <source>Restore this picture again</source>
        <translation>この画像をもう一度復元</translation>
    </message>
    <message>
        <source>Back to the original</source>
        <translation>元のニューラルネットに戻す</translation>
    </message>
    <message>
        <source>Use the network as it was shipped</source>
        <translation>付属時のニューラルネットを使う</translation>
    </message>
    <message>
        <source>First open the pictures that it should learn from.</source>
        <translation>まず学習に使う画像を開いてください。</translation>
    </message>
    <message>
        <source>{names} and {count} more</source>
        <translation>{names} ほか {count} 件</translation>
    </message>
    <message>
        <source>From the queue: {names}</source>
        <translation>キューの画像: {names}</translation>
    </message>
    <message>
        <source>1 other is not in memory; look at it to include it.</source>
        <translation>ほかの 1 件はメモリにありません。表示すると対象になります。</translation>
    </message>
    <message>
        <source>{count} others are not in memory; look at one to include it.</source>
        <translation>ほかの {count} 件はメモリにありません。表示すると対象になります。</translation>
    </message>
    <message>
        <source>Getting ready</source>
        <translation>準備中</translation>
    </message>
    <message>
        <source>Step {done} of {total}</source>
        <translation>ステップ {done}/{total}</translation>
    </message>
    <message>
        <source>Adapted in {steps} steps and {time}. Damaged again, the results now miss your pictures by {after} instead of {before}. It is used until you go back or close Clearmark.</source>
        <translation>適応が完了しました ({steps} ステップ、{time})。結果を再び劣化させて比べた元の画像との差は、{before} から {after} に減りました。元に戻すか Clearmark を閉じるまで、このニューラルネットを使います。</translation>
    </message>
    <message>
        <source>There was nothing to learn: no blur explains these pictures much better than the network does. It is as it was.</source>
        <translation>学べることはありませんでした。これらの画像をニューラルネットよりはるかによく説明するぼけは見つかりません。元のままです。</translation>
    </message>
    <message>
        <source>Not much better after {steps} steps and {time}: damaged again, the results would miss your pictures by {after} instead of {before}. The original network is used, as before.</source>
        <translation>あまり改善しませんでした ({steps} ステップ、{time})。結果を再び劣化させて比べた元の画像との差: {before} → {after}。これまでどおり元のニューラルネットを使います。</translation>
    </message>
</context>
<context>
    <name>FormatChoice</name>
    <message>
        <source>Format</source>
        <translation>形式</translation>
    </message>
    <message>
        <source>Lossless</source>
        <translation>ロスレス</translation>
    </message>
    <message>
        <source>Quality</source>
        <translation>画質</translation>
    </message>
</context>
<context>
    <name>Guide</name>
    <message>
        <source>Clearmark guide</source>
        <translation>Clearmark ユーザーガイド</translation>
    </message>
    <message>
        <source>Chapters</source>
        <translation>目次</translation>
    </message>
    <message>
        <source>Shortcuts</source>
        <translation>ショートカット</translation>
    </message>
    <message>
        <source>Chapter</source>
        <translation>章</translation>
    </message>
</context>
<context>
    <name>Header</name>
    <message>
        <source>More ▾</source>
        <translation>その他 ▾</translation>
    </message>
    <message>
        <source>More</source>
        <translation>その他</translation>
    </message>
    <message>
        <source>Recent files, preferences, help</source>
        <translation>最近使ったファイル、環境設定、ヘルプ</translation>
    </message>
</context>
<context>
    <name>InputPanel</name>
    <message>
        <source>Format</source>
        <translation>形式</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>サイズ</translation>
    </message>
    <message>
        <source>Profile</source>
        <translation>プロファイル</translation>
    </message>
    <message>
        <source>Print size</source>
        <translation>印刷サイズ</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>入力</translation>
    </message>
    <message>
        <source>Nothing is open yet.</source>
        <translation>まだ何も開いていません。</translation>
    </message>
    <message>
        <source>Recommended: {scale}×</source>
        <translation>推奨: {scale}×</translation>
    </message>
    <message>
        <source>transparent</source>
        <translation>透明あり</translation>
    </message>
    <message>
        <source>{size} px</source>
        <translation>{size} px</translation>
    </message>
    <message>
        <source>none: sRGB assumed</source>
        <translation>なし (sRGB とみなす)</translation>
    </message>
    <message>
        <source>not given</source>
        <translation>情報なし</translation>
    </message>
</context>
<context>
    <name>InspectionPage</name>
    <message>
        <source>Coarse to fine</source>
        <translation>粗から細へ</translation>
    </message>
    <message>
        <source>Coarse to fine: what each scale adds</source>
        <translation>粗い段階から細かい段階へ: 各サイズで加わるもの</translation>
    </message>
    <message>
        <source>What it sees</source>
        <translation>見えるもの</translation>
    </message>
    <message>
        <source>What the network sees: features as colours</source>
        <translation>ニューラルネットに見えるもの: 特徴を色で表示</translation>
    </message>
    <message>
        <source>Where it matters</source>
        <translation>重要な場所</translation>
    </message>
    <message>
        <source>Where it matters first: regions</source>
        <translation>まず重要な場所: 領域</translation>
    </message>
    <message>
        <source>Learning</source>
        <translation>学習</translation>
    </message>
    <message>
        <source>Learning from your own pictures, without labels</source>
        <translation>自分の画像からラベルなしで学習</translation>
    </message>
</context>
<context>
    <name>MenuBar</name>
    <message>
        <source>File</source>
        <translation>ファイル</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>編集</translation>
    </message>
    <message>
        <source>View</source>
        <translation>表示</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>ヘルプ</translation>
    </message>
</context>
<context>
    <name>MiniMap</name>
    <message>
        <source>Overview</source>
        <translation>ナビゲーター</translation>
    </message>
    <message>
        <source>Click or drag to look at another part</source>
        <translation>クリックまたはドラッグで別の部分を表示</translation>
    </message>
</context>
<context>
    <name>MoreMenu</name>
    <message>
        <source>Open recent</source>
        <translation>最近使ったファイルを開く</translation>
    </message>
    <message>
        <source>{name} – {folder}</source>
        <translation>{name} – {folder}</translation>
    </message>
    <message>
        <source>Forget these files</source>
        <translation>リストを消去</translation>
    </message>
</context>
<context>
    <name>OpenController</name>
    <message>
        <source>Pasted picture</source>
        <translation>貼り付けた画像</translation>
    </message>
    <message>
        <source>There is no picture on the clipboard.</source>
        <translation>クリップボードに画像がありません。</translation>
    </message>
    <message>
        <source>Open pictures</source>
        <translation>画像を開く</translation>
    </message>
    <message>
        <source>Pictures ({patterns})</source>
        <translation>画像 ({patterns})</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>すべてのファイル (*)</translation>
    </message>
    <message>
        <source>Open a checkpoint of MIMO-UNet</source>
        <translation>MIMO-UNet のチェックポイントを開く</translation>
    </message>
    <message>
        <source>Checkpoints ({patterns})</source>
        <translation>チェックポイント ({patterns})</translation>
    </message>
    <message>
        <source>That is a web address, and Clearmark never uses the network: save the picture on this computer first and open the file.</source>
        <translation>これは Web アドレスです。Clearmark はネットワークを使いません。先に画像をこのコンピューターに保存し、そのファイルを開いてください。</translation>
    </message>
</context>
<context>
    <name>OutputInfoController</name>
    <message>
        <source>Width of the output on paper</source>
        <translation>紙に印刷したときの出力の幅</translation>
    </message>
    <message>
        <source>Width of the output on paper; the file gives no resolution</source>
        <translation>紙に印刷したときの出力の幅 (ファイルに解像度の情報なし)</translation>
    </message>
    <message>
        <source>would be {size}</source>
        <translation>{size} 相当</translation>
    </message>
</context>
<context>
    <name>PapersPage</name>
    <message>
        <source>A link opens in your browser when you click it, and not before.</source>
        <translation>リンクは、クリックしたときだけブラウザーで開きます。</translation>
    </message>
    <message>
        <source>Copy citation</source>
        <translation>引用情報をコピー</translation>
    </message>
    <message>
        <source>Copy the citation of {name} as BibTeX</source>
        <translation>引用情報を BibTeX でコピー: {name}</translation>
    </message>
    <message>
        <source>Copy the address {address}</source>
        <translation>アドレスをコピー: {address}</translation>
    </message>
    <message>
        <source>Copy link</source>
        <translation>リンクをコピー</translation>
    </message>
</context>
<context>
    <name>Preferences</name>
    <message>
        <source>Preferences</source>
        <translation>環境設定</translation>
    </message>
    <message>
        <source>General</source>
        <translation>一般</translation>
    </message>
    <message>
        <source>Saving</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Privacy</source>
        <translation>プライバシー</translation>
    </message>
    <message>
        <source>System theme</source>
        <translation>システムに合わせる</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>ダーク</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>ライト</translation>
    </message>
    <message>
        <source>System language</source>
        <translation>システムの言語</translation>
    </message>
    <message>
        <source>The language changes at the next start.</source>
        <translation>言語の変更は次回の起動から反映されます。</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>テーマ</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>言語</translation>
    </message>
    <message>
        <source>Where I last saved</source>
        <translation>前回保存した場所</translation>
    </message>
    <message>
        <source>Next to the picture</source>
        <translation>画像と同じフォルダー</translation>
    </message>
    <message>
        <source>Always in this folder</source>
        <translation>常にこのフォルダー</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>選択…</translation>
    </message>
    <message>
        <source>Write a receipt next to each result</source>
        <translation>結果ごとに処理記録を保存</translation>
    </message>
    <message>
        <source>A small file (JSON) for your records: hashes of the picture, the result and the model, the settings, the device, and what was noticed.</source>
        <translation>記録用の小さなファイル (JSON) です。画像・結果・モデルのハッシュ、設定、デバイス、気付いた点を記録します。</translation>
    </message>
    <message>
        <source>Save in</source>
        <translation>保存先</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>フォルダー</translation>
    </message>
    <message>
        <source>Names</source>
        <translation>ファイル名</translation>
    </message>
    <message>
        <source>{source} becomes {name}</source>
        <translation>{source} → {name}</translation>
    </message>
    <message>
        <source>Clearmark has no network code at all. It sends nothing, downloads nothing, checks for no updates and needs no account; a test of every version proves it. Links in its texts open in your browser, and only when you click them.</source>
        <translation>Clearmark にはネットワーク通信のコードが一切ありません。何も送信せず、何も取得せず、更新も確認せず、アカウントもありません。このことはバージョンごとにテストで証明しています。本文中のリンクは、クリックしたときだけブラウザーで開きます。</translation>
    </message>
    <message>
        <source>Forget recent files</source>
        <translation>最近使ったファイルを消去</translation>
    </message>
    <message>
        <source>Delete leftover queues</source>
        <translation>残ったキューを削除</translation>
    </message>
    <message>
        <source>In case of a crash, the queue and its results are kept here while the program runs:</source>
        <translation>異常終了しても失われないよう、実行中はキューと結果をここに保管します:</translation>
    </message>
    <message>
        <source>Log, for troubleshooting: {folder}</source>
        <translation>不具合調査用のログ: {folder}</translation>
    </message>
    <message>
        <source>Recent files remembered: {count}</source>
        <translation>記憶している最近のファイル: {count} 件</translation>
    </message>
    <message>
        <source>Queues left by earlier runs: {count}</source>
        <translation>以前の実行で残ったキュー: {count} 件</translation>
    </message>
    <message>
        <source>New pictures</source>
        <translation>新しい画像</translation>
    </message>
    <message>
        <source>Every new picture starts with these settings. What you change in the window changes only the picture that is shown.</source>
        <translation>新しい画像は、この設定で始まります。ウィンドウで変更した設定は、表示中の画像だけに適用されます。</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>自動</translation>
    </message>
    <message>
        <source>Scale</source>
        <translation>倍率</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>モデル</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>デバイス</translation>
    </message>
    <message>
        <source>Steady: average of two answers</source>
        <translation>安定モード: 2 つの答えの平均</translation>
    </message>
</context>
<context>
    <name>PresetMenu</name>
    <message>
        <source>Presets</source>
        <translation>プリセット</translation>
    </message>
    <message>
        <source>Save as preset…</source>
        <translation>プリセットとして保存…</translation>
    </message>
    <message>
        <source>Add a preset file…</source>
        <translation>プリセットファイルを追加…</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>共有</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>削除</translation>
    </message>
    <message>
        <source>Save as preset</source>
        <translation>プリセットとして保存</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名前</translation>
    </message>
    <message>
        <source>Add a preset</source>
        <translation>プリセットを追加</translation>
    </message>
    <message>
        <source>Share a preset</source>
        <translation>プリセットを共有</translation>
    </message>
    <message>
        <source>Preset “{name}” was saved.</source>
        <translation>プリセット「{name}」を保存しました。</translation>
    </message>
    <message>
        <source>The preset cannot be written: {reason}.</source>
        <translation>プリセットを保存できません: {reason}。</translation>
    </message>
</context>
<context>
    <name>QueueController</name>
    <message>
        <source>An earlier queue cannot be read; its files were moved to “{folder}”.</source>
        <translation>以前のキューを読み込めません。ファイルは「{folder}」に移しました。</translation>
    </message>
    <message>
        <source>{count} more cannot be read and are left out.</source>
        <translation>ほかに {count} 件は読み込めないため除外しました。</translation>
    </message>
    <message>
        <source>1 more cannot be read and is left out.</source>
        <translation>ほかに 1 件は読み込めないため除外しました。</translation>
    </message>
    <message>
        <source>An earlier queue of 1 picture was kept.</source>
        <translation>以前のキューが残っています(画像 1 件)。</translation>
    </message>
    <message>
        <source>An earlier queue was kept, with {waiting} of {total} pictures still to be restored.</source>
        <translation>以前のキューが残っています。{total} 件中 {waiting} 件の画像が未復元です。</translation>
    </message>
    <message>
        <source>An earlier queue of {total} pictures was kept.</source>
        <translation>以前のキューが残っています(画像 {total} 件)。</translation>
    </message>
    <message>
        <source>Bring them back</source>
        <translation>元に戻す</translation>
    </message>
    <message>
        <source>Another window has brought this queue back.</source>
        <translation>このキューは別のウィンドウですでに元に戻されています。</translation>
    </message>
    <message>
        <source>They cannot be brought back now: {reason}.</source>
        <translation>今は元に戻せません: {reason}。</translation>
    </message>
    <message>
        <source>“{name}” was removed.</source>
        <translation>「{name}」を削除しました。</translation>
    </message>
    <message>
        <source>{count} pictures were removed.</source>
        <translation>{count} 件の画像を削除しました。</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>取り消し</translation>
    </message>
    <message>
        <source>The queue has finished: {done} of {total} pictures are restored.</source>
        <translation>キューが終わりました: {total} 件中 {done} 件の画像を復元しました。</translation>
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
        <translation>タイル {done}/{total}</translation>
    </message>
    <message>
        <source>done · {time}</source>
        <translation>完了 · {time}</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>待機中</translation>
    </message>
    <message>
        <source>reading</source>
        <translation>読み込み中</translation>
    </message>
    <message>
        <source>getting ready</source>
        <translation>準備中</translation>
    </message>
    <message>
        <source>restoring</source>
        <translation>復元中</translation>
    </message>
    <message>
        <source>done</source>
        <translation>完了</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>キャンセル済み</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>失敗</translation>
    </message>
    <message>
        <source>done earlier</source>
        <translation>以前に完了</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>一時停止中</translation>
    </message>
    <message>
        <source>partly restored</source>
        <translation>一部のみ復元</translation>
    </message>
    <message>
        <source>not restored</source>
        <translation>未復元</translation>
    </message>
    <message>
        <source>Click to start it again.</source>
        <translation>クリックすると再び開始します。</translation>
    </message>
    <message>
        <source>Its result is kept. Click to look at it.</source>
        <translation>結果は保管されています。クリックすると表示します。</translation>
    </message>
    <message>
        <source>Its result was dropped to free memory. Click to restore it again.</source>
        <translation>ほかの画像にメモリを譲ったため、結果は残っていません。クリックすると再び復元します。</translation>
    </message>
    <message>
        <source>one answer</source>
        <translation>答え 1 つ</translation>
    </message>
</context>
<context>
    <name>QueuePanel</name>
    <message>
        <source>Queue</source>
        <translation>キュー</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>一時停止</translation>
    </message>
    <message>
        <source>Pause the work; what is done is kept</source>
        <translation>処理を一時停止。完了した分はそのまま残ります</translation>
    </message>
    <message>
        <source>Export all…</source>
        <translation>すべて書き出し…</translation>
    </message>
    <message>
        <source>Save all results, with a preview of their names</source>
        <translation>名前をプレビューしてから、すべての結果を保存</translation>
    </message>
    <message>
        <source>Pictures that you drop wait here.</source>
        <translation>ドロップした画像はここで待機します。</translation>
    </message>
    <message>
        <source>{done} of {total} done</source>
        <translation>{total} 件中 {done} 件完了</translation>
    </message>
    <message>
        <source>{count} not restored</source>
        <translation>{count} 件は未復元</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>一時停止中</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>再開</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>再試行</translation>
    </message>
    <message>
        <source>Restore now</source>
        <translation>今すぐ復元</translation>
    </message>
    <message>
        <source>Move to the top</source>
        <translation>一番上へ移動</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>上へ移動</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>下へ移動</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>取り除く</translation>
    </message>
    <message>
        <source>Remove all</source>
        <translation>すべて取り除く</translation>
    </message>
</context>
<context>
    <name>RegionsView</name>
    <message>
        <source>Show on the picture</source>
        <translation>画像上に表示</translation>
    </message>
    <message>
        <source>Restore these again, steadily</source>
        <translation>この領域を安定モードで再復元</translation>
    </message>
    <message>
        <source>Averages two answers, in about twice the time; flat places are skipped</source>
        <translation>2 つの答えを平均します。時間は約 2 倍で、平坦な部分はスキップします</translation>
    </message>
    <message>
        <source>No picture yet</source>
        <translation>まだ画像がありません</translation>
    </message>
    <message>
        <source>Your picture, enlarged</source>
        <translation>拡大した画像</translation>
    </message>
    <message>
        <source>{share} % of the picture</source>
        <translation>画像の {share}%</translation>
    </message>
    <message>
        <source>Regions</source>
        <translation>領域</translation>
    </message>
    <message>
        <source>Area</source>
        <translation>面積</translation>
    </message>
    <message>
        <source>Coarse pass</source>
        <translation>粗い処理</translation>
    </message>
</context>
<context>
    <name>RestorePanel</name>
    <message>
        <source>Sharpen only, same size</source>
        <translation>サイズはそのまま、鮮明化のみ</translation>
    </message>
    <message>
        <source>Twice as wide and high</source>
        <translation>縦横 2 倍</translation>
    </message>
    <message>
        <source>Four times as wide and high, in two passes</source>
        <translation>縦横 4 倍 (2 回処理)</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>自動</translation>
    </message>
    <message>
        <source>Open a checkpoint…</source>
        <translation>モデルを開く…</translation>
    </message>
    <message>
        <source>Steady: average of two answers</source>
        <translation>安定モード: 2 つの答えの平均</translation>
    </message>
    <message>
        <source>Restores the picture and its negative, and averages both.
Measured: pictures come 0.2 dB closer to the truth, and 2 in 100 misread letters are
read right. Without it a picture takes half the time.</source>
        <translation>画像とそのネガ (反転画像) を復元し、平均します。
測定結果: 正解画像に 0.2 dB 近づき、読み違えられていた文字 100 文字のうち
2 文字が正しく読めるようになります。オフにすると時間は半分です。</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>復元</translation>
    </message>
    <message>
        <source>Scale</source>
        <translation>倍率</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>モデル</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>デバイス</translation>
    </message>
    <message>
        <source>the fastest one</source>
        <translation>最も速いデバイス</translation>
    </message>
    <message>
        <source>Automatic uses {device}</source>
        <translation>自動で選択: {device}</translation>
    </message>
    <message>
        <source>about 2× the time</source>
        <translation>時間は約 2 倍</translation>
    </message>
    <message>
        <source>about 2× the time (≈ {time})</source>
        <translation>時間は約 2 倍 (≈ {time})</translation>
    </message>
    <message>
        <source>Automatic uses {model}</source>
        <translation>自動で選択: {model}</translation>
    </message>
    <message>
        <source>Apply to all waiting</source>
        <translation>待機中のすべてに適用</translation>
    </message>
    <message>
        <source>Give these settings to every picture that waits</source>
        <translation>待機中のすべての画像をこの設定にする</translation>
    </message>
</context>
<context>
    <name>ScalesView</name>
    <message>
        <source>From coarse to fine</source>
        <translation>粗い段階から細かい段階へ</translation>
    </message>
    <message>
        <source>Enlarged</source>
        <translation>拡大</translation>
    </message>
    <message>
        <source>Quarter size</source>
        <translation>1/4 サイズ</translation>
    </message>
    <message>
        <source>Half size</source>
        <translation>1/2 サイズ</translation>
    </message>
    <message>
        <source>Full size</source>
        <translation>等倍サイズ</translation>
    </message>
    <message>
        <source>What enters the network</source>
        <translation>ニューラルネットへの入力</translation>
    </message>
    <message>
        <source>The enlarged picture, before the network</source>
        <translation>ニューラルネットを通す前の拡大した画像</translation>
    </message>
    <message>
        <source>Output at a quarter of the size</source>
        <translation>1/4 サイズの出力</translation>
    </message>
    <message>
        <source>Output at half the size</source>
        <translation>1/2 サイズの出力</translation>
    </message>
    <message>
        <source>Output at full size</source>
        <translation>等倍サイズの出力</translation>
    </message>
    <message>
        <source>Nothing is added yet</source>
        <translation>まだ何も加えていない状態</translation>
    </message>
    <message>
        <source>No picture yet</source>
        <translation>まだ画像がありません</translation>
    </message>
    <message>
        <source>Not looked at yet</source>
        <translation>まだ調べていません</translation>
    </message>
    <message>
        <source>The residual that was added</source>
        <translation>加えた残差</translation>
    </message>
    <message>
        <source>The residual that was added, amplified {gain}×</source>
        <translation>加えた残差 ({gain} 倍に増幅)</translation>
    </message>
</context>
<context>
    <name>Sentences</name>
    <message>
        <source>“{name}” is a Photoshop file with 32 bits per channel: save it with 8 or 16 bits per channel, or as TIFF or PNG, and open that.</source>
        <translation>「{name}」は 32 bit/チャンネルの Photoshop ファイルです。8 または 16 bit/チャンネル、または TIFF か PNG で保存し、そのファイルを開いてください。</translation>
    </message>
    <message>
        <source>“{name}” is a Photoshop file of single inks: save it in RGB or CMYK and open that.</source>
        <translation>「{name}」は個別のインキだけの Photoshop ファイルです。RGB または CMYK で保存し、そのファイルを開いてください。</translation>
    </message>
    <message>
        <source>“{name}” is a Photoshop file without a picture of all its layers: save it again with “Maximize Compatibility”, or as PNG, and open that.</source>
        <translation>「{name}」は全レイヤーの合成画像を含まない Photoshop ファイルです。「互換性を優先」をオンにして保存し直すか、PNG で保存し、そのファイルを開いてください。</translation>
    </message>
    <message>
        <source>Its transparency could not be read: it was put on white.</source>
        <translation>透明部分を読み取れないため、白の背景に重ねました。</translation>
    </message>
    <message>
        <source>It is a duotone: its inks were left out and it was read as grey.</source>
        <translation>ダブルトーンの画像です。インキの色は省かれ、グレースケールとして読み込まれました。</translation>
    </message>
    <message>
        <source>Its CMYK values were read as inverted, as usual; the file does not say.</source>
        <translation>ファイルに情報がないため、一般的な方式に従い CMYK 値を反転したものとして読み込みました。</translation>
    </message>
    <message>
        <source>Its {bits} bits per channel were reduced to 8.</source>
        <translation>チャンネルあたり {bits} ビットを 8 ビットに減らしました。</translation>
    </message>
    <message>
        <source>Its 32-bit values were reduced to 8 bits.</source>
        <translation>32 ビットの値を 8 ビットに減らしました。</translation>
    </message>
    <message>
        <source>Its 32-bit values from {low:g} to {high:g} were stretched to 8 bits.</source>
        <translation>32 ビットの値の範囲 ({low:g}–{high:g}) を 8 ビットに合わせました。</translation>
    </message>
    <message>
        <source>Its CMYK colours were converted to sRGB by {profile}.</source>
        <translation>CMYK カラーを sRGB に変換しました (プロファイル: {profile})。</translation>
    </message>
    <message>
        <source>Its grey values were converted to sRGB by {profile}.</source>
        <translation>グレースケールを sRGB に変換しました (プロファイル: {profile})。</translation>
    </message>
    <message>
        <source>Its CMYK colours have no usable profile, so the conversion is approximate.</source>
        <translation>CMYK カラーに使えるプロファイルがないため、近似的に変換しました。</translation>
    </message>
    <message>
        <source>Its Lab colours were converted to sRGB.</source>
        <translation>Lab カラーを sRGB に変換しました。</translation>
    </message>
    <message>
        <source>Its HDR brightness cannot be read here, so its colours may look wrong.</source>
        <translation>HDR の明るさはここでは読み取れないため、色が正しく表示されないことがあります。</translation>
    </message>
    <message>
        <source>Its colour profile does not fit and was left out; sRGB is assumed.</source>
        <translation>カラープロファイルが合わないため除外し、sRGB とみなしました。</translation>
    </message>
    <message>
        <source>“{name}” is a folder, not a picture.</source>
        <translation>「{name}」は画像ではなくフォルダーです。</translation>
    </message>
    <message>
        <source>“{name}” is a device, not a picture file.</source>
        <translation>「{name}」は画像ファイルではなくデバイスです。</translation>
    </message>
    <message>
        <source>“{name}” is too large: {size:.1f} GB, and the limit is 1 GB.</source>
        <translation>「{name}」は大きすぎます ({size:.1f} GB)。開けるのは 1 GB までです。</translation>
    </message>
    <message>
        <source>“{name}” is not a possible file name.</source>
        <translation>「{name}」は使用できないファイル名です。</translation>
    </message>
    <message>
        <source>“{name}” takes over two minutes to read, so it was given up: save it as PNG or JPEG and open that.</source>
        <translation>「{name}」は読み込みに 2 分以上かかるため中止しました。PNG または JPEG で保存し、そのファイルを開いてください。</translation>
    </message>
    <message>
        <source>A part of its metadata is damaged or too large and was left out.</source>
        <translation>メタデータの一部が破損しているか大きすぎるため除外しました。</translation>
    </message>
    <message>
        <source>The file ends too early: its last rows may be wrong.</source>
        <translation>ファイルが途中で終わっているため、最後の数行は正しくない可能性があります。</translation>
    </message>
    <message>
        <source>“{name}” is a folder, so no picture can be written there.</source>
        <translation>「{name}」はフォルダーのため、その名前で画像を保存できません。</translation>
    </message>
    <message>
        <source>“{name}” is the original, which is never overwritten: choose another name.</source>
        <translation>「{name}」は元のファイルのため、上書きしません。別の名前を選んでください。</translation>
    </message>
    <message>
        <source>“{name}” is a device, so no picture can be written there.</source>
        <translation>「{name}」はデバイスのため、その名前で画像を保存できません。</translation>
    </message>
    <message>
        <source>“{name}” is write-protected, so it was not replaced.</source>
        <translation>「{name}」は書き込み禁止のため、置き換えませんでした。</translation>
    </message>
    <message>
        <source>“{name}” is empty.</source>
        <translation>「{name}」は空のファイルです。</translation>
    </message>
    <message>
        <source>“{name}” is a HEIC photo, which cannot be read here: save it as PNG or JPEG and open that.</source>
        <translation>「{name}」はここでは読み込めない HEIC 写真です。PNG または JPEG で保存し、そのファイルを開いてください。</translation>
    </message>
    <message>
        <source>“{name}” has too many pixels: the limit is {limit} megapixels.</source>
        <translation>「{name}」は画素数が多すぎます。上限は {limit} メガピクセルです。</translation>
    </message>
    <message>
        <source>“{name}” begins like a {kind} file but is incomplete or damaged.</source>
        <translation>「{name}」は {kind} 形式で始まりますが、不完全か破損しています。</translation>
    </message>
    <message>
        <source>“{name}” is not a picture in a format that can be read here.</source>
        <translation>「{name}」はここで読み込める形式の画像ではありません。</translation>
    </message>
    <message>
        <source>“{name}” is incomplete: the file ends too early, so its picture cannot be read.</source>
        <translation>「{name}」は途中で切れているため、画像を読み込めません。</translation>
    </message>
    <message>
        <source>“{name}” is damaged or incomplete, so its picture cannot be read.</source>
        <translation>「{name}」は破損しているか不完全なため、画像を読み込めません。</translation>
    </message>
    <message>
        <source>“{name}” does not fit into the memory of this computer.</source>
        <translation>「{name}」を開くには、このコンピューターのメモリが足りません。</translation>
    </message>
    <message>
        <source>“{name}” has too many pixels: {width} × {height}, and the limit is {limit} megapixels.</source>
        <translation>「{name}」は画素数が多すぎます ({width} × {height})。上限は {limit} メガピクセルです。</translation>
    </message>
    <message>
        <source>“{name}” does not exist.</source>
        <translation>「{name}」は存在しません。</translation>
    </message>
    <message>
        <source>“{name}” cannot be read: you have no permission.</source>
        <translation>「{name}」を読み込む権限がありません。</translation>
    </message>
    <message>
        <source>“{name}” does not exist: its folder is a file.</source>
        <translation>「{name}」は存在しません。フォルダーのはずのパスがファイルです。</translation>
    </message>
    <message>
        <source>“{name}” is a link that leads in a circle.</source>
        <translation>「{name}」は循環しているリンクです。</translation>
    </message>
    <message>
        <source>“{name}” cannot be read: {reason}.</source>
        <translation>「{name}」を読み込めません: {reason}。</translation>
    </message>
    <message>
        <source>Its metadata is damaged and was left out.</source>
        <translation>メタデータが破損しているため除外しました。</translation>
    </message>
    <message>
        <source>Only the largest of its {count} sizes was read.</source>
        <translation>{count} 種類のサイズのうち、最大のものだけを読み込みました。</translation>
    </message>
    <message>
        <source>Only its first frame was read.</source>
        <translation>最初のフレームだけを読み込みました。</translation>
    </message>
    <message>
        <source>Its layers were read as one flat picture.</source>
        <translation>レイヤーを 1 枚に統合した画像として読み込みました。</translation>
    </message>
    <message>
        <source>Only the main one of its {count} pictures was read.</source>
        <translation>{count} 枚の画像のうち、メインの 1 枚だけを読み込みました。</translation>
    </message>
    <message>
        <source>Only the first of more than {count} pages was read.</source>
        <translation>{count} を超えるページのうち、最初のページだけを読み込みました。</translation>
    </message>
    <message>
        <source>Only the first of its {count} pages was read.</source>
        <translation>{count} ページのうち、最初のページだけを読み込みました。</translation>
    </message>
    <message>
        <source>Only the first of its {count} frames was read.</source>
        <translation>{count} フレームのうち、最初のフレームだけを読み込みました。</translation>
    </message>
    <message>
        <source>“{name}” is an SVG drawing: a vector file already, which stays sharp at every size and needs no restoring.</source>
        <translation>「{name}」は SVG ファイルです。すでにベクター形式で、どのサイズでも鮮明なため、復元の必要はありません。</translation>
    </message>
    <message>
        <source>“{name}” is a PDF or Illustrator document, most likely a vector file already: export it as SVG to use its shapes, or as PNG if it only holds a scan, and open the PNG.</source>
        <translation>「{name}」は PDF または Illustrator のドキュメントで、すでにベクター形式の可能性が高いものです。シェイプを使うには SVG で書き出し、スキャン画像だけの場合は PNG で書き出して、その PNG を開いてください。</translation>
    </message>
    <message>
        <source>“{name}” is a PostScript, EPS or Illustrator drawing, a vector file already: export it as SVG to use its shapes, or as PNG to open it here.</source>
        <translation>「{name}」は PostScript、EPS、または Illustrator のファイルで、すでにベクター形式です。シェイプを使うには SVG、ここで開くには PNG で書き出してください。</translation>
    </message>
    <message>
        <source>“{name}” cannot be read: the clipboard holds no picture.</source>
        <translation>「{name}」を読み込めません。クリップボードに画像がありません。</translation>
    </message>
    <message>
        <source>“{name}” would have {size} megapixels at {scale}×; the limit is {limit}.</source>
        <translation>「{name}」は {scale} 倍で {size} メガピクセルになります。上限は {limit} メガピクセルです。</translation>
    </message>
    <message>
        <source>This computer does not have enough free memory for it.</source>
        <translation>このコンピューターの空きメモリが足りません。</translation>
    </message>
    <message>
        <source>Something unexpected went wrong: {reason}</source>
        <translation>予期しないエラーが発生しました: {reason}</translation>
    </message>
    <message>
        <source>“{name}” is saved, but there is no receipt: {reason}</source>
        <translation>「{name}」は保存しましたが、処理記録は保存できませんでした: {reason}</translation>
    </message>
    <message>
        <source>“{name}” has changed since it was opened.</source>
        <translation>「{name}」は開いた後に変更されています。</translation>
    </message>
    <message>
        <source>The kept result of “{name}” is gone; it has to be restored again.</source>
        <translation>「{name}」の保管された結果がなくなりました。もう一度復元する必要があります。</translation>
    </message>
    <message>
        <source>“{name}” is not a preset of Clearmark.</source>
        <translation>「{name}」は Clearmark のプリセットではありません。</translation>
    </message>
    <message>
        <source>The naming pattern is empty; a usual one is {pattern}.</source>
        <translation>名前のパターンが空です。標準のパターン: {pattern}。</translation>
    </message>
    <message>
        <source>There is no field {field} in naming patterns; there are {known}.</source>
        <translation>名前のパターンに使えない項目です: {field}。使える項目: {known}。</translation>
    </message>
    <message>
        <source>A brace in the naming pattern has no partner.</source>
        <translation>名前のパターンの波かっこが対になっていません。</translation>
    </message>
    <message>
        <source>A file name cannot contain “{letter}”; change the pattern.</source>
        <translation>ファイル名に「{letter}」は使えません。パターンを変更してください。</translation>
    </message>
    <message>
        <source>A file name cannot contain a control character; change the pattern.</source>
        <translation>ファイル名に制御文字は使えません。パターンを変更してください。</translation>
    </message>
    <message>
        <source>A picture of {size} pixels is too large to be traced: the limit is {limit} megapixels.</source>
        <translation>{size} ピクセルの画像は大きすぎてトレースできません。上限は {limit} メガピクセルです。</translation>
    </message>
    <message>
        <source>The picture cannot be traced: {reason}.</source>
        <translation>画像をトレースできません: {reason}。</translation>
    </message>
    <message>
        <source>The picture is transparent all over, so there is nothing to trace.</source>
        <translation>画像全体が透明なため、トレースするものがありません。</translation>
    </message>
    <message>
        <source>The picture cannot be traced: the tracer gave up.</source>
        <translation>画像をトレースできません。トレーサーが処理を中止しました。</translation>
    </message>
    <message>
        <source>The tracer stopped unexpectedly, perhaps for lack of memory; try fewer colours.</source>
        <translation>トレーサーが予期せず停止しました。メモリ不足の可能性があります。色数を減らしてお試しください。</translation>
    </message>
    <message>
        <source>“{word}” is not a colour: write six digits, as in #0A84FF.</source>
        <translation>「{word}」は色ではありません。#0A84FF のように 6 桁で入力してください。</translation>
    </message>
    <message>
        <source>That is {count} colours; the limit is {limit}.</source>
        <translation>色が {count} 色あります。使えるのは {limit} 色までです。</translation>
    </message>
    <message>
        <source>“{name}” already exists, so it was not written.</source>
        <translation>「{name}」はすでに存在するため、保存しませんでした。</translation>
    </message>
    <message>
        <source>“{name}” was not written: {reason}.</source>
        <translation>「{name}」を保存できませんでした: {reason}。</translation>
    </message>
    <message>
        <source>the disk is full</source>
        <translation>ディスクがいっぱいです</translation>
    </message>
    <message>
        <source>this disk does not allow files so large</source>
        <translation>このディスクにはこの大きさのファイルを保存できません</translation>
    </message>
    <message>
        <source>the disk is read-only</source>
        <translation>ディスクが読み取り専用です</translation>
    </message>
    <message>
        <source>the name is too long</source>
        <translation>名前が長すぎます</translation>
    </message>
    <message>
        <source>the folder “{folder}” does not exist</source>
        <translation>フォルダー「{folder}」が存在しません</translation>
    </message>
    <message>
        <source>you may not write in the folder “{folder}”, or another program has the file open</source>
        <translation>フォルダー「{folder}」に書き込む権限がないか、別のアプリがファイルを開いています</translation>
    </message>
    <message>
        <source>“{name}” was not written: the memory is full.</source>
        <translation>「{name}」を保存できませんでした。メモリが足りません。</translation>
    </message>
    <message>
        <source>“{name}” cannot be stored as {format}: {reason}.</source>
        <translation>「{name}」を {format} 形式で保存できません: {reason}。</translation>
    </message>
    <message>
        <source>“{name}” was not written: {format} ends at {limit} pixels per side, and this picture is {size}.</source>
        <translation>「{name}」を保存できませんでした。{format} 形式は 1 辺 {limit} ピクセルまでですが、この画像は {size} ピクセルです。</translation>
    </message>
    <message>
        <source>“{name}” was not written: programs read AVIF up to {limit} megapixels, and this picture is {size}.</source>
        <translation>「{name}」を保存できませんでした。AVIF は {limit} メガピクセルまでしか読み込めませんが、この画像は {size} メガピクセルです。</translation>
    </message>
    <message>
        <source>“{name}” was not written: the Pillow of this computer lacks AVIF.</source>
        <translation>「{name}」を保存できませんでした。このコンピューターの Pillow は AVIF に対応していません。</translation>
    </message>
    <message>
        <source>“{name}” was not written: TIFF ends at 4 GB, and this picture is {size} pixels; PNG can hold it.</source>
        <translation>「{name}」を保存できませんでした。TIFF は 4 GB までですが、この画像は {size} ピクセルです。PNG なら保存できます。</translation>
    </message>
    <message>
        <source>Nothing matches “{pattern}”.</source>
        <translation>「{pattern}」に一致するものはありません。</translation>
    </message>
    <message>
        <source>“{folder}” holds no pictures.</source>
        <translation>「{folder}」に画像がありません。</translation>
    </message>
    <message>
        <source>“{folder}” cannot be searched: {reason}.</source>
        <translation>「{folder}」を検索できません: {reason}。</translation>
    </message>
    <message>
        <source>“{name}” does not hold the weights of a MIMO-UNet.</source>
        <translation>「{name}」には MIMO-UNet の重みが含まれていません。</translation>
    </message>
    <message>
        <source>“{name}” holds weights that are not finite numbers.</source>
        <translation>「{name}」には有限の数ではない重みが含まれています。</translation>
    </message>
    <message>
        <source>“{name}” has {size} MiB, more than any MIMO-UNet needs.</source>
        <translation>「{name}」は {size} MiB あり、MIMO-UNet としては大きすぎます。</translation>
    </message>
    <message>
        <source>The model file “{path}” is missing.</source>
        <translation>モデルファイル「{path}」が見つかりません。</translation>
    </message>
    <message>
        <source>“{name}” holds more than weights, or is damaged; it was not loaded.</source>
        <translation>「{name}」には重み以外のものが含まれているか、破損しているため、読み込みませんでした。</translation>
    </message>
    <message>
        <source>“{name}” cannot be read as a model file.</source>
        <translation>「{name}」をモデルファイルとして読み込めません。</translation>
    </message>
    <message>
        <source>This machine has no device “{name}”; it has {offered}.</source>
        <translation>このコンピューターにデバイス「{name}」はありません。使えるのは {offered} です。</translation>
    </message>
    <message>
        <source>The best; trained for logos and text.</source>
        <translation>最も高品質。ロゴと文字向けに学習しています。</translation>
    </message>
    <message>
        <source>Twice as fast; trained for logos and text.</source>
        <translation>速さは2倍。ロゴと文字向けに学習しています。</translation>
    </message>
    <message>
        <source>The model file “{name}” is not the one that was shipped; please install Clearmark again.</source>
        <translation>モデルファイル「{name}」は付属のものではありません。Clearmark を再インストールしてください。</translation>
    </message>
    <message>
        <source>There is not enough memory on {device}; please close other programs.</source>
        <translation>{device} のメモリが足りません。ほかのプログラムを閉じてください。</translation>
    </message>
    <message>
        <source>There is not enough memory on {device}; please close other programs, or choose the CPU.</source>
        <translation>{device} のメモリが足りません。ほかのプログラムを閉じるか、CPU を選んでください。</translation>
    </message>
    <message>
        <source>{device} stopped working; please choose the CPU, or restart the program.</source>
        <translation>{device} が動作しなくなりました。CPU を選ぶか、プログラムを再起動してください。</translation>
    </message>
    <message>
        <source>Colours cannot be converted to this picture&apos;s profile “{profile}”: convert the picture to sRGB first.</source>
        <translation>この画像のプロファイル「{profile}」には色を変換できません。先に画像を sRGB に変換してください。</translation>
    </message>
    <message>
        <source>This picture&apos;s profile “{profile}” has no {colour}: convert the picture to sRGB first.</source>
        <translation>この画像のプロファイル「{profile}」では {colour} を表せません。先に画像を sRGB に変換してください。</translation>
    </message>
    <message>
        <source>Its IPTC data is kept in JPEG and TIFF; other formats keep its author, copyright and description.</source>
        <translation>IPTC データは JPEG と TIFF にのみ残ります。ほかの形式では作者、著作権、説明だけが残ります。</translation>
    </message>
    <message>
        <source>Its texts are kept in PNG only: {keywords}.</source>
        <translation>次のテキストは PNG にのみ残ります: {keywords}。</translation>
    </message>
    <message>
        <source>“{name}” is a {kind}, a rare kind that cannot be read here: save it as PNG or as an ordinary {format} in RGB with 8 bits per channel, and open that.</source>
        <translation>「{name}」は {kind} というまれな種類で、ここでは読み込めません。PNG、または 1 チャンネル 8 ビットの RGB の通常の {format} で保存し、そのファイルを開いてください。</translation>
    </message>
</context>
<context>
    <name>StartPage</name>
    <message>
        <source>Drop a logo, paste, or open</source>
        <translation>ロゴをドロップ、貼り付け、または開く</translation>
    </message>
    <message>
        <source>It is enlarged and sharpened here.</source>
        <translation>ここで拡大し、鮮明にします。</translation>
    </message>
    <message>
        <source>Nothing leaves this computer.</source>
        <translation>データがこのコンピューターの外に出ることはありません。</translation>
    </message>
    <message>
        <source>PNG, JPEG, WebP, AVIF, GIF, TIFF, BMP, PSD, HEIC</source>
        <translation>PNG、JPEG、WebP、AVIF、GIF、TIFF、BMP、PSD、HEIC</translation>
    </message>
    <message>
        <source>PNG, JPEG, WebP, AVIF, GIF, TIFF, BMP, PSD</source>
        <translation>PNG、JPEG、WebP、AVIF、GIF、TIFF、BMP、PSD</translation>
    </message>
    <message>
        <source>Or try a sample</source>
        <translation>またはサンプルを試す</translation>
    </message>
    <message>
        <source>Try {name}</source>
        <translation>{name} を試す</translation>
    </message>
    <message>
        <source>Sample {name}</source>
        <translation>サンプル {name}</translation>
    </message>
</context>
<context>
    <name>StatusBar</name>
    <message>
        <source>offline</source>
        <translation>オフライン</translation>
    </message>
    <message>
        <source>Clearmark never uses the network. Links open in your browser.</source>
        <translation>Clearmark がネットワークを使うことはありません。リンクはブラウザーで開きます。</translation>
    </message>
    <message>
        <source>x {x}  y {y}</source>
        <translation>x {x}  y {y}</translation>
    </message>
    <message>
        <source>opacity {percent} %</source>
        <translation>不透明度 {percent} %</translation>
    </message>
    <message>
        <source>network not loaded yet</source>
        <translation>ニューラルネット未読み込み</translation>
    </message>
</context>
<context>
    <name>SvgPanel</name>
    <message>
        <source>Automatic</source>
        <translation>自動</translation>
    </message>
    <message>
        <source>{count} at most</source>
        <translation>最大 {count} 色</translation>
    </message>
    <message>
        <source>Automatic takes those of the flat places</source>
        <translation>自動では平坦な部分の色を使います</translation>
    </message>
    <message>
        <source>Smaller patches join what is around them</source>
        <translation>これより小さい部分は周囲に統合されます</translation>
    </message>
    <message>
        <source>Sharper bends stay corners, others become curves</source>
        <translation>これより鋭い曲がりはコーナーのまま、ほかは曲線になります</translation>
    </message>
    <message>
        <source>Curves</source>
        <translation>曲線</translation>
    </message>
    <message>
        <source>Edges are curves, as letters and logos have them</source>
        <translation>エッジを文字やロゴのような曲線で描く</translation>
    </message>
    <message>
        <source>Straight</source>
        <translation>直線</translation>
    </message>
    <message>
        <source>Edges are straight lines</source>
        <translation>エッジを直線で描く</translation>
    </message>
    <message>
        <source>Stacked</source>
        <translation>重ねる</translation>
    </message>
    <message>
        <source>Shapes lie on each other, so there are no gaps</source>
        <translation>シェイプを重ねるので、すき間ができない</translation>
    </message>
    <message>
        <source>Cut out</source>
        <translation>くり抜く</translation>
    </message>
    <message>
        <source>Shapes lie side by side, as plotters need them</source>
        <translation>シェイプを重ねずに並べる (カッティングプロッター向け)</translation>
    </message>
    <message>
        <source>Show the outline</source>
        <translation>輪郭線を表示</translation>
    </message>
    <message>
        <source>Root mean square over all pixels, on white and on black; 0 means equal</source>
        <translation>白と黒の背景での全ピクセルの差の二乗平均平方根 (RMS)。0 は完全一致</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>再試行</translation>
    </message>
    <message>
        <source>Such as 42 mm, 4.2 cm or 1.65 in; empty keeps the size</source>
        <translation>例: 42 mm、4.2 cm、1.65 in。空欄ならサイズを維持します</translation>
    </message>
    <message>
        <source>Export SVG…</source>
        <translation>SVG を書き出し…</translation>
    </message>
    <message>
        <source>Shapes</source>
        <translation>シェイプ</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>カラー</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>時間</translation>
    </message>
    <message>
        <source>Corners</source>
        <translation>コーナー</translation>
    </message>
    <message>
        <source>Detail</source>
        <translation>ディテール</translation>
    </message>
    <message>
        <source>Edges</source>
        <translation>エッジ</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>重なり</translation>
    </message>
    <message>
        <source>Traced</source>
        <translation>トレース結果</translation>
    </message>
    <message>
        <source>Print width</source>
        <translation>印刷幅</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>サイズ</translation>
    </message>
    <message>
        <source>Smallest shape</source>
        <translation>最小のシェイプ</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>閉じる (Esc)</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
    <message>
        <source>Export as SVG</source>
        <translation>SVG として書き出し</translation>
    </message>
    <message>
        <source>Tracing…</source>
        <translation>トレース中…</translation>
    </message>
    <message>
        <source>{seconds} s</source>
        <translation>{seconds} 秒</translation>
    </message>
    <message>
        <source>Differs from the restored picture by {distance} of 255 (RMS).</source>
        <translation>復元した画像との差: 255 段階中 {distance} (RMS)。</translation>
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
        <translation>トレーサーを起動できません: {reason}。</translation>
    </message>
</context>
<context>
    <name>TaskPage</name>
    <message>
        <source>What is done to your picture</source>
        <translation>画像に行う処理</translation>
    </message>
    <message>
        <source>Enlarged, before the network</source>
        <translation>拡大 (ニューラルネットの前)</translation>
    </message>
    <message>
        <source>Enlarged</source>
        <translation>拡大</translation>
    </message>
</context>
<context>
    <name>TorchBackend</name>
    <message>
        <source>{model} (adapted)</source>
        <translation>{model} (適応済み)</translation>
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
        <translation>キャンセルしました。画像は復元されていません。</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>再試行</translation>
    </message>
</context>
<context>
    <name>WorkflowPage</name>
    <message>
        <source>The workflow in words</source>
        <translation>処理の流れの説明</translation>
    </message>
    <message>
        <source>Step by step</source>
        <translation>手順ごとの説明</translation>
    </message>
    <message>
        <source>Open a picture, and each box shows what becomes of it.</source>
        <translation>画像を開くと、処理される様子が各ボックスに表示されます。</translation>
    </message>
    <message>
        <source>Open a sample</source>
        <translation>サンプルを開く</translation>
    </message>
    <message>
        <source>In the frame, each box shows the same {width} × {height} pixels, which change most.</source>
        <translation>各ボックスの枠内は、最も大きく変化する同じ {width} × {height} ピクセルの部分です。</translation>
    </message>
    <message>
        <source>Colours and transparency go through the network one after the other and are shown together.</source>
        <translation>カラーと透明部分は順にニューラルネットを通り、一緒に表示されます。</translation>
    </message>
    <message>
        <source>The network was run on the {width} × {height} pixels that you look at.</source>
        <translation>表示中の {width} × {height} ピクセルでニューラルネットを実行しました。</translation>
    </message>
</context>
<context>
    <name>WorkflowStrip</name>
    <message>
        <source>Restoring progress</source>
        <translation>復元の進行状況</translation>
    </message>
    <message>
        <source>Look at the picture as it came in</source>
        <translation>入力した画像をそのまま表示</translation>
    </message>
    <message>
        <source>Look at the enlarged picture, not sharpened yet</source>
        <translation>鮮明化する前の拡大した画像を表示</translation>
    </message>
    <message>
        <source>Look at what the network makes of the enlarged picture</source>
        <translation>拡大した画像からニューラルネットが作る結果を表示</translation>
    </message>
    <message>
        <source>Compare the enlarged with the restored picture</source>
        <translation>拡大した画像と復元した画像を比較</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>入力</translation>
    </message>
    <message>
        <source>bicubic</source>
        <translation>バイキュービック</translation>
    </message>
    <message>
        <source>kept</source>
        <translation>そのまま</translation>
    </message>
    <message>
        <source>one answer</source>
        <translation>答え 1 つ</translation>
    </message>
    <message>
        <source>Enlarge {scale}×</source>
        <translation>拡大 {scale}×</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>サイズ</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>出力</translation>
    </message>
    <message>
        <source>getting ready</source>
        <translation>準備中</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>一時停止中</translation>
    </message>
    <message>
        <source>first tile</source>
        <translation>最初のタイル</translation>
    </message>
    <message>
        <source>tile {done} of {total}</source>
        <translation>タイル {done}/{total}</translation>
    </message>
    <message>
        <source>answer refused</source>
        <translation>結果は不採用</translation>
    </message>
    <message>
        <source>{count} of {total} tiles refused</source>
        <translation>タイル {total} 枚中 {count} 枚が不採用</translation>
    </message>
    <message>
        <source>2 passes</source>
        <translation>2 回処理</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>待機中</translation>
    </message>
    <message>
        <source>waiting for fine-tuning</source>
        <translation>ファインチューニング待ち</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>キャンセル済み</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>失敗</translation>
    </message>
    <message>
        <source>done earlier</source>
        <translation>以前に完了</translation>
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
        <translation>ズーム {percent}</translation>
    </message>
</context>
<context>
    <name>_Edge</name>
    <message>
        <source>Drag to widen</source>
        <translation>ドラッグして幅を変更</translation>
    </message>
</context>
<context>
    <name>about</name>
    <message>
        <source>The workflow, with this picture</source>
        <translation>この画像での処理の流れ</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>入力</translation>
    </message>
    <message>
        <source>Enlarged, before the network</source>
        <translation>拡大 (ニューラルネットの前)</translation>
    </message>
    <message>
        <source>Restored by the network</source>
        <translation>ニューラルネットで復元</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>ニューラルネット</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>デバイス</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>精度</translation>
    </message>
    <message>
        <source>Enlarged in</source>
        <translation>拡大の時間</translation>
    </message>
    <message>
        <source>Restored in</source>
        <translation>復元の時間</translation>
    </message>
    <message>
        <source>Tiles</source>
        <translation>タイル</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>不採用</translation>
    </message>
    <message>
        <source>Steady</source>
        <translation>安定モード</translation>
    </message>
    <message>
        <source>the answers to the picture and to its negative, averaged</source>
        <translation>画像とそのネガへの答えの平均</translation>
    </message>
    <message>
        <source>Adjusted</source>
        <translation>調整</translation>
    </message>
    <message>
        <source>by you</source>
        <translation>ユーザーによる調整あり</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>パラメーター</translation>
    </message>
    <message>
        <source>Multiply-adds for one answer</source>
        <translation>積和演算 (答え 1 つにつき)</translation>
    </message>
    <message>
        <source>Residual, shown {gain}× as strong</source>
        <translation>残差 ({gain} 倍に強調)</translation>
    </message>
    <message>
        <source>Enters: {size}</source>
        <translation>入力: {size}</translation>
    </message>
    <message>
        <source>Leaves: {size}</source>
        <translation>出力: {size}</translation>
    </message>
    <message>
        <source>{stage}, at full resolution; averaged back down, cosine {cosine}</source>
        <translation>{stage}、フル解像度 (平均して再縮小: コサイン {cosine})</translation>
    </message>
    <message>
        <source>{stage}, on its own grid</source>
        <translation>{stage}、その段階のグリッド</translation>
    </message>
    <message>
        <source>{share} % of the picture</source>
        <translation>画像の {share}%</translation>
    </message>
    <message>
        <source>Enlarged, with the regions</source>
        <translation>拡大 (領域を表示)</translation>
    </message>
    <message>
        <source>Regions</source>
        <translation>領域</translation>
    </message>
    <message>
        <source>Area</source>
        <translation>面積</translation>
    </message>
    <message>
        <source>Coarse pass</source>
        <translation>粗い処理</translation>
    </message>
    <message>
        <source>none: all flat</source>
        <translation>なし：全面が平坦</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>形式</translation>
    </message>
    <message>
        <source>{count} tiles</source>
        <translation>タイル {count} 枚</translation>
    </message>
    <message>
        <source>1 tile</source>
        <translation>タイル 1 枚</translation>
    </message>
    <message>
        <source>Amplified</source>
        <translation>増幅</translation>
    </message>
    <message>
        <source>Grid</source>
        <translation>グリッド</translation>
    </message>
    <message>
        <source>{time}, both</source>
        <translation>{time}、合計</translation>
    </message>
    <message>
        <source>{size} px</source>
        <translation>{size} px</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>サイズ</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>時間</translation>
    </message>
    <message>
        <source>Enlarge {scale}×</source>
        <translation>拡大 {scale}×</translation>
    </message>
    <message>
        <source>Full-size input</source>
        <translation>等倍の入力</translation>
    </message>
    <message>
        <source>Half-size input</source>
        <translation>1/2 サイズの入力</translation>
    </message>
    <message>
        <source>Quarter-size input</source>
        <translation>1/4 サイズの入力</translation>
    </message>
    <message>
        <source>Encoder 1</source>
        <translation>エンコーダー 1</translation>
    </message>
    <message>
        <source>Encoder 2</source>
        <translation>エンコーダー 2</translation>
    </message>
    <message>
        <source>Encoder 3</source>
        <translation>エンコーダー 3</translation>
    </message>
    <message>
        <source>Fusion for decoder 3</source>
        <translation>デコーダー 3 への融合</translation>
    </message>
    <message>
        <source>Fusion for decoder 2</source>
        <translation>デコーダー 2 への融合</translation>
    </message>
    <message>
        <source>Decoder 1</source>
        <translation>デコーダー 1</translation>
    </message>
    <message>
        <source>Decoder 2</source>
        <translation>デコーダー 2</translation>
    </message>
    <message>
        <source>Decoder 3</source>
        <translation>デコーダー 3</translation>
    </message>
    <message>
        <source>Quarter-size residual</source>
        <translation>1/4 サイズの残差</translation>
    </message>
    <message>
        <source>Half-size residual</source>
        <translation>1/2 サイズの残差</translation>
    </message>
    <message>
        <source>Full-size residual</source>
        <translation>等倍の残差</translation>
    </message>
    <message>
        <source>Quarter-size output</source>
        <translation>1/4 サイズの出力</translation>
    </message>
    <message>
        <source>Half-size output</source>
        <translation>1/2 サイズの出力</translation>
    </message>
    <message>
        <source>Full-size output</source>
        <translation>等倍の出力</translation>
    </message>
    <message>
        <source>Join tiles</source>
        <translation>タイルを結合</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>出力</translation>
    </message>
    <message>
        <source>Inputs</source>
        <translation>入力</translation>
    </message>
    <message>
        <source>Encoders</source>
        <translation>エンコーダー</translation>
    </message>
    <message>
        <source>Fusion</source>
        <translation>融合</translation>
    </message>
    <message>
        <source>Decoders</source>
        <translation>デコーダー</translation>
    </message>
    <message>
        <source>Residuals</source>
        <translation>残差</translation>
    </message>
    <message>
        <source>Outputs</source>
        <translation>出力</translation>
    </message>
    <message>
        <source>Every place of your picture is so flat that sharpening would hardly change anything. So nothing went through the network: the result is the enlarged picture.</source>
        <translation>画像全体が平坦なので、鮮明にしてもほとんど変わりません。そのためニューラルネットには何も通していません。結果は拡大した画像そのものです。</translation>
    </message>
    <message>
        <source>Asymmetric feature fusion (AFF) brings the features of all three encoders to one size and mixes them, so that this decoder sees fine and coarse at once.</source>
        <translation>非対称特徴融合 (AFF) は 3 つのエンコーダーの特徴を同じサイズにそろえて混ぜ合わせます。これにより、このデコーダーは細かい情報と粗い情報を同時に参照できます。</translation>
    </message>
    <message>
        <source>The correction that the network computes and adds to its input of this size: grey is nothing, lighter is more light, darker is less.</source>
        <translation>ニューラルネットが計算し、このサイズの入力に加える補正です。グレーは変化なし、明るいほど明るく、暗いほど暗く補正します。</translation>
    </message>
    <message>
        <source>Shown {gain}× as strong as it is.</source>
        <translation>実際の {gain} 倍に強調して表示しています。</translation>
    </message>
    <message>
        <source>Your picture, as it was read from its file.</source>
        <translation>ファイルから読み込んだままの画像です。</translation>
    </message>
    <message>
        <source>At 1× the picture keeps its size and is only sharpened.</source>
        <translation>1× では画像のサイズを変えず、鮮明化だけを行います。</translation>
    </message>
    <message>
        <source>Bicubic interpolation makes more pixels, but no more detail. At 4× the picture is enlarged and sharpened twice, by 2× each time; the network below is shown in its first pass.</source>
        <translation>バイキュービック補間は画素を増やしますが、細部は増えません。4× では 2 倍ずつ 2 回、拡大と鮮明化を行います。下のニューラルネットは 1 回目の処理の様子です。</translation>
    </message>
    <message>
        <source>Bicubic interpolation makes more pixels, but no more detail: the picture is as blurred as before, only larger. This is what the network reads.</source>
        <translation>バイキュービック補間は画素を増やしますが、細部は増えません。画像は大きくなるだけで、ぼけたままです。ニューラルネットはこれを読み込みます。</translation>
    </message>
    <message>
        <source>The network works on overlapping tiles, so that memory suffices for any picture. Their edges are blended.</source>
        <translation>ニューラルネットは重なり合うタイルごとに処理するため、どの画像でもメモリが足ります。タイルの境界は滑らかに合成します。</translation>
    </message>
    <message>
        <source>The restored picture, as it is shown, copied and exported.</source>
        <translation>表示、コピー、書き出しに使う復元済みの画像です。</translation>
    </message>
    <message>
        <source>Turns the full-size input into features: many numbers for each place.</source>
        <translation>等倍の入力を特徴、つまり位置ごとの多数の数値に変換します。</translation>
    </message>
    <message>
        <source>Brings the features from above to half the size and lets those of the reduced input emphasise or suppress them (FAM).</source>
        <translation>上からの特徴を半分のサイズにし、縮小した入力の特徴でそれらを強調または抑制します (FAM)。</translation>
    </message>
    <message>
        <source>Starts at the coarsest size, from what the deepest encoder gives it.</source>
        <translation>最も深いエンコーダーの結果から、最も粗いサイズで始めます。</translation>
    </message>
    <message>
        <source>Brings the features from below to twice the size and joins them with the fused ones.</source>
        <translation>下からの特徴を 2 倍のサイズにし、融合した特徴と結合します。</translation>
    </message>
    <message>
        <source>{count} residual blocks of two convolutions each refine them.</source>
        <translation>2 つの畳み込みからなる残差ブロック {count} 個が特徴を洗練します。</translation>
    </message>
    <message>
        <source>Similar colours stand for similar features.</source>
        <translation>似た色は似た特徴を表します。</translation>
    </message>
    <message>
        <source>The enlarged picture, pixel for pixel.</source>
        <translation>拡大した画像を全画素そのまま使います。</translation>
    </message>
    <message>
        <source>Every second pixel of it, across and down.</source>
        <translation>縦横とも 2 画素ごとに 1 画素を使います。</translation>
    </message>
    <message>
        <source>Every fourth pixel of it, across and down.</source>
        <translation>縦横とも 4 画素ごとに 1 画素を使います。</translation>
    </message>
    <message>
        <source>Quarter-size input plus residual. It guides the network in training; the result does not use it.</source>
        <translation>1/4 サイズの入力に残差を加えたものです。学習時にニューラルネットを導くもので、結果には使いません。</translation>
    </message>
    <message>
        <source>Half-size input plus residual. It guides the network in training; the result does not use it.</source>
        <translation>1/2 サイズの入力に残差を加えたものです。学習時にニューラルネットを導くもので、結果には使いません。</translation>
    </message>
    <message>
        <source>Full-size input plus residual. With “Steady” it is averaged with the answer to the negative; that becomes the result, tile by tile.</source>
        <translation>等倍の入力に残差を加えたものです。「安定モード」ではネガへの答えと平均します。タイルごとに、これが結果になります。</translation>
    </message>
</context>
<context>
    <name>shortcuts</name>
    <message>
        <source>Hold to see the picture before</source>
        <translation>押している間: 前の画像を表示</translation>
    </message>
    <message>
        <source>Move the divider or the lens</source>
        <translation>仕切り線またはレンズを移動</translation>
    </message>
    <message>
        <source>Move it farther</source>
        <translation>より大きく移動</translation>
    </message>
    <message>
        <source>Divider to the left or right edge</source>
        <translation>仕切り線を左端または右端へ移動</translation>
    </message>
    <message>
        <source>Move the picture</source>
        <translation>画像を移動</translation>
    </message>
    <message>
        <source>Move the picture sideways</source>
        <translation>画像を左右に移動</translation>
    </message>
    <message>
        <source>Zoom</source>
        <translation>ズーム</translation>
    </message>
    <message>
        <source>Show the whole picture</source>
        <translation>画像全体を表示</translation>
    </message>
    <message>
        <source>Hide the panels, and show them again</source>
        <translation>パネルを折りたたむ／戻す</translation>
    </message>
    <message>
        <source>Look at another picture</source>
        <translation>別の画像を表示</translation>
    </message>
    <message>
        <source>Move the picture in the queue</source>
        <translation>キュー内で画像の順番を移動</translation>
    </message>
    <message>
        <source>Remove the picture from the queue</source>
        <translation>キューから画像を取り除く</translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation>どこでも</translation>
    </message>
    <message>
        <source>On the picture</source>
        <translation>画像上で</translation>
    </message>
    <message>
        <source>In the queue</source>
        <translation>キュー内で</translation>
    </message>
    <message>
        <source>Shortcuts</source>
        <translation>ショートカット</translation>
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
        <translation>{count} 秒</translation>
    </message>
    <message>
        <source>{minutes} min {seconds} s</source>
        <translation>{minutes} 分 {seconds} 秒</translation>
    </message>
    <message>
        <source>{count} s left</source>
        <translation>残り {count} 秒</translation>
    </message>
    <message>
        <source>{count} min left</source>
        <translation>残り {count} 分</translation>
    </message>
    <message>
        <source>{size} mm at {dpi} dpi</source>
        <translation>{size} mm ({dpi} dpi)</translation>
    </message>
    <message>
        <source>Restored</source>
        <translation>復元</translation>
    </message>
    <message>
        <source>Partly restored</source>
        <translation>一部のみ復元</translation>
    </message>
    <message>
        <source>Not restored</source>
        <translation>未復元</translation>
    </message>
    <message>
        <source>Not restored: the network&apos;s answer could not be right and was refused. This is the picture without sharpening.</source>
        <translation>未復元: ニューラルネットの結果が正しいはずのないものだったため、採用しませんでした。これは鮮明化していない画像です。</translation>
    </message>
    <message>
        <source>Partly restored: {count} of {total} tiles left without sharpening, since the network&apos;s answer could not be right there.</source>
        <translation>一部のみ復元: タイル {total} 枚中 {count} 枚は、ニューラルネットの結果が正しいはずのないものだったため、鮮明化していません。</translation>
    </message>
    <message>
        <source>{count} of {total} tiles left as enlarged: the network&apos;s answer was refused</source>
        <translation>タイル {total} 枚中 {count} 枚は拡大のまま: ニューラルネットの結果は不採用</translation>
    </message>
    <message>
        <source>{count} of {total} tiles computed again in full precision</source>
        <translation>タイル {total} 枚中 {count} 枚を完全な精度で再計算</translation>
    </message>
</context>
</TS>
