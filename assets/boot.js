/**
 * Runs before anything else in the task pane, in any browser that Office ever used: plain ES5 and no library,
 * because its work is to say, in place of a white pane, why the real pane cannot start and whom to ask.
 * It writes only into #boot, which disappears when the pane is mounted over it.
 */
(function () {
  'use strict';

  /** How long Excel may stay silent, and the pane's own program may take to appear, in milliseconds. */
  var patience = 5000;

  /** Each text: what happened, what to do, and the same in English for a screen that is not Chinese. */
  var texts = {
    'old-engine': {
      title: '这台电脑上的 Excel 太旧，无法显示自评复核',
      steps: [
        '请联系单位的信息技术人员，转告：需要 Office 2021、Office LTSC 2021、Microsoft 365 或更高版本，并安装“Microsoft Edge WebView2 运行时”。',
        '不能联网的电脑可以用 WebView2 的“常青版独立安装程序”离线安装。',
      ],
      english:
        'This Excel shows add-ins in an old browser engine. Ask IT for Office 2021 or Microsoft 365 with the WebView2 Runtime.',
      reload: false,
    },
    'old-browser': {
      title: '显示窗格的浏览器组件版本太低',
      steps: [
        'Windows：请信息技术人员更新“Microsoft Edge WebView2 运行时”。',
        'Mac：请更新 macOS。网页版 Excel：请更新浏览器。',
      ],
      english: 'The browser component is too old. Update the WebView2 Runtime, macOS or the browser.',
      reload: false,
    },
    'office-missing': {
      title: '没有载入 Office 组件（office.js）',
      steps: ['请检查网络后点“重试”。', '单位内网不能访问互联网时，请信息技术人员改用自带 office.js 的部署包。'],
      english: 'office.js did not load. Check the network, or ask IT for the package that brings its own copy.',
      reload: true,
    },
    'no-answer': {
      title: 'Excel 还没有应答',
      steps: [
        '如果正在编辑单元格，请按 Enter 或 Esc；如果有打开的对话框，请先关闭。',
        '如果文件在“受保护的视图”中，请点“启用编辑”。',
        '仍无应答：点“重试”，或关闭窗格后重新打开；再不行请重新启动 Excel。',
      ],
      english: 'Excel has not answered yet. Leave the cell you are editing, close open dialogs, then retry.',
      reload: true,
    },
    'pane-missing': {
      title: '自评复核的程序没有载入',
      steps: ['请点“重试”。', '仍然如此时，请信息技术人员检查存放加载项页面的服务器，以及浏览器组件是否需要更新。'],
      english: 'The pane itself did not start. Retry; otherwise ask IT to check the server that holds the pages.',
      reload: true,
    },
    'not-in-excel': {
      title: '请在 Excel 中打开自评复核',
      steps: [
        '这个页面是 Excel 里的任务窗格：打开要复核的工作簿，在“开始”选项卡上点“自评复核”。',
        '找不到按钮时，请信息技术人员为您安装这个加载项。需要 Office 2021、Microsoft 365 或更高版本，Mac 版和网页版 Excel 也可以。',
        '在浏览器里单独打开时，它不读取任何文件。',
      ],
      english: 'This page is a task pane of Excel. Open it from the Home tab of Excel.',
      reload: false,
    },
  };

  var answered = false;
  var officeIsBroken = false;

  function element(name, text) {
    var made = document.createElement(name);
    made.appendChild(document.createTextNode(text));
    return made;
  }

  function show(reason) {
    var boot = document.getElementById('boot');
    // The pane is there already: nothing to explain.
    if (!boot) return;
    var text = texts[reason];
    var list = document.createElement('ul');
    for (var index = 0; index < text.steps.length; index += 1) list.appendChild(element('li', text.steps[index]));
    var english = element('p', text.english);
    english.setAttribute('lang', 'en');
    while (boot.firstChild) boot.removeChild(boot.firstChild);
    boot.setAttribute('data-reason', reason);
    boot.appendChild(element('h1', text.title));
    boot.appendChild(list);
    if (text.reload) {
      var retry = element('button', '重试');
      retry.setAttribute('type', 'button');
      retry.onclick = function () {
        window.location.reload();
      };
      boot.appendChild(retry);
    }
    boot.appendChild(english);
  }

  function paneIsThere() {
    return !document.getElementById('boot');
  }

  function engineIsOld() {
    return /Trident\/|MSIE |Edge\/\d/.test(window.navigator.userAgent);
  }

  /** The program is compiled to the language of 2022; these came with it. */
  function browserIsOld() {
    return !(typeof Object.hasOwn === 'function' && Array.prototype.at && typeof window.globalThis === 'object');
  }

  function officeIsThere() {
    return typeof window.Office === 'object' && window.Office !== null && typeof window.Office.onReady === 'function';
  }

  function afterPatience(explain) {
    window.setTimeout(function () {
      if (!paneIsThere()) explain();
    }, patience);
  }

  function start() {
    if (engineIsOld()) return show('old-engine');
    if (browserIsOld()) return show('old-browser');
    if (!officeIsThere()) return show('office-missing');
    window.Office.onReady(function (info) {
      answered = true;
      if (!info || !info.host) return show('not-in-excel');
      afterPatience(function () {
        show('pane-missing');
      });
    });
  }

  /** office.js fetches its parts for each Excel by script elements; without one of them Excel never answers. */
  function isOfficePart(address) {
    return /\/(?:office|excel|o15apptofilemappingtable)[^\/]*\.js(?:\?|$)/i.test(address);
  }

  function onLoadError(event) {
    var failed = event.target;
    // What fails once Excel has answered is the pane's own, and the pane says it.
    if (!failed || failed.tagName !== 'SCRIPT' || answered || !isOfficePart(failed.src)) return;
    officeIsBroken = true;
    show('office-missing');
  }

  // Errors of loading do not bubble, but can be caught on their way.
  window.addEventListener('error', onLoadError, true);

  // Deferred scripts run before this event, so office.js has either run by then or failed.
  document.addEventListener('DOMContentLoaded', start);

  // A network that never answers holds that event back; the clock does not wait for it.
  afterPatience(function () {
    if (engineIsOld() || browserIsOld() || answered) return;
    show(officeIsThere() && !officeIsBroken ? 'no-answer' : 'office-missing');
  });
})();
