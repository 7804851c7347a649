// A click on a cell of the table of areas by indicators asks for its newest figure: the numbers of row and column.

export default function ({ setTriggerValue }) {
  const ask = (event) => {
    const cell = event.target.closest(".matrix td.has");
    if (cell) setTriggerValue("cell", [cell.parentElement.sectionRowIndex, cell.cellIndex]);
  };
  document.addEventListener("click", ask);
  return () => document.removeEventListener("click", ask);
}
