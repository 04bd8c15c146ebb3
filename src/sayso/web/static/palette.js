// Ctrl+K: go anywhere by writing a part of its name.
export function palette() {
  const dialog = document.getElementById("palette");
  if (!dialog) return;
  const field = document.createElement("input");
  const list = document.createElement("ul");
  field.type = "search";
  field.setAttribute("aria-label", "Go to a page, a matter or an id, or search");
  field.setAttribute("role", "combobox");
  field.setAttribute("aria-controls", "palette-list");
  field.setAttribute("aria-expanded", "true");
  field.setAttribute("aria-autocomplete", "list");
  list.id = "palette-list";
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", "Places to go to");
  dialog.className = "palette";
  dialog.append(field, list);
  let at = 0;
  let asked = 0;

  function mark() {
    [...list.children].forEach((each, n) => {
      each.firstChild.classList.toggle("at", n === at);
      each.setAttribute("aria-selected", n === at ? "true" : "false");
      if (n === at) {
        field.setAttribute("aria-activedescendant", each.id);
        each.scrollIntoView({ block: "nearest" });
      }
    });
  }

  async function fill() {
    const mine = ++asked;
    const answer = await fetch(`/palette.json?q=${encodeURIComponent(field.value)}`);
    if (!answer.ok || mine !== asked) return;
    const { rows } = await answer.json();
    list.replaceChildren(
      ...rows.map((row, n) => {
        const item = document.createElement("li");
        const link = document.createElement("a");
        const words = document.createElement("bdi");
        const kind = document.createElement("span");
        item.id = `palette-${n}`;
        item.setAttribute("role", "option");
        link.href = row.address;
        link.tabIndex = -1;
        words.textContent = row.words;
        kind.textContent = row.kind;
        kind.className = "faint";
        link.append(words, kind);
        item.append(link);
        return item;
      }),
    );
    at = 0;
    mark();
  }

  field.addEventListener("input", fill);
  field.addEventListener("keydown", (event) => {
    if (event.key === "ArrowDown") at = Math.min(at + 1, list.children.length - 1);
    else if (event.key === "ArrowUp") at = Math.max(at - 1, 0);
    else if (event.key === "Enter") list.children[at]?.firstChild.click();
    else return;
    event.preventDefault();
    mark();
  });
  document.addEventListener("keydown", (event) => {
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "k") {
      event.preventDefault();
      field.value = "";
      dialog.showModal();
      field.focus();
      fill();
    }
  });
}
