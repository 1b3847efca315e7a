/** The page that records: one button, what is being asked just now, and the result to copy or download. */
import manifest from '../../../package.json';
import { isWorkbookEmpty, recordAll } from '../record';
import { scenarios } from '../scenarios';
import { noWire, wireOfPage } from '../wire';

function part<T extends HTMLElement>(id: string, kind: new () => T): T {
  const element = document.getElementById(id);
  if (!(element instanceof kind)) throw new Error(`The page lacks #${id}`);
  return element;
}

const start = part('start', HTMLButtonElement);
const progress = part('progress', HTMLElement);

function say(text: string): void {
  progress.textContent = text;
}

async function record(): Promise<void> {
  if (!(await isWorkbookEmpty())) {
    say('这个工作簿里有内容。请新建一个空白工作簿，在那里打开本页再录制。');
    return;
  }
  const wire = wireOfPage(window);
  const recording = await recordAll({
    scenarios,
    wire,
    version: manifest.version,
    onScenario: ({ question }, index) => say(`${index + 1}/${scenarios.length} ${question}`),
  });
  const broken = recording.scenarios.filter(({ ending }) => ending.kind === 'broken');
  const text = JSON.stringify(recording);
  part('text', HTMLTextAreaElement).value = text;
  part('download', HTMLAnchorElement).href = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  part('result', HTMLElement).hidden = false;
  say(
    `录完了：${recording.scenarios.length} 项${broken.length > 0 ? `，其中 ${broken.length} 项没有走完` : ''}。` +
      (wire === noWire ? '这个 office.js 里找不到收发的地方，只录到了答案。' : '') +
      '请复制或下载结果，交给开发的人；然后关闭工作簿，不用保存。',
  );
}

part('copy', HTMLButtonElement).addEventListener('click', () => {
  const text = part('text', HTMLTextAreaElement);
  text.focus();
  text.select();
  void navigator.clipboard.writeText(text.value).then(
    () => say('已复制。'),
    () => say('这里不让程序复制：文字已全选，请按 Ctrl+C（Mac：⌘C）。'),
  );
});

start.addEventListener('click', () => {
  start.disabled = true;
  record()
    .catch((error: unknown) => say(`录制中断：${error instanceof Error ? error.message : String(error)}`))
    .finally(() => {
      start.disabled = false;
    });
});

void Office.onReady(({ host }) => {
  if ((host as Office.HostType | null) !== Office.HostType.Excel) {
    say('请在 Excel 里打开这个页面。');
    return;
  }
  start.disabled = false;
  say('');
});
