"use strict";
// The page says everything without this. It makes the chapter map walkable with the arrow keys, keeps its labels inside
// the page, and opens what is folded before printing.
(() => {
  const cells = [...document.querySelectorAll(".map [tabindex]")];
  const place = (event) => {
    const cell = event.target;
    const box = cell.offsetParent;
    if (!box || !cells.includes(cell)) return;
    const from = box.getBoundingClientRect();
    const wide = Math.min(24 * 16, from.width);
    const middle = cell.getBoundingClientRect().left - from.left;
    cell.style.setProperty("--x", Math.max(0, Math.min(middle, from.width - wide)) + "px");
  };
  cells.forEach((cell, index) => {
    cell.tabIndex = index ? -1 : 0;
    cell.addEventListener("pointerenter", place);
    cell.addEventListener("focus", place);
  });
  document.addEventListener("keydown", (event) => {
    const at = cells.indexOf(document.activeElement);
    if (at < 0) return;
    const grid = cells[at].closest(".map");
    const row = getComputedStyle(grid).gridTemplateColumns.split(" ").length;
    const last = cells.length - 1;
    const steps = { ArrowRight: 1, ArrowLeft: -1, ArrowDown: row, ArrowUp: -row, Home: -last, End: last };
    if (!(event.key in steps)) return;
    event.preventDefault();
    const next = cells[Math.max(0, Math.min(last, at + steps[event.key]))];
    cells[at].tabIndex = -1;
    next.tabIndex = 0;
    next.focus();
  });
  addEventListener("beforeprint", () => {
    for (const folded of document.querySelectorAll("details")) folded.open = true;
  });
})();
