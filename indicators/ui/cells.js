// A cell of the table of areas by indicators asks for its newest figure: by a click, by Enter or the space bar.
// A table that has more to the right says so by "data-more".
// The arrow keys go from count to count, Home and End to the ends of a row; the table is one stop of the Tab key.

const place = (cell) => [cell.parentElement.sectionRowIndex, cell.cellIndex];
const counts = () => [...document.querySelectorAll(".matrix td.has")];

// The next count of the row or of the column, whichever the key goes along.
function next(cell, key) {
  const [row, column] = place(cell);
  const along = counts().filter((other) => place(other)[/Up|Down/.test(key) ? 1 : 0] === (/Up|Down/.test(key) ? column : row));
  const at = along.indexOf(cell);
  return { ArrowLeft: along[at - 1], ArrowUp: along[at - 1], ArrowRight: along[at + 1], ArrowDown: along[at + 1],
    Home: along[0], End: along.at(-1) }[key];
}

function enter(cell) {
  for (const other of counts()) other.tabIndex = other === cell ? 0 : -1;
  cell.focus();
  window.indicatorsCell = place(cell);
}

export default function ({ setTriggerValue }) {
  const ask = (event) => {
    const cell = event.target.closest?.(".matrix td.has");
    if (!cell) return;
    if (event.type === "keydown" && !["Enter", " "].includes(event.key)) {
      const wanted = next(cell, event.key);
      if (wanted) { event.preventDefault(); enter(wanted); }
      return;
    }
    event.preventDefault();
    enter(cell);
    setTriggerValue("cell", place(cell));
  };
  const measure = () => {
    for (const table of document.querySelectorAll(".matrix"))
      table.toggleAttribute("data-more", table.scrollLeft + table.clientWidth < table.scrollWidth - 2);
  };
  for (const wait of [0, 400, 1500]) setTimeout(measure, wait);
  window.addEventListener("resize", measure);
  document.addEventListener("scroll", measure, true);
  for (const kind of ["click", "keydown"]) document.addEventListener(kind, ask);
  // the table was drawn anew around the cell that had the focus
  const left = document.activeElement === document.body && window.indicatorsCell;
  if (left) counts().filter((cell) => place(cell).join() === left.join()).forEach(enter);
  return () => {
    window.removeEventListener("resize", measure);
    document.removeEventListener("scroll", measure, true);
    for (const kind of ["click", "keydown"]) document.removeEventListener(kind, ask);
  };
}
