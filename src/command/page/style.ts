/** The only style sheet of a page and its scripts; the policy of a page allows exactly those that it has, by their hashes. */

export const style = `
:root{color-scheme:light;--ink:#1b1f24;--soft:#57606a;--paper:#fff;--line:#d0d7de;--head:#f3f5f8;--link:#0b4f9e;--p0:#a40e26;--p1:#8a4600;--p2:#0b4f9e;--bar:#2f6fb5;--bar2:#b8640a}
@media screen and (prefers-color-scheme:dark){:root{color-scheme:dark;--ink:#e6e8ea;--soft:#a3adb8;--paper:#16191d;--line:#3b434c;--head:#23282e;--link:#8ab8f5;--p0:#ff8f98;--p1:#f2b36b;--p2:#8ab8f5;--bar:#5b9bd8;--bar2:#d98d3d}}
*{box-sizing:border-box}
body{margin:0 auto;padding:1.5rem;max-width:84rem;color:var(--ink);background:var(--paper);font:15px/1.6 "Microsoft YaHei","PingFang SC","Noto Sans CJK SC","Source Han Sans SC",sans-serif}
h1{font-size:1.6rem;margin:0 0 .5rem}h2{font-size:1.25rem;margin:2.2rem 0 .6rem;border-bottom:2px solid var(--line);padding-bottom:.3rem}h3{font-size:1.1rem;margin:2rem 0 .4rem}h4{font-size:1rem;margin:1.2rem 0 .3rem}
.skip{position:absolute;left:-99rem}.skip:focus{position:static}
a{color:var(--link)}a:focus-visible,button:focus-visible,input:focus-visible,.wide:focus-visible{outline:3px solid var(--link);outline-offset:1px}
nav ul{display:flex;flex-wrap:wrap;gap:.2rem 1.2rem;list-style:none;padding:0;margin:.5rem 0}
dl.figures{display:grid;grid-template-columns:repeat(auto-fit,minmax(10rem,1fr));gap:.6rem;margin:1rem 0}
dl.figures div{border:1px solid var(--line);border-radius:6px;padding:.5rem .8rem}dt{color:var(--soft);font-size:.85rem}dd{margin:0;font-size:1.25rem;font-variant-numeric:tabular-nums}
.wide{overflow-x:auto}.tall{max-height:92vh;overflow-y:auto}.tall thead th{position:sticky;top:0}
table{border-collapse:collapse;width:100%;font-size:.9rem}caption{text-align:left;font-weight:600;padding:.3rem 0}
th,td{border:1px solid var(--line);padding:.3rem .5rem;text-align:left;vertical-align:top;unicode-bidi:isolate;overflow-wrap:anywhere}
th{background:var(--head);font-weight:600;word-break:keep-all;overflow-wrap:normal;min-width:3.6rem}td.number{text-align:right;white-space:nowrap;font-variant-numeric:tabular-nums}td.text{min-width:6rem}td.long{min-width:14rem}
th button{font:inherit;background:none;border:0;padding:0;cursor:pointer;color:inherit;text-align:left}th[aria-sort=ascending] button::after{content:" ▲"}th[aria-sort=descending] button::after{content:" ▼"}
.charts{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(26rem,100%),1fr));gap:1rem 2rem;align-items:start}
.chart{width:100%;max-width:44rem;height:auto}.chart text{font-size:13px;dominant-baseline:middle;fill:var(--ink)}.bar-label{text-anchor:end}.bar-0{fill:var(--bar)}.bar-1{fill:var(--bar2)}
.P0{color:var(--p0);font-weight:600}.P1{color:var(--p1);font-weight:600}.P2{color:var(--p2)}
.form{content-visibility:auto;contain-intrinsic-size:auto 60rem;border-top:1px solid var(--line)}
.conclusion{background:var(--head);border-left:4px solid var(--bar);padding:.6rem 1rem;margin:.5rem 0}
.note{color:var(--soft)}
.search{display:flex;flex-wrap:wrap;gap:.4rem 1.2rem;align-items:center}.search[hidden]{display:none}.search input[type=search]{font:inherit;color:inherit;background:var(--paper);border:1px solid var(--soft);border-radius:4px;padding:.35rem .6rem;width:min(28rem,80vw)}.search button{font:inherit}
ol.pages{columns:22rem;gap:2rem;padding-left:1.6rem}ol.pages li{break-inside:avoid;overflow-wrap:anywhere}
@media print{body{padding:0;max-width:none;font-size:10pt}.skip,nav,.back,.tools{display:none}.form{content-visibility:visible;break-before:page}.wide{overflow:visible;max-height:none}table{font-size:8pt}tr{break-inside:avoid}thead{display:table-header-group}a{color:inherit;text-decoration:none}th,td{padding:.15rem .3rem}th,td.text,td.long{min-width:0}th{word-break:normal;overflow-wrap:anywhere}@page{size:A4 landscape;margin:12mm}}
`;

/** Makes tables sortable by their heads. Without it the page shows the same in the order of the files. */
export const sortScript = `
(function () {
  document.querySelectorAll('table.sortable').forEach(function (table) {
    var body = table.tBodies[0];
    var heads = table.tHead.rows[0].cells;
    Array.prototype.forEach.call(heads, function (head, place) {
      var button = document.createElement('button');
      button.type = 'button';
      button.textContent = head.textContent;
      button.title = '按“' + head.textContent + '”排序';
      head.textContent = '';
      head.appendChild(button);
      button.addEventListener('click', function () {
        var up = head.getAttribute('aria-sort') !== 'ascending';
        Array.prototype.forEach.call(heads, function (other) { other.removeAttribute('aria-sort'); });
        head.setAttribute('aria-sort', up ? 'ascending' : 'descending');
        var rows = Array.prototype.slice.call(body.rows).map(function (row) {
          var cell = row.cells[place];
          var figure = cell.getAttribute('data-value');
          return { row: row, text: cell.textContent, figure: figure === null ? NaN : Number(figure) };
        });
        rows.sort(function (left, right) {
          var blank = Number(left.text === '') - Number(right.text === '');
          if (blank !== 0) return blank;
          var order = isNaN(left.figure) || isNaN(right.figure)
            ? left.text.localeCompare(right.text, 'zh-CN', { numeric: true })
            : left.figure - right.figure;
          return up ? order : -order;
        });
        rows.forEach(function (one) { body.appendChild(one.row); });
      });
    });
  });
})();
`;
