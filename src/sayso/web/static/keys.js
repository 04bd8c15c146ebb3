// One key, one act: a key presses the element that carries it; keys sleep while a person types.
const KEPT = "sayso-keys";

// The keys as this browser has them: the key of an act, and the key that was chosen for it.
export function chosen() {
  try {
    const read = JSON.parse(localStorage.getItem(KEPT) ?? "{}");
    return new Map(Object.entries(read).filter(([, value]) => typeof value === "string"));
  } catch {
    return new Map();
  }
}

export function choose(act, key) {
  const keys = chosen();
  for (const [other, held] of keys) if (held === key) keys.delete(other);
  if (act === key) keys.delete(act);
  else keys.set(act, key);
  localStorage.setItem(KEPT, JSON.stringify(Object.fromEntries(keys)));
}

export function typing(element) {
  return element.closest("input:not([type=checkbox]):not([type=radio]),select,textarea,[contenteditable]") !== null;
}

function actOf(key) {
  const keys = chosen();
  for (const [act, held] of keys) if (held === key) return act;
  return keys.has(key) ? null : key;
}

function shown(element) {
  return element.checkVisibility?.() ?? element.offsetParent !== null;
}

function press(element) {
  if (element.matches("details.graphic")) {
    const open = !element.open;
    for (const each of document.querySelectorAll("details.graphic")) each.open = open;
  } else if (element.matches("details")) {
    element.open = !element.open;
    if (element.open) element.querySelector("button,input,textarea,select")?.focus();
  } else if (element.dataset.focusTo) {
    document.getElementById(element.dataset.focusTo)?.focus();
  } else if (element.matches("input:not([type=checkbox]),textarea,select")) {
    element.focus();
  } else {
    element.click();
  }
}

// Along a list the next and the previous entry take the focus.
function step(by) {
  const items = [...document.querySelectorAll("[data-item]")].filter(shown);
  if (!items.length) return false;
  const at = items.indexOf(document.activeElement);
  items[Math.min(Math.max(at + by, 0), items.length - 1)].focus();
  return true;
}

export function listen() {
  for (const mark of document.querySelectorAll("kbd")) {
    const key = chosen().get(mark.textContent);
    if (key) mark.textContent = key;
  }
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") {
      for (const open of document.querySelectorAll("details[data-key][open]:not(.graphic)")) open.open = false;
      if (typing(event.target)) event.target.blur();
      return;
    }
    if (event.ctrlKey && event.key === "Enter") {
      event.target.closest("form")?.requestSubmit();
      return;
    }
    if (event.ctrlKey || event.altKey || event.metaKey || event.defaultPrevented || typing(event.target)) return;
    const act = actOf(event.key);
    if (act === null) return;
    const open = document.querySelector("details[data-key][open]:not(.graphic)");
    const inside = open && [...open.querySelectorAll("[data-key]")].find((each) => each.dataset.key === act);
    const found = inside ?? [...document.querySelectorAll("[data-key]")].find(
      (each) => each.dataset.key === act && shown(each) && !each.closest("details[data-key]:not([open]) > :not(summary)"),
    );
    if (found) {
      event.preventDefault();
      press(found);
    } else if ((act === "j" && step(1)) || (act === "k" && step(-1))) {
      event.preventDefault();
    }
  });
}
