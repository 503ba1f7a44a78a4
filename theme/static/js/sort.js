/* Lets readers put a table in another order by the heads of its columns. Nothing is missing without it. */
function textOf(row, column) {
  const cell = row.cells[column];
  return cell.dataset.value ?? cell.textContent.trim();
}

function sort(table, head, column) {
  const words = new Intl.Collator(document.documentElement.lang, { numeric: true });
  const isDown = head.getAttribute("aria-sort") === "ascending";
  const compare = (one, other) => {
    const [a, b] = [textOf(one, column), textOf(other, column)];
    if (!a || !b) return !a - !b; // what is empty stays last
    return isDown ? words.compare(b, a) : words.compare(a, b);
  };
  for (const other of head.parentNode.cells) other.removeAttribute("aria-sort");
  head.setAttribute("aria-sort", isDown ? "descending" : "ascending");
  table.tBodies[0].append(...[...table.tBodies[0].rows].sort(compare));
}

for (const table of document.querySelectorAll("table[data-sort]")) {
  [...table.tHead.rows[0].cells].forEach((head, column) => {
    const button = document.createElement("button");
    button.type = "button";
    button.append(...head.childNodes);
    button.addEventListener("click", () => sort(table, head, column));
    head.append(button);
  });
}
