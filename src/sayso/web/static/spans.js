// Words chosen by keyboard: arrows move the end of a span by a word, Shift moves its start, Alt moves both.
export function spans() {
  const text = document.querySelector("[data-words]");
  const tokens = text ? [...text.querySelectorAll("[data-s]")] : [];
  const starts = tokens.map((each) => Number(each.dataset.s));
  const stops = tokens.map((each) => Number(each.dataset.e));
  if (!tokens.length) return;

  const first = (start) => Math.max(starts.findLastIndex((at) => at <= start), 0);
  const last = (end) => {
    const at = stops.findIndex((stop) => stop >= end);
    return at < 0 ? tokens.length - 1 : at;
  };

  for (const button of document.querySelectorAll("button.span")) {
    const [from, to] = button.dataset.of.split(" ").map((name) => button.form.elements[name]);

    const show = () => {
      const low = Number(from.value);
      const high = Number(to.value);
      const chosen = tokens.filter((each, n) => starts[n] < high && stops[n] > low);
      tokens.forEach((each, n) => each.classList.toggle("live", starts[n] < high && stops[n] > low));
      if (chosen.length) {
        let words = "";
        let end = low;
        for (const each of chosen) {
          words += (words && Number(each.dataset.s) > end ? " " : "") + each.textContent;
          end = Number(each.dataset.e);
        }
        button.textContent = words.slice(0, 160);
        chosen[0].scrollIntoView({ block: "nearest" });
      }
    };

    const move = (key, which) => {
      let low = from.value === "" ? 0 : first(Number(from.value));
      let high = to.value === "" ? 0 : last(Number(to.value));
      const by = key === "ArrowRight" ? 1 : key === "ArrowLeft" ? -1 : key === "ArrowDown" ? 8 : -8;
      if (which !== "end") low = Math.min(Math.max(low + by, 0), tokens.length - 1);
      if (which !== "start") high = Math.min(Math.max(high + by, 0), tokens.length - 1);
      if (low > high) [low, high] = which === "start" ? [high, high] : [low, low];
      from.value = starts[low];
      to.value = stops[high];
      show();
    };

    button.addEventListener("keydown", (event) => {
      if (!event.key.startsWith("Arrow") || event.ctrlKey || event.metaKey) return;
      event.preventDefault();
      event.stopPropagation();
      move(event.key, event.altKey ? "both" : event.shiftKey ? "start" : "end");
    });
    button.addEventListener("focus", show);
    button.addEventListener("blur", () => tokens.forEach((each) => each.classList.remove("live")));
    from.addEventListener("input", show);
    to.addEventListener("input", show);
  }
}
