// @ts-check
/** Sorts a table where it stands; without this, the links in its head ask the server for the same order. */
document.addEventListener("click", (event) => {
  const link = event.target instanceof Element ? event.target.closest("thead a") : null;
  const head = link?.closest("th");
  const table = link?.closest("table");
  if (!link || !head || !table || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  const down = head.getAttribute("aria-sort") === "ascending";
  sort(table, head.cellIndex, down);
  for (const other of table.querySelectorAll("th[aria-sort]")) other.removeAttribute("aria-sort");
  head.setAttribute("aria-sort", down ? "descending" : "ascending");
  const address = new URL(/** @type {HTMLAnchorElement} */ (link).href);
  address.searchParams.set("order", down ? "down" : "up");
  history.replaceState(null, "", address);
});

/**
 * @param {HTMLTableElement} table
 * @param {number} place of the column
 * @param {boolean} down
 */
function sort(table, place, down) {
  const body = table.tBodies[0];
  if (!body) return;
  const sign = down ? -1 : 1;
  const rows = [...body.rows].map((row) => ({ row, value: row.cells[place]?.dataset.value ?? "" }));
  rows.sort((a, b) => {
    if (a.value === "" || b.value === "") return Number(a.value === "") - Number(b.value === "");
    const difference = Number(a.value) - Number(b.value);
    if (!Number.isNaN(difference)) return sign * difference;
    return sign * a.value.localeCompare(b.value, "en", { numeric: true });
  });
  body.append(...rows.map(({ row }) => row));
}
