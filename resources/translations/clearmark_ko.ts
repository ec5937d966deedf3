<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ko_KR">
<context>
    <name>AboutController</name>
    <message>
        <source>Restoring comes first; this follows.</source>
        <translation>복원을 먼저 마친 뒤에 살펴봅니다.</translation>
    </message>
    <message>
        <source>Restoring comes first, and it is paused; this follows.</source>
        <translation>복원을 먼저 마친 뒤에 살펴봅니다. 지금은 복원이 일시 정지되어 있습니다.</translation>
    </message>
    <message>
        <source>Looking into the network…</source>
        <translation>신경망 내부를 살펴보는 중…</translation>
    </message>
</context>
<context>
    <name>AboutPane</name>
    <message>
        <source>Task</source>
        <translation>과제</translation>
    </message>
    <message>
        <source>Workflow</source>
        <translation>작업 흐름</translation>
    </message>
    <message>
        <source>Inside</source>
        <translation>내부</translation>
    </message>
    <message>
        <source>Papers and tools</source>
        <translation>논문과 도구</translation>
    </message>
    <message>
        <source>Model card</source>
        <translation>모델 카드</translation>
    </message>
    <message>
        <source>About this AI</source>
        <translation>이 AI에 대하여</translation>
    </message>
    <message>
        <source>Export report…</source>
        <translation>보고서 내보내기…</translation>
    </message>
    <message>
        <source>All of this for your picture, as one HTML or PDF file</source>
        <translation>이 이미지에 관한 모든 내용을 HTML 또는 PDF 파일 하나로 저장</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>다시 시도</translation>
    </message>
    <message>
        <source>The network is being examined</source>
        <translation>신경망 내부를 살펴보는 중</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>닫기 (Esc)</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>닫기</translation>
    </message>
</context>
<context>
    <name>Actions</name>
    <message>
        <source>Open…</source>
        <translation>열기…</translation>
    </message>
    <message>
        <source>Open pictures</source>
        <translation>이미지 열기</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>붙여넣기</translation>
    </message>
    <message>
        <source>Paste a picture, a file or a link to a file</source>
        <translation>이미지, 파일 또는 파일 링크 붙여넣기</translation>
    </message>
    <message>
        <source>About this AI</source>
        <translation>이 AI에 대하여</translation>
    </message>
    <message>
        <source>How it works, and what it cannot do</source>
        <translation>작동 방식과 한계</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>복사</translation>
    </message>
    <message>
        <source>Copy the restored picture, with its transparency</source>
        <translation>복원한 이미지를 투명도까지 복사</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>내보내기…</translation>
    </message>
    <message>
        <source>Save the restored picture</source>
        <translation>복원한 이미지 저장</translation>
    </message>
    <message>
        <source>Export all…</source>
        <translation>모두 내보내기…</translation>
    </message>
    <message>
        <source>Save all results of the queue</source>
        <translation>대기열의 모든 결과 저장</translation>
    </message>
    <message>
        <source>Export as SVG…</source>
        <translation>SVG로 내보내기…</translation>
    </message>
    <message>
        <source>Trace the restored picture as shapes, and save them</source>
        <translation>복원한 이미지를 도형으로 추적하여 저장</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>실행 취소</translation>
    </message>
    <message>
        <source>Undo the last adjustment</source>
        <translation>마지막 조정 취소</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>다시 실행</translation>
    </message>
    <message>
        <source>Redo what was undone</source>
        <translation>취소한 조정 다시 실행</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>초기화</translation>
    </message>
    <message>
        <source>Show what the network made</source>
        <translation>신경망이 만든 결과 그대로 보기</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>취소</translation>
    </message>
    <message>
        <source>Cancel the running picture</source>
        <translation>진행 중인 이미지 취소</translation>
    </message>
    <message>
        <source>Panels</source>
        <translation>패널</translation>
    </message>
    <message>
        <source>Hide the panels</source>
        <translation>패널 접기</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>화면 축소</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>화면 확대</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>화면 맞춤</translation>
    </message>
    <message>
        <source>Show the whole picture</source>
        <translation>이미지 전체 보기</translation>
    </message>
    <message>
        <source>One picture pixel per screen pixel</source>
        <translation>이미지 픽셀 하나를 화면 픽셀 하나로 보기</translation>
    </message>
    <message>
        <source>Export comparison…</source>
        <translation>비교 이미지 내보내기…</translation>
    </message>
    <message>
        <source>Save before and after as one picture, as they are compared now</source>
        <translation>지금 비교하는 모습대로 전후를 한 이미지로 저장</translation>
    </message>
    <message>
        <source>Next part</source>
        <translation>다음 영역</translation>
    </message>
    <message>
        <source>Next part of the window</source>
        <translation>창의 다음 영역으로 이동</translation>
    </message>
    <message>
        <source>Preferences…</source>
        <translation>환경 설정…</translation>
    </message>
    <message>
        <source>Theme, language, folders, names, privacy</source>
        <translation>테마, 언어, 폴더, 이름, 개인 정보</translation>
    </message>
    <message>
        <source>Shortcuts</source>
        <translation>단축키</translation>
    </message>
    <message>
        <source>All keyboard shortcuts, and a link to the guide</source>
        <translation>모든 단축키와 사용 설명서</translation>
    </message>
    <message>
        <source>User guide</source>
        <translation>사용 설명서</translation>
    </message>
    <message>
        <source>How to work with Clearmark</source>
        <translation>Clearmark 사용 방법</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>종료</translation>
    </message>
    <message>
        <source>Close Clearmark</source>
        <translation>Clearmark 종료</translation>
    </message>
    <message>
        <source>Slider</source>
        <translation>슬라이더</translation>
    </message>
    <message>
        <source>Compare with a divider that you can drag</source>
        <translation>구분선을 끌어 비교</translation>
    </message>
    <message>
        <source>Side by side</source>
        <translation>나란히</translation>
    </message>
    <message>
        <source>Compare the same part of both pictures</source>
        <translation>두 이미지의 같은 부분을 비교</translation>
    </message>
    <message>
        <source>Lens</source>
        <translation>렌즈</translation>
    </message>
    <message>
        <source>Look at the other picture through a lens</source>
        <translation>렌즈로 다른 이미지 보기</translation>
    </message>
    <message>
        <source>Hold</source>
        <translation>누르고 보기</translation>
    </message>
    <message>
        <source>Hold Space to see the picture before, in every view</source>
        <translation>Space를 누르는 동안 이전 이미지 보기(모든 방식에서)</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>차이</translation>
    </message>
    <message>
        <source>Show what differs, amplified</source>
        <translation>차이를 증폭하여 보기</translation>
    </message>
</context>
<context>
    <name>AdjustPanel</name>
    <message>
        <source>0 % is the enlarged picture, 100 % the restored one</source>
        <translation>0%는 확대한 이미지, 100%는 복원한 이미지입니다</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>끔</translation>
    </message>
    <message>
        <source>Dragging moves the picture</source>
        <translation>끌면 이미지가 이동합니다</translation>
    </message>
    <message>
        <source>Box</source>
        <translation>사각형</translation>
    </message>
    <message>
        <source>Drag a box around what should stay as enlarged</source>
        <translation>사각형을 끌어 확대 상태로 남길 부분 지정</translation>
    </message>
    <message>
        <source>Brush</source>
        <translation>브러시</translation>
    </message>
    <message>
        <source>Paint over what should stay as enlarged</source>
        <translation>칠하여 확대 상태로 남길 부분 지정</translation>
    </message>
    <message>
        <source>Adjust</source>
        <translation>조정</translation>
    </message>
    <message>
        <source>Strength</source>
        <translation>강도</translation>
    </message>
    <message>
        <source>Protect</source>
        <translation>보호</translation>
    </message>
</context>
<context>
    <name>Advice</name>
    <message>
        <source>plain, without edges</source>
        <translation>가장자리 없는 단색</translation>
    </message>
    <message>
        <source>like a photograph (edges of many widths, no main colours)</source>
        <translation>사진과 비슷함(가장자리 폭이 다양하고 주요 색상이 없음)</translation>
    </message>
    <message>
        <source>blurred (σ ≈ {sigma:.1f} px)</source>
        <translation>흐림(σ ≈ {sigma:.1f} px)</translation>
    </message>
    <message>
        <source>JPEG-damaged (blocks of 8 px)</source>
        <translation>JPEG 손상(8 px 블록)</translation>
    </message>
    <message>
        <source>reduced to {colours} colours</source>
        <translation>{colours}색으로 줄임</translation>
    </message>
    <message>
        <source>small ({width} × {height} px) but sharp</source>
        <translation>작지만 선명함({width} × {height} px)</translation>
    </message>
    <message>
        <source>already sharp (edges {edge:.1f} px wide)</source>
        <translation>이미 선명함(가장자리 폭 {edge:.1f} px)</translation>
    </message>
    <message>
        <source>JPEG-damaged (blocks of 8 px, quality ≈ {quality})</source>
        <translation>JPEG 손상(8 px 블록, 품질 ≈ {quality})</translation>
    </message>
    <message>
        <source>damaged by its compression</source>
        <translation>압축으로 손상됨</translation>
    </message>
    <message>
        <source>dithered to {colours} colours</source>
        <translation>{colours}색으로 디더링</translation>
    </message>
    <message>
        <source>{first} and {second}</source>
        <translation>{first}, {second}</translation>
    </message>
    <message>
        <source>{first}, {second} and {third}</source>
        <translation>{first}, {second}, {third}</translation>
    </message>
    <message>
        <source>{first}, {second}, {third} and {fourth}</source>
        <translation>{first}, {second}, {third}, {fourth}</translation>
    </message>
    <message>
        <source>{reason}: restoring will help.</source>
        <translation>{reason}: 복원하면 좋아집니다.</translation>
    </message>
    <message>
        <source>{reason}: restoring will not help.</source>
        <translation>{reason}: 복원해도 좋아지지 않습니다.</translation>
    </message>
    <message>
        <source>{reason}: restoring will help only if it is enlarged.</source>
        <translation>{reason}: 확대할 때만 복원하면 좋아집니다.</translation>
    </message>
    <message>
        <source>{reason}: restoring will hardly help.</source>
        <translation>{reason}: 복원 효과가 거의 없습니다.</translation>
    </message>
</context>
<context>
    <name>Banner</name>
    <message>
        <source>Details</source>
        <translation>자세히</translation>
    </message>
    <message>
        <source>Dismiss (Esc)</source>
        <translation>닫기 (Esc)</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>닫기</translation>
    </message>
</context>
<context>
    <name>CanvasPanel</name>
    <message>
        <source>Input</source>
        <translation>입력</translation>
    </message>
    <message>
        <source>Enlarged</source>
        <translation>확대</translation>
    </message>
    <message>
        <source>{name}, {scale}×</source>
        <translation>{name}, {scale}×</translation>
    </message>
    <message>
        <source>Restoring</source>
        <translation>복원 중</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>일시 정지됨</translation>
    </message>
</context>
<context>
    <name>CloseGuard</name>
    <message>
        <source>1 result has not been exported.</source>
        <translation>결과 1개를 내보내지 않았습니다.</translation>
    </message>
    <message>
        <source>{count} results have not been exported.</source>
        <translation>결과 {count}개를 내보내지 않았습니다.</translation>
    </message>
    <message>
        <source>1 picture is not restored yet.</source>
        <translation>아직 복원하지 않은 이미지가 1개 있습니다.</translation>
    </message>
    <message>
        <source>{count} pictures are not restored yet.</source>
        <translation>아직 복원하지 않은 이미지가 {count}개 있습니다.</translation>
    </message>
    <message>
        <source>Close Clearmark</source>
        <translation>Clearmark 종료</translation>
    </message>
    <message>
        <source>When you close, the queue is kept, and offered at the next start.</source>
        <translation>닫아도 대기열은 보관되며, 다음에 시작할 때 다시 불러올 수 있습니다.</translation>
    </message>
    <message>
        <source>When you close, what was not exported is lost.</source>
        <translation>닫으면 내보내지 않은 결과는 사라집니다.</translation>
    </message>
    <message>
        <source>Export all…</source>
        <translation>모두 내보내기…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>닫기</translation>
    </message>
</context>
<context>
    <name>ColoursPanel</name>
    <message>
        <source>Off</source>
        <translation>끔</translation>
    </message>
    <message>
        <source>Fills stay as the network made them</source>
        <translation>칠 색상을 신경망이 만든 그대로 둠</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>입력</translation>
    </message>
    <message>
        <source>Fills get exactly the colours of the input</source>
        <translation>칠 색상을 입력과 똑같이 맞춤</translation>
    </message>
    <message>
        <source>Brand</source>
        <translation>브랜드</translation>
    </message>
    <message>
        <source>Fills get the nearest of your own colours</source>
        <translation>칠 색상을 지정한 색상 중 가장 가까운 색으로 맞춤</translation>
    </message>
    <message>
        <source>Brand colours</source>
        <translation>브랜드 색상</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>색상</translation>
    </message>
    <message>
        <source>Snap fills</source>
        <translation>칠 맞춤</translation>
    </message>
    <message>
        <source>opacity {percent} %</source>
        <translation>불투명도 {percent} %</translation>
    </message>
    <message>
        <source>How far this colour is from the input&apos;s (CIEDE2000); 1 is just visible</source>
        <translation>이 색상이 입력의 색상에서 얼마나 떨어져 있는지(CIEDE2000). 1이면 겨우 보이는 차이입니다</translation>
    </message>
</context>
<context>
    <name>CompareController</name>
    <message>
        <source>Behind transparent pictures</source>
        <translation>투명한 이미지의 배경</translation>
    </message>
</context>
<context>
    <name>CompareModeBox</name>
    <message>
        <source>Way to compare</source>
        <translation>비교 방식</translation>
    </message>
</context>
<context>
    <name>ComparePairBox</name>
    <message>
        <source>Input</source>
        <translation>입력</translation>
    </message>
    <message>
        <source>Enlarged</source>
        <translation>확대</translation>
    </message>
    <message>
        <source>Pinned result</source>
        <translation>고정한 결과</translation>
    </message>
    <message>
        <source>Pin this result to compare it with others</source>
        <translation>다른 결과와 비교하도록 이 결과 고정</translation>
    </message>
    <message>
        <source>Swap sides</source>
        <translation>좌우 바꾸기</translation>
    </message>
    <message>
        <source>Choose which pictures to compare</source>
        <translation>비교할 이미지 선택</translation>
    </message>
    <message>
        <source>Checkerboard</source>
        <translation>격자무늬</translation>
    </message>
    <message>
        <source>White</source>
        <translation>흰색</translation>
    </message>
    <message>
        <source>Black</source>
        <translation>검은색</translation>
    </message>
    <message>
        <source>Colour…</source>
        <translation>색상…</translation>
    </message>
    <message>
        <source>Choose what lies behind transparent pictures</source>
        <translation>투명한 이미지의 배경 선택</translation>
    </message>
    <message>
        <source>Background ▾</source>
        <translation>배경 ▾</translation>
    </message>
    <message>
        <source>Background</source>
        <translation>배경</translation>
    </message>
    <message>
        <source>{pair} ▾</source>
        <translation>{pair} ▾</translation>
    </message>
    <message>
        <source>Compare {pair}</source>
        <translation>비교: {pair}</translation>
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
        <translation>Space 누르고 있기: {before}</translation>
    </message>
    <message>
        <source>{before} – {after}</source>
        <translation>{before} – {after}</translation>
    </message>
    <message>
        <source>{gain}× amplified per channel: brightest = {white} of 255</source>
        <translation>채널별 {gain}배 증폭: 최대 밝기 = 255단계 중 {white}</translation>
    </message>
    <message>
        <source>{legend} · of averages, below 100 %</source>
        <translation>{legend} · 100% 미만에서는 평균값의 차이</translation>
    </message>
    <message>
        <source>Picture comparison</source>
        <translation>이미지 비교</translation>
    </message>
    <message>
        <source>{before} on the left, {after} on the right. Left and right arrow move the divider, plus and minus zoom, 0 fits the picture.</source>
        <translation>왼쪽: {before}, 오른쪽: {after}. 왼쪽·오른쪽 화살표로 구분선을 옮기고, 더하기·빼기로 화면을 확대·축소하고, 0으로 화면에 맞춥니다.</translation>
    </message>
    <message>
        <source>{before} on the left, {after} on the right. Arrows pan both, plus and minus zoom, 0 fits the pictures.</source>
        <translation>왼쪽: {before}, 오른쪽: {after}. 화살표로 두 이미지를 함께 옮기고, 더하기·빼기로 화면을 확대·축소하고, 0으로 화면에 맞춥니다.</translation>
    </message>
    <message>
        <source>{before}, with {after} in a lens. Arrows move the lens, with Alt they pan; plus and minus zoom, 0 fits the picture.</source>
        <translation>전체: {before}, 렌즈 안: {after}. 화살표로 렌즈를, Alt+화살표로 이미지를 옮기고, 더하기·빼기로 화면을 확대·축소하고, 0으로 화면에 맞춥니다.</translation>
    </message>
    <message>
        <source>{after}; {before} while the space bar is held. Arrows pan, plus and minus zoom, 0 fits the picture.</source>
        <translation>{after}, Space를 누르는 동안: {before}. 화살표로 이미지를 옮기고, 더하기·빼기로 화면을 확대·축소하고, 0으로 화면에 맞춥니다.</translation>
    </message>
    <message>
        <source>What differs between {before} and {after}, amplified. Arrows pan, plus and minus zoom, 0 fits the picture.</source>
        <translation>증폭한 차이: {before} – {after}. 화살표로 이미지를 옮기고, 더하기·빼기로 화면을 확대·축소하고, 0으로 화면에 맞춥니다.</translation>
    </message>
    <message>
        <source>{shown}. Arrows pan, plus and minus zoom, 0 fits the picture.</source>
        <translation>{shown}. 화살표로 이미지를 옮기고, 더하기·빼기로 화면을 확대·축소하고, 0으로 화면에 맞춥니다.</translation>
    </message>
    <message>
        <source>No picture.</source>
        <translation>이미지가 없습니다.</translation>
    </message>
</context>
<context>
    <name>CopyButton</name>
    <message>
        <source>Copied</source>
        <translation>복사됨</translation>
    </message>
</context>
<context>
    <name>DragHandle</name>
    <message>
        <source>Drag out</source>
        <translation>끌어내기</translation>
    </message>
    <message>
        <source>Drag from here to bring the restored picture into another program as a file</source>
        <translation>여기서 다른 프로그램으로 끌면 복원한 이미지가 파일로 전달됩니다</translation>
    </message>
</context>
<context>
    <name>DragOutController</name>
    <message>
        <source>There is nowhere to put the file to be dragged: {reason}.</source>
        <translation>끌어낼 파일을 만들 곳이 없습니다: {reason}.</translation>
    </message>
    <message>
        <source>Hold the button down and drag: the picture comes along as a file.</source>
        <translation>버튼을 누른 채로 끌면 이미지가 파일로 따라옵니다.</translation>
    </message>
</context>
<context>
    <name>ExportAllController</name>
    <message>
        <source>There is no result to export yet.</source>
        <translation>아직 내보낼 결과가 없습니다.</translation>
    </message>
    <message>
        <source>{count} more not restored yet.</source>
        <translation>아직 복원하지 않은 이미지가 {count}개 더 있습니다.</translation>
    </message>
    <message>
        <source>{failed} of {total} could not be saved. The first: {reason}</source>
        <translation>{total}개 중 {failed}개를 저장하지 못했습니다. 첫 번째 이유: {reason}</translation>
    </message>
    <message>
        <source>{count} of {total} have no receipt. The first: {reason}</source>
        <translation>{total}개 중 {count}개는 처리 기록이 없습니다. 첫 번째: {reason}</translation>
    </message>
    <message>
        <source>Saved {total} pictures</source>
        <translation>이미지 {total}개를 저장했습니다</translation>
    </message>
    <message>
        <source>Saved {name}</source>
        <translation>저장했습니다: {name}</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>폴더에서 보기</translation>
    </message>
</context>
<context>
    <name>ExportAllDialog</name>
    <message>
        <source>Export all</source>
        <translation>모두 내보내기</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>선택…</translation>
    </message>
    <message>
        <source>Number the new ones</source>
        <translation>새 파일에 번호 붙이기</translation>
    </message>
    <message>
        <source>Keep them, skip the new ones</source>
        <translation>그대로 두고 새 파일 건너뛰기</translation>
    </message>
    <message>
        <source>Replace them</source>
        <translation>새 파일로 바꾸기</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>이미지</translation>
    </message>
    <message>
        <source>Becomes</source>
        <translation>새 이름</translation>
    </message>
    <message>
        <source>Names</source>
        <translation>파일 이름</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>폴더</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>형식</translation>
    </message>
    <message>
        <source>Existing files</source>
        <translation>이미 있는 파일</translation>
    </message>
    <message>
        <source>The folder “{folder}” cannot be made: {reason}.</source>
        <translation>“{folder}” 폴더를 만들 수 없습니다: {reason}.</translation>
    </message>
    <message>
        <source>No folder is chosen.</source>
        <translation>폴더를 선택하지 않았습니다.</translation>
    </message>
    <message>
        <source>“{name}” is a file, not a folder.</source>
        <translation>“{name}” 항목은 파일이며 폴더가 아닙니다.</translation>
    </message>
    <message>
        <source>The folder “{folder}” will be made.</source>
        <translation>“{folder}” 폴더를 만듭니다.</translation>
    </message>
    <message>
        <source>{format} has no transparency: it becomes white in {count} of {total} pictures.</source>
        <translation>{format}에는 투명도가 없어 이미지 {total}개 중 {count}개에서 투명한 부분이 흰색이 됩니다.</translation>
    </message>
    <message>
        <source>replaces a file</source>
        <translation>기존 파일을 바꿈</translation>
    </message>
    <message>
        <source>skipped</source>
        <translation>건너뜀</translation>
    </message>
    <message>
        <source>numbered</source>
        <translation>번호 붙임</translation>
    </message>
    <message>
        <source>Export {count}</source>
        <translation>{count}개 내보내기</translation>
    </message>
</context>
<context>
    <name>ExportController</name>
    <message>
        <source>Export the restored picture</source>
        <translation>복원한 이미지 내보내기</translation>
    </message>
    <message>
        <source>Nothing was saved: an SVG is traced first.</source>
        <translation>저장하지 않았습니다: SVG는 먼저 추적해야 합니다.</translation>
    </message>
    <message>
        <source>Export as SVG…</source>
        <translation>SVG로 내보내기…</translation>
    </message>
    <message>
        <source>Export as SVG</source>
        <translation>SVG로 내보내기</translation>
    </message>
    <message>
        <source>Export the comparison</source>
        <translation>비교 이미지 내보내기</translation>
    </message>
    <message>
        <source>Export the report</source>
        <translation>보고서 내보내기</translation>
    </message>
    <message>
        <source>Saved {name}</source>
        <translation>저장했습니다: {name}</translation>
    </message>
    <message>
        <source>Saved {name}. {format} has no transparency: it became white.</source>
        <translation>저장했습니다: {name}. {format}에는 투명도가 없어 투명한 부분이 흰색이 되었습니다.</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>폴더에서 보기</translation>
    </message>
    <message>
        <source>Save elsewhere…</source>
        <translation>다른 위치에 저장…</translation>
    </message>
    <message>
        <source>Copied. Paste it anywhere.</source>
        <translation>복사했습니다. 원하는 곳에 붙여넣으세요.</translation>
    </message>
    <message>
        <source>Saved {name}: {format} cannot be written here.</source>
        <translation>저장했습니다: {name}. {format} 형식으로는 저장할 수 없습니다.</translation>
    </message>
</context>
<context>
    <name>ExportPanel</name>
    <message>
        <source>Such as 42 mm, 4.2 cm or 1.65 in; empty keeps the size</source>
        <translation>예: 42 mm, 4.2 cm, 1.65 in. 비워 두면 크기를 유지합니다</translation>
    </message>
    <message>
        <source>Convert to sRGB</source>
        <translation>sRGB로 변환</translation>
    </message>
    <message>
        <source>JPEG has no transparency: it becomes white.</source>
        <translation>JPEG에는 투명도가 없어 투명한 부분이 흰색이 됩니다.</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>출력</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>크기</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>형식</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>색상</translation>
    </message>
    <message>
        <source>Print width</source>
        <translation>인쇄 너비</translation>
    </message>
    <message>
        <source>{size} px</source>
        <translation>{size} px</translation>
    </message>
    <message>
        <source>Prints clean up to {width} mm at {dpi} dpi</source>
        <translation>{dpi} dpi에서 {width} mm까지 깨끗함</translation>
    </message>
    <message>
        <source>Keep {name}</source>
        <translation>{name} 유지</translation>
    </message>
    <message>
        <source>{width} mm</source>
        <translation>{width} mm</translation>
    </message>
    <message>
        <source>Keep print size</source>
        <translation>인쇄 크기 유지</translation>
    </message>
    <message>
        <source>Keep print size: {size}</source>
        <translation>인쇄 크기 유지: {size}</translation>
    </message>
    <message>
        <source>Write print size: {size}</source>
        <translation>인쇄 크기 기록: {size}</translation>
    </message>
</context>
<context>
    <name>ExportSvgController</name>
    <message>
        <source>Only a restored picture can be traced.</source>
        <translation>복원한 이미지만 추적할 수 있습니다.</translation>
    </message>
    <message>
        <source>A photograph or gradients: areas of similar colour. Edges are exact where there are few flat colours.</source>
        <translation>사진이나 그라데이션이므로 비슷한 색의 영역이 됩니다. 단색이 적은 이미지에서는 가장자리가 정확합니다.</translation>
    </message>
    <message>
        <source>The outline has too many curves to be shown; the file has them all.</source>
        <translation>곡선이 너무 많아 윤곽선을 표시하지 않습니다. 파일에는 모두 들어 있습니다.</translation>
    </message>
</context>
<context>
    <name>FailureNotices</name>
    <message>
        <source>{count} items cannot be opened: {names}.</source>
        <translation>항목 {count}개를 열 수 없습니다: {names}.</translation>
    </message>
    <message>
        <source>Open another…</source>
        <translation>다른 이미지 열기…</translation>
    </message>
    <message>
        <source>{count} more</source>
        <translation>그 외 {count}개</translation>
    </message>
    <message>
        <source>The last changes of {name} could not be made. {reason}</source>
        <translation>{name}에 대한 마지막 변경을 적용하지 못했습니다. {reason}</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>다시 시도</translation>
    </message>
    <message>
        <source>Try on the CPU</source>
        <translation>CPU로 시도</translation>
    </message>
    <message>
        <source>Use the program&apos;s own model</source>
        <translation>기본 제공 모델 사용</translation>
    </message>
    <message>
        <source>Use {scale}×</source>
        <translation>{scale}× 사용</translation>
    </message>
</context>
<context>
    <name>FeaturesView</name>
    <message>
        <source>Stage</source>
        <translation>단계</translation>
    </message>
    <message>
        <source>Not looked at yet</source>
        <translation>아직 살펴보지 않았습니다</translation>
    </message>
    <message>
        <source>No picture yet</source>
        <translation>아직 이미지가 없습니다</translation>
    </message>
    <message>
        <source>At full resolution</source>
        <translation>전체 해상도</translation>
    </message>
    <message>
        <source>On the stage&apos;s own grid</source>
        <translation>해당 단계의 격자</translation>
    </message>
    <message>
        <source>cosine {cosine}, averaged back down</source>
        <translation>코사인 {cosine}(평균하여 다시 축소)</translation>
    </message>
    <message>
        <source>the transparency</source>
        <translation>투명도</translation>
    </message>
    <message>
        <source>the colours</source>
        <translation>색상</translation>
    </message>
    <message>
        <source>Features of</source>
        <translation>특징 대상</translation>
    </message>
    <message>
        <source>Match</source>
        <translation>일치도</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>시간</translation>
    </message>
</context>
<context>
    <name>Fidelity</name>
    <message>
        <source>Faithful: put back through the estimated blur, it is your input to within {difference} %.</source>
        <translation>충실함: 추정한 흐림을 다시 적용하면 입력과의 차이가 {difference}% 이내입니다.</translation>
    </message>
    <message>
        <source>Look here: 1 place differs from your input, around {x}, {y} px of the result.</source>
        <translation>확인 필요: 1곳이 입력과 다릅니다(결과의 {x}, {y} px 부근).</translation>
    </message>
    <message>
        <source>Look here: {count} places differ from your input, the most around {x}, {y} px of the result.</source>
        <translation>확인 필요: {count}곳이 입력과 다릅니다(차이가 가장 큰 곳: 결과의 {x}, {y} px 부근).</translation>
    </message>
</context>
<context>
    <name>FidelityPanel</name>
    <message>
        <source>Show where</source>
        <translation>위치 표시</translation>
    </message>
    <message>
        <source>Next place</source>
        <translation>다음 위치</translation>
    </message>
    <message>
        <source>Did it change?</source>
        <translation>달라진 곳이 있나요?</translation>
    </message>
    <message>
        <source>Comparing with the input…</source>
        <translation>입력과 비교하는 중…</translation>
    </message>
    <message>
        <source>Nothing yet.</source>
        <translation>아직 없습니다.</translation>
    </message>
    <message>
        <source>It could not be compared with the input.</source>
        <translation>입력과 비교하지 못했습니다.</translation>
    </message>
    <message>
        <source>Proofread letters under {height} px in the input: they can come back as others, and no comparison finds that.</source>
        <translation>입력에서 {height} px보다 작은 글자는 직접 읽어 확인하세요. 다른 글자로 바뀔 수 있으며 비교로는 찾을 수 없습니다.</translation>
    </message>
</context>
<context>
    <name>FineTuneController</name>
    <message>
        <source>Pictures wait until the network has been fine-tuned.</source>
        <translation>신경망의 미세 조정이 끝날 때까지 이미지는 대기합니다.</translation>
    </message>
    <message>
        <source>Stop fine-tuning</source>
        <translation>미세 조정 중지</translation>
    </message>
    <message>
        <source>The network is as it was shipped.</source>
        <translation>신경망이 기본 제공 상태입니다.</translation>
    </message>
    <message>
        <source>Cancelled. The network is as it was.</source>
        <translation>취소했습니다. 신경망은 바뀌지 않았습니다.</translation>
    </message>
    <message>
        <source>Fine-tuning has ended. {outcome}</source>
        <translation>미세 조정이 끝났습니다. {outcome}</translation>
    </message>
</context>
<context>
    <name>FineTuneView</name>
    <message>
        <source>It seldom finds something to learn: in 8 of 70 trials with blurs that the network was not trained on, and in none of 30 with blurs that it was. Those 8 became better by 3 to 10 dB, and none became worse.</source>
        <translation>배울 것이 있는 경우는 드뭅니다. 학습에 없던 흐림으로 한 70번의 시험 중 8번이었고, 학습에 있던 흐림으로 한 30번 중에는 없었습니다. 그 8번은 3~10 dB 좋아졌으며 나빠진 것은 없었습니다.</translation>
    </message>
    <message>
        <source>Adapt to these pictures</source>
        <translation>이 이미지에 맞게 학습</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>취소</translation>
    </message>
    <message>
        <source>Progress of the fine-tuning</source>
        <translation>미세 조정 진행률</translation>
    </message>
    <message>
        <source>Restore this picture again</source>
        <translation>이 이미지 다시 복원</translation>
    </message>
    <message>
        <source>Back to the original</source>
        <translation>원래 신경망으로 되돌리기</translation>
    </message>
    <message>
        <source>Use the network as it was shipped</source>
        <translation>기본 제공 신경망 사용</translation>
    </message>
    <message>
        <source>First open the pictures that it should learn from.</source>
        <translation>먼저 학습에 쓸 이미지를 여세요.</translation>
    </message>
    <message>
        <source>{names} and {count} more</source>
        <translation>{names} 외 {count}개</translation>
    </message>
    <message>
        <source>From the queue: {names}</source>
        <translation>대기열의 이미지: {names}</translation>
    </message>
    <message>
        <source>1 other is not in memory; look at it to include it.</source>
        <translation>다른 1개는 메모리에 없습니다. 열어 보면 포함됩니다.</translation>
    </message>
    <message>
        <source>{count} others are not in memory; look at one to include it.</source>
        <translation>다른 {count}개는 메모리에 없습니다. 하나를 열어 보면 포함됩니다.</translation>
    </message>
    <message>
        <source>Getting ready</source>
        <translation>준비 중</translation>
    </message>
    <message>
        <source>Step {done} of {total}</source>
        <translation>단계 {done}/{total}</translation>
    </message>
    <message>
        <source>Adapted in {steps} steps and {time}. Damaged again, the results now miss your pictures by {after} instead of {before}. It is used until you go back or close Clearmark.</source>
        <translation>학습을 마쳤습니다({steps}단계, {time}). 결과를 다시 손상시켜 비교한 원래 이미지와의 차이가 줄었습니다({before} → {after}). 되돌리거나 Clearmark를 닫을 때까지 이 신경망을 사용합니다.</translation>
    </message>
    <message>
        <source>There was nothing to learn: no blur explains these pictures much better than the network does. It is as it was.</source>
        <translation>배울 것이 없었습니다. 이 이미지들을 신경망보다 훨씬 더 잘 설명하는 흐림이 없습니다. 신경망은 그대로입니다.</translation>
    </message>
    <message>
        <source>Not much better after {steps} steps and {time}: damaged again, the results would miss your pictures by {after} instead of {before}. The original network is used, as before.</source>
        <translation>별로 나아지지 않았습니다({steps}단계, {time}). 결과를 다시 손상시켜 비교한 원래 이미지와의 차이: {before} → {after}. 이전처럼 원래 신경망을 사용합니다.</translation>
    </message>
</context>
<context>
    <name>FormatChoice</name>
    <message>
        <source>Format</source>
        <translation>형식</translation>
    </message>
    <message>
        <source>Lossless</source>
        <translation>무손실</translation>
    </message>
    <message>
        <source>Quality</source>
        <translation>품질</translation>
    </message>
</context>
<context>
    <name>Guide</name>
    <message>
        <source>Clearmark guide</source>
        <translation>Clearmark 사용 설명서</translation>
    </message>
    <message>
        <source>Chapters</source>
        <translation>목차</translation>
    </message>
    <message>
        <source>Shortcuts</source>
        <translation>단축키</translation>
    </message>
    <message>
        <source>Chapter</source>
        <translation>장</translation>
    </message>
</context>
<context>
    <name>Header</name>
    <message>
        <source>More ▾</source>
        <translation>더 보기 ▾</translation>
    </message>
    <message>
        <source>More</source>
        <translation>더 보기</translation>
    </message>
    <message>
        <source>Recent files, preferences, help</source>
        <translation>최근 파일, 환경 설정, 도움말</translation>
    </message>
</context>
<context>
    <name>InputPanel</name>
    <message>
        <source>Format</source>
        <translation>형식</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>크기</translation>
    </message>
    <message>
        <source>Profile</source>
        <translation>프로파일</translation>
    </message>
    <message>
        <source>Print size</source>
        <translation>인쇄 크기</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>입력</translation>
    </message>
    <message>
        <source>Nothing is open yet.</source>
        <translation>아직 열린 이미지가 없습니다.</translation>
    </message>
    <message>
        <source>Recommended: {scale}×</source>
        <translation>권장: {scale}×</translation>
    </message>
    <message>
        <source>transparent</source>
        <translation>투명</translation>
    </message>
    <message>
        <source>{size} px</source>
        <translation>{size} px</translation>
    </message>
    <message>
        <source>none: sRGB assumed</source>
        <translation>없음(sRGB로 간주)</translation>
    </message>
    <message>
        <source>not given</source>
        <translation>정보 없음</translation>
    </message>
</context>
<context>
    <name>InspectionPage</name>
    <message>
        <source>Coarse to fine</source>
        <translation>거칠게→세밀하게</translation>
    </message>
    <message>
        <source>Coarse to fine: what each scale adds</source>
        <translation>거친 단계에서 세밀한 단계로: 크기마다 더하는 것</translation>
    </message>
    <message>
        <source>What it sees</source>
        <translation>보는 것</translation>
    </message>
    <message>
        <source>What the network sees: features as colours</source>
        <translation>신경망이 보는 것: 색으로 나타낸 특징</translation>
    </message>
    <message>
        <source>Where it matters</source>
        <translation>중요한 곳</translation>
    </message>
    <message>
        <source>Where it matters first: regions</source>
        <translation>먼저 중요한 곳: 영역</translation>
    </message>
    <message>
        <source>Learning</source>
        <translation>학습</translation>
    </message>
    <message>
        <source>Learning from your own pictures, without labels</source>
        <translation>내 이미지로 라벨 없이 학습</translation>
    </message>
</context>
<context>
    <name>MenuBar</name>
    <message>
        <source>File</source>
        <translation>파일</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>편집</translation>
    </message>
    <message>
        <source>View</source>
        <translation>보기</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>도움말</translation>
    </message>
</context>
<context>
    <name>MiniMap</name>
    <message>
        <source>Overview</source>
        <translation>내비게이터</translation>
    </message>
    <message>
        <source>Click or drag to look at another part</source>
        <translation>클릭하거나 끌어 다른 부분 보기</translation>
    </message>
</context>
<context>
    <name>MoreMenu</name>
    <message>
        <source>Open recent</source>
        <translation>최근 파일 열기</translation>
    </message>
    <message>
        <source>{name} – {folder}</source>
        <translation>{name} – {folder}</translation>
    </message>
    <message>
        <source>Forget these files</source>
        <translation>목록 지우기</translation>
    </message>
</context>
<context>
    <name>OpenController</name>
    <message>
        <source>Pasted picture</source>
        <translation>붙여넣은 이미지</translation>
    </message>
    <message>
        <source>There is no picture on the clipboard.</source>
        <translation>클립보드에 이미지가 없습니다.</translation>
    </message>
    <message>
        <source>Open pictures</source>
        <translation>이미지 열기</translation>
    </message>
    <message>
        <source>Pictures ({patterns})</source>
        <translation>이미지 ({patterns})</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>모든 파일 (*)</translation>
    </message>
    <message>
        <source>Open a checkpoint of MIMO-UNet</source>
        <translation>MIMO-UNet 체크포인트 열기</translation>
    </message>
    <message>
        <source>Checkpoints ({patterns})</source>
        <translation>체크포인트 ({patterns})</translation>
    </message>
    <message>
        <source>That is a web address, and Clearmark never uses the network: save the picture on this computer first and open the file.</source>
        <translation>웹 주소입니다. Clearmark는 네트워크를 사용하지 않습니다. 먼저 이미지를 이 컴퓨터에 저장한 뒤 그 파일을 여세요.</translation>
    </message>
</context>
<context>
    <name>OutputInfoController</name>
    <message>
        <source>Width of the output on paper</source>
        <translation>종이에 인쇄했을 때 출력의 너비</translation>
    </message>
    <message>
        <source>Width of the output on paper; the file gives no resolution</source>
        <translation>종이에 인쇄했을 때 출력의 너비(파일에 해상도 정보가 없음)</translation>
    </message>
    <message>
        <source>would be {size}</source>
        <translation>{size}에 해당</translation>
    </message>
</context>
<context>
    <name>PapersPage</name>
    <message>
        <source>A link opens in your browser when you click it, and not before.</source>
        <translation>링크는 클릭할 때만 브라우저에서 열립니다.</translation>
    </message>
    <message>
        <source>Copy citation</source>
        <translation>인용 정보 복사</translation>
    </message>
    <message>
        <source>Copy the citation of {name} as BibTeX</source>
        <translation>인용 정보를 BibTeX로 복사: {name}</translation>
    </message>
    <message>
        <source>Copy the address {address}</source>
        <translation>주소 복사: {address}</translation>
    </message>
    <message>
        <source>Copy link</source>
        <translation>링크 복사</translation>
    </message>
</context>
<context>
    <name>Preferences</name>
    <message>
        <source>Preferences</source>
        <translation>환경 설정</translation>
    </message>
    <message>
        <source>General</source>
        <translation>일반</translation>
    </message>
    <message>
        <source>Saving</source>
        <translation>저장</translation>
    </message>
    <message>
        <source>Privacy</source>
        <translation>개인 정보</translation>
    </message>
    <message>
        <source>System theme</source>
        <translation>시스템 설정 사용</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>어둡게</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>밝게</translation>
    </message>
    <message>
        <source>System language</source>
        <translation>시스템 언어</translation>
    </message>
    <message>
        <source>The language changes at the next start.</source>
        <translation>언어는 다음에 시작할 때부터 바뀝니다.</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>테마</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>언어</translation>
    </message>
    <message>
        <source>Where I last saved</source>
        <translation>마지막으로 저장한 곳</translation>
    </message>
    <message>
        <source>Next to the picture</source>
        <translation>이미지가 있는 폴더</translation>
    </message>
    <message>
        <source>Always in this folder</source>
        <translation>항상 이 폴더</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>선택…</translation>
    </message>
    <message>
        <source>Write a receipt next to each result</source>
        <translation>결과마다 처리 기록 저장</translation>
    </message>
    <message>
        <source>A small file (JSON) for your records: hashes of the picture, the result and the model, the settings, the device, and what was noticed.</source>
        <translation>보관용 작은 파일(JSON)입니다. 이미지·결과·모델의 해시, 설정, 장치, 확인된 사항을 기록합니다.</translation>
    </message>
    <message>
        <source>Save in</source>
        <translation>저장 위치</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>폴더</translation>
    </message>
    <message>
        <source>Names</source>
        <translation>파일 이름</translation>
    </message>
    <message>
        <source>{source} becomes {name}</source>
        <translation>{source} → {name}</translation>
    </message>
    <message>
        <source>Clearmark has no network code at all. It sends nothing, downloads nothing, checks for no updates and needs no account; a test of every version proves it. Links in its texts open in your browser, and only when you click them.</source>
        <translation>Clearmark에는 네트워크 코드가 전혀 없습니다. 아무것도 보내거나 받지 않고, 업데이트를 확인하지 않으며, 계정도 없습니다. 버전마다 테스트로 이를 증명합니다. 글 속의 링크는 클릭할 때만 브라우저에서 열립니다.</translation>
    </message>
    <message>
        <source>Forget recent files</source>
        <translation>최근 파일 목록 지우기</translation>
    </message>
    <message>
        <source>Delete leftover queues</source>
        <translation>남은 대기열 삭제</translation>
    </message>
    <message>
        <source>In case of a crash, the queue and its results are kept here while the program runs:</source>
        <translation>비정상 종료로 잃는 것이 없도록, 프로그램이 실행되는 동안 대기열과 결과를 여기에 보관합니다:</translation>
    </message>
    <message>
        <source>Log, for troubleshooting: {folder}</source>
        <translation>오류를 찾기 위한 로그: {folder}</translation>
    </message>
    <message>
        <source>Recent files remembered: {count}</source>
        <translation>기억하고 있는 최근 파일: {count}개</translation>
    </message>
    <message>
        <source>Queues left by earlier runs: {count}</source>
        <translation>이전 실행에서 남은 대기열: {count}개</translation>
    </message>
    <message>
        <source>New pictures</source>
        <translation>새 그림</translation>
    </message>
    <message>
        <source>Every new picture starts with these settings. What you change in the window changes only the picture that is shown.</source>
        <translation>새 그림은 이 설정으로 시작합니다. 창에서 바꾼 설정은 보이는 그림에만 적용됩니다.</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>자동</translation>
    </message>
    <message>
        <source>Scale</source>
        <translation>배율</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>모델</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>장치</translation>
    </message>
    <message>
        <source>Steady: average of two answers</source>
        <translation>안정 모드: 두 답의 평균</translation>
    </message>
</context>
<context>
    <name>PresetMenu</name>
    <message>
        <source>Presets</source>
        <translation>프리셋</translation>
    </message>
    <message>
        <source>Save as preset…</source>
        <translation>프리셋으로 저장…</translation>
    </message>
    <message>
        <source>Add a preset file…</source>
        <translation>프리셋 파일 추가…</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>공유</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>삭제</translation>
    </message>
    <message>
        <source>Save as preset</source>
        <translation>프리셋으로 저장</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>이름</translation>
    </message>
    <message>
        <source>Add a preset</source>
        <translation>프리셋 추가</translation>
    </message>
    <message>
        <source>Share a preset</source>
        <translation>프리셋 공유</translation>
    </message>
    <message>
        <source>Preset “{name}” was saved.</source>
        <translation>“{name}” 프리셋을 저장했습니다.</translation>
    </message>
    <message>
        <source>The preset cannot be written: {reason}.</source>
        <translation>프리셋을 저장할 수 없습니다: {reason}.</translation>
    </message>
</context>
<context>
    <name>QueueController</name>
    <message>
        <source>An earlier queue cannot be read; its files were moved to “{folder}”.</source>
        <translation>이전 대기열을 읽을 수 없습니다. 파일은 “{folder}” 폴더로 옮겼습니다.</translation>
    </message>
    <message>
        <source>{count} more cannot be read and are left out.</source>
        <translation>읽을 수 없는 {count}개는 제외했습니다.</translation>
    </message>
    <message>
        <source>1 more cannot be read and is left out.</source>
        <translation>읽을 수 없는 1개는 제외했습니다.</translation>
    </message>
    <message>
        <source>An earlier queue of 1 picture was kept.</source>
        <translation>이전 대기열이 남아 있습니다(이미지 1개).</translation>
    </message>
    <message>
        <source>An earlier queue was kept, with {waiting} of {total} pictures still to be restored.</source>
        <translation>이전 대기열이 남아 있습니다. 이미지 {total}개 중 {waiting}개를 아직 복원하지 않았습니다.</translation>
    </message>
    <message>
        <source>An earlier queue of {total} pictures was kept.</source>
        <translation>이전 대기열이 남아 있습니다(이미지 {total}개).</translation>
    </message>
    <message>
        <source>Bring them back</source>
        <translation>다시 불러오기</translation>
    </message>
    <message>
        <source>Another window has brought this queue back.</source>
        <translation>다른 창에서 이 대기열을 이미 다시 불러왔습니다.</translation>
    </message>
    <message>
        <source>They cannot be brought back now: {reason}.</source>
        <translation>지금은 다시 불러올 수 없습니다: {reason}.</translation>
    </message>
    <message>
        <source>“{name}” was removed.</source>
        <translation>“{name}” 항목을 제거했습니다.</translation>
    </message>
    <message>
        <source>{count} pictures were removed.</source>
        <translation>이미지 {count}개를 제거했습니다.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>실행 취소</translation>
    </message>
    <message>
        <source>The queue has finished: {done} of {total} pictures are restored.</source>
        <translation>대기열을 마쳤습니다. 이미지 {total}개 중 {done}개를 복원했습니다.</translation>
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
        <translation>타일 {done}/{total}</translation>
    </message>
    <message>
        <source>done · {time}</source>
        <translation>완료 · {time}</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>대기 중</translation>
    </message>
    <message>
        <source>reading</source>
        <translation>읽는 중</translation>
    </message>
    <message>
        <source>getting ready</source>
        <translation>준비 중</translation>
    </message>
    <message>
        <source>restoring</source>
        <translation>복원 중</translation>
    </message>
    <message>
        <source>done</source>
        <translation>완료</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>취소됨</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>실패</translation>
    </message>
    <message>
        <source>done earlier</source>
        <translation>이전에 완료됨</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>일시 정지됨</translation>
    </message>
    <message>
        <source>partly restored</source>
        <translation>일부만 복원됨</translation>
    </message>
    <message>
        <source>not restored</source>
        <translation>복원되지 않음</translation>
    </message>
    <message>
        <source>Click to start it again.</source>
        <translation>클릭하면 다시 시작합니다.</translation>
    </message>
    <message>
        <source>Its result is kept. Click to look at it.</source>
        <translation>결과가 보관되어 있습니다. 클릭하면 볼 수 있습니다.</translation>
    </message>
    <message>
        <source>Its result was dropped to free memory. Click to restore it again.</source>
        <translation>다른 이미지에 메모리를 내주어 결과가 비워졌습니다. 클릭하면 다시 복원합니다.</translation>
    </message>
    <message>
        <source>one answer</source>
        <translation>답 하나</translation>
    </message>
</context>
<context>
    <name>QueuePanel</name>
    <message>
        <source>Queue</source>
        <translation>대기열</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>일시 정지</translation>
    </message>
    <message>
        <source>Pause the work; what is done is kept</source>
        <translation>작업을 잠시 멈춤. 완료된 결과는 그대로 남습니다</translation>
    </message>
    <message>
        <source>Export all…</source>
        <translation>모두 내보내기…</translation>
    </message>
    <message>
        <source>Save all results, with a preview of their names</source>
        <translation>파일 이름을 미리 보고 모든 결과 저장</translation>
    </message>
    <message>
        <source>Pictures that you drop wait here.</source>
        <translation>끌어다 놓은 이미지가 여기서 대기합니다.</translation>
    </message>
    <message>
        <source>{done} of {total} done</source>
        <translation>{total}개 중 {done}개 완료</translation>
    </message>
    <message>
        <source>{count} not restored</source>
        <translation>{count}개는 복원되지 않음</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>일시 정지됨</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>계속</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>취소</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>다시 시도</translation>
    </message>
    <message>
        <source>Restore now</source>
        <translation>지금 복원</translation>
    </message>
    <message>
        <source>Move to the top</source>
        <translation>맨 위로 이동</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>위로 이동</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>아래로 이동</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>제거</translation>
    </message>
    <message>
        <source>Remove all</source>
        <translation>모두 제거</translation>
    </message>
</context>
<context>
    <name>RegionsView</name>
    <message>
        <source>Show on the picture</source>
        <translation>이미지에 표시</translation>
    </message>
    <message>
        <source>Restore these again, steadily</source>
        <translation>이 영역을 안정 모드로 다시 복원</translation>
    </message>
    <message>
        <source>Averages two answers, in about twice the time; flat places are skipped</source>
        <translation>두 답의 평균을 냅니다. 시간은 약 2배이며, 단색 영역은 건너뜁니다</translation>
    </message>
    <message>
        <source>No picture yet</source>
        <translation>아직 이미지가 없습니다</translation>
    </message>
    <message>
        <source>Your picture, enlarged</source>
        <translation>확대한 내 이미지</translation>
    </message>
    <message>
        <source>{share} % of the picture</source>
        <translation>이미지의 {share}%</translation>
    </message>
    <message>
        <source>Regions</source>
        <translation>영역</translation>
    </message>
    <message>
        <source>Area</source>
        <translation>면적</translation>
    </message>
    <message>
        <source>Coarse pass</source>
        <translation>대략 처리</translation>
    </message>
</context>
<context>
    <name>RestorePanel</name>
    <message>
        <source>Sharpen only, same size</source>
        <translation>크기는 그대로, 선명하게만</translation>
    </message>
    <message>
        <source>Twice as wide and high</source>
        <translation>가로세로 2배</translation>
    </message>
    <message>
        <source>Four times as wide and high, in two passes</source>
        <translation>가로세로 4배(2회 처리)</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>자동</translation>
    </message>
    <message>
        <source>Open a checkpoint…</source>
        <translation>체크포인트 열기…</translation>
    </message>
    <message>
        <source>Steady: average of two answers</source>
        <translation>안정 모드: 두 답의 평균</translation>
    </message>
    <message>
        <source>Restores the picture and its negative, and averages both.
Measured: pictures come 0.2 dB closer to the truth, and 2 in 100 misread letters are
read right. Without it a picture takes half the time.</source>
        <translation>이미지와 그 네거티브(반전 이미지)를 복원하여 평균을 냅니다.
측정 결과: 원본에 0.2 dB 더 가까워지고, 잘못 읽히던 글자 100자 중
2자가 바르게 읽힙니다. 끄면 시간이 절반으로 줄어듭니다.</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>복원</translation>
    </message>
    <message>
        <source>Scale</source>
        <translation>배율</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>모델</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>장치</translation>
    </message>
    <message>
        <source>the fastest one</source>
        <translation>가장 빠른 장치</translation>
    </message>
    <message>
        <source>Automatic uses {device}</source>
        <translation>자동 선택: {device}</translation>
    </message>
    <message>
        <source>about 2× the time</source>
        <translation>시간 약 2배</translation>
    </message>
    <message>
        <source>about 2× the time (≈ {time})</source>
        <translation>시간 약 2배(≈ {time})</translation>
    </message>
    <message>
        <source>Automatic uses {model}</source>
        <translation>자동 선택: {model}</translation>
    </message>
    <message>
        <source>Apply to all waiting</source>
        <translation>대기 중인 모두에 적용</translation>
    </message>
    <message>
        <source>Give these settings to every picture that waits</source>
        <translation>대기 중인 모든 그림을 이 설정으로 합니다</translation>
    </message>
</context>
<context>
    <name>ScalesView</name>
    <message>
        <source>From coarse to fine</source>
        <translation>거친 단계에서 세밀한 단계로</translation>
    </message>
    <message>
        <source>Enlarged</source>
        <translation>확대</translation>
    </message>
    <message>
        <source>Quarter size</source>
        <translation>1/4 크기</translation>
    </message>
    <message>
        <source>Half size</source>
        <translation>1/2 크기</translation>
    </message>
    <message>
        <source>Full size</source>
        <translation>전체 크기</translation>
    </message>
    <message>
        <source>What enters the network</source>
        <translation>신경망에 들어가는 이미지</translation>
    </message>
    <message>
        <source>The enlarged picture, before the network</source>
        <translation>신경망을 거치기 전의 확대한 이미지</translation>
    </message>
    <message>
        <source>Output at a quarter of the size</source>
        <translation>1/4 크기의 출력</translation>
    </message>
    <message>
        <source>Output at half the size</source>
        <translation>1/2 크기의 출력</translation>
    </message>
    <message>
        <source>Output at full size</source>
        <translation>전체 크기의 출력</translation>
    </message>
    <message>
        <source>Nothing is added yet</source>
        <translation>아직 더한 것 없음</translation>
    </message>
    <message>
        <source>No picture yet</source>
        <translation>아직 이미지가 없습니다</translation>
    </message>
    <message>
        <source>Not looked at yet</source>
        <translation>아직 살펴보지 않았습니다</translation>
    </message>
    <message>
        <source>The residual that was added</source>
        <translation>더한 잔차</translation>
    </message>
    <message>
        <source>The residual that was added, amplified {gain}×</source>
        <translation>더한 잔차({gain}배 증폭)</translation>
    </message>
</context>
<context>
    <name>Sentences</name>
    <message>
        <source>“{name}” is a Photoshop file with 32 bits per channel: save it with 8 or 16 bits per channel, or as TIFF or PNG, and open that.</source>
        <translation>“{name}” 파일은 채널당 32비트 Photoshop 파일입니다. 채널당 8비트나 16비트로, 또는 TIFF나 PNG로 저장한 뒤 그 파일을 여세요.</translation>
    </message>
    <message>
        <source>“{name}” is a Photoshop file of single inks: save it in RGB or CMYK and open that.</source>
        <translation>“{name}” 파일은 별색만 있는 Photoshop 파일입니다. RGB 또는 CMYK로 저장한 뒤 그 파일을 여세요.</translation>
    </message>
    <message>
        <source>“{name}” is a Photoshop file without a picture of all its layers: save it again with “Maximize Compatibility”, or as PNG, and open that.</source>
        <translation>“{name}” 파일은 모든 레이어를 합친 이미지가 없는 Photoshop 파일입니다. “호환성 최대화”를 켜고 다시 저장하거나 PNG로 저장한 뒤 그 파일을 여세요.</translation>
    </message>
    <message>
        <source>Its transparency could not be read: it was put on white.</source>
        <translation>투명도를 읽을 수 없어 흰색 배경 위에 놓았습니다.</translation>
    </message>
    <message>
        <source>It is a duotone: its inks were left out and it was read as grey.</source>
        <translation>이중톤 이미지입니다. 잉크 색은 제외하고 회색조로 읽었습니다.</translation>
    </message>
    <message>
        <source>Its CMYK values were read as inverted, as usual; the file does not say.</source>
        <translation>파일에 정보가 없어, 일반적인 방식대로 CMYK 값이 반전된 것으로 읽었습니다.</translation>
    </message>
    <message>
        <source>Its {bits} bits per channel were reduced to 8.</source>
        <translation>채널당 {bits}비트를 8비트로 줄였습니다.</translation>
    </message>
    <message>
        <source>Its 32-bit values were reduced to 8 bits.</source>
        <translation>32비트 값을 8비트로 줄였습니다.</translation>
    </message>
    <message>
        <source>Its 32-bit values from {low:g} to {high:g} were stretched to 8 bits.</source>
        <translation>32비트 값의 범위({low:g}–{high:g})를 8비트에 맞췄습니다.</translation>
    </message>
    <message>
        <source>Its CMYK colours were converted to sRGB by {profile}.</source>
        <translation>CMYK 색상을 sRGB로 변환했습니다(프로파일: {profile}).</translation>
    </message>
    <message>
        <source>Its grey values were converted to sRGB by {profile}.</source>
        <translation>회색 음영을 sRGB로 변환했습니다(프로파일: {profile}).</translation>
    </message>
    <message>
        <source>Its CMYK colours have no usable profile, so the conversion is approximate.</source>
        <translation>CMYK 색상에 쓸 수 있는 프로파일이 없어 대략적으로 변환했습니다.</translation>
    </message>
    <message>
        <source>Its Lab colours were converted to sRGB.</source>
        <translation>Lab 색상을 sRGB로 변환했습니다.</translation>
    </message>
    <message>
        <source>Its HDR brightness cannot be read here, so its colours may look wrong.</source>
        <translation>HDR 밝기는 여기서 읽을 수 없어 색상이 다르게 보일 수 있습니다.</translation>
    </message>
    <message>
        <source>Its colour profile does not fit and was left out; sRGB is assumed.</source>
        <translation>색상 프로파일이 맞지 않아 제외하고 sRGB로 간주했습니다.</translation>
    </message>
    <message>
        <source>“{name}” is a folder, not a picture.</source>
        <translation>“{name}” 항목은 이미지가 아니라 폴더입니다.</translation>
    </message>
    <message>
        <source>“{name}” is a device, not a picture file.</source>
        <translation>“{name}” 항목은 이미지 파일이 아니라 장치입니다.</translation>
    </message>
    <message>
        <source>“{name}” is too large: {size:.1f} GB, and the limit is 1 GB.</source>
        <translation>“{name}” 파일이 너무 큽니다({size:.1f} GB). 1 GB까지 열 수 있습니다.</translation>
    </message>
    <message>
        <source>“{name}” is not a possible file name.</source>
        <translation>사용할 수 없는 파일 이름입니다: “{name}”.</translation>
    </message>
    <message>
        <source>“{name}” takes over two minutes to read, so it was given up: save it as PNG or JPEG and open that.</source>
        <translation>“{name}” 파일을 읽는 데 2분이 넘게 걸려 그만두었습니다. PNG나 JPEG로 저장한 뒤 그 파일을 여세요.</translation>
    </message>
    <message>
        <source>A part of its metadata is damaged or too large and was left out.</source>
        <translation>메타데이터 일부가 손상되었거나 너무 커서 제외했습니다.</translation>
    </message>
    <message>
        <source>The file ends too early: its last rows may be wrong.</source>
        <translation>파일이 일찍 끝나서 마지막 몇 줄은 잘못되었을 수 있습니다.</translation>
    </message>
    <message>
        <source>“{name}” is a folder, so no picture can be written there.</source>
        <translation>“{name}” 항목은 폴더이므로 그 이름으로 이미지를 저장할 수 없습니다.</translation>
    </message>
    <message>
        <source>“{name}” is the original, which is never overwritten: choose another name.</source>
        <translation>“{name}” 파일은 원본이므로 덮어쓰지 않습니다. 다른 이름을 선택하세요.</translation>
    </message>
    <message>
        <source>“{name}” is a device, so no picture can be written there.</source>
        <translation>“{name}” 항목은 장치이므로 그 이름으로 이미지를 저장할 수 없습니다.</translation>
    </message>
    <message>
        <source>“{name}” is write-protected, so it was not replaced.</source>
        <translation>“{name}” 파일은 쓰기 금지되어 있어 바꾸지 않았습니다.</translation>
    </message>
    <message>
        <source>“{name}” is empty.</source>
        <translation>“{name}” 파일은 비어 있습니다.</translation>
    </message>
    <message>
        <source>“{name}” is a HEIC photo, which cannot be read here: save it as PNG or JPEG and open that.</source>
        <translation>“{name}” 파일은 여기서 읽을 수 없는 HEIC 사진입니다. PNG 또는 JPEG로 저장한 뒤 그 파일을 여세요.</translation>
    </message>
    <message>
        <source>“{name}” has too many pixels: the limit is {limit} megapixels.</source>
        <translation>“{name}” 이미지의 픽셀이 너무 많습니다. {limit}메가픽셀까지 열 수 있습니다.</translation>
    </message>
    <message>
        <source>“{name}” begins like a {kind} file but is incomplete or damaged.</source>
        <translation>“{name}” 파일은 {kind} 형식으로 시작하지만 불완전하거나 손상되었습니다.</translation>
    </message>
    <message>
        <source>“{name}” is not a picture in a format that can be read here.</source>
        <translation>“{name}” 파일은 여기서 읽을 수 있는 이미지 형식이 아닙니다.</translation>
    </message>
    <message>
        <source>“{name}” is incomplete: the file ends too early, so its picture cannot be read.</source>
        <translation>“{name}” 파일이 중간에 끊겨 이미지를 읽을 수 없습니다.</translation>
    </message>
    <message>
        <source>“{name}” is damaged or incomplete, so its picture cannot be read.</source>
        <translation>“{name}” 파일이 손상되었거나 불완전하여 이미지를 읽을 수 없습니다.</translation>
    </message>
    <message>
        <source>“{name}” does not fit into the memory of this computer.</source>
        <translation>“{name}” 이미지를 열기에는 이 컴퓨터의 메모리가 부족합니다.</translation>
    </message>
    <message>
        <source>“{name}” has too many pixels: {width} × {height}, and the limit is {limit} megapixels.</source>
        <translation>“{name}” 이미지의 픽셀이 너무 많습니다({width} × {height}). {limit}메가픽셀까지 열 수 있습니다.</translation>
    </message>
    <message>
        <source>“{name}” does not exist.</source>
        <translation>“{name}” 파일이 없습니다.</translation>
    </message>
    <message>
        <source>“{name}” cannot be read: you have no permission.</source>
        <translation>“{name}” 파일을 읽을 권한이 없습니다.</translation>
    </message>
    <message>
        <source>“{name}” does not exist: its folder is a file.</source>
        <translation>“{name}” 파일이 없습니다. 폴더여야 할 경로가 파일입니다.</translation>
    </message>
    <message>
        <source>“{name}” is a link that leads in a circle.</source>
        <translation>“{name}” 링크가 자기 자신으로 되돌아옵니다.</translation>
    </message>
    <message>
        <source>“{name}” cannot be read: {reason}.</source>
        <translation>“{name}” 파일을 읽을 수 없습니다: {reason}.</translation>
    </message>
    <message>
        <source>Its metadata is damaged and was left out.</source>
        <translation>메타데이터가 손상되어 제외했습니다.</translation>
    </message>
    <message>
        <source>Only the largest of its {count} sizes was read.</source>
        <translation>{count}가지 크기 중 가장 큰 것만 읽었습니다.</translation>
    </message>
    <message>
        <source>Only its first frame was read.</source>
        <translation>첫 프레임만 읽었습니다.</translation>
    </message>
    <message>
        <source>Its layers were read as one flat picture.</source>
        <translation>레이어를 하나의 병합된 이미지로 읽었습니다.</translation>
    </message>
    <message>
        <source>Only the main one of its {count} pictures was read.</source>
        <translation>이미지 {count}개 중 주 이미지만 읽었습니다.</translation>
    </message>
    <message>
        <source>Only the first of more than {count} pages was read.</source>
        <translation>{count}페이지가 넘는 파일에서 첫 페이지만 읽었습니다.</translation>
    </message>
    <message>
        <source>Only the first of its {count} pages was read.</source>
        <translation>{count}페이지 중 첫 페이지만 읽었습니다.</translation>
    </message>
    <message>
        <source>Only the first of its {count} frames was read.</source>
        <translation>프레임 {count}개 중 첫 프레임만 읽었습니다.</translation>
    </message>
    <message>
        <source>“{name}” is an SVG drawing: a vector file already, which stays sharp at every size and needs no restoring.</source>
        <translation>“{name}” 파일은 SVG 드로잉입니다. 이미 벡터 파일이므로 어떤 크기에서도 선명하며 복원할 필요가 없습니다.</translation>
    </message>
    <message>
        <source>“{name}” is a PDF or Illustrator document, most likely a vector file already: export it as SVG to use its shapes, or as PNG if it only holds a scan, and open the PNG.</source>
        <translation>“{name}” 파일은 PDF 또는 Illustrator 문서이며, 이미 벡터 파일일 가능성이 큽니다. 도형을 사용하려면 SVG로 내보내고, 스캔 이미지뿐이라면 PNG로 내보낸 뒤 그 PNG를 여세요.</translation>
    </message>
    <message>
        <source>“{name}” is a PostScript, EPS or Illustrator drawing, a vector file already: export it as SVG to use its shapes, or as PNG to open it here.</source>
        <translation>“{name}” 파일은 PostScript, EPS 또는 Illustrator 드로잉이며 이미 벡터 파일입니다. 도형을 사용하려면 SVG로, 여기서 열려면 PNG로 내보내세요.</translation>
    </message>
    <message>
        <source>“{name}” cannot be read: the clipboard holds no picture.</source>
        <translation>“{name}” 항목을 읽을 수 없습니다. 클립보드에 이미지가 없습니다.</translation>
    </message>
    <message>
        <source>“{name}” would have {size} megapixels at {scale}×; the limit is {limit}.</source>
        <translation>“{name}” 이미지는 {scale}배에서 {size}메가픽셀이 됩니다. 한도는 {limit}메가픽셀입니다.</translation>
    </message>
    <message>
        <source>This computer does not have enough free memory for it.</source>
        <translation>이 컴퓨터에 남은 메모리가 부족합니다.</translation>
    </message>
    <message>
        <source>Something unexpected went wrong: {reason}</source>
        <translation>예상하지 못한 오류가 발생했습니다: {reason}</translation>
    </message>
    <message>
        <source>“{name}” is saved, but there is no receipt: {reason}</source>
        <translation>“{name}” 파일은 저장했지만 처리 기록은 저장하지 못했습니다: {reason}</translation>
    </message>
    <message>
        <source>“{name}” has changed since it was opened.</source>
        <translation>“{name}” 파일이 열린 뒤에 변경되었습니다.</translation>
    </message>
    <message>
        <source>The kept result of “{name}” is gone; it has to be restored again.</source>
        <translation>“{name}” 이미지의 보관된 결과가 없어졌습니다. 다시 복원해야 합니다.</translation>
    </message>
    <message>
        <source>“{name}” is not a preset of Clearmark.</source>
        <translation>“{name}” 파일은 Clearmark 프리셋이 아닙니다.</translation>
    </message>
    <message>
        <source>The naming pattern is empty; a usual one is {pattern}.</source>
        <translation>이름 패턴이 비어 있습니다. 기본 패턴: {pattern}.</translation>
    </message>
    <message>
        <source>There is no field {field} in naming patterns; there are {known}.</source>
        <translation>이름 패턴에 없는 항목입니다: {field}. 사용할 수 있는 항목: {known}.</translation>
    </message>
    <message>
        <source>A brace in the naming pattern has no partner.</source>
        <translation>이름 패턴의 중괄호에 짝이 없습니다.</translation>
    </message>
    <message>
        <source>A file name cannot contain “{letter}”; change the pattern.</source>
        <translation>파일 이름에 쓸 수 없는 문자가 있습니다: “{letter}”. 패턴을 바꾸세요.</translation>
    </message>
    <message>
        <source>A file name cannot contain a control character; change the pattern.</source>
        <translation>파일 이름에 제어 문자를 쓸 수 없습니다. 패턴을 바꾸세요.</translation>
    </message>
    <message>
        <source>A picture of {size} pixels is too large to be traced: the limit is {limit} megapixels.</source>
        <translation>{size}픽셀 이미지는 너무 커서 추적할 수 없습니다. 한도는 {limit}메가픽셀입니다.</translation>
    </message>
    <message>
        <source>The picture cannot be traced: {reason}.</source>
        <translation>이미지를 추적할 수 없습니다: {reason}.</translation>
    </message>
    <message>
        <source>The picture is transparent all over, so there is nothing to trace.</source>
        <translation>이미지 전체가 투명하여 추적할 것이 없습니다.</translation>
    </message>
    <message>
        <source>The picture cannot be traced: the tracer gave up.</source>
        <translation>이미지를 추적할 수 없습니다. 추적기가 중단했습니다.</translation>
    </message>
    <message>
        <source>The tracer stopped unexpectedly, perhaps for lack of memory; try fewer colours.</source>
        <translation>추적기가 예기치 않게 멈췄습니다. 메모리 부족 때문일 수 있으니 색상 수를 줄여 보세요.</translation>
    </message>
    <message>
        <source>“{word}” is not a colour: write six digits, as in #0A84FF.</source>
        <translation>“{word}” 값은 색상이 아닙니다. #0A84FF처럼 여섯 자리로 입력하세요.</translation>
    </message>
    <message>
        <source>That is {count} colours; the limit is {limit}.</source>
        <translation>색상이 {count}개입니다. {limit}개까지 쓸 수 있습니다.</translation>
    </message>
    <message>
        <source>“{name}” already exists, so it was not written.</source>
        <translation>“{name}” 파일이 이미 있어 저장하지 않았습니다.</translation>
    </message>
    <message>
        <source>“{name}” was not written: {reason}.</source>
        <translation>“{name}” 파일을 저장하지 못했습니다: {reason}.</translation>
    </message>
    <message>
        <source>the disk is full</source>
        <translation>디스크가 가득 참</translation>
    </message>
    <message>
        <source>this disk does not allow files so large</source>
        <translation>이 디스크에는 이렇게 큰 파일을 저장할 수 없음</translation>
    </message>
    <message>
        <source>the disk is read-only</source>
        <translation>읽기 전용 디스크</translation>
    </message>
    <message>
        <source>the name is too long</source>
        <translation>이름이 너무 긺</translation>
    </message>
    <message>
        <source>the folder “{folder}” does not exist</source>
        <translation>“{folder}” 폴더가 없음</translation>
    </message>
    <message>
        <source>you may not write in the folder “{folder}”, or another program has the file open</source>
        <translation>“{folder}” 폴더에 쓸 권한이 없거나 다른 프로그램이 파일을 열고 있음</translation>
    </message>
    <message>
        <source>“{name}” was not written: the memory is full.</source>
        <translation>“{name}” 파일을 저장하지 못했습니다. 메모리가 부족합니다.</translation>
    </message>
    <message>
        <source>“{name}” cannot be stored as {format}: {reason}.</source>
        <translation>“{name}” 이미지를 {format} 형식으로 저장할 수 없습니다: {reason}.</translation>
    </message>
    <message>
        <source>“{name}” was not written: {format} ends at {limit} pixels per side, and this picture is {size}.</source>
        <translation>“{name}” 파일을 저장하지 못했습니다. {format} 형식은 한 변이 {limit}픽셀까지인데 이 이미지는 {size}픽셀입니다.</translation>
    </message>
    <message>
        <source>“{name}” was not written: programs read AVIF up to {limit} megapixels, and this picture is {size}.</source>
        <translation>“{name}” 파일을 저장하지 못했습니다. AVIF는 {limit}메가픽셀까지 읽을 수 있는데 이 이미지는 {size}메가픽셀입니다.</translation>
    </message>
    <message>
        <source>“{name}” was not written: the Pillow of this computer lacks AVIF.</source>
        <translation>“{name}” 파일을 저장하지 못했습니다. 이 컴퓨터의 Pillow가 AVIF를 지원하지 않습니다.</translation>
    </message>
    <message>
        <source>“{name}” was not written: TIFF ends at 4 GB, and this picture is {size} pixels; PNG can hold it.</source>
        <translation>“{name}” 파일을 저장하지 못했습니다. TIFF는 4 GB까지인데 이 이미지는 {size}픽셀입니다. PNG로는 저장할 수 있습니다.</translation>
    </message>
    <message>
        <source>Nothing matches “{pattern}”.</source>
        <translation>“{pattern}”와(과) 일치하는 항목이 없습니다.</translation>
    </message>
    <message>
        <source>“{folder}” holds no pictures.</source>
        <translation>“{folder}” 폴더에 이미지가 없습니다.</translation>
    </message>
    <message>
        <source>“{folder}” cannot be searched: {reason}.</source>
        <translation>“{folder}” 폴더를 검색할 수 없습니다: {reason}.</translation>
    </message>
    <message>
        <source>“{name}” does not hold the weights of a MIMO-UNet.</source>
        <translation>“{name}” 파일에 MIMO-UNet의 가중치가 없습니다.</translation>
    </message>
    <message>
        <source>“{name}” holds weights that are not finite numbers.</source>
        <translation>“{name}” 파일에 유한한 수가 아닌 가중치가 있습니다.</translation>
    </message>
    <message>
        <source>“{name}” has {size} MiB, more than any MIMO-UNet needs.</source>
        <translation>“{name}” 파일은 {size} MiB로, MIMO-UNet에 필요한 크기를 넘습니다.</translation>
    </message>
    <message>
        <source>The model file “{path}” is missing.</source>
        <translation>모델 파일 “{path}”이(가) 없습니다.</translation>
    </message>
    <message>
        <source>“{name}” holds more than weights, or is damaged; it was not loaded.</source>
        <translation>“{name}” 파일에 가중치 이외의 것이 들어 있거나 파일이 손상되어 불러오지 않았습니다.</translation>
    </message>
    <message>
        <source>“{name}” cannot be read as a model file.</source>
        <translation>“{name}” 파일을 모델 파일로 읽을 수 없습니다.</translation>
    </message>
    <message>
        <source>This machine has no device “{name}”; it has {offered}.</source>
        <translation>이 컴퓨터에는 “{name}” 장치가 없습니다. 사용할 수 있는 장치: {offered}.</translation>
    </message>
    <message>
        <source>The best; trained for logos and text.</source>
        <translation>가장 좋습니다. 로고와 글자에 맞게 학습했습니다.</translation>
    </message>
    <message>
        <source>Twice as fast; trained for logos and text.</source>
        <translation>두 배 빠릅니다. 로고와 글자에 맞게 학습했습니다.</translation>
    </message>
    <message>
        <source>The model file “{name}” is not the one that was shipped; please install Clearmark again.</source>
        <translation>“{name}” 모델 파일이 함께 제공된 파일이 아닙니다. Clearmark를 다시 설치하세요.</translation>
    </message>
    <message>
        <source>There is not enough memory on {device}; please close other programs.</source>
        <translation>{device}의 메모리가 부족합니다. 다른 프로그램을 닫으세요.</translation>
    </message>
    <message>
        <source>There is not enough memory on {device}; please close other programs, or choose the CPU.</source>
        <translation>{device}의 메모리가 부족합니다. 다른 프로그램을 닫거나 CPU를 선택하세요.</translation>
    </message>
    <message>
        <source>{device} stopped working; please choose the CPU, or restart the program.</source>
        <translation>{device} 장치가 작동을 멈췄습니다. CPU를 선택하거나 프로그램을 다시 시작하세요.</translation>
    </message>
    <message>
        <source>Colours cannot be converted to this picture&apos;s profile “{profile}”: convert the picture to sRGB first.</source>
        <translation>이 이미지의 프로파일 “{profile}”(으)로는 색상을 변환할 수 없습니다. 먼저 이미지를 sRGB로 변환하세요.</translation>
    </message>
    <message>
        <source>This picture&apos;s profile “{profile}” has no {colour}: convert the picture to sRGB first.</source>
        <translation>이 이미지의 프로파일 “{profile}”에는 {colour} 색상이 없습니다. 먼저 이미지를 sRGB로 변환하세요.</translation>
    </message>
    <message>
        <source>Its IPTC data is kept in JPEG and TIFF; other formats keep its author, copyright and description.</source>
        <translation>IPTC 데이터는 JPEG와 TIFF에 유지되며, 다른 형식에는 작성자, 저작권, 설명만 유지됩니다.</translation>
    </message>
    <message>
        <source>Its texts are kept in PNG only: {keywords}.</source>
        <translation>다음 텍스트는 PNG에만 유지됩니다: {keywords}.</translation>
    </message>
    <message>
        <source>“{name}” is a {kind}, a rare kind that cannot be read here: save it as PNG or as an ordinary {format} in RGB with 8 bits per channel, and open that.</source>
        <translation>“{name}” 파일은 {kind}라는 드문 종류라서 여기서 읽을 수 없습니다. PNG 또는 채널당 8비트 RGB의 일반 {format}로 저장한 뒤 그 파일을 여세요.</translation>
    </message>
</context>
<context>
    <name>StartPage</name>
    <message>
        <source>Drop a logo, paste, or open</source>
        <translation>로고를 끌어다 놓거나, 붙여넣거나, 여세요</translation>
    </message>
    <message>
        <source>It is enlarged and sharpened here.</source>
        <translation>여기서 확대하고 선명하게 만듭니다.</translation>
    </message>
    <message>
        <source>Nothing leaves this computer.</source>
        <translation>어떤 데이터도 이 컴퓨터 밖으로 나가지 않습니다.</translation>
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
        <translation>또는 샘플 사용해 보기</translation>
    </message>
    <message>
        <source>Try {name}</source>
        <translation>{name} 사용해 보기</translation>
    </message>
    <message>
        <source>Sample {name}</source>
        <translation>샘플 {name}</translation>
    </message>
</context>
<context>
    <name>StatusBar</name>
    <message>
        <source>offline</source>
        <translation>오프라인</translation>
    </message>
    <message>
        <source>Clearmark never uses the network. Links open in your browser.</source>
        <translation>Clearmark는 네트워크를 전혀 사용하지 않습니다. 링크는 브라우저에서 열립니다.</translation>
    </message>
    <message>
        <source>x {x}  y {y}</source>
        <translation>x {x}  y {y}</translation>
    </message>
    <message>
        <source>opacity {percent} %</source>
        <translation>불투명도 {percent} %</translation>
    </message>
    <message>
        <source>network not loaded yet</source>
        <translation>신경망을 아직 불러오지 않음</translation>
    </message>
</context>
<context>
    <name>SvgPanel</name>
    <message>
        <source>Automatic</source>
        <translation>자동</translation>
    </message>
    <message>
        <source>{count} at most</source>
        <translation>최대 {count}색</translation>
    </message>
    <message>
        <source>Automatic takes those of the flat places</source>
        <translation>자동은 단색 영역의 색상을 사용합니다</translation>
    </message>
    <message>
        <source>Smaller patches join what is around them</source>
        <translation>이보다 작은 조각은 주변에 합쳐집니다</translation>
    </message>
    <message>
        <source>Sharper bends stay corners, others become curves</source>
        <translation>이보다 급하게 꺾인 곳은 모퉁이로 남고, 나머지는 곡선이 됩니다</translation>
    </message>
    <message>
        <source>Curves</source>
        <translation>곡선</translation>
    </message>
    <message>
        <source>Edges are curves, as letters and logos have them</source>
        <translation>가장자리를 글자나 로고처럼 곡선으로 그림</translation>
    </message>
    <message>
        <source>Straight</source>
        <translation>직선</translation>
    </message>
    <message>
        <source>Edges are straight lines</source>
        <translation>가장자리를 직선으로 그림</translation>
    </message>
    <message>
        <source>Stacked</source>
        <translation>겹치기</translation>
    </message>
    <message>
        <source>Shapes lie on each other, so there are no gaps</source>
        <translation>도형을 겹쳐 틈이 생기지 않음</translation>
    </message>
    <message>
        <source>Cut out</source>
        <translation>오려내기</translation>
    </message>
    <message>
        <source>Shapes lie side by side, as plotters need them</source>
        <translation>도형을 겹치지 않게 배치(커팅 플로터용)</translation>
    </message>
    <message>
        <source>Show the outline</source>
        <translation>윤곽선 표시</translation>
    </message>
    <message>
        <source>Root mean square over all pixels, on white and on black; 0 means equal</source>
        <translation>흰색과 검은색 배경에서 모든 픽셀의 차이를 제곱평균제곱근(RMS)으로 나타냅니다. 0이면 같습니다</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>다시 시도</translation>
    </message>
    <message>
        <source>Such as 42 mm, 4.2 cm or 1.65 in; empty keeps the size</source>
        <translation>예: 42 mm, 4.2 cm, 1.65 in. 비워 두면 크기를 유지합니다</translation>
    </message>
    <message>
        <source>Export SVG…</source>
        <translation>SVG 내보내기…</translation>
    </message>
    <message>
        <source>Shapes</source>
        <translation>도형</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>색상</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>시간</translation>
    </message>
    <message>
        <source>Corners</source>
        <translation>모퉁이</translation>
    </message>
    <message>
        <source>Detail</source>
        <translation>세부</translation>
    </message>
    <message>
        <source>Edges</source>
        <translation>가장자리</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>겹침 방식</translation>
    </message>
    <message>
        <source>Traced</source>
        <translation>추적 결과</translation>
    </message>
    <message>
        <source>Print width</source>
        <translation>인쇄 너비</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>크기</translation>
    </message>
    <message>
        <source>Smallest shape</source>
        <translation>가장 작은 도형</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>닫기 (Esc)</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>닫기</translation>
    </message>
    <message>
        <source>Export as SVG</source>
        <translation>SVG로 내보내기</translation>
    </message>
    <message>
        <source>Tracing…</source>
        <translation>추적 중…</translation>
    </message>
    <message>
        <source>{seconds} s</source>
        <translation>{seconds}초</translation>
    </message>
    <message>
        <source>Differs from the restored picture by {distance} of 255 (RMS).</source>
        <translation>복원한 이미지와의 차이: 255단계 중 {distance}(RMS).</translation>
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
        <translation>추적기를 시작할 수 없습니다: {reason}.</translation>
    </message>
</context>
<context>
    <name>TaskPage</name>
    <message>
        <source>What is done to your picture</source>
        <translation>이미지에 하는 작업</translation>
    </message>
    <message>
        <source>Enlarged, before the network</source>
        <translation>확대(신경망 처리 전)</translation>
    </message>
    <message>
        <source>Enlarged</source>
        <translation>확대</translation>
    </message>
</context>
<context>
    <name>TorchBackend</name>
    <message>
        <source>{model} (adapted)</source>
        <translation>{model}(학습됨)</translation>
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
        <translation>취소했습니다. 이미지를 복원하지 않았습니다.</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>다시 시도</translation>
    </message>
</context>
<context>
    <name>WorkflowPage</name>
    <message>
        <source>The workflow in words</source>
        <translation>글로 설명한 작업 흐름</translation>
    </message>
    <message>
        <source>Step by step</source>
        <translation>단계별 설명</translation>
    </message>
    <message>
        <source>Open a picture, and each box shows what becomes of it.</source>
        <translation>이미지를 열면 각 상자에 처리되는 모습이 표시됩니다.</translation>
    </message>
    <message>
        <source>Open a sample</source>
        <translation>샘플 열기</translation>
    </message>
    <message>
        <source>In the frame, each box shows the same {width} × {height} pixels, which change most.</source>
        <translation>각 상자의 틀 안은 가장 많이 달라지는 같은 {width} × {height}픽셀 부분입니다.</translation>
    </message>
    <message>
        <source>Colours and transparency go through the network one after the other and are shown together.</source>
        <translation>색상과 투명도는 차례로 신경망을 거치며, 함께 표시합니다.</translation>
    </message>
    <message>
        <source>The network was run on the {width} × {height} pixels that you look at.</source>
        <translation>지금 보고 있는 {width} × {height}픽셀에 신경망을 실행했습니다.</translation>
    </message>
</context>
<context>
    <name>WorkflowStrip</name>
    <message>
        <source>Restoring progress</source>
        <translation>복원 진행률</translation>
    </message>
    <message>
        <source>Look at the picture as it came in</source>
        <translation>입력한 이미지 그대로 보기</translation>
    </message>
    <message>
        <source>Look at the enlarged picture, not sharpened yet</source>
        <translation>선명하게 하기 전의 확대한 이미지 보기</translation>
    </message>
    <message>
        <source>Look at what the network makes of the enlarged picture</source>
        <translation>확대한 이미지로 신경망이 만든 결과 보기</translation>
    </message>
    <message>
        <source>Compare the enlarged with the restored picture</source>
        <translation>확대한 이미지와 복원한 이미지 비교</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>입력</translation>
    </message>
    <message>
        <source>bicubic</source>
        <translation>바이큐빅</translation>
    </message>
    <message>
        <source>kept</source>
        <translation>그대로</translation>
    </message>
    <message>
        <source>one answer</source>
        <translation>답 하나</translation>
    </message>
    <message>
        <source>Enlarge {scale}×</source>
        <translation>확대 {scale}×</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>크기</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>출력</translation>
    </message>
    <message>
        <source>getting ready</source>
        <translation>준비 중</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>일시 정지됨</translation>
    </message>
    <message>
        <source>first tile</source>
        <translation>첫 타일</translation>
    </message>
    <message>
        <source>tile {done} of {total}</source>
        <translation>타일 {done}/{total}</translation>
    </message>
    <message>
        <source>answer refused</source>
        <translation>결과 거부됨</translation>
    </message>
    <message>
        <source>{count} of {total} tiles refused</source>
        <translation>타일 {total}개 중 {count}개 거부됨</translation>
    </message>
    <message>
        <source>2 passes</source>
        <translation>2회 처리</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>대기 중</translation>
    </message>
    <message>
        <source>waiting for fine-tuning</source>
        <translation>미세 조정 대기 중</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>취소됨</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>실패</translation>
    </message>
    <message>
        <source>done earlier</source>
        <translation>이전에 완료됨</translation>
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
        <translation>화면 배율 {percent}</translation>
    </message>
</context>
<context>
    <name>_Edge</name>
    <message>
        <source>Drag to widen</source>
        <translation>끌어서 너비 조절</translation>
    </message>
</context>
<context>
    <name>about</name>
    <message>
        <source>The workflow, with this picture</source>
        <translation>이 이미지로 본 작업 흐름</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>입력</translation>
    </message>
    <message>
        <source>Enlarged, before the network</source>
        <translation>확대(신경망 처리 전)</translation>
    </message>
    <message>
        <source>Restored by the network</source>
        <translation>신경망으로 복원</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>신경망</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>장치</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>정밀도</translation>
    </message>
    <message>
        <source>Enlarged in</source>
        <translation>확대 시간</translation>
    </message>
    <message>
        <source>Restored in</source>
        <translation>복원 시간</translation>
    </message>
    <message>
        <source>Tiles</source>
        <translation>타일</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>제외됨</translation>
    </message>
    <message>
        <source>Steady</source>
        <translation>안정 모드</translation>
    </message>
    <message>
        <source>the answers to the picture and to its negative, averaged</source>
        <translation>이미지와 그 네거티브에 대한 답의 평균</translation>
    </message>
    <message>
        <source>Adjusted</source>
        <translation>조정</translation>
    </message>
    <message>
        <source>by you</source>
        <translation>직접 조정함</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>매개변수</translation>
    </message>
    <message>
        <source>Multiply-adds for one answer</source>
        <translation>곱셈-덧셈 연산(결과 하나당)</translation>
    </message>
    <message>
        <source>Residual, shown {gain}× as strong</source>
        <translation>잔차({gain}배 강조)</translation>
    </message>
    <message>
        <source>Enters: {size}</source>
        <translation>들어감: {size}</translation>
    </message>
    <message>
        <source>Leaves: {size}</source>
        <translation>나옴: {size}</translation>
    </message>
    <message>
        <source>{stage}, at full resolution; averaged back down, cosine {cosine}</source>
        <translation>{stage}, 전체 해상도(평균하여 다시 축소하면 코사인 {cosine})</translation>
    </message>
    <message>
        <source>{stage}, on its own grid</source>
        <translation>{stage}, 해당 단계의 격자</translation>
    </message>
    <message>
        <source>{share} % of the picture</source>
        <translation>이미지의 {share}%</translation>
    </message>
    <message>
        <source>Enlarged, with the regions</source>
        <translation>확대(영역 표시)</translation>
    </message>
    <message>
        <source>Regions</source>
        <translation>영역</translation>
    </message>
    <message>
        <source>Area</source>
        <translation>면적</translation>
    </message>
    <message>
        <source>Coarse pass</source>
        <translation>대략 처리</translation>
    </message>
    <message>
        <source>none: all flat</source>
        <translation>없음: 모두 평탄함</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>형식</translation>
    </message>
    <message>
        <source>{count} tiles</source>
        <translation>타일 {count}개</translation>
    </message>
    <message>
        <source>1 tile</source>
        <translation>타일 1개</translation>
    </message>
    <message>
        <source>Amplified</source>
        <translation>증폭</translation>
    </message>
    <message>
        <source>Grid</source>
        <translation>격자</translation>
    </message>
    <message>
        <source>{time}, both</source>
        <translation>{time}, 합계</translation>
    </message>
    <message>
        <source>{size} px</source>
        <translation>{size} px</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>크기</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>시간</translation>
    </message>
    <message>
        <source>Enlarge {scale}×</source>
        <translation>확대 {scale}×</translation>
    </message>
    <message>
        <source>Full-size input</source>
        <translation>전체 크기 입력</translation>
    </message>
    <message>
        <source>Half-size input</source>
        <translation>1/2 크기 입력</translation>
    </message>
    <message>
        <source>Quarter-size input</source>
        <translation>1/4 크기 입력</translation>
    </message>
    <message>
        <source>Encoder 1</source>
        <translation>인코더 1</translation>
    </message>
    <message>
        <source>Encoder 2</source>
        <translation>인코더 2</translation>
    </message>
    <message>
        <source>Encoder 3</source>
        <translation>인코더 3</translation>
    </message>
    <message>
        <source>Fusion for decoder 3</source>
        <translation>디코더 3용 융합</translation>
    </message>
    <message>
        <source>Fusion for decoder 2</source>
        <translation>디코더 2용 융합</translation>
    </message>
    <message>
        <source>Decoder 1</source>
        <translation>디코더 1</translation>
    </message>
    <message>
        <source>Decoder 2</source>
        <translation>디코더 2</translation>
    </message>
    <message>
        <source>Decoder 3</source>
        <translation>디코더 3</translation>
    </message>
    <message>
        <source>Quarter-size residual</source>
        <translation>1/4 크기 잔차</translation>
    </message>
    <message>
        <source>Half-size residual</source>
        <translation>1/2 크기 잔차</translation>
    </message>
    <message>
        <source>Full-size residual</source>
        <translation>전체 크기 잔차</translation>
    </message>
    <message>
        <source>Quarter-size output</source>
        <translation>1/4 크기 출력</translation>
    </message>
    <message>
        <source>Half-size output</source>
        <translation>1/2 크기 출력</translation>
    </message>
    <message>
        <source>Full-size output</source>
        <translation>전체 크기 출력</translation>
    </message>
    <message>
        <source>Join tiles</source>
        <translation>타일 합치기</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>출력</translation>
    </message>
    <message>
        <source>Inputs</source>
        <translation>입력</translation>
    </message>
    <message>
        <source>Encoders</source>
        <translation>인코더</translation>
    </message>
    <message>
        <source>Fusion</source>
        <translation>융합</translation>
    </message>
    <message>
        <source>Decoders</source>
        <translation>디코더</translation>
    </message>
    <message>
        <source>Residuals</source>
        <translation>잔차</translation>
    </message>
    <message>
        <source>Outputs</source>
        <translation>출력</translation>
    </message>
    <message>
        <source>Every place of your picture is so flat that sharpening would hardly change anything. So nothing went through the network: the result is the enlarged picture.</source>
        <translation>이미지 전체가 평탄해서 선명하게 해도 달라질 것이 거의 없습니다. 그래서 신경망을 거치지 않았으며, 결과는 확대한 이미지 그대로입니다.</translation>
    </message>
    <message>
        <source>Asymmetric feature fusion (AFF) brings the features of all three encoders to one size and mixes them, so that this decoder sees fine and coarse at once.</source>
        <translation>비대칭 특징 융합(AFF)은 세 인코더의 특징을 같은 크기로 맞춰 섞습니다. 덕분에 이 디코더는 세밀한 정보와 거친 정보를 함께 봅니다.</translation>
    </message>
    <message>
        <source>The correction that the network computes and adds to its input of this size: grey is nothing, lighter is more light, darker is less.</source>
        <translation>신경망이 계산하여 이 크기의 입력에 더하는 보정값입니다. 회색은 변화 없음, 밝을수록 더 밝게, 어두울수록 더 어둡게 합니다.</translation>
    </message>
    <message>
        <source>Shown {gain}× as strong as it is.</source>
        <translation>실제보다 {gain}배 강조하여 표시합니다.</translation>
    </message>
    <message>
        <source>Your picture, as it was read from its file.</source>
        <translation>파일에서 읽은 그대로의 이미지입니다.</translation>
    </message>
    <message>
        <source>At 1× the picture keeps its size and is only sharpened.</source>
        <translation>1×에서는 크기를 그대로 두고 선명하게만 합니다.</translation>
    </message>
    <message>
        <source>Bicubic interpolation makes more pixels, but no more detail. At 4× the picture is enlarged and sharpened twice, by 2× each time; the network below is shown in its first pass.</source>
        <translation>바이큐빅 보간은 픽셀 수를 늘리지만 디테일을 더하지는 않습니다. 4×에서는 2배씩 두 번 확대하고 선명하게 합니다. 아래 신경망은 첫 번째 처리의 모습입니다.</translation>
    </message>
    <message>
        <source>Bicubic interpolation makes more pixels, but no more detail: the picture is as blurred as before, only larger. This is what the network reads.</source>
        <translation>바이큐빅 보간은 픽셀 수를 늘리지만 디테일을 더하지는 않습니다. 이미지는 커질 뿐 흐린 정도는 그대로이며, 신경망은 이것을 읽습니다.</translation>
    </message>
    <message>
        <source>The network works on overlapping tiles, so that memory suffices for any picture. Their edges are blended.</source>
        <translation>신경망은 서로 겹치는 타일 단위로 처리하므로 어떤 이미지에도 메모리가 부족하지 않습니다. 타일의 경계는 자연스럽게 섞습니다.</translation>
    </message>
    <message>
        <source>The restored picture, as it is shown, copied and exported.</source>
        <translation>화면에 표시하고 복사하고 내보내는 복원 이미지입니다.</translation>
    </message>
    <message>
        <source>Turns the full-size input into features: many numbers for each place.</source>
        <translation>전체 크기 입력을 특징, 곧 위치마다 여러 개의 숫자로 바꿉니다.</translation>
    </message>
    <message>
        <source>Brings the features from above to half the size and lets those of the reduced input emphasise or suppress them (FAM).</source>
        <translation>위에서 온 특징의 크기를 절반으로 줄이고, 축소한 입력의 특징으로 강조하거나 억제합니다(FAM).</translation>
    </message>
    <message>
        <source>Starts at the coarsest size, from what the deepest encoder gives it.</source>
        <translation>가장 깊은 인코더의 결과를 받아 가장 거친 크기에서 시작합니다.</translation>
    </message>
    <message>
        <source>Brings the features from below to twice the size and joins them with the fused ones.</source>
        <translation>아래에서 온 특징의 크기를 2배로 늘려 융합된 특징과 합칩니다.</translation>
    </message>
    <message>
        <source>{count} residual blocks of two convolutions each refine them.</source>
        <translation>합성곱 2개로 된 잔차 블록 {count}개가 특징을 다듬습니다.</translation>
    </message>
    <message>
        <source>Similar colours stand for similar features.</source>
        <translation>비슷한 색은 비슷한 특징을 나타냅니다.</translation>
    </message>
    <message>
        <source>The enlarged picture, pixel for pixel.</source>
        <translation>확대한 이미지를 픽셀 그대로 사용합니다.</translation>
    </message>
    <message>
        <source>Every second pixel of it, across and down.</source>
        <translation>가로세로 두 픽셀마다 하나씩 골라 사용합니다.</translation>
    </message>
    <message>
        <source>Every fourth pixel of it, across and down.</source>
        <translation>가로세로 네 픽셀마다 하나씩 골라 사용합니다.</translation>
    </message>
    <message>
        <source>Quarter-size input plus residual. It guides the network in training; the result does not use it.</source>
        <translation>1/4 크기 입력에 잔차를 더한 것입니다. 학습할 때 신경망을 이끌며 결과에는 쓰이지 않습니다.</translation>
    </message>
    <message>
        <source>Half-size input plus residual. It guides the network in training; the result does not use it.</source>
        <translation>1/2 크기 입력에 잔차를 더한 것입니다. 학습할 때 신경망을 이끌며 결과에는 쓰이지 않습니다.</translation>
    </message>
    <message>
        <source>Full-size input plus residual. With “Steady” it is averaged with the answer to the negative; that becomes the result, tile by tile.</source>
        <translation>전체 크기 입력에 잔차를 더한 것입니다. “안정 모드”에서는 네거티브에 대한 결과와 평균합니다. 타일마다 이것이 결과가 됩니다.</translation>
    </message>
</context>
<context>
    <name>shortcuts</name>
    <message>
        <source>Hold to see the picture before</source>
        <translation>누르고 있기: 이전 이미지 보기</translation>
    </message>
    <message>
        <source>Move the divider or the lens</source>
        <translation>구분선 또는 렌즈 이동</translation>
    </message>
    <message>
        <source>Move it farther</source>
        <translation>더 멀리 이동</translation>
    </message>
    <message>
        <source>Divider to the left or right edge</source>
        <translation>구분선을 왼쪽 또는 오른쪽 끝으로 이동</translation>
    </message>
    <message>
        <source>Move the picture</source>
        <translation>이미지 이동</translation>
    </message>
    <message>
        <source>Move the picture sideways</source>
        <translation>이미지를 좌우로 이동</translation>
    </message>
    <message>
        <source>Zoom</source>
        <translation>화면 확대/축소</translation>
    </message>
    <message>
        <source>Show the whole picture</source>
        <translation>이미지 전체 보기</translation>
    </message>
    <message>
        <source>Hide the panels, and show them again</source>
        <translation>패널 접기와 펼치기</translation>
    </message>
    <message>
        <source>Look at another picture</source>
        <translation>다른 이미지 보기</translation>
    </message>
    <message>
        <source>Move the picture in the queue</source>
        <translation>대기열에서 이미지 순서 이동</translation>
    </message>
    <message>
        <source>Remove the picture from the queue</source>
        <translation>대기열에서 이미지 제거</translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation>어디서나</translation>
    </message>
    <message>
        <source>On the picture</source>
        <translation>이미지에서</translation>
    </message>
    <message>
        <source>In the queue</source>
        <translation>대기열에서</translation>
    </message>
    <message>
        <source>Shortcuts</source>
        <translation>단축키</translation>
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
        <translation>{count}초</translation>
    </message>
    <message>
        <source>{minutes} min {seconds} s</source>
        <translation>{minutes}분 {seconds}초</translation>
    </message>
    <message>
        <source>{count} s left</source>
        <translation>{count}초 남음</translation>
    </message>
    <message>
        <source>{count} min left</source>
        <translation>{count}분 남음</translation>
    </message>
    <message>
        <source>{size} mm at {dpi} dpi</source>
        <translation>{size} mm ({dpi} dpi)</translation>
    </message>
    <message>
        <source>Restored</source>
        <translation>복원</translation>
    </message>
    <message>
        <source>Partly restored</source>
        <translation>일부만 복원됨</translation>
    </message>
    <message>
        <source>Not restored</source>
        <translation>복원되지 않음</translation>
    </message>
    <message>
        <source>Not restored: the network&apos;s answer could not be right and was refused. This is the picture without sharpening.</source>
        <translation>복원되지 않음: 신경망의 결과가 올바를 수 없어 쓰지 않았습니다. 지금 보이는 것은 선명하게 하지 않은 이미지입니다.</translation>
    </message>
    <message>
        <source>Partly restored: {count} of {total} tiles left without sharpening, since the network&apos;s answer could not be right there.</source>
        <translation>일부만 복원됨: 타일 {total}개 중 {count}개는 신경망의 결과가 올바를 수 없어 선명하게 하지 않았습니다.</translation>
    </message>
    <message>
        <source>{count} of {total} tiles left as enlarged: the network&apos;s answer was refused</source>
        <translation>타일 {total}개 중 {count}개는 확대 상태로 둠: 신경망의 결과를 쓸 수 없음</translation>
    </message>
    <message>
        <source>{count} of {total} tiles computed again in full precision</source>
        <translation>타일 {total}개 중 {count}개를 전체 정밀도로 다시 계산함</translation>
    </message>
</context>
</TS>
