<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ja_JP" sourcelanguage="en">
<context>
    <name>AccuracyPlot</name>
    <message>
        <source>Accuracy</source>
        <translation>正解率</translation>
    </message>
    <message>
        <source>{train} test {test}</source>
        <translation>{train} テスト {test}</translation>
    </message>
</context>
<context>
    <name>Actions</name>
    <message>
        <source>New</source>
        <translation>新規</translation>
    </message>
    <message>
        <source>Begin anew with the article’s experiment</source>
        <translation>記事の実験から新しく始める</translation>
    </message>
    <message>
        <source>Open…</source>
        <translation>開く…</translation>
    </message>
    <message>
        <source>Open an experiment, with its run where the file holds one</source>
        <translation>実験を開く（記録があれば学習の続きも）</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Save the experiment and its run</source>
        <translation>実験と学習の記録を保存する</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>名前を付けて保存…</translation>
    </message>
    <message>
        <source>Save the experiment and its run in another file</source>
        <translation>実験と学習の記録を別のファイルに保存する</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>リセット</translation>
    </message>
    <message>
        <source>Begin again from the same initial weights</source>
        <translation>同じ初期値から学習をやり直す</translation>
    </message>
    <message>
        <source>Step back</source>
        <translation>1つ戻る</translation>
    </message>
    <message>
        <source>Undo one operation, also into the epoch before</source>
        <translation>演算を1つ戻す（前のエポックへも戻れる）</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>実行</translation>
    </message>
    <message>
        <source>Train on and on, or pause</source>
        <translation>学習を続ける／一時停止する</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>ステップ</translation>
    </message>
    <message>
        <source>Do one operation</source>
        <translation>演算を1つ行う</translation>
    </message>
    <message>
        <source>Phase</source>
        <translation>フェーズ</translation>
    </message>
    <message>
        <source>Go on to the end of this phase</source>
        <translation>このフェーズの終わりまで進む</translation>
    </message>
    <message>
        <source>Epoch</source>
        <translation>エポック</translation>
    </message>
    <message>
        <source>Complete one epoch</source>
        <translation>1エポックを終える</translation>
    </message>
    <message>
        <source>Run to epoch…</source>
        <translation>エポックを指定…</translation>
    </message>
    <message>
        <source>Run to a given epoch, or go back to it</source>
        <translation>指定したエポックまで進む、または戻る</translation>
    </message>
    <message>
        <source>Keep this run to compare</source>
        <translation>この学習を比較用に残す</translation>
    </message>
    <message>
        <source>Let this run’s curve stay, dashed, beside those of the runs to come</source>
        <translation>この学習の曲線を破線で残し、以降の学習と並べる</translation>
    </message>
    <message>
        <source>Fit the network into view</source>
        <translation>ネットワーク全体を表示</translation>
    </message>
    <message>
        <source>Show the whole network again after zooming</source>
        <translation>拡大表示から全体の表示に戻す</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>元に戻す</translation>
    </message>
    <message>
        <source>Take the last edit back; training stays where it is</source>
        <translation>直前の編集を取り消す（学習の位置は変わらない）</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>やり直す</translation>
    </message>
    <message>
        <source>Make the edit again that was taken back last</source>
        <translation>取り消した編集をもう一度行う</translation>
    </message>
    <message>
        <source>Import data…</source>
        <translation>データの読み込み…</translation>
    </message>
    <message>
        <source>Read samples from a CSV file</source>
        <translation>CSVファイルからサンプルを読み込む</translation>
    </message>
    <message>
        <source>Playground address…</source>
        <translation>Playgroundのアドレス…</translation>
    </message>
    <message>
        <source>Use the experiment that an address of TensorFlow Playground stands for</source>
        <translation>TensorFlow Playgroundのアドレスが表す実験を使う</translation>
    </message>
    <message>
        <source>Export training samples…</source>
        <translation>訓練サンプルの書き出し…</translation>
    </message>
    <message>
        <source>Write the samples to learn from into a CSV file</source>
        <translation>訓練サンプルをCSVファイルに書き出す</translation>
    </message>
    <message>
        <source>Export test samples…</source>
        <translation>テストサンプルの書き出し…</translation>
    </message>
    <message>
        <source>Write the samples to test with into a CSV file</source>
        <translation>テストサンプルをCSVファイルに書き出す</translation>
    </message>
    <message>
        <source>Export NumPy script…</source>
        <translation>NumPyスクリプトの書き出し…</translation>
    </message>
    <message>
        <source>Write the run as a script that needs only NumPy and comes to the same numbers</source>
        <translation>学習を、NumPyだけで同じ数値になるスクリプトとして書き出す</translation>
    </message>
    <message>
        <source>Export PyTorch script…</source>
        <translation>PyTorchスクリプトの書き出し…</translation>
    </message>
    <message>
        <source>Write the run as a script for PyTorch</source>
        <translation>学習をPyTorchのスクリプトとして書き出す</translation>
    </message>
    <message>
        <source>Print calculation…</source>
        <translation>計算を印刷…</translation>
    </message>
    <message>
        <source>Print the current operation with its formula and its numbers</source>
        <translation>現在の演算を、数式・数値とともに印刷する</translation>
    </message>
    <message>
        <source>Save calculation as PDF…</source>
        <translation>計算をPDFに保存…</translation>
    </message>
    <message>
        <source>Keep the current operation with its formula and its numbers</source>
        <translation>現在の演算を、数式・数値とともに保存する</translation>
    </message>
    <message>
        <source>Copy NumPy script</source>
        <translation>NumPyスクリプトをコピー</translation>
    </message>
    <message>
        <source>Put the run as a script on the clipboard</source>
        <translation>学習をスクリプトとしてクリップボードにコピーする</translation>
    </message>
    <message>
        <source>Why does it not learn?</source>
        <translation>なぜ学習が進まない？</translation>
    </message>
    <message>
        <source>What keeps the run from learning, in words</source>
        <translation>学習を妨げているものを言葉で説明する</translation>
    </message>
    <message>
        <source>Check the gradients</source>
        <translation>勾配を確認</translation>
    </message>
    <message>
        <source>Compare backpropagation with what a small step of each parameter does to the loss</source>
        <translation>誤差逆伝播法の結果を、各パラメータを少し動かしたときの損失の変化と比べる</translation>
    </message>
    <message>
        <source>How often does it learn?</source>
        <translation>どのくらい学習に成功する？</translation>
    </message>
    <message>
        <source>Train from many seeds and see how good each run becomes</source>
        <translation>多くのシードから学習し、結果を比べる</translation>
    </message>
    <message>
        <source>Loss landscape</source>
        <translation>損失地形</translation>
    </message>
    <message>
        <source>The loss around the parameters, with the way the run has come</source>
        <translation>パラメータの周りの損失と、学習がたどった道筋</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>終了</translation>
    </message>
    <message>
        <source>Close the window</source>
        <translation>ウィンドウを閉じる</translation>
    </message>
    <message>
        <source>Presentation mode</source>
        <translation>プレゼンテーション表示</translation>
    </message>
    <message>
        <source>Fill the screen and hide the panels for editing, or bring them back</source>
        <translation>全画面にして編集用パネルを隠す／元に戻す</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>キーボードショートカット</translation>
    </message>
    <message>
        <source>All keys in one table</source>
        <translation>キーの一覧を表示する</translation>
    </message>
    <message>
        <source>About Gyaku</source>
        <translation>Gyakuについて</translation>
    </message>
    <message>
        <source>What this program is</source>
        <translation>このプログラムについて表示する</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>一時停止</translation>
    </message>
    <message>
        <source>Undo: {edit}</source>
        <translation>元に戻す: {edit}</translation>
    </message>
    <message>
        <source>Redo: {edit}</source>
        <translation>やり直す: {edit}</translation>
    </message>
</context>
<context>
    <name>AddressDialog</name>
    <message>
        <source>Playground address</source>
        <translation>Playgroundのアドレス</translation>
    </message>
    <message>
        <source>Address of TensorFlow Playground</source>
        <translation>TensorFlow Playgroundのアドレス</translation>
    </message>
    <message>
        <source>Use this experiment</source>
        <translation>この実験を使う</translation>
    </message>
    <message>
        <source>Address of TensorFlow Playground; all of its settings stand in it:</source>
        <translation>TensorFlow Playgroundのアドレス（すべての設定が含まれています）:</translation>
    </message>
    <message>
        <source>{training} samples to learn from, {test} to test with; a network of {sizes} units.</source>
        <translation>訓練{training}サンプル、テスト{test}サンプル。ネットワークのユニット数は{sizes}。</translation>
    </message>
</context>
<context>
    <name>CalculationPanel</name>
    <message>
        <source>Go to another number, to see how it is made and where it is used</source>
        <translation>別の数値へ移動し、その計算と使われ方を見る</translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation>PDFに保存</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>学習中</translation>
    </message>
    <message>
        <source>Nothing is computed yet in this batch</source>
        <translation>このバッチはまだ計算されていません</translation>
    </message>
    <message>
        <source>The numbers of a single step appear when you pause or step.</source>
        <translation>一時停止するかステップ実行すると、演算ごとの数値が表示されます。</translation>
    </message>
    <message>
        <source>Press → to do the first operation, or Space to run.</source>
        <translation>→ で最初の演算へ、Spaceで学習を実行します。</translation>
    </message>
    <message>
        <source>Step {n} of {count}</source>
        <translation>演算 {n} / {count}</translation>
    </message>
    <message>
        <source>(new)</source>
        <translation>（更新後）</translation>
    </message>
    <message>
        <source>Do a step first: there is no calculation to be printed yet.</source>
        <translation>印刷する計算がまだありません。先に1ステップ進めてください。</translation>
    </message>
    <message>
        <source>epoch {epoch}</source>
        <translation>エポック {epoch}</translation>
    </message>
    <message>
        <source>Point at a number to see how it is made.</source>
        <translation>数値を指すと、その計算が表示されます。</translation>
    </message>
</context>
<context>
    <name>CodePanel</name>
    <message>
        <source>The run as a script of NumPy</source>
        <translation>学習のNumPyスクリプト</translation>
    </message>
    <message>
        <source>Go to another line</source>
        <translation>別の行へ移動</translation>
    </message>
    <message>
        <source>Go to the operation of the line</source>
        <translation>その行の演算へ移動</translation>
    </message>
    <message>
        <source>Copy the selected lines</source>
        <translation>選択した行をコピー</translation>
    </message>
    <message>
        <source>Export NumPy script</source>
        <translation>NumPyスクリプトの書き出し</translation>
    </message>
    <message>
        <source>Export PyTorch script</source>
        <translation>PyTorchスクリプトの書き出し</translation>
    </message>
    <message>
        <source>Python scripts (*.py)</source>
        <translation>Pythonスクリプト (*.py)</translation>
    </message>
</context>
<context>
    <name>ColorBar</name>
    <message>
        <source>Colours from {low} to {high}</source>
        <translation>{low}から{high}までの色</translation>
    </message>
</context>
<context>
    <name>ConfusionModel</name>
    <message>
        <source>target {name}</source>
        <translation>正解 {name}</translation>
    </message>
    <message>
        <source>Samples of class {target} that are taken for {answer}</source>
        <translation>クラス{target}のうち{answer}と判定されたサンプル</translation>
    </message>
</context>
<context>
    <name>CountField</name>
    <message>
        <source>{name}: one fewer</source>
        <translation>{name}: 1つ減らす</translation>
    </message>
    <message>
        <source>{name}: one more</source>
        <translation>{name}: 1つ増やす</translation>
    </message>
</context>
<context>
    <name>CsvDialog</name>
    <message>
        <source>Data from “{file}”</source>
        <translation>「{file}」のデータ</translation>
    </message>
    <message>
        <source>Columns that are targets, the last ones</source>
        <translation>正解とする列の数（末尾から）</translation>
    </message>
    <message>
        <source>The first rows</source>
        <translation>先頭の行</translation>
    </message>
    <message>
        <source>Use these data</source>
        <translation>このデータを使う</translation>
    </message>
    <message>
        <source>The last columns are targets; how many:</source>
        <translation>正解とする末尾の列数:</translation>
    </message>
    <message>
        <source>target {name}</source>
        <translation>正解 {name}</translation>
    </message>
    <message>
        <source>Samples: {samples}, inputs of each: {inputs}, targets: {targets}.</source>
        <translation>サンプル: {samples}、入力: {inputs}列、正解: {targets}列。</translation>
    </message>
</context>
<context>
    <name>CurvePlot</name>
    <message>
        <source>The arrow keys read values off, Return goes to that epoch, + and − enlarge, 0 shows the whole run.</source>
        <translation>矢印キーで値を読み取り、Enterでそのエポックへ移動、＋と−で拡大・縮小、0で全体を表示します。</translation>
    </message>
</context>
<context>
    <name>DataEditor</name>
    <message>
        <source>Change a value</source>
        <translation>値の変更</translation>
    </message>
    <message>
        <source>Paste cells</source>
        <translation>セルの貼り付け</translation>
    </message>
    <message>
        <source>Insert a row</source>
        <translation>行の挿入</translation>
    </message>
    <message>
        <source>Remove samples</source>
        <translation>サンプルの削除</translation>
    </message>
    <message>
        <source>Row {row} was removed.</source>
        <translation>{row}行目を削除しました。</translation>
    </message>
    <message>
        <source>{count} rows were removed.</source>
        <translation>{count}行を削除しました。</translation>
    </message>
    <message>
        <source>Move to the test samples</source>
        <translation>テスト用に移す</translation>
    </message>
    <message>
        <source>Move to the training samples</source>
        <translation>訓練用に移す</translation>
    </message>
    <message>
        <source>Remove a column</source>
        <translation>列の削除</translation>
    </message>
    <message>
        <source>Change the size of the data</source>
        <translation>データの大きさの変更</translation>
    </message>
    <message>
        <source>Choose the features</source>
        <translation>特徴量の選択</translation>
    </message>
    <message>
        <source>Add a point</source>
        <translation>点の追加</translation>
    </message>
    <message>
        <source>Brush points</source>
        <translation>点の散布</translation>
    </message>
    <message>
        <source>Move points</source>
        <translation>点の移動</translation>
    </message>
    <message>
        <source>Change the target of points</source>
        <translation>点の正解の変更</translation>
    </message>
</context>
<context>
    <name>DataFiles</name>
    <message>
        <source>Import data</source>
        <translation>データの読み込み</translation>
    </message>
    <message>
        <source>Tables (*.csv *.tsv *.txt)</source>
        <translation>表 (*.csv *.tsv *.txt)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>すべてのファイル (*)</translation>
    </message>
    <message>
        <source>Export the test samples</source>
        <translation>テストサンプルの書き出し</translation>
    </message>
    <message>
        <source>Export the training samples</source>
        <translation>訓練サンプルの書き出し</translation>
    </message>
    <message>
        <source>Tables (*.csv)</source>
        <translation>表 (*.csv)</translation>
    </message>
    <message>
        <source>Use a Playground experiment</source>
        <translation>Playgroundの実験の使用</translation>
    </message>
</context>
<context>
    <name>DataMenu</name>
    <message>
        <source>Insert a row above</source>
        <translation>上に行を挿入</translation>
    </message>
    <message>
        <source>Insert a row below</source>
        <translation>下に行を挿入</translation>
    </message>
    <message>
        <source>Remove this input</source>
        <translation>この入力列を削除</translation>
    </message>
    <message>
        <source>Remove this target</source>
        <translation>この正解列を削除</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>コピー</translation>
    </message>
    <message>
        <source>Copy the whole table</source>
        <translation>表全体をコピー</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>貼り付け</translation>
    </message>
    <message>
        <source>Class {name}</source>
        <translation>クラス {name}</translation>
    </message>
    <message>
        <source>Move to the test samples</source>
        <translation>テスト用に移す</translation>
    </message>
    <message>
        <source>Move to the training samples</source>
        <translation>訓練用に移す</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>削除</translation>
    </message>
</context>
<context>
    <name>DataModel</name>
    <message>
        <source>What the network answers with the weights as they are now</source>
        <translation>現在の重みによるネットワークの予測</translation>
    </message>
    <message>
        <source>test sample {number}</source>
        <translation>テストサンプル {number}</translation>
    </message>
    <message>
        <source>sample {number}</source>
        <translation>サンプル {number}</translation>
    </message>
    <message>
        <source>output</source>
        <translation>予測</translation>
    </message>
    <message>
        <source>target</source>
        <translation>正解</translation>
    </message>
</context>
<context>
    <name>DataPanel</name>
    <message>
        <source>Show as</source>
        <translation>表示形式</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>表</translation>
    </message>
    <message>
        <source>Plot</source>
        <translation>散布図</translation>
    </message>
    <message>
        <source>Samples</source>
        <translation>サンプル</translation>
    </message>
    <message>
        <source>Inputs</source>
        <translation>入力</translation>
    </message>
    <message>
        <source>Targets</source>
        <translation>正解</translation>
    </message>
    <message>
        <source>Copy the selected cells, or paste some</source>
        <translation>選択したセルのコピー、貼り付け</translation>
    </message>
    <message>
        <source>Insert a row below the current one</source>
        <translation>現在の行の下に行を挿入</translation>
    </message>
    <message>
        <source>Remove the selected rows or points</source>
        <translation>選択した行や点を削除</translation>
    </message>
    <message>
        <source>Plot: go to the next point</source>
        <translation>散布図: 次の点へ</translation>
    </message>
    <message>
        <source>Plot: move the selected points, or the cursor</source>
        <translation>散布図: 選択した点またはカーソルを移動</translation>
    </message>
    <message>
        <source>Plot: select what is between, all, or nothing</source>
        <translation>散布図: 範囲選択、すべて選択、選択解除</translation>
    </message>
    <message>
        <source>Plot: add a point, or brush, at the cursor</source>
        <translation>散布図: カーソル位置に点を追加・散布</translation>
    </message>
    <message>
        <source>{count} train</source>
        <translation>訓練 {count}</translation>
    </message>
    <message>
        <source>Import, export, paste</source>
        <translation>読み込み、書き出し、貼り付け</translation>
    </message>
    <message>
        <source>Import CSV…</source>
        <translation>CSVの読み込み…</translation>
    </message>
    <message>
        <source>Export training samples…</source>
        <translation>訓練サンプルの書き出し…</translation>
    </message>
    <message>
        <source>Export test samples…</source>
        <translation>テストサンプルの書き出し…</translation>
    </message>
    <message>
        <source>Playground address…</source>
        <translation>Playgroundのアドレス…</translation>
    </message>
    <message>
        <source>{count} test</source>
        <translation>テスト {count}</translation>
    </message>
    <message>
        <source>rows</source>
        <translation>行</translation>
    </message>
    <message>
        <source>x</source>
        <translation>x</translation>
    </message>
    <message>
        <source>y</source>
        <translation>y</translation>
    </message>
</context>
<context>
    <name>DataPlot</name>
    <message>
        <source>Plot of the data</source>
        <translation>データの散布図</translation>
    </message>
</context>
<context>
    <name>DataTable</name>
    <message>
        <source>Data</source>
        <translation>データ</translation>
    </message>
</context>
<context>
    <name>DatasetChooser</name>
    <message>
        <source>Data set</source>
        <translation>データセット</translation>
    </message>
    <message>
        <source>own data</source>
        <translation>自作データ</translation>
    </message>
    <message>
        <source>How the data are made, and their features</source>
        <translation>データの作り方と特徴量</translation>
    </message>
    <message>
        <source>Choose a data set</source>
        <translation>データセットの選択</translation>
    </message>
</context>
<context>
    <name>DatasetFields</name>
    <message>
        <source>Number of samples</source>
        <translation>サンプル数</translation>
    </message>
    <message>
        <source>Percent of the samples kept for testing</source>
        <translation>テスト用に取り分けるサンプルの割合（%）</translation>
    </message>
    <message>
        <source>Seed of the data</source>
        <translation>データのシード</translation>
    </message>
    <message>
        <source>New seed: other samples of the same kind</source>
        <translation>新しいシード: 同じ種類の別のサンプル</translation>
    </message>
    <message>
        <source>Noise in percent</source>
        <translation>ノイズ（%）</translation>
    </message>
    <message>
        <source>samples</source>
        <translation>サンプル</translation>
    </message>
    <message>
        <source>seed</source>
        <translation>シード</translation>
    </message>
    <message>
        <source>test %</source>
        <translation>テスト %</translation>
    </message>
    <message>
        <source>noise</source>
        <translation>ノイズ</translation>
    </message>
    <message>
        <source>Change the number of samples</source>
        <translation>サンプル数の変更</translation>
    </message>
    <message>
        <source>Change the share of test samples</source>
        <translation>テスト用の割合の変更</translation>
    </message>
    <message>
        <source>Change the seed of the data</source>
        <translation>データのシードの変更</translation>
    </message>
    <message>
        <source>Change the noise</source>
        <translation>ノイズの変更</translation>
    </message>
</context>
<context>
    <name>DiagnosisPanel</name>
    <message>
        <source>The run has not begun. So far, nothing stands in the way of learning.</source>
        <translation>学習はまだ始まっていません。今のところ、学習を妨げるものはありません。</translation>
    </message>
    <message>
        <source>Nothing stands in the way of learning.</source>
        <translation>学習を妨げるものはありません。</translation>
    </message>
</context>
<context>
    <name>DivergenceBanner</name>
    <message>
        <source>Reset</source>
        <translation>リセット</translation>
    </message>
    <message>
        <source>The loss became {loss} in epoch {epoch}, and training stopped: most likely the learning rate {rate} is too large.</source>
        <translation>エポック{epoch}で損失が{loss}になり、学習を停止しました。学習率{rate}が大きすぎると考えられます。</translation>
    </message>
    <message>
        <source>Back to epoch {epoch}</source>
        <translation>エポック{epoch}に戻る</translation>
    </message>
    <message>
        <source>The lowest loss since the settings were changed last</source>
        <translation>最後に設定を変えてから、損失が最も小さかったエポック</translation>
    </message>
</context>
<context>
    <name>Document</name>
    <message>
        <source>Untitled</source>
        <translation>無題</translation>
    </message>
</context>
<context>
    <name>ErrorDialog</name>
    <message>
        <source>Something went wrong</source>
        <translation>問題が発生しました</translation>
    </message>
    <message>
        <source>Gyaku met an error it did not expect. Your work is still here, and you can go on.</source>
        <translation>予期しないエラーが発生しました。作業内容は失われておらず、そのまま続けられます。</translation>
    </message>
    <message>
        <source>Copy report</source>
        <translation>報告内容をコピー</translation>
    </message>
</context>
<context>
    <name>FeaturesButton</name>
    <message>
        <source>Features</source>
        <translation>特徴量</translation>
    </message>
    <message>
        <source>What the network sees of the two inputs</source>
        <translation>2つの入力からネットワークに渡すもの</translation>
    </message>
</context>
<context>
    <name>Files</name>
    <message>
        <source>Open</source>
        <translation>開く</translation>
    </message>
    <message>
        <source>“{name}” cannot be opened.</source>
        <translation>「{name}」を開けません。</translation>
    </message>
    <message>
        <source>Save as</source>
        <translation>名前を付けて保存</translation>
    </message>
    <message>
        <source>Unsaved work</source>
        <translation>保存していない変更</translation>
    </message>
    <message>
        <source>Save the changes to “{name}”?</source>
        <translation>「{name}」への変更を保存しますか？</translation>
    </message>
    <message>
        <source>Without saving, what was edited and trained since is lost.</source>
        <translation>保存しないと、その後の編集と学習は失われます。</translation>
    </message>
    <message>
        <source>Recover work</source>
        <translation>作業の復元</translation>
    </message>
    <message>
        <source>Gyaku was not closed the last time. Go on with the work of then?</source>
        <translation>前回、Gyakuは正常に終了しませんでした。そのときの作業を復元しますか？</translation>
    </message>
    <message>
        <source>It was not saved to a file yet.</source>
        <translation>まだファイルに保存されていません。</translation>
    </message>
    <message>
        <source>Recover</source>
        <translation>復元</translation>
    </message>
    <message>
        <source>Discard it</source>
        <translation>破棄</translation>
    </message>
    <message>
        <source>That did not work.</source>
        <translation>実行できませんでした。</translation>
    </message>
    <message>
        <source>Gyaku experiments (*{suffix})</source>
        <translation>Gyakuの実験 (*{suffix})</translation>
    </message>
</context>
<context>
    <name>FindingCard</name>
    <message>
        <source>Show</source>
        <translation>表示</translation>
    </message>
    <message>
        <source>Show in the diagram: {finding}</source>
        <translation>図に表示: {finding}</translation>
    </message>
</context>
<context>
    <name>FindingLine</name>
    <message>
        <source>Show</source>
        <translation>表示</translation>
    </message>
    <message>
        <source>Why?</source>
        <translation>なぜ？</translation>
    </message>
    <message>
        <source>Show in the diagram: {finding}</source>
        <translation>図に表示: {finding}</translation>
    </message>
    <message>
        <source>Why? {finding}</source>
        <translation>なぜ？ {finding}</translation>
    </message>
</context>
<context>
    <name>FlowControl</name>
    <message>
        <source>Look at it from near</source>
        <translation>拡大して見る</translation>
    </message>
</context>
<context>
    <name>FlowEditor</name>
    <message>
        <source>An input has no bias; its numbers are those of the data.</source>
        <translation>入力にバイアスはありません。値はデータそのものです。</translation>
    </message>
    <message>
        <source>Add a unit to hidden {n}</source>
        <translation>隠れ層{n}にユニットを追加</translation>
    </message>
    <message>
        <source>Remove a unit from hidden {n}</source>
        <translation>隠れ層{n}のユニットを削除</translation>
    </message>
    <message>
        <source>Insert a hidden layer</source>
        <translation>隠れ層の挿入</translation>
    </message>
    <message>
        <source>Remove hidden {n}</source>
        <translation>隠れ層{n}を削除</translation>
    </message>
    <message>
        <source>Change the activation to {activation}</source>
        <translation>活性化関数を{activation}に変更</translation>
    </message>
    <message>
        <source>The inputs are the columns of the data; they are changed there.</source>
        <translation>入力はデータの列です。データで変更してください。</translation>
    </message>
</context>
<context>
    <name>FlowMenu</name>
    <message>
        <source>Insert a hidden layer here</source>
        <translation>ここに隠れ層を挿入</translation>
    </message>
    <message>
        <source>Set {parameter}…</source>
        <translation>{parameter}の値を設定…</translation>
    </message>
    <message>
        <source>Freeze {parameter}</source>
        <translation>{parameter}を固定</translation>
    </message>
    <message>
        <source>Add a unit</source>
        <translation>ユニットを追加</translation>
    </message>
    <message>
        <source>Remove a unit</source>
        <translation>ユニットを削除</translation>
    </message>
    <message>
        <source>Remove this layer</source>
        <translation>この層を削除</translation>
    </message>
    <message>
        <source>Insert a hidden layer before</source>
        <translation>前に隠れ層を挿入</translation>
    </message>
    <message>
        <source>Insert a hidden layer after</source>
        <translation>後に隠れ層を挿入</translation>
    </message>
    <message>
        <source>Activation of this layer</source>
        <translation>この層の活性化関数</translation>
    </message>
    <message>
        <source>Freeze this layer</source>
        <translation>この層を固定</translation>
    </message>
</context>
<context>
    <name>FlowTeller</name>
    <message>
        <source>mean over the samples</source>
        <translation>サンプルの平均</translation>
    </message>
    <message>
        <source>frozen: training leaves it as it is</source>
        <translation>固定（学習で変わりません）</translation>
    </message>
    <message>
        <source>unit {name}</source>
        <translation>ユニット{name}</translation>
    </message>
    <message>
        <source>weight {name} from {before} to {unit}</source>
        <translation>重み {name}（{before} → {unit}）</translation>
    </message>
    <message>
        <source>frozen</source>
        <translation>固定</translation>
    </message>
    <message>
        <source>{quantity} of sample {n}</source>
        <translation>サンプル{n}の {quantity}</translation>
    </message>
</context>
<context>
    <name>FreezeButton</name>
    <message>
        <source>Free {layer}: let training change its weights and biases again</source>
        <translation>{layer}の固定を解除: 重みとバイアスを再び学習させる</translation>
    </message>
    <message>
        <source>Freeze {layer}: {frozen} of its {count} weights and biases are frozen already</source>
        <translation>{layer}を固定: 重みとバイアス{count}個のうち{frozen}個は固定済み</translation>
    </message>
    <message>
        <source>Freeze {layer}: training leaves its weights and biases as they are</source>
        <translation>{layer}を固定: 重みとバイアスを学習で変えない</translation>
    </message>
</context>
<context>
    <name>GradientCheckPanel</name>
    <message>
        <source>Step of the difference</source>
        <translation>差分の刻み幅</translation>
    </message>
    <message>
        <source>Loss that is compared with</source>
        <translation>比較する損失</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>確認</translation>
    </message>
    <message>
        <source>Gradients by parameter, the worst first</source>
        <translation>パラメータごとの勾配（ずれの大きい順）</translation>
    </message>
    <message>
        <source>{step} (best)</source>
        <translation>{step} 最適</translation>
    </message>
    <message>
        <source>step</source>
        <translation>刻み幅</translation>
    </message>
    <message>
        <source>against</source>
        <translation>比較対象</translation>
    </message>
    <message>
        <source>Checking the gradients</source>
        <translation>勾配の確認</translation>
    </message>
    <message>
        <source>The experiment was changed, so the check was stopped.</source>
        <translation>実験が変更されたため、確認を中止しました。</translation>
    </message>
    <message>
        <source>the loss made small</source>
        <translation>最小化する損失</translation>
    </message>
    <message>
        <source>loss + penalty</source>
        <translation>損失＋ペナルティ</translation>
    </message>
    <message>
        <source>Is the gradient right? Move each parameter a little to both sides, see how the loss changes, and compare that with what backpropagation computes.</source>
        <translation>勾配は正しいでしょうか。各パラメータを少しだけ両側に動かして損失の変化を調べ、誤差逆伝播法の計算結果と比べます。</translation>
    </message>
    <message>
        <source>{sentence} That was in batch {batch}; the run has moved since.</source>
        <translation>{sentence}これはバッチ{batch}での結果で、学習はその後進んでいます。</translation>
    </message>
</context>
<context>
    <name>GradientFlowPanel</name>
    <message>
        <source>Edges show</source>
        <translation>辺の表示</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>重み</translation>
    </message>
    <message>
        <source>Gradients</source>
        <translation>勾配</translation>
    </message>
    <message>
        <source>Updates</source>
        <translation>更新量</translation>
    </message>
    <message>
        <source>Samples</source>
        <translation>サンプル</translation>
    </message>
    <message>
        <source>sample {n}</source>
        <translation>サンプル {n}</translation>
    </message>
    <message>
        <source>all</source>
        <translation>すべて</translation>
    </message>
    <message>
        <source>Gradients are added up as in the loss; activations, sums and δ are means</source>
        <translation>勾配は損失と同じく集約し、出力・総和・δは平均を表示</translation>
    </message>
    <message>
        <source>Units show</source>
        <translation>ユニットの表示</translation>
    </message>
    <message>
        <source>numbers</source>
        <translation>数値</translation>
    </message>
    <message>
        <source>maps</source>
        <translation>マップ</translation>
    </message>
    <message>
        <source>What each unit answers over the first two inputs, the others at their mean</source>
        <translation>最初の2つの入力に対する各ユニットの出力（他の入力は平均値）</translation>
    </message>
    <message>
        <source>Gradient flow</source>
        <translation>勾配の流れ</translation>
    </message>
    <message>
        <source>from</source>
        <translation>始点</translation>
    </message>
    <message>
        <source>to</source>
        <translation>終点</translation>
    </message>
    <message>
        <source>Go to the next or the previous unit or edge</source>
        <translation>次または前のユニット・辺へ移動</translation>
    </message>
    <message>
        <source>Go to the next or the previous column</source>
        <translation>次または前の列へ移動</translation>
    </message>
    <message>
        <source>Set the weight or bias</source>
        <translation>重みやバイアスを設定</translation>
    </message>
    <message>
        <source>Add a unit to the layer, or remove one</source>
        <translation>層のユニットを追加または削除</translation>
    </message>
    <message>
        <source>Open the menu of the unit or edge</source>
        <translation>ユニット・辺のメニューを開く</translation>
    </message>
    <message>
        <source>Leave the unit or edge</source>
        <translation>ユニット・辺の選択を解除</translation>
    </message>
    <message>
        <source>{quantity} of sample {n}</source>
        <translation>サンプル{n}の {quantity}</translation>
    </message>
    <message>
        <source>{quantity} over all samples</source>
        <translation>全サンプルの {quantity}</translation>
    </message>
    <message>
        <source>in</source>
        <translation>入力</translation>
    </message>
    <message>
        <source>out</source>
        <translation>出力</translation>
    </message>
    <message>
        <source>hidden {n}</source>
        <translation>隠れ層{n}</translation>
    </message>
    <message>
        <source>output</source>
        <translation>出力</translation>
    </message>
    <message>
        <source>input</source>
        <translation>入力</translation>
    </message>
    <message>
        <source>Of more than {n} edges into a layer, the {n} strongest are drawn.</source>
        <translation>1つの層への辺が{n}本を超えるときは、強い方から{n}本を描きます。</translation>
    </message>
</context>
<context>
    <name>GradientModel</name>
    <message>
        <source>parameter</source>
        <translation>パラメータ</translation>
    </message>
    <message>
        <source>∂L/∂w</source>
        <translation>∂L/∂w</translation>
    </message>
    <message>
        <source>difference</source>
        <translation>差分</translation>
    </message>
    <message>
        <source>off by</source>
        <translation>ずれ</translation>
    </message>
    <message>
        <source>A weight or bias, as NumPy counts it</source>
        <translation>重みまたはバイアス（NumPyの添字）</translation>
    </message>
    <message>
        <source>The gradient as backpropagation computes it</source>
        <translation>誤差逆伝播法で計算した勾配</translation>
    </message>
    <message>
        <source>The gradient as the loss changes when the parameter is moved a little to both sides</source>
        <translation>パラメータを少しだけ両側に動かしたときの、損失の変化から求めた勾配</translation>
    </message>
    <message>
        <source>How far the two are apart, as a share of the larger one</source>
        <translation>2つの値の差（大きい方に対する割合）</translation>
    </message>
    <message>
        <source>kink</source>
        <translation>折れ目</translation>
    </message>
</context>
<context>
    <name>GradientSizesPanel</name>
    <message>
        <source>Size</source>
        <translation>大きさ</translation>
    </message>
    <message>
        <source>mean |δ|</source>
        <translation>平均 |δ|</translation>
    </message>
    <message>
        <source>View</source>
        <translation>表示</translation>
    </message>
    <message>
        <source>epochs</source>
        <translation>エポック</translation>
    </message>
    <message>
        <source>now</source>
        <translation>現在</translation>
    </message>
    <message>
        <source>How long the gradient of a layer’s weights is, over all training samples</source>
        <translation>全訓練サンプルについての、層の重みの勾配の長さ</translation>
    </message>
    <message>
        <source>How large δ = ∂L/∂z is in a layer, on average over its units and all training samples</source>
        <translation>層のユニットと全訓練サンプルについて平均した δ = ∂L/∂z の大きさ</translation>
    </message>
    <message>
        <source>The sizes over the epochs, on a logarithmic scale</source>
        <translation>エポックごとの大きさ（対数目盛）</translation>
    </message>
    <message>
        <source>The sizes at the moment shown, side by side</source>
        <translation>表示中の時点での大きさの比較</translation>
    </message>
    <message>
        <source>‖∂L/∂W‖ by layer</source>
        <translation>層ごとの ‖∂L/∂W‖</translation>
    </message>
    <message>
        <source>mean |δ| by layer</source>
        <translation>層ごとの平均 |δ|</translation>
    </message>
    <message>
        <source>The gradient is no finite number any more. Go back, or lower the learning rate.</source>
        <translation>勾配が有限の数値ではなくなりました。前に戻るか、学習率を下げてください。</translation>
    </message>
    <message>
        <source>All gradients are 0, so nothing is learned any more.</source>
        <translation>勾配がすべて0なので、これ以上学習が進みません。</translation>
    </message>
    <message>
        <source>Vanishing: layer 1 gets {ratio}× less than layer {last}.</source>
        <translation>勾配消失: 第1層は第{last}層の1/{ratio}です。</translation>
    </message>
    <message>
        <source>Exploding: layer 1 gets {ratio}× more than layer {last}.</source>
        <translation>勾配爆発: 第1層は第{last}層の{ratio}倍です。</translation>
    </message>
    <message>
        <source>Exploding: layer {layer} gets {ratio}× more than at the start.</source>
        <translation>勾配爆発: 第{layer}層は開始時の{ratio}倍です。</translation>
    </message>
    <message>
        <source>Measured on {measured} of {samples} samples.</source>
        <translation>{samples}サンプル中{measured}サンプルで測定。</translation>
    </message>
    <message>
        <source>The curves begin with the first epoch.</source>
        <translation>曲線は最初のエポックから始まります。</translation>
    </message>
</context>
<context>
    <name>HistogramGrid</name>
    <message>
        <source>{title}: {count} of {total} from {low} to {high}</source>
        <translation>{title}: {low}〜{high}に{total}個中{count}個</translation>
    </message>
</context>
<context>
    <name>HistogramsPanel</name>
    <message>
        <source>Histograms by layer</source>
        <translation>層ごとのヒストグラム</translation>
    </message>
    <message>
        <source>The loss is no finite number any more. Go back, or lower the learning rate.</source>
        <translation>損失が有限の数値ではなくなりました。前に戻るか、学習率を下げてください。</translation>
    </message>
    <message>
        <source>Step or run: the histograms fill as the batch is computed.</source>
        <translation>ステップか実行で、バッチの計算とともにヒストグラムが描かれます。</translation>
    </message>
    <message>
        <source>{share} % saturated</source>
        <translation>{share} % 飽和</translation>
    </message>
    <message>
        <source>{share} % zero</source>
        <translation>{share} % ゼロ</translation>
    </message>
    <message>
        <source>{share} % NaN or ∞</source>
        <translation>{share} % NaN・∞</translation>
    </message>
</context>
<context>
    <name>InputRow</name>
    <message>
        <source>Input</source>
        <translation>入力</translation>
    </message>
    <message>
        <source>One unit for each input: see the data</source>
        <translation>入力ごとに1ユニット（データで決まります）</translation>
    </message>
</context>
<context>
    <name>JobBar</name>
    <message>
        <source>Cancel</source>
        <translation>中止</translation>
    </message>
    <message>
        <source>Cancel: {job}</source>
        <translation>中止: {job}</translation>
    </message>
</context>
<context>
    <name>LandscapePanel</name>
    <message>
        <source>Plane</source>
        <translation>平面</translation>
    </message>
    <message>
        <source>random</source>
        <translation>ランダム</translation>
    </message>
    <message>
        <source>path</source>
        <translation>経路</translation>
    </message>
    <message>
        <source>The two directions in which the run has moved the most</source>
        <translation>学習が最も大きく動いた2つの方向</translation>
    </message>
    <message>
        <source>Two random directions, in each of which every unit’s part is as long as its weights</source>
        <translation>2つのランダムな方向（各ユニットの成分をその重みと同じ長さにしたもの）</translation>
    </message>
    <message>
        <source>Resolution</source>
        <translation>解像度</translation>
    </message>
    <message>
        <source>Compute</source>
        <translation>計算</translation>
    </message>
    <message>
        <source>Loss landscape</source>
        <translation>損失地形</translation>
    </message>
    <message>
        <source>points</source>
        <translation>点</translation>
    </message>
    <message>
        <source>Computing the landscape</source>
        <translation>損失地形の計算</translation>
    </message>
    <message>
        <source>The experiment was changed, so the work was stopped.</source>
        <translation>実験が変更されたため、計算を中止しました。</translation>
    </message>
    <message>
        <source>Move the point at which the loss is told</source>
        <translation>損失を読み取る点を移動</translation>
    </message>
    <message>
        <source>first direction</source>
        <translation>第1の方向</translation>
    </message>
    <message>
        <source>second direction</source>
        <translation>第2の方向</translation>
    </message>
    <message>
        <source>Update</source>
        <translation>更新</translation>
    </message>
    <message>
        <source>How does the loss look around the parameters? Cut a plane through the space of all of them, and compute the loss at each of its points.</source>
        <translation>パラメータの周りで損失はどんな形をしているでしょうか。全パラメータの空間を平面で切り、その各点で損失を計算します。</translation>
    </message>
    <message>
        <source>Two random directions from the parameters of when it was computed; they lie in the middle.</source>
        <translation>計算した時点のパラメータ（中央）から、2つのランダムな方向へ。</translation>
    </message>
    <message>
        <source>{share} % of the run’s way lies in this plane; what is beside it is not to be seen.</source>
        <translation>学習の道筋の{share} %がこの平面上にあります。平面から外れた分は見えません。</translation>
    </message>
    <message>
        <source>at {place}: loss {loss}</source>
        <translation>{place}: 損失 {loss}</translation>
    </message>
</context>
<context>
    <name>LayerCurves</name>
    <message>
        <source>epoch {epoch}; click to go there</source>
        <translation>エポック {epoch}（クリックで移動）</translation>
    </message>
</context>
<context>
    <name>LayerRow</name>
    <message>
        <source>Output</source>
        <translation>出力</translation>
    </message>
    <message>
        <source>Hidden {number}</source>
        <translation>隠れ層{number}</translation>
    </message>
    <message>
        <source>Units of {layer}</source>
        <translation>{layer}のユニット数</translation>
    </message>
    <message>
        <source>Activation of {layer}</source>
        <translation>{layer}の活性化関数</translation>
    </message>
    <message>
        <source>Move {layer} towards the input</source>
        <translation>{layer}を入力側へ移動</translation>
    </message>
    <message>
        <source>Move {layer} towards the output</source>
        <translation>{layer}を出力側へ移動</translation>
    </message>
    <message>
        <source>Remove {layer}</source>
        <translation>{layer}を削除</translation>
    </message>
    <message>
        <source>One unit for each target: see the data</source>
        <translation>正解の列ごとに1ユニット（データで決まります）</translation>
    </message>
</context>
<context>
    <name>LayerTools</name>
    <message>
        <source>Remove a unit from hidden {n}</source>
        <translation>隠れ層{n}のユニットを削除</translation>
    </message>
    <message>
        <source>Add a unit to hidden {n}</source>
        <translation>隠れ層{n}にユニットを追加</translation>
    </message>
    <message>
        <source>Remove hidden {n}</source>
        <translation>隠れ層{n}を削除</translation>
    </message>
    <message>
        <source>Insert a hidden layer here</source>
        <translation>ここに隠れ層を挿入</translation>
    </message>
</context>
<context>
    <name>LossMenu</name>
    <message>
        <source>Smooth, keep and enlarge the curve</source>
        <translation>曲線の平滑化、保持、拡大</translation>
    </message>
    <message>
        <source>Smoothing</source>
        <translation>平滑化</translation>
    </message>
    <message>
        <source>Not smoothed</source>
        <translation>平滑化しない</translation>
    </message>
    <message>
        <source>Every value as it was measured</source>
        <translation>測定した値をそのまま表示</translation>
    </message>
    <message>
        <source>Smoothed lightly</source>
        <translation>弱く平滑化</translation>
    </message>
    <message>
        <source>Each point is the mean of the 2 % of the picture around it</source>
        <translation>各点は、前後合わせて図の幅の2 %の平均</translation>
    </message>
    <message>
        <source>Smoothed strongly</source>
        <translation>強く平滑化</translation>
    </message>
    <message>
        <source>Each point is the mean of the 8 % of the picture around it</source>
        <translation>各点は、前後合わせて図の幅の8 %の平均</translation>
    </message>
    <message>
        <source>Keep this run to compare</source>
        <translation>この学習を比較用に残す</translation>
    </message>
    <message>
        <source>Its curves stay, dashed, beside those of the runs to come</source>
        <translation>曲線を破線で残し、以降の学習と並べる</translation>
    </message>
    <message>
        <source>Show the whole run</source>
        <translation>学習全体を表示</translation>
    </message>
</context>
<context>
    <name>LossPanel</name>
    <message>
        <source>Scale</source>
        <translation>目盛</translation>
    </message>
    <message>
        <source>linear</source>
        <translation>線形</translation>
    </message>
    <message>
        <source>log</source>
        <translation>対数</translation>
    </message>
    <message>
        <source>Runs kept to compare</source>
        <translation>比較用に残した学習</translation>
    </message>
    <message>
        <source>Loss over the epochs</source>
        <translation>エポックごとの損失</translation>
    </message>
    <message>
        <source>accuracy</source>
        <translation>正解率</translation>
    </message>
    <message>
        <source>test accuracy</source>
        <translation>テスト正解率</translation>
    </message>
    <message>
        <source>epoch</source>
        <translation>エポック</translation>
    </message>
    <message>
        <source>min</source>
        <translation>最小</translation>
    </message>
    <message>
        <source>max</source>
        <translation>最大</translation>
    </message>
    <message>
        <source>Read the curve further on</source>
        <translation>曲線の値を読み進める</translation>
    </message>
    <message>
        <source>Go to the epoch that is read</source>
        <translation>読み取り中のエポックへ移動</translation>
    </message>
    <message>
        <source>Enlarge, make smaller, show the whole run</source>
        <translation>拡大、縮小、全体表示</translation>
    </message>
    <message>
        <source>Rename the kept run, or remove it</source>
        <translation>残した学習の名前を変更または削除</translation>
    </message>
    <message>
        <source>There is no curve to keep yet: run an epoch first.</source>
        <translation>残す曲線がまだありません。先に1エポック実行してください。</translation>
    </message>
    <message>
        <source>The loss L, which training makes small</source>
        <translation>学習で小さくする損失 L</translation>
    </message>
    <message>
        <source>The mean squared error, by which runs with different losses can be compared</source>
        <translation>平均二乗誤差（損失の異なる学習も比較できます）</translation>
    </message>
    <message>
        <source>The loss on the test samples, from which nothing is learned</source>
        <translation>学習に使わないテストサンプルでの損失</translation>
    </message>
    <message>
        <source>The share of samples that are answered rightly, in a plot of its own</source>
        <translation>正しく予測されたサンプルの割合（別の図に表示）</translation>
    </message>
    <message>
        <source>Choose a curve above.</source>
        <translation>上の曲線を選んでください。</translation>
    </message>
    <message>
        <source>A loss of 0 has no logarithm: look at it on the linear scale.</source>
        <translation>損失0の対数はありません。線形目盛で表示してください。</translation>
    </message>
    <message>
        <source>The loss was not finite from the start: there is no curve.</source>
        <translation>損失が最初から有限でないため、曲線がありません。</translation>
    </message>
    <message>
        <source>The curve begins with the first epoch.</source>
        <translation>曲線は最初のエポックから始まります。</translation>
    </message>
    <message>
        <source>epoch {epoch}</source>
        <translation>エポック {epoch}</translation>
    </message>
    <message>
        <source>test</source>
        <translation>テスト</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Run to epoch</source>
        <translation>エポックを指定</translation>
    </message>
    <message>
        <source>Train until so many epochs are complete, or go back to when they were:</source>
        <translation>移動先のエポック（先なら学習を進め、前なら戻ります）:</translation>
    </message>
    <message>
        <source>&lt;h3&gt;Gyaku 逆 {version}&lt;/h3&gt;&lt;p&gt;See backpropagation happen: one operation at a time, forward and back, with the numbers, the formula and the line of NumPy.&lt;/p&gt;&lt;p&gt;MIT licence. Made with Qt, PySide6, pyqtgraph, NumPy and ziamath.&lt;/p&gt;</source>
        <translation>&lt;h3&gt;Gyaku 逆 {version}&lt;/h3&gt;&lt;p&gt;誤差逆伝播法を、目で見て理解するためのプログラムです。演算を1つずつ、順方向にも逆方向にも、数値・数式・NumPyの行とともにたどれます。&lt;/p&gt;&lt;p&gt;MITライセンス。Qt、PySide6、pyqtgraph、NumPy、ziamathを使用しています。&lt;/p&gt;</translation>
    </message>
    <message>
        <source>About Gyaku</source>
        <translation>Gyakuについて</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>学習</translation>
    </message>
    <message>
        <source>Operations</source>
        <translation>演算</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>タイムライン</translation>
    </message>
    <message>
        <source>{name}[*] — Gyaku</source>
        <translation>{name}[*] — Gyaku</translation>
    </message>
</context>
<context>
    <name>MatrixView</name>
    <message>
        <source>row {row}, column {column}</source>
        <translation>{row}行{column}列</translation>
    </message>
</context>
<context>
    <name>Menus</name>
    <message>
        <source>&amp;File</source>
        <translation>ファイル(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>編集(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Train</source>
        <translation>学習(&amp;T)</translation>
    </message>
    <message>
        <source>E&amp;xplore</source>
        <translation>探索(&amp;X)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>表示(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>ヘルプ(&amp;H)</translation>
    </message>
    <message>
        <source>Open recent</source>
        <translation>最近使ったファイル</translation>
    </message>
    <message>
        <source>Examples</source>
        <translation>例題</translation>
    </message>
    <message>
        <source>None yet</source>
        <translation>まだありません</translation>
    </message>
    <message>
        <source>Put all panels back</source>
        <translation>パネルの配置を元に戻す</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>システムに合わせる</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>ライト</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>ダーク</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>テーマ</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>言語 (Language)</translation>
    </message>
    <message>
        <source>Size of text</source>
        <translation>文字の大きさ</translation>
    </message>
    <message>
        <source>Reduce motion</source>
        <translation>動きを減らす</translation>
    </message>
</context>
<context>
    <name>NetworkPanel</name>
    <message>
        <source>+ Hidden layer</source>
        <translation>＋ 隠れ層</translation>
    </message>
    <message>
        <source>{count} parameters</source>
        <translation>パラメータ {count}個</translation>
    </message>
    <message>
        <source>Change the units of {layer}</source>
        <translation>{layer}のユニット数の変更</translation>
    </message>
    <message>
        <source>Change the activation of {layer}</source>
        <translation>{layer}の活性化関数の変更</translation>
    </message>
    <message>
        <source>Move {layer}</source>
        <translation>{layer}の移動</translation>
    </message>
    <message>
        <source>Remove {layer}</source>
        <translation>{layer}の削除</translation>
    </message>
    <message>
        <source>Add a hidden layer</source>
        <translation>隠れ層の追加</translation>
    </message>
</context>
<context>
    <name>OptionalField</name>
    <message>
        <source>{name}: {none}</source>
        <translation>{name}: {none}</translation>
    </message>
</context>
<context>
    <name>OutputMapPanel</name>
    <message>
        <source>Output over the plane</source>
        <translation>出力マップ</translation>
    </message>
    <message>
        <source>Colour of a point: its target. Size: its error. Diamond: taken for another class. Dark rim: a test sample. Line: where one class gives way to another.</source>
        <translation>点の色: 正解。大きさ: 誤差。ひし形: 別のクラスと判定。暗い縁: テストサンプル。線: クラスの境界。</translation>
    </message>
    <message>
        <source>Move the point at which the output is told</source>
        <translation>出力を読み取る点を移動</translation>
    </message>
    <message>
        <source>Select the sample at that point</source>
        <translation>その点のサンプルを選択</translation>
    </message>
    <message>
        <source>Take the point away</source>
        <translation>点を消す</translation>
    </message>
</context>
<context>
    <name>OutputsModel</name>
    <message>
        <source>target</source>
        <translation>正解</translation>
    </message>
    <message>
        <source>output</source>
        <translation>出力</translation>
    </message>
    <message>
        <source>error</source>
        <translation>誤差</translation>
    </message>
    <message>
        <source>right</source>
        <translation>正</translation>
    </message>
    <message>
        <source>Output − target; of several outputs, the length of this difference</source>
        <translation>出力 − 正解（出力が複数のときは、その差の長さ）</translation>
    </message>
    <message>
        <source>wrong</source>
        <translation>誤</translation>
    </message>
</context>
<context>
    <name>OutputsPanel</name>
    <message>
        <source>Samples</source>
        <translation>サンプル</translation>
    </message>
    <message>
        <source>training</source>
        <translation>訓練</translation>
    </message>
    <message>
        <source>test</source>
        <translation>テスト</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>並び順</translation>
    </message>
    <message>
        <source>in order</source>
        <translation>番号順</translation>
    </message>
    <message>
        <source>by error</source>
        <translation>誤差順</translation>
    </message>
    <message>
        <source>Outputs</source>
        <translation>出力一覧</translation>
    </message>
    <message>
        <source>Confusion matrix</source>
        <translation>混同行列</translation>
    </message>
    <message>
        <source>sample</source>
        <translation>サンプル</translation>
    </message>
    <message>
        <source>{right} of {count} right: {percent} %</source>
        <translation>{count}個中{right}個が正しい判定: {percent} %</translation>
    </message>
    <message>
        <source>{error} (sample {sample})</source>
        <translation>{error}（サンプル{sample}）</translation>
    </message>
    <message>
        <source>Mean error {mean}; largest: {largest}</source>
        <translation>誤差の平均 {mean}、最大 {largest}</translation>
    </message>
</context>
<context>
    <name>PanelDock</name>
    <message>
        <source>Tear off {panel}</source>
        <translation>{panel}を切り離す</translation>
    </message>
    <message>
        <source>Hide {panel}</source>
        <translation>{panel}を隠す</translation>
    </message>
</context>
<context>
    <name>PanelMenu</name>
    <message>
        <source>Copy picture</source>
        <translation>図をコピー</translation>
    </message>
    <message>
        <source>Save picture…</source>
        <translation>図を保存…</translation>
    </message>
    <message>
        <source>Copy numbers</source>
        <translation>数値をコピー</translation>
    </message>
    <message>
        <source>Save numbers…</source>
        <translation>数値を保存…</translation>
    </message>
    <message>
        <source>Pictures (*.png)</source>
        <translation>画像 (*.png)</translation>
    </message>
    <message>
        <source>Drawings (*.svg)</source>
        <translation>図形 (*.svg)</translation>
    </message>
    <message>
        <source>Tables (*.csv)</source>
        <translation>表 (*.csv)</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
</context>
<context>
    <name>Panels</name>
    <message>
        <source>Data</source>
        <translation>データ</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>ネットワーク</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>学習</translation>
    </message>
    <message>
        <source>Calculation</source>
        <translation>計算</translation>
    </message>
    <message>
        <source>NumPy</source>
        <translation>NumPy</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>損失</translation>
    </message>
    <message>
        <source>Output over the plane</source>
        <translation>出力マップ</translation>
    </message>
    <message>
        <source>Outputs</source>
        <translation>出力一覧</translation>
    </message>
    <message>
        <source>Gradient size by layer</source>
        <translation>層ごとの勾配の大きさ</translation>
    </message>
    <message>
        <source>Histograms</source>
        <translation>ヒストグラム</translation>
    </message>
    <message>
        <source>Gradient check</source>
        <translation>勾配確認</translation>
    </message>
    <message>
        <source>Seed sweep</source>
        <translation>シード探索</translation>
    </message>
    <message>
        <source>Loss landscape</source>
        <translation>損失地形</translation>
    </message>
    <message>
        <source>Diagnosis</source>
        <translation>診断</translation>
    </message>
</context>
<context>
    <name>ParameterPopover</name>
    <message>
        <source>Value</source>
        <translation>値</translation>
    </message>
    <message>
        <source>frozen</source>
        <translation>固定</translation>
    </message>
    <message>
        <source>Training leaves it as it is</source>
        <translation>学習で変わりません</translation>
    </message>
    <message>
        <source>Value of {parameter}</source>
        <translation>{parameter}の値</translation>
    </message>
    <message>
        <source>Value of {parameter}, as a slider</source>
        <translation>{parameter}の値（スライダー）</translation>
    </message>
</context>
<context>
    <name>PhaseStrip</name>
    <message>
        <source>Forward</source>
        <translation>順伝播</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>損失</translation>
    </message>
    <message>
        <source>Backward</source>
        <translation>逆伝播</translation>
    </message>
    <message>
        <source>Update</source>
        <translation>更新</translation>
    </message>
</context>
<context>
    <name>PinList</name>
    <message>
        <source>the same settings</source>
        <translation>設定は同じ</translation>
    </message>
    <message>
        <source>In “{name}”, beside the run of now:</source>
        <translation>「{name}」と現在の学習との違い:</translation>
    </message>
    <message>
        <source>A double click or F2 renames it, Delete removes it.</source>
        <translation>ダブルクリックかF2で名前を変更、Deleteで削除します。</translation>
    </message>
</context>
<context>
    <name>PlaneChoice</name>
    <message>
        <source>Output that is shown</source>
        <translation>表示する出力</translation>
    </message>
    <message>
        <source>Input across</source>
        <translation>横軸の入力</translation>
    </message>
    <message>
        <source>Input upwards</source>
        <translation>縦軸の入力</translation>
    </message>
    <message>
        <source>Input that is held</source>
        <translation>固定する入力</translation>
    </message>
    <message>
        <source>Value it is held at</source>
        <translation>固定する値</translation>
    </message>
    <message>
        <source>largest output</source>
        <translation>最大の出力</translation>
    </message>
</context>
<context>
    <name>PlaneLine</name>
    <message>
        <source>test {sample}: {inputs} → {answer}, target {target}</source>
        <translation>テスト{sample}: {inputs} → {answer}、正解 {target}</translation>
    </message>
    <message>
        <source>{sample}: {inputs} → {answer}, target {target}</source>
        <translation>{sample}: {inputs} → {answer}、正解 {target}</translation>
    </message>
    <message>
        <source>{right} of {count} right</source>
        <translation>{count}個中{right}個が正しい判定</translation>
    </message>
    <message>
        <source>test {right} of {count}</source>
        <translation>テスト {right}/{count}</translation>
    </message>
    <message>
        <source>error: mean {mean}, largest {largest}</source>
        <translation>誤差: 平均 {mean}、最大 {largest}</translation>
    </message>
</context>
<context>
    <name>PlotPage</name>
    <message>
        <source>{below} below 0, {above} above</source>
        <translation>{below} 0未満、{above} 0以上</translation>
    </message>
    <message>
        <source>{shapes} · bold rim: test</source>
        <translation>{shapes} · 太い縁: テスト</translation>
    </message>
</context>
<context>
    <name>PlotTools</name>
    <message>
        <source>Tool</source>
        <translation>ツール</translation>
    </message>
    <message>
        <source>Select</source>
        <translation>選択</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>追加</translation>
    </message>
    <message>
        <source>Brush</source>
        <translation>ブラシ</translation>
    </message>
    <message>
        <source>Class of new points</source>
        <translation>新しい点のクラス</translation>
    </message>
    <message>
        <source>Target of new points</source>
        <translation>新しい点の正解</translation>
    </message>
    <message>
        <source>Spread of the brush in percent of the width</source>
        <translation>ブラシの広がり（幅に対する%）</translation>
    </message>
    <message>
        <source>Input across</source>
        <translation>横軸の入力</translation>
    </message>
    <message>
        <source>Input up</source>
        <translation>縦軸の入力</translation>
    </message>
    <message>
        <source>target</source>
        <translation>正解</translation>
    </message>
    <message>
        <source>spread</source>
        <translation>広がり</translation>
    </message>
    <message>
        <source>axes</source>
        <translation>軸</translation>
    </message>
</context>
<context>
    <name>Readout</name>
    <message>
        <source>EPOCH</source>
        <translation>エポック</translation>
    </message>
    <message>
        <source>LOSS</source>
        <translation>損失</translation>
    </message>
    <message>
        <source>OPERATION</source>
        <translation>演算</translation>
    </message>
    <message>
        <source>{speed} epochs/s</source>
        <translation>{speed} エポック/秒</translation>
    </message>
    <message>
        <source>{n} of {count}</source>
        <translation>{n} / {count}</translation>
    </message>
</context>
<context>
    <name>Recovery</name>
    <message>
        <source>Unsaved work cannot be kept for the case of a crash: {reason}</source>
        <translation>異常終了に備えた作業の控えを保存できません: {reason}</translation>
    </message>
</context>
<context>
    <name>SeedSweepPanel</name>
    <message>
        <source>Seeds</source>
        <translation>シード数</translation>
    </message>
    <message>
        <source>Epochs</source>
        <translation>エポック数</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>開始</translation>
    </message>
    <message>
        <source>Runs by their error</source>
        <translation>誤差順の学習結果</translation>
    </message>
    <message>
        <source>seeds</source>
        <translation>シード</translation>
    </message>
    <message>
        <source>epochs</source>
        <translation>エポック</translation>
    </message>
    <message>
        <source>Training from {count} seeds</source>
        <translation>{count}個のシードで学習</translation>
    </message>
    <message>
        <source>Go to another run</source>
        <translation>別の学習へ移動</translation>
    </message>
    <message>
        <source>Begin from the seed of the run</source>
        <translation>その学習のシードから始める</translation>
    </message>
    <message>
        <source>How often does this learn? Train it from many seeds, and see how good each run becomes. The run that is shown stays as it is.</source>
        <translation>どのくらいの割合で学習に成功するでしょうか。多くのシードから学習し、それぞれの結果を比べます。表示中の学習はそのまま残ります。</translation>
    </message>
    <message>
        <source>The experiment was changed, so the sweep was stopped. Start again, or undo the edit.</source>
        <translation>実験が変更されたため、スイープを中止しました。もう一度開始するか、編集を元に戻してください。</translation>
    </message>
    <message>
        <source>These runs are those of other settings. Start again, or undo the edit.</source>
        <translation>この結果は別の設定のものです。もう一度開始するか、編集を元に戻してください。</translation>
    </message>
    <message>
        <source>&lt;b&gt;{converged} of {done} learn&lt;/b&gt;: after {epochs} epochs, their mean squared error is below {limit}.</source>
        <translation>&lt;b&gt;{done}回中{converged}回が成功&lt;/b&gt;: {epochs}エポック後の平均二乗誤差が{limit}未満です。</translation>
    </message>
    <message>
        <source>&lt;b&gt;{converged} of {done} learn&lt;/b&gt; so far, {left} are still to come.</source>
        <translation>ここまで&lt;b&gt;{done}回中{converged}回が成功&lt;/b&gt;、残りは{left}回です。</translation>
    </message>
    <message>
        <source>&lt;b&gt;{converged} of {done} learn&lt;/b&gt;; the other {left} were not trained.</source>
        <translation>&lt;b&gt;{done}回中{converged}回が成功&lt;/b&gt;、残りの{left}回は学習していません。</translation>
    </message>
    <message>
        <source>Click a run to begin from its seed.</source>
        <translation>学習をクリックすると、そのシードから始めます。</translation>
    </message>
    <message>
        <source>seed {seed}: diverged</source>
        <translation>シード{seed}: 発散</translation>
    </message>
    <message>
        <source>seed {seed}: mean squared error {error}, loss {loss}</source>
        <translation>シード{seed}: 平均二乗誤差 {error}、損失 {loss}</translation>
    </message>
    <message>
        <source>Begin from seed {seed}</source>
        <translation>シード{seed}から開始</translation>
    </message>
</context>
<context>
    <name>Session</name>
    <message>
        <source>Change the learning rate</source>
        <translation>学習率の変更</translation>
    </message>
    <message>
        <source>Set a bias</source>
        <translation>バイアスの設定</translation>
    </message>
    <message>
        <source>Set a weight</source>
        <translation>重みの設定</translation>
    </message>
    <message>
        <source>Freeze parameters</source>
        <translation>パラメータの固定</translation>
    </message>
    <message>
        <source>Free parameters</source>
        <translation>パラメータの固定解除</translation>
    </message>
    <message>
        <source>Branch at epoch {epoch}</source>
        <translation>エポック{epoch}での分岐</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>リセット</translation>
    </message>
    <message>
        <source>“{name}” made room: {n} runs are kept.</source>
        <translation>「{name}」を外しました。保持できる実行は{n}件です。</translation>
    </message>
    <message>
        <source>Run {number}</source>
        <translation>学習{number}</translation>
    </message>
    <message>
        <source>This holds from epoch {epoch} on; training goes on.</source>
        <translation>エポック{epoch}から有効です。学習はこのまま続きます。</translation>
    </message>
    <message>
        <source>Another run takes its place, at epoch {epoch}; the curve of the old one is kept.</source>
        <translation>エポック{epoch}の別の学習に切り替えました。元の曲線は残っています。</translation>
    </message>
    <message>
        <source>A new run begins from seed {seed}.</source>
        <translation>シード{seed}から新しい学習を始めます。</translation>
    </message>
</context>
<context>
    <name>ShortcutsDialog</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>キーボードショートカット</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>キー</translation>
    </message>
</context>
<context>
    <name>StartForm</name>
    <message>
        <source>Weights</source>
        <translation>重み</translation>
    </message>
    <message>
        <source>Scale of the weights</source>
        <translation>重みのスケール</translation>
    </message>
    <message>
        <source>Biases</source>
        <translation>バイアス</translation>
    </message>
    <message>
        <source>Scale of the biases</source>
        <translation>バイアスのスケール</translation>
    </message>
    <message>
        <source>Scale s</source>
        <translation>スケール s</translation>
    </message>
</context>
<context>
    <name>StopForm</name>
    <message>
        <source>Loss below</source>
        <translation>損失が下回る値</translation>
    </message>
    <message>
        <source>After epochs</source>
        <translation>エポック数</translation>
    </message>
    <message>
        <source>Accuracy from</source>
        <translation>正解率の下限</translation>
    </message>
    <message>
        <source>off</source>
        <translation>オフ</translation>
    </message>
    <message>
        <source>loss &lt; {loss}</source>
        <translation>損失 &lt; {loss}</translation>
    </message>
    <message>
        <source>epoch {epoch}</source>
        <translation>エポック {epoch}</translation>
    </message>
    <message>
        <source>accuracy ≥ {accuracy}</source>
        <translation>正解率 ≥ {accuracy}</translation>
    </message>
    <message>
        <source>never</source>
        <translation>なし</translation>
    </message>
</context>
<context>
    <name>TakeOutButton</name>
    <message>
        <source>Copy or save {panel}</source>
        <translation>{panel}のコピー・保存</translation>
    </message>
</context>
<context>
    <name>TimelinePanel</name>
    <message>
        <source>Epoch that is shown</source>
        <translation>表示中のエポック</translation>
    </message>
    <message>
        <source>Epoch</source>
        <translation>エポック</translation>
    </message>
    <message>
        <source>Branch here</source>
        <translation>ここで分岐</translation>
    </message>
    <message>
        <source>Keep this run’s curve to compare, and go another way from the epoch shown</source>
        <translation>この学習の曲線を比較用に残し、表示中のエポックから別の道を進む</translation>
    </message>
    <message>
        <source>Go back or on a little</source>
        <translation>少し戻る・進む</translation>
    </message>
    <message>
        <source>Go back or on by a twentieth of the run</source>
        <translation>学習全体の20分の1ずつ戻る・進む</translation>
    </message>
    <message>
        <source>Go to the first or the last epoch</source>
        <translation>最初または最後のエポックへ移動</translation>
    </message>
    <message>
        <source>Go to the previous or the next change</source>
        <translation>前または次の変更点へ移動</translation>
    </message>
    <message>
        <source>TIMELINE</source>
        <translation>タイムライン</translation>
    </message>
    <message>
        <source>The timeline begins with the first epoch.</source>
        <translation>タイムラインは最初のエポックから始まります。</translation>
    </message>
    <message>
        <source>epoch {epoch} of {last}: looking back; Run goes on over the same numbers</source>
        <translation>エポック {epoch} / {last} を表示中。「実行」で同じ数値をたどります</translation>
    </message>
    <message>
        <source>Drag, or click the loss curve, to look back.</source>
        <translation>ドラッグするか損失曲線をクリックすると、過去を見られます。</translation>
    </message>
    <message>
        <source>a value set by hand, or another way begun</source>
        <translation>手で設定した値、または分岐</translation>
    </message>
    <message>
        <source>from epoch {epoch} on: {changes}</source>
        <translation>エポック{epoch}から: {changes}</translation>
    </message>
</context>
<context>
    <name>TrainingPanel</name>
    <message>
        <source>Regularise, clip, schedule</source>
        <translation>正則化・クリッピング・スケジュール</translation>
    </message>
    <message>
        <source>Stop by itself</source>
        <translation>自動停止</translation>
    </message>
    <message>
        <source>Initial weights</source>
        <translation>初期値</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>学習率</translation>
    </message>
    <message>
        <source>Learning rate, by the logarithm</source>
        <translation>学習率（対数）</translation>
    </message>
    <message>
        <source>Optimizer</source>
        <translation>最適化手法</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>損失</translation>
    </message>
    <message>
        <source>Over samples</source>
        <translation>損失の集約</translation>
    </message>
    <message>
        <source>Batch size</source>
        <translation>バッチサイズ</translation>
    </message>
    <message>
        <source>all</source>
        <translation>すべて</translation>
    </message>
    <message>
        <source>Shuffle</source>
        <translation>シャッフル</translation>
    </message>
    <message>
        <source>Deal the samples into batches anew in every epoch</source>
        <translation>エポックごとにサンプルをバッチに分け直します</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>シード</translation>
    </message>
    <message>
        <source>New seed: start from other weights</source>
        <translation>新しいシード: 別の初期値から始める</translation>
    </message>
    <message>
        <source>Regularisation</source>
        <translation>正則化</translation>
    </message>
    <message>
        <source>Clipping</source>
        <translation>クリッピング</translation>
    </message>
    <message>
        <source>Rate schedule</source>
        <translation>スケジュール</translation>
    </message>
    <message>
        <source>Learning rate η</source>
        <translation>学習率 η</translation>
    </message>
    <message>
        <source>none</source>
        <translation>なし</translation>
    </message>
    <message>
        <source>Change the optimizer</source>
        <translation>最適化手法の変更</translation>
    </message>
    <message>
        <source>Change the regularisation</source>
        <translation>正則化の変更</translation>
    </message>
    <message>
        <source>Change the clipping</source>
        <translation>クリッピングの変更</translation>
    </message>
    <message>
        <source>Change the schedule</source>
        <translation>スケジュールの変更</translation>
    </message>
    <message>
        <source>Change the batch size</source>
        <translation>バッチサイズの変更</translation>
    </message>
    <message>
        <source>Change when to stop</source>
        <translation>停止条件の変更</translation>
    </message>
    <message>
        <source>Change the initial weights</source>
        <translation>初期値の変更</translation>
    </message>
    <message>
        <source>Change the seed</source>
        <translation>シードの変更</translation>
    </message>
    <message>
        <source>Change the loss</source>
        <translation>損失の変更</translation>
    </message>
    <message>
        <source>Change how samples are reduced to one loss</source>
        <translation>損失の集約方法の変更</translation>
    </message>
    <message>
        <source>Change the shuffling</source>
        <translation>シャッフルの変更</translation>
    </message>
</context>
<context>
    <name>core</name>
    <message>
        <source>linear</source>
        <translation>恒等関数</translation>
    </message>
    <message>
        <source>The unit answers its sum as it is: for outputs of any size.</source>
        <translation>総和をそのまま出力します。任意の大きさの出力に使います。</translation>
    </message>
    <message>
        <source>sigmoid</source>
        <translation>sigmoid</translation>
    </message>
    <message>
        <source>Bends any sum into 0 to 1. Far from 0 it is flat, and hardly any gradient passes.</source>
        <translation>総和を0〜1に収めます。0から離れると平らになり、勾配がほとんど伝わりません。</translation>
    </message>
    <message>
        <source>tanh</source>
        <translation>tanh</translation>
    </message>
    <message>
        <source>Bends any sum into −1 to 1. At 0 its slope is 1, four times that of the sigmoid.</source>
        <translation>総和を−1〜1に収めます。0での傾きは1で、sigmoidの4倍です。</translation>
    </message>
    <message>
        <source>ReLU</source>
        <translation>ReLU</translation>
    </message>
    <message>
        <source>Lets positive sums through and answers 0 to all others, where no gradient passes.</source>
        <translation>正の総和はそのまま通し、それ以外は0を出力します。0の側では勾配が伝わりません。</translation>
    </message>
    <message>
        <source>leaky ReLU</source>
        <translation>leaky ReLU</translation>
    </message>
    <message>
        <source>Like ReLU, but a hundredth of a negative sum gets through, so that no unit dies.</source>
        <translation>ReLUに似ていますが、負の総和も100分の1を通すので、死んだユニットができません。</translation>
    </message>
    <message>
        <source>ELU</source>
        <translation>ELU</translation>
    </message>
    <message>
        <source>Like ReLU for positive sums; negative ones fall off smoothly towards −1.</source>
        <translation>正の総和ではReLUと同じで、負の側は−1へなめらかに近づきます。</translation>
    </message>
    <message>
        <source>softplus</source>
        <translation>softplus</translation>
    </message>
    <message>
        <source>A ReLU with a round corner: always positive, and its slope is the sigmoid.</source>
        <translation>角を丸めたReLUです。常に正で、傾きはsigmoidになります。</translation>
    </message>
    <message>
        <source>sine</source>
        <translation>正弦波</translation>
    </message>
    <message>
        <source>A wave: one unit can answer high, low and high again. One sine unit can learn XOR.</source>
        <translation>波形なので、1つのユニットが高・低・高と応答できます。1つの正弦ユニットでXORを学習できます。</translation>
    </message>
    <message>
        <source>softmax</source>
        <translation>softmax</translation>
    </message>
    <message>
        <source>Shares 1 out among the outputs, so that they can be read as probabilities.</source>
        <translation>合計が1になるように出力を配分し、確率として読めるようにします。</translation>
    </message>
    <message>
        <source>offset ε</source>
        <translation>微小値 ε</translation>
    </message>
    <message>
        <source>decay α</source>
        <translation>減衰率 α</translation>
    </message>
    <message>
        <source>decay β₁</source>
        <translation>減衰率 β₁</translation>
    </message>
    <message>
        <source>decay β₂</source>
        <translation>減衰率 β₂</translation>
    </message>
    <message>
        <source>AdaGrad</source>
        <translation>AdaGrad</translation>
    </message>
    <message>
        <source>Parameters whose gradients were large so far take ever smaller steps.</source>
        <translation>これまでの勾配が大きいパラメータほど、更新幅が小さくなっていきます。</translation>
    </message>
    <message>
        <source>sum of squared gradients, {parameters} of layer {layer}</source>
        <translation>第{layer}層の{parameters}の勾配の二乗和</translation>
    </message>
    <message>
        <source>How large this parameter’s gradients were in all; nothing is forgotten.</source>
        <translation>これまでの勾配の大きさの累計です。忘れることはありません。</translation>
    </message>
    <message>
        <source>running mean of squared gradients, {parameters} of layer {layer}</source>
        <translation>第{layer}層の{parameters}の勾配の二乗の移動平均</translation>
    </message>
    <message>
        <source>How large this parameter’s gradients were lately.</source>
        <translation>このパラメータの最近の勾配の大きさです。</translation>
    </message>
    <message>
        <source>RMSprop</source>
        <translation>RMSprop</translation>
    </message>
    <message>
        <source>Each parameter’s step is divided by how large its gradients were lately.</source>
        <translation>各パラメータの更新幅を、最近の勾配の大きさで割ります。</translation>
    </message>
    <message>
        <source>Adam</source>
        <translation>Adam</translation>
    </message>
    <message>
        <source>Momentum and RMSprop in one, corrected for having started at zero.</source>
        <translation>モメンタムとRMSpropを組み合わせ、0から始まることによる偏りを補正します。</translation>
    </message>
    <message>
        <source>running mean of gradients, {parameters} of layer {layer}</source>
        <translation>第{layer}層の{parameters}の勾配の移動平均</translation>
    </message>
    <message>
        <source>Where this parameter’s gradients pointed lately.</source>
        <translation>このパラメータの最近の勾配の向きです。</translation>
    </message>
    <message>
        <source>clipping limit c</source>
        <translation>クリッピングの上限 c</translation>
    </message>
    <message>
        <source>clipped gradient of the {parameters} of layer {layer}</source>
        <translation>クリッピング後の第{layer}層の{parameters}の勾配</translation>
    </message>
    <message>
        <source>off</source>
        <translation>オフ</translation>
    </message>
    <message>
        <source>Gradients of any size are followed.</source>
        <translation>どんな大きさの勾配にもそのまま従います。</translation>
    </message>
    <message>
        <source>each value</source>
        <translation>値ごと</translation>
    </message>
    <message>
        <source>No number of the gradient is larger than the limit. The direction may change.</source>
        <translation>勾配の各値を上限以下に抑えます。向きは変わることがあります。</translation>
    </message>
    <message>
        <source>What is larger than the limit is cut off.</source>
        <translation>上限を超えた分を切り捨てます。</translation>
    </message>
    <message>
        <source>length of the whole</source>
        <translation>全体の長さ</translation>
    </message>
    <message>
        <source>The gradient of all parameters is shortened to the limit and keeps its direction.</source>
        <translation>全パラメータの勾配を、向きを変えずに上限まで縮めます。</translation>
    </message>
    <message>
        <source>All gradients are made shorter by the same factor.</source>
        <translation>すべての勾配を同じ係数で縮めます。</translation>
    </message>
    <message>
        <source>There is no preset called “{name}”; gyaku new --list lists them.</source>
        <translation>「{name}」というプリセットはありません。gyaku new --list で一覧を表示します。</translation>
    </message>
    <message>
        <source>“{file}” cannot be read: {reason}.</source>
        <translation>「{file}」を読み込めません: {reason}。</translation>
    </message>
    <message>
        <source>The file is too large: up to {most} MB can be read.</source>
        <translation>ファイルが大きすぎます。読み込めるのは{most} MBまでです。</translation>
    </message>
    <message>
        <source>number of targets</source>
        <translation>正解の列数</translation>
    </message>
    <message>
        <source>The table is empty.</source>
        <translation>表が空です。</translation>
    </message>
    <message>
        <source>The table has the names of columns, but no row of numbers.</source>
        <translation>表に列名だけがあり、数値の行がありません。</translation>
    </message>
    <message>
        <source>There are no samples for testing.</source>
        <translation>テスト用のサンプルがありません。</translation>
    </message>
    <message>
        <source>The file is no text; save the table as CSV.</source>
        <translation>テキストファイルではありません。表をCSV形式で保存してください。</translation>
    </message>
    <message>
        <source>The quotation marks in row {row} do not match.</source>
        <translation>{row}行目の引用符が対応していません。</translation>
    </message>
    <message>
        <source>The table needs {least} columns at least, inputs first; it has {count}.</source>
        <translation>表には少なくとも{least}列が必要です（入力が先）。今は{count}列です。</translation>
    </message>
    <message>
        <source>There can be 1 to {most} inputs, not {count}.</source>
        <translation>入力は1〜{most}個です（{count}個は使えません）。</translation>
    </message>
    <message>
        <source>The table has more than {most} samples, which is too many.</source>
        <translation>表のサンプルが多すぎます。{most}個までです。</translation>
    </message>
    <message>
        <source>Row {row} has {count}, not {width} cells like the first one.</source>
        <translation>{row}行目のセルが{count}個です。1行目と同じ{width}個にしてください。</translation>
    </message>
    <message>
        <source>Row {row}, column {column}: there is no number.</source>
        <translation>{row}行目、列{column}: 数値がありません。</translation>
    </message>
    <message>
        <source>Row {row}, column {column}: “{text}” is not a number.</source>
        <translation>{row}行目、列{column}: 「{text}」は数値ではありません。</translation>
    </message>
    <message>
        <source>Row {row}, column {column}: “{text}” is not a finite number.</source>
        <translation>{row}行目、列{column}: 「{text}」は有限の数値ではありません。</translation>
    </message>
    <message>
        <source>{column} (“{name}”)</source>
        <translation>{column}（「{name}」）</translation>
    </message>
    <message>
        <source>Each sample needs its inputs and its targets.</source>
        <translation>各サンプルには入力と正解が必要です。</translation>
    </message>
    <message>
        <source>The network needs one input at least.</source>
        <translation>ネットワークには少なくとも1つの入力が必要です。</translation>
    </message>
    <message>
        <source>All samples need the same number of values.</source>
        <translation>すべてのサンプルで値の数をそろえてください。</translation>
    </message>
    <message>
        <source>Every value of the data must be a finite number.</source>
        <translation>データの値はすべて有限の数値でなければなりません。</translation>
    </message>
    <message>
        <source>There must be a name for each of the {count} columns, or for none.</source>
        <translation>列名は{count}列すべてに付けるか、まったく付けないかのどちらかです。</translation>
    </message>
    <message>
        <source>feature</source>
        <translation>特徴量</translation>
    </message>
    <message>
        <source>Features are made of two inputs, x and y; there are {count}.</source>
        <translation>特徴量は2つの入力 x と y から作られます。今の入力は{count}個です。</translation>
    </message>
    <message>
        <source>A feature can be chosen once only.</source>
        <translation>同じ特徴量は1度しか選べません。</translation>
    </message>
    <message>
        <source>The data needs 1 to {most} samples, not {count}.</source>
        <translation>データのサンプルは1〜{most}個です（{count}個は使えません）。</translation>
    </message>
    <message>
        <source>There can be 1 to {most} targets, not {count}.</source>
        <translation>正解の列は1〜{most}個です（{count}個は使えません）。</translation>
    </message>
    <message>
        <source>The cells have {count} columns, but from here on there are {room}.</source>
        <translation>貼り付けるセルは{count}列ですが、ここから先は{room}列しかありません。</translation>
    </message>
    <message>
        <source>number of samples</source>
        <translation>サンプル数</translation>
    </message>
    <message>
        <source>noise</source>
        <translation>ノイズ</translation>
    </message>
    <message>
        <source>seed</source>
        <translation>シード</translation>
    </message>
    <message>
        <source>share of samples for testing</source>
        <translation>テスト用サンプルの割合</translation>
    </message>
    <message>
        <source>circle</source>
        <translation>円</translation>
    </message>
    <message>
        <source>A disc of one class within a ring of the other.</source>
        <translation>一方のクラスの円盤を、もう一方のクラスの輪が囲みます。</translation>
    </message>
    <message>
        <source>quadrants</source>
        <translation>象限</translation>
    </message>
    <message>
        <source>Opposite quadrants are of one class: XOR with points in place of bits.</source>
        <translation>向かい合う象限が同じクラスです。ビットを点に置き換えたXORです。</translation>
    </message>
    <message>
        <source>two Gaussians</source>
        <translation>2つの正規分布</translation>
    </message>
    <message>
        <source>Two clouds of points, one of each class.</source>
        <translation>クラスごとに1つずつ、2つの点の集まりです。</translation>
    </message>
    <message>
        <source>spiral</source>
        <translation>らせん</translation>
    </message>
    <message>
        <source>Two arms wound around each other; the hardest of the classifications.</source>
        <translation>絡み合う2本の腕です。分類の中で最も難しい問題です。</translation>
    </message>
    <message>
        <source>plane</source>
        <translation>平面</translation>
    </message>
    <message>
        <source>A number that grows evenly from one corner to the other.</source>
        <translation>隅から隅へ一様に増える数値です。</translation>
    </message>
    <message>
        <source>hills and hollows</source>
        <translation>山とくぼみ</translation>
    </message>
    <message>
        <source>Three hills and three hollows in a flat country, as numbers.</source>
        <translation>平地にある3つの山と3つのくぼみの高さです。</translation>
    </message>
    <message>
        <source>data set</source>
        <translation>データセット</translation>
    </message>
    <message>
        <source>moons</source>
        <translation>三日月</translation>
    </message>
    <message>
        <source>Two half moons that reach into each other, of class 0 and class 1.</source>
        <translation>入り組んだ2つの半月で、クラス0とクラス1です。</translation>
    </message>
    <message>
        <source>rings</source>
        <translation>三重の輪</translation>
    </message>
    <message>
        <source>Three rings, one around the other, each a class of its own with an output of its own.</source>
        <translation>三重の輪です。それぞれが1つのクラスで、出力も1つずつあります。</translation>
    </message>
    <message>
        <source>One wave of a sine, to be drawn by a network with a single input.</source>
        <translation>1周期の正弦波です。入力が1つのネットワークで描きます。</translation>
    </message>
    <message>
        <source>XOR</source>
        <translation>XOR</translation>
    </message>
    <message>
        <source>1 where exactly one input is 1; no single line separates the answers.</source>
        <translation>入力の一方だけが1のとき1です。1本の直線では分けられません。</translation>
    </message>
    <message>
        <source>AND</source>
        <translation>AND</translation>
    </message>
    <message>
        <source>1 where both inputs are 1.</source>
        <translation>入力が両方とも1のとき1です。</translation>
    </message>
    <message>
        <source>OR</source>
        <translation>OR</translation>
    </message>
    <message>
        <source>1 where at least one input is 1.</source>
        <translation>入力の少なくとも一方が1のとき1です。</translation>
    </message>
    <message>
        <source>NAND</source>
        <translation>NAND</translation>
    </message>
    <message>
        <source>1 unless both inputs are 1.</source>
        <translation>入力が両方とも1のときだけ0です。</translation>
    </message>
    <message>
        <source>XNOR</source>
        <translation>XNOR</translation>
    </message>
    <message>
        <source>1 where both inputs are alike; the opposite of XOR.</source>
        <translation>2つの入力が同じとき1です。XORの逆です。</translation>
    </message>
    <message>
        <source>3-bit parity</source>
        <translation>3ビットのパリティ</translation>
    </message>
    <message>
        <source>1 where an odd number of the three inputs is 1.</source>
        <translation>3つの入力のうち1が奇数個のとき1です。</translation>
    </message>
    <message>
        <source>4-bit parity</source>
        <translation>4ビットのパリティ</translation>
    </message>
    <message>
        <source>1 where an odd number of the four inputs is 1.</source>
        <translation>4つの入力のうち1が奇数個のとき1です。</translation>
    </message>
    <message>
        <source>loss</source>
        <translation>損失</translation>
    </message>
    <message>
        <source>reduction</source>
        <translation>集約</translation>
    </message>
    <message>
        <source>batch size</source>
        <translation>バッチサイズ</translation>
    </message>
    <message>
        <source>shuffling</source>
        <translation>シャッフル</translation>
    </message>
    <message>
        <source>regularisation</source>
        <translation>正則化</translation>
    </message>
    <message>
        <source>schedule</source>
        <translation>スケジュール</translation>
    </message>
    <message>
        <source>clipping</source>
        <translation>クリッピング</translation>
    </message>
    <message>
        <source>stop at a loss below</source>
        <translation>停止する損失</translation>
    </message>
    <message>
        <source>stop after epochs</source>
        <translation>停止するエポック数</translation>
    </message>
    <message>
        <source>stop at an accuracy of</source>
        <translation>停止する正解率</translation>
    </message>
    <message>
        <source>initial weights</source>
        <translation>重みの初期値</translation>
    </message>
    <message>
        <source>scale of the weights</source>
        <translation>重みのスケール</translation>
    </message>
    <message>
        <source>initial biases</source>
        <translation>バイアスの初期値</translation>
    </message>
    <message>
        <source>scale of the biases</source>
        <translation>バイアスのスケール</translation>
    </message>
    <message>
        <source>all samples</source>
        <translation>全サンプル</translation>
    </message>
    <message>
        <source>never</source>
        <translation>なし</translation>
    </message>
    <message>
        <source>on</source>
        <translation>オン</translation>
    </message>
    <message>
        <source>{setting}: not the same</source>
        <translation>{setting}: 異なる</translation>
    </message>
    <message>
        <source>{setting}: {one} → {other}</source>
        <translation>{setting}: {one} → {other}</translation>
    </message>
    <message>
        <source>data</source>
        <translation>データ</translation>
    </message>
    <message>
        <source>the inputs</source>
        <translation>入力そのまま</translation>
    </message>
    <message>
        <source>features</source>
        <translation>特徴量</translation>
    </message>
    <message>
        <source>layers</source>
        <translation>層</translation>
    </message>
    <message>
        <source>activation of layer {layer}</source>
        <translation>第{layer}層の活性化関数</translation>
    </message>
    <message>
        <source>drawn</source>
        <translation>乱数</translation>
    </message>
    <message>
        <source>given</source>
        <translation>指定値</translation>
    </message>
    <message>
        <source>parameters to start from</source>
        <translation>パラメータの初期値</translation>
    </message>
    <message>
        <source>frozen parameters</source>
        <translation>固定したパラメータ</translation>
    </message>
    <message>
        <source>{count} samples</source>
        <translation>{count}サンプル</translation>
    </message>
    <message>
        <source>A layer can have 1 to {most} units, not {units}.</source>
        <translation>1つの層のユニットは1〜{most}個です（{units}個は使えません）。</translation>
    </message>
    <message>
        <source>activation</source>
        <translation>活性化関数</translation>
    </message>
    <message>
        <source>loss to stop below</source>
        <translation>停止する損失の値</translation>
    </message>
    <message>
        <source>number of epochs to stop after</source>
        <translation>停止するエポック数</translation>
    </message>
    <message>
        <source>accuracy to stop at</source>
        <translation>停止する正解率</translation>
    </message>
    <message>
        <source>initializer</source>
        <translation>初期化方法</translation>
    </message>
    <message>
        <source>“{name}” depends on a layer’s units and cannot be used for biases.</source>
        <translation>「{name}」は層のユニット数に依存するため、バイアスには使えません。</translation>
    </message>
    <message>
        <source>A network needs an output layer and can have up to {most} hidden layers.</source>
        <translation>ネットワークには出力層が必要です。隠れ層は{most}層までです。</translation>
    </message>
    <message>
        <source>The output layer needs one unit for each target.</source>
        <translation>出力層には、正解の列ごとに1つのユニットが必要です。</translation>
    </message>
    <message>
        <source>“{name}” can only be the activation of the output layer.</source>
        <translation>「{name}」は出力層の活性化関数としてのみ使えます。</translation>
    </message>
    <message>
        <source>“{loss}” needs outputs between 0 and 1: those of a sigmoid or softmax layer.</source>
        <translation>「{loss}」には0〜1の出力、つまりsigmoid層かsoftmax層が必要です。</translation>
    </message>
    <message>
        <source>“{loss}” needs targets between 0 and 1.</source>
        <translation>「{loss}」には0〜1の正解値が必要です。</translation>
    </message>
    <message>
        <source>Layer {layer} has no such weight or bias.</source>
        <translation>第{layer}層にその重みやバイアスはありません。</translation>
    </message>
    <message>
        <source>{at}: expected a finite number, not {value}</source>
        <translation>{at}: 有限の数値が必要です（{value}は使えません）</translation>
    </message>
    <message>
        <source>{at}: expected {expected}</source>
        <translation>{at}: 必要な値: {expected}</translation>
    </message>
    <message>
        <source>an integer</source>
        <translation>整数</translation>
    </message>
    <message>
        <source>a number</source>
        <translation>数値</translation>
    </message>
    <message>
        <source>a text</source>
        <translation>文字列</translation>
    </message>
    <message>
        <source>true or false</source>
        <translation>true または false</translation>
    </message>
    <message>
        <source>null</source>
        <translation>null</translation>
    </message>
    <message>
        <source>a list</source>
        <translation>リスト</translation>
    </message>
    <message>
        <source>an object</source>
        <translation>オブジェクト</translation>
    </message>
    <message>
        <source>{at}: “{key}” is missing</source>
        <translation>{at}: 「{key}」がありません</translation>
    </message>
    <message>
        <source>{at}: there is no “{key}” here; there can be {known}</source>
        <translation>{at}: ここに「{key}」は置けません。置けるのは{known}です</translation>
    </message>
    <message>
        <source>{at}: {reason}</source>
        <translation>{at}: {reason}</translation>
    </message>
    <message>
        <source>{one} or {other}</source>
        <translation>{one}または{other}</translation>
    </message>
    <message>
        <source>one of {names}</source>
        <translation>{names}のいずれか</translation>
    </message>
    <message>
        <source>The file is nested too deeply to be an experiment.</source>
        <translation>ファイルの入れ子が深すぎて、実験として読み込めません。</translation>
    </message>
    <message>
        <source>The file is empty.</source>
        <translation>ファイルが空です。</translation>
    </message>
    <message>
        <source>The file is no experiment: it does not begin like JSON.</source>
        <translation>実験のファイルではありません。JSONとして始まっていません。</translation>
    </message>
    <message>
        <source>The file is not valid JSON at line {line}, column {column}.</source>
        <translation>{line}行目{column}文字目がJSONとして正しくありません。</translation>
    </message>
    <message>
        <source>“gyaku”; the file belongs to another program</source>
        <translation>「gyaku」（別のプログラムのファイルです）</translation>
    </message>
    <message>
        <source>an integer from 1 on</source>
        <translation>1以上の整数</translation>
    </message>
    <message>
        <source>{at}: the file was written by a later version of the program; only that can read it</source>
        <translation>{at}: より新しいバージョンのプログラムで書かれたファイルです。そのバージョンでのみ読み込めます</translation>
    </message>
    <message>
        <source>a number up to {most}</source>
        <translation>{most}以下の数値</translation>
    </message>
    <message>
        <source>A batch has not that many operations.</source>
        <translation>バッチにそれほど多くの演算はありません。</translation>
    </message>
    <message>
        <source>The network of a run keeps its shape.</source>
        <translation>学習の途中でネットワークの形は変えられません。</translation>
    </message>
    <message>
        <source>A run begins with batch 0, epoch 0 and index 0.</source>
        <translation>学習はバッチ0、エポック0、番号0から始まります。</translation>
    </message>
    <message>
        <source>Batch, epoch and index do not follow from the segment before.</source>
        <translation>バッチ、エポック、番号が前の区間とつながりません。</translation>
    </message>
    <message>
        <source>The segment this batch belongs to must have the file’s own experiment.</source>
        <translation>このバッチを含む区間は、ファイル自身の実験でなければなりません。</translation>
    </message>
    <message>
        <source>The epochs before this one are missing.</source>
        <translation>これより前のエポックがありません。</translation>
    </message>
    <message>
        <source>The optimizer “{name}” keeps other vectors: {vectors}.</source>
        <translation>最適化手法「{name}」が保持するベクトルは別のものです: {vectors}。</translation>
    </message>
    <message>
        <source>There must be a value for each of the {count} buckets, of up to {most}.</source>
        <translation>{count}個の区間それぞれに値が必要です（{most}個まで）。</translation>
    </message>
    <message>
        <source>The {name} do not have the shapes of this network.</source>
        <translation>{name}の形状がこのネットワークと合いません。</translation>
    </message>
    <message>
        <source>none</source>
        <translation>なし</translation>
    </message>
    <message>
        <source>The file would be too large: up to {most} MB can be read.</source>
        <translation>ファイルが大きくなりすぎます。読み込めるのは{most} MBまでです。</translation>
    </message>
    <message>
        <source>“{file}” cannot be written: {reason}.</source>
        <translation>「{file}」に書き込めません: {reason}。</translation>
    </message>
    <message>
        <source>it is write-protected</source>
        <translation>書き込みが禁止されています</translation>
    </message>
    <message>
        <source>What is frozen (F = 0) stays as it was; all else becomes what the step proposes.</source>
        <translation>固定された値（F = 0）は元のままで、それ以外は更新後の値になります。</translation>
    </message>
    <message>
        <source>The given {name} do not have the shapes of this network.</source>
        <translation>指定された{name}の形状がこのネットワークと合いません。</translation>
    </message>
    <message>
        <source>Every given parameter must be a finite number.</source>
        <translation>指定するパラメータはすべて有限の数値でなければなりません。</translation>
    </message>
    <message>
        <source>The answer a and its slope ∂a/∂z over the sum z.</source>
        <translation>総和 z に対する出力 a とその傾き ∂a/∂z。</translation>
    </message>
    <message>
        <source>The answer a and its slope ∂a/∂z over the sum z of one of two units, the other’s is 0.</source>
        <translation>2つのユニットの一方の総和 z に対する出力 a とその傾き ∂a/∂z（他方は0）。</translation>
    </message>
    <message>
        <source>The loss of one output a, where the target y is 1 and where it is 0.</source>
        <translation>正解 y が1のときと0のときの、出力 a の損失。</translation>
    </message>
    <message>
        <source>Its way down a long valley, seen from above.</source>
        <translation>細長い谷を下る道筋を上から見た図。</translation>
    </message>
    <message>
        <source>The learning rate over the epochs t.</source>
        <translation>エポック t に対する学習率。</translation>
    </message>
    <message>
        <source>The penalty over one weight.</source>
        <translation>1つの重みに対するペナルティ。</translation>
    </message>
    <message>
        <source>Gradients of one length in all directions, before and after.</source>
        <translation>あらゆる向きの同じ長さの勾配。適用前と適用後。</translation>
    </message>
    <message>
        <source>How often each weight is drawn, in a layer with 8 units before it and 8 units.</source>
        <translation>入力8・ユニット8の層で、各値の重みが選ばれる頻度。</translation>
    </message>
    <message>
        <source>normal</source>
        <translation>正規分布</translation>
    </message>
    <message>
        <source>From the bell curve around 0; its width is the scale.</source>
        <translation>平均0の正規分布から選びます。広がりはスケールで決まります。</translation>
    </message>
    <message>
        <source>uniform</source>
        <translation>一様分布</translation>
    </message>
    <message>
        <source>Anywhere between −scale and scale.</source>
        <translation>−スケール〜＋スケールの範囲から均等に選びます。</translation>
    </message>
    <message>
        <source>Xavier, normal</source>
        <translation>Xavier（正規分布）</translation>
    </message>
    <message>
        <source>A bell curve that keeps signals and gradients of tanh layers at one size (Glorot, Bengio 2010).</source>
        <translation>tanh層の信号と勾配の大きさを一定に保つ正規分布です（Glorot, Bengio 2010）。</translation>
    </message>
    <message>
        <source>Xavier, uniform</source>
        <translation>Xavier（一様分布）</translation>
    </message>
    <message>
        <source>Evenly, and as wide as keeps signals and gradients of tanh layers at one size.</source>
        <translation>tanh層の信号と勾配の大きさを一定に保つ幅の一様分布です。</translation>
    </message>
    <message>
        <source>He, normal</source>
        <translation>He（正規分布）</translation>
    </message>
    <message>
        <source>A bell curve that keeps the signals of ReLU layers at one size (He et al. 2015).</source>
        <translation>ReLU層の信号の大きさを一定に保つ正規分布です（He et al. 2015）。</translation>
    </message>
    <message>
        <source>He, uniform</source>
        <translation>He（一様分布）</translation>
    </message>
    <message>
        <source>Evenly, and as wide as keeps the signals of ReLU layers at one size.</source>
        <translation>ReLU層の信号の大きさを一定に保つ幅の一様分布です。</translation>
    </message>
    <message>
        <source>zeros</source>
        <translation>すべて0</translation>
    </message>
    <message>
        <source>All 0: the units of a layer stay alike, as they all get the same gradient.</source>
        <translation>すべて0です。同じ勾配を受け取るため、層のユニットはすべて同じままになります。</translation>
    </message>
    <message>
        <source>constant</source>
        <translation>定数</translation>
    </message>
    <message>
        <source>All the same value, the scale: the units of a layer stay alike.</source>
        <translation>すべて同じ値（スケール）です。層のユニットはすべて同じままになります。</translation>
    </message>
    <message>
        <source>squared error</source>
        <translation>二乗誤差</translation>
    </message>
    <message>
        <source>The error times itself: one large error weighs more than many small ones.</source>
        <translation>誤差を二乗します。1つの大きな誤差が、多くの小さな誤差より重くなります。</translation>
    </message>
    <message>
        <source>½ squared error</source>
        <translation>½二乗誤差</translation>
    </message>
    <message>
        <source>Half the squared error, as in many textbooks: its gradient is the error itself.</source>
        <translation>多くの教科書にある、二乗誤差の半分です。勾配が誤差そのものになります。</translation>
    </message>
    <message>
        <source>absolute error</source>
        <translation>絶対誤差</translation>
    </message>
    <message>
        <source>The size of the error. Its gradient is −1 or 1 however large the error: outliers count less.</source>
        <translation>誤差の大きさです。勾配は誤差の大きさによらず−1か1で、外れ値の影響が小さくなります。</translation>
    </message>
    <message>
        <source>binary cross-entropy</source>
        <translation>二値交差エントロピー</translation>
    </message>
    <message>
        <source>How surprising each yes-or-no answer is. Behind a sigmoid, δ becomes output − target.</source>
        <translation>はい・いいえの各予測がどれだけ意外かを表します。sigmoidの後では、δは「出力 − 正解」になります。</translation>
    </message>
    <message>
        <source>cross-entropy</source>
        <translation>交差エントロピー</translation>
    </message>
    <message>
        <source>How surprising the right class is. Behind a softmax, δ becomes output − target.</source>
        <translation>正しいクラスがどれだけ意外かを表します。softmaxの後では、δは「出力 − 正解」になります。</translation>
    </message>
    <message>
        <source>sum (Σ)</source>
        <translation>合計（Σ）</translation>
    </message>
    <message>
        <source>The losses of all outputs of a batch are added: more samples, longer steps.</source>
        <translation>バッチの全出力の損失を合計します。サンプルが多いほど更新幅が大きくなります。</translation>
    </message>
    <message>
        <source>mean</source>
        <translation>平均</translation>
    </message>
    <message>
        <source>The losses of a batch are averaged: steps are as long, however many samples there are.</source>
        <translation>バッチの損失を平均します。サンプル数によらず更新幅は同じです。</translation>
    </message>
    <message>
        <source>“{text}” is not a number; write it like 0.5 or −2.</source>
        <translation>「{text}」は数値ではありません。0.5や−2のように入力してください。</translation>
    </message>
    <message>
        <source>A value must be finite, so “{text}” cannot be used.</source>
        <translation>値は有限でなければならないため、「{text}」は使えません。</translation>
    </message>
    <message>
        <source>“{text}” is not a whole number.</source>
        <translation>「{text}」は整数ではありません。</translation>
    </message>
    <message>
        <source>weighted sum of layer {layer}</source>
        <translation>第{layer}層の重み付き総和</translation>
    </message>
    <message>
        <source>Each unit adds up its inputs, each times the weight of its connection, and then its bias.</source>
        <translation>各ユニットは、入力にそれぞれの重みを掛けて足し合わせ、バイアスを加えます。</translation>
    </message>
    <message>
        <source>Each unit bends its sum through the activation function; this is what it answers.</source>
        <translation>各ユニットは総和を活性化関数に通します。これがユニットの出力です。</translation>
    </message>
    <message>
        <source>One number says how far all outputs are from their targets. Training makes it small.</source>
        <translation>すべての出力が正解からどれだけ離れているかを1つの数で表します。学習はこれを小さくします。</translation>
    </message>
    <message>
        <source>gradient of the loss by the outputs</source>
        <translation>出力についての損失の勾配</translation>
    </message>
    <message>
        <source>How the loss would change if an output grew a little: it asks for less where this is positive.</source>
        <translation>出力が少し増えたときの損失の変化です。正なら、出力を減らす方がよいことを示します。</translation>
    </message>
    <message>
        <source>slope of the activation of layer {layer}</source>
        <translation>第{layer}層の活性化関数の傾き</translation>
    </message>
    <message>
        <source>How strongly each unit reacts to its sum just now. Near 0 the unit is saturated, and little passes.</source>
        <translation>各ユニットが今、総和にどれだけ強く反応するかです。0に近いと飽和していて、ほとんど伝わりません。</translation>
    </message>
    <message>
        <source>δ of layer {layer}</source>
        <translation>第{layer}層のδ</translation>
    </message>
    <message>
        <source>What reaches the answer, times how the unit reacts: the gradient by the unit’s sum.</source>
        <translation>出力に届いた勾配に、ユニットの反応の強さを掛けたもの、つまり総和についての勾配です。</translation>
    </message>
    <message>
        <source>gradient of the weights of layer {layer}</source>
        <translation>第{layer}層の重みの勾配</translation>
    </message>
    <message>
        <source>Each weight gets “what came in × δ”, added over the samples.</source>
        <translation>各重みの勾配は「入ってきた値 × δ」をサンプルについて足したものです。</translation>
    </message>
    <message>
        <source>gradient of the biases of layer {layer}</source>
        <translation>第{layer}層のバイアスの勾配</translation>
    </message>
    <message>
        <source>A bias comes in as a constant 1, so its gradient is δ, added over the samples.</source>
        <translation>バイアスへの入力は常に1なので、勾配はδをサンプルについて足したものです。</translation>
    </message>
    <message>
        <source>gradient by the activations of layer {layer}</source>
        <translation>第{layer}層の出力についての勾配</translation>
    </message>
    <message>
        <source>δ goes back through the same weights: each unit collects its share of the blame.</source>
        <translation>δは同じ重みを逆にたどり、各ユニットが誤差への責任の分を受け取ります。</translation>
    </message>
    <message>
        <source>number of this update</source>
        <translation>更新の回数</translation>
    </message>
    <message>
        <source>The optimizer counts its updates, to correct for having started at zero.</source>
        <translation>0から始まることによる偏りを補正するため、更新の回数を数えます。</translation>
    </message>
    <message>
        <source>length of the whole gradient</source>
        <translation>勾配全体の長さ</translation>
    </message>
    <message>
        <source>All gradients of the network taken as one long arrow; this is its length.</source>
        <translation>ネットワークのすべての勾配を1本の長い矢印と見たときの長さです。</translation>
    </message>
    <message>
        <source>factor that cuts the gradient to size</source>
        <translation>勾配を縮める係数</translation>
    </message>
    <message>
        <source>1 where the gradient is short enough; otherwise what shortens it to the limit.</source>
        <translation>勾配が十分短ければ1、そうでなければ上限まで縮める値です。</translation>
    </message>
    <message>
        <source>on the way to the new parameters</source>
        <translation>新しいパラメータへの途中</translation>
    </message>
    <message>
        <source>The optimizer makes something of the gradient before it takes the step.</source>
        <translation>最適化手法が、更新の前に勾配を加工します。</translation>
    </message>
    <message>
        <source>{parameters} of layer {layer} after the step</source>
        <translation>更新後の第{layer}層の{parameters}</translation>
    </message>
    <message>
        <source>Where the step leads. They are not final yet: what follows may hold some of them back.</source>
        <translation>更新の行き先です。まだ確定ではなく、この後に一部が引き戻されることがあります。</translation>
    </message>
    <message>
        <source>weights of layer {layer}, stopped at zero</source>
        <translation>0で止めた第{layer}層の重み</translation>
    </message>
    <message>
        <source>Each is 0 if it crossed zero on this step. They are not final yet: some are frozen.</source>
        <translation>この更新で0をまたいだ重みは0になります。固定された重みがあるため、まだ確定ではありません。</translation>
    </message>
    <message>
        <source>new weights of layer {layer}</source>
        <translation>第{layer}層の新しい重み</translation>
    </message>
    <message>
        <source>Each weight takes a small step against its gradient; the learning rate sets its length.</source>
        <translation>各重みは勾配と逆向きに少しだけ動きます。その幅は学習率で決まります。</translation>
    </message>
    <message>
        <source>new biases of layer {layer}</source>
        <translation>第{layer}層の新しいバイアス</translation>
    </message>
    <message>
        <source>Each bias takes a small step against its gradient.</source>
        <translation>各バイアスは勾配と逆向きに少しだけ動きます。</translation>
    </message>
    <message>
        <source>biases</source>
        <translation>バイアス</translation>
    </message>
    <message>
        <source>weights</source>
        <translation>重み</translation>
    </message>
    <message>
        <source>learning rate</source>
        <translation>学習率</translation>
    </message>
    <message>
        <source>momentum μ</source>
        <translation>モメンタム係数 μ</translation>
    </message>
    <message>
        <source>gradient descent</source>
        <translation>勾配降下法</translation>
    </message>
    <message>
        <source>SGD: a step against the gradient, as long as the learning rate says.</source>
        <translation>SGD: 勾配と逆向きに、学習率の分だけ動きます。</translation>
    </message>
    <message>
        <source>momentum</source>
        <translation>モメンタム</translation>
    </message>
    <message>
        <source>The steps gather speed where the gradient keeps its direction, like a rolling ball.</source>
        <translation>勾配の向きが変わらない間、転がる球のように速さを増します。</translation>
    </message>
    <message>
        <source>velocity of the {parameters} of layer {layer}</source>
        <translation>第{layer}層の{parameters}の速度</translation>
    </message>
    <message>
        <source>Most of the last velocity stays, and the gradient is added to it.</source>
        <translation>直前の速度の大部分を残し、勾配を加えます。</translation>
    </message>
    <message>
        <source>Nesterov momentum</source>
        <translation>Nesterovのモメンタム</translation>
    </message>
    <message>
        <source>Momentum that already looks where the ball will be after the next step.</source>
        <translation>次の位置を先読みするモメンタムです。</translation>
    </message>
    <message>
        <source>This is not an address of TensorFlow Playground.</source>
        <translation>TensorFlow Playgroundのアドレスではありません。</translation>
    </message>
    <message>
        <source>“{name}” in the address must be one of {known}, not “{value}”.</source>
        <translation>アドレスの「{name}」は{known}のいずれかでなければなりません（「{value}」は使えません）。</translation>
    </message>
    <message>
        <source>“{name}” in the address must be a number, not “{value}”.</source>
        <translation>アドレスの「{name}」は数値でなければなりません（「{value}」は使えません）。</translation>
    </message>
    <message>
        <source>percentage of training data</source>
        <translation>訓練データの割合（%）</translation>
    </message>
    <message>
        <source>The address chooses no input, but a network needs one.</source>
        <translation>アドレスで入力が選ばれていません。ネットワークには入力が必要です。</translation>
    </message>
    <message>
        <source>“{name}” in the address must be whole numbers such as 4,2, not “{value}”.</source>
        <translation>アドレスの「{name}」は 4,2 のような整数でなければなりません（「{value}」は使えません）。</translation>
    </message>
    <message>
        <source>The seed “{seed}” became {number}, which gives other random numbers.</source>
        <translation>シード「{seed}」を{number}としました。乱数は元と異なります。</translation>
    </message>
    <message>
        <source>A weight that L1 made 0 stays 0 in the Playground; here it can change again.</source>
        <translation>L1で0になった重みは、Playgroundでは0のままですが、ここでは再び変わることがあります。</translation>
    </message>
    <message>
        <source>“{name}” has no counterpart here and was left out.</source>
        <translation>「{name}」に当たる設定がないため、省きました。</translation>
    </message>
    <message>
        <source>“{name}” is no setting of the Playground and was left out.</source>
        <translation>「{name}」はPlaygroundの設定ではないため、省きました。</translation>
    </message>
    <message>
        <source>The gradient explodes in layer {layer}</source>
        <translation>第{layer}層で勾配が爆発</translation>
    </message>
    <message>
        <source>The run stands still</source>
        <translation>学習が停滞</translation>
    </message>
    <message>
        <source>Layer {layer} learns slowly</source>
        <translation>第{layer}層の学習が遅い</translation>
    </message>
    <message>
        <source>Units of layer {layer} are dead</source>
        <translation>第{layer}層に死んだユニット</translation>
    </message>
    <message>
        <source>Units of layer {layer} are the same</source>
        <translation>第{layer}層に同じユニット</translation>
    </message>
    <message>
        <source>Units of layer {layer} are saturated</source>
        <translation>第{layer}層のユニットが飽和</translation>
    </message>
    <message>
        <source>The gradient of layer {layer} is no finite number any more.</source>
        <translation>第{layer}層の勾配が有限の数値ではなくなりました。</translation>
    </message>
    <message>
        <source>The gradient vanishes on its way back: in layer {layer}, δ has {ratio} times its size in the output.</source>
        <translation>勾配が逆伝播の途中で消失しています。第{layer}層のδは出力層の{ratio}倍の大きさです。</translation>
    </message>
    <message>
        <source>The gradient explodes on its way back: in layer {layer}, δ has {ratio} times its size in the output.</source>
        <translation>勾配が逆伝播の途中で爆発しています。第{layer}層のδは出力層の{ratio}倍の大きさです。</translation>
    </message>
    <message>
        <source>Unit {units} of layer {layer} is saturated: its slope is below {limit} in {count} of {samples} samples.</source>
        <translation>第{layer}層のユニット{units}が飽和しています。{samples}サンプル中{count}サンプルで傾きが{limit}未満です。</translation>
    </message>
    <message>
        <source>Units {units} of layer {layer} are saturated: their slope is below {limit} in at least {count} of {samples} samples.</source>
        <translation>第{layer}層のユニット{units}が飽和しています。{samples}サンプル中少なくとも{count}サンプルで傾きが{limit}未満です。</translation>
    </message>
    <message>
        <source>Unit {units} of layer {layer} is dead: it answers 0 to all {samples} samples, and no gradient passes.</source>
        <translation>第{layer}層のユニット{units}は死んでいます。{samples}サンプルすべてで出力が0となり、勾配が伝わりません。</translation>
    </message>
    <message>
        <source>Units {units} of layer {layer} are dead: they answer 0 to all {samples} samples, and no gradient passes.</source>
        <translation>第{layer}層のユニット{units}は死んでいます。{samples}サンプルすべてで出力が0となり、勾配が伝わりません。</translation>
    </message>
    <message>
        <source>Units {units} of layer {layer} are the same: their weights differ by no more than {difference}, and they will always learn the same.</source>
        <translation>第{layer}層のユニット{units}は同じです。重みの差が{difference}以下で、いつまでも同じ学習をします。</translation>
    </message>
    <message>
        <source>The loss changed by {change} % in the last {epochs} epochs, and the whole gradient is {norm} long, but the mean squared error is still {error}.</source>
        <translation>直近{epochs}エポックの損失の変化は{change} %、勾配全体の長さは{norm}ですが、平均二乗誤差はまだ{error}です。</translation>
    </message>
    <message>
        <source>Samples {first} and {second} have different targets, but layer {layer} hardly tells them apart: its activations differ by {distance}, so that the answers are {first_answer} and {second_answer}.</source>
        <translation>サンプル{first}と{second}は正解が異なりますが、第{layer}層ではほとんど区別できていません。この層の出力の差は{distance}で、予測は{first_answer}と{second_answer}です。</translation>
    </message>
    <message>
        <source>{count} of {samples} samples are answered halfway between the two classes.</source>
        <translation>{samples}サンプル中{count}サンプルの予測が、2つのクラスの中間にあります。</translation>
    </message>
    <message>
        <source>{sentence} {details}</source>
        <translation>{sentence}{details}</translation>
    </message>
    <message>
        <source>{others} and {last}</source>
        <translation>{others}と{last}</translation>
    </message>
    <message>
        <source>Every gradient is {factor} times the difference: what is made small is that multiple of it.</source>
        <translation>どの勾配も差分の{factor}倍です。最小化しているのは、損失のその倍数です。</translation>
    </message>
    <message>
        <source>{wrong} of {count} gradients do not pass: they differ by more than {limit}.</source>
        <translation>{count}個中{wrong}個の勾配が不合格です。差が{limit}を超えています。</translation>
    </message>
    <message>
        <source>All {count} gradients pass: none differs by more than {largest}, and {limit} is allowed.</source>
        <translation>{count}個の勾配がすべて合格です。差は最大{largest}で、許容値は{limit}です。</translation>
    </message>
    <message>
        <source>{count} of {all} parameters are at a kink, where the loss has no one slope and the two need not agree: the sum of a ReLU, an error or a penalized weight is just 0.</source>
        <translation>{all}個中{count}個のパラメータは折れ目にあります。ReLUの総和、誤差、またはペナルティのかかる重みがちょうど0で、損失の傾きが1つに定まらないため、両者は一致するとは限りません。</translation>
    </message>
    <message>
        <source>There is no objective called “{text}”: known are the losses {losses}, and {reductions}.</source>
        <translation>「{text}」という目的関数はありません。使えるのは損失{losses}と集約{reductions}です。</translation>
    </message>
    <message>
        <source>There is no penalty to check: the experiment has no regularisation.</source>
        <translation>確認するペナルティがありません。この実験には正則化がありません。</translation>
    </message>
    <message>
        <source>The gradient cannot be checked where the loss is not a finite number.</source>
        <translation>損失が有限の数値でないところでは、勾配を確認できません。</translation>
    </message>
    <message>
        <source>A plane needs two different parameters.</source>
        <translation>平面には異なる2つのパラメータが必要です。</translation>
    </message>
    <message>
        <source>A path needs at least two points, all of them finite.</source>
        <translation>経路には少なくとも2つの点が必要で、すべて有限でなければなりません。</translation>
    </message>
    <message>
        <source>There is no parameter “{parameter}”.</source>
        <translation>「{parameter}」というパラメータはありません。</translation>
    </message>
    <message>
        <source>regularisation rate</source>
        <translation>正則化の強さ</translation>
    </message>
    <message>
        <source>Only the loss counts.</source>
        <translation>損失だけを最小化します。</translation>
    </message>
    <message>
        <source>gradient of the weights of layer {layer}, with the penalty</source>
        <translation>ペナルティを加えた第{layer}層の重みの勾配</translation>
    </message>
    <message>
        <source>Each weight is also pulled towards 0, so that none grows without need.</source>
        <translation>不要に大きくならないよう、各重みを0の方へも引き寄せます。</translation>
    </message>
    <message>
        <source>L1: λ Σ |W|</source>
        <translation>L1: λ Σ |W|</translation>
    </message>
    <message>
        <source>Every weight is pulled towards 0 equally hard; needless ones become exactly 0.</source>
        <translation>すべての重みを同じ強さで0へ引き寄せます。不要な重みはちょうど0になります。</translation>
    </message>
    <message>
        <source>L2: ½ λ Σ W²</source>
        <translation>L2: ½ λ Σ W²</translation>
    </message>
    <message>
        <source>Large weights are pulled towards 0 harder than small ones (weight decay).</source>
        <translation>大きい重みほど強く0へ引き寄せます（荷重減衰）。</translation>
    </message>
    <message>
        <source>number of epochs n</source>
        <translation>エポック数 n</translation>
    </message>
    <message>
        <source>factor γ</source>
        <translation>係数 γ</translation>
    </message>
    <message>
        <source>factor γ of an epoch</source>
        <translation>1エポックの係数 γ</translation>
    </message>
    <message>
        <source>number of epochs T</source>
        <translation>エポック数 T</translation>
    </message>
    <message>
        <source>lowest learning rate η₀</source>
        <translation>最小の学習率 η₀</translation>
    </message>
    <message>
        <source>The learning rate stays as it is.</source>
        <translation>学習率は一定です。</translation>
    </message>
    <message>
        <source>in steps</source>
        <translation>段階的</translation>
    </message>
    <message>
        <source>Every so many epochs the learning rate is multiplied by a factor.</source>
        <translation>一定のエポック数ごとに、学習率に係数を掛けます。</translation>
    </message>
    <message>
        <source>exponential</source>
        <translation>指数的</translation>
    </message>
    <message>
        <source>After every epoch the learning rate is multiplied by a factor.</source>
        <translation>エポックごとに、学習率に係数を掛けます。</translation>
    </message>
    <message>
        <source>cosine</source>
        <translation>コサイン</translation>
    </message>
    <message>
        <source>The learning rate falls along half a wave, and then stays at its lowest.</source>
        <translation>学習率が半周期の波に沿って下がり、その後は最小値のままです。</translation>
    </message>
    <message>
        <source>an integer from {least} to {most}</source>
        <translation>{least}〜{most}の整数</translation>
    </message>
    <message>
        <source>a number above {above}, up to {most}</source>
        <translation>{above}より大きく{most}以下の数値</translation>
    </message>
    <message>
        <source>a number from {least} to below {below}</source>
        <translation>{least}以上{below}未満の数値</translation>
    </message>
    <message>
        <source>a number from {least} to {most}</source>
        <translation>{least}〜{most}の数値</translation>
    </message>
    <message>
        <source>a number above {above}</source>
        <translation>{above}より大きい数値</translation>
    </message>
    <message>
        <source>a number of at least {least}</source>
        <translation>{least}以上の数値</translation>
    </message>
    <message>
        <source>a finite number</source>
        <translation>有限の数値</translation>
    </message>
    <message>
        <source>The {setting} must be {range}, not {value}.</source>
        <translation>{setting}は{range}で指定してください（{value}は使えません）。</translation>
    </message>
    <message>
        <source>There is no {kind} called “{name}”.</source>
        <translation>「{name}」という{kind}はありません。</translation>
    </message>
    <message>
        <source>number of workers</source>
        <translation>ワーカー数</translation>
    </message>
    <message>
        <source>“{address}” is not the address of a Dask scheduler: write it as {example}.</source>
        <translation>「{address}」はDaskスケジューラーのアドレスではありません。{example} のように書いてください。</translation>
    </message>
    <message>
        <source>For a Dask cluster, install the extra {extra}.</source>
        <translation>Daskクラスターを使うには、追加パッケージ {extra} をインストールしてください。</translation>
    </message>
    <message>
        <source>No Dask scheduler answers at “{address}”.</source>
        <translation>「{address}」のDaskスケジューラーから応答がありません。</translation>
    </message>
    <message>
        <source>A seed stands twice in “{text}”.</source>
        <translation>「{text}」に同じシードが2度あります。</translation>
    </message>
    <message>
        <source>A sweep needs at least one run.</source>
        <translation>スイープには少なくとも1回の学習が必要です。</translation>
    </message>
    <message>
        <source>A sweep can have up to {most} runs, not {count}.</source>
        <translation>スイープの学習は{most}回までです（{count}回は使えません）。</translation>
    </message>
    <message>
        <source>“{text}” are no seeds: write 7, 1,5,9, 0:1000 or 0:1000:5.</source>
        <translation>「{text}」はシードではありません。7、1,5,9、0:1000、0:1000:5 のように書いてください。</translation>
    </message>
    <message>
        <source>The step between the seeds of “{text}” must not be 0.</source>
        <translation>「{text}」のシードの間隔は0以外にしてください。</translation>
    </message>
    <message>
        <source>“{text}” holds no seeds: the second number must be larger than the first.</source>
        <translation>「{text}」にはシードが含まれません。2つ目の数を1つ目より大きくしてください。</translation>
    </message>
    <message>
        <source>setting to vary</source>
        <translation>変化させる設定</translation>
    </message>
    <message>
        <source>There is no value to vary “{name}” by.</source>
        <translation>「{name}」を変化させる値がありません。</translation>
    </message>
    <message>
        <source>A value of “{name}” is there twice.</source>
        <translation>「{name}」の同じ値が2度あります。</translation>
    </message>
    <message>
        <source>“{text}” varies nothing: write a setting and its values, as in {example}.</source>
        <translation>「{text}」では何も変化しません。{example} のように設定と値を書いてください。</translation>
    </message>
    <message>
        <source>“{name}” is varied twice.</source>
        <translation>「{name}」が2度指定されています。</translation>
    </message>
    <message>
        <source>“{name}” is that of hidden layers, and there are none.</source>
        <translation>「{name}」は隠れ層の設定ですが、隠れ層がありません。</translation>
    </message>
    <message>
        <source>{settings}: {reason}</source>
        <translation>{settings}: {reason}</translation>
    </message>
    <message>
        <source>number of epochs</source>
        <translation>エポック数</translation>
    </message>
    <message>
        <source>number of runs in a chunk</source>
        <translation>一度に計算する学習の数</translation>
    </message>
    <message>
        <source>The sweep is given up: its workers ended before they were done.</source>
        <translation>スイープを中止しました。ワーカーが途中で終了しました。</translation>
    </message>
    <message>
        <source>“{text}” is not a finite number.</source>
        <translation>「{text}」は有限の数値ではありません。</translation>
    </message>
    <message>
        <source>“{text}” is not an integer.</source>
        <translation>「{text}」は整数ではありません。</translation>
    </message>
    <message>
        <source>“{text}” is neither true nor false.</source>
        <translation>「{text}」は true でも false でもありません。</translation>
    </message>
    <message>
        <source>number of hidden layers</source>
        <translation>隠れ層の数</translation>
    </message>
    <message>
        <source>“{choice}” has no option “{option}” to vary.</source>
        <translation>「{choice}」に、変化させる項目「{option}」はありません。</translation>
    </message>
    <message>
        <source>optimizer</source>
        <translation>最適化手法</translation>
    </message>
    <message>
        <source>number of seeds</source>
        <translation>シードの数</translation>
    </message>
    <message>
        <source>Epochs 0 to {last} are recorded; “Run to epoch…” trains on.</source>
        <translation>記録があるのはエポック0〜{last}です。「エポックを指定…」で学習を続けられます。</translation>
    </message>
    <message>
        <source>The parameters are no finite numbers any more: go back first.</source>
        <translation>パラメータが有限の数値ではなくなりました。先に前へ戻ってください。</translation>
    </message>
    <message>
        <source>a number, “infinity”, “-infinity”, or null for what is not a number</source>
        <translation>数値、「infinity」「-infinity」、または数値でないことを表すnull</translation>
    </message>
    <message>
        <source>a list of 624 integers</source>
        <translation>624個の整数のリスト</translation>
    </message>
</context>
</TS>
