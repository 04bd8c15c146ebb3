// The table of keys: press a key while one is chosen, and it stands for that act from now on.
import { choose, chosen } from "/static/keys.js";

export function keymap() {
  for (const mark of document.querySelectorAll("kbd[data-remap]")) {
    const act = mark.dataset.remap;
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = chosen().get(act) ?? act;
    button.setAttribute("aria-label", `key for: ${mark.closest("tr").querySelector("th").textContent}`);
    button.addEventListener("keydown", (event) => {
      if (event.key.length !== 1 || event.ctrlKey || event.metaKey || event.altKey || event.key === " ") return;
      event.preventDefault();
      event.stopPropagation();
      choose(act, event.key);
      location.reload();
    });
    mark.replaceWith(button);
  }
}
