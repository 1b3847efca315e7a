/**
 * Finds forms among those that the page carries as data. Works from a file without a network; without it the page still
 * lists its further pages. What is looked for is folded as the entries are: width, letter case, spaces.
 */
export const searchScript = `
(function () {
  var data = document.getElementById('entries');
  if (!data) return;
  var carried = JSON.parse(data.textContent);
  var fold = function (text) { return String(text).normalize('NFKC').toLowerCase(); };
  var entries = carried.entries.map(function (cells) {
    return { cells: cells, text: fold(cells.join('\\n')).replace(/(?!\\n)[\\s\\p{Cf}]/gu, '') };
  });
  var grave = carried.columns.indexOf('P0');
  var input = document.getElementById('search');
  var only = document.getElementById('only');
  var found = document.getElementById('found');
  var more = document.getElementById('more');
  var body = document.getElementById('results').tBodies[0];
  var step = 100;
  var hits = [];
  var shown = 0;
  var row = function (entry) {
    var line = document.createElement('tr');
    entry.cells.forEach(function (value, place) {
      if (place === 0) return;
      var cell = document.createElement('td');
      var text = value === null ? '' : String(value);
      if (carried.columns[place] === carried.link) {
        var link = document.createElement('a');
        link.href = carried.pages[entry.cells[0]] + '#f' + entry.cells[1];
        link.textContent = text === '' ? carried.nameless : text;
        cell.appendChild(link);
      } else cell.textContent = text;
      if (carried.figures.indexOf(carried.columns[place]) >= 0) cell.className = 'number';
      line.appendChild(cell);
    });
    return line;
  };
  var show = function () {
    var next = hits.slice(shown, shown + step);
    next.forEach(function (entry) { body.appendChild(row(entry)); });
    shown += next.length;
    found.textContent = '找到 ' + hits.length + ' 份，列出 ' + shown + ' 份。';
    more.hidden = shown >= hits.length;
  };
  var search = function () {
    var words = fold(input.value).replace(/\\p{Cf}/gu, '').split(/\\s+/).filter(function (word) { return word !== ''; });
    hits = entries.filter(function (entry) {
      if (only.checked && !(Number(entry.cells[grave]) > 0)) return false;
      return words.every(function (word) { return entry.text.indexOf(word) >= 0; });
    });
    body.textContent = '';
    shown = 0;
    show();
  };
  var waiting = null;
  input.addEventListener('input', function () {
    clearTimeout(waiting);
    waiting = setTimeout(search, 120);
  });
  only.addEventListener('change', search);
  more.addEventListener('click', show);
  document.getElementById('finder').hidden = false;
  search();
})();
`;
