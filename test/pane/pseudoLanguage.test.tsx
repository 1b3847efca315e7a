/** In a language in which every sentence stands in brackets, whatever stands outside of them comes from the workbook. */
import './support/jsdom';
import { act, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { App } from '../../src/pane/App';
import { wordsOf } from '../../src/words/wordsOf';
import { chinese } from '../../src/words/zh-CN';
import { FakeServices } from './support/pane';

function bracketed<Part>(part: Part): Part {
  if (typeof part === 'string') return `⟦${part}⟧` as Part;
  return Object.fromEntries(Object.entries(part as object).map(([key, value]) => [key, bracketed(value)])) as Part;
}
const { locale, ...sentences } = chinese;
const pseudo = wordsOf({ ...bracketed(sentences), locale });

/** What stands in no bracket; brackets may stand in brackets. */
function outside(text: string): string {
  let rest = text;
  for (;;) {
    const less = rest.replace(/⟦[^⟦⟧]*⟧/gu, '');
    if (less === rest) return rest.trim();
    rest = less;
  }
}

/** What the fixtures hold: addresses, figures, and the words of the form and of the rubrics. */
const fromWorkbook =
  /^(?:[A-Z]{1,2}\d+(?: [A-Z]{1,2}\d+)*|[≤≥=]?\d+(?:\.\d+)?%?人?|P\d|产出指标|效益指标|满意度指标|成本指标|就餐人数|就餐环境|成本控制率|食堂经费|机关食堂经费|明显改善|优|良|国家通用.*|复核提示：.*)$/u;
const spoken = ['aria-label', 'title', 'placeholder', 'alt'] as const;

function strays(): readonly string[] {
  const found: string[] = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const { parentElement, textContent } = walker.currentNode;
    if (parentElement?.closest('style, textarea, [lang="zh-CN"] [lang="zh-CN"]')) continue;
    found.push(outside(textContent ?? ''));
  }
  for (const element of document.body.querySelectorAll('*'))
    for (const name of spoken) found.push(outside(element.getAttribute(name) ?? ''));
  return found.filter((text) => text !== '' && !fromWorkbook.test(text));
}

async function open(): Promise<ReturnType<typeof userEvent.setup>> {
  const user = userEvent.setup();
  render(
    <App
      services={new FakeServices()}
      locale="zh-CN"
      firstWords={pseudo}
      words={pseudo}
      hostTheme={() => null}
      onLanguage={ignore}
    />,
  );
  await act(() => Promise.resolve());
  return user;
}
const ignore = () => undefined;
const press = (user: Awaited<ReturnType<typeof open>>, name: string) =>
  user.click(screen.getByRole('button', { name: `⟦${name}⟧` }));

test('the search itself finds a sentence of the pane', () => {
  expect(outside('⟦a ⟦b⟧ c⟧ stray')).toBe('stray');
});

test('the first screen', async () => {
  await open();
  expect(strays()).toEqual([]);
});

test.each(['问题', '得分', '写入', '报告'])('the view %s', async (view) => {
  const user = await open();
  await press(user, '复核');
  await user.click(await screen.findByRole('tab', { name: `⟦${view}⟧` }));
  expect(strays()).toEqual([]);
});

test.each(['整个工作簿', '设置', '帮助', '列认错了？', '这项检查的说明'])('the page %s', async (page) => {
  const user = await open();
  await press(user, '复核');
  await screen.findByRole('tablist');
  await press(user, '详情');
  await user.click(screen.getAllByRole('button', { expanded: false })[0]!);
  await press(user, page);
  await screen.findByRole('button', { name: '⟦返回结果⟧' });
  expect(strays()).toEqual([]);
});
